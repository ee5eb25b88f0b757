"""How is a person forgotten?"""

import argparse

from showclear.cli.setting_up import add_data_option, set_up_to_read
from showclear.cli.wrong import Wrong

HELP = "delete the texts about a person; the record stays whole"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Name the options."""
    parser.add_argument("--show", required=True, metavar="S", help="the show's id")
    parser.add_argument("--person", required=True, metavar="P", help="the id, or the exact name")
    add_data_option(parser)


def run(args: argparse.Namespace) -> int:
    """Delete, and list the files that left before."""
    set_up_to_read(args.data)
    from showclear.actions.erase import NobodyErased, erase_person

    try:
        erased = erase_person(args.show, args.person)
    except NobodyErased as wrong:
        raise Wrong(str(wrong)) from wrong
    print(f"{erased.texts} texts about {erased.person} were deleted.")
    if erased.exports:
        print("These files left before and may still hold them:")
        print("\n".join(f"  {each}" for each in erased.exports))
    return 0
