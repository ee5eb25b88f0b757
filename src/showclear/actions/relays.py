"""When is an unsigned stop the same stop again?

Forty people may press stop at once. The first acts at once; equal ones within a minute become
one more entry with a count. One that would take away something granted meanwhile is no repeat, and
neither is one whose stop was lifted meanwhile, or is about to be: another stop does not stand in.
"""

import threading
from collections.abc import Container, Mapping
from dataclasses import dataclass, replace

from showclear.actions.answers import Answer
from showclear.actions.clock import Clock
from showclear.kernel.concerns import UNSIGNED_MAX
from showclear.kernel.discrepancies import known_about
from showclear.kernel.state import State, StopInForce
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Fault, LotStatus

WINDOW = 60_000
"""Milliseconds in which an equal act is counted and not written again."""

FREEZES = ("LiveFound", "UnplannedShot")
LEFT = ("ReportUnattended", "Break")
"""What doubts the weapons that are out."""

DOUBTS = (*FREEZES, "OpenDiscrepancy", "RejectLot", "ReportFault", "ReportMissing")
"""What doubts any weapon there is."""

STOPS = {
    "Hold": ("hold", "setup"),
    "Stop": ("stop", "unit"),
    "LiveFound": ("live-found", ""),
    "UnplannedShot": ("unplanned-shot", ""),
}
"""What each stop is called while it is in force, and which of its ids says where."""

OPENED = {
    "WorkStopped": ("stop", "stops"),
    "ConcernRaised": ("concern", "concerns"),
    "DiscrepancyOpened": ("discrepancy", "discrepancies"),
}
"""What opens something that people close: under which name, and on which shelf it lies."""

GATES = {"OpenDiscrepancy": "about", "ReportMissing": "weapon"}
"""What opens something, and which of its ids says about what."""

Key = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(slots=True)
class Window:
    """One act that was written, and how often it came again."""

    answer: Answer
    opened_at: int
    repeats: int = 0


class Relays:
    """The unsigned acts of the last minute, in this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._windows: dict[Key, Window] = {}

    def repeat_of(
        self, act: str, ids: Mapping[str, str], *, state: State, clock: Clock
    ) -> Answer | None:
        """Count the act and return the answer it repeats, or None when it must act now."""
        with self._lock:
            window = self._windows.get(_key(act, ids))
            if window is None or clock.mono() - window.opened_at >= WINDOW:
                return None
            if is_anything_granted(state, act, ids) or _is_closed(state, window.answer):
                return None
            window.repeats += 1
            return replace(window.answer, outcome="repeated")

    def note(self, act: str, ids: Mapping[str, str], *, answer: Answer, clock: Clock) -> None:
        """Remember an act that was just written."""
        with self._lock:
            self._windows[_key(act, ids)] = Window(answer, clock.mono())

    def due(self, clock: Clock) -> list[tuple[str, dict[str, str], int]]:
        """Return the counts whose minute is over, each once."""
        with self._lock:
            over = {
                key: window
                for key, window in self._windows.items()
                if clock.mono() - window.opened_at >= WINDOW
            }
            for key in over:
                del self._windows[key]
        return [(key[0], dict(key[1]), each.repeats) for key, each in over.items() if each.repeats]


def is_anything_granted(state: State, act: str, ids: Mapping[str, str]) -> bool:
    """Say whether the act would find something to take away: then it is no mere repeat."""
    weapons, items = state.weapons.values(), state.items.values()
    is_known = any(each.condition.slots is not None for each in items)
    return (
        any(_stands(each, act) for each in weapons)
        or (is_known and act in (*LEFT, *FREEZES, "RejectLot"))
        or _is_new(state, act, ids)
    )


def _stands(weapon: Weapon, act: str) -> bool:
    """Say whether anything of this weapon would end, or be known no longer, by the act."""
    if weapon.clearance is not None or weapon.showing is not None or weapon.offer is not None:
        return True
    if act == "ReportFault" and not weapon.history.is_function_due:
        return True
    if act in ("ReportUnattended", "EndWatch") and weapon.watchers:
        return True
    is_out = weapon.custody.holder is not None
    return weapon.condition.slots is not None and (act in DOUBTS or (act in LEFT and is_out))


def _is_new(state: State, act: str, ids: Mapping[str, str]) -> bool:
    """Say whether nothing yet holds back what the act would hold back."""
    if act in STOPS and not _is_stopped(state, act, ids):
        return True
    if act == "RaiseConcern":
        return not state.concerns
    if act in GATES:
        about = known_about(state, ids.get(GATES[act]))
        return all(each.about != about for each in state.discrepancies.values())
    is_held = {LotStatus.QUARANTINED, LotStatus.INTAKE}
    reaches_lots = act in ("RejectLot", "LiveFound")
    return reaches_lots and any(each.status not in is_held for each in state.lots.values())


def _is_stopped(state: State, act: str, ids: Mapping[str, str]) -> bool:
    """Say whether this very stop, or a wider one of its kind, holds and nobody agreed to go on."""
    what, where = STOPS[act]
    return any(
        each.what == what and not each.agreed and _place(each) in (None, ids.get(where))
        for each in state.stops
    )


def _place(stop: StopInForce) -> str | None:
    return stop.unit or stop.setup


def _is_closed(state: State, answer: Answer) -> bool:
    """Say whether people closed meanwhile what the act had opened."""
    for each in answer.events:
        name, shelf = OPENED.get(each["kind"], ("", ""))
        if name and each[name] not in _ids(getattr(state, shelf)):
            return True
    return False


def _ids(shelf: Mapping[str, object] | tuple[StopInForce, ...]) -> set[str]:
    return {each.id for each in shelf} if isinstance(shelf, tuple) else set(shelf)


def known_ids(ids: Mapping[str, str], state: State) -> dict[str, str]:
    """Keep the ids that the record knows; the kernel takes an act without them as the widest.

    Made-up ids would else be as many different acts, and a flood of them would fill the disk. The
    words of a concern are kept as long as few without a name are open.
    """
    unsigned = [each for each in state.concerns.values() if each.raised_by is None]
    known: dict[str, Container[str | None]] = {
        "weapon": state.weapons,
        "setup": state.setups,
        "place": state.places,
        "lot": state.lots,
        "unit": {each.unit for each in state.weapons.values()},
        "about": {known_about(state, ids.get("about"))},
        "fault": set(Fault),
        "text": {ids.get("text")} if len(unsigned) < UNSIGNED_MAX else (),
    }
    return {name: value for name, value in ids.items() if value in known.get(name, ())}


def _key(act: str, ids: Mapping[str, str]) -> Key:
    return act, tuple(sorted(ids.items()))
