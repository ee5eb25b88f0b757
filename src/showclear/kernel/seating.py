"""May a magazine go into a weapon, a belt onto a person, and how does it come back?

An item goes only into a weapon that was just proved empty and has as many chambers as the item
has places, one at a time: from then on the weapon holds what the item held, chamber by chamber,
and is counted, witnessed and inspected like any loaded weapon. What comes out of a weapon is
unknown, and so is the weapon: the load is accounted for where it was last, in the weapon. A
weapon with a magazine is therefore entered with as many chambers as its magazine has places.
"""

from collections.abc import Iterator
from dataclasses import replace

from showclear.kernel import asks as a
from showclear.kernel import day, faults, items, people
from showclear.kernel import events as e
from showclear.kernel.custody import tag_rule
from showclear.kernel.decision import Bite
from showclear.kernel.effects import doubted, items_doubted
from showclear.kernel.fill import weapon_rules
from showclear.kernel.items import ITEM_OUT
from showclear.kernel.load import all_moved, empty_rules, holder_rules
from showclear.kernel.lots import LOT_READY, LOT_ROLE, place_rules
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import State, with_item, with_weapon
from showclear.kernel.weapon import Condition, Custody, Item
from showclear.kernel.words import KEEPERS, Bin, Layer, LotStatus, Tone

SEAT_KNOWN = Rule(
    code="SEAT-KNOWN",
    title="What goes into a weapon or onto a person was counted by two",
    layer=Layer.ROUNDS,
    laws=(1, 3),
    sources=("check-before-each-use",),
    tone=Tone.NOT_YET,
)
SEAT_FITS = Rule(
    code="SEAT-FITS",
    title="One item at a time goes into a weapon, with as many places as it has chambers",
    layer=Layer.ROUNDS,
    laws=(1,),
    sources=("each-round-each-chamber",),
)
REMOVE_IN = Rule(
    code="REMOVE-IN",
    title="Only what is in a weapon is taken out of it",
    layer=Layer.ROUNDS,
    laws=(4,),
)
WEAR_KNOWN = Rule(
    code="WEAR-KNOWN",
    title="Rounds are worn by a person of the show, under his name",
    layer=Layer.STORAGE,
    laws=(4, 6),
    sources=("qualified-handler-named",),
)

RULES = (SEAT_KNOWN, SEAT_FITS, REMOVE_IN, WEAR_KNOWN)


def known_rules(case: Case[a.SeatItem] | Case[a.WearItem], item: Item) -> Iterator[Bite]:
    """Yield why this is not known well enough to leave the hand of whoever loaded it."""
    signers = {look.person for look in item.condition.inspected}
    if item.condition.slots is None or len(signers) < 2:
        yield SEAT_KNOWN.refuses(counted=len(signers), cause=item.condition.cause)
    lots = [each.lot for each in item.condition.slots or () if each is not None]
    for each in dict.fromkeys(lots):
        lot = case.state.lots.get(each)
        if lot is None or lot.status is not LotStatus.VERIFIED:
            yield LOT_READY.refuses(lot=each)


def seat_rules(case: Case[a.SeatItem]) -> Iterator[Bite]:
    """Yield why this does not go into this weapon now."""
    weapon, item = case.weapon(case.act.weapon), case.item(case.act.item)
    yield from holder_rules(case)
    yield from items.hand_rules(case, item)
    yield from people.handler_rules(case, weapon)
    yield from day.load_rules(case)
    yield from day.gate_rules(case, weapon)
    yield from tag_rule(case, weapon, case.act.tag)
    yield from items.tag_rule(case, item, case.act.item_tag)
    yield from empty_rules(case)
    yield from known_rules(case, item)
    if item.capacity != weapon.capacity or weapon.items:
        yield SEAT_FITS.refuses(chambers=weapon.capacity, counted=item.capacity)
    yield from weapon_rules(case, weapon, item.condition.slots or ())


def seat(case: Case[a.SeatItem]) -> tuple[e.Event, ...]:
    """Return the putting in. Nothing that was said of the weapon before holds."""
    seated = e.ItemSeated(item=case.act.item, weapon=case.act.weapon, at=case.now)
    return (*doubted(case.weapon(case.act.weapon), "SEATED", case.now), seated)


