"""What is asked of a person who looks, gives or takes? Never what another one answered."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from showclear.actions.say import ENGLISH, load_catalogue
from showclear.kernel.looks import still_to_look
from showclear.kernel.things import Listed
from showclear.kernel.weapon import ShowList, Weapon
from showclear.reports import wording
from showclear.reports.acts import find_act, is_sealed, next_acts, taken_back
from showclear.reports.boxes import label_of
from showclear.reports.loading import choices
from showclear.reports.source import Source
from showclear.reports.views import (
    ActView,
    BoxChoice,
    HandView,
    LoadView,
    Looker,
    LookView,
    ShowListView,
    Signed,
)


def look_view(source: Source, weapon_id: str, page: str, *, person: str) -> LookView | None:
    """Return the question of a count; None when the act is no count, or not open."""
    weapon, act = _found(source, weapon_id, page, person=person)
    if weapon is None or act is None or not {"seen", "out"} & set(act.needs):
        return None
    who = source.name(act.person or person)
    if act.kind == "Unload":
        return _unload_view(weapon, act, who=who)
    lead = _(
        "%(who)s, look at the weapon, not at this phone. Count the chambers. "
        "Nobody else’s answer is shown here."
    )
    return LookView(
        weapon=weapon.id,
        subject=_("%(who)s looks · %(tag)s") % {"who": who, "tag": weapon.tag},
        question=_("What did you see?"),
        lead=lead % {"who": who},
        capacity=weapon.capacity,
        act=_labelled(act),
        pin_of=_pin_of(source, act),
        others=taken_back(weapon) if act.kind == "AnswerLook" else (),
    )


def _unload_view(weapon: Weapon, act: ActView, *, who: str) -> LookView:
    lead = _("%(who)s, open it and take everything out. Answer for every chamber.")
    return LookView(
        weapon=weapon.id,
        subject=_("%(who)s unloads · %(tag)s") % {"who": who, "tag": weapon.tag},
        question=_("What came out?"),
        lead=lead % {"who": who},
        capacity=weapon.capacity,
        act=act.named(_("I took everything out")),
    )


def load_view(source: Source, weapon_id: str, page: str, *, person: str) -> LoadView | None:
    """Return the boxes, the number and the chambers to choose; None when it is not loaded now."""
    weapon, act = _found(source, weapon_id, page, person=person)
    if weapon is None or act is None or "rounds" not in act.needs:
        return None
    found = choices(source, weapon, person)
    boxes = tuple(
        BoxChoice(
            lot=each.lot.id,
            text=" · ".join(
                filter(None, (label_of(each.lot), each.lot.supplier, source.place(each.lot.place)))
            ),
            kind=each.lot.label.value,
            rounds=each.rounds,
        )
        for each in found
    )
    return LoadView(
        weapon=weapon.id,
        tag=weapon.tag,
        subject=_("Load %(tag)s") % {"tag": weapon.tag},
        capacity=weapon.capacity,
        boxes=boxes,
        planned=boxes[0].rounds if len(boxes) == 1 else 0,
        act=act.named(_("I load it")),
    )


def _labelled(act: ActView) -> ActView:
    """Name the act by what the person says with it."""
    labels = {
        "ProveEmpty": _("I opened it; this was in it"),
        "AnswerLook": _("I was shown and I looked"),
    }
    return act if act.kind not in labels else act.named(labels[act.kind])


def _found(
    source: Source, weapon_id: str, page: str, *, person: str
) -> tuple[Weapon | None, ActView | None]:
    weapon = source.state.weapons.get(weapon_id)
    act = None if weapon is None else find_act(source, weapon, page, person=person)
    return weapon, act


def _pin_of(source: Source, act: ActView) -> str:
    return _("PIN of %(who)s") % {"who": source.name(act.person)} if act.person else ""


def show_list_view(source: Source, weapon_id: str, *, person: str) -> ShowListView | None:
    """Return who is still to look, and who has answered and when; None when nothing is shown."""
    weapon = source.state.weapons.get(weapon_id)
    if weapon is None or weapon.showing is None:
        return None
    showing = weapon.showing
    still = still_to_look(showing)
    at = {look.person: source.second(look.at) for look in showing.looks}
    lookers = [_looker(source, each, at.get(each.person, "")) for each in showing.people]
    acts = [each for each in next_acts(source, weapon, person) if each.kind == "AnswerLook"]
    return ShowListView(
        weapon=weapon.id,
        subject=_("Show %(tag)s · set-up %(slate)s")
        % {"tag": weapon.tag, "slate": _slate(source, showing)},
        of=len(showing.people),
        waiting=tuple(each for each in lookers if not each.at),
        looked=tuple(each for each in lookers if each.at),
        words=_spoken(source, weapon, person),
        acts=tuple(acts[: 1 + len(still)]),
    )


def _looker(source: Source, listed: Listed, at: str) -> Looker:
    words = load_catalogue((get_language() or ENGLISH)[:2])
    standing = words.word("standings", listed.standing.value)
    known = source.state.people.get(listed.person)
    roles = [wording.role_word(role) for role in known.roles] if known else []
    return Looker(source.name(listed.person), ", ".join([*roles, standing]), at)


def _slate(source: Source, showing: ShowList) -> str:
    setup = source.state.setups.get(showing.setup)
    return setup.slate if setup else showing.setup


def _spoken(source: Source, weapon: Weapon, person: str) -> tuple[str, ...]:
    """Return what is said aloud; what is in it only to who shows it or has answered himself."""
    called = f"{weapon.form[:1].upper()}{weapon.form[1:]} {weapon.tag}."
    showing = weapon.showing
    looked = {look.person for look in showing.looks} | {showing.shown_by} if showing else set()
    if person not in looked or is_sealed(source, weapon, person):
        return (called, _("Come and look."))
    contents = wording.big_contents_of(weapon)
    said = contents[:1].upper() + contents[1:]
    return (f"{called} {said}.", _("Come and look."))


def hand_view(source: Source, weapon_id: str, page: str, *, person: str) -> HandView | None:
    """Return an act with the weapon in the hand; None when it is not open."""
    weapon, act = _found(source, weapon_id, page, person=person)
    if weapon is None or act is None or {"seen", "out", "rounds"} & set(act.needs):
        return None
    who = source.name(act.person or person)
    contents = wording.told_contents(source, weapon, person)
    words = _words(source, act, weapon, person=person)
    return HandView(
        weapon=weapon.id,
        subject=f"{weapon.tag} · {wording.kind_of(weapon)}",
        title=_title(source, act, weapon, who=who),
        contents=contents,
        lines=_lines(source, weapon),
        speaker=_("%(who)s says") % {"who": who} if words else "",
        words=words,
        pin_of=_pin_of(source, act),
        act=act.named(_("I have it")) if act.person else act,
        others=taken_back(weapon) if act.kind == "TakeHandover" else (),
    )


def _title(source: Source, act: ActView, weapon: Weapon, *, who: str) -> str:
    if act.kind in ("TakeHandover", "TakeBack"):
        return _("%(who)s takes %(tag)s") % {"who": who, "tag": weapon.tag}
    if act.kind in ("OfferHandover", "OfferReturn"):
        to = source.name(str(act.fields["to"]))
        return _("%(tag)s goes to %(to)s") % {"tag": weapon.tag, "to": to}
    if act.kind == "ReadTag":
        return _("Read the tag in the hands")
    return act.label


def _words(source: Source, act: ActView, weapon: Weapon, *, person: str) -> tuple[str, ...]:
    if act.kind != "TakeHandover":
        return ()
    if is_sealed(source, weapon, person):
        return (_("I was shown and I looked. I have it."),)
    said = wording.big_contents_of(weapon)
    return (
        _("I was shown and I looked. %(said)s. I have it.") % {"said": said[:1].upper() + said[1:]},
    )


def _lines(source: Source, weapon: Weapon) -> tuple[Signed, ...]:
    offer = weapon.offer
    if offer is None:
        return ()
    giver = _("%(who)s, tag %(tag)s") % {"who": source.name(offer.giver), "tag": weapon.tag}
    gives = Signed(_("Gives"), giver, source.second(offer.at))
    if offer.tag_reader is None:
        return (gives,)
    return (gives, Signed(_("Reads the tag"), source.name(offer.tag_reader), ""))
