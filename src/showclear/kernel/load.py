"""Who puts rounds in, who watches it, and what came out?

Rounds go into a weapon that was just proved empty, out of a box that two people went through.
Another person than the loader says what is in it then. What comes out is answered for round by
round: what was loaded came out whole, went off, or did not go off when struck.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel import asks as a
from showclear.kernel import day, discrepancies, faults, people, watch
from showclear.kernel import events as e
from showclear.kernel.custody import tag_rule
from showclear.kernel.decision import Bite
from showclear.kernel.effects import bore_due, doubted, moved_rounds, opened_again
from showclear.kernel.fill import box_rules, slots_of, weapon_rules
from showclear.kernel.proof import (
    INSPECT_ROLE,
    PROVE_CLASS,
    count_rules,
    counted,
    differs,
    hand_rules,
    unloaded_rules,
)
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import State, with_weapon
from showclear.kernel.things import Round, Seen, Slots
from showclear.kernel.weapon import Condition
from showclear.kernel.words import TESTERS, Bin, Layer, Part, Role, RoundKind, Tone

LOAD_HOLDER = Rule(
    code="LOAD-HOLDER",
    title="A weapon is loaded and unloaded by the armorer or handler who holds it",
    layer=Layer.ROUNDS,
    laws=(4,),
    sources=("handler-loads",),
)
LOAD_EMPTY = Rule(
    code="LOAD-EMPTY",
    title="Rounds go into a weapon that was just proved empty",
    layer=Layer.ROUNDS,
    laws=(1,),
    sources=("check-before-each-use", "prove-five-steps"),
    tone=Tone.NOT_YET,
)
LOAD_WITNESS_OPEN = Rule(
    code="LOAD-WITNESS-OPEN",
    title="A loading is witnessed while the record knows what went in",
    layer=Layer.ROUNDS,
    laws=(12,),
    tone=Tone.NOT_YET,
)
LOAD_WITNESS_APART = Rule(
    code="LOAD-WITNESS-APART",
    title="Whoever watches the loading has not loaded",
    layer=Layer.ROUNDS,
    laws=(3,),
    sources=("each-round-each-chamber",),
)
UNLOAD_DIFFERS = Rule(
    code="UNLOAD-DIFFERS",
    title="What comes out is what went in, round by round",
    layer=Layer.ROUNDS,
    laws=(1, 6),
    sources=("round-ledger-balances", "unload-and-show-empty"),
    tone=Tone.ALARM,
)

RULES = (LOAD_HOLDER, LOAD_EMPTY, LOAD_WITNESS_OPEN, LOAD_WITNESS_APART, UNLOAD_DIFFERS)


def holder_rules(case: Case[Any]) -> Iterator[Bite]:
    """Yield the refusal of who does not hold this weapon, or does not load weapons."""
    weapon = case.weapon(case.act.weapon)
    if weapon.custody.holder != case.person or not case.has_role(Role.ARMORER, Role.HANDLER):
        yield LOAD_HOLDER.refuses(holder=weapon.custody.holder or "")
    if weapon.weapon_class is None:
        yield PROVE_CLASS.refuses(tests=len(weapon.classed))


def load_rules(case: Case[a.Load]) -> Iterator[Bite]:
    """Yield why these rounds do not go into this weapon now."""
    weapon, rounds = case.weapon(case.act.weapon), case.act.rounds
    yield from holder_rules(case)
    yield from people.handler_rules(case, weapon)
    yield from faults.wait_rules(case, weapon)
    yield from watch.watch_rules(case, weapon)
    yield from day.load_rules(case)
    yield from day.gate_rules(case, weapon)
    yield from tag_rule(case, weapon, case.act.tag)
    yield from empty_rules(case)
    yield from box_rules(case, rounds, weapon.capacity)
    yield from weapon_rules(case, weapon, slots_of(case, rounds, weapon.capacity))


def empty_rules(case: Case[Any]) -> Iterator[Bite]:
    """Yield why nothing new goes into this weapon: what was in it comes first."""
    weapon = case.weapon(case.act.weapon)
    yield from unloaded_rules(weapon.history.load)
    slots, inspected = weapon.condition.slots, weapon.condition.inspected
    is_proved = bool(inspected) or not case.needs(weapon, Part.TWO_INSPECTORS)
    if slots is None or any(slots) or not is_proved:
        yield LOAD_EMPTY.refuses(cause=weapon.condition.cause)


def load(case: Case[a.Load]) -> tuple[e.Event, ...]:
    """Return the loading. Until then it was empty; nothing that was said of it before holds."""
    weapon = case.weapon(case.act.weapon)
    slots = slots_of(case, case.act.rounds, weapon.capacity)
    loaded = e.WeaponLoaded(weapon=weapon.id, loader=case.person, slots=slots, at=case.now)
    return (*doubted(weapon, "LOADED", case.now), loaded, *all_moved(slots, Bin.STORE, Bin.LOADED))


def all_moved(slots: Slots, from_bin: Bin, to_bin: Bin) -> tuple[e.Event, ...]:
    """Return the move of all these rounds, lot by lot."""
    lots = [each.lot for each in slots if each is not None]
    return tuple(
        event
        for lot in dict.fromkeys(lots)
        for event in moved_rounds(lot, from_bin, to_bin, rounds=lots.count(lot))
    )


def witness_rules(case: Case[a.WitnessLoad]) -> Iterator[Bite]:
    """Yield why this witness does not count. A count that differs is an alarm at once."""
    weapon = case.weapon(case.act.weapon)
    if not case.has_role(*TESTERS):
        yield INSPECT_ROLE.refuses()
    if weapon.condition.slots is None or weapon.condition.loader is None:
        yield LOAD_WITNESS_OPEN.refuses()
    if case.person == weapon.condition.loader:
        yield LOAD_WITNESS_APART.refuses(person=case.person)
    yield from count_rules(weapon, case.act.seen)
    yield from differs(case, weapon, case.act.seen)
    yield from hand_rules(weapon)


def witness(case: Case[a.WitnessLoad]) -> tuple[e.Event, ...]:
    """Return the witness's word. Whoever counts after it was shown has opened it since."""
    return (
        *opened_again(case.weapon(case.act.weapon)),
        e.LoadWitnessed(
            weapon=case.act.weapon,
            person=case.person,
            device=case.asker.device,
            seen=case.act.seen,
            at=case.now,
        ),
    )


