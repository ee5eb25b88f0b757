"""What can the kernel answer?

A decision is a value. `Refused` carries the code of one rule and the numbers that explain it;
its sentences live in the catalogue. Nothing outside the kernel builds a `Refused`.
"""

from dataclasses import dataclass
from typing import TypeAlias

from showclear.kernel.events import Event

Params: TypeAlias = dict[str, str | int]
"""Ids, counts and ages (ms) for the sentences. Never a name, never free text."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """The act is done. These things have happened."""

    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """The act is not done, under this rule."""

    rule: str
    params: Params


@dataclass(frozen=True, slots=True)
class Alarmed:
    """The act is not done, and what it revealed takes permission away: a rule that warns."""

    rule: str
    events: tuple[Event, ...]


Bite: TypeAlias = Refused | Alarmed
"""What a rule yields when it bites."""

Decision: TypeAlias = Allowed | Refused
