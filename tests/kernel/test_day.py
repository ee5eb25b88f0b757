"""Does the day close only over what is back and adds up, and is the next one held to it?"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.kernel import stage as s
from tests.kernel.scenarios.day import (
    BOX,
    CLOSE,
    HASH,
    SAFE_COUNT,
    TEN,
    WRAP,
    boxed,
    counted,
    resolved,
)
from tests.kernel.stage import Play, code_of

from showclear.kernel import asks as a
from showclear.kernel import counts, day
from showclear.kernel.concerns import UNSIGNED_MAX
from showclear.kernel.decision import Allowed
from showclear.kernel.events import DeviceUsed
from showclear.kernel.state import Discrepancy, Line
from showclear.kernel.things import Round
from showclear.kernel.weapon import Condition, Custody, Item, SealedCase
from showclear.kernel.words import Bin, Label, RoundKind

PUT_AWAY = a.LockUp(weapon=s.GUN, place=s.SAFE, tag="tag-gun")
DUMMY = Round(kind=RoundKind.DUMMY, lot=BOX)


def the_open(play: Play) -> Discrepancy:
    """Return the one thing that does not add up."""
    (found,) = play.state.discrepancies.values()
    return found


def test_what_does_not_add_up_ends_what_was_shown_and_counted_of_it() -> None:
    gun = s.shown().do(None, a.OpenDiscrepancy(about=s.GUN)).weapon()
    assert (gun.clearance, gun.condition.inspected, gun.condition.slots) == (None, (), None)


def test_what_does_not_add_up_elsewhere_ends_nothing() -> None:
    assert s.shown().do(None, a.OpenDiscrepancy(about=s.TWIN)).weapon().clearance is not None


@pytest.mark.parametrize("about", ["ghost", "", None])
def test_what_names_nothing_known_holds_back_everything(about: str | None) -> None:
    play = s.inspected().do(None, a.OpenDiscrepancy(about=about))
    assert play.weapon().condition.slots is None
    play.do("ada", s.PROVE).do("sec", s.INSPECT)
    assert code_of(play.ask("ada", s.SHOW)) == "GATED"


def test_a_hundred_words_about_nothing_known_are_one() -> None:
    play = s.received()
    for n in range(100):
        play.do(None, a.OpenDiscrepancy(about=f"ghost-{n}"))
    assert len(play.state.discrepancies) == 1


def test_said_again_it_takes_away_the_name_that_was_under_it() -> None:
    play = s.received().do(None, a.OpenDiscrepancy(about=s.GUN))
    first = the_open(play)
    play.do("sec", a.ResolveDiscrepancy(discrepancy=first.id, reason=HASH))
    play.do(None, a.OpenDiscrepancy(about=s.GUN))
    assert the_open(play) == first


def test_two_names_resolve_it_and_nothing_shown_comes_back() -> None:
    play = resolved(s.shown().do(None, a.OpenDiscrepancy(about=s.GUN)))
    assert not play.state.discrepancies
    assert play.weapon().clearance is None


def test_a_count_of_a_place_reaches_what_was_taken_out_of_it() -> None:
    play = s.inspected().do(None, a.OpenDiscrepancy(about=s.SAFE))
    play.do("ada", s.PROVE).do("sec", s.INSPECT)
    assert code_of(play.ask("ada", s.SHOW)) == "GATED"


def test_a_count_of_another_place_reaches_nothing_here() -> None:
    play = s.inspected().do(None, a.OpenDiscrepancy(about=s.TABLE))
    assert code_of(play.ask("ada", s.SHOW)) == ""


def held(**changes: Any) -> Play:
    """The gun, inspected, with a magazine in it and a box of dummies on the show."""
    play, box = s.inspected(), boxed().state.lots
    item = Item(id="mag", tag="m", form="magazine", capacity=2, weapon=s.GUN, **changes)
    gun = replace(play.weapon(), items=("mag",))
    play.state = replace(
        play.state, lots=box, items={"mag": item}, weapons={**play.state.weapons, s.GUN: gun}
    )
    return play


@pytest.mark.parametrize(
    ("slots", "about", "code"),
    [
        ((DUMMY, None), "mag", "GATED"),
        ((DUMMY, None), BOX, "GATED"),
        ((None, None), BOX, ""),
        (None, BOX, "GATED"),
    ],
)
def test_a_magazine_holds_back_the_weapon_it_is_in(slots: Any, about: str, code: str) -> None:
    play = held(condition=Condition(slots=slots))
    play.do(None, a.OpenDiscrepancy(about=about))
    known = replace(play.weapon(), condition=s.inspected().weapon().condition)
    play.state = replace(play.state, weapons={**play.state.weapons, s.GUN: known})
    assert code_of(play.ask("ada", s.SHOW)) == code


def test_one_doubtful_weapon_holds_back_what_shares_its_rounds() -> None:
    play = held(condition=Condition(slots=(DUMMY, None)))
    twin = play.weapon(s.TWIN)
    twin = replace(twin, history=replace(twin.history, load=(DUMMY,)))
    play.state = replace(play.state, weapons={**play.state.weapons, s.TWIN: twin})
    play.do(None, a.OpenDiscrepancy(about=s.TWIN))
    assert play.weapon().condition.slots is None


@pytest.mark.parametrize(
    ("wearer", "holder", "found"), [("dora", "ada", "dora"), (None, "ada", "ada")]
)
def test_whoever_wears_or_holds_an_item_does_not_resolve_it(
    wearer: str | None, holder: str, found: str
) -> None:
    play = held(wearer=wearer, custody=Custody(holder=holder))
    assert the_open(play.do(None, a.OpenDiscrepancy(about="mag"))).holder == found


def test_a_missing_weapon_is_out_wherever_it_lay_until_two_have_found_it() -> None:
    play = s.received().do(None, a.ReportMissing(weapon=s.TWIN))
    assert [each.id for each in day.still_out(play.state)] == [s.TWIN]
    assert play.weapon(s.TWIN).condition.cause == "MISSING"
    assert not day.still_out(resolved(play).state)


def test_a_weapon_missing_that_nobody_can_name_holds_back_everything() -> None:
    assert the_open(s.received().do(None, a.ReportMissing(weapon="ghost"))).about is None


def test_two_equal_counts_of_a_box_reconcile_it() -> None:
    play = boxed().do("ada", TEN)
    assert BOX in counts.uncounted(play.state)
    assert BOX not in counts.uncounted(play.do("sec", TEN).state)


def test_a_third_count_begins_a_new_pair() -> None:
    play = boxed().do("ada", TEN).do("sec", TEN).do("ada", TEN)
    assert [each.person for each in play.state.lots[BOX].tallies] == ["ada"]


def test_a_count_before_a_round_moved_closes_nothing() -> None:
    play = boxed().do("ada", TEN).do("sec", TEN)
    moved = replace(play.state.lots[BOX], bins={Bin.STORE.value: 7, Bin.MISFIRED.value: 2})
    assert BOX in counts.uncounted(replace(play.state, lots={BOX: moved}))


def test_a_box_of_which_nothing_is_left_needs_no_count() -> None:
    gone = replace(boxed().state.lots[BOX], bins={Bin.RETURNED.value: 10})
    assert BOX not in counts.uncounted(replace(boxed().state, lots={BOX: gone}))


BLANKS: list[tuple[dict[str, int], str]] = [
    ({"fired": 0}, ""),
    ({"store": 7}, ""),
    ({"store": 6, "fired": 2}, ""),
    ({"store": 9}, "COUNT-LOT"),
    ({"fired": 1}, "COUNT-LOT"),
    ({"misfired": 1}, "COUNT-LOT"),
]


@pytest.mark.parametrize(("seen", "code"), BLANKS)
def test_too_few_blanks_are_a_gap_and_too_many_are_an_alarm(
    seen: dict[str, int], code: str
) -> None:
    act: Any = replace(TEN, **seen)  # type: ignore[arg-type]
    assert code_of(boxed(Label.BLANK).ask("sec", act)) == code


def test_the_gap_of_blanks_has_a_name_and_keeps_the_day_open() -> None:
    few = replace(TEN, store=6)
    play = counted(boxed(Label.BLANK))
    assert counts.unreconciled(play.do("ada", few).state.lots[BOX]) == 0
    assert counts.unreconciled(play.do("sec", few).state.lots[BOX]) == 2
    assert not play.state.discrepancies
    assert code_of(play.ask("ada", CLOSE)) == "DAY-COUNTED"


def test_a_count_that_differs_is_open_at_once() -> None:
    play = boxed()
    play.ask("sec", replace(TEN, misfired=1))
    assert the_open(play).about == BOX
    assert play.state.lots[BOX].tallies == ()


def test_a_weapon_too_few_in_its_place_holds_back_those_of_the_place() -> None:
    play = s.shown()
    play.ask("sam", replace(SAFE_COUNT, counted=2))
    assert the_open(play).about == s.SAFE
    assert play.weapon().clearance is None


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (replace(SAFE_COUNT, counted=-1), "COUNT-NUMBERS"),
        (replace(TEN, sealed=-1, store=9), "COUNT-NUMBERS"),
    ],
)
def test_less_than_none_is_no_count(act: Any, code: str) -> None:
    assert code_of(boxed().ask("sec", act)) == code


def test_one_person_does_not_count_the_weapons_of_a_place_twice() -> None:
    assert code_of(s.received().do("sec", SAFE_COUNT).ask("sec", SAFE_COUNT)) == "COUNT-TWICE"


def test_the_performer_does_not_count_weapons() -> None:
    assert code_of(s.received().ask("dora", SAFE_COUNT)) == "COUNT-ROLE"


def test_a_weapon_that_moves_makes_the_counts_of_its_place_old() -> None:
    play = counted(s.keyed()).do("ada", s.DRAW)
    assert play.state.places[s.SAFE].counts == ()


def test_a_day_closed_leaves_nothing_of_it_to_the_next() -> None:
    play = counted(boxed()).do("ada", TEN).do("sec", TEN).do("ada", CLOSE)
    play.do("ada", a.OpenDay(day="day-2"))
    assert set(counts.uncounted(play.state)) == {BOX, s.SAFE}


@pytest.mark.parametrize("act", [CLOSE, WRAP])
def test_a_day_that_is_over_does_not_end_again(act: Any) -> None:
    play = counted(s.received()).do("ada", CLOSE)
    assert code_of(play.ask("ada", act)) == "DAY-NOW"


def test_the_id_of_a_day_that_was_is_not_used_again() -> None:
    play = counted(s.received()).do("ada", CLOSE)
    assert code_of(play.ask("ada", a.OpenDay(day=s.TODAY))) == "DAY-NEW"
    assert code_of(play.ask("dora", a.OpenDay(day="day-2"))) == "DAY-ROLE"


def wrapped(play: Play) -> Play:
    """Let the AD and the armorer wrap the day open."""
    return play.do("alf", WRAP).do("ada", WRAP)


def test_a_wrap_opens_what_is_out_and_what_nobody_counted() -> None:
    play = wrapped(s.drawn())
    assert {each.about for each in play.state.discrepancies.values()} == {s.GUN, s.SAFE}
    assert play.state.day is not None and not play.state.day.is_open


def test_the_next_day_carries_what_the_last_left_open() -> None:
    play = wrapped(s.drawn()).do("ada", a.OpenDay(day="day-2"))
    assert play.state.day is not None
    assert set(play.state.day.carried) == set(play.state.discrepancies)


def test_a_belt_that_is_worn_or_a_take_that_runs_is_not_all_back() -> None:
    play = s.received()
    assert day.is_all_back(play.state)
    belt = Item(id="belt", tag="b", form="belt", capacity=9, custody=Custody(place=s.SAFE))
    worn = replace(belt, wearer="dora")
    assert day.is_all_back(replace(play.state, items={"belt": belt}))
    assert not day.is_all_back(replace(play.state, items={"belt": worn}))
    running = replace(play.state.setups[s.SCENE], is_running=True)
    assert not day.is_all_back(replace(play.state, setups={s.SCENE: running}))


def test_a_flood_of_concerns_without_a_name_ends_in_one_that_counts() -> None:
    play = s.received()
    for n in range(UNSIGNED_MAX + 5):
        play.do(None, a.RaiseConcern(text=f"hash-{n}"))
    assert len(play.state.concerns) == UNSIGNED_MAX + 1
    assert max(each.count for each in play.state.concerns.values()) == 5
    play.do("dora", a.RaiseConcern(text=HASH))
    assert [each.raised_by for each in play.state.concerns.values()][-1] == "dora"


def test_every_concern_is_answered_before_anything_is_called() -> None:
    play = s.in_hand().do(None, a.RaiseConcern()).do("dora", a.RaiseConcern())
    for each in list(play.state.concerns):
        assert code_of(play.ask("alf", s.CALL)) == "CONCERN-OPEN"
        play.do("sam", a.AnswerConcern(concern=each, text=HASH))
    play.do("alf", s.CALL)


def test_an_open_concern_lets_weapons_be_shown_and_come_back() -> None:
    s.inspected().do(None, a.RaiseConcern()).do("ada", s.SHOW)
    s.in_hand().do(None, a.RaiseConcern()).do("dora", s.GIVE_BACK)


OLD = {"at": -60_001}


@pytest.mark.parametrize(
    ("options", "is_marked"), [(OLD, True), ({"at": -60_000}, False), ({}, False)]
)
def test_a_report_that_comes_late_puts_earlier_permits_in_doubt(
    options: dict[str, int], is_marked: bool
) -> None:
    play = s.in_hand().do(None, a.ReportUnattended(weapon=s.GUN), **options)
    assert (play.weapon().doubt_since is not None) is is_marked
    assert play.weapon().condition.slots is None


def test_the_earliest_time_of_a_late_report_stands_until_it_is_proved_anew() -> None:
    play = s.drawn().do(None, a.ReportFault(weapon=s.GUN), at=-90_000)
    first = play.weapon().doubt_since
    play.do(None, a.ReportFault(weapon=s.GUN), at=-70_000)
    assert play.weapon().doubt_since == first
    play.do(None, a.ReportFault(weapon=s.GUN), at=-200_000)
    assert (play.weapon().doubt_since or 0) < (first or 0)
    assert play.do("ada", s.PROVE).weapon().doubt_since is None


@pytest.mark.parametrize(
    "act", [a.LateEntry(happened_at=1, what=HASH, reason=HASH), a.Correct(record="x", text=HASH)]
)
def test_what_is_written_late_is_written_whenever_it_comes(act: Any) -> None:
    play = s.received()
    before = play.state
    play.do("dora", act, at=-(10**9))
    assert play.state == before
    assert type(play.events[-1][0]).__name__ in ("LateEntryMade", "RecordCorrected")


PLAYS: list[tuple[Callable[[], Play], Any]] = [
    (s.received, a.LateEntry(happened_at=1, what="", reason=HASH)),
    (s.received, a.Correct(record="", text=HASH)),
]


@pytest.mark.parametrize(("play", "act"), PLAYS)
def test_nothing_is_written_without_its_words(play: Callable[[], Play], act: Any) -> None:
    assert code_of(play().ask("dora", act)) in ("LATE-REASON", "CORRECT-WORDS")


def test_a_day_ends_and_the_next_begins_though_work_is_stopped() -> None:
    play = counted(s.received()).do(None, a.Stop()).do("ada", CLOSE)
    play.do("ada", a.OpenDay(day="day-2"))
    assert code_of(play.ask("sec", s.TURN)) == "STOPPED"


def test_a_weapon_under_a_seal_is_not_out() -> None:
    play = s.drawn()
    case = SealedCase(id="case", seal="7", weapons=(s.GUN,))
    assert [each.id for each in day.still_out(play.state)] == [s.GUN]
    assert not day.still_out(replace(play.state, cases={"case": case}))


REPLAYS: list[tuple[Any, str]] = [
    (replace(SAFE_COUNT, place="attic"), "COUNT-PLACE"),
    (a.WrapOpen(day="day-2"), "DAY-NOW"),
    (a.CloseDay(day="day-2"), "DAY-NOW"),
]


@pytest.mark.parametrize(("act", "code"), REPLAYS)
def test_a_replay_without_a_rule_finds_nothing_where_nothing_is(act: Any, code: str) -> None:
    play = s.received()
    play.state = replace(play.state, day=None)
    decision = play.scene("ada", act).judge(frozenset())
    assert isinstance(decision, Allowed)
    assert {type(each) for each in decision.events} <= {DeviceUsed}


LINED = [
    (a.Stop(unit="main"), True),
    (a.Stop(unit="far"), False),
    (a.Hold(setup=s.SCENE), True),
    (a.Hold(setup="away"), False),
    (a.Break(unit="main"), True),
    (a.LiveFound(), True),
    (a.ServerStarted(), True),
]


@pytest.mark.parametrize(("act", "is_void"), LINED)
def test_a_stop_voids_the_lines_that_stand_in_it(act: Any, is_void: bool) -> None:
    play = s.received()
    twin = replace(play.weapon(s.TWIN), unit="far")
    away = replace(play.state.setups[s.SCENE], id="away", unit="far")
    play.state = replace(
        play.state,
        weapons={**play.state.weapons, s.TWIN: twin},
        setups={**play.state.setups, "away": away},
        lines={"line": Line(id="line", setup=s.SCENE, pair=(), issues=())},
    )
    assert play.do(None, act).state.lines["line"].is_void is is_void


def of_dummies(**seen: int) -> Any:
    """Name a count of the box of dummies, as it stands once two people went through it."""
    return a.CountLot(
        lot=s.DUMMIES, **{"store": 18, "sealed": 2, "worn": 0, "fired": 0, "misfired": 0, **seen}
    )


def test_a_day_with_rounds_closes_when_both_boxes_and_the_place_are_counted() -> None:
    play = counted(s.stocked())
    for who in ("ada", "sec"):
        play.do(who, of_dummies()).do(who, replace(of_dummies(), lot=s.BLANKS))
    play.do("ada", CLOSE)


def test_what_is_loaded_is_not_counted_in_the_box() -> None:
    play = s.loaded_dummy()
    assert code_of(play.ask("sam", of_dummies())) == "COUNT-LOT"
    assert code_of(s.loaded_dummy().ask("sam", of_dummies(store=12))) == ""


def test_a_box_that_does_not_add_up_makes_unknown_what_is_loaded_from_it() -> None:
    play = s.loaded_dummy()
    play.ask("sam", of_dummies(store=11))
    assert play.weapon().condition.cause == "GATED"
    assert play.weapon(s.TWIN).condition.cause == "never proved"


@pytest.mark.parametrize(
    ("act", "is_seated", "is_known"),
    [
        (a.Break(), True, False),
        (a.Break(), False, True),
        (a.ServerStarted(), True, False),
        (a.LiveFound(), False, False),
        (a.Stop(), True, True),
    ],
)
def test_magazines_that_are_out_are_unknown_after_a_break(
    act: Any, is_seated: bool, is_known: bool
) -> None:
    play = held(condition=Condition(slots=(DUMMY, None)), custody=Custody(place=s.SAFE))
    if not is_seated:
        laid = replace(play.state.items["mag"], weapon=None)
        play.state = replace(play.state, items={"mag": laid})
    slots = play.do(None, act).state.items["mag"].condition.slots
    assert (slots is not None) is is_known


FOUND: list[tuple[str | None, str, str]] = [
    (s.DUMMIES, "quarantined", "verified"),
    (None, "intake", "intake"),
    ("ghost", "intake", "intake"),
]


@pytest.mark.parametrize(("lot", "dummies", "blanks"), FOUND)
def test_a_live_round_sets_its_box_apart_or_sends_all_to_be_gone_through_again(
    lot: str | None, dummies: str, blanks: str
) -> None:
    lots = s.stocked().do(None, a.LiveFound(lot=lot)).state.lots
    assert (lots[s.DUMMIES].status, lots[s.BLANKS].status) == (dummies, blanks)


EMPTYING: Any = a.Unload(
    weapon=s.GUN, tag="tag-gun", out=replace(s.EMPTY, empty=0, dummy=s.CHAMBERS)
)


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (a.Stop(), ""),
        (a.Hold(setup=s.SCENE), ""),
        (a.LiveFound(), "FROZEN"),
        (a.UnplannedShot(), "FROZEN"),
    ],
)
def test_a_loaded_weapon_is_emptied_in_a_stop_and_left_as_it_is_in_a_freeze(
    act: Any, code: str
) -> None:
    assert code_of(s.loaded_dummy().do(None, act).ask("ada", EMPTYING)) == code
