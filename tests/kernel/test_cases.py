"""What does a seal keep, and what does it not?"""

from dataclasses import replace

import pytest
from tests.kernel import stage as s
from tests.kernel.scenarios.cases import GIVE, MOVE, OPEN, SEAL, sealed
from tests.kernel.stage import code_of

from showclear.kernel.asks import DrawWeapon, MoveCase


def both() -> s.Play:
    """Gun and twin in one case: the one from the hand, the other from the safe."""
    play = s.inspected().do("sec", s.TURN)
    return play.do("ada", replace(SEAL, weapons=(s.GUN, s.TWIN)))


def test_a_case_and_its_weapons_have_one_holder_wherever_it_goes() -> None:
    play = both().do("ada", GIVE).do("hal", MOVE)
    held = play.state.cases["case-1"].custody
    assert held.holder == "hal"
    places = [each.custody for each in play.state.weapons.values()]
    assert {replace(each, last_place="") for each in places} == {held}


def test_a_case_that_was_held_out_too_long_ago_is_held_out_again() -> None:
    play, limit = sealed().do("ada", GIVE), s.POLICY.scan_age_max
    assert code_of(play.scene("hal", MOVE, after=limit).judge()) == ""
    assert code_of(play.scene("hal", MOVE, after=limit + 1).judge()) == "TAKE-TIME"


def test_a_case_is_held_out_by_the_person_who_has_it() -> None:
    assert code_of(sealed().ask("hal", replace(GIVE, to="ada"))) == "CASE-HOLDER"


def test_a_case_is_held_out_for_one_taking() -> None:
    play = sealed().do("ada", GIVE).do("hal", MOVE)
    assert code_of(play.ask("hal", MOVE)) == "CASE-OFFERED"


def test_a_seal_ends_what_was_counted_and_shown() -> None:
    play = s.shown().do("ada", SEAL)
    assert (play.weapon().clearance, play.weapon().condition.inspected) == (None, ())


def test_a_whole_seal_does_not_say_what_is_in_a_weapon() -> None:
    play = both().do("ada", OPEN)
    assert play.weapon().condition.slots is None
    assert play.weapon().custody.place == s.SAFE
    assert not play.state.cases


def test_an_opened_case_is_sealed_again_and_its_weapons_are_drawn() -> None:
    play = both().do("ada", OPEN).do("sec", s.TURN).do("ada", s.DRAW).do("ada", SEAL)
    twin = DrawWeapon(weapon=s.TWIN, tag="tag-twin")
    assert code_of(play.do("sec", s.TURN).ask("ada", twin)) == ""


def test_weapons_go_from_their_place_into_a_case_with_two_keys_only() -> None:
    case = replace(SEAL, weapons=(s.TWIN,))
    assert code_of(s.classed().ask("ada", case)) == "KEY-TWO"
    assert s.keyed().do("ada", case).state.places[s.SAFE].key is None


@pytest.mark.parametrize(
    "act",
    [replace(MOVE, seal="seal-2"), replace(GIVE, seal="seal-2"), replace(OPEN, seal="seal-2")],
)
def test_another_number_makes_everything_in_the_case_unknown(act: MoveCase) -> None:
    play = s.proved().do("ada", SEAL)
    assert code_of(play.ask("dora", act)) == "SEAL-DIFFERS"
    history = play.weapon().history
    assert play.weapon().condition.slots is None
    assert (history.is_function_due, history.is_bore_due, history.bore_seen) == (True, True, ())
    assert {each.about for each in play.state.discrepancies.values()} == {s.GUN}


def test_a_case_with_a_broken_seal_goes_nowhere_but_open() -> None:
    play = sealed()
    play.ask("ada", replace(MOVE, seal="seal-2"))
    for read in ("seal-1", "seal-2", ""):
        assert code_of(play.ask("hal", replace(MOVE, seal=read))) == "SEAL-DIFFERS"
    assert play.weapon().custody.holder == "ada"
    assert not play.do("ada", replace(OPEN, seal="seal-2")).state.cases


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (replace(SEAL, weapons=()), "CASE-LIST"),
        (replace(SEAL, weapons=(s.GUN, "ghost")), "THING-KNOWN"),
        (replace(SEAL, seal=""), "CASE-NUMBER"),
    ],
)
def test_a_case_is_not_sealed_over_what_nobody_knows(act: object, code: str) -> None:
    assert code_of(s.drawn().ask("ada", act)) == code  # type: ignore[arg-type]


@pytest.mark.parametrize("case", ["case-1", "case-2"])
def test_a_weapon_under_a_seal_is_not_sealed_again(case: str) -> None:
    again = replace(SEAL, case=case, seal="seal-2")
    assert (
        code_of(sealed().ask("ada", again))
        == {"case-1": "CASE-NUMBER", "case-2": "CASE-SEALED"}[case]
    )


def test_weapons_from_two_places_do_not_go_into_one_case() -> None:
    play = s.drawn().do("ada", s.place("van"))
    play.do("ada", replace(s.arrival("third"), place="van"))
    assert code_of(play.ask("ada", replace(SEAL, weapons=("third", s.TWIN)))) == "CASE-HAND"


def test_a_case_is_opened_into_a_locked_place_only() -> None:
    assert code_of(sealed().ask("ada", replace(OPEN, place=s.TABLE))) == "LOCK-PLACE"


def test_a_quarantined_weapon_is_not_sealed_away() -> None:
    play = s.drawn()
    play.ask("ada", replace(s.WORKS, works=False))
    assert code_of(play.ask("ada", SEAL)) == "QUARANTINED"
