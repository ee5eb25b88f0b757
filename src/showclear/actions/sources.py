"""What does a rule rest on, and how well was that read?

The written rules are data (kernel/packs/rules.yaml). No line claims more than was read: a source
is told with its confidence, in the words of docs/reference/written-rules.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

CONFIDENCE = {
    "en": {
        "read": "read in part",
        "secondary": "from press or as quoted",
        "inferred": "inferred, no source states it as a rule",
    },
    "es": {
        "read": "leído en parte",
        "secondary": "de prensa o citado por otros",
        "inferred": "deducido, ninguna fuente lo dice como regla",
    },
}
LAW = {"en": "Law {n} of this program.", "es": "Ley {n} de este programa."}


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenRule:
    """One written rule, as it was read."""

    id: str
    title: str
    says: str
    phase: str
    kind: str
    confidence: str
    documents: tuple[str, ...]


@lru_cache
def written_rules() -> dict[str, WrittenRule]:
    """Read every written rule, in the order of the work."""
    path = files("showclear.kernel") / "packs" / "rules.yaml"
    found = yaml.safe_load(path.read_text("utf-8"))
    return {each["id"]: _written(each) for each in found}


def _written(plain: dict[str, Any]) -> WrittenRule:
    return WrittenRule(
        id=plain["id"],
        title=plain["title"],
        says=plain["says"],
        phase=plain["phase"],
        kind=plain["kind"],
        confidence=plain["confidence"],
        documents=tuple(_document(each) for each in plain["sources"]),
    )


def _document(plain: dict[str, Any]) -> str:
    clause = plain.get("clause")
    return f"{plain['document']}, {clause}" if clause else str(plain["document"])


def sources_of(ids: Sequence[str], laws: Sequence[int], language: str = "en") -> tuple[str, ...]:
    """Return one line for each source of a rule; its laws where nothing written was found."""
    if not ids:
        return tuple(LAW[language].format(n=n) for n in laws)
    confidence = CONFIDENCE[language]
    known = written_rules()
    # What a source says in its own words comes alone where there is such a source.
    read = [each for each in ids if known[each].confidence != "inferred"] or ids
    return tuple(
        f"{known[each].documents[0]}. {_upper(confidence[known[each].confidence])}."
        for each in read
    )


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
