"""Does the AD's line lead one set-up through the browser: not yet, ready, called, cut, wait?"""

import urllib.request

from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPhone, Served
from tests.browser.test_a_handover import act, count_empty, hand_over, look, prove


def tap(page: Page, label: str) -> None:
    """Tap an act of the line, and wait until the line is there again without it."""
    page.locator(".live .acts").get_by_text(label, exact=True).click()
    expect(page.locator(".live .acts").get_by_text(label, exact=True)).to_have_count(0)
    expect(page.locator(".live .verdict .word").first).to_be_visible()


def test_the_line_says_not_yet_then_ready_then_called_then_wait(open_phone: OpenPhone) -> None:
    ines, tom, mara, joss = (open_phone(name) for name in ("ines", "tom", "mara", "joss"))
    joss.locator(".live").get_by_text("The AD's line", exact=True).click()
    live = joss.locator(".live")
    expect(live.locator(".word")).to_have_text("NOT YET")
    expect(live).to_contain_text("It is not shown for 12A now")
    prove(ines, tom)
    act(ines, "Show it to Mara Lindqvist")
    expect(live).to_contain_text("Still to look: Mara Lindqvist, Joss Okafor")
    look(mara)
    act(joss, "I go and look: 07")
    count_empty(joss, 6)
    joss.click(".live button[type=submit]")
    joss.wait_for_url("**/s/demo/w/w07/")
    joss.goto(joss.url.replace("/w/w07/", "/line/"))
    expect(live.locator(".word")).to_have_text("NOT YET")
    hand_over(ines, tom, mara)
    expect(live.locator(".word")).to_have_text("READY")
    expect(live.locator(".words")).to_contain_text("Cold, for Mara Lindqvist, take 1.")
    expect(live).to_contain_text("I was shown 6 of 6 by Ines Varga. I do not certify it.")
    tap(joss, "I said the call: 07, take 1")
    expect(live.locator(".word")).to_have_text("CALLED")
    tap(joss, "Cut: take 1")
    expect(live.locator(".word")).to_contain_text("1 STILL OUT")
    expect(live.locator(".due")).to_contain_text("Mara Lindqvist")


def test_the_line_is_born_with_no_state(open_phone: OpenPhone, server: Served) -> None:
    joss = open_phone("joss")
    cookies = "; ".join(f"{each['name']}={each['value']}" for each in joss.context.cookies())
    asked = urllib.request.Request(f"{server.url}/s/demo/line/", headers={"Cookie": cookies})
    with urllib.request.urlopen(asked, timeout=10) as answer:
        html = answer.read().decode()
    assert "UNKNOWN" in html and "12A" not in html and "NOT YET" not in html


def test_the_line_that_loses_its_server_says_nothing(open_phone: OpenPhone, server: Served) -> None:
    joss = open_phone("joss")
    joss.goto(f"{server.url}/s/demo/line/")
    expect(joss.locator(".live .word")).to_have_text("NOT YET")
    server.freeze()
    expect(joss.locator(".lost h1")).to_be_visible(timeout=5000)
    expect(joss.locator(".live .word")).not_to_be_visible()
    server.thaw()


def test_the_log_stands_on_its_own_page_newest_first(open_phone: OpenPhone) -> None:
    ines, tom = open_phone("ines"), open_phone("tom")
    ines.locator(".live").get_by_text("Day log", exact=True).click()
    rows = ines.locator(".live .log > li:not(.day)")
    expect(rows.first).to_be_visible()
    before = rows.count()
    prove(ines, tom)
    ines.goto(ines.url.split("/s/demo/")[0] + "/s/demo/log/")
    expect(rows.first).to_contain_text("07")
    assert rows.count() > before
