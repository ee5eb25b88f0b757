"""Who said that this is not right, and who has answered?

Anyone may, with no name and no reason. A concern is open until a named person who is not the
one who raised it has answered; until then no weapon that could hurt anybody is called (law 9).
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.policy import profile_of
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import Concern, State, drop, put
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Layer, Profile, Role, Tone

CONCERN = Rule(
    code="CONCERN",
    title="Whoever says that this is not right is heard",
    layer=Layer.STOP,
    laws=(8, 9),
    sources=("concern-gets-an-answer",),
    tone=Tone.ALARM,
)
CONCERN_OPEN = Rule(
    code="CONCERN-OPEN",
    title="Nothing that could hurt anybody is called while a concern is open",
    layer=Layer.STOP,
    laws=(9,),
    sources=("concern-gets-an-answer", "stop-by-anyone"),
)
CONCERN_KNOWN = Rule(
    code="CONCERN-KNOWN",
    title="An answer is to a concern that is open",
    layer=Layer.STOP,
    laws=(9,),
    tone=Tone.NOT_YET,
)
CONCERN_ROLE = Rule(
    code="CONCERN-ROLE",
    title="A concern is answered by those who can change something",
    layer=Layer.STOP,
    laws=(9, 13),
    sources=("concern-gets-an-answer",),
)
CONCERN_WORDS = Rule(
    code="CONCERN-WORDS",
    title="An answer says what was done",
    layer=Layer.STOP,
    laws=(9,),
    sources=("concern-gets-an-answer",),
    tone=Tone.NOT_YET,
)
CONCERN_MORE = Rule(
    code="CONCERN-MORE",
    title="Whoever answers has read every word of it",
    layer=Layer.STOP,
    laws=(9,),
    tone=Tone.NOT_YET,
)
CONCERN_OWN = Rule(
    code="CONCERN-OWN",
    title="Nobody answers a concern of his own",
    layer=Layer.STOP,
    laws=(3, 9),
    sources=("concern-gets-an-answer",),
)

RULES = (
    CONCERN, CONCERN_OPEN, CONCERN_KNOWN, CONCERN_ROLE, CONCERN_WORDS, CONCERN_MORE, CONCERN_OWN,
)  # fmt: skip

ANSWERERS = (Role.AD, Role.ARMORER, Role.SAFETY, Role.PRODUCER, Role.PRODUCTION_MANAGER)

UNSIGNED_MAX = 20
"""So many open concerns without a name are kept one by one; the rest are counted in one more."""

CALLS = (a.CallWeapon, a.CallLine)


def gate_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    """Yield the concern that is open when a weapon is called; a show or a return may go on."""
    if profile_of(weapon.weapon_class) is Profile.NO_FIRE or not isinstance(case.act, CALLS):
        return
    for each in case.state.concerns.values():
        yield CONCERN_OPEN.refuses(since=each.since, open=len(case.state.concerns))


def raise_rules(case: Case[a.RaiseConcern]) -> Iterator[Bite]:
    """Yield that somebody is to be heard."""
    yield CONCERN.alarms(None)


def raise_concern(case: Case[a.RaiseConcern]) -> tuple[e.Event, ...]:
    """Open it; one without a name keeps no person."""
    unsigned = [each for each in case.state.concerns.values() if each.raised_by is None]
    is_over = case.asker.person is None and len(unsigned) >= UNSIGNED_MAX
    collective = [each.id for each in unsigned if each.is_collective]
    return (
        e.ConcernRaised(
            concern=collective[0] if is_over and collective else case.ask.id,
            text=case.act.text,
            at=case.now,
            raised_by=case.asker.person,
            is_collective=is_over,
        ),
    )


def answer_rules(case: Case[a.AnswerConcern]) -> Iterator[Bite]:
    """Yield why this does not answer it."""
    found = case.state.concerns.get(case.act.concern)
    if found is None:
        yield CONCERN_KNOWN.refuses()
        return
    if not case.has_role(*ANSWERERS):
        yield CONCERN_ROLE.refuses()
    if found.raised_by == case.person:
        yield CONCERN_OWN.refuses(person=case.person)
    if not case.act.text:
        yield CONCERN_WORDS.refuses()
    if case.act.count < found.count:
        yield CONCERN_MORE.refuses(open=found.count)


def answer_concern(case: Case[a.AnswerConcern]) -> tuple[e.Event, ...]:
    """Return the answer; in a replay without its rule there may be no such concern."""
    act = case.act
    if act.concern not in case.state.concerns:
        return ()
    return (e.ConcernAnswered(concern=act.concern, person=case.person, text=act.text),)


def concern_raised(state: State, event: e.ConcernRaised) -> State:
    """Keep it; said again of the same one, it is counted."""
    known = state.concerns.get(event.concern)
    concern = Concern(
        id=event.concern,
        since=event.at,
        raised_by=event.raised_by,
        is_collective=event.is_collective,
    )
    if known is not None and known.is_collective:
        concern = replace(known, count=known.count + 1)
    return replace(state, concerns=put(state.concerns, concern.id, concern))


def concern_answered(state: State, event: e.ConcernAnswered) -> State:
    return replace(state, concerns=drop(state.concerns, event.concern))


JUDGES = {
    a.RaiseConcern: Judge(raise_rules, raise_concern),
    a.AnswerConcern: Judge(answer_rules, answer_concern),
}

EVOLVERS = {
    e.ConcernRaised: concern_raised,
    e.ConcernAnswered: concern_answered,
}
