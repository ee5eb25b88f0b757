"""How does this box sign for a person who has no phone at hand?

With a key of its own making, marked `held: server` (ADR 0020), that it forgets when the work is
done: a morning of the demonstration, or the rows of a spreadsheet. Whoever reads the record sees
that no device of the person signed.
"""

import os
import secrets
import uuid
from base64 import b32encode
from datetime import UTC, datetime
from typing import Any

from showclear.actions.answers import Answer
from showclear.actions.clock import to_iso
from showclear.actions.door import Door
from showclear.actions.found import key_add
from showclear.actions.names import name_hash
from showclear.kernel.state import State
from showclear.ledger import canonical, keys
from showclear.store.people import PersonText

SALT_SIZE = 16
ID_BYTES, ID_LENGTH = 17, 26


def new_id() -> str:
    """Return an id of 26 random characters, made from no name and no serial."""
    return b32encode(os.urandom(ID_BYTES)).decode().lower()[:ID_LENGTH]


class KeyNotTaken(Exception):
    """The record did not take a key of this box."""


class Scribe:
    """The key with which this box signs for one person."""

    def __init__(self, door: Door, person: str) -> None:
        self.person, self.door, self.show = person, door, door.show
        self._private = keys.new_private()
        self.key = f"box-{secrets.token_hex(8)}"
        fields = self._key_fields() | {"use": "device", "held": "server", "person": person}
        answer = door.submit(self.show.enroller.sign(canonical.encode(fields)))
        if answer.outcome != "done":
            raise KeyNotTaken(f"the key of a person was not taken: {answer.reason or answer.rule}")

    def _key_fields(self) -> dict[str, Any]:
        now = datetime.fromtimestamp(self.door.clock.now() // 1000, UTC)
        public = keys.public_bytes(self._private)
        return key_add(self.show, by=self.show.enroller.id, at=now, key_id=self.key, public=public)

    def ask(self, kind: str, **fields: Any) -> Answer:
        """Sign one act and give it to the door."""
        return self.door.submit(self.sign(kind, **fields))

    def sign(self, kind: str, **fields: Any) -> bytes:
        """Sign one act about things as they are now."""
        payload = {
            "v": 1,
            "show": self.show.origin,
            "id": str(uuid.uuid4()),
            "by": self.key,
            "kind": kind,
            "at": to_iso(self.door.clock.now())[:19] + "Z",
            "expects": expected(self.door.current().state, fields),
            **fields,
        }
        return keys.sign(self._private, canonical.encode(payload), self.key)


def expected(state: State, fields: dict[str, Any]) -> dict[str, str]:
    """Name the versions of the things that an act is about, as this state has them."""
    shelves: dict[str, Any] = {
        "weapon": state.weapons, "setup": state.setups, "lot": state.lots,
        "item": state.items, "case": state.cases,
    }  # fmt: skip
    found = [shelf.get(fields.get(name)) for name, shelf in shelves.items()]
    return {each.id: each.version for each in found if each is not None}


class Texts:
    """Texts that are kept beside the record, under the hashes that stand in it."""

    def __init__(self) -> None:
        self.kept: list[PersonText] = []

    def keep(self, person: str | None, text: str) -> str:
        """Take a text; return the hash that goes into the record."""
        salt = os.urandom(SALT_SIZE)
        digest = name_hash(salt, text)
        self.kept.append(PersonText(digest, person, salt, text))
        return digest
