"""Which door leads to which show in this process?

One door a show: its folded state, its queue of waiting asks and its counts of repeated stops are
shared by every request.
"""

import threading
from pathlib import Path

from showclear.actions.clock import SystemClock
from showclear.actions.door import Door
from showclear.actions.shows import get_show

_lock = threading.Lock()
_doors: dict[tuple[Path, str], Door] = {}


def door_of(show_id: str, *, keys_dir: Path) -> Door:
    """Return the door of a show, opened on first use.

    Raises:
        NoSuchShow: there is none with this id.
        KeysUnsafe: its keys are missing or others can read them.
    """
    place = (keys_dir, show_id)
    with _lock:
        if place not in _doors:
            _doors[place] = Door(get_show(show_id, keys_dir=keys_dir), SystemClock())
        return _doors[place]


def close_doors() -> None:
    """Forget every door; a test that changes the data directory begins anew."""
    with _lock:
        _doors.clear()
