"""What comes of a weapon in which something was found wrong, and what must be checked when?"""

from dataclasses import replace
from typing import Any

import pytest
from tests.kernel import stage as s
from tests.kernel.scenarios.fitness import BLOCKED, BROKEN, RELEASE, put_apart
from tests.kernel.stage import code_of

from showclear.kernel.asks import LockUp, OfferReturn, ReportUnattended, SeePaper, TakeBack, Unload
from showclear.kernel.decision import Allowed
from showclear.kernel.effects import bore_due
from showclear.kernel.policy import Policy
from showclear.kernel.state import with_weapon
from showclear.kernel.things import Seen
from showclear.kernel.words import FunctionalGuns, Mode, Role, WeaponClass


def released() -> s.Play:
    """It did not work; two people looked into it and let it back."""
    return put_apart(s.inspected()).do("ada", RELEASE).do("sam", RELEASE)


@pytest.mark.parametrize("finding", [BROKEN, BLOCKED])
@pytest.mark.parametrize("who", ["dora", "hal"])
def test_a_fault_found_by_anyone_puts_the_weapon_apart(finding: Any, who: str) -> None:
    play = s.shown()
    assert code_of(play.ask(who, finding)) in {"FUNCTION-FAULT", "BORE-BLOCKED"}
    weapon = play.weapon()
    assert weapon.quarantine == code_of(s.shown().ask(who, finding))
    assert (weapon.condition.slots, weapon.clearance, weapon.weapon_class) == (None, None, None)


@pytest.mark.parametrize("act", [s.PROVE, s.INSPECT, s.WORKS, s.CLEAR, s.SHOW, s.OFFER])
def test_a_weapon_in_quarantine_is_not_used(act: Any) -> None:
    assert code_of(put_apart(s.inspected()).ask("ada", act)) == "QUARANTINED"


def test_a_weapon_in_quarantine_is_not_taken_out_of_its_place() -> None:
    away = LockUp(weapon=s.GUN, place=s.SAFE, tag="tag-gun")
    play = put_apart(s.drawn()).do("ada", away)
    assert code_of(play.ask("ada", s.DRAW)) == "QUARANTINED"


def test_a_weapon_in_quarantine_comes_back_from_a_hand() -> None:
    play = put_apart(s.in_hand()).do("dora", OfferReturn(weapon=s.GUN, to="ada", tag="tag-gun"))
    play.do("ada", TakeBack(weapon=s.GUN, tag="tag-gun"))
    assert play.weapon().custody.holder == "ada"


def test_one_name_does_not_end_a_quarantine() -> None:
    assert put_apart(s.drawn()).do("ada", RELEASE).weapon().quarantine == "FUNCTION-FAULT"


def test_who_found_it_wrong_does_not_sign_it_right() -> None:
    assert code_of(put_apart(s.drawn()).ask("hal", RELEASE)) == "RELEASE-TWICE"


def test_names_under_one_quarantine_do_not_count_under_the_next() -> None:
    play = released().do("ada", s.finding())
    play.ask("sec", s.finding(found=WeaponClass.AIRSOFT))
    assert play.weapon().released_by == ()


def test_a_released_weapon_starts_from_nothing() -> None:
    weapon = released().weapon()
    assert (weapon.quarantine, weapon.weapon_class, weapon.classed) == ("", None, ())
    assert weapon.condition.slots is None
    assert (weapon.history.is_function_due, weapon.history.is_bore_due) == (True, True)


def test_a_released_weapon_is_tested_again() -> None:
    play = released().do("ada", s.finding())
    assert code_of(play.ask("ada", s.PROVE)) == "PROVE-CLASS"
    play.do("sec", s.finding()).do("alf", s.finding()).do("ada", s.PROVE)
    assert play.weapon().weapon_class is WeaponClass.BLANK_ONLY


def test_a_test_in_quarantine_gives_no_class() -> None:
    play = put_apart(s.received().do("ada", s.finding())).do("sec", s.finding())
    assert play.weapon().weapon_class is None
    assert len(play.weapon().classed) == 2


@pytest.mark.parametrize("who", ["ada", "sec", "sam"])
def test_a_later_test_that_differs_puts_a_classed_weapon_apart(who: str) -> None:
    play = s.shown()
    found = replace(s.finding(found=WeaponClass.LIVE_CAPABLE), photo="")
    assert code_of(play.ask(who, found)) == "CLASS-DIFFERS"
    assert (play.weapon().clearance, play.weapon().quarantine) == (None, "CLASS-DIFFERS")


def test_one_more_equal_test_changes_no_class() -> None:
    play = s.classed().do("sam", s.finding())
    assert (play.weapon().weapon_class, len(play.weapon().classed)) == (WeaponClass.BLANK_ONLY, 4)


def test_a_weapon_that_came_back_is_worked_again() -> None:
    play = s.given_back().do("hal", TakeBack(weapon=s.GUN, tag="tag-gun"))
    assert play.weapon().history.is_function_due


def test_the_edge_of_a_sharp_blade_is_looked_at_in_the_hand() -> None:
    assert code_of(s.classed(WeaponClass.BLADE_SHARP).ask("ada", s.WORKS)) == "CHECK-EMPTY"
    assert code_of(s.drawn(WeaponClass.BLADE_SHARP).ask("ada", s.WORKS)) == ""


