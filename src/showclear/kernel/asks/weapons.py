"""What can be asked about a weapon itself: how it came, where it lies, what is in it."""

from dataclasses import dataclass
from typing import TypeAlias

from showclear.kernel.state import Seen
from showclear.kernel.words import WeaponClass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveWeapon:
    """Enter a weapon that has arrived. Nothing is believed about it yet."""

    weapon: str
    tag: str
    form: str
    capacity: int
    unit: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassWeapon:
    """Say, after a test, what the weapon can do. Two people; `photo` is a hash."""

    weapon: str
    weapon_class: WeaponClass
    photo: str


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
class ReportUnattended:
    """The weapon was out of its holder's hand and sight."""

    weapon: str | None = None


WeaponAct: TypeAlias = (
    ReceiveWeapon | ClassWeapon | DrawWeapon | LockUp | ProveEmpty | Inspect | ReportUnattended
)
