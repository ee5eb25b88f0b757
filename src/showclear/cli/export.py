"""How does the record of a show leave as one file?"""

import argparse
from pathlib import Path

from showclear.cli.setting_up import add_data_option, keys_dir, set_up_to_read
from showclear.cli.wrong import Wrong

HELP = "write the evidence bundle of a show"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Name the options."""
    parser.add_argument("--show", required=True, metavar="S", help="the show's id")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE.zip", help="a new file")
    add_data_option(parser)


def run(args: argparse.Namespace) -> int:
    """Write the bundle and say what is in it."""
    data = set_up_to_read(args.data)
    from showclear.actions.clock import SystemClock
    from showclear.actions.export import NothingToExport, export_show
    from showclear.actions.folded import RecordBroken
    from showclear.actions.keys import KeysUnsafe
    from showclear.actions.shows import NoSuchShow, get_show
    from showclear.evidence.bundle import BundleRefused

    try:
        show = get_show(args.show, keys_dir=keys_dir())
        size = export_show(show, args.out, data=data, clock=SystemClock())
    except (NoSuchShow, KeysUnsafe, NothingToExport, BundleRefused, RecordBroken) as wrong:
        raise Wrong(str(wrong)) from wrong
    except OSError as wrong:
        raise Wrong(f"{wrong.filename} cannot be used: {wrong.strerror}.") from wrong
    print(f"{args.out}: {size} entries of {args.show}")
    return 0
