"""May this act be done, and where is it written?

The one door. A signed ask comes in as bytes; its form and signature are checked; then, with the
show's ledger locked, the state is brought up to the last entry, the kernel judges once, and ask
and answer are appended together with every derived row. One transaction, one path, whoever asks.

Callers that wait at the same time share one commit: the first of them leads and writes for all
that have queued. Nobody is answered before the commit that holds his answer.
"""

import logging
import threading
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from showclear.actions import news
from showclear.actions.answers import Answer, answer_of
from showclear.actions.clock import Clock
from showclear.actions.commit import NOT_GOOD, Batch, ended
from showclear.actions.folded import Folded, RecordBroken
from showclear.actions.pins import PinRefused, check_pin
from showclear.actions.reading import salvage
from showclear.actions.recover import recover
from showclear.actions.relays import Relays, known_ids
from showclear.actions.shows import Show
from showclear.kernel.codec import Unreadable
from showclear.ledger.canonical import Malformed
from showclear.ledger.envelope import Envelope, parse_envelope
from showclear.ledger.keys import Unauthentic, check_signature
from showclear.store import rows

log = logging.getLogger(__name__)

QUEUE_MAX = 1_000
"""How many asks may wait for one commit; beyond that a caller is told to try again."""

Standing = Literal["checking", "whole", "broken"]


class Busy(Exception):
    """More acts are waiting than this box takes."""


class NotFollowed(Busy):
    """Something stands in the record that nobody could have signed; nothing is written behind."""


NOT_WRITTEN = "The record does not hold. This was not written down: say it aloud, and stop work."


@dataclass(slots=True)
class Job:
    """One thing that waits to be written, and who waits for it."""

    envelope: Envelope | None = None
    group: tuple[Envelope, ...] = ()
    relay: tuple[str, Mapping[str, str]] | None = None
    repeats: tuple[str, Mapping[str, str], int] | None = None
    rejected: bytes | None = None
    reason: str = ""
    server_start: bool = False
    answer: Answer | None = None
    answers: tuple[Answer, ...] = ()
    fault: BaseException | None = None
    done: threading.Event = field(default_factory=threading.Event)


