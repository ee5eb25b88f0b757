"""Is this record of a show whole? One file, for a stranger to read and to run alone.

    python3 verify.py BUNDLE.zip|DIRECTORY [--sheet SHEET.json] [--json]

It needs Python 3.9 or newer and the package `cryptography`. Exit code 0: whole. 1: something
inside is broken, and the first such thing is named. 2: missing, unreadable, or nothing of ours.
The sheet was kept apart from the bag and never comes from it. The steps:

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
from collections.abc import Iterable, Iterator
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
TAGS, FILES, VERIFIER = "tagmanifest-sha256.txt", "manifest-sha256.txt", "data/verify.py"
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
    """Why something is not as it must be, and where."""

    def __init__(self, why: str, where: str = "") -> None:
        super().__init__(why)
        self.where = where


def need(fact: object, why: str, where: str = "") -> None:
    if not fact:
        raise Broken(why, where)


@contextlib.contextmanager
def at(where: str) -> Iterator[None]:
    """Name the place of whatever is found broken inside, or cannot even be read."""
    try:
        yield
    except Broken as broken:
        raise Broken(str(broken), broken.where or where) from None
    except InvalidSignature:
        raise Broken("was changed, or was not signed by the key it names", where) from None
    except Exception as error:  # noqa: BLE001 - hostile bytes fail in more ways than can be listed
        raise Broken(f"is not in our form: {error!r}", where) from None


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    need(len(dict(pairs)) == len(pairs), "has a JSON key twice in one object")
    return dict(pairs)


# What no two readers can read differently: no key twice, and int() refuses fractions.
DECODER = json.JSONDecoder(object_pairs_hook=once, parse_float=int, parse_constant=int)


def parse(data: bytes) -> Any:
    read = DECODER.decode(data.decode())
    need(type(read) is dict, "is not a JSON object")
    return read


def unbase64(text: str) -> bytes:
    data = base64.b64decode(text, validate=True)
    need(base64.b64encode(data).decode() == text, "has base64 in a spelling of its own")
    return data


def sha256(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def instant(text: str) -> str:
    need(INSTANT.fullmatch(text), "has a time that is none")
    return (text[:-1] + ".000")[:23]


def tile(level: object, n: int, size: int) -> str:
    """Name the tile of hash or entry n, the first in it, among `size` at its level."""
    *high, low = [f"{int(part):03}" for part in f"{n // 256:,}".split(",")]
    partial = f".p/{size - n}" if size - n < 256 else ""
    return "/".join(["data/log/tile", str(level), *("x" + part for part in high), low]) + partial


class Bag:
    """The files of a zip or a directory. The bag may lie one directory down."""

    def __init__(self, path: Path) -> None:
        self.packed = None if path.is_dir() else zipfile.ZipFile(path)
        zipped = self.packed.infolist() if self.packed else []
        found = [(one.filename, one.file_size, one.external_attr >> 16) for one in zipped]
        plain = [(file.relative_to(path).as_posix(), file.lstat()) for file in path.rglob("*")]
        found += [(name, info.st_size, info.st_mode) for name, info in plain]
        self.found = [one for one in found if not (one[0].endswith("/") or stat.S_ISDIR(one[2]))]
        tops = {one[0].split("/")[0] for one in self.found}
        self.path, self.top = path, "" if len(tops) > 1 else f"{min(tops, default='')}/"
        self.names = {one[0][len(self.top) :] for one in self.found}
        need(self.names & {"bagit.txt", FILES, CHECKPOINT}, "holds no bundle of ours")

    def read(self, name: str) -> bytes:
        need(name in self.names, "is missing", name)
        with at(name):
            file = self.path / self.top / name
            return self.packed.read(self.top + name) if self.packed else file.read_bytes()

    def step_1_files(self) -> dict[str, str]:
        """Return the hashes of the files under data."""
        need(len(self.names) == len(self.found), "has two files of one name")
        for name, size, mode in self.found:
            is_inside = not re.search(r"(^|/)\.{0,2}(/|$)|[\\:\0]", name)
            need(is_inside, "is a name that leads out of the bag", repr(name))
            need(stat.S_IFMT(mode) in (0, stat.S_IFREG), "is a link or device, not a file", name)
            need(size <= FILE_MAX, f"is larger than {FILE_MAX} bytes", name)
        tags = {name for name in self.names if not name.startswith("data/")}
        is_plain = self.read("bagit.txt") == BAGIT and "fetch.txt" not in tags
        need(is_plain, "is not that of a BagIt 1.0 bag, or there is a fetch.txt", "bagit.txt")
        for manifest, files in ((TAGS, tags - {TAGS}), (FILES, self.names - tags)):
            text = self.read(manifest).decode("utf-8", "replace")
            listed = {name: digest for digest, name in re.findall("([0-9a-f]{64})  (.+)\n", text)}
            is_clean = "".join(f"{listed[name]}  {name}\n" for name in listed) == text
            need(is_clean, "is not a list of hashes and files, each once", manifest)
            for name in sorted(files | listed.keys()):
                need(name in listed, f"is not listed in {manifest}", name)
                is_same = sha256(self.read(name)).hex() == listed[name]
                need(is_same, "was changed: its hash is not the one listed", name)
        return listed

    def entries(self, size: int) -> Iterator[bytes]:
        for n in range(0, size, 256):
            name, end = tile("entries", n, size), 0
            data = self.read(name)
            for _ in range(min(256, size - n)):
                start = end + 2
                end = start + int.from_bytes(data[end:start], "big")
                need(end <= len(data), "ends in the middle of an entry", name)
                yield data[start:end]
            need(end == len(data), "has bytes behind its last entry", name)


class Key:
    """A public key. `ended` is the place of the answer that ended it."""

    def __init__(self, use: str, pub: str, **more: Any) -> None:
        self.use, self.raw, self.more = use, bytes.fromhex(pub), more
        self.ended: int | None = None
        ed25519, der = Ed25519PublicKey.from_public_bytes, serialization.load_der_public_key
        self.public: Any = der(self.raw) if "rp" in more else ed25519(self.raw)
        is_p256 = isinstance(getattr(self.public, "curve", None), ec.SECP256R1)
        is_weak = self.raw[:31].hex() + f"{self.raw[-1] & 0x7F:02x}" in WEAK
        is_fit = self.raw.hex() == pub and is_p256 == ("rp" in more) and not is_weak
        need(is_fit, "has a key that is weak, or none")

    def check(self, message: bytes, sig: bytes, web: Any = None) -> None:
        """Take Ed25519, or a passkey that signed at its origin with its user there."""
        need((web is None) == ("rp" not in self.more), "has a signature of the wrong form")
        how = []
        if web is not None:
            around, client = unbase64(web["authenticatorData"]), unbase64(web["clientDataJSON"])
            said, digest = parse(client), base64.urlsafe_b64encode(sha256(message)).decode()
            is_for = said["type"] == "webauthn.get" and said["challenge"] == digest.rstrip("=")
            rp, is_for = sha256(self.more["rp"].encode()), is_for and len(around) >= 37
            is_for = is_for and said["origin"] == self.more["origin"] and around[:32] == rp
            need(is_for, "has a passkey's signature that was made for something else")
            need(around[32] & 5 == 5, "has a passkey's signature with nobody there")
            message, how = around + sha256(client), [ec.ECDSA(hashes.SHA256())]
        self.public.verify(sig, message, *how)


class Note:
    """A checkpoint: what it says, and who has put a name under it."""

    def __init__(self, data: bytes) -> None:
        text, _, below = data.decode().rpartition("\n\n")
        self.text, self.lines = text + "\n", re.findall(r"— (\S+) (\S+)\n", below)
        said = SIGNED.fullmatch(self.text)
        if not said or "".join(f"— {name} {sig}\n" for name, sig in self.lines) != below:
            raise Broken("is not in the form of a checkpoint")
        self.origin, self.size, self.root = said[1], int(said[2]), unbase64(said[3])

    def is_signed_by(self, vkey: str) -> bool:
        """Say whether this key has signed, as its kind does; a bad line of it is Broken."""
        name, key_id, data = vkey.split("+", 2)
        kind, *pub = unbase64(data)
        is_vkey = sha256(name.encode(), b"\n", unbase64(data))[:4].hex() == key_id
        need(is_vkey and kind in (1, 4), f"cannot be checked with {vkey!r}: no vkey that we read")
        lines = [unbase64(sig) for who, sig in self.lines if who == name]
        sigs = [line[4:] for line in lines if line[:4].hex() == key_id]
        for sig in sigs:
            time = b"cosignature/v1\ntime %d\n" % int.from_bytes(sig[:8], "big")
            message, skip = (time, 8) if kind == 4 else (b"", 0)
            Key("note", bytes(pub).hex()).check(message + self.text.encode(), sig[skip:])
        return sigs != []


class Log:
    """The ledger as far as it has been read."""

    def __init__(self, trust: Any, wanted: Iterable[bytes]) -> None:
        self.trust, self.wanted, self.leaves = trust, set(wanted), list[bytes]()
        self.keys = {"root": Key("root", trust["root"])}
        self.ids, self.snapshots, self.remarks = set[str](), list[Any](), list[str]()
        self.near, self.events = dict[bytes, bytes](), hashlib.sha256()
        self.ask: Any = None
        self.is_moved = False

    def step_2_checkpoint(self, notes: list[Note]) -> None:
        log, origins = self.trust["log"], {self.trust["origin"], *self.trust["log"].split("+")[:1]}
        for note in notes:
            need(origins == {note.origin}, f"is of {note.origin}, not of {origins}")
            need(note.is_signed_by(log), "is not signed by the log key")
        for witness in self.trust.get("witnesses", ()):
            sizes = [note.size for note in notes if note.is_signed_by(witness)]
            need(sizes, f"is not cosigned by witness {witness}")
            self.remarks.append(f"{sizes[-1]} entries are cosigned by {witness.split('+')[0]}")

    def step_3_entry(self, n: int, entry: bytes) -> None:
        need(len(entry) <= ENTRY_MAX, f"is longer than {ENTRY_MAX} bytes")
        envelope = parse(entry)
        is_ours = envelope["payloadType"] == TYPE and len(envelope["signatures"]) == 1
        need(is_ours, "is of another type, or has not exactly one signature")
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
            if digest in self.wanted:  # whom it can be about: who is named, and who signed
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
        need(ask is None or kind == "AskAnswered", "has no answer behind it", f"entry {n - 1}")
        self.is_moved = kind == "LedgerMoved"
        if kind == "StateSnapshotted":
            self.snapshots.append((n, event["size"], event["root"]))
        self.ask = None if kind in UNANSWERED else event
        if kind == "AskAnswered":
            need(ask and event["ask"] == self.leaves[-1].hex(), "answers no ask before it")
            is_done = event["outcome"] == "done" and type(event["events"]) is list
            is_no = event["outcome"] == "refused" and type(event["rule"]) is str
            need(is_done or (is_no and ask["kind"] != "Relayed"), "is neither done nor refused")
            if is_done and ask["kind"] in ("key.add", "key.end"):
                with at(f"entry {n - 1}"):
                    self.step_4_key(n, ask, event)

    def step_6_tree(self, notes: list[Note]) -> list[list[bytes]]:
        """Return the full nodes, row by row from the leaves."""
        need(self.ask is None, "has no answer behind it", f"entry {len(self.leaves) - 1}")
        rows = [self.leaves]
        while len(rows[-1]) > 1:
            row, pairs = rows[-1], range(1, len(rows[-1]), 2)
            rows.append([sha256(b"\1", row[n - 1], row[n]) for n in pairs])

        def root(size: int) -> bytes:
            node = b""
            for height, row in enumerate(rows):
                if size >> height & 1:  # the last full subtree of this height
                    full = row[(size >> height) - 1]
                    node = sha256(b"\1", full, node) if node else full
            return node or sha256()

        for n, size, said in self.snapshots:
            is_right = type(size) is int and 0 <= size <= n and said == root(size).hex()
            need(is_right, "is a snapshot with a root that the entries do not give", f"entry {n}")
        logs = [key.raw for key in self.keys.values() if key.use == "log" and key.ended is None]
        is_same = logs == [unbase64(self.trust["log"].split("+", 2)[2])[1:]]
        need(is_same, "is not signed by the live log key of the record")
        for note in notes:
            need(note.size <= len(self.leaves), f"covers {note.size} entries, more than there are")
            need(note.root == root(note.size), "has a root that the entries do not give")
        return rows


def verify_log(entries: Iterable[bytes], notes: Any, trust: Any, *, wanted: Any = ()) -> Any:
    """Run steps 2 to 6 over entries, checkpoints (oldest first) and a sheet; return log, rows."""
    with at("the checkpoint, or its keys,"):
        log, read = Log(trust, wanted), [Note(note) for note in notes]
        log.step_2_checkpoint(read)
    for n, entry in enumerate(entries):
        with at(f"entry {n}"):
            log.step_3_entry(n, entry)
    with at("the checkpoint"):
        return log, log.step_6_tree(read)


def verify_bundle(bag: Bag, sheet: Any = None) -> Log:
    """Run all steps over a bundle; Broken names the first thing that is not as it must be."""
    listed = bag.step_1_files()
    info = bag.read("bag-info.txt").decode("utf-8", "replace")
    trust = sheet or {k.lower(): text for k, text in re.findall(r"Showclear-(\w+): (.+)\n", info)}
    is_same = not sheet or listed.get(VERIFIER, sheet["verifier"]) == sheet["verifier"]
    need(is_same, "is not the verifier on the sheet: do not run it", VERIFIER)
    kept: dict[str, Any] = {n: (n[11:], None) for n in listed if n.startswith("data/media/")}
    for n, line in enumerate(bag.read(PEOPLE).splitlines() if PEOPLE in listed else (), 1):
        with at(f"{PEOPLE} line {n}"):
            text = parse(line)
            need(re.fullmatch("[0-9a-f]{32}", text["salt"]), "has a salt that is none")
            said = bytes.fromhex(text["salt"]) + text["text"].encode()
            kept[f"{PEOPLE} line {n}"] = sha256(said).hex(), text["person"]
    with at(CHECKPOINT):
        size = Note(bag.read(CHECKPOINT)).size
    wanted = [digest.encode() for digest, _ in kept.values()]
    log: Log
    log, rows = verify_log(bag.entries(size), [bag.read(CHECKPOINT)], trust, wanted=wanted)
    tiles = {tile("entries", n, size): b"" for n in range(0, size, 256)}
    for level, row in enumerate(rows[::8]):
        firsts = range(0, len(row), 256)
        tiles |= {tile(level, n, len(row)): b"".join(row[n : n + 256]) for n in firsts}
    for name in sorted(tiles.keys() | {n for n in listed if n.startswith("data/log/tile/")}):
        need(name in tiles, f"is no tile of a ledger of {size} entries", name)
        is_same = not tiles[name] or bag.read(name) == tiles[name]
        need(is_same, "is not made of the entries", name)
    for where, (digest, person) in kept.items():  # Step 7: media and texts, then events.
        need(listed.get(where, digest) == digest, "has another hash than its name", where)
        near = log.near.get(digest.encode(), b"")
        need(near, "is named by no entry", where)
        is_about = person is None or json.dumps(person).encode() in near
        need(is_about, "is about a person whom no entry names with it", where)
    events = log.events.hexdigest()
    need(listed.get(EVENTS, events) == events, "is not made of the entries", EVENTS)
    log.remarks += [STAMPED] if f"{CHECKPOINT}.tsr" in listed else []
    return log


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Check a bundle of Showclear.")
    parser.add_argument("path", type=Path, help="the bundle: a zip, or its directory")
    parser.add_argument("--sheet", type=Path, help="the trust sheet, kept apart, as a file")
    parser.add_argument("--json", action="store_true", help="answer with one JSON object")
    args, code = parser.parse_args(argv), 2
    try:
        with at(str(args.sheet)):
            sheet = parse(args.sheet.read_bytes()) if args.sheet else None
        with at(str(args.path)):
            bag, code = Bag(args.path), 1
            log, code = verify_bundle(bag, sheet), 0
        remarks = log.remarks + ([] if sheet else [NO_SHEET])
        count, origin = len(log.leaves), log.trust["origin"]
        answer: Any = {"entries": count, "origin": origin, "remarks": remarks}
        said = "\n".join([f"whole: {count} entries of {origin}", *remarks])
    except Broken as broken:
        answer, said = {"where": broken.where, "why": str(broken)}, f"{broken.where} {broken}"
    said = json.dumps({"exit": code, **answer}) if args.json else said
    out = sys.stderr if code and not args.json else sys.stdout
    print(said.encode("ascii", "backslashreplace").decode(), file=out)
    return code


if __name__ == "__main__":
    sys.exit(main())
