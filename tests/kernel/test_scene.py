"""What happens around a take: keys, watch, circle, path, call, cut, the same again, a line?"""

from dataclasses import replace
from typing import Any

import pytest
from tests.kernel import stage as s
from tests.kernel.scenarios import line as ln
from tests.kernel.scenarios.scene import minor_shown
from tests.kernel.scenarios.weapons import BATCH
from tests.kernel.stage import Play, code_of

from showclear.kernel.asks import (
    AskAgain,
    Break,
    DeclineLook,
    EndWatch,
    Holster,
    LockUp,
    OfferHandover,
    PassOn,
    ProveContent,
    ReadTag,
    ReportOverdue,
    ReportUnattended,
    ServerStarted,
    Stop,
    TakeBack,
    TakeHandover,
    TakeWatch,
)
from showclear.kernel.decision import Allowed, Refused
from showclear.kernel.events import DeviceUsed, LateReportReceived, OfferEnded
from showclear.kernel.policy import Policy
from showclear.kernel.things import Listed, Use
from showclear.kernel.words import Mode, Part, Profile, Proof, Standing, Via, WeaponClass

BACK = TakeBack(weapon=s.GUN, tag="tag-gun")
LOCK = LockUp(weapon=s.GUN, place=s.SAFE, tag="tag-gun")
TAKE_WATCH, END_WATCH = TakeWatch(weapon=s.GUN), EndWatch(weapon=s.GUN)
PASS, HOLSTER = PassOn(weapon=s.GUN, to="pip"), Holster(weapon=s.GUN)


def listed(who: str, standing: Standing) -> Listed:
    return Listed(person=who, standing=standing)


SECOND = listed("sec", Standing.SECOND)


# Keys and watch


def test_whoever_turned_the_second_key_watches_from_then_on() -> None:
    play = s.drawn()
    assert play.weapon().watchers == ("sec",)
    assert play.state.places[s.SAFE].key is None


def test_one_turn_of_the_key_opens_once() -> None:
    play = s.drawn().do("ada", LOCK)
    assert code_of(play.ask("ada", s.DRAW)) == "KEY-TWO"


def test_nobody_turns_both_keys() -> None:
    play = s.classed().do("hal", s.TURN)
    assert code_of(play.ask("hal", s.DRAW)) == "KEY-TWO"
    assert code_of(play.ask("ada", s.DRAW)) == ""


def test_a_rubber_gun_needs_no_second_key_and_has_no_watcher() -> None:
    play = s.classed(WeaponClass.RUBBER).do("ada", s.DRAW)
    assert play.weapon().watchers == ()


def test_a_batch_is_drawn_under_one_turn_and_watched_by_one() -> None:
    play = s.keyed().do("ada", BATCH)
    assert [each.watchers for each in play.state.weapons.values()] == [("sec",), ("sec",)]
    assert play.weapon(s.TWIN).clearance is None
    assert code_of(play.do("ada", LOCK).ask("ada", s.DRAW)) == "KEY-TWO"


def test_one_wrong_tag_in_a_batch_and_nothing_moves() -> None:
    play = s.keyed()
    wrong = replace(BATCH, weapons=(BATCH.weapons[0], replace(BATCH.weapons[1], tag="tag-x")))
    assert code_of(play.ask("ada", wrong)) == "TAG-WRONG"
    assert [each.custody.holder for each in play.state.weapons.values()] == [None, None]


@pytest.mark.parametrize(
    ("who", "change", "code"),
    [
        ("sec", {}, "DRAW-ROLE"),
        ("ada", {"weapons": ()}, "DRAW-BATCH"),
        ("ada", {"weapons": (replace(BATCH.weapons[0], weapon="ghost"),)}, "THING-KNOWN"),
    ],
)
def test_a_batch_is_no_way_around_the_rules(who: str, change: Any, code: str) -> None:
    assert code_of(s.keyed().ask(who, replace(BATCH, **change))) == code


