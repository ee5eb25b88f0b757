"""What follows from what happened to a weapon?

The ends of clearances and the doubts about contents, in one place, so that no act forgets one:
of a weapon, of a thing that holds rounds, and of all that holds a round of a lot.
"""

from collections.abc import Iterable
from dataclasses import replace

from showclear.kernel.events import (
    ClearanceEnded,
    ContentsUnknown,
    Event,
    ItemUnknown,
    LotHeld,
    LotQuarantined,
    RoundsMoved,
    WatchEnded,
)
from showclear.kernel.lot import Lot
from showclear.kernel.state import State
from showclear.kernel.weapon import Item, Weapon
from showclear.kernel.words import Bin, Instant


def ended(weapon: Weapon, cause: str) -> tuple[Event, ...]:
    """Return the end of what was shown, being shown or offered; nothing if there is nothing."""
    if weapon.clearance is None and weapon.showing is None and weapon.offer is None:
        return ()
    return (ClearanceEnded(weapon=weapon.id, cause=cause),)


def opened_again(weapon: Weapon) -> tuple[Event, ...]:
    """Return the end of what was shown: whoever counts or checks it now has opened it since."""
    is_shown = weapon.clearance is not None or weapon.showing is not None
    return ended(weapon, "OPENED-AGAIN") if is_shown else ()


def doubted(weapon: Weapon, cause: str, at: Instant) -> tuple[Event, ...]:
    """Return the events that make the contents unknown and end what was shown."""
    return (*ended(weapon, cause), ContentsUnknown(weapon=weapon.id, cause=cause, at=at))


def unwatched(weapon: Weapon) -> tuple[Event, ...]:
    """Return the end of every watch over it: who stands by it now, nobody can say."""
    return tuple(WatchEnded(weapon=weapon.id, person=each) for each in weapon.watchers)


def all_ended(weapons: Iterable[Weapon], cause: str) -> tuple[Event, ...]:
    """Return the end of everything that was shown of these weapons."""
    return tuple(event for weapon in weapons for event in ended(weapon, cause))


def items_doubted(items: Iterable[Item], cause: str, at: Instant) -> tuple[Event, ...]:
    """Return the events that make the contents of these items unknown."""
    return tuple(ItemUnknown(item=each.id, cause=cause, at=at) for each in items)


def is_item_out(item: Item) -> bool:
    """Say whether the item is in a hand, worn, or in a weapon: not in its locked place."""
    return item.custody.holder is not None or item.weapon is not None


def set_aside(state: State, lot: Lot, cause: str, *, at: Instant) -> tuple[Event, ...]:
    """Return the quarantine of a lot, and the doubt about all that holds a round of it."""
    return (LotQuarantined(lot=lot.id, cause=cause), *_doubts(state, {lot.id}, cause, at=at))


def source_held(state: State, lot: Lot, cause: str, *, at: Instant) -> tuple[Event, ...]:
    """Set a lot aside and hold all that shares its source: one doubtful round is never alone."""
    shared = [each for each in state.lots.values() if each.supplier == lot.supplier]
    others = {each.id for each in shared} - {lot.id}
    held = [LotHeld(lot=each.id, cause=cause) for each in shared if each.id != lot.id]
    return (*set_aside(state, lot, cause, at=at), *held, *_doubts(state, others, cause, at=at))


def _doubts(state: State, lots: set[str], cause: str, *, at: Instant) -> tuple[Event, ...]:
    weapons = [each for each in state.weapons.values() if lots_in(each) & lots]
    items = [each for each in state.items.values() if lots_in(each) & lots]
    doubts = tuple(event for each in weapons for event in doubted(each, cause, at))
    return (*doubts, *items_doubted(items, cause, at))


def lots_in(thing: Weapon | Item) -> set[str]:
    """Return whose rounds are in it, as far as the record knows, or not accounted for."""
    load = thing.load if isinstance(thing, Item) else thing.history.load
    return {each.lot for each in (*(thing.condition.slots or ()), *load) if each is not None}


def moved_rounds(lot: str, from_bin: Bin, to_bin: Bin, *, rounds: int) -> tuple[Event, ...]:
    """Return the move of so many rounds; nothing when none moves."""
    if rounds < 1:
        return ()
    return (RoundsMoved(lot=lot, from_bin=from_bin, to_bin=to_bin, rounds=rounds),)


def bore_due(weapon: Weapon) -> Weapon:
    """Return the weapon with its bore to be seen: something that can stay in one was in it."""
    return replace(weapon, history=replace(weapon.history, is_bore_due=True, bore_seen=()))
