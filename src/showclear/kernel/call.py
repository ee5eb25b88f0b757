"""May the weapons call be said for this take, and what does cut end?

The call comes last: shown, in the taker's hand, watched, by somebody who looked and neither
counted nor holds it, and only when every other weapon of the set-up is ready too. Cut ends it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel import admission, day, plan, watch
from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.custody import line_rules
from showclear.kernel.decision import Bite
from showclear.kernel.effects import bore_due, doubted, ended
from showclear.kernel.handover import time_rules
from showclear.kernel.looks import CALLERS
from showclear.kernel.policy import is_no_fire
from showclear.kernel.rule import Case, Judge, Rule, no_rules
from showclear.kernel.show import CALLER_APART
from showclear.kernel.state import SetUp, State, put, with_weapon
from showclear.kernel.weapon import Call, Clearance, Weapon
from showclear.kernel.words import Layer, Mode, Part, Role, Tone

CALL_ROLE = Rule(
    code="CALL-ROLE",
    title="The weapons call is the AD's or the safety officer's",
    layer=Layer.CLEARANCE,
    laws=(3, 12),
    sources=("hot-cold-announced", "ad-asks-to-be-shown"),
)
CALL_SHOWN = Rule(
    code="CALL-SHOWN",
    title="Nothing is called that was not shown for this set-up",
    layer=Layer.CLEARANCE,
    laws=(2,),
    sources=("cold-needs-a-showing", "new-use-new-clearance"),
)
CALL_HAND = Rule(
    code="CALL-HAND",
    title="The call follows the handover",
    layer=Layer.CLEARANCE,
    laws=(2, 4),
    tone=Tone.NOT_YET,
)
CALL_LOOKED = Rule(
    code="CALL-LOOKED",
    title="Whoever calls a weapon looked himself when it was shown",
    layer=Layer.CLEARANCE,
    laws=(2, 3),
    sources=("ad-asks-to-be-shown",),
)
CALL_TAKE = Rule(
    code="CALL-TAKE",
    title="A call is for the take that is next",
    layer=Layer.CLEARANCE,
    laws=(5,),
    sources=("new-use-new-clearance",),
)
CALL_AGAIN = Rule(
    code="CALL-AGAIN",
    title="Another take needs the second's word that it is the same again, or a new showing",
    layer=Layer.CLEARANCE,
    laws=(5,),
    sources=("new-use-new-clearance", "out-of-sight-voids"),
    tone=Tone.NOT_YET,
)
CALL_ALL = Rule(
    code="CALL-ALL",
    title="Every weapon of the set-up is in its taker's hand before one is called",
    layer=Layer.CLEARANCE,
    laws=(2,),
    tone=Tone.NOT_YET,
)
AGAIN_ROLE = Rule(
    code="AGAIN-ROLE",
    title="The same again is said by the second who watched it without a gap",
    layer=Layer.CLEARANCE,
    laws=(3, 5),
    sources=("out-of-sight-voids",),
)
AGAIN_COLD = Rule(
    code="AGAIN-COLD",
    title="Only what was called cold and came through a cut is the same again",
    layer=Layer.CLEARANCE,
    laws=(2, 5),
    sources=("new-use-new-clearance",),
)

RULES = (
    CALL_ROLE, CALL_SHOWN, CALL_HAND, CALL_LOOKED, CALL_TAKE, CALL_AGAIN, CALL_ALL,
    AGAIN_ROLE, AGAIN_COLD,
)  # fmt: skip


def call_rules(case: Case[a.CallWeapon]) -> Iterator[Bite]:
    """Yield why this weapon is not called."""
    act, weapon = case.act, case.weapon(case.act.weapon)
    setup, clearance = case.state.setups[act.setup], weapon.clearance
    if not case.has_role(*CALLERS):
        yield CALL_ROLE.refuses()
    yield from line_rules(case, weapon)
    yield from standing_rules(case, weapon, act.setup)
    if clearance is not None:
        yield from _caller_rules(case, weapon, clearance)
        yield from _again_needed(case, weapon, clearance)
    yield from watch.call_rules(case, weapon)
    yield from admission.fit_rules(case, weapon)
    yield from day.gate_rules(case, weapon)
    if act.take != setup.take:
        yield CALL_TAKE.refuses(take=setup.take)
    yield from plan.staging_rules(case, weapon, setup)
    yield from all_rules(case, setup)


def standing_rules(case: Case[Any], weapon: Weapon, setup: str) -> Iterator[Bite]:
    """Yield why what was shown does not stand for this set-up, in the taker's hand, now."""
    clearance = weapon.clearance
    if clearance is None or clearance.setup != setup:
        yield CALL_SHOWN.refuses(setup=setup, cause=weapon.condition.cause)
        return
    yield from time_rules(case, clearance)
    if weapon.custody.holder != clearance.to:
        yield CALL_HAND.refuses(to=clearance.to, holder=weapon.custody.holder or "")


