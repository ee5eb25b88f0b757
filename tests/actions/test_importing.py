"""Does a whole spreadsheet come in, or nothing of it?"""

from pathlib import Path
from typing import Any

import pytest
from tests.actions.stage import ORIGIN, Stage

from showclear.actions.check import check_show
from showclear.actions.demo.play import PlayedClock
from showclear.actions.door import Door
from showclear.actions.found import found_show
from showclear.actions.importing.carry import NobodyImports, carry_out, plan_import
from showclear.actions.importing.tables import BYTES_MAX, NotTaken
from showclear.actions.names import names_of
from showclear.kernel.codec import Unreadable
from showclear.kernel.words import Role
from showclear.store import people, shows

PEOPLE = b"""name,roles,minor,licence for,licence until,licence paper
Bo Lind,performer/double,,,,
Cy Moss,handler,no,blank-only/disabled,2026-12-31,FH 1182
Di Roy,performer,yes,,,
"""
WEAPONS = b"tag;form;chambers;place;licence\nA1;rifle;5;Rack 9;FH 7\nA2;rifle;5;Rack 9;FH 8\n"
ROUNDS = b"""label,strength,count,supplier,line,place,fits
blank,quarter,50,Long Acre Hire,INV 204 line 3,Round safe,M94/M92
dummy,,24,Long Acre Hire,INV 204 line 4,Round safe,
"""


def reasons(door: Door, kind: str, body: bytes) -> list[str]:
    """Name what stands in the way of a file; nothing is written."""
    size = door.current().size
    with pytest.raises(NotTaken) as wrong:
        plan_import(door, kind, body)
    assert door.current().size == size
    return str(wrong.value).split("\n")


def test_people_come_in_with_their_names_and_papers(stage: Stage) -> None:
    carry_out(stage.door, plan_import(stage.door, "people", PEOPLE))
    state = stage.door.current().state
    names = names_of("demo", state, zone="UTC").people
    came = {names[each.id]: each for each in state.people.values() if each.id in names}
    assert came["Bo Lind"].roles == (Role.PERFORMER, Role.DOUBLE)
    assert came["Di Roy"].is_minor
    assert [each.seen_by for each in came["Cy Moss"].credentials] == ["ines"]
    assert check_show(shows.get_show("demo")).wrong == ""


def test_weapons_come_in_unknown_and_their_new_place_is_named(stage: Stage) -> None:
    plan = plan_import(stage.door, "weapons", WEAPONS)
    assert (plan.rows, plan.places) == (2, ("Rack 9",))
    carry_out(stage.door, plan)
    came = [each for each in stage.door.current().state.weapons.values() if each.tag == "A1"]
    assert [each.condition.slots for each in came] == [None]
    again = reasons(stage.door, "weapons", WEAPONS)
    assert [each.split(":")[0] for each in again] == ["line 2", "line 3"]
    assert "(ADMIT-NEW)" in again[0] and "A1 was not taken in." in again[0]


def test_rounds_come_in_by_lot(stage: Stage) -> None:
    carry_out(stage.door, plan_import(stage.door, "rounds", ROUNDS))
    lots = stage.door.current().state.lots.values()
    assert sorted(each.count for each in lots) == [24, 50]


def test_a_live_box_keeps_the_whole_file_out(stage: Stage) -> None:
    body = ROUNDS + b"live,,6,Range,INV 9,Round safe,\n"
    found = reasons(stage.door, "rounds", body)
    assert len(found) == 1
    assert found[0].startswith("line 4:") and "(LOT-LIVE)" in found[0]


BAD: list[tuple[bytes, str]] = [
    (b"", "line 1, name: this column is missing"),
    (b"name,roles,shoe\nBo,crew,9\n", "line 1, shoe: no such column here"),
    (b"name,roles,name\nBo,crew,Bo\n", "line 1, name: stands there twice"),
    (b"name,roles\n", "line 1: there is no row under the column names"),
    (b"name,roles\nBo,actor\n", "line 2, roles: 'actor' is none of: producer"),
    (b"name,roles\n,crew\n", "line 2, name: is empty"),
    (b"name,roles,minor\nBo,crew,perhaps\n", "line 2, minor: 'perhaps' is neither yes nor no"),
    (b"name,roles\nBo,crew,more\n", "line 2: has more values than there are columns"),
    (b'name,roles\n"Bo,crew\n', "line 2: is no CSV"),
    (b"name,roles\n" + b"x" * 201 + b",crew\n", "line 2, name: is longer than 200 characters"),
    (b"name,roles\nB\xf6,crew\n", "line 2: is not UTF-8"),
    (b"name,roles\nB\0,crew\n", "line 1: this is no CSV file"),
    (b"name,roles,licence for\nBo,crew,rubber\n", "line 2, licence for: a licence needs"),
    (
        b"name,roles,licence until\nBo,crew,31.12.26\n",
        "line 2, licence until: '31.12.26' is no date",
    ),
    (b" " * (BYTES_MAX + 1), "line 1: the file is larger than 4 MB"),
    (b"name,roles\n" + b"Bo,crew\n" * 5_001, "line 5002: a file has at most 5000 rows"),
]


@pytest.mark.parametrize(("body", "said"), BAD)
def test_a_bad_file_is_told_by_line_column_and_reason(box: Stage, body: bytes, said: str) -> None:
    assert reasons(box.door, "people", body)[0].startswith(said)


def test_nobody_is_guessed_when_two_could_be_meant(stage: Stage) -> None:
    stage["ines"].does("AddPerson", who="eva", name="0" * 64, roles=["armorer"])
    with pytest.raises(NobodyImports, match="--as"):
        plan_import(stage.door, "people", PEOPLE)
    with pytest.raises(NobodyImports, match="nobody"):
        plan_import(stage.door, "people", PEOPLE, who="max")
    assert plan_import(stage.door, "people", PEOPLE, who="eva").person == "eva"


def test_in_an_empty_show_somebody_of_the_file_enters_himself_first(
    box: Stage, tmp_path: Path
) -> None:
    clock = PlayedClock(box.clock.now())
    founded = found_show(
        "new", title="New", zone="UTC", origin=f"{ORIGIN}-new", keys_dir=tmp_path, clock=clock
    )
    door = Door(founded.show, clock)
    carry_out(door, plan_import(door, "people", PEOPLE + b"Ana Ruiz,armorer,,,,\n"))
    assert len(door.current().state.people) == 4


def test_of_a_group_all_is_written_or_nothing(stage: Stage) -> None:
    ines, size = stage["ines"], stage.size()
    place: dict[str, Any] = {"unit": "main", "is_locked": True}
    good = [ines.sign("AddPlace", place=name, **place) for name in ("a", "b")]
    answers = stage.door.submit_all([*good, ines.sign("AddPlace", place="a", **place), *good])
    assert [each.outcome for each in answers] == ["done", "done", "refused"]
    assert stage.size() == size
    assert {each.outcome for each in stage.door.submit_all(good)} == {"done"}
    assert stage.size() == size + 4
    with pytest.raises(Unreadable):
        stage.door.submit_all([b"{}"])


def test_what_was_refused_at_the_door_leaves_no_names(stage: Stage) -> None:
    plan = plan_import(stage.door, "weapons", WEAPONS)
    carry_out(stage.door, plan_import(stage.door, "weapons", WEAPONS))
    kept = people.texts_of_show("demo")
    with pytest.raises(NotTaken, match="ADMIT-NEW"):
        carry_out(stage.door, plan)
    assert people.texts_of_show("demo") == kept
