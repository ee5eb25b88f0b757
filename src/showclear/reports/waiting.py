"""For what does this person's next step of the work wait?

A page that only leaves an act out says nothing of why. The first step that the order of work alone
keeps shut is shown, dashed, with what opens it; only this one, since the others wait for it.
"""

from dataclasses import replace

from django.utils.translation import get_language

from showclear.actions.say import BY_CODE, ENGLISH, sentence
from showclear.kernel.decide import BOOK
from showclear.kernel.decision import Allowed, Refused
from showclear.kernel.events import AlarmRaised
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Tone
from showclear.reports.acts import candidates
from showclear.reports.allowed import judged
from showclear.reports.source import Source
from showclear.reports.steps import Candidate
from showclear.reports.views import ActView

WORK = ("ProveEmpty", "Inspect", "ShowWeapon", "OfferHandover", "CallWeapon")
"""The order of work with one weapon."""


def waiting_act(source: Source, weapon: Weapon, person: str) -> ActView | None:
    """Return the next step of this person when it waits; None when it is open, or not his.

    What lies in its place is at rest: nobody is at work with it.
    """
    if weapon.custody.holder is None:
        return None
    found = [each for each in candidates(source, weapon, person) if each[0].kind in WORK]
    own = [each for each in found if not each[0].person]
    for step in sorted(own, key=lambda each: WORK.index(each[0].kind)):
        shut = _shut_by(source, step, person)
        if shut is not None:
            return replace(step[0], waits=_words(source, step[0], shut[0])) if shut else None
    return None


def _shut_by(source: Source, step: Candidate, person: str) -> tuple[Refused, ...] | None:
    """Return what the order of work still asks, first things first; None when more forbids it.

    A rule that says NO may stand behind one that says NOT YET. So each is asked without the ones
    before it: what is not this person's to do is never promised to open.
    """
    (view, act), book = step, BOOK
    found: list[Refused] = []
    while True:
        decision = judged(source, act, view, person=person, book=book)
        if isinstance(decision, Allowed):
            is_alarm = any(isinstance(event, AlarmRaised) for event in decision.events)
            return None if is_alarm else tuple(found)
        if BY_CODE[decision.rule].tone is not Tone.NOT_YET:
            return None
        found.append(decision)
        book -= {decision.rule}


def _words(source: Source, view: ActView, shut: Refused) -> str:
    ask = {"kind": view.kind, **view.fields}
    language = (get_language() or ENGLISH)[:2]
    return sentence(shut.rule, shut.params, source.names, ask=ask, language=language).waits
