"""How is an answer of the record told? What, why, what to do now, the code, the source."""

from django.utils.translation import gettext as _

from showclear.actions.answers import Answer
from showclear.kernel.decide import RULES
from showclear.kernel.rule import Rule
from showclear.kernel.words import Tone
from showclear.reports import wording
from showclear.reports.acts import next_acts
from showclear.reports.source import Source
from showclear.reports.views import DoneView, RefusalView

BOOK: dict[str, Rule] = {rule.code: rule for rule in RULES}
TONES = {Tone.NO: "no", Tone.NOT_YET: "not-yet", Tone.ALARM: "no"}


def refusal_view(source: Source, answer: Answer, *, person: str) -> RefusalView:
    """Return why an act was not done, and what to do instead."""
    rule = BOOK.get(answer.rule)
    weapon = source.state.weapons.get(str(answer.ask.get("weapon", "")))
    is_wrong = answer.rule == "TAG-WRONG"
    return RefusalView(
        tone="wrong-weapon" if is_wrong else TONES[rule.tone] if rule else "no",
        weapon=weapon.id if weapon else "",
        tag=weapon.tag if weapon else "",
        what=_what(answer, weapon.tag if weapon else ""),
        why=_("%(title)s.") % {"title": rule.title if rule else answer.rule},
        do_now=(),
        rule=answer.rule,
        title="",
        sources=rule.sources if rule else (),
        record=_record(source, answer),
        hand_tag=str(answer.params.get("found", "")) if is_wrong else "",
        plan_tag=weapon.tag if is_wrong and weapon else "",
        acts=next_acts(source, weapon, person) if weapon else (),
    )


def _what(answer: Answer, tag: str) -> str:
    verbs = {
        "ProveEmpty": _("%(tag)s is not proved empty."),
        "Inspect": _("The count of %(tag)s does not stand."),
        "ShowWeapon": _("%(tag)s is not shown."),
        "AnswerLook": _("The look at %(tag)s does not count."),
        "OfferHandover": _("%(tag)s was not handed over."),
        "TakeHandover": _("%(tag)s was not handed over."),
        "OfferReturn": _("%(tag)s was not given back."),
        "TakeBack": _("%(tag)s was not taken back."),
        "DrawWeapon": _("%(tag)s stays where it is."),
        "LockUp": _("%(tag)s is not locked up."),
    }
    return verbs.get(str(answer.ask.get("kind")), _("This was not done.")) % {"tag": tag}


def _record(source: Source, answer: Answer) -> str:
    at = source.second(answer.received_at)
    weapon = source.state.weapons.get(str(answer.ask.get("weapon", "")))
    if answer.is_alarm:
        return _("Kept %(at)s as an alarm. Look at the board.") % {"at": at}
    kept = _("Kept %(at)s as a refusal.")
    rule = BOOK.get(answer.rule)
    if rule is not None and rule.tone is Tone.NOT_YET:
        kept = _("Kept %(at)s as *not yet*. It does not count as a blocked attempt.")
    told = kept % {"at": at}
    if weapon is None:
        return told + " " + _("Nothing else changed.")
    custody = f"{weapon.tag}: {wording.custody_of(source, weapon)}"
    return f"{told} " + _("Nothing else changed.") + f" {custody}."


def done_view(source: Source, answer: Answer) -> DoneView:
    """Return an act that stands in the record."""
    weapon = source.state.weapons.get(str(answer.ask.get("weapon", "")))
    return DoneView(
        subject=_("In the record"),
        what=_("In the record %(at)s") % {"at": source.second(answer.received_at)},
        lines=(_("Entry %(n)s.") % {"n": answer.seq},),
        weapon=weapon.id if weapon else "",
        tag=weapon.tag if weapon else "",
    )
