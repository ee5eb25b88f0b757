"""What can people and equipment do wrong?

The list of docs/explanation/safety.md: each basic event is one actor and one verb, none merged,
none dropped. A set of faults is one integer, a bit for each.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Fault(NamedTuple):
    """One basic event: who, what, and how a story tells it."""

    actor: str
    verb: str
    says: str

    @property
    def name(self) -> str:
        """Return how sets name it."""
        return f"{self.actor}:{self.verb}"


PARTIES = {
    "A": "the armorer", "B": "the second", "C": "the performer", "D": "the AD or safety rep",
    "V": "the hire house", "X": "anyone on the set", "E": "the equipment",
}  # fmt: skip

_FIRST = (
    Fault("V", "bad_lot", "The supplier's box of dummies holds a round that is not one of them"),
    Fault("V", "gun_loaded", "The hire house sends a weapon with a round in it"),
    Fault("X", "bring_live", "Somebody brings a live round onto the set"),
    Fault("A", "bring_live", "The armorer brings a live round onto the set"),
    Fault("X", "mix_box", "Somebody puts another round into the box of dummies"),
    Fault("X", "tamper", "Somebody puts a round into the weapon that lies there"),
    Fault("X", "hand", "Somebody hands the weapon that lies there to the performer"),
    Fault("A", "wrong_source", "The armorer loads from the wrong box or the loose rounds"),
    Fault("A", "miscall", "The armorer calls cold a weapon that he knows to hold blanks"),
    Fault("A", "skip_lot", "The armorer signs the box of rounds without looking"),
    Fault("B", "skip_lot", "The second signs the box of rounds without looking"),
    Fault("D", "skip_lot", "The safety rep signs the box of rounds without looking"),
    Fault("A", "skip_insp", "The armorer signs that he opened the weapon, and did not look"),
    Fault("B", "skip_insp", "The second signs the count without looking"),
    Fault("D", "skip_insp", "The safety rep signs the count without looking"),
    Fault("A", "skip_loadcheck", "The armorer does not check the round as it goes in"),
    Fault("A", "skip_receipt", "The armorer does not check the weapon that has arrived"),
    Fault("A", "skip_unload", "The armorer records that he took the rounds out, and did not"),
    Fault("A", "tamper", "The armorer puts a round in that nobody records"),
    Fault("A", "swap", "The armorer scans one weapon and hands over another"),
    Fault("A", "dodge", "The armorer opens another weapon than the one that he signs for"),
    Fault("A", "no_scan", "The armorer hands the weapon over without the record"),
    Fault("A", "unrec_return", "The armorer takes the weapon back without the record"),
    Fault("A", "leave", "The armorer leaves the weapon lying"),
    Fault("C", "leave", "The performer leaves the weapon lying"),
    Fault("A", "blind", "The armorer does not see, or does not say, what he watches"),
    Fault("B", "blind", "The second does not see, or does not say, what he watches"),
    Fault("B", "skip_wit", "The second signs for the loading without looking"),
    Fault("C", "trust", "The performer takes it without looking"),
    Fault("C", "early", "The performer does not wait for the weapons call"),
    Fault("D", "trust", "The AD looks, calls or stands in the circle without looking"),
    Fault("E", "gauge", "The instrument reads false"),
    Fault("E", "scanner", "The scan reads another weapon's tag"),
)
"""The events of the first prototype: calibration uses these and no others."""

_NEW = (
    Fault("C", "pin_lent", "The performer lets another look and take in his name"),
    Fault("A", "one_device_two_people", "The armorer signs for the second too, on one device"),
    Fault("B", "one_device_two_people", "The second signs for the armorer too, on one device"),
    Fault("A", "class_down", "The armorer finds a weapon to be less than it is"),
    Fault("V", "class_down", "The hire house's papers call a weapon less than it is"),
    Fault("A", "stretch_setup", "The armorer keeps one set-up open for days"),
    Fault("D", "stretch_setup", "The AD keeps one set-up open for days"),
    Fault("V", "gun_arrives_unregistered", "The hire house sends a weapon that nobody enters"),
    Fault("X", "gun_arrives_unregistered", "Somebody brings a weapon that nobody enters"),
    Fault("X", "costume_round", "A round comes in on somebody's belt or in a pocket"),
    Fault("V", "costume_round", "A round comes in on a hired belt or costume"),
    Fault("X", "wrong_twin", "Somebody puts an identical weapon in the place of this one"),
    Fault("E", "wrong_twin", "An identical weapon is taken for this one: the tags do not tell"),
)

FAULTS = (*_FIRST, *_NEW)
BIT = {fault.name: 1 << place for place, fault in enumerate(FAULTS)}
"""The bit of each fault, by its name."""

FIRST_PROTOTYPE = sum(BIT[fault.name] for fault in _FIRST)
EVERY = sum(BIT.values())

LIVE_LOOSE = ("X:bring_live", "A:bring_live", "X:costume_round", "V:costume_round")
"""The ways in which a live round comes to lie loose on the set."""

ARRIVALS = (*LIVE_LOOSE, "V:bad_lot", "V:gun_loaded")
"""The ways in which a live round arrives at all: free in the figure called given."""


def bits(*names: str) -> int:
    """Return the set of these faults."""
    return sum(BIT[name] for name in names)


def each_of(mask: int) -> Iterator[Fault]:
    """Give the faults of a set, in the order of the list."""
    return (fault for fault in FAULTS if BIT[fault.name] & mask)


def names_of(mask: int) -> tuple[str, ...]:
    """Name the faults of a set."""
    return tuple(fault.name for fault in each_of(mask))


def only(kept: int, alternatives: Iterable[int]) -> tuple[int, ...]:
    """Return those of the alternatives that need no fault outside `kept`."""
    return tuple(mask for mask in alternatives if not mask & ~kept)
