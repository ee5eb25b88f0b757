"""What can have happened?

Events are the only thing that changes state. Each is past tense, has a version of its form, one
of three effects, and says whose version it moves: forms.py holds that table. No event has a
field named `kind` or `v`: those stand beside its fields in an answer.
"""

from dataclasses import dataclass
from typing import TypeAlias

from showclear.kernel.state import Listed, Seen, Use
from showclear.kernel.words import Instant, Mode, Role, WeaponClass


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAdded:
    person: str
    name: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAdded:
    place: str
    unit: str
    is_locked: bool
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUpPlanned:
    setup: str
    slate: str
    unit: str
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponReceived:
    weapon: str
    tag: str
    form: str
    capacity: int
    unit: str
    place: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassFound:
    """One person's finding. The second equal finding of another person gives the class."""

    weapon: str
    person: str
    weapon_class: WeaponClass
    photo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponClassed:
    weapon: str
    weapon_class: WeaponClass


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponQuarantined:
    weapon: str
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponDrawn:
    weapon: str
    holder: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponLockedUp:
    weapon: str
    place: str
    at: Instant


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
class ShowBegan:
    weapon: str
    setup: str
    to: str
    mode: Mode
    shown_by: str
    people: tuple[Listed, ...]
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAnswered:
    weapon: str
    person: str
    device: str
    seen: Seen
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponShown:
    """Every person on the show list looked, and the answers agree: shown to the taker."""

    weapon: str
    to: str
    setup: str
    mode: Mode
    at: Instant
    until: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearanceEnded:
    """What was shown, or being shown, no longer counts. `cause` is the code of the rule."""

    weapon: str
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverOffered:
    weapon: str
    giver: str
    taker: str
    device: str
    at: Instant
    is_return: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TagWasRead:
    weapon: str
    person: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponHandedOver:
    weapon: str
    giver: str
    taker: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponReturned:
    weapon: str
    giver: str
    taker: str
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
class LeftUnattended:
    weapon: str
    at: Instant


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
    """A rule that warns has bitten. `about` is the weapon, or nothing."""

    rule: str
    about: str | None = None
    found: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LateReportReceived:
    """A report of something that would have granted permission came too late to grant it."""

    act: str
    at: Instant


Event: TypeAlias = (
    PersonAdded
    | PlaceAdded
    | SetUpPlanned
    | WeaponReceived
    | ClassFound
    | WeaponClassed
    | WeaponQuarantined
    | WeaponDrawn
    | WeaponLockedUp
    | ProvedEmpty
    | Inspected
    | ContentsUnknown
    | ShowBegan
    | LookAnswered
    | WeaponShown
    | ClearanceEnded
    | HandoverOffered
    | TagWasRead
    | WeaponHandedOver
    | WeaponReturned
    | WorkStopped
    | RestartAgreed
    | WorkRestarted
    | LeftUnattended
    | KeyAdded
    | KeyEnded
    | ServerStartNoted
    | DeviceUsed
    | AlarmRaised
    | LateReportReceived
)
