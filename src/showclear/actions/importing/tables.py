"""What stands in this file, row by row?

A CSV file as spreadsheets write it: commas or semicolons, UTF-8, a first line of column names.
Each value that cannot be read is named by its line, its column and the reason; one bad row and
nothing of the file is taken.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

BYTES_MAX = 4 * 1024 * 1024
ROWS_MAX = 5_000
TEXT_MAX = 200

YES, NO = ("yes", "y", "true", "1", "x"), ("no", "n", "false", "0", "")


@dataclass(frozen=True, slots=True)
class BadCell:
    """One thing in the file that cannot be taken; `column` is empty for the whole row."""

    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        where = f"line {self.line}, {self.column}" if self.column else f"line {self.line}"
        return f"{where}: {self.reason}"


class NotTaken(Exception):
    """Nothing was imported; each thing that stands in the way is named."""

    def __init__(self, cells: Sequence[BadCell]) -> None:
        super().__init__("\n".join(map(str, cells)))
        self.cells = tuple(cells)


class BadValue(ValueError):
    """A value is not what its column holds; the message is the reason."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, how its text is read, and whether a row can do without it."""

    name: str
    read: Callable[[str], Any]
    is_needed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row that could be read, with the line it stands on."""

    line: int
    values: Mapping[str, Any]

    def __getitem__(self, column: str) -> Any:
        return self.values[column]


def read_rows(body: bytes, columns: Sequence[Column]) -> list[Row]:
    """Read a file.

    Raises:
        NotTaken: naming each value that cannot be read.
    """
    lines = _lines(body)
    names = [name.strip().lower() for name in next(lines, (1, []))[1]]
    faults = _wrong_names(names, columns)
    if faults:
        raise NotTaken(faults)
    rows: list[Row] = []
    for line, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        if len(rows) == ROWS_MAX:
            raise NotTaken([BadCell(line, "", f"a file has at most {ROWS_MAX} rows")])
        if len(cells) > len(names):
            faults.append(BadCell(line, "", "has more values than there are columns"))
        values, wrong = _read_cells(line, dict(zip(names, cells, strict=False)), columns)
        faults += wrong
        rows.append(Row(line, values))
    if not rows:
        faults.append(BadCell(1, "", "there is no row under the column names"))
    if faults:
        raise NotTaken(faults)
    return rows


def _wrong_names(names: Sequence[str], columns: Sequence[Column]) -> list[BadCell]:
    known = {column.name for column in columns}
    needed = [column.name for column in columns if column.is_needed]
    return [
        *(BadCell(1, name, "no such column here") for name in names if name not in known),
        *(BadCell(1, name, "stands there twice") for name in known if names.count(name) > 1),
        *(BadCell(1, name, "this column is missing") for name in needed if name not in names),
    ]


def _lines(body: bytes) -> Iterator[tuple[int, list[str]]]:
    """Give each row with its line."""
    if len(body) > BYTES_MAX:
        raise NotTaken([BadCell(1, "", f"the file is larger than {BYTES_MAX // 2**20} MB")])
    try:
        content = body.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = body[: wrong.start].count(b"\n") + 1
        raise NotTaken([BadCell(line, "", "is not UTF-8: save the file as CSV UTF-8")]) from None
    if "\0" in content:
        raise NotTaken([BadCell(1, "", "this is no CSV file")])
    head = content.split("\n", 1)[0]
    delimiter = ";" if head.count(";") > head.count(",") else ","
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as wrong:
        raise NotTaken([BadCell(reader.line_num, "", f"is no CSV: {wrong}")]) from None


def _read_cells(
    line: int, cells: Mapping[str, str], columns: Sequence[Column]
) -> tuple[dict[str, Any], list[BadCell]]:
    values: dict[str, Any] = {}
    faults = []
    for column in columns:
        try:
            values[column.name] = _read_cell((cells.get(column.name) or "").strip(), column)
        except BadValue as wrong:
            faults.append(BadCell(line, column.name, str(wrong)))
    return values, faults


def _read_cell(value: str, column: Column) -> Any:
    if column.is_needed and not value:
        raise BadValue("is empty")
    if len(value) > TEXT_MAX:
        raise BadValue(f"is longer than {TEXT_MAX} characters")
    return column.read(value)


E = TypeVar("E", bound=StrEnum)


def text(value: str) -> str:
    """Read a text as it stands."""
    return value


def yes_or_no(value: str) -> bool:
    """Read yes or no; empty is no."""
    if value.lower() in YES:
        return True
    if value.lower() in NO:
        return False
    raise BadValue(f"{value!r} is neither yes nor no")


def number(least: int, most: int) -> Callable[[str], int]:
    """Read a whole number of a range."""

    def read(value: str) -> int:
        if not (value.isascii() and value.isdigit()) or not least <= int(value) <= most:
            raise BadValue(f"{value!r} is no whole number from {least} to {most}")
        return int(value)

    return read


def one_of(kind: type[E], default: E | None = None) -> Callable[[str], E | None]:
    """Read one of the words of a kind; empty is the default."""
    words = {member.value: member for member in kind}

    def read(value: str) -> E | None:
        found = words.get(value.lower().replace(" ", "-"), None if value else default)
        if found is None and (value or default is not None):
            raise BadValue(f"{value!r} is none of: {', '.join(words)}")
        return found

    return read


def some_of(kind: type[E]) -> Callable[[str], tuple[E, ...]]:
    """Read words of a kind with slashes between, because commas and semicolons part columns."""
    read_one = one_of(kind)

    def read(value: str) -> tuple[E, ...]:
        found = [read_one(each.strip()) for each in value.split("/") if each.strip()]
        return tuple(each for each in found if each is not None)

    return read


def texts(value: str) -> tuple[str, ...]:
    """Read texts with slashes between."""
    return tuple(each.strip() for each in value.split("/") if each.strip())


def end_of_day(zone: str) -> Callable[[str], int | None]:
    """Read a date as the last millisecond of that day in the show's zone; empty is none."""

    def read(value: str) -> int | None:
        if not value:
            return None
        try:
            day = datetime.strptime(value, "%Y-%m-%d").replace(tzinfo=ZoneInfo(zone))
        except ValueError:
            raise BadValue(f"{value!r} is no date like 2026-03-02") from None
        last = day.replace(hour=23, minute=59, second=59)
        return int(last.timestamp()) * 1000

    return read
