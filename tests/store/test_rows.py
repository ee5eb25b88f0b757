"""Do the rows come back as they were written, on either database?"""

from dataclasses import replace

import pytest
from tests.store.conftest import FINE

from showclear.store import people, rows, shows
from showclear.store.people import PersonText

TEXT = PersonText("t-1", "p-1", b"s" * 16, "Ana Ruiz")
LOG = rows.LogRow(n=0, at_ms=1_000, kind="HandOver", outcome="done", person="p-1", weapon="w-1")


def test_entries_are_read_page_by_page_and_in_order(
    show: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "ROWS_A_READ", 3)
    bodies = [f"entry {n}".encode() for n in range(7)]
    rows.add_entries(show, 0, bodies, [bytes([n]) * 32 for n in range(7)])
    assert [(n, body) for n, body, _ in rows.read_entries(show)] == list(enumerate(bodies))
    assert [n for n, _, _ in rows.read_entries(show, 2, 6)] == [2, 3, 4, 5]
    assert rows.read_pair(show, 1, 2) == list(rows.read_entries(show, 1, 3))
    assert (rows.read_entry(show, 6), rows.read_entry(show, 7)) == (bodies[6], None)


def test_more_rows_than_fit_one_statement_are_all_written(show: str) -> None:
    count = 257
    rows.add_entries(show, 0, [b"body"] * count, [bytes(32)] * count)
    assert [n for n, _, _ in rows.read_entries(show)] == list(range(count))


def test_a_tile_comes_back(show: str) -> None:
    rows.save_tiles(show, [(0, 1, b"b" * 8192), (0, 0, b"a" * 8192)])
    assert [tile[:2] for tile in rows.read_tiles(show)] == [(0, 0), (0, 1)]
    assert (rows.read_tile(show, 0, 1), rows.read_tile(show, 1, 0)) == (b"b" * 8192, None)


def test_an_ask_is_found_by_its_id(show: str) -> None:
    row = rows.AskRow(2, 3, b"h" * 32)
    rows.add_ask(show, "an-id", row)
    assert (rows.find_ask(show, "an-id"), rows.find_ask(show, "other")) == (row, None)
    assert rows.list_asks(show) == [("an-id", row)]


def test_the_last_checkpoint_is_the_largest(show: str) -> None:
    assert (rows.last_checkpoint(show), rows.last_checkpoint_size(show)) == (None, 0)
    kept = [rows.CheckpointRow(2, "two", "", None), rows.CheckpointRow(10, "ten", "c", b"t")]
    for row in kept:
        rows.add_checkpoint(show, row)
    assert (rows.last_checkpoint(show), rows.last_checkpoint_size(show)) == (kept[1], 10)
    assert rows.list_checkpoints(show) == kept


def test_the_last_state_is_the_largest(show: str) -> None:
    kept = [rows.FoldedRow(5, b"five", b"5" * 32), rows.FoldedRow(10, b"ten", b"6" * 32)]
    for row in kept:
        rows.add_folded(show, row)
    assert (rows.last_folded(show), rows.list_folded(show)) == (kept[1], kept)


def test_the_log_lists_the_newest_first_and_pages(show: str) -> None:
    later = replace(LOG, n=2, at_ms=2_000, outcome="refused", rule="HO-1", weapon="", late=True)
    rows.add_logs(show, [LOG, later])
    assert rows.list_log(show) == [later, LOG]
    assert rows.list_log(show, before=2) == rows.list_log(show, weapon="w-1") == [LOG]
    assert rows.list_log(show, since_ms=1_500) == rows.list_log(show, limit=1) == [later]
    assert rows.list_log(show, until_ms=2_000) == rows.list_log(show, outcome="done") == [LOG]


def test_the_log_is_counted_by_how_it_was_answered(show: str) -> None:
    no = replace(LOG, n=2, outcome="refused", rule="HO-1", late=True)
    rows.add_logs(show, [LOG, no, replace(no, n=3)])
    found = sorted(rows.count_log(show), key=lambda each: each.count)
    assert found == [
        rows.LogCount(LOG.outcome, LOG.rule, LOG.late, 1),
        rows.LogCount("refused", "HO-1", late=True, count=2),
    ]