def test_a_batch_with_a_weapon_in_a_hand_stays() -> None:
    assert code_of(s.drawn().ask("hal", BATCH)) == "DRAW-PLACE"


def test_a_batch_is_stale_when_one_of_its_weapons_moved() -> None:
    play = s.keyed()
    expects = {s.GUN: play.weapon().version, s.TWIN: "old"}
    assert code_of(play.ask("ada", BATCH, expects=expects)) == "STALE"


def test_a_batch_stops_with_the_unit_of_its_weapons() -> None:
    assert code_of(s.keyed().do(None, Stop(unit="main")).ask("ada", BATCH)) == "STOPPED"


def test_the_giver_watches_on_and_the_taker_no_longer() -> None:
    play = s.shown().do("alf", TAKE_WATCH).do("ada", s.OFFER).do("sec", s.READ)
    play.do("dora", s.TAKE)
    assert set(play.weapon().watchers) == {"sec", "alf", "ada"}
    play.do("dora", replace(s.GIVE_BACK, to="ada")).do("ada", BACK)
    assert set(play.weapon().watchers) == {"sec", "alf"}


@pytest.mark.parametrize(("who", "left"), [("sec", ("ada",)), (None, ()), ("nobody", ())])
def test_who_leaves_ends_his_watch_and_a_nameless_word_everybodys(
    who: str | None, left: tuple[str, ...]
) -> None:
    play = s.in_hand().do(who, END_WATCH)
    assert play.weapon().watchers == left
    assert (play.weapon().condition.slots is None) is (left == ())


def test_leaving_without_naming_a_weapon_leaves_them_all() -> None:
    assert s.drawn().do("sec", EndWatch()).weapon().condition.cause == "UNWATCHED"


def test_leaving_what_one_does_not_watch_changes_nothing() -> None:
    play = s.drawn().do("alf", END_WATCH)
    assert play.weapon().watchers == ("sec",)
    assert play.weapon().condition.cause == "never proved"


def test_a_watcher_who_is_barred_watches_nothing() -> None:
    play = s.drawn()
    people = {**play.state.people, "sec": replace(play.state.people["sec"], is_barred=True)}
    play.state = replace(play.state, people=people)
    assert code_of(play.ask("ada", s.PROVE)) == "WATCHED"


@pytest.mark.parametrize(
    "act", [ReportUnattended(weapon=s.GUN), Break(unit="main"), ServerStarted()]
)
def test_after_a_gap_nobody_watches(act: Any) -> None:
    assert s.in_hand().do(None, act).weapon().watchers == ()


def test_locking_up_ends_the_watch() -> None:
    assert s.drawn().do("ada", LOCK).weapon().watchers == ()


def test_what_the_handler_draws_beside_a_shown_one_may_be_rubber() -> None:
    play = s.shown()
    for who in ("ada", "sec", "alf"):
        play.do(who, s.finding(s.TWIN, WeaponClass.RUBBER))
    play.do("ada", replace(s.DRAW, weapon=s.TWIN, tag="tag-twin"))


def test_beside_one_that_nobody_counted_nothing_is_shown() -> None:
    play = s.inspected().do("sec", s.TURN).do("ada", replace(s.DRAW, weapon=s.TWIN, tag="tag-twin"))
    assert code_of(play.ask("ada", s.SHOW)) == "HAND-ONE"


# Parts that a set-up asks for


ASKS = replace(s.PLAN, more=(Part.CIRCLE, Part.WATCHED_BY_TWO))


def test_a_set_up_may_ask_for_the_circle_and_it_stays_asked_for_when_the_plan_is_forgotten() -> (
    None
):
    play = s.inspected().do("alf", ASKS).do("alf", s.BRIEF)
    assert code_of(play.ask("ada", s.SHOW)) == "SHOW-LIST"
    play.do("ada", replace(s.SHOW, people=(s.TAKER, s.CALLER, SECOND)))
    for who in ("alf", "dora", "sec"):
        play.do(who, s.LOOK)
    clearance = play.weapon().clearance
    assert clearance is not None
    assert clearance.more == (Part.CIRCLE, Part.WATCHED_BY_TWO)


