"""Would the kernel allow this act now?

It is asked, with what an honest person would enter. No rule is written a second time.
"""

from showclear.kernel import asks as a
from showclear.kernel.decide import BOOK, decide
from showclear.kernel.decision import Allowed, Decision
from showclear.kernel.events import AlarmRaised
from showclear.kernel.words import Via
from showclear.reports.source import Source
from showclear.reports.views import ActView

TELLS_A_FAULT = (a.CheckFunction, a.SeeBore)
"""Acts whose bad answer raises an alarm, and is offered beside the good one all the same."""


def is_open(
    source: Source, act: a.Act, view: ActView, *, person: str, book: frozenset[str] = BOOK
) -> bool:
    """Say whether the rules of `book` allow this act now, and nothing would be wrong then."""
    decision = judged(source, act, view, person=person, book=book)
    if not isinstance(decision, Allowed):
        return False
    if isinstance(act, TELLS_A_FAULT):
        return True
    return not any(isinstance(event, AlarmRaised) for event in decision.events)


def is_heard(source: Source, act: a.Act, view: ActView, *, person: str) -> bool:
    """Say whether the answer would stand in the record, be it with an alarm."""
    return isinstance(judged(source, act, view, person=person), Allowed)


def judged(
    source: Source, act: a.Act, view: ActView, *, person: str, book: frozenset[str] = BOOK
) -> Decision:
    """Return what the kernel would answer now, by the rules of this book."""
    by_pin = bool(view.person)
    asker = a.Asker(
        person=view.person or person,
        device="this page",
        owner=person,
        via=Via.PIN if by_pin else Via.KEY,
    )
    ask = a.Ask(id="", asker=asker, at=source.now, act=act, expects=dict(view.expects))
    return decide(source.state, ask, source.policy, now=source.now, book=book)
