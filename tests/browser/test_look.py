"""Does every component in every state fit the screen, and is it open to everybody?"""

import gzip
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route
from tests.browser.conftest import STATIC
from tests.web import gallery

SIZES = ((390, 844), (320, 640), (768, 1024), (1280, 800))
PAGE_MAX = 60 * 1024
"""Bytes of a page, compressed, with its style and its scripts."""

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice"]


@pytest.fixture(scope="module")
def shown(browser: Browser) -> Iterator[Page]:
    """Open one page on a phone; no server is needed."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def draw(page: Page, name: str, mode: str = "sun") -> None:
    """Draw an example, without its scripts: nothing expires while it is looked at."""

    def answer(route: Route) -> None:
        path = route.request.url.split("/static/")
        if len(path) == 2 and path[1].endswith(".css"):
            route.fulfill(path=STATIC / path[1])
        elif len(path) == 2:
            route.fulfill(body="", content_type="text/javascript")
        else:
            route.fulfill(body=gallery.render(name, mode), content_type="text/html")

    page.unroute_all()
    page.route("**/*", answer)
    page.goto("http://localhost:9/")


@pytest.mark.parametrize("name", gallery.NAMES)
def test_a_screen_has_no_fault_that_axe_can_find(shown: Page, name: str) -> None:
    draw(shown, name)
    # High enough that no row lies half under the bar of acts: there the page scrolls.
    shown.set_viewport_size({"width": 390, "height": 1600})
    options = {"runOnly": {"type": "tag", "values": RULES}}
    found = Axe().run(shown, options=options)
    assert found.violations_count == 0, found.generate_report()
    # By night the same page has other colours and nothing else.
    shown.evaluate("document.documentElement.className = 'night'")
    options = {"runOnly": {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced"]}}
    found = Axe().run(shown, options=options)
    assert found.violations_count == 0, found.generate_report()


RUNS_OUT = "document.documentElement.scrollWidth > innerWidth"


@pytest.mark.parametrize("name", gallery.NAMES)
def test_nothing_runs_out_of_the_screen(shown: Page, name: str) -> None:
    draw(shown, name)
    for width, height in SIZES:
        shown.set_viewport_size({"width": width, "height": height})
        assert not shown.evaluate(RUNS_OUT), width
    shown.set_viewport_size({"width": 390, "height": 844})
    if not name.startswith("wall"):
        shown.evaluate("document.documentElement.style.fontSize = '200%'")
        assert not shown.evaluate(RUNS_OUT), "at 200 %"


TARGETS = """() => [...document.querySelectorAll("button, a.act, a.row, select")]
  .filter((each) => each.offsetParent !== null)
  .map((each) => [each.textContent.trim(), each.getBoundingClientRect()])
  .filter(([, box]) => box.height < 48 || box.width < 48)
  .map(([text, box]) => `${text} ${box.width}x${box.height}`)"""


@pytest.mark.parametrize("name", gallery.NAMES)
def test_every_target_is_large_enough_for_a_glove(shown: Page, name: str) -> None:
    draw(shown, name)
    assert shown.evaluate(TARGETS) == []


def test_every_page_is_light() -> None:
    shared = [STATIC / "css/look.css", *STATIC.glob("js/*.js"), *STATIC.glob("vendor/*.js")]
    files = sum(len(gzip.compress(each.read_bytes())) for each in shared)
    largest = max(len(gzip.compress(gallery.render(name).encode())) for name in gallery.NAMES)
    assert files + largest <= PAGE_MAX
