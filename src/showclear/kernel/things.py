"""What small things do asks, events and states share?

Values that people say or that a plan names. None of them changes; none of them decides.
"""

from dataclasses import dataclass

from showclear.kernel.words import Instant, Mode, RoundKind, Standing, Strength


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
class ChamberLoad:
    """One round that goes into one chamber; chambers count from 1, seen from the rear."""

    chamber: int
    lot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """In this set-up, this weapon goes to this person, cold or hot.

    Attributes:
        double: who may do it in the taker's place; named before.
        path: the other hands it passes through within one take, in order.
        rounds: how many blanks a take fires.
        reason: hash of a named person's words: why not a replica.
        aims_at: the person at whom it is pointed, if the plan points it at one.
        distance_mm: from the muzzle to the nearest person in front, in millimetres.
        sheet_mm: the least distance on the load's data sheet in millimetres; 0 for no sheet.
        is_drawn: the action draws it from a holster.
    """

    weapon: str
    taker: str
    mode: Mode
    double: str = ""
    path: tuple[str, ...] = ()
    rounds: int = 0
    reason: str = ""
    aims_at: str = ""
    distance_mm: int = 0
    sheet_mm: int = 0
    is_drawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One person on a show list, and why."""

    person: str
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One weapon of a line and its person, with the tag that was scanned."""

    weapon: str
    holder: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """One weapon and the tag that was scanned on it."""

    weapon: str
    tag: str
