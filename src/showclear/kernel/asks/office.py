"""What can be asked about people, days, concerns and stops."""

from dataclasses import dataclass
from typing import TypeAlias, Union

from showclear.kernel.words import Instant, Role, WeaponClass


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPerson:
    """Enter a person of the show. `name` is the salted hash of the name."""

    who: str
    name: str
    roles: tuple[Role, ...]
    is_minor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPlace:
    """Enter a place weapons lie in."""

    place: str
    unit: str
    is_locked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCredential:
    """I saw the paper: this person may handle these classes, until then. `paper` is its hash."""

    who: str
    classes: tuple[WeaponClass, ...]
    until: Instant
    paper: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndCredential:
    """This person's licence, training or permit no longer holds."""

    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveDuty:
    """This person has another duty while weapons are out."""

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
    """Police, guards and neighbours were told of today's weapons, and said that they know."""

    told: str


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
class Break:
    """Meal, move or wrap of this unit: people go away from the weapons."""

    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDiscrepancy:
    """Something does not add up about this thing."""

    about: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveDiscrepancy:
    """It adds up now: two people say how. `reason` is a text's hash."""

    discrepancy: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseConcern:
    """Somebody says that this is not right. `text` is a hash; nothing else is asked."""

    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerConcern:
    """I answer it: this is what was done."""

    concern: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LateEntry:
    """It happened then, and is written now, because. `reason` is a text's hash."""

    happened_at: Instant
    what: str
    reason: str
    about: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct:
    """That record is mistaken; this stands beside it. Both stay."""

    record: str
    reason: str


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
    """A live round, or one nobody can vouch for, was found. Everything stops."""

    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnplannedShot:
    """Something went off that was not meant to. Everything stops."""

    weapon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Restart:
    """I agree that work goes on. Two named people, in writing: `reason` is a text's hash."""

    stop: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddKey:
    """A key of a person's device was added (the record's `key.add`)."""

    key: str
    owner: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndKey:
    """A key was ended (the record's `key.end`)."""

    key: str
    owner: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerStarted:
    """The first process to serve this show has started; nobody knows what happened meanwhile."""


OfficeAct: TypeAlias = Union[
    AddPerson, AddPlace, AddCredential, EndCredential, GiveDuty, EndDuty, FillPost, LeavePost,
    AdmitArmed, GiveNotice, OpenDay, CloseDay, WrapOpen, Break, OpenDiscrepancy,
    ResolveDiscrepancy, RaiseConcern, AnswerConcern, LateEntry, Correct, Hold, Stop, LiveFound,
    UnplannedShot, Restart, AddKey, EndKey, ServerStarted,
]  # fmt: skip
