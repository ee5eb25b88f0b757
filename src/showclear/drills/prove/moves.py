"""What can be done with a weapon, where it is?

In the safe, in the armorer's hand, lying in the open, in the performer's hand: one function each.
"""

from collections.abc import Callable, Iterator

from showclear.drills.prove.physical import (
    ALL,
    BLANK,
    EMPTY,
    HAND,
    KINDS,
    LAID,
    LIVE,
    OPEN,
    SAFE,
    TAKER,
    gun,
)
from showclear.drills.prove.practice import FREE, Ways, both
from showclear.drills.prove.protocol import Practice
from showclear.drills.prove.record import NO
from showclear.drills.prove.world import Scene, Step


def in_safe(scene: Scene) -> Iterator[Step]:
    """It is taken out, with the record or past it."""
    yield from scene.does("draw", FREE, HAND)
    past = both(scene.checks.past, scene.checks.second)
    yield from scene.goes(past, scene.moved(scene.here.record, HAND), "taken out unrecorded")
    yield from _twinned(scene, scene.checks.mixed_up, (SAFE,))


def in_hand(scene: Scene) -> Iterator[Step]:
    """The armorer has it: opens, loads, shows, hands over, locks up, leaves it, tampers."""
    yield from _opened(scene)
    yield from _filled(scene)
    yield from _counted(scene)
    yield from _shown(scene)
    yield from _handed(scene)
    yield from scene.does("lock", FREE, SAFE)
    yield from _put_in(scene, "A:tamper", scene.checks.second, place=HAND)
    yield from _twinned(scene, scene.checks.mixed_up, (HAND,))
    yield from _passed_by(scene)
    if Practice.CART not in scene.checks.practice:
        left = both(scene.checks.ways(("A:leave",)), scene.checks.second)
        yield from scene.goes(left, scene.moved(scene.here.record, OPEN), "left by A")
    else:
        known = FREE if scene.facts.kind != "?" else scene.checks.receipt
        yield from scene.goes(known, scene.moved(scene.here.record, OPEN), "put on the cart")


def _opened(scene: Scene) -> Iterator[Step]:
    """He opens it to prove that it is empty, or takes out what is in it."""
    checks, content = scene.checks, scene.content
    if content == EMPTY:
        yield from scene.does("prove", FREE, HAND)
    else:
        bore = checks.bore if scene.is_bore_due else FREE
        yield from scene.does("prove", both(checks.receipt, bore), HAND)
        lent = both(checks.ways(("B:one_device_two_people",)), bore)
        yield from scene.does("prove on B", lent, HAND)
        yield from scene.does("unload", checks.ways(("A:skip_unload",)), HAND)
    if content != LIVE:
        yield from scene.does("unload", FREE, HAND, content=EMPTY)


def _filled(scene: Scene) -> Iterator[Step]:
    """He loads it for a cold use or for a hot one, and the second witnesses."""
    checks, content = scene.checks, scene.content
    if content == EMPTY:
        for round_, ways in checks.loads:
            yield from scene.does("load D", ways, HAND, content=round_)
        if BLANK in checks.aims:
            yield from scene.does("load K", FREE, HAND, content=BLANK)
        return
    kind = scene.facts.kind
    yield from scene.does("witness", checks.witnessed(content, kind), HAND)
    if checks.differs(content, kind):
        lent = checks.ways(("A:one_device_two_people",))
        yield from scene.does("witness on A", lent, HAND)


def _counted(scene: Scene) -> Iterator[Step]:
    """Others count too, and an instrument proves what is in it."""
    checks, content, kind = scene.checks, scene.content, scene.facts.kind
    for person in "ABD":
        ways = checks.counted(person, content, kind)
        yield from scene.does(f"inspect {person}", ways, HAND)
    if not checks.differs(content, kind):
        yield from scene.does("proof", FREE, HAND)
        return
    yield from scene.does("proof", checks.proof, HAND)
    for person, other in ("AB", "BA"):
        lent = checks.ways((f"{other}:one_device_two_people",))
        yield from scene.does(f"inspect {person} on {other}", lent, HAND)


