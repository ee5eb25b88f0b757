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
PROFILES = (Profile.BLANK, Profile.LIVE_CAPABLE, Profile.LINE, Profile.BLADE)
FAULTS = 5


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
