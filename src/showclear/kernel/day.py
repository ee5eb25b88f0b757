"""What does the day ask for, from its opening to its wrap?"""

from collections.abc import Iterator
from typing import Any

from showclear.kernel.decision import Bite
from showclear.kernel.rule import Case, Rule
from showclear.kernel.weapon import Weapon

RULES: tuple[Rule, ...] = ()


def gate_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    """Yield why something open, about this weapon or what it shares, stands in the way."""
    return iter(())


def load_rules(case: Case[Any]) -> Iterator[Bite]:
    """Yield why nothing is loaded on this day."""
    return iter(())
