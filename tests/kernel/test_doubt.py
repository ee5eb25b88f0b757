"""After what does nothing that was counted or shown before count any more? (SAFETY, I6 and I7)"""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.kernel import stage as s
from tests.kernel.stage import Play, code_of

from showclear.kernel.asks import (
    AskAgain,
    Break,
    EndKey,
    Hold,
    LiveFound,
    LockUp,
    OpenDiscrepancy,
    RatherRubber,
    ReportFault,
    ReportMissing,
    ReportUnattended,
    Restart,
    ServerStarted,
    Stop,
    TakeBack,
    UnplannedShot,
)
from showclear.kernel.decision import Allowed, Refused
from showclear.kernel.events import ClearanceEnded, LateReportReceived, WorkRestarted
from showclear.kernel.things import Seen
from showclear.kernel.words import Fault, Role, WeaponClass

DOUBTS: dict[str, Callable[[], Play]] = {
    "locked up": lambda: s.shown().do("ada", LockUp(weapon=s.GUN, place=s.SAFE, tag="tag-gun")),
    "returned": lambda: s.given_back().do("hal", TakeBack(weapon=s.GUN, tag="tag-gun")),
    "unattended": lambda: s.in_hand().do(None, ReportUnattended(weapon=s.GUN)),
    "unattended, none named": lambda: s.in_hand().do(None, ReportUnattended()),
    "live found": lambda: s.in_hand().do(None, LiveFound()),
    "unplanned shot": lambda: s.in_hand().do(None, UnplannedShot(weapon=s.TWIN)),
    "break": lambda: s.in_hand().do(None, Break(unit="main")),
    "inspector's key ended": lambda: s.shown().do(None, EndKey(key="k", person="sec")),
    "holder's key ended": lambda: s.in_hand().do(None, EndKey(key="k", person="dora")),
    "looker's key ended": lambda: (
        s.showing().do("alf", s.LOOK).do(None, EndKey(key="k", person="alf"))
    ),
    "another tag in the hand": lambda: alarmed(s.shown(), "ada", tag="tag-twin"),
    "an unknown tag in the hand": lambda: alarmed(s.shown(), "ada", tag="tag-none"),
    "does not add up": lambda: s.in_hand().do(None, OpenDiscrepancy(about=s.GUN)),
    "nothing adds up": lambda: s.in_hand().do(None, OpenDiscrepancy()),
    "jammed": lambda: s.in_hand().do(None, ReportFault(weapon=s.GUN, fault=Fault.JAM)),
    "one of them is at fault": lambda: s.in_hand().do(None, ReportFault()),
    "missing": lambda: s.in_hand().do(None, ReportMissing(weapon=s.GUN)),
    "one of them is missing": lambda: s.in_hand().do(None, ReportMissing()),
    "server started": lambda: s.in_hand().do(None, ServerStarted()),
}


def alarmed(play: Play, who: str, *, tag: str) -> Play:
    """Scan a tag that is not the weapon's."""
    play.ask(who, replace(s.OFFER, tag=tag))
    return play


@pytest.mark.parametrize("cause", sorted(DOUBTS))
def test_after_a_doubt_nothing_older_counts(cause: str) -> None:
    weapon = DOUBTS[cause]().weapon()
    assert (weapon.clearance, weapon.showing, weapon.offer) == (None, None, None)
    assert weapon.condition.inspected == ()


@pytest.mark.parametrize("act", [AskAgain(weapon=s.GUN), AskAgain(), RatherRubber(weapon="ghost")])
def test_who_would_see_it_again_ends_what_was_shown(act: AskAgain | RatherRubber) -> None:
    play = s.offered().do(None, act)
    assert (play.weapon().clearance, play.weapon().offer) == (None, None)
    assert play.weapon().condition.slots is not None


def test_who_would_see_one_weapon_again_ends_nothing_of_another() -> None:
    assert s.shown().do(None, AskAgain(weapon=s.TWIN)).weapon().clearance is not None


def test_the_twin_whose_tag_was_scanned_elsewhere_is_unknown() -> None:
    play = s.shown().do("sec", s.TURN).do("hal", replace(s.DRAW, weapon=s.TWIN, tag="tag-twin"))
    play.ask("ada", replace(s.OFFER, tag="tag-twin"))
    assert play.weapon(s.TWIN).condition.cause == "TAG-WRONG"


