"""What does a case file say, and is it one that can be played?

A case file is plain values: who was there, what was there and what was really in it, and the
story in numbered steps. Everything it names is checked before anything is played.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from showclear.drills.stage import Deed, Verb
from showclear.drills.stock import SAFE
from showclear.drills.vocabulary import VERBS
from showclear.drills.words import (
    BadCase,
    Field,
    Kind,
    Known,
    as_list,
    check_fields,
    is_count,
    near,
    tell,
    word,
    words,
)  # fmt: skip
from showclear.drills.world import Nature
from showclear.kernel.words import Label, Origin, Role, Strength, WeaponClass

REACH = ("strong", "conditional", "weak", "none")
NONE = "none"

HERE = "US"
"""The country of a show where the file names none."""

HOUSE: dict[str, tuple[Role, ...]] = {
    "the office": (Role.PRODUCTION_MANAGER, Role.PRODUCER),
    "the armorer": (Role.ARMORER,),
    "the second": (Role.SECOND,),
    "the handler": (Role.HANDLER,),
    "the ad": (Role.AD,),
    "the safety officer": (Role.SAFETY,),
    "the prop master": (Role.PROP_MASTER,),
    "the medic": (Role.MEDIC,),
}
"""People whom the program needs and no case names: there, honest and willing, unless absent."""

CASE: dict[str, Field] = {
    "id": Field(Kind.NAME),
    "title": Field(Kind.TEXT),
    "year": Field(Kind.NUMBER),
    "reach": word(REACH),
    "declared": Field(Kind.NUMBER),
    "harm_step": Field(Kind.NUMBER),
    "sources": Field(Kind.TEXTS, is_needed=False),
    "note": Field(Kind.TEXT, is_needed=False),
}
"""The fields of a case beside `setting`, `given`, `steps` and `safe`."""

PERSON: dict[str, Field] = {
    "roles": words(Role).maybe(),
    "minor": Field(Kind.YES, is_needed=False),
    "outsider": Field(Kind.YES, is_needed=False),
    "papers": words((*WeaponClass, NONE)).maybe(),
    "trained": Field(Kind.YES, is_needed=False),
}
PLACE: dict[str, Field] = {"locked": Field(Kind.YES, is_needed=False)}

REALLY = ("sharp", "able to fire", "bursting", "failing back", "bore blocked", "embers in the bore")

THING: dict[str, Field] = {
    "kind": word(("weapon", "rounds", "item")),
    "form": Field(Kind.TEXT, is_needed=False),
    "class": word(WeaponClass).maybe(),
    "chambers": Field(Kind.NUMBER, is_needed=False),
    "holds": Field(Kind.AMOUNTS, is_needed=False, choices=tuple(Nature)),
    "passes_for": word(("dummy", "blank", "empty")).maybe(),
    "really": words(REALLY).maybe(),
    "origin": word(Origin).maybe(),
    "licence": Field(Kind.YES, is_needed=False),
    "standard": Field(Kind.TEXT, is_needed=False),
    "model": Field(Kind.TEXT, is_needed=False),
    "label": word(Label).maybe(),
    "strength": word(Strength).maybe(),
    "line": Field(Kind.YES, is_needed=False),
    "fits": Field(Kind.TEXTS, is_needed=False),
    "caseless": Field(Kind.YES, is_needed=False),
    "blast_metres": Field(Kind.METRES, is_needed=False),
    "registered": Field(Kind.YES, is_needed=False),
    "at": Field(Kind.NAME, is_needed=False),
}
"""What a file may say of a thing; what a field means for each kind stands in the pages."""


@dataclass(frozen=True, slots=True)
class Step:
    """One numbered step of a story, as it is told, and the acts it is made of."""

    n: int
    role: str
    act: str
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One case, ready to be played."""

    id: str
    title: str
    year: int
    reach: str
    declared: int
    harm_step: int
    people: Mapping[str, Mapping[str, Any]]
    places: Mapping[str, Mapping[str, Any]]
    things: Mapping[str, Mapping[str, Any]]
    absent: frozenset[str]
    country: str
    given: tuple[Deed, ...]
    steps: tuple[Step, ...]
    safe: tuple[Step, ...]

    def roles(self, who: str) -> tuple[Role, ...]:
        """Return the roles of a person of the file; crew where it names none."""
        given = as_list(self.people[who].get("roles", [Role.CREW]))
        return tuple(Role(each) for each in given)


def read_case(plain: Any) -> Case:
    """Return the case that these plain values tell.

    Raises:
        BadCase: a field is missing, unknown or wrong, or a name is nobody's.
    """
    if not isinstance(plain, dict):
        raise BadCase("", f"a case is expected, not {tell(plain)}")
    parts = ("setting", "given", "steps", "safe")
    head = check_fields(
        "the case", {k: v for k, v in plain.items() if k not in parts}, CASE, known=Known()
    )
    setting = plain.get("setting")
    if not isinstance(setting, dict):
        raise BadCase("setting", f"people, places and things are expected, not {tell(setting)}")
    for name in setting:
        if name not in ("people", "places", "things", "absent", "country"):
            raise BadCase("setting", f"there is no part '{name}'")
    shelves = {name: _shelf(setting, name) for name in ("people", "places", "things")}
    known = _known(shelves, plain)
    people = _checked("people", shelves, PERSON, known=known)
    places = _checked("places", shelves, PLACE, known=known)
    things = _checked("things", shelves, THING, known=known)
    steps = tuple(_steps(plain.get("steps"), "step", known=known))
    if int(head["harm_step"]) not in {step.n for step in steps}:
        raise BadCase("the case", f"harm_step {head['harm_step']} is none of its steps")
    return Case(
        **{name: head[name] for name in ("id", "title", "year", "reach", "declared", "harm_step")},
        people=people,
        places={SAFE: {"locked": True}, **places},
        things=things,
        absent=frozenset(_absent(setting)),
        country=_country(setting),
        given=tuple(_deeds(plain.get("given", []), "given", role="", n=0, known=known)),
        steps=steps,
        safe=tuple(_steps(plain["safe"], "safe step", known=known)) if "safe" in plain else (),
    )  # fmt: skip


