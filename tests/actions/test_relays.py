"""When is an unsigned word that something is wrong the same word again, and when is it not?"""

from dataclasses import replace
from typing import Any

import pytest
from tests.kernel import stage as s

from showclear.actions.reading import salvage
from showclear.actions.relays import is_anything_granted, known_ids
from showclear.kernel import asks as a
from showclear.kernel.concerns import UNSIGNED_MAX


def stands_again(play: s.Play, act: Any, **ids: str) -> bool:
    """Do it, and say whether the same act would then take something away once more."""
    play.do(None, act)
    return is_anything_granted(play.state, type(act).__name__, ids)


SAID = [
    (a.OpenDiscrepancy(about=s.GUN), {"about": s.GUN}),
    (a.OpenDiscrepancy(), {}),
    (a.ReportMissing(weapon=s.GUN), {"weapon": s.GUN}),
    (a.ReportFault(), {}),
    (a.RaiseConcern(), {}),
    (a.LiveFound(), {}),
]


@pytest.mark.parametrize(("act", "ids"), SAID)
def test_said_twice_it_is_one_word(act: Any, ids: dict[str, str]) -> None:
    assert not stands_again(s.received(), act, **ids)


@pytest.mark.parametrize(("act", "ids"), SAID)
def test_before_it_is_said_there_is_something_to_take_away(act: Any, ids: dict[str, str]) -> None:
    assert is_anything_granted(s.inspected().state, type(act).__name__, ids)


def test_what_does_not_add_up_about_another_thing_is_another_word() -> None:
    play = s.received().do(None, a.OpenDiscrepancy(about=s.GUN))
    assert is_anything_granted(play.state, "OpenDiscrepancy", {"about": s.TWIN})
    assert is_anything_granted(play.state, "OpenDiscrepancy", {})


def test_a_weapon_proved_meanwhile_makes_it_no_repeat() -> None:
    play = s.drawn().do(None, a.OpenDiscrepancy(about=s.GUN)).do("ada", s.PROVE)
    assert is_anything_granted(play.state, "OpenDiscrepancy", {"about": s.GUN})


def test_ids_that_the_record_does_not_know_are_left_out() -> None:
    state = s.received().state
    said = {"about": "ghost", "weapon": s.GUN, "lot": "ghost", "fault": "smoke"}
    assert known_ids(said, state) == {"weapon": s.GUN}
    assert known_ids({"about": s.SAFE, "fault": "jam"}, state) == {"about": s.SAFE, "fault": "jam"}


def test_the_words_of_a_concern_are_kept_until_there_are_too_many() -> None:
    play = s.received()
    assert known_ids({"text": "hash"}, play.state) == {"text": "hash"}
    for n in range(UNSIGNED_MAX):
        play.do(None, a.RaiseConcern(text=f"hash-{n}"))
    assert known_ids({"text": "hash"}, play.state) == {}


def test_a_fault_that_no_program_knows_is_a_fault_all_the_same() -> None:
    assert salvage({"kind": "ReportFault", "fault": "smoke", "weapon": "w"}) == (
        "ReportFault",
        {"weapon": "w"},
    )
    assert salvage({"kind": "RaiseConcern", "text": "0" * 64}) == (
        "RaiseConcern",
        {"text": "0" * 64},
    )


STOPPED = [
    (a.Stop(unit="main"), {"unit": "main"}),
    (a.Stop(), {}),
    (a.Hold(setup=s.SCENE), {"setup": s.SCENE}),
    (a.LiveFound(), {}),
    (a.UnplannedShot(), {}),
]


@pytest.mark.parametrize(("act", "ids"), STOPPED)
def test_a_stop_is_the_same_only_while_it_is_in_force_itself(act: Any, ids: dict[str, str]) -> None:
    play = s.received().do(None, act)
    kind, own = type(act).__name__, play.state.stops[0]
    assert not is_anything_granted(play.state, kind, ids)
    for what in {"hold", "stop", "live-found", "unplanned-shot"} - {own.what}:
        other = replace(play.state, stops=(replace(own, what=what),))
        assert is_anything_granted(other, kind, ids)


def test_a_wider_stop_holds_a_narrower_one_and_not_the_other_way() -> None:
    everywhere = s.received().do(None, a.Stop()).state
    assert not is_anything_granted(everywhere, "Stop", {"unit": "main"})
    narrow = replace(everywhere, stops=(replace(everywhere.stops[0], unit="main"),))
    assert is_anything_granted(narrow, "Stop", {})
    assert is_anything_granted(narrow, "Stop", {"unit": "second"})


def test_a_stop_that_somebody_agreed_to_lift_is_pressed_anew() -> None:
    state = s.received().do(None, a.Stop()).state
    agreed = replace(state, stops=(replace(state.stops[0], agreed=("ada",)),))
    assert is_anything_granted(agreed, "Stop", {})