def test_only_the_weapon_that_was_left_is_doubted() -> None:
    play = s.proved().do(None, ReportUnattended(weapon=s.TWIN))
    assert play.weapon().condition.slots is not None
    assert play.weapon(s.TWIN).condition.cause == "UNATTENDED"


def test_a_count_that_differs_makes_the_contents_unknown() -> None:
    play = s.showing()
    play.ask("dora", replace(s.LOOK, seen=Seen(empty=5, blank=1)))
    assert play.weapon().condition.slots is None


def test_two_tests_that_differ_put_the_weapon_aside() -> None:
    play = s.received().do("ada", s.finding())
    assert code_of(play.ask("sec", s.finding(found=WeaponClass.AIRSOFT))) == "CLASS-DIFFERS"
    assert play.weapon().quarantine == "CLASS-DIFFERS"
    assert play.weapon().weapon_class is None


def test_a_new_plan_ends_what_was_shown_and_being_shown_for_it() -> None:
    assert s.shown().do("alf", s.PLAN).weapon().clearance is None
    assert s.showing().do("alf", s.PLAN).weapon().showing is None


def test_a_plan_of_another_set_up_ends_nothing() -> None:
    assert s.shown().do("alf", replace(s.PLAN, setup="setup-13")).weapon().clearance is not None


def test_a_hold_reaches_its_set_up_and_a_stop_its_unit() -> None:
    other = replace(s.PLAN, setup="setup-13", unit="far")
    assert s.shown().do(None, Hold(setup=s.SCENE)).weapon().clearance is None
    held = s.shown().do("alf", other).do(None, Hold(setup="setup-13"))
    assert held.weapon().clearance is not None
    assert s.shown().do(None, Hold(setup="ghost")).weapon().clearance is None
    assert s.shown().do(None, Stop(unit="ghost")).weapon().clearance is None


def test_the_key_of_a_holder_who_signed_nothing_ends_his_offer() -> None:
    play = s.drawn(WeaponClass.RUBBER).do("ada", s.OFFER)
    assert play.do(None, EndKey(key="k", person="ada")).weapon().offer is None


@pytest.mark.parametrize(("unit", "code"), [("far", ""), ("main", "STOPPED"), (None, "STOPPED")])
def test_a_stop_stands_over_its_unit_or_over_all(unit: str | None, code: str) -> None:
    play = s.keyed().do("ada", replace(s.arrival("third"), unit="far"))
    play.do(None, Stop(unit=unit))
    assert s.code_of(play.ask("ada", s.DRAW)) == code


def test_a_stop_of_a_unit_stands_over_the_set_ups_planned_in_it() -> None:
    play = s.received().do(None, Stop(unit="main"))
    assert s.code_of(play.ask("alf", s.PLAN)) == "STOPPED"


def test_a_hold_lets_other_set_ups_be_shown() -> None:
    play = s.inspected().do("alf", replace(s.PLAN, setup="setup-13"))
    play.do(None, Hold(setup=s.SCENE))
    play.do("ada", replace(s.SHOW, setup="setup-13"))
    assert isinstance(play.ask("ada", s.SHOW), Refused)


def test_two_names_lift_a_stop_and_nothing_shown_comes_back() -> None:
    play = s.shown().do(None, Stop())
    lift = Restart(stop=play.state.stops[0].id, reason="hash")
    play.do("alf", lift).do("sam", lift)
    assert isinstance(play.events[-1][0], WorkRestarted)
    assert play.state.stops == ()
    assert play.weapon().clearance is None


def test_lifting_one_stop_leaves_the_other_in_force() -> None:
    play = s.shown().do(None, Stop()).do(None, Stop())
    lift = Restart(stop=play.state.stops[0].id, reason="hash")
    play.do("alf", lift).do("sam", lift)
    assert len(play.state.stops) == 1


def test_while_stopped_a_weapon_still_comes_back() -> None:
    play = s.in_hand().do(None, Stop()).do("dora", s.GIVE_BACK)
    play.do("hal", TakeBack(weapon=s.GUN, tag="tag-gun"))
    play.do("hal", LockUp(weapon=s.GUN, place=s.SAFE, tag="tag-gun"))
    assert play.weapon().custody.place == s.SAFE


@pytest.mark.parametrize(("late", "is_late"), [(-60_000, False), (-60_001, True)])
def test_a_report_a_minute_and_a_bit_old_grants_nothing(late: int, is_late: bool) -> None:
    play = s.drawn()
    decision = play.ask("ada", s.PROVE, at=late)
    assert isinstance(decision, Allowed)
    assert any(isinstance(each, LateReportReceived) for each in decision.events) is is_late
    assert (play.weapon().condition.slots is None) is is_late


