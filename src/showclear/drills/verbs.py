"""How does a function become a word of the vocabulary?"""

from collections.abc import Callable

from showclear.drills.stage import Deed, Stage, Verb
from showclear.drills.words import Field, Kind

VERBS: dict[str, Verb] = {}
"""Every word of the vocabulary. The modules that hold them are loaded by vocabulary.py."""

WHO = Field(Kind.PEOPLE, is_needed=False)
UNSEEN = Field(Kind.YES, is_needed=False)

PERSON, PEOPLE = Field(Kind.PERSON), Field(Kind.PEOPLE)
WEAPON, ROUNDS, ITEM, THING = (
    Field(Kind.WEAPON), Field(Kind.ROUNDS), Field(Kind.ITEM), Field(Kind.THING)
)  # fmt: skip
THINGS, PLACE, SETUP = Field(Kind.THINGS), Field(Kind.PLACE), Field(Kind.SETUP)
NUMBER, METRES, YES, TEXT = (
    Field(Kind.NUMBER), Field(Kind.METRES), Field(Kind.YES), Field(Kind.TEXT)
)  # fmt: skip

Doing = Callable[[Stage, Deed], None]


def act(name: str, **fields: Field) -> Callable[[Doing], Doing]:
    """Make a word of the vocabulary out of a function; its docstring is what it says."""

    def enter(do: Doing) -> Doing:
        assert name not in VERBS, f"{name} stands for another act already"
        group = do.__module__.rsplit(".", 1)[-1]
        VERBS[name] = Verb(name, group, {"who": WHO, "unseen": UNSEEN, **fields}, do)
        return do

    return enter
