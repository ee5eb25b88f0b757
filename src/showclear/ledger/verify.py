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
import hashlib
import json
import re
import stat
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

TYPE = "application/vnd.showclear.event+json"
NO_SHEET = "consistent with the keys inside it; proves nothing against its keeper"
BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
NOTE, EVENTS, PEOPLE = "data/log/checkpoint", "data/events.jsonl", "data/people.jsonl"
VERIFIER, TIMESTAMP = "data/verify.py", "data/log/checkpoint.tsr"
ENTRY_MAX, FILE_MAX = 65_535, 1 << 30
UNANSWERED = {"AskAnswered", "AskRejected", "StateSnapshotted", "LedgerMoved"}
HELD = {"enroller": "paper device", "server": "server", "log": "server", "device": "device server"}
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
INSTANT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{3})?Z", re.ASCII)
CHECKPOINT = re.compile(r"(.+)\n(0|[1-9][0-9]{0,18})\n([A-Za-z0-9+/]{43}=)\n")
# Points under which OpenSSL takes one signature for every message: 0, 1, p-1, p, p+1, order 8.
WEAK = {"00" * 32, "01" + "00" * 31, *(first + "ff" * 30 + "7f" for first in ("ec", "ed", "ee"))}
WEAK.add("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")
WEAK.add("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")


class Broken(Exception):
    """Where the first thing is that is not as it must be, and why; at last the exit code."""


def need(fact: object, where: str, why: str) -> None:
    if not fact:
        raise Broken(where, why, 1)


