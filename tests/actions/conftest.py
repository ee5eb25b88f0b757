"""What do the tests of the door share? A stage on either database."""

from pathlib import Path

import pytest
from tests.actions.stage import Stage
from tests.databases import Database


@pytest.fixture
def stage(database: Database, tmp_path: Path) -> Stage:
    """Found a show with its people on the database of the test."""
    assert database.settings
    return Stage(tmp_path)


@pytest.fixture
def box(sqlite_database: Database, tmp_path: Path) -> Stage:
    """Found a show on SQLite, where the database makes no difference."""
    assert sqlite_database.settings
    return Stage(tmp_path)
