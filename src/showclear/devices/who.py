"""Who sits before this browser?

An account signs in; in each show it is one person. Nothing here gives a right: what a person may
do is judged by the kernel, from the key that signed.
"""

from dataclasses import dataclass

from showclear.actions.door import Door
from showclear.actions.names import names_of
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
    if person is None:
        return None
    names = names_of(door.show.id, door.current().state, zone=door.show.zone)
    return Person(person, names.person(person))
