"""Do the documented accidents come to harm in the world, and which rules would stop them?"""

import pytest
from tests.drills.told import ACCIDENTS, PATHS, ROOT, case_of, found_in, plain, supported

from showclear.drills.casefile import Case
from showclear.drills.replay import alone, control, first_bites, reaches_harm, tell
from showclear.kernel.decide import BOOK

GOALS = {"strong": 3, "conditional": 2}
SHORT = ROOT / "docs" / "reference" / "drills.md"
WITH_CONTROL = [case for case in PATHS if case_of(case).safe]


def test_every_documented_accident_has_its_file_and_no_file_is_of_another() -> None:
    assert set(PATHS) == set(ACCIDENTS)


@pytest.mark.parametrize("name", PATHS)
def test_a_case_is_told_in_the_steps_of_its_source(name: str) -> None:
    case, told = case_of(name), ACCIDENTS[name]
    assert (case.id, case.title, case.year) == (name, told["title"], told["year"])
    assert case.reach == told["software_reach"]
    assert plain(name)["sources"] == [each["url"] for each in told["sources"]]
    steps = [(each["step"], each["role"], each["act"]) for each in told["sequence"]]
    assert [(step.n, step.role, step.act) for step in case.steps] == steps


@pytest.mark.parametrize("name", PATHS)
def test_a_case_declares_no_more_than_its_source_supports(name: str) -> None:
    assert 0 <= case_of(name).declared <= supported(name)


@pytest.mark.parametrize("name", PATHS)
def test_the_story_comes_to_harm_at_its_step_when_every_refusal_is_ignored(name: str) -> None:
    assert reaches_harm(case_of(name), found_in(name).told)


@pytest.mark.parametrize("name", PATHS)
def test_a_case_has_the_barriers_that_it_declares(name: str) -> None:
    assert len(found_in(name).barriers) >= case_of(name).declared


@pytest.mark.parametrize("name", [name for name in PATHS if case_of(name).reach in GOALS])
def test_a_case_within_reach_has_its_barriers_or_a_reason_in_the_pages(name: str) -> None:
    is_short = len(found_in(name).barriers) < GOALS[case_of(name).reach]
    assert is_short == (f"| `{name}` |" in SHORT.read_text("utf-8").split("## Short of", 1)[1])


@pytest.mark.parametrize("name", ["novelty-1896", "captive-1915", "rust-2021-fatal"])
def test_a_barrier_bites_with_every_other_rule_switched_off(name: str) -> None:
    """The record kept once for all rules says the same as one kept for each rule alone."""
    found = found_in(name)
    each_alone = {code: min(bites) for code in BOOK if (bites := alone(found.told, code))}
    assert each_alone == first_bites(found.told, BOOK)
    assert {code: min(bites) for code, bites in found.bites.items()} == each_alone


def test_most_cases_within_reach_have_a_story_in_which_everybody_does_it_right() -> None:
    assert len(WITH_CONTROL) >= 8


@pytest.mark.parametrize("name", WITH_CONTROL)
def test_where_everybody_does_it_right_no_rule_bites_and_nobody_is_hurt(name: str) -> None:
    assert control(case_of(name)) == ([], [])


@pytest.mark.parametrize("name", PATHS)
def test_no_rule_bites_after_the_harm_and_counts(name: str) -> None:
    found = found_in(name)
    last = max((each.n for each in found.told.asked[: found.told.before]), default=0)
    assert last <= case_of(name).harm_step


def without_danger(case: str, **things: dict[str, object]) -> Case:
    """Read a case in which the things are really other ones."""
    from showclear.drills.casefile import read_case

    changed = plain(case)
    for thing, fields in things.items():
        changed["setting"]["things"][thing].update(fields)
    return read_case(changed)


def test_harm_is_in_the_world_and_not_in_the_label() -> None:
    blunt = without_danger("novelty-1896", own_dagger={"class": "blade-blunt"})
    assert not reaches_harm(blunt, tell(blunt))
    harmless = without_danger("magor-2010", grenades={"really": []})
    assert not reaches_harm(harmless, tell(harmless))
