"""What does every report read? The folded state, the kept names, and the time it is asked at."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from showclear.actions.folded import Folded
from showclear.actions.names import Names, kept_texts, names_of
from showclear.actions.shows import Show
from showclear.kernel.policy import Policy
from showclear.kernel.state import State
from showclear.kernel.words import Instant

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
    def names(self) -> Names:
        """Return what ids are called, and the zone that times are told in."""
        return names_of(self.show.id, self.state, zone=self.show.zone)

    @cached_property
    def kept(self) -> Mapping[str, str]:
        """Return the kept texts by the hash under which the record holds them."""
        return kept_texts(self.show.id)

    def name(self, person: str | None) -> str:
        """Return a person's name; his id when the name was erased."""
        return self.names.person(person or "")

    def place(self, place: str | None) -> str:
        """Return a place's name; its id when none is kept."""
        known = self.state.places.get(place or "")
        return self.kept.get(known.name, known.id) if known is not None else place or ""

    def clock(self, at: Instant) -> str:
        """Return the time of day in the show's zone, to the minute."""
        return self.names.minute(at)

    def second(self, at: Instant) -> str:
        """Return the time of day in the show's zone, to the second: where order matters."""
        return self.names.second(at)
