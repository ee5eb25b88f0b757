"""Does a person count only with papers, training and posts, and does all trust in him end?"""

from dataclasses import replace
from typing import Any

import pytest
from tests.kernel import stage as s
from tests.kernel.stage import Play, code_of

from showclear.kernel.asks import (
    AdmitArmed,
    AskAgain,
    BarPerson,
    DeclineLook,
    EndCredential,
    EndDuty,
    EndKey,
    FillPost,
    GiveDuty,
    LeavePost,
    LockUp,
    OpenDay,
    TakeBack,
    TakeWatch,
    Train,
)
from showclear.kernel.decision import Allowed
from showclear.kernel.events import ContentsUnknown, ItemUnknown, LineVoided, PostLeft
from showclear.kernel.state import Line, with_weapon
from showclear.kernel.things import Issue
from showclear.kernel.trust import _of_item, _of_weapon
from showclear.kernel.weapon import Condition, Custody, Item, Proved
from showclear.kernel.words import Proof, Role, WeaponClass

BLANK, BLADE, RUBBER = WeaponClass.BLANK_ONLY, WeaponClass.BLADE_SHARP, WeaponClass.RUBBER


def minor(who: str = "kid", *roles: Role) -> Any:
    return replace(s.person(who, *(roles or (Role.PERFORMER,))), is_minor=True)


def new_paper(*classes: WeaponClass) -> Play:
    """The handler's only paper is one for these classes."""
    play = s.keyed().do(None, EndCredential(who="hal"))
    return play.do("ada", s.paper("hal", *classes)) if classes else play


@pytest.mark.parametrize(
    ("classes", "code"),
    [((), "HANDLER-CRED"), ((BLADE,), "HANDLER-CRED"), ((BLADE, BLANK), "")],
)
def test_a_paper_is_for_the_class_of_the_weapon(classes: Any, code: str) -> None:
    assert code_of(new_paper(*classes).ask("hal", s.DRAW)) == code


def test_a_later_paper_takes_no_earlier_one_away() -> None:
    play = new_paper(BLANK).do("ada", s.paper("hal", BLADE))
    assert code_of(play.ask("hal", s.DRAW)) == ""


@pytest.mark.parametrize(("paper", "code"), [(BLADE, ""), (RUBBER, "HANDLER-CRED")])
def test_what_nobody_has_tested_is_handled_with_a_paper_for_what_can_hurt(
    paper: WeaponClass, code: str
) -> None:
    play = s.received().do(None, EndCredential(who="hal")).do("ada", s.paper("hal", paper))
    assert code_of(play.do("sec", s.TURN).ask("hal", s.DRAW)) == code


def test_no_paper_no_training_and_no_post_stand_in_the_way_of_rubber() -> None:
    play = s.keyed(RUBBER).do("ada", s.person("eve", Role.DOUBLE))
    for act in (EndCredential(who="ada"), GiveDuty(who="ada", duty="props")):
        play.do(None, act)
    play.do(None, LeavePost(post=Role.ARMORER)).do("ada", s.DRAW)
    play.do("ada", replace(s.OFFER, to="eve")).do("eve", s.TAKE)
    assert play.weapon().custody.holder == "eve"


@pytest.mark.parametrize(("found", "code"), [(RUBBER, ""), (BLANK, "PEOPLE-MINOR")])
def test_a_minor_takes_only_what_can_neither_fire_nor_cut(found: WeaponClass, code: str) -> None:
    play = s.drawn(found).do("ada", minor()).do("ada", s.PROVE)
    assert code_of(play.ask("ada", replace(s.OFFER, to="kid"))) == code


@pytest.mark.parametrize(
    ("act", "code"),
    [(s.INSPECT, "PEOPLE-MINOR"), (TakeWatch(weapon=s.GUN), "PEOPLE-MINOR"), (s.LOOK, "LOOK-OPEN")],
)
def test_nobody_rests_on_the_word_of_a_minor(act: Any, code: str) -> None:
    play = s.proved().do("ada", minor("kid", Role.SECOND))
    assert code_of(play.ask("kid", act)) == code


def test_a_minor_fills_no_post() -> None:
    play = s.received().do("ada", minor("kid", Role.HANDLER))
    act = FillPost(post=Role.HANDLER, who="kid")
    assert code_of(play.ask("alf", act)) == "PEOPLE-MINOR"
    assert code_of(play.ask("alf", replace(act, who="hal"))) == ""


def test_who_has_a_paper_for_it_needs_no_training_to_take_it() -> None:
    scene = s.proved().do(None, EndCredential(who="pip")).do("ada", s.paper("pip"))
    offered = scene.ask("ada", replace(s.OFFER, to="pip"))
    assert code_of(offered) == "HAND-SHOWN"


def test_nobody_takes_what_has_no_class() -> None:
    play = s.read()
    weapon = replace(play.weapon(), weapon_class=None)
    state = replace(play.state, weapons={**play.state.weapons, s.GUN: weapon})
    scene = play.scene("dora", s.TAKE)._replace(state=state)
    assert code_of(scene.judge(frozenset({"TAKER-TRAINED"}))) == "TAKER-TRAINED"


