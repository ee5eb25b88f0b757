"""Is this data directory whole?

First every entry, by the verifier that a stranger runs: keys, signatures, order, answers,
checkpoints, tree. Then the entries are folded from zero and each derived row is compared with what
they make. The first row that differs is named by its table and key.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from showclear.actions.derived import Derived
from showclear.actions.folded import RecordBroken
from showclear.ledger import verify
from showclear.ledger.canonical import Malformed
from showclear.store import people, rows, shows

CUT_OFF = "entries cut off at the end would not show: no witness has signed"

Trust = Mapping[str, Any]


class Broken(Exception):
    """The first thing that does not hold, by name."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: nothing, or the first thing that is not as it was written."""

    show: str
    entries: int = 0
    wrong: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Say whether nothing was found."""
        return not self.wrong


def check_show(
    row: shows.ShowRow, *, sheet: Trust | None = None, data: Path | None = None
) -> Report:
    """Check one show of this data directory.

    Args:
        sheet: what was printed; without it the record is compared with its own keys.
        data: the folder whose media files are checked too.
    """
    try:
        size = _expect_size(row.id)
        remarks = _check_entries(row, size, sheet)
        _check_derived(row, size)
        if data is not None:
            _check_media(row.id, data)
    except Broken as broken:
        return Report(row.id, wrong=str(broken))
    except verify.Broken as broken:
        return Report(row.id, wrong=f"{broken.where} {broken}")
    except (RecordBroken, Malformed, ValueError, KeyError) as broken:
        return Report(row.id, wrong=f"the record cannot be read: {broken}")
    return Report(row.id, size, remarks=tuple(remarks))


def _expect_size(show: str) -> int:
    """Return how many entries the stored size speaks of."""
    try:
        return rows.read_ledger(show).size
    except rows.UnknownShow:
        raise Broken(f"ledger {show} is missing") from None


def _entries(show: str, size: int) -> Iterator[bytes]:
    """Give the bodies in order; none may be missing, and none more than the ledger's size."""
    following = 0
    for n, body, leaf in rows.read_entries(show):
        if n != following:
            raise Broken(f"entry {following} is missing")
        if hashlib.sha256(b"\0" + body).digest() != leaf:
            raise Broken(f"entry {n} is not what was written: its leaf hash is another")
        if n >= size:
            raise Broken(f"ledger {show} counts {size} entries; there are more")
        yield body
        following += 1
    if following != size:
        raise Broken(f"entry {following} is missing")


def _check_entries(row: shows.ShowRow, size: int, sheet: Trust | None) -> list[str]:
    own = {"origin": row.origin, "log": row.log_vkey, "root": row.root_pub}
    trust = sheet or own
    for name, value in own.items():
        if trust[name] != value:
            raise Broken(f"show {row.id} has another {name} than the sheet")
    checkpoints = rows.list_checkpoints(row.id)
    if not checkpoints:
        raise Broken(f"checkpoint of {row.id}: none was ever signed")
    for each in checkpoints:
        with verify.at(f"checkpoint {each.size}"):
            is_of_size = verify.Note((each.note + each.cosignatures).encode()).size == each.size
            verify.need(is_of_size and each.tsr is None, "is not what was signed at this size")
    notes = [(each.note + each.cosignatures).encode() for each in checkpoints]
    texts = people.texts_of_show(row.id)
    digests = {_digest(text): text for text in texts}
    media = [file.sha256.hex().encode() for file in shows.list_media(row.id)]
    log, _ = verify.verify_log(_entries(row.id, size), notes, trust, wanted=[*digests, *media])
    for digest, text in digests.items():
        near = log.near.get(digest, b"")
        if not near and text.id.startswith(people.DRAFT):
            continue  # Its act never came: nothing in the record rests on it.
        if not near or (text.person is not None and json.dumps(text.person).encode() not in near):
            raise Broken(f"person_text {text.id} is named by no entry")
    for name_hash in media:
        if name_hash not in log.near:
            raise Broken(f"media {name_hash.decode()} is named by no entry")
    return list(log.remarks) or [CUT_OFF]


def _digest(text: people.PersonText) -> bytes:
    return hashlib.sha256(text.salt + text.text.encode()).hexdigest().encode()


def _check_derived(row: shows.ShowRow, size: int) -> None:
    """Fold from zero and compare each derived row."""
    made = Derived.empty(bytes.fromhex(row.root_pub))
    for body in _entries(row.id, size):
        made.add(body)
    if rows.read_ledger(row.id).edge != made.folded.edge.to_bytes():
        raise Broken(f"ledger {row.id} has another edge than the entries make")
    _compare("tile", {(t.level, t.n): t.hashes for t in made.tiles()}, _tiles(row.id))
    _compare("ask", made.asks, dict(rows.list_asks(row.id)))
    _compare("log", made.logs, {each.n: each for each in rows.list_log(row.id, limit=None)})
    _compare("folded", made.stored, _stored_now(row.id, made.older))


def _stored_now(show: str, older: Mapping[int, bytes]) -> dict[int, rows.FoldedRow]:
    """Return the stored states of this version; of an older one's only the hash is recorded."""
    found = {each.size: each for each in rows.list_folded(show)}
    for size, digest in older.items():
        each = found.pop(size, None)
        if each is not None and not hashlib.sha256(each.body).digest() == each.sha256 == digest:
            raise Broken(f"folded {size} is not what was recorded")
    return found


def _tiles(show: str) -> dict[tuple[int, int], bytes]:
    return {(level, n): hashes for level, n, hashes in rows.read_tiles(show)}


def _compare(table: str, made: Mapping[Any, Any], found: Mapping[Any, Any]) -> None:
    for key, value in made.items():
        if key not in found:
            raise Broken(f"{table} {key} is missing")
        if found[key] != value:
            raise Broken(f"{table} {key} is not what the entries make of it")
    for key in found:
        if key not in made:
            raise Broken(f"{table} {key} is made by no entry")


def _check_media(show: str, data: Path) -> None:
    for each in shows.list_media(show):
        path = data / "media" / each.sha256.hex()
        if not path.is_file():
            raise Broken(f"media {each.sha256.hex()} is missing")
        if hashlib.sha256(path.read_bytes()).digest() != each.sha256:
            raise Broken(f"media {each.sha256.hex()} was changed")


def rebuild(show: str) -> None:
    """Empty every derived table of the show and fill it again from the entries."""
    row = shows.get_show(show)
    with rows.locked(show):
        made = Derived.empty(bytes.fromhex(row.root_pub))
        for _, body, _ in rows.read_entries(show):
            made.add(body)
        rows.clear_derived(show)
        rows.save_ledger(show, made.folded.size, made.folded.edge.to_bytes())
        rows.save_tiles(show, [(each.level, each.n, each.hashes) for each in made.tiles()])
        rows.add_asks(show, list(made.asks.items()))
        rows.add_logs(show, list(made.logs.values()))
        for stored in made.stored.values():
            rows.add_folded(show, stored)