def remove_rules(case: Case[a.RemoveItem]) -> Iterator[Bite]:
    """Yield why this is not taken out."""
    weapon, item = case.weapon(case.act.weapon), case.item(case.act.item)
    yield from holder_rules(case)
    yield from faults.wait_rules(case, weapon)
    if item.weapon != weapon.id:
        yield REMOVE_IN.refuses(weapon=weapon.id)


def remove(case: Case[a.RemoveItem]) -> tuple[e.Event, ...]:
    """Return the taking out: nobody knows how many rounds came with it."""
    weapon, item = case.weapon(case.act.weapon), case.item(case.act.item)
    removed = e.ItemRemoved(item=item.id, weapon=weapon.id, holder=case.person, at=case.now)
    doubts = items_doubted((item,), "REMOVED", case.now)
    return (*doubted(weapon, "REMOVED", case.now), *doubts, removed)


def wear_rules(case: Case[a.WearItem]) -> Iterator[Bite]:
    """Yield why this person does not wear it."""
    item = case.item(case.act.item)
    yield from items.hand_rules(case, item)
    if case.act.wearer not in case.state.people:
        yield WEAR_KNOWN.refuses(person=case.act.wearer)
    yield from known_rules(case, item)


def wear(case: Case[a.WearItem]) -> tuple[e.Event, ...]:
    """Return the putting on: its rounds are worn from now on."""
    worn = e.ItemWorn(item=case.act.item, wearer=case.act.wearer, at=case.now)
    return (worn, *all_moved(case.item(case.act.item).load, Bin.LOADED, Bin.WORN))


def store_rules(case: Case[a.StoreItem]) -> Iterator[Bite]:
    """Yield why it is not put away there."""
    if not case.has_role(*KEEPERS):
        yield LOT_ROLE.refuses()
    if case.item(case.act.item).weapon is not None:
        yield ITEM_OUT.refuses()
    yield from place_rules(case, case.act.place)


def store(case: Case[a.StoreItem]) -> tuple[e.Event, ...]:
    """Return the putting away. What comes back is unknown; its rounds are still to be counted."""
    item = case.item(case.act.item)
    doubts = items_doubted((item,), "STORED", case.now)
    stored = e.ItemStored(item=item.id, place=case.act.place, at=case.now)
    load = item.load if item.wearer is not None else ()
    return (*doubts, stored, *all_moved(load, Bin.WORN, Bin.LOADED))


def item_seated(state: State, event: e.ItemSeated) -> State:
    """Give the weapon what the item held, chamber by chamber; a guess is never made."""
    weapon, item = state.weapons[event.weapon], state.items[event.item]
    is_same = item.capacity == weapon.capacity
    slots = item.condition.slots if is_same else None
    condition = Condition(slots=slots, since=event.at, cause="SEATED", loader=item.condition.loader)
    history = replace(weapon.history, load=item.load)
    state = with_weapon(
        state, weapon.id, condition=condition, history=history, items=(*weapon.items, item.id)
    )
    unknown = Condition(since=event.at, cause="SEATED")
    return with_item(
        state, item.id, weapon=weapon.id, wearer=None, load=(), condition=unknown,
        custody=Custody(since=event.at),
    )  # fmt: skip


def item_removed(state: State, event: e.ItemRemoved) -> State:
    left = tuple(each for each in state.weapons[event.weapon].items if each != event.item)
    state = with_weapon(state, event.weapon, items=left)
    custody = Custody(holder=event.holder, since=event.at)
    return with_item(state, event.item, weapon=None, custody=custody)


def item_worn(state: State, event: e.ItemWorn) -> State:
    custody = Custody(holder=event.wearer, since=event.at)
    return with_item(state, event.item, wearer=event.wearer, custody=custody)


def item_stored(state: State, event: e.ItemStored) -> State:
    custody = Custody(place=event.place, since=event.at)
    return with_item(state, event.item, wearer=None, custody=custody)


JUDGES = {
    a.SeatItem: Judge(seat_rules, seat),
    a.RemoveItem: Judge(remove_rules, remove),
    a.WearItem: Judge(wear_rules, wear),
    a.StoreItem: Judge(store_rules, store),
}

EVOLVERS = {
    e.ItemSeated: item_seated,
    e.ItemRemoved: item_removed,
    e.ItemWorn: item_worn,
    e.ItemStored: item_stored,
}
