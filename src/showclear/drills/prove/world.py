"""What can happen next, with honest and with faulty people?

A state is the record and the weapons. Honest people do whatever step of the
work the record allows, in any order, and look truthfully: what an honest look finds ends the
story, since then all is safe. Each fault is one more way for a step to go.
"""

from collections.abc import Iterator
from typing import NamedTuple

from showclear.drills.prove.physical import AIMS, ALL, HARM, Content, gun
from showclear.drills.prove.practice import Checks, Ways
from showclear.drills.prove.protocol import Protocol
from showclear.drills.prove.record import NO, Facts, Record
from showclear.kernel import asks as a
from showclear.kernel.policy import PARTS
from showclear.kernel.words import Profile


class Here(NamedTuple):
    """Everything at one moment: the record, and each weapon; the last may be on no record."""

    record: int
    guns: tuple[int, ...]


class Told(NamedTuple):
    """What a story says of a step: which step, which weapon, and what is in it then."""

    step: str
    weapon: int = 0
    content: int = 0


Step = tuple[int, Here, Told]


class Scene:
    """A state and one weapon in it: the small words in which the steps are written."""

    __slots__ = (
        "checks",
        "cold",
        "content",
        "facts",
        "here",
        "is_bore_due",
        "is_known",
        "record",
        "weapon",
    )

    def __init__(self, world: "World", here: Here, weapon: int) -> None:
        self.here, self.weapon, self.record = here, weapon, world.record
        self.content, _, self.cold = ALL[here.guns[weapon]]
        self.is_known = weapon < world.record.weapons
        self.facts = world.record.facts[here.record][weapon] if self.is_known else world.unknown
        self.is_bore_due = self.facts.is_bore_due
        self.checks = world.checks[self.facts.profile]

    def run(self, command: str) -> int:
        """Return the record after a command about this weapon, or NO."""
        return self.record.run(self.here.record, command, self.weapon) if self.is_known else NO

    def moved(self, record: int, place: int, *, content: int = -1, cold: int = 0) -> Here:
        """Return the state in which this weapon is elsewhere, or holds something else."""
        held = self.content if content < 0 else content
        return self.with_gun(record, self.weapon, gun(held, place, cold=cold))

    def with_gun(self, record: int, weapon: int, packed: int) -> Here:
        """Return the state in which one weapon is as packed."""
        guns = self.here.guns
        return Here(record, (*guns[:weapon], packed, *guns[weapon + 1 :]))

    def goes(self, ways: Ways, here: Here, step: str, *, content: int = -1) -> Iterator[Step]:
        """Give one step for each way in which it can go."""
        told = Told(step, self.weapon, self.content if content < 0 else content)
        for cost in ways:
            yield cost, here, told

    def does(self, command: str, ways: Ways, place: int, *, content: int = -1) -> Iterator[Step]:
        """Give the steps of what is done with the record, where the record allows it."""
        record = self.run(command)
        if record != NO and ways:
            here = self.moved(record, place, content=content)
            yield from self.goes(ways, here, command, content=content)


class World:
    """One protocol, so many weapons.

    Attributes:
        aims: what may get into a chamber that does not belong there.
        strangers: how many weapons may be about that the record does not know.
        left_out: commands that nobody gives: each only goes back to what was before.
    """

    def __init__(
        self,
        protocol: Protocol,
        weapons: int,
        *,
        aims: tuple[Content, ...] = tuple(AIMS.values()),
        strangers: int = 0,
        left_out: frozenset[str] = frozenset(),
    ) -> None:
        from showclear.drills.prove.moves import MOVES
        from showclear.drills.prove.starting import starts

        self.protocol = protocol
        self.strangers = strangers
        self.record = Record(protocol.rules, weapons, left_out=left_out)
        self.unknown = Facts(
            holder="", kind="?", is_cleared=False, is_bore_due=False, profile=protocol.profile
        )
        signed: tuple[type, ...] = (a.SignLot, a.ClassWeapon)
        lent = frozenset(
            each for each in signed if self.record.is_lent(each, protocol.weapon_class)
        )
        parts = {**PARTS, protocol.profile: protocol.parts}
        self.checks = {
            each: Checks(protocol, parts[each], aims=aims, lent=lent) for each in Profile
        }
        self._moves = MOVES
        self._starts = starts

    def starts(self) -> Iterator[Step]:
        """Give the first states: what arrived, who signed for it."""
        for cost, here, told in self._starts(self):
            yield cost, self.sorted(here), told

    def steps(self, here: Here) -> Iterator[Step]:
        """Give everything that can follow."""
        for weapon, packed in enumerate(here.guns):
            place = ALL[packed].place
            for cost, after, told in self._moves[place](Scene(self, here, weapon)):
                yield cost, self.sorted(after), told

    def hazards(self, here: Here) -> int:
        """Return the accidents that this state is."""
        found = 0
        for packed in here.guns:
            found |= HARM[packed]
        return found

    def sorted(self, here: Here) -> Here:
        """Return the one of two states that differ in the weapons' names only."""
        if self.record.weapons < 2:
            return here
        first, second, *rest = here.guns
        mirrored = Here(self.record.mirrored(here.record), (second, first, *rest))
        return min(here, mirrored)
