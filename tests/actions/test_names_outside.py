"""Does the record hold anything of what people are called?"""

from pathlib import Path

from tests.actions.stage import NOON, Stage
from tests.actions.test_importing import PEOPLE, WEAPONS
from tests.databases import Database

from showclear.actions.demo.cast import PEOPLE as CAST
from showclear.actions.demo.morning import play_morning
from showclear.actions.importing.carry import carry_out, plan_import
from showclear.store import people, rows


def test_no_name_of_the_demonstration_stands_in_any_entry(
    sqlite_database: Database, tmp_path: Path
) -> None:
    assert sqlite_database.settings
    play_morning(tmp_path, ends_at=NOON)
    names = [part for member in CAST for part in (member.name, *member.name.split())]
    # Three letters stand in some signature by chance.
    names = [each for each in names if len(each) > 3]
    kept = {each.text for each in people.texts_of_show("demo")}
    assert {member.name for member in CAST} <= kept
    bodies = [body for _, body, _ in rows.read_entries("demo")]
    assert len(bodies) > 100
    assert not [name for name in names for body in bodies if name.encode() in body]


def test_no_name_and_no_paper_of_a_spreadsheet_stands_in_any_entry(box: Stage) -> None:
    for kind, body in (("people", PEOPLE), ("weapons", WEAPONS)):
        carry_out(box.door, plan_import(box.door, kind, body))
    bodies = b"".join(body for _, body, _ in rows.read_entries("demo"))
    assert b"A1" in bodies  # a tag is written on the weapon
    for text in (b"Bo Lind", b"Cy Moss", b"Di Roy", b"FH 1182", b"FH 7", b"Rack 9"):
        assert text not in bodies