def _absent(setting: Mapping[str, Any]) -> list[str]:
    found = as_list(setting.get("absent", []))
    for each in found:
        if each not in list(Role):
            raise BadCase("setting, absent", f"{tell(each)} is none of {', '.join(Role)}")
    return found


def _country(setting: Mapping[str, Any]) -> str:
    found = setting.get("country", HERE)
    if not isinstance(found, str) or not found:
        raise BadCase("setting, country", f"a country is expected, not {tell(found)}")
    return found


def _shelf(setting: Mapping[str, Any], name: str) -> dict[str, Any]:
    found = setting.get(name, {})
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise BadCase(f"setting, {name}", f"names with fields are expected, not {tell(found)}")
    for each in found:
        if not isinstance(each, str) or each in HOUSE:
            raise BadCase(f"setting, {name}", f"{tell(each)} cannot be a name here")
    return found


def _checked(
    shelf: str, shelves: Mapping[str, Mapping[str, Any]], fields: Mapping[str, Field], *,
    known: Known,
) -> dict[str, dict[str, Any]]:  # fmt: skip
    return {
        name: check_fields(f"setting, {shelf}, {name}", each or {}, fields, known=known)
        for name, each in shelves[shelf].items()
    }


def _known(shelves: Mapping[str, dict[str, Any]], plain: Mapping[str, Any]) -> Known:
    kinds: dict[str, set[str]] = {"weapon": set(), "rounds": set(), "item": set()}
    for name, form in shelves["things"].items():
        kind = form.get("kind") if isinstance(form, dict) else None
        if isinstance(kind, str) and kind in kinds:
            kinds[kind].add(name)
    return Known(
        people=frozenset(shelves["people"]) | frozenset(HOUSE),
        places=frozenset(shelves["places"]) | {SAFE},
        weapons=frozenset(kinds["weapon"]),
        rounds=frozenset(kinds["rounds"]),
        items=frozenset(kinds["item"]),
        setups=frozenset(_planned(plain)),
    )


def _planned(value: Any) -> Iterator[str]:
    """Yield the set-ups that any act of the file plans, wherever it stands."""
    if isinstance(value, dict):
        planned = value.get("plan")
        if isinstance(planned, dict) and isinstance(planned.get("setup"), str):
            yield planned["setup"]
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _planned(each)


def _steps(given: Any, name: str, *, known: Known) -> Iterator[Step]:
    if not isinstance(given, list) or not given:
        raise BadCase(f"{name}s", f"a list of steps is expected, not {tell(given)}")
    before = 0
    for each in given:
        n = each.get("step", 0) if isinstance(each, dict) else 0
        if not isinstance(each, dict) or not is_count(n) or n <= before:
            raise BadCase(f"{name} after {before}", "a step with a higher number is expected")
        for field in each:
            if field not in ("step", "role", "act", "does"):
                raise BadCase(f"{name} {n}", f"there is no field '{field}' in a step")
        for field in ("role", "act"):
            if not isinstance(each.get(field), str) or not each[field]:
                raise BadCase(f"{name} {n}", f"the field '{field}' is missing (a text)")
        deeds = _deeds(each.get("does"), f"{name} {n}", role=each["role"], n=n, known=known)
        yield Step(n, each["role"], each["act"], tuple(deeds))
        before = n


def _deeds(given: Any, where: str, *, role: str, n: int, known: Known) -> Iterator[Deed]:
    if not isinstance(given, list):
        raise BadCase(where, f"the field 'does' needs a list of acts, not {tell(given)}")
    for number, each in enumerate(given, 1):
        if isinstance(each, str):
            each = {each: {}}  # noqa: PLW2901 - an act that needs no fields may stand alone
        if not isinstance(each, dict) or len(each) != 1:
            raise BadCase(f"{where}, act {number}", f"one act is expected, not {tell(each)}")
        [(name, fields)] = each.items()
        verb = _verb(name, f"{where}, act {number}")
        at = f"{where}, {name}"
        values = check_fields(at, fields or {}, verb.fields, known=known)
        yield Deed(name, _doers(values, role, verb, at=at, known=known), values, at, n)


def _verb(name: Any, where: str) -> Verb:
    if name not in VERBS:
        raise BadCase(where, f"there is no act called {tell(name)}{near(str(name), VERBS)}")
    return VERBS[name]


def _doers(
    values: Mapping[str, Any], role: str, verb: Verb, *, at: str, known: Known
) -> tuple[str, ...]:
    given = as_list(values["who"]) if "who" in values else [role] if role in known.people else []
    if not given and verb.name not in ("wait", "say"):
        raise BadCase(at, "the field 'who' is missing (people): the step's role is no person here")
    return tuple(given)
