"""How does a screen hear the record?

One stream a screen. The first thing on it, and the first after every piece of news, is the whole
screen; between them a beat a second, with the server's time. A beat names the entry up to which
the screen it follows was drawn: a phone that holds another one shows UNKNOWN.
"""

import asyncio
import json
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from asgiref.sync import sync_to_async
from django.db import connection
from django.http import StreamingHttpResponse

from showclear.actions import news
from showclear.actions.door import Door

Result = TypeVar("Result")

BEAT = 1.0
"""Seconds between two beats; a screen waits 3.5 s for one."""

EPOCH = uuid.uuid4().hex
"""This run of the server. A screen drawn by another run counts for nothing."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One whole screen, and the size of the record it was drawn from."""

    seq: int
    html: str
    until: int | None = None
    """Server time from which on it is no longer so: what was shown has run out by then."""


Draw = Callable[[], Awaitable[Frame | None]]
"""Draw the screen anew; None when this browser may no longer see it."""


def stream(door: Door, draw: Draw) -> StreamingHttpResponse:
    """Answer with the stream of one screen."""
    response = StreamingHttpResponse(_words(door, draw), content_type="text/event-stream")
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Accel-Buffering"] = "no"
    return response


async def _words(door: Door, draw: Draw) -> AsyncIterator[bytes]:
    # Listening begins before the first drawing: news in between is not lost.
    async with news.listening(door.show.id) as board:
        while not board.is_over:
            frame = await draw()
            if frame is None:
                return
            yield _word("board", door, frame.seq, html=frame.html)
            async for beat in _beats(door, board, frame):
                yield beat


async def _beats(door: Door, board: news.Board, frame: Frame) -> AsyncIterator[bytes]:
    """Beat while the screen that was sent is still so."""
    while not await _hears_news(board):
        # Another process may have written: its news does not reach this one.
        if await size_of(door) != frame.seq or is_over(frame, door):
            return
        yield _word("beat", door, frame.seq)


async def _hears_news(board: news.Board) -> bool:
    try:
        await asyncio.wait_for(board.sizes.get(), BEAT)
    except TimeoutError:
        return False
    while not board.sizes.empty():
        board.sizes.get_nowait()
    return True


def _word(event: str, door: Door, seq: int, *, html: str | None = None) -> bytes:
    now = door.clock.now()
    at = datetime.fromtimestamp(now / 1000, ZoneInfo(door.show.zone))
    word = asdict(Word(EPOCH, seq, now, f"{at:%H:%M}", f"{at:%H:%M:%S}"))
    if html is not None:
        word["html"] = html
    return f"event: {event}\ndata: {json.dumps(word)}\n\n".encode()


@dataclass(frozen=True, slots=True)
class Word:
    """What every message carries: run, size of the record, server time."""

    epoch: str
    seq: int
    at: int
    clock: str
    second: str


def is_over(frame: Frame, door: Door) -> bool:
    """Say whether time alone has made this screen untrue."""
    return frame.until is not None and door.clock.now() >= frame.until


async def size_of(door: Door) -> int:
    """Return the size of the record, whoever wrote to it last."""
    return await apart(lambda: door.current().size)


async def apart(work: Callable[[], Result]) -> Result:
    """Read the database in a thread that keeps no connection: streams stay open for hours."""

    def read() -> Result:
        try:
            return work()
        finally:
            connection.close()

    return await sync_to_async(read, thread_sensitive=False)()
