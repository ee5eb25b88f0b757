"""What does the page of one weapon say? Contents first, then who says so, for whom, until when."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from showclear.kernel.things import Round
from showclear.kernel.weapon import Clearance, Weapon
from showclear.reports import wording
from showclear.reports.acts import attempts, is_sealed, next_acts
from showclear.reports.source import Source
from showclear.reports.views import Axis, WeaponView
from showclear.reports.waiting import waiting_act


def weapon_view(source: Source, weapon_id: str, *, person: str) -> WeaponView | None:
    """Return one weapon as this person sees it, or None when it is not in the register."""
    weapon = source.state.weapons.get(weapon_id)
    if weapon is None:
        return None
    if is_sealed(source, weapon, person):
        return _sealed_view(source, weapon, person)
    acts = (*next_acts(source, weapon, person), *attempts(source, weapon, person))
    waiting = waiting_act(source, weapon, person)
    if waiting is not None and waiting.page not in {act.page for act in acts}:
        acts = (*acts, waiting)
    is_shown, weapon = weapon.clearance is not None, wording.seen_by(source, weapon, person)
    clearance = wording.live_clearance(source, weapon)
    is_hot = wording.holds_blanks(weapon)
    known = wording.is_known(weapon)
    return WeaponView(
        weapon=weapon.id,
        tag=weapon.tag,
        subject=f"{weapon.tag} · {wording.kind_of(weapon)}",
        state="hot" if is_hot else "known" if known else "unknown",
        contents=wording.big_contents_of(weapon),
        said=_said(source, weapon, clearance),
        looked=_looked(source, clearance),
        warning=_("After cut it is loaded, until unloaded and shown.") if is_hot else "",
        chambers=chambers_of(weapon),
        told_by=_("Rear, as counted") if known else "",
        told=_told(source, weapon),
        axes=_axes(source, weapon, clearance, others=is_shown),
        show_list=weapon.showing is not None,
        acts=acts,
    )


def _sealed_view(source: Source, weapon: Weapon, person: str) -> WeaponView:
    """Return the page of a person whose own look is asked for: nothing of anybody else's."""
    later = _("Told after your own look.")
    custody, contents, shown, tested = _axes(source, weapon, None)
    return WeaponView(
        weapon=weapon.id,
        tag=weapon.tag,
        subject=f"{weapon.tag} · {wording.kind_of(weapon)}",
        state="sealed",
        contents=_("You are still to look"),
        said=(_("Look at the weapon, not at this phone."),),
        looked="",
        warning="",
        chambers=("unanswered",) * weapon.capacity,
        told_by="",
        told=(later,),
        axes=(custody, Axis(contents.label, later), shown, tested),
        show_list=weapon.showing is not None,
        acts=next_acts(source, weapon, person),
    )


def _said(source: Source, weapon: Weapon, clearance: Clearance | None) -> tuple[str, ...]:
    if clearance is not None:
        setup = source.state.setups.get(clearance.setup)
        return (
            _("shown to *%(who)s* %(at)s")
            % {"who": source.name(clearance.to), "at": source.clock(clearance.began_at)},
            _("for set-up *%(slate)s*, until %(until)s or any break")
            % {
                "slate": setup.slate if setup else clearance.setup,
                "until": source.clock(clearance.until),
            },
        )
    if not wording.is_known(weapon):
        return (wording.cause_of(source, weapon),)
    if weapon.showing is not None:
        who = source.name(weapon.showing.to)
        return (_("being shown to *%(who)s*; not shown yet") % {"who": who},)
    return (_("shown to nobody"),)


def _looked(source: Source, clearance: Clearance | None) -> str:
    if clearance is None:
        return ""
    count, at = len(clearance.looked), source.clock(clearance.began_at)
    told = ngettext(
        "%(n)s person says he looked at %(at)s.", "%(n)s people say they looked at %(at)s.", count
    )
    return told % {"n": count, "at": at}


def chambers_of(weapon: Weapon) -> tuple[str, ...]:
    """Return what is drawn in each chamber."""
    slots = weapon.condition.slots
    if slots is None:
        return () if wording.cannot_fire(weapon) else ("unsure",) * weapon.capacity
    return tuple(_drawn(each) for each in slots)


def _drawn(slot: Round | None) -> str:
    return "empty" if slot is None else slot.kind.value


def _told(source: Source, weapon: Weapon) -> tuple[str, ...]:
    counted = tuple(
        _("%(who)s counted, %(at)s.")
        % {"who": source.name(look.person), "at": source.second(look.at)}
        for look in weapon.condition.inspected
    )
    if not wording.is_known(weapon):
        return (_("Nobody has proved what is in it."),)
    if wording.cannot_fire(weapon):
        return (_("Two people tested it."),)
    if counted:
        return counted
    return (_("Proved %(at)s. Nobody has counted since it moved.")
            % {"at": source.clock(weapon.condition.since)},)  # fmt: skip


def _axes(
    source: Source, weapon: Weapon, clearance: Clearance | None, *, others: bool = False
) -> tuple[Axis, ...]:
    shown = _("Not to you.") if others else _("Nobody.")
    if clearance is not None:
        shown = _("%(who)s, %(mode)s. Nobody else.") % {
            "who": source.name(clearance.to),
            "mode": wording.mode_word(weapon),
        }
    return (
        Axis(_("Who has it"), wording.custody_of(source, weapon)),
        Axis(_("What is in it"), _contents_axis(source, weapon)),
        Axis(_("Shown to"), shown),
        Axis(_("Class"), wording.class_line(weapon)),
    )


def _contents_axis(source: Source, weapon: Weapon) -> str:
    if not wording.is_known(weapon):
        return _("Not known. %(cause)s.") % {"cause": wording.cause_of(source, weapon)}
    return f"{wording.contents_of(source, weapon)}."
