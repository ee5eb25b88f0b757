"""What follows when a weapon is out of sight, or out too long?

Both are words that only take away: anyone says them, and nobody can refuse them. A weapon that
was left is unknown; one that is long in a hand between takes is no longer shown to anybody.
"""

from collections.abc import Iterator

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.custody import is_out
from showclear.kernel.decision import Bite
from showclear.kernel.effects import bore_due, doubted, ended, is_item_out, items_doubted
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import State, with_weapon
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import KEEPERS, Layer, Tone

UNATTENDED = Rule(
    code="UNATTENDED",
    title="A weapon out of hand and sight is unknown from then on",
    layer=Layer.STORAGE,
    laws=(1, 5, 8),
    sources=("locked-or-held", "out-of-sight-voids"),
    tone=Tone.ALARM,
)
HELD_LONG = Rule(
    code="HELD-LONG",
    title="Between takes nobody keeps a weapon for long",
    layer=Layer.CLEARANCE,
    laws=(5,),
    sources=("back-at-cut",),
    tone=Tone.ALARM,
)

RULES = (UNATTENDED, HELD_LONG)


def _meant(case: Case[a.ReportUnattended | a.ReportOverdue]) -> list[Weapon]:
    """Return the weapon named; a word that names none known means each that is out."""
    known = case.state.weapons
    named = known.get(case.act.weapon or "")
    return [named] if named is not None else [each for each in known.values() if is_out(each)]


def unattended_rules(case: Case[a.ReportUnattended]) -> Iterator[Bite]:
    """Yield the alarm of each weapon that was left."""
    for weapon in _meant(case):
        yield UNATTENDED.alarms(weapon.id)


def report_unattended(case: Case[a.ReportUnattended]) -> tuple[e.Event, ...]:
    """Make the contents unknown, and nobody watches it any more.

    Where no weapon known is named, each magazine or belt that is out is unknown too.
    """
    weapons = tuple(
        event
        for weapon in _meant(case)
        for event in (
            e.LeftUnattended(weapon=weapon.id, at=case.now),
            *doubted(weapon, UNATTENDED.code, case.now),
        )
    )
    if (case.act.weapon or "") in case.state.weapons:
        return weapons
    out = [each for each in case.state.items.values() if is_item_out(each)]
    return (*weapons, *items_doubted(out, UNATTENDED.code, case.now))


def overdue_rules(case: Case[a.ReportOverdue]) -> Iterator[Bite]:
    """Yield the alarm of each weapon that is long in a hand that does not keep weapons."""
    limit = case.policy.held_age_max
    for weapon in filter(is_out, _meant(case)):
        holder = case.state.people.get(weapon.custody.holder or "")
        is_kept = holder is not None and any(role in holder.roles for role in KEEPERS)
        is_long = not case.is_fresh(weapon.custody.since, limit)
        if is_long and not is_kept and not _is_in_take(case.state, weapon):
            yield HELD_LONG.alarms(weapon.id, *ended(weapon, HELD_LONG.code))


def _is_in_take(state: State, weapon: Weapon) -> bool:
    """Say whether a take runs that has it: what it is shown for, or planned in."""
    shown_for = weapon.clearance.setup if weapon.clearance is not None else ""
    return any(
        setup.is_running
        and (setup.id == shown_for or weapon.id in [use.weapon for use in setup.uses])
        for setup in state.setups.values()
    )


def left_unattended(state: State, event: e.LeftUnattended) -> State:
    """End the watch, and ask for the bore: who reached it may have left something in it.

    The doubt about the contents is an event of its own.
    """
    history = bore_due(state.weapons[event.weapon]).history
    return with_weapon(state, event.weapon, watchers=(), holstered_under=None, history=history)


JUDGES = {
    a.ReportUnattended: Judge(unattended_rules, report_unattended),
    a.ReportOverdue: Judge(overdue_rules, lambda case: ()),
}

EVOLVERS = {
    e.LeftUnattended: left_unattended,
}
