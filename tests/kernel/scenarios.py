"""On which act does each rule bite, and what is the nearest act on which it does not?

One function a rule: it gives the two sides of the rule's boundary, the bitten one first.
"""

from collections.abc import Callable
from dataclasses import replace

from tests.kernel import stage as s
from tests.kernel.stage import Scene

from showclear.kernel.asks import Hold, LockUp, Restart, Stop, TakeBack
from showclear.kernel.state import Listed, Seen, Use
from showclear.kernel.words import Mode, Role, Standing, Via, WeaponClass

Sides = tuple[Scene, Scene]

SCENARIOS: dict[str, Callable[[], Sides]] = {}


def of(code: str) -> Callable[[Callable[[], Sides]], Callable[[], Sides]]:
    """Enter a scenario under its rule."""

    def enter(scenario: Callable[[], Sides]) -> Callable[[], Sides]:
        assert code not in SCENARIOS, code
        SCENARIOS[code] = scenario
        return scenario

    return enter


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
    play = s.classed()
    return play.scene("ada", replace(s.DRAW, weapon="ghost")), play.scene("ada", s.DRAW)


@of("STALE")
def the_weapon_moved_after_the_page_was_read() -> Sides:
    play = s.proved()
    before = {s.GUN: s.drawn().weapon().version}
    return play.scene("sec", s.INSPECT, expects=before), play.scene("sec", s.INSPECT)


@of("STOPPED")
def a_weapon_is_drawn_while_its_unit_is_stopped() -> Sides:
    play = s.classed()
    return play.do(None, Stop(unit="main")).scene("ada", s.DRAW), s.classed().scene("ada", s.DRAW)


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


@of("PLAN-ROLE")
def a_performer_plans() -> Sides:
    play = s.received()
    return play.scene("dora", s.PLAN), play.scene("sam", s.PLAN)


@of("PLAN-KNOWN")
def a_plan_for_somebody_unheard_of() -> Sides:
    play = s.received()
    stranger = Use(weapon=s.GUN, taker="nobody", mode=Mode.COLD)
    return play.scene("alf", replace(s.PLAN, uses=(stranger,))), play.scene("alf", s.PLAN)


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


@of("DRAW-ROLE")
def the_second_goes_to_the_safe() -> Sides:
    play = s.classed()
    return play.scene("sec", s.DRAW), play.scene("hal", s.DRAW)


@of("DRAW-PLACE")
def a_held_weapon_is_drawn() -> Sides:
    return s.drawn().scene("hal", s.DRAW), s.classed().scene("hal", s.DRAW)


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
    play = s.received().do("ada", s.finding()).do("ada", s.DRAW)
    return play.scene("ada", s.PROVE), play.do("sec", s.finding()).scene("ada", s.PROVE)


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


@of("INSPECT-TWICE")
def the_armorer_is_his_own_second() -> Sides:
    play = s.proved()
    return play.scene("ada", s.INSPECT), play.scene("sec", s.INSPECT)


@of("COUNT-DIFFERS")
def the_performer_is_unsure_of_one() -> Sides:
    play = s.showing()
    unsure = replace(s.LOOK, seen=Seen(empty=s.CHAMBERS - 1, unsure=1))
    return play.scene("dora", unsure), play.scene("dora", s.LOOK)


@of("SHOW-HOLDER")
def the_handler_shows_what_the_armorer_holds() -> Sides:
    play = s.inspected()
    return play.scene("hal", s.SHOW), play.scene("ada", s.SHOW)


@of("SHOW-KNOWN")
def a_rubber_gun_nobody_opened_is_shown() -> Sides:
    play = s.drawn(WeaponClass.RUBBER)
    return play.scene("ada", s.SHOW), play.do("ada", s.PROVE).scene("ada", s.SHOW)


@of("SHOW-TWO")
def one_count_of_two() -> Sides:
    return s.proved().scene("ada", s.SHOW), s.inspected().scene("ada", s.SHOW)


@of("SHOW-MODE")
def an_empty_weapon_is_called_hot() -> Sides:
    both = Use(weapon=s.GUN, taker="dora", mode=Mode.HOT)
    play = s.inspected().do("alf", replace(s.PLAN, uses=(*s.USES, both)))
    return play.scene("ada", replace(s.SHOW, mode=Mode.HOT)), play.scene("ada", s.SHOW)


