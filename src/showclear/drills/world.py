"""What is really in it, who really has it, and who is really hurt?

The physical world of a replay. It knows nothing of the record: a live round in a box of dummies
is live whatever the box says. Harm comes only from here.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

EMPTY = ""


class Nature(StrEnum):
    """What a round really is, whatever anybody takes it for."""

    LIVE = "live"
    BAD_BLANK = "bad-blank"
    BLANK = "blank"
    PRIMED = "primed"
    DUMMY = "dummy"
    SPENT = "spent"


DANGER = tuple(Nature)
"""From the worst to the harmless. A shot goes off with the worst round that is in: chance is not
left to choose in a replay of what did happen."""

THROWS = (Nature.LIVE, Nature.BAD_BLANK)
"""Rounds that throw something out of the muzzle by themselves."""

LOOKS = {
    Nature.LIVE: "unsure",
    Nature.BAD_BLANK: "blank",
    Nature.BLANK: "blank",
    Nature.PRIMED: "dummy",
    Nature.DUMMY: "dummy",
    Nature.SPENT: "unsure",
}
"""What an honest look takes a round for; one out of a box is taken for what the box says."""

BLAST_MM = 1_000
"""How near the blast of a blank alone still hurts, where the file says nothing else."""


@dataclass(slots=True)
class Thing:
    """One weapon, box of rounds, magazine or cylinder as it really is."""

    id: str
    kind: str
    slots: list[str] = field(default_factory=list)
    looks: list[str] = field(default_factory=list)
    heap: Counter[str] = field(default_factory=Counter)
    where: str = ""
    is_sharp: bool = False
    is_bursting: bool = False
    is_able_to_fire: bool = False
    is_failing_back: bool = False
    is_bore_blocked: bool = False
    has_embers: bool = False
    is_caseless: bool = False
    blast_mm: int = BLAST_MM
    seated: str = ""
    front: tuple[str, ...] = ()

    @property
    def is_real(self) -> bool:
        """Say whether it can do harm at all."""
        return self.is_sharp or self.is_bursting or self.is_able_to_fire or any(self.slots)


@dataclass(frozen=True, slots=True)
class Harm:
    """What has happened that should not have: to whom or what, and how."""

    what: str
    whom: str
    how: str


class Impossible(Exception):
    """The story asks for what cannot happen: a hand that is empty, a round that is not there."""


@dataclass(slots=True)
class World:
    """Everything that is really there."""

    things: dict[str, Thing] = field(default_factory=dict)
    standing: dict[str, str] = field(default_factory=dict)
    harms: list[Harm] = field(default_factory=list)

    def thing(self, thing: str) -> Thing:
        """Return a thing."""
        return self.things[thing]

    def held(self, who: str, thing: str) -> Thing:
        """Return a thing that this person really has in his hand or on him.

        Raises:
            Impossible: somebody else has it, or it lies somewhere.
        """
        found = self.things[thing]
        if found.where != who:
            raise Impossible(f"{who} does not have {thing}: it is with {found.where or 'nobody'}")
        return found

    def put(self, thing: str, where: str) -> None:
        """Let a thing be with a person or in a place; what is seated in it goes with it."""
        found = self.things[thing]
        found.where, found.front = where, ()
        if found.seated:
            self.things[found.seated].where = where

    def take_rounds(self, box: str, natures: Mapping[str, int]) -> list[str]:
        """Take rounds of these natures out of a box.

        Raises:
            Impossible: there are not so many in it.
        """
        heap, taken = self.things[box].heap, []
        for nature, count in natures.items():
            if heap[nature] < count:
                raise Impossible(f"{box} holds {heap[nature]} {nature} rounds, not {count}")
            heap[nature] -= count
            taken += [nature] * count
        return taken

    def likely(self, box: str, count: int) -> dict[str, int]:
        """Say which rounds a hand takes out of a box: the harmless ones first."""
        found: Counter[str] = Counter()
        for nature in reversed(DANGER):
            found[nature] = min(self.things[box].heap[nature], count - found.total())
        return {nature: n for nature, n in found.items() if n}

    def fill(self, thing: str, rounds: Iterable[str], looks: str = "") -> tuple[int, ...]:
        """Put rounds into the free chambers; return which ones, from 1.

        Args:
            looks: what they are taken for; as they look by themselves where it is empty.

        Raises:
            Impossible: there are more rounds than free chambers.
        """
        found, filled = self.things[thing], []
        for each in rounds:
            if EMPTY not in found.slots:
                raise Impossible(f"{thing} has no chamber free for another round")
            free = found.slots.index(EMPTY)
            found.slots[free] = each
            found.looks[free] = looks or LOOKS[Nature(each)]
            filled.append(free + 1)
        return tuple(filled)

    def empty(self, thing: str) -> list[str]:
        """Take everything out; return what it was."""
        found = self.things[self.things[thing].seated or thing]
        out = [each for each in found.slots if each]
        found.slots[:] = [EMPTY] * len(found.slots)
        found.looks[:] = ["empty"] * len(found.slots)
        return out

    def seen(self, weapon: str) -> Counter[str]:
        """Count what an honest look finds in the chambers: what each round is taken for."""
        found = self.things[weapon]
        return Counter(self.things[found.seated].looks if found.seated else found.looks)

    def chambers(self, weapon: str) -> list[str]:
        """Return what is in a weapon: its own chambers, or those of what is seated in it."""
        found = self.things[weapon]
        return self.things[found.seated].slots if found.seated else found.slots

    def fire(self, weapon: str, *, at: Iterable[str], mm: int, meant: str) -> str:
        """Let the hammer fall or the match touch; return what went off, if anything."""
        gun, slots = self.things[weapon], self.chambers(weapon)
        shot = next((each for each in DANGER if each in slots), Nature.SPENT)
        if shot in (Nature.SPENT, Nature.DUMMY):
            return EMPTY
        self._spend(weapon, slots.index(shot))
        before = tuple(dict.fromkeys((*gun.front, *at)))
        if shot is Nature.PRIMED:
            gun.is_bore_blocked = True
            return shot
        self._strikes(gun, shot, before=before, mm=mm)
        if meant != "shot":
            self.harms.append(Harm("an unplanned shot", weapon, f"a {shot} round went off"))
        return shot

    def _spend(self, weapon: str, chamber: int) -> None:
        found = self.things[self.things[weapon].seated or weapon]
        is_gone = self.things[weapon].is_caseless
        found.slots[chamber] = EMPTY if is_gone else Nature.SPENT
        found.looks[chamber] = "empty" if is_gone else LOOKS[Nature.SPENT]

    def _strikes(self, gun: Thing, shot: str, *, before: tuple[str, ...], mm: int) -> None:
        is_thrown = shot in THROWS or gun.is_bore_blocked
        if is_thrown or mm <= gun.blast_mm:
            how = "something was thrown from the muzzle" if is_thrown else "the blast was too near"
            self.harms += [Harm("a person hit", each, how) for each in before]
        gun.is_bore_blocked = False
        if gun.is_failing_back:
            self.harms.append(Harm("a person hit", gun.where, "it failed towards the hand"))

    def strike(self, blade: str, at: Iterable[str]) -> None:
        """Let an edge or a point meet a body."""
        if self.things[blade].is_sharp:
            self.harms += [Harm("a person cut", each, "the edge was real") for each in at]

    def set_off(self, device: str, near: Iterable[str]) -> None:
        """Let a device burn; one that bursts hurts whoever is near."""
        if self.things[device].is_bursting:
            self.harms += [Harm("a person burnt", each, "it burst") for each in near]
            self.things[device].is_bursting = False

    def ram(self, who: str, cannon: str) -> None:
        """Ram a charge home; on an ember it goes off in the face of whoever rams."""
        gun = self.things[cannon]
        if gun.has_embers:
            self.harms.append(Harm("a person hit", who, "the charge met an ember"))
            gun.slots[:] = [Nature.SPENT] * len(gun.slots)

    def lose(self, what: str, thing: str, to: str) -> None:
        """Let a thing go where nobody who answers for it can follow."""
        self.put(thing, to)
        self.harms.append(Harm(what, thing, f"it is with {to}"))

    def take_for_harmless(self, thing: str) -> None:
        """Let people use a thing as one that can do nothing."""
        if self.things[thing].is_real:
            self.harms.append(Harm("the real thing", thing, "it was taken for a harmless one"))

    def harm_from_outside(self, people: Iterable[str]) -> None:
        """Let people be hit by a weapon that the show never had."""
        self.harms += [Harm("a person hit", each, "by a weapon from outside") for each in people]
