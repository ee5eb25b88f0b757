"""On which act does each rule about fitness for use bite, and on which does it just not?"""

from dataclasses import replace

from tests.kernel import stage as s
from tests.kernel.scenarios.sides import Sides, of

from showclear.kernel.asks import CheckFunction, ReleaseWeapon, SeeBore
from showclear.kernel.state import with_weapon
from showclear.kernel.words import WeaponClass

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
    bitten = play.scene("ada", s.LOAD_BLANKS)
    return bitten, play.do("sec", s.CLEAR).scene("ada", s.LOAD_BLANKS)


@of("CHARGE-GAP")
def an_ember_in_the_bore() -> Sides:
    gap = s.POLICY.charge_gap_min
    return charged(after=gap - 1), charged(after=gap)


def charged(after: int) -> s.Scene:
    """A cannon, seen clear by two, charged so long after it fired."""
    play = s.ready_for_blanks()
    history = replace(play.weapon().history, fired_at=play.now)
    play.state = with_weapon(play.state, s.GUN, weapon_class=WeaponClass.CANNON, history=history)
    return play.scene("ada", s.LOAD_BLANKS, after=after)


@of("CHECK-ROLE")
def the_caller_works_the_action() -> Sides:
    play = s.emptied()
    return play.scene("alf", s.WORKS), play.scene("hal", s.WORKS)


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


@of("RELEASE-WORDS")
def it_works_again_and_nobody_says_why() -> Sides:
    near = put_apart(s.drawn()).scene("ada", RELEASE)
    return s.changed(near, reason=""), near
