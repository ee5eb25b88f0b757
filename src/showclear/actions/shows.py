"""Which show is this, and with which keys does the box sign for it?"""

from dataclasses import dataclass
from pathlib import Path

from showclear.actions.keys import KeyFile, read_key
from showclear.store import shows

SERVER_KEY, LOG_KEY, ENROLLER_KEY = "server-1", "log-1", "enroller-1"


class NoSuchShow(Exception):
    """This data folder holds no such show."""


@dataclass(frozen=True, slots=True)
class Show:
    """One show of this box and the keys it signs with."""

    id: str
    origin: str
    zone: str
    title: str
    root: bytes
    log_vkey: str
    server: KeyFile
    log: KeyFile
    enroller: KeyFile


def get_show(show_id: str, *, keys_dir: Path) -> Show:
    """Return a show of this box.

    Raises:
        NoSuchShow: there is none with this id.
        KeysUnsafe: its keys are missing or others can read them.
    """
    row = shows.find_show(show_id)
    if row is None:
        raise NoSuchShow(f"There is no show {show_id!r} in this data folder.")
    folder = keys_dir / show_id
    return Show(
        id=row.id,
        origin=row.origin,
        zone=row.zone,
        title=row.title,
        root=bytes.fromhex(row.root_pub),
        log_vkey=row.log_vkey,
        server=read_key(folder, "server", key_id=SERVER_KEY),
        log=read_key(folder, "log", key_id=LOG_KEY),
        enroller=read_key(folder, "enroller", key_id=ENROLLER_KEY),
    )
