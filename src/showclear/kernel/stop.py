"""Who may stop, and who may go on?

Anyone may stop, with no reason, signed in or not, and nobody can refuse it. Going on takes two
named people who say so in writing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from showclear.kernel.asks import (
    Break,
    Hold,
    LiveFound,
    Restart,
    ServerStarted,
    Stop,
    UnplannedShot,
)
from showclear.kernel.custody import is_out
from showclear.kernel.decision import Bite
from showclear.kernel.effects import (
    doubted,
    ended,
    is_item_out,
    items_doubted,
    lots_held,
    source_held,
)
from showclear.kernel.events import (
    Event,
    RestartAgreed,
    ServerStartNoted,
    WorkRestarted,
    WorkStopped,
)
from showclear.kernel.rule import Case, Judge, Rule, no_rules
from showclear.kernel.state import State, StopInForce
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Instant, Layer, Role, Tone

RESTART_ROLE = Rule(
    code="RESTART-ROLE",
    title="Work goes on when those who answer for it say so",
    layer=Layer.STOP,
    laws=(8,),
    sources=("stop-by-anyone", "unplanned-discharge-stops-work"),
)
RESTART_OPEN = Rule(
    code="RESTART-OPEN",
    title="Only a stop in force is lifted",
    layer=Layer.STOP,
    laws=(8,),
    tone=Tone.NOT_YET,
)
RESTART_TWICE = Rule(
    code="RESTART-TWICE",
    title="The second name under a restart is another person's",
    layer=Layer.STOP,
    laws=(3, 8),
    sources=("stop-by-anyone",),
)
RESTART_HOLD = Rule(
    code="RESTART-HOLD",
    title="A hold is lifted by the armorer and the AD",
    layer=Layer.STOP,
    laws=(8,),
    sources=("stop-by-anyone", "daily-ad-armorer-plan"),
)

RULES = (RESTART_ROLE, RESTART_OPEN, RESTART_TWICE, RESTART_HOLD)

LIFTERS = (Role.ARMORER, Role.AD, Role.SAFETY, Role.PRODUCER, Role.PRODUCTION_MANAGER)


def hold(case: Case[Hold]) -> tuple[Event, ...]:
    """Stop one set-up; a hold that names none known stops everything."""
    setup = case.act.setup if case.act.setup in case.state.setups else None
    return _stopped(case, what="hold", unit=None, setup=setup)


def stop(case: Case[Stop]) -> tuple[Event, ...]:
    """Stop one unit; a stop that names none known stops every unit."""
    units = {each.unit for each in case.state.weapons.values()}
    unit = case.act.unit if case.act.unit in units else None
    return _stopped(case, what="stop", unit=unit, setup=None)


def live_found(case: Case[LiveFound]) -> tuple[Event, ...]:
    """Stop everything: one live round makes every weapon unknown, in every unit.

    The box it was found in is set aside, and all that shares its source is gone through again;
    where no box known is named, every box is.
    """
    lot = case.state.lots.get(case.act.lot or "")
    if lot is None:
        held = lots_held(case.state.lots.values(), "LIVE-FOUND")
    else:
        held = source_held(case.state, lot, "LIVE-FOUND", at=case.now)
    return (*held, *_frozen(case, "live-found"))


def unplanned_shot(case: Case[UnplannedShot]) -> tuple[Event, ...]:
    """Stop everything: nobody knows yet why it went off."""
    return _frozen(case, "unplanned-shot")


def _frozen(case: Case[LiveFound | UnplannedShot], what: str) -> tuple[Event, ...]:
    stopped = WorkStopped(stop=case.ask.id, what=what, unit=None, setup=None, at=case.now)
    doubts = [doubted(weapon, what.upper(), case.now) for weapon in case.state.weapons.values()]
    items = items_doubted(case.state.items.values(), what.upper(), case.now)
    return (stopped, *chain.from_iterable(doubts), *items)


def take_break(case: Case[Break]) -> tuple[Event, ...]:
    """End what was shown in the unit; what is not locked up is unknown from now on."""
    units = {each.unit for each in case.state.weapons.values()}
    unit = case.act.unit if case.act.unit in units else None
    reached = [w for w in case.state.weapons.values() if _reaches(w, unit=unit, setup=None)]
    return (*_left(reached, "BREAK", case.now), *_items_left(case, "BREAK"))


def _left(weapons: Iterable[Weapon], cause: str, now: Instant) -> tuple[Event, ...]:
    """Doubt what is not locked up; end what was shown of the rest."""
    ends = [doubted(each, cause, now) if is_out(each) else ended(each, cause) for each in weapons]
    return tuple(chain.from_iterable(ends))


def _items_left(case: Case[Break] | Case[ServerStarted], cause: str) -> tuple[Event, ...]:
    """Doubt each magazine or belt that is not locked up; it belongs to no unit."""
    out = [each for each in case.state.items.values() if is_item_out(each)]
    return items_doubted(out, cause, case.now)


def _stopped(
    case: Case[Hold | Stop], *, what: str, unit: str | None, setup: str | None
) -> tuple[Event, ...]:
    stopped = WorkStopped(stop=case.ask.id, what=what, unit=unit, setup=setup, at=case.now)
    reached = [
        weapon for weapon in case.state.weapons.values() if _reaches(weapon, unit=unit, setup=setup)
    ]
    return (stopped, *(event for weapon in reached for event in ended(weapon, what.upper())))


def _reaches(weapon: Weapon, *, unit: str | None, setup: str | None) -> bool:
    if setup is not None:
        shown = weapon.clearance or weapon.showing
        return shown is not None and shown.setup == setup
    return unit is None or weapon.unit == unit


def restart_rules(case: Case[Restart]) -> Iterator[Bite]:
    """Yield why this name does not count towards going on."""
    found = [stop for stop in case.state.stops if stop.id == case.act.stop]
    if not found:
        yield RESTART_OPEN.refuses(stop=case.act.stop)
        return
    if not case.has_role(*LIFTERS):
        yield RESTART_ROLE.refuses()
    if case.person in found[0].agreed:
        yield RESTART_TWICE.refuses(person=case.person)
    if found[0].what == "hold" and not _completes_hold(case, found[0]):
        yield RESTART_HOLD.refuses()


def _completes_hold(case: Case[Restart], held: StopInForce) -> bool:
    """Say whether this name and the one before are those of an armorer and an AD."""
    people = [case.state.people.get(each) for each in (*held.agreed, case.person)]
    found = [{Role.ARMORER, Role.AD} & set(each.roles if each else ()) for each in people]
    return all(found) and len(set().union(*found)) >= len(found)


def restart(case: Case[Restart]) -> tuple[Event, ...]:
    """Return the name; with the second one, that work goes on. Nothing shown comes back."""
    agreed = RestartAgreed(stop=case.act.stop, person=case.person)
    names = [each.agreed for each in case.state.stops if each.id == case.act.stop]
    if names and names[0]:
        return (agreed, WorkRestarted(stop=case.act.stop))
    return (agreed,)


def server_started(case: Case[ServerStarted]) -> tuple[Event, ...]:
    """End everything that was shown: nobody knows what happened while no server ran."""
    ends = _left(case.state.weapons.values(), "SERVER-STARTED", case.now)
    return (ServerStartNoted(at=case.now), *ends, *_items_left(case, "SERVER-STARTED"))


def work_stopped(state: State, event: WorkStopped) -> State:
    in_force = StopInForce(
        id=event.stop, what=event.what, unit=event.unit, setup=event.setup, since=event.at
    )
    return replace(state, stops=(*state.stops, in_force))


def restart_agreed(state: State, event: RestartAgreed) -> State:
    stops = tuple(
        replace(each, agreed=(*each.agreed, event.person)) if each.id == event.stop else each
        for each in state.stops
    )
    return replace(state, stops=stops)


def work_restarted(state: State, event: WorkRestarted) -> State:
    return replace(state, stops=tuple(each for each in state.stops if each.id != event.stop))


def server_start_noted(state: State, event: ServerStartNoted) -> State:
    """Change nothing by itself: each end of a clearance is an event of its own."""
    return state


JUDGES = {
    Hold: Judge(no_rules, hold),
    Stop: Judge(no_rules, stop),
    LiveFound: Judge(no_rules, live_found),
    UnplannedShot: Judge(no_rules, unplanned_shot),
    Break: Judge(no_rules, take_break),
    Restart: Judge(restart_rules, restart),
    ServerStarted: Judge(no_rules, server_started),
}

EVOLVERS = {
    WorkStopped: work_stopped,
    RestartAgreed: restart_agreed,
    WorkRestarted: work_restarted,
    ServerStartNoted: server_start_noted,
}
