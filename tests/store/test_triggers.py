"""Does the database itself refuse what would rewrite the record?"""

import pytest
from django.db import DatabaseError, connection, transaction
from tests.databases import Database

from showclear.store import rows
from showclear.store.roles import restricted_role_sql

BODIES, LEAVES = [b"first", b"second"], [b"\1" * 32, b"\2" * 32]
NOTE = rows.CheckpointRow(2, "note", "", None)


@pytest.fixture
def filled(show: str) -> str:
    """Give a show with two entries and one checkpoint."""
    rows.add_entries(show, 0, BODIES, LEAVES)
    rows.add_checkpoint(show, NOTE)
    return show


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def record(show: str) -> tuple[object, ...]:
    return (*rows.read_entries(show), *rows.list_checkpoints(show))


EVERYWHERE = [
    "update entry set body = 'x' where n = 0",
    "update entry set n = 7 where n = 1",
    "update entry set show = 'other'",
    "delete from entry where n = 1",
    "delete from entry",
    "insert into entry (show, n, body, leaf) values ('demo', 1, 'x', 'y')",
    "insert into entry (show, n, body, leaf) values ('demo', 3, 'x', 'y')",
    "insert into entry (show, n, body, leaf) values ('demo', -1, 'x', 'y')",
    "insert into entry (show, n, body, leaf) values ('new', 1, 'x', 'y')",
    "insert into entry (show, n, body, leaf) values ('demo', 2, 'x', 'y'), ('demo', 2, 'z', 'y')",
    (
        "insert into entry (show, n, body, leaf) values ('demo', 1, 'x', 'y')"
        " on conflict (show, n) do update set body = excluded.body"
    ),
    "update checkpoint set note = 'x'",
    "update checkpoint set cosignatures = 'x'",
    "delete from checkpoint",
    "insert into checkpoint (show, size, note, cosignatures) values ('demo', 2, 'x', '')",
    "insert into checkpoint (show, size, note, cosignatures) values ('demo', 1, 'x', '')",
]
ON_SQLITE = [
    "insert or replace into entry (show, n, body, leaf) values ('demo', 1, 'x', 'y')",
    "replace into entry (show, n, body, leaf) values ('demo', 0, 'x', 'y')",
    "update or replace entry set n = 0 where n = 1",
    (
        "insert or replace into checkpoint (show, size, note, cosignatures)"
        " values ('demo', 2, 'x', '')"
    ),
]
ON_POSTGRESQL = [
    "truncate entry",
    "truncate checkpoint",
    "truncate entry, checkpoint cascade",
    "set local session_replication_role = replica; delete from entry",
]


@pytest.mark.parametrize("statement", EVERYWHERE)
def test_the_database_refuses_to_rewrite_the_record(filled: str, statement: str) -> None:
    before = record(filled)
    with pytest.raises(DatabaseError, match=r"append-only|next index only|larger size only"):
        run(statement)
    assert record(filled) == before


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("pragma", ["on", "off"])
@pytest.mark.parametrize("statement", ON_SQLITE)
def test_sqlite_refuses_to_replace_with_and_without_recursive_triggers(
    filled: str, statement: str, pragma: str
) -> None:
    before = record(filled)
    with connection.cursor() as cursor:
        cursor.execute(f"pragma recursive_triggers = {pragma}")
    with pytest.raises(DatabaseError, match=r"append-only|next index only|larger size only"):
        run(statement)
    assert record(filled) == before


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
@pytest.mark.parametrize("statement", ON_POSTGRESQL)
def test_postgresql_refuses_to_truncate_and_a_replica_that_skips_triggers(
    filled: str, statement: str
) -> None:
    before = record(filled)
    with pytest.raises(DatabaseError, match="append-only"):
        run(statement)
    assert record(filled) == before


@pytest.fixture
def as_server(filled: str, database: Database) -> str:
    """Act as the restricted role of a studio's server."""
    assert database.vendor == "postgresql"
    for statement in restricted_role_sql("showclear_server"):
        run(statement)
    run("set role showclear_server")
    return filled


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
@pytest.mark.parametrize(
    "statement",
    [
        "update entry set body = 'x'",
        "delete from entry",
        "truncate entry",
        "update checkpoint set note = 'x'",
        "delete from checkpoint",
        "alter table entry disable trigger all",
        "drop trigger entry_ud on entry",
        "drop table entry",
        (
            "create or replace function showclear_refuse() returns trigger language plpgsql"
            " as $$ begin return new; end $$"
        ),
    ],
)
def test_the_role_of_the_server_has_no_right_to_rewrite(as_server: str, statement: str) -> None:
    before = record(as_server)
    with pytest.raises(DatabaseError, match=r"permission denied|must be owner"):
        run(statement)
    assert record(as_server) == before


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_the_role_of_the_server_can_do_the_server_s_work(as_server: str) -> None:
    with rows.locked(as_server) as row:
        assert row.size == 0
        rows.add_entries(as_server, 2, [b"third"], [b"\3" * 32])
        rows.save_ledger(as_server, 3, b"edge")
        rows.add_logs(as_server, [rows.LogRow(n=2, at_ms=1, kind="HandOver", outcome="done")])
    rows.clear_derived(as_server)
    assert rows.read_size(as_server) == 0


@pytest.mark.parametrize("name", ["x; drop table entry", "X", "", "a b", 'a"b'])
def test_a_role_with_a_crooked_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no plain role name"):
        restricted_role_sql(name)
