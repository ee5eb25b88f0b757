"""May it be opened and shown, and who has to look?

The armorer opens the weapon and names who is to look. The list is whole or nothing is shown:
the taker, the caller, everyone on its path, and in the circle a second who has counted.
"""

from collections.abc import Iterator

from showclear.kernel import admission, day, people, rounds, watch
from showclear.kernel.asks import ShowWeapon
from showclear.kernel.custody import line_rules, uncounted_rules
from showclear.kernel.decision import Bite
from showclear.kernel.effects import ended
from showclear.kernel.events import Event, ShowBegan
from showclear.kernel.looks import CALLERS, LOOK_MINOR, is_minor, mode_of
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import SetUp
from showclear.kernel.things import Use
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Layer, Mode, Part, Role, Standing, Tone

SHOW_HOLDER = Rule(
    code="SHOW-HOLDER",
    title="The armorer or handler who holds the weapon opens and shows it",
    layer=Layer.CLEARANCE,
    laws=(4,),
    sources=("cold-needs-a-showing", "only-handler-hands-over"),
)
SHOW_KNOWN = Rule(
    code="SHOW-KNOWN",
    title="A weapon whose contents nobody has proved is not shown",
    layer=Layer.CLEARANCE,
    laws=(1, 2),
    sources=("cold-needs-a-showing", "check-before-each-use"),
)
SHOW_TWO = Rule(
    code="SHOW-TWO",
    title="Two people have counted before it is shown",
    layer=Layer.CLEARANCE,
    laws=(3,),
    sources=("check-before-each-use", "prove-five-steps"),
    tone=Tone.NOT_YET,
)
SHOW_MODE = Rule(
    code="SHOW-MODE",
    title="Cold and hot are never one for the other",
    layer=Layer.CLEARANCE,
    laws=(2,),
    sources=("hot-cold-announced", "cold-needs-a-showing"),
)
SHOW_PLAN = Rule(
    code="SHOW-PLAN",
    title="A weapon is shown for the set-up and the person it is planned for",
    layer=Layer.CLEARANCE,
    laws=(2,),
    sources=("new-use-new-clearance",),
)
SHOW_LIST = Rule(
    code="SHOW-LIST",
    title="The show list names everyone who has to look",
    layer=Layer.CLEARANCE,
    laws=(3,),
    sources=("ad-asks-to-be-shown", "performer-offered-look", "shown-to-crew-in-zone"),
    tone=Tone.NOT_YET,
)
CALLER_APART = Rule(
    code="CALLER-APART",
    title="The caller neither inspected nor holds the weapon",
    layer=Layer.CLEARANCE,
    laws=(3,),
    sources=("ad-asks-to-be-shown", "ad-does-not-touch"),
)
SHOW_PAIR = Rule(
    code="SHOW-PAIR",
    title="Two weapons go to one person only as one set-up plans, both cold or both hot",
    layer=Layer.CLEARANCE,
    laws=(2,),
    sources=("hot-cold-announced", "new-use-new-clearance"),
)

RULES = (
    SHOW_HOLDER, SHOW_KNOWN, SHOW_TWO, SHOW_MODE, SHOW_PLAN, SHOW_PAIR, SHOW_LIST, CALLER_APART
)  # fmt: skip

CIRCLE = (Role.SECOND, Role.SAFETY, Role.HANDLER)
"""Who may be the second in the circle."""

COUNTED = (Standing.CALLER, Standing.SECOND, Standing.PATH)
"""Whose own look counts; the taker's may be another's in his place."""


def show_rules(case: Case[ShowWeapon]) -> Iterator[Bite]:
    """Yield why this weapon is not shown."""
    weapon = case.weapon(case.act.weapon)
    if weapon.custody.holder != case.person or not case.has_role(Role.ARMORER, Role.HANDLER):
        yield SHOW_HOLDER.refuses(holder=weapon.custody.holder or "")
    yield from line_rules(case, weapon)
    if weapon.condition.slots is None:
        yield SHOW_KNOWN.refuses(cause=weapon.condition.cause, since=weapon.condition.since)
    yield from people.handler_rules(case, weapon)
    yield from watch.watch_rules(case, weapon)
    yield from uncounted_rules(case, weapon)
    yield from admission.fit_rules(case, weapon)
    yield from rounds.content_rules(case, weapon)
    yield from day.gate_rules(case, weapon)
    signers = {look.person for look in weapon.condition.inspected}
    if case.needs(weapon, Part.TWO_INSPECTORS) and len(signers) < 2:
        yield SHOW_TWO.refuses(counted=len(signers))
    if mode_of(weapon) is not case.act.mode:
        yield SHOW_MODE.refuses(asked=case.act.mode.value)
    yield from _plan_rules(case, weapon)
    yield from _list_rules(case, weapon, signers)