@of("SHOW-PLAN")
def it_is_planned_for_somebody_else() -> Sides:
    play = s.inspected()
    people = (Listed(person="sam", standing=Standing.TAKER), s.CALLER)
    other = play.scene("ada", replace(s.SHOW, to="sam", people=people))
    return other, play.scene("ada", s.SHOW)


@of("SHOW-LIST")
def nobody_independent_calls() -> Sides:
    play = s.inspected()
    return play.scene("ada", replace(s.SHOW, people=(s.TAKER,))), play.scene("ada", s.SHOW)


@of("CALLER-APART")
def the_caller_has_inspected() -> Sides:
    play = s.proved().do("sam", s.INSPECT)
    sam = Listed(person="sam", standing=Standing.CALLER)
    own = play.scene("ada", replace(s.SHOW, people=(s.TAKER, sam)))
    return own, play.scene("ada", s.SHOW)


@of("LOOK-OPEN")
def a_look_before_it_is_shown() -> Sides:
    return s.inspected().scene("dora", s.LOOK), s.showing().scene("dora", s.LOOK)


@of("LOOK-LISTED")
def a_second_look_of_the_same_person() -> Sides:
    play = s.showing().do("alf", s.LOOK)
    return play.scene("alf", s.LOOK), play.scene("dora", s.LOOK)


@of("HAND-HOLDER")
def the_handler_gives_what_the_armorer_holds() -> Sides:
    play = s.shown()
    return play.scene("hal", s.OFFER), play.scene("ada", s.OFFER)


@of("HAND-SHOWN")
def it_was_shown_to_another() -> Sides:
    play = s.shown()
    return play.scene("ada", replace(s.OFFER, to="sam")), play.scene("ada", s.OFFER)


@of("HAND-TIME")
def it_was_shown_thirty_minutes_and_a_bit_ago() -> Sides:
    play, limit = s.shown(), s.POLICY.clearance_age_max
    return play.scene("ada", s.OFFER, after=limit + 1), play.scene("ada", s.OFFER, after=limit)


@of("HAND-SELF")
def the_armorer_gives_a_rubber_gun_to_himself() -> Sides:
    play = s.drawn(WeaponClass.RUBBER)
    return play.scene("ada", replace(s.OFFER, to="ada")), play.scene("ada", s.OFFER)


@of("TAG-OFFERED")
def the_tag_is_read_before_it_is_given() -> Sides:
    return s.shown().scene("sec", s.READ), s.offered().scene("sec", s.READ)


@of("TAG-READER")
def the_giver_reads_the_tag() -> Sides:
    play = s.offered()
    return play.scene("ada", s.READ), play.scene("hal", s.READ)


@of("TAKE-OFFERED")
def somebody_else_takes_it() -> Sides:
    play = s.read()
    return play.scene("hal", s.TAKE), play.scene("dora", s.TAKE)


@of("TAKE-TAG")
def nobody_has_read_the_tag() -> Sides:
    return s.offered().scene("dora", s.TAKE), s.read().scene("dora", s.TAKE)


@of("TAKE-TIME")
def the_taker_confirms_after_a_minute_and_a_bit() -> Sides:
    play = s.read()
    rest = s.POLICY.scan_age_max - 1_000  # the tag was read a second after the offer
    return play.scene("dora", s.TAKE, after=rest + 1), play.scene("dora", s.TAKE, after=rest)


@of("BACK-HOLDER")
def the_armorer_gives_back_what_the_performer_holds() -> Sides:
    play = s.in_hand()
    return play.scene("ada", s.GIVE_BACK), play.scene("dora", s.GIVE_BACK)


@of("BACK-TO")
def it_is_given_back_to_the_ad() -> Sides:
    play = s.in_hand()
    return play.scene("dora", replace(s.GIVE_BACK, to="alf")), play.scene("dora", s.GIVE_BACK)


@of("BACK-OFFERED")
def the_armorer_takes_what_is_given_to_the_handler() -> Sides:
    play, act = s.given_back(), TakeBack(weapon=s.GUN, tag="tag-gun")
    return play.scene("ada", act), play.scene("hal", act)


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
