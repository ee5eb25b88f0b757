"""To whom was it shown, and did they look?

The armorer opens the weapon and names who is to look. Each answers for himself with what he
counted; nobody is sent another's answer. When the last answer is in and all agree, the weapon
is *shown* to its taker, for this set-up, for a short time. That is all a clearance is.
"""

from collections.abc import Iterator
from dataclasses import replace

from showclear.kernel import admission, day, people, rounds
from showclear.kernel.asks import AnswerLook, AskAgain, RatherRubber, ShowWeapon
from showclear.kernel.decision import Bite
from showclear.kernel.effects import all_ended, ended
from showclear.kernel.events import Event, LookAnswered, ShowBegan, WeaponShown
from showclear.kernel.proof import count_rules, counted, differs
from showclear.kernel.rule import Case, Judge, Rule, no_rules
from showclear.kernel.state import State, put
from showclear.kernel.things import Look
from showclear.kernel.weapon import Clearance, ShowList, Weapon
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
LOOK_OPEN = Rule(
    code="LOOK-OPEN",
    title="A look is answered while the weapon is being shown",
    layer=Layer.CLEARANCE,
    laws=(12,),
    sources=("cold-needs-a-showing",),
    tone=Tone.NOT_YET,
)
LOOK_LISTED = Rule(
    code="LOOK-LISTED",
    title="A look is answered once, by a person on the show list",
    layer=Layer.CLEARANCE,
    laws=(3,),
    sources=("performer-offered-look",),
)

RULES = (
    SHOW_HOLDER,
    SHOW_KNOWN,
    SHOW_TWO,
    SHOW_MODE,
    SHOW_PLAN,
    SHOW_LIST,
    CALLER_APART,
    LOOK_OPEN,
    LOOK_LISTED,
)

CALLERS = (Role.AD, Role.SAFETY)
"""Who may be the independent caller."""


def show_rules(case: Case[ShowWeapon]) -> Iterator[Bite]:
    """Yield why this weapon is not shown."""
    weapon = case.weapon(case.act.weapon)
    if weapon.custody.holder != case.person or not case.has_role(Role.ARMORER, Role.HANDLER):
        yield SHOW_HOLDER.refuses(holder=weapon.custody.holder or "")
    if weapon.condition.slots is None:
        yield SHOW_KNOWN.refuses(cause=weapon.condition.cause, since=weapon.condition.since)
    yield from people.handler_rules(case, weapon)
    yield from admission.fit_rules(case, weapon)
    yield from rounds.content_rules(case, weapon)
    yield from day.gate_rules(case, weapon)
    signers = {look.person for look in weapon.condition.inspected}
    if case.needs(weapon, Part.TWO_INSPECTORS) and len(signers) < 2:
        yield SHOW_TWO.refuses(counted=len(signers))
    if mode_of(weapon) is not case.act.mode:
        yield SHOW_MODE.refuses(asked=case.act.mode.value)
    yield from _plan_rules(case)
    yield from _list_rules(case, weapon, signers)


def mode_of(weapon: Weapon) -> Mode:
    """Return hot when a blank is known to be in it, else cold."""
    return Mode.HOT if counted(weapon.condition.slots or ()).blank else Mode.COLD


def _plan_rules(case: Case[ShowWeapon]) -> Iterator[Bite]:
    act, setup = case.act, case.setup(case.act.setup)
    asked = (act.weapon, act.to, act.mode)
    uses = setup.uses if setup is not None else ()
    if asked not in {(use.weapon, use.taker, use.mode) for use in uses}:
        yield SHOW_PLAN.refuses(to=act.to, setup=act.setup)


def _list_rules(case: Case[ShowWeapon], weapon: Weapon, signers: set[str]) -> Iterator[Bite]:
    people = case.act.people
    takers = [each.person for each in people if each.standing is Standing.TAKER]
    callers = [each.person for each in people if each.standing is Standing.CALLER]
    unknown = [each.person for each in people if each.person not in case.state.people]
    if unknown or len({each.person for each in people}) != len(people):
        yield SHOW_LIST.refuses(missing="people")
    if takers != [case.act.to] or case.act.to == case.person:
        yield SHOW_LIST.refuses(missing="taker")
    if case.needs(weapon, Part.CALLER_LOOK):
        if not any(_may_call(case, each) for each in callers):
            yield SHOW_LIST.refuses(missing="caller")
        for each in callers:
            if each in signers or each in (case.person, case.act.to):
                yield CALLER_APART.refuses(person=each)


def _may_call(case: Case[ShowWeapon], person: str) -> bool:
    known = case.state.people.get(person)
    return known is not None and any(role in known.roles for role in CALLERS)


