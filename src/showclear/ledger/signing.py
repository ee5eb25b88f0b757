"""Did the owner of this key sign these bytes?

Ed25519, or a passkey's ES256 assertion (WebAuthn). Weak Ed25519 points are refused by name:
OpenSSL accepts for such a point one signature under every message.
"""

import base64
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_der_public_key,
)

from showclear.ledger.canonical import Malformed, read_object
from showclear.ledger.envelope import Passkey

ED25519_SIZE = 32

# LEDGER.md, section 3: 0, 1, p-1, two points of order 8, p, p+1; the sign bit cleared.
_WEAK = frozenset(
    map(
        bytes.fromhex,
        (
            "00" * 32,
            "01" + "00" * 31,
            "ec" + "ff" * 30 + "7f",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "ed" + "ff" * 30 + "7f",
            "ee" + "ff" * 30 + "7f",
        ),
    )
)

# User present and user verified: the two flags without which a touch proves nothing.
_PRESENT_AND_VERIFIED = 0b101
_FLAGS_AT = 32
_AUTHENTICATOR_DATA_MIN = 37


def new_private() -> Ed25519PrivateKey:
    """Make a fresh private key."""
    return Ed25519PrivateKey.generate()


def load_private(seed: bytes) -> Ed25519PrivateKey:
    """Read a private key from its 32-byte seed."""
    return Ed25519PrivateKey.from_private_bytes(seed)


def seed_bytes(private: Ed25519PrivateKey) -> bytes:
    """Give the 32-byte seed of a private key, to be kept in a file that only its owner reads."""
    return private.private_bytes_raw()


def public_bytes(private: Ed25519PrivateKey) -> bytes:
    """Give the 32 bytes of the public key."""
    return private.public_key().public_bytes_raw()


def is_weak(pub: bytes) -> bool:
    """Say whether this Ed25519 key is one of the points that sign everything."""
    return len(pub) == ED25519_SIZE and pub[:-1] + bytes([pub[-1] & 0x7F]) in _WEAK


def is_ed25519(pub: bytes) -> bool:
    """Say whether these bytes can be an Ed25519 key at all."""
    return len(pub) == ED25519_SIZE


def is_p256(pub: bytes) -> bool:
    """Say whether these bytes are a P-256 key in the one DER form that we keep."""
    try:
        key = load_der_public_key(pub)
    except ValueError:
        return False
    if not (isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1)):
        return False
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo) == pub


def is_signed(pub: bytes, message: bytes, sig: bytes) -> bool:
    """Say whether `sig` is this Ed25519 key's signature of the message."""
    try:
        Ed25519PublicKey.from_public_bytes(pub).verify(sig, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def is_asserted(
    pub: bytes, message: bytes, sig: bytes, *, passkey: Passkey, rp: str, origin: str
) -> bool:
    """Say whether `sig` is this passkey's assertion, made for `rp` at `origin`, of the message."""
    try:
        client = read_object(passkey.client_data)
    except Malformed:
        return False
    challenge = base64.urlsafe_b64encode(sha256(message).digest()).rstrip(b"=").decode()
    wanted = {"type": "webauthn.get", "challenge": challenge, "origin": origin}
    if any(client.get(name) != value for name, value in wanted.items()):
        return False
    around = passkey.authenticator_data
    if len(around) < _AUTHENTICATOR_DATA_MIN or around[:32] != sha256(rp.encode()).digest():
        return False
    if around[_FLAGS_AT] & _PRESENT_AND_VERIFIED != _PRESENT_AND_VERIFIED:
        return False
    key = load_der_public_key(pub)
    assert isinstance(key, ec.EllipticCurvePublicKey), "the keyring takes P-256 keys only"
    try:
        key.verify(sig, around + sha256(passkey.client_data).digest(), ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True
