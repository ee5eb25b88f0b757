"""On which act does each rule about people, papers and posts bite, and on which just not?"""

from dataclasses import replace

from tests.kernel import stage as s
from tests.kernel.scenarios.sides import Sides, of

from showclear.kernel.asks import (
    AdmitArmed,
    BarPerson,
    EndCredential,
    FillPost,
    GiveDuty,
    GiveNotice,
    LeavePost,
    Train,
)
from showclear.kernel.state import drop
from showclear.kernel.words import Mode, Part, Profile, Role, WeaponClass


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


@of("PEOPLE-KNOWN")
def a_stranger_is_trained() -> Sides:
    play, classes = s.opened(), (WeaponClass.BOW,)
    return (
        play.scene("ada", Train(taught=("nobody",), classes=classes)),
        play.scene("ada", Train(taught=("dora",), classes=classes)),
    )


@of("PEOPLE-OTHER")
def the_armorer_enters_her_own_paper() -> Sides:
    play = s.opened()
    return play.scene("ada", s.paper("ada")), play.scene("ada", s.paper("hal"))


@of("PEOPLE-MINOR")
def a_minor_is_planned_as_taker() -> Sides:
    play = s.received().do("ada", replace(s.person("kid", Role.PERFORMER), is_minor=True))
    young = replace(s.PLAN, uses=(replace(s.USES[0], taker="kid"),))
    return play.scene("alf", young), play.scene("alf", s.PLAN)


@of("WHO-BARRED")
def a_barred_performer_looks() -> Sides:
    barred = s.showing().do(None, BarPerson(who="pip"))
    return barred.scene("pip", s.LOOK), s.showing().scene("dora", s.LOOK)


@of("ARMED-APART")
def an_armed_adviser_is_handed_a_rubber_gun() -> Sides:
    play = s.drawn(WeaponClass.RUBBER).do("ada", s.person("cop", Role.CREW))
    play.do("alf", AdmitArmed(who="cop", place="gate"))
    return play.scene("ada", replace(s.OFFER, to="cop")), play.scene("ada", s.OFFER)


@of("HANDLER-CRED")
def a_handler_whose_paper_ran_out_draws() -> Sides:
    play = s.keyed().do(None, EndCredential(who="hal"))
    play.do("ada", s.paper("hal", WeaponClass.BLANK_ONLY, until=play.now + 10_000))
    return play.scene("hal", s.DRAW, after=9_000), play.scene("hal", s.DRAW, after=8_999)


@of("HANDLER-DUTY")
def the_armorer_does_props_too() -> Sides:
    busy = s.keyed().do(None, GiveDuty(who="ada", duty="props"))
    return busy.scene("ada", s.DRAW), busy.scene("hal", s.DRAW)


@of("TAKER-TRAINED")
def nobody_showed_the_double_how_it_works() -> Sides:
    play = s.proved()
    for who in ("eve", "eva"):
        play.do("ada", s.person(who, Role.DOUBLE))
    play.do("ada", Train(taught=("eve",), classes=(WeaponClass.NON_GUN,)))
    play.do("ada", Train(taught=("eva",), classes=(WeaponClass.BLANK_ONLY,)))
    return shown_to(play, "eve"), shown_to(play, "eva")


def shown_to(play: s.Play, who: str) -> s.Scene:
    """Offer a weapon whose profile asks for no look, so that only the taker matters."""
    bare = s.POLICY.without(Profile.BLANK, Part.TAKER_LOOK)
    return play.scene("ada", replace(s.OFFER, to=who))._replace(policy=bare)


@of("POST-ISSUE")
def the_armorer_never_came() -> Sides:
    vacant = s.keyed().do(None, LeavePost(post=Role.ARMORER))
    return vacant.scene("hal", s.DRAW), s.keyed().scene("hal", s.DRAW)


@of("POST-HOT")
def the_medic_left_the_hot_scene() -> Sides:
    hot = s.loaded_hot().scene("ada", replace(s.SHOW, mode=Mode.HOT))
    posts = drop(hot.state.posts, Role.MEDIC)
    return hot._replace(state=replace(hot.state, posts=posts)), hot


@of("PAPER-DATE")
def a_paper_that_ends_this_moment() -> Sides:
    play = s.opened()
    now = play.now + 1_000
    return (
        play.scene("alf", s.paper("ada", until=now)),
        play.scene("alf", s.paper("ada", until=now + 1)),
    )


@of("TRAIN-ROLE")
def the_handler_trains_a_performer() -> Sides:
    play, act = s.opened(), Train(taught=("dora",), classes=(WeaponClass.BOW,))
    return play.scene("hal", act), play.scene("sam", act)


@of("POST-FIT")
def a_crew_member_stands_in_for_the_medic() -> Sides:
    play = s.opened().do("ada", s.person("max", Role.CREW))
    play.do("ada", s.person("mia", Role.MEDIC))
    return (
        play.scene("alf", FillPost(post=Role.MEDIC, who="max")),
        play.scene("alf", FillPost(post=Role.MEDIC, who="mia")),
    )


@of("POST-SAFETY")
def the_ad_is_the_safety_officer_too() -> Sides:
    play = s.opened().do("ada", s.person("ali", Role.AD, Role.SAFETY))
    play.do("ada", s.person("sue", Role.SAFETY))
    return (
        play.scene("ada", FillPost(post=Role.SAFETY, who="ali")),
        play.scene("ada", FillPost(post=Role.SAFETY, who="sue")),
    )


@of("POST-ONE")
def the_medic_is_the_safety_officer_too() -> Sides:
    play = s.opened().do("ada", s.person("sue", Role.SAFETY, Role.MEDIC))
    act = FillPost(post=Role.SAFETY, who="sue")
    both = s.Play(play.state, play.now).do("ada", FillPost(post=Role.MEDIC, who="sue"))
    return both.scene("ada", act), play.scene("ada", act)


@of("NOTICE-DAY")
def notice_of_no_day() -> Sides:
    scene = s.opened().scene("alf", GiveNotice(told="hash-of-told"))
    return scene._replace(state=replace(scene.state, day=None)), scene
