"""Where do the server's own keys lie, and who else could read them?

Private keys lie in DATA/keys (or SHOWCLEAR_KEYS_DIR), one file each, readable by their owner
alone. A server whose keys others can read refuses to start.
"""

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from showclear.ledger import keys as ledger_keys
from showclear.ledger.checkpoint import Checkpoint, sign_checkpoint

NAMES = ("server", "log", "enroller")
SEED_SIZE = 32


class KeysUnsafe(Exception):
    """The key files are missing or can be read by others."""


@dataclass(frozen=True, slots=True)
class KeyFile:
    """One private key of this box and the id under which the record knows it.

    Attributes:
        sign: signs a payload and gives the entry.
        sign_tree: signs a checkpoint and gives the note; for the log key only.
    """

    id: str
    public: bytes
    sign: Callable[[bytes], bytes]
    sign_tree: Callable[[Checkpoint], str]


def make_keys(folder: Path) -> None:
    """Make the box's own keys. Existing ones are never overwritten."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in NAMES:
        path = folder / f"{name}.key"
        if not path.exists():
            write_private(path, os.urandom(SEED_SIZE).hex())


def write_private(path: Path, text: str) -> None:
    """Write a new file that only its owner can read."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(text + "\n")


def read_key(folder: Path, name: str, *, key_id: str) -> KeyFile:
    """Return one of the box's keys.

    Raises:
        KeysUnsafe: when the file is missing, damaged, or readable by others.
    """
    path = folder / f"{name}.key"
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        text = path.read_text("ascii").strip()
        seed = bytes.fromhex(text)
    except FileNotFoundError:
        raise KeysUnsafe(f"{path} is missing: this data folder has lost a key.") from None
    except ValueError:
        raise KeysUnsafe(f"{path} is no key: it must hold 64 hexadecimal digits.") from None
    if mode & 0o077:
        raise KeysUnsafe(f"{path} can be read by others. Run: chmod 600 {path}")
    if len(seed) != SEED_SIZE:
        raise KeysUnsafe(f"{path} is no key: it must hold 64 hexadecimal digits.")
    private = ledger_keys.load_private(seed)
    return KeyFile(
        id=key_id,
        public=ledger_keys.public_bytes(private),
        sign=lambda payload: ledger_keys.sign(private, payload, key_id),
        sign_tree=lambda checkpoint: sign_checkpoint(checkpoint, private),
    )
