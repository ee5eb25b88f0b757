"""Is there one spelling for each payload, and is every other one refused?"""

import pytest
import rfc8785
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from showclear.ledger import canonical
from showclear.ledger.canonical import Malformed

KEYS = st.text(st.characters(max_codepoint=127), max_size=8)
NUMBERS = st.integers(-(2**53) + 1, 2**53 - 1)
LEAVES = st.none() | st.booleans() | NUMBERS | st.text(max_size=20)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)
OBJECTS = st.dictionaries(KEYS, VALUES, max_size=5)


# The first text that hypothesis makes costs seconds on a busy machine: its table of characters.
UNHURRIED = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


@UNHURRIED
@given(OBJECTS)
def test_the_bytes_are_those_of_rfc_8785(value: dict[str, object]) -> None:
    assert canonical.encode(value) == rfc8785.dumps(value)  # type: ignore[arg-type]


@UNHURRIED
@given(OBJECTS)
def test_what_was_written_is_read_back(value: dict[str, object]) -> None:
    assert canonical.decode(canonical.encode(value)) == value


@given(st.binary(max_size=60))
def test_bytes_are_canonical_or_malformed_and_nothing_else(data: bytes) -> None:
    try:
        value = canonical.decode(data)
    except Malformed:
        return
    assert canonical.encode(value) == data


@pytest.mark.parametrize(
    "data",
    [
        b'{"a":1,"a":1}',
        b'{"a":1.0}',
        b'{"a":1e2}',
        b'{"a":NaN}',
        b'{"a":-0}',
        b'{"a": 1}',
        b'{"b":1,"a":1}',
        b'{"a":"\\u0041"}',
        b'{"a":"\\ud800"}',
        b'{"\xc3\xa9":1}',
        b'{"a":9007199254740993}',
        b'{"a":-9007199254740993}',
        b"[1]",
        b"null",
        b"",
        b"\xff",
        b'\xef\xbb\xbf{"a":1}',
        b'{"a":' + b"[" * 200_000,
        b'{"a":' + b"[" * 70 + b"]" * 70 + b"}",
        b'{"a":' + b"9" * 5000 + b"}",
    ],
)
def test_another_spelling_is_refused(data: bytes) -> None:
    with pytest.raises(Malformed):
        canonical.decode(data)


@pytest.mark.parametrize("number", [2**53, -(2**53), 0])
def test_a_whole_number_up_to_the_limit_is_written(number: int) -> None:
    assert canonical.decode(canonical.encode({"n": number})) == {"n": number}


@pytest.mark.parametrize("value", [1.0, b"x", {1: 2}, {"é": 1}, 2**53 + 1, {1}])
def test_a_value_without_a_form_is_refused(value: object) -> None:
    with pytest.raises(Malformed):
        canonical.encode({"a": value})


def test_tuples_are_written_as_lists() -> None:
    assert canonical.encode({"a": (1, 2)}) == b'{"a":[1,2]}'
