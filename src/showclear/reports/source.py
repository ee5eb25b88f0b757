"""What does every report read? The folded state, the kept names, and the time it is asked at."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from zoneinfo import ZoneInfo

from showclear.actions.folded import Folded
from showclear.actions.shows import Show
from showclear.kernel.policy import Policy
from showclear.kernel.state import State
from showclear.kernel.words import Instant
from showclear.store import people

POLICY = Policy()


@dataclass(frozen=True)
class Source:
    """One show at one moment."""

    show: Show
    folded: Folded
    now: Instant
    policy: Policy = POLICY

    @property
    def state(self) -> State:
        """Return the show as the record knows it."""
        return self.folded.state

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Return the kept texts by the hash under which entries hold them."""
        kept = people.texts_of_show(self.show.id)
        return {sha256(each.salt + each.text.encode()).hexdigest(): each.text for each in kept}

    @cached_property
    def named(self) -> Mapping[str, str]:
        """Return the kept texts by their own id: names of places and units."""
        return {each.id: each.text for each in people.texts_of_show(self.show.id)}

    def name(self, person: str | None) -> str:
        """Return a person's name; his id when the name was erased."""
        known = self.state.people.get(person or "")
        if known is None:
            return person or ""
        return self.texts.get(known.name, known.id)

    def place(self, place: str | None) -> str:
        """Return a place's name; its id when none is kept."""
        return self.named.get(place or "", place or "")

    def clock(self, at: Instant) -> str:
        """Return the time of day in the show's zone, to the minute."""
        return f"{self._local(at):%H:%M}"

    def second(self, at: Instant) -> str:
        """Return the time of day in the show's zone, to the second: where order matters."""
        return f"{self._local(at):%H:%M:%S}"

    def _local(self, at: Instant) -> datetime:
        return datetime.fromtimestamp(at / 1000, ZoneInfo(self.show.zone))
