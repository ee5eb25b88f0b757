"""Is this record whole? A data directory, or a bundle by its own verifier."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from showclear.cli.setting_up import set_up_to_read
from showclear.cli.wrong import Wrong

if TYPE_CHECKING:
    from showclear.actions.check import Report

Trust = dict[str, Any]

HELP = "check a data directory or a bundle: 0 whole, 1 broken, 2 nothing of ours"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Name the options."""
    parser.add_argument("path", type=Path, help="a data directory, or a bundle")
    parser.add_argument(
        "--sheet", type=Path, metavar="FILE", help="the trust sheet, kept apart from the record"
    )
    parser.add_argument("--json", action="store_true", help="answer with one JSON object")


def run(args: argparse.Namespace) -> int:
    """Check what lies at the path."""
    from showclear.ledger import verify

    if not args.path.exists():
        raise Wrong(f"{args.path} is missing.")
    is_bundle = args.path.is_file() or (args.path / "bagit.txt").exists()
    if is_bundle:
        words = [str(args.path), *(["--json"] if args.json else [])]
        return verify.main([*words, *(["--sheet", str(args.sheet)] if args.sheet else [])])
    return _check_folder(args, _read_sheet(args.sheet) if args.sheet else None)


def _read_sheet(path: Path) -> Trust:
    from showclear.ledger.canonical import Malformed
    from showclear.ledger.sheet import Sheet

    try:
        return asdict(Sheet.from_json(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, Malformed) as wrong:
        raise Wrong(f"{path} is no sheet that can be read: {wrong}.") from wrong


def _check_folder(args: argparse.Namespace, sheet: Trust | None) -> int:
    data = set_up_to_read(args.path)
    from django.db import Error

    from showclear.actions.check import Report, check_show
    from showclear.ledger.verify import NO_SHEET
    from showclear.store import shows

    found = shows.list_shows()
    if not found:
        raise Wrong(f"{data} holds no show.")
    if sheet is not None:
        found = [row for row in found if row.origin == sheet["origin"]] or found
    reports = []
    for row in found:
        try:
            reports.append(check_show(row, sheet=sheet, data=data))
        except Error as wrong:
            said = str(wrong).split("\n")[0]
            reports.append(Report(row.id, wrong=f"the database cannot be read: {said}"))
        except Exception as wrong:  # noqa: BLE001 - what cannot be checked is not whole
            reports.append(Report(row.id, wrong=f"it could not be checked: {wrong!r}"))
    remarks = [] if sheet else [NO_SHEET]
    return _say(reports, remarks, is_json=args.json)


def _say(reports: "list[Report]", remarks: list[str], *, is_json: bool) -> int:
    bad = [each for each in reports if not each.is_whole]
    code = 1 if bad else 0
    if is_json:
        answer = {
            "exit": code,
            "shows": {r.show: {"entries": r.entries, "wrong": r.wrong or None} for r in reports},
            "remarks": [*remarks, *(text for each in reports for text in each.remarks)],
        }
        print(json.dumps(answer))
        return code
    for each in bad:
        print(f"{each.show}: {each.wrong}", file=sys.stderr)
    if not bad:
        for each in reports:
            print(f"whole: {each.entries} entries of {each.show}")
            print("\n".join([*each.remarks, *remarks]))
    return code
