"""What does an outsider get, in one file, to check the whole record of a show?

A BagIt 1.0 bag in a zip: entries, tiles, checkpoint, kept texts, media and the verifier. The
same contents give the same bytes: no clock, no compression, one order. The target appears whole
or not at all; a crash leaves at most a file whose name ends in `.part`.
"""

import base64
import hashlib
import json
import os
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from showclear.ledger.checkpoint import open_checkpoint
from showclear.ledger.tiles import WIDTH, all_tiles, entry_bundle, tile_path
from showclear.ledger.tree import leaf_hash, root_of

BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16
_CHUNK = 1 << 20


class BundleRefused(Exception):
    """The parts do not belong together; no bundle was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Everything that goes into a bundle. `entries` and `people` are read once, in order."""

    origin: str
    root: str
    log: str
    checkpoint: str
    entries: Iterable[bytes]
    verifier: bytes
    timestamp: bytes | None = None
    people: Iterable[bytes] = ()
    media: Iterable[tuple[str, Path]] = ()


@dataclass(slots=True)
class _Bag:
    """A zip being written, and what the manifests will say of it."""

    packed: zipfile.ZipFile
    top: str
    digests: dict[str, str] = field(default_factory=dict)
    octets: int = 0

    def add(self, name: str, data: bytes) -> None:
        with self.opened(name) as write:
            write.write(data)

    @contextmanager
    def opened(self, name: str) -> Iterator["_Writer"]:
        info = zipfile.ZipInfo(f"{self.top}/{name}", _EPOCH)
        info.create_system, info.external_attr = _UNIX, _PLAIN_FILE
        with self.packed.open(info, "w", force_zip64=True) as file:
            writer = _Writer(file)
            yield writer
        self.digests[name] = writer.digest.hexdigest()
        self.octets += writer.octets


class _Writer:
    """A file that is hashed while it is written."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.digest, self.octets = file, hashlib.sha256(), 0

    def write(self, data: bytes) -> None:
        self.file.write(data)
        self.digest.update(data)
        self.octets += len(data)


def write_bundle(target: Path, contents: Contents) -> None:
    """Write the bundle to `target`, or raise BundleRefused and leave `target` as it was."""
    top = target.stem if re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_.-]*", target.stem) else "bundle"
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{top}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
                _fill(_Bag(packed, top), contents)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _fill(bag: _Bag, contents: Contents) -> None:
    _add_log(bag, contents)
    people = b"".join(line.rstrip(b"\n") + b"\n" for line in contents.people)
    if people:
        bag.add("data/people.jsonl", people)
    for digest, path in contents.media:
        with path.open("rb") as source, bag.opened(f"data/media/{digest}") as write:
            shutil.copyfileobj(source, write, _CHUNK)
        if bag.digests[f"data/media/{digest}"] != digest:
            raise BundleRefused(f"the stored file {digest} was changed")
    bag.add("data/verify.py", contents.verifier)
    payload, count = bag.digests, len(bag.digests)
    bag.digests = {}
    bag.add("bagit.txt", BAGIT)
    bag.add("bag-info.txt", _info(contents, octets=bag.octets - len(BAGIT), count=count))
    bag.add("manifest-sha256.txt", _manifest(payload))
    bag.add("tagmanifest-sha256.txt", _manifest(bag.digests))


def _add_log(bag: _Bag, contents: Contents) -> None:
    leaves: list[bytes] = []
    with tempfile.TemporaryFile() as events:
        group: list[bytes] = []
        for entry in contents.entries:
            leaves.append(leaf_hash(entry))
            events.write(base64.b64decode(json.loads(entry)["payload"]) + b"\n")
            group.append(entry)
            if len(group) == WIDTH:
                _add_entries(bag, group, before=len(leaves))
                group = []
        if group:
            _add_entries(bag, group, before=len(leaves))
        checkpoint = open_checkpoint(contents.checkpoint, contents.log)
        if (checkpoint.origin, checkpoint.size) != (contents.origin, len(leaves)):
            raise BundleRefused("the checkpoint is of another ledger or size than the entries")
        if checkpoint.root != root_of(leaves):
            raise BundleRefused("the checkpoint has another root than the entries")
        for tile in all_tiles(leaves):
            bag.add(f"data/log/{tile.path}", tile.hashes)
        bag.add("data/log/checkpoint", contents.checkpoint.encode())
        if contents.timestamp is not None:
            bag.add("data/log/checkpoint.tsr", contents.timestamp)
        events.seek(0)
        with bag.opened("data/events.jsonl") as write:
            shutil.copyfileobj(events, write, _CHUNK)


def _add_entries(bag: _Bag, group: list[bytes], *, before: int) -> None:
    path = tile_path("entries", (before - 1) // WIDTH, len(group))
    bag.add(f"data/log/{path}", entry_bundle(group))


def _info(contents: Contents, *, octets: int, count: int) -> bytes:
    lines = (
        f"Payload-Oxum: {octets}.{count}",
        f"Showclear-Origin: {contents.origin}",
        f"Showclear-Root: {contents.root}",
        f"Showclear-Log: {contents.log}",
    )
    return "".join(f"{line}\n" for line in lines).encode()


def _manifest(digests: dict[str, str]) -> bytes:
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests)).encode()
