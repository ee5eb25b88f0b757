"""How does a browser get a key into the record?

1. It is given a fresh challenge, kept in the server's own session, good once and for ten minutes.
2. It makes an Ed25519 key and signs the challenge: the private half is there.
3. The key is looked at: of one form, and not one of the weak points for which anybody can sign.
4. The enroller's key signs a `key.add`; from the door's answer on, the key speaks for the person.
"""

import secrets
import uuid
from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from showclear.actions.answers import Answer
from showclear.actions.door import Door
from showclear.ledger import canonical
from showclear.ledger.keys import Key, Unauthentic, check_possession, is_weak
from showclear.ledger.signing import is_ed25519

CHALLENGE_AGE_MAX = 10 * 60 * 1000
"""Milliseconds for which a challenge can be answered."""

CHALLENGE_SIZE = 32
KEY_ID_SIZE = 20
PUB_SIZE, PROOF_SIZE = 32, 64
SESSION_NAME = "enrolment"


class EnrolmentRefused(Exception):
    """The key was not added; the message is one sentence for the person."""


@dataclass(frozen=True, slots=True)
class Challenge:
    """What the browser has to sign, and under which id its key will be known."""

    key: str
    challenge: str


def begin(
    session: MutableMapping[str, Any], *, show: str, person: str | None, now: int
) -> Challenge:
    """Give a fresh challenge; an earlier one of this browser is void from now on.

    Args:
        person: for whom the key will sign; None for a device that people share by PIN.
    """
    made = Challenge(
        key=f"d-{secrets.token_hex(KEY_ID_SIZE // 2)}",
        challenge=secrets.token_bytes(CHALLENGE_SIZE).hex(),
    )
    session[SESSION_NAME] = {
        "show": show,
        "person": person,
        "key": made.key,
        "challenge": made.challenge,
        "at": now,
    }
    return made


def prove(
    session: MutableMapping[str, Any], door: Door, *, person: str | None, pub: str, proof: str
) -> Answer:
    """Check the proof and add the key to the record.

    Raises:
        EnrolmentRefused: with one sentence; the challenge is used up all the same.
    """
    # Taken out before it is looked at: a challenge that failed once cannot be tried again.
    begun = session.pop(SESSION_NAME, None)
    if begun is None or begun["show"] != door.show.id or begun["person"] != person:
        raise EnrolmentRefused("This challenge is used up. Begin again.")
    if not 0 <= door.clock.now() - begun["at"] <= CHALLENGE_AGE_MAX:
        raise EnrolmentRefused("This challenge is older than ten minutes. Begin again.")
    public = _check_key(begun, pub, proof)
    if door.current().keyring.has_public(pub):
        raise EnrolmentRefused("This key is in the record already. Make another.")
    answer = door.submit(door.show.enroller.sign(_key_add(door, begun, public)))
    if answer.outcome != "done":
        raise EnrolmentRefused("The record did not take this key. Begin again.")
    return answer


def _check_key(begun: dict[str, Any], pub: str, proof: str) -> bytes:
    public, signature = _hex(pub, PUB_SIZE), _hex(proof, PROOF_SIZE)
    if is_weak(public) or not is_ed25519(public):
        raise EnrolmentRefused("This key is weak: anybody could sign with it. Make another.")
    key = Key(id=begun["key"], use="device", held="device", pub=public, person=begun["person"])
    try:
        check_possession(key, bytes.fromhex(begun["challenge"]), signature)
    except Unauthentic:
        raise EnrolmentRefused("The proof is not from this key. Begin again.") from None
    return public


def _hex(text: str, size: int) -> bytes:
    try:
        value = bytes.fromhex(text)
    except ValueError:
        value = b""
    if len(value) != size or value.hex() != text:
        raise EnrolmentRefused("The browser sent no key that can be read. Begin again.")
    return value


def _key_add(door: Door, begun: dict[str, Any], public: bytes) -> bytes:
    at = datetime.fromtimestamp(door.clock.now() // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return canonical.encode(
        {
            "v": 1,
            "show": door.show.origin,
            "id": str(uuid.uuid4()),
            "by": door.show.enroller.id,
            "kind": "key.add",
            "at": at,
            "use": "device",
            "held": "device",
            "person": begun["person"],
            "key": {"id": begun["key"], "pub": public.hex()},
        }
    )
