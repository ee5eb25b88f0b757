"""Does the AD's line say what the kernel says to the call, and nobody more than he may know?"""

from dataclasses import replace

import pytest
from tests.kernel.scenarios import line as ranks
from tests.reports.played import EMPTY, Played, drawn, morning, showing, shown

from showclear.kernel import asks as a
from showclear.kernel.policy import Policy
from showclear.kernel.state import put
from showclear.kernel.things import Listed, Round, Use
from showclear.kernel.words import Mode, Role, RoundKind, Standing, Strength, WeaponClass
from showclear.reports.adline import SetUpView, line_view
from showclear.reports.source import Source

MINUTES = 60_000


def line(show: Played, person: str = "joss", **changes: object) -> SetUpView:
    return line_view(show.source(**changes), person=person).setups[0]


def handed() -> Played:
    """Play until it is in the hand of the person it was shown to, watched by the second."""
    show = shown()
    show.act("ines", a.OfferHandover(weapon="w7", to="mara", tag="07"))
    show.act("tom", a.ReadTag(weapon="w7", tag="07"))
    show.act("mara", a.TakeHandover(weapon="w7", tag="07"))
    return show


def called() -> Played:
    show = handed()
    show.act("joss", a.CallWeapon(weapon="w7", setup="s1", take=1))
    return show


def cut() -> Played:
    show = called()
    show.act("joss", a.EndTake(setup="s1"))
    return show


def kinds(view: SetUpView) -> list[str]:
    beside = () if view.beside is None else (view.beside,)
    return [each.kind for each in (*view.acts, *beside)]


def test_before_anything_is_shown_it_says_what_the_kernel_says_to_the_call() -> None:
    view = line(drawn())
    assert (view.state, view.words) == ("not-yet", ("NOT YET",))
    assert "not shown for s1" in view.rows[0].what
    assert kinds(view) == []


def test_whoever_is_still_to_look_is_named_and_sent_to_look() -> None:
    view = line(showing())
    assert "Still to look: Mara, Joss" in view.rows[0].more
    assert [each.label for each in view.acts] == ["I go and look: 07"]


@pytest.mark.parametrize("person", ["mara", "joss"])
def test_whoever_is_still_to_look_is_told_nothing_of_what_is_in_it(person: str) -> None:
    empty, loaded = showing(), showing()
    weapon = loaded.state.weapons["w7"]
    blank = Round(kind=RoundKind.BLANK, lot="B-044", strength=Strength.FULL)
    weapon = replace(weapon, condition=replace(weapon.condition, slots=(blank, *(None,) * 5)))
    loaded.state = replace(loaded.state, weapons=put(loaded.state.weapons, "w7", weapon))
    assert line(empty, person).rows[0].what == "You are still to look"
    assert line(empty, person) == line(loaded, person)


def test_shown_and_not_handed_over_is_not_yet() -> None:
    view = line(shown())
    assert view.state == "not-yet" and "in the hand of Ines" in view.rows[0].what


def test_ready_gives_the_words_and_certifies_nothing() -> None:
    view = line(handed())
    assert (view.state, view.words) == ("ready", ("READY",))
    assert view.say[0] == "Revolver 07 on set."
    assert view.say[1].startswith("Empty, ")
    assert view.say[2] == "Cold, for Mara, take 1."
    assert "Looked: Mara, Joss." in view.say[3]
    assert view.states == ("07: I was shown 6 of 6 by Ines. I do not certify it.",)
    assert "2 people say they looked at" in view.lines[0] and "Look now." in view.lines[0]
    assert kinds(view) == ["CallWeapon", "AskAgain"]
    assert "safe" not in repr(view).lower()


def test_the_call_that_is_offered_is_the_one_that_the_kernel_takes() -> None:
    show = handed()
    offered = line(show).acts[0]
    show.act("joss", a.CallWeapon(**offered.fields))
    assert show.state.setups["s1"].is_running


def test_who_may_not_say_the_call_reads_the_word_and_has_no_act() -> None:
    view = line(handed(), "ines")
    assert view.state == "ready" and kinds(view) == [] and view.states == ()


@pytest.mark.parametrize("person", ["bea", "rafe"])
@pytest.mark.parametrize("play", [shown, handed, called])
def test_a_clearance_is_named_to_nobody_it_does_not_concern(person: str, play: object) -> None:
    assert callable(play)
    view = line(play(), person)
    told = repr((view.lines, view.say, view.states, [each.what for each in view.rows]))
    assert "Mara" not in told and "cold" not in told.lower()


def test_after_the_call_cut_is_the_one_thing_left() -> None:
    view = line(called())
    assert (view.state, view.words, kinds(view)) == ("called", ("CALLED",), ["EndTake"])
    assert view.rows[0].what == "Cold · Mara"
    assert not view.is_hot


def test_anybody_may_cut() -> None:
    assert kinds(line(called(), "bea")) == ["EndTake"]


def test_after_cut_it_waits_for_what_is_still_out_and_says_with_whom() -> None:
    view = line(cut())
    assert (view.state, view.words) == ("wait", ("WAIT", "1 STILL OUT"))
    assert (view.rows[0].tag, view.rows[0].what) == ("07", "Mara")
    assert view.lines[0] == "0 of 1 back. Nobody leaves."


def test_the_same_again_makes_the_next_take_ready() -> None:
    show = cut()
    show.act("tom", a.Again(weapon="w7", setup="s1"))
    view = line(show)
    assert view.state == "ready" and "take 2" in view.say[2]


