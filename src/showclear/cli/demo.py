"""How does a newcomer see a day on set? A show with invented people, a morning already played."""

import argparse
from pathlib import Path

from showclear.cli.serve import add_port_option, check_port, serve
from showclear.cli.setting_up import add_data_option, keys_dir, set_up_to_serve
from showclear.cli.times import parse_time
from showclear.cli.wrong import Wrong

HELP = "make a demonstration show and serve it on 127.0.0.1"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Name the options."""
    add_port_option(parser)
    parser.add_argument("--no-serve", action="store_true", help="make the show and stop")
    parser.add_argument("--at", metavar="TIME", help="when the morning ends (default: now)")
    add_data_option(parser)


def run(args: argparse.Namespace) -> int:
    """Make the show, once; print what is needed to look at it; serve."""
    if not args.no_serve:
        check_port(args.port)
    data = set_up_to_serve(args.data)
    made = _make(data, args.at)
    _tell(data, args.port, made=made)
    return 0 if args.no_serve else serve(data, args.port)


def _make(data: Path, at: str | None) -> bool:
    """Play the morning unless it was played; the sheet is the last thing written."""
    from showclear.actions.clock import SystemClock
    from showclear.actions.demo.cast import SHOW_ID, ZONE
    from showclear.actions.demo.morning import play_morning
    from showclear.actions.keys import KeysUnsafe
    from showclear.store.shows import find_show

    ends_at = SystemClock().now() if at is None else parse_time(at, ZONE)
    sheet = data / "sheet.json"
    if find_show(SHOW_ID) is not None:
        if not sheet.exists():
            raise Wrong(f"The demonstration in {data} was never finished. Remove {data}.")
        return False
    try:
        text = play_morning(keys_dir(), ends_at=ends_at).to_json()
    except KeysUnsafe as wrong:
        raise Wrong(str(wrong)) from wrong
    sheet.write_text(text, "utf-8")
    return True


def _tell(data: Path, port: int, *, made: bool) -> None:
    from showclear.actions.demo.cast import PASSWORD, PEOPLE, TITLE

    print(f"{TITLE}: " + ("a morning was played." if made else "the show was here already."))
    print(f"http://127.0.0.1:{port}/   sign in with one of these; the password is {PASSWORD}")
    for each in PEOPLE:
        print(f"  {each.username:8}{each.name:18}{', '.join(each.roles):14}PIN {each.pin}")
    sheet = data / "sheet.json"
    print(f"The trust sheet, also in {sheet}:")
    print(sheet.read_text("utf-8"), end="", flush=True)