def _caller_rules(case: Case[a.CallWeapon], weapon: Weapon, clearance: Clearance) -> Iterator[Bite]:
    apart = {look.person for look in weapon.condition.inspected}
    apart |= {clearance.to, clearance.chosen or "", clearance.shown_by}
    if case.person in {*apart, weapon.custody.holder}:
        yield CALLER_APART.refuses(person=case.person)
    if case.needs(weapon, Part.CALLER_LOOK) and case.person not in clearance.looked:
        yield CALL_LOOKED.refuses(person=case.person)


def _again_needed(case: Case[a.CallWeapon], weapon: Weapon, clearance: Clearance) -> Iterator[Bite]:
    """Yield the refusal of another take on the looks of the first, without the second's word."""
    is_first = clearance.first_take in (None, case.act.take)
    is_named = is_first or clearance.again == case.act.take
    if case.needs(weapon, Part.CALL_PER_TAKE) and not is_named:
        yield CALL_AGAIN.refuses(take=case.act.take)


def all_rules(case: Case[Any], setup: SetUp) -> Iterator[Bite]:
    """Yield the refusal when another weapon of the set-up is not ready: absence blocks."""
    for use in setup.uses:
        weapon = case.state.weapons.get(use.weapon)
        if weapon is None or is_no_fire(weapon.weapon_class):
            continue
        if not _is_ready(case, weapon, setup):
            yield CALL_ALL.refuses(weapon=weapon.id)


def _is_ready(case: Case[Any], weapon: Weapon, setup: SetUp) -> bool:
    """Say whether it is shown for this set-up and in its taker's hand; a called one stays so."""
    clearance = weapon.clearance
    if clearance is None or clearance.setup != setup.id:
        return False
    is_current = clearance.call is not None or not any(time_rules(case, clearance))
    return is_current and weapon.custody.holder == clearance.to


def call(case: Case[a.CallWeapon]) -> tuple[e.Event, ...]:
    """Return the call; in a replay without its rules there may be nothing shown to call."""
    act = case.act
    if case.weapon(act.weapon).clearance is None:
        return ()
    called = e.WeaponCalled(
        weapon=act.weapon, setup=act.setup, take=act.take, caller=case.person, at=case.now
    )
    return (called,)


def again_rules(case: Case[a.Again]) -> Iterator[Bite]:
    """Yield why it is not the same again, so that it is shown anew."""
    weapon, setup = case.weapon(case.act.weapon), case.state.setups[case.act.setup]
    yield from standing_rules(case, weapon, case.act.setup)
    clearance = weapon.clearance
    if clearance is None:
        return
    if not case.has_role(Role.SECOND) or case.person not in clearance.seen_by:
        yield AGAIN_ROLE.refuses(person=case.person)
    is_called = clearance.first_take is not None and not setup.is_running
    if clearance.mode is not Mode.COLD or not is_called:
        yield AGAIN_COLD.refuses(asked=clearance.mode.value)


