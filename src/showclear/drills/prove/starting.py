"""What comes onto the set before the first weapon is taken out?"""

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from showclear.drills.prove.physical import EMPTY, OPEN, SAFE, UNPROVED, gun
from showclear.drills.prove.practice import FREE, Ways, both
from showclear.drills.prove.record import NO
from showclear.kernel.words import WeaponClass

if TYPE_CHECKING:
    from showclear.drills.prove.world import Step, World

LESS = {
    WeaponClass.LIVE_CAPABLE: (WeaponClass.BLANK_ONLY, WeaponClass.REPLICA),
    WeaponClass.BLANK_ONLY: (WeaponClass.REPLICA,),
    WeaponClass.BLADE_SHARP: (WeaponClass.BLADE_BLUNT,),
}
"""As what else a weapon of a class may be entered, when its class is entered falsely."""


def starts(world: "World") -> Iterator["Step"]:
    """Give every way in which the work can begin: what arrives, and as what it is entered."""
    from showclear.drills.prove.world import Here, Told

    checks = world.checks[world.protocol.profile]
    loads = [EMPTY, *(each for each in checks.aims if each is not UNPROVED)]
    loaded, came = checks.ways(("V:gun_loaded",)), checks.ways(*_CAME)
    for record, classed in _entered(world):
        for contents in product(loads, repeat=world.record.weapons + world.strangers):
            guns = [gun(each, SAFE) for each in contents[: world.record.weapons]]
            guns += [gun(each, OPEN) for each in contents[world.record.weapons :]]
            arrived = came if world.strangers else FREE
            for cost in both(classed, arrived, loaded if any(contents) else FREE):
                yield cost, Here(record, tuple(guns)), Told("begins", content=max(contents))


_CAME = (("V:gun_arrives_unregistered",), ("X:gun_arrives_unregistered",))


def _entered(world: "World") -> Iterator[tuple[int, Ways]]:
    """Give the record that the work begins with, one weapon at most entered as less."""
    true = world.protocol.weapon_class
    others = (true,) * (world.record.weapons - 1)
    yield world.record.opened((true, *others)), FREE
    checks = world.checks[world.protocol.profile]
    for less in LESS.get(true, ()):
        misclassed = checks.misclassed(less)
        record = world.record.opened((less, *others)) if misclassed else NO
        if record != NO:
            yield record, misclassed
