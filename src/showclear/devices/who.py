"""Who sits before this browser?

An account signs in; in each show it is one person. Nothing here gives a right: what a person may
do is judged by the kernel, from the key that signed.
"""

from dataclasses import dataclass
from hashlib import sha256

from showclear.actions.door import Door
from showclear.store import people


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a show, as this browser knows him."""

    id: str
    name: str


def find_person(door: Door, account: int | None) -> Person | None:
    """Find which person of the show an account is, or None."""
    if account is None:
        return None
    person = people.find_person_of_account(door.show.id, account)
    return None if person is None else Person(person, name_of(door, person))


def name_of(door: Door, person: str) -> str:
    """Return the kept name of a person; his id when it was erased or is not entered yet."""
    known = door.current().state.people.get(person)
    for kept in people.texts_of_person(door.show.id, person):
        if known is not None and sha256(kept.salt + kept.text.encode()).hexdigest() == known.name:
            return kept.text
    return person
