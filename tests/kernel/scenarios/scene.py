"""On which act does each rule about looks and handovers bite, and on which does it just not?"""

from dataclasses import replace

from tests.kernel import stage as s
from tests.kernel.scenarios.sides import Sides, of

from showclear.kernel.asks import DeclineLook, EndWatch, TakeBack, TakeWatch
from showclear.kernel.things import Listed
from showclear.kernel.words import Mode, Role, Standing, WeaponClass


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


@of("SHOW-PAIR")
def one_person_gets_two_weapons_in_two_set_ups() -> Sides:
    """The twin is in the handler's hand, and shown to nobody yet."""
    both = (*s.USES, replace(s.USES[0], weapon=s.TWIN))
    play = twin_inspected().do("alf", replace(s.PLAN, uses=both))
    play.do("alf", replace(s.PLAN, setup="setup-13", uses=both)).do("ada", s.SHOW)
    act = replace(s.SHOW, weapon=s.TWIN)
    return play.scene("hal", replace(act, setup="setup-13")), play.scene("hal", act)


def twin_inspected() -> s.Play:
    """The gun as inspected; the twin is a rubber gun that the handler holds and has opened."""
    play = s.inspected()
    for who in ("ada", "sec", "alf"):
        play.do(who, s.finding(s.TWIN, WeaponClass.RUBBER))
    play.do("hal", replace(s.DRAW, weapon=s.TWIN, tag="tag-twin"))
    return play.do("hal", replace(s.PROVE, weapon=s.TWIN, tag="tag-twin"))


def minor_shown() -> s.Play:
    """A rubber gun is being shown to a minor, and to the AD."""
    kid = replace(s.USES[0], taker="kid")
    minor = replace(s.person("kid", Role.PERFORMER), is_minor=True)
    play = s.drawn(WeaponClass.RUBBER).do("ada", s.PROVE).do("ada", minor)
    play.do("alf", replace(s.PLAN, uses=(*s.USES, kid)))
    listed = (Listed(person="kid", standing=Standing.TAKER), s.CALLER)
    return play.do("ada", replace(s.SHOW, to="kid", people=listed))


@of("LOOK-MINOR")
def a_minor_looks_for_himself() -> Sides:
    play = minor_shown()
    chosen = minor_shown().do("kid", DeclineLook(weapon=s.GUN, chosen="sam"))
    return play.scene("kid", s.LOOK), chosen.scene("sam", s.LOOK)


@of("LOOK-CHOSEN")
def an_inspector_looks_in_the_takers_place() -> Sides:
    play, act = s.showing(), DeclineLook(weapon=s.GUN, chosen="sec")
    return play.scene("dora", act), play.scene("dora", replace(act, chosen="sam"))


@of("CALL-ROLE")
def the_performer_says_the_call() -> Sides:
    play = s.in_hand()
    return play.scene("dora", s.CALL), play.scene("alf", s.CALL)


@of("CALL-SHOWN")
def it_was_shown_for_another_set_up() -> Sides:
    play = s.in_hand().do("alf", replace(s.PLAN, setup="setup-13", uses=()))
    return play.scene("alf", replace(s.CALL, setup="setup-13")), play.scene("alf", s.CALL)


@of("CALL-HAND")
def the_armorer_still_holds_it() -> Sides:
    return s.read().scene("alf", s.CALL), s.in_hand().scene("alf", s.CALL)


@of("CALL-LOOKED")
def the_safety_officer_calls_what_the_ad_looked_at() -> Sides:
    play = s.in_hand()
    return play.scene("sam", s.CALL), play.scene("alf", s.CALL)


@of("CALL-TAKE")
def the_call_is_for_a_later_take() -> Sides:
    play = s.in_hand()
    return play.scene("alf", replace(s.CALL, take=2)), play.scene("alf", s.CALL)


@of("CALL-AGAIN")
def a_second_take_is_called_on_the_looks_of_the_first() -> Sides:
    act = replace(s.CALL, take=2)
    again = s.cut().do("sec", s.AGAIN)
    return s.cut().scene("alf", act), again.scene("alf", act)


@of("CALL-ALL")
def one_of_two_is_not_in_its_takers_hand() -> Sides:
    """Both are planned; the twin is classed as blank-only and never shown, or as rubber."""
    both = (*s.USES, replace(s.USES[0], weapon=s.TWIN, taker="sam"))

    def play(found: WeaponClass) -> s.Play:
        ready = s.inspected().do("alf", replace(s.PLAN, uses=both))
        ready.do("alf", replace(s.BRIEF, heard=("dora", "sam")))
        for who in ("ada", "sec", "alf"):
            ready.do(who, s.finding(s.TWIN, found))
        ready.do("ada", s.SHOW).do("alf", s.LOOK).do("dora", s.LOOK)
        return ready.do("ada", s.OFFER).do("sec", s.READ).do("dora", s.TAKE)

    return (
        play(WeaponClass.BLANK_ONLY).scene("alf", s.CALL),
        play(WeaponClass.RUBBER).scene("alf", s.CALL),
    )


@of("AGAIN-ROLE")
def the_second_left_and_came_back() -> Sides:
    gap = s.cut().do("sec", EndWatch(weapon=s.GUN)).do("sec", TakeWatch(weapon=s.GUN))
    return gap.scene("sec", s.AGAIN), s.cut().scene("sec", s.AGAIN)


@of("AGAIN-COLD")
def the_same_again_before_the_cut() -> Sides:
    return s.called().scene("sec", s.AGAIN), s.cut().scene("sec", s.AGAIN)
