"""Is a line of the log the act as it was answered?"""

from collections import Counter
from dataclasses import replace

import pytest
from tests.reports.played import drawn

from showclear.actions.say import load_catalogue
from showclear.reports.daylog import PAGE, LogLine, LogView, counts_of, log_line, log_view
from showclear.store import rows
from showclear.store.rows import LogCount, LogRow


def line(**changes: object) -> LogLine:
    fine = {"n": 9, "at_ms": 1_772_444_552_000, "kind": "ProveEmpty", "outcome": "done",
            "person": "ines", "weapon": "w7"}  # fmt: skip
    row = LogRow(**{**fine, **changes})  # type: ignore[arg-type]
    return log_line(drawn().source(), row, load_catalogue())


def test_an_act_that_was_done_is_told_with_its_second_tag_and_name() -> None:
    done = line()
    assert (done.at, done.tag, done.what, done.who) == (
        "09:42:32",
        "07",
        "Opened and counted",
        "Ines",
    )
    assert (done.answer, done.tone) == ("", "")


def test_a_blocked_attempt_stands_with_its_code() -> None:
    no = line(outcome="refused", rule="PROVE-HOLDER")
    assert (no.answer, no.rule, no.tone) == ("NO", "PROVE-HOLDER", "no")


def test_an_order_of_work_is_no_blocked_attempt() -> None:
    not_yet = line(outcome="refused", rule="COUNT-WHOLE")
    assert (not_yet.answer, not_yet.tone) == ("NOT YET", "not-yet")


def test_an_alarm_says_so() -> None:
    alarm = line(rule="TAG-WRONG")
    assert (alarm.answer, alarm.tone, alarm.spine) == ("ALARM", "alarm", "stop")


def test_a_late_report_says_that_it_is_late() -> None:
    assert (line(late=True).late, line(late=True).answer) == ("WRITTEN LATE", "")
    no = line(outcome="refused", rule="PROVE-HOLDER", late=True)
    assert (no.late, no.answer) == ("WRITTEN LATE", "NO")


def test_a_stop_of_nobody_signed_in_names_nobody() -> None:
    assert line(kind="Stop", person="", weapon="").who == "somebody, not signed in"


def test_what_came_without_a_good_signature_is_marked() -> None:
    assert line(kind="AskRejected", outcome="rejected", person="", weapon="").tone == "no"


DAY = 86_400_000
FINE = LogRow(n=0, at_ms=1_772_444_552_000, kind="ProveEmpty", outcome="done", person="ines")


def paged(monkeypatch: pytest.MonkeyPatch, entries: int, before: int | None = None) -> LogView:
    """Draw a page of a log in which ten acts fall on a day."""
    start = FINE.at_ms
    found = [
        replace(FINE, n=n, at_ms=start + n // 10 * DAY)
        for n in reversed(range(entries))
        if before is None or n < before
    ]
    monkeypatch.setattr(rows, "list_log", lambda *_args, limit, **_more: found[:limit])
    counts = [
        LogCount("done", "", late=False, count=entries),
        LogCount("refused", "PROVE-HOLDER", late=False, count=3),
        LogCount("refused", "COUNT-WHOLE", late=True, count=2),
        LogCount("done", "TAG-WRONG", late=False, count=1),
    ]
    monkeypatch.setattr(rows, "count_log", lambda _show: counts)
    return log_view(drawn().source(), before=before)


def test_a_page_is_two_hundred_acts_and_leads_to_the_older_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    view = paged(monkeypatch, PAGE + 5)
    assert (len(view.rows), view.older, view.is_newest) == (PAGE, 5, True)
    last = paged(monkeypatch, PAGE + 5, before=view.older)
    assert (len(last.rows), last.older, last.is_newest) == (5, 0, False)


def test_a_log_that_fits_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    assert paged(monkeypatch, PAGE).older == 0


def test_the_first_line_of_each_day_says_the_date(monkeypatch: pytest.MonkeyPatch) -> None:
    days = [each.day for each in paged(monkeypatch, 20).rows]
    assert days[0] == "2026-03-03" and days[10] == "2026-03-02"
    assert set(days[1:10]) == set(days[11:]) == {""}


def test_the_head_counts_refusals_not_yets_alarms_and_late_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    view = paged(monkeypatch, 4)
    assert {each.state: each.figure for each in view.counts} == {
        "no": 3,
        "not-yet": 2,
        "alarm": 1,
        "late": 2,
    }
    assert view.title == "10 entries"
    assert counts_of(Counter())[0].figure == 0


def test_a_title_is_told_in_the_language_of_the_reader() -> None:
    row = replace(FINE, outcome="refused", rule="PROVE-HOLDER")
    spanish = log_line(drawn().source(), row, load_catalogue("es"))
    assert spanish.more != line(outcome="refused", rule="PROVE-HOLDER").more
