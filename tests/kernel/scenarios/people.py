"""On which act does each rule about people and places bite, and on which does it just not?"""

from tests.kernel import stage as s
from tests.kernel.scenarios.sides import Sides, of

from showclear.kernel.words import Role


@of("PEOPLE-OFFICE")
def a_performer_enters_a_friend() -> Sides:
    play, act = s.opened(), s.person("max", Role.CREW)
    return play.scene("dora", act), play.scene("alf", act)


@of("PEOPLE-NEW")
def one_id_for_a_second_person() -> Sides:
    play = s.opened()
    return (
        play.scene("ada", s.person("dora", Role.DOUBLE)),
        play.scene("ada", s.person("dora-2", Role.DOUBLE)),
    )
