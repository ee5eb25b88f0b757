"""Who may stop work, and what ends when it stops?

Anyone, with no reason, signed in or not, and nobody can refuse it. A hold stops one set-up, a
stop one unit; a live round or an unplanned shot stops everything, and nobody knows any longer
what is in any weapon. Going on is in restart.py.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.custody import is_out
from showclear.kernel.decision import Bite
from showclear.kernel.effects import (
    all_ended,
    doubted,
    ended,
    is_item_out,
    items_doubted,
    source_held,
    unwatched,
)
from showclear.kernel.rule import Case, Judge, Rule, no_rules
from showclear.kernel.state import Line, SetUp, State, StopInForce
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Instant, Layer, Tone

LIVE_FOUND = Rule(
    code="LIVE-FOUND",
    title="A live round that was found stops everything",
    layer=Layer.STOP,
    laws=(7, 8),
    sources=("live-round-found", "live-never-on-set"),
    tone=Tone.ALARM,
)
SHOT_UNPLANNED = Rule(
    code="SHOT-UNPLANNED",
    title="A shot that nobody planned stops everything",
    layer=Layer.STOP,
    laws=(8,),
    sources=("unplanned-discharge-stops-work", "scene-kept"),
    tone=Tone.ALARM,
)
BREAK_OUT = Rule(
    code="BREAK-OUT",
    title="Before a break everything is locked up",
    layer=Layer.STORAGE,
    laws=(5,),
    sources=("lock-up-at-breaks",),
    tone=Tone.ALARM,
)

RULES = (LIVE_FOUND, SHOT_UNPLANNED, BREAK_OUT)


def hold(case: Case[a.Hold]) -> tuple[e.Event, ...]:
    """Stop one set-up; a hold that names none known stops everything."""
    setup = case.act.setup if case.act.setup in case.state.setups else None
    return _stopped(case, what="hold", unit=None, setup=setup)


def stop(case: Case[a.Stop]) -> tuple[e.Event, ...]:
    """Stop one unit; a stop that names none known stops every unit."""
    return _stopped(case, what="stop", unit=_unit(case.state, case.act.unit), setup=None)


def _unit(state: State, unit: str | None) -> str | None:
    """Return the unit if the record knows it; else nothing, which is every unit."""
    return unit if unit in {each.unit for each in state.weapons.values()} else None


def _stopped(
    case: Case[a.Hold | a.Stop], *, what: str, unit: str | None, setup: str | None
) -> tuple[e.Event, ...]:
    stopped = e.WorkStopped(stop=case.ask.id, what=what, unit=unit, setup=setup, at=case.now)
    reached = [w for w in case.state.weapons.values() if _reaches(w, unit=unit, setup=setup)]
    voided = _voided(case.state, what.upper(), unit=unit, setup=setup)
    return (stopped, *all_ended(reached, what.upper()), *voided)


def _reaches(weapon: Weapon, *, unit: str | None, setup: str | None) -> bool:
    if setup is not None:
        shown = weapon.clearance or weapon.showing
        return shown is not None and shown.setup == setup
    return unit is None or weapon.unit == unit


def _voided(
    state: State, cause: str, *, unit: str | None, setup: str | None
) -> tuple[e.Event, ...]:
    """Return the end of every line that stands there."""
    lines = [each for each in state.lines.values() if _stands(state, each, unit=unit, setup=setup)]
    return tuple(e.LineVoided(line=each.id, cause=cause) for each in lines)


def _stands(state: State, line: Line, *, unit: str | None, setup: str | None) -> bool:
    if setup is not None:
        return line.setup == setup
    own = state.setups.get(line.setup)
    return unit is None or own is None or own.unit == unit


def live_found_rules(case: Case[a.LiveFound]) -> Iterator[Bite]:
    """Yield the alarm that everybody hears."""
    yield LIVE_FOUND.alarms(case.act.lot or case.act.place)


def live_found(case: Case[a.LiveFound]) -> tuple[e.Event, ...]:
    """Stop everything: one live round makes every weapon unknown, in every unit."""
    return tuple(dict.fromkeys((*_frozen(case, "live-found"), *_lots_held(case))))


def _lots_held(case: Case[a.LiveFound]) -> tuple[e.Event, ...]:
    """Set its box apart with all that shares its source; from nobody knows where: every box."""
    lot = case.state.lots.get(case.act.lot or "")
    if lot is not None:
        return source_held(case.state, lot, LIVE_FOUND.code, at=case.now)
    return tuple(e.LotHeld(lot=each, cause=LIVE_FOUND.code) for each in case.state.lots)


def shot_rules(case: Case[a.UnplannedShot]) -> Iterator[Bite]:
    """Yield the alarm that everybody hears."""
    yield SHOT_UNPLANNED.alarms(case.act.weapon)


def unplanned_shot(case: Case[a.UnplannedShot]) -> tuple[e.Event, ...]:
    """Stop everything: nobody knows yet why it went off. The weapon itself is set apart."""
    frozen = _frozen(case, "unplanned-shot")
    weapon = case.state.weapons.get(case.act.weapon or "")
    if weapon is None:
        return frozen
    apart = e.WeaponQuarantined(weapon=weapon.id, cause=SHOT_UNPLANNED.code, person=case.person)
    return (*frozen, apart)


def _frozen(case: Case[a.LiveFound | a.UnplannedShot], what: str) -> tuple[e.Event, ...]:
    state, cause = case.state, what.upper()
    stopped = e.WorkStopped(stop=case.ask.id, what=what, unit=None, setup=None, at=case.now)
    doubts = chain.from_iterable(doubted(w, cause, case.now) for w in state.weapons.values())
    items = items_doubted(state.items.values(), cause, case.now)
    return (stopped, *doubts, *items, *_voided(state, cause, unit=None, setup=None))


def break_rules(case: Case[a.Break]) -> Iterator[Bite]:
    """Yield the alarm when people go away from what is not locked up."""
    unit = _unit(case.state, case.act.unit)
    weapons = case.state.weapons.values()
    out = [w.id for w in weapons if is_out(w) and _reaches(w, unit=unit, setup=None)]
    if out:
        yield BREAK_OUT.alarms(out[0], found=str(len(out)))


def take_break(case: Case[a.Break]) -> tuple[e.Event, ...]:
    """End what was shown in the unit; what is not locked up is unknown from now on."""
    state, unit = case.state, _unit(case.state, case.act.unit)
    reached = [w for w in state.weapons.values() if _reaches(w, unit=unit, setup=None)]
    began = e.BreakBegan(unit=unit, at=case.now)
    voided = _voided(state, "BREAK", unit=unit, setup=None)
    return (began, *_left(reached, "BREAK", case.now), *_items_left(case, "BREAK"), *voided)


def _left(weapons: Iterable[Weapon], cause: str, now: Instant) -> tuple[e.Event, ...]:
    """Doubt what is not locked up; end what was shown of the rest."""
    ends = [
        (*unwatched(each), *doubted(each, cause, now)) if is_out(each) else ended(each, cause)
        for each in weapons
    ]
    return tuple(chain.from_iterable(ends))


def _items_left(case: Case[a.Break | a.ServerStarted], cause: str) -> tuple[e.Event, ...]:
    """Doubt every magazine and belt that is out: whose unit it is in, nobody wrote down."""
    out = filter(is_item_out, case.state.items.values())
    return items_doubted(out, cause, case.now)


def server_started(case: Case[a.ServerStarted]) -> tuple[e.Event, ...]:
    """End everything that was shown: nobody knows what happened while no server ran."""
    cause = "SERVER-STARTED"
    ends = (*_left(case.state.weapons.values(), cause, case.now), *_items_left(case, cause))
    voided = _voided(case.state, cause, unit=None, setup=None)
    return (e.ServerStartNoted(at=case.now), *ends, *voided)


def work_stopped(state: State, event: e.WorkStopped) -> State:
    in_force = StopInForce(
        id=event.stop, what=event.what, unit=event.unit, setup=event.setup, since=event.at
    )
    state = replace(state, stops=(*state.stops, in_force))
    if event.setup is not None:
        return _halted(state, lambda setup: setup.id == event.setup)
    return _halted(state, lambda setup: event.unit in (None, setup.unit))


def break_began(state: State, event: e.BreakBegan) -> State:
    return _halted(state, lambda setup: event.unit in (None, setup.unit))


def server_start_noted(state: State, event: e.ServerStartNoted) -> State:
    """Halt every take; each end of a clearance is an event of its own."""
    return _halted(state, lambda setup: True)


def _halted(state: State, is_over: Callable[[SetUp], bool]) -> State:
    """Return the state in which no take of these set-ups runs any longer."""
    setups = {
        each.id: replace(each, is_running=False) if is_over(each) else each
        for each in state.setups.values()
    }
    return replace(state, setups=setups)


JUDGES = {
    a.Hold: Judge(no_rules, hold),
    a.Stop: Judge(no_rules, stop),
    a.LiveFound: Judge(live_found_rules, live_found),
    a.UnplannedShot: Judge(shot_rules, unplanned_shot),
    a.Break: Judge(break_rules, take_break),
    a.ServerStarted: Judge(no_rules, server_started),
}

EVOLVERS = {
    e.WorkStopped: work_stopped,
    e.BreakBegan: break_began,
    e.ServerStartNoted: server_start_noted,
}
