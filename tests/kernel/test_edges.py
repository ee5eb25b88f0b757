"""Where a rule has more than one edge, does each of them hold?"""

from dataclasses import replace
from typing import Any

import pytest
from tests.kernel import stage as s
from tests.kernel.stage import Play, code_of

from showclear.kernel.asks import AddKey, Hold, LockUp, Restart, TakeBack
from showclear.kernel.decision import Allowed
from showclear.kernel.policy import PARTS, Policy
from showclear.kernel.things import Listed, Seen
from showclear.kernel.words import Part, Profile, Role, Standing, Via, WeaponClass


def listed(who: str, standing: Standing) -> Listed:
    return Listed(person=who, standing=standing)


CALLER, TAKER = Standing.CALLER, Standing.TAKER
X = listed("x", Standing.ASKED)


@pytest.mark.parametrize(
    ("play", "who", "act", "code"),
    [
        (s.received, "alf", replace(s.PLAN, uses=(replace(s.USES[0], weapon="x"),)), "PLAN-KNOWN"),
        (s.opened, "dora", s.place("van"), "PEOPLE-OFFICE"),
        (s.opened, "ada", s.place(s.SAFE), "PEOPLE-NEW"),
        (s.received, "dora", s.finding(), "ADMIT-ROLE"),
        (s.received, "ada", s.arrival(s.GUN, tag="tag-new"), "ADMIT-NEW"),
        (s.opened, "ada", s.arrival(at="attic"), "ADMIT-LOCKED"),
        (s.drawn, "ada", LockUp(weapon=s.GUN, place="attic", tag="tag-gun"), "LOCK-PLACE"),
        (s.inspected, "ada", replace(s.SHOW, setup="setup-13"), "THING-KNOWN"),
        (s.inspected, "ada", replace(s.SHOW, people=(s.CALLER,)), "SHOW-LIST"),
        (s.inspected, "ada", replace(s.SHOW, people=(s.TAKER, s.TAKER)), "SHOW-LIST"),
        (s.inspected, "ada", replace(s.SHOW, people=(s.TAKER, s.CALLER, s.CALLER)), "SHOW-LIST"),
        (s.inspected, "ada", replace(s.SHOW, people=(s.TAKER, listed("x", CALLER))), "SHOW-LIST"),
        (s.inspected, "ada", replace(s.SHOW, people=(s.TAKER, listed("hal", CALLER))), "SHOW-LIST"),
        (
            s.inspected,
            "ada",
            replace(s.SHOW, people=(s.TAKER, s.CALLER, listed("sec", CALLER))),
            "CALLER-APART",
        ),
        (
            s.inspected,
            "ada",
            replace(s.SHOW, people=(s.TAKER, s.CALLER, listed("ada", CALLER))),
            "CALLER-APART",
        ),
        (s.inspected, "ada", replace(s.SHOW, people=(s.TAKER, s.CALLER, X)), "SHOW-LIST"),
        (s.showing, "sam", s.LOOK, "LOOK-LISTED"),
        (s.showing, "dora", replace(s.LOOK, seen=Seen(empty=7, blank=-1)), "COUNT-WHOLE"),
        (s.showing, "dora", replace(s.LOOK, seen=Seen(empty=7)), "COUNT-WHOLE"),
        (s.shown, "ada", replace(s.OFFER, to="nobody"), "HAND-SELF"),
        (s.in_hand, "dora", replace(s.OFFER, to="sam"), "HAND-HOLDER"),
        (s.offered, "dora", s.READ, "TAG-READER"),
        (s.given_back, "sec", s.READ, "TAG-OFFERED"),
        (s.given_back, "hal", s.TAKE, "TAKE-OFFERED"),
        (s.shown, "dora", s.TAKE, "TAKE-OFFERED"),
        (s.read, "dora", TakeBack(weapon=s.GUN, tag="tag-gun"), "BACK-OFFERED"),
        (s.drawn, "ada", TakeBack(weapon=s.GUN, tag="tag-gun"), "BACK-OFFERED"),
        (s.drawn, "ada", replace(s.GIVE_BACK, to="ada"), "BACK-TO"),
        (s.drawn, "ada", replace(s.GIVE_BACK, to="nobody"), "BACK-TO"),
    ],
)  # fmt: skip
def test_the_other_edges_of_a_rule_hold_too(play: Any, who: str, act: Any, code: str) -> None:
    assert code_of(play().ask(who, act)) == code


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (WeaponClass.BLANK_ONLY, "ADMIT-CHAMBERS"),
        (WeaponClass.CANNON, "ADMIT-CHAMBERS"),
        (WeaponClass.BLADE_SHARP, ""),
        (WeaponClass.RUBBER, ""),
    ],
)
def test_only_what_cannot_fire_has_no_chamber(found: WeaponClass, code: str) -> None:
    play = s.received().do("ada", replace(s.arrival("third"), capacity=0))
    assert code_of(play.ask("sec", s.finding("third", found))) == code


