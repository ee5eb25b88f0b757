"""What is told of a replay? One plain object for each case."""

from collections.abc import Callable, Mapping
from typing import Any

from showclear.drills.casefile import Case, Step
from showclear.drills.replay import Found, reaches_harm
from showclear.drills.stage import Asked, Bit

Sayer = Callable[[Bit, Asked], str]
"""Says a refusal or an alarm in a sentence; the catalogue lies outside this package."""


def report(case: Case, found: Found, say: Sayer) -> dict[str, Any]:
    """Return what a replay has shown, ready for JSON."""
    return {
        "id": case.id,
        "title": case.title,
        "reach": case.reach,
        "declared": case.declared,
        "harm": reaches_harm(case, found.told),
        "harm_step": case.harm_step,
        "barriers": found.barriers,
        "alarms": found.alarms,
        "people": found.people,
        "steps": [_step(step, found, say) for step in case.steps],
    }


def _step(step: Step, found: Found, say: Sayer) -> Mapping[str, Any]:
    asked = [nth for nth, each in enumerate(found.told.asked) if each.n == step.n]
    bitten = [
        (code, nth, bites[nth]) for nth in asked for code, bites in found.bites.items()
        if nth in bites
    ]  # fmt: skip
    return {
        "n": step.n,
        "role": step.role,
        "act": step.act,
        "outcome": outcome(len(asked), [bit for _, _, bit in bitten]),
        "rules": list(dict.fromkeys(code for code, _, _ in bitten)),
        "message": say(bitten[0][2], found.told.asked[bitten[0][1]]) if bitten else "",
    }


def outcome(asked: int, bites: list[Bit]) -> str:
    """Say what came of a step: unseen by the record, refused, an alarm, or done."""
    if not asked:
        return "unseen"
    if any(not each.is_alarm for each in bites):
        return "refused"
    return "alarm" if bites else "done"
