"""How far must every accident be, for a profile?"""

from typing import NamedTuple

from showclear.kernel.words import Profile


class Gate(NamedTuple):
    """The least that counts as far enough; nothing where the profile promises nothing."""

    order: int = 0
    given: int = 0
    people: int = 0


NONE = Gate()
BLANK = {"live": Gate(order=5, given=4, people=3), "blank": Gate(order=4), "dummy": Gate(order=4)}
LIVE_CAPABLE = dict.fromkeys(("live", "blank", "dummy"), Gate(people=4))

GATES: dict[Profile, dict[str, Gate]] = {
    Profile.BLANK: BLANK,
    Profile.LIVE_CAPABLE: LIVE_CAPABLE,
}
"""The gates of docs/explanation/safety.md. No other profile has one: its figures stand alone."""


def gate_of(profile: Profile, hazard: str) -> Gate:
    """Return the gate of an accident under a profile."""
    return GATES.get(profile, {}).get(hazard, NONE)


def is_below(found: int | None, least: int) -> int:
    """Say, as 1 or 0, whether a figure is below its gate; none found is far enough."""
    return int(found is not None and found < least)
