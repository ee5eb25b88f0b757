"""May this weapon be used like this in this set-up?

Asked when the plan is made, when a weapon is replaced in it, and again at the weapons call: what
was planned as something harmless may since have been found to be something else. None of these
rules stands in the way of what can neither fire nor cut.
"""

from collections.abc import Iterator
from typing import Any

from showclear.kernel.decision import Bite
from showclear.kernel.people import minor_rules
from showclear.kernel.policy import MUZZLE_FLOOR, Policy, is_no_fire
from showclear.kernel.rule import Case, Rule
from showclear.kernel.state import SetUp
from showclear.kernel.things import Use
from showclear.kernel.trust import hands
from showclear.kernel.words import Layer, Mode, Purpose, WeaponClass

PLAN_REPLICA = Rule(
    code="PLAN-REPLICA",
    title="Where no shot is called for, the weapon is one that cannot fire or cut",
    layer=Layer.STAGING,
    sources=("alternatives-first", "rubber-for-rehearsal"),
)
PLAN_REASON = Rule(
    code="PLAN-REASON",
    title="A weapon that can fire or cut is planned with a reason: why not a replica",
    layer=Layer.STAGING,
    laws=(13,),
    sources=("alternatives-first",),
)
PLAN_AIM = Rule(
    code="PLAN-AIM",
    title="Nothing that can fire or cut is pointed at a person",
    layer=Layer.STAGING,
    sources=("never-point", "cheat-the-aim"),
)
PLAN_PUBLIC = Rule(
    code="PLAN-PUBLIC",
    title="Nothing that can fire or cut is used with the public inside the distance",
    layer=Layer.STAGING,
    sources=("standoff-20ft",),
)
PLAN_SHEET = Rule(
    code="PLAN-SHEET",
    title="A device in the hand has a data sheet",
    layer=Layer.STAGING,
    laws=(1,),
    sources=("test-gun-and-blank",),
)
PLAN_DISTANCE = Rule(
    code="PLAN-DISTANCE",
    title="Nobody stands nearer to a hot muzzle than the distance in force",
    layer=Layer.STAGING,
    sources=("standoff-20ft", "distance-measured"),
)
PLAN_INSIDE = Rule(
    code="PLAN-INSIDE",
    title="When something fires, nobody is inside the distance",
    layer=Layer.STAGING,
    sources=("standoff-20ft",),
)
PLAN_TWICE = Rule(
    code="PLAN-TWICE",
    title="Nobody has one weapon hot and one cold in one set-up",
    layer=Layer.STAGING,
    laws=(2,),
    sources=("hot-cold-announced",),
)

RULES = (
    PLAN_REPLICA, PLAN_REASON, PLAN_AIM, PLAN_PUBLIC, PLAN_SHEET, PLAN_DISTANCE, PLAN_INSIDE,
    PLAN_TWICE,
)  # fmt: skip


def use_rules(case: Case[Any], setup: SetUp, use: Use) -> Iterator[Bite]:
    """Yield why something that can fire or cut is not used like this."""
    weapon = case.state.weapons.get(use.weapon)
    if weapon is None or is_no_fire(weapon.weapon_class):
        return
    for each in hands(use):
        yield from minor_rules(case, each)
    is_insert = setup.purpose is Purpose.INSERT and weapon.weapon_class is WeaponClass.DISABLED
    if setup.purpose is not Purpose.TAKE and not is_insert:
        yield PLAN_REPLICA.refuses(weapon=weapon.id, purpose=setup.purpose.value)
    if not use.reason:
        yield PLAN_REASON.refuses(weapon=weapon.id)
    if use.aims_at:
        yield PLAN_AIM.refuses(weapon=weapon.id, person=use.aims_at)
    if setup.is_public_inside:
        yield PLAN_PUBLIC.refuses(weapon=weapon.id)
    if weapon.weapon_class is WeaponClass.DEVICE and use.sheet_mm <= 0:
        yield PLAN_SHEET.refuses(weapon=weapon.id)
    if use.mode is Mode.HOT:
        yield from _hot_rules(case, setup, use)


def _hot_rules(case: Case[Any], setup: SetUp, use: Use) -> Iterator[Bite]:
    least = distance_min(case.policy, use)
    if use.distance_mm < least:
        yield PLAN_DISTANCE.refuses(weapon=use.weapon, distance=use.distance_mm, least=least)
    if setup.inside:
        yield PLAN_INSIDE.refuses(weapon=use.weapon, person=setup.inside[0])


def distance_min(policy: Policy, use: Use) -> int:
    """Return the least distance in millimetres: the sheet's, where a sheet was seen."""
    asked = use.sheet_mm if use.sheet_mm > 0 else policy.muzzle_distance_min
    return max(asked, MUZZLE_FLOOR)


def twice_rules(case: Case[Any], setup: SetUp) -> Iterator[Bite]:
    """Yield the refusal for whoever would have a hot weapon and a cold one that can hurt."""
    modes: dict[str, Mode] = {}
    for use in setup.uses:
        weapon = case.state.weapons.get(use.weapon)
        can_hurt = weapon is not None and not is_no_fire(weapon.weapon_class)
        for each in hands(use) if can_hurt else ():
            if modes.setdefault(each, use.mode) is not use.mode:
                yield PLAN_TWICE.refuses(person=each)
