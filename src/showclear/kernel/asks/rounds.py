"""What can be asked about rounds, and about what holds rounds?"""

from dataclasses import dataclass
from typing import TypeAlias

from showclear.kernel.things import ChamberLoad, Seen
from showclear.kernel.words import Bin, Label, Origin, Proof, Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveLot:
    """Enter a box of rounds.

    `label` is what the maker's box says; `line` is the hash of the supplier's line for it;
    `fits` are the models of weapon that the maker names for it; `supplier` is whoever it came
    from: when one round is doubtful, everything of that supplier is gone through again.
    """

    lot: str
    label: Label
    strength: Strength | None
    count: int
    origin: Origin
    line: str
    place: str
    fits: tuple[str, ...] = ()
    supplier: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignLot:
    """I went through the lot round by round: so many proved, so many did not, marked or not.

    For dummies "proved" is rattled, drilled or a dead primer; for blanks it is what the box
    says, seen on each. `sealed` rounds were put aside, sealed. The second answers blind.
    """

    lot: str
    proved: int
    doubtful: int
    sealed: int
    is_marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectLot:
    """Something is wrong with this lot: nothing of it is used until two have resolved it."""

    lot: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TestFire:
    """I saw this weapon fire a round of this lot at this distance, in millimetres."""

    weapon: str
    lot: str
    distance_mm: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnRounds:
    """So many unused rounds of this lot went back to the supplier."""

    lot: str
    rounds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOff:
    """So many rounds of this lot are not recovered. Two people sign for the same.

    `from_bin` is where the record has them; `held_in` is the weapon or item that they were put
    into, when they were loaded.
    """

    lot: str
    rounds: int
    from_bin: Bin = Bin.STORE
    held_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """I load it: which rounds, of which lots, as I checked each one."""

    weapon: str
    tag: str
    rounds: tuple[ChamberLoad, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessLoad:
    """I saw each round go in; this is what is in it now."""

    weapon: str
    seen: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class ProveContent:
    """An instrument's reading: a rod says empty of so many chambers, a gauge dummy of so many."""

    weapon: str
    proof: Proof
    chambers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unload:
    """I took everything out: this much came out whole, so many had gone off, so many had not.

    `misfired` are rounds that were struck and did not go off.
    """

    weapon: str
    tag: str
    out: Seen
    fired: int = 0
    misfired: int = 0


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
    tag: str
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
    tag: str
    rounds: tuple[ChamberLoad, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnloadItem:
    """I took every round out of it: this much came out."""

    item: str
    tag: str
    out: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatItem:
    """I put it into this weapon; both tags were scanned."""

    item: str
    weapon: str
    item_tag: str
    tag: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreItem:
    """I took it back and put it into this place."""

    item: str
    place: str


RoundAct: TypeAlias = (
    ReceiveLot
    | SignLot
    | RejectLot
    | TestFire
    | ReturnRounds
    | WriteOff
    | Load
    | WitnessLoad
    | ProveContent
    | Unload
    | ReceiveItem
    | ProveItemEmpty
    | InspectItem
    | LoadItem
    | UnloadItem
    | SeatItem
    | RemoveItem
    | WearItem
    | StoreItem
)
