"""In which acts do people put on record what they do?

A command is a few acts that belong together, each by its person on his own device. Nobody lies in
a form of his own: who signs without looking says what the record expects to hear.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from showclear.drills.prove.opening import BLANKS, DUMMIES, SAFE, asker
from showclear.drills.prove.protocol import Rules
from showclear.kernel import asks as a
from showclear.kernel.policy import parts_of
from showclear.kernel.proof import counted
from showclear.kernel.state import State
from showclear.kernel.things import ChamberLoad, Listed, Seen
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Mode, Part, Proof, Standing


class Said(NamedTuple):
    """One act and who asks it, on whose device."""

    asker: a.Asker
    act: a.Act


class Desk(NamedTuple):
    """What people have before them when they put something on record."""

    state: State
    place: int
    rules: Rules

    @property
    def id(self) -> str:
        """The weapon."""
        return f"g{self.place}"

    @property
    def tag(self) -> str:
        """Its tag."""
        return f"t{self.place}"

    @property
    def setup(self) -> str:
        """The set-up for which it is planned cold."""
        return f"cold{self.place}"

    @property
    def weapon(self) -> Weapon:
        """The weapon as the record has it."""
        return self.state.weapons[self.id]

    @property
    def parts(self) -> frozenset[Part]:
        """The parts that its profile asks for."""
        return parts_of(self.weapon.weapon_class, self.rules.policy)

    @property
    def expected(self) -> Seen:
        """What the record expects an honest look to find."""
        return counted(self.weapon.condition.slots or (None,))


Talk = Iterator[Said]
"""Nothing at all is said where the protocol has no such step, or where it is done already."""

INSPECTORS = 2


def _by(person: str, act: a.Act, *, on: str = "") -> Said:
    """Let a person ask: with the key of his own device, or with badge and PIN on another's."""
    return Said(asker(person, on=on), act)


def _draw(desk: Desk) -> Talk:
    if Part.TWO_KEYS in desk.parts:
        yield _by("B", a.TurnKey(place=SAFE))
    yield _by("A", a.DrawWeapon(weapon=desk.id, tag=desk.tag))
    if Part.TWO_KEYS not in desk.parts and Part.WATCHED in desk.parts:
        yield _by("B", a.TakeWatch(weapon=desk.id))


def _prove(desk: Desk, *, on: str = "") -> Talk:
    """Prove it empty; where they are due, work it and look through the bore, as two people."""
    yield _by("A", a.ProveEmpty(weapon=desk.id, tag=desk.tag, seen=Seen(empty=1)), on=on)
    history, book = desk.weapon.history, desk.rules.book
    if history.is_function_due and "FUNCTION-DUE" in book:
        yield _by("A", a.CheckFunction(weapon=desk.id, works=True), on=on)
    if history.is_bore_due and "BORE-DUE" in book:
        yield _by("A", a.SeeBore(weapon=desk.id, is_clear=True), on=on)
        yield _by("B", a.SeeBore(weapon=desk.id, is_clear=True))


def _inspect(person: str, *, on: str = "") -> Callable[[Desk], Talk]:
    """Count too, when fewer than two have: the second before the loader."""

    def talk(desk: Desk) -> Talk:
        signers = {look.person for look in desk.weapon.condition.inspected}
        is_apart = person == "D" and Part.CALLER_LOOK in desk.parts
        is_early = not _is_witnessed(desk) or (person == "A" and not signers)
        if not (is_apart or is_early or len(signers) >= INSPECTORS):
            yield _by(person, a.Inspect(weapon=desk.id, seen=desk.expected), on=on)

    return talk


def _is_witnessed(desk: Desk) -> bool:
    condition = desk.weapon.condition
    is_asked = Part.LOAD_WITNESS in desk.parts and condition.loader is not None
    return condition.witness is not None or not is_asked


def _load(lot: str) -> Callable[[Desk], Talk]:
    def talk(desk: Desk) -> Talk:
        rounds = (ChamberLoad(chamber=1, lot=lot),)
        yield _by("A", a.Load(weapon=desk.id, tag=desk.tag, rounds=rounds))

    return talk


