"""What did the search find? Measured once for all tests of a run, and written as golden file."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from showclear.cli.prove import plain
from showclear.drills.prove.protocol import as_built
from showclear.drills.prove.prove import figures
from showclear.kernel.words import Profile

VECTORS = Path(__file__).parents[1] / "vectors" / "prove"
PROFILES = (Profile.BLANK, Profile.LIVE_CAPABLE, Profile.BLADE)
FAULTS = 5
HEAD, TAIL = (VECTORS / name for name in ("page-head.md", "page-tail.md"))


@cache
def measured(profile: Profile, weapons: int) -> dict[str, Any]:
    """Return the figures of a profile as built, every basic event in."""
    found = plain(figures(as_built(profile), weapons=weapons, limit=FAULTS))
    return {"states": found["states"], "hazards": found["hazards"]}


def golden(weapons: int) -> dict[str, Any]:
    """Read the golden file."""
    text = (VECTORS / f"{weapons}-weapons.json").read_text("utf-8")
    read: dict[str, Any] = json.loads(text)
    return read


NAMES = {"S2": "Blank", "S8": "Live-capable", "BLADE": "Blade"}


def page() -> str:
    """Render the page of figures from the golden files."""
    lines = [HEAD.read_text("utf-8").rstrip()]
    for weapons in (1, 2):
        if not (VECTORS / f"{weapons}-weapons.json").exists():
            continue
        for profile, found in golden(weapons).items():
            lines += [_line(profile, weapons, *each) for each in found["hazards"].items()]
    lines += [*_stories(), "", TAIL.read_text("utf-8").rstrip()]
    return "\n".join(lines) + "\n"


def _line(profile: str, weapons: int, hazard: str, *rest: dict[str, Any]) -> str:
    (found,) = rest
    gate = ", ".join(f"{name} {least}" for name, least in (found["gate"] or {}).items())
    told = f"**below**: {gate}" if found["below_gate"] else gate and f"holds: {gate}"
    numbers = (found["order"], found["given"], found["people"])
    figures = " | ".join("none" if each is None else str(each) for each in numbers)
    return f"| {NAMES[profile]} | {weapons} | {hazard} | {figures} | {told or 'none set'} |"


def _stories() -> list[str]:
    lines = []
    for profile, found in golden(1).items():
        if profile in ("S2", "S8"):
            story = found["hazards"]["live"]["story"]
            lines += ["", f"## The shortest way to a live round, {NAMES[profile]}", "", *story]
    return lines
