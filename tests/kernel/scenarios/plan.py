"""On which act does each rule about plans bite, and on which does it just not?"""

from dataclasses import replace
from typing import Any

from tests.kernel import stage as s
from tests.kernel.scenarios.sides import Sides, of

from showclear.kernel.asks import GiveNotice, PlanSetUp, ReplaceWeapon
from showclear.kernel.words import Mode, Purpose, WeaponClass


@of("PLAN-ROLE")
def a_performer_plans() -> Sides:
    play = s.received()
    return play.scene("dora", s.PLAN), play.scene("sam", s.PLAN)


@of("PLAN-KNOWN")
def a_plan_for_somebody_unheard_of() -> Sides:
    play = s.received()
    stranger = replace(s.USES[0], taker="nobody")
    return play.scene("alf", replace(s.PLAN, uses=(stranger,))), play.scene("alf", s.PLAN)


def sides(found: WeaponClass, bitten: PlanSetUp, near: PlanSetUp) -> Sides:
    """Plan a gun of this class, once as the rule forbids and once just not."""
    play = s.classed(found)
    return play.scene("alf", bitten), play.scene("alf", near)


def use(**changes: Any) -> PlanSetUp:
    """Plan one use of the gun, changed so."""
    return replace(s.PLAN, uses=(replace(s.USES[0], **changes),))


BLANK = WeaponClass.BLANK_ONLY


@of("REPLACE-PLANNED")
def a_weapon_the_plan_has_not_is_replaced() -> Sides:
    play = s.received().do("alf", use())
    act = ReplaceWeapon(setup=s.SCENE, weapon=s.TWIN, by_weapon=s.GUN)
    other = ReplaceWeapon(setup=s.SCENE, weapon=s.GUN, by_weapon=s.TWIN)
    return play.scene("alf", act), play.scene("alf", other)


@of("PLAN-REPLICA")
def a_blank_firing_gun_for_an_insert() -> Sides:
    plan = replace(use(), purpose=Purpose.INSERT)
    disabled = s.classed(WeaponClass.DISABLED).scene("alf", plan)
    return s.classed(BLANK).scene("alf", plan), disabled


@of("PLAN-REASON")
def nobody_says_why_no_replica() -> Sides:
    return sides(BLANK, use(reason=""), use())


@of("PLAN-AIM")
def a_gun_is_pointed_at_a_person() -> Sides:
    return sides(BLANK, use(aims_at="alf"), use())


@of("PLAN-PUBLIC")
def the_public_stands_inside() -> Sides:
    return sides(BLANK, replace(use(), is_public_inside=True), use())


@of("PLAN-SHEET")
def a_device_without_a_sheet() -> Sides:
    return sides(WeaponClass.DEVICE, use(sheet_mm=0), use(sheet_mm=1))


@of("PLAN-DISTANCE")
def a_millimetre_too_near() -> Sides:
    near = use(mode=Mode.HOT, distance_mm=6_099)
    return sides(BLANK, near, replace(s.PLAN, uses=(s.HOT,)))


@of("PLAN-INSIDE")
def the_camera_operator_stands_inside() -> Sides:
    hot = replace(s.PLAN, uses=(s.HOT,))
    return sides(BLANK, replace(hot, inside=("med",)), hot)


@of("PLAN-TWICE")
def one_hot_and_one_cold_for_one_taker() -> Sides:
    twin = replace(s.HOT, weapon=s.TWIN)
    both = replace(s.PLAN, uses=(*s.USES, replace(twin, taker="pip")))
    return sides(BLANK, replace(s.PLAN, uses=(*s.USES, twin)), both)


@of("CALL-BRIEFED")
def the_plan_changed_after_the_talk() -> Sides:
    """The safety officer was put inside, and has not heard the talk."""
    play = s.inspected().do("alf", replace(s.PLAN, inside=("sam",))).do("alf", s.BRIEF)
    play.do("ada", s.SHOW).do("alf", s.LOOK).do("dora", s.LOOK)
    play.do("ada", s.OFFER).do("sec", s.READ).do("dora", s.TAKE)
    unheard = play.scene("alf", s.CALL)
    return unheard, play.do("sam", replace(s.BRIEF, heard=())).scene("alf", s.CALL)


@of("CALL-NOTICED")
def nobody_told_the_neighbours_today() -> Sides:
    policy = replace(s.POLICY, notice_needed=True)
    silent = s.in_hand().scene("alf", s.CALL)
    told = s.in_hand().do("alf", GiveNotice(told="hash-of-told")).scene("alf", s.CALL)
    return silent._replace(policy=policy), told._replace(policy=policy)
