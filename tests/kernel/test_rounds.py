"""Is every round in one place, and does a weapon hold only what two people can vouch for?"""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from tests.kernel import stage as s
from tests.kernel.plays import STARTS, STEPS, Step
from tests.kernel.stage import Play, code_of

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Allowed
from showclear.kernel.lot import Lot
from showclear.kernel.policy import Policy
from showclear.kernel.state import State
from showclear.kernel.things import ChamberLoad, Seen, Slots
from showclear.kernel.words import (
    Bin,
    Fault,
    Label,
    LotStatus,
    Mode,
    Origin,
    Part,
    Profile,
    Proof,
    Strength,
    WeaponClass,
)

quick = settings(max_examples=200, deadline=None)
OUT = a.Unload(weapon=s.GUN, tag="tag-gun", out=s.SIX)
OUT_HOT = a.Unload(weapon=s.GUN, tag="tag-gun", out=Seen(blank=1), fired=1, misfired=1)
EMPTIED = a.UnloadItem(item=s.WHEEL, tag=s.WHEEL_TAG, out=s.SIX)
SIGN = s.gone_through()
ROD = a.ProveContent(weapon=s.GUN, proof=Proof.ROD, chambers=s.CHAMBERS)
GAUGE = replace(ROD, proof=Proof.ROUND)
WEAR = a.WearItem(item=s.WHEEL, wearer="dora")
AWAY = a.StoreItem(item=s.WHEEL, place=s.SAFE)
TAKE_OUT = a.RemoveItem(item=s.WHEEL, weapon=s.GUN)
LOST = a.WriteOff(lot=s.DUMMIES, rounds=1)
LOST_LOADED = replace(LOST, from_bin=Bin.LOADED, held_in=s.GUN)


def lot(play: Play, name: str = s.DUMMIES) -> Lot:
    return play.state.lots[name]


def bins(play: Play, name: str = s.DUMMIES) -> dict[str, int]:
    return {where: n for where, n in lot(play, name).bins.items() if n}


def by_lot(state: State, loads: list[Slots]) -> dict[str, int]:
    lots = [each.lot for load in loads for each in load if each is not None]
    return {each: lots.count(each) for each in state.lots}


def loaded_rounds(state: State) -> dict[str, int]:
    """Count the rounds that somebody put in and nobody has accounted for, by lot."""
    loads = [weapon.history.load for weapon in state.weapons.values()]
    return by_lot(state, loads + [x.load for x in state.items.values() if x.wearer is None])


def worn_rounds(state: State) -> dict[str, int]:
    """Count the rounds in what people wear, by lot."""
    return by_lot(state, [x.load for x in state.items.values() if x.wearer is not None])


@given(start=STARTS, steps=STEPS)
@quick
def test_after_each_step_every_round_is_in_one_place(start: Any, steps: list[Step]) -> None:
    play = start()
    for step in steps:
        before, events = play.state, len(play.events)
        play.ask(*step[:2], after=step.after, owner=step.owner, via=step.via, at=step.at)
        for each in play.state.lots.values():
            assert sum(each.bins.values()) == each.count
            assert min(each.bins.values()) >= 0
        for where, counted in ((Bin.LOADED, loaded_rounds), (Bin.WORN, worn_rounds)):
            held = {name: each.held(where) for name, each in play.state.lots.items()}
            assert held == counted(play.state)
        for event, _ in play.events[events:]:
            if isinstance(event, e.WeaponLoaded | e.ItemLoaded):
                assert is_vouched_for(before, event.slots)


def is_vouched_for(state: State, slots: Slots) -> bool:
    """I3: two different people went through its lot and marked it, and it lay in the box."""
    lots = [state.lots[each.lot] for each in slots if each is not None]
    return bool(lots) and all(
        len({sign.person for sign in each.signed if sign.is_marked}) == 2
        and lots.count(each) <= each.held(Bin.STORE)
        for each in lots
    )


ORIGINS = [each for each in Origin if each not in (Origin.SUPPLIER, Origin.HIRED)]


@pytest.mark.parametrize("origin", ORIGINS)
def test_rounds_of_unknown_making_stay_out_whatever_paper_they_have(origin: Origin) -> None:
    act = replace(s.box(), origin=origin)
    expected = "" if origin is Origin.CARRIED_OVER else "LOT-ORIGIN"
    assert code_of(s.opened().ask("ada", act)) == expected


def test_a_box_that_says_live_is_refused_before_anything_else_is_looked_at() -> None:
    act = replace(s.box(), label=Label.LIVE, count=0, place="attic", origin=Origin.LOOSE)
    assert code_of(s.opened().ask("dora", act)) == "LOT-LIVE"


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (replace(s.box(), count=0), "LOT-COUNT"),
        (replace(s.box(), count=1), ""),
        (replace(s.box(), place="attic"), "LOT-PLACE"),
        (replace(s.box(), origin=Origin.HIRED), ""),
        (replace(s.box(), label=Label.BLANK), "LOT-STRENGTH"),
    ],
)
def test_what_comes_in_is_counted_named_and_locked(act: a.ReceiveLot, code: str) -> None:
    assert code_of(s.opened().ask("ada", act)) == code


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"proved": SIGN.proved + 3, "doubtful": -1, "sealed": 0}, "LOT-WHOLE"),
        ({"proved": -1, "sealed": s.LOT_SIZE + 1}, "LOT-WHOLE"),
        ({"proved": SIGN.proved + 1}, "LOT-WHOLE"),
        ({"proved": SIGN.proved - 1, "sealed": 3}, ""),
    ],
)
def test_numbers_that_are_no_answer_are_none(changes: dict[str, Any], code: str) -> None:
    assert code_of(s.boxed().ask("ada", replace(SIGN, **changes))) == code


