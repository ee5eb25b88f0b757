"""How does a weapon come into the register, and what is it?

It comes in unknown and locked up. What it can do is found by test, by two people, each with a
photograph, never read from a label or a hire note.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel.asks import ClassWeapon, ReceiveWeapon
from showclear.kernel.decision import Bite
from showclear.kernel.events import (
    ClassFound,
    Event,
    WeaponClassed,
    WeaponQuarantined,
    WeaponReceived,
)
from showclear.kernel.policy import profile_of
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import State, put
from showclear.kernel.weapon import Classing, Condition, Custody, Weapon
from showclear.kernel.words import Layer, Profile, Role

KEEPERS = (Role.ARMORER, Role.HANDLER, Role.PROP_MASTER)
"""Who takes weapons in."""

TESTERS = (*KEEPERS, Role.SECOND, Role.SAFETY)
"""Who tests what a weapon can do, and who inspects one."""

ADMIT_ROLE = Rule(
    code="ADMIT-ROLE",
    title="Weapons are taken in and tested by those who answer for them",
    layer=Layer.ADMISSION,
    laws=(3,),
    sources=("qualified-handler-named", "no-personal-weapons"),
)
ADMIT_NEW = Rule(
    code="ADMIT-NEW",
    title="One id and one tag stand for one weapon",
    layer=Layer.ADMISSION,
    laws=(4,),
    sources=("all-looks-like-weapon",),
)
ADMIT_LOCKED = Rule(
    code="ADMIT-LOCKED",
    title="A weapon that arrives goes into a locked place",
    layer=Layer.ADMISSION,
    laws=(1,),
    sources=("locked-or-held",),
)
ADMIT_CHAMBERS = Rule(
    code="ADMIT-CHAMBERS",
    title="Chambers are entered as counted; what can fire has one at least",
    layer=Layer.ADMISSION,
    laws=(1,),
    sources=("each-round-each-chamber",),
)
CLASS_TWICE = Rule(
    code="CLASS-TWICE",
    title="The second test of a weapon is another person's",
    layer=Layer.ADMISSION,
    laws=(3,),
    sources=("weapon-class-allowed-here",),
)

RULES = (ADMIT_ROLE, ADMIT_NEW, ADMIT_LOCKED, ADMIT_CHAMBERS, CLASS_TWICE)

CHAMBERS_MAX = 200
"""More than any weapon on a set holds: a belt is counted as an item of its own."""

WITHOUT_CHAMBERS = (Profile.NO_FIRE, Profile.BLADE)


def receive_rules(case: Case[ReceiveWeapon]) -> Iterator[Bite]:
    """Yield why this weapon is not taken in."""
    act = case.act
    if not case.has_role(*KEEPERS):
        yield ADMIT_ROLE.refuses()
    same_tag = [each.id for each in case.state.weapons.values() if each.tag == act.tag]
    if act.weapon in case.state.weapons or same_tag:
        yield ADMIT_NEW.refuses(weapon=act.weapon, tag=act.tag)
    place = case.state.places.get(act.place)
    if place is None or not place.is_locked:
        yield ADMIT_LOCKED.refuses(place=act.place)
    if not 0 <= act.capacity <= CHAMBERS_MAX:
        yield ADMIT_CHAMBERS.refuses(chambers=act.capacity, most=CHAMBERS_MAX)


def receive(case: Case[ReceiveWeapon]) -> tuple[Event, ...]:
    """Return the arrival: contents unknown, class unknown, locked up."""
    act = case.act
    return (
        WeaponReceived(
            weapon=act.weapon,
            tag=act.tag,
            form=act.form,
            capacity=act.capacity,
            unit=act.unit,
            place=act.place,
            at=case.now,
            model=act.model,
            origin=act.origin,
            licence=act.licence,
            standard=act.standard,
        ),
    )


def class_rules(case: Case[ClassWeapon]) -> Iterator[Bite]:
    """Yield why this test does not count."""
    weapon = case.weapon(case.act.weapon)
    if not case.has_role(*TESTERS):
        yield ADMIT_ROLE.refuses()
    if weapon.capacity < 1 and profile_of(case.act.weapon_class) not in WITHOUT_CHAMBERS:
        yield ADMIT_CHAMBERS.refuses(chambers=weapon.capacity, most=CHAMBERS_MAX)
    if case.person in {found.person for found in weapon.classed}:
        yield CLASS_TWICE.refuses(person=case.person)


def classify(case: Case[ClassWeapon]) -> tuple[Event, ...]:
    """Return the finding; with a second equal one the class, with a different one quarantine."""
    act, weapon = case.act, case.weapon(case.act.weapon)
    found = ClassFound(
        weapon=act.weapon, person=case.person, weapon_class=act.weapon_class, photo=act.photo
    )
    others = {each.weapon_class for each in weapon.classed}
    if not others:
        return (found,)
    if others == {act.weapon_class}:
        return (found, WeaponClassed(weapon=act.weapon, weapon_class=act.weapon_class))
    return (found, WeaponQuarantined(weapon=act.weapon, cause="CLASS-DIFFERS"))


def fit_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    """Yield why this weapon is not fit for use."""
    return iter(())


def weapon_received(state: State, event: WeaponReceived) -> State:
    weapon = Weapon(
        id=event.weapon,
        tag=event.tag,
        form=event.form,
        capacity=event.capacity,
        unit=event.unit,
        model=event.model,
        origin=event.origin,
        licence=event.licence,
        standard=event.standard,
        custody=Custody(place=event.place, since=event.at),
        condition=Condition(since=event.at),
    )
    return replace(state, weapons=put(state.weapons, weapon.id, weapon))


def class_found(state: State, event: ClassFound) -> State:
    weapon = state.weapons[event.weapon]
    found = Classing(person=event.person, weapon_class=event.weapon_class, photo=event.photo)
    weapon = replace(weapon, classed=(*weapon.classed, found))
    return replace(state, weapons=put(state.weapons, weapon.id, weapon))


def weapon_classed(state: State, event: WeaponClassed) -> State:
    weapon = replace(state.weapons[event.weapon], weapon_class=event.weapon_class)
    return replace(state, weapons=put(state.weapons, weapon.id, weapon))


def weapon_quarantined(state: State, event: WeaponQuarantined) -> State:
    weapon = state.weapons[event.weapon]
    weapon = replace(
        weapon, quarantine=event.cause, weapon_class=None, showing=None, clearance=None, offer=None
    )
    return replace(state, weapons=put(state.weapons, weapon.id, weapon))


JUDGES = {
    ReceiveWeapon: Judge(receive_rules, receive),
    ClassWeapon: Judge(class_rules, classify),
}

EVOLVERS = {
    WeaponReceived: weapon_received,
    ClassFound: class_found,
    WeaponClassed: weapon_classed,
    WeaponQuarantined: weapon_quarantined,
}
