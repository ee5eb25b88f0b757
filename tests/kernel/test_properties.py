"""What holds in every play, whoever does what in whichever order?"""

import json
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.kernel import stage
from tests.kernel.plays import (
    ANY_ACT,
    ODD,
    PLAYS,
    STARTS,
    STEPS,
    TAKING_AWAY,
    Step,
    folded,
    handovers,
    played,
)
from tests.kernel.stage import CHAMBERS, Play, Scene

from showclear.kernel.asks import ACTS, Act, Ask, ReportUnattended
from showclear.kernel.codec import from_plain, to_plain
from showclear.kernel.decide import BOOK
from showclear.kernel.decision import Allowed, Decision
from showclear.kernel.events import (
    CaseMoved,
    CaseOpened,
    CaseSealed,
    LeftUnattended,
    PassedOn,
    WeaponDrawn,
    WeaponHandedOver,
    WeaponIssued,
    WeaponLockedUp,
    WeaponReturned,
)
from showclear.kernel.forms import FORMS, Effect, event_from_plain, event_to_plain
from showclear.kernel.looks import mode_of
from showclear.kernel.policy import parts_of
from showclear.kernel.state import State
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Part

MOVES = (
    WeaponDrawn
    | WeaponLockedUp
    | WeaponHandedOver
    | WeaponReturned
    | PassedOn
    | WeaponIssued
    | CaseSealed
    | CaseMoved
    | CaseOpened
)
WILD = st.one_of([st.from_type(kind) for kind in ACTS.values()])
"""Acts whose texts and numbers are anything at all."""
quick = settings(max_examples=200, deadline=None)


def effect_of(event: object) -> Effect:
    return FORMS[type(event).__name__].effect


def is_well(weapon: Weapon) -> None:
    assert (weapon.custody.holder is None) is not (weapon.custody.place is None)
    if weapon.condition.slots is not None:
        assert len(weapon.condition.slots) == CHAMBERS
    clearance = weapon.clearance
    if clearance is None:
        return
    parts = parts_of(weapon.weapon_class, stage.POLICY)
    signers = {look.person for look in weapon.condition.inspected}
    assert weapon.condition.slots is not None
    assert mode_of(weapon) is clearance.mode
    assert Part.TWO_INSPECTORS not in parts or len(signers) >= 2
    assert weapon.showing is None
    assert (clearance.chosen or clearance.to) in clearance.looked


def things(state: State) -> Any:
    return {**to_plain(state), "devices": None}


@given(start=STARTS, steps=STEPS)
@quick
def test_after_each_step_of_a_play_every_weapon_is_well(start: Any, steps: list[Step]) -> None:
    play = start()
    for step in steps:
        before, events = play.state, len(play.events)
        decision = play.ask(*step[:2], after=step.after, owner=step.owner, via=step.via, at=step.at)
        for weapon in play.state.weapons.values():
            is_well(weapon)
        done = [event for event, _ in play.events[events:]]
        for event in done:
            if isinstance(event, LeftUnattended):
                assert play.weapon(event.weapon).condition.slots is None
            if isinstance(event, WeaponHandedOver):
                was = before.weapons[event.weapon]
                assert was.custody.holder == event.giver == (was.offer and was.offer.giver)
                assert event.giver != event.taker
        if all(effect_of(event) is Effect.NEUTRAL for event in done):
            assert things(play.state) == things(before), decision


@given(play=PLAYS)
@quick
def test_folding_the_written_events_again_gives_the_state(play: Play) -> None:
    written = [(json.dumps(event_to_plain(event)), version) for event, version in play.events]
    read = [(event_from_plain(json.loads(plain)), version) for plain, version in written]
    assert folded(read) == play.state


@given(play=PLAYS, step=ODD)
@quick
def test_the_same_ask_has_the_same_answer(play: Play, step: Step) -> None:
    scene = step.of(play)
    before = to_plain(scene.state)
    assert scene.judge() == scene.judge()
    assert to_plain(scene.state) == before


@given(play=PLAYS, ask=st.builds(Ask, act=ANY_ACT | WILD, at=st.integers()))
@quick
def test_every_well_formed_ask_has_an_answer(play: Play, ask: Ask) -> None:
    assert isinstance(Scene(play.state, ask, play.now).judge(), get_args(Decision))


@given(play=PLAYS, step=ODD | STEPS.filter(bool).map(lambda steps: steps[0]))
@quick
def test_each_rule_alone_and_each_rule_missing_leaves_an_answer(play: Play, step: Step) -> None:
    scene = step.of(play)
    for code in BOOK:
        for book in (BOOK - {code}, frozenset({code})):
            decision = scene.judge(book)
            if isinstance(decision, Allowed):
                Play(play.state, scene.now).settled(decision)


