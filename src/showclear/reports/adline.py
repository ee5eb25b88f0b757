"""What does the AD say, set-up by set-up: not yet, ready, wait, or all back?

The kernel is asked with the very call that he would send, as on every page of acts; its answer is
the word. READY gives the words to say, out of the record. Said they are by a person.
"""

from dataclasses import dataclass, replace

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from showclear.actions.say import ENGLISH, Said, load_catalogue, sentence
from showclear.kernel.day import is_all_back, still_out
from showclear.kernel.looks import still_to_look
from showclear.kernel.state import SetUp
from showclear.kernel.weapon import Item, Weapon
from showclear.kernel.words import Mode
from showclear.reports import calls, wording
from showclear.reports.acts import find_act, is_sealed, taken_back
from showclear.reports.board import stop_line
from showclear.reports.calls import Call
from showclear.reports.source import Source
from showclear.reports.views import ActView, StopLine


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """One weapon of a set-up: what is so, about which one, what to do."""

    weapon: str
    tag: str
    what: str
    more: tuple[str, ...] = ()
    since: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUpView:
    """One set-up: one word, one sentence, one thing to do.

    Attributes:
        state: not-yet, ready, called, wait, back or none; `is_hot` while a called one is hot.
        words: the largest words.
        say: what is said aloud, a sentence a line.
        states: what each tap states in the caller's name.
        acts: the likeliest first; `beside` stands next to STOP.
    """

    id: str
    slate: str
    state: str
    words: tuple[str, ...]
    lines: tuple[str, ...]
    rows: tuple[LineRow, ...] = ()
    say: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    foot: str = ""
    acts: tuple[ActView, ...] = ()
    beside: ActView | None = None
    is_hot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """The AD's line: the set-up that runs or is next, then the others."""

    subject: str
    stops: tuple[StopLine, ...]
    setups: tuple[SetUpView, ...]


def line_view(source: Source, *, person: str) -> LineView:
    """Return the AD's line as this person may see it."""
    ordered = sorted(source.state.setups.values(), key=lambda each: calls.order(source, each))
    setups = tuple(_setup_view(source, each, person) for each in ordered)
    first = setups[0].slate if setups else source.show.title
    return LineView(
        subject=f"{first} · {source.name(person)}",
        stops=tuple(stop_line(source, each, person) for each in source.state.stops),
        setups=setups,
    )


def _setup_view(source: Source, setup: SetUp, person: str) -> SetUpView:
    due = calls.due(source, setup, person)
    state = calls.state_of(source, setup, due)
    blank = SetUpView(id=setup.id, slate=_slate(setup), state=state, words=(), lines=())
    draw = {
        "ready": _ready,
        "called": _running,
        "wait": _wait,
        "back": _back,
        "none": _none,
        "not-yet": _not_yet,
    }[state]
    view = draw(source, setup, blank, due=due, person=person)
    cut = (_cut(setup),) if setup.is_running else ()
    return replace(view, acts=(*view.acts, *cut))


def _slate(setup: SetUp) -> str:
    return _("%(slate)s · take %(n)s") % {"slate": setup.slate, "n": setup.take}


def _cut(setup: SetUp) -> ActView:
    return ActView(
        kind="EndTake",
        label=_("Cut: take %(n)s") % {"n": setup.take},
        fields={"setup": setup.id},
        expects={setup.id: setup.version},
    )


def is_told(source: Source, setup: SetUp, person: str) -> bool:
    """Say whether every clearance of the set-up may be told to this person."""
    weapons = calls.weapons(source, setup)
    return all(wording.is_told_clearance(source, each, person) for each in weapons)


