"""Who may enter people, places and keys?"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel.asks import AddKey, AddPerson, AddPlace, EndKey
from showclear.kernel.decision import Bite
from showclear.kernel.effects import doubted
from showclear.kernel.events import Event, KeyAdded, KeyEnded, PersonAdded, PlaceAdded
from showclear.kernel.rule import Case, Judge, Rule, no_rules
from showclear.kernel.state import Person, Place, State, put
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Layer, Role

OFFICE = (Role.ARMORER, Role.PRODUCER, Role.PRODUCTION_MANAGER, Role.PROP_MASTER, Role.AD)
"""Who enters people and places."""

PEOPLE_OFFICE = Rule(
    code="PEOPLE-OFFICE",
    title="People and places are entered by those who answer for them",
    layer=Layer.ADMISSION,
    laws=(13,),
    sources=("qualified-handler-named",),
)
PEOPLE_NEW = Rule(
    code="PEOPLE-NEW",
    title="An id stands for one person or place for ever",
    layer=Layer.ADMISSION,
    laws=(10,),
)

RULES = (PEOPLE_OFFICE, PEOPLE_NEW)


def add_person_rules(case: Case[AddPerson]) -> Iterator[Bite]:
    """Yield why this person is not entered. The first person of a show enters himself."""
    if case.state.people and not case.has_role(*OFFICE):
        yield PEOPLE_OFFICE.refuses()
    if case.act.who in case.state.people:
        yield PEOPLE_NEW.refuses(thing=case.act.who)


def add_person(case: Case[AddPerson]) -> tuple[Event, ...]:
    """Return what has happened when a person is entered."""
    act = case.act
    return (PersonAdded(person=act.who, name=act.name, roles=act.roles, is_minor=act.is_minor),)


def add_place_rules(case: Case[AddPlace]) -> Iterator[Bite]:
    """Yield why this place is not entered."""
    if not case.has_role(*OFFICE):
        yield PEOPLE_OFFICE.refuses()
    if case.act.place in case.state.places:
        yield PEOPLE_NEW.refuses(thing=case.act.place)


def add_place(case: Case[AddPlace]) -> tuple[Event, ...]:
    """Return what has happened when a place is entered."""
    act = case.act
    return (PlaceAdded(place=act.place, unit=act.unit, is_locked=act.is_locked, name=act.name),)


def add_key(case: Case[AddKey]) -> tuple[Event, ...]:
    """Return what has happened when the ledger took a key."""
    return (KeyAdded(key=case.act.key, person=case.act.person),)


def end_key(case: Case[EndKey]) -> tuple[Event, ...]:
    """End a key, and with it all trust in what its person counted, looked at, showed or holds."""
    act = case.act
    noted = KeyEnded(key=act.key, person=act.person)
    if act.person is None:
        return (noted,)
    lost = [weapon for weapon in case.state.weapons.values() if _rests_on(weapon, act.person)]
    return (noted, *(event for weapon in lost for event in doubted(weapon, "KEY-ENDED", case.now)))


def _rests_on(weapon: Weapon, person: str) -> bool:
    signers = {look.person for look in weapon.condition.inspected}
    if weapon.clearance is not None:
        signers |= {weapon.clearance.shown_by, *weapon.clearance.looked}
    if weapon.showing is not None:
        signers |= {weapon.showing.shown_by, *(look.person for look in weapon.showing.looks)}
    return person in signers or weapon.custody.holder == person


def handler_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    """Yield why the person who asks does not handle this weapon."""
    return iter(())


def taker_rules(case: Case[Any], weapon: Weapon, taker: str) -> Iterator[Bite]:
    """Yield why this person does not take this weapon into the hand."""
    return iter(())


def person_added(state: State, event: PersonAdded) -> State:
    person = Person(id=event.person, name=event.name, roles=event.roles, is_minor=event.is_minor)
    return replace(state, people=put(state.people, event.person, person))


def place_added(state: State, event: PlaceAdded) -> State:
    place = Place(id=event.place, unit=event.unit, is_locked=event.is_locked, name=event.name)
    return replace(state, places=put(state.places, event.place, place))


def key_changed(state: State, event: KeyAdded | KeyEnded) -> State:
    """Change nothing here: keys live in the ledger; the person's version moves."""
    return state


JUDGES = {
    AddPerson: Judge(add_person_rules, add_person),
    AddPlace: Judge(add_place_rules, add_place),
    AddKey: Judge(no_rules, add_key),
    EndKey: Judge(no_rules, end_key),
}

EVOLVERS = {
    PersonAdded: person_added,
    PlaceAdded: place_added,
    KeyAdded: key_changed,
    KeyEnded: key_changed,
}
