"""On which act does each rule about plans bite, and on which does it just not?"""

from dataclasses import replace

from tests.kernel import stage as s
from tests.kernel.scenarios.sides import Sides, of

from showclear.kernel.things import Use
from showclear.kernel.words import Mode


@of("PLAN-ROLE")
def a_performer_plans() -> Sides:
    play = s.received()
    return play.scene("dora", s.PLAN), play.scene("sam", s.PLAN)


@of("PLAN-KNOWN")
def a_plan_for_somebody_unheard_of() -> Sides:
    play = s.received()
    stranger = Use(weapon=s.GUN, taker="nobody", mode=Mode.COLD)
    return play.scene("alf", replace(s.PLAN, uses=(stranger,))), play.scene("alf", s.PLAN)
