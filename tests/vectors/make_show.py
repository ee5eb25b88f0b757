"""Write the second set of golden vectors: a small lawful show, signed with TEST keys.

Run once for each version of the format, into a folder of its own; what is stored never changes.

    python -m tests.vectors.make_show tests/vectors/show-v1
"""

import json
import sys
from pathlib import Path

from tests.ledger.shows import PERSON, PHOTO, Show, sha


def write(folder: Path) -> None:
    """Write entries, one a line, the cosigned checkpoint, the sheet and what is kept beside."""
    show = Show().begin().play()
    folder.mkdir(parents=True)
    (folder / "entries.jsonl").write_bytes(b"".join(entry + b"\n" for entry in show.entries))
    (folder / "checkpoint").write_text(show.cosigned())
    (folder / "people.jsonl").write_bytes(PERSON + b"\n")
    (folder / sha(PHOTO)).write_bytes(PHOTO)
    # The verifier may change, so this sheet names none of its versions.
    sheet = show.trust(verifier="0" * 64)
    (folder / "sheet.json").write_text(json.dumps(sheet, indent=2) + "\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
