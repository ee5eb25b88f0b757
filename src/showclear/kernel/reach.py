"""Which weapons is an act about, and does a stop stand over it?

A stop of one unit stands over all that is in it, or may be: what nobody wrote down a unit for is
in every one. A freeze stands before any other stop.
"""

from collections.abc import Iterator

from showclear.kernel.asks import Act
from showclear.kernel.rule import Case
from showclear.kernel.state import State, StopInForce
from showclear.kernel.things import Issue, Scan
from showclear.kernel.weapon import Item

FREEZES = ("live-found", "unplanned-shot")
"""The stops after which nothing is touched that somebody else will look at."""


def weapons_of(act: Act) -> tuple[str, ...]:
    """Return the ids of the weapons that the act is about: the one it names, or those scanned."""
    named = getattr(act, "weapon", None)
    scanned = (*getattr(act, "weapons", ()), *getattr(act, "issues", ()))
    listed = tuple(each.weapon for each in scanned if isinstance(each, Scan | Issue))
    return listed if named is None else (named, *listed)


def stop_over(case: Case[Act]) -> StopInForce | None:
    """Return the stop in force that covers what the act is about: a freeze before any other."""
    setups, units = _setups(case), set(_units(case))
    over = [each for each in case.state.stops if _is_over(each, setups=setups, units=units)]
    frozen = [each for each in over if each.what in FREEZES]
    return next(iter((*frozen, *over)), None)


def _is_over(stop: StopInForce, *, setups: set[str], units: set[str | None]) -> bool:
    if stop.setup is not None:
        return stop.setup in setups
    return stop.unit is None or stop.unit in units or None in units


def _setups(case: Case[Act]) -> set[str]:
    """Return the set-up that the act is about, itself or through its line."""
    line = case.state.lines.get(getattr(case.act, "line", None) or "")
    return {each for each in (getattr(case.act, "setup", None), line and line.setup) if each}


def _units(case: Case[Act]) -> Iterator[str | None]:
    """Yield the units of all that the act is about; nothing where nobody wrote one down."""
    state, act = case.state, case.act
    yield from (state.weapons[each].unit for each in _weapons(case) if each in state.weapons)
    yield from (state.setups[each].unit for each in _setups(case) if each in state.setups)
    place = state.places.get(getattr(act, "place", None) or "")
    item = state.items.get(getattr(act, "item", None) or "")
    lot = state.lots.get(getattr(act, "lot", None) or "")
    if place is not None:
        yield place.unit
    if item is not None:
        yield _unit_of_item(state, item)
    if lot is not None:
        yield _unit_of_place(state, lot.place)


def _weapons(case: Case[Act]) -> set[str]:
    """Return all weapons that the act is about: named, scanned, in a case, or listed for one."""
    sealed = case.state.cases.get(getattr(case.act, "case", None) or "")
    listed = (each for each in getattr(case.act, "weapons", ()) if isinstance(each, str))
    return {*weapons_of(case.act), *listed, *(sealed.weapons if sealed is not None else ())}


def _unit_of_item(state: State, item: Item) -> str | None:
    weapon = state.weapons.get(item.weapon or "")
    return weapon.unit if weapon is not None else _unit_of_place(state, item.custody.place)


def _unit_of_place(state: State, place: str | None) -> str | None:
    known = state.places.get(place or "")
    return known.unit if known is not None else None
