"""What becomes of rounds outside a weapon?

One of each box is fired in each weapon that will fire it, before a take asks for it. Every round
is in one place by the record, and the places together are what came in.
"""

from collections.abc import Iterator
from typing import Any

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.effects import bore_due, doubted, moved_rounds
from showclear.kernel.lot import Lot, PairTest
from showclear.kernel.lots import LOT_READY, LOT_ROLE
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import State, with_lot, with_weapon
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import TESTERS, Bin, Label, Layer, LotStatus

TEST_FITS = Rule(
    code="TEST-FITS",
    title="A blank is fired only in a model that its maker names",
    layer=Layer.ROUNDS,
    laws=(1,),
    sources=("blank-fits-gun",),
)
TEST_TWICE = Rule(
    code="TEST-TWICE",
    title="The second witness of a test is another person",
    layer=Layer.ROUNDS,
    laws=(3,),
    sources=("test-gun-and-blank",),
)
TEST_WHOLE = Rule(
    code="TEST-WHOLE",
    title="A test fires one round of the box, at a distance that was measured",
    layer=Layer.ROUNDS,
    laws=(6,),
    sources=("test-gun-and-blank",),
)

RULES = (TEST_FITS, TEST_TWICE, TEST_WHOLE)


def test_rules(case: Case[a.TestFire]) -> Iterator[Bite]:
    """Yield why this test does not count."""
    act, weapon, lot = case.act, case.weapon(case.act.weapon), case.lot(case.act.lot)
    if not case.has_role(*TESTERS):
        yield LOT_ROLE.refuses()
    if lot.status is not LotStatus.VERIFIED:
        yield LOT_READY.refuses(lot=lot.id)
    if not is_fit(lot, weapon):
        yield TEST_FITS.refuses(lot=lot.id)
    before = _tests_like(case)
    if case.person in {each.person for each in before}:
        yield TEST_TWICE.refuses(person=case.person)
    if act.distance_mm < 1 or (not before and lot.held(Bin.STORE) < 1):
        yield TEST_WHOLE.refuses(lot=lot.id)


def _tests_like(case: Case[a.TestFire]) -> list[PairTest]:
    act = case.act
    return [
        each
        for each in case.lot(act.lot).tested
        if (each.weapon, each.distance_mm) == (act.weapon, act.distance_mm)
    ]


def test_fire(case: Case[a.TestFire]) -> tuple[e.Event, ...]:
    """Return the test. The first witness's word moves the one round that was fired."""
    act, weapon = case.act, case.weapon(case.act.weapon)
    tested = e.PairTested(
        weapon=act.weapon, lot=act.lot, person=case.person, distance_mm=act.distance_mm
    )
    fired = () if _tests_like(case) else moved_rounds(act.lot, Bin.STORE, Bin.FIRED, rounds=1)
    return (*doubted(weapon, "TEST-FIRED", case.now), tested, *fired)


def is_fit(lot: Lot, weapon: Weapon) -> bool:
    """Say whether the maker names this model for his blank; a model not known never fits."""
    return lot.label is Label.BLANK and weapon.model != "" and weapon.model in lot.fits


def is_tested(lot: Lot, weapon: Weapon, distance_mm: int) -> bool:
    """Say whether two people saw one shot of this pair from no farther than this distance."""
    near: dict[int, set[str]] = {}
    for each in lot.tested:
        if each.weapon == weapon.id and each.distance_mm <= distance_mm:
            near.setdefault(each.distance_mm, set()).add(each.person)
    return any(len(people) > 1 for people in near.values())


def pair_tested(state: State, event: e.PairTested) -> State:
    """Note the test. Something was fired: the bore is seen again before the next sequence."""
    test = PairTest(weapon=event.weapon, person=event.person, distance_mm=event.distance_mm)
    state = with_lot(state, event.lot, tested=(*state.lots[event.lot].tested, test))
    return with_weapon(state, event.weapon, history=bore_due(state.weapons[event.weapon]).history)


def rounds_moved(state: State, event: e.RoundsMoved) -> State:
    """Move them between bins. The sum stays, and no bin gives what it has not."""
    lot = state.lots[event.lot]
    moved = max(0, min(event.rounds, lot.held(event.from_bin)))
    bins = {**lot.bins, event.from_bin.value: lot.held(event.from_bin) - moved}
    bins[event.to_bin.value] = bins.get(event.to_bin.value, 0) + moved
    return with_lot(state, lot.id, bins=bins)


JUDGES = {
    a.TestFire: Judge(test_rules, test_fire),
}

EVOLVERS: dict[type, Any] = {
    e.PairTested: pair_tested,
    e.RoundsMoved: rounds_moved,
}
