"""What does an outsider need on paper to check this show?"""

import argparse

from showclear.cli.setting_up import add_data_option, keys_dir, set_up_to_read
from showclear.cli.wrong import Wrong

HELP = "print the trust sheet of a show"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Name the options."""
    parser.add_argument("--show", required=True, metavar="S", help="the show's id")
    add_data_option(parser)


def run(args: argparse.Namespace) -> int:
    """Print the sheet as its file."""
    set_up_to_read(args.data)
    from showclear.actions.found import sheet_of
    from showclear.actions.keys import KeysUnsafe
    from showclear.actions.shows import NoSuchShow, get_show

    try:
        show = get_show(args.show, keys_dir=keys_dir())
    except (NoSuchShow, KeysUnsafe) as wrong:
        raise Wrong(str(wrong)) from wrong
    print(sheet_of(show).to_json(), end="")
    return 0
