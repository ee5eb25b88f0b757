"""Is this weapon fit for use?

It works as somebody worked it, its bore is clear as two people saw it, and nothing found on it
stands open. What anyone finds wrong puts it into quarantine (quarantine.py).
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.effects import opened_again
from showclear.kernel.people import HANDLER_CRED, has_paper, minor_rules
from showclear.kernel.policy import is_no_fire, profile_of
from showclear.kernel.quarantine import apart_rules, quarantined
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import State, with_weapon
from showclear.kernel.weapon import History, Weapon
from showclear.kernel.words import TESTERS, Layer, Profile, RoundKind, Tone, WeaponClass

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
RULES = (
    FUNCTION_DUE, BORE_DUE, CHARGE_GAP, CHECK_ROLE, CHECK_EMPTY,
    FUNCTION_FAULT, BORE_BLOCKED, BORE_TWICE,
)  # fmt: skip

CANNOT_FIRE = (Profile.NO_FIRE, Profile.BLADE)


def fit_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    """Yield why this weapon is not fit to be shown or given."""
    yield from apart_rules(case, weapon)
    if weapon.history.is_function_due and not is_no_fire(weapon.weapon_class):
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


def _check_rules(case: Case[a.CheckFunction] | Case[a.SeeBore]) -> Iterator[Bite]:
    """Yield why this check does not count."""
    weapon = case.weapon(case.act.weapon)
    if not case.has_role(*TESTERS):
        yield CHECK_ROLE.refuses()
    yield from minor_rules(case, case.person)
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
    found = case.weapon(case.act.weapon).weapon_class
    if not is_no_fire(found) and not has_paper(case, case.person, found):
        yield HANDLER_CRED.refuses(person=case.person)


def check_function(case: Case[a.CheckFunction]) -> tuple[e.Event, ...]:
    """Return that it works; a fault, in a replay without its rule, is no check."""
    checked = e.FunctionChecked(weapon=case.act.weapon, person=case.person)
    again = opened_again(case.weapon(case.act.weapon))
    return (*again, checked) if case.act.works else ()


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
    again = opened_again(case.weapon(case.act.weapon))
    return (*again, seen) if case.act.is_clear else ()


def function_checked(state: State, event: e.FunctionChecked) -> State:
    history = state.weapons[event.weapon].history
    return with_weapon(state, event.weapon, history=replace(history, is_function_due=False))


def bore_seen(state: State, event: e.BoreSeen) -> State:
    history: History = state.weapons[event.weapon].history
    seen = tuple(dict.fromkeys((*history.bore_seen, event.person)))
    is_due = history.is_bore_due and len(seen) < 2
    changed = replace(history, is_bore_due=is_due, bore_seen=seen)
    return with_weapon(state, event.weapon, history=changed)


JUDGES: dict[type, Judge] = {
    a.CheckFunction: Judge(function_rules, check_function),
    a.SeeBore: Judge(bore_look_rules, see_bore),
}

EVOLVERS = {
    e.FunctionChecked: function_checked,
    e.BoreSeen: bore_seen,
}
