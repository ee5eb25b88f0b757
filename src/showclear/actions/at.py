"""What did the record know at a moment?

The entries whose answers were received by then are folded. A clearance that had run out by then
is told as none, as the boards told it.
"""

from typing import Any

from showclear.actions.clock import from_iso
from showclear.actions.folded import Folded, RecordBroken, fold_one
from showclear.actions.names import Names, kept_texts, names_of
from showclear.kernel.codec import to_plain
from showclear.kernel.weapon import Clearance, Weapon
from showclear.ledger.canonical import Malformed
from showclear.ledger.envelope import parse_envelope
from showclear.ledger.keys import Keyring
from showclear.ledger.tree import Edge, leaf_hash
from showclear.store import rows
from showclear.store.shows import ShowRow


class NothingKnown(Exception):
    """The record knew no such weapon at that moment."""


def known_at(row: ShowRow, at: int, *, weapon: str | None) -> dict[str, Any]:
    """Return holder, condition and clearance of each weapon, or of one by id or tag."""
    folded = fold_until(row, at)
    found = [_plain(each, at) for each in _asked_for(folded, weapon)]
    return {"show": row.id, "at": at, "size": folded.size, "weapons": found}


def told_at(row: ShowRow, at: int, *, weapon: str | None) -> list[str]:
    """Return the same as lines that a person reads: names, tags and slates."""
    folded = fold_until(row, at)
    names = names_of(row.id, folded.state, zone=row.zone)
    kept = kept_texts(row.id)
    lines = []
    for each in _asked_for(folded, weapon):
        holder, place = each.custody.holder, folded.state.places.get(each.custody.place or "")
        where = names.person(holder) if holder is not None else each.custody.place or ""
        if holder is None and place is not None:
            where = kept.get(place.name, place.id)
        lines.append(f"{each.tag:5}{where:28}{_known(each):12}{_shown(each, at, names)}")
    return lines


def _asked_for(folded: Folded, weapon: str | None) -> list[Weapon]:
    found = [
        each
        for each in sorted(folded.state.weapons.values(), key=lambda each: each.tag)
        if weapon is None or weapon in (each.id, each.tag)
    ]
    if weapon is not None and not found:
        raise NothingKnown(f"The record knew no weapon {weapon!r} at that time.")
    return found


def _shown(weapon: Weapon, at: int, names: Names) -> str:
    clearance = _live_clearance(weapon, at)
    if clearance is None:
        return "not shown"
    return f"shown to {names.person(clearance.to)} for {names.slate(clearance.setup)}"


def _live_clearance(weapon: Weapon, at: int) -> Clearance | None:
    clearance = weapon.clearance
    return None if clearance is None or clearance.until < at else clearance


def fold_until(row: ShowRow, at: int) -> Folded:
    """Fold the entries that the server had received by `at`."""
    folded = Folded(size=0, edge=Edge(), keyring=Keyring.of_root(bytes.fromhex(row.root_pub)))
    ask: tuple[bytes, bytes] | None = None
    for n, body, leaf in rows.read_entries(row.id):
        if n != folded.size + (ask is not None) or leaf_hash(body) != leaf:
            raise RecordBroken(f"entry {n} is not what was written")
        received = _received_at(body, n)
        if received is None:
            ask = (body, leaf)
            continue
        if received > at:
            break
        for one in (ask, (body, leaf)) if ask is not None else ((body, leaf),):
            assert one is not None
            folded = fold_one(folded, *one)
        ask = None
    return folded


def _received_at(body: bytes, n: int) -> int | None:
    try:
        text = parse_envelope(body).fields.get("received_at")
        return None if text is None else from_iso(str(text))
    except (Malformed, ValueError) as wrong:
        raise RecordBroken(f"entry {n} cannot be read: {wrong}") from wrong


def _plain(weapon: Weapon, at: int) -> dict[str, Any]:
    clearance = _live_clearance(weapon, at)
    return {
        "weapon": weapon.id,
        "tag": weapon.tag,
        "holder": weapon.custody.holder,
        "place": weapon.custody.place,
        "since": weapon.custody.since,
        "condition": _known(weapon),
        "clearance": None if clearance is None else to_plain(clearance),
        "quarantine": weapon.quarantine or None,
    }


def _known(weapon: Weapon) -> str:
    slots = weapon.condition.slots
    if slots is None:
        return "unknown"
    loaded = [each.kind.value for each in slots if each is not None]
    if not loaded:
        return "empty"
    return ", ".join(f"{loaded.count(kind)} {kind}" for kind in sorted(set(loaded)))
