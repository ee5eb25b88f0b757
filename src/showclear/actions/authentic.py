"""Was this stored entry signed by one who could sign it then?

The leaves and the edge of the tree need no key: whoever can write the database can make them. So
each entry that this process did not write itself is believed only with the signature of a key that
was in force, at its own place, and each answer only directly behind its ask.
"""

from collections.abc import Iterable
from typing import Any

from showclear.actions.folded import Folded, RecordBroken, carry
from showclear.ledger.canonical import Malformed
from showclear.ledger.envelope import Envelope, parse_envelope
from showclear.ledger.keys import (
    SERVER_KINDS,
    KeyRefused,
    Keyring,
    Unauthentic,
    check_signature,
    parse_instant,
)
from showclear.ledger.tree import leaf_hash

ANSWERED = "AskAnswered"


def follow(folded: Folded, stored: Iterable[tuple[int, bytes, bytes]], *, origin: str) -> Folded:
    """Carry stored entries into the state, each checked first.

    Raises:
        RecordBroken: naming the entry that does not hold.
    """
    ask: bytes | None = None
    for n, body, leaf in stored:
        if n != folded.size:
            raise RecordBroken(f"entry {folded.size} is missing")
        if leaf_hash(body) != leaf:
            raise RecordBroken(f"entry {n} is not what was written")
        try:
            envelope = parse_envelope(body)
            _check_place(envelope.fields, n, ask=ask, origin=origin)
            _check_signer(envelope, folded)
            folded = carry(folded, envelope.fields, leaf)
        except (Unauthentic, KeyRefused) as wrong:
            raise RecordBroken(f"entry {n} is not authentic: {wrong}") from wrong
        except (ValueError, KeyError, TypeError, AssertionError, Malformed) as wrong:
            raise RecordBroken(f"entry {n} cannot be read: {wrong}") from wrong
        ask = leaf if _is_ask(envelope.fields) else None
    if ask is not None:
        raise RecordBroken(f"entry {folded.size - 1} has no answer behind it")
    return folded


def _is_ask(fields: dict[str, Any]) -> bool:
    return fields["kind"] == "Relayed" or fields["kind"] not in SERVER_KINDS


def _check_place(fields: dict[str, Any], n: int, *, ask: bytes | None, origin: str) -> None:
    """Refuse a true entry at another place than its own: it would act a second time."""
    if fields["show"] != origin:
        raise Unauthentic("of another show")
    is_server = fields["kind"] in SERVER_KINDS
    if (fields["seq"] != n) if is_server else ("seq" in fields):
        raise Unauthentic("at another place")
    answers = fields["ask"] if fields["kind"] == ANSWERED else None
    if answers != (None if ask is None else ask.hex()):
        raise Unauthentic("no ask and its answer")


def _check_signer(envelope: Envelope, folded: Folded) -> None:
    """A key counts from the answer that adds it on: the first answer is signed by such a key."""
    check_signature(envelope, _keys_at(envelope.fields, folded))


def _keys_at(fields: dict[str, Any], folded: Folded) -> Keyring:
    asked = folded.waiting
    if fields["kind"] != ANSWERED or fields["outcome"] != "done" or asked is None:
        return folded.keyring
    folded.keyring.judge(asked, parse_instant(fields["received_at"]))
    return folded.keyring.apply(asked) if asked["kind"] == "key.add" else folded.keyring
