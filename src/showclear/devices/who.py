"""Who sits before this browser?

An account signs in; in each show it is one person. Nothing here gives a right: what a person may
do is judged by the kernel, from the key that signed.
"""

from dataclasses import dataclass

from showclear.store import people


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a show, as this browser knows him."""

    id: str
    name: str


def find_person(show: str, account: int | None) -> Person | None:
    """Find which person of the show an account is, or None."""
    if account is None:
        return None
    person = people.find_person_of_account(show, account)
    return None if person is None else Person(person, name_of(show, person))


def name_of(show: str, person: str) -> str:
    """Return the kept name of a person; his id once the name was erased."""
    texts = people.texts_of_person(show, person)
    return texts[0].text if texts else person
