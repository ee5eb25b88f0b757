"""What can have happened with people, days, concerns and stops."""

from dataclasses import dataclass
from typing import TypeAlias, Union

from showclear.kernel.words import Instant, Role, WeaponClass


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAdded:
    person: str
    name: str
    roles: tuple[Role, ...]
    is_minor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAdded:
    place: str
    unit: str
    is_locked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialSeen:
    person: str
    classes: tuple[WeaponClass, ...]
    until: Instant
    seen_by: str
    paper: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialEnded:
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyGiven:
    person: str
    duty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyEnded:
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostFilled:
    post: Role
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLeft:
    post: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmedAdmitted:
    person: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeGiven:
    day: str
    told: str


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
class DiscrepancyOpened:
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
    reason: str


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
class KeyAdded:
    key: str
    person: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyEnded:
    key: str
    person: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerStartNoted:
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceUsed:
    """Who signed on this device, and when."""

    device: str
    person: str
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


OfficeEvent: TypeAlias = Union[
    PersonAdded, PlaceAdded, CredentialSeen, CredentialEnded, DutyGiven, DutyEnded, PostFilled,
    PostLeft, ArmedAdmitted, NoticeGiven, DayOpened, DayClosed, WrapOpenAgreed, DayWrappedOpen,
    BreakBegan, DiscrepancyOpened, ResolutionAgreed, DiscrepancyResolved, ConcernRaised,
    ConcernAnswered, LateEntryMade, RecordCorrected, WorkStopped, RestartAgreed, WorkRestarted,
    KeyAdded, KeyEnded, ServerStartNoted, DeviceUsed, AlarmRaised, LateReportReceived,
]  # fmt: skip
