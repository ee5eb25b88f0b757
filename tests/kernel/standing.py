"""What is left of a record when its past is taken away?

Rules read standing only: who, what, signed by whom, each age as fresh or expired. So two records
of the same standing have the same future, and of standings there are only so many: the search
keeps one record of each. `aged` is the one way in which time passes in it.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from tests.kernel.stage import NOW

from showclear.kernel.lot import Lot
from showclear.kernel.state import Place, SetUp, State, StopInForce
from showclear.kernel.things import Look, Seen
from showclear.kernel.weapon import Clearance, Condition, History, Offer, Weapon

OLD = NOW - 86_400_000
"""An age at which everything has expired."""


def standing(state: State, before: State | None = None) -> State:
    """Return the record without its past: no devices, no causes, takes counted from the next.

    Args:
        before: the standing that it came from; what is the same in both is not gone through again.
    """
    known = before or State()
    takes = {each.id: each.take for each in state.setups.values()}
    is_cut = any(each.take != 1 for each in state.setups.values())
    weapons = {} if is_cut else known.weapons
    changed: dict[str, Any] = {
        "weapons": _each(state.weapons, weapons, lambda each: _weapon(each, takes)),
        "items": _each(state.items, known.items, _unversioned),
        "lots": _each(state.lots, known.lots, _lot),
        "places": _each(state.places, known.places, _place),
        "setups": _each(state.setups, known.setups, _setup),
        "people": _each(state.people, known.people, _unversioned),
    }
    stops = tuple(dict.fromkeys(map(_stop, state.stops)))
    return replace(state, devices={}, stops=stops, **changed)


def _each(
    things: Mapping[str, Any], known: Mapping[str, Any], change: Callable[[Any], Any]
) -> Mapping[str, Any]:
    """Return each thing changed, in the order of their names; those known already as they are."""
    if things is known:
        return known
    return {
        key: things[key] if things[key] is known.get(key) else change(things[key])
        for key in sorted(things)
    }


def _unversioned(thing: Any) -> Any:
    return replace(thing, version="")


def _weapon(weapon: Weapon, takes: Mapping[str, int]) -> Weapon:
    custody = replace(weapon.custody, since=NOW, last_place="safe")
    offer = weapon.offer and replace(weapon.offer, device="")
    clearance = weapon.clearance
    if clearance is not None:
        clearance = _clearance(clearance, takes.get(clearance.setup, 1))
    showing = weapon.showing
    if showing is not None:
        looks = tuple(sorted(map(_look, showing.looks), key=_who))
        showing = replace(showing, looks=looks, began_at=NOW)
    return replace(
        weapon, version="", custody=custody, offer=offer, clearance=clearance, showing=showing,
        condition=_condition(weapon.condition), history=_history(weapon.history),
        watchers=tuple(sorted(weapon.watchers)), doubt_since=None, missing_since=None,
        classed=(), released_by=tuple(sorted(weapon.released_by)),
    )  # fmt: skip


def _who(look: Look) -> str:
    return look.person


def _look(look: Look) -> Look:
    return Look(person=look.person, device="", at=NOW, seen=Seen())


def _condition(condition: Condition) -> Condition:
    looks = {look.person: _look(look) for look in condition.inspected}
    return replace(
        condition,
        cause="",
        since=NOW,
        inspected=tuple(looks[each] for each in sorted(looks)),
        proved=tuple(sorted(set(condition.proved), key=repr)),
    )


def _history(history: History) -> History:
    seen = tuple(sorted(history.bore_seen)) if history.is_bore_due else ()
    misfired_at = history.misfired_at if history.misfired_at == NOW else None
    load = history.load if any(history.load) else ()
    return replace(history, fired_at=None, bore_seen=seen, misfired_at=misfired_at, load=load)


def _clearance(clearance: Clearance, take: int) -> Clearance:
    call, first = clearance.call, clearance.first_take
    return replace(
        clearance,
        looked=tuple(sorted(clearance.looked)),
        seen_by=tuple(sorted(clearance.seen_by)),
        first_take=None if first is None else int(first == take),
        again=1 if clearance.again == take else None,
        call=call and replace(call, take=1 + call.take - take, at=NOW),
    )


def _lot(lot: Lot) -> Lot:
    signed = tuple(sorted(lot.signed, key=repr))
    return replace(lot, version="", tallies=(), cause="", reconciled=None, signed=signed)


def _place(place: Place) -> Place:
    return replace(place, counts=())


def _setup(setup: SetUp) -> SetUp:
    return replace(setup, version="", take=1, briefed=tuple(sorted(setup.briefed)))


def _stop(stop: StopInForce) -> StopInForce:
    return replace(stop, id=stop.what, since=NOW)


def aged(state: State) -> State:
    """Return the record so much later that whatever can expire has expired."""
    weapons = {each.id: _aged(each) for each in state.weapons.values()}
    places = {
        each.id: replace(each, key=each.key and replace(each.key, at=OLD))
        for each in state.places.values()
    }
    return replace(state, weapons=weapons, places=places)


def minute_later(state: State) -> State:
    """Return the record so much later that what was held out, or misfired, is old; the rest not."""
    weapons = {
        each.id: replace(each, history=replace(each.history, misfired_at=None), offer=_old(each))
        for each in state.weapons.values()
    }
    return replace(state, weapons=weapons)


def _old(weapon: Weapon) -> Offer | None:
    return weapon.offer and replace(weapon.offer, at=OLD)


def _aged(weapon: Weapon) -> Weapon:
    clearance = weapon.clearance
    if clearance is not None:
        lasts = clearance.until - clearance.began_at
        clearance = replace(clearance, began_at=OLD, until=OLD + lasts)
    history = replace(weapon.history, misfired_at=None)
    return replace(weapon, clearance=clearance, offer=_old(weapon), history=history)


def key_of(state: State) -> object:
    """Return what tells one standing from another."""
    lots = tuple(
        (each.id, each.status, each.signed, each.to_write_off, _held(each))
        for each in state.lots.values()
    )
    shelves: tuple[Mapping[str, Any], ...] = (
        state.weapons, state.setups, state.places, state.people, state.items, state.lines,
        state.cases, state.discrepancies, state.concerns,
    )  # fmt: skip
    return (
        *(tuple(shelf.values()) for shelf in shelves),
        lots,
        tuple(sorted(state.posts.items())),
        tuple(state.armed),
        state.stops,
        state.day,
    )


def _held(lot: Lot) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((each, held) for each, held in lot.bins.items() if held > 0))