class Door:
    """The door of one show in this process."""

    def __init__(self, show: Show, clock: Clock) -> None:
        self.show = show
        self.clock = clock
        self.standing: Standing = "whole"
        """A server that has just started is "checking"; after a failed check it is "broken"."""
        self._folded = recover(show)
        self._stranded: Folded | None = None
        self._queue: deque[Job] = deque()
        self._turn = threading.Lock()
        self._relayed = threading.Lock()
        self._relays = Relays()
        self._signed_at: int | None = None

    @property
    def is_whole(self) -> bool:
        """Say whether no check of the record has failed; else this node gives no permits."""
        return self.standing != "broken"

    def current(self) -> Folded:
        """Return the show as of the last entry that this process has seen, read again if late."""
        if self._stranded is None and rows.read_size(self.show.id) != self._folded.size:
            with self._turn:
                self._catch_up()
        return self._stranded or self._folded

    def _catch_up(self) -> None:
        try:
            self._folded = recover(self.show, self._folded)
        except RecordBroken as broken:
            self._strand(broken)

    def _strand(self, broken: RecordBroken) -> None:
        """End what was shown, for this process: what stands in the record is not to be followed."""
        log.error("The record of %s does not hold: %s", self.show.id, broken)
        self.fail_check()
        self._stranded = ended(
            self._stranded or self._folded, "ServerStarted", {}, clock=self.clock
        )

    def submit(self, entry: bytes, *, pin: str | None = None) -> Answer:
        """Judge and record one signed ask.

        Args:
            entry: the envelope as the device sent it.
            pin: what was typed on the device, beside an ask marked `via: pin`.

        Raises:
            Unreadable: the bytes are no ask; nothing was recorded and nothing changed.
            Busy: too many acts are waiting; nothing was recorded.
        """
        try:
            envelope = parse_envelope(entry)
        except Malformed as wrong:
            raise Unreadable(str(wrong)) from wrong
        if envelope.fields.get("show") != self.show.origin:
            raise Unreadable("this ask is for another show")
        try:
            return self._enter(self._checked(envelope, pin))
        except Unreadable as wrong:
            return self._salvaged(envelope, wrong)

    def submit_all(self, entries: Iterable[bytes]) -> tuple[Answer, ...]:
        """Judge and record many signed asks in one commit: all of them or none.

        Returns:
            their answers. When the last one is not *done*, or raised an alarm, it stood in the
            way and nothing was recorded.

        Raises:
            Unreadable: one of them is no ask; nothing was recorded.
            Unauthentic: one of them no live key signed; nothing was recorded.
        """
        envelopes = []
        for entry in entries:
            try:
                envelopes.append(parse_envelope(entry))
            except Malformed as wrong:
                raise Unreadable(str(wrong)) from wrong
            check_signature(envelopes[-1], self.current().keyring)
        job = Job(group=tuple(envelopes))
        self._enter(job)
        return job.answers

    def _checked(self, envelope: Envelope, pin: str | None) -> Job:
        """Check the signature before the lock, so that a flood of bad ones holds up nobody."""
        try:
            check_signature(envelope, self.current().keyring)
            if envelope.fields.get("via") == "pin":
                check_pin(self.show.id, envelope.fields, pin)
        except (Unauthentic, PinRefused) as wrong:
            if salvage(envelope.fields) is not None:
                raise Unreadable("no live key signed this") from wrong
            reason = str(wrong) if isinstance(wrong, PinRefused) else ""
            return Job(rejected=envelope.entry, reason=reason, fault=wrong)
        return Job(envelope=envelope)

    def _salvaged(self, envelope: Envelope, wrong: Unreadable) -> Answer:
        """Apply what only takes permission away, even if part of it cannot be read."""
        taken = salvage(envelope.fields)
        if taken is None:
            raise wrong
        return self.relay(*taken)

    def relay(self, act: str, ids: Mapping[str, str]) -> Answer:
        """Record an act that only takes permission away, from someone not signed in.

        It is never refused. Equal ones within a minute are counted in one more entry.
        """
        if salvage({"kind": act, **ids}) is None:
            raise Unreadable(f"{act[:40]} is no act that works without a signature")
        # One at a time: of forty that press at once, the others must find the first one written.
        with self._relayed:
            state, clock = self.current().state, self.clock
            ids = known_ids(ids, state)
            if self._stranded is not None:
                self._stranded = ended(self._stranded, act, ids, clock=clock)
                raise NotFollowed(NOT_WRITTEN)
            repeated = self._relays.repeat_of(act, ids, state=state, clock=clock)
            if repeated is not None:
                return repeated
            answer = self._enter(Job(relay=(act, dict(ids))))
            self._relays.note(act, ids, answer=answer, clock=clock)
            return answer

    def note_server_start(self) -> Answer:
        """Record that a server began to serve this show; it ends what was shown before."""
        return self._enter(Job(server_start=True))

    def begin_check(self) -> None:
        """Say that the full check of the record runs behind."""
        self.standing = "checking" if self._stranded is None else "broken"

    def pass_check(self) -> None:
        """Say that the record was found whole, unless this process could not follow it."""
        self.standing = "whole" if self._stranded is None else "broken"

    def fail_check(self) -> None:
        """Give no permits from now on; what only takes away is still applied."""
        self.standing = "broken"

    def tick(self) -> None:
        """Sign what has no checkpoint yet and write the counts of repeated stops."""
        for repeats in self._relays.due(self.clock):
            self._enter(Job(repeats=repeats))
        if rows.last_checkpoint_size(self.show.id) != rows.read_size(self.show.id):
            self._enter(Job())

    def answer_to(self, ask_id: str) -> Answer | None:
        """Return the recorded answer to an ask, if there is one."""
        return answer_of(self.show.id, ask_id)

    def _enter(self, job: Job) -> Answer:
        """Queue the job; lead the next commit, or wait for whoever leads it."""
        if self._stranded is not None:
            raise NotFollowed(NOT_WRITTEN)
        if len(self._queue) >= QUEUE_MAX and job.relay is None and job.repeats is None:
            raise Busy("More acts are waiting than this box takes. Say it aloud, then try again.")
        self._queue.append(job)
        with self._turn:
            if not job.done.is_set():
                self._lead()
        if job.fault is not None and job.answer is None:
            raise job.fault
        return job.answer or Answer.nothing()

    def _lead(self) -> None:
        """Write everything that has queued in one commit. A crash here leaves all or nothing."""
        jobs = [self._queue.popleft() for _ in range(len(self._queue))]
        try:
            with rows.locked(self.show.id) as row:
                batch = Batch(self.show, self.clock, recover(self.show, self._folded, row=row))
                batch.is_whole, batch.signed_at = self.is_whole, self._signed_at
                for job in jobs:
                    self._write(batch, job)
                batch.save()
        except RecordBroken as broken:
            self._strand(broken)
            for job in jobs:
                job.answer, job.fault = None, NotFollowed(NOT_WRITTEN)
        except BaseException as fault:  # noqa: BLE001 - each waiting caller raises it himself
            for job in jobs:
                job.answer, job.fault = None, fault
        else:
            self._folded, self._signed_at = batch.folded, batch.signed_at
            news.publish(self.show.id, batch.folded.size)
        finally:
            for job in jobs:
                job.done.set()

    def _write(self, batch: Batch, job: Job) -> None:
        """Judge one job; whatever fails in it takes back its own entries and no others."""
        mark = batch.mark()
        try:
            if job.envelope is not None:
                job.answer = batch.take(job.envelope)
            elif job.group:
                self._write_all(batch, job)
            elif job.relay is not None:
                job.answer = batch.relay(*job.relay)
            elif job.repeats is not None:
                act, ids, count = job.repeats
                job.answer = batch.relay(act, ids, repeats=count)
            elif job.server_start:
                job.answer = batch.relay("ServerStarted", {}, auth="server")
            elif job.rejected is not None:
                job.answer = batch.reject(job.rejected, job.reason or NOT_GOOD)
        except Exception as fault:  # noqa: BLE001 - a fault in one act must not fail the others
            batch.back_to(mark)
            job.fault = fault

    def _write_all(self, batch: Batch, job: Job) -> None:
        """Judge a group in order; the first that is not done takes all of them back."""
        mark, answers = batch.mark(), []
        for envelope in job.group:
            answer = batch.take(envelope)
            answers.append(answer)
            if answer.outcome != "done" or answer.is_alarm:
                batch.back_to(mark)
                break
        job.answers = tuple(answers)
