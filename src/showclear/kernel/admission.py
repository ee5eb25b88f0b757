"""How does a weapon come into the register, and what is it?

It comes in unknown and locked up. What it can do is found by test, by two people, each with a
photograph, never read from a label or a hire note. A class that stands on a paper needs the paper.
"""

from collections.abc import Iterator
from dataclasses import replace

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.fitness import CANNOT_FIRE, fit_rules
from showclear.kernel.people import minor_rules
from showclear.kernel.policy import profile_of
from showclear.kernel.quarantine import quarantined
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import State, put, with_weapon
from showclear.kernel.weapon import Classing, Condition, Custody, Weapon
from showclear.kernel.words import (
    KEEPERS,
    TESTERS,
    FunctionalGuns,
    Layer,
    Origin,
    Role,
    Tone,
    WeaponClass,
)

__all__ = ["KEEPERS", "TESTERS", "fit_rules"]

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
ADMIT_PERSONAL = Rule(
    code="ADMIT-PERSONAL",
    title="Nobody's own weapon comes into the register",
    layer=Layer.ADMISSION,
    laws=(7,),
    sources=("no-personal-weapons",),
)
ADMIT_ORIGIN = Rule(
    code="ADMIT-ORIGIN",
    title="A weapon comes from somebody who answers for it",
    layer=Layer.ADMISSION,
    laws=(1,),
    sources=("no-personal-weapons",),
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
ADMIT_LICENCE = Rule(
    code="ADMIT-LICENCE",
    title="What is or was a gun, a device or ordnance stands on a paper that the production saw",
    layer=Layer.ADMISSION,
    laws=(1, 13),
    sources=("handler-licence-in-date", "weapon-class-allowed-here"),
)
ADMIT_STANDARD = Rule(
    code="ADMIT-STANDARD",
    title="Deactivated means: by the rule of the country where it is used",
    layer=Layer.ADMISSION,
    laws=(1,),
    sources=("weapon-class-allowed-here",),
)
CLASS_ALLOWED = Rule(
    code="CLASS-ALLOWED",
    title="The production uses only the classes that it allows",
    layer=Layer.ADMISSION,
    laws=(13,),
    sources=("weapon-class-allowed-here",),
)
CLASS_TWICE = Rule(
    code="CLASS-TWICE",
    title="The second test of a weapon is another person's",
    layer=Layer.ADMISSION,
    laws=(3,),
    sources=("weapon-class-allowed-here",),
)
CLASS_DIFFERS = Rule(
    code="CLASS-DIFFERS",
    title="All tests of one weapon find the same",
    layer=Layer.ADMISSION,
    laws=(1, 3),
    sources=("weapon-class-allowed-here",),
    tone=Tone.ALARM,
)
CLASS_PHOTO = Rule(
    code="CLASS-PHOTO",
    title="Each test of a weapon has its photograph",
    layer=Layer.ADMISSION,
    laws=(1,),
    tone=Tone.NOT_YET,
)

RULES = (
    ADMIT_ROLE, ADMIT_NEW, ADMIT_PERSONAL, ADMIT_ORIGIN, ADMIT_LOCKED, ADMIT_CHAMBERS,
    ADMIT_LICENCE, ADMIT_STANDARD, CLASS_ALLOWED, CLASS_TWICE, CLASS_DIFFERS, CLASS_PHOTO,
)  # fmt: skip

CHAMBERS_MAX = 200
"""More than any weapon on a set holds: a belt is counted as an item of its own."""

PAPER_SEERS = (*KEEPERS, Role.PRODUCER, Role.PRODUCTION_MANAGER)

NEEDS_PAPER = frozenset(
    {
        WeaponClass.LIVE_CAPABLE, WeaponClass.BLANK_ONLY, WeaponClass.DISABLED,
        WeaponClass.CANNON, WeaponClass.DEACTIVATED, WeaponClass.DEVICE,
    }
)  # fmt: skip

ORDNANCE = frozenset({"bomb", "grenade", "mine", "mortar", "rocket", "shell"})
"""Forms that come in with a certificate or not at all, whatever they are called inert for."""

UNMODIFIED = frozenset({WeaponClass.LIVE_CAPABLE, WeaponClass.CANNON})
NOT_ALLOWED: dict[FunctionalGuns, frozenset[WeaponClass]] = {
    FunctionalGuns.NONE: UNMODIFIED | {WeaponClass.BLANK_ONLY, WeaponClass.DISABLED},
    FunctionalGuns.BLANK_ONLY_OR_MODIFIED: UNMODIFIED,
    FunctionalGuns.REGULATED: frozenset(),
}


def receive_rules(case: Case[a.ReceiveWeapon]) -> Iterator[Bite]:
    """Yield why this weapon is not taken in."""
    act = case.act
    if not case.has_role(*KEEPERS):
        yield ADMIT_ROLE.refuses()
    tags = ("", *(each.tag for each in case.state.weapons.values()))
    if act.weapon in ("", *case.state.weapons) or act.tag in tags:
        yield ADMIT_NEW.refuses(weapon=act.weapon, tag=act.tag)
    if act.origin is Origin.PERSONAL:
        yield ADMIT_PERSONAL.refuses()
    if act.origin in (Origin.HOME_MADE, Origin.LOOSE):
        yield ADMIT_ORIGIN.refuses(origin=act.origin.value)
    if act.form.casefold() in ORDNANCE and not act.licence:
        yield ADMIT_LICENCE.refuses()
    place = case.state.places.get(act.place)
    if place is None or not place.is_locked:
        yield ADMIT_LOCKED.refuses(place=act.place)
    if not 0 <= act.capacity <= CHAMBERS_MAX:
        yield ADMIT_CHAMBERS.refuses(chambers=act.capacity, most=CHAMBERS_MAX)


def receive(case: Case[a.ReceiveWeapon]) -> tuple[e.Event, ...]:
    """Return the arrival: contents unknown, class unknown, locked up, everything due."""
    act = case.act
    return (
        e.WeaponReceived(
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


def paper_rules(case: Case[a.SeePaper]) -> Iterator[Bite]:
    """Yield why this paper is not entered."""
    if not case.has_role(*PAPER_SEERS):
        yield ADMIT_ROLE.refuses()


def see_paper(case: Case[a.SeePaper]) -> tuple[e.Event, ...]:
    """Return what the paper adds; what is on record already is not written over."""
    act, weapon = case.act, case.weapon(case.act.weapon)
    licence, standard = weapon.licence or act.licence, weapon.standard or act.standard
    if (licence, standard) == (weapon.licence, weapon.standard):
        return ()
    return (e.PaperSeen(weapon=weapon.id, person=case.person, licence=licence, standard=standard),)


def class_rules(case: Case[a.ClassWeapon]) -> Iterator[Bite]:
    """Yield why this test does not count. One that differs is an alarm before all else of it."""
    act, weapon = case.act, case.weapon(case.act.weapon)
    if not case.has_role(*TESTERS):
        yield ADMIT_ROLE.refuses()
    yield from minor_rules(case, case.person)
    if _differs(weapon, act.weapon_class):
        yield CLASS_DIFFERS.alarms(weapon.id, *quarantined(weapon, CLASS_DIFFERS.code, case))
    if case.person in {found.person for found in weapon.classed}:
        yield CLASS_TWICE.refuses(person=case.person)
    if not act.photo:
        yield CLASS_PHOTO.refuses()
    if weapon.capacity < 1 and profile_of(act.weapon_class) not in CANNOT_FIRE:
        yield ADMIT_CHAMBERS.refuses(chambers=weapon.capacity, most=CHAMBERS_MAX)
    if act.weapon_class in NEEDS_PAPER and not weapon.licence:
        yield ADMIT_LICENCE.refuses()
    country = case.policy.country
    if act.weapon_class is WeaponClass.DEACTIVATED and (not country or weapon.standard != country):
        yield ADMIT_STANDARD.refuses(standard=weapon.standard, country=country)
    if act.weapon_class in NOT_ALLOWED[case.policy.functional_guns]:
        yield CLASS_ALLOWED.refuses(weapon_class=act.weapon_class.value)


def _differs(weapon: Weapon, found: WeaponClass) -> bool:
    """Say whether a test found otherwise; in quarantine each only says what he found."""
    return not weapon.quarantine and bool({each.weapon_class for each in weapon.classed} - {found})


def classify(case: Case[a.ClassWeapon]) -> tuple[e.Event, ...]:
    """Return the finding; with the second equal one the class."""
    act, weapon = case.act, case.weapon(case.act.weapon)
    found = e.ClassFound(
        weapon=act.weapon, person=case.person, weapon_class=act.weapon_class, photo=act.photo
    )
    equal = [each for each in weapon.classed if each.weapon_class is act.weapon_class]
    if len(equal) != 1 or weapon.weapon_class is not None or weapon.quarantine:
        return (found,)
    return (found, e.WeaponClassed(weapon=act.weapon, weapon_class=act.weapon_class))


def weapon_received(state: State, event: e.WeaponReceived) -> State:
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


def paper_seen(state: State, event: e.PaperSeen) -> State:
    return with_weapon(state, event.weapon, licence=event.licence, standard=event.standard)


def class_found(state: State, event: e.ClassFound) -> State:
    found = Classing(person=event.person, weapon_class=event.weapon_class, photo=event.photo)
    classed = (*state.weapons[event.weapon].classed, found)
    return with_weapon(state, event.weapon, classed=classed)


def weapon_classed(state: State, event: e.WeaponClassed) -> State:
    return with_weapon(state, event.weapon, weapon_class=event.weapon_class)


JUDGES: dict[type, Judge] = {
    a.ReceiveWeapon: Judge(receive_rules, receive),
    a.SeePaper: Judge(paper_rules, see_paper),
    a.ClassWeapon: Judge(class_rules, classify),
}

EVOLVERS = {
    e.WeaponReceived: weapon_received,
    e.PaperSeen: paper_seen,
    e.ClassFound: class_found,
    e.WeaponClassed: weapon_classed,
}
