"""On which act does each rule about weapons that arrive bite, and on which does it just not?"""

from dataclasses import replace

from tests.kernel import stage as s
from tests.kernel.scenarios.sides import Sides, of


@of("ADMIT-ROLE")
def a_performer_brings_a_gun() -> Sides:
    play = s.opened()
    return play.scene("dora", s.arrival()), play.scene("hal", s.arrival())


@of("ADMIT-NEW")
def a_second_weapon_with_one_tag() -> Sides:
    play = s.received()
    return (
        play.scene("ada", s.arrival("third", tag="tag-gun")),
        play.scene("ada", s.arrival("third", tag="tag-third")),
    )


@of("ADMIT-LOCKED")
def a_weapon_arrives_on_a_table() -> Sides:
    play = s.opened()
    return play.scene("ada", s.arrival(at=s.TABLE)), play.scene("ada", s.arrival(at=s.SAFE))


@of("ADMIT-CHAMBERS")
def a_gun_of_two_hundred_and_one_chambers() -> Sides:
    play = s.opened()
    most = play.scene("ada", replace(s.arrival(), capacity=200))
    return s.changed(most, capacity=201), most


@of("CLASS-TWICE")
def the_same_person_tests_twice() -> Sides:
    play = s.received().do("ada", s.finding())
    return play.scene("ada", s.finding()), play.scene("sam", s.finding())
