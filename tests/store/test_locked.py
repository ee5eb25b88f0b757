"""Does one show have one writer, in whatever process, and does a commit keep all or nothing?"""

import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections, transaction
from tests.databases import Database
from tests.store.conftest import FINE

from showclear.store import rows
from showclear.store.shows import create_show

PROCESSES, TURNS = 3, 20
SCRIPT = Path(__file__).with_name("append_many.py")


def test_processes_that_append_at_once_take_turns(show: str, database: Database) -> None:
    environment = {
        **os.environ,
        **database.environment,
        "DJANGO_SETTINGS_MODULE": "showclear.web.settings",
    }
    running = [
        subprocess.Popen(
            [sys.executable, SCRIPT, show, f"p{number}", str(TURNS)],
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(PROCESSES)
    ]
    assert [(each.communicate(timeout=60)[1], each.returncode) for each in running] == [
        ("", 0)
    ] * PROCESSES
    chain = [body.decode().split(" after ") for _, body, _ in rows.read_entries(show)]
    assert rows.read_size(show) == len(chain) == PROCESSES * TURNS
    # Each writer saw the edge that the one before it had left: none was lost, none overtook.
    assert [before for _, before in chain] == ["", *(own for own, _ in chain[:-1])]


def append_one(show: str) -> None:
    with rows.locked(show) as row:
        rows.add_entries(show, row.size, [b"body"], [bytes(32)])
        rows.save_ledger(show, row.size + 1, b"edge")


def append_in_thread(show: str) -> threading.Thread:
    def work() -> None:
        try:
            append_one(show)
        finally:
            connections.close_all()

    thread = threading.Thread(target=work)
    thread.start()
    return thread


def test_a_second_writer_of_the_same_show_waits_for_the_first(show: str) -> None:
    with rows.locked(show):
        second = append_in_thread(show)
        second.join(0.2)
        assert second.is_alive()
    second.join(10)
    assert rows.read_size(show) == 1


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_on_postgresql_a_writer_of_another_show_does_not_wait(show: str) -> None:
    create_show(replace(FINE, id="other", origin="ledger.example/shows/other"))
    with rows.locked(show):
        append_in_thread("other").join(10)
        assert rows.read_size("other") == 1


def test_a_fault_inside_the_lock_leaves_nothing(show: str) -> None:
    append_one(show)
    with pytest.raises(RuntimeError), rows.locked(show) as row:
        rows.add_entries(show, row.size, [b"lost"], [bytes(32)])
        rows.add_logs(show, [rows.LogRow(n=1, at_ms=1, kind="HandOver", outcome="done")])
        rows.save_ledger(show, row.size + 1, b"lost")
        raise RuntimeError
    assert rows.read_ledger(show) == rows.LedgerRow(1, b"edge")
    assert (len(list(rows.read_entries(show))), rows.list_log(show)) == (1, [])


def test_the_lock_of_a_show_that_is_not_kept_here_says_so(show: str) -> None:
    with pytest.raises(rows.UnknownShow, match="elsewhere"), rows.locked("elsewhere"):
        pytest.fail(f"{show} is the only show")


def test_the_lock_cannot_hide_inside_another_transaction(show: str) -> None:
    with pytest.raises(RuntimeError), transaction.atomic(), rows.locked(show):
        pytest.fail("an answer would be sent before its commit")


def test_a_ledger_never_grows_shorter(show: str) -> None:
    append_one(show)
    with pytest.raises(AssertionError), rows.locked(show):
        rows.save_ledger(show, 0, b"")


def append_act(show: str) -> None:
    with rows.locked(show) as row:
        rows.add_entries(show, row.size, [b"ask", b"answer"], [bytes(32)] * 2)
        rows.save_ledger(show, 2, b"edge")
        rows.add_asks(show, [("id", rows.AskRow(0, 1, bytes(32)))])
        rows.add_logs(show, [rows.LogRow(n=0, at_ms=1, kind="HandOver", outcome="done")])


def test_an_act_of_two_entries_is_five_statements(show: str) -> None:
    seen: list[str] = []

    def watch(execute: Any, sql: str, *rest: Any) -> Any:
        seen.append(" ".join(sql.split()[:3]).split("(")[0].strip())
        return execute(sql, *rest)

    with connection.execute_wrapper(watch):
        append_act(show)
    assert [line for line in seen if not line.startswith("BEGIN")] == [
        "select size, edge",
        "insert into entry",
        "update ledger set",
        "insert into ask",
        "insert into log",
    ]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_an_act_is_one_commit(show: str) -> None:
    seen: list[str] = []
    connection.ensure_connection()
    connection.connection.set_trace_callback(seen.append)
    append_act(show)
    connection.connection.set_trace_callback(None)
    assert [line for line in seen if line in {"BEGIN IMMEDIATE", "COMMIT"}] == [
        "BEGIN IMMEDIATE",
        "COMMIT",
    ]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_sqlite_is_durable_at_every_commit(show: str) -> None:
    assert show
    found = {}
    with connection.cursor() as cursor:
        for pragma in ("journal_mode", "synchronous", "recursive_triggers"):
            cursor.execute(f"pragma {pragma}")
            found[pragma] = cursor.fetchone()[0]
    assert found == {"journal_mode": "wal", "synchronous": 2, "recursive_triggers": 1}
