"""On which act does each rule about looks and handovers bite, and on which does it just not?"""

from dataclasses import replace

from tests.kernel import stage as s
from tests.kernel.scenarios.sides import Sides, of

from showclear.kernel.asks import TakeBack
from showclear.kernel.things import Listed
from showclear.kernel.words import Mode, Standing, WeaponClass


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
    play = s.inspected().do("alf", replace(s.PLAN, uses=(s.HOT,)))
    cold = s.inspected().scene("ada", s.SHOW)
    return play.scene("ada", replace(s.SHOW, mode=Mode.HOT)), cold


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