def test_the_performer_goes_through_no_box() -> None:
    assert code_of(s.boxed().ask("dora", SIGN)) == "LOT-ROLE"


def test_without_marks_in_any_profile_no_mark_is_asked_for() -> None:
    policy = s.POLICY
    for profile in Profile:
        policy = policy.without(profile, Part.MARKS)
    scene = s.boxed().scene("ada", replace(SIGN, is_marked=False))
    assert code_of(scene._replace(policy=policy).judge()) == ""
    one = s.POLICY.without(Profile.BLANK, Part.MARKS)
    assert code_of(scene._replace(policy=one).judge()) == "LOT-MARKED"


def test_the_sealed_rounds_are_put_aside_once_when_two_have_answered() -> None:
    play = s.boxed().do("ada", SIGN)
    assert bins(play) == {"store": s.LOT_SIZE}
    play.do("sec", SIGN)
    assert bins(play) == {"store": s.LOT_SIZE - 2, "sealed": 2}
    assert lot(play).status is LotStatus.VERIFIED


def test_two_answers_that_differ_set_the_box_aside_for_good() -> None:
    play = s.boxed().do("ada", SIGN)
    play.ask("sec", replace(SIGN, proved=SIGN.proved - 1, sealed=3))
    assert lot(play).status is LotStatus.QUARANTINED
    assert code_of(play.ask("hal", SIGN)) == "LOT-OPEN"


def test_a_doubtful_round_holds_its_box_its_source_and_what_holds_a_round_of_them() -> None:
    play = s.loaded_dummy()
    play.do("ada", replace(s.box("third"), supplier="supplier-lot-dummy"))
    play.ask("ada", replace(s.gone_through("third"), proved=SIGN.proved - 1, doubtful=1))
    status = {each.id: each.status for each in play.state.lots.values()}
    assert status["third"] is LotStatus.QUARANTINED
    assert status[s.DUMMIES] is LotStatus.INTAKE
    assert status[s.BLANKS] is LotStatus.VERIFIED
    assert play.weapon().condition.cause == "LOT-DOUBT"


def test_a_held_box_is_gone_through_again_whole_and_seals_no_more_than_before() -> None:
    play = s.loaded_dummy().do(None, a.LiveFound(lot=s.BLANKS))
    play.state = replace(play.state, stops=(), lots={**play.state.lots})
    play.do(None, a.LiveFound())
    lift(play)
    assert lot(play).status is LotStatus.INTAKE
    less = replace(SIGN, proved=s.LOT_SIZE - s.CHAMBERS - 2)
    assert code_of(play.ask("ada", less)) == "LOT-WHOLE"
    play.do("ada", SIGN).do("sec", SIGN)
    assert bins(play) == {"store": 12, "sealed": 2, "loaded": 6}
    assert lot(play, s.BLANKS).status is LotStatus.QUARANTINED


def lift(play: Play) -> None:
    for stop in play.state.stops:
        act = a.Restart(stop=stop.id, reason="hash-of-reason")
        play.do("alf", act).do("sam", act)


def test_a_live_round_found_in_a_box_sets_it_aside_and_doubts_every_item() -> None:
    play = s.wheel_loaded().do(None, a.LiveFound(lot=s.BLANKS))
    assert lot(play, s.BLANKS).status is LotStatus.QUARANTINED
    assert lot(play).status is LotStatus.VERIFIED
    assert play.state.items[s.WHEEL].condition.cause == "LIVE-FOUND"


@pytest.mark.parametrize(
    "act", [a.Break(unit="main"), a.ReportUnattended(), a.ServerStarted(), a.UnplannedShot()]
)
def test_what_holds_rounds_and_is_out_is_unknown_when_people_leave(act: a.Act) -> None:
    play = s.wheel_loaded().do(None, act)
    assert play.state.items[s.WHEEL].condition.slots is None


def test_an_item_in_its_locked_place_stays_known_through_a_break() -> None:
    play = s.wheel_proved().do("ada", AWAY).do("ada", s.OPEN_WHEEL)
    known = replace(play.state.items[s.WHEEL], custody=s.received().weapon().custody)
    play.state = replace(play.state, items={s.WHEEL: known})
    play.do(None, a.Break(unit="main"))
    assert play.state.items[s.WHEEL].condition.slots is not None


def test_a_weapon_left_unattended_by_name_doubts_no_item() -> None:
    play = s.wheel_loaded().do(None, a.ReportUnattended(weapon=s.GUN))
    assert play.state.items[s.WHEEL].condition.slots is not None


@pytest.mark.parametrize("name", [s.DUMMIES, "box-unheard-of"])
def test_anyone_may_reject_a_box_and_what_holds_a_round_of_it_is_unknown(name: str) -> None:
    play = s.loaded_dummy().do(None, a.RejectLot(lot=name))
    assert lot(play).status is LotStatus.QUARANTINED
    is_all = lot(play, s.BLANKS).status is LotStatus.QUARANTINED
    assert is_all is (name != s.DUMMIES)
    assert play.weapon().condition.slots is None
    assert play.weapon().clearance is None


