"""Do the boards say what the record says, and to nobody more than he may know?"""

from dataclasses import replace

import pytest
from tests.reports.played import CAST, Played, drawn, morning, showing, shown

from showclear.kernel import asks as a
from showclear.kernel.policy import Policy
from showclear.kernel.state import put
from showclear.kernel.things import Round, Seen
from showclear.kernel.words import Proof, RoundKind, WeaponClass
from showclear.reports.acts import next_acts
from showclear.reports.board import board_view, wall_view
from showclear.reports.looks import look_view, show_list_view
from showclear.reports.weapon import weapon_view
from showclear.store import rows

MINUTES = 60_000


def chip(show: Played, person: str) -> str:
    return board_view(show.source(), person=person).rows[0].state


@pytest.mark.parametrize("person", ["ines", "tom", "mara", "joss"])
def test_a_clearance_is_told_to_those_it_names_and_to_those_who_answer_for_it(person: str) -> None:
    assert chip(shown(), person) == "shown"


@pytest.mark.parametrize("person", ["bea", "rafe", ""])
def test_a_clearance_is_told_to_nobody_else(person: str) -> None:
    source = shown().source()
    view = weapon_view(source, "w7", person=person)
    told = repr((board_view(source, person=person), view))
    assert "Mara" not in told and "12A" not in told and chip(shown(), person) == "out"


def test_a_clearance_whose_time_is_over_is_not_shown() -> None:
    show = shown()
    late = show.source(now=show.now + 31 * MINUTES)
    assert board_view(late, person="ines").rows[0].state == "out"


@pytest.mark.parametrize("person", sorted(CAST))
def test_another_count_in_an_open_look_changes_no_view(person: str) -> None:
    show = showing()
    show.act("mara", a.AnswerLook(weapon="w7", seen=Seen(empty=6)))
    told = _told(show, person)
    weapon = show.state.weapons["w7"]
    assert weapon.showing is not None
    other = tuple(replace(look, seen=Seen(dummy=5, unsure=1)) for look in weapon.showing.looks)
    weapon = replace(weapon, showing=replace(weapon.showing, looks=other))
    show.state = replace(show.state, weapons=put(show.state.weapons, "w7", weapon))
    assert _told(show, person) == told


def _told(show: Played, person: str) -> str:
    source = show.source()
    acts = next_acts(source, show.state.weapons["w7"], person)
    pages = [look_view(source, "w7", act.page, person=person) for act in acts]
    views = (board_view(source, person=person), weapon_view(source, "w7", person=person))
    return repr((*views, show_list_view(source, "w7", person=person), *pages, wall_view(source)))


def test_only_acts_that_the_kernel_would_allow_are_offered() -> None:
    show = drawn()
    kinds = [act.kind for act in next_acts(show.source(), show.state.weapons["w7"], "ines")]
    assert "ProveEmpty" in kinds and "LockUp" in kinds
    assert not {"ShowWeapon", "OfferHandover", "TakeHandover"} & set(kinds)


def test_the_wall_is_green_only_when_every_weapon_lies_in_a_locked_place() -> None:
    assert wall_view(morning().source()).state == "locked"
    assert wall_view(drawn().source()).state == "out"


def test_a_weapon_in_an_open_place_is_not_locked_up() -> None:
    show = morning()
    place = replace(show.state.places["cabinet"], is_locked=False)
    show.state = replace(show.state, places={"cabinet": place})
    assert wall_view(show.source()).state == "out"


def test_a_stop_beats_out_on_the_wall() -> None:
    show = drawn()
    show.act("bea", a.Stop(unit="main"))
    assert wall_view(show.source()).state == "stopped"


def loaded() -> Played:
    show = drawn()
    weapon = show.state.weapons["w7"]
    slots = (Round(kind=RoundKind.BLANK, lot="B-044"), None, None, None, None, None)
    weapon = replace(weapon, condition=replace(weapon.condition, slots=slots))
    show.state = replace(show.state, weapons=put(show.state.weapons, "w7", weapon))
    return show


def test_hot_beats_out_on_the_wall() -> None:
    assert wall_view(loaded().source()).state == "hot"


def test_a_weapon_with_a_blank_in_it_is_hot_whoever_was_shown_it() -> None:
    assert chip(loaded(), "bea") == "hot"


def test_a_record_that_does_not_hold_makes_the_wall_unknown() -> None:
    broken = morning().source(policy=Policy(record_is_whole=False))
    assert wall_view(broken).state == "unknown"


def test_a_show_without_weapons_is_unknown_and_never_green() -> None:
    assert wall_view(Played().source()).state == "unknown"


def test_a_rubber_weapon_cannot_fire_and_is_not_unknown() -> None:
    row = board_view(morning(WeaponClass.RUBBER).source(), person="ines").rows[0]
    assert (row.contents, row.spine) == ("Cannot fire", "locked")


def test_a_locked_weapon_that_nobody_proved_keeps_the_hatch() -> None:
    row = board_view(morning().source(), person="ines").rows[0]
    assert (row.state, row.spine, row.contents) == ("locked", "unknown", "TREAT AS LOADED")


def test_a_line_of_the_log_never_says_what_was_counted() -> None:
    assert not {"seen", "fields", "body"} & set(rows.LogRow.__dataclass_fields__)


def test_the_bad_answer_stands_beside_the_good_one() -> None:
    show = drawn()
    act = a.ProveEmpty(weapon="w7", tag="07", seen=Seen(empty=6))
    show.act("ines", act)
    source = show.source()
    acts = next_acts(source, source.state.weapons["w7"], "ines")
    told = {(each.kind, each.fields.get("works")) for each in acts}
    assert {("CheckFunction", True), ("CheckFunction", False)} <= told


def test_the_show_list_of_a_live_capable_weapon_names_the_second_who_counted() -> None:
    show = drawn(WeaponClass.LIVE_CAPABLE)
    show.act("ines", a.ProveEmpty(weapon="w7", tag="07", seen=Seen(empty=6)))
    show.act("tom", a.Inspect(weapon="w7", seen=Seen(empty=6)))
    show.act("ines", a.CheckFunction(weapon="w7", works=True))
    source = show.source()
    assert "ProveContent" in [
        each.kind for each in next_acts(source, source.state.weapons["w7"], "ines")
    ]
    show.act("ines", a.ProveContent(weapon="w7", proof=Proof.ROD, chambers=6))
    source = show.source()
    acts = next_acts(source, source.state.weapons["w7"], "ines")
    people = [each.fields["people"] for each in acts if each.kind == "ShowWeapon"]
    assert [[each["standing"] for each in listed] for listed in people] == [
        ["taker", "caller", "second"]
    ]
