"""Can every act of the kernel be told, and is every word explained?"""

import inspect

import pytest
from tests.drills.told import ROOT
from tests.drills.write_vocabulary import PAGE, page

from showclear.drills import intake, prelude, stock
from showclear.drills.vocabulary import GROUPS, VERBS, verbs_of
from showclear.kernel import asks as a

NEVER_TOLD = {"AddKey", "EndKey", "ServerStarted", "Correct"}
"""Of keys, of the server and of the wording of the record; no story of an accident needs them."""


def test_every_act_that_can_be_asked_can_be_told() -> None:
    asked = "".join(map(inspect.getsource, (intake, prelude, stock)))
    asked += "".join(inspect.getsource(verb.do) for verb in VERBS.values())
    missing = {name for name in a.ACTS if f"a.{name}(" not in asked}
    assert missing == NEVER_TOLD & set(a.ACTS)


def test_each_word_stands_in_one_group_and_says_what_it_is() -> None:
    assert sorted(verb.name for group in GROUPS for verb in verbs_of(group)) == sorted(VERBS)
    assert all(verb.says.endswith(".") for verb in VERBS.values())


def test_the_page_of_the_words_is_made_from_them() -> None:
    kept = (ROOT / PAGE).read_text("utf-8")
    assert kept == page(), "write it again: .venv/bin/python -m tests.drills.write_vocabulary"


@pytest.mark.parametrize("name", VERBS)
def test_every_word_and_each_of_its_fields_is_on_the_page(name: str) -> None:
    [row] = [line for line in page().splitlines() if line.startswith(f"| `{name}` |")]
    fields = [each for each in VERBS[name].fields if each not in ("who", "unseen")]
    assert all(f"`{field}`" in row for field in fields)
