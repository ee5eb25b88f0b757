"""Do root, edge, tiles and proofs agree with the recursive definition of RFC 6962?"""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showclear.ledger import tiles, tree
from showclear.ledger.append import extend
from showclear.ledger.tree import Edge, ProofRefused


def leaves(count: int) -> list[bytes]:
    return [tree.leaf_hash(b"%d" % n) for n in range(count)]


def defined(hashes: list[bytes]) -> bytes:
    """RFC 6962, 2.1, word for word."""
    if len(hashes) < 2:
        return hashes[0] if hashes else sha256(b"").digest()
    split = 1
    while split * 2 < len(hashes):
        split *= 2
    return tree.node_hash(defined(hashes[:split]), defined(hashes[split:]))


SIZES = st.integers(0, 70)


@given(SIZES)
def test_the_root_is_that_of_the_definition(size: int) -> None:
    assert tree.root_of(leaves(size)) == defined(leaves(size))


@given(SIZES, SIZES)
def test_an_edge_grows_to_the_same_root(first: int, more: int) -> None:
    edge = Edge().extend(leaves(first + more)[:first])
    edge = Edge.from_bytes(edge.size, edge.to_bytes())
    for leaf in leaves(first + more)[first:]:
        edge = edge.append(leaf)
    assert edge.root() == defined(leaves(first + more))


def test_an_edge_that_does_not_fit_its_size_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Edge(3, (bytes(32),))
    with pytest.raises(ValueError, match="does not fit"):
        Edge(-1)
    with pytest.raises(ValueError, match="whole hashes"):
        Edge.from_bytes(1, bytes(31))


@given(st.integers(1, 70), st.data())
def test_each_leaf_is_proved_and_no_other(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    hashes = leaves(size)
    proof = tree.inclusion_proof(index, size, tree.hash_of_leaves(hashes))
    root = tree.root_of(hashes)
    tree.check_inclusion(hashes[index], index, size, proof=proof, root=root)
    for leaf, n, steps, other in (
        (bytes(32), index, proof, root),
        (hashes[index], index + 1, proof, root),
        (hashes[index], -1, proof, root),
        (hashes[index], index, [*proof, bytes(32)], root),
        (hashes[index], index, proof, bytes(32)),
    ):
        with pytest.raises(ProofRefused):
            tree.check_inclusion(leaf, n, size, proof=steps, root=other)


def test_a_proof_that_is_too_short_is_refused() -> None:
    hashes = leaves(5)
    proof = tree.inclusion_proof(1, 5, tree.hash_of_leaves(hashes))
    with pytest.raises(ProofRefused):
        tree.check_inclusion(hashes[1], 1, 5, proof=proof[:-1], root=tree.root_of(hashes))


@given(SIZES, SIZES)
def test_a_tree_is_consistent_with_what_it_was(old: int, more: int) -> None:
    new = old + more
    hashes = leaves(new)
    proof = tree.consistency_proof(old, new, tree.hash_of_leaves(hashes))
    roots = {"old_root": tree.root_of(hashes[:old]), "new_root": tree.root_of(hashes)}
    tree.check_consistency(old, new, proof=proof, **roots)
    for wrong in ({"old_root": bytes(32)}, {"new_root": bytes(32)} if old else {}):
        if wrong:
            with pytest.raises(ProofRefused):
                tree.check_consistency(old, new, proof=proof, **{**roots, **wrong})
    with pytest.raises(ProofRefused):
        tree.check_consistency(old, new, proof=[*proof, bytes(32)], **roots)
    with pytest.raises(ProofRefused):
        tree.check_consistency(new + 1, new, proof=proof, **roots)


def test_an_empty_consistency_proof_between_two_sizes_is_refused() -> None:
    roots = {"old_root": tree.root_of(leaves(3)), "new_root": tree.root_of(leaves(5))}
    with pytest.raises(ProofRefused):
        tree.check_consistency(3, 5, proof=[], **roots)


def test_no_proof_is_made_of_what_is_not_there() -> None:
    hash_of = tree.hash_of_leaves(leaves(3))
    with pytest.raises(ValueError, match="no leaf"):
        tree.inclusion_proof(3, 3, hash_of)
    with pytest.raises(ValueError, match="cannot have become"):
        tree.consistency_proof(4, 3, hash_of)


@pytest.mark.parametrize(
    ("level", "n", "width", "path"),
    [
        (0, 0, 256, "tile/0/000"),
        (1, 7, 3, "tile/1/007.p/3"),
        ("entries", 1234067, 256, "tile/entries/x001/x234/067"),
        (0, 1000, 256, "tile/0/x001/000"),
    ],
)
def test_a_tile_has_its_path(level: int, n: int, width: int, path: str) -> None:
    assert tiles.tile_path(level, n, width) == path


def test_a_bundle_of_entries_is_taken_apart_again() -> None:
    entries = [b"a", b"", b"c" * 300]
    assert tiles.split_bundle(tiles.entry_bundle(entries)) == entries


@pytest.mark.parametrize("data", [b"\0", b"\0\2a", b"\0\1a\0"])
def test_a_bundle_that_ends_in_an_entry_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="middle of an entry"):
        tiles.split_bundle(data)


ENTRIES = [b"%d" % n for n in range(1400)]
ALL = leaves(1400)


@pytest.mark.parametrize("steps", [[1400], [1] * 600, [255, 2, 300, 843], [256, 256]])
def test_appending_in_any_groups_gives_the_same_tree_and_tiles(steps: list[int]) -> None:
    edge, made = Edge(), list[tiles.Tile]()
    for step in steps:
        entries = ENTRIES[edge.size : edge.size + step]
        grown = extend(edge, entries, read_leaves=lambda start, stop: ALL[start:stop])
        assert grown.due == ()
        edge, made = grown.edge, made + list(grown.tiles)
    assert edge.root() == tree.root_of(ALL[: edge.size])
    whole = [tile for tile in tiles.all_tiles(ALL[: edge.size]) if len(tile.hashes) == 8192]
    assert sorted(made, key=lambda tile: tile.path) == sorted(whole, key=lambda tile: tile.path)


def test_a_tile_that_began_earlier_is_due_when_no_leaves_can_be_read() -> None:
    edge = Edge().extend(ALL[:255])
    grown = extend(edge, ENTRIES[255:520])
    assert grown.due == ((0, 0),)
    assert [(tile.level, tile.n) for tile in grown.tiles] == [(0, 1)]


def test_a_tile_of_the_next_level_is_made_of_256_full_ones() -> None:
    many = [b"%032d" % n for n in range(65_536)]
    assert tiles.full_tiles(65_535, 65_536) == [(0, 255), (1, 0)]
    tile = tiles.make_tile(1, 0, lambda start, stop: many[start:stop])
    assert tree.root_of(tile.hashes[i : i + 32] for i in range(0, 8192, 32)) == tree.root_of(many)


@pytest.mark.parametrize("size", [1, 255, 256, 257, 1000, 1400])
def test_proofs_from_tiles_are_those_from_leaves(size: int) -> None:
    stored = {(tile.level, tile.n): tile.hashes for tile in tiles.all_tiles(ALL[:size])}
    hash_of = tiles.hash_of_tiles(size, lambda level, n, width: stored[level, n][: 32 * width])
    expected = tree.inclusion_proof(size // 2, size, tree.hash_of_leaves(ALL[:size]))
    assert tree.inclusion_proof(size // 2, size, hash_of) == expected
    old = size // 3
    expected = tree.consistency_proof(old, size, tree.hash_of_leaves(ALL[:size]))
    assert tree.consistency_proof(old, size, hash_of) == expected
