"""Which act is in these bytes, and who asks it?

The bytes come from a phone and are believed in nothing but their signature. What cannot be read
is `Unreadable` with one sentence and leaves no trace; an act that only takes permission away is
read as far as it can be.
"""

from collections.abc import Mapping
from typing import Any

from showclear.actions.clock import from_iso
from showclear.kernel.asks import ACTS, REVOKES, Act, AddKey, Ask, Asker, EndKey
from showclear.kernel.codec import Unreadable, from_plain
from showclear.kernel.words import Fault, Via
from showclear.ledger.keys import Key

COMMON = frozenset({"v", "show", "id", "by", "kind", "at", "expects", "person", "via"})
"""Fields of every ask; the rest are the act's own."""

HASH_LENGTH = 64
ID_LENGTH = 36
"""An ask's id is a UUID."""

NAMED = {
    **dict.fromkeys(("unit", "setup", "weapon", "place", "lot", "about", "fault"), ID_LENGTH),
    "text": HASH_LENGTH,
}
"""What is read of an act that only takes away, and how long it may be."""

SENT_BY_PHONES = frozenset(set(ACTS) - {"AddKey", "EndKey", "ServerStarted"})
"""What a device may ask for by name; the others come from the ledger and the server."""


def parse_ask(fields: Mapping[str, Any], key: Key) -> Ask:
    """Read a signed payload as an ask of the kernel.

    Args:
        fields: the payload's fields, already parsed strictly by the ledger.
        key: the live key that signed it.

    Raises:
        Unreadable: with one sentence, when the payload is no ask that the kernel knows.
    """
    if fields.get("v") != 1:
        raise Unreadable("v must be 1: this program knows no other form of an ask")
    return Ask(
        id=_text(fields, "id"),
        asker=parse_asker(fields, key),
        at=_instant(fields),
        act=_act(fields),
        expects=_expects(fields.get("expects", {})),
    )


def parse_key_ask(fields: Mapping[str, Any], person: str | None) -> Ask:
    """Read a `key.add` or `key.end` that the ledger has judged.

    Args:
        person: whose key it is that comes or goes, if it is one person's.
    """
    key = fields["key"]["id"]
    added = fields["kind"] == "key.add"
    act = AddKey(key=key, person=person) if added else EndKey(key=key, person=person)
    asker = Asker(person=None, device=str(fields["by"]), via=Via.SERVER)
    return Ask(id=_text(fields, "id"), asker=asker, at=_instant(fields), act=act)


def parse_asker(fields: Mapping[str, Any], key: Key) -> Asker:
    """Say who asks: the key's own person, or the one who entered a PIN on this device."""
    via, person = fields.get("via"), fields.get("person")
    if via is None and person is None:
        return Asker(person=key.person, device=key.id, owner=key.person, via=Via.KEY)
    if via != "pin" or not isinstance(person, str):
        raise Unreadable("person stands only beside via: pin")
    return Asker(person=person, device=key.id, owner=key.person, via=Via.PIN)


def _act(fields: Mapping[str, Any]) -> Act:
    kind = fields.get("kind")
    if not isinstance(kind, str) or kind not in SENT_BY_PHONES:
        raise Unreadable(f"{str(kind)[:40]} is no act that this program knows")
    own = {name: value for name, value in fields.items() if name not in COMMON}
    act: Act = from_plain(ACTS[kind], own)
    return act


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= ID_LENGTH:
        raise Unreadable(f"{name} must be a text of 1 to {ID_LENGTH} characters")
    return value


def _instant(fields: Mapping[str, Any]) -> int:
    try:
        return from_iso(str(fields.get("at")))
    except ValueError as wrong:
        raise Unreadable("at must be a time like 2026-03-02T10:42:00Z") from wrong


def _expects(value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
        raise Unreadable("expects must map the id of a thing to its version")
    return dict(value)


def salvage(fields: Mapping[str, Any]) -> tuple[str, dict[str, str]] | None:
    """Return kind and ids of an act that only takes away, as far as they can be read."""
    kind = fields.get("kind")
    if not isinstance(kind, str) or kind not in SENT_BY_PHONES or ACTS[kind] not in REVOKES:
        return None
    ids = {name: value for name in NAMED if isinstance(value := fields.get(name), str)}
    if ids.get("fault") not in set(Fault):
        ids.pop("fault", None)
    return kind, {name: value for name, value in ids.items() if len(value) <= NAMED[name]}
