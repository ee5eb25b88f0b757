"""Do two people go through a box blind, and is a weapon loaded out of it before a witness?"""

import re

from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPhone
from tests.browser.test_a_handover import act, at_weapon, count_empty, send, take_out
from tests.browser.test_a_second_look import everything_sent

WHAT_THE_FIRST_SAID = re.compile(r"\b(95|97)\b")
"""What was proved, and how many came in; no time of day and no version holds these words."""


def at_box(page: Page) -> None:
    """Open the box from the board, over the list of boxes."""
    page.goto(page.url.split("/s/demo/")[0] + "/s/demo/")
    page.click(".live .onward a")
    page.click(".live #box-d118")
    expect(page.locator(".live h1")).to_have_text("Dummies")


def goes_through(page: Page, proved: str, sealed: str) -> None:
    """Answer for every round, by hand."""
    act(page, "I went through it")
    for name, number in (("proved", proved), ("doubtful", "0"), ("sealed", sealed)):
        assert page.locator(f".live [name={name}]").input_value() == ""
        page.fill(f".live [name={name}]", number)
    page.click(".live [name=is_marked][value=true]")
    page.click(".live button[type=submit]")
    page.wait_for_url("**/s/demo/r/d118/")


def both_go_through(ines: Page, tom: Page) -> None:
    """Have two people go through the box; the second is sent nothing of the first."""
    at_box(ines)
    goes_through(ines, "95", "2")
    expect(ines.locator(".live .sub")).to_contain_text("Ines Varga went through it")
    at_box(tom)
    assert not WHAT_THE_FIRST_SAID.search(everything_sent(tom))
    tom.locator(".live .acts").get_by_text("I went through it", exact=True).click()
    assert not WHAT_THE_FIRST_SAID.search(everything_sent(tom))
    at_box(tom)
    goes_through(tom, "95", "2")
    expect(tom.locator(".live .sub")).to_contain_text("Ines Varga and Tom Adeyemi, marked")


def proved_empty(ines: Page, tom: Page) -> None:
    """Take 07 out and have it counted empty by two."""
    take_out(ines, tom)
    act(ines, "Open it and count")
    count_empty(ines, 6)
    ines.fill(".live [name=tag]", "07")
    send(ines)
    at_weapon(tom)
    act(tom, "I counted too")
    count_empty(tom, 6)
    send(tom)


def test_a_weapon_is_loaded_before_a_witness_out_of_a_box_that_two_went_through(
    open_phone: OpenPhone,
) -> None:
    ines, tom = open_phone("ines"), open_phone("tom")
    both_go_through(ines, tom)
    proved_empty(ines, tom)
    act(ines, "Load it")
    expect(ines.locator(".live button[type=submit]")).to_be_hidden()
    for _ in range(3):
        ines.click(".live button[data-fill='1']")
    ines.uncheck(".live [name='rounds[].chamber'][value='2']")
    expect(ines.locator(".live output")).to_have_text("2")
    ines.fill(".live [name=tag]", "07")
    send(ines)
    expect(ines.locator(".live h1")).to_have_text("two dummies")
    at_weapon(tom)
    expect(tom.locator(".live h1")).to_have_text("You are still to look")
    act(tom, "I saw each round go in")
    count_empty(tom, 4)
    for _ in range(2):
        tom.click(".live button[data-kind=dummy][data-step='1']")
    send(tom)
    expect(tom.locator(".live h1")).to_have_text("two dummies")
    assert chambers(tom) == ["dummy", "empty", "dummy", "empty", "empty", "empty"]
    act(ines, "Take everything out")
    count_empty(ines, 4)
    for _ in range(2):
        ines.click(".live button[data-kind=dummy][data-step='1']")
    ines.fill(".live [name=tag]", "07")
    send(ines)
    expect(ines.locator(".live h1")).to_contain_text("UNKNOWN")


def chambers(page: Page) -> list[str]:
    """Return what is drawn in each chamber."""
    drawn: list[str] = page.locator(".live use.chamber").evaluate_all(
        "all => all.map((each) => each.getAttribute('href').slice(3))"
    )
    return drawn


def test_two_who_found_different_things_set_the_box_aside(open_phone: OpenPhone) -> None:
    ines, tom = open_phone("ines"), open_phone("tom")
    at_box(ines)
    goes_through(ines, "95", "2")
    at_box(tom)
    act(tom, "I went through it")
    for name, number in (("proved", "94"), ("doubtful", "0"), ("sealed", "3")):
        tom.fill(f".live [name={name}]", number)
    tom.click(".live [name=is_marked][value=true]")
    tom.click(".live button[type=submit]")
    tom.wait_for_url("**/answers/*/")
    expect(tom.locator(".live")).to_contain_text("LOT-DIFFERS")
    tom.click("text=Back to the box")
    expect(tom.locator(".live .sub")).to_contain_text("Set aside")
