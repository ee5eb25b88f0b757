"""What can be asked about rounds, and about what holds rounds."""

from dataclasses import dataclass
from typing import TypeAlias, Union

from showclear.kernel.things import ChamberLoad, Seen
from showclear.kernel.words import Label, Origin, Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveLot:
    """Enter a box of rounds. `label` is what the maker's box says; `line` the supplier's line."""

    lot: str
    label: Label
    strength: Strength | None
    count: int
    origin: Origin
    line: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignLot:
    """I went through the lot round by round: so many proved, so many did not, marked or not.

    For dummies "proved" is rattled, drilled or a dead primer; `retained` rounds were sealed
    aside. The second person's answer is asked for blind.
    """

    lot: str
    proved: int
    doubtful: int
    retained: int
    is_marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectLot:
    """Something is wrong with this lot: nothing of it is used until two have resolved it."""

    lot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountLot:
    """I counted, without being told what should be there."""

    lot: str
    store: int
    worn: int
    spent: int
    misfired: int
    returned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveItem:
    """Enter a magazine, loose cylinder, belt or bandolier: a thing with a load of its own."""

    item: str
    tag: str
    form: str
    capacity: int
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProveItemEmpty:
    """I opened it, and this is what was in it: nothing."""

    item: str
    seen: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectItem:
    """I counted it too."""

    item: str
    seen: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadItem:
    """I load it, from lots that two people have signed."""

    item: str
    rounds: tuple[ChamberLoad, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatItem:
    """I put it into this weapon."""

    item: str
    weapon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveItem:
    """I took it out of this weapon."""

    item: str
    weapon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WearItem:
    """This person wears it."""

    item: str
    wearer: str


RoundAct: TypeAlias = Union[
    ReceiveLot, SignLot, RejectLot, CountLot, ReceiveItem, ProveItemEmpty, InspectItem, LoadItem,
    SeatItem, RemoveItem, WearItem,
]  # fmt: skip
