"""What can be asked about the day, its counts, faults, concerns and stops?"""

from dataclasses import dataclass
from typing import TypeAlias

from showclear.kernel.words import Fault, Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDay:
    """The day begins."""

    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseDay:
    """The day ends: everything is back and every count closes."""

    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WrapOpen:
    """The day ends with something open; two people sign for it."""

    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountLot:
    """I counted this lot, without being told what should be there.

    What is loaded is in weapons and magazines and is not counted here.
    """

    lot: str
    store: int
    worn: int
    fired: int
    misfired: int
    sealed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CountWeapons:
    """I counted the weapons in this place, without being told how many should be there."""

    place: str
    counted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDiscrepancy:
    """Something does not add up about this weapon, item, lot, case or place, or a thing unknown."""

    about: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveDiscrepancy:
    """It adds up now: two people say how. `reason` is a text's hash."""

    discrepancy: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseConcern:
    """Somebody says that this is not right. `text` is a hash or empty; nothing else is asked."""

    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerConcern:
    """I answer it: this is what was done. `text` is a hash.

    `count` is how many there were when it was read: unsigned ones may have become one.
    """

    concern: str
    text: str
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LateEntry:
    """It happened then, and is written now, because. `what` and `reason` are hashes of texts."""

    happened_at: Instant
    what: str
    reason: str
    about: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct:
    """That entry is mistaken; this stands beside it. Both stay. `text` is a hash."""

    record: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFault:
    """It jammed, misfired or broke. After a misfire nobody opens it for a while."""

    weapon: str | None = None
    fault: Fault = Fault.DAMAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportMissing:
    """The weapon is not where the record says; nobody knows who has it."""

    weapon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Stop this set-up."""

    setup: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Stop this unit; a stop that names none stops every unit."""

    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveFound:
    """A live round, or one nobody can vouch for, was found. Everything stops.

    `lot` is the box it was found in, if it was found in one.
    """

    place: str | None = None
    lot: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnplannedShot:
    """Something went off that was not meant to. Everything stops."""

    weapon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Meal, move or wrap of this unit: people go away from the weapons."""

    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Restart:
    """I agree that work goes on. Two named people, in writing: `reason` is a text's hash."""

    stop: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerStarted:
    """The first process to serve this show has started; nobody knows what happened meanwhile."""


DayAct: TypeAlias = (
    OpenDay
    | CloseDay
    | WrapOpen
    | CountLot
    | CountWeapons
    | OpenDiscrepancy
    | ResolveDiscrepancy
    | RaiseConcern
    | AnswerConcern
    | ReportFault
    | ReportMissing
    | LateEntry
    | Correct
    | Hold
    | Stop
    | LiveFound
    | UnplannedShot
    | Break
    | Restart
    | ServerStarted
)
