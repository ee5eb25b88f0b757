"""What follows from what happened to a weapon?

The ends of clearances and the doubts about contents, in one place, so that no act forgets one.
"""

from collections.abc import Iterable

from showclear.kernel.events import ClearanceEnded, ContentsUnknown, Event, ItemUnknown, LineVoided
from showclear.kernel.state import State
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Instant


def ended(weapon: Weapon, cause: str) -> tuple[Event, ...]:
    """Return the end of what was shown, being shown or offered; nothing if there is nothing."""
    if weapon.clearance is None and weapon.showing is None and weapon.offer is None:
        return ()
    return (ClearanceEnded(weapon=weapon.id, cause=cause),)


def doubted(weapon: Weapon, cause: str, at: Instant) -> tuple[Event, ...]:
    """Return the events that make the contents unknown and end what was shown."""
    return (*ended(weapon, cause), ContentsUnknown(weapon=weapon.id, cause=cause, at=at))


def all_ended(weapons: Iterable[Weapon], cause: str) -> tuple[Event, ...]:
    """Return the end of everything that was shown of these weapons."""
    return tuple(event for weapon in weapons for event in ended(weapon, cause))


def all_doubted(state: State, cause: str, at: Instant) -> tuple[Event, ...]:
    """Return the events that make every weapon, item and line of the show unknown."""
    weapons = tuple(
        event for weapon in state.weapons.values() for event in doubted(weapon, cause, at)
    )
    items = tuple(ItemUnknown(item=item, cause=cause, at=at) for item in state.items)
    return (*weapons, *items, *lines_voided(state, cause))


def lines_voided(state: State, cause: str) -> tuple[Event, ...]:
    """Return the end of every line that was shown."""
    return tuple(
        LineVoided(line=line.id, cause=cause) for line in state.lines.values() if line.is_shown
    )


def holding(state: State, lot: str) -> tuple[Weapon, ...]:
    """Return the weapons that hold, or are fed by an item that holds, a round of this lot."""
    items = {
        item.id
        for item in state.items.values()
        if any(each is not None and each.lot == lot for each in item.condition.slots or ())
    }
    return tuple(
        weapon
        for weapon in state.weapons.values()
        if any(each is not None and each.lot == lot for each in weapon.condition.slots or ())
        or items & set(weapon.items)
    )
