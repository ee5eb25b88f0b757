"""Which acts does a row of people, weapons or rounds stand for?

A row becomes the same acts that a person would do on a screen. Texts are kept beside the record,
which holds only their salted hashes.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from showclear.actions.importing import tables as t
from showclear.actions.importing.tables import BadCell, Column, NotTaken, Row
from showclear.actions.scribe import Texts, new_id
from showclear.kernel.admission import CHAMBERS_MAX
from showclear.kernel.state import State
from showclear.kernel.words import Label, Origin, Role, Strength, WeaponClass

UNIT = "main"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One act that a row stands for, and the line it stands on."""

    line: int
    kind: str
    fields: Mapping[str, Any]


@dataclass(slots=True)
class Desk:
    """What rows are read against: the show as it is, its zone, and the texts to keep."""

    state: State
    zone: str
    texts: Texts
    places: dict[str, str] = field(default_factory=dict)
    """The places of the show by what they are called; new ones are added while rows are read."""


Reader = Callable[[Desk, Row], Iterator[Wanted]]


@dataclass(frozen=True, slots=True)
class Kind:
    """What can be imported: its columns and how a row of it is read."""

    columns: Callable[[str], Sequence[Column]]
    acts: Reader


def _people_columns(zone: str) -> Sequence[Column]:
    return (
        Column("name", t.text, is_needed=True),
        Column("roles", t.some_of(Role), is_needed=True),
        Column("minor", t.yes_or_no),
        Column("licence for", t.some_of(WeaponClass)),
        Column("licence until", t.end_of_day(zone)),
        Column("licence paper", t.text),
    )


def _people(desk: Desk, row: Row) -> Iterator[Wanted]:
    who = new_id()
    name = desk.texts.keep(who, row["name"])
    person = {
        "who": who,
        "name": name,
        "roles": [each.value for each in row["roles"]],
        "is_minor": row["minor"],
    }
    yield Wanted(row.line, "AddPerson", person)
    paper = (row["licence for"], row["licence until"], row["licence paper"])
    if not any(paper):
        return
    if not all(paper):
        reason = "a licence needs its classes, its last day and the paper that was seen"
        raise NotTaken([BadCell(row.line, "licence for", reason)])
    seen = {"who": who, "classes": [each.value for each in paper[0]], "until": paper[1]}
    yield Wanted(
        row.line, "AddCredential", {**seen, "paper": desk.texts.keep(who, row["licence paper"])}
    )


def _weapon_columns(zone: str) -> Sequence[Column]:
    return (
        Column("tag", t.text, is_needed=True),
        Column("form", t.text, is_needed=True),
        Column("chambers", t.number(0, CHAMBERS_MAX), is_needed=True),
        Column("place", t.text, is_needed=True),
        Column("unit", t.text),
        Column("model", t.text),
        Column("origin", t.one_of(Origin, Origin.HIRED)),
        Column("licence", t.text),
        Column("standard", t.text),
    )


def _weapon(desk: Desk, row: Row) -> Iterator[Wanted]:
    unit = row["unit"] or UNIT
    yield from _place(desk, row, unit)
    licence = row["licence"]
    yield Wanted(
        row.line,
        "ReceiveWeapon",
        {
            "weapon": new_id(), "tag": row["tag"], "form": row["form"],
            "capacity": row["chambers"], "unit": unit, "place": desk.places[row["place"]],
            "model": row["model"], "origin": row["origin"].value,
            "licence": desk.texts.keep(None, licence) if licence else "",
            "standard": row["standard"],
        },
    )  # fmt: skip


def _place(desk: Desk, row: Row, unit: str) -> Iterator[Wanted]:
    """Enter a place that the show does not know yet: whoever imports says that it locks."""
    called = row["place"]
    if called not in desk.places:
        place = desk.places[called] = new_id()
        name = desk.texts.keep(None, called)
        entered = {"place": place, "unit": unit, "is_locked": True, "name": name}
        yield Wanted(row.line, "AddPlace", entered)


def _round_columns(zone: str) -> Sequence[Column]:
    return (
        Column("label", t.one_of(Label), is_needed=True),
        Column("strength", t.one_of(Strength)),
        Column("count", t.number(1, 100_000), is_needed=True),
        Column("origin", t.one_of(Origin, Origin.SUPPLIER)),
        Column("supplier", t.text, is_needed=True),
        Column("line", t.text, is_needed=True),
        Column("place", t.text, is_needed=True),
        Column("fits", t.texts),
    )


def _round(desk: Desk, row: Row) -> Iterator[Wanted]:
    yield from _place(desk, row, UNIT)
    strength = row["strength"]
    yield Wanted(
        row.line,
        "ReceiveLot",
        {
            "lot": new_id(), "label": row["label"].value,
            "strength": strength.value if strength else None, "count": row["count"],
            "origin": row["origin"].value, "line": desk.texts.keep(None, row["line"]),
            "place": desk.places[row["place"]], "fits": list(row["fits"]),
            "supplier": row["supplier"],
        },
    )  # fmt: skip


KINDS = {
    "people": Kind(_people_columns, _people),
    "weapons": Kind(_weapon_columns, _weapon),
    "rounds": Kind(_round_columns, _round),
}
"""What can be imported, by the word of the command."""
