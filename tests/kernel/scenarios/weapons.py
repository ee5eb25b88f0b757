"""On which act does each rule about custody and contents bite, and on which does it just not?"""

from dataclasses import replace

from tests.kernel import stage as s
from tests.kernel.scenarios.sides import Sides, of

from showclear.kernel.asks import (
    DrawBatch,
    EndWatch,
    LockUp,
    ReportOverdue,
    ReportUnattended,
    TakeWatch,
)
from showclear.kernel.things import Scan, Seen


@of("DRAW-ROLE")
def the_second_goes_to_the_safe() -> Sides:
    play = s.keyed()
    return play.scene("sec", s.DRAW), play.scene("hal", s.DRAW)


@of("DRAW-PLACE")
def a_held_weapon_is_drawn() -> Sides:
    keyed = s.keyed()
    return s.drawn().scene("hal", s.DRAW), keyed.scene("hal", s.DRAW)


@of("LOCK-HOLDER")
def another_locks_it_up() -> Sides:
    play, act = s.drawn(), LockUp(weapon=s.GUN, place=s.SAFE, tag="tag-gun")
    return play.scene("hal", act), play.scene("ada", act)


@of("LOCK-PLACE")
def it_is_put_on_a_table() -> Sides:
    play = s.drawn()
    act = LockUp(weapon=s.GUN, place=s.TABLE, tag="tag-gun")
    return play.scene("ada", act), play.scene("ada", replace(act, place=s.SAFE))


@of("TAG-WRONG")
def the_twin_is_in_the_hand() -> Sides:
    play = s.shown()
    return play.scene("ada", replace(s.OFFER, tag="tag-twin")), play.scene("ada", s.OFFER)


@of("PROVE-HOLDER")
def the_handler_proves_what_the_armorer_holds() -> Sides:
    play = s.drawn()
    return play.scene("hal", s.PROVE), play.scene("ada", s.PROVE)


@of("PROVE-CLASS")
def one_test_is_no_class() -> Sides:
    play = s.received().do("ada", s.finding()).do("sec", s.finding())
    play.do("sec", s.TURN).do("ada", s.DRAW)
    return play.scene("ada", s.PROVE), play.do("alf", s.finding()).scene("ada", s.PROVE)


@of("COUNT-WHOLE")
def five_of_six_chambers() -> Sides:
    play = s.proved()
    five = replace(s.INSPECT, seen=Seen(empty=s.CHAMBERS - 1))
    return play.scene("sec", five), play.scene("sec", s.INSPECT)


@of("PROVE-FOUND")
def one_dummy_in_an_empty_weapon() -> Sides:
    play = s.drawn()
    found = replace(s.PROVE, seen=Seen(empty=s.CHAMBERS - 1, dummy=1))
    return play.scene("ada", found), play.scene("ada", s.PROVE)


@of("INSPECT-ROLE")
def the_caller_inspects() -> Sides:
    play = s.proved()
    return play.scene("alf", s.INSPECT), play.scene("hal", s.INSPECT)


@of("INSPECT-PROVED")
def the_second_count_comes_first() -> Sides:
    return s.drawn().scene("sec", s.INSPECT), s.proved().scene("sec", s.INSPECT)


@of("COUNT-HAND")
def the_second_counts_what_lies_in_the_safe() -> Sides:
    play = s.loaded_dummy()
    locked = LockUp(weapon=s.GUN, place=s.SAFE, tag="tag-gun")
    play.do("ada", locked)
    out = s.loaded_dummy().do("ada", locked).do("sec", s.TURN).do("ada", s.DRAW)
    return play.scene("sec", s.CHECK_DUMMIES), out.scene("sec", s.CHECK_DUMMIES)


@of("INSPECT-TWICE")
def the_armorer_is_his_own_second() -> Sides:
    play = s.proved()
    return play.scene("ada", s.INSPECT), play.scene("sec", s.INSPECT)


@of("COUNT-DIFFERS")
def the_performer_is_unsure_of_one() -> Sides:
    play = s.showing()
    unsure = replace(s.LOOK, seen=Seen(empty=s.CHAMBERS - 1, unsure=1))
    return play.scene("dora", unsure), play.scene("dora", s.LOOK)


@of("KEY-ROLE")
def the_performer_turns_the_second_key() -> Sides:
    play = s.classed()
    return play.scene("dora", s.TURN), play.scene("sec", s.TURN)


@of("KEY-PLACE")
def a_table_has_no_key() -> Sides:
    play = s.classed()
    return play.scene("sec", replace(s.TURN, place=s.TABLE)), play.scene("sec", s.TURN)


@of("KEY-TWO")
def the_key_was_turned_five_minutes_and_a_bit_ago() -> Sides:
    play, limit = s.keyed(), s.POLICY.key_age_max
    return play.scene("ada", s.DRAW, after=limit + 1), play.scene("ada", s.DRAW, after=limit)


@of("WATCH-ROLE")
def the_performer_watches() -> Sides:
    play, act = s.drawn(), TakeWatch(weapon=s.GUN)
    return play.scene("dora", act), play.scene("alf", act)


@of("WATCH-HOLDER")
def the_armorer_watches_what_she_holds() -> Sides:
    play, act = s.drawn(), TakeWatch(weapon=s.GUN)
    return play.scene("ada", act), play.scene("hal", act)


@of("WATCHED")
def the_second_has_left_before_it_is_proved() -> Sides:
    play = s.drawn().do("sec", EndWatch(weapon=s.GUN))
    watched = s.drawn().do("hal", TakeWatch(weapon=s.GUN)).do("sec", EndWatch(weapon=s.GUN))
    return play.scene("ada", s.PROVE), watched.scene("ada", s.PROVE)


BATCH = DrawBatch(weapons=tuple(Scan(weapon=each, tag=f"tag-{each}") for each in (s.GUN, s.TWIN)))


@of("DRAW-BATCH")
def one_weapon_stands_twice_in_a_batch() -> Sides:
    play = s.keyed()
    twice = replace(BATCH, weapons=(BATCH.weapons[0], BATCH.weapons[0]))
    return play.scene("ada", twice), play.scene("ada", BATCH)


@of("HAND-ONE")
def another_is_drawn_beside_the_one_that_is_shown() -> Sides:
    play = s.shown().do("sec", s.TURN)
    act = replace(s.DRAW, weapon=s.TWIN, tag="tag-twin")
    return play.scene("ada", act), play.scene("hal", act)


@of("UNATTENDED")
def it_lies_where_nobody_is() -> Sides:
    act = ReportUnattended()
    return s.drawn().scene(None, act), s.classed().scene(None, act)


@of("HELD-LONG")
def a_performer_has_it_for_thirty_minutes_and_a_bit() -> Sides:
    play, act, limit = s.in_hand(), ReportOverdue(), s.POLICY.held_age_max
    return play.scene(None, act, after=limit + 1), play.scene(None, act, after=limit)
