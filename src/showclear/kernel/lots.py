"""May rounds of this box be used?

Live is never stock. A box comes from somebody who can be named, two people go through it round
by round, each answering before he is sent the other's answer, and mark what they proved. One
doubtful round holds everything that shares its source.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.effects import moved_rounds, set_aside, source_held
from showclear.kernel.lot import Lot, LotSign
from showclear.kernel.rule import Case, Judge, Rule, no_rules
from showclear.kernel.state import State, put, with_lot
from showclear.kernel.words import KEEPERS, TESTERS, Bin, Label, Layer, LotStatus, Origin, Tone

LOT_LIVE = Rule(
    code="LOT-LIVE",
    title="Live ammunition is never stock",
    layer=Layer.ADMISSION,
    laws=(7,),
    sources=("live-never-on-set",),
)
LOT_ROLE = Rule(
    code="LOT-ROLE",
    title="Rounds are taken in and gone through by those who answer for them",
    layer=Layer.ADMISSION,
    laws=(3,),
    sources=("qualified-handler-named",),
)
LOT_NEW = Rule(
    code="LOT-NEW",
    title="One id stands for one box of rounds",
    layer=Layer.ADMISSION,
    laws=(6,),
    sources=("round-provenance",),
)
LOT_LABEL = Rule(
    code="LOT-LABEL",
    title="Rounds come in their maker's box, and the box says what they are",
    layer=Layer.ADMISSION,
    laws=(1,),
    sources=("round-provenance",),
)
LOT_ORIGIN = Rule(
    code="LOT-ORIGIN",
    title="Rounds come from a supplier on his line, or over from an earlier show",
    layer=Layer.ADMISSION,
    laws=(6, 7),
    sources=("round-provenance", "no-improvised-rounds", "no-personal-weapons"),
)
LOT_PLACE = Rule(
    code="LOT-PLACE",
    title="Rounds, and what holds them, lie in a locked place",
    layer=Layer.STORAGE,
    laws=(6,),
    sources=("guns-apart-from-rounds",),
)
LOT_COUNT = Rule(
    code="LOT-COUNT",
    title="A box is counted when it comes in",
    layer=Layer.ADMISSION,
    laws=(6,),
    sources=("round-provenance", "round-ledger-balances"),
)
LOT_STRENGTH = Rule(
    code="LOT-STRENGTH",
    title="A box of blanks says how strong they are; a dummy has no strength",
    layer=Layer.ADMISSION,
    laws=(1,),
    sources=("round-provenance",),
)
LOT_OPEN = Rule(
    code="LOT-OPEN",
    title="A box is gone through until two people have answered, and not after",
    layer=Layer.ROUNDS,
    laws=(3,),
)
LOT_TWICE = Rule(
    code="LOT-TWICE",
    title="The second to go through a box is another person",
    layer=Layer.ROUNDS,
    laws=(3,),
)
LOT_WHOLE = Rule(
    code="LOT-WHOLE",
    title="Every round of the box is answered for",
    layer=Layer.ROUNDS,
    laws=(1, 6),
    sources=("dummy-provable", "each-round-each-chamber"),
    tone=Tone.NOT_YET,
)
LOT_DOUBT = Rule(
    code="LOT-DOUBT",
    title="One doubtful round holds everything that shares its source",
    layer=Layer.ROUNDS,
    laws=(1,),
    sources=("live-round-found", "dummy-provable"),
    tone=Tone.ALARM,
)
LOT_SEALED = Rule(
    code="LOT-SEALED",
    title="Some rounds of each box are put aside, sealed",
    layer=Layer.ROUNDS,
    laws=(6,),
    tone=Tone.NOT_YET,
)
LOT_MARKED = Rule(
    code="LOT-MARKED",
    title="A round that was gone through carries the mark",
    layer=Layer.ROUNDS,
    laws=(3,),
    tone=Tone.NOT_YET,
)
LOT_DIFFERS = Rule(
    code="LOT-DIFFERS",
    title="Two people who went through one box say the same",
    layer=Layer.ROUNDS,
    laws=(1, 3),
    tone=Tone.ALARM,
)
LOT_READY = Rule(
    code="LOT-READY",
    title="Only rounds that two people went through are put into anything",
    layer=Layer.ROUNDS,
    laws=(1, 3),
    sources=("dummy-provable", "round-provenance", "carryover-rounds-reinspected"),
)
RULES = (
    LOT_LIVE, LOT_ROLE, LOT_NEW, LOT_LABEL, LOT_ORIGIN, LOT_PLACE, LOT_COUNT, LOT_STRENGTH,
    LOT_OPEN, LOT_TWICE, LOT_WHOLE, LOT_DOUBT, LOT_SEALED, LOT_MARKED, LOT_DIFFERS, LOT_READY,
)  # fmt: skip

ROUNDS_MAX = 10_000
"""More than any box holds."""


def receive_rules(case: Case[a.ReceiveLot]) -> Iterator[Bite]:
    """Yield why this box is not taken in."""
    act = case.act
    if act.label is Label.LIVE:
        yield LOT_LIVE.refuses()
    if not case.has_role(*KEEPERS):
        yield LOT_ROLE.refuses()
    if act.lot in case.state.lots:
        yield LOT_NEW.refuses(lot=act.lot)
    if act.label is Label.NONE:
        yield LOT_LABEL.refuses()
    is_named = act.origin in (Origin.SUPPLIER, Origin.HIRED) and act.line != ""
    if not is_named and act.origin is not Origin.CARRIED_OVER:
        yield LOT_ORIGIN.refuses()
    yield from place_rules(case, act.place)
    if not 1 <= act.count <= ROUNDS_MAX:
        yield LOT_COUNT.refuses(rounds=act.count, most=ROUNDS_MAX)
    if (act.label is Label.BLANK) is not (act.strength is not None):
        yield LOT_STRENGTH.refuses()


def place_rules(case: Case[Any], place: str) -> Iterator[Bite]:
    """Yield the refusal of a place that is not locked."""
    found = case.state.places.get(place)
    if found is None or not found.is_locked:
        yield LOT_PLACE.refuses(place=place)


def receive(case: Case[a.ReceiveLot]) -> tuple[e.Event, ...]:
    """Return the arrival. What came over from an earlier show begins at nothing, like the rest."""
    act = case.act
    received = e.LotReceived(
        lot=act.lot, label=act.label, strength=act.strength, count=act.count, origin=act.origin,
        line=act.line, place=act.place, at=case.now, fits=act.fits, supplier=act.supplier,
    )  # fmt: skip
    return (received,)


def sign_rules(case: Case[a.SignLot]) -> Iterator[Bite]:
    """Yield why this answer does not count. A doubtful round or a difference is an alarm."""
    act, lot = case.act, case.lot(case.act.lot)
    if not case.has_role(*TESTERS):
        yield LOT_ROLE.refuses()
    if lot.status not in (LotStatus.INTAKE, LotStatus.SIGNED):
        yield LOT_OPEN.refuses(lot=lot.id)
    if case.person in {each.person for each in lot.signed}:
        yield LOT_TWICE.refuses(person=case.person)
    said = act.proved + act.doubtful + act.sealed
    if said != lot.remaining or min(act.proved, act.doubtful, act.sealed) < 0:
        yield LOT_WHOLE.refuses(answered=said, rounds=lot.remaining)
    if act.doubtful > 0:
        yield LOT_DOUBT.alarms(lot.id, *source_held(case.state, lot, LOT_DOUBT.code, at=case.now))
    if act.sealed < case.policy.sealed_min:
        yield LOT_SEALED.refuses(sealed=act.sealed, kept=case.policy.sealed_min)
    if case.policy.marks and not act.is_marked:
        yield LOT_MARKED.refuses()
    if any(_differs(each, act) for each in lot.signed):
        yield LOT_DIFFERS.alarms(lot.id, *set_aside(case.state, lot, LOT_DIFFERS.code, at=case.now))


def _differs(first: LotSign, second: a.SignLot) -> bool:
    return (first.proved, first.sealed) != (second.proved, second.sealed)


def sign(case: Case[a.SignLot]) -> tuple[e.Event, ...]:
    """Return the answer; with the second equal one, that the lot may be used."""
    act, lot = case.act, case.lot(case.act.lot)
    signed = e.LotSigned(
        lot=lot.id,
        person=case.person,
        proved=act.proved,
        doubtful=act.doubtful,
        sealed=act.sealed,
        is_marked=act.is_marked,
    )
    if not lot.signed:
        return (signed,)
    return (signed, e.LotVerified(lot=lot.id), *_sealed(lot, act.sealed))


def _sealed(lot: Lot, sealed: int) -> tuple[e.Event, ...]:
    """Put the sealed ones aside. Those of an earlier time, before it was held, lie there still."""
    more = min(sealed - lot.held(Bin.SEALED), lot.held(Bin.STORE))
    return moved_rounds(lot.id, Bin.STORE, Bin.SEALED, rounds=more)


def reject(case: Case[a.RejectLot]) -> tuple[e.Event, ...]:
    """Set the lot aside; a word that names none known sets every lot aside."""
    known = case.state.lots
    named = known.get(case.act.lot or "")
    lots = tuple(known.values()) if named is None else (named,)
    return tuple(
        event for lot in lots for event in set_aside(case.state, lot, "REJECTED", at=case.now)
    )


def lot_received(state: State, event: e.LotReceived) -> State:
    lot = Lot(
        id=event.lot, label=event.label, strength=event.strength, count=event.count,
        origin=event.origin, place=event.place, line=event.line, fits=event.fits,
        supplier=event.supplier, bins={Bin.STORE.value: event.count},
    )  # fmt: skip
    return replace(state, lots=put(state.lots, lot.id, lot))


def lot_signed(state: State, event: e.LotSigned) -> State:
    signed = LotSign(
        person=event.person, proved=event.proved, doubtful=event.doubtful, sealed=event.sealed,
        is_marked=event.is_marked,
    )  # fmt: skip
    lot = state.lots[event.lot]
    return with_lot(
        state, lot.id, status=_then(lot, LotStatus.SIGNED), signed=(*lot.signed, signed)
    )


def lot_verified(state: State, event: e.LotVerified) -> State:
    return with_lot(state, event.lot, status=_then(state.lots[event.lot], LotStatus.VERIFIED))


def _then(lot: Lot, status: LotStatus) -> LotStatus:
    """Return the next status; nothing that permits brings a lot out of quarantine."""
    return lot.status if lot.status is LotStatus.QUARANTINED else status


def lot_quarantined(state: State, event: e.LotQuarantined) -> State:
    return with_lot(state, event.lot, status=LotStatus.QUARANTINED, cause=event.cause)


def lot_held(state: State, event: e.LotHeld) -> State:
    status = _then(state.lots[event.lot], LotStatus.INTAKE)
    return with_lot(state, event.lot, status=status, cause=event.cause, signed=())


JUDGES = {
    a.ReceiveLot: Judge(receive_rules, receive),
    a.SignLot: Judge(sign_rules, sign),
    a.RejectLot: Judge(no_rules, reject),
}

EVOLVERS = {
    e.LotReceived: lot_received,
    e.LotSigned: lot_signed,
    e.LotVerified: lot_verified,
    e.LotQuarantined: lot_quarantined,
    e.LotHeld: lot_held,
}
