"""On which act does each rule about stops bite, and on which does it just not?"""

from dataclasses import replace

from tests.kernel import stage as s
from tests.kernel.scenarios.sides import Sides, of

from showclear.kernel.asks import (
    AskAgain,
    Break,
    Hold,
    LiveFound,
    LockUp,
    ProveEmpty,
    Restart,
    Stop,
    UnplannedShot,
)


def stopped(act: Stop | Hold | LiveFound) -> tuple[s.Play, Restart]:
    """A show at a stand, and the words that lift it."""
    play = s.shown().do(None, act)
    return play, Restart(stop=play.state.stops[0].id, reason="hash-of-reason")


@of("RESTART-ROLE")
def a_performer_lifts_a_stop() -> Sides:
    play, act = stopped(Stop())
    return play.scene("dora", act), play.scene("alf", act)


@of("RESTART-OPEN")
def a_stop_that_never_was_is_lifted() -> Sides:
    play, act = stopped(Stop())
    return play.scene("alf", replace(act, stop="ask-none")), play.scene("alf", act)


@of("RESTART-TWICE")
def one_name_twice() -> Sides:
    play, act = stopped(Stop())
    play.do("alf", act)
    return play.scene("alf", act), play.scene("sam", act)


@of("RESTART-HOLD")
def safety_lifts_a_hold() -> Sides:
    play, act = stopped(Hold(setup=s.SCENE))
    play.do("alf", act)
    return play.scene("sam", act), play.scene("ada", act)


@of("RESTART-WORDS")
def a_stop_is_lifted_without_a_word() -> Sides:
    play, act = stopped(Stop())
    return play.scene("alf", replace(act, reason="")), play.scene("alf", act)


@of("RESTART-REVIEW")
def armorer_and_ad_lift_what_a_live_round_stopped() -> Sides:
    play, act = stopped(LiveFound())
    play.do("ada", act)
    return play.scene("alf", act), play.scene("sam", act)


@of("LIVE-FOUND")
def a_live_round_is_found() -> Sides:
    return s.shown().scene(None, LiveFound()), s.shown().scene(None, Stop())


@of("SHOT-UNPLANNED")
def something_goes_off() -> Sides:
    play = s.in_hand()
    return play.scene(None, UnplannedShot(weapon=s.GUN)), play.scene(None, AskAgain(weapon=s.GUN))


@of("BREAK-OUT")
def a_break_begins_with_a_weapon_in_a_hand() -> Sides:
    locked = s.drawn().do("ada", LockUp(weapon=s.GUN, place=s.SAFE, tag="tag-gun"))
    return s.drawn().scene(None, Break(unit="main")), locked.scene(None, Break(unit="main"))


@of("FROZEN")
def a_weapon_is_opened_after_a_live_round_was_found() -> Sides:
    act = ProveEmpty(weapon=s.GUN, tag="tag-gun", seen=s.EMPTY)
    frozen = s.drawn().do(None, LiveFound())
    lift = Restart(stop=frozen.state.stops[0].id, reason="hash-of-reason")
    lifted = s.drawn().do(None, LiveFound()).do("ada", lift).do("sam", lift)
    return frozen.scene("ada", act), lifted.scene("ada", act)
