"""What can be asked about a weapon itself: how it came, what it is, where it lies, what is in it."""

from dataclasses import dataclass
from typing import TypeAlias, Union

from showclear.kernel.things import ChamberLoad, Seen
from showclear.kernel.words import Fault, Origin, Proof, WeaponClass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveWeapon:
    """Enter a weapon that has arrived. Nothing is believed about it yet.

    `licence` is the hash of the paper on which its number stands, as the production saw it;
    `standard` names the country by whose rule it was made unable to fire, if it was.
    """

    weapon: str
    tag: str
    form: str
    capacity: int
    unit: str
    place: str
    origin: Origin = Origin.HIRED
    licence: str = ""
    standard: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassWeapon:
    """Say, after a test, what the weapon can do. Two people; `photo` is a hash."""

    weapon: str
    weapon_class: WeaponClass
    photo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFunction:
    """I worked the action and checked how it functions: it works, or it does not."""

    weapon: str
    works: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeBore:
    """I looked through the bore: it is clear, or something is in it."""

    weapon: str
    is_clear: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnKey:
    """I turned the second key so that this weapon can be taken from its place."""

    weapon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawWeapon:
    """Take a weapon from its locked place into the hand."""

    weapon: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LockUp:
    """Put a weapon from the hand into a locked place."""

    weapon: str
    place: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeWatch:
    """I watch this weapon from now on, whoever holds it."""

    weapon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportUnattended:
    """The weapon was out of its holder's hand and sight."""

    weapon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportMissing:
    """The weapon is not where the record says; nobody knows who has it."""

    weapon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFault:
    """It jammed, misfired or broke. After a misfire nobody opens it for a while."""

    weapon: str
    fault: Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class ProveEmpty:
    """I opened it; this is what was in it: nothing."""

    weapon: str
    tag: str
    seen: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspect:
    """I counted too."""

    weapon: str
    seen: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """I load it: which rounds, of which lots, as I checked each one."""

    weapon: str
    tag: str
    rounds: tuple[ChamberLoad, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessLoad:
    """I saw each round go in."""

    weapon: str
    seen: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class ProveContent:
    """An instrument's reading of what is in it."""

    weapon: str
    proof: Proof
    chambers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unload:
    """I took everything out: this much came out, and this many had gone off."""

    weapon: str
    tag: str
    out: Seen
    fired: int = 0


WeaponAct: TypeAlias = Union[
    ReceiveWeapon, ClassWeapon, CheckFunction, SeeBore, TurnKey, DrawWeapon, LockUp, TakeWatch,
    ReportUnattended, ReportMissing, ReportFault, ProveEmpty, Inspect, Load, WitnessLoad,
    ProveContent, Unload,
]  # fmt: skip
