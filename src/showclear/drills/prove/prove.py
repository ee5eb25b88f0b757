"""How far is each accident, under one profile?

`figures` searches the worlds of a profile and returns, for each accident, the smallest number of
faults, the same once a live round is on the set, the smallest number of parties, every minimal
set, and the shortest story in words.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from showclear.drills.prove import faults, words
from showclear.drills.prove.gates import Gate, gate_of, is_below
from showclear.drills.prove.physical import AIMS, HAZARDS
from showclear.drills.prove.protocol import Protocol
from showclear.drills.prove.search import Found, Graph, Query, explored, minimal, path, search, told
from showclear.drills.prove.world import World

OF_PARTY = tuple(
    faults.bits(*(each.name for each in faults.FAULTS if each.actor == party))
    for party in faults.PARTIES
)

PEOPLE_MAX = 4
"""Up to how many parties are searched: more is none within reach."""

NEVER_FREE = ~faults.bits(*faults.ARRIVALS)
LETTERS = "".join(faults.PARTIES)
GROUPS = (
    faults.bits("C:trust", "C:pin_lent"),
    faults.bits("C:early", "D:trust"),
    faults.bits(*faults.ARRIVALS),
    faults.bits("A:blind", "B:blind", "B:skip_insp", "B:skip_wit"),
)
"""Disjoint sets of faults without one of which many a path cannot go on (see `search`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What is known of one accident: None is none within the limit."""

    order: int | None
    given: int | None
    people: int | None
    sets: tuple[int, ...]
    parties: tuple[str, ...]
    story: tuple[str, ...]
    gate: Gate
    states: int

    @property
    def is_below(self) -> int:
        """Say, as 1 or 0, whether a figure is below its gate."""
        return (
            is_below(self.order, self.gate.order)
            or is_below(self.given, self.gate.given)
            or is_below(self.people, self.gate.people)
        )


def figures(protocol: Protocol, *, weapons: int, limit: int) -> dict[str, Figures]:
    """Return the figures of each accident."""
    return {hazard: figure(protocol, hazard, weapons=weapons, limit=limit) for hazard in HAZARDS}


def figure(protocol: Protocol, hazard: str, *, weapons: int, limit: int) -> Figures:
    """Return the figures of one accident, over every world of the protocol."""
    accident = HAZARDS[hazard]
    sets: list[int] = []
    given: list[int] = []
    parties: list[int] = []
    story: tuple[str, ...] = ()
    states = 0
    for world in worlds(protocol, hazard, weapons=weapons):
        graph = explored(world)
        states += len(graph.states)
        found = _asked(graph, Query(accident, limit))
        given += _asked(graph, Query(accident, limit, _given)).sets
        parties += search(graph, Query(accident, PEOPLE_MAX, parties_of), groups=OF_PARTY).sets
        if found.sets and (not sets or found.sets[0].bit_count() < min(map(int.bit_count, sets))):
            way = told(world, graph, path(graph, accident, found.sets[0]))
            story = tuple(words.sentences(way, hazard))
        sets += found.sets
    return Figures(
        order=_least(sets),
        given=_least(given),
        people=_least(parties),
        sets=minimal(sets),
        parties=tuple(map(letters, minimal(parties))),
        story=story,
        gate=gate_of(protocol.profile, hazard),
        states=states,
    )


def worlds(protocol: Protocol, hazard: str, *, weapons: int) -> Iterator[World]:
    """Give the worlds whose union is searched.

    A weapon of a false class is out of every check by itself, so it needs no second one beside
    it; and a weapon that nobody entered is a second one.
    """
    aims = (AIMS[HAZARDS[hazard]],)
    yield World(protocol, 1, aims=aims)
    true = replace(protocol, faults=protocol.faults & ~faults.bits("A:class_down", "V:class_down"))
    if protocol.faults & faults.bits("X:gun_arrives_unregistered"):
        yield World(true, 1, aims=aims, strangers=1)
    if weapons > 1:
        yield World(true, weapons, aims=aims)


def _asked(graph: Graph, query: Query) -> Found:
    return search(graph, query, groups=GROUPS)


def _given(cost: int) -> int:
    return cost & NEVER_FREE


def parties_of(cost: int) -> int:
    """Return the parties of a set of faults, one bit each."""
    found = 0
    for fault in faults.each_of(cost):
        found |= 1 << LETTERS.index(fault.actor)
    return found


def letters(parties: int) -> str:
    """Name parties by their letters."""
    return "".join(each for place, each in enumerate(LETTERS) if parties >> place & 1)


def _least(sets: list[int]) -> int | None:
    return min(map(int.bit_count, sets), default=None)
