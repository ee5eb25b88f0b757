"""What can have happened to a weapon: where it lies, who watches it, what is in it?"""

from dataclasses import dataclass
from typing import TypeAlias

from showclear.kernel.things import Seen
from showclear.kernel.words import Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyTurned:
    """The second key of a place was turned: it may be opened once."""

    place: str
    person: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponDrawn:
    """`watcher` is whoever turned the second key; he watches it from now on."""

    weapon: str
    holder: str
    at: Instant
    watcher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponLockedUp:
    weapon: str
    place: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchTaken:
    weapon: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchEnded:
    weapon: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvedEmpty:
    weapon: str
    person: str
    device: str
    seen: Seen
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    weapon: str
    person: str
    device: str
    seen: Seen
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsUnknown:
    """A doubt: whatever was believed about the contents is no longer believed."""

    weapon: str
    cause: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class InDoubtSince:
    """What was permitted for this weapon from then on rests on something reported late."""

    weapon: str
    since: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftUnattended:
    weapon: str
    at: Instant


WeaponEvent: TypeAlias = (
    KeyTurned
    | WeaponDrawn
    | WeaponLockedUp
    | WatchTaken
    | WatchEnded
    | ProvedEmpty
    | Inspected
    | ContentsUnknown
    | InDoubtSince
    | LeftUnattended
)
