"""Does every invariant hold in every record that seven people can reach?"""

from dataclasses import replace

import pytest
from tests.kernel import stage
from tests.kernel.alphabet import PARTIES
from tests.kernel.search import (
    GUN,
    LESS,
    QUICK,
    Found,
    Search,
    following,
    opening,
)
from tests.kernel.stage import Play, code_of

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.words import Proof, Via


def is_sound(found: Found) -> None:
    """Expect that nothing was broken, in a search in which weapons went from hand to hand."""
    assert found.handed_over and found.called
    assert not found.broken, "\n".join(
        f"{each.invariant}: {' / '.join(each.story)}" for each in found.broken.values()
    )


def test_in_no_record_of_a_day_with_one_weapon_is_an_invariant_broken() -> None:
    found = Search((GUN,), following(QUICK), waits=False).run(opening((GUN,)))
    is_sound(found)
    assert found.states > 1_000


@pytest.mark.long
def test_in_no_record_of_a_longer_day_is_an_invariant_broken() -> None:
    is_sound(Search((GUN,), following(LESS)).run(opening((GUN,))))


def test_a_record_that_breaks_an_invariant_is_told_with_its_story() -> None:
    never = {"I0": lambda step: not any(step.happened(e.ProvedEmpty))}
    search = Search((GUN,), following(QUICK), invariants=never, waits=False)
    found = search.only_followed(PARTIES).run(opening((GUN,)), most=9)
    acts = [each.partition("(")[0] for each in found.broken["I0"].story]
    assert acts == ["sec: TurnKey", "ada: DrawWeapon", "ada: ProveEmpty"]


def chosen_sam() -> Play:
    """The performer would rather not look; the safety officer looks in her place."""
    play = stage.showing().do("dora", a.DeclineLook(weapon=GUN, chosen="sam"))
    return play.do("alf", stage.LOOK).do("sam", stage.LOOK)


def test_who_looked_in_the_takers_place_does_not_call_it() -> None:
    play = chosen_sam().do("ada", stage.OFFER).do("sec", stage.READ).do("dora", stage.TAKE)
    assert code_of(play.scene("sam", stage.CALL).judge()) == "CALLER-APART"
    assert not code_of(play.scene("alf", stage.CALL).judge())


def test_whoever_counts_while_it_is_shown_ends_the_showing() -> None:
    for play in (stage.showing(), stage.shown(), chosen_sam()):
        play.do("sam", stage.INSPECT)
        assert play.weapon().showing is None
        assert play.weapon().clearance is None


def test_whoever_checks_it_after_it_was_shown_ends_what_was_shown() -> None:
    rod = a.ProveContent(weapon=GUN, proof=Proof.ROD, chambers=stage.CHAMBERS)
    for act in (stage.WORKS, stage.CLEAR, rod):
        assert stage.shown().do("ada", act).weapon().clearance is None
    six = a.WitnessLoad(weapon=GUN, seen=stage.SIX)
    assert stage.loaded_dummy().do("ada", stage.SHOW).do("sam", six).weapon().showing is None


def test_a_count_does_not_end_a_return() -> None:
    play = stage.given_back().do("sam", stage.INSPECT)
    assert play.weapon().offer is not None


def test_a_taker_signs_by_pin_on_no_device_of_who_loaded_it() -> None:
    lock = a.LockUp(weapon=GUN, place=stage.SAFE, tag="tag-gun")
    play = stage.stocked().do("sec", stage.TURN).do("hal", stage.DRAW).do("hal", stage.PROVE)
    play.do("hal", stage.WORKS).do("hal", stage.LOAD_DUMMIES)
    play.do("sec", a.WitnessLoad(weapon=GUN, seen=stage.SIX)).do("hal", lock)
    play.do("sec", stage.TURN).do("ada", stage.DRAW)
    play.do("sec", stage.CHECK_DUMMIES).do("ada", stage.CHECK_DUMMIES).do("ada", stage.SHOW)
    look = replace(stage.LOOK, seen=stage.SIX)
    on_hals = play.scene("dora", look, owner="hal", via=Via.PIN, after=3_000)
    assert code_of(on_hals.judge()) == "WHO-PIN"
    assert not code_of(play.scene("dora", look, owner="sec", via=Via.PIN, after=3_000).judge())