@pytest.mark.parametrize("options", [{"at": -60_001}, {"expects": {}}])
def test_a_late_or_stale_return_ends_what_was_shown_and_moves_nothing(options: object) -> None:
    play = s.in_hand()
    decision = play.ask("dora", s.GIVE_BACK, **options)  # type: ignore[arg-type]
    assert isinstance(decision, Allowed)
    assert {type(each) for each in decision.events} == {ClearanceEnded, LateReportReceived}
    assert play.weapon().custody.holder == "dora"
    assert play.weapon().offer is None


def test_a_stale_return_of_what_was_never_shown_is_refused() -> None:
    play = s.drawn()
    assert isinstance(play.ask("ada", s.GIVE_BACK, expects={}), Refused)


def frozen(*acts: object) -> Play:
    """A weapon in the armorer's hand; then this happens."""
    play = s.drawn()
    for act in acts:
        play.do(None, act)  # type: ignore[arg-type]
    return play


@pytest.mark.parametrize("first", [Stop(), Hold(setup=s.SCENE), None])
def test_a_freeze_stands_before_every_other_stop(first: object) -> None:
    play = frozen(*filter(None, [first]), UnplannedShot(weapon=s.TWIN))
    assert s.code_of(play.ask("ada", s.PROVE)) == "FROZEN"


def test_in_a_freeze_a_weapon_still_comes_back_as_it_is() -> None:
    play = s.in_hand().do(None, LiveFound()).do("dora", s.GIVE_BACK)
    play.do("hal", TakeBack(weapon=s.GUN, tag="tag-gun"))
    play.do("hal", LockUp(weapon=s.GUN, place=s.SAFE, tag="tag-gun"))


def test_the_weapon_that_went_off_is_set_apart_and_no_other() -> None:
    play = s.drawn().do(None, UnplannedShot(weapon=s.GUN))
    assert play.weapon().quarantine == "SHOT-UNPLANNED"
    assert play.weapon(s.TWIN).quarantine == ""
    assert s.drawn().do(None, UnplannedShot(weapon="ghost")).weapon().quarantine == ""


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("ada", "alf"), "RESTART-REVIEW"),
        (("ada", "sam"), ""),
        (("sam", "ada"), ""),
        (("alf", "both"), "RESTART-REVIEW"),
    ],
)
def test_an_armorer_is_no_reviewer_of_a_freeze(names: tuple[str, str], code: str) -> None:
    play = s.opened().do("ada", s.person("both", Role.ARMORER, Role.SAFETY)).do(None, LiveFound())
    lift = Restart(stop=play.state.stops[0].id, reason="hash")
    assert s.code_of(play.do(names[0], lift).ask(names[1], lift)) == code


@pytest.mark.parametrize("act", [Stop(), Hold(setup=s.SCENE), Break(), ServerStarted()])
def test_when_work_stops_no_take_runs_any_longer(act: Stop | Hold | Break | ServerStarted) -> None:
    assert not s.called().do(None, act).state.setups[s.SCENE].is_running


@pytest.mark.parametrize("act", [Stop(unit="far"), Hold(setup="setup-13"), Break(unit="far")])
def test_a_stop_elsewhere_leaves_a_take_running(act: Stop | Hold | Break) -> None:
    play = s.called().do("ada", replace(s.arrival("third"), unit="far"))
    play.do("alf", replace(s.PLAN, setup="setup-13", unit="far", uses=()))
    assert play.do(None, act).state.setups[s.SCENE].is_running


@pytest.mark.parametrize(("fault", "is_due"), [(Fault.MISFIRE, True), (Fault.JAM, False)])
def test_a_fault_asks_for_a_check_and_a_misfire_for_a_look_through_the_bore(
    fault: Fault, is_due: bool
) -> None:
    history = s.inspected().do(None, ReportFault(weapon=s.GUN, fault=fault)).weapon().history
    assert history.is_function_due
    assert history.is_bore_due is is_due
    assert (history.misfired_at is not None) is is_due


def test_a_fault_that_names_none_is_of_each_that_is_out_or_else_of_all() -> None:
    out = s.inspected().do(None, ReportFault())
    assert out.weapon(s.TWIN).condition.cause == "never proved"
    put_away = s.classed().do(None, ReportFault(weapon="ghost"))
    assert put_away.weapon(s.TWIN).condition.cause == "FAULT"
