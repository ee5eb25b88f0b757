"""Is this record of a show whole? One file, for a stranger to read and to run alone.

    python3 verify.py BUNDLE.zip|DIRECTORY [--sheet SHEET.json] [--json]

It needs Python 3.9 or newer and the package `cryptography`, and takes nothing else of Showclear.
Exit code 0: whole. 1: something inside is broken, and the first such thing is named. 2: missing,
unreadable, or nothing of ours. The sheet was printed at wrap and never comes from the bag;
without it the bag is only compared with itself. The seven steps:

1. The bag: each file is listed and has its hash, none lies outside.
2. The checkpoint is signed by the log key; each witness on the sheet has cosigned.
3. Each entry, in order: its form, its place, its signer, its signature.
4. Each key was added or ended by one who may.
5. Each ask is followed by its one answer; nothing follows the move to another place.
6. The entries give the checkpoint's root, the root of each snapshot, and every tile.
7. Media, texts about people and the list of events are those that the entries name.
"""

from __future__ import annotations

import argparse
import base64
import contextlib
import hashlib
import json
import re
import stat
import sys
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

TYPE = "application/vnd.showclear.event+json"
NO_SHEET = "consistent with the keys inside it; proves nothing against its keeper"
STAMPED = "not checked here: openssl ts -verify -data checkpoint -in checkpoint.tsr -CAfile tsa.pem"
BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
CHECKPOINT, EVENTS, PEOPLE = "data/log/checkpoint", "data/events.jsonl", "data/people.jsonl"
LISTS = "tagmanifest-sha256.txt", "manifest-sha256.txt"
ENTRY_MAX, FILE_MAX = 65_535, 1 << 30
UNANSWERED = {"AskAnswered", "AskRejected", "StateSnapshotted", "LedgerMoved"}
HELD = {"enroller": "paper device", "server": "server", "log": "server", "device": "device server"}
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z", re.ASCII)
SIGNED = re.compile(r"(.+)\n(0|[1-9][0-9]{0,18})\n([A-Za-z0-9+/]{43}=)\n")
# Points under which OpenSSL takes one signature for every message: 0, 1, p-1, p, p+1, order 8.
WEAK = {"00" * 32, "01" + "00" * 31, *(first + "ff" * 30 + "7f" for first in ("ec", "ed", "ee"))}
WEAK.add("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")
WEAK.add("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")


class Broken(Exception):
    """Why something is not as it must be; `at` adds where."""

    where = ""


def need(fact: object, why: str) -> None:
    if not fact:
        raise Broken(why)


