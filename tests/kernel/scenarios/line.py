"""On which act does each rule about paths, holsters and lines bite, and on which just not?"""

from dataclasses import replace
from typing import Any

from tests.kernel import stage as s
from tests.kernel.scenarios.sides import Sides, of

from showclear.kernel.asks import CallLine, Holster, IssueLine, PassOn, WalkLine
from showclear.kernel.things import Issue, Listed
from showclear.kernel.words import Standing, WeaponClass

ALONG = replace(s.USES[0], path=("pip",))
HEARD = replace(s.BRIEF, heard=("dora", "pip"))
PIP = Listed(person="pip", standing=Standing.PATH)


def on_a_path() -> s.Play:
    """The gun is called; within the take it goes on from Dora to Pip."""
    play = s.inspected()
    play.do("alf", replace(s.PLAN, uses=(ALONG,)))
    play.do("alf", HEARD)
    play.do("ada", replace(s.SHOW, people=(s.TAKER, s.CALLER, PIP)))
    for who in ("alf", "dora", "pip"):
        play.do(who, s.LOOK)
    play.do("ada", s.OFFER).do("sec", s.READ).do("dora", s.TAKE)
    return play.do("alf", s.CALL)


@of("PATH-WHO")
def a_bystander_tells_who_has_it() -> Sides:
    play, act = on_a_path(), PassOn(weapon=s.GUN, to="pip")
    return play.scene("sam", act), play.scene("sec", act)


@of("PATH-OFF")
def it_goes_to_somebody_off_its_path() -> Sides:
    play, act = on_a_path(), PassOn(weapon=s.GUN, to="pip")
    return play.scene("sec", replace(act, to="sam")), play.scene("sec", act)


@of("HOLSTER-WATCH")
def it_is_holstered_unwatched() -> Sides:
    play, act = s.in_hand(), Holster(weapon=s.GUN)
    return play.scene("sam", act), play.scene("sec", act)


@of("HOLSTER-HOT")
def it_is_holstered_before_it_was_shown() -> Sides:
    act = Holster(weapon=s.GUN)
    return s.inspected().scene("sec", act), s.in_hand().scene("sec", act)


HOLDERS = {s.GUN: "dora", s.TWIN: "pip"}
USES = tuple(replace(s.USES[0], weapon=each, taker=who) for each, who in HOLDERS.items())
ISSUES = tuple(Issue(weapon=each, holder=who, tag=f"tag-{each}") for each, who in HOLDERS.items())
ISSUE = IssueLine(line="line-1", setup=s.SCENE, second="sec", issues=ISSUES)
WALK = WalkLine(line="line-1", counted=2)
CALL = CallLine(line="line-1", take=1)


def ranked(found: WeaponClass = WeaponClass.BLANK_ONLY) -> s.Play:
    """Two weapons in the armorer's hand, counted by the pair, planned for two people."""
    play = s.inspected()
    for who in ("ada", "sec", "alf"):
        play.do(who, s.finding(s.TWIN, found))
    play.do("sec", s.TURN).do("ada", replace(s.DRAW, weapon=s.TWIN, tag="tag-twin"))
    for act in (s.PROVE, s.WORKS):
        play.do("ada", twin(act))
    return play.do("alf", replace(s.PLAN, uses=USES)).do("alf", HEARD)


def twin(act: Any) -> Any:
    """The same act about the twin."""
    tag = {"tag": "tag-twin"} if hasattr(act, "tag") else {}
    return replace(act, weapon=s.TWIN, **tag)


def counted() -> s.Play:
    """The second has counted the twin too."""
    return ranked().do("sec", twin(s.INSPECT))


def issued() -> s.Play:
    """Each is in the hand of its person."""
    return counted().do("ada", ISSUE)


def walked() -> s.Play:
    """Both have walked the line and counted two."""
    return issued().do("ada", WALK).do("sec", WALK)


@of("LINE-NEW")
def two_weapons_for_one_person() -> Sides:
    both = tuple(replace(each, holder="dora") for each in ISSUES)
    play = counted().do("alf", replace(s.PLAN, uses=(*USES, replace(USES[1], taker="dora"))))
    return play.scene("ada", replace(ISSUE, issues=both)), play.scene("ada", ISSUE)


@of("LINE-PAIR")
def the_armorer_walks_it_alone() -> Sides:
    play = counted()
    return play.scene("ada", replace(ISSUE, second="ada")), play.scene("ada", ISSUE)


@of("LINE-CLASS")
def a_live_capable_weapon_stands_in_a_line() -> Sides:
    live = ranked(WeaponClass.LIVE_CAPABLE).do("sec", twin(s.INSPECT))
    return live.scene("ada", ISSUE), counted().scene("ada", ISSUE)


@of("LINE-COUNTED")
def the_second_has_counted_one_of_two() -> Sides:
    return ranked().scene("ada", ISSUE), counted().scene("ada", ISSUE)


@of("LINE-KNOWN")
def a_line_is_walked_before_it_is_issued() -> Sides:
    return counted().scene("ada", WALK), issued().scene("ada", WALK)


@of("LINE-WALKER")
def one_of_the_pair_walks_it_twice() -> Sides:
    play = issued().do("ada", WALK)
    return play.scene("ada", WALK), play.scene("sec", WALK)


@of("LINE-COUNT")
def the_second_counts_one_more() -> Sides:
    play = issued().do("ada", WALK)
    return play.scene("sec", replace(WALK, counted=3)), play.scene("sec", WALK)


@of("LINE-SHOWN")
def one_of_the_pair_has_walked_it() -> Sides:
    return issued().do("ada", WALK).scene("alf", CALL), walked().scene("alf", CALL)


@of("LINE-ALONE")
def one_weapon_of_a_line_is_called_by_itself() -> Sides:
    play = walked()
    return play.scene("alf", s.CALL), play.scene("alf", CALL)
