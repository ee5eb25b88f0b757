"""How does a show begin?

On paper. A root key, made here once and given to whoever keeps the sheet, signs the server's
key, the log's key and an enroller's key; then the box forgets it. Its private half is printed
with the sheet and never stored.
"""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from showclear.actions.clock import Clock
from showclear.actions.door import Door
from showclear.actions.keys import make_keys, read_key
from showclear.actions.shows import LOG_KEY, Show, get_show
from showclear.ledger import canonical, keys, note, signing
from showclear.ledger.sheet import Sheet
from showclear.store import shows

ENROLLER_DAYS = 400
"""How long the box's enroller key may add devices: longer than a shoot, shorter than a grudge."""


@dataclass(frozen=True, slots=True)
class Founded:
    """A new show, its sheet, and the root seed that leaves the box on paper."""

    show: Show
    sheet: Sheet
    root_seed: str


def found_show(
    show_id: str, *, title: str, zone: str, origin: str, keys_dir: Path, clock: Clock
) -> Founded:
    """Begin a show: its keys, its row, and its first entries.

    Raises:
        ShowExists: a show with this id or origin is kept here already.
    """
    folder = keys_dir / show_id
    make_keys(folder)
    root = keys.new_private()
    vkey = note.vkey(origin, read_key(folder, "log", key_id=LOG_KEY).public)
    shows.create_show(
        shows.ShowRow(
            id=show_id,
            origin=origin,
            zone=zone,
            title=title,
            root_pub=keys.public_bytes(root).hex(),
            log_vkey=vkey,
        )
    )
    show = get_show(show_id, keys_dir=keys_dir)
    door = Door(show, clock)
    now = datetime.fromtimestamp(clock.now() // 1000, UTC)
    until = (now + timedelta(days=ENROLLER_DAYS)).strftime("%Y-%m-%dT%H:%M:%SZ")
    for use, held, key, extra in (
        ("server", "server", show.server, {}),
        ("log", "server", show.log, {}),
        ("enroller", "device", show.enroller, {"until": until}),
    ):
        fields = key_add(show, by=keys.ROOT, at=now, key_id=key.id, public=key.public)
        fields |= {"use": use, "held": held, **extra}
        door.submit(keys.sign(root, canonical.encode(fields), keys.ROOT))
    return Founded(show, sheet_of(show), signing.seed_bytes(root).hex())


def key_add(show: Show, *, by: str, at: datetime, key_id: str, public: bytes) -> dict[str, Any]:
    """Return the common fields of a `key.add`."""
    return {
        "v": 1,
        "show": show.origin,
        "id": str(uuid.uuid4()),
        "by": by,
        "kind": "key.add",
        "at": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "key": {"id": key_id, "pub": public.hex()},
    }


def sheet_of(show: Show) -> Sheet:
    """Return the sheet that an outsider needs on paper."""
    verifier = files("showclear.ledger") / "verify.py"
    return Sheet(
        origin=show.origin,
        log=show.log_vkey,
        root=show.root.hex(),
        verifier=sha256(verifier.read_bytes()).hexdigest(),
    )
