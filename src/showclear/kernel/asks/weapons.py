"""What can be asked about a weapon itself: where it lies, who watches it, what is in it."""

from dataclasses import dataclass
from typing import TypeAlias

from showclear.kernel.things import Scan, Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnKey:
    """I turned the second key of this place, so that it can be opened once."""

    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawWeapon:
    """Take a weapon from its locked place into the hand."""

    weapon: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawBatch:
    """Take many weapons from one place, each tag scanned. Custody moves; nothing is cleared."""

    weapons: tuple[Scan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LockUp:
    """Put a weapon from the hand into a locked place."""

    weapon: str
    place: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeWatch:
    """I watch this weapon from now on, whoever holds it."""

    weapon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndWatch:
    """I no longer watch this weapon; none named: any weapon."""

    weapon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProveEmpty:
    """I opened it; this is what was in it: nothing."""

    weapon: str
    tag: str
    seen: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspect:
    """I counted too."""

    weapon: str
    seen: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportUnattended:
    """The weapon was out of its holder's hand and sight."""

    weapon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOverdue:
    """It has been out longer than it should: where is it, and with whom?"""

    weapon: str | None = None


WeaponAct: TypeAlias = (
    TurnKey
    | DrawWeapon
    | DrawBatch
    | LockUp
    | TakeWatch
    | EndWatch
    | ProveEmpty
    | Inspect
    | ReportUnattended
    | ReportOverdue
)
