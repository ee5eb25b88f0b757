"""Do the counts of rounds and of weapons add up?

Two people count, each without being told what should be there. Dummies and what did not go off
are counted one by one: a gap is open at once. Of blanks two people say how many went off; the
gap has a name, *unreconciled*, and holds back nothing before the day's close (law 6).
"""

from collections.abc import Iterator
from dataclasses import replace

from showclear.kernel import asks as a
from showclear.kernel import discrepancies
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.lot import Lot, Tally
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import Place, State, WeaponCount, put
from showclear.kernel.words import TESTERS, Bin, Label, Layer, Tone

COUNT_ROLE = Rule(
    code="COUNT-ROLE",
    title="Counts are signed by those trained for it",
    layer=Layer.STORAGE,
    laws=(3,),
    sources=("daily-clean-check-count",),
)
COUNT_NUMBERS = Rule(
    code="COUNT-NUMBERS",
    title="A count is of things that lie there, none of them less than none",
    layer=Layer.STORAGE,
    laws=(6,),
    tone=Tone.NOT_YET,
)
COUNT_PLACE = Rule(
    code="COUNT-PLACE",
    title="Weapons are counted in a place of the register",
    layer=Layer.STORAGE,
    laws=(6,),
)
COUNT_TWICE = Rule(
    code="COUNT-TWICE",
    title="The second count is another person's, who was not told the first",
    layer=Layer.STORAGE,
    laws=(3, 6),
    sources=("daily-clean-check-count",),
)
COUNT_LOT = Rule(
    code="COUNT-LOT",
    title="What is counted in a box is what the record has",
    layer=Layer.STORAGE,
    laws=(6,),
    sources=("round-ledger-balances",),
    tone=Tone.ALARM,
)
COUNT_WEAPONS = Rule(
    code="COUNT-WEAPONS",
    title="The weapons in a place are those the record has there",
    layer=Layer.STORAGE,
    laws=(4, 6),
    sources=("daily-clean-check-count", "missing-weapon-chain"),
    tone=Tone.ALARM,
)

RULES = (COUNT_ROLE, COUNT_NUMBERS, COUNT_PLACE, COUNT_TWICE, COUNT_LOT, COUNT_WEAPONS)

COUNTED = (Bin.STORE, Bin.SEALED, Bin.WORN, Bin.FIRED, Bin.MISFIRED)
"""Where rounds can be counted; what is loaded is counted in the weapon."""

UNFIRED = (Bin.STORE, Bin.SEALED, Bin.WORN)

Bins = dict[Bin, int]


def count_lot_rules(case: Case[a.CountLot]) -> Iterator[Bite]:
    """Yield why this count of a box does not count, or what is wrong with the box."""
    lot, found = case.lot(case.act.lot), _found(case.act)
    if not case.has_role(*TESTERS):
        yield COUNT_ROLE.refuses()
    if min(found.values()) < 0:
        yield COUNT_NUMBERS.refuses()
    first = _first(lot)
    if first is not None and first.person == case.person:
        yield COUNT_TWICE.refuses(person=case.person)
    if is_off(lot, found):
        yield COUNT_LOT.alarms(lot.id, *discrepancies.opened(case, lot.id))


def _found(said: a.CountLot | Tally) -> Bins:
    return {
        Bin.STORE: said.store,
        Bin.SEALED: said.sealed,
        Bin.WORN: said.worn,
        Bin.FIRED: said.fired,
        Bin.MISFIRED: said.misfired,
    }


def _first(lot: Lot) -> Tally | None:
    """Return the count that waits for a second one; two make a pair, and the next begins anew."""
    return lot.tallies[0] if len(lot.tallies) == 1 else None


def is_off(lot: Lot, found: Bins) -> bool:
    """Say whether a count is one that the record cannot explain.

    Of blanks only too many are that, or one that did not go off: a foreign round may be among
    them. Too few are the gap that is called unreconciled.
    """
    if lot.label is not Label.BLANK:
        return any(found[each] != lot.held(each) for each in COUNTED)
    unfired = sum(found[each] for each in UNFIRED)
    return (
        found[Bin.MISFIRED] != lot.held(Bin.MISFIRED)
        or unfired > sum(map(lot.held, UNFIRED))
        or sum(found.values()) > sum(map(lot.held, COUNTED))
    )


def unreconciled(lot: Lot) -> int:
    """Return how many blanks two people could not find, by their last counts; else none."""
    if len(lot.tallies) < 2:
        return 0
    found = [sum(_found(each).values()) for each in lot.tallies]
    return sum(map(lot.held, COUNTED)) - min(found)