def _shown(scene: Scene) -> Iterator[Step]:
    """He opens it before those on the show list."""
    checks, content = scene.checks, scene.content
    looks = both(checks.taken(content), checks.called(content))
    yield from scene.does("show", looks, HAND)
    if checks.is_strange(content):
        lent = both(checks.ways(("C:pin_lent",)), checks.called(content))
        yield from scene.does("show by pin", lent, HAND)


def _handed(scene: Scene) -> Iterator[Step]:
    """He hands it over on the record; or scans this one and hands over another."""
    checks, facts = scene.checks, scene.facts
    on_what = FREE if facts.is_cleared else checks.may_hand(facts.kind)
    cold = 0 if checks.is_called else 1
    record = scene.run("hand")
    if record == NO:
        return
    around = both(on_what, checks.circled(scene.content))
    here = scene.moved(record, TAKER, cold=cold)
    yield from scene.goes(both(around, checks.taken(scene.content)), here, "hand")
    if checks.is_strange(scene.content) and scene.run("hand by pin") != NO:
        lent = both(around, checks.ways(("C:pin_lent",)))
        yield from scene.goes(lent, here, "hand by pin")
    for other, packed in enumerate(scene.here.guns):
        if other != scene.weapon and ALL[packed].place == HAND:
            yield from _swapped(scene, record, other, around=around)


def _swapped(scene: Scene, record: int, other: int, *, around: Ways) -> Iterator[Step]:
    """The other weapon goes into the taker's hand; its tag is not the one that was scanned."""
    checks, content = scene.checks, ALL[scene.here.guns[other]].content
    tag = checks.tag
    if scene.run("hand, read on A") != NO:
        tag = (*tag, *checks.ways(("A:one_device_two_people",)))
    ways = both(around, checks.ways(("A:swap",)), tag, checks.taker, checks.circle)
    cold = 0 if checks.is_called else 1
    here = scene.with_gun(record, other, gun(content, TAKER, cold=cold))
    yield from scene.goes(ways, here, "swapped", content=content)


def _passed_by(scene: Scene) -> Iterator[Step]:
    """He hands it over past the record."""
    checks = scene.checks
    ways = both(checks.past, checks.second, checks.circle, checks.taker)
    cold = 0 if checks.is_called else 1
    yield from scene.goes(
        ways, scene.moved(scene.here.record, TAKER, cold=cold), "handed over unrecorded"
    )


def _put_in(scene: Scene, fault: str, seen_by: Ways, *, place: int) -> Iterator[Step]:
    """A round goes in that nobody records."""
    checks = scene.checks
    for content in checks.aims:
        if content == scene.content:
            continue
        ways = both(checks.ways((fault,)), seen_by, checks.put_in(content))
        here = scene.moved(scene.here.record, place, content=content, cold=scene.cold)
        yield from scene.goes(ways, here, "tampered", content=content)


def in_open(scene: Scene) -> Iterator[Step]:
    """It lies there: a round is put in, somebody hands it on, or the armorer takes it up again."""
    yield from _lying(scene, OPEN)
    here = scene.here
    taken_up = FREE if scene.is_known else scene.checks.knowingly
    yield from scene.goes(taken_up, scene.moved(here.record, HAND), "picked up by A")
    if Practice.CART in scene.checks.practice:
        yield from scene.goes(FREE, scene.moved(here.record, TAKER, cold=1), "from the cart")


def laid_down(scene: Scene) -> Iterator[Step]:
    """The performer laid it down, and takes it up again as he left it."""
    yield from _lying(scene, LAID)
    cold = 0 if scene.checks.is_called else 1
    again = scene.moved(scene.here.record, TAKER, cold=cold or scene.cold)
    yield from scene.goes(FREE, again, "picked up by C")


