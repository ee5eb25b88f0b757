"""Does the check find any change, and is every derived row made by the entries alone?"""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from tests.actions.stage import Stage

from showclear.actions import commit, derived
from showclear.actions import recover as recover_module
from showclear.actions.check import CUT_OFF, check_show, rebuild
from showclear.actions.commit import Batch
from showclear.actions.demo.play import keep_name
from showclear.actions.export import export_show
from showclear.actions.recover import recover
from showclear.actions.scribe import Texts
from showclear.store import people, rows, shows
from showclear.store.tables import DERIVED


def dump(table: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"select * from {table}")
        found = cursor.fetchall()
    return sorted(tuple(bytes(v) if isinstance(v, memoryview) else v for v in row) for row in found)


def wrong(stage: Stage) -> str:
    return check_show(shows.get_show("demo"), data=stage.folder).wrong


@pytest.fixture
def played(stage: Stage) -> Stage:
    """A stage with something in every table."""
    stage.weapon_comes_in()
    stage.shown_to_mara()
    name = keep_name("demo", "rafe", "Rafe Oduya")
    stage["ines"].does("AddPerson", who="rafe", name=name, roles=["performer"])
    snapshot(stage)
    for _ in range(110):
        stage["mara"].ask("DrawWeapon", weapon="w7", tag="07")
    stage.door.tick()
    return stage


def snapshot(stage: Stage) -> None:
    with rows.locked("demo") as row:
        batch = Batch(stage.founded.show, stage.clock, recover(stage.founded.show, row=row))
        batch.snapshot()
        batch.save()


def test_an_untouched_record_is_whole(played: Stage) -> None:
    assert wrong(played) == ""


def test_derived_tables_rebuilt_are_row_for_row_what_they_were(played: Stage) -> None:
    assert played.size() > 256
    before = {table: dump(table) for table in DERIVED}
    rebuild("demo")
    assert {table: dump(table) for table in DERIVED} == before


def test_a_stored_state_and_the_tail_equal_the_fold_from_zero(played: Stage) -> None:
    short = recover(played.founded.show)
    with connection.cursor() as cursor:
        cursor.execute("delete from folded")
    assert recover(played.founded.show) == short