def test_a_bore_seen_by_two_is_seen_again_by_either() -> None:
    play = s.proved().do("ada", s.CLEAR)
    assert not play.weapon().history.is_bore_due


def test_a_bore_that_is_due_again_was_seen_by_nobody() -> None:
    weapon = bore_due(s.proved().weapon())
    assert (weapon.history.is_bore_due, weapon.history.bore_seen) == (True, ())


def test_a_gun_that_fires_again_does_not_wait_but_its_bore_is_seen() -> None:
    play = s.ready_for_blanks()
    play.state = with_weapon(
        play.state, s.GUN, history=replace(play.weapon().history, fired_at=play.now)
    )
    assert code_of(play.ask("ada", s.LOAD_BLANKS)) == ""


def test_dummies_that_came_out_ask_for_two_looks_through_the_bore() -> None:
    play = s.loaded_dummy().do("ada", Unload(weapon=s.GUN, tag="tag-gun", out=s.SIX))
    assert play.weapon().history.is_bore_due


@pytest.mark.parametrize(("out", "fired"), [(Seen(blank=s.SHOTS), 0), (Seen(), s.SHOTS)])
def test_what_held_blanks_was_hot_until_it_was_unloaded(out: Seen, fired: int) -> None:
    play = s.loaded_hot()
    play.do("ada", Unload(weapon=s.GUN, tag="tag-gun", out=out, fired=fired))
    assert (play.weapon().history.fired_at, play.weapon().history.is_bore_due) == (play.now, True)


def test_a_weapon_that_was_left_alone_has_its_bore_seen_again() -> None:
    assert s.inspected().do(None, ReportUnattended(weapon=s.GUN)).weapon().history.is_bore_due


def test_a_weapon_with_blanks_in_it_is_not_shown_while_its_bore_is_due() -> None:
    play = s.loaded_hot()
    play.state = with_weapon(play.state, s.GUN, history=bore_due(play.weapon()).history)
    assert code_of(play.ask("ada", replace(s.SHOW, mode=Mode.HOT))) == "BORE-DUE"


@pytest.mark.parametrize("country", ["", "GB"])
def test_deactivated_counts_only_by_the_rule_of_a_country_that_is_set(country: str) -> None:
    play = s.opened().do("ada", replace(s.arrival(), standard=""))
    play.policy = Policy(country=country)
    found = s.finding(found=WeaponClass.DEACTIVATED)
    assert code_of(play.ask("ada", found)) == "ADMIT-STANDARD"
    play.do("ada", SeePaper(weapon=s.GUN, standard="GB"))
    assert code_of(play.ask("ada", found)) == ("" if country else "ADMIT-STANDARD")


def test_a_paper_on_record_is_not_written_over() -> None:
    play = s.received()
    decision = play.ask("ada", SeePaper(weapon=s.GUN, licence="other", standard="GB"))
    assert isinstance(decision, Allowed) and not decision.events
    assert (play.weapon().licence, play.weapon().standard) == ("hash-of-licence", "US")


def test_a_performer_does_not_enter_papers() -> None:
    assert code_of(s.received().ask("dora", SeePaper(weapon=s.GUN, licence="x"))) == "ADMIT-ROLE"


def test_ordnance_without_a_certificate_does_not_even_come_in() -> None:
    grenade = replace(s.arrival(), form="Grenade", licence="")
    assert code_of(s.opened().ask("ada", grenade)) == "ADMIT-LICENCE"
    assert code_of(s.opened().ask("ada", replace(grenade, licence="paper"))) == ""


@pytest.mark.parametrize(
    ("allowed", "found", "code"),
    [
        (FunctionalGuns.NONE, WeaponClass.BLANK_ONLY, "CLASS-ALLOWED"),
        (FunctionalGuns.NONE, WeaponClass.REPLICA, ""),
        (FunctionalGuns.BLANK_ONLY_OR_MODIFIED, WeaponClass.CANNON, "CLASS-ALLOWED"),
        (FunctionalGuns.REGULATED, WeaponClass.LIVE_CAPABLE, ""),
    ],
)
def test_a_production_lets_in_what_it_allows(
    allowed: FunctionalGuns, found: WeaponClass, code: str
) -> None:
    play = s.received()
    play.policy = replace(s.POLICY, functional_guns=allowed)
    assert code_of(play.ask("ada", s.finding(found=found))) == code


@pytest.mark.parametrize("change", [{"tag": ""}, {"weapon": ""}])
def test_a_weapon_has_an_id_and_a_tag(change: dict[str, Any]) -> None:
    assert code_of(s.opened().ask("ada", replace(s.arrival(), **change))) == "ADMIT-NEW"


@pytest.mark.parametrize("act", [s.WORKS, s.CLEAR, s.finding()])
def test_what_a_minor_tests_or_sees_counts_as_nobody_s(act: Any) -> None:
    play = s.emptied().do("ada", replace(s.person("kid", Role.SECOND), is_minor=True))
    assert code_of(play.ask("kid", act)) == "PEOPLE-MINOR"


def test_the_action_is_worked_by_somebody_with_a_paper_for_it() -> None:
    assert code_of(s.emptied().ask("sec", s.WORKS)) == "HANDLER-CRED"
    assert code_of(s.drawn(WeaponClass.RUBBER).do("ada", s.PROVE).ask("sec", s.WORKS)) == ""
