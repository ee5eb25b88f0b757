"""How does a spreadsheet come into the record?"""

import argparse
from pathlib import Path

from showclear.cli.setting_up import add_data_option, keys_dir, set_up_to_read
from showclear.cli.wrong import Wrong

HELP = "take people, weapons or rounds from a CSV file: all rows or none"
KINDS = ("people", "weapons", "rounds")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Name the options."""
    parser.add_argument("kind", choices=KINDS, help="what stands in the file")
    parser.add_argument("file", type=Path, metavar="FILE.csv", help="UTF-8, names in line 1")
    parser.add_argument("--show", required=True, metavar="S", help="the show's id")
    parser.add_argument("--as", dest="who", default="", metavar="P", help="who imports: id or name")
    parser.add_argument("--preview", action="store_true", help="say what would come in, and stop")
    add_data_option(parser)


def run(args: argparse.Namespace) -> int:
    """Read, judge, and write; a bad row is named and nothing is written."""
    try:
        body = args.file.read_bytes()
    except OSError as wrong:
        raise Wrong(f"{args.file} cannot be read: {wrong.strerror}.") from wrong
    set_up_to_read(args.data)
    from showclear.actions.doors import door_of
    from showclear.actions.importing.carry import NobodyImports, carry_out, plan_import
    from showclear.actions.importing.tables import NotTaken
    from showclear.actions.shows import NoSuchShow

    try:
        door = door_of(args.show, keys_dir=keys_dir())
        plan = plan_import(door, args.kind, body, who=args.who)
        if not args.preview:
            carry_out(door, plan)
    except NotTaken as wrong:
        raise Wrong(f"{args.file}: nothing was imported.\n{wrong}") from wrong
    except (NobodyImports, NoSuchShow) as wrong:
        raise Wrong(str(wrong)) from wrong
    for place in plan.places:
        print(f"new locked place: {place}")
    print(f"{plan.rows} {args.kind} {'would come in' if args.preview else 'came in'}.")
    return 0