def test_shown_anew_after_cut_is_the_next_take_and_no_wait() -> None:
    show = cut()
    show.act("mara", a.OfferReturn(weapon="w7", to="ines", tag="07"))
    show.act("ines", a.TakeBack(weapon="w7", tag="07"))
    assert line(show).state == "wait"
    show.act("ines", a.ProveEmpty(weapon="w7", tag="07", seen=EMPTY))
    show.act("tom", a.Inspect(weapon="w7", seen=EMPTY))
    show.act("ines", a.CheckFunction(weapon="w7", works=True))
    people = (Listed(person="mara", standing=Standing.TAKER),
              Listed(person="joss", standing=Standing.CALLER))  # fmt: skip
    show.act(
        "ines", a.ShowWeapon(weapon="w7", setup="s1", to="mara", mode=Mode.COLD, people=people)
    )
    assert line(show).state == "not-yet"


def test_all_back_is_said_when_it_lies_in_a_locked_place() -> None:
    show = cut()
    place = replace(show.state.weapons["w7"].custody, holder=None, place="cabinet")
    weapon = replace(show.state.weapons["w7"], custody=place, clearance=None)
    show.state = replace(show.state, weapons=put(show.state.weapons, "w7", weapon))
    view = line(show)
    assert (view.state, view.words) == ("back", ("ALL BACK",))
    assert "Nothing of the show is out." in view.lines
    missing = replace(weapon, missing_since=show.now)
    show.state = replace(show.state, weapons=put(show.state.weapons, "w7", missing))
    assert line(show).state == "wait"


def test_time_alone_ends_ready() -> None:
    show = handed()
    assert line(show, now=show.now + 31 * MINUTES).state == "not-yet"


def test_a_doubt_in_the_take_ends_the_call_and_leaves_the_cut() -> None:
    show = called()
    show.act("bea", a.ReportUnattended(weapon="w7"))
    view = line(show)
    assert view.state == "not-yet" and kinds(view) == ["EndTake"]


def test_a_stop_stands_above_everything() -> None:
    show = handed()
    show.act("bea", a.Stop(unit="main"))
    view = line_view(show.source(), person="joss")
    assert view.setups[0].state == "not-yet"
    assert [each.word for each in view.stops] == ["STOP"]


@pytest.mark.parametrize("play", [morning, handed, called, cut])
def test_a_record_that_does_not_hold_is_never_ready_and_never_all_back(play: object) -> None:
    assert callable(play)
    view = line(play(), policy=Policy(record_is_whole=False))
    assert view.state == "not-yet" and "does not hold" in view.lines[0]


def test_what_two_people_found_cannot_fire_needs_no_call() -> None:
    assert line(morning(WeaponClass.RUBBER)).state == "none"


def test_a_set_up_without_weapons_says_so() -> None:
    show = Played()
    show.act("ines", a.AddPerson(who="ines", name="00", roles=()))
    assert line_view(show.source(), person="ines").setups == ()


def two() -> Played:
    """Play until one of two weapons of the set-up is ready, and the other lies in the cabinet."""
    show = handed()
    other = replace(show.state.weapons["w7"], id="w9", tag="09")
    show.state = replace(show.state, weapons=put(show.state.weapons, "w9", other))
    setup = show.state.setups["s1"]
    uses = (*setup.uses, Use(weapon="w9", taker="mara", mode=Mode.COLD, reason="r"))
    show.state = replace(show.state, setups={"s1": replace(setup, uses=uses)})
    return show


def test_each_weapon_still_to_be_called_has_its_own_tap() -> None:
    show = two()
    assert kinds(line(show)) == ["CallWeapon", "CallWeapon", "AskAgain"]
    show.act("joss", a.CallWeapon(weapon="w7", setup="s1", take=1))
    view = line(show)
    assert view.state == "ready" and kinds(view) == ["CallWeapon", "EndTake", "AskAgain"]
    assert view.acts[0].fields["weapon"] == "w9"


def test_one_weapon_that_is_not_ready_keeps_the_whole_set_up_waiting() -> None:
    show = two()
    other = replace(show.state.weapons["w9"], clearance=None)
    show.state = replace(show.state, weapons=put(show.state.weapons, "w9", other))
    view = line(show)
    assert view.state == "not-yet" and view.lines[0] == "1 weapon is not ready."
    assert [each.tag for each in view.rows] == ["07", "09"]


def hot(show: Played) -> Played:
    weapon = show.state.weapons["w7"]
    blank = Round(kind=RoundKind.BLANK, lot="B-044", strength=Strength.QUARTER)
    assert weapon.clearance is not None
    weapon = replace(
        weapon,
        condition=replace(weapon.condition, slots=(blank, blank, None, None, None, None)),
        clearance=replace(weapon.clearance, mode=Mode.HOT),
    )
    show.state = replace(show.state, weapons=put(show.state.weapons, "w7", weapon))
    return show


def test_a_hot_take_says_hot_with_number_and_strength() -> None:
    view = line(hot(called()))
    assert view.words == ("HOT", "CALLED") and view.is_hot
    assert view.rows[0].more[0] == "Two blanks, quarter"


def ranked() -> Source:
    """Play until two weapons stand in a line, walked by the pair."""
    play = ranks.walked()
    show = Played()
    show.state, show.now = play.state, play.now
    return show.source(policy=play.policy)


def test_a_line_has_one_call_for_all_of_its_weapons() -> None:
    caller = next(each for each, known in ranked().state.people.items() if Role.AD in known.roles)
    view = line_view(ranked(), person=caller).setups[0]
    assert view.state == "ready" and kinds(view) == ["CallLine", "AskAgain"]
    assert view.say[0] == "2 weapons in the line." and "for the line" in view.say[2]
    assert set(view.acts[0].expects) >= {"gun", "twin"}