@pytest.mark.parametrize(("more", "code"), [((), ""), ((Part.WATCHED_BY_TWO,), "WATCHED")])
def test_two_watch_at_the_call_where_two_are_asked_for(more: Any, code: str) -> None:
    play = s.inspected().do("alf", replace(s.PLAN, more=more)).do("alf", s.BRIEF)
    play.do("ada", s.SHOW).do("alf", s.LOOK).do("dora", s.LOOK)
    play.do("ada", s.OFFER).do("sec", s.READ).do("dora", s.TAKE).do("sec", END_WATCH)
    assert code_of(play.ask("alf", s.CALL)) == code


ASKED = tuple(set(Part) - {Part.CONTENT_PROOF})


def test_a_set_up_asks_nothing_more_of_a_rubber_gun() -> None:
    play = s.drawn(WeaponClass.RUBBER).do("alf", replace(s.PLAN, more=ASKED)).do("ada", s.PROVE)
    play.do("ada", replace(s.SHOW, people=(s.TAKER,)))


def live() -> Play:
    """A live-capable gun, counted by two."""
    play = s.drawn(WeaponClass.LIVE_CAPABLE).do("ada", s.PROVE).do("ada", s.WORKS)
    play.do("ada", s.CLEAR).do("sec", s.CLEAR).do("sec", s.INSPECT)
    return play


@pytest.mark.parametrize(
    ("more", "is_whole"),
    [
        ((), False),
        ((SECOND,), True),
        ((listed("hal", Standing.SECOND),), False),
        ((listed("pip", Standing.SECOND),), False),
    ],
)
def test_in_the_circle_a_second_who_counted_looks_too(more: Any, is_whole: bool) -> None:
    play = live().do("sec", ProveContent(weapon=s.GUN, proof=Proof.ROD, chambers=s.CHAMBERS))
    code = code_of(play.ask("ada", replace(s.SHOW, people=(s.TAKER, s.CALLER, *more))))
    assert (code == "") is is_whole
    assert code in ("", "SHOW-LIST")


# Looks


def test_the_chosen_look_serves_and_the_takers_own_is_asked_for_no_more() -> None:
    play = s.showing().do("dora", DeclineLook(weapon=s.GUN, chosen="sam"))
    assert code_of(play.ask("dora", s.LOOK)) == "LOOK-LISTED"
    play.do("alf", s.LOOK).do("sam", s.LOOK)
    clearance = play.weapon().clearance
    assert clearance is not None
    assert (clearance.to, clearance.chosen, clearance.looked) == ("dora", "sam", ("alf", "sam"))
    play.do("ada", s.OFFER).do("sec", s.READ).do("dora", s.TAKE)


def test_another_is_chosen_until_the_chosen_one_has_looked() -> None:
    play = s.showing().do("dora", DeclineLook(weapon=s.GUN, chosen="sam"))
    play.do("dora", DeclineLook(weapon=s.GUN, chosen="pip")).do("pip", s.LOOK)
    assert code_of(play.ask("dora", DeclineLook(weapon=s.GUN, chosen="sam"))) == "LOOK-LISTED"


@pytest.mark.parametrize(
    ("play", "who", "chosen", "code"),
    [
        (s.inspected, "dora", "sam", "LOOK-OPEN"),
        (s.showing, "alf", "sam", "LOOK-LISTED"),
        (lambda: s.showing().do("dora", s.LOOK), "dora", "sam", "LOOK-LISTED"),
        (s.showing, "dora", "ada", "LOOK-CHOSEN"),
        (s.showing, "dora", "alf", "LOOK-CHOSEN"),
        (s.showing, "dora", "dora", "LOOK-CHOSEN"),
        (s.showing, "dora", "x", "LOOK-CHOSEN"),
        (minor_shown, "kid", "kid", "LOOK-CHOSEN"),
    ],
)
def test_who_looks_in_the_takers_place_has_no_part_in_the_weapon(
    play: Any, who: str, chosen: str, code: str
) -> None:
    assert code_of(play().ask(who, DeclineLook(weapon=s.GUN, chosen=chosen))) == code


