"""What can this weapon do, and who has found that out?

A class comes from tests by different people, each with a photograph, never from a label. Two of
them give live-capable, a cannon, a blade or a bow. Any other class says that a gun can do less,
and takes people's guard down with it: it needs a third test, by somebody who neither keeps weapons
nor counts what is in them (ADR 26).
"""

from collections.abc import Iterator

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.admission import (
    ADMIT_CHAMBERS,
    ADMIT_LICENCE,
    ADMIT_ROLE,
    ADMIT_STANDARD,
    CHAMBERS_MAX,
)  # fmt: skip
from showclear.kernel.decision import Bite
from showclear.kernel.fitness import CANNOT_FIRE
from showclear.kernel.people import minor_rules
from showclear.kernel.policy import profile_of
from showclear.kernel.quarantine import quarantined
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import State, with_weapon
from showclear.kernel.weapon import Classing, Weapon
from showclear.kernel.words import OUTSIDE, TESTERS, FunctionalGuns, Layer, Tone, WeaponClass

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
CLASS_OUTSIDE = Rule(
    code="CLASS-OUTSIDE",
    title="That a gun can do less than fire live is also seen by somebody who keeps none",
    layer=Layer.ADMISSION,
    laws=(1, 3),
    sources=("weapon-class-allowed-here",),
    tone=Tone.NOT_YET,
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

RULES = (CLASS_ALLOWED, CLASS_TWICE, CLASS_OUTSIDE, CLASS_DIFFERS, CLASS_PHOTO)

NEEDS_PAPER = frozenset(
    {
        WeaponClass.LIVE_CAPABLE, WeaponClass.BLANK_ONLY, WeaponClass.DISABLED,
        WeaponClass.CANNON, WeaponClass.DEACTIVATED, WeaponClass.DEVICE,
    }
)  # fmt: skip

BY_TWO = frozenset(
    {
        WeaponClass.LIVE_CAPABLE, WeaponClass.CANNON, WeaponClass.BLADE_SHARP,
        WeaponClass.BLADE_BLUNT, WeaponClass.BOW,
    }
)  # fmt: skip
"""Classes that two tests give. Any other says that a gun can do less (ADR 26)."""

UNMODIFIED = frozenset({WeaponClass.LIVE_CAPABLE, WeaponClass.CANNON})
NOT_ALLOWED: dict[FunctionalGuns, frozenset[WeaponClass]] = {
    FunctionalGuns.NONE: UNMODIFIED | {WeaponClass.BLANK_ONLY, WeaponClass.DISABLED},
    FunctionalGuns.BLANK_ONLY_OR_MODIFIED: UNMODIFIED,
    FunctionalGuns.REGULATED: frozenset(),
}


def class_rules(case: Case[a.ClassWeapon]) -> Iterator[Bite]:
    """Yield why this test does not count. One that differs is an alarm before all else of it."""
    act, weapon = case.act, case.weapon(case.act.weapon)
    if not case.has_role(*TESTERS, *OUTSIDE):
        yield ADMIT_ROLE.refuses()
    yield from minor_rules(case, case.person)
    if _differs(weapon, act.weapon_class):
        yield CLASS_DIFFERS.alarms(weapon.id, *quarantined(weapon, CLASS_DIFFERS.code, case))
    if case.person in {found.person for found in weapon.classed}:
        yield CLASS_TWICE.refuses(person=case.person)
    if len(_equal(case)) == _tests(case) - 1 and not _gives_class(case):
        yield CLASS_OUTSIDE.refuses(tests=len(weapon.classed))
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


def _equal(case: Case[a.ClassWeapon]) -> list[str]:
    """Return who has found the same before."""
    classed = case.weapon(case.act.weapon).classed
    return [each.person for each in classed if each.weapon_class is case.act.weapon_class]


def _tests(case: Case[a.ClassWeapon]) -> int:
    return 2 if case.act.weapon_class in BY_TWO else 3


def _gives_class(case: Case[a.ClassWeapon]) -> bool:
    """Say whether this finding is the last one that the class needs."""
    testers = (*_equal(case), case.person)
    roles = [case.state.people[each].roles for each in testers if each in case.state.people]
    is_outside = any(role in OUTSIDE for each in roles for role in each)
    return len(testers) >= _tests(case) and (is_outside or case.act.weapon_class in BY_TWO)


def classify(case: Case[a.ClassWeapon]) -> tuple[e.Event, ...]:
    """Return the finding; with the last one that it needs the class."""
    act, weapon = case.act, case.weapon(case.act.weapon)
    found = e.ClassFound(
        weapon=act.weapon, person=case.person, weapon_class=act.weapon_class, photo=act.photo
    )
    if not _gives_class(case) or weapon.weapon_class is not None or weapon.quarantine:
        return (found,)
    return (found, e.WeaponClassed(weapon=act.weapon, weapon_class=act.weapon_class))


def class_found(state: State, event: e.ClassFound) -> State:
    found = Classing(person=event.person, weapon_class=event.weapon_class, photo=event.photo)
    classed = (*state.weapons[event.weapon].classed, found)
    return with_weapon(state, event.weapon, classed=classed)


def weapon_classed(state: State, event: e.WeaponClassed) -> State:
    return with_weapon(state, event.weapon, weapon_class=event.weapon_class)


JUDGES = {a.ClassWeapon: Judge(class_rules, classify)}

EVOLVERS = {e.ClassFound: class_found, e.WeaponClassed: weapon_classed}
