"""Is a plan refused on paper, wherever somebody could be hurt by it?"""

from dataclasses import replace
from typing import Any

import pytest
from tests.kernel import stage as s
from tests.kernel.stage import Play, code_of

from showclear.kernel.asks import AdmitArmed, BarPerson, Brief, PlanSetUp, ReplaceWeapon
from showclear.kernel.policy import PROFILE_OF, is_no_fire
from showclear.kernel.words import Mode, Purpose, Role, WeaponClass

BARE = replace(s.USES[0], reason="")
ALL = tuple(WeaponClass)


def plan(*uses: Any, **changes: Any) -> PlanSetUp:
    return replace(s.PLAN, uses=uses, **changes)


def asked(found: WeaponClass, act: PlanSetUp) -> str:
    return code_of(s.classed(found).ask("alf", act))


@pytest.mark.parametrize("found", [each for each in ALL if is_no_fire(each)])
def test_nothing_stands_in_the_way_of_what_can_neither_fire_nor_cut(found: WeaponClass) -> None:
    use = replace(BARE, aims_at="alf", mode=Mode.HOT)
    act = plan(use, purpose=Purpose.REHEARSAL, inside=("alf",), is_public_inside=True)
    assert asked(found, act) == ""


@pytest.mark.parametrize("found", [each for each in ALL if not is_no_fire(each)])
@pytest.mark.parametrize("purpose", [each for each in Purpose if each is not Purpose.TAKE])
def test_where_no_shot_is_called_for_nothing_can_fire(found: WeaponClass, purpose: Purpose) -> None:
    is_insert = purpose is Purpose.INSERT and found is WeaponClass.DISABLED
    use = replace(s.USES[0], sheet_mm=1)
    assert asked(found, plan(use, purpose=purpose)) == ("" if is_insert else "PLAN-REPLICA")


def test_a_weapon_that_nobody_tested_counts_as_live_capable() -> None:
    assert code_of(s.received().ask("alf", plan(BARE))) == "PLAN-REASON"
    assert None not in PROFILE_OF


@pytest.mark.parametrize(
    ("sheet_mm", "distance_mm", "code"),
    [
        (0, 6_099, "PLAN-DISTANCE"),
        (0, 6_100, ""),
        (-1, 6_099, "PLAN-DISTANCE"),
        (4_000, 3_999, "PLAN-DISTANCE"),
        (4_000, 4_000, ""),
        (9_000, 8_999, "PLAN-DISTANCE"),
        (9_000, 9_000, ""),
        (1, 3_049, "PLAN-DISTANCE"),
        (1, 3_050, ""),
        (0, -6_100, "PLAN-DISTANCE"),
    ],
)
def test_the_distance_is_the_sheets_and_never_under_ten_feet(
    sheet_mm: int, distance_mm: int, code: str
) -> None:
    use = replace(s.HOT, sheet_mm=sheet_mm, distance_mm=distance_mm)
    assert asked(WeaponClass.BLANK_ONLY, plan(use)) == code


def test_no_setting_brings_anybody_nearer_than_ten_feet() -> None:
    scene = s.classed().scene("alf", plan(replace(s.HOT, distance_mm=3_049)))
    loose = scene._replace(policy=replace(s.POLICY, muzzle_distance_min=0))
    assert code_of(loose.judge()) == "PLAN-DISTANCE"


def test_a_cold_weapon_needs_no_distance_and_may_have_people_inside() -> None:
    assert asked(WeaponClass.BLANK_ONLY, plan(*s.USES, inside=("sam",))) == ""


@pytest.mark.parametrize(
    "act",
    [
        plan(replace(s.USES[0], double="nobody")),
        plan(replace(s.USES[0], path=("sam", "nobody"))),
        plan(*s.USES, inside=("nobody",)),
    ],
)
def test_a_plan_names_only_people_of_the_show(act: PlanSetUp) -> None:
    assert code_of(s.received().ask("alf", act)) == "PLAN-KNOWN"


@pytest.mark.parametrize("hand", [{"taker": "kid"}, {"double": "kid"}, {"path": ("sam", "kid")}])
def test_a_minor_is_in_no_planned_hand(hand: Any) -> None:
    play = s.classed().do("ada", replace(s.person("kid", Role.PERFORMER), is_minor=True))
    assert code_of(play.ask("alf", plan(replace(s.USES[0], **hand)))) == "PEOPLE-MINOR"


@pytest.mark.parametrize("inside", [("med",), ()])
def test_nobody_armed_and_nobody_barred_is_planned(inside: tuple[str, ...]) -> None:
    act = plan(*(() if inside else (replace(s.USES[0], double="med"),)), inside=inside)
    armed = s.classed().do("alf", AdmitArmed(who="med", place="gate"))
    assert code_of(armed.ask("alf", act)) == "ARMED-APART"
    barred = s.classed().do(None, BarPerson(who="med"))
    assert code_of(barred.ask("alf", act)) == "WHO-BARRED"


