"""How large was the ledger, and what was its root, when its keeper last signed?"""

import base64
import re
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from showclear.ledger.note import NoteRefused, open_note, parse_vkey, sign_note

_TEXT = re.compile(r"([^\n]+)\n(0|[1-9][0-9]{0,18})\n([A-Za-z0-9+/]{43}=)\n", re.ASCII)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The size and root of one show's ledger."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """Give the three lines that are signed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


def parse_checkpoint(text: str) -> Checkpoint:
    """Read the three lines; a line more is refused."""
    found = _TEXT.fullmatch(text)
    if found is None:
        raise NoteRefused("this is no checkpoint")
    checkpoint = Checkpoint(found[1], int(found[2]), base64.b64decode(found[3]))
    if checkpoint.text != text:
        raise NoteRefused("the root has a spelling of its own")
    return checkpoint


def sign_checkpoint(checkpoint: Checkpoint, private: Ed25519PrivateKey) -> str:
    """Sign as the log of this origin. Never sign two checkpoints that do not fit each other."""
    return sign_note(checkpoint.text, checkpoint.origin, private)


def open_checkpoint(note: str, log_vkey: str) -> Checkpoint:
    """Read a checkpoint that this log key has signed, or raise NoteRefused."""
    checkpoint = parse_checkpoint(open_note(note, [log_vkey]))
    if checkpoint.origin != parse_vkey(log_vkey).name:
        raise NoteRefused("the checkpoint is of another ledger than the key")
    return checkpoint
