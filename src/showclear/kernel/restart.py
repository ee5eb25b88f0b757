"""Who says that work goes on after a hold, a stop or a freeze?

Two named people, in writing. After a live round or an unplanned shot one of them is a reviewer
who is not the armorer: nobody reviews his own work.
"""

from collections.abc import Iterator
from dataclasses import replace

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.reach import FREEZES
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import Person, State, StopInForce
from showclear.kernel.words import Layer, Role, Tone

RESTART_ROLE = Rule(
    code="RESTART-ROLE",
    title="Work goes on when those who answer for it say so",
    layer=Layer.STOP,
    laws=(8,),
    sources=("stop-by-anyone", "unplanned-discharge-stops-work"),
)
RESTART_OPEN = Rule(
    code="RESTART-OPEN",
    title="Only a stop in force is lifted",
    layer=Layer.STOP,
    laws=(8,),
    tone=Tone.NOT_YET,
)
RESTART_TWICE = Rule(
    code="RESTART-TWICE",
    title="The second name under a restart is another person's",
    layer=Layer.STOP,
    laws=(3, 8),
    sources=("stop-by-anyone",),
)
RESTART_HOLD = Rule(
    code="RESTART-HOLD",
    title="A hold is lifted by the armorer and the AD",
    layer=Layer.STOP,
    laws=(8,),
    sources=("stop-by-anyone", "daily-ad-armorer-plan"),
)
RESTART_WORDS = Rule(
    code="RESTART-WORDS",
    title="Whoever lifts a stop says in writing why work may go on",
    layer=Layer.STOP,
    laws=(8,),
    sources=("unplanned-discharge-stops-work", "policy-needs-proof-of-use"),
    tone=Tone.NOT_YET,
)
RESTART_REVIEW = Rule(
    code="RESTART-REVIEW",
    title="After a live round or an unplanned shot one of the two is a reviewer, not the armorer",
    layer=Layer.STOP,
    laws=(3, 8),
    sources=("unplanned-discharge-stops-work",),
)

RULES = (
    RESTART_ROLE, RESTART_OPEN, RESTART_TWICE, RESTART_WORDS, RESTART_HOLD, RESTART_REVIEW,
)  # fmt: skip

LIFTERS = (Role.ARMORER, Role.AD, Role.SAFETY, Role.PRODUCER, Role.PRODUCTION_MANAGER)

REVIEWERS = (Role.SAFETY, Role.PRODUCER, Role.PRODUCTION_MANAGER)


def restart_rules(case: Case[a.Restart]) -> Iterator[Bite]:
    """Yield why this name does not count towards going on."""
    found = [stop for stop in case.state.stops if stop.id == case.act.stop]
    if not found:
        yield RESTART_OPEN.refuses(stop=case.act.stop)
        return
    if not case.has_role(*LIFTERS):
        yield RESTART_ROLE.refuses()
    if case.person in found[0].agreed:
        yield RESTART_TWICE.refuses(person=case.person)
    if not case.act.reason:
        yield RESTART_WORDS.refuses()
    if found[0].what == "hold" and not _completes_hold(case, found[0]):
        yield RESTART_HOLD.refuses()
    if found[0].what in FREEZES and not _is_reviewed(case, found[0]):
        yield RESTART_REVIEW.refuses()


def _completes_hold(case: Case[a.Restart], held: StopInForce) -> bool:
    """Say whether this name and the one before are those of an armorer and an AD."""
    found = [{Role.ARMORER, Role.AD} & set(each.roles) for each in _names(case, held)]
    return all(found) and len(set().union(*found)) >= len(found)


def _is_reviewed(case: Case[a.Restart], frozen: StopInForce) -> bool:
    """Say whether a reviewer is among the names; the first may be anyone who answers for it."""
    return not frozen.agreed or any(
        Role.ARMORER not in each.roles and set(REVIEWERS) & set(each.roles)
        for each in _names(case, frozen)
    )


def _names(case: Case[a.Restart], stop: StopInForce) -> list[Person]:
    nobody = Person(id="", name="", roles=())
    return [case.state.people.get(each, nobody) for each in (*stop.agreed, case.person)]


def restart(case: Case[a.Restart]) -> tuple[e.Event, ...]:
    """Return the name; with the second one, that work goes on. Nothing shown comes back."""
    agreed = e.RestartAgreed(stop=case.act.stop, person=case.person)
    names = [each.agreed for each in case.state.stops if each.id == case.act.stop]
    if names and names[0]:
        return (agreed, e.WorkRestarted(stop=case.act.stop))
    return (agreed,)


def restart_agreed(state: State, event: e.RestartAgreed) -> State:
    stops = tuple(
        replace(each, agreed=(*each.agreed, event.person)) if each.id == event.stop else each
        for each in state.stops
    )
    return replace(state, stops=stops)


def work_restarted(state: State, event: e.WorkRestarted) -> State:
    return replace(state, stops=tuple(each for each in state.stops if each.id != event.stop))


JUDGES = {
    a.Restart: Judge(restart_rules, restart),
}

EVOLVERS = {
    e.RestartAgreed: restart_agreed,
    e.WorkRestarted: work_restarted,
}
