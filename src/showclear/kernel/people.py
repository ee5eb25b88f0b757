"""Who may enter people, places and keys?"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel.asks import (
    Act, AddCredential, AddKey, AddPerson, AddPlace, AdmitArmed, EndCredential, EndDuty, EndKey,
    FillPost, GiveDuty, GiveNotice, LeavePost,
)  # fmt: skip
from showclear.kernel.decision import Bite
from showclear.kernel.effects import all_ended
from showclear.kernel.events import (
    ArmedAdmitted, CredentialEnded, CredentialSeen, DutyEnded, DutyGiven, Event, KeyAdded,
    KeyEnded, NoticeGiven, PersonAdded, PlaceAdded, PostFilled, PostLeft,
)  # fmt: skip
from showclear.kernel.general import THING_KNOWN
from showclear.kernel.policy import CANNOT_FIRE, profile_of
from showclear.kernel.rule import Case, Rule
from showclear.kernel.state import Credential, Person, Place, State, drop, put
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Layer, Role

OFFICE = (Role.ARMORER, Role.PRODUCER, Role.PRODUCTION_MANAGER, Role.PROP_MASTER, Role.AD)
"""Who enters people and places."""

PEOPLE_OFFICE = Rule(
    code="PEOPLE-OFFICE",
    title="People and places are entered by those who answer for them",
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

CRED_SEEN = Rule(
    code="CRED-SEEN",
    title="A licence is seen by somebody else than its owner, and is still good",
    layer=Layer.ADMISSION,
    laws=(3,),
    sources=("competence-verified", "handler-licence-in-date"),
)
HANDLER_CRED = Rule(
    code="HANDLER-CRED",
    title="Whoever handles a weapon has a paper for its class that is in date",
    layer=Layer.ADMISSION,
    sources=("handler-licence-in-date", "qualified-handler-named", "train-before-issue"),
)
HANDLER_MINOR = Rule(
    code="HANDLER-MINOR",
    title="A minor handles nothing that fires or cuts",
    layer=Layer.ADMISSION,
    sources=("train-before-issue", "qualified-handler-named"),
)
HANDLER_DUTY = Rule(
    code="HANDLER-DUTY",
    title="Whoever handles weapons has no other duty",
    layer=Layer.STOP,
    laws=(13,),
    sources=("no-other-duties", "armorer-time-and-authority"),
)
ARMED_APART = Rule(
    code="ARMED-APART",
    title="An armed person on location stands outside the scene",
    layer=Layer.ADMISSION,
    laws=(7,),
    sources=("live-exceptions", "live-never-on-set"),
)

RULES = (
    PEOPLE_OFFICE,
    PEOPLE_NEW,
    CRED_SEEN,
    HANDLER_CRED,
    HANDLER_MINOR,
    HANDLER_DUTY,
    ARMED_APART,
)


def add_person_rules(case: Case[AddPerson]) -> Iterator[Bite]:
    """Yield why this person is not entered. The first person of a show enters himself."""
    if case.state.people and not case.has_role(*OFFICE):
        yield PEOPLE_OFFICE.refuses()
    if case.act.who in case.state.people:
        yield PEOPLE_NEW.refuses(thing=case.act.who)


def add_person(case: Case[AddPerson]) -> tuple[Event, ...]:
    """Return what has happened when a person is entered."""
    act = case.act
    return (
        PersonAdded(person=act.who, name=act.name, roles=act.roles, is_minor=act.is_minor),
    )


def add_place_rules(case: Case[AddPlace]) -> Iterator[Bite]:
    """Yield why this place is not entered."""
    if not case.has_role(*OFFICE):
        yield PEOPLE_OFFICE.refuses()
    if case.act.place in case.state.places:
        yield PEOPLE_NEW.refuses(thing=case.act.place)


def add_place(case: Case[AddPlace]) -> tuple[Event, ...]:
    """Return what has happened when a place is entered."""
    act = case.act
    return (PlaceAdded(place=act.place, unit=act.unit, is_locked=act.is_locked),)


def office_rules(case: Case[GiveDuty | EndDuty | FillPost | GiveNotice]) -> Iterator[Bite]:
    """Yield why this is not entered: the office speaks, and of people of the show."""
    if not case.has_role(*OFFICE, Role.SAFETY):
        yield PEOPLE_OFFICE.refuses()
    who = getattr(case.act, "who", case.person)
    if who not in case.state.people:
        yield THING_KNOWN.refuses(thing=who)


def give_duty(case: Case[GiveDuty]) -> tuple[Event, ...]:
    """Return the other duty; what this person had shown or was to call ends."""
    held = [w for w in case.state.weapons.values() if w.custody.holder == case.act.who]
    return (
        DutyGiven(person=case.act.who, duty=case.act.duty),
        *all_ended(held, HANDLER_DUTY.code),
    )


def end_duty(case: Case[EndDuty]) -> tuple[Event, ...]:
    """Return the end of another duty."""
    return (DutyEnded(person=case.act.who),)


def fill_post(case: Case[FillPost]) -> tuple[Event, ...]:
    """Return that somebody stands at this post, seen."""
    return (PostFilled(post=case.act.post, person=case.act.who),)


def leave_post(case: Case[LeavePost]) -> tuple[Event, ...]:
    """Return the empty post. Every call made under it ends."""
    called = [w for w in case.state.weapons.values() if w.clearance and w.clearance.call]
    return (PostLeft(post=case.act.post), *all_ended(called, "POST-LEFT"))


def give_notice(case: Case[GiveNotice]) -> tuple[Event, ...]:
    """Return that those around were told of this day's weapons."""
    day = case.state.day.id if case.state.day else ""
    return (NoticeGiven(day=day, told=case.act.told),)


