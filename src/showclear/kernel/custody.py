"""Who has a weapon, and may it move between a hand and a place?

One holder at every instant. A weapon taken out of its place keeps what is known of its contents
as words of the past; nobody's inspection survives the move.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel import people, watch
from showclear.kernel.asks import DrawBatch, DrawWeapon, LockUp
from showclear.kernel.decision import Bite
from showclear.kernel.effects import doubted, ended
from showclear.kernel.events import (
    ClearanceEnded,
    ContentsUnknown,
    Event,
    WeaponDrawn,
    WeaponLockedUp,
)
from showclear.kernel.policy import profile_of
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import State, put, with_weapon
from showclear.kernel.weapon import Condition, Custody, Weapon
from showclear.kernel.words import KEEPERS, Layer, Profile, Tone

DRAW_ROLE = Rule(
    code="DRAW-ROLE",
    title="Only the armorer or a handler takes a weapon from its place",
    layer=Layer.STORAGE,
    sources=("key-holders", "qualified-handler-named"),
)
DRAW_PLACE = Rule(
    code="DRAW-PLACE",
    title="A weapon that somebody holds is not taken from a place",
    layer=Layer.STORAGE,
    laws=(4,),
)
LOCK_HOLDER = Rule(
    code="LOCK-HOLDER",
    title="Only its holder locks a weapon up",
    layer=Layer.STORAGE,
    laws=(4,),
    sources=("locked-or-held",),
)
LOCK_PLACE = Rule(
    code="LOCK-PLACE",
    title="A weapon is put down only in a locked place",
    layer=Layer.STORAGE,
    laws=(5,),
    sources=("locked-or-held", "never-on-prop-table"),
)
TAG_WRONG = Rule(
    code="TAG-WRONG",
    title="The weapon in the hand is the weapon in the record",
    layer=Layer.CLEARANCE,
    laws=(2, 4),
    sources=("check-at-every-handover",),
    tone=Tone.ALARM,
)

DRAW_BATCH = Rule(
    code="DRAW-BATCH",
    title="A batch comes out of one place, each weapon once",
    layer=Layer.STORAGE,
    laws=(4,),
)
HAND_ONE = Rule(
    code="HAND-ONE",
    title="Beside a weapon that is shown nobody has one in the hand that nobody counted",
    layer=Layer.CLEARANCE,
    laws=(1, 2),
)
LINE_ALONE = Rule(
    code="LINE-ALONE",
    title="A weapon of a line is shown, given and called with its line",
    layer=Layer.CLEARANCE,
    laws=(2, 4),
)

RULES = (
    DRAW_ROLE,
    DRAW_PLACE,
    DRAW_BATCH,
    HAND_ONE,
    LINE_ALONE,
    LOCK_HOLDER,
    LOCK_PLACE,
    TAG_WRONG,
)


def tag_rule(case: Case[Any], weapon: Weapon, scanned: str) -> Iterator[Bite]:
    """Yield the alarm when the tag that was scanned is not this weapon's.

    Another weapon is in the hand than the record says, and nobody knows since when: what was
    counted and shown of either counts no more, and the contents of both are unknown.
    """
    if scanned != weapon.tag:
        events = doubted(weapon, TAG_WRONG.code, case.now)
        for other in case.state.weapons.values():
            if other.tag == scanned:
                events = (*events, *doubted(other, TAG_WRONG.code, case.now))
        yield TAG_WRONG.alarms(weapon.id, *events, found=scanned)


def line_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    """Yield the refusal of something done to one weapon of a line by itself."""
    if weapon.line is not None:
        yield LINE_ALONE.refuses(line=weapon.line)


def _one_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    """Yield the refusal of drawing beside one that is shown: two in two hands are mixed up."""
    if not can_go_off(weapon):
        return
    for other in case.state.weapons.values():
        if other.custody.holder == case.person and (other.clearance or other.showing):
            yield HAND_ONE.refuses(weapon=other.id)


def uncounted_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    """Yield the refusal of showing beside one in the same hands that two have not counted."""
    for other in case.state.weapons.values():
        is_beside = other.id != weapon.id and other.custody.holder == case.person
        if is_beside and can_go_off(other) and len(other.condition.inspected) < 2:
            yield HAND_ONE.refuses(weapon=other.id)


def can_go_off(weapon: Weapon) -> bool:
    """Say whether its profile is Blank or Live-capable."""
    return profile_of(weapon.weapon_class) in (Profile.BLANK, Profile.LIVE_CAPABLE)


def draw_rules(case: Case[DrawWeapon]) -> Iterator[Bite]:
    """Yield why this weapon is not taken from its place."""
    weapon = case.weapon(case.act.weapon)
    if not case.has_role(*KEEPERS):
        yield DRAW_ROLE.refuses()
    if weapon.custody.holder is not None:
        yield DRAW_PLACE.refuses(holder=weapon.custody.holder)
    yield from people.handler_rules(case, weapon)
    yield from _one_rules(case, weapon)
    yield from watch.key_rules(case, weapon)
    yield from tag_rule(case, weapon, case.act.tag)


def draw(case: Case[DrawWeapon]) -> tuple[Event, ...]:
    """Return the taking out; whoever turned the second key watches it."""
    return (_drawn(case, case.act.weapon),)


def draw_batch_rules(case: Case[DrawBatch]) -> Iterator[Bite]:
    """Yield why these weapons are not taken out together. One wrong tag, and nothing moves."""
    weapons = [case.weapon(each.weapon) for each in case.act.weapons]
    if not case.has_role(*KEEPERS):
        yield DRAW_ROLE.refuses()
    for weapon in weapons:
        if weapon.custody.holder is not None:
            yield DRAW_PLACE.refuses(holder=weapon.custody.holder)
    places = {weapon.custody.place for weapon in weapons}
    if len(places) != 1 or len({weapon.id for weapon in weapons}) != len(weapons):
        yield DRAW_BATCH.refuses(places=len(places))
    for weapon in weapons:
        yield from people.handler_rules(case, weapon)
        yield from _one_rules(case, weapon)
        yield from watch.key_rules(case, weapon)
    for each in case.act.weapons:
        yield from tag_rule(case, case.weapon(each.weapon), each.tag)


def draw_batch(case: Case[DrawBatch]) -> tuple[Event, ...]:
    """Return the taking out of each. Custody moves; nothing is cleared."""
    return tuple(_drawn(case, each.weapon) for each in case.act.weapons)


def _drawn(case: Case[Any], weapon: str) -> WeaponDrawn:
    watcher = watch.second_key(case, case.weapon(weapon).custody.place)
    return WeaponDrawn(weapon=weapon, holder=case.person, at=case.now, watcher=watcher)


def lock_up_rules(case: Case[LockUp]) -> Iterator[Bite]:
    """Yield why this weapon is not locked up."""
    weapon = case.weapon(case.act.weapon)
    if weapon.custody.holder != case.person:
        yield LOCK_HOLDER.refuses(holder=weapon.custody.holder or "")
    place = case.state.places.get(case.act.place)
    if place is None or not place.is_locked:
        yield LOCK_PLACE.refuses(place=case.act.place)
    yield from tag_rule(case, weapon, case.act.tag)


def lock_up(case: Case[LockUp]) -> tuple[Event, ...]:
    """Return the locking up, and the end of what was shown.

    Whoever is no keeper may put it away, and it is then no better known than one given back.
    """
    weapon = case.weapon(case.act.weapon)
    put_away = WeaponLockedUp(weapon=weapon.id, place=case.act.place, at=case.now)
    if case.has_role(*KEEPERS):
        return (*ended(weapon, "LOCKED-UP"), put_away)
    return (*doubted(weapon, "LOCKED-UP", case.now), put_away)


def is_out(weapon: Weapon) -> bool:
    """Say whether the weapon is in somebody's hand."""
    return weapon.custody.holder is not None


