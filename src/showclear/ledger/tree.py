"""Which root do these leaves have, and how is it shown that a leaf or an older tree is in it?

The tree of RFC 6962, section 2.1 (RFC 9162 has the same): a leaf is SHA-256(0x00 ‖ entry), a
node SHA-256(0x01 ‖ left ‖ right), split at the largest power of two below the size. Proofs are
checked by the algorithms of RFC 9162, 2.1.3.2 and 2.1.4.2, line by line.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

HASH_SIZE = 32
EMPTY_ROOT = sha256(b"").digest()

# The hash of the subtree over the leaves start <= n < stop.
HashOf = Callable[[int, int], bytes]


class ProofRefused(Exception):
    """This proof does not show what it claims to show."""


def leaf_hash(entry: bytes) -> bytes:
    """Hash one entry into a leaf."""
    return sha256(b"\0" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two subtrees into their parent."""
    return sha256(b"\1" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Edge:
    """The right edge of a tree: the roots of its full subtrees, largest first (compact range).

    It is all that an append needs: one hash for each bit that is set in the size.
    """

    size: int = 0
    hashes: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if self.size < 0 or len(self.hashes) != self.size.bit_count():
            raise ValueError(f"an edge of {len(self.hashes)} hashes does not fit {self.size}")

    def append(self, leaf: bytes) -> "Edge":
        """Give the edge with one leaf more."""
        return self.extend((leaf,))

    def extend(self, leaves: Iterable[bytes]) -> "Edge":
        """Give the edge with these leaves behind it."""
        size, hashes = self.size, list(self.hashes)
        for leaf in leaves:
            node, rest = leaf, size
            while rest & 1:
                node = sha256(b"\1" + hashes.pop() + node).digest()
                rest >>= 1
            hashes.append(node)
            size += 1
        return Edge(size, tuple(hashes))

    def root(self) -> bytes:
        """Give the root of the tree with this edge."""
        if not self.hashes:
            return EMPTY_ROOT
        node = self.hashes[-1]
        for left in reversed(self.hashes[:-1]):
            node = node_hash(left, node)
        return node

    def to_bytes(self) -> bytes:
        """Write the hashes one behind the other; the size is kept beside them."""
        return b"".join(self.hashes)

    @staticmethod
    def from_bytes(size: int, data: bytes) -> "Edge":
        """Read what `to_bytes` wrote for a tree of this size."""
        if len(data) % HASH_SIZE:
            raise ValueError("an edge is whole hashes")
        return Edge(size, tuple(data[i : i + HASH_SIZE] for i in range(0, len(data), HASH_SIZE)))


def root_of(leaves: Iterable[bytes]) -> bytes:
    """Give the root of a whole tree."""
    level = list(leaves)
    if not level:
        return EMPTY_ROOT
    while len(level) > 1:
        pairs = zip(level[::2], level[1::2], strict=False)
        above = [sha256(b"\1" + left + right).digest() for left, right in pairs]
        # A node without a neighbour moves up as it is: that is the split at a power of two.
        if len(level) % 2:
            above.append(level[-1])
        level = above
    return level[0]


def hash_of_leaves(leaves: Sequence[bytes]) -> HashOf:
    """Answer for subtrees from a list of all leaves."""
    return lambda start, stop: root_of(leaves[start:stop])


def inclusion_proof(index: int, size: int, hash_of: HashOf) -> list[bytes]:
    """Give the hashes from the leaf at `index` up to the root of `size` leaves."""
    if not 0 <= index < size:
        raise ValueError(f"there is no leaf {index} among {size}")
    start, stop, path = 0, size, []
    while stop - start > 1:
        middle = start + _split(stop - start)
        if index < middle:
            path.append((middle, stop))
            stop = middle
        else:
            path.append((start, middle))
            start = middle
    return [hash_of(*span) for span in reversed(path)]


def consistency_proof(old: int, new: int, hash_of: HashOf) -> list[bytes]:
    """Give the hashes which show that the first `old` of `new` leaves were never changed."""
    if not 0 <= old <= new:
        raise ValueError(f"{old} leaves cannot have become {new}")
    if old in (0, new):
        return []
    start, stop, path = 0, new, []
    while stop != old:
        middle = start + _split(stop - start)
        if old <= middle:
            path.append((middle, stop))
            stop = middle
        else:
            path.append((start, middle))
            start = middle
    # The verifier knows the old root; only a smaller subtree has to be told.
    if start:
        path.append((start, stop))
    return [hash_of(*span) for span in reversed(path)]


def check_inclusion(
    leaf: bytes, index: int, size: int, *, proof: Sequence[bytes], root: bytes
) -> None:
    """Raise ProofRefused unless `leaf` is number `index` in the tree of this size and root."""
    if not 0 <= index < size:
        raise ProofRefused(f"there is no leaf {index} among {size}")
    fn, sn, node = index, size - 1, leaf
    for step in proof:
        if sn == 0:
            raise ProofRefused("the proof is too long")
        if fn & 1 or fn == sn:
            node = node_hash(step, node)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            node = node_hash(node, step)
        fn, sn = fn >> 1, sn >> 1
    if sn or node != root:
        raise ProofRefused("the proof does not lead to the root")


def check_consistency(
    old: int, new: int, *, proof: Sequence[bytes], old_root: bytes, new_root: bytes
) -> None:
    """Raise ProofRefused unless the tree of `new` leaves begins with the tree of `old`."""
    if not 0 <= old <= new:
        raise ProofRefused(f"{old} leaves cannot have become {new}")
    if old == 0:
        if proof or old_root != EMPTY_ROOT:
            raise ProofRefused("an empty tree needs no proof and has one root")
        return
    if old == new:
        if proof or old_root != new_root:
            raise ProofRefused("two trees of one size have one root and need no proof")
        return
    steps = list(proof)
    if old & (old - 1) == 0:
        steps.insert(0, old_root)
    if not steps:
        raise ProofRefused("the proof is empty")
    fn, sn = old - 1, new - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = steps[0]
    for step in steps[1:]:
        if sn == 0:
            raise ProofRefused("the proof is too long")
        if fn & 1 or fn == sn:
            fr, sr = node_hash(step, fr), node_hash(step, sr)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node_hash(sr, step)
        fn, sn = fn >> 1, sn >> 1
    if sn or fr != old_root or sr != new_root:
        raise ProofRefused("the proof does not lead from the old root to the new one")


def _split(size: int) -> int:
    return 1 << ((size - 1).bit_length() - 1)
