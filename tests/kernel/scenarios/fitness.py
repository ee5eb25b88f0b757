"""On which act does each rule about fitness for use bite, and on which does it just not?"""

from tests.kernel import stage as s
from tests.kernel.scenarios.sides import Sides, of

from showclear.kernel.asks import CheckFunction, ReleaseWeapon, SeeBore

BROKEN = CheckFunction(weapon=s.GUN, works=False)
BLOCKED = SeeBore(weapon=s.GUN, is_clear=False)
RELEASE = ReleaseWeapon(weapon=s.GUN, reason="hash-of-reason")


def put_apart(play: s.Play) -> s.Play:
    """The handler finds that it does not work."""
    play.ask("hal", BROKEN)
    return play


@of("QUARANTINED")
def a_weapon_that_does_not_work_is_proved() -> Sides:
    return put_apart(s.drawn()).scene("ada", s.PROVE), s.drawn().scene("ada", s.PROVE)


@of("FUNCTION-DUE")
def a_weapon_that_nobody_worked_is_shown() -> Sides:
    play = s.emptied().do("sec", s.INSPECT)
    return play.scene("ada", s.SHOW), play.do("hal", s.WORKS).scene("ada", s.SHOW)


@of("BORE-DUE")
def one_pair_of_eyes_through_the_bore() -> Sides:
    play = s.range_tested().do("ada", s.CLEAR)
    once = play.scene("ada", s.LOAD_BLANKS)
    return once, play.do("sec", s.CLEAR).scene("ada", s.LOAD_BLANKS)


@of("CHECK-ROLE")
def the_caller_works_the_action() -> Sides:
    play = s.emptied()
    return play.scene("alf", s.WORKS), play.scene("sec", s.WORKS)


@of("CHECK-EMPTY")
def the_action_is_worked_on_what_nobody_opened() -> Sides:
    return s.drawn().scene("ada", s.WORKS), s.emptied().scene("ada", s.WORKS)


@of("FUNCTION-FAULT")
def it_does_not_hold_at_half_cock() -> Sides:
    play = s.emptied()
    return play.scene("ada", BROKEN), play.scene("ada", s.WORKS)


@of("BORE-BLOCKED")
def a_bullet_without_its_case() -> Sides:
    play = s.emptied()
    return play.scene("ada", BLOCKED), play.scene("ada", s.CLEAR)


@of("BORE-TWICE")
def the_armorer_looks_twice() -> Sides:
    play = s.emptied().do("ada", s.CLEAR)
    return play.scene("ada", s.CLEAR), play.scene("sec", s.CLEAR)


@of("RELEASE-OPEN")
def a_good_weapon_is_released() -> Sides:
    return s.drawn().scene("ada", RELEASE), put_apart(s.drawn()).scene("ada", RELEASE)


@of("RELEASE-ROLE")
def the_ad_says_that_it_works_now() -> Sides:
    play = put_apart(s.drawn())
    return play.scene("alf", RELEASE), play.scene("sam", RELEASE)


@of("RELEASE-TWICE")
def the_armorer_signs_twice() -> Sides:
    play = put_apart(s.drawn()).do("ada", RELEASE)
    return play.scene("ada", RELEASE), play.scene("sam", RELEASE)
