"""What happened today, newest first?

One line an answered act: when, which weapon, what, who, and how it was answered. What somebody
counted stands in no line, so that the log can be read while a show list is open.
"""

from dataclasses import dataclass

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from showclear.actions.say import BY_CODE, ENGLISH, Catalogue, load_catalogue
from showclear.kernel.words import Tone
from showclear.reports.source import Source
from showclear.reports.views import ActView
from showclear.store import rows

PAGE = 200
"""How many lines are drawn at once."""

TAKEN_AWAY = {"ReportUnattended": "unknown", "Stop": "stop", "Hold": "stop", "AnswerLook": "shown"}
"""Which pattern stands at the edge of a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One answered act. `tone` is empty when it was done."""

    spine: str
    at: str
    tag: str
    what: str
    more: str
    who: str
    answer: str = ""
    rule: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogView:
    """The log of a show."""

    subject: str
    title: str
    rows: tuple[LogLine, ...]
    foot: str
    acts: tuple[ActView, ...] = ()


def log_view(source: Source, *, before: int | None = None) -> LogView:
    """Return the newest acts, or those before an entry."""
    words = load_catalogue((get_language() or ENGLISH)[:2])
    found = rows.list_log(source.show.id, before=before, limit=PAGE)
    size = source.folded.size
    return LogView(
        subject=source.show.title,
        title=ngettext("%(n)s entry", "%(n)s entries", size) % {"n": size},
        rows=tuple(log_line(source, each, words) for each in found),
        foot=_("Newest first. Nothing here is ever changed; a mistake is corrected beside it."),
    )


def log_line(source: Source, row: rows.LogRow, words: Catalogue) -> LogLine:
    """Return one act as a line."""
    rule = BY_CODE.get(row.rule)
    return LogLine(
        spine="" if row.rule else TAKEN_AWAY.get(row.kind, ""),
        at=source.second(row.at_ms),
        tag=source.names.tag(row.weapon),
        what=words.word("done" if row.outcome == "done" and not rule else "acts", row.kind),
        more=rule.title if rule else "",
        who=source.name(row.person) if row.person else _("somebody, not signed in"),
        answer=_answer(row, rule.tone if rule else None),
        rule=row.rule,
        tone=_tone(row, rule.tone if rule else None),
    )


def _answer(row: rows.LogRow, tone: Tone | None) -> str:
    if row.late:
        return _("WRITTEN LATE")
    if tone is None:
        return ""
    return {Tone.NO: _("NO"), Tone.NOT_YET: _("NOT YET"), Tone.ALARM: _("ALARM")}[tone]


def _tone(row: rows.LogRow, tone: Tone | None) -> str:
    if tone is None:
        return "no" if row.outcome == "rejected" else ""
    return "not-yet" if tone is Tone.NOT_YET else "no"
