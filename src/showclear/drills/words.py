"""Which kinds of values may stand in a case file, and what is wrong with one that may not?

A case file is written by people, so each fault is told in one sentence that names the place, the
field and what would be right there.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

NUMBER_MAX = 100_000
"""More than any count, distance or year of a case."""

NOBODY = "nobody"
"""Stands where a person was wanted and there was none."""


class BadCase(Exception):
    """A case file that cannot be played: where in it, and one sentence."""

    def __init__(self, where: str, sentence: str) -> None:
        super().__init__(f"{where}: {sentence}" if where else sentence)


@dataclass(frozen=True, slots=True)
class Known:
    """The names that a case file has given."""

    people: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    weapons: frozenset[str] = frozenset()
    rounds: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    setups: frozenset[str] = frozenset()

    @property
    def things(self) -> frozenset[str]:
        """Everything that can be held."""
        return self.weapons | self.rounds | self.items


class Kind(StrEnum):
    """What a field holds; the value is how the pages call it."""

    PERSON = "a person"
    PEOPLE = "people"
    WEAPON = "a weapon"
    WEAPONS = "weapons"
    ROUNDS = "rounds"
    ITEM = "an item"
    THING = "a thing"
    THINGS = "things"
    PLACE = "a place"
    SETUP = "a set-up"
    SPOT = "a place or an item"
    NAME = "a name"
    WORD = "one word of a list"
    WORDS = "words of a list"
    NUMBER = "a whole number"
    METRES = "a distance in metres"
    YES = "true or false"
    TEXT = "a text"
    TEXTS = "texts"
    AMOUNTS = "numbers by name"
    LOADS = "numbers of rounds by their box"
    SEEN = "what each person counted"
    USES = "a list of uses"
    ISSUES = "weapons and their people"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what it holds, whether it has to be there, and the words it may hold."""

    kind: Kind
    is_needed: bool = True
    choices: tuple[str, ...] = ()

    def maybe(self) -> "Field":
        """Return the same field, left out at will."""
        return replace(self, is_needed=False)


def word(choices: Iterable[str]) -> Field:
    """Return a field that holds one word of these."""
    return Field(Kind.WORD, choices=tuple(choices))


def words(choices: Iterable[str]) -> Field:
    """Return a field that holds words of these."""
    return Field(Kind.WORDS, choices=tuple(choices))


USE: dict[str, Field] = {
    "weapon": Field(Kind.WEAPON),
    "taker": Field(Kind.PERSON),
    "as": Field(Kind.WORD, choices=("cold", "hot")),
    "double": Field(Kind.PERSON, is_needed=False),
    "path": Field(Kind.PEOPLE, is_needed=False),
    "rounds": Field(Kind.NUMBER, is_needed=False),
    "reason": Field(Kind.TEXT, is_needed=False),
    "aims_at": Field(Kind.PERSON, is_needed=False),
    "metres": Field(Kind.METRES, is_needed=False),
    "sheet_metres": Field(Kind.METRES, is_needed=False),
    "is_drawn": Field(Kind.YES, is_needed=False),
}
"""One weapon of a plan: for whom, cold or hot, at whom and how far."""

ISSUE: dict[str, Field] = {"weapon": Field(Kind.WEAPON), "to": Field(Kind.PERSON)}
"""One weapon of a line and its person."""

COUNTS = ("empty", "dummy", "blank", "unsure")


def check_fields(
    where: str, given: Any, fields: Mapping[str, Field], *, known: Known
) -> dict[str, Any]:
    """Return the fields as given, each of its kind.

    Raises:
        BadCase: an unknown, missing or wrong field.
    """
    if not isinstance(given, dict):
        raise BadCase(where, f"fields are expected here, not {tell(given)}")
    for name in given:
        if name not in fields:
            raise BadCase(where, f"no field '{name}' here{near(str(name), fields)}")
    for name, field in fields.items():
        if name in given:
            _check(f"{where}, field '{name}'", given[name], field, known=known)
        elif field.is_needed:
            raise BadCase(where, f"the field '{name}' is missing ({field.kind.value})")
    return dict(given)


def _check(where: str, value: Any, field: Field, *, known: Known) -> None:
    check: Callable[[Any, Field, Known], str] = CHECKS[field.kind]
    wrong = check(value, field, known)
    if wrong:
        raise BadCase(where, wrong)


def tell(value: Any) -> str:
    """Say what a value is, shortly."""
    if value is None:
        return "nothing"
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "fields"
    return f"'{value}'"


def near(name: str, names: Iterable[str]) -> str:
    """Name what may have been meant."""
    found = get_close_matches(name, list(names), 1, 0.5)
    return f"; did you mean '{found[0]}'?" if found else ""


def as_list(value: Any) -> list[Any]:
    """Return a list; one value stands for a list of one."""
    return list(value) if isinstance(value, list) else [value]


