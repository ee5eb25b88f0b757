"""When is an unsigned stop the same stop again?

Forty people may press stop at once. The first acts at once; equal ones within a minute become
one more entry with a count. One that would take away something granted meanwhile is no repeat.
"""

import threading
from collections.abc import Container, Mapping
from dataclasses import dataclass, replace

from showclear.actions.answers import Answer
from showclear.actions.clock import Clock
from showclear.kernel.state import State

WINDOW = 60_000
"""Milliseconds in which an equal act is counted and not written again."""

FREEZES = ("LiveFound", "UnplannedShot")
DOUBTS = ("ReportUnattended", "Break")
STOPS = ("Stop", "Hold", *FREEZES)

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
            if is_anything_granted(state, act):
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


def is_anything_granted(state: State, act: str) -> bool:
    """Say whether the act would find something to take away: then it is no mere repeat."""
    for weapon in state.weapons.values():
        if weapon.clearance is not None or weapon.showing is not None or weapon.offer is not None:
            return True
        is_known = weapon.condition.slots is not None
        is_out = weapon.custody.holder is not None
        if is_known and (act in FREEZES or (act in DOUBTS and is_out)):
            return True
    return act in STOPS and not state.stops


def known_ids(ids: Mapping[str, str], state: State) -> dict[str, str]:
    """Keep the ids that the record knows; the kernel takes an act without them as the widest.

    Made-up ids would else be as many different acts, and a flood of them would fill the disk.
    """
    known: dict[str, Container[str]] = {
        "weapon": state.weapons,
        "setup": state.setups,
        "place": state.places,
        "unit": {each.unit for each in state.weapons.values()},
    }
    return {name: value for name, value in ids.items() if value in known.get(name, ())}


def _key(act: str, ids: Mapping[str, str]) -> Key:
    return act, tuple(sorted(ids.items()))
