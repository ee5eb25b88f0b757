"""How is something written that the record did not see, or saw wrongly?

Nothing is edited (law 10). A late entry says that it is late and why; a correction stands beside
what it corrects. Both stay, and neither changes what is permitted.
"""

from collections.abc import Iterator

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.words import Layer, Tone

LATE_REASON = Rule(
    code="LATE-REASON",
    title="A late entry says what happened and why it is late",
    layer=Layer.AFTER,
    laws=(10,),
    sources=("scene-kept", "gun-not-opened-after"),
    tone=Tone.NOT_YET,
)
LATE_THEN = Rule(
    code="LATE-THEN",
    title="A late entry is about what has happened",
    layer=Layer.AFTER,
    laws=(10,),
    tone=Tone.NOT_YET,
)
CORRECT_WORDS = Rule(
    code="CORRECT-WORDS",
    title="A correction names an entry and says what is right",
    layer=Layer.AFTER,
    laws=(10,),
    tone=Tone.NOT_YET,
)

RULES = (LATE_REASON, LATE_THEN, CORRECT_WORDS)


def late_rules(case: Case[a.LateEntry]) -> Iterator[Bite]:
    """Yield why this is no late entry."""
    if not (case.act.what and case.act.reason):
        yield LATE_REASON.refuses()
    if case.act.happened_at > case.now:
        yield LATE_THEN.refuses()


def enter_late(case: Case[a.LateEntry]) -> tuple[e.Event, ...]:
    """Return the entry, which says that it is late."""
    act = case.act
    entry = e.LateEntryMade(
        happened_at=act.happened_at, what=act.what, reason=act.reason, about=act.about
    )
    return (entry,)


def correct_rules(case: Case[a.Correct]) -> Iterator[Bite]:
    """Yield why this corrects nothing."""
    if not (case.act.record and case.act.text):
        yield CORRECT_WORDS.refuses()


def correct(case: Case[a.Correct]) -> tuple[e.Event, ...]:
    """Return the correction, beside what it corrects."""
    return (e.RecordCorrected(record=case.act.record, text=case.act.text),)


JUDGES = {
    a.LateEntry: Judge(late_rules, enter_late),
    a.Correct: Judge(correct_rules, correct),
}