def test_a_rubber_gun_beside_a_hot_one_is_no_second_weapon() -> None:
    play = s.classed().do("ada", s.finding(s.TWIN, WeaponClass.RUBBER))
    play.do("sec", s.finding(s.TWIN, WeaponClass.RUBBER))
    play.do("alf", s.finding(s.TWIN, WeaponClass.RUBBER))
    assert code_of(play.ask("alf", plan(s.HOT, replace(BARE, weapon=s.TWIN)))) == ""


def test_two_cold_ones_for_one_person_are_planned() -> None:
    twin = replace(s.USES[0], weapon=s.TWIN)
    assert asked(WeaponClass.BLANK_ONLY, plan(*s.USES, twin)) == ""


def replaced(play: Play, by: str = s.TWIN) -> ReplaceWeapon:
    return ReplaceWeapon(setup=s.SCENE, weapon=s.GUN, by_weapon=by)


def test_a_replacement_inherits_nothing() -> None:
    play = s.shown()
    play.do("alf", replaced(play))
    assert play.weapon().clearance is None
    assert play.weapon(s.TWIN).condition.cause == "REPLACES"
    setup = play.state.setups[s.SCENE]
    assert [use.weapon for use in setup.uses] == [s.TWIN]
    assert setup.briefed == ()
    assert code_of(play.ask("ada", s.SHOW)) == "SHOW-PLAN"


def test_what_was_known_of_the_replacement_is_doubted() -> None:
    play = s.inspected().do("alf", plan(replace(s.USES[0], weapon=s.TWIN)))
    play.do("alf", ReplaceWeapon(setup=s.SCENE, weapon=s.TWIN, by_weapon=s.GUN))
    assert play.weapon().condition.slots is None


@pytest.mark.parametrize(
    ("who", "by", "code"),
    [
        ("dora", s.TWIN, "PLAN-ROLE"),
        ("alf", "ghost", "PLAN-KNOWN"),
        ("alf", s.GUN, "REPLACE-PLANNED"),
    ],
)
def test_a_replacement_is_planned_like_any_weapon(who: str, by: str, code: str) -> None:
    play = s.classed()
    assert code_of(play.ask(who, replaced(play, by))) == code


def test_a_live_capable_gun_does_not_replace_the_rubber_one_of_a_rehearsal() -> None:
    play = s.classed(WeaponClass.RUBBER).do("alf", plan(BARE, purpose=Purpose.REHEARSAL))
    assert code_of(play.ask("alf", replaced(play))) == "PLAN-REPLICA"


def test_in_a_replay_without_names_a_weapon_unheard_of_replaces_and_is_nothing() -> None:
    play = s.classed()
    scene = play.scene("alf", replaced(play, "ghost"))
    assert code_of(scene.judge(frozenset())) == ""


@pytest.mark.parametrize(
    ("who", "heard", "code"),
    [
        ("dora", ("dora",), "PLAN-ROLE"),
        ("sam", ("nobody",), "PEOPLE-KNOWN"),
        ("sam", ("dora",), ""),
    ],
)
def test_the_talk_is_given_by_those_who_plan_to_people_of_the_show(
    who: str, heard: tuple[str, ...], code: str
) -> None:
    assert code_of(s.received().ask(who, Brief(setup=s.SCENE, heard=heard))) == code


def test_a_second_talk_adds_those_who_heard_it() -> None:
    play = s.received().do("sam", Brief(setup=s.SCENE, heard=("pip", "dora")))
    assert play.state.setups[s.SCENE].briefed == ("alf", "dora", "sam", "pip")


def test_a_new_plan_voids_the_talk_and_keeps_the_count_of_takes() -> None:
    play = s.cut().do("alf", s.PLAN)
    assert play.state.setups[s.SCENE].briefed == ()
    assert play.state.setups[s.SCENE].take == 2


def test_a_weapon_found_to_be_more_after_the_plan_is_not_called() -> None:
    play = s.in_hand()
    setup = replace(play.state.setups[s.SCENE], uses=(BARE,))
    state = replace(play.state, setups={s.SCENE: setup})
    assert code_of(play.scene("alf", s.CALL)._replace(state=state).judge()) == "PLAN-REASON"


def test_a_rubber_gun_is_called_without_a_talk() -> None:
    play = s.in_hand()
    weapon = replace(play.weapon(), weapon_class=WeaponClass.RUBBER)
    setup = replace(play.state.setups[s.SCENE], briefed=())
    state = replace(play.state, weapons={s.GUN: weapon}, setups={s.SCENE: setup})
    assert code_of(play.scene("alf", s.CALL)._replace(state=state).judge()) == ""


def test_nothing_is_called_hot_while_a_required_post_is_vacant() -> None:
    play = s.shown_hot().do("alf", s.BRIEF).do("ada", s.OFFER).do("sec", s.READ)
    scene = play.do("dora", s.TAKE).scene("alf", s.CALL)
    posts = {each: who for each, who in scene.state.posts.items() if each != Role.MEDIC}
    vacant = scene._replace(state=replace(scene.state, posts=posts))
    assert (code_of(scene.judge()), code_of(vacant.judge())) == ("", "POST-HOT")
