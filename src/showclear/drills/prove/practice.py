"""What must people fail to do for a wrong round to get past them?

Each answer is a list of alternatives, each a set of faults; a check that the protocol does not
have costs nothing, and where an honest check would find it, the story ends: all is safe.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from showclear.drills.prove.faults import LIVE_LOOSE, bits, only
from showclear.drills.prove.physical import (
    BLANK,
    DUMMY,
    KINDS,
    LIVE,
    UNPROVED,
    Content,
)
from showclear.drills.prove.protocol import Practice, Protocol
from showclear.kernel import asks as a
from showclear.kernel.classing import BY_TWO
from showclear.kernel.words import Part, WeaponClass

Ways = tuple[int, ...]
"""Alternatives, each a set of faults that together let it happen."""

Lent = frozenset[type]
"""Acts that the kernel lets two people sign on one device."""

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

    def __init__(
        self, protocol: Protocol, parts: frozenset[Part], *, aims: tuple[Content, ...], lent: Lent
    ) -> None:
        self.parts = parts
        self.aims = aims
        self.lent = lent
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
        self.bore = self.ways(("B:skip_insp",))
        self.mixed_up = self.ways(("E:wrong_twin",))
        self.exchanged = self.ways(("E:wrong_twin",), ("X:wrong_twin",))
        self.knowingly = self.ways(("A:swap",), ("A:no_scan",))
        self.boxed = self._boxed()
        self.nights = self.ways(("A:stretch_setup",), ("D:stretch_setup",))
        self.loads = self._loads()

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
        if kind == "K":
            return self.ways(("A:miscall",))
        if kind != "?" or not (self.is_paper or Part.TWO_INSPECTORS in self.parts):
            return FREE
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

    def _boxed(self) -> dict[Content, Ways]:
        """Return how the box of dummies comes to hold something else that two signed for."""
        bad = self.ways(("V:bad_lot",))
        if self.is_paper:
            return dict.fromkeys(self.aims, bad)
        signers = 1 if Practice.ONE_SIGNS_LOT in self.practice else 2
        pairs = (
            tuple(f"{each}:skip_lot" for each in pair) for pair in combinations("ABD", signers)
        )
        skipped = self.ways(*pairs, *self._lent_lot())
        found = {content: both(bad, skipped) for content in self.aims}
        if UNPROVED in found and Part.MARKS in self.parts:
            found[UNPROVED] = skipped  # Nobody went through it, so nobody put marks on it.
        return found

    def _lent_lot(self) -> Iterator[tuple[str, ...]]:
        for person in "AB" if a.SignLot in self.lent else "":
            yield f"{person}:skip_lot", f"{person}:one_device_two_people"

    def _loads(self) -> list[tuple[Content, Ways]]:
        """Return what can go in as a dummy, and how: from the box, or from somewhere else."""
        found = [(DUMMY, self.gauged(DUMMY))]
        for content in self.aims:
            loose = self.put_in(content)
            mixed = both(self.ways(("X:mix_box",)), loose, self.checked(content))
            wrong = both(self.ways(("A:wrong_source",)), loose, self.gauged(content))
            boxed = both(self.boxed[content], self.checked(content))
            found += [(content, mixed), (content, wrong), (content, boxed)]
        return found

    def misclassed(self, less: WeaponClass) -> Ways:
        """Return the ways in which all whom the class needs sign that it can do less."""
        paper = (("V:class_down", "A:skip_receipt"), ("V:class_down", "A:skip_insp"))
        first = self.ways(("A:class_down",), *paper)
        lent = (("A:one_device_two_people",),) if a.ClassWeapon in self.lent else ()
        if less in BY_TWO:
            return both(first, self.ways(("B:skip_insp",), ("D:skip_insp",), *lent))
        return both(first, self.ways(("B:skip_insp",), *lent), self.ways(("D:skip_insp",)))

    def put_in(self, content: int) -> Ways:
        """Return how a round comes to be at hand for somebody who puts it in unseen."""
        return self.live if content == LIVE else FREE
