"""Which shows are kept here, and what left them as files?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction

from showclear.store.rows import UnknownShow
from showclear.store.sql import all_of, insert, one

COLUMNS = ("show", "origin", "zone", "title", "root_pub", "log_vkey")


class ShowExists(ValueError):
    """A show with this id or this origin is kept here already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowRow:
    """A show: origin of its ledger, its zone, and the public keys (root in hex) of its sheet."""

    id: str
    origin: str
    zone: str
    title: str
    root_pub: str
    log_vkey: str


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file by its hash: an export that left, or a photograph that is kept."""

    sha256: bytes
    at_ms: int
    size: int
    name: str


def create_show(row: ShowRow) -> None:
    """Make a show with an empty ledger."""
    try:
        with transaction.atomic():
            insert(
                "show",
                COLUMNS,
                [(row.id, row.origin, row.zone, row.title, row.root_pub, row.log_vkey)],
            )
            insert("ledger", ("show", "size", "edge"), [(row.id, 0, b"")])
    except IntegrityError as clash:
        raise ShowExists(row.id) from clash


def find_show(show: str) -> ShowRow | None:
    """Find a show, or None when it is not kept here."""
    row = one(f"select {', '.join(COLUMNS)} from show where show = %s", [show])
    return None if row is None else _row(row)


def get_show(show: str) -> ShowRow:
    """Get a show; raise UnknownShow when it is not kept here."""
    row = find_show(show)
    if row is None:
        raise UnknownShow(show)
    return row


def list_shows() -> list[ShowRow]:
    """List the shows that are kept here, by id."""
    return [_row(row) for row in all_of(f"select {', '.join(COLUMNS)} from show order by show", [])]


def add_export(show: str, file: FileRow) -> None:
    """Remember that a file with people's texts has left."""
    _add(show, file, table="export", columns=("size", "name"))


def list_exports(show: str) -> list[FileRow]:
    """List the files that left, the first one first."""
    return _list(show, "export", "size, name")


def add_media(show: str, file: FileRow) -> None:
    """Index a kept photograph or paper; `name` is its media type."""
    _add(show, file, table="media", columns=("length", "form"))


def list_media(show: str) -> list[FileRow]:
    """List the photographs and papers of the show, the first one first."""
    return _list(show, "media", "length, form")


def _add(show: str, file: FileRow, *, table: str, columns: Sequence[str]) -> None:
    # The same bytes again are the same file: its first row stays.
    known = one(f"select 1 from {table} where show = %s and sha256 = %s", [show, file.sha256])
    if known is None:
        row = (show, file.sha256, file.at_ms, file.size, file.name)
        insert(table, ("show", "sha256", "at_ms", *columns), [row])


def _list(show: str, table: str, columns: str) -> list[FileRow]:
    rows = all_of(
        f"select sha256, at_ms, {columns} from {table} where show = %s order by at_ms, sha256",
        [show],
    )
    return [FileRow(bytes(row[0]), row[1], row[2], row[3]) for row in rows]


def _row(row: Any) -> ShowRow:
    return ShowRow(
        id=row[0],
        origin=row[1],
        zone=row[2],
        title=row[3],
        root_pub=row[4],
        log_vkey=row[5],
    )
