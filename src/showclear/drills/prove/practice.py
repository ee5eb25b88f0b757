"""What must people fail to do for a wrong round to get past them?

Each answer is a list of alternatives, each a set of faults; a check that the protocol does not
have costs nothing, and where an honest check would find it, the story ends: all is safe.
"""

from collections.abc import Iterable
from itertools import product

from showclear.drills.prove.faults import LIVE_LOOSE, bits, only
from showclear.drills.prove.physical import (
    BLANK,
    DUMMY,
    EMPTY,
    KINDS,
    LIVE,
    UNPROVED,
)
from showclear.drills.prove.protocol import Practice, Protocol
from showclear.kernel.words import Part

Ways = tuple[int, ...]
"""Alternatives, each a set of faults that together let it happen."""

FREE: Ways = (0,)


def both(*checks: Ways) -> Ways:
    """Return the ways past all of these checks."""
    if all(each == FREE for each in checks):
        return FREE
    found = {sum_of(each) for each in product(*checks)}
    return tuple(sorted(found))


def sum_of(masks: Iterable[int]) -> int:
    """Return the union of these sets."""
    union = 0
    for mask in masks:
        union |= mask
    return union


class Checks:
    """The checks of one profile under one protocol, and the ways past each."""

    def __init__(self, protocol: Protocol, parts: frozenset[Part]) -> None:
        self.parts = parts
        self.practice = protocol.practice
        self.faults = protocol.faults
        self.is_paper = Practice.PAPER in protocol.practice
        self.is_called = Part.CALL_PER_TAKE in parts or Practice.CALLED_ONCE in self.practice
        self.live = self.ways(*((each,) for each in LIVE_LOOSE))
        self.second = self._if(Part.TWO_KEYS, ("B:blind",))
        self.watchers = self._watchers()
        taps = Practice.TAKER_TAPS in self.practice
        self.taker = FREE if taps else self._if(Part.TAKER_LOOK, ("C:trust",))
        self.caller = self._if(Part.CALLER_LOOK, ("D:trust",))
        self.circle = self._if(Part.CIRCLE, ("D:trust",))
        self.past = () if self.is_paper else self.ways(("A:no_scan",))
        self.tag = self._if(
            Part.TAG_READ, ("B:blind",), ("E:scanner",), ("E:wrong_twin",), ("X:wrong_twin",)
        )
        self.proof = self._if(Part.CONTENT_PROOF, ("E:gauge",), ("A:skip_insp",))
        self.receipt = self._receipt()

    def ways(self, *sets: tuple[str, ...]) -> Ways:
        """Return those of these sets of faults that may happen at all."""
        return only(self.faults, [bits(*names) for names in sets])

    def _if(self, part: Part, *sets: tuple[str, ...]) -> Ways:
        return self.ways(*sets) if part in self.parts else FREE

    def _watchers(self) -> Ways:
        if Part.WATCHED_BY_TWO in self.parts:
            return self.ways(("A:blind", "B:blind"))
        if Part.WATCHED not in self.parts:
            return FREE
        if Practice.ARMORER_WATCHES in self.practice:
            return self.ways(("A:blind",))
        return self.ways(("A:blind",), ("B:blind",))

    def _receipt(self) -> Ways:
        if self.is_paper:
            return self.ways(("A:skip_receipt",))
        instrument = ("E:gauge",) if Practice.INSTRUMENT in self.practice else ()
        skips = self.ways(("A:skip_insp", *instrument), ("A:skip_receipt", *instrument))
        return (*skips, *both(self.ways(("A:dodge", *instrument)), self.second))

    def is_strange(self, content: int) -> bool:
        """Say whether an honest look at what is called cold finds something wrong with it."""
        return content in (BLANK, LIVE) or (content == UNPROVED and Part.MARKS in self.parts)

    def differs(self, content: int, kind: str) -> bool:
        """Say whether an honest count finds something else than the record has."""
        if content == UNPROVED:
            return Part.MARKS in self.parts or kind != "D"
        return content != KINDS.get(kind)

    def counted(self, person: str, content: int, kind: str) -> Ways:
        """Return the ways in which this person's count is signed."""
        if not self.differs(content, kind):
            return FREE
        instrument = ("E:gauge",) if Practice.INSTRUMENT in self.practice else ()
        return self.ways((f"{person}:skip_insp", *instrument))

    def bore(self, content: int) -> Ways:
        """Return the ways past the second's look through the bore."""
        return FREE if content == EMPTY else self.ways(("B:skip_insp",))

    def taken(self, content: int) -> Ways:
        """Return the ways past the taker's look."""
        return self.taker if self.is_strange(content) else FREE

    def called(self, content: int) -> Ways:
        """Return the ways past the caller's look when it is shown."""
        return self.caller if self.is_strange(content) else FREE

    def circled(self, content: int) -> Ways:
        """Return the ways past those who stand around the weapon as it is handed over."""
        if Part.CIRCLE not in self.parts or not self.is_strange(content):
            return FREE
        armorer = self.ways(("A:skip_insp",), ("A:blind",), ("A:tamper",))
        second = self.ways(("B:skip_insp",), ("B:blind",))
        return both(armorer, second, self.circle)

    def may_hand(self, kind: str) -> Ways:
        """Return on what the armorer hands over a weapon that nobody has shown to its taker."""
        if kind in ("E", "D") or not (self.is_paper or Part.TWO_INSPECTORS in self.parts):
            return FREE
        if kind == "K":
            return self.ways(("A:miscall",))
        return self.ways(("A:skip_receipt",)) if self.is_paper else self.receipt

    def witnessed(self, content: int, kind: str) -> Ways:
        """Return the ways in which the second signs for the loading."""
        return self.ways(("B:skip_wit",)) if self.differs(content, kind) else FREE

    def checked(self, content: int) -> Ways:
        """Return the ways past the armorer's check of a round that goes in as a dummy."""
        if Part.ROUND_CHECK in self.parts and self.is_strange(content):
            return both(self.ways(("A:skip_loadcheck",)), self.gauged(content))
        return self.gauged(content)

    def gauged(self, content: int) -> Ways:
        """Return the ways past the gauge at loading."""
        is_gauged = Practice.GAUGE in self.practice and content != DUMMY
        return self.ways(("E:gauge",)) if is_gauged else FREE

    def loaded(self, box: int) -> list[tuple[int, Ways]]:
        """Return what can go in as a dummy, and how: from the box, or from somewhere else."""
        found = [(box, self.checked(box))]
        for content in (UNPROVED, BLANK, LIVE):
            mixed = both(self.ways(("X:mix_box",)), self.put_in(content), self.checked(content))
            wrong = both(self.ways(("A:wrong_source",)), self.put_in(content))
            found += [(content, mixed), (content, both(wrong, self.gauged(content)))]
        return found

    def put_in(self, content: int) -> Ways:
        """Return how a round comes to be at hand for somebody who puts it in unseen."""
        return self.live if content == LIVE else FREE


assert EMPTY == 0, "an empty chamber is what a weapon begins with"