@pytest.mark.parametrize(
    ("who", "act", "code"),
    [
        ("dora", s.paper("hal"), "PEOPLE-OFFICE"),
        ("alf", s.paper("nobody"), "PEOPLE-KNOWN"),
        ("ada", Train(taught=("ada",), classes=(BLANK,)), "PEOPLE-OTHER"),
        ("dora", GiveDuty(who="hal", duty="props"), ""),
        ("dora", EndDuty(who="hal"), "PEOPLE-OFFICE"),
        ("ada", EndDuty(who="ada"), "PEOPLE-OTHER"),
        ("ada", FillPost(post=Role.ARMORER, who="ada"), "PEOPLE-OTHER"),
        ("alf", FillPost(post=Role.ARMORER, who="nobody"), "PEOPLE-KNOWN"),
        ("alf", AdmitArmed(who="nobody", place="gate"), "PEOPLE-KNOWN"),
        ("alf", AdmitArmed(who="med", place=s.SCENE), "ARMED-APART"),
        ("alf", AdmitArmed(who="dora", place="gate"), "ARMED-APART"),
        ("alf", AdmitArmed(who="med", place="gate"), ""),
    ],
)
def test_what_frees_a_person_is_said_by_another(who: str, act: Any, code: str) -> None:
    assert code_of(s.received().ask(who, act)) == code


def test_the_armorers_post_is_filled_only_with_a_paper_in_date() -> None:
    play = s.opened().do(None, EndCredential(who="ada"))
    assert code_of(play.ask("alf", FillPost(post=Role.ARMORER, who="ada"))) == "HANDLER-CRED"


def test_a_new_day_begins_with_empty_posts() -> None:
    play = s.received()
    play.state = replace(play.state, day=None)
    play.do("ada", OpenDay(day="day-2")).do("sec", s.TURN)
    assert code_of(play.ask("ada", s.DRAW)) == "POST-ISSUE"


def test_whoever_takes_a_post_over_ends_what_was_shown_under_the_one_before() -> None:
    play = s.shown().do("ada", s.person("amy", Role.ARMORER)).do("alf", s.paper("amy"))
    same = FillPost(post=Role.ARMORER, who="ada")
    assert play.do("alf", same).weapon().clearance is not None
    assert play.do("alf", replace(same, who="amy")).weapon().clearance is None


@pytest.mark.parametrize(("post", "ends"), [(Role.ARMORER, True), (Role.MEDIC, False)])
def test_a_post_left_ends_what_needs_it(post: Role, ends: bool) -> None:
    play = s.in_hand().do(None, LeavePost(post=post))
    assert (play.weapon().clearance is None) is ends
    assert play.weapon().condition.slots is not None


def test_a_medic_who_leaves_ends_what_is_hot() -> None:
    assert s.shown_hot().do(None, LeavePost(post=Role.MEDIC)).weapon().clearance is None


def test_what_is_hot_is_not_offered_while_a_post_is_vacant() -> None:
    scene = s.shown_hot().scene("ada", s.OFFER)
    posts = {each: who for each, who in scene.state.posts.items() if each != Role.SAFETY}
    vacant = scene._replace(state=replace(scene.state, posts=posts))
    assert (code_of(scene.judge()), code_of(vacant.judge())) == ("", "POST-HOT")


LOST = [BarPerson, EndCredential]


@pytest.mark.parametrize("kind", LOST)
@pytest.mark.parametrize(
    ("play", "who"),
    [
        (s.drawn, "ada"),
        (s.drawn, "sec"),
        (s.inspected, "sec"),
        (s.showing, "ada"),
        (s.showing, "dora"),
        (s.shown, "alf"),
        (s.offered, "dora"),
        (s.read, "sec"),
        (s.called, "alf"),
        (s.given_back, "hal"),
        (s.in_hand, "nobody"),
    ],
)
def test_what_rests_on_a_person_is_doubted_with_him(kind: Any, play: Any, who: str) -> None:
    weapon = play().do(None, kind(who=who)).weapon()
    assert (weapon.clearance, weapon.showing, weapon.offer) == (None, None, None)
    assert weapon.condition.slots is None


@pytest.mark.parametrize("kind", LOST)
def test_what_rests_on_nobody_lost_stands(kind: Any) -> None:
    assert s.shown().do(None, kind(who="pip")).weapon().clearance is not None


def test_whoever_was_chosen_to_look_is_relied_on() -> None:
    play = s.showing().do("dora", DeclineLook(weapon=s.GUN, chosen="sam"))
    assert play.do(None, BarPerson(who="sam")).weapon().showing is None


def test_a_key_of_no_person_takes_nothing_away() -> None:
    assert s.shown().do(None, EndKey(key="k", person=None)).weapon().clearance is not None


