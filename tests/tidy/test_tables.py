"""Is every table placed, and can PostgreSQL shard each of a show's tables by show?"""

import pytest
from django.db import connection
from tests.databases import Database

from showclear.store.tables import TABLES

SHOWS_OWN = sorted(
    name
    for name, purpose in TABLES.items()
    if purpose != "kept" or name in {"person_text", "pin", "account_person", "export", "media"}
)


def test_every_table_is_listed_with_its_purpose(database: Database) -> None:
    assert database.vendor == connection.vendor
    with connection.cursor() as cursor:
        found = {table.name for table in connection.introspection.get_table_list(cursor)}
    assert found == set(TABLES)


def test_no_other_table_s_name_contains_entr() -> None:
    assert [name for name in TABLES if "entr" in name] == ["entry"]


def test_one_table_is_the_ledger_and_one_is_signed() -> None:
    assert [name for name, purpose in TABLES.items() if purpose == "ledger"] == ["entry"]
    assert [name for name, purpose in TABLES.items() if purpose == "signed"] == ["checkpoint"]


@pytest.mark.parametrize("table", SHOWS_OWN)
def test_keys_and_unique_constraints_lead_with_the_show(database: Database, table: str) -> None:
    assert database.vendor == connection.vendor
    with connection.cursor() as cursor:
        constraints = connection.introspection.get_constraints(cursor, table).values()
    keys = [each for each in constraints if each["primary_key"] or each["unique"]]
    assert any(each["primary_key"] for each in keys)
    assert {each["columns"][0] for each in keys} == {"show"}
    foreign = [each["columns"] for each in constraints if each["foreign_key"]]
    assert all(columns[0] == "show" for columns in foreign)