def test_a_minor_is_no_caller_and_one_who_asked_to_see_may_look() -> None:
    play = s.inspected().do("ada", replace(s.person("kid"), is_minor=True))
    kid = replace(s.SHOW, people=(s.TAKER, s.CALLER, listed("kid", Standing.CALLER)))
    assert code_of(play.ask("ada", kid)) == "LOOK-MINOR"
    asked = replace(kid, people=(s.TAKER, s.CALLER, listed("kid", Standing.ASKED)))
    play.do("ada", asked).do("kid", s.LOOK)


@pytest.mark.parametrize(("who", "code"), [("dora", ""), ("alf", "WHO-PIN")])
def test_a_pin_serves_for_the_takers_look_and_for_no_callers(who: str, code: str) -> None:
    look = s.showing().scene(who, s.LOOK, owner="sec", via=Via.PIN, after=5_000)
    assert code_of(look.judge()) == code


def test_a_double_takes_it_where_the_plan_names_him() -> None:
    play = s.inspected().do("alf", replace(s.PLAN, uses=(replace(s.USES[0], double="pip"),)))
    to_pip = replace(s.SHOW, to="pip", people=(listed("pip", Standing.TAKER), s.CALLER))
    play.do("ada", to_pip)
    assert code_of(play.ask("ada", replace(to_pip, to=""))) == "SHOW-PLAN"


def test_an_offer_over_an_open_one_ends_that_one_first() -> None:
    decision = s.offered().ask("ada", s.OFFER)
    assert isinstance(decision, Allowed)
    assert OfferEnded(weapon=s.GUN) in decision.events


# Call, cut, again


@pytest.mark.parametrize("who", ["sam", "alf"])
def test_who_inspected_or_holds_it_does_not_call_it(who: str) -> None:
    play = s.proved().do("sam", s.INSPECT).do("ada", s.SHOW).do("alf", s.LOOK)
    play.do("dora", s.LOOK).do("ada", s.OFFER).do("sec", s.READ).do("dora", s.TAKE)
    assert code_of(play.ask(who, s.CALL)) == {"sam": "CALLER-APART", "alf": ""}[who]


def test_a_call_counts_until_cut_though_the_looks_grow_old() -> None:
    play = s.called()
    play.do("alf", s.CUT, after=s.POLICY.clearance_age_max + 60_000)
    assert play.weapon().clearance is None


def test_an_old_showing_is_not_called() -> None:
    late = s.in_hand().scene("alf", s.CALL, after=s.POLICY.clearance_age_max + 1)
    assert code_of(late.judge()) == "HAND-TIME"


def test_cut_ends_the_call_and_what_was_shown_cold_stands() -> None:
    play = s.cut()
    clearance, setup = play.weapon().clearance, play.state.setups[s.SCENE]
    assert clearance is not None
    assert (clearance.call, clearance.first_take) == (None, 1)
    assert (setup.take, setup.is_running) == (2, False)


def test_three_takes_need_the_seconds_word_twice() -> None:
    play = s.cut()
    for take in (2, 3):
        call = replace(s.CALL, take=take)
        assert code_of(play.ask("alf", call)) == "CALL-AGAIN"
        play.do("sec", s.AGAIN).do("alf", call).do("alf", s.CUT)


def test_what_was_shown_again_needs_no_word_of_before() -> None:
    play = s.cut().do("dora", s.GIVE_BACK).do("hal", BACK)
    assert code_of(play.ask("sec", s.AGAIN)) == "CALL-SHOWN"


def test_without_a_call_for_each_take_one_call_serves() -> None:
    bare = Policy().without(Profile.BLANK, Part.CALL_PER_TAKE)
    scene = s.cut().scene("alf", replace(s.CALL, take=2))._replace(policy=bare)
    assert code_of(scene.judge()) == ""


