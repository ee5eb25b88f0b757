"""What can have happened to the day, its counts, faults, concerns and stops?"""

from dataclasses import dataclass
from typing import TypeAlias

from showclear.kernel.words import Fault, Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOpened:
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayClosed:
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WrapOpenAgreed:
    day: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWrappedOpen:
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakBegan:
    unit: str | None
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class LotCounted:
    lot: str
    person: str
    store: int
    worn: int
    fired: int
    misfired: int
    sealed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LotReconciled:
    """Two blind counts agree and add up to what there was."""

    lot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponsCounted:
    place: str
    person: str
    counted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscrepancyOpened:
    """`about` is a weapon, item, lot, case or place; nothing gates all clearances."""

    discrepancy: str
    about: str | None
    holder: str | None
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionAgreed:
    discrepancy: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscrepancyResolved:
    discrepancy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernRaised:
    concern: str
    text: str
    at: Instant
    raised_by: str | None = None
    is_collective: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernAnswered:
    concern: str
    person: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LateEntryMade:
    happened_at: Instant
    what: str
    reason: str
    about: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCorrected:
    record: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultReported:
    weapon: str
    fault: Fault
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class WentMissing:
    weapon: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkStopped:
    """`what` is hold, stop, live-found or unplanned-shot; `stop` is the id of the ask."""

    stop: str
    what: str
    unit: str | None
    setup: str | None
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class RestartAgreed:
    stop: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRestarted:
    stop: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerStartNoted:
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmRaised:
    """A rule that warns has bitten. `about` is the thing, or nothing; `found` what was found."""

    rule: str
    about: str | None = None
    found: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LateReportReceived:
    """A report of something that would have granted permission came too late to grant it."""

    act: str
    at: Instant


DayEvent: TypeAlias = (
    DayOpened
    | DayClosed
    | WrapOpenAgreed
    | DayWrappedOpen
    | BreakBegan
    | LotCounted
    | LotReconciled
    | WeaponsCounted
    | DiscrepancyOpened
    | ResolutionAgreed
    | DiscrepancyResolved
    | ConcernRaised
    | ConcernAnswered
    | LateEntryMade
    | RecordCorrected
    | FaultReported
    | WentMissing
    | WorkStopped
    | RestartAgreed
    | WorkRestarted
    | ServerStartNoted
    | AlarmRaised
    | LateReportReceived
)
