"""What can be asked about people, keys and stops."""

from dataclasses import dataclass
from typing import TypeAlias

from showclear.kernel.words import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPerson:
    """Enter a person of the show. `name` is the salted hash of the name."""

    who: str
    name: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPlace:
    """Enter a place weapons lie in. `name` is the salted hash of what it is called, or empty."""

    place: str
    unit: str
    is_locked: bool
    name: str = ""


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
class Break:
    """Meal, move or wrap of this unit: people go away from the weapons."""

    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Restart:
    """I agree that work goes on. Two named people, in writing: `reason` is a text's hash."""

    stop: str
    reason: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerStarted:
    """The first process to serve this show has started; nobody knows what happened meanwhile."""


OfficeAct: TypeAlias = (
    AddPerson
    | AddPlace
    | Hold
    | Stop
    | LiveFound
    | UnplannedShot
    | Break
    | Restart
    | AddKey
    | EndKey
    | ServerStarted
)
