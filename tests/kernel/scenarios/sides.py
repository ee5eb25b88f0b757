"""What is a scenario of a rule? Two asks: the one it bites on, and the nearest it lets pass."""

from collections.abc import Callable

from tests.kernel.stage import Scene

Sides = tuple[Scene, Scene]

SCENARIOS: dict[str, Callable[[], Sides]] = {}


def of(code: str) -> Callable[[Callable[[], Sides]], Callable[[], Sides]]:
    """Enter a scenario under its rule."""

    def enter(scenario: Callable[[], Sides]) -> Callable[[], Sides]:
        assert code not in SCENARIOS, code
        SCENARIOS[code] = scenario
        return scenario

    return enter
