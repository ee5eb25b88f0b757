"""How is an answer of the record told? What, why, what to do now, the code, the source."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from showclear.actions.answers import Answer
from showclear.actions.say import ENGLISH, sentence
from showclear.kernel.words import Tone
from showclear.reports import boxes, wording
from showclear.reports.acts import next_acts
from showclear.reports.source import Source
from showclear.reports.views import DoneView, RefusalView

TONES = {Tone.NO: "no", Tone.NOT_YET: "not-yet", Tone.ALARM: "no"}
WRONG_WEAPON = "TAG-WRONG"
"""The one refusal in red: another weapon is in the hand."""

ALL_ANSWERED = "LOT-WHOLE"
"""The refusal that knows how many rounds there should be."""


def refusal_view(source: Source, answer: Answer, *, person: str) -> RefusalView:
    """Return why an act was not done, and what to do instead."""
    weapon = source.state.weapons.get(str(answer.ask.get("weapon", "")))
    language = (get_language() or ENGLISH)[:2]
    said = sentence(answer.rule, answer.params, source.names, ask=answer.ask, language=language)
    is_wrong = answer.rule == WRONG_WEAPON
    return RefusalView(
        tone="wrong-weapon" if is_wrong else TONES[said.tone],
        weapon=weapon.id if weapon else "",
        tag=weapon.tag if weapon else "",
        what=said.what,
        why=_why(source, answer, said.why, person=person),
        do_now=said.instead,
        rule=answer.rule,
        title=said.title,
        sources=said.sources,
        record=_record(source, answer, said.tone),
        hand_tag=str(answer.params.get("found", "")) if is_wrong else "",
        plan_tag=weapon.tag if is_wrong and weapon else "",
        lot=_lot(source, answer),
        # With the wrong one in the hand the way out is to scan: nothing else is offered.
        acts=next_acts(source, weapon, person) if weapon and not is_wrong else (),
    )


def _lot(source: Source, answer: Answer) -> str:
    lot = str(answer.ask.get("lot", ""))
    return lot if lot in source.state.lots else ""


def _why(source: Source, answer: Answer, why: str, *, person: str) -> str:
    """Return why not; how many should be there is told to nobody who is still to answer."""
    lot = source.state.lots.get(_lot(source, answer))
    if answer.rule != ALL_ANSWERED or lot is None or not boxes.is_sealed(source, lot, person):
        return why
    return _(
        "The answer speaks of %(n)s rounds, and the record of another number. It is not told "
        "before you have answered."
    ) % {"n": answer.params.get("answered", "")}


def _record(source: Source, answer: Answer, tone: Tone) -> str:
    at = source.second(answer.received_at)
    weapon = source.state.weapons.get(str(answer.ask.get("weapon", "")))
    if answer.is_alarm:
        return _("Kept %(at)s as an alarm. Look at the board.") % {"at": at}
    kept = _("Kept %(at)s as a refusal.")
    if tone is Tone.NOT_YET:
        kept = _("Kept %(at)s as *not yet*. It does not count as a blocked attempt.")
    told = f"{kept % {'at': at}} " + _("Nothing else changed.")
    if weapon is None:
        return told
    return f"{told} {weapon.tag}: {wording.custody_of(source, weapon)}."


def done_view(source: Source, answer: Answer) -> DoneView:
    """Return an act that stands in the record, or that came too late to grant anything."""
    weapon = source.state.weapons.get(str(answer.ask.get("weapon", "")))
    what = _("In the record %(at)s") % {"at": source.second(answer.received_at)}
    if answer.is_late:
        what = _("This came too late: it is written, and it counts for nothing. Do it again.")
    return DoneView(
        subject=_("Too late") if answer.is_late else _("In the record"),
        what=what,
        lines=(_("Entry %(n)s.") % {"n": answer.seq},),
        weapon=weapon.id if weapon else "",
        tag=weapon.tag if weapon else "",
    )