def test_nothing_brings_a_rejected_box_back_not_even_a_hold() -> None:
    play = s.boxed().do("ada", SIGN).do(None, a.RejectLot(lot=s.DUMMIES)).do(None, a.LiveFound())
    assert lot(play).status is LotStatus.QUARANTINED
    late = Play(play.state).settled(Allowed((e.LotVerified(lot=s.DUMMIES),)))
    assert lot(late).status is LotStatus.QUARANTINED


def test_a_rejected_box_doubts_the_cylinder_that_holds_a_round_of_it() -> None:
    play = s.wheel_loaded().do(None, a.RejectLot(lot=s.DUMMIES))
    assert play.state.items[s.WHEEL].condition.cause == "REJECTED"
    play = s.wheel_loaded().do(None, a.RejectLot(lot=s.BLANKS))
    assert play.state.items[s.WHEEL].condition.slots is not None


@pytest.mark.parametrize(
    ("who", "act", "code"),
    [
        ("dora", s.TEST, "LOT-ROLE"),
        ("ada", replace(s.TEST, weapon=s.TWIN), ""),
        ("ada", replace(s.TEST, distance_mm=-1), "TEST-WHOLE"),
    ],
)
def test_a_test_is_seen_by_those_who_test(who: str, act: a.TestFire, code: str) -> None:
    assert code_of(s.stocked().ask(who, act)) == code


def test_a_test_before_two_went_through_the_box_is_none() -> None:
    assert code_of(s.boxed().ask("ada", s.TEST)) == "LOT-READY"


def test_a_weapon_of_unknown_model_fits_no_blank() -> None:
    play = s.stocked().do("ada", replace(s.arrival("third"), model=""))
    play.do("ada", replace(s.box("any", Label.BLANK), fits=("",)))
    for who in ("ada", "sec"):
        play.do(who, s.gone_through("any"))
    test = a.TestFire(weapon="third", lot="any", distance_mm=1)
    assert code_of(play.ask("ada", test)) == "TEST-FITS"


def test_a_test_fires_one_round_and_the_bore_is_seen_again_after() -> None:
    play = s.ready_for_blanks()
    assert bins(play, s.BLANKS) == {"store": 17, "sealed": 2, "fired": 1}
    play.do("ada", replace(s.TEST, distance_mm=3_050))
    assert bins(play, s.BLANKS)["fired"] == 2
    assert play.weapon().history.is_bore_due
    assert play.weapon().condition.cause == "TEST-FIRED"


def test_no_test_without_a_round_in_the_box() -> None:
    play = s.stocked().do("ada", a.ReturnRounds(lot=s.BLANKS, rounds=s.LOT_SIZE - 2))
    assert code_of(play.ask("ada", s.TEST)) == "TEST-WHOLE"


@pytest.mark.parametrize(
    ("seen_from", "by", "code"),
    [
        ([s.RANGE + 1], ("ada", "sec"), "LOAD-PAIR"),
        ([s.RANGE], ("ada", "sec"), ""),
        ([3_050], ("ada", "sec"), ""),
        ([3_050, s.RANGE], ("ada",), "LOAD-PAIR"),
    ],
)
def test_a_pair_counts_when_two_saw_one_shot_from_as_near_as_planned(
    seen_from: list[int], by: tuple[str, ...], code: str
) -> None:
    play = s.stocked(WeaponClass.BLANK_ONLY).do("alf", s.HOT_PLAN)
    for distance in seen_from:
        for who in by:
            play.do(who, replace(s.TEST, distance_mm=distance))
    play.do("hal", replace(s.TEST, weapon=s.TWIN))
    play.do("sec", s.TURN).do("ada", s.DRAW).do("ada", s.PROVE)
    play.do("ada", s.CLEAR).do("sec", s.CLEAR)
    assert code_of(play.ask("ada", s.LOAD_BLANKS)) == code


@pytest.mark.parametrize(
    ("rounds", "code"),
    [
        ((), "LOAD-CHAMBERS"),
        ((ChamberLoad(chamber=0, lot=s.DUMMIES),), "LOAD-CHAMBERS"),
        ((ChamberLoad(chamber=s.CHAMBERS + 1, lot=s.DUMMIES),), "LOAD-CHAMBERS"),
        ((ChamberLoad(chamber=1, lot="box-unheard-of"),), "LOT-READY"),
    ],
)
def test_a_load_names_chambers_and_boxes(rounds: tuple[ChamberLoad, ...], code: str) -> None:
    act = replace(s.LOAD_DUMMIES, rounds=rounds)
    assert code_of(s.ready_for_dummies().ask("ada", act)) == code


def two_boxes(label: Label) -> a.Load:
    """One round out of each of two boxes of one kind."""
    first = s.DUMMIES if label is Label.DUMMY else s.BLANKS
    rounds = (ChamberLoad(chamber=1, lot=first), ChamberLoad(chamber=2, lot="other"))
    return replace(s.LOAD_DUMMIES, rounds=rounds)


