"""What do the case files and the documented accidents say?"""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from showclear.drills.casefile import Case, read_case
from showclear.drills.replay import Found, replay

ROOT = Path(__file__).parents[2]
CASES = ROOT / "cases"
PATHS = {path.stem: path for path in sorted(CASES.glob("*.yaml"))}
ACCIDENTS: dict[str, dict[str, Any]] = {
    each["id"]: each
    for each in yaml.safe_load((CASES / "documented" / "accidents.yaml").read_text("utf-8"))
}
FORCES = ("refuse", "conditional", "alarm")
"""Checks that may stop something; one of force `record` only helps afterwards."""


def plain(case: str) -> Any:
    """Read a case file anew, to be changed at will."""
    return yaml.safe_load(PATHS[case].read_text("utf-8"))


@cache
def case_of(case: str) -> Case:
    """Read a case."""
    return read_case(plain(case))


@cache
def found_in(case: str) -> Found:
    """Replay a case under every rule, each alone."""
    return replay(case_of(case))


def supported(case: str) -> int:
    """Count the checks that the documented accident holds to bite no later than the harm."""
    checks = ACCIDENTS[case]["what_would_have_stopped_it"]
    harm_step = case_of(case).harm_step
    return sum(each["force"] in FORCES and each["at_step"] <= harm_step for each in checks)
