"""Do two named people, and only two, get work going again after a stop?"""

from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPhone


def agree(page: Page, reason: str) -> None:
    """Write why work may go on, and say so."""
    page.locator(".live .stop-line a.act").click()
    page.fill("[name=reason]", reason)
    page.click("button[type=submit]")
    page.wait_for_url("**/s/demo/")


def test_a_stop_from_nobody_is_lifted_by_two_people_in_writing(open_phone: OpenPhone) -> None:
    ines, joss = open_phone("ines"), open_phone("joss")
    ines.locator(".live a.stop").click()
    ines.click("button.stop")
    expect(joss.locator(".live .stop-line")).to_contain_text("STOP")
    ines.click("text=To the board")
    agree(ines, "The dog is off the set.")
    expect(ines.locator(".live .stop-line")).to_contain_text("Ines Varga says: go on")
    expect(ines.locator(".live .stop-line a.act")).to_have_count(0)
    agree(joss, "Seen by me as well.")
    expect(joss.locator(".live h1")).to_be_attached()
    expect(joss.locator(".live .stop-line")).to_have_count(0)
