"""On which act does each rule about weapons that arrive bite, and on which does it just not?"""

from dataclasses import replace

from tests.kernel import stage as s
from tests.kernel.scenarios.sides import Sides, of

from showclear.kernel.asks import SeePaper
from showclear.kernel.words import FunctionalGuns, Origin, WeaponClass


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


@of("CLASS-OUTSIDE")
def three_who_keep_weapons_call_it_less() -> Sides:
    play = s.received().do("ada", s.finding()).do("sec", s.finding())
    return play.scene("hal", s.finding()), play.scene("alf", s.finding())


@of("ADMIT-PERSONAL")
def an_officer_brings_his_own_gun() -> Sides:
    return from_where(Origin.PERSONAL), from_where(Origin.OWNED)


@of("ADMIT-ORIGIN")
def a_grenade_from_a_garage() -> Sides:
    return from_where(Origin.LOOSE), from_where(Origin.CARRIED_OVER)


def from_where(origin: Origin) -> s.Scene:
    return s.opened().scene("ada", replace(s.arrival(), origin=origin))


@of("ADMIT-LICENCE")
def a_shotgun_without_a_number_on_any_paper() -> Sides:
    play = s.opened().do("ada", replace(s.arrival(), licence=""))
    seen = SeePaper(weapon=s.GUN, licence="hash-of-licence")
    bitten = play.scene("ada", s.finding())
    return bitten, play.do("ada", seen).scene("ada", s.finding())


@of("ADMIT-STANDARD")
def plugs_held_by_screws() -> Sides:
    test = s.finding(found=WeaponClass.DEACTIVATED)
    theirs = s.opened().do("ada", replace(s.arrival(), standard="GB"))
    return theirs.scene("ada", test), s.received().scene("ada", test)


@of("CLASS-ALLOWED")
def a_gun_that_fires_live_where_only_modified_ones_are_allowed() -> Sides:
    play = s.opened().do("ada", s.arrival())
    play.policy = replace(s.POLICY, functional_guns=FunctionalGuns.BLANK_ONLY_OR_MODIFIED)
    live = play.scene("ada", s.finding(found=WeaponClass.LIVE_CAPABLE))
    return live, s.changed(live, weapon_class=WeaponClass.BLANK_ONLY)


@of("CLASS-DIFFERS")
def the_second_test_finds_that_it_fires_live() -> Sides:
    play = s.received().do("ada", s.finding())
    live = s.finding(found=WeaponClass.LIVE_CAPABLE)
    return play.scene("sec", live), play.scene("sec", s.finding())


@of("CLASS-PHOTO")
def a_test_without_a_photograph() -> Sides:
    near = s.received().scene("ada", s.finding())
    return s.changed(near, photo=""), near
