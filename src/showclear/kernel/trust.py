"""What ends when a person may no longer be relied on?

Barred, a paper ended, a key ended, another duty, an armed person on location: whatever rests on
that person's word or lies in his hand is doubted at once. An id that the record does not know
has the widest reading: nobody can say what rests on it.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.effects import all_ended, doubted, items_doubted
from showclear.kernel.people import ARMED_APART, office_rules, with_person
from showclear.kernel.posts import left
from showclear.kernel.rule import Case, Judge, Rule, no_rules
from showclear.kernel.state import SetUp, State, put
from showclear.kernel.things import Use
from showclear.kernel.weapon import Condition, Item, Weapon
from showclear.kernel.words import Role

RULES: tuple[Rule, ...] = ()

AnyAct = a.BarPerson | a.EndCredential | a.EndKey | a.GiveDuty | a.AdmitArmed


def bar(case: Case[a.BarPerson]) -> tuple[e.Event, ...]:
    """Return the barring, and the doubt about all that rests on this person."""
    return (e.PersonBarred(person=case.act.who), *_lost(case, case.act.who, "PERSON-BARRED"))


def end_credential(case: Case[a.EndCredential]) -> tuple[e.Event, ...]:
    """Return the end of all papers of a person, and the doubt about all that rests on him."""
    return (e.CredentialEnded(person=case.act.who), *_lost(case, case.act.who, "PAPER-ENDED"))


def end_key(case: Case[a.EndKey]) -> tuple[e.Event, ...]:
    """End a key, and with it all trust in what its person counted, looked at, showed or holds."""
    act = case.act
    noted = e.KeyEnded(key=act.key, person=act.person)
    if act.person is None:
        return (noted,)
    return (noted, *_lost(case, act.person, "KEY-ENDED"))


def give_duty(case: Case[a.GiveDuty]) -> tuple[e.Event, ...]:
    """Return the other duty; what this person has shown or holds, others may no longer count on."""
    lost = _reached(case.state, case.act.who)
    return (
        e.DutyGiven(person=case.act.who, duty=case.act.duty),
        *all_ended(lost, "DUTY-GIVEN"),
    )


def end_duty_rules(case: Case[a.EndDuty]) -> Iterator[Bite]:
    """Yield why this does not end the other duty: somebody else says so."""
    yield from office_rules(case, case.act.who)


def end_duty(case: Case[a.EndDuty]) -> tuple[e.Event, ...]:
    """Return the end of another duty."""
    return (e.DutyEnded(person=case.act.who),)


def armed_rules(case: Case[a.AdmitArmed]) -> Iterator[Bite]:
    """Yield why this armed person is not recorded so: the post lies outside every scene."""
    who, setups = case.act.who, case.state.setups
    yield from office_rules(case, who)
    inside = any(who in named(each) for each in setups.values())
    if inside or case.act.place in setups:
        yield ARMED_APART.refuses(person=who)


def admit_armed(case: Case[a.AdmitArmed]) -> tuple[e.Event, ...]:
    """Return the armed person and the post; what he had in hand of the show is doubted."""
    act = case.act
    return (e.ArmedAdmitted(person=act.who, place=act.place), *_lost(case, act.who, "ARMED-APART"))


def hands(use: Use) -> tuple[str, ...]:
    """Return in whose hands a planned weapon may be."""
    return (use.taker, *use.path, *((use.double,) if use.double else ()))


def named(setup: SetUp) -> tuple[str, ...]:
    """Return everyone whom a plan names, once: inside the distance, or with a weapon in hand."""
    return tuple(dict.fromkeys((*setup.inside, *chain.from_iterable(map(hands, setup.uses)))))


def _lost(case: Case[AnyAct], who: str, cause: str) -> tuple[e.Event, ...]:
    """Return the doubt about weapons, items and lines that rest on a person, and his posts left."""
    state, now = case.state, case.now
    items = [each for each in state.items.values() if _is_lost(state, who, _of_item(each))]
    lines = [
        each.id
        for each in state.lines.values()
        if _is_lost(state, who, {*each.pair, *(issue.holder for issue in each.issues)})
    ]
    posts = [Role(post) for post, at in state.posts.items() if at == who]
    return (
        *chain.from_iterable(doubted(each, cause, now) for each in _reached(state, who)),
        *items_doubted(items, cause, now),
        *(e.LineVoided(line=each, cause=cause) for each in lines),
        *chain.from_iterable(left(state, case.policy, post) for post in posts),
    )


def _reached(state: State, who: str) -> list[Weapon]:
    """Return the weapons that rest on a person, themselves or by a magazine that is in them."""

    def names(weapon: Weapon) -> set[str | None]:
        seated = (state.items[each] for each in weapon.items if each in state.items)
        return _of_weapon(weapon).union(*map(_of_item, seated))

    return [each for each in state.weapons.values() if _is_lost(state, who, names(each))]


def _is_lost(state: State, who: str, rests_on: set[str | None]) -> bool:
    return who in rests_on or who not in state.people


def _of_weapon(weapon: Weapon) -> set[str | None]:
    """Return whose word or hand stands behind what the record says of this weapon."""
    names = {weapon.custody.holder, weapon.holstered_under, *weapon.watchers}
    names |= _signed(weapon.condition)
    if weapon.clearance is not None:
        shown = weapon.clearance
        caller = shown.call.caller if shown.call is not None else None
        names |= {shown.to, shown.shown_by, *shown.looked, *shown.seen_by, caller}
    if weapon.showing is not None:
        open_list = weapon.showing
        names |= {open_list.to, open_list.shown_by, open_list.chosen}
        names |= {look.person for look in open_list.looks}
    if weapon.offer is not None:
        names |= {weapon.offer.giver, weapon.offer.taker, weapon.offer.tag_reader}
    return names


def _of_item(item: Item) -> set[str | None]:
    return {item.custody.holder, item.wearer, *_signed(item.condition)}


def _signed(condition: Condition) -> set[str | None]:
    looks, proofs = condition.inspected, condition.proved
    names = (*(each.person for each in looks), *(each.person for each in proofs))
    return {condition.loader, condition.witness, *names}


def person_barred(state: State, event: e.PersonBarred) -> State:
    return with_person(state, event.person, is_barred=True)


def credential_ended(state: State, event: e.CredentialEnded) -> State:
    return with_person(state, event.person, credentials=(), trained=())


def duty_given(state: State, event: e.DutyGiven) -> State:
    return with_person(state, event.person, duty=event.duty or "other")


def duty_ended(state: State, event: e.DutyEnded) -> State:
    return with_person(state, event.person, duty="")


def armed_admitted(state: State, event: e.ArmedAdmitted) -> State:
    return replace(state, armed=put(state.armed, event.person, event.place))


JUDGES = {
    a.BarPerson: Judge(no_rules, bar),
    a.EndCredential: Judge(no_rules, end_credential),
    a.EndKey: Judge(no_rules, end_key),
    a.GiveDuty: Judge(no_rules, give_duty),
    a.EndDuty: Judge(end_duty_rules, end_duty),
    a.AdmitArmed: Judge(armed_rules, admit_armed),
}

EVOLVERS = {
    e.PersonBarred: person_barred,
    e.CredentialEnded: credential_ended,
    e.DutyGiven: duty_given,
    e.DutyEnded: duty_ended,
    e.ArmedAdmitted: armed_admitted,
}
