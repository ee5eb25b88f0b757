"""What becomes of rounds outside a weapon?

One of each box is fired in each weapon that will fire it, before a take asks for it. Every round
is in one place by the record, and the places together are what came in.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.effects import bore_due, doubted, items_doubted, moved_rounds
from showclear.kernel.lot import Lot, PairTest, ToWriteOff
from showclear.kernel.lots import LOT_READY, LOT_ROLE
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import State, with_item, with_lot, with_weapon
from showclear.kernel.things import Slots
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import KEEPERS, TESTERS, Bin, Label, Layer, LotStatus

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

ROUNDS_THERE = Rule(
    code="ROUNDS-THERE",
    title="No more rounds leave than are there, by the record",
    layer=Layer.STORAGE,
    laws=(6,),
    sources=("round-ledger-balances",),
)
WRITE_TWICE = Rule(
    code="WRITE-TWICE",
    title="The second name under rounds that are not recovered is another person's",
    layer=Layer.STORAGE,
    laws=(3, 6),
    sources=("round-ledger-balances",),
)

LOOSE = (Bin.STORE, Bin.SEALED, Bin.FIRED, Bin.MISFIRED)
"""Where rounds are in nothing; what is worn comes back first."""

RULES = (TEST_FITS, TEST_TWICE, TEST_WHOLE, ROUNDS_THERE, WRITE_TWICE)


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


def return_rules(case: Case[a.ReturnRounds]) -> Iterator[Bite]:
    """Yield why these rounds do not go back. What was set aside may only go back."""
    lot = case.lot(case.act.lot)
    if not case.has_role(*KEEPERS):
        yield LOT_ROLE.refuses()
    there = lot.held(Bin.STORE) + lot.held(Bin.SEALED)
    if not 1 <= case.act.rounds <= there:
        yield ROUNDS_THERE.refuses(lot=lot.id, rounds=case.act.rounds, most=there)


def return_rounds(case: Case[a.ReturnRounds]) -> tuple[e.Event, ...]:
    """Return the going back: what lies in the box first, then what was put aside."""
    lot, rounds = case.lot(case.act.lot), case.act.rounds
    stored = min(rounds, lot.held(Bin.STORE))
    sealed = min(rounds - stored, lot.held(Bin.SEALED))
    return (
        *moved_rounds(lot.id, Bin.STORE, Bin.RETURNED, rounds=stored),
        *moved_rounds(lot.id, Bin.SEALED, Bin.RETURNED, rounds=sealed),
    )


def write_off_rules(case: Case[a.WriteOff]) -> Iterator[Bite]:
    """Yield why this name does not stand under rounds that are not recovered."""
    act, lot = case.act, case.lot(case.act.lot)
    if not case.has_role(*TESTERS):
        yield LOT_ROLE.refuses()
    there = _there(case)
    if not 1 <= act.rounds <= there:
        yield ROUNDS_THERE.refuses(lot=lot.id, rounds=act.rounds, most=there)
    if lot.to_write_off == _signed_by(case):
        yield WRITE_TWICE.refuses(person=case.person)


def _there(case: Case[a.WriteOff]) -> int:
    """Return how many rounds of the lot can be missing there; what is loaded is in something."""
    act = case.act
    if act.from_bin is Bin.LOADED:
        return sum(each is not None and each.lot == act.lot for each in _load_of(case))
    is_loose = act.from_bin in LOOSE and not act.held_in
    return case.lot(act.lot).held(act.from_bin) if is_loose else 0


def _load_of(case: Case[a.WriteOff]) -> Slots:
    weapon = case.state.weapons.get(case.act.held_in)
    item = case.state.items.get(case.act.held_in)
    own: Slots = weapon.history.load if weapon is not None else ()
    return item.load if item is not None and item.wearer is None else own


def _signed_by(case: Case[a.WriteOff]) -> ToWriteOff:
    act = case.act
    return ToWriteOff(
        person=case.person, rounds=act.rounds, from_bin=act.from_bin, held_in=act.held_in
    )


def write_off(case: Case[a.WriteOff]) -> tuple[e.Event, ...]:
    """Return the name; with a second one under the same, that they are not recovered.

    A name under other numbers begins anew. What they were loaded into is unknown from then on.
    """
    act, first = case.act, case.lot(case.act.lot).to_write_off
    signed = e.WriteOffSigned(
        lot=act.lot,
        person=case.person,
        rounds=act.rounds,
        from_bin=act.from_bin,
        held_in=act.held_in,
    )
    if first is None or replace(first, person=case.person) != _signed_by(case):
        return (signed,)
    gone = e.RoundsMoved(
        lot=act.lot,
        from_bin=act.from_bin,
        to_bin=Bin.NOT_RECOVERED,
        rounds=min(act.rounds, _there(case)),
        held_in=act.held_in,
    )
    return (signed, *_doubted_by_loss(case), gone)


def _doubted_by_loss(case: Case[a.WriteOff]) -> tuple[e.Event, ...]:
    weapon = case.state.weapons.get(case.act.held_in)
    if weapon is not None:
        return doubted(weapon, "WRITTEN-OFF", case.now)
    items = [each for each in case.state.items.values() if each.id == case.act.held_in]
    return items_doubted(items, "WRITTEN-OFF", case.now)


def pair_tested(state: State, event: e.PairTested) -> State:
    """Note the test. Something was fired: the bore is seen again before the next sequence."""
    test = PairTest(weapon=event.weapon, person=event.person, distance_mm=event.distance_mm)
    state = with_lot(state, event.lot, tested=(*state.lots[event.lot].tested, test))
    return with_weapon(state, event.weapon, history=bore_due(state.weapons[event.weapon]).history)


def write_off_signed(state: State, event: e.WriteOffSigned) -> State:
    signed = ToWriteOff(
        person=event.person, rounds=event.rounds, from_bin=event.from_bin, held_in=event.held_in
    )
    return with_lot(state, event.lot, to_write_off=signed)


def rounds_moved(state: State, event: e.RoundsMoved) -> State:
    """Move them between bins. The sum stays, and no bin gives what it has not."""
    lot = state.lots[event.lot]
    moved = max(0, min(event.rounds, lot.held(event.from_bin)))
    bins = {**lot.bins, event.from_bin.value: lot.held(event.from_bin) - moved}
    bins[event.to_bin.value] = bins.get(event.to_bin.value, 0) + moved
    if event.to_bin is not Bin.NOT_RECOVERED:
        return with_lot(state, lot.id, bins=bins)
    state = with_lot(state, lot.id, bins=bins, to_write_off=None)
    weapon, item = state.weapons.get(event.held_in), state.items.get(event.held_in)
    if weapon is not None:
        load = _without(weapon.history.load, lot.id, moved)
        return with_weapon(state, weapon.id, history=replace(weapon.history, load=load))
    if item is not None:
        return with_item(state, item.id, load=_without(item.load, lot.id, moved))
    return state


def _without(load: Slots, lot: str, rounds: int) -> Slots:
    """Return the load without so many rounds of the lot."""
    of_lot = [n for n, each in enumerate(load) if each is not None and each.lot == lot]
    gone = set(of_lot[:rounds])
    return tuple(None if n in gone else each for n, each in enumerate(load))


JUDGES = {
    a.TestFire: Judge(test_rules, test_fire),
    a.ReturnRounds: Judge(return_rules, return_rounds),
    a.WriteOff: Judge(write_off_rules, write_off),
}

EVOLVERS: dict[type, Any] = {
    e.PairTested: pair_tested,
    e.RoundsMoved: rounds_moved,
    e.WriteOffSigned: write_off_signed,
}
