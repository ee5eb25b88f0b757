"""What does the show look like after its first n entries?

State is folded from entries whose leaf hashes were checked, through one function, whether the
entry was written a moment ago or is read again at start-up. Nothing is judged a second time: the
events stand in the recorded answers.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from showclear.kernel.codec import from_plain, to_plain
from showclear.kernel.decide import settle
from showclear.kernel.forms import event_from_plain
from showclear.kernel.state import State
from showclear.ledger import canonical
from showclear.ledger.canonical import Malformed
from showclear.ledger.envelope import parse_envelope
from showclear.ledger.keys import Keyring
from showclear.ledger.tree import Edge, leaf_hash

KEY_KINDS = ("key.add", "key.end")

RULES_VERSION = "2"
"""Version of the kernel's rules and of its state's form; a change of either changes it.

A state stored under another version is not read: the entries are folded from zero instead.
"""


class RecordBroken(Exception):
    """The stored record is not what it was when it was written."""


@dataclass(frozen=True, slots=True)
class Folded:
    """The show after `size` entries."""

    size: int
    edge: Edge
    keyring: Keyring
    state: State = field(default_factory=State)
    waiting: Mapping[str, Any] | None = None
    """A `key.add` or `key.end` whose answer is the next entry."""

    def to_bytes(self) -> bytes:
        """Return the canonical form of state and keys, as stored and hashed in snapshots."""
        plain = {"keys": self.keyring.to_plain(), "state": to_plain(self.state)}
        return canonical.encode(plain)


def state_sha256(body: bytes) -> str:
    """Return the hash that a `StateSnapshotted` entry holds."""
    return hashlib.sha256(body).hexdigest()


def unfold(body: bytes, *, size: int, edge: Edge) -> Folded:
    """Read a stored state."""
    plain = canonical.decode(body)
    return Folded(
        size=size,
        edge=edge,
        keyring=Keyring.from_plain(plain["keys"]),
        state=from_plain(State, plain["state"]),
    )


def fold(folded: Folded, entries: Iterable[bytes]) -> Folded:
    """Carry whole entries into the state, in order.

    Raises:
        RecordBroken: when an entry cannot be read.
    """
    for entry in entries:
        folded = fold_one(folded, entry, leaf_hash(entry))
    return folded


def fold_one(folded: Folded, entry: bytes, leaf: bytes) -> Folded:
    """Carry one entry into the state: an answer's events, or a key that comes or goes."""
    try:
        return carry(folded, parse_envelope(entry).fields, leaf)
    except (ValueError, KeyError, AssertionError, Malformed) as wrong:
        raise RecordBroken(f"entry {folded.size} cannot be read: {wrong}") from wrong


def carry(folded: Folded, fields: dict[str, Any], leaf: bytes) -> Folded:
    """Carry the fields of one entry into the state; whatever cannot be read raises."""
    state, keyring, waiting = folded.state, folded.keyring, None
    if fields["kind"] in KEY_KINDS:
        waiting = fields
    elif fields["kind"] == "AskAnswered" and fields["outcome"] == "done":
        events = [event_from_plain(each) for each in fields["events"]]
        state = settle(state, events, leaf.hex())
        keyring = keyring if folded.waiting is None else keyring.apply(folded.waiting)
    return Folded(
        size=folded.size + 1,
        edge=folded.edge.append(leaf),
        keyring=keyring,
        state=state,
        waiting=waiting,
    )