def _named(kind: str, shelf: str) -> Callable[[Any, Field, Known], str]:
    def check(value: Any, field: Field, known: Known) -> str:
        names: frozenset[str] = getattr(known, shelf)
        if isinstance(value, str) and value in names:
            return ""
        if not isinstance(value, str):
            return f"{kind} is expected, not {tell(value)}"
        return f"'{value}' is no {kind.split(' ', 1)[-1]} of this case{near(value, names)}"

    return check


def _person(value: Any, field: Field, known: Known) -> str:
    return "" if value == NOBODY else _named("a person", "people")(value, field, known)


def _many(one: Callable[[Any, Field, Known], str]) -> Callable[[Any, Field, Known], str]:
    def check(value: Any, field: Field, known: Known) -> str:
        return next((wrong for each in as_list(value) if (wrong := one(each, field, known))), "")

    return check


def _setup(value: Any, field: Field, known: Known) -> str:
    if isinstance(value, str) and value in known.setups:
        return ""
    return f"no act plans a set-up called {tell(value)}{near(str(value), known.setups)}"


def _spot(value: Any, field: Field, known: Known) -> str:
    if isinstance(value, str) and value in known.places | known.items | known.rounds:
        return ""
    return f"{tell(value)} is no place, box or item of this case"


def _word(value: Any, field: Field, known: Known) -> str:
    if isinstance(value, str) and value in field.choices:
        return ""
    return f"{tell(value)} is none of {', '.join(field.choices)}"


def _of(kind: type, name: str) -> Callable[[Any, Field, Known], str]:
    def check(value: Any, field: Field, known: Known) -> str:
        is_right = isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
        return "" if is_right and value != "" else f"{name} is expected, not {tell(value)}"

    return check


def is_count(value: Any) -> bool:
    """Say whether the value is a whole number of things."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= NUMBER_MAX


def _number(value: Any, field: Field, known: Known) -> str:
    return "" if is_count(value) else f"a whole number is expected, not {tell(value)}"


def _metres(value: Any, field: Field, known: Known) -> str:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    is_right = is_number and 0 <= value <= NUMBER_MAX
    return "" if is_right else f"a distance in metres is expected, not {tell(value)}"


def _amounts(value: Any, field: Field, known: Known) -> str:
    if not isinstance(value, dict):
        return f"numbers by name are expected, not {tell(value)}"
    for name, count in value.items():
        if field.choices and name not in field.choices:
            return f"{tell(name)} is none of {', '.join(field.choices)}"
        if not is_count(count):
            return f"'{name}' needs a whole number, not {tell(count)}"
    return ""


def _loads(value: Any, field: Field, known: Known) -> str:
    wrong = _amounts(value, Field(Kind.AMOUNTS), known)
    return wrong or _many(_named("a box of rounds", "rounds"))(list(value), field, known)


def _seen(value: Any, field: Field, known: Known) -> str:
    if not isinstance(value, dict):
        return f"people and their counts are expected, not {tell(value)}"
    wrong = _many(_person)(list(value), field, known)
    counts = Field(Kind.AMOUNTS, choices=COUNTS)
    return wrong or _many(lambda each, _, k: _amounts(each, counts, k))(
        list(value.values()), field, known
    )


def _rows(name: str, fields: Mapping[str, Field]) -> Callable[[Any, Field, Known], str]:
    def check(value: Any, field: Field, known: Known) -> str:
        try:
            for number, each in enumerate(as_list(value), 1):
                check_fields(f"{name} {number}", each, fields, known=known)
        except BadCase as wrong:
            return str(wrong)
        return ""

    return check


CHECKS: dict[Kind, Callable[[Any, Field, Known], str]] = {
    Kind.PERSON: _person,
    Kind.PEOPLE: _many(_person),
    Kind.WEAPON: _named("a weapon", "weapons"),
    Kind.WEAPONS: _many(_named("a weapon", "weapons")),
    Kind.ROUNDS: _named("a box of rounds", "rounds"),
    Kind.ITEM: _named("an item", "items"),
    Kind.THING: _named("a thing", "things"),
    Kind.THINGS: _many(_named("a thing", "things")),
    Kind.PLACE: _named("a place", "places"),
    Kind.SETUP: _setup,
    Kind.SPOT: _spot,
    Kind.NAME: _of(str, "a name"),
    Kind.WORD: _word,
    Kind.WORDS: _many(_word),
    Kind.NUMBER: _number,
    Kind.METRES: _metres,
    Kind.YES: _of(bool, "true or false"),
    Kind.TEXT: _of(str, "a text"),
    Kind.TEXTS: _many(_of(str, "a text")),
    Kind.AMOUNTS: _amounts,
    Kind.LOADS: _loads,
    Kind.SEEN: _seen,
    Kind.USES: _rows("use", USE),
    Kind.ISSUES: _rows("issue", ISSUE),
}
"""How each kind of value is checked; what is wrong with it in words, or nothing."""
