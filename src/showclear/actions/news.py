"""Who is told that something was recorded?

Boards in this process wait here; each is woken with the new size of the record. A board that
does not keep up is dropped and comes back by itself, since a board that is behind shows a state
that is not so.
"""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

WAITING_MAX = 8
"""News a slow board may have waiting before it is dropped."""

_lock = threading.Lock()
_boards: dict[str, set["Board"]] = {}


class Board:
    """One open board: its loop, and the sizes that it has not seen yet."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self.sizes: asyncio.Queue[int] = asyncio.Queue(WAITING_MAX)
        self.is_over = False

    def put(self, size: int) -> None:
        """Take one piece of news; called in the board's own loop."""
        try:
            self.sizes.put_nowait(size)
        except asyncio.QueueFull:
            self.is_over = True

    def end(self) -> None:
        """Hear nothing more; called in the board's own loop."""
        self.is_over = True
        with suppress(asyncio.QueueFull):
            self.sizes.put_nowait(0)  # wakes whoever waits


def publish(show: str, size: int) -> None:
    """Tell every open board of this process; from any thread, never waiting for any of them."""
    with _lock:
        boards = tuple(_boards.get(show, ()))
    for board in boards:
        with suppress(RuntimeError):  # Its loop has closed; the board goes with it.
            board.loop.call_soon_threadsafe(board.put, size)


def end_all() -> None:
    """End every open board of this process, since the server ends."""
    with _lock:
        boards = [board for each in _boards.values() for board in each]
    for board in boards:
        with suppress(RuntimeError):  # Its loop has closed; the board went with it.
            board.loop.call_soon_threadsafe(board.end)


@asynccontextmanager
async def listening(show: str) -> AsyncIterator[Board]:
    """Hear the news of one show while the block runs."""
    board = Board(asyncio.get_running_loop())
    with _lock:
        _boards.setdefault(show, set()).add(board)
    try:
        yield board
    finally:
        with _lock:
            _boards[show].discard(board)
