"""What may this person do next with this weapon?

The kernel is asked, with what an honest person would enter: only what it would allow is offered.
No rule is written a second time here. A page is a moment old when it is tapped; the door judges
again, and that judgement alone counts.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from showclear.kernel import asks as a
from showclear.kernel import load, looks, proof
from showclear.kernel.looks import CALLERS, mode_of, still_to_look
from showclear.kernel.policy import parts_of
from showclear.kernel.proof import counted
from showclear.kernel.things import Listed, Seen, Use
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Part, Role, Standing
from showclear.reports import loading, steps
from showclear.reports.allowed import is_open
from showclear.reports.source import Source
from showclear.reports.steps import Candidate
from showclear.reports.views import ActView

KEEPERS = (Role.ARMORER, Role.HANDLER)


def next_acts(source: Source, weapon: Weapon, person: str) -> tuple[ActView, ...]:
    """Return the next legal acts of this person with this weapon, the likeliest first."""
    return tuple(
        view
        for view, act in candidates(source, weapon, person)
        if is_open(source, act, view, person=person)
    )


def find_act(source: Source, weapon: Weapon, page: str, *, person: str) -> ActView | None:
    """Find one of the next legal acts by its page."""
    found = (*next_acts(source, weapon, person), *attempts(source, weapon, person))
    return next((view for view in found if view.page == page), None)


def attempts(source: Source, weapon: Weapon, person: str) -> tuple[ActView, ...]:
    """Return the handovers that are planned and not open: whoever tries is told why not."""
    if weapon.custody.holder != person or weapon.offer is not None:
        return ()
    known = source.state.people.get(person)
    if known is None or not any(role in known.roles for role in KEEPERS):
        return ()
    open_to = {each.fields.get("to") for each in next_acts(source, weapon, person)}
    takers = dict.fromkeys(use.taker for _setup, use in _uses(source, weapon))
    return tuple(
        view_of(
            weapon,
            "OfferHandover",
            _("Hand over to %(who)s") % {"who": source.name(taker)},
            needs=("tag",),
            fields={"to": taker},
        ).saying(_("not shown to this person"))
        for taker in takers
        if taker not in open_to
    )


def taken_back(weapon: Weapon) -> tuple[ActView, ...]:
    """Return what a taker may always say; no reason is asked and nobody can refuse it."""
    return (
        view_of(weapon, "AskAgain", _("Show me again")),
        view_of(weapon, "RatherRubber", _("I'd rather have the rubber")),
    )


OWN_ANSWER = frozenset(
    rule.code
    for rule in (
        looks.LOOK_OPEN, looks.LOOK_LISTED, looks.LOOK_MINOR,
        proof.INSPECT_ROLE, proof.INSPECT_PROVED, proof.INSPECT_TWICE,
        load.LOAD_WITNESS_OPEN, load.LOAD_WITNESS_APART,
    )
)  # fmt: skip
"""Who may look or count, by his role and by the weapon; not what stands in the way for now."""


def is_sealed(source: Source, weapon: Weapon, person: str) -> bool:
    """Say whether this person may still be asked for his own look or count.

    Until he has answered he is sent nothing that another one saw (law 3), on no screen. A stop, a
    wait, a gap between two signatures or a record under check puts his answer off: he is still
    to give it, and so they open nothing.
    """
    condition = weapon.condition
    if condition.slots is None:
        return False
    # Whoever loaded it, or watched that, has given his own answer already.
    has_said = person != "" and person in (condition.loader, condition.witness)
    counts = () if has_said else (*_counting(weapon), *loading.witnessing(weapon))
    own = (*counts, *_own_look(weapon))
    return any(is_open(source, act, view, person=person, book=OWN_ANSWER) for view, act in own)


def candidates(source: Source, weapon: Weapon, person: str) -> Iterator[Candidate]:
    """Give what an honest person might do next with it; the kernel is still to be asked."""
    yield from _taking(source, weapon, person)
    yield from _looking(source, weapon, person)
    yield from steps.calling(source, weapon)
    yield from _giving(source, weapon)
    is_told = not is_sealed(source, weapon, person)
    # Which of these is open tells what is in it: whoever is still to count counts first.
    yield from loading.witnessing(weapon)
    yield from steps.checking(weapon, person) if is_told else ()
    yield from steps.proving_content(source, weapon) if is_told else ()
    yield from _proving(weapon)
    yield from loading.unloading(weapon) if is_told else ()
    yield from loading.loading(source, weapon, person) if is_told else ()
    yield from _showing(source, weapon, person) if is_told else ()
    yield from _giving_back(source, weapon)
    yield from steps.unlocking(source, weapon)
    yield from _moving(source, weapon)
    yield from steps.watching(weapon, person)
    yield from _doubting(weapon)


def view_of(
    weapon: Weapon,
    kind: str,
    label: str,
    *,
    needs: tuple[str, ...] = (),
    fields: Mapping[str, Any] | None = None,
    expects: Mapping[str, str] | None = None,
    person: str = "",
    shape: str = "",
) -> ActView:
    """Return an act about this weapon, as it is now."""
    return ActView(
        kind=kind,
        label=label,
        needs=needs,
        fields={"weapon": weapon.id, **(fields or {})},
        expects={weapon.id: weapon.version, **(expects or {})},
        person=person,
        shape=shape,
    )


def _taking(source: Source, weapon: Weapon, person: str) -> Iterator[Candidate]:
    offer = weapon.offer
    if offer is None:
        return
    id_, tag = weapon.id, weapon.tag
    if offer.is_return:
        label = _("I took it back")
        yield view_of(weapon, "TakeBack", label, needs=("tag",)), a.TakeBack(weapon=id_, tag=tag)
        return
    take = a.TakeHandover(weapon=id_, tag=tag)
    yield view_of(weapon, "TakeHandover", _("I have it"), needs=("tag",)), take
    if offer.taker != person:
        label = _("%(who)s takes it here") % {"who": source.name(offer.taker)}
        needs = ("tag", "pin")
        yield view_of(weapon, "TakeHandover", label, needs=needs, person=offer.taker), take
    if offer.tag_reader is None:
        read = a.ReadTag(weapon=id_, tag=tag)
        yield view_of(weapon, "ReadTag", _("I read the tag"), needs=("tag",)), read


def _looking(source: Source, weapon: Weapon, person: str) -> Iterator[Candidate]:
    if weapon.showing is None:
        return
    yield from _own_look(weapon)
    act = a.AnswerLook(weapon=weapon.id, seen=honest(weapon))
    for who in still_to_look(weapon.showing):
        if who != person:
            label = _("%(who)s looks now") % {"who": source.name(who)}
            yield view_of(weapon, "AnswerLook", label, needs=("seen", "pin"), person=who), act


def _own_look(weapon: Weapon) -> Iterator[Candidate]:
    act = a.AnswerLook(weapon=weapon.id, seen=honest(weapon))
    yield view_of(weapon, "AnswerLook", _("I was shown and I looked"), needs=("seen",)), act


def honest(weapon: Weapon) -> Seen:
    """Return what an honest look finds; all empty where nobody knows."""
    slots = weapon.condition.slots
    return Seen(empty=weapon.capacity) if slots is None else counted(slots)


def _giving(source: Source, weapon: Weapon) -> Iterator[Candidate]:
    holder, tag = weapon.custody.holder, weapon.tag
    if holder is None or weapon.offer is not None:
        return
    for taker in _takers(source, weapon):
        label = _("Hand over to %(who)s") % {"who": source.name(taker)}
        act = a.OfferHandover(weapon=weapon.id, to=taker, tag=tag)
        fields = {"to": taker}
        yield (
            view_of(weapon, "OfferHandover", label, needs=("tag",), fields=fields, shape="out"),
            act,
        )


def _giving_back(source: Source, weapon: Weapon) -> Iterator[Candidate]:
    holder, tag = weapon.custody.holder, weapon.tag
    if holder is None or weapon.offer is not None:
        return
    for keeper in source.state.people.values():
        if any(role in keeper.roles for role in KEEPERS):
            label = _("Give it back to %(who)s") % {"who": source.name(keeper.id)}
            back = a.OfferReturn(weapon=weapon.id, to=keeper.id, tag=tag)
            fields = {"to": keeper.id}
            yield view_of(weapon, "OfferReturn", label, needs=("tag",), fields=fields), back


def _takers(source: Source, weapon: Weapon) -> tuple[str, ...]:
    if Part.TAKER_LOOK in parts_of(weapon.weapon_class, source.policy):
        return () if weapon.clearance is None else (weapon.clearance.to,)
    return tuple(dict.fromkeys(use.taker for _setup, use in _uses(source, weapon)))


def _uses(source: Source, weapon: Weapon) -> list[tuple[str, Use]]:
    return [
        (setup.id, use)
        for setup in source.state.setups.values()
        for use in setup.uses
        if use.weapon == weapon.id
    ]


def _proving(weapon: Weapon) -> Iterator[Candidate]:
    if weapon.condition.slots is None:
        seen = Seen(empty=weapon.capacity)
        prove = a.ProveEmpty(weapon=weapon.id, tag=weapon.tag, seen=seen)
        yield view_of(weapon, "ProveEmpty", _("Open it and count"), needs=("seen", "tag")), prove
    yield from _counting(weapon)


def _counting(weapon: Weapon) -> Iterator[Candidate]:
    inspect = a.Inspect(weapon=weapon.id, seen=honest(weapon))
    yield view_of(weapon, "Inspect", _("I counted too"), needs=("seen",)), inspect


def _showing(source: Source, weapon: Weapon, person: str) -> Iterator[Candidate]:
    for setup, use in _uses(source, weapon):
        if use.mode is not mode_of(weapon):
            continue
        callers = [who for who in _callers(source) if who not in (person, use.taker)]
        people = [Listed(person=use.taker, standing=Standing.TAKER)]
        people += [Listed(person=who, standing=Standing.CALLER) for who in callers[:1]]
        people += _others(source, weapon, use, listed={person, use.taker, *callers[:1]})
        act = a.ShowWeapon(
            weapon=weapon.id, setup=setup, to=use.taker, mode=use.mode, people=tuple(people)
        )
        again = weapon.showing is not None or weapon.clearance is not None
        words = _("Show it again to %(who)s") if again else _("Show it to %(who)s")
        plan = source.state.setups[setup]
        yield (
            view_of(
                weapon,
                "ShowWeapon",
                words % {"who": source.name(use.taker)},
                fields={
                    "setup": setup,
                    "to": use.taker,
                    "mode": use.mode.value,
                    "people": [
                        {"person": each.person, "standing": each.standing.value} for each in people
                    ],
                },
                expects={setup: plan.version},
            ),
            act,
        )


def _others(source: Source, weapon: Weapon, use: Use, *, listed: set[str]) -> Iterator[Listed]:
    """Give the second who counted, where four look together, and the hands along the path."""
    if Part.CIRCLE in parts_of(weapon.weapon_class, source.policy):
        counted_it = [look.person for look in weapon.condition.inspected]
        seconds = [who for who in counted_it if who not in listed]
        yield from (Listed(person=who, standing=Standing.SECOND) for who in seconds[:1])
    yield from (Listed(person=who, standing=Standing.PATH) for who in use.path)


def _callers(source: Source) -> list[str]:
    everyone = source.state.people.values()
    return [each.id for each in everyone if any(role in each.roles for role in CALLERS)]


def _moving(source: Source, weapon: Weapon) -> Iterator[Candidate]:
    draw = a.DrawWeapon(weapon=weapon.id, tag=weapon.tag)
    yield view_of(weapon, "DrawWeapon", _("Take it out"), needs=("tag",)), draw
    locked = next((each.id for each in source.state.places.values() if each.is_locked), None)
    if locked is not None:
        away = a.LockUp(weapon=weapon.id, place=locked, tag=weapon.tag)
        yield view_of(weapon, "LockUp", _("Lock it up"), needs=("tag", "place")), away


def _doubting(weapon: Weapon) -> Iterator[Candidate]:
    if weapon.custody.holder is not None and weapon.condition.slots is not None:
        doubt = a.ReportUnattended(weapon=weapon.id)
        yield view_of(weapon, "ReportUnattended", _("Out of my sight")), doubt
