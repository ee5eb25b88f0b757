"""Which small lawful show do the ledger tests begin with? TEST keys, for no other use."""

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from showclear.evidence.bundle import Contents, write_bundle
from showclear.ledger import canonical, note
from showclear.ledger.checkpoint import Checkpoint, sign_checkpoint
from showclear.ledger.keys import load_private, public_bytes, sign
from showclear.ledger.tree import leaf_hash, root_of

ORIGIN = "ledger.example/shows/demo"
SEEDS = {
    name: bytes(31) + bytes([n])
    for n, name in enumerate(
        ("dev-1", "root", "log", "wit", "server-1", "enroller-1", "dev-2", "server-2"), 1
    )
}
PRIVATE = {name: load_private(seed) for name, seed in SEEDS.items()}
PUB = {name: public_bytes(private) for name, private in PRIVATE.items()}
WITNESS = "witness.example/w1"
WITNESSED_AT = 1772449200
VERIFIER = Path(canonical.__file__).with_name("verify.py")

Plain = dict[str, Any]


@dataclass
class Show:
    """A ledger that grows by lawful acts, or by whatever a test puts in."""

    origin: str = ORIGIN
    entries: list[bytes] = field(default_factory=list)
    minute: int = 0

    def uuid(self) -> str:
        return f"00000000-0000-4000-8000-{len(self.entries):012x}"

    def add(self, fields: Plain, by: str | None = None) -> bytes:
        """Sign by the key that the entry names, or by another that pretends to be it."""
        whole = {"v": 1, "show": self.origin, "id": self.uuid(), **fields}
        private = PRIVATE[by or whole["by"]]
        self.entries.append(sign(private, canonical.encode(whole), whole["by"]))
        return self.entries[-1]

    def ask(self, by: str, kind: str, **fields: Any) -> bytes:
        self.minute += 1
        at = f"2026-03-02T{8 + self.minute // 60:02}:{self.minute % 60:02}:00Z"
        return self.add({"by": by, "kind": kind, "at": at, **fields})

    def server(self, kind: str, by: str = "server-1", **fields: Any) -> bytes:
        received_at = f"2026-03-02T{8 + self.minute // 60:02}:{self.minute % 60:02}:00.123Z"
        place = {"seq": len(self.entries), "received_at": received_at, "boot": "b", "mono": 1}
        return self.add({"by": by, "kind": kind, **place, **fields})

    def answer(self, by: str = "server-1", **fields: Any) -> bytes:
        whole: Plain = {"outcome": "done", "events": [], "rules": "1"}
        whole["ask"] = leaf_hash(self.entries[-1]).hex()
        return self.server("AskAnswered", by, **whole | fields)

    def refuse(self) -> bytes:
        ask = leaf_hash(self.entries[-1]).hex()
        no: Plain = {"outcome": "refused", "rule": "L-1", "params": {"n": 1}, "rules": "1"}
        return self.server("AskAnswered", ask=ask, **no)

    def add_key(self, by: str, use: str, name: str, **fields: Any) -> bytes:
        held = {"enroller": "paper", "device": "device"}.get(use, "server")
        extra = {"enroller": {"until": "2026-03-02T09:00:00Z"}, "device": {"person": "p-02"}}
        key = {"id": name, "pub": PUB[name].hex()}
        form = {"use": use, "held": held, "key": key, **extra.get(use, {}), **fields}
        return self.ask(by, "key.add", **form)

    def begin(self) -> "Show":
        """Do what begins every show: server, log, an enroller and a device."""
        for by, use, name in (
            ("root", "server", "server-1"),
            ("root", "log", "log"),
            ("root", "enroller", "enroller-1"),
            ("enroller-1", "device", "dev-1"),
        ):
            self.add_key(by, use, name)
            self.answer()
        return self

    def play(self) -> "Show":
        """One of everything: done, refused, unsigned, unauthentic, a key ended, a snapshot."""
        self.ask("dev-1", "AddPerson", person="p-07", name=text_hash("Ann Example"))
        self.answer(events=[{"kind": "PersonAdded", "v": 1, "person": "p-07"}])
        self.ask("dev-1", "TakePhoto", photo=sha(PHOTO))
        self.answer()
        self.ask("dev-1", "HandOver", weapon="W-014", to="p-07", expects={"W-014": "0" * 64})
        self.refuse()
        self.server("Relayed", act="Stop", auth="none", unit="u-1", count=1)
        self.answer()
        self.server("AskRejected", bytes="ab" * 32)
        self.ask("dev-1", "key.end", key={"id": "dev-1"})
        self.answer()
        self.snapshot()
        return self

    def snapshot(self) -> bytes:
        size, root = len(self.entries), root_of(map(leaf_hash, self.entries)).hex()
        hashed = {"state_sha256": "cd" * 32, "rules": "1"}
        return self.server("StateSnapshotted", size=size, root=root, **hashed)

    def checkpoint(self, size: int | None = None) -> str:
        leaves = [leaf_hash(entry) for entry in self.entries[:size]]
        return sign_checkpoint(
            Checkpoint(self.origin, len(leaves), root_of(leaves)), PRIVATE["log"]
        )

    def cosigned(self, size: int | None = None) -> str:
        signed = self.checkpoint(size)
        return note.cosign(signed, WITNESS, PRIVATE["wit"], at_s=WITNESSED_AT)

    def trust(self, **fields: Any) -> Plain:
        """Give the sheet of this show."""
        sheet = {
            "origin": self.origin,
            "log": note.vkey(self.origin, PUB["log"]),
            "root": PUB["root"].hex(),
            "witnesses": [note.witness_vkey(WITNESS, PUB["wit"])],
            "tsa": None,
            "verifier": sha(VERIFIER.read_bytes()),
        }
        return {**sheet, **fields}

    def bundle(self, target: Path, **fields: Any) -> Path:
        """Write the bundle of this show."""
        photo = target.with_name("photo.jpg")
        photo.write_bytes(PHOTO)
        trust = self.trust()
        parts = {
            "origin": self.origin,
            "root": trust["root"],
            "log": trust["log"],
            "checkpoint": self.cosigned(),
            "entries": self.entries,
            "verifier": VERIFIER.read_bytes(),
            "people": [PERSON],
            "media": [(sha(PHOTO), photo)],
            **fields,
        }
        write_bundle(target, Contents(**parts))
        return target


PHOTO = b"a photograph of six chambers"
SALT = bytes(range(16))


def sha(data: bytes) -> str:
    return sha256(data).hexdigest()


def text_hash(text: str) -> str:
    return sha(SALT + text.encode())


PERSON = canonical.encode(
    {"id": "t-1", "person": "p-07", "salt": SALT.hex(), "text": "Ann Example"}
)
