"""How are the rows of a ledger written and read?

One writer a show: whatever appends does it inside `locked`. The functions speak SQL, because an act
is a handful of statements and one commit; they take and give plain values.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from showclear.store.sql import all_of, insert, one
from showclear.store.tables import DERIVED

ROWS_A_READ = 1_000
LOG_PAGE = 1_000
LOG_COLUMNS = ("n", "at_ms", "kind", "person", "weapon", "outcome", "rule", "late")


class UnknownShow(LookupError):
    """No show of this id is kept here."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """How long the ledger is, and the right edge of its tree."""

    size: int
    edge: bytes


@dataclass(frozen=True, slots=True)
class AskRow:
    """Where an ask and its answer stand."""

    n: int
    answer_n: int
    payload_sha256: bytes


@dataclass(frozen=True, slots=True)
class CheckpointRow:
    """What was promised about the ledger at one size."""

    size: int
    note: str
    cosignatures: str
    tsr: bytes | None


@dataclass(frozen=True, slots=True)
class FoldedRow:
    """A stored state: what the first `size` entries make of the show."""

    size: int
    body: bytes
    sha256: bytes


@dataclass(frozen=True, slots=True)
class LogCount:
    """How many acts were answered alike."""

    outcome: str
    rule: str
    late: bool
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One answered act: index of its ask, when the server received it, and how it was answered."""

    n: int
    at_ms: int
    kind: str
    outcome: str
    person: str = ""
    weapon: str = ""
    rule: str = ""
    late: bool = False


@contextmanager
def locked(show: str) -> Iterator[LedgerRow]:
    """Hold the show's ledger until the block ends, then commit; an exception rolls back.

    After the block the rows are on disk: one commit, one fsync. Inside it nobody else appends to
    this show, in any process.
    """
    with transaction.atomic(durable=True):
        # SQLite holds the lock from BEGIN IMMEDIATE on.
        suffix = "" if connection.vendor == "sqlite" else " for update"
        row = one(f"select size, edge from ledger where show = %s{suffix}", [show])
        if row is None:
            raise UnknownShow(show)
        yield LedgerRow(row[0], bytes(row[1]))


def add_entries(show: str, first: int, bodies: Sequence[bytes], leaves: Sequence[bytes]) -> None:
    """Append entries from index `first` on; the database refuses any index but the next."""
    found = [
        (show, first + place, body, leaf)
        for place, (body, leaf) in enumerate(zip(bodies, leaves, strict=True))
    ]
    insert("entry", ("show", "n", "body", "leaf"), found)