@given(play=PLAYS, act=TAKING_AWAY, who=st.none() | st.sampled_from(["dora", "nobody"]))
@quick
def test_what_only_takes_away_is_never_refused(play: Play, act: Act, who: str | None) -> None:
    decision = play.scene(who, act, at=10**9, expects={}, owner=None).judge()
    assert isinstance(decision, Allowed)
    assert all(effect_of(event) is not Effect.PERMIT for event in decision.events)


@given(play=PLAYS)
@quick
def test_after_unattended_nobody_knows_what_is_in_any_weapon_in_a_hand(play: Play) -> None:
    out = [weapon.id for weapon in play.state.weapons.values() if weapon.custody.holder]
    play.do(None, ReportUnattended())
    assert all(play.weapon(weapon).condition.slots is None for weapon in out)
    assert all(play.weapon(weapon).clearance is None for weapon in out)


@given(play=PLAYS, first=st.integers(2_000, 4_000_000), more=st.integers(0, 4_000_000))
@quick
def test_waiting_never_turns_a_refusal_into_a_handover(play: Play, first: int, more: int) -> None:
    soon = handovers(play.state, play.now + first)
    assert handovers(play.state, play.now + first + more) <= soon


@given(start=STARTS, steps=STEPS, more=STEPS, act=TAKING_AWAY)
@quick
def test_taking_away_anywhere_in_a_play_allows_no_handover_more(
    start: Any, steps: list[Step], more: list[Step], act: Act
) -> None:
    play = played(start, steps)
    before = len(play.events)
    taken = play.scene(None, act).judge()
    assert isinstance(taken, Allowed)
    for step in more:
        play.ask(*step[:2], after=step.after)
    inserted = [(event, "inserted") for event in taken.events]
    less = folded([*play.events[:before], *inserted, *play.events[before:]])
    assert handovers(less, play.now + 2_000) <= handovers(play.state, play.now + 2_000)


def is_removable(play: Play, n: int) -> bool:
    """Without a move the weapon is elsewhere."""
    event, _ = play.events[n]
    return effect_of(event) is Effect.PERMIT and not isinstance(event, MOVES)


@given(play=PLAYS, at=st.integers(0, 200))
@quick
def test_forgetting_what_permitted_allows_no_handover_more(play: Play, at: int) -> None:
    n = len(play.events) - 1 - at % len(play.events)
    if is_removable(play, n):
        less = folded([*play.events[:n], *play.events[n + 1 :]])
        assert handovers(less, play.now + 2_000) <= handovers(play.state, play.now + 2_000)


SHIFT = 86_400_000
IDS = {
    *stage.PEOPLE, "kid", "nobody", "line-1", "line-2",
    stage.GUN, stage.TWIN, "ghost", stage.SAFE, stage.TABLE, "attic",
    stage.SCENE, "setup-13", stage.DUMMIES, stage.BLANKS, "lot-3", stage.WHEEL, stage.WHEEL_TAG,
    "belt", "supplier-lot-dummy", "supplier-lot-blank", "case-1", "case-2", "tag-gun", "tag-twin",
    "tag-none", "main", "far",
    *(f"ask-{n}{more}" for n in range(99) for more in ("", ".1", ".2", ".3")),
    *(f"leaf-{n}" for n in range(99)), stage.TODAY, "day-2", "day-3",
    *(f"phone-{who}" for who in [*stage.PEOPLE, "kid", "nobody", "None"]),
}  # fmt: skip


def renamed(plain: Any) -> Any:
    if isinstance(plain, dict):
        return {renamed(key): renamed(each) for key, each in plain.items()}
    if isinstance(plain, list):
        return [renamed(each) for each in plain]
    if isinstance(plain, str):
        return f"new-{plain}" if plain in IDS else plain
    is_instant = isinstance(plain, int) and stage.NOW // 2 < plain < stage.NOW * 2
    return plain + SHIFT if is_instant else plain


def plain_of(decision: Decision) -> Any:
    if isinstance(decision, Allowed):
        return [event_to_plain(event) for event in decision.events]
    return to_plain(decision)


@given(play=PLAYS, step=STEPS.filter(bool).map(lambda steps: steps[0]))
@quick
def test_other_names_and_another_day_give_the_same_decision(play: Play, step: Step) -> None:
    scene = step.of(play)
    state = from_plain(State, renamed(to_plain(scene.state)))
    plain = to_plain(scene.ask)
    act = from_plain(type(scene.ask.act), renamed(plain.pop("act")))
    asker = from_plain(type(scene.ask.asker), renamed(plain.pop("asker")))
    moved = Ask(**renamed(plain), act=act, asker=asker)
    decision = Scene(state, moved, scene.now + SHIFT).judge()
    assert plain_of(decision) == renamed(plain_of(scene.judge()))


@pytest.mark.parametrize("play", stage.FINE)
def test_every_good_state_is_well(play: Any) -> None:
    for weapon in play().state.weapons.values():
        is_well(weapon)