def unload_rules(case: Case[a.Unload]) -> Iterator[Bite]:
    """Yield why it is not unloaded. What does not add up is an alarm, and stays open."""
    act, weapon = case.act, case.weapon(case.act.weapon)
    yield from holder_rules(case)
    yield from faults.wait_rules(case, weapon)
    yield from tag_rule(case, weapon, act.tag)
    if not adds_up(weapon.history.load, act.out, fired=act.fired, misfired=act.misfired):
        opened = discrepancies.opened(case, weapon.id)
        doubt = doubted(weapon, UNLOAD_DIFFERS.code, case.now)
        yield UNLOAD_DIFFERS.alarms(weapon.id, *opened, *doubt)


def adds_up(load: Slots, out: Seen, *, fired: int = 0, misfired: int = 0) -> bool:
    """Say whether each round that went in is answered for, and nothing else came out."""
    went_in = counted(load)
    blanks = (out.blank, fired, misfired)
    is_whole = out.dummy == went_in.dummy and sum(blanks) == went_in.blank
    return is_whole and min(blanks) >= 0 and out.unsure == 0


def unload(case: Case[a.Unload]) -> tuple[e.Event, ...]:
    """Return the unloading. That it is empty now, two people prove again."""
    weapon = case.weapon(case.act.weapon)
    unloaded = e.WeaponUnloaded(weapon=weapon.id, person=case.person, at=case.now)
    return (
        *doubted(weapon, "UNLOADED", case.now),
        unloaded,
        *came_out(weapon.history.load, fired=case.act.fired, misfired=case.act.misfired),
    )


def came_out(load: Slots, *, fired: int, misfired: int) -> tuple[e.Event, ...]:
    """Return where each round of the load is now. Blanks of a load are of one lot."""
    blanks = [each for each in load if each is not None and each.kind is RoundKind.BLANK]
    dummies = [each for each in load if each is not None and each.kind is RoundKind.DUMMY]
    gone, struck = max(0, fired), max(0, fired) + max(0, misfired)
    parts: tuple[tuple[list[Round], Bin], ...] = (
        (dummies + blanks[struck:], Bin.STORE),
        (blanks[:gone], Bin.FIRED),
        (blanks[gone:struck], Bin.MISFIRED),
    )
    return tuple(
        event for part, where in parts for event in all_moved(tuple(part), Bin.LOADED, where)
    )


def weapon_loaded(state: State, event: e.WeaponLoaded) -> State:
    condition = Condition(slots=event.slots, since=event.at, cause="LOADED", loader=event.loader)
    history = replace(state.weapons[event.weapon].history, load=event.slots)
    return with_weapon(state, event.weapon, condition=condition, history=history)


def load_witnessed(state: State, event: e.LoadWitnessed) -> State:
    condition = replace(state.weapons[event.weapon].condition, witness=event.person)
    return with_weapon(state, event.weapon, condition=condition)


def weapon_unloaded(state: State, event: e.WeaponUnloaded) -> State:
    """Account for the load. What was in it may have left something, or an ember, in the bore."""
    known = state.weapons[event.weapon]
    history = (bore_due(known) if any(known.history.load) else known).history
    fired_at = event.at if counted(known.history.load).blank else history.fired_at
    history = replace(history, load=(), fired_at=fired_at)
    return with_weapon(state, event.weapon, history=history)


JUDGES = {
    a.Load: Judge(load_rules, load),
    a.WitnessLoad: Judge(witness_rules, witness),
    a.Unload: Judge(unload_rules, unload),
}

EVOLVERS = {
    e.WeaponLoaded: weapon_loaded,
    e.LoadWitnessed: load_witnessed,
    e.WeaponUnloaded: weapon_unloaded,
}
