"""Which keys speak in this show, for what, and who may add or end them?

The root key is on paper and on the sheet, never in the ledger. Every other key enters by a
`key.add` and leaves by a `key.end`, and its id is never used again. A `key.add` or `key.end`
takes effect when the server's answer says that it is done.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any, Literal, Self, cast

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from showclear.ledger import signing
from showclear.ledger.envelope import ID_MAX, Envelope, Passkey, pae, seal
from showclear.ledger.signing import is_weak, load_private, new_private, public_bytes

__all__ = [
    "KEY_KINDS",
    "ROOT",
    "SERVER_KINDS",
    "Key",
    "KeyRefused",
    "Keyring",
    "Unauthentic",
    "check_possession",
    "check_signature",
    "is_weak",
    "load_private",
    "new_private",
    "parse_instant",
    "possession_message",
    "public_bytes",
    "sign",
]

Use = Literal["root", "enroller", "server", "log", "device"]
Held = Literal["paper", "device", "server"]

ROOT = "root"
"""The key id of the root key in every show."""

KEY_KINDS = frozenset({"key.add", "key.end"})
SERVER_KINDS = frozenset(
    {"AskAnswered", "Relayed", "AskRejected", "StateSnapshotted", "LedgerMoved"}
)

_HELD: dict[str, frozenset[str]] = {
    "enroller": frozenset({"paper", "device"}),
    "server": frozenset({"server"}),
    "log": frozenset({"server"}),
    "device": frozenset({"device", "server"}),
}
_COMMON = frozenset({"v", "show", "id", "by", "kind", "at", "key"})
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z", re.ASCII)


class KeyRefused(Exception):
    """This `key.add` or `key.end` must not take effect; `reason` is a code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Unauthentic(Exception):
    """This entry was not signed by a live key that may sign it; `reason` is a code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key of a show. `rp` and `origin` stand for a passkey, `person` for a device's owner."""

    id: str
    use: Use
    held: Held
    pub: bytes
    person: str | None = None
    until: str | None = None
    rp: str | None = None
    origin: str | None = None
    ended: bool = False

    @property
    def is_passkey(self) -> bool:
        """Say whether this key signs by WebAuthn assertions."""
        return self.rp is not None

    def to_plain(self) -> dict[str, Any]:
        """Give the key as plain JSON values."""
        names = ("id", "use", "held", "person", "until", "rp", "origin", "ended")
        return {name: getattr(self, name) for name in names} | {"pub": self.pub.hex()}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Read what `to_plain` wrote."""
        return cls(**{**plain, "pub": bytes.fromhex(plain["pub"])})


@dataclass(frozen=True, slots=True)
class Keyring:
    """All keys that a show has had up to some entry, the ended ones too."""

    keys: Mapping[str, Key]

    @classmethod
    def of_root(cls, pub: bytes) -> Self:
        """Begin a show: nothing but its root key."""
        if not signing.is_ed25519(pub) or is_weak(pub):
            raise KeyRefused("weak")
        root = Key(id=ROOT, use="root", held="paper", pub=pub)
        return cls(MappingProxyType({ROOT: root}))

    def find(self, key_id: object) -> Key | None:
        """Give the key with this id, live or ended, if there is one."""
        return self.keys.get(key_id) if isinstance(key_id, str) else None

    def has_public(self, pub: str) -> bool:
        """Say whether some key, live or ended, has this public half: one key is one person's."""
        return any(key.pub.hex() == pub for key in self.keys.values())

    def live(self, use: Use) -> tuple[Key, ...]:
        """Give the live keys of one use, in the order in which they were added."""
        return tuple(key for key in self.keys.values() if key.use == use and not key.ended)

    def judge(self, fields: Mapping[str, Any], received_at_ms: int) -> None:
        """Raise KeyRefused unless this `key.add` or `key.end` is lawful at this instant."""
        signer = self.find(fields.get("by"))
        if signer is None or signer.ended:
            raise KeyRefused("signer")
        if fields.get("v") != 1:
            raise KeyRefused("version")
        if fields.get("kind") == "key.end":
            self._judge_end(fields, signer)
        elif fields.get("kind") == "key.add":
            self._judge_add(fields, signer, received_at_ms)
        else:
            raise KeyRefused("kind")

    def apply(self, fields: Mapping[str, Any]) -> "Keyring":
        """Give the keys after a done `key.add` or `key.end`; other kinds change nothing."""
        if fields["kind"] == "key.add":
            key = _read_key(fields)
            return Keyring(MappingProxyType({**self.keys, key.id: key}))
        if fields["kind"] == "key.end":
            ended = replace(self.keys[fields["key"]["id"]], ended=True)
            return Keyring(MappingProxyType({**self.keys, ended.id: ended}))
        return self

    def to_plain(self) -> list[dict[str, Any]]:
        """Give all keys as plain JSON values."""
        return [key.to_plain() for key in self.keys.values()]

    @classmethod
    def from_plain(cls, plain: list[dict[str, Any]]) -> Self:
        """Read what `to_plain` wrote."""
        keys = map(Key.from_plain, plain)
        return cls(MappingProxyType({key.id: key for key in keys}))

    def _judge_add(self, fields: Mapping[str, Any], signer: Key, received_at_ms: int) -> None:
        key = _read_key(fields)
        if signer.use != ("enroller" if key.use == "device" else "root"):
            raise KeyRefused("signer")
        # `until` bounds what a stolen enroller key can do; only the server's time counts.
        if signer.until is not None and received_at_ms > parse_instant(signer.until):
            raise KeyRefused("until")
        if key.id in self.keys:
            raise KeyRefused("key-id-used")
        # A checkpoint has one log key, and so has the sheet (ADR 0010).
        if key.use == "log" and self.live("log"):
            raise KeyRefused("second-log-key")

    def _judge_end(self, fields: Mapping[str, Any], signer: Key) -> None:
        named = fields.get("key")
        if fields.keys() != _COMMON or not isinstance(named, dict) or named.keys() != {"id"}:
            raise KeyRefused("form")
        key = self.find(named["id"])
        if key is None:
            raise KeyRefused("unknown-key")
        if key.ended:
            raise KeyRefused("already-ended")
        own = key.use == "device" and (signer is key or signer.use == "enroller")
        if key.use == "root" or not (signer.use == "root" or own):
            raise KeyRefused("signer")


