"""How is a decision said to a person?

The kernel gives a code and numbers; one catalogue a language holds the sentences. Each surface
renders through here, so web, API, command line and report say the same. A sentence that a
language lacks is said in English; a bare code is never shown.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from showclear.actions.names import Names
from showclear.actions.sources import sources_of
from showclear.kernel.decide import RULES
from showclear.kernel.words import Tone

ENGLISH = "en"
LANGUAGES = (ENGLISH, "es")

BY_CODE = {rule.code: rule for rule in RULES}

INSTANT_MIN = 10**11
"""A whole number from here on is an instant: no count and no duration on a set is as large."""


@dataclass(frozen=True, slots=True)
class Said:
    """A refusal or an alarm in words: what, why, what to do now, under which rule."""

    what: str
    why: str
    instead: tuple[str, ...]
    title: str
    code: str
    tone: Tone
    sources: tuple[str, ...]
    waits: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The sentences of one language, and English behind them."""

    language: str
    own: Mapping[str, Any]
    english: Mapping[str, Any] = field(repr=False)

    def find(self, group: str, key: str) -> Any:
        """Find an entry in this language, else in English, else None."""
        for texts in (self.own, self.english):
            found = texts.get(group, {}).get(key)
            if found is not None:
                return found
        return None

    def word(self, group: str, key: str, **values: str | int) -> str:
        """Return the words for a key; a key that nobody has named yet is said as it is."""
        found = self.find(group, key)
        return key.replace("-", " ") if found is None else str(found).format_map(values)

    def cause(self, cause: str) -> str:
        """Return why something ended or became unknown."""
        return str(self.find("causes", cause) or self.find("causes", "other"))

    def count(self, key: str, n: int) -> str:
        """Return a counted thing: 1 person, 2 people."""
        return self.word("counts", f"{key}-one" if n == 1 else f"{key}-many", n=n)

    def number(self, n: int) -> str:
        """Return a small number in words."""
        return str(self.find("numbers", str(n)) or n)

    def duration(self, milliseconds: int) -> str:
        """Return how long, in seconds up to two minutes, then in minutes, then in hours."""
        seconds = milliseconds // 1000
        if seconds < 120:
            return self.count("second", seconds)
        if seconds < 7200:
            return self.count("minute", seconds // 60)
        return self.count("hour", seconds // 3600)


@lru_cache
def load_catalogue(language: str = ENGLISH) -> Catalogue:
    """Read the catalogue of a language; English for one that has none."""
    english = _read(ENGLISH)
    own = english if language not in LANGUAGES or language == ENGLISH else _read(language)
    return Catalogue(language if language in LANGUAGES else ENGLISH, own, english)


def _read(language: str) -> Mapping[str, Any]:
    """Read the files of a language, one a subject; a key stands in one of them only."""
    texts: dict[str, Any] = {}
    folder = files("showclear.kernel") / "catalogue" / language
    for path in sorted(folder.iterdir(), key=lambda each: each.name):
        for group, entries in tomllib.loads(path.read_text("utf-8")).items():
            known = texts.setdefault(group, {})
            assert not known.keys() & entries.keys(), f"{path.name} says {group} again"
            known.update(entries)
    return texts


Teller = Callable[[Catalogue, Names, Any], str]


def _person(words: Catalogue, names: Names, value: Any) -> str:
    return names.person(value) if value else words.word("words", "nobody")


def _thing(words: Catalogue, names: Names, value: Any) -> str:
    return names.thing(value) if value else words.word("words", "nothing")


def _group(group: str) -> Teller:
    return lambda words, names, value: words.word(group, str(value))


PARAMS: dict[str, Teller] = {
    **dict.fromkeys(("holder", "to", "shown_to", "other", "person", "owner"), _person),
    **dict.fromkeys(("thing", "weapon", "setup", "place", "stop", "about"), _thing),
    **dict.fromkeys(("since",), lambda words, names, value: names.minute(value)),
    **dict.fromkeys(("age", "limit", "lead"), lambda words, names, value: words.duration(value)),
    **dict.fromkeys(
        ("answered", "chambers", "counted", "most", "tests", "tag", "found"),
        lambda words, names, value: str(value),
    ),
    "cause": lambda words, names, value: words.cause(value),
    "what": _group("stops"),
    "asked": _group("modes"),
    "missing": _group("missing"),
    "line": _thing,
    **dict.fromkeys(
        ("watching", "needed", "take", "places"), lambda words, names, value: str(value)
    ),
    "lot": _thing,
    "rounds": lambda words, names, value: str(value),
    "sealed": lambda words, names, value: str(value),
    "kept": lambda words, names, value: str(value),
    "strength": _group("strengths"),
    "until": lambda words, names, value: names.minute(value),
    "post": _group("roles"),
    "purpose": _group("purposes"),
    "distance": lambda words, names, value: f"{value / 1000:g} m",
    "least": lambda words, names, value: f"{value / 1000:g} m",
    "people": lambda words, names, value: str(value),
    "out": lambda words, names, value: str(value),
    "open": lambda words, names, value: str(value),
    "case": _thing,
    "origin": _group("origins"),
    "weapon_class": _group("classes"),
    "seal": lambda words, names, value: str(value),
    "looked": lambda words, names, value: str(value),
    "standard": lambda words, names, value: str(value),
    "country": lambda words, names, value: str(value),
}
"""How each number or id that a rule passes is told. A test holds that each one is here."""


def told(params: Mapping[str, str | int], names: Names, words: Catalogue) -> dict[str, str]:
    """Return a rule's numbers and ids as people say them."""
    return {name: _told(name, value, names=names, words=words) for name, value in params.items()}


def _told(name: str, value: str | int, *, names: Names, words: Catalogue) -> str:
    if name in PARAMS:
        return PARAMS[name](words, names, value)
    if isinstance(value, int):
        return names.minute(value) if value >= INSTANT_MIN else str(value)
    return names.thing(value)


def sentence(
    rule: str,
    params: Mapping[str, str | int],
    names: Names,
    *,
    ask: Mapping[str, Any] | None = None,
    language: str = ENGLISH,
) -> Said:
    """Say why something was not done, and what to do now.

    Args:
        params: the ids and numbers that the kernel passed with the rule.
        ask: the fields of the ask as signed; they name the act and the weapon.
    """
    words, fields = load_catalogue(language), dict(ask or {})
    known = BY_CODE[rule]
    texts = words.find("rules", rule) or {}
    values = _Values(words, {**_context(fields, names, words), **told(params, names, words)})
    title = str(texts.get("title") or known.title)
    why = _why(texts, params) or f"{title}."
    return Said(
        what=values.fill(_what(words, texts, tone=known.tone, kind=str(fields.get("kind", "")))),
        why=_upper(values.fill(why)),
        instead=tuple(
            _upper(values.fill(line)) for line in texts.get("instead", [_first_step(words)])
        ),
        title=title,
        code=rule,
        tone=known.tone,
        sources=sources_of(known.sources, known.laws, words.language),
        waits=values.fill(texts.get("waits", "")),
    )


class _Values(dict[str, str]):
    """Values of a sentence; one that was not passed is told as unknown."""

    def __init__(self, words: Catalogue, values: Mapping[str, str]) -> None:
        super().__init__(values)
        self._unknown = words.word("words", "unknown")

    def __missing__(self, key: str) -> str:
        return self._unknown

    def fill(self, text: str) -> str:
        return text.format_map(self)


def _context(fields: Mapping[str, Any], names: Names, words: Catalogue) -> dict[str, str]:
    weapon = fields.get("weapon") or fields.get("item")
    tag = names.tag(weapon) if isinstance(weapon, str) else words.word("words", "it")
    return {"it": tag}


def _what(words: Catalogue, texts: Mapping[str, Any], *, tone: Tone, kind: str) -> str:
    """An order of work is said by its rule; a blocked attempt by the act that was attempted."""
    refused = words.find("refused", kind)
    if refused is not None and (tone is not Tone.NOT_YET or "what" not in texts):
        return str(refused)
    return str(texts.get("what") or words.word("refused", "other"))


def _why(texts: Mapping[str, Any], params: Mapping[str, str | int]) -> str:
    """Take the sentence for this very value of a parameter where there is one."""
    for name, by_value in texts.get("when", {}).items():
        if name in params and str(params[name]) in by_value:
            return str(by_value[str(params[name])])
    return str(texts.get("why", ""))


def _first_step(words: Catalogue) -> str:
    return words.word("words", "ask-armorer")


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
