"""What leaves this box, so that an outsider can check it alone?

The bundle holds the entries up to the last signed checkpoint, the tiles, the texts that were not
erased, kept files and the verifier. What left is remembered, since an erasure cannot call it back.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from showclear.actions.clock import Clock
from showclear.actions.door import Door
from showclear.actions.shows import Show
from showclear.evidence.bundle import Contents, write_bundle
from showclear.ledger.envelope import parse_envelope
from showclear.store import people, rows, shows

_HASH = re.compile(rb'"([0-9a-f]{64})"')
_CHUNK = 1 << 20


class NothingToExport(Exception):
    """Nothing was recorded yet, or the target cannot take a bundle."""


def export_show(show: Show, out: Path, *, data: Path, clock: Clock) -> int:
    """Write the bundle of a show and return how many entries are in it.

    Raises:
        NothingToExport: with one sentence.
        RecordBroken: the record does not fold to its checkpoint.
        BundleRefused: the parts do not belong together.
    """
    if out.exists() or not out.parent.is_dir():
        raise NothingToExport(f"{out} exists already, or its folder does not.")
    if data.resolve() in out.resolve().parents:
        raise NothingToExport(f"{out} lies in the data folder. Write the bundle elsewhere.")
    Door(show, clock).tick()
    last = rows.last_checkpoint(show.id)
    if last is None:
        raise NothingToExport(f"The record of {show.id} is empty.")
    named = _named(show.id, last.size)
    media = [each.sha256.hex() for each in shows.list_media(show.id)]
    contents = Contents(
        origin=show.origin,
        root=show.root.hex(),
        log=show.log_vkey,
        checkpoint=last.note + last.cosignatures,
        entries=(body for _, body, _ in rows.read_entries(show.id, 0, last.size)),
        verifier=(files("showclear.ledger") / "verify.py").read_bytes(),
        timestamp=last.tsr,
        people=_people(show.id, named),
        media=[(each, data / "media" / each) for each in media if each in named],
    )
    write_bundle(out, contents)
    _remember(show.id, out, clock.now())
    return last.size


def _named(show: str, size: int) -> set[str]:
    """Return every hash that an entry names: only what the record vouches for leaves with it."""
    found: set[str] = set()
    for _, body, _ in rows.read_entries(show, 0, size):
        found.update(each.decode() for each in _HASH.findall(parse_envelope(body).payload))
    return found


def _people(show: str, named: set[str]) -> Iterator[bytes]:
    for text in people.texts_of_show(show):
        if hashlib.sha256(text.salt + text.text.encode()).hexdigest() in named:
            line = {
                "id": text.id,
                "person": text.person,
                "salt": text.salt.hex(),
                "text": text.text,
            }
            yield json.dumps(line, sort_keys=True, ensure_ascii=False).encode()


def _remember(show: str, out: Path, now: int) -> None:
    digest = hashlib.sha256()
    with out.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    size = out.stat().st_size
    shows.add_export(show, shows.FileRow(digest.digest(), now, size, out.name))
