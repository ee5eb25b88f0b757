"""How is a morning played before anybody opens the board?

Through the real door, act by act, each signed by the scribe of this box for people who have no
phones yet. Time is the clock that the door is given.
"""

import uuid
from typing import Any

from showclear.actions.answers import Answer
from showclear.actions.pins import set_pin
from showclear.actions.scribe import Scribe, Texts
from showclear.store import people as store


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


class Hand(Scribe):
    """One person of the story and the key that signs for him."""

    def does(self, kind: str, **fields: Any) -> Answer:
        """Do an act that the story needs done."""
        answer = self.ask(kind, **fields)
        if answer.outcome != "done" or answer.rule:
            raise Unplayed(f"{kind} was not done: {answer.rule or answer.reason}")
        return answer


def keep_name(show: str, person: str | None, name: str) -> str:
    """Keep a name outside the record; return the hash that goes into it."""
    texts = Texts()
    digest = texts.keep(person, name)
    store.add_texts(show, texts.kept)
    return digest


def make_sign_in(show: str, person: str, *, username: str, password: str, pin: str) -> None:
    """Give a person an account and a PIN."""
    store.link_account(show, store.make_account(username, password), person)
    set_pin(show, person, pin)
