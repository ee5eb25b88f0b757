"""What can have happened to rounds, and to what holds rounds."""

from dataclasses import dataclass
from typing import TypeAlias, Union

from showclear.kernel.things import Seen, Slots
from showclear.kernel.words import Instant, Label, Origin, Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class LotReceived:
    lot: str
    label: Label
    strength: Strength | None
    count: int
    origin: Origin
    place: str
    line: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class LotSigned:
    lot: str
    person: str
    proved: int
    doubtful: int
    retained: int
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
class LotDrawnOn:
    """So many of its rounds went into a weapon or item, or came out again (below zero)."""

    lot: str
    rounds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LotCounted:
    lot: str
    person: str
    store: int
    worn: int
    spent: int
    misfired: int
    returned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LotReconciled:
    """Two blind counts agree and add up to what there was."""

    lot: str


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
class ItemSeated:
    item: str
    weapon: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRemoved:
    item: str
    weapon: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemWorn:
    item: str
    wearer: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemUnknown:
    item: str
    cause: str
    at: Instant


RoundEvent: TypeAlias = Union[
    LotReceived, LotSigned, LotVerified, LotQuarantined, LotDrawnOn, LotCounted, LotReconciled,
    ItemReceived, ItemProvedEmpty, ItemInspected, ItemLoaded, ItemSeated, ItemRemoved, ItemWorn,
    ItemUnknown,
]  # fmt: skip
