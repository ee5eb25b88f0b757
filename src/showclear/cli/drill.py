"""Would the rules have stopped it?"""

import argparse
import json
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from showclear.cli.wrong import Wrong

HELP = "replay accidents told in case files against the rules"

WIDTH = 96
OUTCOMES = {"done": "done", "refused": "REFUSED", "alarm": "ALARM", "unseen": "not on the record"}


def add_options(parser: argparse.ArgumentParser) -> None:
    """Name the options."""
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path, help="a case file (YAML)")
    parser.add_argument(
        "--only", metavar="L1..L8|CODE", help="only the rules of this layer, or this rule"
    )
    parser.add_argument("--json", action="store_true", help="an array of objects, one a case")


def run(args: argparse.Namespace) -> int:
    """Replay each case; 1 when one has fewer barriers than it declares."""
    only = _codes(args.only)
    cases = [_read(path) for path in args.files]
    reports = [_replayed(path, case, only) for path, case in zip(args.files, cases, strict=True)]
    short = [each for each in reports if each.pop("missing") > 0]
    if args.json:
        print(json.dumps(reports, ensure_ascii=False))
    elif len(reports) == 1:
        _print_story(reports[0])
    else:
        _print_table(reports)
    return 1 if short else 0


def _codes(only: str | None) -> frozenset[str]:
    from showclear.kernel.decide import BOOK, RULES
    from showclear.kernel.words import Layer

    if only is None or only in BOOK:
        return BOOK if only is None else frozenset({only})
    if only in {layer.value for layer in Layer}:
        return frozenset(rule.code for rule in RULES if rule.layer.value == only)
    raise Wrong(f"--only {only}: that is neither a layer, L1 to L8, nor the code of a rule")


def _read(path: Path) -> Any:
    import yaml

    from showclear.drills.casefile import read_case
    from showclear.drills.words import BadCase

    try:
        return read_case(yaml.safe_load(path.read_text("utf-8")))
    except OSError as wrong:
        raise Wrong(f"{path}: {wrong.strerror or 'cannot be read'}") from wrong
    except UnicodeDecodeError as wrong:
        raise Wrong(f"{path}: this is no text in UTF-8") from wrong
    except yaml.YAMLError as wrong:
        mark = getattr(wrong, "problem_mark", None)
        line = f" at line {mark.line + 1}" if mark else ""
        problem = getattr(wrong, "problem", None) or "it cannot be read"
        raise Wrong(f"{path}: no YAML{line}: {problem}") from wrong
    except BadCase as wrong:
        raise Wrong(f"{path}: {wrong}") from wrong
    except RecursionError as wrong:
        raise Wrong(f"{path}: it holds itself, or nests too deep") from wrong


def _replayed(path: Path, case: Any, only: frozenset[str]) -> dict[str, Any]:
    from showclear.drills.replay import replay
    from showclear.drills.report import report
    from showclear.drills.words import BadCase

    try:
        found = replay(case)
    except BadCase as wrong:
        raise Wrong(f"{path}: {wrong}") from wrong
    missing = case.declared - len(found.barriers)
    found.bites = {code: bites for code, bites in found.bites.items() if code in only}
    return {**report(case, found, _sayer(case)), "missing": missing}


def _sayer(case: Any) -> Any:
    from showclear.actions.names import Names
    from showclear.actions.say import sentence

    people = {who: who.replace("_", " ") for who in case.people}
    names = Names(people=people)

    def say(bit: Any, asked: Any) -> str:
        ask = {"kind": type(asked.act).__name__, "weapon": getattr(asked.act, "weapon", None)}
        said = sentence(bit.rule, bit.params, names, ask=ask)
        return f"{said.what} {said.why}" if said.what else said.why

    return say


def _print_table(reports: Sequence[dict[str, Any]]) -> None:
    head = ("case", "reach", "harm", "declared", "barriers", "alarms", "people")
    rows = [
        (
            each["id"],
            each["reach"],
            f"step {each['harm_step']}" if each["harm"] else "none",
            str(each["declared"]),
            str(len(each["barriers"])),
            str(len(each["alarms"])),
            str(each["people"]),
        )
        for each in reports
    ]
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    for row in (head, *rows):
        cells = [
            cell.ljust(wide) if at < 3 else cell.rjust(wide)
            for at, (cell, wide) in enumerate(zip(row, widths, strict=True))
        ]
        print("  ".join(cells).rstrip())


def _print_story(found: dict[str, Any]) -> None:
    print(f"{found['title']} ({found['id']}, reach {found['reach']})\n")
    for step in found["steps"]:
        role = step["role"].replace("_", " ")
        _print_wrapped(f"{step['n']:2}. ", f"{role}: {step['act']}")
        rules = f" by {', '.join(step['rules'])}" if step["rules"] else ""
        _print_wrapped("    ", f"-> {OUTCOMES[step['outcome']]}{rules}")
        if step["message"]:
            _print_wrapped("       ", step["message"])
    harm = f"step {found['harm_step']}" if found["harm"] else "none"
    alarms = f", of which only warn: {', '.join(found['alarms'])}" if found["alarms"] else ""
    names = ", ".join(found["barriers"]) or "none"
    print(f"\nHarm: {harm}. Barriers declared: {found['declared']}; found: ", end="")
    print(f"{len(found['barriers'])}.")
    _print_wrapped("", f"Barriers: {names}{alarms}.")
    print(f"People who must go on against one of them: {found['people']}.")


def _print_wrapped(margin: str, text: str) -> None:
    inner = " " * len(margin)
    lines = textwrap.wrap(
        text, WIDTH, initial_indent=margin, subsequent_indent=inner, break_on_hyphens=False
    )
    print("\n".join(lines))
