"""Which papers and which training does a person have?

A paper counts when somebody other than its owner has seen it, and until its date. A later paper
stands beside an earlier one; neither takes the other away.
"""

from collections.abc import Iterator

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.people import PEOPLE_OTHER, known_rules, office_rules, with_person
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import Credential, State
from showclear.kernel.words import Layer, Role

PAPER_DATE = Rule(
    code="PAPER-DATE",
    title="A paper is entered while it is in date",
    layer=Layer.ADMISSION,
    laws=(11,),
    sources=("handler-licence-in-date",),
)
TRAIN_ROLE = Rule(
    code="TRAIN-ROLE",
    title="Training is given by the armorer or the safety officer",
    layer=Layer.ADMISSION,
    laws=(13,),
    sources=("train-before-issue",),
)

RULES = (PAPER_DATE, TRAIN_ROLE)


def credential_rules(case: Case[a.AddCredential]) -> Iterator[Bite]:
    """Yield why this paper does not count."""
    yield from office_rules(case, case.act.who)
    if case.act.until <= case.now:
        yield PAPER_DATE.refuses(person=case.act.who, until=case.act.until)


def add_credential(case: Case[a.AddCredential]) -> tuple[e.Event, ...]:
    """Return the paper, as the person who asks saw it."""
    act = case.act
    return (
        e.CredentialSeen(
            person=act.who,
            classes=act.classes,
            until=act.until,
            seen_by=case.person,
            paper=act.paper,
        ),
    )


def train_rules(case: Case[a.Train]) -> Iterator[Bite]:
    """Yield why this training does not count."""
    if not case.has_role(Role.ARMORER, Role.SAFETY):
        yield TRAIN_ROLE.refuses()
    yield from known_rules(case, *case.act.taught)
    if case.person in case.act.taught:
        yield PEOPLE_OTHER.refuses(person=case.person)


def train(case: Case[a.Train]) -> tuple[e.Event, ...]:
    """Return the training, one event a person."""
    return tuple(
        e.Trained(person=each, trainer=case.person, classes=case.act.classes)
        for each in dict.fromkeys(case.act.taught)
    )


def credential_seen(state: State, event: e.CredentialSeen) -> State:
    paper = Credential(classes=event.classes, until=event.until, seen_by=event.seen_by)
    known = state.people.get(event.person)
    papers = known.credentials if known is not None else ()
    return with_person(state, event.person, credentials=(*papers, paper))


def trained(state: State, event: e.Trained) -> State:
    known = state.people.get(event.person)
    before = known.trained if known is not None else ()
    classes = tuple(dict.fromkeys((*before, *event.classes)))
    return with_person(state, event.person, trained=classes)


JUDGES = {
    a.AddCredential: Judge(credential_rules, add_credential),
    a.Train: Judge(train_rules, train),
}

EVOLVERS = {
    e.CredentialSeen: credential_seen,
    e.Trained: trained,
}
