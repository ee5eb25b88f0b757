"""What is in the boxes of rounds, who went through them, and where is each round?

Whoever is still to go through a box, or still to count it, is told neither what another one said
nor what should be there (law 3), on no screen: he answers first.
"""

from collections.abc import Iterator

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from showclear.actions.say import ENGLISH, load_catalogue
from showclear.kernel import asks as a
from showclear.kernel.counts import uncounted
from showclear.kernel.lot import Lot
from showclear.kernel.words import Bin, Label, LotStatus, Strength
from showclear.reports.allowed import is_heard
from showclear.reports.source import Source
from showclear.reports.steps import Candidate
from showclear.reports.views import (
    ActView,
    Axis,
    BoxesView,
    BoxFormView,
    BoxRow,
    BoxView,
    Named,
    NumberField,
)

STATES = {
    LotStatus.QUARANTINED: "quarantined",
    LotStatus.INTAKE: "still",
    LotStatus.SIGNED: "still",
    LotStatus.VERIFIED: "ready",
}
"""How a state is drawn, worst first."""

TO_SIGN = (LotStatus.INTAKE, LotStatus.SIGNED)


def boxes_view(source: Source, *, person: str) -> BoxesView:
    """Return the boxes of rounds: what is wrong first, what two people went through last."""
    order = list(STATES)
    lots = sorted(source.state.lots.values(), key=lambda each: order.index(each.status))
    ready = sum(each.status is LotStatus.VERIFIED for each in lots)
    told = ngettext(
        "%(n)s of %(m)s box gone through by two", "%(n)s of %(m)s boxes gone through by two",
        len(lots),
    )  # fmt: skip
    return BoxesView(
        title=source.show.title,
        told=told % {"n": ready, "m": len(lots)} if lots else _("No box of rounds has arrived."),
        rows=tuple(_row(source, each, person) for each in lots),
    )


def box_list(source: Source) -> list[Named]:
    """List the boxes by what is written on them: no state, so it may stand without a server."""
    return [Named(each.id, _name(source, each)) for each in source.state.lots.values()]


def box_view(source: Source, lot_id: str, *, person: str) -> BoxView | None:
    """Return one box as this person sees it, or None when it is not in the record."""
    lot = source.state.lots.get(lot_id)
    if lot is None:
        return None
    row = _row(source, lot, person)
    return BoxView(
        lot=lot.id,
        subject=_("Rounds · %(name)s") % {"name": _name(source, lot)},
        row=row,
        sealed=_asked(source, lot, person),
        where=() if _asked(source, lot, person) else _where(lot),
        axes=_axes(source, lot),
        acts=next_acts(source, lot, person),
    )


def box_form(source: Source, lot_id: str, page: str, *, person: str) -> BoxFormView | None:
    """Return what is asked of a person who went through a box or counted it; nothing is told."""
    lot = source.state.lots.get(lot_id)
    acts = () if lot is None else next_acts(source, lot, person)
    act = next((each for each in acts if each.page == page and each.needs), None)
    if lot is None or act is None:
        return None
    who = source.name(person)
    lead = _(
        "%(who)s, look at the rounds, not at this phone. What another one found, and what should "
        "be there, is not shown here."
    )
    return BoxFormView(
        lot=lot.id,
        subject=_name(source, lot),
        question=_("What did you find?") if act.kind == "SignLot" else _("What did you count?"),
        lead=lead % {"who": who},
        numbers=_to_sign(lot) if act.kind == "SignLot" else _to_count(),
        marked=act.kind == "SignLot",
        act=act,
    )


def _to_sign(lot: Lot) -> tuple[NumberField, ...]:
    proved = _("Rattled or drilled: it is a dummy")
    if lot.label is Label.BLANK:
        proved = _("It is the blank that the box says")
    return (
        NumberField("proved", proved),
        NumberField("doubtful", _("Not so, or I am not sure")),
        NumberField("sealed", _("Put aside, sealed")),
    )


def _to_count() -> tuple[NumberField, ...]:
    return (
        NumberField("store", _("In the box")),
        NumberField("sealed", _("Put aside, sealed")),
        NumberField("worn", _("In belts and magazines")),
        NumberField("fired", _("Fired: cases")),
        NumberField("misfired", _("Struck, did not go off")),
    )


def next_acts(source: Source, lot: Lot, person: str) -> tuple[ActView, ...]:
    """Return the next legal acts of this person with this box."""
    found = [
        view for view, act in _answers(source, lot) if is_heard(source, act, view, person=person)
    ]
    if lot.status is not LotStatus.QUARANTINED:
        found.append(_view(lot, "RejectLot", _("Something is wrong with it")))
    return tuple(found)


def _answers(source: Source, lot: Lot) -> Iterator[Candidate]:
    """Give what an honest person would answer; that it differs from another one is no refusal."""
    if lot.status in TO_SIGN:
        sealed = max([source.policy.sealed_min, *(each.sealed for each in lot.signed)])
        sign = a.SignLot(
            lot=lot.id, proved=lot.remaining - sealed, doubtful=0, sealed=sealed, is_marked=True
        )
        yield _view(lot, "SignLot", _("I went through it"), needs=("numbers",)), sign
    count = a.CountLot(
        lot=lot.id,
        store=lot.held(Bin.STORE),
        sealed=lot.held(Bin.SEALED),
        worn=lot.held(Bin.WORN),
        fired=lot.held(Bin.FIRED),
        misfired=lot.held(Bin.MISFIRED),
    )
    yield _view(lot, "CountLot", _("I counted it"), needs=("numbers",)), count


