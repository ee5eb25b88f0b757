"""How few people must err before the accident happens?"""

import argparse
import json
import time
from typing import Any

HELP = "the exhaustive search of the rules against a physical world with faulty people"

NOT_CLAIMED = {
    "strength": "not claimed",
    "bore": "not claimed",
    "after_cut": "not claimed",
    "inside_distance": "not claimed",
}
"""What the search says nothing about; said in the output, never by silence."""

NAMES = {"no-fire": "R0", "blade": "BLADE", "blank": "S2", "live-capable": "S8"}  # fmt: skip


def add_options(parser: argparse.ArgumentParser) -> None:
    """Name the options."""
    parser.add_argument(
        "--profile", default="blank", type=_profile, metavar="PROFILE",
        help=f"one of {', '.join(NAMES)} (blank)",
    )  # fmt: skip
    parser.add_argument("--weapons", type=int, default=2, choices=(1, 2), help="1 or 2 (2)")
    parser.add_argument(
        "--faults", type=int, default=5, choices=range(1, 9), metavar="K",
        help="the largest set of faults of interest (5)",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="one object")


def _profile(word: str) -> str:
    code = NAMES.get(word.lower(), word.upper())
    if code not in NAMES.values():
        raise argparse.ArgumentTypeError(f"{word} is none of {', '.join(NAMES)}")
    return code


def run(args: argparse.Namespace) -> int:
    """Search, print, and return 1 when a figure is below its gate."""
    from showclear.drills.prove.protocol import as_built
    from showclear.drills.prove.prove import figures
    from showclear.kernel.words import Profile

    began = time.monotonic()
    protocol = as_built(Profile(args.profile))
    found = figures(protocol, weapons=args.weapons, limit=args.faults)
    report = plain(found)
    report["profile"], report["weapons"], report["faults"] = args.profile, args.weapons, args.faults
    report["seconds"] = round(time.monotonic() - began, 1)
    print(json.dumps(report, ensure_ascii=False) if args.json else _told(report))
    return 1 if any(each["below_gate"] for each in report["hazards"].values()) else 0


def plain(found: dict[str, Any]) -> dict[str, Any]:
    """Return the figures as plain values."""
    return {
        "complete": True,
        "states": sum(each.states for each in found.values()),
        "hazards": {hazard: _plain(each) for hazard, each in found.items()},
        "rows": NOT_CLAIMED,
    }


def _plain(figures: Any) -> dict[str, Any]:
    from showclear.drills.prove.faults import names_of

    gate = {name: least for name, least in figures.gate._asdict().items() if least}
    return {
        "order": figures.order,
        "given": figures.given,
        "people": figures.people,
        "sets": [list(names_of(mask)) for mask in figures.sets],
        "parties": list(figures.parties),
        "gate": gate or None,
        "below_gate": bool(figures.is_below),
        "story": list(figures.story),
    }


def _told(report: dict[str, Any]) -> str:
    lines = [
        (
            f"Profile {report['profile']}, weapons {report['weapons']}, up to {report['faults']} "
            f"faults: {report['states']} states in {report['seconds']} s, complete."
        ),
        "",
        "held as cold   faults   given it is there   parties   smallest sets   gate",
    ]
    for hazard, each in report["hazards"].items():
        smallest = sum(1 for names in each["sets"] if len(names) == each["order"])
        lines.append(
            f"{hazard:15}{_or_none(each['order']):9}{_or_none(each['given']):20}"
            f"{_or_none(each['people']):10}{smallest:<16}{_gate(each)}"
        )
    for hazard, each in report["hazards"].items():
        lines += ["", f"The shortest way to the {hazard} round:", *each["story"]]
    rows = ", ".join(f"{name}: {said}" for name, said in report["rows"].items())
    return "\n".join([*lines, "", f"Hot: {rows}."])


def _or_none(value: int | None) -> str:
    return "none" if value is None else str(value)


def _gate(each: dict[str, Any]) -> str:
    if not each["gate"]:
        return "-"
    least = ", ".join(f"{name} {value}" for name, value in each["gate"].items())
    return f"{'BELOW' if each['below_gate'] else 'holds'}: {least}"