def save_ledger(show: str, size: int, edge: bytes) -> None:
    """Keep the new size and edge; call it inside `locked`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "update ledger set size = %s, edge = %s where show = %s and size <= %s",
            [size, edge, show, size],
        )
        assert cursor.rowcount == 1, f"the ledger of {show} is gone, or longer than {size}"


def save_tiles(show: str, tiles: Sequence[tuple[int, int, bytes]]) -> None:
    """Keep full tiles, each (level, number, 256 hashes)."""
    insert("tile", ("show", "l", "n", "h"), [(show, *tile) for tile in tiles])


def read_tiles(show: str) -> Iterator[tuple[int, int, bytes]]:
    """Give every full tile as (level, number, hashes), in order."""
    rows = all_of("select l, n, h from tile where show = %s order by l, n", [show])
    return ((level, number, bytes(hashes)) for level, number, hashes in rows)


def read_tile(show: str, level: int, number: int) -> bytes | None:
    """Give the hashes of one full tile, or None while it is not full."""
    row = one("select h from tile where show = %s and l = %s and n = %s", [show, level, number])
    return None if row is None else bytes(row[0])


def add_ask(show: str, ask_id: str, row: AskRow) -> None:
    """Index one answered ask by its own id."""
    add_asks(show, [(ask_id, row)])


def add_asks(show: str, asks: Sequence[tuple[str, AskRow]]) -> None:
    """Index answered asks by their own ids."""
    found = [(show, ask_id, row.n, row.answer_n, row.payload_sha256) for ask_id, row in asks]
    insert("ask", ("show", "ask_id", "n", "answer_n", "payload_sha256"), found)


def find_ask(show: str, ask_id: str) -> AskRow | None:
    """Find where the ask with this id and its answer stand, or None."""
    row = one(
        "select n, answer_n, payload_sha256 from ask where show = %s and ask_id = %s",
        [show, ask_id],
    )
    return None if row is None else AskRow(row[0], row[1], bytes(row[2]))


def list_asks(show: str) -> list[tuple[str, AskRow]]:
    """List every indexed ask in the order of the entries."""
    rows = all_of(
        "select ask_id, n, answer_n, payload_sha256 from ask where show = %s order by n", [show]
    )
    return [(row[0], AskRow(row[1], row[2], bytes(row[3]))) for row in rows]


def add_checkpoint(show: str, row: CheckpointRow) -> None:
    """Keep a signed checkpoint; the database refuses one that is not larger than the last."""
    insert(
        "checkpoint",
        ("show", "size", "note", "cosignatures", "tsr"),
        [(show, row.size, row.note, row.cosignatures, row.tsr)],
    )


def last_checkpoint(show: str) -> CheckpointRow | None:
    """Give the checkpoint of the largest size, or None before the first."""
    row = one(
        "select size, note, cosignatures, tsr from checkpoint where show = %s"
        " order by size desc limit 1",
        [show],
    )
    return None if row is None else _checkpoint(row)


def last_checkpoint_size(show: str) -> int:
    """Give the size of the last checkpoint, 0 before the first."""
    row = one("select coalesce(max(size), 0) from checkpoint where show = %s", [show])
    assert row is not None
    return int(row[0])


def list_checkpoints(show: str) -> list[CheckpointRow]:
    """List every checkpoint, smallest first."""
    rows = all_of(
        "select size, note, cosignatures, tsr from checkpoint where show = %s order by size", [show]
    )
    return [_checkpoint(row) for row in rows]


def add_folded(show: str, row: FoldedRow) -> None:
    """Keep the state after the first `size` entries."""
    insert("folded", ("show", "size", "body", "sha256"), [(show, row.size, row.body, row.sha256)])


def last_folded(show: str) -> FoldedRow | None:
    """Give the stored state of the largest size, or None."""
    row = one(
        "select size, body, sha256 from folded where show = %s order by size desc limit 1", [show]
    )
    return None if row is None else FoldedRow(row[0], bytes(row[1]), bytes(row[2]))


def list_folded(show: str) -> list[FoldedRow]:
    """List every stored state, smallest first."""
    rows = all_of("select size, body, sha256 from folded where show = %s order by size", [show])
    return [FoldedRow(row[0], bytes(row[1]), bytes(row[2])) for row in rows]


def read_entries(
    show: str, start: int = 0, stop: int | None = None
) -> Iterator[tuple[int, bytes, bytes]]:
    """Give (index, body, leaf) in order, from `start` to before `stop`, a page at a time.

    A missing row is passed over, not filled in: whoever checks the record sees the gap.
    """
    while stop is None or start < stop:
        limit = "" if stop is None else f" and n < {int(stop)}"
        page = all_of(
            f"select n, body, leaf from entry where show = %s and n >= %s{limit}"
            f" order by n limit {ROWS_A_READ}",
            [show, start],
        )
        for n, body, leaf in page:
            yield n, _blob(body), _blob(leaf)
        if len(page) < ROWS_A_READ:
            return
        start = page[-1][0] + 1


def read_entry(show: str, n: int) -> bytes | None:
    """Give the body of one entry, or None."""
    row = one("select body from entry where show = %s and n = %s", [show, n])
    return None if row is None else bytes(row[0])


def read_pair(show: str, n: int, answer_n: int) -> list[tuple[int, bytes, bytes]]:
    """Give an ask and its answer as (index, body, leaf)."""
    return [*read_entries(show, n, n + 1), *read_entries(show, answer_n, answer_n + 1)]


def read_ledger(show: str) -> LedgerRow:
    """Give size and edge as of the last commit, without the lock."""
    row = one("select size, edge from ledger where show = %s", [show])
    if row is None:
        raise UnknownShow(show)
    return LedgerRow(row[0], bytes(row[1]))


def read_size(show: str) -> int:
    """Give the number of entries as of the last commit."""
    row = one("select size from ledger where show = %s", [show])
    if row is None:
        raise UnknownShow(show)
    return int(row[0])


def add_logs(show: str, rows: Sequence[LogRow]) -> None:
    """Add the rows of acts that were just answered."""
    found = [(show, *(getattr(row, name) for name in LOG_COLUMNS)) for row in rows]
    insert("log", ("show", *LOG_COLUMNS), found)


def list_log(
    show: str,
    *,
    since_ms: int | None = None,
    until_ms: int | None = None,
    weapon: str | None = None,
    outcome: str | None = None,
    before: int | None = None,
    limit: int | None = LOG_PAGE,
) -> list[LogRow]:
    """List acts, the newest first; `before` is the index where the last page ended."""
    clauses: list[str] = ["show = %s"]
    values: list[Any] = [show]
    for clause, value in (
        ("at_ms >= %s", since_ms),
        ("at_ms < %s", until_ms),
        ("weapon = %s", weapon),
        ("outcome = %s", outcome),
        ("n < %s", before),
    ):
        if value is not None:
            clauses.append(clause)
            values.append(value)
    tail = "" if limit is None else f" limit {int(limit)}"
    found = all_of(
        f"select {', '.join(LOG_COLUMNS)} from log where {' and '.join(clauses)}"
        f" order by n desc{tail}",
        values,
    )
    return [_log(row) for row in found]


def count_log(show: str) -> list[LogCount]:
    """Count the acts of the whole log by how they were answered."""
    found = all_of(
        "select outcome, rule, late, count(*) from log where show = %s"
        " group by outcome, rule, late",
        [show],
    )
    return [LogCount(outcome, rule, bool(late), count) for outcome, rule, late, count in found]


def count_rejected(show: str, *, since: int) -> int:
    """Count what came without a good signature and was written down, from this instant on."""
    row = one(
        "select count(*) from log where show = %s and at_ms >= %s and kind = 'AskRejected'",
        [show, since],
    )
    return int(row[0])


def clear_derived(show: str) -> None:
    """Empty every derived table of the show, so that it can be filled again from the entries."""
    with connection.cursor() as cursor:
        for table in DERIVED:
            cursor.execute(f"delete from {table} where show = %s", [show])
        cursor.execute("insert into ledger (show, size, edge) values (%s, 0, %s)", [show, b""])


def _blob(value: Any) -> bytes:
    """Give the bytes also of what somebody made a text of: SQLite keeps any type in any column."""
    return value.encode() if isinstance(value, str) else bytes(value)


def _checkpoint(row: Any) -> CheckpointRow:
    return CheckpointRow(row[0], row[1], row[2], None if row[3] is None else bytes(row[3]))


def _log(row: Any) -> LogRow:
    n, at_ms, kind, person, weapon, outcome, rule, late = row
    return LogRow(
        n=n,
        at_ms=at_ms,
        kind=kind,
        person=person,
        weapon=weapon,
        outcome=outcome,
        rule=rule,
        late=bool(late),
    )
