"""What do the tests of the store share? One show, on either database."""

import pytest
from tests.databases import Database

from showclear.store.shows import ShowRow, create_show

FINE = ShowRow(
    id="demo",
    origin="ledger.example/shows/demo",
    zone="America/Denver",
    title="A show",
    root_pub="00" * 32,
    log_vkey="ledger.example/shows/demo+00000000+AAAA",
)


@pytest.fixture
def show(database: Database) -> str:
    """Make a show with an empty ledger on the database of the test."""
    assert database.settings
    create_show(FINE)
    return FINE.id
