"""On which act does each rule bite, and what is the nearest act on which it does not?

One function a rule: it gives the two sides of the rule's boundary, the bitten one first.
"""

from tests.kernel.scenarios import (
    admission,
    cases,
    day,
    fitness,
    general,
    line,
    people,
    plan,
    rounds,
    scene,
    stop,
    weapons,
)
from tests.kernel.scenarios.sides import SCENARIOS, Sides

__all__ = [
    "SCENARIOS", "Sides", "admission", "cases", "day", "fitness", "general", "line", "people",
    "plan", "rounds", "scene", "stop", "weapons",
]  # fmt: skip
