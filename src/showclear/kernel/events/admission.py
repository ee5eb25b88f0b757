"""What can have happened to a weapon that comes in, is tested, or travels in a sealed case?"""

from dataclasses import dataclass
from typing import TypeAlias

from showclear.kernel.words import Instant, Origin, WeaponClass


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponReceived:
    weapon: str
    tag: str
    form: str
    capacity: int
    unit: str
    place: str
    at: Instant
    model: str = ""
    origin: Origin = Origin.HIRED
    licence: str = ""
    standard: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSeen:
    """Whole, as it stands from now on: the paper with its number, and the standard."""

    weapon: str
    person: str
    licence: str
    standard: str


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
    """It is put apart; `person` is whose finding it was, if it is known."""

    weapon: str
    cause: str
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseAgreed:
    """One name under the end of a quarantine."""

    weapon: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponReleased:
    weapon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionChecked:
    weapon: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoreSeen:
    """One person saw the bore clear; the second one's look ends what was due."""

    weapon: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSealed:
    case: str
    seal: str
    weapons: tuple[str, ...]
    holder: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOffered:
    case: str
    giver: str
    taker: str
    device: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseMoved:
    case: str
    holder: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOpened:
    case: str
    place: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class SealBroken:
    """Another number was read than the one on record: the case stays closed, and unknown."""

    case: str
    found: str
    at: Instant


AdmissionEvent: TypeAlias = (
    WeaponReceived
    | PaperSeen
    | ClassFound
    | WeaponClassed
    | WeaponQuarantined
    | ReleaseAgreed
    | WeaponReleased
    | FunctionChecked
    | BoreSeen
    | CaseSealed
    | CaseOffered
    | CaseMoved
    | CaseOpened
    | SealBroken
)