def test_a_barred_armorer_has_left_the_post() -> None:
    play = s.keyed().do(None, BarPerson(who="ada"))
    assert PostLeft(post=Role.ARMORER) in [event for event, _ in play.events]
    assert code_of(play.ask("hal", s.DRAW)) == "POST-ISSUE"


def test_a_barred_holder_gives_back_and_does_nothing_else() -> None:
    play = s.in_hand().do(None, BarPerson(who="dora"))
    assert code_of(play.ask("dora", TakeWatch(weapon=s.GUN))) == "WHO-BARRED"
    play.do(None, AskAgain(weapon=s.GUN)).do("dora", s.GIVE_BACK)
    assert play.do("hal", TakeBack(weapon=s.GUN, tag="tag-gun")).weapon().custody.holder == "hal"
    assert code_of(play.do(None, BarPerson(who="hal")).ask("hal", s.PROVE)) == "WHO-BARRED"
    play.do("hal", LockUp(weapon=s.GUN, place=s.SAFE, tag="tag-gun"))


def test_nothing_comes_back_to_somebody_barred() -> None:
    play = s.in_hand().do(None, BarPerson(who="hal"))
    assert code_of(play.ask("dora", s.GIVE_BACK)) == "WHO-BARRED"


def test_a_weapon_is_not_offered_to_somebody_barred() -> None:
    play = s.shown().do(None, BarPerson(who="pip"))
    assert code_of(play.ask("ada", replace(s.OFFER, to="pip"))) == "WHO-BARRED"


def test_an_ended_paper_ends_the_training_too() -> None:
    play = s.proved().do(None, EndCredential(who="dora"))
    assert code_of(play.ask("ada", s.OFFER)) == "TAKER-TRAINED"


def test_another_duty_ends_what_was_shown_and_not_what_was_counted() -> None:
    play = s.shown().do(None, GiveDuty(who="ada", duty="props"))
    assert play.weapon().clearance is None
    assert play.weapon().condition.slots is not None
    assert code_of(play.ask("ada", s.SHOW)) == "HANDLER-DUTY"
    assert code_of(play.do("alf", EndDuty(who="ada")).ask("ada", s.SHOW)) == ""


def test_a_duty_without_a_name_is_a_duty() -> None:
    play = s.inspected().do(None, GiveDuty(who="ada", duty=""))
    assert code_of(play.ask("ada", s.SHOW)) == "HANDLER-DUTY"


def test_what_an_armed_person_had_in_the_hand_is_doubted() -> None:
    play = s.drawn().do("alf", replace(s.PLAN, uses=()))
    play.do("alf", AdmitArmed(who="ada", place="gate"))
    assert play.weapon().condition.cause == "ARMED-APART"
    assert code_of(play.ask("ada", s.PROVE)) == "ARMED-APART"


def happened(scene: s.Scene) -> tuple[Any, ...]:
    decision = scene.judge()
    assert isinstance(decision, Allowed)
    return decision.events


def test_what_a_magazine_brings_into_a_weapon_is_doubted_with_its_loader() -> None:
    condition = Condition(loader="ada", proved=(Proved(person="sec", proof=Proof.ROD, chambers=1),))
    item = Item(id="m", tag="m", form="magazine", capacity=1, condition=condition, wearer="dora",
                custody=Custody(holder="hal"))  # fmt: skip
    assert _of_item(item) - {None} == {"ada", "sec", "dora", "hal"}
    play = s.shown()
    play.state = with_weapon(replace(play.state, items={"m": item}), s.TWIN, items=("m", "gone"))
    scene = play.scene(None, BarPerson(who="hal"))
    why: dict[str, Any] = {"cause": "PERSON-BARRED", "at": scene.now}
    assert ContentsUnknown(weapon=s.TWIN, **why) in happened(scene)
    assert ItemUnknown(item="m", **why) in happened(scene)


def test_a_line_of_a_person_is_voided_with_him() -> None:
    line = Line(id="l", setup=s.SCENE, pair=("hal", "sec"),
                issues=(Issue(weapon=s.GUN, holder="pip", tag="tag-gun"),))  # fmt: skip
    play = s.shown()
    for who, voided in (("hal", True), ("pip", True), ("dora", False)):
        play.state = replace(play.state, lines={"l": line})
        events = happened(play.scene(None, BarPerson(who=who)))
        assert any(isinstance(each, LineVoided) for each in events) is voided, who
    left = happened(play.scene(None, LeavePost(post=Role.ARMORER)))
    assert LineVoided(line="l", cause="POST-LEFT") in left


def test_every_word_and_hand_behind_a_weapon_is_found() -> None:
    weapon = replace(
        s.called().weapon(),
        holstered_under="sam",
        condition=Condition(
            loader="l", witness="w", proved=(Proved(person="p", proof=Proof.ROD, chambers=1),)
        ),
    )
    assert {"dora", "alf", "ada", "sam", "l", "w", "p", "sec"} <= _of_weapon(weapon)
