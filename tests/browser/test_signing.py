"""Does the browser sign the very bytes that the record checks? LEDGER's worked example says so."""

import json

import pytest
from playwright.sync_api import Page

from showclear.ledger import canonical
from showclear.ledger.envelope import pae

EVENT = {
    "at": "2026-03-02T10:42:00Z",
    "by": "dev-1",
    "from": "p-02",
    "id": "00000000-0000-4000-8000-000000000001",
    "kind": "WeaponHandedOver",
    "show": "ledger.example/shows/demo",
    "to": "p-07",
    "v": 1,
    "weapon": "W-014",
}
SIGNATURE = (
    "m3ZMzvYPiam6+1cA4an+j0LECnRwd9kjFfc2Adp3sH9qRcM1qs23TiQkHEb6io0DolGQTqoK+4u4u82243nlAg=="
)
SEED_OF_DEV_1 = bytes(31) + b"\x01"


def run(page: Page, script: str, arg: object = None) -> object:
    """Run a function of one of our modules; its bytes come back as base64 text."""
    head = "const c = await import('/static/js/canonical.js');"
    return page.evaluate(f"async (arg) => {{ {head} {script} }}", arg)


def test_the_canonical_bytes_are_those_of_the_worked_example(page: Page) -> None:
    text = run(page, "return c.canonicalText(arg)", EVENT)
    assert isinstance(text, str)
    assert text.encode() == canonical.encode(EVENT)
    assert len(text) == 196


def test_the_signed_bytes_are_those_of_the_worked_example(page: Page) -> None:
    signed = run(page, "return new TextDecoder().decode(c.pae(c.canonicalBytes(arg)))", EVENT)
    assert isinstance(signed, str)
    assert signed.encode() == pae(canonical.encode(EVENT))
    assert signed.startswith("DSSEv1 36 application/vnd.showclear.event+json 196 {")


def test_the_entry_is_that_of_the_worked_example(page: Page) -> None:
    pkcs8 = bytes.fromhex("302e020100300506032b657004220420") + SEED_OF_DEV_1
    script = """
      const der = Uint8Array.from(arg.pkcs8);
      const key = await crypto.subtle.importKey("pkcs8", der, {name: "Ed25519"}, false, ["sign"]);
      const { sign } = await import("/static/js/keys.js");
      const payload = c.canonicalBytes(arg.event);
      return c.canonicalText(c.envelope(payload, "dev-1", await sign(key, c.pae(payload))));
    """
    entry = run(page, script, {"pkcs8": list(pkcs8), "event": EVENT})
    assert isinstance(entry, str)
    assert len(entry) == 461
    assert json.loads(entry)["signatures"] == [{"keyid": "dev-1", "sig": SIGNATURE}]


@pytest.mark.parametrize(
    "value",
    [
        {"b": [1, -2, 0], "a": {"nested": None, "yes": True}},
        {"text": 'quote " backslash \\ tab \t line \n bell \x07 delete \x7f euro € gun 🔫 é'},
        {"least": -(2**53) + 1, "most": 2**53 - 1},
        {"line": "\u2028 and \u2029", "empty": "", "list": []},
    ],
)
def test_a_value_has_the_same_bytes_here_and_there(page: Page, value: object) -> None:
    text = run(page, "return c.canonicalText(arg)", value)
    assert isinstance(text, str)
    assert text.encode() == canonical.encode(value)


@pytest.mark.parametrize(
    "bad", ["1.5", "2 ** 53", "NaN", "-0", "undefined", "'\\ud800'", "{'é': 1}", "new Date()"]
)
def test_what_the_record_does_not_know_is_not_signed(page: Page, bad: str) -> None:
    script = f"try {{ c.canonicalText([{bad}]); return 'written' }} catch {{ return 'refused' }}"
    assert run(page, script) == "refused"


def test_a_key_cannot_be_taken_out_of_the_browser(page: Page) -> None:
    script = """
      const { makePair } = await import("/static/js/keys.js");
      const pair = await makePair();
      try { await crypto.subtle.exportKey("pkcs8", pair.private); return "out" }
      catch { return "kept" }
    """
    assert run(page, script) == "kept"


def test_the_pin_never_enters_what_is_signed(page: Page) -> None:
    script = """
      const { readEntries } = await import("/static/js/asks.js");
      document.body.innerHTML = `<form><input name="pin" value="2580"><input name="tag" value="07">
        <input name="seen.empty" value="6" data-type="int"></form>`;
      return readEntries(document.querySelector("form"));
    """
    read = run(page, script)
    assert read == {"fields": {"tag": "07", "seen": {"empty": 6}}, "pin": "2580"}


def test_a_list_is_signed_as_a_list_and_a_choice_not_taken_says_nothing(page: Page) -> None:
    script = """
      const { readEntries } = await import("/static/js/asks.js");
      document.body.innerHTML = `<form>
        <input type="radio" name="rounds[].lot" value="d-1" checked>
        <input type="radio" name="rounds[].lot" value="d-2">
        <input type="checkbox" name="rounds[].chamber" value="1" data-type="int" checked>
        <input type="checkbox" name="rounds[].chamber" value="2" data-type="int">
        <input type="checkbox" name="rounds[].chamber" value="3" data-type="int" checked>
        <input type="radio" name="is_marked" value="true" data-type="bool">
        <input type="radio" name="is_marked" value="" data-type="bool" checked></form>`;
      return readEntries(document.querySelector("form"));
    """
    rounds = [{"chamber": 1, "lot": "d-1"}, {"chamber": 3, "lot": "d-1"}]
    assert run(page, script) == {"fields": {"rounds": rounds, "is_marked": False}, "pin": None}
