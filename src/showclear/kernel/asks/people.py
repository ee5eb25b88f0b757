"""What can be asked about people, their papers, posts and keys?"""

from dataclasses import dataclass
from typing import TypeAlias

from showclear.kernel.words import Instant, Role, WeaponClass


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPerson:
    """Enter a person of the show. `name` is the salted hash of the name."""

    who: str
    name: str
    roles: tuple[Role, ...]
    is_minor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BarPerson:
    """This person touches no weapon on this show. No reason is asked."""

    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPlace:
    """Enter a place weapons lie in. `name` is the salted hash of what it is called, or empty."""

    place: str
    unit: str
    is_locked: bool
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCredential:
    """I saw the paper: this person may handle these classes, until then. `paper` is its hash."""

    who: str
    classes: tuple[WeaponClass, ...]
    until: Instant
    paper: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndCredential:
    """This person's licence, permit or training no longer holds."""

    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Train:
    """I showed these people how these classes work, and what a blank does close by."""

    taught: tuple[str, ...]
    classes: tuple[WeaponClass, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveDuty:
    """This person has another duty while weapons are out. Anyone may say so."""

    who: str
    duty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndDuty:
    """This person's other duty has ended."""

    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FillPost:
    """This person stands at this post today, present and seen."""

    post: Role
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavePost:
    """The person at this post has left, or never came."""

    post: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmitArmed:
    """An armed person is on location: a name, a post outside the scene, nothing lent."""

    who: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveNotice:
    """Police, guards and neighbours were told of today's weapons. `told` is a text's hash."""

    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddKey:
    """A key of a person's device was added (the record's `key.add`)."""

    key: str
    person: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndKey:
    """A key was ended (the record's `key.end`)."""

    key: str
    person: str | None


PeopleAct: TypeAlias = (
    AddPerson
    | BarPerson
    | AddPlace
    | AddCredential
    | EndCredential
    | Train
    | GiveDuty
    | EndDuty
    | FillPost
    | LeavePost
    | AdmitArmed
    | GiveNotice
    | AddKey
    | EndKey
)
