"""How is one entry proved to be in the ledger, without showing the others?

C2SP tlog-proof: a short text that ends in the checkpoint, word for word.
"""

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass

from showclear.ledger.checkpoint import Checkpoint, open_checkpoint
from showclear.ledger.tree import ProofRefused, check_inclusion, leaf_hash

HEADER = "c2sp.org/tlog-proof@v1"
HASHES_MAX = 63

_FORM = re.compile(
    rf"{re.escape(HEADER)}\nindex (0|[1-9][0-9]{{0,18}})\n((?:[A-Za-z0-9+/]{{43}}=\n)*)\n(.*)",
    re.ASCII | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Proof:
    """Where an entry stands, the hashes from its leaf to the root, and the signed root."""

    index: int
    hashes: tuple[bytes, ...]
    note: str


def make_proof(index: int, hashes: Sequence[bytes], note: str) -> str:
    """Write a proof."""
    lines = [HEADER, f"index {index}", *(base64.b64encode(one).decode() for one in hashes)]
    return "\n".join(lines) + f"\n\n{note}"


def parse_proof(text: str) -> Proof:
    """Read a proof; nothing of it is checked yet."""
    found = _FORM.fullmatch(text)
    if found is None:
        raise ProofRefused("this is no tlog-proof")
    hashes = tuple(base64.b64decode(line) for line in found[2].split())
    if len(hashes) > HASHES_MAX:
        raise ProofRefused("the proof is too long")
    return Proof(int(found[1]), hashes, found[3])


def check_proof(text: str, entry: bytes, log_vkey: str) -> Checkpoint:
    """Give the checkpoint under which this entry is proved, or raise."""
    proof = parse_proof(text)
    checkpoint = open_checkpoint(proof.note, log_vkey)
    check_inclusion(
        leaf_hash(entry),
        proof.index,
        checkpoint.size,
        proof=proof.hashes,
        root=checkpoint.root,
    )
    return checkpoint