def hot() -> Play:
    """Three blanks, shown and in the performer's hand."""
    play = s.shown_hot().do("ada", s.OFFER).do("sec", s.READ).do("dora", s.TAKE)
    return play.do("alf", replace(s.BRIEF, heard=("dora",)))


def test_cut_makes_a_hot_weapon_unknown_and_its_bore_due() -> None:
    play = hot().do("alf", s.CALL).do("dora", s.CUT)
    weapon = play.weapon()
    assert (weapon.clearance, weapon.condition.cause) == (None, "CUT")
    assert weapon.history.is_bore_due
    assert weapon.history.fired_at == play.now


def test_hot_is_never_the_same_again_nor_holstered_without_a_draw() -> None:
    play = hot().do("alf", s.CALL)
    assert code_of(play.ask("sec", s.AGAIN)) == "AGAIN-COLD"
    assert code_of(play.ask("sec", HOLSTER)) == "HOLSTER-HOT"


def test_a_hot_weapon_that_the_plan_draws_is_holstered() -> None:
    drawn = replace(s.HOT_PLAN, uses=(replace(s.HOT_USE, is_drawn=True),))
    play = s.loaded_hot().do("alf", drawn).do("alf", s.BRIEF)
    play.do("ada", replace(s.SHOW, mode=Mode.HOT))
    look = replace(s.LOOK, seen=s.THREE)
    play.do("alf", look).do("dora", look)
    play.do("ada", s.OFFER).do("sec", s.READ).do("dora", s.TAKE)
    assert play.do("sec", HOLSTER).weapon().holstered_under == "sec"


@pytest.mark.parametrize("options", [{"at": -60_001}, {"expects": {}}])
@pytest.mark.parametrize("play", [s.called, hot])
def test_a_late_or_stale_cut_only_takes_away(play: Any, options: Any) -> None:
    played = play()
    take = played.state.setups[s.SCENE].take
    decision = played.ask("alf", s.CUT, **options)
    assert isinstance(decision, Allowed)
    assert isinstance(decision.events[-1], LateReportReceived)
    assert played.weapon().clearance is None
    assert played.state.setups[s.SCENE].take == take


def test_a_cut_by_nobody_known_only_takes_away() -> None:
    play = s.called()
    assert isinstance(play.ask("nobody", s.CUT), Allowed)
    assert play.weapon().clearance is None
    assert play.state.setups[s.SCENE].is_running


def test_a_stale_cut_with_nothing_shown_is_refused() -> None:
    assert isinstance(s.drawn().ask("alf", s.CUT, expects={}), Refused)


def test_a_called_weapon_may_be_old_when_another_is_called() -> None:
    both = (*s.USES, Use(weapon=s.TWIN, taker="pip", mode=Mode.COLD, reason=s.WHY))
    play = ln.counted().do("alf", replace(s.PLAN, uses=both))
    play.do("alf", ln.HEARD)
    for act, taker in ((s.SHOW, "dora"), (ln.twin(s.SHOW), "pip")):
        people = (listed(taker, Standing.TAKER), s.CALLER)
        play.do("ada", replace(act, to=taker, people=people))
        for who in ("alf", taker):
            play.do(who, replace(s.LOOK, weapon=act.weapon))
        play.do("ada", OfferHandover(weapon=act.weapon, to=taker, tag=f"tag-{act.weapon}"))
        play.do("sec", ReadTag(weapon=act.weapon, tag=f"tag-{act.weapon}"))
        play.do(taker, TakeHandover(weapon=act.weapon, tag=f"tag-{act.weapon}"))
    play.do("alf", s.CALL).do("alf", replace(s.CALL, weapon=s.TWIN))
    assert play.state.setups[s.SCENE].is_running


# Out too long


