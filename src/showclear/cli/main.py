"""Which commands are there, and how does each of them end?

A command is a module of this folder with HELP, `add_options` and `run`; a line of the table makes
it one. A module is loaded only when its command is asked for or its help is printed.
"""

import argparse
import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import NoReturn, Protocol, cast

from showclear.cli.wrong import Wrong


class Command(Protocol):
    """What the module of a command holds."""

    HELP: str
    add_options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


COMMANDS: dict[str, str] = {
    "demo": "showclear.cli.demo",
    "serve": "showclear.cli.serve",
    "import": "showclear.cli.import_",
    "verify": "showclear.cli.verify",
    "export": "showclear.cli.export",
    "erase": "showclear.cli.erase",
    "at": "showclear.cli.at",
    "sheet": "showclear.cli.sheet",
    "rules": "showclear.cli.rules",
    "drill": "showclear.cli.drill",
    "prove": "showclear.cli.prove",
}
"""Every command and the module that carries it out."""

INTERRUPTED = 130


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}. See {self.prog} --help\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; a fault of the caller becomes one sentence, never a traceback."""
    words = list(sys.argv[1:] if argv is None else argv)
    args = make_parser(words[0] if words else "").parse_args(words)
    try:
        return int(args.run(args))
    except Wrong as wrong:
        print(f"showclear: {wrong}", file=sys.stderr)
        return wrong.code
    except BrokenPipeError:
        # Whoever read our lines has seen enough; nothing is left to say to him.
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED


def make_parser(verb: str) -> argparse.ArgumentParser:
    """Make the parser of one command, or of all when the verb is none of them."""
    parser = Parser(prog="showclear", description="Runs the weapons of a show.")
    verbs = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    there = [name for name, module in COMMANDS.items() if find_spec(module) is not None]
    for name in [verb] if verb in there else there:
        command = cast("Command", import_module(COMMANDS[name]))
        one = verbs.add_parser(name, help=command.HELP, description=command.HELP)
        command.add_options(one)
        one.set_defaults(run=command.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
