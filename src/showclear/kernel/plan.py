"""What may be planned for a set-up, and is it staged as planned?

The plan says what the set-up is for, which weapon goes to whom, cold or hot, at whom it points
and how far away people stand. Most accidents were decided here, before anyone touched a weapon;
so a plan is refused on paper, days before, by numbers that nobody has to notice on the day.
A change of the plan ends what was shown for it, and what was told about it.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.effects import all_ended, doubted
from showclear.kernel.people import apart_rules, hot_rules, known_rules
from showclear.kernel.policy import is_no_fire
from showclear.kernel.posts import is_noticed
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import SetUp, State, put
from showclear.kernel.things import Use
from showclear.kernel.trust import named
from showclear.kernel.uses import twice_rules, use_rules
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Layer, Mode, Role, Tone

PLAN_ROLE = Rule(
    code="PLAN-ROLE",
    title="Set-ups are planned, and the talk is given, by armorer, AD or safety",
    layer=Layer.STAGING,
    laws=(13,),
    sources=("daily-ad-armorer-plan", "safety-meeting"),
)
PLAN_KNOWN = Rule(
    code="PLAN-KNOWN",
    title="A plan names weapons and people of the register",
    layer=Layer.STAGING,
    laws=(1,),
    sources=("all-looks-like-weapon",),
)
REPLACE_PLANNED = Rule(
    code="REPLACE-PLANNED",
    title="A weapon is replaced in a set-up whose plan has it",
    layer=Layer.STAGING,
    laws=(2,),
    sources=("new-use-new-clearance",),
)
CALL_BRIEFED = Rule(
    code="CALL-BRIEFED",
    title="Everyone whom the plan names has heard the talk for the plan as it stands",
    layer=Layer.TELLING,
    laws=(13,),
    sources=("safety-meeting", "new-use-new-clearance"),
    tone=Tone.NOT_YET,
)
CALL_NOTICED = Rule(
    code="CALL-NOTICED",
    title="Where notice is asked for, nothing is called before it was given today",
    layer=Layer.TELLING,
    laws=(11,),
    tone=Tone.NOT_YET,
)

RULES = (PLAN_ROLE, PLAN_KNOWN, REPLACE_PLANNED, CALL_BRIEFED, CALL_NOTICED)

PLANNERS = (Role.ARMORER, Role.AD, Role.SAFETY)
"""Who plans a set-up and gives the talk for it."""


def plan_rules(case: Case[a.PlanSetUp]) -> Iterator[Bite]:
    """Yield why this plan is not taken."""
    yield from _role_rules(case)
    yield from _whole_rules(case, _drawn_up(case.act))


def plan(case: Case[a.PlanSetUp]) -> tuple[e.Event, ...]:
    """Return the plan, and the end of what was shown under the plan before it."""
    return _changed(case, _drawn_up(case.act))


def replace_rules(case: Case[a.ReplaceWeapon]) -> Iterator[Bite]:
    """Yield why another weapon does not take the place of this one."""
    yield from _role_rules(case)
    before, after = case.state.setups[case.act.setup], _replaced(case)
    if before.uses == after.uses:
        yield REPLACE_PLANNED.refuses(weapon=case.act.weapon, setup=before.id)
    yield from _whole_rules(case, after)


def replace_weapon(case: Case[a.ReplaceWeapon]) -> tuple[e.Event, ...]:
    """Return the plan with the other weapon in it: it inherits nothing, and is unknown."""
    weapon = case.state.weapons.get(case.act.by_weapon)
    doubts = doubted(weapon, "REPLACES", case.now) if weapon is not None else ()
    return (*_changed(case, _replaced(case)), *doubts)


def brief_rules(case: Case[a.Brief]) -> Iterator[Bite]:
    """Yield why this talk does not count."""
    yield from _role_rules(case)
    yield from known_rules(case, *case.act.heard)


def brief(case: Case[a.Brief]) -> tuple[e.Event, ...]:
    """Return the talk and who heard it."""
    return (e.Briefed(setup=case.act.setup, by_whom=case.person, heard=case.act.heard),)


def staging_rules(case: Case[Any], weapon: Weapon, setup: SetUp) -> Iterator[Bite]:
    """Yield why nothing is called for this set-up as it stands."""
    if case.policy.notice_needed and not is_noticed(case.state):
        yield CALL_NOTICED.refuses(setup=setup.id)
    if is_no_fire(weapon.weapon_class):
        return
    uses = [each for each in setup.uses if each.weapon == weapon.id]
    for use in uses:
        yield from use_rules(case, setup, use)
    unheard = [each for each in named(setup) if each not in setup.briefed]
    if unheard:
        yield CALL_BRIEFED.refuses(person=unheard[0], setup=setup.id, people=len(unheard))
    modes = {each.mode for each in uses} | {weapon.clearance.mode if weapon.clearance else None}
    if Mode.HOT in modes:
        yield from hot_rules(case)


def _role_rules(case: Case[Any]) -> Iterator[Bite]:
    if not case.has_role(*PLANNERS):
        yield PLAN_ROLE.refuses()


def _whole_rules(case: Case[Any], setup: SetUp) -> Iterator[Bite]:
    """Yield why a plan does not stand: its names first, then each use, then all together."""
    for use in setup.uses:
        if use.weapon not in case.state.weapons:
            yield PLAN_KNOWN.refuses(thing=use.weapon)
    for each in named(setup):
        if each not in case.state.people:
            yield PLAN_KNOWN.refuses(thing=each)
        yield from apart_rules(case, each)
    for use in setup.uses:
        yield from use_rules(case, setup, use)
    yield from twice_rules(case, setup)


def _drawn_up(act: a.PlanSetUp) -> SetUp:
    return SetUp(
        id=act.setup,
        slate=act.slate,
        unit=act.unit,
        uses=act.uses,
        purpose=act.purpose,
        inside=act.inside,
        is_public_inside=act.is_public_inside,
        more=act.more,
    )


def _replaced(case: Case[a.ReplaceWeapon]) -> SetUp:
    act, setup = case.act, case.state.setups[case.act.setup]

    def moved(use: Use) -> Use:
        return replace(use, weapon=act.by_weapon) if use.weapon == act.weapon else use

    return replace(setup, uses=tuple(map(moved, setup.uses)))


def _changed(case: Case[Any], setup: SetUp) -> tuple[e.Event, ...]:
    planned = e.SetUpPlanned(
        setup=setup.id,
        slate=setup.slate,
        unit=setup.unit,
        uses=setup.uses,
        purpose=setup.purpose,
        inside=setup.inside,
        is_public_inside=setup.is_public_inside,
        more=setup.more,
    )
    shown = [each for each in case.state.weapons.values() if _is_for(each, setup.id)]
    lines = [each.id for each in case.state.lines.values() if each.setup == setup.id]
    return (
        *all_ended(shown, "PLAN-CHANGED"),
        *(e.LineVoided(line=each, cause="PLAN-CHANGED") for each in lines),
        planned,
    )


def _is_for(weapon: Weapon, setup: str) -> bool:
    shown = weapon.clearance or weapon.showing
    return shown is not None and shown.setup == setup


def set_up_planned(state: State, event: e.SetUpPlanned) -> State:
    """Take the plan; who was told of the one before was not told of this one."""
    setup = replace(
        state.setups.get(event.setup) or SetUp(id=event.setup, slate="", unit=""),
        slate=event.slate,
        unit=event.unit,
        uses=event.uses,
        purpose=event.purpose,
        inside=event.inside,
        is_public_inside=event.is_public_inside,
        more=event.more,
        briefed=(),
    )
    return replace(state, setups=put(state.setups, event.setup, setup))


def briefed(state: State, event: e.Briefed) -> State:
    """Add who heard the talk, and who gave it."""
    setup = state.setups[event.setup]
    heard = tuple(dict.fromkeys((*setup.briefed, event.by_whom, *event.heard)))
    return replace(state, setups=put(state.setups, setup.id, replace(setup, briefed=heard)))


JUDGES = {
    a.PlanSetUp: Judge(plan_rules, plan),
    a.ReplaceWeapon: Judge(replace_rules, replace_weapon),
    a.Brief: Judge(brief_rules, brief),
}

EVOLVERS = {
    e.SetUpPlanned: set_up_planned,
    e.Briefed: briefed,
}
