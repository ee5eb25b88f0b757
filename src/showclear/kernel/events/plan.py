"""What can have happened to a set-up before anything is shown for it?"""

from dataclasses import dataclass
from typing import TypeAlias

from showclear.kernel.things import Use
from showclear.kernel.words import Part, Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUpPlanned:
    """Planned, or planned anew: whoever was told of the plan before was not told of this one."""

    setup: str
    slate: str
    unit: str
    uses: tuple[Use, ...]
    purpose: Purpose = Purpose.TAKE
    inside: tuple[str, ...] = ()
    is_public_inside: bool = False
    more: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefed:
    setup: str
    by_whom: str
    heard: tuple[str, ...]


PlanEvent: TypeAlias = SetUpPlanned | Briefed
