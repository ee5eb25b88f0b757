"""Does a weapon's page say for what the next step waits, and only where it is this person's?"""

from collections.abc import Callable

import pytest
from tests.reports.played import CAST, EMPTY, Played, drawn, morning, showing, shown

from showclear.kernel import asks as a
from showclear.reports.views import ActView
from showclear.reports.weapon import weapon_view

FIRST_COUNT = "opens after the first count"


def offered(show: Played, person: str) -> tuple[ActView, ...]:
    view = weapon_view(show.source(), "w7", person=person)
    assert view is not None
    return view.acts


def waits(show: Played, person: str) -> list[tuple[str, str]]:
    return [(act.kind, act.waits) for act in offered(show, person) if act.waits]


def unwatched() -> Played:
    show = drawn()
    show.act("tom", a.EndWatch(weapon="w7"))
    return show


def proved() -> Played:
    show = drawn()
    show.act("ines", a.ProveEmpty(weapon="w7", tag="07", seen=EMPTY))
    return show


def test_the_armorer_with_a_weapon_that_nobody_watches_is_told_what_the_count_waits_for() -> None:
    assert waits(unwatched(), "ines") == [("ProveEmpty", "opens when enough people watch it")]


def test_once_somebody_watches_the_count_is_open_and_nothing_waits() -> None:
    show = unwatched()
    show.act("tom", a.TakeWatch(weapon="w7"))
    assert waits(show, "ines") == []
    assert "ProveEmpty" in [act.kind for act in offered(show, "ines")]


def test_the_second_waits_for_the_first_count_and_then_counts() -> None:
    assert waits(drawn(), "tom") == [("Inspect", FIRST_COUNT)]
    assert waits(proved(), "tom") == []


def test_only_the_first_step_that_waits_is_shown() -> None:
    assert [kind for kind, _words in waits(proved(), "ines")] == ["ShowWeapon"]


def test_whoever_calls_waits_for_the_handover() -> None:
    told = [("CallWeapon", "opens when it is in its taker's hand")]
    assert waits(shown(), "joss") == told


@pytest.mark.parametrize("person", ["bea", "rafe", "mara", ""])
@pytest.mark.parametrize("play", [morning, drawn, unwatched, proved, showing, shown])
def test_what_is_not_a_persons_to_do_is_never_promised_to_him(
    play: Callable[[], Played], person: str
) -> None:
    assert waits(play(), person) == []


@pytest.mark.parametrize("person", sorted(CAST))
def test_with_a_weapon_at_rest_nothing_waits(person: str) -> None:
    assert waits(morning(), person) == []


@pytest.mark.parametrize("person", sorted(CAST))
@pytest.mark.parametrize("play", [drawn, unwatched, proved, showing, shown])
def test_what_waits_is_not_offered_as_open_too(play: Callable[[], Played], person: str) -> None:
    acts = offered(play(), person)
    shut = {act.page for act in acts if act.waits}
    assert not shut & {act.page for act in acts if not act.waits}
