"""On which act does each rule about sealed cases bite, and on which does it just not?"""

from dataclasses import replace

from tests.kernel import stage as s
from tests.kernel.scenarios.sides import Sides, of

from showclear.kernel.asks import LockUp, MoveCase, OfferCase, OpenCase, SealCase

SEAL = SealCase(case="case-1", seal="seal-1", weapons=(s.GUN,))
GIVE = OfferCase(case="case-1", to="hal", seal="seal-1")
MOVE = MoveCase(case="case-1", seal="seal-1")
OPEN = OpenCase(case="case-1", seal="seal-1", place=s.SAFE)


def sealed() -> s.Play:
    """The gun in the armorer's case, under a seal."""
    return s.drawn().do("ada", SEAL)


@of("CASE-SEALED")
def a_weapon_is_locked_up_out_of_a_case_that_nobody_opened() -> Sides:
    away = LockUp(weapon=s.GUN, place=s.SAFE, tag="tag-gun")
    return sealed().scene("ada", away), s.drawn().scene("ada", away)


@of("CASE-ROLE")
def the_second_takes_a_case() -> Sides:
    play = sealed().do("ada", GIVE).do("ada", replace(GIVE, to="sec"))
    return play.scene("sec", MOVE), sealed().do("ada", GIVE).scene("hal", MOVE)


@of("CASE-NUMBER")
def two_cases_under_one_number() -> Sides:
    play, other = sealed().do("sec", s.TURN), replace(SEAL, case="case-2", weapons=(s.TWIN,))
    return play.scene("hal", other), play.scene("hal", replace(other, seal="seal-2"))


@of("CASE-LIST")
def a_weapon_twice_on_the_list() -> Sides:
    play = s.drawn()
    return play.scene("ada", replace(SEAL, weapons=(s.GUN, s.GUN))), play.scene("ada", SEAL)


@of("CASE-HAND")
def a_weapon_in_another_hand() -> Sides:
    play = s.drawn().do("sec", s.TURN)
    return play.scene("hal", SEAL), play.scene("ada", replace(SEAL, weapons=(s.GUN, s.TWIN)))


@of("CASE-HOLDER")
def the_handler_opens_the_case_that_the_armorer_has() -> Sides:
    play = sealed().do("ada", GIVE)
    return play.scene("hal", OPEN), play.do("hal", MOVE).scene("hal", OPEN)


@of("CASE-OFFERED")
def a_case_is_taken_that_nobody_holds_out() -> Sides:
    play = sealed()
    return play.scene("hal", MOVE), play.do("ada", GIVE).scene("hal", MOVE)


@of("SEAL-DIFFERS")
def another_number_is_read() -> Sides:
    play = sealed().do("ada", GIVE)
    return play.scene("hal", replace(MOVE, seal="seal-2")), play.scene("hal", MOVE)