def _ready(
    source: Source, setup: SetUp, blank: SetUpView, *, due: tuple[Call, ...], person: str
) -> SetUpView:
    ready = replace(blank, words=(_("READY"),))
    if not is_told(source, setup, person):
        return replace(ready, lines=(_("The AD says the call. Want to look? Look now."),))
    first = due[0].weapon
    assert first is not None, "only a weapon in the register is called"
    untils = [each.shown.until for each in due]
    tags = ", ".join(each.tag for each in due)
    foot = _("Holds until %(at)s, or until anything happens to %(tags)s.")
    ready = replace(
        ready,
        lines=_looked(source, due, person),
        say=(*_to_say(source, setup, due, person=person), *_last_words(due)),
        foot=foot % {"at": source.clock(min(untils)), "tags": tags},
    )
    if not wording.is_caller(source, person):
        return ready
    again = taken_back(first)[0].named(_("Show me again: %(tag)s") % {"tag": first.tag})
    return replace(
        ready,
        states=tuple(_stated(source, each, person) for each in due),
        acts=tuple(each.view for each in due),
        beside=again,
    )


def _looked(source: Source, due: tuple[Call, ...], person: str) -> tuple[str, ...]:
    """Say how many say that they looked, and whether the caller was shown it."""
    found = []
    for call in due:
        shown = call.shown
        told = ngettext(
            "%(tag)s: %(n)s person says he looked at %(at)s. Look now.",
            "%(tag)s: %(n)s people say they looked at %(at)s. Look now.",
            len(shown.looked),
        )
        at = source.clock(shown.began_at)
        found.append(told % {"tag": call.tag, "n": len(shown.looked), "at": at})
    if wording.is_caller(source, person) and all(person in each.shown.looked for each in due):
        found.append(_("You were shown it."))
    return tuple(found)


def _to_say(source: Source, setup: SetUp, due: tuple[Call, ...], *, person: str) -> tuple[str, ...]:
    found: list[str] = []
    for call in due:
        assert call.weapon is not None, "only a weapon in the register is called"
        found += _sentences(source, setup, call.weapon, person=person)
    return tuple(found)


def _sentences(source: Source, setup: SetUp, weapon: Weapon, *, person: str) -> list[str]:
    """Return what is said of one weapon: which, what is in it, cold or hot, for whom, who looked.

    Of a line it is said once, for all of it.
    """
    shown, line = weapon.clearance, source.state.lines.get(weapon.line or "")
    assert shown is not None, "only what was shown is called"
    form = weapon.form[:1].upper() + weapon.form[1:]
    which = _("%(form)s %(tag)s on set.") % {"form": form, "tag": weapon.tag}
    looked = ", ".join(source.name(each) for each in shown.looked)
    to = source.name(shown.to)
    if line is not None:
        which = _("%(n)s weapons in the line.") % {"n": len(line.issues)}
        looked = ", ".join(source.name(each) for each in line.pair)
        to = _("the line")
    hot = shown.mode is Mode.HOT
    told = _("Hot, for %(who)s, take %(n)s.") if hot else _("Cold, for %(who)s, take %(n)s.")
    return [
        which,
        f"{told_load(source, weapon, person)}.",
        told % {"who": to, "n": setup.take},
        _("Shown %(at)s. Looked: %(who)s.") % {"at": source.clock(shown.began_at), "who": looked},
    ]


def told_load(source: Source, weapon: Weapon, person: str) -> str:
    """Return what is in it, blanks with their strength, as it is read out."""
    slots = weapon.condition.slots or ()
    blanks = [each for each in slots if each is not None and each.strength is not None]
    told = wording.told_contents(source, weapon, person)
    if not blanks or told != wording.contents_of(source, weapon):
        return told
    words = load_catalogue((get_language() or ENGLISH)[:2])
    strengths = dict.fromkeys(each.strength.value for each in blanks if each.strength is not None)
    loads = ", ".join(words.word("strengths", each) for each in strengths)
    return f"{told}, {loads}"


def _last_words(due: tuple[Call, ...]) -> tuple[str, ...]:
    hot = any(each.shown.mode is Mode.HOT for each in due)
    behind = (_("Behind the line, ears and eyes on."),) if hot else ()
    return (*behind, _("Anyone who wants to look, look now."))


