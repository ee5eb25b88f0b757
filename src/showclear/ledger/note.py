"""Who has put a name under this text?

C2SP signed notes, and the witness's cosignature/v1. A bad signature by a key that we know
rejects the note; lines of keys that we do not know are skipped.
"""

import base64
import binascii
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from showclear.ledger.signing import ED25519_SIZE, is_signed, is_weak, public_bytes

NOTE_MAX = 65_536
ED25519 = 1
COSIGNATURE = 4
_DASH = "— "


class NoteRefused(Exception):
    """This note, or a key to read it with, is not what it should be."""


@dataclass(frozen=True, slots=True)
class NoteKey:
    """A name that signs notes, and its Ed25519 key: a vkey taken apart."""

    name: str
    kind: int
    pub: bytes

    @property
    def id(self) -> bytes:
        """Give the four bytes that a signature line begins with."""
        return sha256(f"{self.name}\n".encode() + bytes([self.kind]) + self.pub).digest()[:4]

    def __str__(self) -> str:
        key = _base64(bytes([self.kind]) + self.pub)
        return f"{self.name}+{self.id.hex()}+{key}"


def vkey(name: str, pub: bytes) -> str:
    """Write the vkey of a log."""
    return str(NoteKey(name, ED25519, pub))


def witness_vkey(name: str, pub: bytes) -> str:
    """Write the vkey of a witness."""
    return str(NoteKey(name, COSIGNATURE, pub))


def parse_vkey(text: str) -> NoteKey:
    """Read a vkey of either kind; a weak key is refused here too."""
    name, _, rest = text.partition("+")
    data = _unbase64(rest[9:])
    key = NoteKey(name, data[0] if data else 0, data[1:])
    if not _is_name(name) or str(key) != text:
        raise NoteRefused("this is no vkey")
    if key.kind not in {ED25519, COSIGNATURE} or len(key.pub) != ED25519_SIZE:
        raise NoteRefused("only Ed25519 keys and witnesses are read here")
    if is_weak(key.pub):
        raise NoteRefused("the key is weak")
    return key


def sign_note(text: str, name: str, private: Ed25519PrivateKey) -> str:
    """Sign a text that ends in a newline."""
    assert text.endswith("\n"), "a note's text ends in a newline"
    key = NoteKey(name, ED25519, public_bytes(private))
    return f"{text}\n{_line(key, private.sign(text.encode()))}"


def open_note(note: str, vkeys: Sequence[str]) -> str:
    """Give the text once at least one of these keys has signed it and none of them badly."""
    text, lines = _split(note)
    good = 0
    for key in map(parse_vkey, vkeys):
        for sig in _signatures(lines, key):
            if not is_signed(key.pub, text.encode(), sig):
                raise NoteRefused(f"the signature of {key.name} is bad")
            good += 1
    if not good:
        raise NoteRefused("no key that we know has signed this")
    return text


def cosign(note: str, name: str, private: Ed25519PrivateKey, *, at_s: int) -> str:
    """Add a witness's line to a signed checkpoint, at this second since 1970."""
    text, _ = _split(note)
    key = NoteKey(name, COSIGNATURE, public_bytes(private))
    sig = private.sign(_cosigned(text, at_s))
    return note + _line(key, at_s.to_bytes(8) + sig)


def check_cosignature(note: str, witness: str) -> int:
    """Give the second at which this witness signed, or raise NoteRefused."""
    text, lines = _split(note)
    key = parse_vkey(witness)
    seconds = []
    for sig in _signatures(lines, key):
        at_s = int.from_bytes(sig[:8])
        if len(sig) != 72 or not is_signed(key.pub, _cosigned(text, at_s), sig[8:]):
            raise NoteRefused(f"the cosignature of {key.name} is bad")
        seconds.append(at_s)
    if not seconds:
        raise NoteRefused(f"{key.name} has not cosigned")
    return min(seconds)


def _cosigned(text: str, at_s: int) -> bytes:
    return f"cosignature/v1\ntime {at_s}\n{text}".encode()


def _split(note: str) -> tuple[str, list[str]]:
    if len(note) > NOTE_MAX:
        raise NoteRefused("the note is too long")
    text, blank, rest = note.rpartition("\n\n")
    if not blank or not rest.endswith("\n"):
        raise NoteRefused("the note has no signature lines")
    lines = rest[:-1].split("\n")
    if not all(line.startswith(_DASH) and line.count(" ") == 2 for line in lines):
        raise NoteRefused("a line under the note is no signature")
    return text + "\n", lines


def _signatures(lines: Sequence[str], key: NoteKey) -> Iterator[bytes]:
    for line in lines:
        name, _, data = line.removeprefix(_DASH).partition(" ")
        if name == key.name and (sig := _unbase64(data))[:4] == key.id:
            yield sig[4:]


def _line(key: NoteKey, sig: bytes) -> str:
    return f"{_DASH}{key.name} {_base64(key.id + sig)}\n"


def _is_name(name: str) -> bool:
    return name != "" and "+" not in name and not any(map(str.isspace, name))


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _unbase64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise NoteRefused("not base64") from None
