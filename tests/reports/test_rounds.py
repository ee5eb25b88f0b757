"""Is where the rounds are told to everybody but those who are to answer first?"""

from dataclasses import replace

import pytest
from tests.reports.played import CAST, EMPTY, Played, drawn

from showclear.actions.answers import Answer
from showclear.kernel import asks as a
from showclear.kernel.state import put
from showclear.kernel.things import ChamberLoad, Round, Seen
from showclear.kernel.words import Bin, Label, Mode, Origin, Role, Strength
from showclear.reports.acts import find_act, next_acts
from showclear.reports.answers import refusal_view
from showclear.reports.board import board_view
from showclear.reports.boxes import box_form, box_list, box_view, boxes_view
from showclear.reports.boxes import next_acts as acts_with
from showclear.reports.looks import hand_view, load_view, look_view
from showclear.reports.weapon import weapon_view

SIGNED = a.SignLot(lot="d1", proved=48, doubtful=0, sealed=2, is_marked=True)
COUNTED = a.CountLot(lot="d1", store=48, sealed=2, worn=0, fired=0, misfired=0)
TELLING = ("48", "50")
"""What was said and what should be there."""


def arrived(label: Label = Label.DUMMY, strength: Strength | None = None) -> Played:
    """Play until a box of fifty has come in."""
    show = drawn()
    show.act("joss", a.OpenDay(day="monday"))
    show.act("joss", a.FillPost(post=Role.ARMORER, who="ines"))
    received = a.ReceiveLot(
        lot="d1",
        label=label,
        strength=strength,
        count=50,
        origin=Origin.SUPPLIER,
        line="l",
        place="cabinet",
        supplier="Long Acre Props",
    )
    show.act("ines", received)
    return show


def signed_by(*people: str) -> Played:
    """Play until these people have gone through it."""
    show = arrived()
    for person in people:
        show.act(person, SIGNED)
    return show


def told(show: Played, person: str) -> str:
    """Return everything of the box that this person is sent."""
    source = show.source()
    acts = acts_with(source, show.state.lots["d1"], person)
    forms = [box_form(source, "d1", act.page, person=person) for act in acts]
    screens = (boxes_view(source, person=person), box_view(source, "d1", person=person))
    return repr((*screens, *forms, box_list(source)))


@pytest.mark.parametrize("signers", [(), ("ines",)])
@pytest.mark.parametrize("person", ["ines", "tom"])
def test_who_is_to_go_through_it_or_count_it_is_told_no_number(
    person: str, signers: tuple[str, ...]
) -> None:
    assert not any(number in told(signed_by(*signers), person) for number in TELLING)


def test_what_the_first_one_said_changes_nothing_that_the_second_is_sent() -> None:
    show = signed_by("ines")
    before = told(show, "tom")
    lot = show.state.lots["d1"]
    other = replace(lot.signed[0], proved=44, doubtful=1, sealed=5, is_marked=False)
    show.state = replace(show.state, lots=put(show.state.lots, "d1", replace(lot, signed=(other,))))
    assert told(show, "tom") == before


def test_what_the_first_one_counted_changes_nothing_that_the_second_is_sent() -> None:
    show = signed_by("ines", "tom")
    show.act("ines", COUNTED)
    before = told(show, "tom")
    lot = show.state.lots["d1"]
    other = replace(lot.tallies[0], store=40)
    show.state = replace(
        show.state, lots=put(show.state.lots, "d1", replace(lot, tallies=(other,)))
    )
    assert told(show, "tom") == before
    assert "48" not in before


def test_who_is_asked_for_nothing_is_told_where_the_rounds_are() -> None:
    view = box_view(signed_by("ines", "tom").source(), "d1", person="joss")
    assert view is not None
    assert [(each.label, each.text) for each in view.where] == [("In store", "48"), ("Sealed", "2")]


def test_two_who_counted_the_same_are_told_where_the_rounds_are() -> None:
    show = signed_by("ines", "tom")
    for person in ("ines", "tom"):
        show.act(person, COUNTED)
    assert "48" in told(show, "ines") and "48" in told(show, "tom")


def test_a_number_that_the_record_has_is_not_told_by_a_refusal() -> None:
    show = arrived()
    answer = Answer(
        ask={"kind": "SignLot", "lot": "d1"},
        rule="LOT-WHOLE",
        params={"answered": 47, "rounds": 50},
        outcome="refused",
        received_at=show.now,
    )  # fmt: skip
    assert "50" not in repr(refusal_view(show.source(), answer, person="tom"))
    assert "50" in refusal_view(show.source(), answer, person="joss").why