def check_signature(envelope: Envelope, keyring: Keyring) -> Key:
    """Give the live key that signed this entry, or raise Unauthentic."""
    key = keyring.find(envelope.fields["by"])
    if key is None:
        raise Unauthentic("unknown-key")
    if key.ended:
        raise Unauthentic("ended-key")
    kind = envelope.fields["kind"]
    uses = {"server"} if kind in SERVER_KINDS else {"device"}
    if kind in KEY_KINDS:
        uses = {"root", "enroller", "device"}
    if key.use not in uses:
        raise Unauthentic("wrong-use")
    if not _is_signed(key, pae(envelope.payload), envelope.sig, passkey=envelope.passkey):
        raise Unauthentic("bad-signature")
    return key


def sign(private: Ed25519PrivateKey, payload: bytes, keyid: str) -> bytes:
    """Sign a payload and give the entry."""
    return seal(payload, keyid=keyid, sig=private.sign(pae(payload)))


def possession_message(challenge: bytes) -> bytes:
    """Give the bytes which a new key signs to show that its private half is there.

    The prefix keeps a challenge from ever being the signed bytes of an entry.
    """
    return b"showclear possession v1\n" + challenge


def check_possession(
    key: Key, challenge: bytes, sig: bytes, *, passkey: Passkey | None = None
) -> None:
    """Raise Unauthentic unless the owner of this key has signed this fresh challenge."""
    if not _is_signed(key, possession_message(challenge), sig, passkey=passkey):
        raise Unauthentic("bad-signature")


def parse_instant(text: object) -> int:
    """Read `2026-03-02T10:42:00Z`, with or without milliseconds, as milliseconds since 1970."""
    if not (isinstance(text, str) and _INSTANT.fullmatch(text)):
        raise KeyRefused("form")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise KeyRefused("form") from None
    return round(moment.timestamp() * 1000)


def _is_signed(key: Key, message: bytes, sig: bytes, *, passkey: Passkey | None) -> bool:
    if key.rp is None or key.origin is None or passkey is None:
        is_of_one_form = not key.is_passkey and passkey is None
        return is_of_one_form and signing.is_signed(key.pub, message, sig)
    return signing.is_asserted(key.pub, message, sig, passkey=passkey, rp=key.rp, origin=key.origin)


def _read_key(fields: Mapping[str, Any]) -> Key:
    use, held, named = fields.get("use"), fields.get("held"), fields.get("key")
    if not (isinstance(use, str) and isinstance(held, str) and held in _HELD.get(use, ())):
        raise KeyRefused("use")
    extra = {"enroller": {"until"}, "device": {"person"}}.get(use, set())
    if fields.keys() != _COMMON | {"use", "held"} | extra or not isinstance(named, dict):
        raise KeyRefused("form")
    person, until = fields.get("person"), fields.get("until")
    if until is not None or use == "enroller":
        parse_instant(until)
    passkey = {"rp", "origin"} & named.keys()
    if named.keys() != {"id", "pub"} | passkey or len(passkey) == 1:
        raise KeyRefused("form")
    texts = [text for text in (*named.values(), person) if text is not None]
    if len(texts) < len(named) or not all(isinstance(text, str) and text for text in texts):
        raise KeyRefused("form")
    pub = _read_pub(named["pub"])
    is_well_formed = signing.is_p256(pub) if passkey else signing.is_ed25519(pub)
    if len(named["id"]) > ID_MAX or not is_well_formed or (passkey and held != "device"):
        raise KeyRefused("form")
    if not passkey and is_weak(pub):
        raise KeyRefused("weak")
    return Key(
        id=named["id"],
        use=cast("Use", use),
        held=cast("Held", held),
        pub=pub,
        person=person,
        until=until,
        rp=named.get("rp"),
        origin=named.get("origin"),
    )


def _read_pub(text: str) -> bytes:
    # Small letters only: one key, one spelling.
    if not re.fullmatch("([0-9a-f]{2})+", text, re.ASCII):
        raise KeyRefused("form")
    return bytes.fromhex(text)
