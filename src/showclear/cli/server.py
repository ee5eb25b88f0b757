"""How does the server that carries the pages begin and end?

It says where it listens once it does. Boards hold a stream open for hours: at the end each of
them is told to close, so that nothing has to be broken off.
"""

import asyncio
import contextlib
import logging
import socket

import uvicorn

from showclear.actions import news

GRACE_SECONDS = 3


class PageServer(uvicorn.Server):
    """A server that tells its address, and ends its streams before it ends itself."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, then say where."""
        await super().startup(sockets)
        address = f"http://{self.config.host}:{self.config.port}/"
        print(f"Serving on {address} until Ctrl-C.", flush=True)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let every board end its stream, then wait for what is still being answered."""
        news.end_all()
        await super().shutdown(sockets)


def serve_pages(host: str, port: int) -> None:
    """Serve the pages until stopped."""
    config = uvicorn.Config(
        "showclear.web.asgi:application",
        host=host,
        port=port,
        loop="uvloop",
        http="httptools",
        ws="none",
        lifespan="off",
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    logging.getLogger("uvicorn.error").addFilter(matters)
    with contextlib.suppress(KeyboardInterrupt):
        PageServer(config).run()


def matters(record: logging.LogRecord) -> bool:
    """Say whether a line is worth reading.

    A phone that sleeps takes nothing more, so its stream cannot end and is broken off. How many
    were is told in one line; the traceback of each would tell nothing else.
    """
    return record.exc_info is None or not isinstance(record.exc_info[1], asyncio.CancelledError)
