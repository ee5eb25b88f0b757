"""Does one handover go through the browser, from a locked cabinet to the taker's hand?"""

from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPhone


def count_empty(page: Page, chambers: int) -> None:
    """Answer for every chamber by hand."""
    for _ in range(chambers):
        page.click(".live button[data-kind=empty][data-step='1']")


def at_weapon(page: Page) -> None:
    """Open the page of weapon 07 and wait for its state."""
    page.goto(page.url.split("/s/demo/")[0] + "/s/demo/w/w07/")
    expect(page.locator(".live h1").first).to_be_visible()


def act(page: Page, label: str) -> None:
    """Tap an act of the live screen."""
    page.locator(".live .acts").get_by_text(label, exact=True).first.click()


def send(page: Page) -> None:
    """Send the act of this page and wait for the weapon."""
    page.click(".live button[type=submit]")
    page.wait_for_url("**/s/demo/w/w07/")
    expect(page.locator(".live h1").first).to_be_visible()


def with_tag(page: Page, label: str, tag: str = "07") -> None:
    """Open an act that asks for the tag, read the tag, send."""
    act(page, label)
    page.fill(".live [name=tag]", tag)
    send(page)


def tap(page: Page, label: str) -> None:
    """Tap an act that asks for nothing more, and wait until it is done."""
    act(page, label)
    expect(page.locator(".live .acts").get_by_text(label, exact=True)).to_have_count(0)


def take_out(ines: Page, tom: Page) -> None:
    """The second turns his key, the armorer takes it out."""
    at_weapon(tom)
    tap(tom, "Turn the second key: Cabinet 2")
    at_weapon(ines)
    with_tag(ines, "Take it out")


def prove(ines: Page, tom: Page) -> None:
    """Take it out, open it and count: the armorer, then the second."""
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


def look(page: Page) -> None:
    """Answer the own look."""
    at_weapon(page)
    act(page, "I was shown and I looked")
    count_empty(page, 6)
    send(page)


def hand_over(ines: Page, tom: Page, mara: Page) -> None:
    """Give it, read its tag, take it."""
    with_tag(ines, "Hand over to Mara Lindqvist")
    at_weapon(tom)
    with_tag(tom, "I read the tag")
    at_weapon(mara)
    with_tag(mara, "I have it")


def test_a_weapon_goes_from_the_cabinet_to_the_person_it_was_shown_to(
    open_phone: OpenPhone,
) -> None:
    ines, tom, mara, joss = (open_phone(name) for name in ("ines", "tom", "mara", "joss"))
    prove(ines, tom)
    act(ines, "Show it to Mara Lindqvist")
    expect(ines.locator(".live")).to_contain_text("being shown to Mara Lindqvist")
    for person in (mara, joss):
        look(person)
    expect(ines.locator(".live")).to_contain_text("2 people say they looked")
    hand_over(ines, tom, mara)
    expect(mara.locator(".live .axes")).to_contain_text("Mara Lindqvist, in hand")
    at_weapon(joss)
    tap(joss, "I said the call: take 1")
    tap(joss, "Cut: take 1")
    waits = "opens when the second says: the same again"
    expect(joss.locator(".live .acts")).to_contain_text(waits)
    expect(joss.get_by_role("button", name="I said the call: take 2")).to_have_count(0)
    at_weapon(tom)
    tap(tom, "Same again: it never left my sight")
    tap(joss, "I said the call: take 2")
