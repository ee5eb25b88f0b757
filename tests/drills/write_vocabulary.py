"""How is the page of the words written again after one has changed? Run this as a module."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from showclear.drills.vocabulary import GROUPS, verbs_of
from showclear.drills.words import ISSUE, USE, Field

ROOT = Path(__file__).parents[2]
PAGE = "docs/reference/drills-vocabulary.md"

MANY = 7
"""How many words of a list are named; a longer list is the glossary's."""

HEAD = """\
# The words of a case file

Every act that a [case file](drills.md) can be told in. This page is made from the words themselves
(`python -m tests.drills.write_vocabulary`); an act that is not here is none.

Each act may name `who` does it, one or several people; left out, it is the step's role where that
is a person of the case. Each may say `unseen: true`: it happened, and nobody would have entered it.
A field in brackets may be left out. `nobody` stands for a person who was not there.
"""

TAIL = """\
## What stands in `uses`, `issues`, `seen` and `rounds`

- One of `uses`: {uses}.
- One of `issues`: {issues}.
- `seen`: people, each with what he counted (empty, dummy, blank, unsure):
  `{{performer: {{dummy: 3, unsure: 3}}}}`.
- `rounds` of `load` and `load item`: boxes with how many: `{{box: 6}}`; `really`: what they are:
  live, bad-blank, blank, primed, dummy, spent.
"""


def page() -> str:
    """Return the page."""
    tail = TAIL.format(uses=_fields(USE), issues=_fields(ISSUE))
    return "\n".join((HEAD, *(line for group in GROUPS for line in _group(group)), tail))


def _group(group: str) -> Iterator[str]:
    yield f"## {GROUPS[group].splitlines()[0]}"
    yield ""
    yield "| act | fields | what happens |"
    yield "| --- | --- | --- |"
    for verb in verbs_of(group):
        yield f"| `{verb.name}` | {_fields(verb.fields)} | {' '.join(verb.says.split())} |"
    yield ""


def _fields(fields: Mapping[str, Field]) -> str:
    told = []
    for name, field in fields.items():
        if name in ("who", "unseen"):
            continue
        said = f"`{name}`" if field.is_needed else f"[`{name}`]"
        kind = "|".join(field.choices) if 0 < len(field.choices) <= MANY else field.kind.value
        told.append(f"{said} {kind}")
    return ", ".join(told).replace("|", " / ")


def main() -> None:
    """Write the page."""
    (ROOT / PAGE).write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