def _stated(source: Source, call: Call, person: str) -> str:
    """Return what the tap says in the caller's name. It certifies nothing."""
    shown, weapon = call.shown, call.weapon
    if person not in shown.looked or weapon is None:
        return _("%(tag)s: I said the call. I do not certify it.") % {"tag": call.tag}
    return _("%(tag)s: I was shown %(n)s of %(n)s by %(who)s. I do not certify it.") % {
        "tag": call.tag,
        "n": weapon.capacity,
        "who": source.name(shown.shown_by),
    }


def _not_yet(
    source: Source, setup: SetUp, blank: SetUpView, *, due: tuple[Call, ...], person: str
) -> SetUpView:
    waiting = replace(blank, words=(_("NOT YET"),))
    if not source.policy.record_is_whole:
        return replace(waiting, lines=(_("The record is being checked, or does not hold."),))
    missing = [each for each in due if each.why_not is not None]
    own = [each for each in missing if each.why_not and each.why_not.rule != "CALL-ALL"]
    count = len(own or missing)
    told = ngettext("%(n)s weapon is not ready.", "%(n)s weapons are not ready.", count)
    lines = [told % {"n": count}]
    if setup.is_running:
        lines.append(_("The take runs. Nobody calls the others."))
    return replace(
        waiting,
        lines=tuple(lines),
        rows=tuple(_missing(source, setup, each, person=person) for each in missing),
        acts=tuple(_own_looks(source, missing, person)),
    )


def _missing(source: Source, setup: SetUp, call: Call, *, person: str) -> LineRow:
    """Return the kernel's own answer to the call, in its rule's sentence."""
    weapon = call.weapon
    if weapon is None:
        return LineRow(weapon="", tag=call.tag, what=_("Ask the armorer."))
    custody, still = wording.custody_of(source, weapon), _still(source, setup, weapon)
    row = LineRow(weapon=weapon.id, tag=call.tag, what=_("Ask the armorer."), more=(custody,))
    if is_sealed(source, weapon, person):
        # Which rule stands in the way may tell what is in it: he looks first.
        return replace(row, what=_("You are still to look"), more=(*still, custody))
    if wording.seen_by(source, weapon, person) is not weapon:
        return row
    said = _said(source, call)
    contents = told_load(source, weapon, person)
    return replace(
        row,
        what=said.why,
        more=(*still, f"{contents} · {custody}", said.instead[0]),
    )


def _said(source: Source, call: Call) -> Said:
    assert call.why_not is not None, "only what is refused is missing"
    ask = {"kind": call.view.kind, **call.view.fields}
    language = (get_language() or ENGLISH)[:2]
    rule, params = call.why_not.rule, call.why_not.params
    return sentence(rule, params, source.names, ask=ask, language=language)


def _still(source: Source, setup: SetUp, weapon: Weapon) -> tuple[str, ...]:
    """Say who is still to look, while it is being shown for this set-up."""
    if weapon.showing is None or weapon.showing.setup != setup.id:
        return ()
    names = ", ".join(source.name(each) for each in still_to_look(weapon.showing))
    return (_("Still to look: %(who)s") % {"who": names},)


def _own_looks(source: Source, missing: list[Call], person: str) -> list[ActView]:
    """Return the way to this person's own look, where he is asked for it."""
    found = []
    for call in missing:
        weapon = call.weapon
        if weapon is None or weapon.showing is None:
            continue
        look = find_act(source, weapon, "AnswerLook", person=person)
        if look is not None:
            found.append(look.named(_("I go and look: %(tag)s") % {"tag": weapon.tag}))
    return found


def _running(
    source: Source, setup: SetUp, blank: SetUpView, *, due: tuple[Call, ...], person: str
) -> SetUpView:
    """Return the take: each weapon of it was called, and cut is the one thing left."""
    assert not due, "a set-up with a call still to be said is not running whole"
    named = [each for each in calls.weapons(source, setup) if calls.is_called(each, setup)]
    hot = any(each.clearance and each.clearance.mode is Mode.HOT for each in named)
    told = is_told(source, setup, person)
    lines = [_("Take %(n)s. Nobody talks before cut.") % {"n": setup.take}]
    if hot:
        lines.append(_("Stay behind the line."))
    return replace(
        blank,
        words=(_("HOT"), _("CALLED")) if hot else (_("CALLED"),),
        lines=tuple(lines),
        rows=tuple(_called_row(source, each, person) for each in named) if told else (),
        is_hot=hot,
    )


