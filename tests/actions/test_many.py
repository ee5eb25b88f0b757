"""Do many hands at once get the answers that one after the other would get?"""

import threading
from collections import Counter
from collections.abc import Callable

import pytest
from django.db import connection
from tests.actions.stage import Stage

from showclear.actions.answers import Answer
from showclear.store import rows

HANDS = 8


def all_at_once(acts: list[Callable[[], Answer]]) -> list[Answer]:
    """Start every act in a thread of its own, together."""
    gate, answers = threading.Barrier(len(acts)), []

    def run(act: Callable[[], Answer]) -> None:
        try:
            gate.wait()
            answers.append(act())
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == len(acts)
    return answers


def draws(stage: Stage, tags: list[tuple[str, str]]) -> list[Callable[[], Answer]]:
    """Sign a drawing of each weapon; the versions are those of now."""
    entries = [stage["ines"].sign("DrawWeapon", weapon=w, tag=tag) for w, tag in tags]
    return [lambda entry=entry: stage.door.submit(entry) for entry in entries]  # type: ignore[misc]


def test_eight_hands_on_one_weapon_get_one_yes_and_seven_stale(stage: Stage) -> None:
    stage.weapon_comes_in()
    answers = all_at_once(draws(stage, [("w7", "07")] * HANDS))
    assert Counter((each.outcome, each.rule) for each in answers) == {
        ("done", ""): 1,
        ("refused", "STALE"): HANDS - 1,
    }


def test_eight_hands_on_eight_weapons_get_eight_yes(stage: Stage) -> None:
    for n in range(HANDS):
        stage.weapon_comes_in(f"w{n}", f"0{n}", "rubber")
    answers = all_at_once(draws(stage, [(f"w{n}", f"0{n}") for n in range(HANDS)]))
    assert {each.outcome for each in answers} == {"done"}


def test_a_stop_that_eight_people_press_at_once_is_written_once(stage: Stage) -> None:
    stage.weapon_comes_in()
    press = [lambda: stage.door.relay("Stop", {"unit": "main"})] * HANDS
    answers = all_at_once(press)
    assert Counter(each.outcome for each in answers) == {"done": 1, "repeated": HANDS - 1}


def test_those_who_wait_together_share_a_commit(
    box: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(HANDS):
        box.weapon_comes_in(f"w{n}", f"0{n}", "rubber")
    commits, locked = [], rows.locked

    def counted(show: str) -> object:
        commits.append(show)
        return locked(show)

    acts = draws(box, [(f"w{n}", f"0{n}") for n in range(HANDS)])
    monkeypatch.setattr(rows, "locked", counted)
    with box.door._turn:
        threads = [threading.Thread(target=_quietly, args=(act,)) for act in acts]
        for thread in threads:
            thread.start()
        while len(box.door._queue) < HANDS:
            threading.Event().wait(0.01)
    for thread in threads:
        thread.join()
    assert len(commits) == 1


def _quietly(act: Callable[[], Answer]) -> None:
    try:
        act()
    finally:
        connection.close()
