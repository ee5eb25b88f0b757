"""Who is p-7, and what is the clock on set?

The record holds ids and salted hashes; names, tags and slates are what people say. A text counts
as a person's name only while it still hashes to what the record holds.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from showclear.kernel.state import State
from showclear.store import people


def name_hash(salt: bytes, text: str) -> str:
    """Return the hash under which an entry holds a text."""
    return hashlib.sha256(salt + text.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What ids are called, and the zone that times are told in."""

    people: Mapping[str, str] = field(default_factory=dict)
    weapons: Mapping[str, str] = field(default_factory=dict)
    setups: Mapping[str, str] = field(default_factory=dict)
    lots: Mapping[str, str] = field(default_factory=dict)
    zone: str = "UTC"

    def person(self, person: str) -> str:
        """Return the person's name; the id where the name was erased."""
        return self.people.get(person, person)

    def tag(self, weapon: str) -> str:
        """Return the weapon's tag."""
        return self.weapons.get(weapon, weapon)

    def slate(self, setup: str) -> str:
        """Return the slate of a set-up."""
        return self.setups.get(setup, setup)

    def thing(self, thing: str) -> str:
        """Return what any id is called: a weapon, a set-up, a box, a person, or the id."""
        for known in (self.weapons, self.setups, self.lots, self.people):
            if thing in known:
                return known[thing]
        return thing

    def minute(self, instant: int) -> str:
        """Return the time of day: 10:42."""
        return self._local(instant).strftime("%H:%M")

    def second(self, instant: int) -> str:
        """Return the time of day where order matters: 10:42:31."""
        return self._local(instant).strftime("%H:%M:%S")

    def day(self, instant: int) -> str:
        """Return the date: 2026-03-02."""
        return self._local(instant).strftime("%Y-%m-%d")

    def _local(self, instant: int) -> datetime:
        return datetime.fromtimestamp(instant / 1000, UTC).astimezone(ZoneInfo(self.zone))


def names_of(show: str, state: State, *, zone: str) -> Names:
    """Read what the people of a show are called; weapons and set-ups say it themselves."""
    return Names(
        people=_people(show, state),
        weapons={each.id: each.tag for each in state.weapons.values()},
        setups={each.id: each.slate for each in state.setups.values()},
        lots=_lots(show, state),
        zone=zone,
    )


def kept_texts(show: str) -> dict[str, str]:
    """Return the kept texts of a show by the hash under which the record holds them."""
    return {name_hash(each.salt, each.text): each.text for each in people.texts_of_show(show)}


def _lots(show: str, state: State) -> dict[str, str]:
    """Return what a box is called: the supplier's line for it, else the supplier."""
    kept = kept_texts(show) if state.lots else {}
    named = {each.id: kept.get(each.line) or each.supplier for each in state.lots.values()}
    return {lot: name for lot, name in named.items() if name}


def _people(show: str, state: State) -> dict[str, str]:
    found = {}
    for row in people.texts_of_show(show):
        person = state.people.get(row.person or "")
        if person is not None and person.name == name_hash(row.salt, row.text):
            found[person.id] = row.text
    return found