def _lying(scene: Scene, place: int) -> Iterator[Step]:
    checks = scene.checks
    yield from _put_in(scene, "X:tamper", FREE, place=place)
    cold = 0 if checks.is_called else 1
    handed = both(checks.ways(("X:hand",)), checks.taker)
    here = scene.moved(scene.here.record, TAKER, cold=cold)
    yield from scene.goes(handed, here, "handed on by X")
    yield from _twinned(scene, checks.exchanged, (OPEN, LAID))


def _twinned(scene: Scene, ways: Ways, places: tuple[int, ...]) -> Iterator[Step]:
    """Two identical weapons change places, and the tags do not tell."""
    for other, packed in enumerate(scene.here.guns[: scene.weapon]):
        content, place, cold = ALL[packed]
        if place in places and content != scene.content:
            own = ALL[scene.here.guns[scene.weapon]].place
            after = scene.moved(scene.here.record, own, content=content, cold=scene.cold)
            guns = list(after.guns)
            guns[other] = gun(scene.content, place, cold=cold)
            yield from scene.goes(ways, after._replace(guns=tuple(guns)), "twins changed places")


def in_takers_hand(scene: Scene) -> Iterator[Step]:
    """The performer has it: it is called, cut, given back, left lying."""
    checks, here = scene.checks, scene.here
    is_cold = scene.cold
    if checks.is_called and not is_cold:
        yield from _called(scene)
    if is_cold and not _is_called_once(scene):
        yield from scene.does("cut", FREE, TAKER)
    if scene.facts.holder == "C":
        yield from scene.does("back", FREE, HAND)
    back = both(checks.ways(("A:unrec_return",)), checks.second)
    yield from scene.goes(back, scene.moved(here.record, HAND), "taken back unrecorded")
    yield from _left(scene, is_cold)


def _is_called_once(scene: Scene) -> bool:
    return Practice.CALLED_ONCE in scene.checks.practice or not scene.checks.is_called


def _called(scene: Scene) -> Iterator[Step]:
    """The AD looks and calls it, or does not look; or the performer does not wait."""
    checks, record = scene.checks, scene.run("call")
    here = scene.here.record
    early = scene.moved(here, TAKER, cold=1)
    yield from scene.goes(checks.ways(("C:early",)), early, "not waited for")
    after = here if record == NO else record
    yield from scene.goes(
        checks.ways(("D:trust",)), scene.moved(after, TAKER, cold=1), "called unseen"
    )
    if record != NO and not checks.is_strange(scene.content):
        yield from scene.goes(FREE, scene.moved(record, TAKER, cold=1), "call")


def _left(scene: Scene, is_cold: int) -> Iterator[Step]:
    """He leaves it lying, under the watchers' eyes or while they are away."""
    checks, here = scene.checks, scene.here
    still = is_cold if _is_called_once(scene) else 0
    leaves = checks.ways(("C:leave",))
    lying = scene.moved(here.record, LAID, cold=still)
    watched = checks.watchers if scene.is_known else FREE
    yield from scene.goes(both(leaves, watched), lying, "left by C")
    for command, ways, step in (
        ("break", leaves, "left in a break"),
        ("watch ends", both(leaves, checks.nights), "left overnight"),
    ):
        record = scene.run(command)
        if record != NO and scene.record.facts[record][scene.weapon].is_cleared:
            yield from scene.goes(ways, scene.moved(record, LAID, cold=still), step)


MOVES: dict[int, Callable[[Scene], Iterator[Step]]] = {
    SAFE: in_safe,
    HAND: in_hand,
    OPEN: in_open,
    TAKER: in_takers_hand,
    LAID: laid_down,
}
"""What can follow, by where a weapon is."""

assert set(KINDS) == {"E", "D", "K"}, "the record knows these kinds of contents"