def count_lot(case: Case[a.CountLot]) -> tuple[e.Event, ...]:
    """Return the count; with a second equal one that adds up, that the box is reconciled."""
    act, lot = case.act, case.lot(case.act.lot)
    counted = e.LotCounted(
        lot=act.lot,
        person=case.person,
        store=act.store,
        sealed=act.sealed,
        worn=act.worn,
        fired=act.fired,
        misfired=act.misfired,
    )
    found, first = _found(act), _first(lot)
    held = {each: lot.held(each) for each in COUNTED}
    if first is not None and _found(first) == found == held:
        return (counted, e.LotReconciled(lot=lot.id))
    return (counted,)


def count_weapons_rules(case: Case[a.CountWeapons]) -> Iterator[Bite]:
    """Yield why this count of a place does not count, or that a weapon is not where it should."""
    place = case.state.places.get(case.act.place)
    if not case.has_role(*TESTERS):
        yield COUNT_ROLE.refuses()
    if case.act.counted < 0:
        yield COUNT_NUMBERS.refuses()
    if place is None:
        yield COUNT_PLACE.refuses(place=case.act.place)
        return
    if case.person in {each.person for each in place.counts}:
        yield COUNT_TWICE.refuses(person=case.person)
    if case.act.counted != weapons_in(case.state, place.id):
        yield COUNT_WEAPONS.alarms(place.id, *discrepancies.opened(case, place.id))


def weapons_in(state: State, place: str) -> int:
    """Return how many weapons lie in this place by the record, and not inside a sealed case."""
    sealed = {each for case in state.cases.values() for each in case.weapons}
    return sum(
        each.custody.place == place and each.id not in sealed for each in state.weapons.values()
    )


def count_weapons(case: Case[a.CountWeapons]) -> tuple[e.Event, ...]:
    """Return the count; in a replay without its rule the place may not be known."""
    act = case.act
    if act.place not in case.state.places:
        return ()
    return (e.WeaponsCounted(place=act.place, person=case.person, counted=act.counted),)


def uncounted(state: State) -> tuple[str, ...]:
    """Return the boxes and places that two people have not counted as they are now."""
    lots = (each.id for each in state.lots.values() if not _is_reconciled(each))
    places = (each.id for each in state.places.values() if not _is_counted(state, each))
    return (*lots, *places)


def _is_reconciled(lot: Lot) -> bool:
    """Say whether it adds up as it is; a box of which nothing is left needs no count."""
    return lot.reconciled == lot.bins or not any(map(lot.held, COUNTED))


def _is_counted(state: State, place: Place) -> bool:
    here = weapons_in(state, place.id)
    agreeing = [each for each in place.counts if each.counted == here]
    return len(agreeing) >= 2 or not here


def forgotten(state: State) -> State:
    """Return the state in which nobody has counted anything today."""
    lots = {each.id: replace(each, tallies=(), reconciled=None) for each in state.lots.values()}
    places = {each.id: replace(each, counts=()) for each in state.places.values()}
    return replace(state, lots=lots, places=places)


def lot_counted(state: State, event: e.LotCounted) -> State:
    lot = state.lots[event.lot]
    tally = Tally(
        person=event.person,
        store=event.store,
        sealed=event.sealed,
        worn=event.worn,
        fired=event.fired,
        misfired=event.misfired,
    )
    first = _first(lot)
    lot = replace(lot, tallies=(tally,) if first is None else (first, tally))
    return replace(state, lots=put(state.lots, lot.id, lot))


def lot_reconciled(state: State, event: e.LotReconciled) -> State:
    lot = state.lots[event.lot]
    return replace(state, lots=put(state.lots, lot.id, replace(lot, reconciled=dict(lot.bins))))


def weapons_counted(state: State, event: e.WeaponsCounted) -> State:
    place = state.places[event.place]
    counted = WeaponCount(person=event.person, counted=event.counted)
    place = replace(place, counts=(*place.counts, counted))
    return replace(state, places=put(state.places, place.id, place))


JUDGES = {
    a.CountLot: Judge(count_lot_rules, count_lot),
    a.CountWeapons: Judge(count_weapons_rules, count_weapons),
}

EVOLVERS = {
    e.LotCounted: lot_counted,
    e.LotReconciled: lot_reconciled,
    e.WeaponsCounted: weapons_counted,
}