@pytest.mark.parametrize(("label", "code"), [(Label.DUMMY, ""), (Label.BLANK, "LOAD-MIXED")])
def test_dummies_may_be_of_two_boxes_and_blanks_may_not(label: Label, code: str) -> None:
    play = s.ready_for_blanks().do("ada", s.box("other", label))
    play.do("ada", s.gone_through("other")).do("sec", s.gone_through("other"))
    if label is Label.DUMMY:
        play.do("alf", s.PLAN)
    assert code_of(play.ask("ada", two_boxes(label))) == code


@pytest.mark.parametrize(("found", "code"), [("LIVE_CAPABLE", "LOAD-DUMMY"), ("DISABLED", "")])
def test_dummies_without_a_plan_go_only_into_what_cannot_fire(found: str, code: str) -> None:
    play = s.stocked(WeaponClass[found]).do("alf", replace(s.PLAN, uses=()))
    play.do("sec", s.TURN).do("ada", s.DRAW).do("ada", s.PROVE)
    assert code_of(play.ask("ada", s.LOAD_DUMMIES)) == code


@pytest.mark.parametrize(("spare", "code"), [(0, "LOAD-PLANNED"), (1, "")])
def test_a_spare_blank_is_loaded_where_the_show_allows_one(spare: int, code: str) -> None:
    scene = s.ready_for_blanks().scene("ada", s.filled(s.SHOTS + 1, s.BLANKS))
    policy = replace(s.POLICY, spare_blanks=spare)
    assert code_of(scene._replace(policy=policy).judge()) == code


def test_no_spare_is_loaded_where_nothing_is_planned_hot() -> None:
    play = s.ready_for_blanks().do("alf", s.PLAN)
    scene = play.scene("ada", s.filled(1, s.BLANKS))
    policy = replace(s.POLICY, spare_blanks=1)
    assert code_of(scene._replace(policy=policy).judge()) == "LOAD-PLANNED"


@pytest.mark.parametrize(
    ("most", "code"), [(Strength.QUARTER, ""), (Strength.QUARTER_SILENT, "LOAD-STRENGTH")]
)
def test_a_blank_is_no_stronger_than_the_show_allows(most: Strength, code: str) -> None:
    scene = s.ready_for_blanks().scene("ada", s.LOAD_BLANKS)
    policy = replace(s.POLICY, strength_max=most)
    assert code_of(scene._replace(policy=policy).judge()) == code


def test_a_blank_of_a_strength_that_nobody_named_is_too_strong() -> None:
    scene = s.ready_for_blanks().scene("ada", s.LOAD_BLANKS)
    unnamed = replace(scene.state.lots[s.BLANKS], strength=None)
    state = replace(scene.state, lots={**scene.state.lots, s.BLANKS: unnamed})
    policy = replace(s.POLICY, strength_max=Strength.FULL)
    assert code_of(scene._replace(state=state, policy=policy).judge()) == "LOAD-STRENGTH"


def test_where_the_profile_asks_for_no_inspectors_an_old_proof_is_enough_to_load() -> None:
    play = s.ready_for_dummies().do("ada", a.LockUp(weapon=s.GUN, place=s.SAFE, tag="tag-gun"))
    scene = play.do("sec", s.TURN).do("ada", s.DRAW).scene("ada", s.LOAD_DUMMIES)
    assert code_of(scene.judge()) == "LOAD-EMPTY"
    bare = s.POLICY.without(Profile.BLANK, Part.TWO_INSPECTORS)
    assert code_of(scene._replace(policy=bare).judge()) == ""


def test_a_weapon_that_holds_rounds_is_not_loaded_over() -> None:
    play = s.loaded_dummy()
    assert code_of(play.ask("ada", s.LOAD_DUMMIES)) == "UNLOAD-FIRST"
    scene = play.scene("ada", s.LOAD_DUMMIES)
    assert code_of(scene.judge(frozenset({"LOAD-EMPTY"}))) == "LOAD-EMPTY"


def test_one_test_of_what_it_can_do_is_not_enough_to_load() -> None:
    play = s.received().do("ada", s.finding()).do("sec", s.TURN).do("ada", s.DRAW)
    assert code_of(play.ask("ada", s.LOAD_DUMMIES)) == "PROVE-CLASS"


@pytest.mark.parametrize("act", [s.LOAD_DUMMIES, OUT])
def test_the_wrong_tag_at_loading_or_unloading_is_an_alarm(act: Any) -> None:
    play = s.ready_for_dummies() if act is s.LOAD_DUMMIES else s.loaded_dummy()
    assert code_of(play.ask("ada", replace(act, tag="tag-twin"))) == "TAG-WRONG"
    assert play.weapon().condition.slots is None


def test_a_performer_who_holds_it_does_not_unload_it() -> None:
    assert code_of(s.in_hand().ask("dora", OUT)) == "LOAD-HOLDER"


def test_loading_ends_what_was_proved_and_inspected_before() -> None:
    play = s.ready_for_dummies().do("sec", s.INSPECT).do("ada", ROD).do("ada", s.LOAD_DUMMIES)
    condition = play.weapon().condition
    assert (condition.inspected, condition.proved, condition.witness) == ((), (), None)
    assert condition.loader == "ada"
    assert bins(play) == {"store": 12, "sealed": 2, "loaded": 6}


