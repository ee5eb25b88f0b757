"""What can have happened to rounds, and to what holds rounds?"""

from dataclasses import dataclass
from typing import TypeAlias

from showclear.kernel.things import Seen, Slots
from showclear.kernel.words import Bin, Instant, Label, Origin, Proof, Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class LotReceived:
    lot: str
    label: Label
    strength: Strength | None
    count: int
    origin: Origin
    line: str
    place: str
    at: Instant
    fits: tuple[str, ...] = ()
    supplier: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LotSigned:
    lot: str
    person: str
    proved: int
    doubtful: int
    sealed: int
    is_marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LotVerified:
    """Two people went through it round by round, their answers agree, and it is marked."""

    lot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LotQuarantined:
    lot: str
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LotHeld:
    """It shares the source of a doubtful round: two people go through it again."""

    lot: str
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PairTested:
    weapon: str
    lot: str
    person: str
    distance_mm: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundsMoved:
    """So many rounds of a lot are elsewhere now, by the record.

    `held_in` is the weapon or item whose load they were part of, when they are written off.
    """

    lot: str
    from_bin: Bin
    to_bin: Bin
    rounds: int
    held_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOffSigned:
    lot: str
    person: str
    rounds: int
    from_bin: Bin = Bin.STORE
    held_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponLoaded:
    weapon: str
    loader: str
    slots: Slots
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadWitnessed:
    weapon: str
    person: str
    device: str
    seen: Seen
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentProved:
    weapon: str
    person: str
    proof: Proof
    chambers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponUnloaded:
    """Everything came out, as one person says; empty is known only when proved again."""

    weapon: str
    person: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemReceived:
    item: str
    tag: str
    form: str
    capacity: int
    place: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemProvedEmpty:
    item: str
    person: str
    device: str
    seen: Seen
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemInspected:
    item: str
    person: str
    device: str
    seen: Seen
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLoaded:
    item: str
    loader: str
    slots: Slots
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemUnloaded:
    """Every round came out, as one person says; empty is known only when proved again."""

    item: str
    person: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemSeated:
    item: str
    weapon: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRemoved:
    item: str
    weapon: str
    holder: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemWorn:
    item: str
    wearer: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemStored:
    item: str
    place: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemUnknown:
    """A doubt about what is in it: whatever was believed is no longer believed."""

    item: str
    cause: str
    at: Instant


RoundEvent: TypeAlias = (
    LotReceived
    | LotSigned
    | LotVerified
    | LotQuarantined
    | LotHeld
    | PairTested
    | RoundsMoved
    | WriteOffSigned
    | WeaponLoaded
    | LoadWitnessed
    | ContentProved
    | WeaponUnloaded
    | ItemReceived
    | ItemProvedEmpty
    | ItemInspected
    | ItemLoaded
    | ItemUnloaded
    | ItemSeated
    | ItemRemoved
    | ItemWorn
    | ItemStored
    | ItemUnknown
)
