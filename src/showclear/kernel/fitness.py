"""Is this weapon fit for use, and how does it come back when it was not?

It works as somebody worked it, its bore is clear as two people saw it, and nothing found on it
stands open. What is found wrong puts it into quarantine; out of quarantine it starts from nothing.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.effects import doubted
from showclear.kernel.policy import profile_of
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import State, with_weapon
from showclear.kernel.weapon import History, SealedCase, Weapon
from showclear.kernel.words import Layer, Profile, Role, RoundKind, Tone, WeaponClass

KEEPERS = (Role.ARMORER, Role.HANDLER, Role.PROP_MASTER)
"""Who takes weapons in."""

TESTERS = (*KEEPERS, Role.SECOND, Role.SAFETY)
"""Who tests what a weapon can do, and who inspects one."""

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
FUNCTION_DUE = Rule(
    code="FUNCTION-DUE",
    title="Its working is checked before a weapon is shown or given",
    layer=Layer.ROUNDS,
    laws=(1,),
    sources=("check-before-each-use",),
    tone=Tone.NOT_YET,
)
BORE_DUE = Rule(
    code="BORE-DUE",
    title="Before a blank goes in, two people have seen the bore clear",
    layer=Layer.ROUNDS,
    laws=(1, 3),
    sources=("bore-before-after-sequence", "prove-five-steps"),
)
CHARGE_GAP = Rule(
    code="CHARGE-GAP",
    title="The next charge waits until nothing can glow in the bore",
    layer=Layer.ROUNDS,
    laws=(1,),
    sources=("bore-before-after-sequence",),
)
CHECK_ROLE = Rule(
    code="CHECK-ROLE",
    title="A weapon is checked by those who test weapons",
    layer=Layer.ROUNDS,
    laws=(3,),
    sources=("qualified-handler-named", "check-before-each-use"),
)
CHECK_EMPTY = Rule(
    code="CHECK-EMPTY",
    title="An action is worked and a bore looked through in a hand, after it was proved empty",
    layer=Layer.ROUNDS,
    laws=(1,),
    sources=("prove-five-steps",),
    tone=Tone.NOT_YET,
)
FUNCTION_FAULT = Rule(
    code="FUNCTION-FAULT",
    title="A weapon that does not work as it should is put apart",
    layer=Layer.ROUNDS,
    laws=(1,),
    sources=("no-self-repair", "check-before-each-use"),
    tone=Tone.ALARM,
)
BORE_BLOCKED = Rule(
    code="BORE-BLOCKED",
    title="A weapon with something in its bore is put apart",
    layer=Layer.ROUNDS,
    laws=(1,),
    sources=("bore-before-after-sequence",),
    tone=Tone.ALARM,
)
BORE_TWICE = Rule(
    code="BORE-TWICE",
    title="The second look through the bore is another person's",
    layer=Layer.ROUNDS,
    laws=(3,),
    sources=("bore-before-after-sequence",),
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
    QUARANTINED, CASE_SEALED, FUNCTION_DUE, BORE_DUE, CHECK_ROLE, CHECK_EMPTY,
    FUNCTION_FAULT, BORE_BLOCKED, BORE_TWICE, RELEASE_OPEN, RELEASE_ROLE, RELEASE_TWICE,
    RELEASE_WORDS,
)  # fmt: skip

CANNOT_FIRE = (Profile.NO_FIRE, Profile.BLADE)

IN_QUARANTINE: tuple[type, ...] = (
    a.ClassWeapon, a.SeePaper, a.ReleaseWeapon, a.LockUp, a.OfferReturn, a.TakeBack, a.TakeWatch,
    a.Unload, a.RemoveItem,
)  # fmt: skip
"""What is done with a weapon in quarantine: it is watched, emptied, brought back, looked into."""


def apart_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    """Yield why this weapon is put apart. General: it stands before every act about a weapon."""
    sealed = sealed_in(case.state, weapon.id)
    if sealed is not None:
        yield CASE_SEALED.refuses(case=sealed.id)
    if weapon.quarantine and not isinstance(case.act, IN_QUARANTINE):
        yield QUARANTINED.refuses(cause=weapon.quarantine)


def fit_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    """Yield why this weapon is not fit to be shown or given."""
    yield from apart_rules(case, weapon)
    if weapon.history.is_function_due and profile_of(weapon.weapon_class) is not Profile.NO_FIRE:
        yield FUNCTION_DUE.refuses()
    slots = weapon.condition.slots or ()
    if any(each is not None and each.kind is RoundKind.BLANK for each in slots):
        yield from _due_rules(weapon)


def bore_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    """Yield why no blank goes into this weapon."""
    yield from _due_rules(weapon)
    fired_at, gap = weapon.history.fired_at, case.policy.charge_gap_min
    if weapon.weapon_class is not WeaponClass.CANNON or fired_at is None:
        return
    if case.age(fired_at) < gap:
        yield CHARGE_GAP.refuses(age=case.age(fired_at), limit=gap)


def _due_rules(weapon: Weapon) -> Iterator[Bite]:
    history = weapon.history
    if history.is_bore_due and profile_of(weapon.weapon_class) not in CANNOT_FIRE:
        yield BORE_DUE.refuses(looked=len(history.bore_seen))


def sealed_in(state: State, weapon: str) -> SealedCase | None:
    """Return the sealed case that the weapon lies in, if it lies in one."""
    return next((each for each in state.cases.values() if weapon in each.weapons), None)


def quarantined(weapon: Weapon, cause: str, case: Case[Any]) -> tuple[e.Event, ...]:
    """Return the putting apart of a weapon, by the finding of the person who asks."""
    apart = e.WeaponQuarantined(weapon=weapon.id, cause=cause, person=case.person)
    return (*doubted(weapon, cause, case.now), apart)


def _check_rules(case: Case[a.CheckFunction] | Case[a.SeeBore]) -> Iterator[Bite]:
    """Yield why this check does not count."""
    weapon = case.weapon(case.act.weapon)
    if not case.has_role(*TESTERS):
        yield CHECK_ROLE.refuses()
    condition, can_fire = weapon.condition, profile_of(weapon.weapon_class) not in CANNOT_FIRE
    is_empty = condition.slots is not None and not any(condition.slots) and not weapon.items
    if weapon.custody.holder is None or (can_fire and not is_empty):
        yield CHECK_EMPTY.refuses(cause=condition.cause)


def function_rules(case: Case[a.CheckFunction]) -> Iterator[Bite]:
    """Yield the alarm of a fault, from anyone; then why a good word does not count."""
    if not case.act.works:
        weapon = case.weapon(case.act.weapon)
        yield FUNCTION_FAULT.alarms(weapon.id, *quarantined(weapon, FUNCTION_FAULT.code, case))
    yield from _check_rules(case)


def check_function(case: Case[a.CheckFunction]) -> tuple[e.Event, ...]:
    """Return that it works; a fault, in a replay without its rule, is no check."""
    checked = e.FunctionChecked(weapon=case.act.weapon, person=case.person)
    return (checked,) if case.act.works else ()


def bore_look_rules(case: Case[a.SeeBore]) -> Iterator[Bite]:
    """Yield the alarm of a bore that is not clear, from anyone; then why this look is none."""
    weapon = case.weapon(case.act.weapon)
    if not case.act.is_clear:
        yield BORE_BLOCKED.alarms(weapon.id, *quarantined(weapon, BORE_BLOCKED.code, case))
    yield from _check_rules(case)
    if weapon.history.is_bore_due and case.person in weapon.history.bore_seen:
        yield BORE_TWICE.refuses(person=case.person)


def see_bore(case: Case[a.SeeBore]) -> tuple[e.Event, ...]:
    """Return the look; one that saw something, in a replay without its rule, is none."""
    seen = e.BoreSeen(weapon=case.act.weapon, person=case.person)
    return (seen,) if case.act.is_clear else ()


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


def function_checked(state: State, event: e.FunctionChecked) -> State:
    history = state.weapons[event.weapon].history
    return with_weapon(state, event.weapon, history=replace(history, is_function_due=False))


def bore_seen(state: State, event: e.BoreSeen) -> State:
    history: History = state.weapons[event.weapon].history
    seen = tuple(dict.fromkeys((*history.bore_seen, event.person)))
    is_due = history.is_bore_due and len(seen) < 2
    changed = replace(history, is_bore_due=is_due, bore_seen=seen)
    return with_weapon(state, event.weapon, history=changed)


JUDGES = {
    a.CheckFunction: Judge(function_rules, check_function),
    a.SeeBore: Judge(bore_look_rules, see_bore),
    a.ReleaseWeapon: Judge(release_rules, release),
}

EVOLVERS = {
    e.WeaponQuarantined: weapon_quarantined,
    e.ReleaseAgreed: release_agreed,
    e.WeaponReleased: weapon_released,
    e.FunctionChecked: function_checked,
    e.BoreSeen: bore_seen,
}
