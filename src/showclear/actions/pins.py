"""Did this person confirm with his own PIN on somebody else's device?

The server vouches for the PIN; it never enters the record. Tries are limited, and counted before
the PIN is checked, so that tries sent at the same moment cannot share one place.
"""

import hashlib
import hmac
import os
from collections.abc import Mapping
from typing import Any

from showclear.store import people

TRIES_MAX = 5
"""Wrong PINs before the armorer has to set a new one."""

DIGITS_MIN, DIGITS_MAX = 4, 8
_COST = {"n": 2**14, "r": 8, "p": 1, "maxmem": 64 * 1024 * 1024}


class PinRefused(Exception):
    """The PIN does not stand for this person here."""


def set_pin(show: str, person: str, pin: str) -> None:
    """Set a person's PIN: 4 to 8 digits."""
    if not (pin.isascii() and pin.isdigit() and DIGITS_MIN <= len(pin) <= DIGITS_MAX):
        raise PinRefused(f"A PIN has {DIGITS_MIN} to {DIGITS_MAX} digits.")
    salt = os.urandom(16)
    people.save_pin(show, person, salt=salt, digest=_digest(pin, salt))


def check_pin(show: str, fields: Mapping[str, Any], pin: str | None) -> None:
    """Raise PinRefused unless `pin` is that of the person whom the ask names."""
    person = str(fields.get("person"))
    row = people.find_pin(show, person)
    if row is None or pin is None:
        raise PinRefused("No PIN is set for this person, or none was typed.")
    if not people.count_pin_try(show, person, limit=TRIES_MAX):
        raise PinRefused("Too many wrong PINs. The armorer sets a new one.")
    if not hmac.compare_digest(_digest(pin, row.salt), row.digest):
        raise PinRefused("That is not this person's PIN.")
    people.clear_pin_tries(show, person)


def _digest(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode("ascii", "replace"), salt=salt, **_COST)
