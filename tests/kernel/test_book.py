"""Is every rule in force that a module of the kernel defines?"""

import importlib
import pkgutil

from showclear import kernel
from showclear.kernel.decide import RULES
from showclear.kernel.rule import Rule


def test_no_rule_is_written_and_then_left_out_of_the_book() -> None:
    names = [each.name for each in pkgutil.iter_modules(kernel.__path__, "showclear.kernel.")]
    defined = {
        value.code
        for name in names
        for value in vars(importlib.import_module(name)).values()
        if isinstance(value, Rule)
    }
    assert defined == {rule.code for rule in RULES}