def test_a_keeper_and_a_running_take_hold_a_weapon_as_long_as_it_takes() -> None:
    long = s.POLICY.held_age_max + 1
    for play in (s.inspected(), s.called()):
        play.ask(None, ReportOverdue(weapon=s.GUN), after=long)
        assert code_of(play.ask(None, ReportOverdue())) == ""


def test_what_was_out_too_long_is_shown_to_nobody() -> None:
    play = s.in_hand()
    play.ask(None, ReportOverdue(weapon="ghost"), after=s.POLICY.held_age_max + 1)
    assert play.weapon().clearance is None
    assert play.weapon().condition.slots is not None


# Path and holster


def test_along_its_path_what_was_shown_holds_on() -> None:
    play = ln.on_a_path().do("dora", PASS)
    weapon = play.weapon()
    assert weapon.custody.holder == "pip"
    assert weapon.clearance is not None
    assert len(weapon.condition.inspected) == 2
    assert code_of(play.ask("pip", replace(PASS, to="dora"))) == "PATH-OFF"


def test_the_last_hand_gives_it_back_after_the_cut() -> None:
    play = ln.on_a_path().do("sec", PASS).do("alf", s.CUT)
    assert play.weapon().clearance is None
    play.do("pip", s.GIVE_BACK)


def test_off_its_path_the_record_knows_who_has_it_and_nothing_else() -> None:
    play = ln.on_a_path()
    play.ask("sec", replace(PASS, to="sam"))
    weapon = play.weapon()
    assert (weapon.custody.holder, weapon.condition.slots) == ("sam", None)
    assert weapon.condition.cause == "PATH-OFF"


@pytest.mark.parametrize("to", ["x", "dora"])
def test_to_nobody_known_or_back_to_himself_it_only_becomes_unknown(to: str) -> None:
    play = ln.on_a_path()
    play.ask("sec", replace(PASS, to=to))
    assert (play.weapon().custody.holder, play.weapon().condition.slots) == ("dora", None)


@pytest.mark.parametrize("play", [s.in_hand, lambda: ln.on_a_path().do("alf", s.CUT)])
def test_between_takes_there_is_no_path(play: Any) -> None:
    assert code_of(play().ask("sec", PASS)) == "PATH-OFF"


def test_while_stopped_the_record_still_learns_who_has_it_and_who_watches() -> None:
    play = ln.on_a_path().do(None, Stop(unit="main")).do("alf", TAKE_WATCH)
    assert code_of(play.ask("sec", PASS)) == "PATH-OFF"
    assert play.weapon().custody.holder == "pip"
    play.do("pip", s.GIVE_BACK)


def test_everyone_on_the_path_is_shown_it_and_hot_has_none() -> None:
    play = s.inspected().do("alf", replace(s.PLAN, uses=(ln.ALONG,)))
    assert code_of(play.ask("ada", s.SHOW)) == "SHOW-LIST"
    hot_path = replace(s.HOT_PLAN, uses=(replace(s.HOT_USE, path=("pip",)),))
    play = s.loaded_hot().do("alf", hot_path)
    people = (s.TAKER, s.CALLER, ln.PIP)
    code = code_of(play.ask("ada", replace(s.SHOW, mode=Mode.HOT, people=people)))
    assert code == "SHOW-PLAN"


def test_a_weapon_in_its_place_is_neither_passed_nor_holstered() -> None:
    play = s.classed()
    assert code_of(play.ask("sec", PASS)) == "PATH-WHO"
    assert code_of(play.ask("sec", HOLSTER)) == "HOLSTER-WATCH"


def test_when_who_watches_a_holster_leaves_it_is_unknown_though_others_stay() -> None:
    play = s.in_hand().do("sec", HOLSTER).do("sec", END_WATCH)
    assert play.weapon().watchers == ("ada",)
    assert play.weapon().condition.cause == "UNWATCHED"


def test_any_move_takes_it_out_of_its_holster() -> None:
    play = s.in_hand().do("sec", HOLSTER).do("dora", s.GIVE_BACK).do("hal", BACK)
    assert play.weapon().holstered_under is None


# Lines


