"""Who has a weapon, and may it move between a hand and a place?

One holder at every instant. A weapon taken out of its place keeps what is known of its contents
as words of the past; nobody's inspection survives the move.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel import people, watch
from showclear.kernel.admission import KEEPERS
from showclear.kernel.asks import DrawWeapon, LockUp, ReportUnattended
from showclear.kernel.decision import Bite
from showclear.kernel.effects import doubted, ended, is_item_out, items_doubted
from showclear.kernel.events import (
    ClearanceEnded,
    ContentsUnknown,
    Event,
    LeftUnattended,
    WeaponDrawn,
    WeaponLockedUp,
)
from showclear.kernel.rule import Case, Judge, Rule, no_rules
from showclear.kernel.state import State, put, with_weapon
from showclear.kernel.weapon import Condition, Custody, Weapon
from showclear.kernel.words import Layer, Tone

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

RULES = (DRAW_ROLE, DRAW_PLACE, LOCK_HOLDER, LOCK_PLACE, TAG_WRONG)


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


def draw_rules(case: Case[DrawWeapon]) -> Iterator[Bite]:
    """Yield why this weapon is not taken from its place."""
    weapon = case.weapon(case.act.weapon)
    if not case.has_role(*KEEPERS):
        yield DRAW_ROLE.refuses()
    if weapon.custody.holder is not None:
        yield DRAW_PLACE.refuses(holder=weapon.custody.holder)
    yield from people.handler_rules(case, weapon)
    yield from watch.key_rules(case, weapon)
    yield from tag_rule(case, weapon, case.act.tag)


def draw(case: Case[DrawWeapon]) -> tuple[Event, ...]:
    """Return the taking out; whoever turned the second key watches it."""
    weapon = case.weapon(case.act.weapon)
    watcher = watch.second_key(case, weapon.custody.place)
    drawn = WeaponDrawn(weapon=weapon.id, holder=case.person, at=case.now, watcher=watcher)
    return (drawn,)


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
    """Return the locking up, and the end of what was shown."""
    weapon = case.weapon(case.act.weapon)
    put_away = WeaponLockedUp(weapon=weapon.id, place=case.act.place, at=case.now)
    return (*ended(weapon, "LOCKED-UP"), put_away)


def report_unattended(case: Case[ReportUnattended]) -> tuple[Event, ...]:
    """Make the contents unknown: of the weapon named, else of each that is not locked up."""
    known = case.state.weapons
    named = known.get(case.act.weapon or "")
    left = [named] if named is not None else [w for w in known.values() if is_out(w)]
    weapons = tuple(
        event
        for weapon in left
        for event in (
            LeftUnattended(weapon=weapon.id, at=case.now),
            *doubted(weapon, "UNATTENDED", case.now),
        )
    )
    if named is not None:
        return weapons
    out = [each for each in case.state.items.values() if is_item_out(each)]
    return (*weapons, *items_doubted(out, "UNATTENDED", case.now))


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
    return moved(state, event.weapon, Custody(place=event.place, since=event.at), watchers=())


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


def left_unattended(state: State, event: LeftUnattended) -> State:
    """End the watch over it; the doubt about the contents is an event of its own."""
    return with_weapon(state, event.weapon, watchers=(), holstered_under=None)


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
    LockUp: Judge(lock_up_rules, lock_up),
    ReportUnattended: Judge(no_rules, report_unattended),
}

EVOLVERS = {
    WeaponDrawn: weapon_drawn,
    WeaponLockedUp: weapon_locked_up,
    LeftUnattended: left_unattended,
    ClearanceEnded: clearance_ended,
    ContentsUnknown: contents_unknown,
}
