"""How is the tree cut into files that never change?

C2SP tlog-tiles: a tile holds up to 256 hashes of one level; level L has the roots of full
tiles of level L-1. A full tile is final. A partial one belongs to one signed size.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from showclear.ledger.tree import HASH_SIZE, HashOf, node_hash, root_of

WIDTH = 256
_BITS = 8

# The leaf hashes start <= n < stop, in order.
ReadLeaves = Callable[[int, int], Sequence[bytes]]
# The stored hashes of tile (level, n), at least `width` of them.
ReadTile = Callable[[int, int, int], bytes]


@dataclass(frozen=True, slots=True)
class Tile:
    """The hashes of tile `n` at one level, one behind the other."""

    level: int
    n: int
    hashes: bytes

    @property
    def path(self) -> str:
        """Give the tile's place among the files."""
        return tile_path(self.level, self.n, len(self.hashes) // HASH_SIZE)


def tile_path(level: int | str, n: int, width: int = WIDTH) -> str:
    """Name the file of a tile; the level `entries` names a bundle of entries."""
    assert 0 < width <= WIDTH, "a tile holds 1 to 256 hashes"
    number = f"{n % 1000:03}"
    while n >= 1000:
        n //= 1000
        number = f"x{n % 1000:03}/{number}"
    partial = "" if width == WIDTH else f".p/{width}"
    return f"tile/{level}/{number}{partial}"


def full_tiles(old: int, new: int) -> list[tuple[int, int]]:
    """Name the tiles (level, n) that become full when a tree of `old` leaves grows to `new`."""
    full = []
    level, before, after = 0, old >> _BITS, new >> _BITS
    while after:
        full += [(level, n) for n in range(before, after)]
        level, before, after = level + 1, before >> _BITS, after >> _BITS
    return full


def make_tile(level: int, n: int, read_leaves: ReadLeaves) -> Tile:
    """Compute a full tile from the leaves under it."""
    each = 1 << (_BITS * level)
    first = n * WIDTH * each
    leaves = read_leaves(first, first + WIDTH * each)
    assert len(leaves) == WIDTH * each, "a full tile has all its leaves"
    roots = [root_of(leaves[i : i + each]) for i in range(0, len(leaves), each)]
    return Tile(level, n, b"".join(roots))


def all_tiles(leaves: Sequence[bytes]) -> Iterator[Tile]:
    """Give every tile of a tree of exactly these leaves, the partial ones too."""
    level, hashes = 0, list(leaves)
    while hashes:
        for start in range(0, len(hashes), WIDTH):
            yield Tile(level, start // WIDTH, b"".join(hashes[start : start + WIDTH]))
        whole = len(hashes) // WIDTH * WIDTH
        hashes = [root_of(hashes[i : i + WIDTH]) for i in range(0, whole, WIDTH)]
        level += 1


def entry_bundle(entries: Sequence[bytes]) -> bytes:
    """Join up to 256 entries, each behind its length in two bytes."""
    assert 0 < len(entries) <= WIDTH, "a bundle holds 1 to 256 entries"
    return b"".join(len(entry).to_bytes(2) + entry for entry in entries)


def split_bundle(data: bytes) -> list[bytes]:
    """Take a bundle of entries apart; ValueError if it ends in the middle of one."""
    entries, at = [], 0
    while at < len(data):
        start = at + 2
        at = start + int.from_bytes(data[at:start])
        if start > len(data) or at > len(data):
            raise ValueError("the bundle ends in the middle of an entry")
        entries.append(data[start:at])
    return entries


def hash_of_tiles(size: int, read_tile: ReadTile) -> HashOf:
    """Answer for subtrees of a tree of `size` leaves from its stored tiles."""

    def node(height: int, index: int) -> bytes:
        level, above = divmod(height, _BITS)
        first = index << above
        n, offset = divmod(first, WIDTH)
        width = min(WIDTH, (size >> (_BITS * level)) - n * WIDTH)
        data = read_tile(level, n, width)
        begin, end = offset * HASH_SIZE, (offset + (1 << above)) * HASH_SIZE
        return root_of(data[i : i + HASH_SIZE] for i in range(begin, end, HASH_SIZE))

    def hash_of(start: int, stop: int) -> bytes:
        width = stop - start
        height = width.bit_length() - 1
        if width == 1 << height:
            return node(height, start >> height)
        middle = start + (1 << height)
        return node_hash(hash_of(start, middle), hash_of(middle, stop))

    return hash_of
