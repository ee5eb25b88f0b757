"""How is a morning played before anybody opens the board?

Through the real door, act by act, each signed. The people of the demonstration have no phones
yet, so this box makes their keys, marked `held: server`, and forgets the private halves when the
morning is over (ADR 0020). Time is the clock that the door is given.
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
from showclear.actions.pins import set_pin
from showclear.actions.shows import Show
from showclear.ledger import canonical, keys
from showclear.store import people as store

SALT_SIZE = 16
ID_BYTES, ID_LENGTH = 17, 26


class PlayedClock:
    """A clock that moves only when the story says so."""

    def __init__(self, start: int) -> None:
        self._now, self._mono, self._boot = start, 0, str(uuid.uuid4())

    @property
    def boot(self) -> str:
        """The id of this start."""
        return self._boot

    def now(self) -> int:
        """The time of the story."""
        return self._now

    def mono(self) -> int:
        """The same, counted from the start of the story."""
        return self._mono

    def wait(self, seconds: int) -> None:
        """Let time pass."""
        self._now += seconds * 1000
        self._mono += seconds * 1000


class Unplayed(Exception):
    """An act of the story was not answered as the story needs it."""


def new_id() -> str:
    """Return an id of 26 random characters, made from no name and no serial."""
    return b32encode(os.urandom(ID_BYTES)).decode().lower()[:ID_LENGTH]


class Hand:
    """One person of the story and the key that signs for him."""

    def __init__(self, show: Show, door: Door, person: str) -> None:
        self.person, self.door, self.show = person, door, show
        self._private = keys.new_private()
        self.key = f"demo-{secrets.token_hex(8)}"
        now = datetime.fromtimestamp(door.clock.now() // 1000, UTC)
        public = keys.public_bytes(self._private)
        fields = key_add(show, by=show.enroller.id, at=now, key_id=self.key, public=public)
        fields |= {"use": "device", "held": "server", "person": person}
        answer = door.submit(show.enroller.sign(canonical.encode(fields)))
        if answer.outcome != "done":
            raise Unplayed(f"the key of a person was not taken: {answer.reason or answer.rule}")

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
            "expects": self._expects(fields),
            **fields,
        }
        return keys.sign(self._private, canonical.encode(payload), self.key)

    def does(self, kind: str, **fields: Any) -> Answer:
        """Do an act that the story needs done."""
        answer = self.ask(kind, **fields)
        if answer.outcome != "done" or answer.rule:
            raise Unplayed(f"{kind} was not done: {answer.rule or answer.reason}")
        return answer

    def _expects(self, fields: dict[str, Any]) -> dict[str, str]:
        state = self.door.current().state
        things = (
            state.weapons.get(fields.get("weapon", "")),
            state.setups.get(fields.get("setup", "")),
        )
        return {each.id: each.version for each in things if each is not None}


def keep_name(show: str, person: str | None, name: str) -> str:
    """Keep a name outside the record; return the hash that goes into it."""
    salt = os.urandom(SALT_SIZE)
    digest = name_hash(salt, name)
    store.add_texts(show, [store.PersonText(digest, person, salt, name)])
    return digest


def make_sign_in(show: str, person: str, *, username: str, password: str, pin: str) -> None:
    """Give a person an account and a PIN."""
    store.link_account(show, store.make_account(username, password), person)
    set_pin(show, person, pin)
