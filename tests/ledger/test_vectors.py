"""Are the golden vectors still what they were? They never change."""

import base64
import json
from hashlib import sha256
from pathlib import Path

import pytest
from tests.ledger import tamper
from tests.ledger.shows import ORIGIN, PHOTO, Show, sha

from showclear.ledger import canonical, note
from showclear.ledger.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint
from showclear.ledger.envelope import pae, parse_envelope
from showclear.ledger.keys import load_private, public_bytes, sign
from showclear.ledger.proof import check_proof, make_proof
from showclear.ledger.tree import (
    hash_of_leaves,
    inclusion_proof,
    leaf_hash,
    node_hash,
    root_of,
)

VECTORS = Path(__file__).parents[1] / "vectors"
FORMAT = json.loads((VECTORS / "format-v1" / "vectors.json").read_text())
PROOF = (VECTORS / "format-v1" / "proof").read_text()
SIGNERS = ("root", "dev-1", "dev-1")
PRIVATE = {name: load_private(bytes.fromhex(key["seed"])) for name, key in FORMAT["keys"].items()}
PAYLOADS = [text.encode() for text in FORMAT["payload"]]
ENTRIES = [sign(PRIVATE[by], data, by) for by, data in zip(SIGNERS, PAYLOADS, strict=True)]
LEAVES = [leaf_hash(entry) for entry in ENTRIES]


@pytest.mark.parametrize("name", sorted(FORMAT["keys"]))
def test_a_test_seed_gives_its_public_key(name: str) -> None:
    assert public_bytes(PRIVATE[name]).hex() == FORMAT["keys"][name]["pub"]


def test_the_vkeys_of_log_and_witness_are_the_stored_ones() -> None:
    keys = FORMAT["keys"]
    assert note.vkey(ORIGIN, bytes.fromhex(keys["log"]["pub"])) == keys["log"]["vkey"]
    witness = note.witness_vkey("witness.example/w1", bytes.fromhex(keys["wit"]["pub"]))
    assert witness == keys["wit"]["vkey"]


def test_the_payloads_are_canonical() -> None:
    assert [len(data) for data in PAYLOADS] == [237, 196, 194]
    assert [canonical.encode(canonical.decode(data)) for data in PAYLOADS] == PAYLOADS


def test_the_signed_bytes_are_the_stored_ones() -> None:
    assert pae(PAYLOADS[1]).decode() == FORMAT["pae_1"]
    assert [sha256(pae(data)).hexdigest() for data in PAYLOADS] == FORMAT["pae_sha256"]


def test_the_entries_and_their_leaves_are_the_stored_ones() -> None:
    assert [len(entry) for entry in ENTRIES] == [512, 461, 457]
    assert ENTRIES[1].decode() == FORMAT["entry_1"]
    sigs = [base64.b64encode(parse_envelope(entry).sig).decode() for entry in ENTRIES]
    assert sigs == FORMAT["sig"]
    assert [leaf.hex() for leaf in LEAVES] == FORMAT["leaf"]


def test_the_tree_is_the_stored_one() -> None:
    assert node_hash(LEAVES[0], LEAVES[1]).hex() == FORMAT["node_0_1"]
    assert root_of(LEAVES).hex() == FORMAT["root_3"]


def test_the_cosigned_proof_of_entry_1_is_the_stored_one() -> None:
    signed = sign_checkpoint(Checkpoint(ORIGIN, 3, root_of(LEAVES)), PRIVATE["log"])
    cosigned = note.cosign(signed, "witness.example/w1", PRIVATE["wit"], at_s=1772449200)
    hashes = inclusion_proof(1, 3, hash_of_leaves(LEAVES))
    assert make_proof(1, hashes, cosigned) == PROOF


def test_the_stored_proof_is_accepted() -> None:
    vkey, witness = FORMAT["keys"]["log"]["vkey"], FORMAT["keys"]["wit"]["vkey"]
    assert check_proof(PROOF, ENTRIES[1], vkey).size == 3
    signed = PROOF.partition("\n\n")[2]
    assert open_checkpoint(signed, vkey).root == root_of(LEAVES)
    assert note.check_cosignature(signed, witness) == 1772449200


STORED = VECTORS / "show-v1"


def stored_show() -> Show:
    return Show(entries=(STORED / "entries.jsonl").read_bytes().splitlines())


def test_the_stored_show_is_whole_under_its_sheet(tmp_path: Path) -> None:
    show = stored_show()
    parts = {
        "checkpoint": (STORED / "checkpoint").read_text(),
        "people": [(STORED / "people.jsonl").read_bytes()],
        "media": [(sha(PHOTO), STORED / sha(PHOTO))],
    }
    bundle = show.bundle(tmp_path / "demo.zip", **parts)
    sheet = json.loads((STORED / "sheet.json").read_text())
    sheet["verifier"] = show.trust()["verifier"]
    assert tamper.fault(tamper.unpacked(bundle), sheet) is None


def test_the_stored_show_is_read_entry_by_entry() -> None:
    kinds = [parse_envelope(entry).fields["kind"] for entry in stored_show().entries]
    assert set(kinds) >= {"key.add", "key.end", "AskAnswered", "Relayed", "AskRejected"}
    assert kinds[-1] == "StateSnapshotted"


def test_signing_the_same_show_again_gives_the_stored_bytes() -> None:
    assert Show().begin().play().entries == stored_show().entries
