"""What follows from a fault, from a weapon that is missing, and from a report that came late?

A weapon that jammed, misfired or broke is unknown and needs its check. After a misfire nobody
opens it for a while: a round may still go off. A missing weapon holds back whatever it touches.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel import asks as a
from showclear.kernel import discrepancies
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.effects import doubted
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import State, with_weapon
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Fault, Layer, Tone

FAULT = Rule(
    code="FAULT",
    title="What jammed, misfired or broke leaves the work until it is checked",
    layer=Layer.STOP,
    laws=(1, 5),
    sources=("no-self-repair", "misfire-cause-logged"),
    tone=Tone.ALARM,
)
MISSING = Rule(
    code="MISSING",
    title="A missing weapon is said at once",
    layer=Layer.STORAGE,
    laws=(4, 8),
    sources=("missing-weapon-chain", "nobody-leaves-with-one"),
    tone=Tone.ALARM,
)
MISFIRE_WAIT = Rule(
    code="MISFIRE-WAIT",
    title="After a misfire nobody opens it for a while",
    layer=Layer.ROUNDS,
    laws=(1,),
    sources=("misfire-hold",),
    tone=Tone.NOT_YET,
)

RULES = (FAULT, MISSING, MISFIRE_WAIT)


def wait_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    """Yield why this weapon is not opened yet: a round may still go off."""
    misfired_at, wait = weapon.history.misfired_at, case.policy.misfire_wait_min
    if misfired_at is not None and case.age(misfired_at) < wait:
        yield MISFIRE_WAIT.refuses(age=case.age(misfired_at), limit=wait)


def fault_rules(case: Case[a.ReportFault]) -> Iterator[Bite]:
    """Yield the alarm of a fault."""
    yield FAULT.alarms(case.act.weapon, found=case.act.fault.value)


def report_fault(case: Case[a.ReportFault]) -> tuple[e.Event, ...]:
    """Doubt the weapon named; where none known is named, each one that is out, or else all."""
    return tuple(
        event
        for weapon in _named(case.state, case.act.weapon)
        for event in (
            *doubted(weapon, FAULT.code, case.now),
            e.FaultReported(weapon=weapon.id, fault=case.act.fault, at=case.now),
        )
    )


def _named(state: State, weapon: str | None) -> tuple[Weapon, ...]:
    known = state.weapons.get(weapon or "")
    if known is not None:
        return (known,)
    out = tuple(each for each in state.weapons.values() if each.custody.holder is not None)
    return out or tuple(state.weapons.values())


def missing_rules(case: Case[a.ReportMissing]) -> Iterator[Bite]:
    """Yield the alarm of a missing weapon."""
    yield MISSING.alarms(case.act.weapon)


def report_missing(case: Case[a.ReportMissing]) -> tuple[e.Event, ...]:
    """Hold back what the weapon touches; a weapon that nobody can name holds back all."""
    open_now = discrepancies.opened(case, case.act.weapon)
    weapon = case.state.weapons.get(case.act.weapon or "")
    if weapon is None:
        return open_now
    unknown = e.ContentsUnknown(weapon=weapon.id, cause=MISSING.code, at=case.now)
    return (*open_now, unknown, e.WentMissing(weapon=weapon.id, at=case.now))


def fault_reported(state: State, event: e.FaultReported) -> State:
    """Ask for its check; after a misfire something may stay in the bore."""
    history = replace(state.weapons[event.weapon].history, is_function_due=True)
    if event.fault is Fault.MISFIRE:
        history = replace(history, misfired_at=event.at, is_bore_due=True, bore_seen=())
    return with_weapon(state, event.weapon, history=history)


def went_missing(state: State, event: e.WentMissing) -> State:
    """Whoever had it may have done anything with it: it is checked as on its first day."""
    history = replace(
        state.weapons[event.weapon].history, is_function_due=True, is_bore_due=True, bore_seen=()
    )
    return with_weapon(state, event.weapon, history=history, missing_since=event.at)


def in_doubt_since(state: State, event: e.InDoubtSince) -> State:
    """Mark from when on its permits are in doubt; the earliest time stands."""
    before = state.weapons[event.weapon].doubt_since
    since = event.since if before is None else min(before, event.since)
    return with_weapon(state, event.weapon, doubt_since=since)


JUDGES = {
    a.ReportFault: Judge(fault_rules, report_fault),
    a.ReportMissing: Judge(missing_rules, report_missing),
}

EVOLVERS = {
    e.FaultReported: fault_reported,
    e.WentMissing: went_missing,
    e.InDoubtSince: in_doubt_since,
}
