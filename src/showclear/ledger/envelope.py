"""What does one entry look like, and which bytes does its signature cover?

A DSSE envelope with exactly one signature, on one line of JSON. The reader here is the
server's: it takes an envelope only as `seal` would write it, so that one signed payload
has one entry. The verifier is laxer (it hashes fields that it does not know).
"""

import base64
import binascii
import re
from dataclasses import dataclass
from typing import Any

from showclear.ledger import canonical
from showclear.ledger.canonical import Malformed

PAYLOAD_TYPE = "application/vnd.showclear.event+json"
MAX_ENTRY = 65_535
ID_MAX = 128

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Passkey:
    """What a WebAuthn authenticator signed around the challenge; it cannot be rebuilt."""

    authenticator_data: bytes
    client_data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """One entry, taken apart. Its signature has not been checked."""

    entry: bytes
    payload: bytes
    fields: dict[str, Any]
    keyid: str
    sig: bytes
    passkey: Passkey | None = None


def pae(payload: bytes) -> bytes:
    """Give the bytes that are signed: DSSE's pre-authentication encoding."""
    kind = PAYLOAD_TYPE.encode()
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(payload), payload)


def seal(payload: bytes, *, keyid: str, sig: bytes, passkey: Passkey | None = None) -> bytes:
    """Join a payload and its signature into an entry."""
    signature: dict[str, object] = {"keyid": keyid, "sig": _base64(sig)}
    if passkey is not None:
        signature["webauthn"] = {
            "authenticatorData": _base64(passkey.authenticator_data),
            "clientDataJSON": _base64(passkey.client_data),
        }
    entry = canonical.encode(
        {"payload": _base64(payload), "payloadType": PAYLOAD_TYPE, "signatures": [signature]}
    )
    if len(entry) > MAX_ENTRY:
        raise Malformed(f"an entry of {len(entry)} bytes; the limit is {MAX_ENTRY}")
    return entry


def parse_envelope(entry: bytes) -> Envelope:
    """Take an entry apart and check the form of everything that the ledger reads."""
    if len(entry) > MAX_ENTRY:
        raise Malformed(f"an entry of {len(entry)} bytes; the limit is {MAX_ENTRY}")
    outer = canonical.read_object(entry)
    signatures = outer.get("signatures")
    if not (isinstance(signatures, list) and len(signatures) == 1):
        raise Malformed("an entry has exactly one signature")
    signature = _fields(signatures[0], "signature")
    keyid = signature.get("keyid")
    if not isinstance(keyid, str):
        raise Malformed("keyid is not text")
    payload, sig = _bytes(outer, "payload"), _bytes(signature, "sig")
    passkey = _passkey(signature)
    if seal(payload, keyid=keyid, sig=sig, passkey=passkey) != entry:
        raise Malformed("the envelope has a field, a type or a spelling of its own")
    fields = canonical.decode(payload)
    _check_common(fields, keyid)
    return Envelope(
        entry=entry, payload=payload, fields=fields, keyid=keyid, sig=sig, passkey=passkey
    )


def _check_common(fields: dict[str, Any], keyid: str) -> None:
    version = fields.get("v")
    if type(version) is not int or version < 1:
        raise Malformed("v is not a whole number from 1")
    for name in ("show", "kind", "by"):
        text = fields.get(name)
        if not (isinstance(text, str) and 0 < len(text) <= ID_MAX):
            raise Malformed(f"{name} is not a text of 1 to {ID_MAX} characters")
    uuid = fields.get("id")
    if not (isinstance(uuid, str) and _UUID.fullmatch(uuid)):
        raise Malformed("id is not a UUID in small letters")
    if fields["by"] != keyid:
        raise Malformed("by is not the keyid of the signature")


def _passkey(signature: dict[str, Any]) -> Passkey | None:
    if "webauthn" not in signature:
        return None
    around = _fields(signature["webauthn"], "webauthn")
    return Passkey(_bytes(around, "authenticatorData"), _bytes(around, "clientDataJSON"))


def _fields(value: object, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Malformed(f"{name} is not an object")
    return value


def _bytes(fields: dict[str, Any], name: str) -> bytes:
    text = fields.get(name)
    try:
        if isinstance(text, str):
            return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        pass
    raise Malformed(f"{name} is not base64")


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()
