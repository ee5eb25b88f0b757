"""What does an outsider need on paper, so that nothing in the bag has to be believed?"""

import json
import re
from dataclasses import asdict, dataclass

from showclear.ledger.canonical import Malformed, read_object

_NAMES = ("origin", "log", "root", "witnesses", "tsa", "verifier")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The keys of one show, printed and as a file, kept apart from its record."""

    origin: str
    log: str
    root: str
    witnesses: tuple[str, ...] = ()
    tsa: str | None = None
    verifier: str

    def to_json(self) -> str:
        """Write the sheet as its file."""
        return json.dumps(asdict(self), indent=2, ensure_ascii=False) + "\n"

    @staticmethod
    def from_json(text: str) -> "Sheet":
        """Read a sheet, or raise Malformed."""
        fields = read_object(text.encode())
        if sorted(fields) != sorted(_NAMES):
            raise Malformed(f"a sheet has exactly {', '.join(_NAMES)}")
        witnesses = fields.pop("witnesses")
        texts = [text for name, text in fields.items() if name != "tsa" or text is not None]
        if not (isinstance(witnesses, list) and all(isinstance(w, str) for w in witnesses)):
            raise Malformed("witnesses is not a list of vkeys")
        if not all(isinstance(text, str) for text in texts):
            raise Malformed("a field of the sheet is not text")
        if not all(re.fullmatch("[0-9a-f]{64}", fields[name]) for name in ("root", "verifier")):
            raise Malformed("root and verifier are 64 hex digits")
        return Sheet(witnesses=tuple(witnesses), **fields)
