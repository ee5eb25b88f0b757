"""What does the record say of the whole show?

State is folded from events and nothing else; nothing in this module decides anything. What it
says of one weapon stands in weapon.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from showclear.kernel.things import Issue, Use
from showclear.kernel.weapon import Item, Weapon
from showclear.kernel.words import Instant, Label, LotStatus, Origin, Purpose, Role, Strength
from showclear.kernel.words import WeaponClass


@dataclass(frozen=True, slots=True, kw_only=True)
class LotSign:
    """One person's answer after going through a lot."""

    person: str
    proved: int
    doubtful: int
    is_marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """One person's blind count of a lot, by where the rounds are."""

    person: str
    store: int
    worn: int
    spent: int
    misfired: int
    returned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """One box of rounds."""

    id: str
    label: Label
    strength: Strength | None
    count: int
    origin: Origin
    place: str
    status: LotStatus = LotStatus.INTAKE
    signed: tuple[LotSign, ...] = ()
    loaded: int = 0
    tallies: tuple[Tally, ...] = ()
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """Which classes a person may handle, by a paper that somebody else saw, until when."""

    classes: tuple[WeaponClass, ...]
    until: Instant
    seen_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person of the show. The name is a salted hash; the text lies outside the record."""

    id: str
    name: str
    roles: tuple[Role, ...]
    is_minor: bool = False
    credential: Credential | None = None
    duty: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place a weapon can lie in, locked or open."""

    id: str
    unit: str
    is_locked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """One slate: what it is for, which weapons it needs and for whom, who is inside."""

    id: str
    slate: str
    unit: str
    uses: tuple[Use, ...] = ()
    purpose: Purpose = Purpose.TAKE
    inside: tuple[str, ...] = ()
    is_public_inside: bool = False
    briefed: tuple[str, ...] = ()
    take: int = 0
    is_running: bool = False
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """One of the pair's blind count of a line."""

    person: str
    counted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A rank of weapons: who holds which, the pair that walks it, and their counts."""

    id: str
    setup: str
    pair: tuple[str, ...]
    issues: tuple[Issue, ...]
    walks: tuple[Walk, ...] = ()
    is_shown: bool = False
    take: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A working day: it begins and ends by acts, never by midnight."""

    id: str
    is_open: bool
    wrapped_by: tuple[str, ...] = ()
    is_wrapped_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """Something that does not add up, until two people have said how it does."""

    id: str
    about: str | None
    since: Instant
    holder: str | None = None
    agreed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StopInForce:
    """A hold, a stop or a freeze that two named people have not lifted yet."""

    id: str
    what: str
    unit: str | None
    setup: str | None
    since: Instant
    agreed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LastUse:
    """Who signed last on a device, and when: two people cannot sign within two seconds."""

    person: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The whole show as the record knows it."""

    people: Mapping[str, Person] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    weapons: Mapping[str, Weapon] = field(default_factory=dict)
    items: Mapping[str, Item] = field(default_factory=dict)
    lots: Mapping[str, Lot] = field(default_factory=dict)
    setups: Mapping[str, SetUp] = field(default_factory=dict)
    lines: Mapping[str, Line] = field(default_factory=dict)
    devices: Mapping[str, LastUse] = field(default_factory=dict)
    posts: Mapping[str, str] = field(default_factory=dict)
    armed: Mapping[str, str] = field(default_factory=dict)
    discrepancies: Mapping[str, Discrepancy] = field(default_factory=dict)
    concerns: Mapping[str, Instant] = field(default_factory=dict)
    stops: tuple[StopInForce, ...] = ()
    day: Day | None = None
    noticed: str = ""


T = TypeVar("T")


def put(things: Mapping[str, T], key: str, thing: T) -> dict[str, T]:
    """Return a copy in which `key` is `thing`."""
    return {**things, key: thing}


def drop(things: Mapping[str, T], key: str) -> dict[str, T]:
    """Return a copy without `key`."""
    return {name: thing for name, thing in things.items() if name != key}
