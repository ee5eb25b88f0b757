"""Who turned the second key, and who watches?

A weapon that can hurt is never alone with one person. The second key is turned by another
person than the one who draws; whoever turned it watches from then on, whoever gives a weapon
away watches on, and a weapon in a hand that nobody watches is a weapon nobody knows.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.effects import doubted
from showclear.kernel.rule import Case, Judge, Rule, no_rules
from showclear.kernel.state import KeyTurn, State, put, with_weapon
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Layer, Part, Role, Tone

KEY_ROLE = Rule(
    code="KEY-ROLE",
    title="The second key is turned by somebody other than the armorer",
    layer=Layer.STORAGE,
    laws=(3,),
)
KEY_PLACE = Rule(
    code="KEY-PLACE",
    title="A key is turned at a locked place of the register",
    layer=Layer.STORAGE,
    laws=(4,),
    sources=("key-holders", "locked-or-held"),
)
KEY_TWO = Rule(
    code="KEY-TWO",
    title="Two people open the place of a weapon that can hurt",
    layer=Layer.STORAGE,
    laws=(3,),
    tone=Tone.NOT_YET,
)
WATCH_ROLE = Rule(
    code="WATCH-ROLE",
    title="Weapons are watched by those trained for it",
    layer=Layer.STORAGE,
    laws=(3,),
)
WATCH_HOLDER = Rule(
    code="WATCH-HOLDER",
    title="Nobody watches what he holds",
    layer=Layer.STORAGE,
    laws=(3,),
)
WATCHED = Rule(
    code="WATCHED",
    title="A weapon that can hurt is never alone with its holder",
    layer=Layer.CLEARANCE,
    laws=(3, 5),
    sources=("handler-present",),
    tone=Tone.NOT_YET,
)

RULES = (KEY_ROLE, KEY_PLACE, KEY_TWO, WATCH_ROLE, WATCH_HOLDER, WATCHED)

SECOND_KEY = (Role.SECOND, Role.SAFETY, Role.AD, Role.HANDLER, Role.PROP_MASTER)
WATCHERS = (Role.SECOND, Role.SAFETY, Role.HANDLER, Role.ARMORER, Role.AD)


def turn_rules(case: Case[a.TurnKey]) -> Iterator[Bite]:
    """Yield why this key is not turned."""
    if not case.has_role(*SECOND_KEY):
        yield KEY_ROLE.refuses()
    place = case.state.places.get(case.act.place)
    if place is None or not place.is_locked:
        yield KEY_PLACE.refuses(place=case.act.place)


def turn(case: Case[a.TurnKey]) -> tuple[e.Event, ...]:
    """Return the turn; in a replay without its rule there may be no place."""
    if case.act.place not in case.state.places:
        return ()
    return (e.KeyTurned(place=case.act.place, person=case.person, at=case.now),)


def second_key(case: Case[Any], place: str | None) -> str | None:
    """Return who turned the second key of this place, if it is fresh and another person's."""
    found = case.state.places.get(place or "")
    key = found.key if found is not None else None
    if key is None or key.person == case.person or not _is_trusted(case.state, key.person):
        return None
    return key.person if case.is_fresh(key.at, case.policy.key_age_max) else None


def key_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    """Yield the refusal when its place was not opened by two."""
    place = weapon.custody.place
    if case.needs(weapon, Part.TWO_KEYS) and second_key(case, place) is None:
        yield KEY_TWO.refuses(place=place or "", limit=case.policy.key_age_max)


def watching(state: State, weapon: Weapon) -> tuple[str, ...]:
    """Return who watches it besides its holder."""
    others = (each for each in weapon.watchers if each != weapon.custody.holder)
    return tuple(each for each in others if _is_trusted(state, each))


def _is_trusted(state: State, person: str) -> bool:
    known = state.people.get(person)
    return known is not None and not known.is_barred


def watch_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    """Yield the refusal when something is done to it with nobody watching."""
    if case.needs(weapon, Part.TWO_KEYS) or case.needs(weapon, Part.WATCHED):
        yield from _enough(case, weapon, 1)


def call_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    """Yield the refusal when too few watch it in the taker's hand."""
    if case.needs(weapon, Part.WATCHED_BY_TWO):
        yield from _enough(case, weapon, 2)
    yield from watch_rules(case, weapon)


def _enough(case: Case[Any], weapon: Weapon, needed: int) -> Iterator[Bite]:
    found = len(watching(case.state, weapon))
    if found < needed:
        yield WATCHED.refuses(watching=found, needed=needed)


def take_watch_rules(case: Case[a.TakeWatch]) -> Iterator[Bite]:
    """Yield why this person does not watch it."""
    if not case.has_role(*WATCHERS):
        yield WATCH_ROLE.refuses()
    if case.weapon(case.act.weapon).custody.holder == case.person:
        yield WATCH_HOLDER.refuses(person=case.person)


def take_watch(case: Case[a.TakeWatch]) -> tuple[e.Event, ...]:
    """Return that he watches it from now on."""
    return (e.WatchTaken(weapon=case.act.weapon, person=case.person),)


def end_watch(case: Case[a.EndWatch]) -> tuple[e.Event, ...]:
    """End his watch; a word from nobody known ends everybody's, and one of no weapon all."""
    known = case.state.weapons
    named = known.get(case.act.weapon or "")
    who = case.person if case.person in case.state.people else None
    weapons = known.values() if named is None else (named,)
    return tuple(event for weapon in weapons for event in _left(case, weapon, who))


def _left(case: Case[Any], weapon: Weapon, who: str | None) -> tuple[e.Event, ...]:
    """End the watch, and doubt what then lies in a hand with nobody watching."""
    leave = [each for each in weapon.watchers if who in (None, each)]
    ends = tuple(e.WatchEnded(weapon=weapon.id, person=each) for each in leave)
    stay = [each for each in watching(case.state, weapon) if each not in leave]
    is_bare = not stay and weapon.custody.holder and case.needs(weapon, Part.WATCHED)
    if leave and (is_bare or weapon.holstered_under in leave):
        return (*ends, *doubted(weapon, "UNWATCHED", case.now))
    return ends


def key_turned(state: State, event: e.KeyTurned) -> State:
    key = KeyTurn(person=event.person, at=event.at)
    place = replace(state.places[event.place], key=key)
    return replace(state, places=put(state.places, place.id, place))


def watch_taken(state: State, event: e.WatchTaken) -> State:
    others = tuple(each for each in state.weapons[event.weapon].watchers if each != event.person)
    return with_weapon(state, event.weapon, watchers=(*others, event.person))


def watch_ended(state: State, event: e.WatchEnded) -> State:
    weapon = state.weapons[event.weapon]
    clearance = weapon.clearance
    if clearance is not None:
        seen_by = tuple(each for each in clearance.seen_by if each != event.person)
        clearance = replace(clearance, seen_by=seen_by)
    watchers = tuple(each for each in weapon.watchers if each != event.person)
    return with_weapon(state, event.weapon, watchers=watchers, clearance=clearance)


JUDGES: dict[type, Judge] = {
    a.TurnKey: Judge(turn_rules, turn),
    a.TakeWatch: Judge(take_watch_rules, take_watch),
    a.EndWatch: Judge(no_rules, end_watch),
}

EVOLVERS = {
    e.KeyTurned: key_turned,
    e.WatchTaken: watch_taken,
    e.WatchEnded: watch_ended,
}