@pytest.mark.parametrize(
    ("who", "seen", "code"),
    [
        ("dora", s.SIX, "INSPECT-ROLE"),
        ("hal", Seen(dummy=5), "COUNT-WHOLE"),
        ("hal", Seen(dummy=5, unsure=1), "COUNT-DIFFERS"),
        ("hal", Seen(dummy=5, blank=1), "COUNT-DIFFERS"),
    ],
)
def test_a_witness_counts_what_is_in_it(who: str, seen: Seen, code: str) -> None:
    play = s.ready_for_dummies().do("ada", s.LOAD_DUMMIES)
    assert code_of(play.ask(who, a.WitnessLoad(weapon=s.GUN, seen=seen))) == code


def test_a_witnessed_load_that_became_unknown_is_witnessed_no_more() -> None:
    play = s.ready_for_dummies().do("ada", s.LOAD_DUMMIES).do(None, a.ReportUnattended())
    act = a.WitnessLoad(weapon=s.GUN, seen=s.SIX)
    assert code_of(play.ask("sec", act)) == "LOAD-WITNESS-OPEN"


@pytest.mark.parametrize("part", [Part.LOAD_WITNESS, Part.TWO_INSPECTORS])
def test_a_part_that_the_profile_lacks_is_not_asked_for(part: Part) -> None:
    play = s.ready_for_dummies().do("ada", s.LOAD_DUMMIES)
    if part is Part.TWO_INSPECTORS:
        play.do("sec", a.WitnessLoad(weapon=s.GUN, seen=s.SIX)).do("ada", s.CHECK_DUMMIES)
    else:
        play.do("sec", s.CHECK_DUMMIES).do("ada", s.CHECK_DUMMIES)
    scene = play.scene("ada", s.SHOW)._replace(policy=s.POLICY.without(Profile.BLANK, part))
    assert code_of(scene.judge()) == ""


def asked_for_proof(play: Play) -> Play:
    """The set-up asks for an instrument beyond the profile."""
    return play.do("alf", replace(s.PLAN, more=(Part.CONTENT_PROOF,)))


def test_a_dummy_load_with_only_a_rod_is_not_shown() -> None:
    play = s.ready_for_dummies().do("ada", ROD).do("ada", s.LOAD_DUMMIES)
    play.do("sec", a.WitnessLoad(weapon=s.GUN, seen=s.SIX))
    play.do("sec", s.CHECK_DUMMIES).do("hal", s.CHECK_DUMMIES)
    assert code_of(asked_for_proof(play).ask("ada", s.SHOW)) == "CONTENT-PROVED"
    assert code_of(play.do("hal", GAUGE).ask("ada", s.SHOW)) == ""


def test_a_rod_before_the_last_proof_counts_no_more() -> None:
    play = asked_for_proof(s.proved().do("sec", ROD).do("ada", s.PROVE).do("sec", s.INSPECT))
    assert code_of(play.ask("ada", s.SHOW)) == "CONTENT-PROVED"


def test_no_instrument_is_asked_of_blanks_and_none_serves() -> None:
    play = s.loaded_hot().do("alf", replace(s.HOT_PLAN, more=(Part.CONTENT_PROOF,)))
    assert code_of(play.ask("sec", replace(GAUGE, chambers=s.SHOTS))) == "PROOF-KIND"
    assert code_of(play.ask("ada", replace(s.SHOW, mode=Mode.HOT))) == ""


@pytest.mark.parametrize(
    ("start", "who", "act", "code"),
    [
        (s.proved, "dora", ROD, "INSPECT-ROLE"),
        (s.drawn, "sec", ROD, "INSPECT-PROVED"),
        (s.proved, "sec", GAUGE, "PROOF-KIND"),
        (s.proved, "sec", replace(ROD, chambers=5), "PROOF-DIFFERS"),
        (s.proved, "sec", replace(ROD, chambers=7), "PROOF-DIFFERS"),
    ],
)
def test_a_reading_is_taken_by_who_inspects_of_every_chamber(
    start: Any, who: str, act: a.ProveContent, code: str
) -> None:
    assert code_of(start().ask(who, act)) == code


def test_blanks_are_shown_only_for_a_set_up_whose_shots_and_distance_they_serve() -> None:
    hot = replace(s.SHOW, mode=Mode.HOT)
    fewer = replace(s.HOT_PLAN, uses=(replace(s.HOT_USE, rounds=s.SHOTS - 1),))
    sheet = replace(s.HOT_USE, distance_mm=s.RANGE - 1, sheet_mm=1)
    assert code_of(s.loaded_hot().do("alf", fewer).ask("ada", hot)) == "LOAD-PLANNED"
    nearer = s.loaded_hot().do("alf", replace(s.HOT_PLAN, uses=(sheet,)))
    assert code_of(nearer.ask("ada", hot)) == "LOAD-PAIR"


def test_a_load_stays_with_its_loader_through_the_safe_and_is_counted_again() -> None:
    lock = a.LockUp(weapon=s.GUN, place=s.SAFE, tag="tag-gun")
    play = s.loaded_dummy().do("ada", lock).do("sec", s.TURN).do("hal", s.DRAW)
    assert code_of(play.ask("hal", s.SHOW)) == "INSPECT-LOADER"
    play.do("hal", s.CHECK_DUMMIES).do("ada", s.CHECK_DUMMIES)
    assert code_of(play.ask("hal", s.SHOW)) == ""


