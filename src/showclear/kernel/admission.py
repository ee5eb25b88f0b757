"""How does a weapon come into the register, and what is it?

It comes in unknown and locked up. What it can do is found by test, by two people, each with a
photograph, never read from a label or a hire note.
"""

from collections.abc import Iterator
from dataclasses import replace

from showclear.kernel.asks import ClassWeapon, ReceiveWeapon
from showclear.kernel.decision import Bite
from showclear.kernel.effects import doubted
from showclear.kernel.events import (
    ClassFound,
    Event,
    WeaponClassed,
    WeaponQuarantined,
    WeaponReceived,
)
from showclear.kernel.rule import Case, Rule
from showclear.kernel.state import State, put
from showclear.kernel.weapon import Classing, Condition, Custody, Weapon
from showclear.kernel.words import Instant, Layer, Origin, Role, Tone, WeaponClass

KEEPERS = (Role.ARMORER, Role.HANDLER, Role.PROP_MASTER)
"""Who takes weapons in."""

NEEDS_LICENCE = frozenset(
    {WeaponClass.LIVE_CAPABLE, WeaponClass.BLANK_ONLY, WeaponClass.DISABLED, WeaponClass.CANNON}
)
"""Classes that stand on a licence."""

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
CLASS_TWICE = Rule(
    code="CLASS-TWICE",
    title="The second test of a weapon is another person's",
    layer=Layer.ADMISSION,
    laws=(3,),
    sources=("weapon-class-allowed-here",),
)

ADMIT_PERSONAL = Rule(
    code="ADMIT-PERSONAL",
    title="Nobody's own weapon comes into the register",
    layer=Layer.ADMISSION,
    sources=("no-personal-weapons",),
)
ADMIT_LICENCE = Rule(
    code="ADMIT-LICENCE",
    title="What can fire stands on a licence that the production has seen, number and all",
    layer=Layer.ADMISSION,
    sources=("weapon-class-allowed-here", "permits-and-insurance", "handler-licence-in-date"),
)
ADMIT_STANDARD = Rule(
    code="ADMIT-STANDARD",
    title="Made unable to fire means: by the rule of the country where it is used",
    layer=Layer.ADMISSION,
    sources=("weapon-class-allowed-here",),
)
CLASS_DIFFERS = Rule(
    code="CLASS-DIFFERS",
    title="Two tests of one weapon find the same",
    layer=Layer.ADMISSION,
    laws=(1, 3),
    sources=("weapon-class-allowed-here",),
    tone=Tone.ALARM,
)

RULES = (
    ADMIT_ROLE,
    ADMIT_NEW,
    ADMIT_LOCKED,
    ADMIT_PERSONAL,
    ADMIT_LICENCE,
    ADMIT_STANDARD,
    CLASS_TWICE,
    CLASS_DIFFERS,
)


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
    if act.origin is Origin.PERSONAL:
        yield ADMIT_PERSONAL.refuses(weapon=act.weapon)


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
    if case.person in {found.person for found in weapon.classed}:
        yield CLASS_TWICE.refuses(person=case.person)
    yield from paper_rules(case)
    others = {each.weapon_class for each in weapon.classed}
    if others - {case.act.weapon_class}:
        yield CLASS_DIFFERS.alarms(weapon.id, *quarantined(weapon, CLASS_DIFFERS.code, case.now))


def paper_rules(case: Case[ClassWeapon]) -> Iterator[Bite]:
    """Yield why the papers do not carry this class: no papers, no class, no use."""
    weapon, found = case.weapon(case.act.weapon), case.act.weapon_class
    if found in NEEDS_LICENCE and not weapon.licence:
        yield ADMIT_LICENCE.refuses(weapon=weapon.id)
    if found is WeaponClass.DEACTIVATED and weapon.standard != case.policy.country:
        yield ADMIT_STANDARD.refuses(standard=weapon.standard, country=case.policy.country)


def quarantined(weapon: Weapon, cause: str, at: Instant) -> tuple[Event, ...]:
    """Return the taking out of use of a weapon."""
    return (*doubted(weapon, cause, at), WeaponQuarantined(weapon=weapon.id, cause=cause))


def classify(case: Case[ClassWeapon]) -> tuple[Event, ...]:
    """Return the finding; with a second equal one, the class."""
    act, weapon = case.act, case.weapon(case.act.weapon)
    found = ClassFound(
        weapon=act.weapon, person=case.person, weapon_class=act.weapon_class, photo=act.photo
    )
    if weapon.classed:
        return (found, WeaponClassed(weapon=act.weapon, weapon_class=act.weapon_class))
    return (found,)


def weapon_received(state: State, event: WeaponReceived) -> State:
    weapon = Weapon(
        id=event.weapon,
        tag=event.tag,
        form=event.form,
        capacity=event.capacity,
        unit=event.unit,
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
    weapon = replace(weapon, quarantine=event.cause, showing=None, clearance=None, offer=None)
    return replace(state, weapons=put(state.weapons, weapon.id, weapon))
