"""Does the walk of the README work as it is written, on the demonstration?"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import PHONE, free_port, wait_for
from tests.browser.test_a_handover import act, count_empty

SHOWCLEAR = [sys.executable, "-m", "showclear.cli.main"]


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[str]:
    """Play the demonstration and serve it as `showclear serve` does."""
    port, data = free_port(), str(tmp_path / "demo")
    env = {**os.environ, "PYTHONWARNINGS": "ignore"}
    subprocess.run([*SHOWCLEAR, "demo", "--no-serve", "--data", data], env=env, check=True)
    serving = [*SHOWCLEAR, "serve", "--port", str(port), "--data", data]
    process = subprocess.Popen(serving, env=env)
    try:
        wait_for(f"http://127.0.0.1:{port}/", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def sign_in(browser: Browser, demo: str) -> Iterator["Desk"]:
    """Give each person of the demonstration a window of his own."""
    desk = Desk(browser, demo)
    yield desk
    for page in desk.pages:
        page.context.close()


class Desk:
    """The windows of the walk."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.browser, self.url = browser, url
        self.pages: list[Page] = []

    def __call__(self, who: str, tag: str) -> Page:
        context = self.browser.new_context(viewport=PHONE, locale="en-GB")
        context.set_default_timeout(8000)
        page = context.new_page()
        self.pages.append(page)
        page.goto(f"{self.url}/accounts/login/?next=/s/demo/enrol/")
        page.fill("[name=login]", who)
        page.fill("[name=password]", "demo")
        page.click("button[type=submit]")
        page.click("text=Make the key")
        page.wait_for_url("**/s/demo/")
        page.locator(".live a", has_text=re.compile(rf"^\s*{tag}\b")).first.click()
        expect(page.locator(".live h1").first).to_be_visible()
        return page


def done(page: Page) -> None:
    """Send the act of this page and wait until its weapon is there again."""
    page.click(".live button[type=submit]")
    page.wait_for_url("**/w/*/")
    expect(page.locator(".live h1").first).to_be_visible()


def test_a_refusal_a_show_clear_and_a_stop(sign_in: Desk) -> None:
    petra = sign_in("petra", "18")
    petra.locator(".live .acts").get_by_text("Hand over to Rafe Oduya").first.click()
    petra.fill(".live [name=tag]", "18")
    petra.click(".live button[type=submit]")
    petra.wait_for_url("**/answers/*/")
    expect(petra.locator(".live")).to_contain_text("HAND-SHOWN")

    tom = sign_in("tom", "07")
    act(tom, "I watch it")
    expect(tom.locator(".live .acts")).to_contain_text("I no longer watch it")
    ines = sign_in("ines", "07")
    act(ines, "Open it and count")
    count_empty(ines, 6)
    ines.fill(".live [name=tag]", "07")
    done(ines)
    act(tom, "I counted too")
    count_empty(tom, 6)
    done(tom)
    act(ines, "Show it to Mara Lindqvist")
    expect(ines.locator(".live")).to_contain_text("being shown to Mara Lindqvist")
    for who in ("mara", "joss"):
        page = sign_in(who, "07")
        act(page, "I was shown and I looked")
        count_empty(page, 6)
        done(page)
    expect(ines.locator(".live")).to_contain_text("2 people say they looked")

    petra.goto(f"{sign_in.url}/s/demo/stop/")
    petra.locator(".scope.stop").first.click()
    expect(ines.locator(".live")).not_to_contain_text("shown to Mara Lindqvist")
