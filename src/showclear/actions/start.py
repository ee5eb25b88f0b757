"""May a server start on this data folder, and what runs beside the pages?

Before it serves: the keys are nobody else's to read, no other server holds the folder, nothing in
it is foreign, each show folds to its last checkpoint, and the record says that a server started.
Beside the pages: a tick each second, and once the full check of the record.
"""

import fcntl
import logging
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO

from django.db import connection

from showclear.actions.door import Door
from showclear.actions.doors import door_of
from showclear.actions.folded import RecordBroken
from showclear.actions.shows import get_show
from showclear.store import shows

log = logging.getLogger(__name__)

OURS = frozenset({"keys", "tls", "media", "sheet.json", "serving.lock"})
DATABASE = "showclear.sqlite3"
TICK_SECONDS = 1.0
KEY_NAMES = frozenset({"server.key", "log.key", "enroller.key"})


class NotStarted(Exception):
    """The server does not start; the message is one sentence."""


def check_folder(data: Path) -> None:
    """Refuse a folder in which something lies that is not ours; dot files are the system's."""
    for path in sorted(data.iterdir()):
        is_ours = path.name in OURS or path.name.startswith((DATABASE, "."))
        if not is_ours:
            raise NotStarted(f"{path} is none of Showclear's files. Move it elsewhere.")
    for path in sorted((data / "media").glob("*")):
        if len(path.name) != 64 or not path.is_file():
            raise NotStarted(f"{path} is none of Showclear's files. Move it elsewhere.")


def hold_folder(data: Path) -> IO[str]:
    """Keep other servers off this folder for as long as the returned file is open."""
    file = (data / "serving.lock").open("a", encoding="ascii")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as wrong:
        file.close()
        raise NotStarted(f"Another server works on {data}. Stop it first.") from wrong
    return file


def open_doors(keys_dir: Path) -> list[Door]:
    """Open the door of every show and record that a server has started.

    Raises:
        KeysUnsafe: a key is missing, damaged, or others can read it.
        NotStarted: a record does not fold to its last checkpoint.
    """
    rows = shows.list_shows()
    for row in rows:
        get_show(row.id, keys_dir=keys_dir)
    doors = []
    for row in rows:
        try:
            door = door_of(row.id, keys_dir=keys_dir)
        except RecordBroken as broken:
            raise NotStarted(f"The record of {row.id} does not hold: {broken}.") from broken
        door.note_server_start()
        doors.append(door)
    return doors


def tick_behind(doors: Iterable[Door], stopped: threading.Event) -> threading.Thread:
    """Tick every door each second until told to stop."""

    def run() -> None:
        while not stopped.wait(TICK_SECONDS):
            for door in doors:
                _tick(door)
        connection.close()

    return _started(run, "tick")


def _tick(door: Door) -> None:
    try:
        door.tick()
    except Exception:  # noqa: BLE001 - the outermost edge: the next second tries again
        connection.close()


def check_behind(doors: Iterable[Door]) -> threading.Thread:
    """Check every record whole, behind the pages; a door whose record fails gives no permits."""

    doors = list(doors)
    for door in doors:
        door.begin_check()

    def run() -> None:
        for door in doors:
            _check(door)
        connection.close()

    return _started(run, "check")


def _check(door: Door) -> None:
    from showclear.actions.check import check_show

    try:
        report = check_show(shows.get_show(door.show.id))
    except Exception:
        log.exception("The record of %s could not be checked: no permits are given.", door.show.id)
        door.fail_check()
        return
    if report.is_whole:
        door.pass_check()
    else:
        log.error("The record of %s does not hold: %s", door.show.id, report.wrong)
        door.fail_check()


def _started(run: Callable[[], None], name: str) -> threading.Thread:
    thread = threading.Thread(target=run, name=f"showclear-{name}", daemon=True)
    thread.start()
    return thread