def _view(lot: Lot, kind: str, label: str, *, needs: tuple[str, ...] = ()) -> ActView:
    fields, expects = {"lot": lot.id}, {lot.id: lot.version}
    return ActView(kind=kind, label=label, needs=needs, fields=fields, expects=expects)


def _asked(source: Source, lot: Lot, person: str) -> str:
    """Return what this person is asked for before he is told anything; empty for nothing."""
    words = {
        "SignLot": _("You are still to go through it. Where they are is told afterwards."),
        "CountLot": _("You are still to count it. Where they are is told afterwards."),
    }
    is_owed = lot.id in uncounted(source.state)
    for view, act in _answers(source, lot):
        is_asked = view.kind == "SignLot" or is_owed
        if is_asked and is_heard(source, act, view, person=person):
            return words[view.kind]
    return ""


def is_sealed(source: Source, lot: Lot, person: str) -> bool:
    """Say whether this person's own answer about the box is asked for now."""
    return _asked(source, lot, person) != ""


def _row(source: Source, lot: Lot, person: str) -> BoxRow:
    sealed = _asked(source, lot, person)
    numbers = " · ".join(f"{each.label.lower()} {each.text}" for each in _where(lot))
    return BoxRow(
        lot=lot.id,
        name=label_of(lot),
        kind=lot.label.value,
        state=STATES[lot.status],
        word=_word(lot),
        spine="locked" if lot.status is LotStatus.VERIFIED else _spine(lot),
        supplier=" · ".join(each for each in (lot.supplier, source.kept.get(lot.line, "")) if each),
        said=_said(source, lot),
        where=sealed or numbers,
        place=source.place(lot.place),
    )


def _spine(lot: Lot) -> str:
    """Hatch what nobody has proved; cross what was set aside."""
    return "quarantined" if lot.status is LotStatus.QUARANTINED else "unknown"


def label_of(lot: Lot) -> str:
    """Return what the maker's box says is in it."""
    if lot.label is not Label.BLANK:
        return _("Dummies")
    words = {
        Strength.QUARTER_SILENT: _("Blanks, quarter, silent"),
        Strength.QUARTER: _("Blanks, quarter"),
        Strength.HALF: _("Blanks, half"),
        Strength.FULL: _("Blanks, full"),
    }
    return words[lot.strength] if lot.strength else _("Blanks")


def _name(source: Source, lot: Lot) -> str:
    told = (label_of(lot), source.kept.get(lot.line, "") or lot.supplier)
    return " · ".join(each for each in told if each)


def _word(lot: Lot) -> str:
    return {
        LotStatus.INTAKE: _("arrived"),
        LotStatus.SIGNED: _("one of two"),
        LotStatus.VERIFIED: _("two of two"),
        LotStatus.QUARANTINED: _("set aside"),
    }[lot.status]


def _said(source: Source, lot: Lot) -> str:
    """Return who went through it, or why it is set aside or gone through again. Never what."""
    names = [source.name(each.person) for each in lot.signed]
    if lot.status is LotStatus.QUARANTINED:
        return _("Set aside: %(why)s") % {"why": _cause(lot)}
    if lot.status is LotStatus.INTAKE and lot.cause:
        return _("To go through again: %(why)s") % {"why": _cause(lot)}
    if lot.status is LotStatus.INTAKE:
        return _("Arrived. Nobody has gone through it.")
    if lot.status is LotStatus.SIGNED:
        return _("%(who)s went through it. A second person is still to.") % {"who": names[0]}
    return _("Gone through by %(first)s and %(second)s, marked") % {
        "first": names[0],
        "second": names[1],
    }


def _cause(lot: Lot) -> str:
    return load_catalogue((get_language() or ENGLISH)[:2]).cause(lot.cause)


def _where(lot: Lot) -> tuple[Axis, ...]:
    """Return how many are where, by the record; together they are what came in."""
    words = {
        Bin.STORE: _("In store"),
        Bin.SEALED: _("Sealed"),
        Bin.LOADED: _("Loaded"),
        Bin.WORN: _("Worn"),
        Bin.FIRED: _("Fired"),
        Bin.MISFIRED: _("Misfired"),
        Bin.RETURNED: _("Returned"),
        Bin.NOT_RECOVERED: _("Not recovered"),
    }
    return tuple(
        Axis(word, str(lot.held(where)))
        for where, word in words.items()
        if lot.held(where) or where is Bin.STORE
    )


def _axes(source: Source, lot: Lot) -> tuple[Axis, ...]:
    line = source.kept.get(lot.line, "")
    fits = ", ".join(lot.fits) or _("No model is named.")
    axes = (
        Axis(_("On the box"), label_of(lot)),
        Axis(_("Supplier"), lot.supplier or _("Not known. All boxes of nobody are one source.")),
        Axis(_("Delivery line"), line),
        Axis(_("Lies in"), source.place(lot.place)),
        Axis(_("Made for"), fits if lot.label is Label.BLANK else ""),
        Axis(_("Gone through"), _said(source, lot)),
    )
    return tuple(each for each in axes if each.text)
