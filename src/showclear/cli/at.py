"""Who had it, in what state, at 14:05? As the record knew it then."""

import argparse
import json

from showclear.cli.setting_up import add_data_option, set_up_to_read
from showclear.cli.times import parse_time
from showclear.cli.wrong import Wrong

HELP = "holder, condition and clearance of weapons as known at a time"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Name the options."""
    parser.add_argument("--show", required=True, metavar="S", help="the show's id")
    parser.add_argument("--time", required=True, metavar="T", help="ISO 8601; in the show's zone")
    parser.add_argument("--weapon", metavar="W", help="one weapon, by id or tag")
    parser.add_argument("--json", action="store_true", help="answer with one JSON object")
    add_data_option(parser)


def run(args: argparse.Namespace) -> int:
    """Fold the record to the time and print what it knew."""
    set_up_to_read(args.data)
    from showclear.actions.at import NothingKnown, known_at, told_at
    from showclear.actions.folded import RecordBroken
    from showclear.store.shows import find_show

    row = find_show(args.show)
    if row is None:
        raise Wrong(f"There is no show {args.show!r} in this data folder.")
    at = parse_time(args.time, row.zone)
    try:
        if args.json:
            found = known_at(row, at, weapon=args.weapon)
            lines = [json.dumps(found, ensure_ascii=False)]
        else:
            lines = told_at(row, at, weapon=args.weapon)
    except (NothingKnown, RecordBroken) as wrong:
        raise Wrong(str(wrong)) from wrong
    for line in lines:
        print(line)
    return 0
