"""How is a person forgotten without touching the record?

Entries hold only the salted hash of a text. Text and salt are deleted here; the proofs stay whole.
What already left as a file cannot be called back: it is listed.
"""

from dataclasses import dataclass

from showclear.actions.clock import to_iso
from showclear.store import erasing, people, shows


class NobodyErased(Exception):
    """No text about such a person is kept here."""


@dataclass(frozen=True, slots=True)
class Erased:
    """How many texts were deleted, and which files that left may still hold them."""

    person: str
    texts: int
    exports: tuple[str, ...]


def erase_person(show: str, person: str) -> Erased:
    """Delete texts, salts, PIN and account link of a person, named by id or by exact name."""
    texts = people.texts_of_show(show)
    found = {each.person for each in texts if each.person and person in (each.person, each.text)}
    if len(found) > 1:
        raise NobodyErased(f"{person!r} is the name of {len(found)} people. Give the id.")
    if not found:
        raise NobodyErased(f"No text about {person!r} is kept in {show}.")
    erased = found.pop()
    with erasing.without_traces():
        count = len(people.erase_person(show, erased))
    left = tuple(
        f"{each.name} of {to_iso(each.at_ms)}, SHA-256 {each.sha256.hex()}"
        for each in shows.list_exports(show)
    )
    return Erased(erased, count, left)
