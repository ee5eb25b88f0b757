"""A software authenticator for passkeys (WebAuthn ES256) with a fixed TEST key."""

import base64
import json
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from tests.ledger.shows import Show

from showclear.ledger import canonical
from showclear.ledger.envelope import Passkey, pae, seal

RP, ORIGIN = "set.example", "https://set.example"
PRIVATE = ec.derive_private_key(7, ec.SECP256R1())
PUB = PRIVATE.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def enrol(show: Show, **fields: Any) -> None:
    """Add the passkey as device pass-1 and have it answered."""
    key = {"id": "pass-1", "rp": RP, "origin": ORIGIN, "pub": PUB.hex(), **fields}
    form = {"use": "device", "held": "device", "person": "p-02", "key": key}
    show.ask("enroller-1", "key.add", **form)
    show.answer()


def sign(message: bytes, **change: Any) -> tuple[bytes, Passkey]:
    """Sign a message as an authenticator does, or as one that does it wrong."""
    challenge = base64.urlsafe_b64encode(sha256(message).digest()).decode().rstrip("=")
    client = {"type": "webauthn.get", "challenge": challenge, "origin": ORIGIN}
    client.update({k: v for k, v in change.items() if k in client})
    data = json.dumps(client).encode()
    flags = change.get("flags", 5)
    around = sha256(change.get("rp", RP).encode()).digest() + bytes([flags]) + bytes(4)
    around = around[: change.get("length", 37)]
    sig = PRIVATE.sign(around + sha256(data).digest(), ec.ECDSA(hashes.SHA256()))
    return change.get("sig", sig), Passkey(around, data)


def assertion(fields: dict[str, Any], **change: Any) -> bytes:
    """Give an entry signed by the passkey."""
    payload = canonical.encode(fields)
    sig, passkey = sign(pae(payload), **change)
    return seal(payload, keyid=fields["by"], sig=sig, passkey=passkey)
