"""Is anybody sent another's answer before his own is in?"""

from dataclasses import replace
from typing import Any

import pytest
from django.utils.translation import override
from tests.reports.played import CAST, EMPTY, NAMES, Played, drawn, showing

from showclear.actions.say import load_catalogue
from showclear.kernel import asks as a
from showclear.kernel.policy import Policy
from showclear.kernel.state import LastUse, put
from showclear.kernel.things import Listed, Round, Slots
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import RoundKind, Standing
from showclear.reports.acts import is_sealed, next_acts
from showclear.reports.board import board_view
from showclear.reports.looks import hand_view, look_view, show_list_view
from showclear.reports.source import Source
from showclear.reports.weapon import weapon_view

LOADED = (Round(kind=RoundKind.BLANK, lot="B-044"), *(None,) * 5)
"""One blank: nothing that an empty one may be taken for."""


def counted_once() -> Played:
    """Play until the armorer has counted, and the second has not."""
    show = drawn()
    show.act("ines", a.ProveEmpty(weapon="w7", tag="07", seen=EMPTY))
    return show


def changed(show: Played, **changes: Any) -> None:
    """Change the weapon beside its record."""
    weapon = replace(show.state.weapons["w7"], **changes)
    show.state = replace(show.state, weapons=put(show.state.weapons, "w7", weapon))


def hold(show: Played, slots: Slots) -> None:
    changed(show, condition=replace(show.state.weapons["w7"].condition, slots=slots))


def weapon_of(source: Source) -> Weapon:
    return source.state.weapons["w7"]


def told(source: Source, person: str) -> str:
    """Return all that this person is sent of the weapon."""
    acts = next_acts(source, weapon_of(source), person)
    looks = [look_view(source, "w7", act.page, person=person) for act in acts]
    hands = [hand_view(source, "w7", act.page, person=person) for act in acts]
    views = (board_view(source, person=person), weapon_view(source, "w7", person=person))
    return repr((*views, show_list_view(source, "w7", person=person), *acts, *looks, *hands))


def stopped(show: Played) -> None:
    show.act("bea", a.Stop(unit="main"))


def misfired(show: Played) -> None:
    changed(show, history=replace(weapon_of(show.source()).history, misfired_at=show.now))


def signed_just_now(show: Played) -> None:
    last = LastUse(person="ines", at=show.now)
    show.state = replace(show.state, devices=put(show.state.devices, "this page", last))


def barred(show: Played) -> None:
    tom = replace(show.state.people["tom"], is_barred=True)
    show.state = replace(show.state, people=put(show.state.people, "tom", tom))


def apart(show: Played) -> None:
    changed(show, quarantine=("FAULT",))


HINDRANCES = (stopped, misfired, signed_just_now, barred, apart)


@pytest.mark.parametrize("hinder", HINDRANCES)
def test_what_stands_in_the_way_of_a_count_opens_nothing(hinder: Any) -> None:
    show = counted_once()
    hinder(show)
    acts = next_acts(show.source(), weapon_of(show.source()), "tom")
    assert not any(act.kind == "Inspect" for act in acts)
    assert "Empty, " not in told(show.source(), "tom")


@pytest.mark.parametrize("person", ["mara", "joss"])
def test_a_record_under_check_opens_no_look(person: str) -> None:
    source = showing().source(policy=Policy(record_is_whole=False))
    assert is_sealed(source, weapon_of(source), person)


def test_whoever_counted_and_whoever_never_counts_are_told() -> None:
    show = counted_once()
    assert "Empty, " in told(show.source(), "ines")
    assert "Empty, " in told(show.source(), "bea")
    show.act("tom", a.Inspect(weapon="w7", seen=EMPTY))
    assert "Empty, " in told(show.source(), "tom")


def test_another_load_changes_nothing_that_is_sent_to_who_is_still_to_count() -> None:
    show = counted_once()
    before = told(show.source(), "tom")
    hold(show, LOADED)
    assert told(show.source(), "tom") == before
    assert board_view(show.source(), person="bea").rows[0].state == "hot"


@pytest.mark.parametrize("person", ["mara", "joss"])
def test_another_load_changes_nothing_that_is_sent_to_who_is_still_to_look(person: str) -> None:
    show = showing()
    before = told(show.source(), person)
    hold(show, LOADED)
    assert told(show.source(), person) == before


def test_to_who_is_still_to_count_it_is_a_weapon_that_nobody_knows() -> None:
    row = board_view(counted_once().source(), person="tom").rows[0]
    assert (row.contents, row.state, row.spine) == ("You are still to look", "unknown", "unknown")
    assert row.custody.startswith("Ines, in hand")


def test_whoever_holds_it_and_has_not_counted_is_not_offered_to_show_it() -> None:
    show = showing()
    kinds = {act.kind for act in next_acts(show.source(), weapon_of(show.source()), "ines")}
    assert "ShowWeapon" in kinds
    ours = weapon_of(show.source()).condition
    changed(show, condition=replace(ours, inspected=ours.inspected[1:]))
    kinds = {act.kind for act in next_acts(show.source(), weapon_of(show.source()), "ines")}
    assert "Inspect" in kinds and "ShowWeapon" not in kinds


def spoken(show: Played, person: str) -> tuple[str, ...]:
    view = show_list_view(show.source(), "w7", person=person)
    assert view is not None
    return view.words


@pytest.mark.parametrize("person", sorted({*CAST, ""} - {"ines"}))
def test_the_show_list_tells_nobody_what_is_in_it_before_he_looked(person: str) -> None:
    assert spoken(showing(), person) == ("Revolver 07.", "Come and look.")


def test_the_show_list_tells_who_shows_it_and_who_has_answered() -> None:
    show = showing()
    show.act("mara", a.AnswerLook(weapon="w7", seen=EMPTY))
    for person in ("ines", "mara"):
        assert spoken(show, person) == ("Revolver 07. Empty.", "Come and look.")
    assert spoken(show, "joss") == ("Revolver 07.", "Come and look.")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("standing", Standing)
def test_every_standing_on_a_show_list_has_its_word(standing: Standing, language: str) -> None:
    show = showing()
    now = weapon_of(show.source()).showing
    assert now is not None
    people = (*now.people, Listed(person="rafe", standing=standing))
    changed(show, showing=replace(now, people=people))
    with override(language):
        view = show_list_view(show.source(), "w7", person="ines")
    assert view is not None
    word = load_catalogue(language).own["standings"][standing.value]
    assert next(one.role for one in view.waiting if one.name == NAMES["rafe"]).endswith(word)
