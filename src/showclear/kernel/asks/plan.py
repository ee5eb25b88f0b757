"""What can be asked about a set-up before anything is shown for it?"""

from dataclasses import dataclass
from typing import TypeAlias

from showclear.kernel.things import Use
from showclear.kernel.words import Part, Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSetUp:
    """Plan a set-up, or change its plan.

    `inside` are the people inside the distance; `more` are parts that it asks for beyond the
    profiles of its weapons.
    """

    setup: str
    slate: str
    unit: str
    uses: tuple[Use, ...]
    purpose: Purpose = Purpose.TAKE
    inside: tuple[str, ...] = ()
    is_public_inside: bool = False
    more: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """I gave the talk for this set-up, and these people heard it."""

    setup: str
    heard: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceWeapon:
    """In this set-up another weapon takes the place of this one. It inherits nothing."""

    setup: str
    weapon: str
    by_weapon: str


PlanAct: TypeAlias = PlanSetUp | Brief | ReplaceWeapon