def weapon_drawn(state: State, event: WeaponDrawn) -> State:
    """Move it into the hand; its place was opened, and that used up the second key."""
    place = state.places.get(state.weapons[event.weapon].custody.place or "")
    if place is not None:
        state = replace(state, places=put(state.places, place.id, replace(place, key=None)))
    watchers = () if event.watcher is None else (event.watcher,)
    custody = Custody(holder=event.holder, since=event.at)
    return moved(state, event.weapon, custody, watchers=watchers)


def weapon_locked_up(state: State, event: WeaponLockedUp) -> State:
    state = out_of_line(state, event.weapon)
    return moved(state, event.weapon, Custody(place=event.place, since=event.at), watchers=())


def out_of_line(state: State, weapon: str) -> State:
    """Return the state in which it stands in no line; the line it leaves is walked again."""
    line = state.lines.get(state.weapons[weapon].line or "")
    if line is not None:
        issues = tuple(each for each in line.issues if each.weapon != weapon)
        line = replace(line, issues=issues, walks=(), is_shown=False)
        state = replace(state, lines=put(state.lines, line.id, line))
    return with_weapon(state, weapon, line=None)


def moved(state: State, weapon: str, custody: Custody, **changes: Any) -> State:
    """Return the state in which it is elsewhere: no inspection and no count of a place stands."""
    condition = replace(state.weapons[weapon].condition, inspected=())
    gone: dict[str, Any] = {"offer": None, "holstered_under": None, "condition": condition}
    was = state.weapons[weapon].custody
    left = was.place or was.last_place
    custody = replace(custody, last_place=custody.place or left)
    places = {
        each.id: replace(each, counts=()) if each.id in (left, custody.place) else each
        for each in state.places.values()
    }
    state = replace(state, places=places)
    return with_weapon(state, weapon, custody=custody, **{**gone, **changes})


def clearance_ended(state: State, event: ClearanceEnded) -> State:
    weapon = replace(state.weapons[event.weapon], showing=None, clearance=None, offer=None)
    return replace(state, weapons=put(state.weapons, weapon.id, weapon))


def contents_unknown(state: State, event: ContentsUnknown) -> State:
    weapon = state.weapons[event.weapon]
    weapon = replace(
        weapon,
        condition=Condition(since=event.at, cause=event.cause),
        showing=None,
        clearance=None,
        offer=None,
    )
    return replace(state, weapons=put(state.weapons, weapon.id, weapon))


JUDGES = {
    DrawWeapon: Judge(draw_rules, draw),
    DrawBatch: Judge(draw_batch_rules, draw_batch),
    LockUp: Judge(lock_up_rules, lock_up),
}

EVOLVERS = {
    WeaponDrawn: weapon_drawn,
    WeaponLockedUp: weapon_locked_up,
    ClearanceEnded: clearance_ended,
    ContentsUnknown: contents_unknown,
}
