"""Does what is written come back, and is everything else refused by the name of its field?"""

import hashlib
import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.kernel import stage

from showclear.kernel.asks import ACTS, AddPlace, AnswerLook, Ask, Asker, ServerStarted
from showclear.kernel.codec import INT_MAX, TEXT_MAX, Unreadable, from_plain, to_plain
from showclear.kernel.decide import EVOLVERS, JUDGES
from showclear.kernel.events import Event, WeaponDrawn
from showclear.kernel.forms import FORMS, Effect, Form, event_from_plain, event_to_plain
from showclear.kernel.state import State
from showclear.kernel.things import Round, Seen
from showclear.kernel.words import RoundKind

VECTOR = Path(__file__).parents[1] / "vectors" / "kernel_state.json"
ENVELOPE = {"v", "show", "id", "by", "kind", "at", "expects", "person", "via"}

TEXT = st.text(max_size=TEXT_MAX)
NUMBER = st.integers(-INT_MAX, INT_MAX)
for kind, values in ((str, TEXT), (int, NUMBER)):
    st.register_type_strategy(kind, values)

EVENTS = {kind.__name__: kind for kind in get_args(Event)}
LOOK = {"weapon": "gun", "seen": {"empty": 6}}


@given(act=st.sampled_from(sorted(ACTS)).flatmap(lambda name: st.from_type(ACTS[name])))
@settings(max_examples=200, deadline=None)
def test_every_act_comes_back_as_it_was_written(act: Any) -> None:
    assert from_plain(type(act), json.loads(json.dumps(to_plain(act)))) == act


@given(event=st.sampled_from(sorted(EVENTS)).flatmap(lambda name: st.from_type(EVENTS[name])))
@settings(max_examples=200, deadline=None)
def test_every_event_comes_back_as_it_was_written(event: Any) -> None:
    assert event_from_plain(json.loads(json.dumps(event_to_plain(event)))) == event


@pytest.mark.parametrize("play", stage.FINE)
def test_every_good_state_comes_back_as_it_was_written(play: Any) -> None:
    state = play().state
    assert from_plain(State, json.loads(json.dumps(to_plain(state)))) == state


def test_a_round_comes_back_without_a_strength() -> None:
    dummy = Round(kind=RoundKind.DUMMY, lot="lot-1")
    assert from_plain(Round, to_plain(dummy)) == dummy


