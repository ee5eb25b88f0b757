"""May this be done, and what has then happened?

`decide` answers one ask against one state at one time; `evolve` carries one event into the
state. Both are total and pure: the same input gives the same answer for ever. Folding the
recorded events again gives the recorded state, and no rule is judged twice.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple

from showclear.kernel import (
    admission,
    custody,
    general,
    handover,
    looks,
    people,
    plan,
    proof,
    returns,
    stop,
)
from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Alarmed, Allowed, Bite, Decision, Refused
from showclear.kernel.effects import ended
from showclear.kernel.forms import FORMS
from showclear.kernel.policy import Policy
from showclear.kernel.rule import Case, Rule
from showclear.kernel.state import LastUse, State, put
from showclear.kernel.words import Instant

RULES: tuple[Rule, ...] = tuple(
    chain.from_iterable(
        subject.RULES
        for subject in (
            general, people, plan, admission, custody, proof, looks, handover, returns, stop
        )
    )
)  # fmt: skip
"""Every rule there is, in the order of the subjects."""

BOOK: frozenset[str] = frozenset(rule.code for rule in RULES)
"""All rules in force. A replay of an accident may switch some off; the door never does."""


class Judge(NamedTuple):
    """How one kind of act is judged: its rules in order, and what happens when none bites."""

    rules: Callable[[Any], Iterator[Bite]]
    events: Callable[[Any], tuple[e.Event, ...]]


def _none(case: Any) -> Iterator[Bite]:
    return iter(())


JUDGES: dict[type, Judge] = {
    a.AddPerson: Judge(people.add_person_rules, people.add_person),
    a.AddPlace: Judge(people.add_place_rules, people.add_place),
    a.AddKey: Judge(_none, people.add_key),
    a.EndKey: Judge(_none, people.end_key),
    a.PlanSetUp: Judge(plan.plan_rules, plan.plan),
    a.ReceiveWeapon: Judge(admission.receive_rules, admission.receive),
    a.ClassWeapon: Judge(admission.class_rules, admission.classify),
    a.DrawWeapon: Judge(custody.draw_rules, custody.draw),
    a.LockUp: Judge(custody.lock_up_rules, custody.lock_up),
    a.ReportUnattended: Judge(_none, custody.report_unattended),
    a.ProveEmpty: Judge(proof.prove_rules, proof.prove_empty),
    a.Inspect: Judge(proof.inspect_rules, proof.inspect),
    a.ShowWeapon: Judge(looks.show_rules, looks.show),
    a.AnswerLook: Judge(looks.answer_rules, looks.answer),
    a.OfferHandover: Judge(handover.offer_rules, handover.offer),
    a.ReadTag: Judge(handover.read_tag_rules, handover.read_tag),
    a.TakeHandover: Judge(handover.take_rules, handover.take),
    a.OfferReturn: Judge(returns.offer_return_rules, returns.offer_return),
    a.TakeBack: Judge(returns.take_back_rules, returns.take_back),
    a.Hold: Judge(_none, stop.hold),
    a.Stop: Judge(_none, stop.stop),
    a.LiveFound: Judge(_none, stop.live_found),
    a.UnplannedShot: Judge(_none, stop.unplanned_shot),
    a.Break: Judge(_none, stop.take_break),
    a.AskAgain: Judge(_none, looks.ask_again),
    a.RatherRubber: Judge(_none, looks.rather_rubber),
    a.Restart: Judge(stop.restart_rules, stop.restart),
    a.ServerStarted: Judge(_none, stop.server_started),
}

EVOLVERS: dict[type, Callable[[State, Any], State]] = {
    e.PersonAdded: people.person_added,
    e.PlaceAdded: people.place_added,
    e.KeyAdded: people.key_changed,
    e.KeyEnded: people.key_changed,
    e.SetUpPlanned: plan.set_up_planned,
    e.WeaponReceived: admission.weapon_received,
    e.ClassFound: admission.class_found,
    e.WeaponClassed: admission.weapon_classed,
    e.WeaponQuarantined: admission.weapon_quarantined,
    e.WeaponDrawn: custody.weapon_drawn,
    e.WeaponLockedUp: custody.weapon_locked_up,
    e.LeftUnattended: custody.left_unattended,
    e.ClearanceEnded: custody.clearance_ended,
    e.ContentsUnknown: custody.contents_unknown,
    e.ProvedEmpty: proof.proved_empty,
    e.Inspected: proof.inspected,
    e.ShowBegan: looks.show_began,
    e.LookAnswered: looks.look_answered,
    e.WeaponShown: looks.weapon_shown,
    e.HandoverOffered: handover.handover_offered,
    e.TagWasRead: handover.tag_was_read,
    e.WeaponHandedOver: handover.weapon_handed_over,
    e.WeaponReturned: returns.weapon_returned,
    e.WorkStopped: stop.work_stopped,
    e.RestartAgreed: stop.restart_agreed,
    e.WorkRestarted: stop.work_restarted,
    e.ServerStartNoted: stop.server_start_noted,
}

PARTIAL = (a.OfferReturn, a.TakeBack)
"""Acts that take a permission away and grant something: late or stale, only the first counts."""


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
        return Allowed(judge.events(case))
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


def is_late(case: Case[Any]) -> bool:
    """Say whether the ask reports something of a while ago; a key is judged by the ledger."""
    too_old = case.now - case.ask.at > case.policy.report_age_max
    return too_old and not isinstance(case.act, a.AddKey)


def _kind(case: Case[Any]) -> str:
    return type(case.act).__name__


def _answer(case: Case[Any], bite: Bite) -> Decision:
    if isinstance(bite, Alarmed):
        return Allowed(bite.events)
    taken = _taken_away(case) if bite.rule == general.STALE.code else ()
    if taken:
        return Allowed((*taken, e.LateReportReceived(act=_kind(case), at=case.ask.at)))
    return Refused(bite.rule, bite.params)


def _taken_away(case: Case[Any]) -> tuple[e.Event, ...]:
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
    if isinstance(event, e.AlarmRaised | e.LateReportReceived):
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


def _stamped(state: State, event: Any, version: str) -> State:
    moves = FORMS[type(event).__name__].moves
    if moves == "weapon":
        weapon = replace(state.weapons[event.weapon], version=version)
        return replace(state, weapons=put(state.weapons, weapon.id, weapon))
    if moves == "setup":
        setup = replace(state.setups[event.setup], version=version)
        return replace(state, setups=put(state.setups, setup.id, setup))
    person = state.people.get(event.person or "") if moves == "person" else None
    if person is None:
        return state
    return replace(state, people=put(state.people, person.id, replace(person, version=version)))
