"""What can be asked about a weapon that comes in, is tested, or travels in a sealed case?"""

from dataclasses import dataclass
from typing import TypeAlias

from showclear.kernel.words import Origin, WeaponClass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveWeapon:
    """Enter a weapon that has arrived. Nothing is believed about it yet.

    `licence` is the hash of the paper on which its number stands, as the production saw it;
    `standard` names the country by whose rule it was made unable to fire, if it was; `model` is
    the maker's name for it, which a box of blanks must name too.
    """

    weapon: str
    tag: str
    form: str
    capacity: int
    unit: str
    place: str
    model: str = ""
    origin: Origin = Origin.HIRED
    licence: str = ""
    standard: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeePaper:
    """The paper on which the weapon's number stands came later; I saw it. Both are as above."""

    weapon: str
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
    """I looked through the bore, rod through or sponged: it is clear, or something is in it."""

    weapon: str
    is_clear: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseWeapon:
    """It may leave quarantine: two people say why. `reason` is a text's hash."""

    weapon: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SealCase:
    """These weapons lie in this case, under this numbered seal."""

    case: str
    seal: str
    weapons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferCase:
    """I hold the sealed case out to this person; this is the number on its seal."""

    case: str
    to: str
    seal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveCase:
    """I have the sealed case now that was held out to me; this is the number on its seal."""

    case: str
    seal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    """I opened the case, this was the number on its seal, and it stands in this place."""

    case: str
    seal: str
    place: str


AdmissionAct: TypeAlias = (
    ReceiveWeapon
    | SeePaper
    | ClassWeapon
    | CheckFunction
    | SeeBore
    | ReleaseWeapon
    | SealCase
    | OfferCase
    | MoveCase
    | OpenCase
)
