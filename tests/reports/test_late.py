"""Does what came too late say so, and never that it was done?"""

import pytest
from django.utils.translation import override
from tests.reports.played import morning

from showclear.actions.answers import Answer
from showclear.api.asks import _out
from showclear.reports.answers import done_view

LATE = Answer("done", {"weapon": "w7"}, events=({"kind": "LateReportReceived", "v": 1},))
DONE = Answer("done", {"weapon": "w7"}, events=({"kind": "WeaponDrawn", "v": 1},))


@pytest.mark.parametrize(("language", "word"), [("en", "too late"), ("es", "demasiado tarde")])
def test_what_came_too_late_is_told_as_such(language: str, word: str) -> None:
    source = morning().source()
    with override(language):
        assert word in done_view(source, LATE).what
        assert word not in done_view(source, DONE).what


def test_the_api_says_which_answer_came_too_late() -> None:
    assert _out(LATE).late
    assert not _out(DONE).late