def _witness(*, on: str = "") -> Callable[[Desk], Talk]:
    def talk(desk: Desk) -> Talk:
        if not _is_witnessed(desk):
            yield _by("B", a.WitnessLoad(weapon=desk.id, seen=desk.expected), on=on)

    return talk


def _proof(desk: Desk) -> Talk:
    if Part.CONTENT_PROOF not in desk.parts or desk.weapon.condition.proved:
        return
    proof = Proof.ROUND if desk.expected.dummy else Proof.ROD
    yield _by("A", a.ProveContent(weapon=desk.id, proof=proof, chambers=1))


def _unload(desk: Desk) -> Talk:
    out = counted(desk.weapon.history.load)
    yield _by("A", a.Unload(weapon=desk.id, tag=desk.tag, out=out))


def _show(desk: Desk, *, by_pin: tuple[str, ...] = ()) -> Talk:
    listed = [Listed(person="C", standing=Standing.TAKER)]
    if Part.CALLER_LOOK in desk.parts:
        listed.append(Listed(person="D", standing=Standing.CALLER))
    if Part.CIRCLE in desk.parts:
        listed.append(Listed(person="B", standing=Standing.SECOND))
    shown = a.ShowWeapon(
        weapon=desk.id, setup=desk.setup, to="C", mode=Mode.COLD, people=tuple(listed)
    )
    yield _by("A", shown)
    look = a.AnswerLook(weapon=desk.id, seen=desk.expected)
    for each in reversed(listed):
        yield _by(each.person, look, on="D" if each.person in by_pin else "")


def _hand(desk: Desk, *, by_pin: tuple[str, ...] = (), read_on: str = "") -> Talk:
    yield _by("A", a.OfferHandover(weapon=desk.id, to="C", tag=desk.tag))
    if Part.TAG_READ in desk.parts:
        yield _by("B", a.ReadTag(weapon=desk.id, tag=desk.tag), on=read_on)
    take = a.TakeHandover(weapon=desk.id, tag=desk.tag)
    yield _by("C", take, on="B" if "C" in by_pin else "")


def _call(desk: Desk) -> Talk:
    clearance = desk.weapon.clearance
    if clearance is not None and clearance.first_take is not None:
        yield _by("B", a.Again(weapon=desk.id, setup=desk.setup))
    yield _by("D", a.CallWeapon(weapon=desk.id, setup=desk.setup, take=1))


def _cut(desk: Desk) -> Talk:
    yield _by("D", a.EndTake(setup=desk.setup))


def _back(desk: Desk) -> Talk:
    yield _by("C", a.OfferReturn(weapon=desk.id, to="A", tag=desk.tag))
    yield _by("A", a.TakeBack(weapon=desk.id, tag=desk.tag))


def _lock(desk: Desk) -> Talk:
    yield _by("A", a.LockUp(weapon=desk.id, place=SAFE, tag=desk.tag))


def _break(desk: Desk) -> Talk:
    yield _by("D", a.Break(unit="main"))


def _watch_ends(desk: Desk) -> Talk:
    """Go home: whoever watched says that he no longer does."""
    yield _by("A", a.EndWatch(weapon=desk.id))
    yield _by("B", a.EndWatch(weapon=desk.id))


COMMANDS: dict[str, Callable[[Desk], Talk]] = {
    "draw": _draw,
    "prove": _prove,
    "prove on B": lambda desk: _prove(desk, on="B"),
    "inspect A": _inspect("A"),
    "inspect A on B": _inspect("A", on="B"),
    "inspect B": _inspect("B"),
    "inspect B on A": _inspect("B", on="A"),
    "inspect D": _inspect("D"),
    "load D": _load(DUMMIES),
    "load K": _load(BLANKS),
    "witness": _witness(),
    "witness on A": _witness(on="A"),
    "proof": _proof,
    "unload": _unload,
    "show": _show,
    "show by pin": lambda desk: _show(desk, by_pin=("C",)),
    "hand": _hand,
    "hand by pin": lambda desk: _hand(desk, by_pin=("C",)),
    "hand, read on A": lambda desk: _hand(desk, read_on="A"),
    "call": _call,
    "cut": _cut,
    "back": _back,
    "lock": _lock,
    "break": _break,
    "watch ends": _watch_ends,
}
"""What can be put on record, by name."""
