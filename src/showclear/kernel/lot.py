"""What does the record say of one box of rounds?

Who went through it, in which weapons one of it was fired, and where each of its rounds is.
Nothing in this module decides anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from showclear.kernel.words import Bin, Label, LotStatus, Origin, Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class LotSign:
    """One person's answer after going through a lot round by round."""

    person: str
    proved: int
    doubtful: int
    sealed: int
    is_marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PairTest:
    """One person saw this weapon fire a round of this lot, at this distance in millimetres."""

    weapon: str
    person: str
    distance_mm: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ToWriteOff:
    """One person signed that so many rounds are not recovered; a second one has not yet."""

    person: str
    rounds: int
    from_bin: Bin
    held_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """One person's blind count of a lot, by where the rounds are."""

    person: str
    store: int
    worn: int
    fired: int
    misfired: int
    sealed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """One box of rounds.

    Attributes:
        count: how many came in.
        bins: how many of them are where, by the record; together they are `count`.
        fits: the models of weapon that its maker names for it.
        supplier: whoever it came from; empty is unknown, and the unknown is one source.
        reconciled: where its rounds were when two counts last agreed and added up.
    """

    id: str
    label: Label
    strength: Strength | None
    count: int
    origin: Origin
    place: str
    line: str = ""
    fits: tuple[str, ...] = ()
    supplier: str = ""
    status: LotStatus = LotStatus.INTAKE
    cause: str = ""
    signed: tuple[LotSign, ...] = ()
    tested: tuple[PairTest, ...] = ()
    bins: Mapping[str, int] = field(default_factory=dict)
    tallies: tuple[Tally, ...] = ()
    reconciled: Mapping[str, int] | None = None
    to_write_off: ToWriteOff | None = None
    version: str = ""

    def held(self, where: Bin) -> int:
        """Return how many of its rounds are there, by the record."""
        return self.bins.get(where.value, 0)

    @property
    def remaining(self) -> int:
        """Return how many of its rounds can still be gone through one by one."""
        return sum(map(self.held, (Bin.STORE, Bin.SEALED, Bin.LOADED, Bin.WORN)))
