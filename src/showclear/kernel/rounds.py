"""May these rounds be used, and in what?"""

from collections.abc import Iterator
from typing import Any

from showclear.kernel.decision import Bite
from showclear.kernel.rule import Case, Rule
from showclear.kernel.weapon import Weapon

RULES: tuple[Rule, ...] = ()


def content_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    """Yield why what is in this weapon is not ready to be shown."""
    return iter(())
