"""What does the record say now?

State is folded from events and nothing else. What it says of one weapon stands in weapon.py, of
one box of rounds in lot.py.
Nothing in this module decides anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from showclear.kernel.lot import Lot
from showclear.kernel.things import Issue, Use
from showclear.kernel.weapon import Item, SealedCase, Weapon
from showclear.kernel.words import (
    Instant,
    Part,
    Purpose,
    Role,
    WeaponClass,
)  # fmt: skip


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
    is_barred: bool = False
    credentials: tuple[Credential, ...] = ()
    trained: tuple[WeaponClass, ...] = ()
    duty: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyTurn:
    """Who turned the second key of a place, and when. It opens once."""

    person: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponCount:
    """One person's blind count of the weapons in a place."""

    person: str
    counted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place a weapon can lie in, locked or open."""

    id: str
    unit: str
    is_locked: bool
    name: str = ""
    key: KeyTurn | None = None
    counts: tuple[WeaponCount, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """One slate: what it is for, which weapons it needs and for whom, who is inside.

    Attributes:
        inside: the people inside the distance.
        more: parts that this set-up asks for beyond the profile of its weapons.
        briefed: who has heard the talk for the plan as it stands.
        take: the take that is next, or running.
        is_running: between the weapons call and cut.
    """

    id: str
    slate: str
    unit: str
    uses: tuple[Use, ...] = ()
    purpose: Purpose = Purpose.TAKE
    inside: tuple[str, ...] = ()
    is_public_inside: bool = False
    more: tuple[Part, ...] = ()
    briefed: tuple[str, ...] = ()
    take: int = 1
    is_running: bool = False
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """One of the pair's blind count of a line."""

    person: str
    counted: int
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A rank of weapons: who holds which, the pair that walks it, and their counts."""

    id: str
    setup: str
    pair: tuple[str, ...]
    issues: tuple[Issue, ...]
    walks: tuple[Walk, ...] = ()
    is_shown: bool = False
    is_void: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A working day: it begins and ends by acts, never by midnight.

    `carried` are the discrepancies that were open when it began.
    """

    id: str
    carried: tuple[str, ...] = ()
    is_open: bool = True
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
class Concern:
    """Somebody said that this is not right, and no named person has answered yet.

    A flood of unsigned ones ends in one that counts how many more there were.
    """

    id: str
    since: Instant
    raised_by: str | None = None
    count: int = 1
    is_collective: bool = False


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
    """The whole show as the record knows it.

    Attributes:
        posts: who stands at which post today.
        armed: which armed person on location stands at which post.
        noticed: the day for which those around were told.
        days: the ids of all days there were.
    """

    people: Mapping[str, Person] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    weapons: Mapping[str, Weapon] = field(default_factory=dict)
    items: Mapping[str, Item] = field(default_factory=dict)
    cases: Mapping[str, SealedCase] = field(default_factory=dict)
    lots: Mapping[str, Lot] = field(default_factory=dict)
    setups: Mapping[str, SetUp] = field(default_factory=dict)
    lines: Mapping[str, Line] = field(default_factory=dict)
    devices: Mapping[str, LastUse] = field(default_factory=dict)
    posts: Mapping[str, str] = field(default_factory=dict)
    armed: Mapping[str, str] = field(default_factory=dict)
    discrepancies: Mapping[str, Discrepancy] = field(default_factory=dict)
    concerns: Mapping[str, Concern] = field(default_factory=dict)
    stops: tuple[StopInForce, ...] = ()
    day: Day | None = None
    days: tuple[str, ...] = ()
    noticed: str = ""


T = TypeVar("T")


def put(things: Mapping[str, T], key: str, thing: T) -> dict[str, T]:
    """Return a copy in which `key` is `thing`."""
    return {**things, key: thing}


def drop(things: Mapping[str, T], key: str) -> dict[str, T]:
    """Return a copy without `key`."""
    return {name: thing for name, thing in things.items() if name != key}


def with_weapon(state: State, weapon: str, **changes: Any) -> State:
    """Return the state in which this weapon is changed so."""
    changed = replace(state.weapons[weapon], **changes)
    return replace(state, weapons=put(state.weapons, weapon, changed))


def with_lot(state: State, lot: str, **changes: Any) -> State:
    """Return the state in which this lot is changed so."""
    return replace(state, lots=put(state.lots, lot, replace(state.lots[lot], **changes)))


def with_item(state: State, item: str, **changes: Any) -> State:
    """Return the state in which this item is changed so."""
    return replace(state, items=put(state.items, item, replace(state.items[item], **changes)))
