"""How does the box serve its shows?"""

import argparse
import threading
from pathlib import Path

from showclear.cli.setting_up import add_data_option, keys_dir, set_up_to_serve
from showclear.cli.wrong import Wrong

HELP = "serve the shows of a data folder on 127.0.0.1"
PORT, PORT_MAX = 8000, 65535
HOST = "127.0.0.1"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Name the options."""
    add_port_option(parser)
    add_data_option(parser)


def add_port_option(parser: argparse.ArgumentParser) -> None:
    """Name the port."""
    parser.add_argument("--port", type=_port, default=PORT, metavar="N", help=f"(default: {PORT})")


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= PORT_MAX:
        raise argparse.ArgumentTypeError(f"{text!r} is no port from 1 to {PORT_MAX}")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Serve until stopped."""
    data = set_up_to_serve(args.data)
    return serve(data, args.port)


def serve(data: Path, port: int) -> int:
    """Open the shows of the folder and serve them until stopped."""
    from showclear.actions import start
    from showclear.actions.keys import KeysUnsafe
    from showclear.cli.server import serve_pages

    check_port(port)
    try:
        start.check_folder(data)
        with start.hold_folder(data):
            doors = start.open_doors(keys_dir())
            stopped = threading.Event()
            start.tick_behind(doors, stopped)
            start.check_behind(doors)
            try:
                serve_pages(HOST, port)
            finally:
                stopped.set()
    except (start.NotStarted, KeysUnsafe) as wrong:
        raise Wrong(str(wrong)) from wrong
    return 0


def check_port(port: int) -> None:
    """Refuse a port that something else listens on, before anything is made or opened."""
    import socket

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as wrong:
            raise Wrong(f"Port {port} is taken: {wrong.strerror}. Use --port.") from wrong
