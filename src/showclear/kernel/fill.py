"""Do these rounds belong in this weapon, for what is planned?

Only from a box that two people went through, one kind at a time, as many as the action fires and
no stronger than the place allows. A blank belongs in a weapon that its maker names and in which
it was fired before; a dummy belongs in a weapon that cannot fire, unless a named person wrote
down why not.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from showclear.kernel.decision import Bite
from showclear.kernel.fitness import bore_rules
from showclear.kernel.lot import Lot
from showclear.kernel.lots import LOT_READY
from showclear.kernel.proof import counted
from showclear.kernel.rule import Case, Rule
from showclear.kernel.stock import is_fit, is_tested
from showclear.kernel.things import ChamberLoad, Round, Slots, Use
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import (
    Bin,
    Label,
    Layer,
    LotStatus,
    Mode,
    RoundKind,
    Strength,
    Tone,
    WeaponClass,
)  # fmt: skip

LOAD_CHAMBERS = Rule(
    code="LOAD-CHAMBERS",
    title="Each round goes into a place of its own",
    layer=Layer.ROUNDS,
    laws=(6,),
    sources=("each-round-each-chamber", "chamber-map"),
    tone=Tone.NOT_YET,
)
LOAD_STORE = Rule(
    code="LOAD-STORE",
    title="No more rounds are loaded than lie in the box, by the record",
    layer=Layer.ROUNDS,
    laws=(6,),
    sources=("round-ledger-balances",),
)
LOAD_MIXED = Rule(
    code="LOAD-MIXED",
    title="Dummies and blanks are never in one weapon together, nor blanks of two boxes",
    layer=Layer.ROUNDS,
    laws=(2,),
)
LOAD_FITS = Rule(
    code="LOAD-FITS",
    title="A blank is loaded only into a model that its maker names",
    layer=Layer.ROUNDS,
    laws=(1,),
    sources=("blank-fits-gun",),
)
LOAD_STRENGTH = Rule(
    code="LOAD-STRENGTH",
    title="No blank is stronger than the show allows",
    layer=Layer.ROUNDS,
    sources=("local-load-cap",),
)
LOAD_PLANNED = Rule(
    code="LOAD-PLANNED",
    title="As many blanks as the plan fires, and no more",
    layer=Layer.ROUNDS,
    sources=("load-exact-count",),
)
LOAD_PAIR = Rule(
    code="LOAD-PAIR",
    title="Before a take two people have seen this blank fired in this weapon, as near as planned",
    layer=Layer.ROUNDS,
    laws=(3,),
    sources=("test-gun-and-blank",),
    tone=Tone.NOT_YET,
)
LOAD_DUMMY = Rule(
    code="LOAD-DUMMY",
    title="Dummies belong in a weapon that cannot fire, unless the plan says in writing why not",
    layer=Layer.ROUNDS,
    laws=(1, 13),
    sources=("alternatives-first",),
)

RULES = (
    LOAD_CHAMBERS, LOAD_STORE, LOAD_MIXED, LOAD_FITS, LOAD_STRENGTH, LOAD_PLANNED, LOAD_PAIR,
    LOAD_DUMMY,
)  # fmt: skip

CANNOT_FIRE = (
    WeaponClass.DISABLED, WeaponClass.DEACTIVATED, WeaponClass.NON_GUN, WeaponClass.REPLICA,
    WeaponClass.RUBBER, WeaponClass.BLADE_SHARP, WeaponClass.BLADE_BLUNT, WeaponClass.BOW,
)  # fmt: skip
"""What lets nothing go off, as two people found by test. A class not known can fire."""


def box_rules(case: Case[Any], rounds: tuple[ChamberLoad, ...], places: int) -> Iterator[Bite]:
    """Yield why these rounds are not put into something that has so many places."""
    chambers = [each.chamber for each in rounds]
    if not rounds or len(set(chambers)) < len(chambers) or not _all_within(chambers, places):
        yield LOAD_CHAMBERS.refuses(rounds=len(rounds), chambers=places)
    lots_named = [each.lot for each in rounds]
    taken = {each: lots_named.count(each) for each in lots_named}
    lots = {each: case.state.lots.get(each) for each in taken}
    for each, lot in lots.items():
        if lot is None or lot.status is not LotStatus.VERIFIED:
            yield LOT_READY.refuses(lot=each)
        if lot is not None and taken[each] > lot.held(Bin.STORE):
            yield LOAD_STORE.refuses(lot=each, rounds=taken[each], most=lot.held(Bin.STORE))
    kinds = {(kind_of(lot), lot.id if lot.label is Label.BLANK else "") for lot in known(lots)}
    if len(kinds) > 1:
        yield LOAD_MIXED.refuses()


def _all_within(chambers: list[int], places: int) -> bool:
    return all(1 <= each <= places for each in chambers)


def known(lots: dict[str, Lot | None]) -> list[Lot]:
    """Return the lots that the record knows."""
    return [lot for lot in lots.values() if lot is not None]


def kind_of(lot: Lot) -> RoundKind:
    """Return what its rounds are taken for; nothing but a box of blanks holds blanks."""
    return RoundKind.BLANK if lot.label is Label.BLANK else RoundKind.DUMMY


def slots_of(case: Case[Any], rounds: tuple[ChamberLoad, ...], places: int) -> Slots:
    """Return what is in each place when these rounds are in."""
    lots = {each.chamber: case.state.lots.get(each.lot) for each in rounds}
    return tuple(_round(lots.get(chamber)) for chamber in range(1, places + 1))


def _round(lot: Lot | None) -> Round | None:
    if lot is None:
        return None
    return Round(kind=kind_of(lot), lot=lot.id, strength=lot.strength)


def uses_of(case: Case[Any], weapon: Weapon, mode: Mode) -> list[Use]:
    """Return for what this weapon is planned, in any set-up, cold or hot."""
    uses = [use for setup in case.state.setups.values() for use in setup.uses]
    return [use for use in uses if use.weapon == weapon.id and use.mode is mode]


def weapon_rules(case: Case[Any], weapon: Weapon, slots: Slots) -> Iterator[Bite]:
    """Yield why rounds like these do not belong in this weapon, for anything that is planned."""
    yield from blank_rules(case, weapon, slots, uses=uses_of(case, weapon, Mode.HOT))
    if counted(slots).blank:
        yield from bore_rules(case, weapon)
    yield from dummy_rules(weapon, slots, uses=uses_of(case, weapon, Mode.COLD))


def blank_rules(
    case: Case[Any], weapon: Weapon, slots: Slots, *, uses: Iterable[Use]
) -> Iterator[Bite]:
    """Yield why these blanks do not serve any of these uses."""
    blanks = [each for each in slots if each is not None and each.kind is RoundKind.BLANK]
    if not blanks:
        return
    lots = known({each.lot: case.state.lots.get(each.lot) for each in blanks})
    for lot in lots:
        if not is_fit(lot, weapon):
            yield LOAD_FITS.refuses(lot=lot.id)
        if _rank(lot.strength) > _rank(case.policy.strength_max):
            yield LOAD_STRENGTH.refuses(lot=lot.id, strength=case.policy.strength_max.value)
    most = max((use.rounds for use in uses), default=0)
    if len(blanks) > most + (case.policy.spare_blanks if most else 0):
        yield LOAD_PLANNED.refuses(rounds=len(blanks), most=most)
    for lot in lots:
        if not any(is_tested(lot, weapon, use.distance_mm) for use in uses):
            yield LOAD_PAIR.refuses(lot=lot.id)


def _rank(strength: Strength | None) -> int:
    """Return how strong it is; one that nobody named is stronger than all."""
    return len(Strength) if strength is None else list(Strength).index(strength)


def dummy_rules(weapon: Weapon, slots: Slots, *, uses: Iterable[Use]) -> Iterator[Bite]:
    """Yield why dummies do not belong in this weapon for any of these uses."""
    dummies = [each for each in slots if each is not None and each.kind is RoundKind.DUMMY]
    can_fire = weapon.weapon_class not in CANNOT_FIRE
    if dummies and can_fire and not any(use.reason for use in uses):
        yield LOAD_DUMMY.refuses(rounds=len(dummies))
