"""Is every round in one place, and does a weapon hold only what two people can vouch for?"""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from tests.kernel import stage as s
from tests.kernel.plays import STARTS, STEPS, Step
from tests.kernel.stage import Play

from showclear.kernel.asks import (
    ProveContent,
    Unload,
)
from showclear.kernel.events import WeaponLoaded
from showclear.kernel.lot import Lot
from showclear.kernel.state import State
from showclear.kernel.things import Seen
from showclear.kernel.words import (
    Bin,
    Proof,
)  # fmt: skip

quick = settings(max_examples=200, deadline=None)
OUT = Unload(weapon=s.GUN, tag="tag-gun", out=s.SIX)
OUT_HOT = Unload(weapon=s.GUN, tag="tag-gun", out=Seen(blank=1), fired=1, misfired=1)
SIGN = s.gone_through()
ROD = ProveContent(weapon=s.GUN, proof=Proof.ROD, chambers=s.CHAMBERS)
GAUGE = replace(ROD, proof=Proof.ROUND)


def lot(play: Play, name: str = s.DUMMIES) -> Lot:
    return play.state.lots[name]


def bins(play: Play, name: str = s.DUMMIES) -> dict[str, int]:
    return {where: n for where, n in lot(play, name).bins.items() if n}


def loaded_rounds(state: State) -> dict[str, int]:
    """Count the rounds that somebody put in and nobody has accounted for, by lot."""
    loads = [weapon.history.load for weapon in state.weapons.values()]
    lots = [each.lot for load in loads for each in load if each is not None]
    return {each: lots.count(each) for each in state.lots}


@given(start=STARTS, steps=STEPS)
@quick
def test_after_each_step_every_round_is_in_one_place(start: Any, steps: list[Step]) -> None:
    play = start()
    for step in steps:
        before, events = play.state, len(play.events)
        play.ask(*step[:2], after=step.after, owner=step.owner, via=step.via, at=step.at)
        for each in play.state.lots.values():
            assert sum(each.bins.values()) == each.count
            assert min(each.bins.values()) >= 0
        loaded = {name: each.held(Bin.LOADED) for name, each in play.state.lots.items()}
        assert loaded == loaded_rounds(play.state)
        for event, _ in play.events[events:]:
            if isinstance(event, WeaponLoaded):
                assert is_vouched_for(before, event)


def is_vouched_for(state: State, event: WeaponLoaded) -> bool:
    """I3: two different people went through its lot and marked it, and it lay in the box."""
    lots = [state.lots[each.lot] for each in event.slots if each is not None]
    return bool(lots) and all(
        len({sign.person for sign in each.signed if sign.is_marked}) == 2
        and lots.count(each) <= each.held(Bin.STORE)
        for each in lots
    )
