"""What may be planned for a set-up?

The plan says which weapon goes to whom, cold or hot. A change of the plan ends what was shown
for it.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel.asks import PlanSetUp
from showclear.kernel.decision import Bite
from showclear.kernel.effects import ended
from showclear.kernel.events import Event, SetUpPlanned
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import SetUp, State, put
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Layer, Role

PLAN_ROLE = Rule(
    code="PLAN-ROLE",
    title="Set-ups are planned by armorer, AD or safety",
    layer=Layer.STAGING,
    laws=(13,),
    sources=("daily-ad-armorer-plan",),
)
PLAN_KNOWN = Rule(
    code="PLAN-KNOWN",
    title="A plan names weapons and people of the register",
    layer=Layer.STAGING,
    laws=(1,),
    sources=("all-looks-like-weapon",),
)

RULES = (PLAN_ROLE, PLAN_KNOWN)


def plan_rules(case: Case[PlanSetUp]) -> Iterator[Bite]:
    """Yield why this plan is not taken."""
    if not case.has_role(Role.ARMORER, Role.AD, Role.SAFETY):
        yield PLAN_ROLE.refuses()
    for use in case.act.uses:
        if use.weapon not in case.state.weapons:
            yield PLAN_KNOWN.refuses(thing=use.weapon)
        if use.taker not in case.state.people:
            yield PLAN_KNOWN.refuses(thing=use.taker)


def plan(case: Case[PlanSetUp]) -> tuple[Event, ...]:
    """Return the plan, and the end of what was shown under the plan before it."""
    act = case.act
    planned = SetUpPlanned(
        setup=act.setup,
        slate=act.slate,
        unit=act.unit,
        uses=act.uses,
        purpose=act.purpose,
        inside=act.inside,
        is_public_inside=act.is_public_inside,
        more=act.more,
    )
    shown = [weapon for weapon in case.state.weapons.values() if _is_for(weapon, act.setup)]
    return (planned, *(event for weapon in shown for event in ended(weapon, "PLAN-CHANGED")))


def _is_for(weapon: Weapon, setup: str) -> bool:
    return (weapon.clearance is not None and weapon.clearance.setup == setup) or (
        weapon.showing is not None and weapon.showing.setup == setup
    )


def staging_rules(case: Case[Any], weapon: Weapon, setup: SetUp) -> Iterator[Bite]:
    """Yield why nothing is called for this set-up as it stands."""
    return iter(())


def set_up_planned(state: State, event: SetUpPlanned) -> State:
    known = state.setups.get(event.setup)
    setup = SetUp(
        id=event.setup,
        slate=event.slate,
        unit=event.unit,
        uses=event.uses,
        purpose=event.purpose,
        inside=event.inside,
        is_public_inside=event.is_public_inside,
        more=event.more,
        take=known.take if known is not None else 1,
    )
    return replace(state, setups=put(state.setups, event.setup, setup))


JUDGES = {
    PlanSetUp: Judge(plan_rules, plan),
}

EVOLVERS = {
    SetUpPlanned: set_up_planned,
}
