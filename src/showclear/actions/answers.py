"""What does a caller get back?

An answer as the record holds it: done with its events, refused with a rule and its numbers, or
rejected because the ask was not authentic. The sentences are made at the edges (say.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from showclear.actions.clock import from_iso
from showclear.ledger.envelope import parse_envelope
from showclear.store import rows

Outcome = Literal["done", "refused", "rejected", "repeated", "nothing"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The server's answer to one ask.

    Attributes:
        outcome: done; refused by a rule; rejected as not authentic; repeated, when the same
            unsigned act came again and was counted; nothing, when there was nothing to answer.
        ask: the fields of the ask as signed.
        events: plain events with `kind` and `v`, when done.
        rule: the code of the rule that refused, or of the one that raised an alarm.
        params: ids, counts and ages (milliseconds) for the rule's sentences.
        seq: the place of the answer in the record.
        received_at: server time in milliseconds.
        reason: one sentence, when rejected.
    """

    outcome: Outcome
    ask: Mapping[str, Any] = field(default_factory=dict)
    events: tuple[Mapping[str, Any], ...] = ()
    rule: str = ""
    params: Mapping[str, str | int] = field(default_factory=dict)
    seq: int = -1
    received_at: int = 0
    reason: str = ""

    @staticmethod
    def nothing() -> "Answer":
        """Return the answer to a tick, which asks nothing."""
        return Answer("nothing")

    @property
    def is_alarm(self) -> bool:
        """Say whether a rule that warns has bitten: the act was not done as it was meant."""
        return self.outcome == "done" and bool(self.rule)

    @property
    def is_late(self) -> bool:
        """Say whether it came too late: it is written, and grants nothing."""
        return any(each["kind"] == "LateReportReceived" for each in self.events)


def read_answer(ask: Mapping[str, Any], fields: Mapping[str, Any]) -> Answer:
    """Return the answer that stands in a recorded `AskAnswered`."""
    at = from_iso(fields["received_at"])
    if fields["outcome"] == "refused":
        return Answer(
            "refused",
            ask,
            rule=fields["rule"],
            params=fields["params"],
            seq=fields["seq"],
            received_at=at,
        )
    events = tuple(fields["events"])
    alarm = next((each for each in events if each["kind"] == "AlarmRaised"), None)
    return Answer(
        "done",
        ask,
        events=events,
        rule=alarm["rule"] if alarm else "",
        params={"about": alarm["about"] or "", "found": alarm["found"]} if alarm else {},
        seq=fields["seq"],
        received_at=at,
    )


def answer_of(show: str, ask_id: str) -> Answer | None:
    """Return the recorded answer to the ask with this id."""
    row = rows.find_ask(show, ask_id)
    if row is None:
        return None
    ask, answer = (
        parse_envelope(body).fields for _, body, _ in rows.read_pair(show, row.n, row.answer_n)
    )
    return read_answer(ask, answer)
