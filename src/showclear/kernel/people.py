"""Who is on the show, and who of them handles or takes a weapon?

Whoever handles a weapon that can fire or cut has a paper for its class that somebody else has
seen and that is in date. To have been hired is no paper. Whoever takes one was taught.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.general import PEOPLE_MINOR, WHO_BARRED
from showclear.kernel.policy import is_no_fire
from showclear.kernel.rule import Case, Judge, Rule, no_rules
from showclear.kernel.state import Person, Place, State, put
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Layer, Mode, Role, WeaponClass

OFFICE = (
    Role.ARMORER, Role.PRODUCER, Role.PRODUCTION_MANAGER, Role.PROP_MASTER, Role.AD, Role.SAFETY,
)  # fmt: skip
"""Who enters people and places, their papers and their posts."""

PEOPLE_OFFICE = Rule(
    code="PEOPLE-OFFICE",
    title="People, places, papers and posts are entered by those who answer for them",
    layer=Layer.ADMISSION,
    laws=(13,),
    sources=("qualified-handler-named",),
)
PEOPLE_NEW = Rule(
    code="PEOPLE-NEW",
    title="An id stands for one person or place for ever",
    layer=Layer.ADMISSION,
    laws=(10,),
)
PEOPLE_KNOWN = Rule(
    code="PEOPLE-KNOWN",
    title="Papers, posts, training and talks are those of people of this show",
    layer=Layer.ADMISSION,
    laws=(3,),
    sources=("qualified-handler-named",),
)
PEOPLE_OTHER = Rule(
    code="PEOPLE-OTHER",
    title="Nobody vouches for himself",
    layer=Layer.ADMISSION,
    laws=(3,),
    sources=("competence-verified",),
)
ARMED_APART = Rule(
    code="ARMED-APART",
    title="An armed person on location stands outside every scene and takes no weapon of the show",
    layer=Layer.ADMISSION,
    laws=(7,),
    sources=("live-never-on-set", "no-personal-weapons"),
)
HANDLER_CRED = Rule(
    code="HANDLER-CRED",
    title="Whoever handles a weapon has a paper for its class that is in date",
    layer=Layer.ADMISSION,
    laws=(3,),
    sources=("handler-licence-in-date", "qualified-handler-named", "competence-verified"),
)
HANDLER_DUTY = Rule(
    code="HANDLER-DUTY",
    title="Whoever handles weapons has no other duty",
    layer=Layer.STOP,
    laws=(13,),
    sources=("no-other-duties", "armorer-time-and-authority"),
)
TAKER_TRAINED = Rule(
    code="TAKER-TRAINED",
    title="Whoever takes a weapon was taught how its class works",
    layer=Layer.ADMISSION,
    laws=(13,),
    sources=("train-before-issue",),
)
POST_ISSUE = Rule(
    code="POST-ISSUE",
    title="Nothing that can fire or cut is handled while the armorer's post is vacant",
    layer=Layer.STOP,
    laws=(13,),
    sources=("handler-present", "qualified-handler-named"),
)
POST_HOT = Rule(
    code="POST-HOT",
    title="While a required post is vacant there is no hot scene",
    layer=Layer.STOP,
    laws=(13,),
    sources=("medic-in-place", "handler-present"),
)

RULES = (
    PEOPLE_OFFICE, PEOPLE_NEW, PEOPLE_KNOWN, PEOPLE_OTHER, ARMED_APART, HANDLER_CRED,
    HANDLER_DUTY, TAKER_TRAINED, POST_ISSUE, POST_HOT,
)  # fmt: skip


def add_person_rules(case: Case[a.AddPerson]) -> Iterator[Bite]:
    """Yield why this person is not entered. The first person of a show enters himself."""
    if case.state.people:
        yield from office_rules(case)
    if case.act.who in case.state.people:
        yield PEOPLE_NEW.refuses(thing=case.act.who)


def add_person(case: Case[a.AddPerson]) -> tuple[e.Event, ...]:
    """Return what has happened when a person is entered."""
    act = case.act
    return (e.PersonAdded(person=act.who, name=act.name, roles=act.roles, is_minor=act.is_minor),)


def add_place_rules(case: Case[a.AddPlace]) -> Iterator[Bite]:
    """Yield why this place is not entered."""
    yield from office_rules(case)
    if case.act.place in case.state.places:
        yield PEOPLE_NEW.refuses(thing=case.act.place)


def add_place(case: Case[a.AddPlace]) -> tuple[e.Event, ...]:
    """Return what has happened when a place is entered."""
    act = case.act
    return (e.PlaceAdded(place=act.place, unit=act.unit, is_locked=act.is_locked, name=act.name),)


def add_key(case: Case[a.AddKey]) -> tuple[e.Event, ...]:
    """Return what has happened when the ledger took a key."""
    return (e.KeyAdded(key=case.act.key, person=case.act.person),)


def office_rules(case: Case[Any], *about: str) -> Iterator[Bite]:
    """Yield why the person who asks does not enter this, or not about these people."""
    if not case.has_role(*OFFICE):
        yield PEOPLE_OFFICE.refuses()
    yield from known_rules(case, *about)
    if case.person in about:
        yield PEOPLE_OTHER.refuses(person=case.person)


def known_rules(case: Case[Any], *people: str) -> Iterator[Bite]:
    """Yield the refusal for each of these that the register does not know."""
    for each in people:
        if each not in case.state.people:
            yield PEOPLE_KNOWN.refuses(thing=each)


def apart_rules(case: Case[Any], who: str) -> Iterator[Bite]:
    """Yield why this person touches no weapon at all."""
    person = case.state.people.get(who)
    if person is not None and person.is_barred:
        yield WHO_BARRED.refuses(person=who)
    if who in case.state.armed:
        yield ARMED_APART.refuses(person=who)


def minor_rules(case: Case[Any], who: str) -> Iterator[Bite]:
    """Yield the refusal for a minor."""
    person = case.state.people.get(who)
    if person is not None and person.is_minor:
        yield PEOPLE_MINOR.refuses(person=who)


def handler_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    """Yield why the person who asks does not handle this weapon."""
    who, person = case.person, case.state.people.get(case.person)
    yield from apart_rules(case, who)
    if is_no_fire(weapon.weapon_class):
        return
    yield from minor_rules(case, who)
    if not has_paper(case, who, weapon.weapon_class):
        yield HANDLER_CRED.refuses(person=who)
    if person is not None and person.duty:
        yield HANDLER_DUTY.refuses(person=who)
    for post in vacant(case, case.policy.posts):
        yield POST_ISSUE.refuses(post=post)
    shown = weapon.clearance.mode if weapon.clearance else None
    if Mode.HOT in (shown, getattr(case.act, "mode", None)):
        yield from hot_rules(case)


def hot_rules(case: Case[Any]) -> Iterator[Bite]:
    """Yield why there is no hot scene: absence blocks, whoever else is there."""
    for post in vacant(case, case.policy.posts_hot):
        yield POST_HOT.refuses(post=post)


def vacant(case: Case[Any], posts: tuple[Role, ...]) -> list[str]:
    """Return which of these posts nobody fills."""
    return [post.value for post in posts if post.value not in case.state.posts]


def taker_rules(case: Case[Any], weapon: Weapon, taker: str) -> Iterator[Bite]:
    """Yield why this person does not take this weapon into the hand."""
    yield from apart_rules(case, taker)
    if is_no_fire(weapon.weapon_class):
        return
    yield from minor_rules(case, taker)
    person, found = case.state.people.get(taker), weapon.weapon_class
    is_taught = person is not None and found in person.trained
    if found is None or not (is_taught or has_paper(case, taker, found)):
        yield TAKER_TRAINED.refuses(person=taker)


def has_paper(case: Case[Any], who: str, found: WeaponClass | None) -> bool:
    """Say whether a paper of this person covers the class now.

    A weapon that nobody has tested yet needs a paper for anything that can fire or cut: else
    no test could begin.
    """
    person = case.state.people.get(who)
    papers = person.credentials if person is not None else ()
    in_date = [each for paper in papers if case.now < paper.until for each in paper.classes]
    if found is None:
        return not all(map(is_no_fire, in_date))
    return found in in_date


def with_person(state: State, who: str, **changes: Any) -> State:
    """Return the state in which this person is changed so; nobody, if there is none."""
    known = state.people.get(who)
    if known is None:
        return state
    return replace(state, people=put(state.people, who, replace(known, **changes)))


def person_added(state: State, event: e.PersonAdded) -> State:
    person = Person(id=event.person, name=event.name, roles=event.roles, is_minor=event.is_minor)
    return replace(state, people=put(state.people, event.person, person))


def place_added(state: State, event: e.PlaceAdded) -> State:
    place = Place(id=event.place, unit=event.unit, is_locked=event.is_locked, name=event.name)
    return replace(state, places=put(state.places, event.place, place))


def key_changed(state: State, event: e.KeyAdded | e.KeyEnded) -> State:
    """Change nothing here: keys live in the ledger; the person's version moves."""
    return state


JUDGES = {
    a.AddPerson: Judge(add_person_rules, add_person),
    a.AddPlace: Judge(add_place_rules, add_place),
    a.AddKey: Judge(no_rules, add_key),
}

EVOLVERS = {
    e.PersonAdded: person_added,
    e.PlaceAdded: place_added,
    e.KeyAdded: key_changed,
    e.KeyEnded: key_changed,
}