@pytest.mark.parametrize(
    ("kind", "plain", "said"),
    [
        (AnswerLook, {**LOOK, "safe": True}, "safe is no field of AnswerLook"),
        (AnswerLook, {"weapon": "gun"}, "seen is missing"),
        (AnswerLook, [], "AnswerLook must be an object"),
        (AnswerLook, {**LOOK, "weapon": 6}, "weapon must be text"),
        (AnswerLook, {**LOOK, "weapon": "g" * 201}, "weapon is longer than 200 characters"),
        (AnswerLook, {**LOOK, "seen": {"empty": "6"}}, "seen.empty must be a whole number"),
        (AnswerLook, {**LOOK, "seen": {"empty": True}}, "seen.empty must be a whole number"),
        (AnswerLook, {**LOOK, "seen": {"empty": 6.0}}, "seen.empty must be a whole number"),
        (AnswerLook, {**LOOK, "seen": {"full": 1}}, "seen.full is no field of Seen"),
        (Seen, {"empty": 2**53 + 1}, "empty is too large a number"),
        (Seen, {"empty": -(2**53) - 1}, "empty is too large a number"),
        (AddPlace, {"place": "p", "unit": "u", "is_locked": 1}, "is_locked must be true or false"),
        (ACTS["AddPerson"], {"who": "a", "name": "n", "roles": "ad"}, "roles must be a list"),
        (
            ACTS["AddPerson"],
            {"who": "a", "name": "n", "roles": ["ad", "king"]},
            "roles[1] must be one of producer",
        ),
        (State, {"weapons": []}, "weapons must be an object"),
        (State, {"people": {"a": {"id": "a", "roles": []}}}, "people.a.name is missing"),
    ],
)
def test_what_does_not_fit_is_refused_by_the_name_of_its_field(
    kind: type, plain: Any, said: str
) -> None:
    with pytest.raises(Unreadable) as refused:
        from_plain(kind, plain)
    assert str(refused.value).startswith(said)


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        ([], "an event must be an object"),
        ({"kind": "WeaponBlessed", "v": 1}, "WeaponBlessed is no event that this program knows"),
        ({"kind": ["WorkRestarted"], "v": 1}, "['WorkRestarted'] is no event"),
        ({"kind": "WorkRestarted", "v": 2, "stop": "s"}, "WorkRestarted has form 2"),
        ({"kind": "WorkRestarted", "v": 0, "stop": "s"}, "WorkRestarted has form 0"),
        ({"kind": "WorkRestarted", "v": True, "stop": "s"}, "WorkRestarted has form True"),
        ({"kind": "WorkRestarted", "stop": "s"}, "WorkRestarted has form None"),
        ({"kind": "WorkRestarted", "v": 1}, "stop is missing"),
    ],
)
def test_an_event_that_this_program_does_not_know_is_refused(plain: Any, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        event_from_plain(plain)
    assert str(refused.value).startswith(said)


@dataclass(frozen=True)
class Moved:
    """An event in its third form."""

    weapon: str
    holder: str
    at: int


FORMS_OF_3 = {"Moved": Form(Moved, Effect.PERMIT, v=3)}
LIFTS: dict[tuple[str, int], Any] = {
    ("Moved", 1): lambda old: {"weapon": old["gun"], "holder": old["holder"]},
    ("Moved", 2): lambda old: {**old, "at": 0},
}


@pytest.mark.parametrize(
    "old",
    [
        {"v": 1, "gun": "g", "holder": "h"},
        {"v": 2, "weapon": "g", "holder": "h"},
        {"v": 3, "weapon": "g", "holder": "h", "at": 0},
    ],
)
def test_an_older_form_is_lifted_step_by_step(old: dict[str, Any]) -> None:
    stored = {"kind": "Moved", **old}
    before = dict(stored)
    read: Any = event_from_plain(stored, forms=FORMS_OF_3, upcasts=LIFTS)
    assert read == Moved(weapon="g", holder="h", at=0)
    assert stored == before


def test_no_act_has_a_field_that_the_envelope_of_an_ask_needs() -> None:
    taken = {
        f"{name}.{each.name}"
        for name, act in ACTS.items()
        for each in fields(act)
        if each.name in ENVELOPE
    }
    assert taken == {"AddKey.person", "EndKey.person"}  # the record's key.add and key.end


def test_every_event_has_a_form_and_moves_the_state_or_is_neutral() -> None:
    assert {name: form.kind for name, form in FORMS.items()} == EVENTS
    neutral = {form.kind for form in FORMS.values() if form.effect is Effect.NEUTRAL}
    assert set(EVOLVERS) == set(EVENTS.values()) - neutral


def test_every_form_moves_the_version_of_something_the_event_names() -> None:
    for form in FORMS.values():
        assert form.moves in {"", *(each.name for each in fields(form.kind))}


def test_every_act_has_a_judge() -> None:
    assert set(JUDGES) == set(ACTS.values())


def test_an_ask_names_no_versions_unless_told() -> None:
    asker = Asker(person="a", device="d")
    assert Ask(id="1", asker=asker, at=0, act=ServerStarted()).expects == {}


def test_a_stored_event_reads_the_same_for_ever() -> None:
    event = WeaponDrawn(weapon="gun", holder="ada", at=1)
    assert event_to_plain(event) == {
        "kind": "WeaponDrawn", "v": 1, "weapon": "gun", "holder": "ada", "at": 1, "watcher": None,
    }  # fmt: skip
    older = {"kind": "WeaponDrawn", "v": 1, "weapon": "gun", "holder": "ada", "at": 1}
    assert event_from_plain(older) == event


def digest(play: stage.Play) -> str:
    plain = json.dumps(to_plain(play.state), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def test_the_written_state_of_a_played_show_never_changes() -> None:
    known = json.loads(VECTOR.read_text("utf-8"))
    assert {each.__name__: digest(each()) for each in stage.FINE} == known
