"""What can have happened to a weapon: how it came, what it is, where it lies, what is in it."""

from dataclasses import dataclass
from typing import TypeAlias, Union

from showclear.kernel.things import Seen, Slots
from showclear.kernel.words import Fault, Instant, Origin, Proof, WeaponClass


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponReceived:
    weapon: str
    tag: str
    form: str
    capacity: int
    unit: str
    place: str
    at: Instant
    origin: Origin = Origin.HIRED
    licence: str = ""
    standard: str = ""


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
class FunctionChecked:
    weapon: str
    person: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class BoreSeen:
    """One person saw the bore clear; the second one's look ends what was due."""

    weapon: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyTurned:
    weapon: str
    person: str
    at: Instant


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
class WatchTaken:
    weapon: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftUnattended:
    weapon: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class WentMissing:
    weapon: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultReported:
    weapon: str
    fault: Fault
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
class WeaponLoaded:
    weapon: str
    loader: str
    slots: Slots
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadWitnessed:
    weapon: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentProved:
    weapon: str
    person: str
    proof: Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponUnloaded:
    """Everything came out, as one person says; empty is known only when proved again."""

    weapon: str
    person: str
    out: Seen
    fired: int
    at: Instant


WeaponEvent: TypeAlias = Union[
    WeaponReceived, ClassFound, WeaponClassed, WeaponQuarantined, FunctionChecked, BoreSeen,
    KeyTurned, WeaponDrawn, WeaponLockedUp, WatchTaken, LeftUnattended, WentMissing,
    FaultReported, ProvedEmpty, Inspected, ContentsUnknown, WeaponLoaded, LoadWitnessed,
    ContentProved, WeaponUnloaded,
]  # fmt: skip
