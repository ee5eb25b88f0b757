"""May this be done, and what has then happened?

`decide` answers one ask against one state at one time; `evolve` carries one event into the
state. Both are total and pure: the same input gives the same answer for ever. Folding the
recorded events again gives the recorded state, and no rule is judged twice.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from showclear.kernel import (
    admission,
    call,
    cases,
    classing,
    concerns,
    counts,
    custody,
    day,
    discrepancies,
    faults,
    fill,
    fitness,
    general,
    handover,
    items,
    late,
    left,
    line,
    load,
    looks,
    lots,
    papers,
    path,
    people,
    plan,
    posts,
    proof,
    quarantine,
    restart,
    returns,
    rounds,
    seating,
    show,
    stock,
    stop,
    trust,
    uses,
    walk,
    watch,
)  # fmt: skip
from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Alarmed, Allowed, Bite, Decision, Refused
from showclear.kernel.effects import ended
from showclear.kernel.forms import FORMS
from showclear.kernel.policy import Policy
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import LastUse, State, put
from showclear.kernel.words import Instant

SUBJECTS: tuple[Any, ...] = (
    general, people, papers, trust, posts, plan, uses, admission, classing, fitness, quarantine,
    lots, stock, fill, watch, custody, cases, proof, load, items, seating, rounds, show, looks,
    handover, call, path, line, walk, returns, left, day, counts, discrepancies, faults,
    concerns, stop, restart, late,
)  # fmt: skip
"""The subjects, in the order of the work."""

RULES: tuple[Rule, ...] = tuple(chain.from_iterable(each.RULES for each in SUBJECTS))
"""Every rule there is, in the order of the subjects."""

BOOK: frozenset[str] = frozenset(rule.code for rule in RULES)
"""All rules in force. A replay of an accident may switch some off; the door never does."""


JUDGES: dict[type, Judge] = {
    act: judge for subject in SUBJECTS for act, judge in getattr(subject, "JUDGES", {}).items()
}
"""How each act is judged: each subject holds its own."""

EVOLVERS: dict[type, Callable[[State, Any], State]] = {
    event: evolver
    for subject in SUBJECTS
    for event, evolver in getattr(subject, "EVOLVERS", {}).items()
}
"""What each event changes: each subject holds its own."""

NEUTRAL = (e.AlarmRaised, e.LateReportReceived, e.LateEntryMade, e.RecordCorrected)
"""Events that stand in the record and change no thing."""

PARTIAL = (a.OfferReturn, a.TakeBack, a.Unload, a.EndTake)
"""Acts that take a permission away and grant something."""

TAKES_AWAY_ALL_THE_SAME = (general.STALE.code, general.WHO_KNOWN.code)
"""Late, stale or from nobody known, such an act still takes away, and grants nothing."""


def decide(
    state: State, ask: a.Ask, policy: Policy, *, now: Instant, book: frozenset[str] = BOOK
) -> Decision:
    """Judge one ask.

    Args:
        now: server time in milliseconds.
        book: the codes of the rules in force; anything less than `BOOK` is for replays only.
    """
    case = Case(state, ask, ask.act, policy, now, book)
    judge = JUDGES[type(ask.act)]
    if type(ask.act) in a.REVOKES:
        alarms = [bite for bite in judge.rules(case) if bite.rule in book]
        events = (*chain.from_iterable(map(_warned, alarms)), *judge.events(case))
        return Allowed((*events, *_doubts_before(case, events)))
    if is_late(case):
        return Allowed((*_taken_away(case), e.LateReportReceived(act=_kind(case), at=ask.at)))
    by_ledger = isinstance(ask.act, a.AddKey)
    before = general.record_rules(case) if by_ledger else general.rules(case)
    for bite in chain(before, judge.rules(case)):
        if bite.rule in book:
            return _answer(case, bite)
        if bite.rule == general.THING_KNOWN.code:
            return Allowed(())  # Only in a replay without that rule: no record of the thing.
    return Allowed((*_signed(case), *judge.events(case)))


def _warned(bite: Bite) -> tuple[e.Event, ...]:
    """Return the events of an alarm; what only takes permission away is never refused."""
    assert isinstance(bite, Alarmed), f"{bite.rule} would refuse what nobody may refuse"
    return bite.events


def _doubts_before(case: Case[Any], events: tuple[e.Event, ...]) -> tuple[e.Event, ...]:
    """Mark what a late report reaches: permits given since then rest on what it takes away."""
    if not _is_old(case):
        return ()
    taken = (e.ClearanceEnded, e.ContentsUnknown, e.LeftUnattended)
    reached = dict.fromkeys(each.weapon for each in events if isinstance(each, taken))
    return tuple(e.InDoubtSince(weapon=weapon, since=case.ask.at) for weapon in reached)


def is_late(case: Case[Any]) -> bool:
    """Say whether it comes too late to grant: what grants nothing, or the ledger judges, never."""
    return _is_old(case) and not isinstance(case.act, a.AddKey | a.LateEntry | a.Correct)


def _is_old(case: Case[Any]) -> bool:
    return case.now - case.ask.at > case.policy.report_age_max


def _kind(case: Case[Any]) -> str:
    return type(case.act).__name__


def _answer(case: Case[Any], bite: Bite) -> Decision:
    if isinstance(bite, Alarmed):
        return Allowed(bite.events)
    taken = _taken_away(case) if bite.rule in TAKES_AWAY_ALL_THE_SAME else ()
    if taken:
        return Allowed((*taken, e.LateReportReceived(act=_kind(case), at=case.ask.at)))
    return Refused(bite.rule, bite.params)


def _taken_away(case: Case[Any]) -> tuple[e.Event, ...]:
    if isinstance(case.act, a.EndTake):
        return call.cut(case)
    weapon = case.state.weapons.get(getattr(case.act, "weapon", ""))
    if weapon is None or not isinstance(case.act, PARTIAL):
        return ()
    return ended(weapon, "RETURNED")


def _signed(case: Case[Any]) -> tuple[e.Event, ...]:
    if not isinstance(case.act, general.SIGNATURES):
        return ()
    return (e.DeviceUsed(device=case.asker.device, person=case.person, at=case.now),)


def evolve(state: State, event: e.Event) -> State:
    """Return the state after `event`. Neutral events leave every thing as it was."""
    if isinstance(event, e.DeviceUsed):
        used = LastUse(person=event.person, at=event.at)
        return replace(state, devices=put(state.devices, event.device, used))
    if isinstance(event, NEUTRAL):
        return state
    return EVOLVERS[type(event)](state, event)


def settle(state: State, events: Iterable[e.Event], version: str) -> State:
    """Carry an answer's events into the state and stamp what they moved with its version.

    Args:
        version: the leaf hash of the answer, in hex.
    """
    for event in events:
        state = evolve(state, event)
        state = _stamped(state, event, version)
    return state


SHELVES = {
    "weapon": "weapons", "item": "items", "case": "cases", "lot": "lots", "setup": "setups",
    "person": "people",
}  # fmt: skip
"""Where in the state each kind of thing with a version stands."""


def _stamped(state: State, event: Any, version: str) -> State:
    moves = FORMS[type(event).__name__].moves
    thing: Any = getattr(event, moves) if moves else None
    shelf: Mapping[str, Any] = getattr(state, SHELVES[moves]) if moves else {}
    if thing not in shelf:
        return state
    changed: Any = put(shelf, thing, replace(shelf[thing], version=version))
    shelves: dict[str, Any] = {SHELVES[moves]: changed}
    return replace(state, **shelves)