def credential_rules(case: Case[AddCredential]) -> Iterator[Bite]:
    """Yield why this paper does not count."""
    if not case.has_role(*OFFICE, Role.SAFETY):
        yield PEOPLE_OFFICE.refuses()
    if case.act.who not in case.state.people:
        yield THING_KNOWN.refuses(thing=case.act.who)
    if case.act.who == case.person or case.act.until <= case.now:
        yield CRED_SEEN.refuses(who=case.act.who, until=case.act.until)


def add_credential(case: Case[AddCredential]) -> tuple[Event, ...]:
    """Return the paper, as the person who asks saw it."""
    act = case.act
    return (
        CredentialSeen(
            person=act.who,
            classes=act.classes,
            until=act.until,
            seen_by=case.person,
            paper=act.paper,
        ),
    )


def end_credential(case: Case[EndCredential]) -> tuple[Event, ...]:
    """Return the end of a paper, and of everything that rested on this person."""
    lost = [w for w in case.state.weapons.values() if _rests_on(w, case.act.who)]
    return (CredentialEnded(person=case.act.who), *all_ended(lost, "CRED-ENDED"))


def armed_rules(case: Case[AdmitArmed]) -> Iterator[Bite]:
    """Yield why this armed person is not recorded so: the post must lie outside the scene."""
    if not case.has_role(*OFFICE, Role.SAFETY):
        yield PEOPLE_OFFICE.refuses()
    inside = {each for setup in case.state.setups.values() for each in setup.inside}
    if case.act.who in inside or case.act.place in case.state.setups:
        yield ARMED_APART.refuses(who=case.act.who)


def admit_armed(case: Case[AdmitArmed]) -> tuple[Event, ...]:
    """Return the armed person and the post."""
    return (ArmedAdmitted(person=case.act.who, place=case.act.place),)


def handler_rules(case: Case[Act], weapon: Weapon) -> Iterator[Bite]:
    """Yield why the person who asks does not handle this weapon."""
    profile = profile_of(weapon.weapon_class)
    person = case.state.people.get(case.person)
    if person is None or profile in CANNOT_FIRE:
        return
    if person.is_minor:
        yield HANDLER_MINOR.refuses(who=person.id)
    paper = person.credential
    covers = paper is not None and weapon.weapon_class in paper.classes
    if weapon.weapon_class is not None and (not covers or not _in_date(case, person)):
        yield HANDLER_CRED.refuses(who=person.id, until=paper.until if paper else 0)
    if person.duty:
        yield HANDLER_DUTY.refuses(who=person.id, duty=person.duty)


def _in_date(case: Case[Act], person: Person) -> bool:
    return person.credential is not None and case.now < person.credential.until


def add_key(case: Case[AddKey]) -> tuple[Event, ...]:
    """Return what has happened when the ledger took a key."""
    return (KeyAdded(key=case.act.key, person=case.act.owner),)


def end_key(case: Case[EndKey]) -> tuple[Event, ...]:
    """End a key, and with it every clearance that its person signed for or holds."""
    act = case.act
    noted = KeyEnded(key=act.key, person=act.owner)
    if act.owner is None:
        return (noted,)
    lost = [weapon for weapon in case.state.weapons.values() if _rests_on(weapon, act.owner)]
    return (noted, *all_ended(lost, "KEY-ENDED"))


def _rests_on(weapon: Weapon, person: str) -> bool:
    signers = {look.person for look in weapon.condition.inspected}
    if weapon.clearance is not None:
        signers |= {weapon.clearance.shown_by, *weapon.clearance.looked}
    if weapon.showing is not None:
        signers |= {weapon.showing.shown_by, *(look.person for look in weapon.showing.looks)}
    return person in signers or weapon.custody.holder == person


def person_added(state: State, event: PersonAdded) -> State:
    person = Person(
        id=event.person, name=event.name, roles=event.roles, is_minor=event.is_minor
    )
    return replace(state, people=put(state.people, event.person, person))


def place_added(state: State, event: PlaceAdded) -> State:
    place = Place(id=event.place, unit=event.unit, is_locked=event.is_locked)
    return replace(state, places=put(state.places, event.place, place))


def credential_seen(state: State, event: CredentialSeen) -> State:
    paper = Credential(classes=event.classes, until=event.until, seen_by=event.seen_by)
    return _person(state, event.person, credential=paper)


def credential_ended(state: State, event: CredentialEnded) -> State:
    return _person(state, event.person, credential=None)


def duty_given(state: State, event: DutyGiven) -> State:
    return _person(state, event.person, duty=event.duty)


def duty_ended(state: State, event: DutyEnded) -> State:
    return _person(state, event.person, duty="")


def _person(state: State, who: str, **changes: Any) -> State:
    known = state.people.get(who)
    if known is None:
        return state
    return replace(state, people=put(state.people, who, replace(known, **changes)))


def post_filled(state: State, event: PostFilled) -> State:
    return replace(state, posts=put(state.posts, event.post.value, event.person))


def post_left(state: State, event: PostLeft) -> State:
    return replace(state, posts=drop(state.posts, event.post.value))


def armed_admitted(state: State, event: ArmedAdmitted) -> State:
    return replace(state, armed=put(state.armed, event.person, event.place))


def notice_given(state: State, event: NoticeGiven) -> State:
    return replace(state, noticed=event.day)


def key_changed(state: State, event: KeyAdded | KeyEnded) -> State:
    """Change nothing here: keys live in the ledger; the person's version moves."""
    return state