def test_one_chamber_is_enough_to_fire() -> None:
    play = s.received().do("ada", replace(s.arrival("third"), capacity=1))
    play.do("sec", s.finding("third", WeaponClass.CANNON))


@pytest.mark.parametrize("capacity", [-1, 2**53])
def test_a_number_that_is_no_count_of_chambers_is_refused(capacity: int) -> None:
    act = replace(s.arrival(), capacity=capacity)
    assert code_of(s.opened().ask("ada", act)) == "ADMIT-CHAMBERS"


TAGGED = [
    (s.keyed, "ada", s.DRAW),
    (s.drawn, "ada", LockUp(weapon=s.GUN, place=s.SAFE, tag="tag-gun")),
    (s.drawn, "ada", s.PROVE),
    (s.shown, "ada", s.OFFER),
    (s.offered, "sec", s.READ),
    (s.read, "dora", s.TAKE),
    (s.in_hand, "dora", s.GIVE_BACK),
    (s.given_back, "hal", TakeBack(weapon=s.GUN, tag="tag-gun")),
]


@pytest.mark.parametrize(("play", "who", "act"), TAGGED)
def test_wherever_a_tag_is_scanned_a_wrong_one_is_an_alarm(play: Any, who: str, act: Any) -> None:
    assert code_of(play().ask(who, act)) == ""
    assert code_of(play().ask(who, replace(act, tag="tag-twin"))) == "TAG-WRONG"


def later(play: Play, after: int, who: str, act: Any) -> str:
    return code_of(play.scene(who, act, after=after).judge())


def test_what_was_shown_grows_old_between_the_two_sides_of_a_handover() -> None:
    limit = s.POLICY.clearance_age_max

    def signed(left: int) -> Play:
        """Give it and read its tag in the last second; `left` is what then remains."""
        play = s.shown().do("ada", s.OFFER, after=limit - 1_000 - left)
        return play.do("sec", s.READ)

    assert later(signed(500), 500, "dora", s.TAKE) == ""
    assert later(signed(500), 501, "dora", s.TAKE) == "HAND-TIME"


def test_a_time_before_the_offer_is_no_fresh_time() -> None:
    assert later(s.read(), -1_001, "dora", s.TAKE) == "TAKE-TIME"


@pytest.mark.parametrize("act", [s.TAKE, s.GIVE_BACK])
def test_a_taker_may_use_the_phone_of_the_second_and_not_of_the_other_side(act: Any) -> None:
    play, other = (s.read(), "ada") if act is s.TAKE else (s.in_hand(), "hal")
    good = play.scene("dora", act, owner="sec", via=Via.PIN, after=5_000).judge()
    bad = play.scene("dora", act, owner=other, via=Via.PIN, after=5_000).judge()
    assert (code_of(good), code_of(bad)) == ("", "WHO-PIN")


def test_a_look_by_pin_is_not_on_the_phone_of_who_shows_it() -> None:
    look = s.showing().scene("dora", s.LOOK, owner="ada", via=Via.PIN).judge()
    assert code_of(look) == "WHO-PIN"


