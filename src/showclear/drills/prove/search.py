"""Which are the smallest sets of faults that lead to the accident?

The graph holds every state that can be reached with every fault allowed; an edge costs a set of
faults. A label is a set of faults with which a state is reached. Labels are settled by size, and
one that holds another of the same state says nothing new, so what is left when no label waits
is every minimal set: the search ends by itself, and then it is complete.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, Protocol

Edge = tuple[int, int]
"""The faults that it costs and the state to which it leads."""


class World(Protocol):
    """What a search goes through."""

    def starts(self) -> Iterable[tuple[int, Any, Any]]:
        """Give the first states with what they cost and what is told of them."""

    def steps(self, state: Any) -> Iterable[tuple[int, Any, Any]]:
        """Give what can follow a state, what it costs and what is told of it."""

    def hazards(self, state: Any) -> int:
        """Return the accidents that this state is, one bit each."""


class Graph(NamedTuple):
    """Every state, what follows it, and which accidents it is. State 0 is the beginning.

    What follows is one flat row for each state: cost, target, cost, target, and so on.
    """

    states: list[Any]
    follows: list[tuple[int, ...]]
    hazards: list[int]


class Found(NamedTuple):
    """The minimal sets of at most so many faults, smallest first."""

    sets: tuple[int, ...]
    labels: int


def explored(world: World) -> Graph:
    """Return the graph of all that can be reached when everybody may err."""
    graph = Graph([None], [()], [0])
    places: dict[Any, int] = {}
    _add(graph, places, 0, steps=world.starts())
    place = 1
    while place < len(graph.states):
        state = graph.states[place]
        graph.hazards[place] = world.hazards(state)
        _add(graph, places, place, steps=world.steps(state))
        place += 1
    return graph


def _add(
    graph: Graph, places: dict[Any, int], place: int, *, steps: Iterable[tuple[int, Any, Any]]
) -> None:
    """Add what follows, and of the ways from here to one state only those that cost least."""
    best: dict[int, list[int]] = {}
    for cost, state, _ in steps:
        target = places.get(state)
        if target is None:
            target = places[state] = len(graph.states)
            graph.states.append(state)
            graph.follows.append(())
            graph.hazards.append(0)
        if target != place:
            best.setdefault(target, []).append(cost)
    row = (
        each for target, costs in best.items() for cost in minimal(costs) for each in (cost, target)
    )
    graph.follows[place] = tuple(row)


def pairs(row: tuple[int, ...]) -> Iterator[Edge]:
    """Give what follows a state, two by two."""
    each = iter(row)
    return zip(each, each, strict=True)


def reaching(graph: Graph, hazard: int, *, without: int = 0) -> list[int]:
    """Mark each state from which the accident can be reached at no cost in `without`."""
    before: list[list[int]] = [[] for _ in graph.states]
    for place, row in enumerate(graph.follows):
        for cost, target in pairs(row):
            if not cost & without:
                before[target].append(place)
    marks = [1 if found & hazard else 0 for found in graph.hazards]
    waiting = [place for place, mark in enumerate(marks) if mark]
    while waiting:
        for place in before[waiting.pop()]:
            if not marks[place]:
                marks[place] = 1
                waiting.append(place)
    return marks


class Query(NamedTuple):
    """What is asked of a graph.

    Attributes:
        hazard: the accident.
        limit: the largest set of interest.
        counted: what a cost counts as: the faults, those that are not free, or their parties.
    """

    hazard: int
    limit: int
    counted: Callable[[int], int] = int


def search(graph: Graph, query: Query, *, groups: tuple[int, ...] = ()) -> Found:
    """Return every minimal set of at most `query.limit`.

    Args:
        groups: disjoint sets of faults, as the graph's costs name them; a state that cannot go
            on to the accident without one of them needs one more, and is left alone when that
            is too many.
    """
    needs = _needs(graph, query, groups)
    edges = _edges(graph, query, needs)
    labels: list[list[int]] = [[] for _ in graph.states]
    buckets: list[list[tuple[int, int]]] = [[] for _ in range(query.limit + 1)]
    sets: list[int] = []
    if needs[0] is not None:
        labels[0].append(0)
        buckets[0].append((0, 0))
    for bucket in buckets:
        for place, mask in bucket:  # The bucket grows while it is gone through.
            if mask not in labels[place]:
                continue
            if graph.hazards[place] & query.hazard:
                sets.append(mask)
                continue
            if any(each & mask == each for each in sets):
                continue
            _spread(place, mask, edges=edges, needs=needs, labels=labels, buckets=buckets)
    return Found(minimal(sets), sum(map(len, labels)))


def _spread(
    place: int,
    mask: int,
    *,
    edges: list[list[Edge]],
    needs: list[tuple[int, ...] | None],
    labels: list[list[int]],
    buckets: list[list[tuple[int, int]]],
) -> None:
    """Carry one label over every edge, where it says something new and is not too much."""
    limit = len(buckets)
    for cost, target in edges[place]:
        wider = mask | cost
        size = wider.bit_count()
        lacking = size
        for group in needs[target] or ():
            if not group & wider:
                lacking += 1
        if lacking >= limit:
            continue
        known = labels[target]
        for each in known:
            if each & wider == each:
                break
        else:
            if known:
                known[:] = [each for each in known if each & wider != wider]
            known.append(wider)
            buckets[size].append((target, wider))


def _needs(graph: Graph, query: Query, groups: Iterable[int]) -> list[tuple[int, ...] | None]:
    """Say for each state which groups no way from it can do without; None: there is no way."""
    marks = reaching(graph, query.hazard)
    counted = _disjoint(query.counted(group) for group in groups)
    without = [
        (count, reaching(graph, query.hazard, without=group))
        for group, count in zip(groups, counted, strict=True)
        if count
    ]
    return [
        tuple(count for count, free in without if not free[place]) if marks[place] else None
        for place in range(len(graph.states))
    ]


def _disjoint(groups: Iterable[int]) -> list[int]:
    """Return the groups as they are counted; one that shares with an earlier one counts not."""
    seen, found = 0, []
    for group in groups:
        found.append(0 if group & seen else group)
        seen |= group
    return found


def _edges(graph: Graph, query: Query, needs: list[tuple[int, ...] | None]) -> list[list[Edge]]:
    """Return the edges that lead on, with their costs as they are counted."""
    counted: dict[int, int] = {}
    found: list[list[Edge]] = []
    for row in graph.follows:
        best: dict[int, list[int]] = {}
        for cost, target in pairs(row):
            if needs[target] is None:
                continue
            if cost not in counted:
                counted[cost] = query.counted(cost)
            best.setdefault(target, []).append(counted[cost])
        found.append([(cost, target) for target in best for cost in minimal(best[target])])
    return found


def minimal(masks: Iterable[int]) -> tuple[int, ...]:
    """Return the sets that hold no other of them, smallest first."""
    found: list[int] = []
    for mask in sorted(set(masks), key=lambda each: (each.bit_count(), each)):
        if not any(each & mask == each for each in found):
            found.append(mask)
    return tuple(found)


def path(graph: Graph, hazard: int, faults: int) -> list[tuple[int, int]]:
    """Return the shortest way to the accident with these faults: each state and what it cost."""
    came: dict[int, tuple[int, int]] = {0: (0, 0)}
    waiting = [0]
    for place in waiting:
        if graph.hazards[place] & hazard:
            return list(_back(came, place))[::-1]
        for cost, target in pairs(graph.follows[place]):
            if target not in came and not cost & ~faults:
                came[target] = (place, cost)
                waiting.append(target)
    return []


def _back(came: dict[int, tuple[int, int]], place: int) -> Iterator[tuple[int, int]]:
    while place:
        before, cost = came[place]
        yield place, cost
        place = before


def told(world: World, graph: Graph, way: list[tuple[int, int]]) -> Iterator[tuple[int, Any]]:
    """Give what is told of each step of a way, and what the step cost."""
    state: Any = None
    for place, cost in way:
        after = graph.states[place]
        steps = world.starts() if state is None else world.steps(state)
        yield cost, next(said for paid, target, said in steps if (paid, target) == (cost, after))
        state = after
