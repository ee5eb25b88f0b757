"""Do the pages keep to the words, the headers and the files that are allowed?"""

import gettext
import hashlib
import re
from pathlib import Path

import pytest
from django.test import Client
from tests.web import gallery

from showclear.web.drawing import draw_chambers
from showclear.web.templatetags.look import said

WEB = Path(__file__).parents[2] / "src/showclear/web"
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
BANNED = re.compile(r"\b(safe|cleared|users?|error|please|verified)\b|!", re.IGNORECASE)


def words_of(html: str) -> str:
    """Return what a person reads: no tags, styles or scripts."""
    return re.sub(r"<[^>]*>", " ", re.sub(r"<!.*?>", " ", html))


@pytest.mark.parametrize("name", gallery.NAMES)
def test_no_screen_says_safe_or_shouts(name: str) -> None:
    assert BANNED.search(words_of(gallery.render(name))) is None


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_script_or_style_in_it(path: Path) -> None:
    text = path.read_text()
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", text)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_is_short(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 120


def test_vendored_files_are_those_of_the_lock() -> None:
    locked = {}
    for line in (WEB / "static/vendor/vendor.lock").read_text().splitlines():
        if not line.startswith("#"):
            locked[line.split()[0]] = line.split()[-1]
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (WEB / "static/vendor").iterdir()
        if path.suffix != ".lock"
    }
    assert found == locked


@pytest.mark.usefixtures("sqlite_database")
def test_every_answer_forbids_what_is_not_ours_and_is_kept_nowhere() -> None:
    headers = Client().get("/accounts/login/").headers
    assert headers["Content-Security-Policy"].startswith("default-src 'self';")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "no-store" in headers["Cache-Control"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_nobody_signs_himself_up() -> None:
    answer = Client().get("/accounts/signup/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/accounts/login/")


def test_a_name_cannot_bring_its_own_markup() -> None:
    assert said("shown to *<b>Mara</b>*") == "shown to <strong>&lt;b&gt;Mara&lt;/b&gt;</strong>"


@pytest.mark.parametrize("count", range(1, 11))
def test_chambers_are_numbered_from_the_top_and_do_not_touch(count: int) -> None:
    drawing = draw_chambers(("empty",) * count)
    assert drawing is not None
    assert len(drawing.chambers) == count
    size = float(drawing.size)
    places = [(float(each.x), float(each.y)) for each in drawing.chambers]
    for index, (x, y) in enumerate(places):
        for other_x, other_y in places[index + 1 :]:
            assert (x - other_x) ** 2 + (y - other_y) ** 2 > size**2


@pytest.mark.parametrize("count", [0, 11])
def test_what_cannot_be_drawn_is_not(count: int) -> None:
    assert draw_chambers(("empty",) * count) is None


def test_the_compiled_words_are_those_of_the_file_people_edit() -> None:
    folder = WEB / "locale/es/LC_MESSAGES"
    with (folder / "django.mo").open("rb") as compiled:
        words = gettext.GNUTranslations(compiled)
    pairs = re.findall(
        r'^msgid "(.+)"\nmsgstr "(.+)"$', (folder / "django.po").read_text(), re.MULTILINE
    )
    assert len(pairs) > 50
    assert all(words.gettext(english) == spanish for english, spanish in pairs)