def test_a_pin_never_serves_for_a_second_count() -> None:
    count = s.proved().scene("sec", s.INSPECT, owner="dora", via=Via.PIN).judge()
    assert code_of(count) == "WHO-PIN"


def test_a_pin_for_a_weapon_unheard_of_finds_no_weapon() -> None:
    look = s.showing().scene("dora", replace(s.LOOK, weapon="x"), owner="sec", via=Via.PIN)
    assert code_of(look.judge()) == "THING-KNOWN"


def test_a_key_of_no_person_signs_for_nobody() -> None:
    assert code_of(s.keyed().ask("ada", s.DRAW, owner=None)) == "WHO-PIN"


def test_the_first_person_of_a_show_enters_himself() -> None:
    assert (
        code_of(Play().ask(None, s.person("ada", Role.ARMORER), owner=None, via=Via.SERVER)) == ""
    )
    assert code_of(s.opened().ask(None, s.person("eve", Role.ARMORER))) == "WHO-KNOWN"


def test_a_new_key_is_judged_by_the_ledger_and_a_whole_record_only() -> None:
    act = AddKey(key="k", person="dora")
    play = s.opened().do(None, act, at=-(10**9))
    assert play.state.people["dora"].version == play.events[-1][1]
    broken = s.opened().scene(None, act)._replace(policy=Policy(record_is_whole=False))
    assert code_of(broken.judge()) == "RECORD-WHOLE"


def test_a_rubber_gun_needs_no_looks_and_no_reader_of_the_tag() -> None:
    play = s.drawn(WeaponClass.RUBBER).do("ada", s.OFFER).do("dora", s.TAKE)
    assert play.weapon().custody.holder == "dora"


def test_a_blade_is_shown_to_its_taker_before_it_is_given() -> None:
    play = s.drawn(WeaponClass.BLADE_SHARP).do("ada", s.WORKS)
    assert code_of(play.ask("ada", s.OFFER)) == "HAND-SHOWN"


def test_a_rubber_gun_is_shown_without_a_caller() -> None:
    play = s.drawn(WeaponClass.RUBBER).do("ada", s.PROVE)
    play.do("ada", replace(s.SHOW, people=(s.TAKER,))).do("dora", s.LOOK)
    assert play.weapon().clearance is not None


def test_the_armorer_does_not_show_a_weapon_to_himself() -> None:
    own = replace(s.USES[0], taker="ada")
    play = s.inspected().do("alf", replace(s.PLAN, uses=(own,)))
    act = replace(s.SHOW, to="ada", people=(listed("ada", TAKER), s.CALLER))
    assert code_of(play.ask("ada", act)) == "SHOW-LIST"


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [("alf", "ada", ""), ("ada", "alf", ""), ("alf", "sam", "RESTART-HOLD"), ("sam", "", "")],
)
def test_a_hold_is_lifted_by_armorer_and_ad(first: str, second: str, code: str) -> None:
    play = s.shown().do(None, Hold(setup=s.SCENE))
    lift = Restart(stop=play.state.stops[0].id, reason="hash")
    if not second:
        assert code_of(play.ask(first, lift)) == "RESTART-HOLD"
        return
    assert code_of(play.do(first, lift).ask(second, lift)) == code


def test_rules_alone_ask_nobody_who_is_not_there() -> None:
    play = s.shown().do(None, Hold(setup=s.SCENE))
    scene = play.scene(None, Restart(stop=play.state.stops[0].id, reason="hash"))
    assert code_of(scene.judge(frozenset({"RESTART-HOLD"}))) == "RESTART-HOLD"


def test_without_a_look_in_the_policy_a_weapon_goes_unshown() -> None:
    bare = Policy().without(Profile.BLANK, Part.TAKER_LOOK)
    scene = s.proved().scene("ada", s.OFFER)._replace(policy=bare)
    assert isinstance(scene.judge(), Allowed)
    assert Part.TAKER_LOOK in PARTS[Profile.BLANK]
