"""Is a person who is to look sent anything of what another one saw?"""

from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPhone
from tests.browser.test_a_handover import act, at_weapon, count_empty, send, take_out, tap

ANSWERED = ("Empty", "Ines Varga counted", "proved")
"""Words that would tell what the first one found."""


def everything_sent(page: Page) -> str:
    """Return what the live screen holds."""
    expect(page.locator(".live h1").first).to_be_visible()
    held: str = page.locator(".screen.live").evaluate("live => live.innerHTML")
    return held


def test_the_second_is_told_nothing_before_he_has_counted(open_phone: OpenPhone) -> None:
    ines, tom = open_phone("ines"), open_phone("tom")
    take_out(ines, tom)
    act(ines, "Open it and count")
    count_empty(ines, 6)
    ines.fill(".live [name=tag]", "07")
    send(ines)
    tom.goto(tom.url.split("/w/")[0] + "/")
    expect(tom.locator("#row-w07")).to_contain_text("You are still to look")
    assert not any(word in tom.locator("#row-w07").inner_html() for word in ANSWERED)
    at_weapon(tom)
    assert not any(word in everything_sent(tom) for word in ANSWERED)
    act(tom, "I counted too")
    assert not any(word in everything_sent(tom) for word in ("Ines", "proved"))
    for kind in ("empty", "dummy", "blank", "unsure"):
        assert tom.locator(f".live [name='seen.{kind}']").input_value() == "0"
    count_empty(tom, 6)
    send(tom)
    expect(tom.locator(".live h1")).to_have_text("Empty")


def test_a_count_that_differs_makes_the_contents_unknown_for_all(open_phone: OpenPhone) -> None:
    ines, tom = open_phone("ines"), open_phone("tom")
    take_out(ines, tom)
    act(ines, "Open it and count")
    count_empty(ines, 6)
    ines.fill(".live [name=tag]", "07")
    send(ines)
    at_weapon(tom)
    act(tom, "I counted too")
    count_empty(tom, 5)
    tom.click(".live button[data-kind=unsure][data-step='1']")
    tom.click(".live button[type=submit]")
    tom.wait_for_url("**/answers/*/")
    expect(tom.locator(".live")).to_contain_text("COUNT-DIFFERS")
    expect(ines.locator(".live h1")).to_contain_text("UNKNOWN")


def test_the_taker_answers_by_pin_on_the_seconds_phone(open_phone: OpenPhone) -> None:
    ines, tom = open_phone("ines"), open_phone("tom")
    take_out(ines, tom)
    act(ines, "Open it and count")
    count_empty(ines, 6)
    ines.fill(".live [name=tag]", "07")
    send(ines)
    at_weapon(tom)
    act(tom, "I counted too")
    count_empty(tom, 6)
    send(tom)
    tap(ines, "I checked it: it works")
    act(ines, "Show it to Mara Lindqvist")
    act(tom, "Mara Lindqvist looks now")
    count_empty(tom, 6)
    expect(tom.locator(".live button[type=submit]")).to_be_hidden()
    for digit in "2580":
        tom.click(f".live [data-key='{digit}']")
    tom.wait_for_timeout(2100)  # one device does not sign for two people within two seconds
    send(tom)
    tom.goto(tom.url + "show-list/")
    expect(tom.locator(".live .looked")).to_contain_text("Mara Lindqvist")
