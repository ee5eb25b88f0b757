"""Which acts around a weapon may be next, beside its look and its handover?

The key of its place, the watch, the checks of the weapon itself, the call and the cut. As in
acts.py the kernel is asked about each; here stands only what an honest person would enter.
"""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from showclear.kernel import asks as a
from showclear.kernel.policy import parts_of
from showclear.kernel.state import Place, SetUp
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Part, Proof
from showclear.reports.source import Source
from showclear.reports.views import ActView

Candidate = tuple[ActView, a.Act]


def unlocking(source: Source, weapon: Weapon) -> Iterator[Candidate]:
    """Give the second key of the place in which it lies."""
    place = source.state.places.get(weapon.custody.place or "")
    if place is None or _is_turned(source, place):
        return
    label = _("Turn the second key: %(place)s") % {"place": source.place(place.id)}
    view = ActView(kind="TurnKey", label=label, fields={"place": place.id})
    yield view, a.TurnKey(place=place.id)


def _is_turned(source: Source, place: Place) -> bool:
    return place.key is not None and source.now - place.key.at <= source.policy.key_age_max


def watching(weapon: Weapon, person: str) -> Iterator[Candidate]:
    """Give the watch over a weapon that is in a hand."""
    if weapon.custody.holder is None:
        return
    if person in weapon.watchers:
        yield _about(weapon, "EndWatch", _("I no longer watch it")), a.EndWatch(weapon=weapon.id)
    else:
        yield _about(weapon, "TakeWatch", _("I watch it")), a.TakeWatch(weapon=weapon.id)


def checking(weapon: Weapon, person: str) -> Iterator[Candidate]:
    """Give the checks that the weapon still owes: how it functions, and its bore."""
    id_, history = weapon.id, weapon.history
    if history.is_function_due:
        for label, works in ((_("I checked it: it works"), True), (_("It does not work"), False)):
            view = _about(weapon, "CheckFunction", label, works=works)
            yield view, a.CheckFunction(weapon=id_, works=works)
    if history.is_bore_due and person not in history.bore_seen:
        for label, clear in (
            (_("The bore is clear"), True),
            (_("Something is in the bore"), False),
        ):
            view = _about(weapon, "SeeBore", label, is_clear=clear)
            yield view, a.SeeBore(weapon=id_, is_clear=clear)


def proving_content(source: Source, weapon: Weapon) -> Iterator[Candidate]:
    """Give the reading of a rod, where the profile asks for an instrument and it is empty."""
    is_asked = Part.CONTENT_PROOF in parts_of(weapon.weapon_class, source.policy)
    slots = weapon.condition.slots
    if not is_asked or slots is None or any(slots) or weapon.condition.proved:
        return
    reading: dict[str, Any] = {"proof": Proof.ROD, "chambers": weapon.capacity}
    label = _("Rod through all %(n)s and the bore: empty") % {"n": weapon.capacity}
    view = _about(weapon, "ProveContent", label, proof=Proof.ROD.value, chambers=weapon.capacity)
    yield view, a.ProveContent(weapon=weapon.id, **reading)


def calling(source: Source, weapon: Weapon) -> Iterator[Candidate]:
    """Give the weapons call, the same again, and the cut, for what it was shown for."""
    clearance = weapon.clearance
    setup = source.state.setups.get(clearance.setup) if clearance is not None else None
    if clearance is None or setup is None:
        return
    if setup.is_running:
        view = ActView(
            kind="EndTake",
            label=_("Cut: take %(n)s") % {"n": setup.take},
            fields={"setup": setup.id},
            expects={setup.id: setup.version},
        )
        yield view, a.EndTake(setup=setup.id)
        return
    call = a.CallWeapon(weapon=weapon.id, setup=setup.id, take=setup.take)
    label = _("I said the call: take %(n)s") % {"n": setup.take}
    yield _for(weapon, setup, "CallWeapon", label=label, take=setup.take), call
    if clearance.again != setup.take:
        label = _("Same again: it never left my sight")
        again = a.Again(weapon=weapon.id, setup=setup.id)
        yield _for(weapon, setup, "Again", label=label), again


def _about(weapon: Weapon, kind: str, label: str, **fields: object) -> ActView:
    return ActView(
        kind=kind,
        label=label,
        fields={"weapon": weapon.id, **fields},
        expects={weapon.id: weapon.version},
    )


def _for(weapon: Weapon, setup: SetUp, kind: str, *, label: str, **fields: object) -> ActView:
    expects = {weapon.id: weapon.version, setup.id: setup.version}
    given = {"weapon": weapon.id, "setup": setup.id, **fields}
    return ActView(kind=kind, label=label, fields=given, expects=expects)
