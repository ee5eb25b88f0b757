"""How is a payload written, so that every implementation gets the same bytes?

RFC 8785 (JCS) form, made stricter: keys are ASCII, numbers are whole and at most 2^53 either
way. Then plain `json.dumps` with sorted keys already is RFC 8785, and nothing of that
standard's number printing is needed. Whoever decodes checks that the bytes were canonical;
a verifier need not, for the bytes signed are the bytes stored.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

INTEGER_MAX = 2**53
DEPTH_MAX = 64


class Malformed(Exception):
    """These bytes are not in the ledger's form; the message says where they leave it."""


def encode(value: object) -> bytes:
    """Write a JSON value in canonical form."""
    _check(value, depth=0)
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise Malformed("half of a surrogate pair is not text") from None


def decode(data: bytes) -> dict[str, Any]:
    """Read one canonical JSON object, or raise Malformed."""
    value = read_object(data)
    if encode(value) != data:
        raise Malformed("not in canonical form (RFC 8785)")
    return value


def read_object(data: bytes) -> dict[str, Any]:
    """Read one JSON object in any spacing, refusing what two readers could read differently."""
    try:
        value = json.loads(
            data.decode(),
            object_pairs_hook=_object,
            parse_float=_refuse_number,
            parse_constant=_refuse_number,
        )
    except UnicodeDecodeError:
        raise Malformed("not UTF-8") from None
    except RecursionError:
        raise Malformed("nested too deeply") from None
    except ValueError as error:
        raise Malformed(f"not JSON: {error}") from None
    if not isinstance(value, dict):
        raise Malformed("not a JSON object")
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Malformed("a key stands twice in one object")
    return found


def _refuse_number(text: str) -> object:
    raise Malformed(f"{text[:20]} is not a whole number")


def _check(value: object, *, depth: int) -> None:
    if depth > DEPTH_MAX:
        raise Malformed("nested too deeply")
    if value is None or isinstance(value, str | bool):
        return
    if isinstance(value, int):
        if abs(value) > INTEGER_MAX:
            raise Malformed("a number is beyond 2^53")
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if not (isinstance(key, str) and key.isascii()):
                raise Malformed("a key is not ASCII")
            _check(inner, depth=depth + 1)
    elif isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        for inner in value:
            _check(inner, depth=depth + 1)
    else:
        raise Malformed(f"{type(value).__name__} has no place in a payload")
