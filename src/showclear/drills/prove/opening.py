"""What does the record hold before the first weapon is taken out?

A show that is ready by the real rules: people with their papers, a safe, two boxes of rounds that
two people have signed for, and weapons just received and classed by two, their contents unknown.
"""

from collections.abc import Iterator
from dataclasses import replace

from showclear.drills.prove.protocol import Rules
from showclear.kernel import asks as a
from showclear.kernel.decide import decide, settle
from showclear.kernel.decision import Refused
from showclear.kernel.state import State
from showclear.kernel.things import Use
from showclear.kernel.words import Label, Mode, Origin, Role, Strength, Via, WeaponClass

NOW = 1_772_448_120_000
"""The one instant of the search: there is order in it, and no time."""

YEAR = 365 * 86_400_000
SAFE = "safe"
DUMMIES, BLANKS = "dummies", "blanks"
RANGE_MM = 6_100
COUNT, SEALED = 6, 2
ROLES = {
    "A": (Role.ARMORER,), "B": (Role.SECOND,), "C": (Role.PERFORMER,),
    "D": (Role.AD, Role.SAFETY), "X": (Role.CREW,), "M": (Role.MEDIC,),
}  # fmt: skip
"""Who is on the record. M, a medic, is there only because the rules ask for one."""

Script = Iterator[tuple[str, a.Act]]


def asker(person: str, *, on: str = "") -> a.Asker:
    """Return who asks: with the key of his own device, or with badge and PIN on another's."""
    if not on:
        return a.Asker(person=person, device=f"phone-{person}", owner=person)
    return a.Asker(person=person, device=f"phone-{on}", owner=on, via=Via.PIN)


def opened(
    rules: Rules, classes: tuple[WeaponClass, ...], *, lent: tuple[type, ...] = ()
) -> State | None:
    """Return the record of a show that is ready, with a weapon for each class.

    None when the kernel refuses it: a weapon that may not be used as what it is called.

    Args:
        lent: the acts that the second signs on the armorer's device.
    """
    state = State()
    for person, act in _script(classes):
        on = "A" if person == "B" and isinstance(act, lent) else ""
        seen = dict.fromkeys((*state.weapons, *state.lots, *state.setups), "")
        ask = a.Ask(id="ask", asker=asker(person, on=on), at=NOW, act=act, expects=seen)
        decision = decide(replace(state, devices={}), ask, rules.policy, now=NOW)
        if isinstance(decision, Refused):
            return None
        state = settle(state, decision.events, "")
    return state


def _script(classes: tuple[WeaponClass, ...]) -> Script:
    yield from _people()
    for label, lot in ((Label.DUMMY, DUMMIES), (Label.BLANK, BLANKS)):
        yield "A", _box(lot, label)
        yield "A", signed(lot)
        yield "B", signed(lot)
    for place, weapon_class in enumerate(classes):
        yield from _weapon(f"g{place}", f"t{place}", weapon_class)
    for place in range(len(classes)):
        yield from _plans(place)


def _people() -> Script:
    for person, roles in ROLES.items():
        yield "A", a.AddPerson(who=person, name=f"hash-of-{person}", roles=roles)
    yield "A", a.AddPlace(place=SAFE, unit="main", is_locked=True)
    every = tuple(WeaponClass)
    yield "D", a.OpenDay(day="day")
    yield "D", a.AddCredential(who="A", classes=every, until=NOW + YEAR, paper="hash-of-paper")
    yield "A", a.Train(taught=("B", "C", "D"), classes=every)
    yield "D", a.FillPost(post=Role.ARMORER, who="A")


def _box(lot: str, label: Label) -> a.ReceiveLot:
    return a.ReceiveLot(
        lot=lot,
        label=label,
        strength=Strength.QUARTER if label is Label.BLANK else None,
        count=COUNT,
        origin=Origin.SUPPLIER,
        line=f"hash-of-line-{lot}",
        place=SAFE,
        fits=("model",),
        supplier=f"supplier-{lot}",
    )


def signed(lot: str) -> a.SignLot:
    """Return the word of one who went through a whole box and found nothing wrong."""
    return a.SignLot(lot=lot, proved=COUNT - SEALED, doubtful=0, sealed=SEALED, is_marked=True)


def _weapon(weapon: str, tag: str, weapon_class: WeaponClass) -> Script:
    yield (
        "A",
        a.ReceiveWeapon(
            weapon=weapon, tag=tag, form="pistol", capacity=1, unit="main", place=SAFE,
            model="model", licence="hash-of-licence", standard="US",
        ),
    )  # fmt: skip
    for person in ("A", "B", "D"):
        yield person, classed(weapon, weapon_class)


def classed(weapon: str, weapon_class: WeaponClass) -> a.ClassWeapon:
    """Return the word of one who tested what a weapon can do."""
    return a.ClassWeapon(weapon=weapon, weapon_class=weapon_class, photo="hash-of-photo")


def _plans(place: int) -> Script:
    weapon = f"g{place}"
    cold = Use(weapon=weapon, taker="C", mode=Mode.COLD, reason="hash-of-reason")
    hot = Use(
        weapon=weapon, taker="C", mode=Mode.HOT, reason="hash-of-reason", rounds=1,
        distance_mm=RANGE_MM,
    )  # fmt: skip
    for name, use in ((f"cold{place}", cold), (f"hot{place}", hot)):
        yield "D", a.PlanSetUp(setup=name, slate=name, unit="main", uses=(use,))
        yield "D", a.Brief(setup=name, heard=tuple(ROLES))
    for person in ("A", "B"):
        yield person, a.TestFire(weapon=weapon, lot=BLANKS, distance_mm=RANGE_MM)