def _called_row(source: Source, weapon: Weapon, person: str) -> LineRow:
    assert weapon.clearance is not None, "only what was shown is called"
    call = weapon.clearance.call
    assert call is not None, "only what was called is in this row"
    mode = _("Hot") if weapon.clearance.mode is Mode.HOT else _("Cold")
    caller = _("called by %(who)s %(at)s") % {
        "who": source.name(call.caller),
        "at": source.second(call.at),
    }
    return LineRow(
        weapon=weapon.id,
        tag=weapon.tag,
        what=f"{mode} · {source.name(weapon.clearance.to)}",
        more=(told_load(source, weapon, person), caller),
    )


def _wait(
    source: Source, setup: SetUp, blank: SetUpView, *, due: tuple[Call, ...], person: str
) -> SetUpView:
    out = calls.out_of(source, setup)
    whole = len(dict.fromkeys(use.weapon for use in setup.uses))
    back = whole - sum(isinstance(each, Weapon) for each in out)
    lines = [_("%(n)s of %(m)s back. Nobody leaves.") % {"n": back, "m": whole}]
    if due and is_told(source, setup, person):
        whys = (_said(source, each).why for each in due if each.why_not is not None)
        first = next(whys, "")
        lines.append(_("Take %(n)s: not yet. %(why)s") % {"n": setup.take, "why": first})
    say = ngettext(
        "Hold your places. One weapon to the cart.",
        "Hold your places. %(n)s weapons to the cart.",
        len(out),
    )
    still = ngettext("%(n)s STILL OUT", "%(n)s STILL OUT", len(out)) % {"n": len(out)}
    return replace(
        blank,
        slate=_("%(slate)s · after cut") % {"slate": setup.slate},
        words=(_("WAIT"), still),
        lines=tuple(lines),
        rows=tuple(_out_row(source, each) for each in out),
        say=(say % {"n": wording.number(len(out))},),
    )


def _out_row(source: Source, thing: Weapon | Item) -> LineRow:
    holder = (
        (thing.wearer or thing.custody.holder)
        if isinstance(thing, Item)
        else (thing.custody.holder)
    )
    known = source.state.people.get(holder or "")
    role = wording.role_word(known.roles[0]) if known is not None and known.roles else ""
    who = source.name(holder) if holder else source.place(thing.custody.place)
    return LineRow(
        weapon=thing.id if isinstance(thing, Weapon) else "",
        tag=thing.tag,
        what=who,
        more=(" · ".join(part for part in (thing.form, role) if part),),
        since=source.clock(thing.custody.since),
    )


def _back(
    source: Source, setup: SetUp, blank: SetUpView, *, due: tuple[Call, ...], person: str
) -> SetUpView:
    """Return that nothing of the set-up is out, and what of the show still is."""
    whole = len(dict.fromkeys(use.weapon for use in setup.uses))
    lines = [_("%(n)s of %(n)s locked up or in a sealed case.") % {"n": whole}]
    others = len(still_out(source.state))
    if is_all_back(source.state):
        lines.append(_("Nothing of the show is out."))
    elif others:
        told = ngettext("%(n)s other is still out.", "%(n)s others are still out.", others)
        lines.append(told % {"n": others})
    return replace(blank, slate=_("%(slate)s · after cut") % {"slate": setup.slate},
                   words=(_("ALL BACK"),), lines=tuple(lines))  # fmt: skip


def _none(
    source: Source, setup: SetUp, blank: SetUpView, *, due: tuple[Call, ...], person: str
) -> SetUpView:
    told = _("Two people tested each of them: it cannot fire. No weapons call is asked for.")
    if not setup.uses:
        told = _("No weapon is planned for it.")
    return replace(blank, words=(_("NO CALL"),), lines=(told,))
