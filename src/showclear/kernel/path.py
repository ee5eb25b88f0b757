"""May a weapon pass from hand to hand within a take, or hang in a holster?

The plan names the hands, in order, and each of them looked before. Along the path what was shown
holds on. A step off the path is a fact all the same: the record takes down who has it now, and
what is in it is unknown from there.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.custody import moved
from showclear.kernel.decision import Bite
from showclear.kernel.effects import doubted
from showclear.kernel.looks import mode_of
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.show import planned_use
from showclear.kernel.state import State, with_weapon
from showclear.kernel.things import Use
from showclear.kernel.watch import watching
from showclear.kernel.weapon import Custody, Weapon
from showclear.kernel.words import Layer, Mode, Part, Tone

PATH_WHO = Rule(
    code="PATH-WHO",
    title="Who passed a weapon on is told by its holder or by whoever watches it",
    layer=Layer.CLEARANCE,
    laws=(4,),
)
PATH_OFF = Rule(
    code="PATH-OFF",
    title="Within a take a weapon passes only along its path",
    layer=Layer.CLEARANCE,
    laws=(4, 5),
    sources=("only-handler-hands-over",),
    tone=Tone.ALARM,
)
HOLSTER_WATCH = Rule(
    code="HOLSTER-WATCH",
    title="A weapon is holstered on its holder, under the eyes of whoever watches it",
    layer=Layer.CLEARANCE,
    laws=(5,),
    sources=("out-of-sight-voids",),
)
HOLSTER_HOT = Rule(
    code="HOLSTER-HOT",
    title="Only what was shown is holstered, and hot only where the plan draws it",
    layer=Layer.CLEARANCE,
    laws=(1, 2),
)

RULES = (PATH_WHO, PATH_OFF, HOLSTER_WATCH, HOLSTER_HOT)


def pass_rules(case: Case[a.PassOn]) -> Iterator[Bite]:
    """Yield why it did not pass along its path."""
    weapon, holder = case.weapon(case.act.weapon), case.weapon(case.act.weapon).custody.holder
    if holder is None or case.person not in (holder, *watching(case.state, weapon)):
        yield PATH_WHO.refuses(holder=holder or "")
    if case.act.to != next_hand(case.state, weapon):
        doubts = doubted(weapon, PATH_OFF.code, case.now)
        yield PATH_OFF.alarms(weapon.id, *doubts, *pass_on(case))


def next_hand(state: State, weapon: Weapon) -> str | None:
    """Return who is next on its path in the take that runs, if anybody is."""
    clearance, use = weapon.clearance, use_of(state, weapon)
    if clearance is None or clearance.call is None or use is None:
        return None
    so_far, left = use.path[: clearance.passed], use.path[clearance.passed :]
    is_here = weapon.custody.holder == (clearance.to, *so_far)[-1]
    return left[0] if left and is_here else None


def use_of(state: State, weapon: Weapon) -> Use | None:
    """Return the use that it was shown for."""
    clearance = weapon.clearance
    setup = state.setups.get(clearance.setup) if clearance is not None else None
    if clearance is None or setup is None:
        return None
    uses = planned_use(setup, weapon.id, clearance.to)
    return next((use for use in uses if use.mode is clearance.mode), None)


def pass_on(case: Case[a.PassOn]) -> tuple[e.Event, ...]:
    """Return that another person has it; only a person of the show can be said to hold it."""
    to, holder = case.act.to, case.weapon(case.act.weapon).custody.holder
    if holder is None or to == holder or to not in case.state.people:
        return ()
    return (e.PassedOn(weapon=case.act.weapon, giver=holder, taker=to, at=case.now),)


def holster_rules(case: Case[a.Holster]) -> Iterator[Bite]:
    """Yield why it is not holstered."""
    weapon = case.weapon(case.act.weapon)
    if weapon.custody.holder is None or case.person not in watching(case.state, weapon):
        yield HOLSTER_WATCH.refuses(holder=weapon.custody.holder or "")
    use, mode = use_of(case.state, weapon), mode_of(weapon)
    is_unshown = weapon.clearance is None and case.needs(weapon, Part.TAKER_LOOK)
    if is_unshown or (mode is Mode.HOT and not (use is not None and use.is_drawn)):
        yield HOLSTER_HOT.refuses(asked=mode.value)


def holster(case: Case[a.Holster]) -> tuple[e.Event, ...]:
    """Return that it is holstered."""
    return (e.Holstered(weapon=case.act.weapon, watcher=case.person),)


def passed_on(state: State, event: e.PassedOn) -> State:
    """Move it to the next hand; the looks of before hold on along a path, and only there."""
    weapon = state.weapons[event.weapon]
    watchers = tuple(each for each in weapon.watchers if each != event.taker)
    kept: dict[str, Any] = {"condition": weapon.condition, "watchers": watchers}
    if weapon.clearance is not None:
        kept["clearance"] = replace(weapon.clearance, passed=weapon.clearance.passed + 1)
    return moved(state, weapon.id, Custody(holder=event.taker, since=event.at), **kept)


def holstered(state: State, event: e.Holstered) -> State:
    return with_weapon(state, event.weapon, holstered_under=event.watcher)


JUDGES: dict[type, Judge] = {
    a.PassOn: Judge(pass_rules, pass_on),
    a.Holster: Judge(holster_rules, holster),
}

EVOLVERS = {
    e.PassedOn: passed_on,
    e.Holstered: holstered,
}