def parse(data: bytes, where: str) -> Any:
    """Read a JSON object that no two readers can read differently."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        need(len(dict(pairs)) == len(pairs), where, "has a JSON key twice")
        return dict(pairs)

    try:  # int() refuses every number that is not whole
        read = json.loads(
            data.decode(), object_pairs_hook=once, parse_float=int, parse_constant=int
        )
    except (ValueError, RecursionError):
        read = None
    need(isinstance(read, dict), where, "is not a JSON object in our form")
    return read


def unbase64(text: object, where: str) -> bytes:
    try:
        return base64.b64decode(str(text), validate=True)
    except ValueError:
        raise Broken(where, "holds something that is not base64", 1) from None


def hex_of(text: object, where: str) -> str:
    need(re.fullmatch("([0-9a-f]{2})+", str(text)), where, "holds something not in small hex")
    return str(text)


def instant(text: object, where: str) -> str:
    found = INSTANT.fullmatch(str(text))
    need(found, where, "has a time that is none")
    return found[1] + (found[2] or ".000") if found else ""


class Bag:
    """The files of a zip or a directory. The bag may lie one directory down."""

    def __init__(self, path: Path) -> None:
        try:
            self.packed = None if path.is_dir() else zipfile.ZipFile(path)
            zipped = self.packed.infolist() if self.packed else []
            found = [(one.filename, one.file_size, one.external_attr >> 16) for one in zipped]
            plain = [(file.relative_to(path).as_posix(), file.lstat()) for file in path.rglob("*")]
        except Exception as error:  # noqa: BLE001 - a damaged zip fails in more ways than it lists
            raise Broken(str(path), f"cannot be read: {error}", 2) from None
        found += [(name, info.st_size, info.st_mode) for name, info in plain]
        found = [one for one in found if not (one[0].endswith("/") or stat.S_ISDIR(one[2]))]
        names, tops = {one[0] for one in found}, {one[0].split("/")[0] for one in found}
        top = f"{tops.pop()}/" if len(tops) == 1 and "bagit.txt" not in names else ""
        if not names & {top + name for name in ("bagit.txt", "manifest-sha256.txt", NOTE)}:
            raise Broken(str(path), "holds no bundle of ours", 2)
        need(len(names) == len(found), str(path), "has two files of one name")
        for name, size, mode in found:
            is_outside = re.search(r"(^|/)\.{0,2}(/|$)|[\\:\0]", name)
            need(not is_outside, repr(name), "is a name that leads out of the bag")
            need(stat.S_IFMT(mode) in (0, stat.S_IFREG), name, "is a link or device, not a file")
            need(size <= FILE_MAX, name, f"is larger than {FILE_MAX} bytes")
        self.top, self.path, self.names = top, path, {name[len(top) :] for name in names}

    def read(self, name: str) -> bytes:
        need(name in self.names, name, "is missing")
        try:
            if self.packed:
                return self.packed.read(self.top + name)
            return (self.path / self.top / name).read_bytes()
        except Exception as error:  # noqa: BLE001 - see above
            raise Broken(name, f"cannot be read: {error}", 1) from None

    def step_1_hashes(self) -> dict[str, str]:
        """Each file is listed and has its hash. Return the hashes of the payload."""
        lists = ("tagmanifest-sha256.txt", "manifest-sha256.txt")
        tags = {name for name in self.names if not name.startswith("data/")}
        need(self.read("bagit.txt") == BAGIT, "bagit.txt", "is not that of a BagIt 1.0 bag")
        need("fetch.txt" not in tags, "fetch.txt", "has no place in the bag")
        for manifest, files in ((lists[0], tags - {lists[0]}), (lists[1], self.names - tags)):
            text = self.read(manifest).decode("utf-8", "replace")
            listed = {name: digest for digest, name in re.findall(r"([0-9a-f]{64})  (.+)\n", text)}
            is_clean = "".join(f"{listed[name]}  {name}\n" for name in listed) == text
            need(is_clean, manifest, "is not a list of hashes and files, each once")
            for name in sorted(files | listed.keys()):
                need(name in listed, name, f"is not listed in {manifest}")
                is_same = hashlib.sha256(self.read(name)).hexdigest() == listed[name]
                need(is_same, name, "was changed: its hash is another than the listed one")
        return listed


class Key:
    """A public key. `ended` is the place of the answer that ended it."""

    def __init__(self, use: str, pub: object, where: str, **more: Any) -> None:
        self.use, self.raw = use, bytes.fromhex(hex_of(pub, where))
        self.ended: int | None = None
        self.rp, self.origin = more.get("rp"), more.get("origin")
        self.until, self.person = more.get("until"), more.get("person")
        is_passkey = isinstance(self.rp, str) and isinstance(self.origin, str)
        ed25519, der = Ed25519PublicKey.from_public_bytes, serialization.load_der_public_key
        try:
            self.public: Any = der(self.raw) if is_passkey else ed25519(self.raw)
        except (ValueError, UnsupportedAlgorithm):
            self.public = None
        is_fit = isinstance(getattr(self.public, "curve", None), ec.SECP256R1) or not is_passkey
        is_weak = self.raw[:31].hex() + f"{self.raw[-1] & 0x7F:02x}" in WEAK
        is_whole = is_passkey or (self.rp is None and self.origin is None)
        need(
            self.public and is_fit and is_whole and not is_weak,
            where,
            "has a key that is weak, or none",
        )

    def has_signed(self, message: bytes, sig: bytes, web: Any, where: str) -> bool:
        """Say whether this key signed: Ed25519, or a passkey at its origin with its user there."""
        how = []
        if self.rp is not None or web is not None:
            need(isinstance(web, dict) and self.rp, where, "has a signature of the wrong form")
            around = unbase64(web.get("authenticatorData"), where)
            client = unbase64(web.get("clientDataJSON"), where)
            said = parse(client, where)
            digest = base64.urlsafe_b64encode(hashlib.sha256(message).digest())
            wanted = ("webauthn.get", digest.decode().rstrip("="), self.origin)
            rp = hashlib.sha256(str(self.rp).encode("utf-8", "replace")).digest()
            if wanted != tuple(map(said.get, ("type", "challenge", "origin"))) or around[:32] != rp:
                return False
            if len(around) < 37 or around[32] & 5 != 5:
                return False
            message, how = around + hashlib.sha256(client).digest(), [ec.ECDSA(hashes.SHA256())]
        try:
            self.public.verify(sig, message, *how)
        except InvalidSignature:
            return False
        return True


class Note:
    """A checkpoint: what it says, and who has put a name under it."""

    def __init__(self, data: bytes) -> None:
        text, _, below = data.decode("utf-8", "replace").rpartition("\n\n")
        self.text, self.lines = text + "\n", re.findall(r"— (\S+) (\S+)\n", below)
        said = CHECKPOINT.fullmatch(self.text)
        if not said or "".join(f"— {who} {sig}\n" for who, sig in self.lines) != below:
            raise Broken("the checkpoint", "has not the form of one", 1)
        self.origin, self.size, self.root = said[1], int(said[2]), base64.b64decode(said[3])

    def has_signature(self, vkey: str) -> bool:
        """Say whether this key has signed, as its kind does; a bad line of it is Broken."""
        where, (name, _, rest) = "the checkpoint", vkey.partition("+")
        data = unbase64(rest[9:], vkey)
        key_id = hashlib.sha256(name.encode("utf-8", "replace") + b"\n" + data).digest()[:4]
        need(rest[:9] == f"{key_id.hex()}+" and data[0] in (1, 4), vkey, "is no key that we read")
        key, skip = Key("note", data[1:].hex(), vkey), 8 if data[0] == 4 else 0
        lines = [unbase64(sig, where) for who, sig in self.lines if who == name]
        sigs = [line[4:] for line in lines if line[:4] == key_id]
        for sig in sigs:
            time = b"cosignature/v1\ntime %d\n" % int.from_bytes(sig[:8], "big") if skip else b""
            is_good = key.has_signed(time + self.text.encode(), sig[skip:], None, where)
            need(is_good, where, f"has a bad signature by {name}")
        return sigs != []


class Log:
    """The ledger as far as it has been read."""

    def __init__(self, trust: Mapping[str, Any], wanted: Iterable[bytes] = ()) -> None:
        self.trust, self.wanted, self.leaves = trust, set(wanted), list[bytes]()
        self.keys = {"root": Key("root", trust["root"], "the root key")}
        self.ids, self.snapshots = set[Any](), list[Any]()
        self.holding: dict[bytes, bytes] = {}
        self.ask: Any = None
        self.is_moved, self.events = False, hashlib.sha256()

    def step_2_checkpoint(self, notes: Sequence[Note]) -> list[str]:
        """The log key has signed; each witness on the sheet has cosigned."""
        where, vkey, remarks = "the checkpoint", self.trust["log"], []
        is_ours = notes[-1].origin == self.trust["origin"] == vkey.partition("+")[0]
        need(is_ours, where, f"is of {notes[-1].origin}, not of {self.trust['origin']}")
        need(notes[-1].has_signature(vkey), where, "is not signed by the log key")
        for witness in self.trust.get("witnesses", ()):
            sizes = [note.size for note in notes if note.has_signature(witness)]
            need(sizes, where, f"is not cosigned by witness {witness.partition('+')[0]}")
            remarks.append(f"{witness.partition('+')[0]} has cosigned {sizes[-1]} entries")
        return remarks

    def step_3_entry(self, entry: bytes) -> None:
        """Form, place, signer, signature."""
        n, where = len(self.leaves), f"entry {len(self.leaves)}"
        need(len(entry) <= ENTRY_MAX, where, f"is longer than {ENTRY_MAX} bytes")
        envelope = parse(entry, where)
        many, payload = envelope.get("signatures"), unbase64(envelope.get("payload"), where)
        is_one = isinstance(many, list) and len(many) == 1 and isinstance(many[0], dict)
        need(is_one, where, "has not exactly one signature")
        need(envelope.get("payloadType") == TYPE, where, "is of another type")
        event = parse(payload, where)
        by, kind, uuid, version = map(event.get, ("by", "kind", "id", "v"))
        is_formed = isinstance(by, str) and isinstance(kind, str) and isinstance(uuid, str)
        need(is_formed and type(version) is int and version >= 1, where, "lacks a common field")
        need(event.get("show") == self.trust["origin"], where, "is of another show")
        need(UUID.fullmatch(uuid) and uuid not in self.ids, where, "has no id of its own")
        need(by == many[0].get("keyid"), where, "names one signer and carries another")
        is_server = kind in UNANSWERED or kind == "Relayed"
        is_placed = type(event.get("seq")) is int and event["seq"] == n
        need(is_placed if is_server else "seq" not in event, where, "has a wrong place (seq)")
        # Keys change at the answer, before its signature is checked: the first answer is signed
        # by the key it adds. A server key that answer n ended may still have signed entry n.
        self.step_5_order(n, event)
        need(by in self.keys, where, f"is signed by {by!r}, a key that the record does not know")
        key = self.keys[by]
        need(key.ended in (None, n), where, f"is signed by {by!r}, a key that was ended")
        uses = ("root", "enroller", "device") if kind in ("key.add", "key.end") else ("device",)
        need(key.use in (("server",) if is_server else uses), where, f"{by!r} may not sign it")
        message = b"DSSEv1 %d %b %d %b" % (len(TYPE), TYPE.encode(), len(payload), payload)
        sig, web = unbase64(many[0].get("sig"), where), many[0].get("webauthn")
        is_good = key.has_signed(message, sig, web, where)
        need(is_good, where, "was changed, or was not signed by the key it names")
        for digest in re.findall(rb'"([0-9a-f]{64})"', payload) if self.wanted else ():
            if digest in self.wanted:
                near = payload + json.dumps(key.person).encode()
                self.holding[digest] = self.holding.get(digest, b"") + near
        self.ids.add(uuid)
        self.leaves.append(hashlib.sha256(b"\0" + entry).digest())
        self.events.update(payload + b"\n")

    def step_4_key(self, n: int, ask: Mapping[str, Any], answer: Mapping[str, Any]) -> None:
        """A key was added or ended by one who may. It takes effect at answer n."""
        where, signer = f"entry {n - 1}", self.keys[ask["by"]]
        named: Any = ask.get("key")
        need(ask["v"] == 1 and isinstance(named, dict), where, "is in a form that we do not know")
        name, use = str(named.get("id") or ""), str(ask.get("use"))
        if ask["kind"] == "key.end":
            need(name in self.keys and name != "root", where, "ends a key that is none")
            key = self.keys[name]
            own = key.use == "device" and (signer is key or signer.use == "enroller")
            need(own or signer.use == "root", where, "ends a key that its signer may not end")
            need(key.ended is None, where, "ends a key a second time")
            key.ended = n
            return
        need(ask.get("held") in HELD.get(use, "").split(), where, "adds a key of no use we know")
        may = signer.use == ("enroller" if use == "device" else "root")
        need(may, where, "adds a key that its signer may not add")
        need(name == named.get("id") and name not in self.keys, where, "uses a key id again")
        now = instant(answer.get("received_at"), f"entry {n}")
        need(now <= (signer.until or now), where, "adds a key after its enroller's time")
        until = instant(ask.get("until"), where) if use == "enroller" else None
        more = {field: named[field] for field in ("rp", "origin") if field in named}
        need(not more or ask["held"] == "device", where, "adds a passkey that is on no device")
        more |= {"until": until, "person": ask.get("person")}
        self.keys[name] = Key(use, named.get("pub"), where, **more)

    def step_5_order(self, n: int, event: Mapping[str, Any]) -> None:
        """Each ask is followed by its one answer; nothing follows the move."""
        where, (ask, self.ask), kind = f"entry {n}", (self.ask, None), event["kind"]
        need(not self.is_moved, where, "stands behind the move to another place")
        need(ask is None or kind == "AskAnswered", f"entry {n - 1}", "has no answer behind it")
        if kind == "AskAnswered":
            is_done = event.get("outcome") == "done" and isinstance(event.get("events"), list)
            is_no = event.get("outcome") == "refused" and isinstance(event.get("rule"), str)
            need(
                ask and event.get("ask") == self.leaves[-1].hex(), where, "answers no ask before it"
            )
            need(is_done or (is_no and ask["kind"] != "Relayed"), where, "is no lawful answer")
            if is_done and ask["kind"] in ("key.add", "key.end"):
                self.step_4_key(n, ask, event)
        elif kind == "StateSnapshotted":
            self.snapshots.append((n, event.get("size"), event.get("root")))
        elif kind not in UNANSWERED:
            self.ask = event
        self.is_moved = kind == "LedgerMoved"

    def step_6_tree(self, notes: Sequence[Note]) -> list[list[bytes]]:
        """The entries give each root. Return the full nodes, row by row from the leaves."""
        rows, where = [self.leaves], "the checkpoint"
        while len(rows[-1]) > 1:
            row, nodes = rows[-1], range(1, len(rows[-1]), 2)
            rows.append([hashlib.sha256(b"\1" + row[n - 1] + row[n]).digest() for n in nodes])

        def root(size: int) -> bytes:
            node = b""
            for height, row in enumerate(rows):
                if size >> height & 1:
                    full = row[(size >> height) - 1]
                    node = hashlib.sha256(b"\1" + full + node).digest() if node else full
            return node or hashlib.sha256(b"").digest()

        need(self.ask is None, f"entry {len(self.leaves) - 1}", "has no answer behind it")
        for n, size, said in self.snapshots:
            is_right = type(size) is int and 0 <= size <= n and said == root(size).hex()
            need(is_right, f"entry {n}", "is a snapshot with another root than the entries give")
        logs = [key.raw for key in self.keys.values() if key.use == "log" and key.ended is None]
        log_key = unbase64(self.trust["log"].split("+", 2)[2], where)[1:]
        need(logs == [log_key], "the log key", "is not the one live log key of the record")
        for note in notes:
            is_right = note.size <= len(self.leaves) and note.root == root(note.size)
            need(is_right, where, f"of {note.size} has another root than the entries give")
            need(note.has_signature(self.trust["log"]), where, "is not signed by the log key")
        return rows


def tile(level: object, n: int, width: int) -> str:
    name = f"{n % 1000:03}"
    while n := n // 1000:
        name = f"x{n % 1000:03}/{name}"
    return f"data/log/tile/{level}/{name}" + (f".p/{width}" if width < 256 else "")


def entries_in(bag: Bag, size: int) -> Iterator[bytes]:
    for first in range(0, size, 256):
        name = tile("entries", first // 256, min(256, size - first))
        data, end = bag.read(name), 0
        for _ in range(min(256, size - first)):
            start = end + 2
            end = start + int.from_bytes(data[end:start], "big")
            need(end <= len(data), name, "ends in the middle of an entry")
            yield data[start:end]
        need(end == len(data), name, "has bytes behind its last entry")


def verify_log(
    entries: Iterable[bytes],
    notes: Sequence[bytes],
    trust: Mapping[str, Any],
    wanted: Iterable[bytes] = (),
) -> tuple[Log, list[list[bytes]], list[str]]:
    """Run steps 2 to 6 over entries in order, signed checkpoints (oldest first) and a sheet."""
    log, read = Log(trust, wanted), [Note(note) for note in notes]
    remarks = log.step_2_checkpoint(read)
    for entry in entries:
        log.step_3_entry(entry)
    return log, log.step_6_tree(read), remarks


def verify_bundle(bag: Bag, sheet: Mapping[str, Any] | None) -> tuple[Log, list[str]]:
    listed = bag.step_1_hashes()
    info = bag.read("bag-info.txt").decode("utf-8", "replace")
    inside = {name.lower(): text for name, text in re.findall(r"Showclear-(\w+): (.+)\n", info)}
    need(sheet or inside.keys() >= {"origin", "root", "log"}, "bag-info.txt", "names no keys")
    is_same = not sheet or listed.get(VERIFIER, sheet["verifier"]) == sheet["verifier"]
    need(is_same, VERIFIER, "is not the verifier on the sheet: do not run it")
    kept: dict[str, tuple[bytes, Any]] = {
        name: (name[11:].encode(), None) for name in listed if name.startswith("data/media/")
    }
    for n, line in enumerate(bag.read(PEOPLE).splitlines() if PEOPLE in listed else ()):
        where, text = f"{PEOPLE} line {n + 1}", parse(line, f"{PEOPLE} line {n + 1}")
        said = bytes.fromhex(hex_of(text.get("salt"), where)) + str(text.get("text")).encode()
        kept[where] = (hashlib.sha256(said).hexdigest().encode(), text.get("person"))
    data, size = bag.read(NOTE), Note(bag.read(NOTE)).size
    wanted = [digest for digest, _ in kept.values()]
    log, rows, remarks = verify_log(entries_in(bag, size), [data], sheet or inside, wanted)
    used = {tile("entries", n // 256, min(256, size - n)) for n in range(0, size, 256)}
    for level, row in enumerate(rows[::8]):
        for n in range(0, len(row), 256):
            name = tile(level, n // 256, len(row[n : n + 256]))
            need(bag.read(name) == b"".join(row[n : n + 256]), name, "is not made of the entries")
            used.add(name)
    left = {name for name in listed if name.startswith("data/log/tile/")} - used
    need(not left, min(left, default=""), f"is no tile of a ledger of {size} entries")
    for where, (digest, person) in kept.items():  # Step 7. Media, texts and events.
        near = log.holding.get(digest, b"")
        need(listed.get(where, digest.decode()) == digest.decode(), where, "is not its own name")
        need(near, where, "is named by no entry")
        is_tied = person is None or json.dumps(person).encode() in near
        need(is_tied, where, "is about a person whom no entry names beside it")
    is_same = listed.get(EVENTS, log.events.hexdigest()) == log.events.hexdigest()
    need(is_same, EVENTS, "does not hold the payloads of the entries")
    return log, remarks


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Check a bundle of Showclear.")
    parser.add_argument("path", type=Path, help="the bundle: a zip, or its directory")
    parser.add_argument("--sheet", type=Path, help="the sheet sealed at wrap, as a file")
    parser.add_argument("--json", action="store_true", help="answer with one JSON object")
    args = parser.parse_args(argv)
    try:
        sheet = read_sheet(args.sheet) if args.sheet else None
        log, remarks = verify_bundle(Bag(args.path), sheet)
        remarks += [] if sheet else [NO_SHEET]
        answer: dict[str, Any] = {"exit": 0, "entries": len(log.leaves), "remarks": remarks}
        said = f"whole: {len(log.leaves)} entries of {log.trust['origin']}"
    except Broken as error:
        where, why, code = error.args
        answer, said = {"exit": code, "where": where, "why": why}, f"{where} {why}"
    except Exception as error:  # noqa: BLE001 - the outermost edge: what cannot be checked is broken
        answer = {"exit": 1, "where": str(args.path), "why": f"cannot be checked: {error!r}"}
        said = f"{answer['where']} {answer['why']}"
    lines = [json.dumps(answer)] if args.json else [said, *answer.get("remarks", ())]
    text = "\n".join(lines).encode("ascii", "backslashreplace").decode()
    print(text, file=sys.stderr if answer["exit"] and not args.json else sys.stdout)
    return int(answer["exit"])


def read_sheet(path: Path) -> dict[str, Any]:
    try:
        sheet: dict[str, Any] = parse(path.read_bytes(), str(path))
        texts = [sheet[name] for name in ("origin", "log", "root", "verifier")]
        "".join([*texts, *sheet["witnesses"]])
    except Exception as error:  # noqa: BLE001 - a sheet that cannot be used, whatever the reason
        raise Broken(str(path), f"is no sheet that can be read: {error!r}", 2) from None
    return sheet


if __name__ == "__main__":
    sys.exit(main())
