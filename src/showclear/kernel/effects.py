"""What follows from what happened to a weapon?

The ends of clearances and the doubts about contents, in one place, so that no act forgets one.
"""

from collections.abc import Iterable
from dataclasses import replace

from showclear.kernel.events import ClearanceEnded, ContentsUnknown, Event
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


def bore_due(weapon: Weapon) -> Weapon:
    """Return the weapon with its bore to be seen: something that can stay in one was in it."""
    return replace(weapon, history=replace(weapon.history, is_bore_due=True, bore_seen=()))