OUTS = [
    (s.loaded_dummy, OUT, ""),
    (s.loaded_dummy, replace(OUT, out=Seen(dummy=5, unsure=1)), "UNLOAD-DIFFERS"),
    (s.loaded_dummy, replace(OUT, out=Seen(dummy=6, unsure=1)), "UNLOAD-DIFFERS"),
    (s.loaded_dummy, replace(OUT, out=Seen(dummy=5), misfired=1), "UNLOAD-DIFFERS"),
    (s.loaded_dummy, replace(OUT, out=Seen(dummy=6, blank=1), misfired=-1), "UNLOAD-DIFFERS"),
    (s.loaded_dummy, replace(OUT, out=Seen(dummy=6, blank=1)), "UNLOAD-DIFFERS"),
    (s.loaded_hot, OUT_HOT, ""),
    (s.loaded_hot, replace(OUT_HOT, misfired=0), "UNLOAD-DIFFERS"),
    (s.loaded_hot, replace(OUT_HOT, fired=4, misfired=-2), "UNLOAD-DIFFERS"),
    (s.drawn, replace(OUT, out=Seen()), ""),
    (s.drawn, replace(OUT, out=Seen(empty=6)), ""),
    (s.drawn, replace(OUT, out=Seen(dummy=1)), "UNLOAD-DIFFERS"),
]


@pytest.mark.parametrize(("start", "act", "code"), OUTS)
def test_what_comes_out_is_what_went_in(start: Any, act: a.Unload, code: str) -> None:
    play = start()
    assert code_of(play.ask("ada", act)) == code
    about = [each.about for each in play.state.discrepancies.values()]
    assert about == ([s.GUN] if code else [])
    assert play.weapon().condition.slots is None
    assert any(play.weapon().history.load) is (bool(code) and start is not s.drawn)


def test_each_blank_that_comes_out_is_in_store_fired_or_misfired() -> None:
    play = s.shown_hot().do("ada", OUT_HOT)
    assert bins(play, s.BLANKS) == {"store": 15, "sealed": 2, "fired": 2, "misfired": 1}
    assert play.weapon().history.is_bore_due
    assert play.weapon().clearance is None
    assert code_of(play.ask("ada", s.PROVE)) == ""


def test_after_nothing_was_in_it_the_bore_is_not_due_again() -> None:
    play = s.proved().do("ada", replace(OUT, out=Seen()))
    assert not play.weapon().history.is_bore_due


@pytest.mark.parametrize("options", [{"at": -60_001}, {"expects": {}}])
def test_a_late_or_stale_unloading_ends_what_was_shown_and_counts_nothing(options: Any) -> None:
    play = s.shown_hot()
    decision = play.ask("ada", OUT_HOT, **options)
    assert isinstance(decision, Allowed)
    assert {type(each) for each in decision.events} == {e.ClearanceEnded, e.LateReportReceived}
    assert bins(play, s.BLANKS)["loaded"] == s.SHOTS


def test_after_a_misfire_nobody_unloads_it_for_a_while() -> None:
    play = s.loaded_hot()
    play.ask(None, a.ReportFault(weapon=s.GUN, fault=Fault.MISFIRE))
    wait = s.POLICY.misfire_wait_min
    assert code_of(play.scene("ada", OUT_HOT, after=wait - 1).judge()) == "MISFIRE-WAIT"
    assert code_of(play.scene("ada", OUT_HOT, after=wait).judge()) == ""


def test_rounds_go_back_out_of_the_box_first_and_then_what_was_put_aside() -> None:
    play = s.stocked().do("ada", a.ReturnRounds(lot=s.DUMMIES, rounds=5))
    assert bins(play) == {"store": 13, "sealed": 2, "returned": 5}
    play.do("ada", a.ReturnRounds(lot=s.DUMMIES, rounds=14))
    assert bins(play) == {"sealed": 1, "returned": 19}
    assert code_of(play.ask("ada", a.ReturnRounds(lot=s.DUMMIES, rounds=0))) == "ROUNDS-THERE"
    assert code_of(play.ask("sec", a.ReturnRounds(lot=s.DUMMIES, rounds=1))) == "LOT-ROLE"


def test_a_rejected_box_may_go_back_to_its_supplier() -> None:
    play = s.boxed().do(None, a.RejectLot(lot=s.DUMMIES))
    play.do("ada", a.ReturnRounds(lot=s.DUMMIES, rounds=s.LOT_SIZE))
    assert bins(play) == {"returned": s.LOT_SIZE}


def test_two_people_write_off_the_same_and_other_numbers_begin_anew() -> None:
    play = s.stocked().do("ada", LOST).do("sec", replace(LOST, rounds=2))
    assert bins(play) == {"store": 18, "sealed": 2}
    play.do("ada", replace(LOST, rounds=2))
    assert bins(play) == {"store": 16, "sealed": 2, "not-recovered": 2}
    assert lot(play).to_write_off is None


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"rounds": 18}, ""),
        ({"rounds": 19}, "ROUNDS-THERE"),
        ({"rounds": 0}, "ROUNDS-THERE"),
        ({"from_bin": Bin.SEALED}, ""),
        ({"from_bin": Bin.WORN}, "ROUNDS-THERE"),
        ({"from_bin": Bin.RETURNED}, "ROUNDS-THERE"),
        ({"held_in": s.GUN}, "ROUNDS-THERE"),
        ({"from_bin": Bin.LOADED, "held_in": s.GUN}, "ROUNDS-THERE"),
        ({"from_bin": Bin.LOADED}, "ROUNDS-THERE"),
    ],
)
def test_no_more_is_written_off_than_is_there(changes: dict[str, Any], code: str) -> None:
    assert code_of(s.stocked().ask("ada", replace(LOST, **changes))) == code


