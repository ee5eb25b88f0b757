"""Does each rule bite where it should, and only there?"""

from functools import cache

import pytest
from tests.kernel.scenarios import SCENARIOS, Sides
from tests.kernel.stage import code_of

from showclear.kernel.decide import BOOK, RULES
from showclear.kernel.decision import Allowed
from showclear.kernel.words import Tone

TONES = {rule.code: rule.tone for rule in RULES}
EACH = pytest.mark.parametrize("code", sorted(SCENARIOS))


@cache
def sides(code: str) -> Sides:
    """Play a scenario once for all tests; states never change."""
    return SCENARIOS[code]()


def test_every_rule_has_a_scenario_and_a_code_of_its_own() -> None:
    assert set(SCENARIOS) == BOOK
    assert len(BOOK) == len(RULES)


@EACH
def test_the_rule_bites_on_its_side_of_the_boundary(code: str) -> None:
    bitten, _ = sides(code)
    decision = bitten.judge()
    assert code_of(decision) == code
    assert isinstance(decision, Allowed) is (TONES[code] is Tone.ALARM)


@EACH
def test_the_nearest_act_beside_the_boundary_is_allowed(code: str) -> None:
    _, near = sides(code)
    decision = near.judge()
    assert isinstance(decision, Allowed)
    assert code_of(decision) == ""


@EACH
def test_without_the_rule_its_scenario_ends_otherwise(code: str) -> None:
    bitten, _ = sides(code)
    assert bitten.judge(BOOK - {code}) != bitten.judge()
    assert code_of(bitten.judge(BOOK - {code})) != code


@EACH
def test_each_rule_alone_answers_every_scenario(code: str) -> None:
    for other in SCENARIOS:
        for scene in sides(other):
            assert code_of(scene.judge(frozenset({code}))) in {"", code}