def test_a_line_is_issued_walked_called_and_cut() -> None:
    play = ln.walked().do("alf", ln.CALL)
    assert [each.watchers for each in play.state.weapons.values()] == [("sec", "ada")] * 2
    assert play.state.setups[s.SCENE].is_running
    play.do("alf", s.CUT)
    assert [each.clearance for each in play.state.weapons.values()] == [None, None]
    assert code_of(play.ask("alf", replace(ln.CALL, take=2))) == "LINE-SHOWN"
    play.do("sec", ln.WALK).do("ada", ln.WALK).do("alf", replace(ln.CALL, take=2))


def test_a_line_whose_counts_differ_is_void_and_its_weapons_unknown() -> None:
    play = ln.issued().do("ada", ln.WALK)
    play.ask("sec", replace(ln.WALK, counted=1))
    assert play.state.lines["line-1"].is_void
    assert [each.condition.slots for each in play.state.weapons.values()] == [None, None]
    assert code_of(play.ask("sec", ln.WALK)) == "LINE-KNOWN"


def test_the_first_of_the_pair_is_told_nothing() -> None:
    play = ln.issued().do("ada", replace(ln.WALK, counted=5))
    assert code_of(play.ask("sec", ln.WALK)) == "LINE-COUNT"


@pytest.mark.parametrize(
    ("who", "play", "change", "code"),
    [
        ("ada", ln.issued, {}, "HAND-HOLDER"),
        ("ada", ln.counted, {"issues": ()}, "LINE-NEW"),
        ("ada", ln.counted, {"second": "pip"}, "LINE-PAIR"),
        ("ada", ln.counted, {"second": "x"}, "LINE-PAIR"),
        ("ada", ln.counted, {"second": "sam"}, "LINE-COUNTED"),
        ("hal", ln.counted, {}, "HAND-HOLDER"),
        ("ada", ln.counted, {"issues": (replace(ln.ISSUES[0], holder="sam"),)}, "SHOW-PLAN"),
        ("ada", ln.counted, {"issues": (replace(ln.ISSUES[0], holder="x"),)}, "SHOW-PLAN"),
        ("ada", ln.counted, {"issues": (replace(ln.ISSUES[0], tag="tag-x"),)}, "TAG-WRONG"),
        ("ada", ln.counted, {"issues": (replace(ln.ISSUES[0], weapon="x"),)}, "THING-KNOWN"),
    ],
)
def test_a_line_is_issued_weapon_by_weapon(who: str, play: Any, change: Any, code: str) -> None:
    played = play()
    change = {"line": "line-2", **change}
    assert code_of(played.ask(who, replace(ln.ISSUE, **change))) == code


def test_an_id_of_a_line_is_used_once() -> None:
    assert code_of(ln.issued().ask("ada", ln.ISSUE)) == "LINE-NEW"


def test_a_line_of_rubber_guns_needs_no_counts() -> None:
    play = s.drawn(WeaponClass.RUBBER).do("ada", replace(ln.ISSUE, issues=ln.ISSUES[:1]))
    play.do("ada", replace(ln.WALK, counted=1)).do("sec", replace(ln.WALK, counted=1))
    play.do("alf", ln.CALL)


def test_a_weapon_that_comes_back_leaves_its_line_which_is_walked_again() -> None:
    play = ln.walked().do("dora", s.GIVE_BACK).do("hal", BACK)
    assert play.weapon().line is None
    assert code_of(play.ask("alf", ln.CALL)) == "LINE-SHOWN"
    one = replace(ln.WALK, counted=1)
    assert code_of(play.do("ada", one).ask("sec", one)) == ""


def test_a_line_with_everything_back_is_walked_no_more() -> None:
    play = ln.issued().do("dora", LOCK)
    play.do("pip", LockUp(weapon=s.TWIN, place=s.SAFE, tag="tag-twin"))
    assert code_of(play.ask("ada", ln.WALK)) == "LINE-KNOWN"


