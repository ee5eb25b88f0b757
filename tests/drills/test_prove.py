"""Does the search find again what was known, and does the kernel hold what it held?"""

import json

import pytest
from tests.drills.measured import PROFILES, golden, measured, page
from tests.drills.write_prove import PAGE

from showclear.cli.main import main
from showclear.drills.prove.faults import FAULTS, names_of
from showclear.drills.prove.protocol import ABLATIONS, FIRST
from showclear.drills.prove.prove import figures
from showclear.kernel.words import Profile

ROWS = {
    "P0": "1 0 0 1 A V X", "P0b": "2 1 0 1 A X", "P1": "3 2 2 1 AC AD CX", "P2": "2 1 1 1 A",
    "P3": "3 2 2 1 AC CX", "P4": "3 2 2 1 AC CX", "P5": "4 3 3 1 AC", "P6": "4 3 3 3 AC",
    "P7": "5 4 4 4 ABC", "P8": "5 4 4 4 ABCD ABCX", "P9": "5 4 4 4 ABCD ABCX",
    "R1": "4 3 3 3 AC", "R2": "5 4 4 4 ABC ACX", "P8+tag": "5 4 4 4 ABCD ABCX",
    "R2+tag": "5 4 4 4 ABC ACX", "S2": "5 4 4 4 ABC ACX", "S8": "5 4 4 4 ABCD ABCX",
    "S8 less": "5 4 4 4 ACX",
}  # fmt: skip
"""The table of protocols: live order and given, blank, dummy, and the smallest sets of people."""

REMOVED = {
    "whole": "5 4 4 3", "VOID-EXP": "4 3 3 2", "HAND-CLR": "4 3 3 2",
    "two-person integrity": "4 3 3 2", "watching": "4 3 3 2", "taker's look": "4 3 3 3",
    "call": "4 3 3 3", "call per take": "4 3 3 3", "CLR-COLD": "5 2 4 3", "VOID-LOAD": "4 2 3 2",
    "marks": "5 4 1 3", "tag read": "5 4 4 3", "round check": "5 4 4 3", "load witness": "5 4 4 3",
    "second lot signer": "5 4 4 3",
}  # fmt: skip
"""S2 with one part removed: live, blank, dummy, and people for a live round."""


@pytest.mark.parametrize("name", ROWS)
def test_the_first_prototypes_row_is_found_again(name: str) -> None:
    found = figures(FIRST[name], weapons=1, limit=6)
    live, blank, dummy = (found[hazard] for hazard in ("live", "blank", "dummy"))
    fewest = [each for each in live.parties if len(each) == live.people]
    numbers = (live.order, live.given, blank.order, dummy.order)
    assert " ".join(map(str, (*numbers, *fewest))) == ROWS[name]


@pytest.mark.parametrize("name", REMOVED)
def test_a_part_removed_costs_what_it_cost(name: str) -> None:
    found = figures(ABLATIONS[name], weapons=1, limit=6)
    orders = [found[hazard].order for hazard in ("live", "blank", "dummy")]
    assert " ".join(map(str, (*orders, found["live"].people))) == REMOVED[name]


def test_with_every_rule_off_each_accident_is_reached() -> None:
    assert all(each.order is not None for each in figures(FIRST["P0"], weapons=1, limit=2).values())


@pytest.mark.parametrize("profile", PROFILES)
def test_the_smallest_ways_to_the_accident_are_those_of_the_golden_file(profile: Profile) -> None:
    known = golden(1)[profile.value]["hazards"]
    for hazard, found in measured(profile, 1)["hazards"].items():
        shortest = " ".join(found["story"])
        assert found == known[hazard], f"The shortest story of {hazard} is now: {shortest}"


@pytest.mark.long
@pytest.mark.parametrize("profile", [Profile.BLANK])
def test_with_two_weapons_the_ways_are_those_of_the_golden_file(profile: Profile) -> None:
    known = golden(2)[profile.value]["hazards"]
    for hazard, found in measured(profile, 2)["hazards"].items():
        shortest = " ".join(found["story"])
        assert found == known[hazard], f"The shortest story of {hazard} is now: {shortest}"


def test_the_events_are_one_actor_and_one_verb_each_and_none_twice() -> None:
    names = [each.name for each in FAULTS]
    assert len(names) == len(set(names)) == 46
    assert names_of(0b11) == ("V:bad_lot", "V:gun_loaded")


def test_the_command_says_which_gate_it_misses(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["prove", "--weapons", "1", "--faults", "4", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert told["complete"] is True
    below = [hazard for hazard, each in told["hazards"].items() if each["below_gate"]]
    assert code == (1 if below else 0)
    assert {"order", "given", "people", "sets", "story"} <= set(told["hazards"]["live"])
    assert main(["prove", "--weapons", "1", "--faults", "4"]) == code
    assert "The shortest way to the live round:" in capsys.readouterr().out


def test_a_profile_that_is_none_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["prove", "--profile", "loud"])
    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_page_of_figures_is_that_of_the_golden_files() -> None:
    assert PAGE.read_text("utf-8") == page(), "python -m tests.drills.write_prove"
