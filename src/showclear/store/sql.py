"""How does the store speak SQL? Values are always passed beside a statement, never inside it."""

from collections.abc import Sequence
from typing import Any

from django.db import connection

ROWS_A_STATEMENT = 100


def insert(table: str, columns: Sequence[str], found: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows in as few statements as the databases take."""
    marks = "(" + ", ".join(["%s"] * len(columns)) + ")"
    head = f"insert into {table} ({', '.join(columns)}) values "
    with connection.cursor() as cursor:
        for start in range(0, len(found), ROWS_A_STATEMENT):
            part = found[start : start + ROWS_A_STATEMENT]
            cursor.execute(head + ", ".join([marks] * len(part)), [v for row in part for v in row])


def one(sql: str, values: Sequence[Any]) -> Any:
    """Give the first row, or None."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()


def all_of(sql: str, values: Sequence[Any]) -> list[Any]:
    """Give every row."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def change(sql: str, values: Sequence[Any]) -> int:
    """Run a statement that changes rows; give how many it changed."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return int(cursor.rowcount)
