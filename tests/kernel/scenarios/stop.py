"""On which act does each rule about stops bite, and on which does it just not?"""

from dataclasses import replace

from tests.kernel import stage as s
from tests.kernel.scenarios.sides import Sides, of

from showclear.kernel.asks import Hold, Restart, Stop


def stopped(act: Stop | Hold) -> tuple[s.Play, Restart]:
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
