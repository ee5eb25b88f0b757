"""Over what does a stop of one unit, or of one set-up, stand?"""

from dataclasses import replace
from typing import Any

import pytest
from tests.kernel import stage as s
from tests.kernel.scenarios.day import BOX, boxed

from showclear.kernel import asks as a
from showclear.kernel.reach import stop_over
from showclear.kernel.rule import Case
from showclear.kernel.state import Line
from showclear.kernel.things import Issue
from showclear.kernel.weapon import Custody, Item, SealedCase
from showclear.kernel.words import Origin

LAID = Item(id="mag", tag="m", form="magazine", capacity=2, custody=Custody(place=s.SAFE))
ITEMS = {
    "mag": LAID,
    "seated": replace(LAID, weapon=s.TWIN),
    "worn": replace(LAID, custody=Custody(holder="dora"), wearer="dora"),
}
ISSUE = Issue(weapon=s.TWIN, holder="dora", tag="tag-twin")


def over(act: Any, stop: a.Stop | a.Hold) -> bool:
    """Say whether the stop stands over the act, on a stage whose twin is in another unit."""
    play = boxed().do(None, stop)
    twin = replace(play.weapon(s.TWIN), unit="far")
    setups = {
        **play.state.setups,
        "away": replace(play.state.setups[s.SCENE], id="away", unit="far"),
    }
    state = replace(
        play.state,
        weapons={**play.state.weapons, s.TWIN: twin},
        items={key: replace(each, id=key) for key, each in ITEMS.items()},
        cases={"case": SealedCase(id="case", seal="7", weapons=(s.TWIN,))},
        setups=setups,
        lines={"line": Line(id="line", setup=s.SCENE, pair=(), issues=())},
    )
    scene = play.scene("ada", act)
    return stop_over(Case(state, scene.ask, act, s.POLICY, scene.now, frozenset())) is not None


REACHED = [
    (a.StoreItem(item="mag", place="attic"), True),
    (a.InspectItem(item="seated", seen=s.EMPTY), False),
    (a.InspectItem(item="worn", seen=s.EMPTY), True),
    (a.RejectLot(lot=BOX), True),
    (a.MoveCase(case="case", seal="7"), False),
    (a.OpenCase(case="case", seal="7", place=s.SAFE), True),
    (a.SealCase(case="new", seal="8", weapons=(s.GUN,)), True),
    (a.SealCase(case="new", seal="8", weapons=(s.TWIN,)), False),
    (a.WalkLine(line="line", counted=1), True),
    (a.IssueLine(line="new", setup="away", second="sec", issues=(ISSUE,)), False),
    (a.TurnKey(place=s.SAFE), True),
    (a.EndTake(setup="away"), False),
    (s.arrival("third"), True),
    (a.OpenDay(day="day-2"), False),
]


@pytest.mark.parametrize(("act", "is_over"), REACHED)
def test_a_stop_stands_over_whatever_is_or_may_be_in_its_unit(act: Any, is_over: bool) -> None:
    assert over(act, a.Stop(unit="main")) is is_over
    assert over(act, a.Stop())


@pytest.mark.parametrize(
    ("act", "is_over"),
    [
        (a.WalkLine(line="line", counted=1), True),
        (a.EndTake(setup=s.SCENE), True),
        (a.EndTake(setup="away"), False),
        (a.OpenDay(day="day-2"), False),
    ],
)
def test_a_hold_stands_over_its_set_up_and_its_lines(act: Any, is_over: bool) -> None:
    assert over(act, a.Hold(setup=s.SCENE)) is is_over


def test_a_box_from_a_place_that_nobody_knows_may_be_anywhere() -> None:
    play = boxed().do(None, a.Stop(unit="main"))
    lot = replace(play.state.lots[BOX], place="attic", origin=Origin.CARRIED_OVER)
    state = replace(play.state, lots={BOX: lot})
    scene = play.scene("ada", a.RejectLot(lot=BOX))
    case = Case(state, scene.ask, scene.ask.act, s.POLICY, scene.now, frozenset())
    assert stop_over(case) is not None
