"""What do all tests share? A data directory of their own, and the two databases."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker, Settings
    from tests.databases import Database, Server

# Django reads its settings when the first test is collected, so the place is chosen here.
_data = tempfile.TemporaryDirectory(prefix="showclear-test-")
for _name in [name for name in os.environ if name.startswith("SHOWCLEAR_")]:
    del os.environ[_name]
os.environ["SHOWCLEAR_DATA"] = _data.name
os.environ["DJANGO_SETTINGS_MODULE"] = "showclear.web.settings"
os.environ.setdefault("XDG_RUNTIME_DIR", _data.name)


def pytest_configure() -> None:
    """Load Django's apps once, before any test module is read."""
    import django

    django.setup()


BROWSER = Path(__file__).parent / "browser"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let only the tests in a browser open sockets."""
    for item in items:
        if BROWSER in item.path.parents:
            item.add_marker(pytest.mark.enable_socket)


@pytest.fixture(scope="session")
def sqlite_template(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: "DjangoDbBlocker"
) -> Path:
    """Migrate one SQLite file for the whole run."""
    from tests.databases import make_sqlite_template

    with django_db_blocker.unblock():
        return make_sqlite_template(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgresql_server(django_db_blocker: "DjangoDbBlocker") -> "Iterator[Server]":
    """Start PostgreSQL once for the whole run."""
    from tests.databases import Server

    with django_db_blocker.unblock():
        server = Server()
    yield server
    server.stop()


@pytest.fixture
def sqlite_database(
    sqlite_template: Path,
    tmp_path: Path,
    settings: "Settings",
    django_db_blocker: "DjangoDbBlocker",
) -> "Iterator[Database]":
    """Give the test a migrated SQLite file of its own in an own data directory."""
    from tests.databases import connected, copy_sqlite

    settings.DATA, settings.KEYS = tmp_path, tmp_path / "keys"
    database = copy_sqlite(sqlite_template, tmp_path)
    with django_db_blocker.unblock(), connected(database.settings):
        yield database


@pytest.fixture
def postgresql_database(
    postgresql_server: "Server",
    tmp_path: Path,
    settings: "Settings",
    django_db_blocker: "DjangoDbBlocker",
) -> "Iterator[Database]":
    """Give the test a migrated PostgreSQL database of its own."""
    from tests.databases import connected

    settings.DATA, settings.KEYS = tmp_path, tmp_path / "keys"
    database = postgresql_server.copy(tmp_path)
    with django_db_blocker.unblock(), connected(database.settings):
        yield database
    postgresql_server.drop(database)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> "Database":
    """Run the test on SQLite and on PostgreSQL."""
    found: Database = request.getfixturevalue(f"{request.param}_database")
    return found
