"""What could an attacker do to a bundle, and did it change anything that counts?

The attacker repairs every manifest. With the server's and the log's keys he may also sign anew;
he never has the root key or a witness's. All in memory, through the verifier's own code.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from tests.ledger.shows import ORIGIN, Show

from showclear.ledger import verify
from showclear.ledger.tiles import all_tiles, entry_bundle, split_bundle, tile_path
from showclear.ledger.tree import leaf_hash

Files = dict[str, bytes]
LISTS = {"manifest-sha256.txt", "tagmanifest-sha256.txt"}


class MemoryBag(verify.Bag):
    """A bundle that never touches the disk; everything but the reading is the verifier's."""

    def __init__(self, files: Files) -> None:
        self.files, self.names, self.path = files, set(files), Path("memory")
        self.found = [(name, len(data), 0) for name, data in files.items()]

    def read(self, name: str) -> bytes:
        with verify.at(name):
            verify.need(name in self.files, "is missing")
            return self.files[name]


def unpacked(bundle: Path) -> Files:
    with ZipFile(bundle) as packed:
        return {name.partition("/")[2]: packed.read(name) for name in packed.namelist()}


def repaired(files: Files) -> Files:
    """Write both manifests anew, as an attacker would."""
    files = {name: data for name, data in files.items() if name not in LISTS}
    for manifest, is_listed in (
        ("manifest-sha256.txt", lambda name: name.startswith("data/")),
        ("tagmanifest-sha256.txt", lambda name: not name.startswith("data/")),
    ):
        lines = [
            f"{sha256(files[name]).hexdigest()}  {name}\n"
            for name in sorted(files)
            if is_listed(name)
        ]
        files[manifest] = "".join(lines).encode()
    return files


def fault(files: Files, sheet: Any) -> str | None:
    """Give what the verifier says is broken, or None."""
    try:
        verify.verify_bundle(MemoryBag(files), sheet)
    except verify.Broken as broken:
        assert broken.where, "a fault has a place"
        return f"{broken.where} {broken}"
    return None


def entries_of(files: Files) -> list[bytes]:
    names = sorted(name for name in files if "/tile/entries/" in name)
    return [entry for name in names for entry in split_bundle(files[name])]


def kept_of(files: Files) -> dict[str, object]:
    """Everything that an accepted bundle must give back as it was.

    A text's own id is the exporter's label: no entry holds it (ADR 0012).
    """
    kept = ("data/events.jsonl", "data/media/", "data/verify.py")
    found: dict[str, object] = {n: data for n, data in files.items() if n.startswith(kept)}
    texts = [verify.parse(line) for line in files.get("data/people.jsonl", b"").splitlines()]
    return found | {"texts": [(text["person"], text["salt"], text["text"]) for text in texts]}


def with_entries(files: Files, entries: list[bytes], note: str | None = None) -> Files:
    """Put other entries in, with tiles and events that fit them."""
    files = {name: data for name, data in files.items() if not name.startswith("data/log/tile/")}
    for first in range(0, len(entries), 256):
        group = entries[first : first + 256]
        path = tile_path("entries", first // 256, len(group))
        files[f"data/log/{path}"] = entry_bundle(group)
    for tile in all_tiles([leaf_hash(entry) for entry in entries]):
        files[f"data/log/{tile.path}"] = tile.hashes
    files.pop("data/events.jsonl", None)
    if note is not None:
        files["data/log/checkpoint"] = note.encode()
    return files


@dataclass
class Attacker:
    """One who keeps the ledger and so has its server's and its log's keys."""

    show: Show
    files: Files
    rng: random.Random

    def flip(self) -> Files:
        names = sorted(self.files.keys() - LISTS)
        name = self.rng.choice(names)
        data = bytearray(self.files[name])
        bit = self.rng.randrange(len(data) * 8)
        data[bit // 8] ^= 1 << bit % 8
        return {**self.files, name: bytes(data)}

    def flip_entry(self) -> Files:
        """Flip a bit of an entry and compute all that hangs on it anew, the log's name too."""
        entries = list(self.show.entries)
        n = self.rng.randrange(len(entries))
        data = bytearray(entries[n])
        bit = self.rng.randrange(len(data) * 8)
        data[bit // 8] ^= 1 << bit % 8
        entries[n] = bytes(data)
        return self.resigned(entries)

    def drop(self) -> Files:
        entries = list(self.show.entries)
        del entries[self.rng.randrange(len(entries))]
        return self.maybe_resigned(entries)

    def insert(self) -> Files:
        entries = list(self.show.entries)
        forged = Show(entries=entries[:])
        forged.server("AskRejected", bytes="ef" * 32)
        entries.insert(self.rng.randrange(len(entries)), forged.entries[-1])
        return self.maybe_resigned(entries)

    def reorder(self) -> Files:
        entries = list(self.show.entries)
        a, b = self.rng.sample(range(len(entries)), 2)
        entries[a], entries[b] = entries[b], entries[a]
        return self.maybe_resigned(entries)

    def truncate(self) -> Files:
        return self.maybe_resigned(self.show.entries[: self.rng.randrange(len(self.show.entries))])

    def roll_back(self) -> Files:
        """Leave the last acts out, lawfully, and sign what is left."""
        return self.resigned(self.show.entries[: 2 * self.rng.randrange(5)])

    def split_view(self) -> Files:
        """Tell another lawful story behind a common beginning."""
        other = Show(entries=self.show.entries[:8], minute=self.rng.randrange(20, 50))
        other.ask("dev-1", "Return", weapon=f"W-{self.rng.randrange(1000)}")
        other.answer()
        return self.resigned(other.entries)

    def replay(self) -> Files:
        """Put in an act that a key signed for another show, and have the server answer it."""
        foreign = Show(origin=f"{ORIGIN}-{self.rng.randrange(1000)}")
        foreign.minute = self.rng.randrange(40)
        act = foreign.ask("dev-1", "HandOver", weapon="W-014")
        other = Show(entries=[*self.show.entries[:8], act])
        other.answer()
        return self.resigned(other.entries)

    def repeat(self) -> Files:
        """Put an act in a second time and have the server answer it anew."""
        asks = [8, 10]
        other = Show(entries=[*self.show.entries[:12], self.show.entries[self.rng.choice(asks)]])
        other.answer()
        return self.resigned(other.entries)

    def resigned(self, entries: list[bytes]) -> Files:
        return with_entries(self.files, entries, Show(entries=entries).checkpoint())

    def maybe_resigned(self, entries: list[bytes]) -> Files:
        if self.rng.random() < 0.5:
            return with_entries(self.files, entries)
        return self.resigned(entries)

    def attack(self) -> tuple[str, Files]:
        ways: list[Callable[[], Files]] = [
            self.flip, self.flip, self.flip_entry, self.drop, self.insert, self.reorder,
            self.truncate, self.roll_back, self.split_view, self.replay, self.repeat,
        ]  # fmt: skip
        way = self.rng.choice(ways)
        return way.__name__, repaired(way())
