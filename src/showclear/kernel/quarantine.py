"""Which weapons are put apart, and how do they come back?

What lies under a seal stays there. What anyone found wrong is in quarantine, and comes out by
two names, neither of them that of the person whose finding put it there. It comes out as it came
onto the show: no class, everything due, its contents unknown.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.effects import doubted
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import State, with_weapon
from showclear.kernel.weapon import SealedCase, Weapon
from showclear.kernel.words import TESTERS, Layer, Role, Tone

RELEASERS = (*TESTERS, Role.PRODUCER, Role.PRODUCTION_MANAGER)
"""Who signs that a weapon may leave quarantine."""

QUARANTINED = Rule(
    code="QUARANTINED",
    title="A weapon on which something was found wrong is not used",
    layer=Layer.ADMISSION,
    laws=(1,),
    sources=("no-self-repair", "check-before-each-use"),
)
CASE_SEALED = Rule(
    code="CASE-SEALED",
    title="A weapon under a seal stays under it until its case is opened",
    layer=Layer.STORAGE,
    laws=(4,),
    sources=("locked-or-held",),
)
RELEASE_OPEN = Rule(
    code="RELEASE-OPEN",
    title="Only a weapon in quarantine is released",
    layer=Layer.ADMISSION,
    laws=(1,),
    tone=Tone.NOT_YET,
)
RELEASE_ROLE = Rule(
    code="RELEASE-ROLE",
    title="A weapon leaves quarantine when those who answer for it say so",
    layer=Layer.ADMISSION,
    laws=(3,),
    sources=("no-self-repair", "qualified-handler-named"),
)
RELEASE_TWICE = Rule(
    code="RELEASE-TWICE",
    title="Two people release, neither of them the one whose finding put it into quarantine",
    layer=Layer.ADMISSION,
    laws=(3,),
    sources=("no-self-repair",),
)
RELEASE_WORDS = Rule(
    code="RELEASE-WORDS",
    title="Whoever releases a weapon says in writing what was found and done",
    layer=Layer.ADMISSION,
    laws=(10,),
    sources=("misfire-cause-logged",),
    tone=Tone.NOT_YET,
)

RULES = (
    QUARANTINED, CASE_SEALED, RELEASE_OPEN, RELEASE_ROLE, RELEASE_TWICE, RELEASE_WORDS,
)  # fmt: skip

IN_QUARANTINE: tuple[type, ...] = (
    a.ClassWeapon, a.SeePaper, a.ReleaseWeapon, a.LockUp, a.OfferReturn, a.TakeBack, a.TakeWatch,
    a.Unload, a.RemoveItem, a.PassOn,
)  # fmt: skip
"""What is done with a weapon in quarantine: it is watched, emptied, brought back, looked into."""


def apart_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    """Yield why this weapon is put apart. General: it stands before every act about a weapon."""
    sealed = sealed_in(case.state, weapon.id)
    if sealed is not None:
        yield CASE_SEALED.refuses(case=sealed.id)
    if weapon.quarantine and not isinstance(case.act, IN_QUARANTINE):
        yield QUARANTINED.refuses(cause=weapon.quarantine)


def sealed_in(state: State, weapon: str) -> SealedCase | None:
    """Return the sealed case that the weapon lies in, if it lies in one."""
    return next((each for each in state.cases.values() if weapon in each.weapons), None)


def quarantined(weapon: Weapon, cause: str, case: Case[Any]) -> tuple[e.Event, ...]:
    """Return the putting apart of a weapon, by the finding of the person who asks."""
    apart = e.WeaponQuarantined(weapon=weapon.id, cause=cause, person=case.person)
    return (*doubted(weapon, cause, case.now), apart)


def release_rules(case: Case[a.ReleaseWeapon]) -> Iterator[Bite]:
    """Yield why this name does not count towards the end of a quarantine."""
    weapon = case.weapon(case.act.weapon)
    if not weapon.quarantine:
        yield RELEASE_OPEN.refuses()
    if not case.has_role(*RELEASERS):
        yield RELEASE_ROLE.refuses()
    if case.person in (weapon.quarantined_by, *weapon.released_by):
        yield RELEASE_TWICE.refuses(person=case.person)
    if not case.act.reason:
        yield RELEASE_WORDS.refuses()


def release(case: Case[a.ReleaseWeapon]) -> tuple[e.Event, ...]:
    """Return the name; with the second one the end of it, and nothing older counts."""
    weapon = case.weapon(case.act.weapon)
    agreed = e.ReleaseAgreed(weapon=weapon.id, person=case.person)
    if not weapon.released_by:
        return (agreed,)
    doubts = doubted(weapon, "RELEASED", case.now)
    return (agreed, *doubts, e.WeaponReleased(weapon=weapon.id))


def weapon_quarantined(state: State, event: e.WeaponQuarantined) -> State:
    return with_weapon(
        state, event.weapon, quarantine=event.cause, quarantined_by=event.person, released_by=(),
        weapon_class=None, showing=None, clearance=None, offer=None,
    )  # fmt: skip


def release_agreed(state: State, event: e.ReleaseAgreed) -> State:
    names = (*state.weapons[event.weapon].released_by, event.person)
    return with_weapon(state, event.weapon, released_by=names)


def weapon_released(state: State, event: e.WeaponReleased) -> State:
    """Let it start from nothing: no class, everything due; its rounds are still to be found."""
    known = state.weapons[event.weapon].history
    history = replace(known, is_function_due=True, is_bore_due=True, bore_seen=())
    return with_weapon(
        state, event.weapon, quarantine="", quarantined_by="", released_by=(), classed=(),
        weapon_class=None, history=history,
    )  # fmt: skip


JUDGES: dict[type, Judge] = {
    a.ReleaseWeapon: Judge(release_rules, release),
}

EVOLVERS = {
    e.WeaponQuarantined: weapon_quarantined,
    e.ReleaseAgreed: release_agreed,
    e.WeaponReleased: weapon_released,
}
