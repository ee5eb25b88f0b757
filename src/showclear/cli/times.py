"""Which moment does this text name?"""

from datetime import datetime
from zoneinfo import ZoneInfo

from showclear.cli.wrong import Wrong


def parse_time(text: str, zone: str) -> int:
    """Read an ISO 8601 time as milliseconds; without an offset it is in the show's zone."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError as wrong:
        raise Wrong(f"{text!r} is no time like 2026-03-02T10:42.") from wrong
    if at.tzinfo is None:
        at = at.replace(tzinfo=ZoneInfo(zone))
    return int(at.timestamp() * 1000)