def test_a_line_with_a_weapon_elsewhere_or_unknown_is_not_walked() -> None:
    play = ln.issued().do(None, ReportUnattended(weapon=s.GUN))
    assert code_of(play.ask("ada", ln.WALK)) == "LINE-KNOWN"
    play = ln.issued()
    play.ask("sec", replace(PASS, to="sam"))
    assert code_of(play.ask("ada", ln.WALK)) == "LINE-KNOWN"


def test_one_who_would_see_his_weapon_again_holds_the_call() -> None:
    play = ln.walked().do("dora", AskAgain(weapon=s.GUN))
    assert code_of(play.ask("alf", ln.CALL)) == "CALL-SHOWN"
    play.do("sec", ln.WALK).do("ada", ln.WALK).do("alf", ln.CALL)


@pytest.mark.parametrize(
    ("who", "act", "code"),
    [
        ("dora", ln.CALL, "CALL-ROLE"),
        ("alf", replace(ln.CALL, take=2), "CALL-TAKE"),
        ("alf", replace(ln.CALL, line="x"), "LINE-KNOWN"),
        ("sam", ln.CALL, ""),
    ],
)
def test_the_call_of_a_line(who: str, act: Any, code: str) -> None:
    assert code_of(ln.walked().ask(who, act)) == code


def test_the_pair_does_not_call_its_own_line() -> None:
    play = s.received().do("alf", replace(s.PLAN, uses=ln.USES)).do("alf", ln.HEARD)
    for who in ("ada", "sec", "sam"):
        play.do(who, s.finding(found=WeaponClass.RUBBER))
    play.do("ada", s.DRAW)
    play.do("ada", replace(ln.ISSUE, second="sam", issues=ln.ISSUES[:1]))
    one = replace(ln.WALK, counted=1)
    play.do("ada", one).do("sam", one)
    assert code_of(play.ask("sam", ln.CALL)) == "CALLER-APART"


def test_a_stop_of_the_unit_stops_its_lines() -> None:
    play = ln.issued().do(None, Stop(unit="main"))
    assert code_of(play.ask("ada", ln.WALK)) == "STOPPED"


def test_a_weapon_of_a_line_is_handed_and_shown_by_itself_only_after_it_came_back() -> None:
    play = ln.issued()
    assert code_of(play.ask("dora", s.OFFER)) in ("HAND-HOLDER", "LINE-ALONE")
    assert play.weapon().line == "line-1"


@pytest.mark.parametrize(
    ("play", "act"),
    [
        (s.inspected, replace(ln.WALK, line="x")),
        (s.inspected, replace(ln.CALL, line="x")),
        (s.inspected, s.CALL),
        (s.inspected, s.AGAIN),
        (s.classed, PASS),
        (s.classed, replace(s.TURN, place="attic")),
        (s.inspected, DeclineLook(weapon=s.GUN, chosen="sam")),
    ],
)
def test_in_a_replay_without_rules_nothing_comes_of_what_is_not_there(play: Any, act: Any) -> None:
    decision = play().scene("sec", act).judge(frozenset())
    assert isinstance(decision, Allowed)
    assert {type(each) for each in decision.events} <= {DeviceUsed}


def test_in_a_replay_without_rules_a_line_is_called_that_nobody_walked() -> None:
    decision = ln.issued().scene("alf", ln.CALL).judge(frozenset())
    assert isinstance(decision, Allowed)
    play = ln.issued().settled(decision)
    assert play.weapon().clearance is None
    assert play.state.setups[s.SCENE].is_running


def test_what_a_performer_locks_up_is_no_better_known_than_what_he_gives_back() -> None:
    play = s.in_hand().do("dora", LockUp(weapon=s.GUN, place=s.SAFE, tag="tag-gun"))
    assert (play.weapon().custody.place, play.weapon().condition.slots) == (s.SAFE, None)
    kept = s.inspected().do("ada", LockUp(weapon=s.GUN, place=s.SAFE, tag="tag-gun"))
    assert kept.weapon().condition.slots is not None