def test_rejected_entries_are_counted_since_an_instant(show: str) -> None:
    rows.add_logs(show, [replace(LOG, n=n, kind="AskRejected", at_ms=n) for n in range(5)])
    assert rows.count_rejected(show, since=2) == 3


def test_clearing_what_is_derived_leaves_entries_checkpoints_and_texts(show: str) -> None:
    rows.add_entries(show, 0, [b"body"], [bytes(32)])
    rows.save_ledger(show, 1, b"edge")
    rows.add_logs(show, [LOG])
    people.add_texts(show, [TEXT])
    rows.add_checkpoint(show, rows.CheckpointRow(1, "one", "", None))
    rows.clear_derived(show)
    assert (rows.read_ledger(show), rows.list_log(show)) == (rows.LedgerRow(0, b""), [])
    assert len(list(rows.read_entries(show))) == len(rows.list_checkpoints(show)) == 1
    assert people.texts_of_show(show) == [TEXT]


def test_a_show_is_found_by_its_id_and_made_once(show: str) -> None:
    assert shows.get_show(show) == shows.find_show(show) == FINE
    assert (shows.list_shows(), shows.find_show("other")) == ([FINE], None)
    with pytest.raises(shows.ShowExists):
        shows.create_show(FINE)
    with pytest.raises(shows.ShowExists):
        shows.create_show(replace(FINE, id="same-origin"))
    with pytest.raises(rows.UnknownShow):
        shows.get_show("same-origin")


def test_shows_do_not_see_each_other(show: str) -> None:
    shows.create_show(replace(FINE, id="other", origin="ledger.example/shows/other"))
    rows.add_entries(show, 0, [b"body"], [bytes(32)])
    assert list(rows.read_entries("other")) == []
    assert rows.read_size("other") == 0


def test_erasing_a_person_leaves_the_texts_of_others(show: str) -> None:
    other = replace(TEXT, id="t-2", person="p-2")
    people.add_texts(show, [TEXT, other, replace(TEXT, id="t-3")])
    people.save_pin(show, "p-1", salt=b"s", digest=b"d")
    people.link_account(show, 7, "p-1")
    assert people.erase_person(show, "p-1") == ["t-1", "t-3"]
    assert people.texts_of_show(show) == [other]
    assert people.find_pin(show, "p-1") is None
    assert people.find_person_of_account(show, 7) is None
    assert people.erase_person(show, "p-1") == []


def test_a_text_is_found_by_its_id(show: str) -> None:
    people.add_texts(show, [TEXT])
    assert (people.find_text(show, "t-1"), people.find_text(show, "t-2")) == (TEXT, None)


def test_tries_of_a_pin_are_counted_to_a_limit(show: str) -> None:
    people.save_pin(show, "p-1", salt=b"s", digest=b"d")
    assert [people.count_pin_try(show, "p-1", limit=2) for _ in range(3)] == [True, True, False]
    assert people.find_pin(show, "p-1") == people.PinRow(b"s", b"d", 2)
    people.clear_pin_tries(show, "p-1")
    assert people.count_pin_try(show, "p-1", limit=2)
    assert not people.count_pin_try(show, "nobody", limit=2)


def test_a_new_pin_starts_the_count_again(show: str) -> None:
    people.save_pin(show, "p-1", salt=b"s", digest=b"d")
    people.count_pin_try(show, "p-1", limit=2)
    people.save_pin(show, "p-1", salt=b"x", digest=b"y")
    assert people.find_pin(show, "p-1") == people.PinRow(b"x", b"y", 0)


def test_an_account_is_one_person_in_a_show(show: str) -> None:
    account = people.make_account("ana", "a long password")
    assert people.make_account("ana", "another password") == account
    assert (people.find_account("ana"), people.find_account("nobody")) == (account, None)
    people.link_account(show, account, "p-1")
    people.link_account(show, account, "p-2")
    assert people.find_person_of_account(show, account) == "p-2"
    assert people.list_accounts(show) == [(account, "p-2")]


def test_the_same_file_is_listed_once(show: str) -> None:
    file = shows.FileRow(b"h" * 32, 5, 100, "demo.zip")
    for _ in range(2):
        shows.add_export(show, file)
        shows.add_media(show, replace(file, name="image/jpeg"))
    assert shows.list_exports(show) == [file]
    assert shows.list_media(show) == [replace(file, name="image/jpeg")]
