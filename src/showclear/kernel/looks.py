"""To whom was it shown, and did they look?

Each person on the show list answers for himself with what he counted; nobody is sent another's
answer. When the last answer is in and all agree, the weapon is *shown* to its taker, for this
set-up, for a short time. That is all a clearance is. A taker who would rather not look names
somebody who looks in his place, in front of him; a minor always does.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel import asks as a
from showclear.kernel.asks import AnswerLook, AskAgain, RatherRubber
from showclear.kernel.decision import Bite
from showclear.kernel.effects import all_ended
from showclear.kernel.events import Event, LookAnswered, LookDeclined, ShowBegan, WeaponShown
from showclear.kernel.proof import count_rules, counted, differs
from showclear.kernel.rule import Case, Judge, Rule, no_rules
from showclear.kernel.state import State, with_weapon
from showclear.kernel.things import Look
from showclear.kernel.weapon import Clearance, ShowList, Weapon
from showclear.kernel.words import Layer, Mode, Role, Standing, Tone

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
LOOK_MINOR = Rule(
    code="LOOK-MINOR",
    title="The look of a minor stands for nobody's",
    layer=Layer.CLEARANCE,
    laws=(3,),
)
LOOK_CHOSEN = Rule(
    code="LOOK-CHOSEN",
    title="Who looks in the taker's place has had no hand in the weapon",
    layer=Layer.CLEARANCE,
    laws=(3,),
    sources=("performer-offered-look",),
)

RULES = (LOOK_OPEN, LOOK_LISTED, LOOK_MINOR, LOOK_CHOSEN)

CALLERS = (Role.AD, Role.SAFETY)
"""Who may be the independent caller."""


def mode_of(weapon: Weapon) -> Mode:
    """Return hot when a blank is known to be in it, else cold."""
    return Mode.HOT if counted(weapon.condition.slots or ()).blank else Mode.COLD


def answer_rules(case: Case[AnswerLook]) -> Iterator[Bite]:
    """Yield why this answer does not count. A count that differs is an alarm at once."""
    weapon = case.weapon(case.act.weapon)
    showing = weapon.showing
    if showing is None:
        yield LOOK_OPEN.refuses()
        return
    if case.person not in still_to_look(showing):
        yield LOOK_LISTED.refuses(person=case.person)
    asked = [each.person for each in showing.people if each.standing is Standing.ASKED]
    if is_minor(case, case.person) and case.person not in asked:
        yield LOOK_MINOR.refuses(person=case.person)
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


def is_minor(case: Case[Any], person: str) -> bool:
    """Say whether this person is a minor, whose look stands for nobody's."""
    known = case.state.people.get(person)
    return known is not None and known.is_minor


def decline_rules(case: Case[a.DeclineLook]) -> Iterator[Bite]:
    """Yield why nobody looks in this person's place."""
    weapon, chosen = case.weapon(case.act.weapon), case.act.chosen
    showing = weapon.showing
    if showing is None:
        yield LOOK_OPEN.refuses()
        return
    looked = {look.person for look in showing.looks}
    if case.person != showing.to or showing.to in looked or showing.chosen in looked:
        yield LOOK_LISTED.refuses(person=case.person)
    others = {showing.shown_by, weapon.condition.loader or ""}
    others |= {look.person for look in weapon.condition.inspected}
    others |= {each.person for each in showing.people}
    if chosen not in case.state.people or chosen in others or is_minor(case, chosen):
        yield LOOK_CHOSEN.refuses(person=chosen)


def decline(case: Case[a.DeclineLook]) -> tuple[Event, ...]:
    """Return that somebody of the taker's choosing looks in his place, in front of him."""
    if case.weapon(case.act.weapon).showing is None:
        return ()
    return (LookDeclined(weapon=case.act.weapon, person=case.person, chosen=case.act.chosen),)


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
    """Return who has not answered, in the order of the list; the chosen in the taker's place."""
    looked = {look.person for look in showing.looks}
    listed = (
        showing.chosen if showing.chosen and each.standing is Standing.TAKER else each.person
        for each in showing.people
    )  # fmt: skip
    return tuple(each for each in listed if each not in looked)


def show_began(state: State, event: ShowBegan) -> State:
    showing = ShowList(
        to=event.to,
        setup=event.setup,
        mode=event.mode,
        shown_by=event.shown_by,
        began_at=event.at,
        people=event.people,
        more=event.more,
    )
    return with_weapon(state, event.weapon, showing=showing, clearance=None, offer=None)


def look_answered(state: State, event: LookAnswered) -> State:
    weapon = state.weapons[event.weapon]
    assert weapon.showing is not None, "a look belongs to an open show list"
    look = Look(person=event.person, device=event.device, at=event.at, seen=event.seen)
    showing = replace(weapon.showing, looks=(*weapon.showing.looks, look))
    return with_weapon(state, event.weapon, showing=showing)


def look_declined(state: State, event: LookDeclined) -> State:
    weapon = state.weapons[event.weapon]
    assert weapon.showing is not None, "a look is declined while the weapon is being shown"
    return with_weapon(state, event.weapon, showing=replace(weapon.showing, chosen=event.chosen))


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
        more=weapon.showing.more,
        chosen=weapon.showing.chosen,
    )
    return with_weapon(state, event.weapon, showing=None, clearance=clearance)


JUDGES = {
    AnswerLook: Judge(answer_rules, answer),
    a.DeclineLook: Judge(decline_rules, decline),
    AskAgain: Judge(no_rules, ask_again),
    RatherRubber: Judge(no_rules, rather_rubber),
}

EVOLVERS = {
    ShowBegan: show_began,
    LookAnswered: look_answered,
    LookDeclined: look_declined,
    WeaponShown: weapon_shown,
}