@pytest.mark.parametrize(
    ("signers", "words"),
    [
        ((), "Arrived. Nobody has gone through it."),
        (("ines",), "Ines went through it. A second person is still to."),
        (("ines", "tom"), "Gone through by Ines and Tom, marked"),
    ],
)
def test_its_state_is_said_in_words(signers: tuple[str, ...], words: str) -> None:
    (row,) = boxes_view(signed_by(*signers).source(), person="joss").rows
    assert row.said == words
    assert row.spine == ("locked" if len(signers) == 2 else "unknown")


def test_a_box_that_was_set_aside_says_why_and_comes_first() -> None:
    show = signed_by("ines", "tom")
    first = replace(show.state.lots["d1"], id="d0")
    show.state = replace(show.state, lots=put(show.state.lots, "d0", first))
    show.act("bea", a.RejectLot(lot="d1"))
    rows = boxes_view(show.source(), person="joss").rows
    assert [each.lot for each in rows] == ["d1", "d0"]
    assert rows[0].said == "Set aside: its box of rounds was set aside"
    assert rows[0].state == rows[0].spine == "quarantined"


def test_a_box_that_is_held_is_to_go_through_again_and_says_why() -> None:
    show = arrived()
    held = replace(show.state.lots["d1"], cause="LOT-DOUBT")
    show.state = replace(show.state, lots=put(show.state.lots, "d1", held))
    assert boxes_view(show.source(), person="joss").rows[0].said.startswith("To go through again:")


def kinds(show: Played, person: str) -> list[str]:
    return [each.kind for each in acts_with(show.source(), show.state.lots["d1"], person)]


def test_only_what_the_kernel_would_take_down_is_offered() -> None:
    show = signed_by("ines")
    assert kinds(show, "ines") == ["CountLot", "RejectLot"]
    assert kinds(show, "tom") == ["SignLot", "CountLot", "RejectLot"]
    assert kinds(show, "bea") == ["RejectLot"]
    show.act("bea", a.RejectLot(lot="d1"))
    assert kinds(show, "tom") == ["CountLot"]


def test_the_second_is_asked_also_when_his_answer_would_differ() -> None:
    show = signed_by("ines")
    lot = show.state.lots["d1"]
    fewer = replace(lot, bins={**lot.bins, Bin.STORE.value: 30})
    show.state = replace(show.state, lots=put(show.state.lots, "d1", fewer))
    assert "SignLot" in kinds(show, "tom")
    view = box_view(show.source(), "d1", person="tom")
    assert view is not None and view.where == ()


def test_nothing_stands_at_an_address_of_no_box_or_of_no_open_act() -> None:
    source = arrived().source()
    assert box_view(source, "d9", person="ines") is None
    assert box_form(source, "d9", "SignLot", person="ines") is None
    assert box_form(source, "d1", "RejectLot", person="ines") is None


@pytest.mark.parametrize(
    ("strength", "name"),
    [
        (Strength.QUARTER_SILENT, "Blanks, quarter, silent"),
        (Strength.QUARTER, "Blanks, quarter"),
        (Strength.HALF, "Blanks, half"),
        (Strength.FULL, "Blanks, full"),
    ],
)
def test_a_box_is_called_what_its_maker_wrote_on_it(strength: Strength, name: str) -> None:
    show = arrived(Label.BLANK, strength)
    view = box_view(show.source(), "d1", person="joss")
    form = box_form(show.source(), "d1", "SignLot", person="ines")
    assert view is not None and view.row.name == name
    assert form is not None and form.numbers[0].word == "It is the blank that the box says"


def to_load() -> Played:
    """Play until 07 is proved empty by two, and a box of dummies is ready."""
    show = signed_by("ines", "tom")
    show.act("ines", a.ProveEmpty(weapon="w7", tag="07", seen=EMPTY))
    show.act("tom", a.Inspect(weapon="w7", seen=EMPTY))
    return show


def offered(show: Played, person: str) -> list[str]:
    return [each.kind for each in next_acts(show.source(), show.state.weapons["w7"], person)]


def test_a_weapon_is_loaded_out_of_the_boxes_that_the_kernel_would_allow() -> None:
    show = to_load()
    view = load_view(show.source(), "w7", "Load", person="ines")
    assert view is not None
    assert [each.text for each in view.boxes] == ["Dummies · Long Acre Props · cabinet"]
    assert (view.planned, view.chambers) == (0, (1, 2, 3, 4, 5, 6))
    assert hand_view(show.source(), "w7", "Load", person="ines") is None
    assert "Load" not in offered(show, "tom")


