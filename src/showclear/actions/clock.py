"""What time is it here?

The wall clock for the record, a monotonic clock for durations, and the id of this start of the
machine: together they let a reader see a clock that was set back.
"""

import time
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class Clock(Protocol):
    """What the door needs to know of time."""

    @property
    def boot(self) -> str:
        """The id of this start of the machine."""

    def now(self) -> int:
        """Milliseconds since 1970 UTC, by the wall clock."""

    def mono(self) -> int:
        """Milliseconds since some fixed moment of this start; never goes back."""


class SystemClock:
    """The machine's own clocks."""

    def __init__(self) -> None:
        try:
            self._boot = BOOT_ID.read_text("ascii").strip()
        except OSError:  # Not Linux: one process counts as one start.
            self._boot = str(uuid.uuid4())

    @property
    def boot(self) -> str:
        return self._boot

    def now(self) -> int:
        return time.time_ns() // 1_000_000

    def mono(self) -> int:
        return time.monotonic_ns() // 1_000_000


def to_iso(instant: int) -> str:
    """Return the instant as the server writes it: UTC with milliseconds."""
    at = datetime.fromtimestamp(instant / 1000, UTC)
    return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{instant % 1000:03d}Z"


def from_iso(text: str) -> int:
    """Read an instant in UTC, with or without milliseconds.

    Raises:
        ValueError: when it is no instant of the form 2026-03-02T10:42:00Z.
    """
    if not text.endswith("Z"):
        raise ValueError(f"{text[:40]!r} is no time in UTC that ends in Z")
    at = datetime.fromisoformat(text)
    return int(at.timestamp()) * 1000 + at.microsecond // 1000
