"""Which rows follow from an entry?

Live acts, a rebuild and the check take every derived row from here, so that none of them can
disagree about what the record makes of the tables.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from showclear.actions.answers import read_answer
from showclear.actions.clock import from_iso
from showclear.actions.folded import KEY_KINDS, RULES_VERSION, Folded, fold_one
from showclear.kernel.asks import ACTS
from showclear.ledger.envelope import parse_envelope
from showclear.ledger.keys import Keyring
from showclear.ledger.tiles import Tile, full_tiles, make_tile
from showclear.ledger.tree import Edge, leaf_hash
from showclear.store.rows import AskRow, FoldedRow, LogRow

KEY_ACTS = {"key.add": "AddKey", "key.end": "EndKey"}


@dataclass(slots=True)
class Derived:
    """Everything that the entries make: the state, and each derived row."""

    folded: Folded
    leaves: list[bytes] = field(default_factory=list)
    asks: dict[str, AskRow] = field(default_factory=dict)
    logs: dict[int, LogRow] = field(default_factory=dict)
    stored: dict[int, FoldedRow] = field(default_factory=dict)
    older: dict[int, bytes] = field(default_factory=dict)
    _ask: tuple[dict[str, Any], bytes] | None = None

    @staticmethod
    def empty(root: bytes) -> "Derived":
        """Begin a show of which nothing is recorded."""
        return Derived(Folded(size=0, edge=Edge(), keyring=Keyring.of_root(root)))

    def add(self, entry: bytes) -> None:
        """Carry one entry into the state and the rows."""
        n, leaf, before = self.folded.size, leaf_hash(entry), self.folded
        envelope = parse_envelope(entry)
        fields = envelope.fields
        self.folded = fold_one(before, entry, leaf)
        self.leaves.append(leaf)
        if fields["kind"] == "AskAnswered" and self._ask is not None:
            ask, digest = self._ask
            self.asks[ask["id"]] = AskRow(n - 1, n, digest)
            self.logs[n - 1] = log_row(ask, fields, n=n - 1, person=person_of(ask, before.keyring))
        elif fields["kind"] == "AskRejected":
            self.logs[n] = rejected_row(fields, n=n)
        elif fields["kind"] == "StateSnapshotted":
            self._store(n, before, fields)
        self._ask = fields, hashlib.sha256(envelope.payload).digest()

    def _store(self, n: int, before: Folded, fields: Mapping[str, Any]) -> None:
        """Note what the stored state must be: its bytes, or its hash for an older version's."""
        if fields["rules"] == RULES_VERSION:
            body = before.to_bytes()
            self.stored[n] = FoldedRow(n, body, hashlib.sha256(body).digest())
        else:
            self.older[n] = bytes.fromhex(fields["state_sha256"])

    def tiles(self) -> Iterator[Tile]:
        """Give every full tile."""
        for level, n in full_tiles(0, len(self.leaves)):
            yield make_tile(level, n, lambda start, stop: self.leaves[start:stop])


def person_of(ask: Mapping[str, Any], keyring: Keyring) -> str:
    """Return who asked, as key or PIN say; empty for nobody."""
    if ask["kind"] in KEY_KINDS or ask["kind"] == "Relayed":
        return ""
    key = keyring.find(ask["by"])
    return str(ask.get("person") or (key.person if key else "") or "")


def log_row(ask: Mapping[str, Any], answered: Mapping[str, Any], *, n: int, person: str) -> LogRow:
    """Return the line of the day log for an answered act."""
    answer = read_answer(ask, answered)
    kind = KEY_ACTS.get(ask["kind"], ask["act"] if ask["kind"] == "Relayed" else ask["kind"])
    has_weapon = "weapon" in ACTS[kind].__dataclass_fields__ if kind in ACTS else False
    return LogRow(
        n=n,
        at_ms=answer.received_at,
        kind=kind,
        outcome=answer.outcome,
        person=person,
        weapon=str(ask.get("weapon") or "") if has_weapon else "",
        rule=answer.rule,
        late=answer.is_late,
    )


def rejected_row(fields: Mapping[str, Any], *, n: int) -> LogRow:
    """Return the line of the day log for something that no live key signed."""
    at = from_iso(fields["received_at"])
    return LogRow(n=n, at_ms=at, kind="AskRejected", outcome="rejected")
