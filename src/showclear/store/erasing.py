"""Is what was deleted really gone from the file?

SQLite leaves deleted bytes in free pages and in its log until it needs the room. Inside the block
they are overwritten, and the log is emptied behind it. PostgreSQL does this in its own vacuum.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def without_traces() -> Iterator[None]:
    """Overwrite what the block deletes."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("pragma secure_delete = on")
    yield
    with connection.cursor() as cursor:
        cursor.execute("pragma wal_checkpoint(truncate)")
