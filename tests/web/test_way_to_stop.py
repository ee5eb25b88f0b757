"""Does whoever has not signed in, or has lost the way, find STOP?"""

import re
from pathlib import Path

import pytest
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template import engines
from django.test import Client
from django.views.csrf import csrf_failure
from tests.actions.stage import NOON
from tests.databases import Database

from showclear.actions.demo.play import PlayedClock
from showclear.actions.found import found_show
from showclear.web.views.stop import WORDS

TEMPLATES = Path(__file__).parents[2] / "src/showclear/web/templates"
SILENT = {"500.html", "base.html", "live.html", "pages/stop.html", "pages/unattended.html"}
"""A page without the record, the two that others extend, and the two that are the stop itself."""

STOP_OF = re.compile(r'<a class="act stop" href="/s/([a-z0-9]+)/stop/">')


@pytest.fixture
def keys_dir(sqlite_database: Database, tmp_path: Path) -> Path:
    """Found one show."""
    assert sqlite_database.settings
    found(tmp_path / "keys", "demo")
    return tmp_path / "keys"


def found(keys_dir: Path, show: str) -> None:
    origin, clock = f"ledger.example/shows/{show}", PlayedClock(NOON)
    found_show(
        show, title=f"Show {show}", zone="UTC", origin=origin, keys_dir=keys_dir, clock=clock
    )


def stops(answer: HttpResponseBase) -> list[str]:
    return STOP_OF.findall(answer.getvalue().decode())


@pytest.mark.usefixtures("keys_dir")
@pytest.mark.parametrize("path", ["/", "/accounts/login/", "/nowhere", "/s/demo/nowhere"])
def test_with_one_show_its_stop_is_on_every_page_that_a_stranger_reaches(path: str) -> None:
    answer = Client().get(path, follow=True)
    assert stops(answer) == ["demo"]
    # It is the first thing in the last row: the lower left corner.
    assert re.search(r'<div class="last[^>]*>\s*<a class="act stop"', answer.content.decode())


def test_with_several_shows_each_has_its_stop_by_its_title(keys_dir: Path) -> None:
    found(keys_dir, "other")
    for path in ("/", "/accounts/login/", "/nowhere", "/s/neither/"):
        answer = Client().get(path)
        assert stops(answer) == ["demo", "other"], path
        assert "Show demo" in answer.content.decode()


def test_where_the_address_names_a_show_only_its_stop_is_there(keys_dir: Path) -> None:
    found(keys_dir, "other")
    for path in ("/s/other/nowhere", "/accounts/login/?next=/s/other/enrol/"):
        assert stops(Client().get(path)) == ["other"], path


@pytest.mark.usefixtures("keys_dir")
def test_a_page_that_was_open_too_long_has_stop() -> None:
    assert stops(csrf_failure(HttpRequest())) == ["demo"]


@pytest.mark.usefixtures("keys_dir")
def test_a_page_that_is_not_for_me_has_stop() -> None:
    html = engines["django"].get_template("403.html").render({"exception": "Not on the list."})
    assert STOP_OF.findall(html) == ["demo"]


@pytest.mark.usefixtures("keys_dir")
@pytest.mark.parametrize("path", ["/s/demo/key/", *(f"/s/demo/stopped/{act}/" for act in WORDS)])
def test_a_page_of_the_show_has_stop(path: str) -> None:
    assert stops(Client().get(path)) == ["demo"]


@pytest.mark.usefixtures("sqlite_database")
def test_without_a_show_there_is_nothing_to_stop() -> None:
    assert stops(Client().get("/accounts/login/")) == []


def test_every_page_of_its_own_leads_to_stop() -> None:
    ways = re.compile(r"parts/(stop|last)\.html|way_to_stop")
    for path in sorted(TEMPLATES.rglob("*.html")):
        text, name = path.read_text(), str(path.relative_to(TEMPLATES))
        if name not in SILENT and text.startswith('{% extends "base.html" %}'):
            assert ways.search(text), name