@contextlib.contextmanager
def at(where: str) -> Iterator[None]:
    """Name the place of whatever is found broken inside, or cannot even be read."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - hostile bytes fail in more ways than can be listed
        why = f"is not in our form: {error!r}"
        if isinstance(error, InvalidSignature):
            why = "was changed, or was not signed by the key it names"
        broken = error if isinstance(error, Broken) else Broken(why)
        broken.where = broken.where or where
        raise broken from None


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    need(len(dict(pairs)) == len(pairs), "has a JSON key twice in one object")
    return dict(pairs)


def parse(data: bytes) -> Any:
    """Read a JSON object that no two readers can read differently; int() refuses fractions."""
    read = json.loads(data.decode(), object_pairs_hook=once, parse_float=int, parse_constant=int)
    need(isinstance(read, dict), "is not a JSON object")
    return read


def unbase64(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def sha256(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def instant(text: str) -> str:
    need(INSTANT.fullmatch(text), "has a time that is none")
    return (text[:-1] + ".000")[:23]


class Bag:
    """The files of a zip or a directory. The bag may lie one directory down."""

    def __init__(self, path: Path) -> None:
        self.packed = None if path.is_dir() else zipfile.ZipFile(path)
        zipped = self.packed.infolist() if self.packed else []
        found = [(one.filename, one.file_size, one.external_attr >> 16) for one in zipped]
        plain = [(file.relative_to(path).as_posix(), file.lstat()) for file in path.rglob("*")]
        found += [(name, info.st_size, info.st_mode) for name, info in plain]
        self.found = [one for one in found if not (one[0].endswith("/") or stat.S_ISDIR(one[2]))]
        names, tops = {one[0] for one in self.found}, {one[0].split("/")[0] for one in self.found}
        self.top = f"{tops.pop()}/" if len(tops) == 1 and "bagit.txt" not in names else ""
        self.path, self.names = path, {name[len(self.top) :] for name in names}
        need(self.names & {"bagit.txt", LISTS[1], CHECKPOINT}, "holds no bundle of ours")

    def read(self, name: str) -> bytes:
        with at(name):
            need(name in self.names, "is missing")
            file = self.path / self.top / name
            return self.packed.read(self.top + name) if self.packed else file.read_bytes()

    def step_1_files(self) -> dict[str, str]:
        """Return the hashes of the files under data."""
        need(len(self.names) == len(self.found), "has two files of one name")
        for name, size, mode in self.found:
            with at(repr(name)):
                is_outside = re.search(r"(^|/)\.{0,2}(/|$)|[\\:\0]", name)
                need(not is_outside, "is a name that leads out of the bag")
                need(stat.S_IFMT(mode) in (0, stat.S_IFREG), "is a link or device, not a file")
                need(size <= FILE_MAX, f"is larger than {FILE_MAX} bytes")
        tags = {name for name in self.names if not name.startswith("data/")}
        with at("bagit.txt"):
            is_plain = self.read("bagit.txt") == BAGIT and "fetch.txt" not in tags
            need(is_plain, "is not that of a BagIt 1.0 bag, or there is a fetch.txt")
        for manifest, files in zip(LISTS, (tags - {LISTS[0]}, self.names - tags)):  # noqa: B905
            with at(manifest):
                text = self.read(manifest).decode()
                listed = {name: sha for sha, name in re.findall(r"([0-9a-f]{64})  (.+)\n", text)}
                is_clean = "".join(f"{listed[name]}  {name}\n" for name in listed) == text
                need(is_clean, "is not a list of hashes and files, each once")
            for name in sorted(files | listed.keys()):
                with at(name):
                    need(name in listed, f"is not listed in {manifest}")
                    is_same = sha256(self.read(name)).hex() == listed[name]
                    need(is_same, "was changed: its hash is not the one listed")
        return listed

    def entries(self, size: int) -> Iterator[bytes]:
        for first in range(0, size, 256):
            name = tile("entries", first // 256, min(256, size - first))
            data, end = self.read(name), 0
            with at(name):
                for _ in range(min(256, size - first)):
                    start = end + 2
                    end = start + int.from_bytes(data[end:start], "big")
                    need(end <= len(data), "ends in the middle of an entry")
                    yield data[start:end]
                need(end == len(data), "has bytes behind its last entry")


class Key:
    """A public key. `ended` is the place of the answer that ended it."""

    def __init__(self, use: str, pub: str, **more: Any) -> None:
        self.use, self.raw, self.more = use, bytes.fromhex(pub), more
        self.ended: int | None = None
        ed25519, der = Ed25519PublicKey.from_public_bytes, serialization.load_der_public_key
        self.public: Any = der(self.raw) if "rp" in more else ed25519(self.raw)
        is_p256 = isinstance(getattr(self.public, "curve", None), ec.SECP256R1)
        is_weak = self.raw[:31].hex() + f"{self.raw[-1] & 0x7F:02x}" in WEAK
        is_fit = self.raw.hex() == pub and is_p256 == ("rp" in more)
        need(is_fit and not is_weak, "has a key that is weak, or none")

    def check(self, message: bytes, sig: bytes, web: Any) -> Any:
        """Take Ed25519, or a passkey that signed at its origin with its user there."""
        need((web is None) == ("rp" not in self.more), "has a signature of the wrong form")
        if web is None:
            return self.public.verify(sig, message)
        around, client = unbase64(web["authenticatorData"]), unbase64(web["clientDataJSON"])
        said, digest = parse(client), base64.urlsafe_b64encode(sha256(message))
        wanted = ["webauthn.get", digest.decode().rstrip("="), self.more["origin"]]
        is_for = [said.get(name) for name in ("type", "challenge", "origin")] == wanted
        is_at = around[:32] == sha256(self.more["rp"].encode()) and len(around) >= 37
        need(is_for and is_at, "has a passkey's signature that was made for something else")
        need(around[32] & 5 == 5, "has a passkey's signature with nobody there")
        return self.public.verify(sig, around + sha256(client), ec.ECDSA(hashes.SHA256()))


class Note:
    """A checkpoint: what it says, and who has put a name under it."""

    def __init__(self, data: bytes) -> None:
        text, _, below = data.decode().rpartition("\n\n")
        self.text, self.lines = text + "\n", re.findall(r"— (\S+) (\S+)\n", below)
        said = SIGNED.fullmatch(self.text)
        is_note = "".join(f"— {name} {sig}\n" for name, sig in self.lines) == below
        if said is None or not is_note:
            raise Broken("is not in the form of a checkpoint")
        self.origin, self.size, self.root = said[1], int(said[2]), unbase64(said[3])

    def has_signature(self, vkey: str) -> bool:
        """Say whether this key has signed, as its kind does; a bad line of it is Broken."""
        name, key_id, data = vkey.split("+", 2)
        kind, pub = unbase64(data)[0], unbase64(data)[1:].hex()
        is_vkey = sha256(name.encode(), b"\n", unbase64(data))[:4].hex() == key_id
        need(is_vkey and kind in (1, 4), f"cannot be checked with {vkey!r}: no vkey that we read")
        lines = [unbase64(sig) for who, sig in self.lines if who == name]
        sigs = [line[4:] for line in lines if line[:4].hex() == key_id]
        for sig in sigs:
            time = b"cosignature/v1\ntime %d\n" % int.from_bytes(sig[:8], "big")
            message = (time if kind == 4 else b"") + self.text.encode()
            Key("note", pub).check(message, sig[8 if kind == 4 else 0 :], None)
        return sigs != []


class Log:
    """The ledger as far as it has been read."""

    def __init__(self, trust: Any, wanted: Iterable[bytes]) -> None:
        self.trust, self.wanted, self.leaves = trust, set(wanted), list[bytes]()
        with at("the root key"):
            self.keys = {"root": Key("root", trust["root"])}
        self.ids, self.snapshots, self.remarks = set[str](), list[Any](), list[str]()
        self.near: dict[bytes, bytes] = {}
        self.ask: Any = None
        self.is_moved, self.events = False, hashlib.sha256()

    def step_2_checkpoint(self, notes: list[Note]) -> None:
        origins = {self.trust["origin"], self.trust["log"].partition("+")[0]}
        for note in notes:
            need(origins == {note.origin}, f"is of {note.origin}, not of {origins}")
            need(note.has_signature(self.trust["log"]), "is not signed by the log key")
        for witness in self.trust.get("witnesses", ()):
            sizes = [note.size for note in notes if note.has_signature(witness)]
            need(sizes, f"is not cosigned by witness {witness}")
            self.remarks.append(f"{sizes[-1]} entries are cosigned by {witness.partition('+')[0]}")

    def step_3_entry(self, n: int, entry: bytes) -> None:
        need(len(entry) <= ENTRY_MAX, f"is longer than {ENTRY_MAX} bytes")
        envelope = parse(entry)
        need(len(envelope["signatures"]) == 1, "has not exactly one signature")
        need(envelope["payloadType"] == TYPE, "is of another type")
        signature, payload = envelope["signatures"][0], unbase64(envelope["payload"])
        event = parse(payload)
        by, kind, version = event["by"], event["kind"], event["v"]
        need(type(version) is int and version >= 1 and type(kind) is str, "has no version or kind")
        need(event["show"] == self.trust["origin"], "is of another show")
        need(UUID.fullmatch(event["id"]), "has an id that is no UUID")
        need(event["id"] not in self.ids, "repeats the id of an earlier entry")
        need(by == signature["keyid"], "names one signer and carries another")
        is_server = kind in UNANSWERED or kind == "Relayed"
        is_placed = type(event.get("seq")) is int and event["seq"] == n
        need(is_placed if is_server else "seq" not in event, "has a wrong place (seq)")
        # Keys change at the answer, before its signature is checked: the first answer is signed
        # by the key it adds. A server key that answer n ended may still have signed entry n.
        self.step_5_order(n, event)
        need(by in self.keys, f"is signed by {by!r}, a key that the record does not know")
        key = self.keys[by]
        need(key.ended in (None, n), f"is signed by {by!r}, a key that was ended")
        uses = ("root", "enroller", "device") if kind in ("key.add", "key.end") else ("device",)
        need(key.use in (("server",) if is_server else uses), f"is signed by {by!r}, who may not")
        message = b"DSSEv1 %d %b %d %b" % (len(TYPE), TYPE.encode(), len(payload), payload)
        key.check(message, unbase64(signature["sig"]), signature.get("webauthn"))
        for digest in re.findall(rb'"([0-9a-f]{64})"', payload) if self.wanted else ():
            if digest in self.wanted:  # the entry, and whose key signed it: whom it can be about
                about = payload + json.dumps(key.more.get("person")).encode()
                self.near[digest] = self.near.get(digest, b"") + about
        self.ids.add(event["id"])
        self.leaves.append(sha256(b"\0", entry))
        self.events.update(payload + b"\n")

    def step_4_key(self, n: int, ask: Any, answer: Any) -> None:
        """Add or end a key from answer n on."""
        signer, name, use = self.keys[ask["by"]], ask["key"]["id"], ask.get("use")
        need(ask["v"] == 1, "is in a form that we do not know")
        if ask["kind"] == "key.end":
            key = self.keys[name]
            own = key.use == "device" and (signer is key or signer.use == "enroller")
            may = own or (signer.use == "root" and key is not signer)
            need(may, "ends a key that its signer may not end")
            need(key.ended is None, "ends a key a second time")
            key.ended = n
            return
        need(ask["held"] in HELD[use].split(), "adds a key that is held in the wrong place")
        may = signer.use == ("enroller" if use == "device" else "root")
        need(may, "adds a key that its signer may not add")
        is_new = isinstance(name, str) and name and name not in self.keys
        need(is_new, "uses a key id that was used before, or none")
        is_first = use != "log" or all(key.use != "log" for key in self.keys.values())
        need(is_first, "adds a second log key")
        now = instant(answer["received_at"])
        need(now <= signer.more.get("until", now), "adds a key after its enroller's time")
        more = {k: ask["key"][k] for k in ("rp", "origin") if k in ask["key"]}
        is_passkey = ask["held"] == "device" and all(more.values()) and len(more) == 2
        need(not more or is_passkey, "adds half a passkey, or one that is on no device")
        more |= {"until": instant(ask["until"])} if use == "enroller" else {}
        self.keys[name] = Key(use, ask["key"]["pub"], person=ask.get("person"), **more)

    def step_5_order(self, n: int, event: Any) -> None:
        (ask, self.ask), kind = (self.ask, None), event["kind"]
        need(not self.is_moved, "stands behind the move to another place")
        with at(f"entry {n - 1}"):
            need(ask is None or kind == "AskAnswered", "has no answer behind it")
        if kind == "AskAnswered":
            need(ask and event["ask"] == self.leaves[-1].hex(), "answers no ask before it")
            is_done = event["outcome"] == "done" and type(event["events"]) is list
            is_no = event["outcome"] == "refused" and type(event["rule"]) is str
            need(is_done or (is_no and ask["kind"] != "Relayed"), "is neither done nor refused")
            if is_done and ask["kind"] in ("key.add", "key.end"):
                with at(f"entry {n - 1}"):
                    self.step_4_key(n, ask, event)
        elif kind == "StateSnapshotted":
            self.snapshots.append((n, event["size"], event["root"]))
        elif kind not in UNANSWERED:
            self.ask = event
        self.is_moved = kind == "LedgerMoved"

    def step_6_tree(self, notes: list[Note]) -> list[list[bytes]]:
        """Return the full nodes, row by row from the leaves."""
        rows = [self.leaves]
        while len(rows[-1]) > 1:
            row, pairs = rows[-1], range(1, len(rows[-1]), 2)
            rows.append([sha256(b"\1", row[n - 1], row[n]) for n in pairs])

        def root(size: int) -> bytes:
            node = b""
            for height, row in enumerate(rows):
                if size >> height & 1:
                    full = row[(size >> height) - 1]
                    node = sha256(b"\1", full, node) if node else full
            return node or sha256()

        with at(f"entry {len(self.leaves) - 1}"):
            need(self.ask is None, "has no answer behind it")
        for n, size, said in self.snapshots:
            with at(f"entry {n}"):
                is_right = type(size) is int and 0 <= size <= n and said == root(size).hex()
                need(is_right, "is a snapshot with a root that the entries do not give")
        logs = [key.raw for key in self.keys.values() if key.use == "log" and key.ended is None]
        is_same = logs == [unbase64(self.trust["log"].split("+", 2)[2])[1:]]
        need(is_same, "is not signed by the live log key of the record")
        for note in notes:
            is_right = note.size <= len(self.leaves) and note.root == root(note.size)
            need(is_right, f"of {note.size} entries has a root that the entries do not give")
        return rows


def tile(level: object, n: int, width: int) -> str:
    name = f"{n % 1000:03}"
    while n := n // 1000:
        name = f"x{n % 1000:03}/{name}"
    return f"data/log/tile/{level}/{name}" + (f".p/{width}" if width < 256 else "")


def verify_log(
    entries: Iterable[bytes], notes: list[bytes], trust: Any, *, wanted: Any = ()
) -> Any:
    """Run steps 2 to 6 over entries, checkpoints (oldest first) and a sheet; return log, rows."""
    log = Log(trust, wanted)
    with at("the checkpoint"):
        read = [Note(note) for note in notes]
        log.step_2_checkpoint(read)
    for n, entry in enumerate(entries):
        with at(f"entry {n}"):
            log.step_3_entry(n, entry)
    with at("the checkpoint"):
        return log, log.step_6_tree(read)


def verify_bundle(bag: Bag, sheet: Any = None) -> Log:
    """Run all steps over a bundle; Broken names the first thing that is not as it must be."""
    listed = bag.step_1_files()
    info = re.findall(
        r"Showclear-(\w+): (.+)\n", bag.read("bag-info.txt").decode("utf-8", "replace")
    )
    trust, verifier = sheet or {name.lower(): text for name, text in info}, "data/verify.py"
    with at(verifier):
        is_same = not sheet or listed.get(verifier, sheet["verifier"]) == sheet["verifier"]
        need(is_same, "is not the verifier on the sheet: do not run it")
    kept: dict[str, tuple[str, Any]] = {
        name: (name[11:], None) for name in listed if name.startswith("data/media/")
    }
    for n, line in enumerate(bag.read(PEOPLE).splitlines() if PEOPLE in listed else ()):
        with at(f"{PEOPLE} line {n + 1}"):
            text = parse(line)
            digest = sha256(bytes.fromhex(text["salt"]), text["text"].encode()).hex()
            kept[f"{PEOPLE} line {n + 1}"] = digest, text["person"]
    with at(CHECKPOINT):
        size = Note(bag.read(CHECKPOINT)).size
    wanted = [digest.encode() for digest, _ in kept.values()]
    log: Log
    log, rows = verify_log(bag.entries(size), [bag.read(CHECKPOINT)], trust, wanted=wanted)
    tiles = {name for name in listed if name.startswith("data/log/tile/")}
    tiles -= {tile("entries", n // 256, min(256, size - n)) for n in range(0, size, 256)}
    for level, row in enumerate(rows[::8]):
        for n in range(0, len(row), 256):
            name = tile(level, n // 256, len(row[n : n + 256]))
            with at(name):
                need(bag.read(name) == b"".join(row[n : n + 256]), "is not made of the entries")
            tiles.discard(name)
    with at(min(tiles, default="")):
        need(not tiles, f"is no tile of a ledger of {size} entries")
    for where, (digest, person) in kept.items():  # Step 7: media and texts, then events.
        with at(where):
            need(listed.get(where, digest) == digest, "has another hash than its name")
            need(digest.encode() in log.near, "is named by no entry")
            is_about = person is None or json.dumps(person).encode() in log.near[digest.encode()]
            need(is_about, "is about a person whom no entry names with it")
    with at(EVENTS):
        is_same = listed.get(EVENTS, log.events.hexdigest()) == log.events.hexdigest()
        need(is_same, "does not hold the payloads of the entries")
    log.remarks += [STAMPED] if f"{CHECKPOINT}.tsr" in listed else []
    return log


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Check a bundle of Showclear.")
    parser.add_argument("path", type=Path, help="the bundle: a zip, or its directory")
    parser.add_argument("--sheet", type=Path, help="the sheet sealed at wrap, as a file")
    parser.add_argument("--json", action="store_true", help="answer with one JSON object")
    args, code = parser.parse_args(argv), 2
    answer: dict[str, Any] = {}
    try:
        with at(str(args.sheet)):
            sheet = parse(args.sheet.read_bytes()) if args.sheet else None
        with at(str(args.path)):
            bag, code = Bag(args.path), 1
            log = verify_bundle(bag, sheet)
        remarks, code = log.remarks + ([] if sheet else [NO_SHEET]), 0
        answer = {"entries": len(log.leaves), "origin": log.trust["origin"], "remarks": remarks}
        said = "\n".join([f"whole: {len(log.leaves)} entries of {answer['origin']}", *remarks])
    except Broken as broken:
        answer, said = {"where": broken.where, "why": str(broken)}, f"{broken.where} {broken}"
    said = json.dumps({"exit": code, **answer}) if args.json else said
    print(
        said.encode("ascii", "backslashreplace").decode(), file=sys.stderr if code else sys.stdout
    )
    return code


if __name__ == "__main__":
    sys.exit(main())