def test_the_performer_writes_nothing_off() -> None:
    assert code_of(s.stocked().ask("dora", LOST)) == "LOT-ROLE"


def test_a_round_lost_out_of_a_weapon_is_written_off_and_the_rest_then_adds_up() -> None:
    play = s.loaded_dummy()
    five = replace(OUT, out=Seen(dummy=5))
    assert code_of(play.ask("ada", five)) == "UNLOAD-DIFFERS"
    play.do("ada", LOST_LOADED).do("sec", LOST_LOADED)
    assert play.weapon().condition.cause == "WRITTEN-OFF"
    assert code_of(play.ask("ada", five)) == ""
    assert bins(play) == {"store": 17, "sealed": 2, "not-recovered": 1}
    assert len(play.state.discrepancies) == 1


def test_a_round_lost_out_of_a_cylinder_is_written_off_too() -> None:
    lost = replace(LOST_LOADED, held_in=s.WHEEL)
    play = s.wheel_loaded().do("ada", lost).do("sec", lost)
    assert play.state.items[s.WHEEL].condition.cause == "WRITTEN-OFF"
    play.do("ada", replace(EMPTIED, out=Seen(dummy=5)))
    assert bins(play) == {"store": 17, "sealed": 2, "not-recovered": 1}


def test_what_is_worn_is_not_written_off_before_it_is_back() -> None:
    play = s.wheel_loaded().do("ada", WEAR)
    lost = replace(LOST_LOADED, held_in=s.WHEEL)
    assert code_of(play.ask("ada", lost)) == "ROUNDS-THERE"
    assert code_of(play.do("ada", AWAY).ask("ada", lost)) == ""


@pytest.mark.parametrize(
    ("start", "who", "act", "code"),
    [
        (s.received, "sec", s.THING, "LOT-ROLE"),
        (s.received, "ada", replace(s.THING, item=s.GUN), "ITEM-NEW"),
        (s.wheel_proved, "ada", replace(s.THING, item="belt"), "ITEM-NEW"),
        (s.received, "ada", replace(s.THING, place=s.TABLE), "LOT-PLACE"),
        (s.received, "ada", replace(s.THING, capacity=0), "ITEM-PLACES"),
        (s.wheel_proved, "sec", s.OPEN_WHEEL, "ITEM-HOLDER"),
        (s.wheel_proved, "ada", replace(s.OPEN_WHEEL, seen=Seen(empty=5)), "COUNT-WHOLE"),
        (s.wheel_proved, "ada", replace(s.OPEN_WHEEL, seen=s.SIX), "PROVE-FOUND"),
        (s.wheel_loaded, "ada", s.OPEN_WHEEL, "UNLOAD-FIRST"),
        (s.wheel_loaded, "ada", s.LOAD_WHEEL, "UNLOAD-FIRST"),
        (s.wheel_proved, "dora", s.CHECK_WHEEL, "INSPECT-ROLE"),
        (s.wheel_proved, "ada", replace(s.CHECK_WHEEL, seen=s.EMPTY), "INSPECT-TWICE"),
        (s.wheel_proved, "sec", replace(s.CHECK_WHEEL, seen=Seen()), "COUNT-WHOLE"),
        (s.wheel_proved, "sec", s.CHECK_WHEEL, "COUNT-DIFFERS"),
        (s.wheel_loaded, "hal", EMPTIED, "ITEM-HOLDER"),
        (s.wheel_loaded, "ada", replace(EMPTIED, tag="x"), "ITEM-TAG"),
        (s.wheel_loaded, "ada", replace(EMPTIED, out=Seen(dummy=5)), "UNLOAD-DIFFERS"),
        (s.wheel_loaded, "sec", AWAY, "LOT-ROLE"),
        (s.wheel_loaded, "ada", replace(AWAY, place=s.TABLE), "LOT-PLACE"),
        (s.wheel_loaded, "ada", replace(s.SEAT, tag="tag-twin"), "TAG-WRONG"),
        (s.wheel_loaded, "ada", replace(s.SEAT, item_tag="tag-twin"), "ITEM-TAG"),
        (s.seated, "ada", s.SEAT, "ITEM-OUT"),
        (s.seated, "hal", TAKE_OUT, "LOAD-HOLDER"),
        (s.wheel_proved, "ada", WEAR, "SEAT-KNOWN"),
    ],
)
def test_what_holds_rounds_is_held_to_the_same_rules(
    start: Any, who: str, act: Any, code: str
) -> None:
    assert code_of(start().ask(who, act)) == code


def test_nobody_counts_second_what_nobody_opened() -> None:
    play = s.received().do("ada", s.THING)
    assert code_of(play.ask("sec", s.CHECK_WHEEL)) == "INSPECT-PROVED"


