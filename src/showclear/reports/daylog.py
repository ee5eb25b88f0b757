"""What happened today, newest first?

One line an answered act: when, which weapon, what, who, and how it was answered. What somebody
counted stands in no line, so that the log can be read while a show list is open.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from showclear.actions.say import BY_CODE, ENGLISH, Catalogue, load_catalogue
from showclear.kernel.words import Tone
from showclear.reports.source import Source
from showclear.reports.views import ActView, Count
from showclear.store import rows

PAGE = 200
"""How many lines are drawn at once."""

SPINES = {
    "ReportUnattended": "unknown",
    "Stop": "stop",
    "Hold": "stop",
    "LiveFound": "stop",
    "UnplannedShot": "stop",
    "AnswerLook": "shown",
}
"""Which pattern stands at the edge of a line that was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One answered act.

    Attributes:
        day: the date, on the first line of each.
        answer: NO, NOT YET or ALARM; empty when it was done.
        late: that it was written late, whatever the answer.
        tone: how the line is drawn: no, not-yet, alarm; empty when it was done.
    """

    spine: str
    at: str
    tag: str
    what: str
    more: str
    who: str
    answer: str = ""
    rule: str = ""
    late: str = ""
    tone: str = ""
    shape: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogView:
    """The log of a show. `older` is the entry before which the next page begins; 0 for none."""

    subject: str
    title: str
    counts: tuple[Count, ...]
    rows: tuple[LogLine, ...]
    foot: str
    older: int = 0
    is_newest: bool = True
    acts: tuple[ActView, ...] = ()


def log_view(source: Source, *, before: int | None = None) -> LogView:
    """Return the newest acts, or those before an entry; a page at a time."""
    words = load_catalogue((get_language() or ENGLISH)[:2])
    found = rows.list_log(source.show.id, before=before, limit=PAGE + 1)
    tally = _tally(source)
    size = sum(tally.values())
    return LogView(
        subject=source.show.title,
        title=ngettext("%(n)s entry", "%(n)s entries", size) % {"n": size},
        counts=counts_of(tally),
        rows=tuple(_dated(source, found[:PAGE], words)),
        foot=_("Newest first. Nothing here is ever changed; a mistake is corrected beside it."),
        older=found[PAGE - 1].n if len(found) > PAGE else 0,
        is_newest=before is None,
    )


def _tally(source: Source) -> Counter[str]:
    """Count the lines of the whole log by how they were answered, late ones once more."""
    found: Counter[str] = Counter()
    for group in rows.count_log(source.show.id):
        kind = tone_of(group.outcome, group.rule) or "done"
        found[f"{kind} late" if group.late else kind] += group.count
    return found


def counts_of(tally: Counter[str]) -> tuple[Count, ...]:
    """Return the figures at the head: refused, not yet, alarms, written late."""

    def of(kind: str) -> int:
        return tally[kind] + tally[f"{kind} late"]

    late = sum(count for kind, count in tally.items() if kind.endswith(" late"))
    return (
        Count("no", of("no"), _("refused")),
        Count("not-yet", of("not-yet"), _("not yet")),
        Count("alarm", of("alarm"), _("alarms")),
        Count("late", late, _("written late")),
    )


def _dated(source: Source, found: Sequence[rows.LogRow], words: Catalogue) -> Iterator[LogLine]:
    """Give the lines; where another day begins the line says which."""
    last = ""
    for row in found:
        day = source.names.day(row.at_ms)
        line = log_line(source, row, words)
        yield replace(line, day=day) if day != last else line
        last = day


def log_line(source: Source, row: rows.LogRow, words: Catalogue) -> LogLine:
    """Return one act as a line."""
    tone = tone_of(row.outcome, row.rule)
    was_done = row.outcome == "done" and not row.rule
    answer = {"no": _("NO"), "not-yet": _("NOT YET"), "alarm": _("ALARM")}.get(tone, "")
    return LogLine(
        spine="stop" if tone == "alarm" else SPINES.get(row.kind, "") if was_done else "",
        at=source.second(row.at_ms),
        tag=source.names.tag(row.weapon),
        what=words.word("done" if was_done else "acts", row.kind),
        more=_title(row.rule, words),
        who=source.name(row.person) if row.person else _("somebody, not signed in"),
        answer=answer,
        rule=row.rule,
        late=_("WRITTEN LATE") if row.late else "",
        tone=tone,
        shape="no" if tone == "alarm" else tone,
    )


def tone_of(outcome: str, rule: str) -> str:
    """Say how a line is drawn. NOT YET is order of work, and no blocked attempt."""
    known = BY_CODE.get(rule)
    if known is None:
        return "" if outcome == "done" else "no"
    if known.tone is Tone.ALARM or outcome == "done":
        return "alarm"
    return "not-yet" if known.tone is Tone.NOT_YET else "no"


def _title(rule: str, words: Catalogue) -> str:
    """Return what the rule says, in this language."""
    known = BY_CODE.get(rule)
    if known is None:
        return ""
    return str((words.find("rules", rule) or {}).get("title") or known.title)