def test_a_state_stored_by_an_older_version_is_folded_from_zero(
    played: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = recover(played.founded.show)
    for module in (recover_module, derived, commit):
        monkeypatch.setattr(module, "RULES_VERSION", "3")
    assert recover(played.founded.show) == short
    assert wrong(played) == ""
    with connection.cursor() as cursor:
        cursor.execute("update folded set body = %s", [b"{}"])
    assert wrong(played).startswith("folded ")
    rebuild("demo")
    assert wrong(played) == ""


CHANGES = [
    *[("ledger", column) for column in ("size", "edge")],
    *[("tile", column) for column in ("l", "n", "h")],
    *[("ask", column) for column in ("ask_id", "n", "answer_n", "payload_sha256")],
    *[("folded", column) for column in ("size", "body", "sha256")],
    *[
        ("log", column)
        for column in ("n", "at_ms", "kind", "person", "weapon", "outcome", "rule", "late")
    ],
    *[("person_text", column) for column in ("salt", "text", "person")],
    *[("show", column) for column in ("origin", "root_pub", "log_vkey")],
]


def test_a_changed_value_is_found_and_its_table_is_named(box: Stage) -> None:
    prepare(box)
    found = {change: after_change(box, *change) for change in CHANGES}
    # These speak of what they hide: the entries beyond a wrong size, the root key of the show.
    assert found[("ledger", "size")]
    found[("ledger", "size")] += " ledger"
    found[("show", "root_pub")] = found[("show", "root_pub")].replace("its keys", "show")
    assert {each: said for each, said in found.items() if each[0] not in said} == {}
    assert wrong(box) == ""


def after_change(box: Stage, table: str, column: str) -> str:
    """Return what the check says of one changed value; the value is put back."""
    with transaction.atomic():
        change_first(table, column)
        said = wrong(box)
        transaction.set_rollback(True)
    return said


def prepare(box: Stage) -> None:
    """Record enough for a full tile, in one commit."""
    box.weapon_comes_in()
    name = keep_name("demo", "rafe", "Rafe Oduya")
    box["ines"].does("AddPerson", who="rafe", name=name, roles=["performer"])
    for _ in range(120):
        box["mara"].ask("DrawWeapon", weapon="w7", tag="07")
    snapshot(box)
    box.door.tick()
    assert wrong(box) == ""


def change_first(table: str, column: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"select rowid, {column} from {table} order by rowid limit 1")
        rowid, value = cursor.fetchone()
        changed: Any = flipped(value)
        cursor.execute(f"update {table} set {column} = %s where rowid = %s", [changed, rowid])


def flipped(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1000
    if isinstance(value, str):
        return value[:-1] + ("x" if value[-1:] != "x" else "y")
    return bytes([value[0] ^ 1]) + bytes(value[1:])


@pytest.mark.parametrize(
    ("table", "column"), [("entry", "body"), ("entry", "leaf"), ("checkpoint", "note")]
)
def test_a_change_past_the_triggers_is_found_all_the_same(
    box: Stage, table: str, column: str
) -> None:
    box.weapon_comes_in()
    box.door.tick()
    with connection.cursor() as cursor:
        cursor.execute(f"drop trigger {table}_u")
    change_first(table, column)
    assert table in wrong(box)


@pytest.mark.parametrize("column", ["body", "leaf"])
def test_an_entry_made_a_text_is_named(box: Stage, column: str) -> None:
    box.door.tick()
    with connection.cursor() as cursor:
        cursor.execute("drop trigger entry_u")
        cursor.execute(f"update entry set {column} = 'text' where n = 5")
    assert wrong(box).startswith("entry 5 ")


def test_a_check_without_a_witness_says_what_it_would_not_see(box: Stage) -> None:
    box.door.tick()
    assert check_show(shows.get_show("demo")).remarks == (CUT_OFF,)


def test_the_bundle_of_a_show_is_verified_by_its_own_verifier_alone(
    box: Stage, tmp_path: Path
) -> None:
    prepare(box)
    sheet, out = tmp_path / "sheet.txt", tmp_path / "show.zip"
    sheet.write_text(box.founded.sheet.to_json())
    data = tmp_path / "data"
    data.mkdir()
    size = export_show(box.founded.show, out, data=data, clock=box.clock)
    subprocess.run(["unzip", "-q", str(out), "-d", str(tmp_path / "bag")], check=True)
    verifier = next((tmp_path / "bag").rglob("verify.py"))
    done = subprocess.run(
        [sys.executable, "-I", str(verifier), str(out), "--sheet", str(sheet)],
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert f"whole: {size} entries" in done.stdout


KILLED = """
import os, django; django.setup()
from pathlib import Path
from showclear.actions.clock import SystemClock
from showclear.actions.commit import Batch
from showclear.actions.door import Door
from showclear.actions.shows import get_show
save = Batch.save
def dies(batch):
    save(batch)
    os._exit(9)
door = Door(get_show("demo", keys_dir=Path(os.environ["SHOWCLEAR_DATA"]) / "keys"), SystemClock())
Batch.save = dies
door.relay("Stop", {})
"""


def test_a_process_killed_between_write_and_commit_leaves_the_record_as_it_was(
    stage: Stage, database: Any
) -> None:
    stage.weapon_comes_in()
    size, before = stage.size(), [dump(table) for table in DERIVED]
    env = os.environ | database.environment | {"PYTHONPATH": "src"}
    assert subprocess.run([sys.executable, "-c", KILLED], env=env).returncode == 9
    assert stage.size() == size
    assert [dump(table) for table in DERIVED] == before
    assert stage.door.relay("Stop", {}).outcome == "done"


def test_a_text_whose_act_never_came_breaks_nothing_and_a_named_one_is_held(stage: Stage) -> None:
    texts = Texts()
    kept = {name: texts.keep(None, name) for name in ("because", "never sent")}
    drafts = [replace(each, id=people.DRAFT + each.id) for each in texts.kept]
    people.add_texts("demo", drafts)
    assert wrong(stage) == ""
    stage["ines"].does("LateEntry", happened_at=0, what=kept["because"], reason=kept["because"])
    ids = {each.text: each.id for each in people.texts_of_show("demo")}
    assert not ids["because"].startswith(people.DRAFT)
    assert ids["never sent"].startswith(people.DRAFT)
    assert wrong(stage) == ""
    with connection.cursor() as cursor:
        cursor.execute("update person_text set text = 'else' where text = 'because'")
    assert wrong(stage).startswith("person_text ")