def planned_use(setup: SetUp, weapon: str, to: str) -> Iterator[Use]:
    """Yield each use that the set-up plans of this weapon for this person, or his double."""
    for use in setup.uses:
        if use.weapon == weapon and to and to in (use.taker, use.double):
            yield use


def _plan_rules(case: Case[ShowWeapon], weapon: Weapon) -> Iterator[Bite]:
    """A hot weapon is for one taker: it passes along no path."""
    act, setup = case.act, case.setup(case.act.setup)
    uses = list(planned_use(setup, act.weapon, act.to)) if setup else []
    planned = [use for use in uses if use.mode is act.mode]
    if not planned or (act.mode is Mode.HOT and planned[0].path):
        yield SHOW_PLAN.refuses(to=act.to, setup=act.setup)
    for other in case.state.weapons.values():
        shown = other.clearance or other.showing
        if shown is None or other is weapon or shown.to != act.to:
            continue
        if (shown.setup, shown.mode) != (act.setup, act.mode):
            yield SHOW_PAIR.refuses(weapon=other.id, to=act.to)
    for use in planned[:1]:
        yield from _path_rules(case, weapon, use)


def _path_rules(case: Case[ShowWeapon], weapon: Weapon, use: Use) -> Iterator[Bite]:
    on_list = _listed(case.act, Standing.PATH)
    hands = [each for each in use.path if each != case.act.to]
    if not set(hands) <= set(on_list):
        yield SHOW_LIST.refuses(missing="path")
    for each in hands:
        yield from people.taker_rules(case, weapon, each)


def _list_rules(case: Case[ShowWeapon], weapon: Weapon, signers: set[str]) -> Iterator[Bite]:
    act, listed = case.act, [each.person for each in case.act.people]
    if not set(listed) <= case.state.people.keys() or len(set(listed)) != len(listed):
        yield SHOW_LIST.refuses(missing="people")
    if _listed(act, Standing.TAKER) != [act.to] or act.to == case.person:
        yield SHOW_LIST.refuses(missing="taker")
    callers = _listed(act, Standing.CALLER)
    if case.needs(weapon, Part.CALLER_LOOK):
        if not any(_is(case, each, CALLERS) for each in callers):
            yield SHOW_LIST.refuses(missing="caller")
        for each in callers:
            if each in signers or each in (case.person, act.to):
                yield CALLER_APART.refuses(person=each)
    seconds = {each for each in _listed(act, Standing.SECOND) if _is(case, each, CIRCLE)}
    if case.needs(weapon, Part.CIRCLE) and not seconds & signers - {case.person, act.to}:
        yield SHOW_LIST.refuses(missing="second")
    for one in act.people:
        if one.standing in COUNTED and is_minor(case, one.person):
            yield LOOK_MINOR.refuses(person=one.person)


def _listed(act: ShowWeapon, standing: Standing) -> list[str]:
    return [each.person for each in act.people if each.standing is standing]


def _is(case: Case[ShowWeapon], person: str, roles: tuple[Role, ...]) -> bool:
    known = case.state.people.get(person)
    return known is not None and any(role in known.roles for role in roles)


def show(case: Case[ShowWeapon]) -> tuple[Event, ...]:
    """Return the opening of the show list; a new showing ends the one before."""
    act, setup = case.act, case.setup(case.act.setup)
    began = ShowBegan(
        weapon=act.weapon,
        setup=act.setup,
        to=act.to,
        mode=act.mode,
        shown_by=case.person,
        people=act.people,
        at=case.now,
        more=setup.more if setup else (),
    )
    return (*ended(case.weapon(act.weapon), "SHOWN-AGAIN"), began)


JUDGES = {
    ShowWeapon: Judge(show_rules, show),
}
