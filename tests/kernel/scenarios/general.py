"""On which act does each rule before every act bite, and on which does it just not?"""

from dataclasses import replace

from tests.kernel import stage as s
from tests.kernel.scenarios.sides import Sides, of

from showclear.kernel.asks import Stop
from showclear.kernel.words import Role, Via


@of("RECORD-WHOLE")
def a_box_whose_record_broke_enters_nobody() -> Sides:
    play = s.opened()
    good = play.scene("ada", s.person("new", Role.CREW))
    return good._replace(policy=replace(s.POLICY, record_is_whole=False)), good


@of("WHO-KNOWN")
def a_stranger_looks() -> Sides:
    play = s.showing().do("ada", s.person("max", Role.CREW))
    act = replace(s.PLAN, setup="setup-13")
    return play.scene("nobody", act), play.scene("alf", act)


@of("WHO-PIN")
def the_taker_confirms_on_the_givers_phone() -> Sides:
    play = s.read()
    return (
        play.scene("dora", s.TAKE, owner="ada", via=Via.PIN, after=2_000),
        play.scene("dora", s.TAKE, owner="sec", via=Via.PIN, after=2_000),
    )


@of("WHO-GAP")
def two_people_look_on_one_phone_in_a_blink() -> Sides:
    play = s.showing().do("alf", s.LOOK)
    return (
        play.scene("dora", s.LOOK, owner="alf", via=Via.PIN, after=1_999),
        play.scene("dora", s.LOOK, owner="alf", via=Via.PIN, after=2_000),
    )


@of("CLOCK-AHEAD")
def a_phone_five_seconds_and_a_bit_ahead() -> Sides:
    play = s.showing()
    return play.scene("dora", s.LOOK, at=5_001), play.scene("dora", s.LOOK, at=5_000)


@of("THING-KNOWN")
def an_unheard_of_weapon_is_drawn() -> Sides:
    play = s.keyed()
    return play.scene("ada", replace(s.DRAW, weapon="ghost")), play.scene("ada", s.DRAW)


@of("STALE")
def the_weapon_moved_after_the_page_was_read() -> Sides:
    play = s.proved()
    before = {s.GUN: s.drawn().weapon().version}
    return play.scene("sec", s.INSPECT, expects=before), play.scene("sec", s.INSPECT)


@of("STOPPED")
def a_weapon_is_drawn_while_its_unit_is_stopped() -> Sides:
    play = s.keyed()
    return play.do(None, Stop(unit="main")).scene("ada", s.DRAW), s.keyed().scene("ada", s.DRAW)
