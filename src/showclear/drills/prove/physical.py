"""What is really in the weapons, and where are they really?

One chamber a weapon. A gun is one small number: what is in it, where it lies, and whether the
performer takes it as cold. The record may say otherwise; nobody sees the two at once.
"""

from enum import IntEnum
from typing import NamedTuple


class Content(IntEnum):
    """What is in the chamber. A good dummy was gone through and, where that is done, marked."""

    EMPTY = 0
    DUMMY = 1
    UNPROVED = 2
    BLANK = 3
    LIVE = 4


class Place(IntEnum):
    """Where the weapon is: LAID is in the open too, laid down by the performer."""

    SAFE = 0
    HAND = 1
    OPEN = 2
    TAKER = 3
    LAID = 4


EMPTY, DUMMY, UNPROVED, BLANK, LIVE = Content
SAFE, HAND, OPEN, TAKER, LAID = Place

KINDS = {"E": EMPTY, "D": DUMMY, "K": BLANK}
"""What the record's word for the contents would mean."""

L, B, U = 1, 2, 4
"""The accidents: the performer holds as cold a live round, a blank, a dummy nobody verified."""

HAZARDS = {"live": L, "blank": B, "dummy": U}
AIMS = {L: LIVE, B: BLANK, U: UNPROVED}
"""What has to get into the chamber for each accident."""

_HARM = {LIVE: L, BLANK: B, UNPROVED: U}


def gun(content: int, place: int, *, cold: int = 0) -> int:
    """Return a weapon as one number; `cold` is 1 when the performer takes it as cold."""
    return content + 5 * place + 25 * cold


class Seen(NamedTuple):
    """A weapon, taken apart again."""

    content: int
    place: int
    cold: int


ALL = tuple(Seen(each % 5, each // 5 % 5, each // 25) for each in range(50))
"""What each number means."""

HARM = tuple(
    _HARM.get(Content(each.content), 0) if each.place == TAKER and each.cold else 0 for each in ALL
)
"""Which accident each number is."""
