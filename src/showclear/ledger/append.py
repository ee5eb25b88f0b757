"""What does the ledger become when these entries are put behind it?

The only place that prepares an append, and only `showclear.actions` may import it: so there is
one door. Nothing is written here; the caller writes entries, edge and tiles in one transaction.
After a transaction that failed, its edge must be thrown away and read again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from showclear.ledger.tiles import ReadLeaves, Tile, full_tiles, make_tile
from showclear.ledger.tree import Edge, leaf_hash


@dataclass(frozen=True, slots=True)
class Extension:
    """The edge behind the new entries, their leaf hashes, the tiles that they filled."""

    edge: Edge
    leaves: tuple[bytes, ...]
    tiles: tuple[Tile, ...]
    due: tuple[tuple[int, int], ...]
    """Full tiles (level, n) that began before these entries, when no leaves could be read."""


def extend(
    edge: Edge, entries: Sequence[bytes], *, read_leaves: ReadLeaves | None = None
) -> Extension:
    """Put entries behind the tree with this edge.

    A tile that fills up began up to 255 entries earlier: `read_leaves(start, stop)` gives those
    leaf hashes from the store. Without it such tiles are named in `due` instead.
    """
    leaves = tuple(map(leaf_hash, entries))
    first = edge.size

    def read(start: int, stop: int) -> Sequence[bytes]:
        fresh = leaves[max(start - first, 0) : stop - first]
        if start >= first:
            return fresh
        assert read_leaves is not None, "tiles that began earlier are due, not made"
        return [*read_leaves(start, first), *fresh]

    tiles, due = [], []
    for level, n in full_tiles(first, first + len(leaves)):
        began = n << (8 * level + 8)
        if began < first and read_leaves is None:
            due.append((level, n))
        else:
            tiles.append(make_tile(level, n, read))
    return Extension(edge.extend(leaves), leaves, tuple(tiles), tuple(due))
