"""What does the record say now?

State is folded from events and nothing else. A weapon has three axes that move apart:
custody (who has it), condition (what is in it), clearance (to whom it was shown, for what).
Mixing them is how a returned gun gets believed empty.

Unknown is a value: `Condition.slots` is None until somebody has proved the contents, and None
again after any doubt. Nothing in this module decides anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from showclear.kernel.words import (
    Instant,
    Mode,
    Role,
    RoundKind,
    Standing,
    Strength,
    WeaponClass,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a person counted in the chambers, by looking. Never a bare yes."""

    empty: int = 0
    dummy: int = 0
    blank: int = 0
    unsure: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One person's signed answer to: what did you see?"""

    person: str
    device: str
    at: Instant
    seen: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round in a chamber, as the record knows it. A live round is never one of these."""

    kind: RoundKind
    lot: str
    strength: Strength | None = None


Slots = tuple[Round | None, ...]
"""One place a chamber; None is an empty chamber."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Custody:
    """Who has it, or which place. Exactly one of the two is set."""

    holder: str | None = None
    place: str | None = None
    since: Instant = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What is in it and who says so. `slots` None is unknown: treat as loaded."""

    slots: Slots | None = None
    since: Instant = 0
    cause: str = "never proved"
    inspected: tuple[Look, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One person on a show list, and why."""

    person: str
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowList:
    """The open weapon is being shown: who is to look, and who has answered."""

    to: str
    setup: str
    mode: Mode
    shown_by: str
    began_at: Instant
    people: tuple[Listed, ...]
    looks: tuple[Look, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """Shown to one taker, for one set-up, as cold or hot, until something happens."""

    to: str
    setup: str
    mode: Mode
    shown_by: str
    looked: tuple[str, ...]
    began_at: Instant
    until: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One side of a handover or a return; the other side has not confirmed."""

    giver: str
    taker: str
    device: str
    at: Instant
    is_return: bool = False
    tag_reader: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Classing:
    """One person's finding, by test, of what a weapon can do."""

    person: str
    weapon_class: WeaponClass
    photo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Weapon:
    """One weapon and its three axes."""

    id: str
    tag: str
    form: str
    capacity: int
    unit: str
    weapon_class: WeaponClass | None = None
    classed: tuple[Classing, ...] = ()
    quarantine: str = ""
    custody: Custody = field(default_factory=Custody)
    condition: Condition = field(default_factory=Condition)
    showing: ShowList | None = None
    clearance: Clearance | None = None
    offer: Offer | None = None
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person of the show. The name is a salted hash; the text lies outside the record."""

    id: str
    name: str
    roles: tuple[Role, ...]
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place a weapon can lie in, locked or open."""

    id: str
    unit: str
    is_locked: bool
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """In this set-up, this weapon goes to this person, cold or hot."""

    weapon: str
    taker: str
    mode: Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """One slate: which weapons it needs and for whom."""

    id: str
    slate: str
    unit: str
    uses: tuple[Use, ...] = ()
    version: str = ""


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
    setups: Mapping[str, SetUp] = field(default_factory=dict)
    devices: Mapping[str, LastUse] = field(default_factory=dict)
    stops: tuple[StopInForce, ...] = ()


T = TypeVar("T")


def put(things: Mapping[str, T], key: str, thing: T) -> dict[str, T]:
    """Return a copy in which `key` is `thing`."""
    return {**things, key: thing}
