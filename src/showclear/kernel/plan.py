"""What may be planned for a set-up?

The plan says what the set-up is for, which weapon goes to whom, cold or hot, at whom it points
and how far away people stand. Most accidents were decided here, before anyone touched a weapon;
so the plan is refused on paper, days before, by numbers that nobody has to notice on the day.
A change of the plan ends what was shown for it, and what was told about it.
"""

from collections.abc import Iterator
from dataclasses import replace

from showclear.kernel.asks import Brief, PlanSetUp
from showclear.kernel.decision import Bite
from showclear.kernel.effects import all_ended
from showclear.kernel.events import Briefed, Event, SetUpPlanned
from showclear.kernel.policy import CANNOT_FIRE, profile_of
from showclear.kernel.rule import Case, Rule
from showclear.kernel.state import SetUp, State, put
from showclear.kernel.things import Use
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Layer, Mode, Purpose, Role

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
PLAN_REPLICA = Rule(
    code="PLAN-REPLICA",
    title="Where no shot is called for, the weapon is one that cannot fire or cut",
    layer=Layer.STAGING,
    sources=("alternatives-first", "rubber-for-rehearsal"),
)
PLAN_REASON = Rule(
    code="PLAN-REASON",
    title="A weapon that can fire or cut is planned with a reason: why not a replica",
    layer=Layer.STAGING,
    laws=(13,),
    sources=("alternatives-first",),
)
PLAN_AIM = Rule(
    code="PLAN-AIM",
    title="Nothing that can fire or cut is pointed at a person",
    layer=Layer.STAGING,
    sources=("never-point", "cheat-the-aim"),
)
PLAN_DISTANCE = Rule(
    code="PLAN-DISTANCE",
    title="Nobody stands nearer to a muzzle than the distance in force",
    layer=Layer.STAGING,
    sources=("standoff-20ft", "distance-measured"),
)
PLAN_INSIDE = Rule(
    code="PLAN-INSIDE",
    title="When something fires, nobody is inside the distance",
    layer=Layer.STAGING,
    sources=("standoff-20ft", "cease-at-10ft"),
)
PLAN_PUBLIC = Rule(
    code="PLAN-PUBLIC",
    title="Nothing that can fire is used with the public inside the distance",
    layer=Layer.STAGING,
    sources=("standoff-20ft", "public-view-perimeter"),
)
BRIEF_OWNER = Rule(
    code="BRIEF-OWNER",
    title="The talk is given by armorer, AD or safety, to people of the show",
    layer=Layer.TELLING,
    sources=("safety-meeting", "meeting-contents"),
)

RULES = (
    PLAN_ROLE,
    PLAN_KNOWN,
    PLAN_REPLICA,
    PLAN_REASON,
    PLAN_AIM,
    PLAN_DISTANCE,
    PLAN_INSIDE,
    PLAN_PUBLIC,
    BRIEF_OWNER,
)

PLANNERS = (Role.ARMORER, Role.AD, Role.SAFETY)


def plan_rules(case: Case[PlanSetUp]) -> Iterator[Bite]:
    """Yield why this plan is not taken."""
    if not case.has_role(*PLANNERS):
        yield PLAN_ROLE.refuses()
    for use in case.act.uses:
        people = [use.taker, *use.path, *([use.double] if use.double else [])]
        for each in people:
            if each not in case.state.people:
                yield PLAN_KNOWN.refuses(thing=each)
        weapon = case.state.weapons.get(use.weapon)
        if weapon is None:
            yield PLAN_KNOWN.refuses(thing=use.weapon)
        elif profile_of(weapon.weapon_class) not in CANNOT_FIRE:
            yield from _use_rules(case, use, weapon)


def _use_rules(case: Case[PlanSetUp], use: Use, weapon: Weapon) -> Iterator[Bite]:
    """Yield why this use of something that can fire or cut is not planned."""
    act = case.act
    if act.purpose is not Purpose.TAKE:
        yield PLAN_REPLICA.refuses(weapon=weapon.id, purpose=act.purpose.value)
    if not use.reason:
        yield PLAN_REASON.refuses(weapon=weapon.id)
    if use.aims_at:
        yield PLAN_AIM.refuses(weapon=weapon.id, person=use.aims_at)
    if use.mode is Mode.HOT:
        least = distance_min(case, use)
        if use.distance_mm < least:
            yield PLAN_DISTANCE.refuses(
                weapon=weapon.id, distance_mm=use.distance_mm, least_mm=least
            )
        if act.inside:
            yield PLAN_INSIDE.refuses(person=act.inside[0], inside=len(act.inside))
    if act.is_public_inside:
        yield PLAN_PUBLIC.refuses(weapon=weapon.id)


def distance_min(case: Case[PlanSetUp], use: Use) -> int:
    """Return the least distance in millimetres: the sheet's where a sheet was seen."""
    if use.sheet_mm:
        return max(use.sheet_mm, case.policy.muzzle_distance_least)
    return case.policy.muzzle_distance_min


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
    )
    shown = [weapon for weapon in case.state.weapons.values() if is_for(weapon, act.setup)]
    return (planned, *all_ended(shown, "PLAN-CHANGED"))


def is_for(weapon: Weapon, setup: str) -> bool:
    """Say whether the weapon was shown, or is being shown, for this set-up."""
    shown = weapon.clearance or weapon.showing
    return shown is not None and shown.setup == setup


def brief_rules(case: Case[Brief]) -> Iterator[Bite]:
    """Yield why this talk does not count."""
    unknown = [each for each in case.act.heard if each not in case.state.people]
    if not case.has_role(*PLANNERS) or unknown:
        yield BRIEF_OWNER.refuses(unknown=len(unknown))


def brief(case: Case[Brief]) -> tuple[Event, ...]:
    """Return the talk and who heard it."""
    return (Briefed(setup=case.act.setup, by_whom=case.person, heard=case.act.heard),)


def set_up_planned(state: State, event: SetUpPlanned) -> State:
    """Take the plan; those who were told of the one before have not been told of this one."""
    known = state.setups.get(event.setup)
    setup = SetUp(
        id=event.setup,
        slate=event.slate,
        unit=event.unit,
        uses=event.uses,
        purpose=event.purpose,
        inside=event.inside,
        is_public_inside=event.is_public_inside,
        take=known.take if known is not None else 0,
    )
    return replace(state, setups=put(state.setups, event.setup, setup))


def briefed(state: State, event: Briefed) -> State:
    setup = state.setups[event.setup]
    heard = tuple(dict.fromkeys((*setup.briefed, *event.heard)))
    setup = replace(setup, briefed=heard)
    return replace(state, setups=put(state.setups, setup.id, setup))