def test_no_load_is_offered_out_of_a_box_that_two_have_not_gone_through() -> None:
    show = signed_by("ines")
    show.act("ines", a.ProveEmpty(weapon="w7", tag="07", seen=EMPTY))
    show.act("tom", a.Inspect(weapon="w7", seen=EMPTY))
    assert "Load" not in offered(show, "ines")
    assert load_view(show.source(), "w7", "Load", person="ines") is None


def test_the_number_of_the_plan_is_the_one_that_stands_there() -> None:
    show = to_load()
    setup = show.state.setups["s1"]
    use = replace(setup.uses[0], rounds=4)
    show.state = replace(
        show.state, setups=put(show.state.setups, "s1", replace(setup, uses=(use,)))
    )
    view = load_view(show.source(), "w7", "Load", person="ines")
    assert view is not None and (view.planned, view.boxes[0].rounds) == (4, 4)


def test_blanks_take_the_number_of_what_is_planned_hot() -> None:
    show = to_load()
    setup, lot, weapon = show.state.setups["s1"], show.state.lots["d1"], show.state.weapons["w7"]
    uses = (*setup.uses, replace(setup.uses[0], mode=Mode.HOT, rounds=3))
    box = replace(lot, label=Label.BLANK, strength=Strength.QUARTER, fits=("m",))
    show.state = replace(
        show.state,
        setups=put(show.state.setups, "s1", replace(setup, uses=uses)),
        lots=put(show.state.lots, "d1", box),
        weapons=put(show.state.weapons, "w7", replace(weapon, model="m")),
    )
    assert "Load" not in offered(show, "ines")
    for person in ("ines", "tom"):
        show.act(person, a.TestFire(weapon="w7", lot="d1", distance_mm=1))
    show.act("ines", a.ProveEmpty(weapon="w7", tag="07", seen=EMPTY))
    for person in ("ines", "tom"):
        show.act(person, a.SeeBore(weapon="w7", is_clear=True))
    show.act("tom", a.Inspect(weapon="w7", seen=EMPTY))
    near = replace(uses[1], distance_mm=1)
    setup = replace(show.state.setups["s1"], uses=(uses[0], near))
    show.state = replace(show.state, setups=put(show.state.setups, "s1", setup))
    view = load_view(show.source(), "w7", "Load", person="ines")
    assert view is not None and view.planned == 3


def loaded() -> Played:
    """Play until three dummies are in 07."""
    show = to_load()
    rounds = tuple(ChamberLoad(chamber=each, lot="d1") for each in (1, 2, 3))
    show.act("ines", a.Load(weapon="w7", tag="07", rounds=rounds))
    return show


def test_the_witness_is_asked_and_told_nothing_before_he_has_counted() -> None:
    show = loaded()
    assert offered(show, "tom")[0] == "WitnessLoad" and "WitnessLoad" not in offered(show, "ines")
    source = show.source()
    look = look_view(source, "w7", "WitnessLoad", person="tom")
    page = weapon_view(source, "w7", person="tom")
    sent = repr((page, look, board_view(source, person="tom"), boxes_view(source, person="tom")))
    assert look is not None and "three" not in sent.lower() and "dumm" not in repr(page).lower()


def test_whoever_loaded_it_or_watched_has_answered_and_is_told() -> None:
    show = loaded()
    show.act("tom", a.WitnessLoad(weapon="w7", seen=Seen(empty=3, dummy=3)))
    assert "WitnessLoad" not in offered(show, "tom")
    for person in ("ines", "tom"):
        view = weapon_view(show.source(), "w7", person=person)
        assert view is not None and view.contents == "three dummies"


def test_what_went_in_is_taken_out_chamber_by_chamber() -> None:
    show = loaded()
    source = show.source()
    look = look_view(source, "w7", "Unload", person="ines")
    assert look is not None and (look.capacity, look.question) == (6, "What came out?")
    assert hand_view(source, "w7", "Unload", person="ines") is None
    assert "Unload" not in offered(show, "tom")
    show.act("ines", a.Unload(weapon="w7", tag="07", out=Seen(empty=3, dummy=3)))
    assert "Unload" not in offered(show, "ines")
    assert show.state.lots["d1"].held(Bin.STORE) == 48


@pytest.mark.parametrize("person", sorted(CAST))
def test_nothing_of_loading_is_offered_on_a_weapon_that_lies_in_its_place(person: str) -> None:
    show = signed_by("ines", "tom")
    weapon = show.state.weapons["w7"]
    empty: tuple[Round | None, ...] = (None,) * 6
    known = replace(weapon, condition=replace(weapon.condition, slots=empty))
    away = replace(known, custody=replace(weapon.custody, holder=None, place="cabinet"))
    show.state = replace(show.state, weapons=put(show.state.weapons, "w7", away))
    assert find_act(show.source(), away, "Load", person=person) is None
