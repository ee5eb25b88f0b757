"""What comes onto the set, and who signs for it before the first weapon is taken out?"""

from collections.abc import Iterator
from itertools import combinations, product
from typing import TYPE_CHECKING

from showclear.drills.prove.physical import BLANK, DUMMY, EMPTY, LIVE, SAFE, UNPROVED, gun
from showclear.drills.prove.practice import FREE, Checks, Ways, both
from showclear.drills.prove.protocol import Practice
from showclear.kernel.words import Part

if TYPE_CHECKING:
    from showclear.drills.prove.world import Step, World


def starts(world: "World") -> Iterator["Step"]:
    """Give every way in which the work can begin."""
    from showclear.drills.prove.world import Here, Told

    checks = world.checks[world.protocol.profile]
    record = world.record.opened((world.protocol.weapon_class,) * world.record.weapons)
    for box, arrived in _boxes(checks):
        for contents in product((EMPTY, BLANK, LIVE), repeat=world.record.weapons):
            loaded = checks.ways(("V:gun_loaded",)) if any(contents) else FREE
            here = Here(record, box, tuple(gun(each, SAFE) for each in contents))
            for cost in both(arrived, loaded):
                yield cost, here, Told("begins")


def _boxes(checks: Checks) -> Iterator[tuple[int, Ways]]:
    """Give what the box of dummies holds when two people have signed for it, and how."""
    yield DUMMY, FREE
    bad = checks.ways(("V:bad_lot",))
    if checks.is_paper:
        yield from ((content, bad) for content in (UNPROVED, BLANK, LIVE))
        return
    skipped = _signed_unseen(checks)
    if Part.MARKS in checks.parts:
        yield UNPROVED, skipped
    yield from ((content, both(bad, skipped)) for content in (UNPROVED, BLANK, LIVE))


def _signed_unseen(checks: Checks) -> Ways:
    """Return the ways in which two people sign for a box that neither has gone through."""
    if Practice.ONE_SIGNS_LOT in checks.practice:
        return checks.ways(*((f"{each}:skip_lot",) for each in "ABD"))
    pairs = [tuple(f"{each}:skip_lot" for each in pair) for pair in combinations("ABD", 2)]
    return checks.ways(*pairs)
