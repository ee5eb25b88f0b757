"""What does the stored record add up to?

Start-up and catching up are one path: take the newest state that a recorded hash vouches for,
then carry the entries behind it through the fold that live acts use. Each entry must hash to its
leaf and be authentic, and the leaves must join to the last signed checkpoint.
"""

from showclear.actions.authentic import follow
from showclear.actions.folded import (
    RULES_VERSION,
    Folded,
    RecordBroken,
    state_sha256,
    unfold,
)
from showclear.actions.shows import Show
from showclear.ledger.checkpoint import open_checkpoint
from showclear.ledger.envelope import Envelope, parse_envelope
from showclear.ledger.keys import Key, Keyring, Unauthentic, check_signature
from showclear.ledger.note import NoteRefused
from showclear.ledger.tree import Edge
from showclear.store import rows


def recover(
    show: Show, known: Folded | None = None, *, row: rows.LedgerRow | None = None
) -> Folded:
    """Return the show as of the last entry stored.

    Args:
        known: what this process had folded before; only what lies behind it is read.
        row: the locked row of the ledger, when the caller holds it.

    Raises:
        RecordBroken: naming the entry or row that does not hold.
    """
    stored = row or rows.read_ledger(show.id)
    folded = known or _start(show)
    if folded.size > stored.size:
        raise RecordBroken(f"the record has {stored.size} entries; this process saw {folded.size}")
    found = rows.read_entries(show.id, folded.size, stored.size)
    folded = follow(folded, found, origin=show.origin)
    _joined(show, folded, stored, is_start=known is None)
    return folded


def _joined(show: Show, folded: Folded, stored: rows.LedgerRow, *, is_start: bool) -> None:
    if folded.size != stored.size:
        raise RecordBroken(f"entry {folded.size} is missing")
    if folded.edge.to_bytes() != stored.edge:
        raise RecordBroken("the entries do not join to the stored edge of the tree")
    last = rows.last_checkpoint(show.id) if is_start else None
    if last is not None:
        _check_checkpoint(show, folded, last)


def _check_checkpoint(show: Show, folded: Folded, last: rows.CheckpointRow) -> None:
    try:
        checkpoint = open_checkpoint(last.note, show.log_vkey)
    except NoteRefused as wrong:
        raise RecordBroken(
            f"the checkpoint of size {last.size} is not signed by this log"
        ) from wrong
    if checkpoint.size > folded.size:
        raise RecordBroken(
            f"the last checkpoint saw {checkpoint.size} entries; {folded.size} are here"
        )
    if checkpoint.size == folded.size:
        root = folded.edge.root()
    else:
        leaves = (leaf for _, _, leaf in rows.read_entries(show.id, 0, checkpoint.size))
        root = Edge().extend(leaves).root()
    if root != checkpoint.root:
        raise RecordBroken(f"the entries do not join to the checkpoint of size {last.size}")


def _start(show: Show) -> Folded:
    """Return the newest stored state that an entry vouches for, else the empty show."""
    empty = Folded(size=0, edge=Edge(), keyring=Keyring.of_root(show.root))
    row = rows.last_folded(show.id)
    if row is None:
        return empty
    entry = rows.read_entry(show.id, row.size)
    if entry is None:
        raise RecordBroken(f"entry {row.size} is missing")
    envelope = parse_envelope(entry)
    if not _is_ours(show, envelope):
        return empty  # The keys of a stored state are believed only on this box's own word.
    fields = envelope.fields
    digest = state_sha256(row.body)
    if fields.get("kind") != "StateSnapshotted" or fields.get("state_sha256") != digest:
        raise RecordBroken(f"the stored state of size {row.size} is not the one that was recorded")
    if fields.get("rules") != RULES_VERSION:
        return empty  # Stored by another version: what it meant then is not read as of now.
    leaves = (leaf for _, _, leaf in rows.read_entries(show.id, 0, row.size))
    edge = Edge().extend(leaves)
    if edge.root().hex() != fields.get("root"):
        raise RecordBroken(f"the entries do not join to the stored state of size {row.size}")
    return unfold(row.body, size=row.size, edge=edge)


def _is_ours(show: Show, envelope: Envelope) -> bool:
    """Say whether this box signed it with the key that it holds, and not another."""
    own = Key(id=show.server.id, use="server", held="server", pub=show.server.public)
    try:
        check_signature(envelope, Keyring({own.id: own}))
    except Unauthentic:
        return False
    return True
