"""How does a weapon come into the register, and what is it?

It comes in unknown and locked up. What it can do is found by test, by two people, each with a
photograph, never read from a label or a hire note. A class that stands on a paper needs the paper.
"""

from collections.abc import Iterator
from dataclasses import replace

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.fitness import fit_rules
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import State, put, with_weapon
from showclear.kernel.weapon import Condition, Custody, Weapon
from showclear.kernel.words import (
    KEEPERS,
    TESTERS,
    Layer,
    Origin,
    Role,
)

__all__ = ["KEEPERS", "TESTERS", "fit_rules"]

ADMIT_ROLE = Rule(
    code="ADMIT-ROLE",
    title="Weapons are taken in and tested by those who answer for them",
    layer=Layer.ADMISSION,
    laws=(3,),
    sources=("qualified-handler-named", "no-personal-weapons"),
)
ADMIT_NEW = Rule(
    code="ADMIT-NEW",
    title="One id and one tag stand for one weapon",
    layer=Layer.ADMISSION,
    laws=(4,),
    sources=("all-looks-like-weapon",),
)
ADMIT_PERSONAL = Rule(
    code="ADMIT-PERSONAL",
    title="Nobody's own weapon comes into the register",
    layer=Layer.ADMISSION,
    laws=(7,),
    sources=("no-personal-weapons",),
)
ADMIT_ORIGIN = Rule(
    code="ADMIT-ORIGIN",
    title="A weapon comes from somebody who answers for it",
    layer=Layer.ADMISSION,
    laws=(1,),
    sources=("no-personal-weapons",),
)
ADMIT_LOCKED = Rule(
    code="ADMIT-LOCKED",
    title="A weapon that arrives goes into a locked place",
    layer=Layer.ADMISSION,
    laws=(1,),
    sources=("locked-or-held",),
)
ADMIT_CHAMBERS = Rule(
    code="ADMIT-CHAMBERS",
    title="Chambers are entered as counted; what can fire has one at least",
    layer=Layer.ADMISSION,
    laws=(1,),
    sources=("each-round-each-chamber",),
)
ADMIT_LICENCE = Rule(
    code="ADMIT-LICENCE",
    title="What is or was a gun, a device or ordnance stands on a paper that the production saw",
    layer=Layer.ADMISSION,
    laws=(1, 13),
    sources=("handler-licence-in-date", "weapon-class-allowed-here"),
)
ADMIT_STANDARD = Rule(
    code="ADMIT-STANDARD",
    title="Deactivated means: by the rule of the country where it is used",
    layer=Layer.ADMISSION,
    laws=(1,),
    sources=("weapon-class-allowed-here",),
)
RULES = (
    ADMIT_ROLE, ADMIT_NEW, ADMIT_PERSONAL, ADMIT_ORIGIN, ADMIT_LOCKED, ADMIT_CHAMBERS,
    ADMIT_LICENCE, ADMIT_STANDARD,
)  # fmt: skip

CHAMBERS_MAX = 200
"""More than any weapon on a set holds: a belt is counted as an item of its own."""

PAPER_SEERS = (*KEEPERS, Role.PRODUCER, Role.PRODUCTION_MANAGER)

ORDNANCE = frozenset({"bomb", "grenade", "mine", "mortar", "rocket", "shell"})
"""Forms that come in with a certificate or not at all, whatever they are called inert for."""


def receive_rules(case: Case[a.ReceiveWeapon]) -> Iterator[Bite]:
    """Yield why this weapon is not taken in."""
    act = case.act
    if not case.has_role(*KEEPERS):
        yield ADMIT_ROLE.refuses()
    tags = ("", *(each.tag for each in case.state.weapons.values()))
    if act.weapon in ("", *case.state.weapons) or act.tag in tags:
        yield ADMIT_NEW.refuses(weapon=act.weapon, tag=act.tag)
    if act.origin is Origin.PERSONAL:
        yield ADMIT_PERSONAL.refuses()
    if act.origin in (Origin.HOME_MADE, Origin.LOOSE):
        yield ADMIT_ORIGIN.refuses(origin=act.origin.value)
    if act.form.casefold() in ORDNANCE and not act.licence:
        yield ADMIT_LICENCE.refuses()
    place = case.state.places.get(act.place)
    if place is None or not place.is_locked:
        yield ADMIT_LOCKED.refuses(place=act.place)
    if not 0 <= act.capacity <= CHAMBERS_MAX:
        yield ADMIT_CHAMBERS.refuses(chambers=act.capacity, most=CHAMBERS_MAX)


def receive(case: Case[a.ReceiveWeapon]) -> tuple[e.Event, ...]:
    """Return the arrival: contents unknown, class unknown, locked up, everything due."""
    act = case.act
    return (
        e.WeaponReceived(
            weapon=act.weapon,
            tag=act.tag,
            form=act.form,
            capacity=act.capacity,
            unit=act.unit,
            place=act.place,
            at=case.now,
            model=act.model,
            origin=act.origin,
            licence=act.licence,
            standard=act.standard,
        ),
    )


def paper_rules(case: Case[a.SeePaper]) -> Iterator[Bite]:
    """Yield why this paper is not entered."""
    if not case.has_role(*PAPER_SEERS):
        yield ADMIT_ROLE.refuses()


def see_paper(case: Case[a.SeePaper]) -> tuple[e.Event, ...]:
    """Return what the paper adds; what is on record already is not written over."""
    act, weapon = case.act, case.weapon(case.act.weapon)
    licence, standard = weapon.licence or act.licence, weapon.standard or act.standard
    if (licence, standard) == (weapon.licence, weapon.standard):
        return ()
    return (e.PaperSeen(weapon=weapon.id, person=case.person, licence=licence, standard=standard),)


def weapon_received(state: State, event: e.WeaponReceived) -> State:
    weapon = Weapon(
        id=event.weapon,
        tag=event.tag,
        form=event.form,
        capacity=event.capacity,
        unit=event.unit,
        model=event.model,
        origin=event.origin,
        licence=event.licence,
        standard=event.standard,
        custody=Custody(place=event.place, since=event.at),
        condition=Condition(since=event.at),
    )
    return replace(state, weapons=put(state.weapons, weapon.id, weapon))


def paper_seen(state: State, event: e.PaperSeen) -> State:
    return with_weapon(state, event.weapon, licence=event.licence, standard=event.standard)


JUDGES: dict[type, Judge] = {
    a.ReceiveWeapon: Judge(receive_rules, receive),
    a.SeePaper: Judge(paper_rules, see_paper),
}

EVOLVERS = {
    e.WeaponReceived: weapon_received,
    e.PaperSeen: paper_seen,
}
