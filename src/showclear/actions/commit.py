"""How is a group of acts written in one commit?

A batch holds the entries of one transaction: each ask with its answer directly behind it. State
moves through the same fold that start-up uses, so a batch that could not be read again is never
written.
"""

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from showclear.actions.answers import Answer, answer_of, read_answer
from showclear.actions.clock import Clock, to_iso
from showclear.actions.derived import log_row, rejected_row
from showclear.actions.folded import RULES_VERSION, Folded, fold_one, state_sha256
from showclear.actions.reading import parse_ask, parse_key_ask, salvage
from showclear.actions.shows import Show
from showclear.kernel.asks import ACTS, Ask, Asker
from showclear.kernel.codec import from_plain
from showclear.kernel.decide import decide, settle
from showclear.kernel.decision import Allowed, Decision, Refused
from showclear.kernel.forms import event_to_plain
from showclear.kernel.policy import Policy
from showclear.kernel.words import Via
from showclear.ledger import canonical
from showclear.ledger.append import extend
from showclear.ledger.checkpoint import Checkpoint
from showclear.ledger.envelope import Envelope, parse_envelope
from showclear.ledger.keys import KeyRefused
from showclear.ledger.tree import leaf_hash
from showclear.store import people, rows
from showclear.store.rows import LogRow

CHECKPOINT_GAP_MIN = 1_000
"""Milliseconds between two checkpoints at the least."""

SNAPSHOT_EVERY = 10_000
"""Entries between two stored states."""

REJECTED_PER_MINUTE = 10
"""How many rejected asks a minute are recorded; the rest are only counted."""

HASH_LENGTH = 64
"""Characters of the hash of a text."""

KEY_KINDS = ("key.add", "key.end")

