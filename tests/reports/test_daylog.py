"""Is a line of the log the act as it was answered?"""

from tests.reports.played import drawn

from showclear.actions.say import load_catalogue
from showclear.reports.daylog import LogLine, log_line
from showclear.store.rows import LogRow


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
    assert line(rule="TAG-WRONG").answer == "ALARM"


def test_a_late_report_says_that_it_is_late() -> None:
    assert line(late=True).answer == "WRITTEN LATE"


def test_a_stop_of_nobody_signed_in_names_nobody() -> None:
    assert line(kind="Stop", person="", weapon="").who == "somebody, not signed in"


def test_what_came_without_a_good_signature_is_marked() -> None:
    assert line(kind="AskRejected", outcome="rejected", person="", weapon="").tone == "no"
