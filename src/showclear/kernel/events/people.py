"""What can have happened with people, their papers, posts and keys?"""

from dataclasses import dataclass
from typing import TypeAlias

from showclear.kernel.words import Instant, Role, WeaponClass


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAdded:
    person: str
    name: str
    roles: tuple[Role, ...]
    is_minor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonBarred:
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAdded:
    place: str
    unit: str
    is_locked: bool
    name: str = ""


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
class Trained:
    person: str
    trainer: str
    classes: tuple[WeaponClass, ...]


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
class KeyAdded:
    key: str
    person: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyEnded:
    key: str
    person: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceUsed:
    """Who signed on this device, and when."""

    device: str
    person: str
    at: Instant


PeopleEvent: TypeAlias = (
    PersonAdded
    | PersonBarred
    | PlaceAdded
    | CredentialSeen
    | CredentialEnded
    | Trained
    | DutyGiven
    | DutyEnded
    | PostFilled
    | PostLeft
    | ArmedAdmitted
    | NoticeGiven
    | KeyAdded
    | KeyEnded
    | DeviceUsed
)
