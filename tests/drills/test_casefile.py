"""Is what is wrong with a case file told in one sentence that names the place?"""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from showclear.drills.casefile import read_case
from showclear.drills.replay import tell
from showclear.drills.words import BadCase

GOOD: dict[str, Any] = {
    "id": "made-up",
    "title": "A made-up case",
    "year": 2026,
    "reach": "weak",
    "declared": 0,
    "harm_step": 2,
    "setting": {
        "people": {"performer": {"roles": "performer"}, "other": {}},
        "things": {"gun": {"kind": "weapon", "holds": {"live": 1}, "registered": False}},
    },
    "steps": [
        {"step": 1, "role": "performer", "act": "brings it", "does": [{"bring": {"thing": "gun"}}]},
        {
            "step": 2, "role": "performer", "act": "fires it",
            "does": [{"fire": {"weapon": "gun", "at": "other"}}],
        },
    ],
}  # fmt: skip


def step(case: dict[str, Any], n: int = 1) -> dict[str, Any]:
    """Return a step of a case, to be changed."""
    found: dict[str, Any] = case["steps"][n - 1]
    return found


def bring(case: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of the first act."""
    fields: dict[str, Any] = step(case)["does"][0]["bring"]
    return fields


WRONG: dict[str, Callable[[dict[str, Any]], Any]] = {
    "the case: the field 'reach' is missing": lambda c: c.pop("reach"),
    "the case, field 'reach': 'big' is none of strong, conditional, weak, none": lambda c: c.update(
        reach="big"
    ),
    "the case, field 'declared': a whole number is expected, not 'two'": lambda c: c.update(
        declared="two"
    ),
    "the case, field 'declared': a whole number is expected, not 'True'": lambda c: c.update(
        declared=True
    ),
    "the case, field 'declared': a whole number is expected, not '100001'": lambda c: c.update(
        declared=100_001
    ),
    "setting, things, gun, field 'kind': fields is none of weapon, rounds, item": lambda c: c[
        "setting"
    ]["things"]["gun"].update(kind={"weapon": 1}),
    "the case: no field 'harmstep' here; did you mean 'harm_step'?": lambda c: c.update(harmstep=1),
    "the case: harm_step 9 is none of its steps": lambda c: c.update(harm_step=9),
    "setting: people, places and things are expected, not nothing": lambda c: c.pop("setting"),
    "setting: there is no part 'persons'": lambda c: c["setting"].update(persons={}),
    "setting, people, performer, field 'roles': 'star' is none of": lambda c: c["setting"][
        "people"
    ]["performer"].update(roles="star"),
    "setting, people: 'the armorer' cannot be a name here": lambda c: c["setting"]["people"].update(
        {"the armorer": {}}
    ),
    "setting, things, gun: the field 'kind' is missing": lambda c: c["setting"]["things"][
        "gun"
    ].pop("kind"),
    "setting, things, gun, field 'holds': 'bullets' is none of live": lambda c: c["setting"][
        "things"
    ]["gun"].update(holds={"bullets": 1}),
    "steps: a list of steps is expected, not nothing": lambda c: c.pop("steps"),
    "step after 1: a step with a higher number is expected": lambda c: step(c, 2).update(step=1),
    "step 1: the field 'role' is missing": lambda c: step(c).pop("role"),
    "step 1: there is no field 'when' in a step": lambda c: step(c).update(when="noon"),
    "step 1: the field 'does' needs a list of acts, not nothing": lambda c: step(c).pop("does"),
    "step 1, act 1: there is no act called 'brings'; did you mean 'bring'?": lambda c: step(
        c
    ).update(does=[{"brings": {"thing": "gun"}}]),
    "step 1, act 1: one act is expected, not fields": lambda c: step(c).update(
        does=[{"bring": {}, "fire": {}}]
    ),
    "step 1, bring: the field 'thing' is missing (things)": lambda c: bring(c).pop("thing"),
    "step 1, bring: no field 'things' here; did you mean 'thing'?": lambda c: bring(c).update(
        things="gun"
    ),
    "step 1, bring, field 'thing': 'gum' is no thing of this case; did you mean 'gun'?": lambda c: (
        bring(c).update(thing="gum")
    ),
    "step 1, bring, field 'who': 'nobody else' is no person of this case": lambda c: bring(
        c
    ).update(who="nobody else"),
    "step 1, bring: the field 'who' is missing": lambda c: step(c).update(role="a stranger"),
    "step 2, fire, field 'metres': a distance in metres is expected, not 'far'": lambda c: step(
        c, 2
    )["does"][0]["fire"].update(metres="far"),
    "step 2, fire, field 'metres': a distance in metres is expected, not 'inf'": lambda c: step(
        c, 2
    )["does"][0]["fire"].update(metres=float("inf")),
    "step 1, call, field 'setup': no act plans a set-up called 'scene'": lambda c: step(c).update(
        does=[{"call": {"weapon": "gun", "setup": "scene"}}]
    ),
}


@pytest.mark.parametrize("sentence", WRONG)
def test_a_fault_is_told_with_its_place_and_field(sentence: str) -> None:
    case = copy.deepcopy(GOOD)
    WRONG[sentence](case)
    with pytest.raises(BadCase) as raised:
        read_case(case)
    assert str(raised.value).startswith(sentence)
    assert "\n" not in str(raised.value)


def test_what_is_no_case_at_all_is_told_so() -> None:
    values: tuple[Any, ...] = (None, [], "a story", 3)
    for value in values:
        with pytest.raises(BadCase, match="a case is expected"):
            read_case(value)


def test_the_good_case_can_be_told() -> None:
    assert [harm.whom for _, harm in tell(read_case(GOOD)).harms] == ["other"]


def test_a_hand_that_is_empty_cannot_fire() -> None:
    case = copy.deepcopy(GOOD)
    step(case)["does"] = []
    with pytest.raises(BadCase, match="step 2, fire: performer does not have gun"):
        tell(read_case(case))


def test_what_is_given_has_to_be_in_order() -> None:
    case = copy.deepcopy(GOOD)
    case["setting"]["things"]["gun"].update(origin="personal")
    case["given"] = [{"receive": {"who": "the armorer", "thing": "gun"}}]
    with pytest.raises(BadCase, match="given, receive: not in order when the story begins"):
        tell(read_case(case))