NOT_GOOD = "The signature or the key is not good."


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a batch had come before one of its jobs."""

    folded: Folded
    counts: tuple[int, int, int, int]


@dataclass(slots=True)
class Batch:
    """The entries of one transaction, and the state behind them."""

    show: Show
    clock: Clock
    folded: Folded
    is_whole: bool = True
    signed_at: int | None = None
    """When this process signed the last checkpoint, by the monotonic clock."""
    entries: list[bytes] = field(default_factory=list)
    leaves: list[bytes] = field(default_factory=list)
    asks: list[tuple[str, rows.AskRow]] = field(default_factory=list)
    logs: list[LogRow] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    """Hashes that the asks of this batch hold: texts kept under them are drafts no more."""
    answers: dict[str, tuple[bytes, Answer]] = field(default_factory=dict)
    first: int = field(init=False)
    edge: Any = field(init=False)

    def __post_init__(self) -> None:
        self.first, self.edge = self.folded.size, self.folded.edge

    def mark(self) -> Mark:
        """Remember how far the batch has come."""
        counts = (len(self.entries), len(self.asks), len(self.logs), len(self.answers))
        return Mark(self.folded, counts)

    def back_to(self, mark: Mark) -> None:
        """Take back everything behind the mark: an ask never stays without its answer."""
        entries, asks, logs, answers = mark.counts
        del self.entries[entries:], self.leaves[entries:], self.asks[asks:], self.logs[logs:]
        for ask_id in list(self.answers)[answers:]:
            del self.answers[ask_id]
        self.folded = mark.folded

    def take(self, envelope: Envelope) -> Answer:
        """Judge one signed ask and write it with its answer, once."""
        fields = envelope.fields
        known = self._known(str(fields.get("id")))
        digest = hashlib.sha256(envelope.payload).digest()
        if known is not None:
            if known[0] == digest:
                return known[1]
            return self._unauthentic(envelope, "This id was used for another act.")
        try:
            ask = self._read(fields)
        except KeyRefused as wrong:
            return self.reject(envelope.entry, f"The ledger does not take this key: {wrong}.")
        if ask is None:
            return self._unauthentic(envelope, "The key that signed this is not in force.")
        return self._answered(envelope.entry, fields, ask, digest=digest)

    def _unauthentic(self, envelope: Envelope, reason: str) -> Answer:
        """Write that it came; what only takes permission away is applied as unsigned."""
        taken = salvage(envelope.fields)
        if taken is None:
            return self.reject(envelope.entry, reason)
        return self.relay(*taken)

    def _known(self, ask_id: str) -> tuple[bytes, Answer] | None:
        if ask_id in self.answers:
            return self.answers[ask_id]
        row = rows.find_ask(self.show.id, ask_id)
        answer = answer_of(self.show.id, ask_id) if row is not None else None
        return None if row is None or answer is None else (row.payload_sha256, answer)

    def _read(self, fields: dict[str, Any]) -> Ask | None:
        """Read the ask with the keys as they are now, behind the lock."""
        keyring = self.folded.keyring
        if fields["kind"] in KEY_KINDS:
            keyring.judge(fields, self.clock.now())
            # Here and not in judge: a record of before that holds one key twice stays readable.
            if fields["kind"] == "key.add" and keyring.has_public(fields["key"]["pub"]):
                raise KeyRefused("key-used")
            known = keyring.find(fields["key"]["id"])
            person = fields.get("person") if known is None else known.person
            return parse_key_ask(fields, person)
        key = keyring.find(str(fields["by"]))
        if key is None or key.ended or key.use != "device":
            return None
        return parse_ask(fields, key)

    def relay(
        self, act: str, ids: Mapping[str, str], *, repeats: int = 0, auth: str = "none"
    ) -> Answer:
        """Write an act that only takes permission away and that no key signed.

        Args:
            repeats: how often it came again while what it had taken away was still gone. That is
                told afterwards and takes nothing away: work may lawfully go on by now.
        """
        body = {"act": act, "auth": auth, "count": repeats or 1, **ids}
        fields, entry = self._server_entry("Relayed", body)
        via = Via.SERVER if auth == "server" else Via.NONE
        ask = Ask(
            id=fields["id"],
            asker=Asker(person=None, device=self.show.server.id, via=via),
            at=self.clock.now(),
            act=from_plain(ACTS[act], {k: v for k, v in ids.items() if _takes(act, k)}),
        )
        digest = hashlib.sha256(parse_envelope(entry).payload).digest()
        if repeats:
            return self._recorded(entry, fields, ask, digest=digest, decision=Allowed(()))
        return self._answered(entry, fields, ask, digest=digest)

    def reject(self, came: bytes, reason: str) -> Answer:
        """Write that something came which no live key signed: its hash and nothing else."""
        if self._rejected_lately() < REJECTED_PER_MINUTE:
            digest = hashlib.sha256(came).hexdigest()
            fields, entry = self._server_entry("AskRejected", {"bytes": digest})
            self.logs.append(rejected_row(fields, n=self._append(entry)))
        return Answer("rejected", reason=reason, received_at=self.clock.now())

    def _rejected_lately(self) -> int:
        since = self.clock.now() - 60_000
        stored = rows.count_rejected(self.show.id, since=since)
        return stored + sum(1 for row in self.logs if row.outcome == "rejected")

    def _answered(self, entry: bytes, fields: dict[str, Any], ask: Ask, *, digest: bytes) -> Answer:
        policy = Policy(record_is_whole=self.is_whole)
        decision = decide(self.folded.state, ask, policy, now=self.clock.now())
        return self._recorded(entry, fields, ask, digest=digest, decision=decision)

    def _recorded(
        self, entry: bytes, fields: dict[str, Any], ask: Ask, *, digest: bytes, decision: Decision
    ) -> Answer:
        now = self.clock.now()
        n = self._append(entry)
        body = {"ask": self.leaves[-1].hex(), "rules": RULES_VERSION, **_outcome(decision)}
        answered, answer_entry = self._server_entry("AskAnswered", body, now=now)
        self._append(answer_entry)
        answer = read_answer(fields, answered)
        self.asks.append((ask.id, rows.AskRow(n, n + 1, digest)))
        self.named += [each for each in fields.values() if _is_hash(each)]
        self.answers[ask.id] = (digest, answer)
        self.logs.append(log_row(fields, answered, n=n, person=ask.asker.person or ""))
        return answer

    def _server_entry(
        self, kind: str, body: Mapping[str, Any], *, now: int | None = None
    ) -> tuple[dict[str, Any], bytes]:
        fields = {
            "v": 1,
            "show": self.show.origin,
            "id": str(uuid.uuid4()),
            "by": self.show.server.id,
            "kind": kind,
            "seq": self.folded.size,
            "received_at": to_iso(self.clock.now() if now is None else now),
            "boot": self.clock.boot,
            "mono": self.clock.mono(),
            **body,
        }
        return fields, self.show.server.sign(canonical.encode(fields))

    def _append(self, entry: bytes) -> int:
        """Add one entry through the fold that start-up uses; return its place."""
        n, leaf = self.folded.size, leaf_hash(entry)
        self.folded = fold_one(self.folded, entry, leaf)
        self.entries.append(entry)
        self.leaves.append(leaf)
        return n

    def save(self) -> None:
        """Write all rows of the batch. A crash before the commit leaves none of them."""
        if self.entries:
            self._snapshot_if_due()
            self._save_entries()
        self._checkpoint_if_due()

    def _save_entries(self) -> None:
        show = self.show.id
        extension = extend(self.edge, self.entries, read_leaves=self._read_leaves)
        assert extension.edge == self.folded.edge, "the tree that is written is the one folded"
        rows.add_entries(show, self.first, self.entries, self.leaves)
        rows.save_ledger(show, self.folded.size, self.folded.edge.to_bytes())
        rows.save_tiles(show, [(each.level, each.n, each.hashes) for each in extension.tiles])
        rows.add_asks(show, self.asks)
        rows.add_logs(show, self.logs)
        people.settle_texts(show, self.named)

    def _read_leaves(self, start: int, stop: int) -> list[bytes]:
        return [leaf for _, _, leaf in rows.read_entries(self.show.id, start, stop)]

    def _snapshot_if_due(self) -> None:
        if self.first // SNAPSHOT_EVERY == self.folded.size // SNAPSHOT_EVERY:
            return
        self.snapshot()

    def snapshot(self) -> None:
        """Store the state and write an entry that holds its hash."""
        size, root, body = self.folded.size, self.folded.edge.root(), self.folded.to_bytes()
        digest = state_sha256(body)
        _, entry = self._server_entry(
            "StateSnapshotted",
            {"size": size, "root": root.hex(), "state_sha256": digest, "rules": RULES_VERSION},
        )
        self._append(entry)
        rows.add_folded(self.show.id, rows.FoldedRow(size, body, bytes.fromhex(digest)))

    def _checkpoint_if_due(self) -> None:
        """Sign the tree as it will be after this commit, at most once a second."""
        show, now = self.show, self.clock.mono()
        if self.folded.size == 0 or rows.last_checkpoint_size(show.id) == self.folded.size:
            return
        is_early = self.signed_at is not None and now - self.signed_at < CHECKPOINT_GAP_MIN
        if self.entries and is_early:
            return  # The next tick signs it.
        checkpoint = Checkpoint(show.origin, self.folded.size, self.folded.edge.root())
        signed = show.log.sign_tree(checkpoint)
        rows.add_checkpoint(show.id, rows.CheckpointRow(self.folded.size, signed, "", None))
        self.signed_at = now


def _is_hash(value: object) -> bool:
    return isinstance(value, str) and len(value) == HASH_LENGTH


def _takes(act: str, name: str) -> bool:
    return name in ACTS[act].__dataclass_fields__


def _outcome(decision: Decision) -> dict[str, Any]:
    if isinstance(decision, Refused):
        return {"outcome": "refused", "rule": decision.rule, "params": decision.params}
    return {"outcome": "done", "events": [event_to_plain(each) for each in decision.events]}


def ended(folded: Folded, act: str, ids: Mapping[str, str], *, clock: Clock) -> Folded:
    """Take away what an act takes away, in this process alone and without a word in the record."""
    ask = Ask(
        id=str(uuid.uuid4()),
        asker=Asker(person=None, device="", via=Via.SERVER),
        at=clock.now(),
        act=from_plain(ACTS[act], {k: v for k, v in ids.items() if _takes(act, k)}),
    )
    decision = decide(folded.state, ask, Policy(record_is_whole=False), now=clock.now())
    events = () if isinstance(decision, Refused) else decision.events
    return replace(folded, state=settle(folded.state, events, ask.id))
