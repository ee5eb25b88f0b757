"""Is any change to a bundle accepted that changes what it says? The oracle of LEDGER.md, 8."""

import os
import random
from pathlib import Path

import pytest
from tests.ledger import tamper
from tests.ledger.shows import Show

QUICK = 300
LAWFUL_STORIES = ("roll_back", "split_view")
LONG = int(os.environ.get("SHOWCLEAR_TAMPER_COUNT", "10000"))


def attack_often(tmp_path: Path, *, count: int, seed: int) -> None:
    show = Show().begin().play()
    files = tamper.unpacked(show.bundle(tmp_path / "demo.zip"))
    assert tamper.fault(files, show.trust()) is None
    attacker = tamper.Attacker(show, files, random.Random(seed))
    for n in range(count):
        way, tampered = attacker.attack()
        sheets = [show.trust()]
        # Without a witness a lawful shorter or other story is whole; nothing else may be.
        if not (way in LAWFUL_STORIES or is_beginning(tampered, show)):
            sheets.append(show.trust(witnesses=[]))
        for sheet in sheets:
            if tamper.fault(tampered, sheet) is None:
                is_same = tamper.entries_of(tampered) == show.entries
                is_same = is_same and tamper.kept_of(tampered) == tamper.kept_of(files)
                assert is_same, f"{way} was accepted (seed {seed}, change {n})"


def is_beginning(files: tamper.Files, show: Show) -> bool:
    try:
        entries = tamper.entries_of(files)
    except ValueError:
        return False
    return entries != show.entries and entries == show.entries[: len(entries)]


def test_no_change_that_matters_is_accepted(tmp_path: Path) -> None:
    attack_often(tmp_path, count=QUICK, seed=20261124)


@pytest.mark.long
def test_no_change_that_matters_is_accepted_in_the_long_run(tmp_path: Path) -> None:
    attack_often(tmp_path, count=LONG, seed=random.randrange(1 << 30))


def test_each_way_of_the_keeper_is_noticed_with_the_sheet(tmp_path: Path) -> None:
    show = Show().begin().play()
    files = tamper.unpacked(show.bundle(tmp_path / "demo.zip"))
    attacker = tamper.Attacker(show, files, random.Random(7))
    for way in (attacker.roll_back, attacker.split_view, attacker.replay, attacker.repeat):
        assert tamper.fault(tamper.repaired(way()), show.trust()), way.__name__


def test_a_split_view_is_whole_to_one_without_the_sheet(tmp_path: Path) -> None:
    show = Show().begin().play()
    files = tamper.unpacked(show.bundle(tmp_path / "demo.zip"))
    files.pop("data/people.jsonl")
    files = {name: data for name, data in files.items() if "/media/" not in name}
    attacker = tamper.Attacker(show, files, random.Random(7))
    assert tamper.fault(tamper.repaired(attacker.split_view()), None) is None
    assert tamper.fault(tamper.repaired(attacker.split_view()), show.trust())