def test_the_cylinder_whose_tag_was_read_elsewhere_is_unknown_too() -> None:
    play = s.wheel_proved().do("ada", replace(s.THING, item="belt", tag="tag-belt"))
    play.ask("ada", replace(s.OPEN_WHEEL, item="belt"))
    causes = {each.condition.cause for each in play.state.items.values()}
    assert causes == {"ITEM-TAG"}


def test_whoever_opens_a_thing_has_it_until_it_is_put_away() -> None:
    play = s.wheel_proved()
    since = play.state.items[s.WHEEL].custody.since
    assert play.do("ada", s.OPEN_WHEEL).state.items[s.WHEEL].custody.since == since
    assert play.state.items[s.WHEEL].custody.holder == "ada"
    assert play.do("hal", AWAY).state.items[s.WHEEL].custody.place == s.SAFE
    assert play.state.items[s.WHEEL].condition.cause == "STORED"


def test_a_seated_cylinder_is_witnessed_inspected_and_shown_like_a_load() -> None:
    play = s.seated()
    assert play.weapon().condition.loader == "ada"
    assert code_of(play.ask("ada", s.SHOW)) == "SHOW-WITNESS"
    play.do("sec", a.WitnessLoad(weapon=s.GUN, seen=s.SIX))
    play.do("sec", s.CHECK_DUMMIES).do("hal", s.CHECK_DUMMIES)
    assert code_of(play.ask("ada", s.SHOW)) == ""


def test_what_is_taken_out_is_unknown_and_so_is_the_weapon() -> None:
    play = s.seated().do("ada", TAKE_OUT)
    assert play.weapon().condition.cause == "REMOVED"
    assert play.weapon().items == ()
    assert play.state.items[s.WHEEL].condition.cause == "REMOVED"
    assert code_of(play.ask("ada", s.PROVE)) == "UNLOAD-FIRST"
    assert code_of(play.ask("ada", OUT)) == ""


def test_a_second_cylinder_does_not_go_into_a_weapon_that_has_one() -> None:
    play = s.seated().do("ada", OUT).do("ada", s.PROVE)
    play.do("ada", replace(s.THING, item="belt", tag="tag-belt"))
    opened = replace(s.OPEN_WHEEL, item="belt", tag="tag-belt")
    play.do("ada", opened).do("sec", a.InspectItem(item="belt", seen=s.EMPTY))
    act = replace(s.SEAT, item="belt", item_tag="tag-belt")
    assert code_of(play.ask("ada", act)) == "SEAT-FITS"


def test_a_cylinder_of_another_number_of_places_makes_the_weapon_unknown_in_a_replay() -> None:
    play = s.ready_for_dummies().do("ada", replace(s.THING, capacity=7))
    scene = play.scene("ada", s.SEAT)
    decision = scene.judge(frozenset({"SHOW-LIST"}))
    assert isinstance(decision, Allowed)
    assert play.settled(decision).weapon().condition.slots is None


def test_blanks_in_a_cylinder_go_only_into_a_weapon_they_serve() -> None:
    play = s.ready_for_blanks().do("alf", s.PLAN)
    play.do("ada", s.THING).do("ada", s.OPEN_WHEEL)
    blanks = replace(s.LOAD_WHEEL, rounds=s.LOAD_BLANKS.rounds)
    count = replace(s.CHECK_WHEEL, seen=s.THREE)
    play.do("ada", blanks).do("sec", count).do("hal", count)
    assert code_of(play.ask("ada", s.SEAT)) == "LOAD-PLANNED"


def test_rounds_of_a_box_that_was_held_since_are_not_put_in_or_on() -> None:
    scene = s.wheel_loaded().scene("ada", s.SEAT)
    held = replace(scene.state.lots[s.DUMMIES], status=LotStatus.INTAKE)
    state = replace(scene.state, lots={**scene.state.lots, s.DUMMIES: held})
    assert code_of(scene._replace(state=state).judge()) == "LOT-READY"
    bare = replace(scene.state, lots={})
    assert code_of(scene._replace(state=bare).judge(frozenset({"LOT-READY"}))) == "LOT-READY"


def test_worn_rounds_are_worn_by_the_record_and_come_back_unknown() -> None:
    play = s.wheel_loaded().do("ada", WEAR)
    assert bins(play) == {"store": 12, "sealed": 2, "worn": 6}
    assert code_of(play.ask("ada", EMPTIED)) == "ITEM-HOLDER"
    play.do("hal", AWAY)
    assert bins(play) == {"store": 12, "sealed": 2, "loaded": 6}
    assert play.state.items[s.WHEEL].condition.cause == "STORED"
    play.do("hal", EMPTIED).do("hal", s.OPEN_WHEEL)
    assert bins(play) == {"store": 18, "sealed": 2}


def test_the_armorer_takes_his_own_belt_off_before_he_loads_it() -> None:
    play = s.wheel_loaded().do("ada", replace(WEAR, wearer="ada"))
    assert code_of(play.ask("ada", EMPTIED)) == "ITEM-OUT"


def test_a_profile_without_marks_is_known_to_the_policy() -> None:
    assert s.POLICY.marks
    assert not Policy(parts={profile: frozenset() for profile in Profile}).marks
