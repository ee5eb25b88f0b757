"""Is there one entry for one signed payload, and is every other one refused?"""

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.shows import Show

from showclear.ledger import canonical
from showclear.ledger.canonical import Malformed
from showclear.ledger.envelope import MAX_ENTRY, Passkey, parse_envelope, seal

FIELDS: dict[str, Any] = {
    "v": 1,
    "show": "s",
    "id": "00000000-0000-4000-8000-000000000001",
    "by": "dev-1",
    "kind": "Look",
}


def entry(**fields: Any) -> bytes:
    return seal(canonical.encode({**FIELDS, **fields}), keyid="dev-1", sig=b"sig")


def test_an_entry_is_taken_apart() -> None:
    envelope = parse_envelope(entry())
    assert (envelope.fields, envelope.keyid, envelope.sig) == (FIELDS, "dev-1", b"sig")
    assert envelope.passkey is None
    assert seal(envelope.payload, keyid="dev-1", sig=b"sig") == envelope.entry


def test_a_passkeys_entry_is_taken_apart() -> None:
    whole = seal(canonical.encode(FIELDS), keyid="dev-1", sig=b"s", passkey=Passkey(b"a", b"c"))
    assert parse_envelope(whole).passkey == Passkey(b"a", b"c")


@pytest.mark.parametrize(
    "fields",
    [
        {"v": 0},
        {"v": True},
        {"v": "1"},
        {"show": ""},
        {"show": 1},
        {"kind": "k" * 129},
        {"by": None},
        {"by": "dev-2"},
        {"id": "1"},
        {"id": "00000000-0000-4000-8000-00000000000A"},
        {"id": 7},
    ],
)
def test_a_common_field_that_may_not_be_so_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(Malformed):
        parse_envelope(entry(**fields))


def outer(**change: Any) -> bytes:
    return canonical.encode({**json.loads(entry()), **change})


SIG = {"keyid": "dev-1", "sig": "c2ln"}


@pytest.mark.parametrize(
    "data",
    [
        outer(more=1),
        outer(payloadType="text/plain"),
        outer(payload="e30"),
        outer(payload=7),
        outer(payload=base64.b64encode(b"{ }").decode()),
        outer(signatures=[]),
        outer(signatures=[SIG, SIG]),
        outer(signatures={}),
        outer(signatures=[7]),
        outer(signatures=[{"sig": "c2ln"}]),
        outer(signatures=[SIG | {"keyid": 7}]),
        outer(signatures=[SIG | {"sig": "c2lo="}]),
        outer(signatures=[SIG | {"sig": "c2l-"}]),
        outer(signatures=[SIG | {"webauthn": 7}]),
        outer(signatures=[SIG | {"webauthn": {}}]),
        outer(signatures=[SIG | {"webauthn": {"authenticatorData": "", "clientDataJSON": 1}}]),
        entry() + b"\n",
        entry().replace(b",", b", ", 1),
        b"[]",
        b"\xff",
        b" " * (MAX_ENTRY + 1),
    ],
)
def test_another_envelope_is_refused(data: bytes) -> None:
    with pytest.raises(Malformed):
        parse_envelope(data)


def test_the_longest_entry_is_taken_and_one_byte_more_is_not() -> None:
    size = len(entry(text=""))
    while size + 4 <= MAX_ENTRY:
        text = "x" * ((MAX_ENTRY - size) // 4 * 3)
        whole = entry(text=text)
        assert len(whole) <= MAX_ENTRY
        parse_envelope(whole)
        break
    with pytest.raises(Malformed, match="limit"):
        entry(text=text + "xxxx")


@given(st.binary(max_size=80))
def test_bytes_are_an_entry_or_malformed_and_nothing_else(data: bytes) -> None:
    with pytest.raises(Malformed):
        parse_envelope(data)


def test_every_entry_of_a_show_is_read() -> None:
    for one in Show().begin().play().entries:
        assert parse_envelope(one).entry == one