def show(case: Case[ShowWeapon]) -> tuple[Event, ...]:
    """Return the opening of the show list; a new showing ends the one before."""
    act = case.act
    began = ShowBegan(
        weapon=act.weapon,
        setup=act.setup,
        to=act.to,
        mode=act.mode,
        shown_by=case.person,
        people=act.people,
        at=case.now,
    )
    return (*ended(case.weapon(act.weapon), "SHOWN-AGAIN"), began)


def answer_rules(case: Case[AnswerLook]) -> Iterator[Bite]:
    """Yield why this answer does not count. A count that differs is an alarm at once."""
    weapon = case.weapon(case.act.weapon)
    showing = weapon.showing
    if showing is None:
        yield LOOK_OPEN.refuses()
        return
    listed = {each.person for each in showing.people}
    if case.person not in listed or case.person in {look.person for look in showing.looks}:
        yield LOOK_LISTED.refuses(person=case.person)
    yield from count_rules(weapon, case.act.seen)
    yield from differs(case, weapon, case.act.seen)


def answer(case: Case[AnswerLook]) -> tuple[Event, ...]:
    """Return the look; with the last one of the list, that the weapon is shown."""
    weapon = case.weapon(case.act.weapon)
    showing = weapon.showing
    if showing is None:
        return ()  # Only in a replay without the rule that a look needs an open show list.
    looked = LookAnswered(
        weapon=weapon.id,
        person=case.person,
        device=case.asker.device,
        seen=case.act.seen,
        at=case.now,
    )
    if still_to_look(showing) != (case.person,):
        return (looked,)
    shown = WeaponShown(
        weapon=weapon.id,
        to=showing.to,
        setup=showing.setup,
        mode=showing.mode,
        at=case.now,
        until=case.now + case.policy.clearance_age_max,
    )
    return (looked, shown)


def ask_again(case: Case[AskAgain]) -> tuple[Event, ...]:
    """End what was shown, so that it is shown again. Nobody is asked why."""
    return _taken_back(case, "SHOW-AGAIN")


def rather_rubber(case: Case[RatherRubber]) -> tuple[Event, ...]:
    """End what was shown: something that cannot fire takes its place."""
    return _taken_back(case, "RATHER-RUBBER")


def _taken_back(case: Case[AskAgain | RatherRubber], cause: str) -> tuple[Event, ...]:
    """End it for the weapon named; a word that names none known ends it for every weapon."""
    known = case.state.weapons
    named = known.get(case.act.weapon or "")
    return all_ended(known.values() if named is None else (named,), cause)


def still_to_look(showing: ShowList) -> tuple[str, ...]:
    """Return who on the show list has not answered, in its order."""
    looked = {look.person for look in showing.looks}
    return tuple(each.person for each in showing.people if each.person not in looked)


def show_began(state: State, event: ShowBegan) -> State:
    showing = ShowList(
        to=event.to,
        setup=event.setup,
        mode=event.mode,
        shown_by=event.shown_by,
        began_at=event.at,
        people=event.people,
    )
    weapon = replace(state.weapons[event.weapon], showing=showing, clearance=None, offer=None)
    return replace(state, weapons=put(state.weapons, weapon.id, weapon))


def look_answered(state: State, event: LookAnswered) -> State:
    weapon = state.weapons[event.weapon]
    assert weapon.showing is not None, "a look belongs to an open show list"
    look = Look(person=event.person, device=event.device, at=event.at, seen=event.seen)
    showing = replace(weapon.showing, looks=(*weapon.showing.looks, look))
    return replace(state, weapons=put(state.weapons, weapon.id, replace(weapon, showing=showing)))


def weapon_shown(state: State, event: WeaponShown) -> State:
    weapon = state.weapons[event.weapon]
    assert weapon.showing is not None, "a weapon is shown when its show list is answered"
    clearance = Clearance(
        to=event.to,
        setup=event.setup,
        mode=event.mode,
        shown_by=weapon.showing.shown_by,
        looked=tuple(look.person for look in weapon.showing.looks),
        began_at=event.at,
        until=event.until,
    )
    weapon = replace(weapon, showing=None, clearance=clearance)
    return replace(state, weapons=put(state.weapons, weapon.id, weapon))


JUDGES = {
    ShowWeapon: Judge(show_rules, show),
    AnswerLook: Judge(answer_rules, answer),
    AskAgain: Judge(no_rules, ask_again),
    RatherRubber: Judge(no_rules, rather_rubber),
}

EVOLVERS = {
    ShowBegan: show_began,
    LookAnswered: look_answered,
    WeaponShown: weapon_shown,
}