def again(case: Case[a.Again]) -> tuple[e.Event, ...]:
    """Return the second's word for the take that is next."""
    if case.weapon(case.act.weapon).clearance is None:
        return ()
    take = case.state.setups[case.act.setup].take
    return (e.SameAgain(weapon=case.act.weapon, take=take, person=case.person),)


def end_take(case: Case[a.EndTake]) -> tuple[e.Event, ...]:
    """Return what cut ends, and that the take is over."""
    setup = case.state.setups[case.act.setup]
    over = e.TakeEnded(setup=setup.id, take=setup.take, at=case.now)
    ends = [each for each in _of(case.state, setup.id) if not _outlasts_cut(case, each)]
    return (*_cut(case, ends), over)


def cut(case: Case[Any]) -> tuple[e.Event, ...]:
    """Return all that cut can take away, for a word that comes late or from nobody known."""
    return _cut(case, _of(case.state, case.act.setup))


def _cut(case: Case[Any], weapons: Iterable[Weapon]) -> tuple[e.Event, ...]:
    """End what was shown; whatever is in a hot weapon counts as loaded until it is shown."""
    found: list[e.Event] = []
    for weapon in weapons:
        if weapon.clearance is not None and weapon.clearance.mode is Mode.HOT:
            found += [*doubted(weapon, "CUT", case.now), e.HotEnded(weapon=weapon.id, at=case.now)]
        else:
            found += ended(weapon, "CUT")
    return tuple(found)


def _of(state: State, setup: str) -> list[Weapon]:
    shown = ((each, each.clearance) for each in state.weapons.values())
    return [each for each, clearance in shown if clearance and clearance.setup == setup]


def _outlasts_cut(case: Case[Any], weapon: Weapon) -> bool:
    """Say whether what was shown stands for another take: cold, fresh, back in its hand."""
    clearance = weapon.clearance
    if clearance is None or clearance.mode is not Mode.COLD or weapon.line is not None:
        return False
    is_home = not clearance.passed or weapon.custody.holder == clearance.to
    return is_home and not any(time_rules(case, clearance))


def weapon_called(state: State, event: e.WeaponCalled) -> State:
    weapon = state.weapons[event.weapon]
    assert weapon.clearance is not None, "only what was shown is called"
    clearance = replace(
        weapon.clearance, call=Call(take=event.take, caller=event.caller, at=event.at)
    )
    if clearance.first_take is None:
        clearance = replace(clearance, first_take=event.take, seen_by=watch.watching(state, weapon))
    setup = replace(state.setups[event.setup], is_running=True)
    state = replace(state, setups=put(state.setups, setup.id, setup))
    return with_weapon(state, event.weapon, clearance=clearance)


def same_again(state: State, event: e.SameAgain) -> State:
    clearance = state.weapons[event.weapon].clearance
    assert clearance is not None, "only what was shown is the same again"
    return with_weapon(state, event.weapon, clearance=replace(clearance, again=event.take))


def hot_ended(state: State, event: e.HotEnded) -> State:
    history = bore_due(state.weapons[event.weapon]).history
    return with_weapon(state, event.weapon, history=replace(history, fired_at=event.at))


def take_ended(state: State, event: e.TakeEnded) -> State:
    for weapon in _of(state, event.setup):
        assert weapon.clearance is not None
        called = replace(weapon.clearance, call=None, passed=0)
        state = with_weapon(state, weapon.id, clearance=called)
    setup = replace(state.setups[event.setup], take=event.take + 1, is_running=False)
    lines = {
        each.id: replace(each, walks=(), is_shown=False) if each.setup == setup.id else each
        for each in state.lines.values()
    }
    return replace(state, setups=put(state.setups, setup.id, setup), lines=lines)


JUDGES = {
    a.CallWeapon: Judge(call_rules, call),
    a.Again: Judge(again_rules, again),
    a.EndTake: Judge(no_rules, end_take),
}

EVOLVERS = {
    e.WeaponCalled: weapon_called,
    e.SameAgain: same_again,
    e.HotEnded: hot_ended,
    e.TakeEnded: take_ended,
}
