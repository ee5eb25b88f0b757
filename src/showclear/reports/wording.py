"""In which words is the state of a weapon said?

Contents first, then who says so. A name and a time, never a tick.
"""

from dataclasses import replace

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from showclear.actions.say import ENGLISH, load_catalogue
from showclear.kernel.looks import CALLERS, mode_of
from showclear.kernel.policy import profile_of
from showclear.kernel.proof import counted
from showclear.kernel.weapon import Clearance, Condition, Weapon
from showclear.kernel.words import Mode, Profile, Role, WeaponClass
from showclear.reports.acts import is_sealed
from showclear.reports.source import Source

STATES = ("hot", "unknown", "out", "shown", "quarantined", "locked")
"""Worst first."""

PRIVY = {Role.ARMORER, Role.HANDLER, Role.AD, Role.SAFETY}
"""Who is told of every clearance."""


def live_clearance(source: Source, weapon: Weapon) -> Clearance | None:
    """Return to whom it is shown now; None when the time has run out."""
    clearance = weapon.clearance
    is_live = clearance is not None and source.now < clearance.until
    return clearance if is_live else None


def seen_by(source: Source, weapon: Weapon, person: str) -> Weapon:
    """Return the weapon as this person is told of it.

    What is in it is told to nobody who is still to look: to him it is a weapon that nobody knows.
    """
    if is_sealed(source, weapon, person):
        return replace(weapon, clearance=None, condition=Condition())
    return weapon if is_told_clearance(source, weapon, person) else replace(weapon, clearance=None)


def is_told_clearance(source: Source, weapon: Weapon, person: str) -> bool:
    """Say whether this person is told for whom it is clear.

    A clearance is told to the people whom it names and to those who answer for it. Anybody else
    could take it for his own.
    """
    clearance, known = weapon.clearance, source.state.people.get(person)
    if clearance is None or (known is not None and PRIVY & set(known.roles)):
        return True
    signed = {look.person for look in weapon.condition.inspected}
    named = {clearance.to, clearance.shown_by, *clearance.looked, *signed}
    return person in named


def is_caller(source: Source, person: str) -> bool:
    """Say whether this person may be the one who says the weapons call."""
    known = source.state.people.get(person)
    return known is not None and any(role in known.roles for role in CALLERS)


def holds_blanks(weapon: Weapon) -> bool:
    """Say whether a blank is known to be in it: then it is hot, whoever was shown it."""
    return mode_of(weapon) is Mode.HOT


def is_known(weapon: Weapon) -> bool:
    """Say whether anybody has proved what is in it, or two people that nothing comes out of it."""
    return weapon.condition.slots is not None or cannot_fire(weapon)


def cannot_fire(weapon: Weapon) -> bool:
    """Say whether two people found by test that it can neither fire nor cut."""
    return weapon.weapon_class is not None and profile_of(weapon.weapon_class) is Profile.NO_FIRE


def chip_of(source: Source, weapon: Weapon) -> str:
    """Return the state of custody and clearance."""
    if weapon.quarantine:
        return "quarantined"
    is_out = weapon.custody.holder is not None
    if is_out and not is_known(weapon):
        return "unknown"
    if holds_blanks(weapon):
        return "hot"
    if live_clearance(source, weapon) is not None:
        return "shown"
    return "out" if is_out else "locked"


def spine_of(source: Source, weapon: Weapon) -> str:
    """Return the pattern at the edge: contents nobody proved are hatched wherever it lies."""
    chip = chip_of(source, weapon)
    return "unknown" if chip == "locked" and not is_known(weapon) else chip


def state_word(state: str) -> str:
    """Return the word of a state."""
    return {
        "hot": _("hot"),
        "unknown": _("unknown"),
        "out": _("out"),
        "shown": _("shown"),
        "locked": _("locked up"),
        "quarantined": _("quarantined"),
    }[state]


def number(count: int) -> str:
    """Return a small number as a word, as it is said aloud."""
    words = (_("no"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"),
             _("eight"), _("nine"), _("ten"))  # fmt: skip
    return words[count] if 0 <= count < len(words) else str(count)


def told_contents(source: Source, weapon: Weapon, person: str) -> str:
    """Return what is in it, or that this person is to look before he is told."""
    if is_sealed(source, weapon, person):
        return _("You are still to look")
    return contents_of(source, weapon)


def contents_of(source: Source, weapon: Weapon) -> str:
    """Return what is in it, as somebody has proved it; else TREAT AS LOADED."""
    slots = weapon.condition.slots
    if cannot_fire(weapon):
        return harmless_word(weapon)
    if slots is None:
        return _("TREAT AS LOADED")
    if weapon.weapon_class is WeaponClass.BLADE_SHARP:
        return _("Sharp edge")
    seen, parts = counted(slots), []
    if seen.dummy:
        parts.append(ngettext("%(n)s dummy", "%(n)s dummies", seen.dummy) % _n(seen.dummy))
    if seen.blank:
        parts.append(ngettext("%(n)s blank", "%(n)s blanks", seen.blank) % _n(seen.blank))
    if not parts:
        return _empty(weapon) % {"at": source.clock(weapon.condition.since)}
    whole = ", ".join(parts)
    return whole[:1].upper() + whole[1:]


def _empty(weapon: Weapon) -> str:
    """Say how many counted it: one count proves nothing yet, and a count before a move is past."""
    signers = {look.person for look in weapon.condition.inspected}
    if len(signers) > 1:
        return _("Empty, counted by two %(at)s")
    return _("Empty, one count %(at)s") if signers else _("Empty when last counted, %(at)s")


def harmless_word(weapon: Weapon) -> str:
    """Return what two people found that it cannot do."""
    if weapon.weapon_class is WeaponClass.BLADE_BLUNT:
        return _("Blunt edge")
    return _("Cannot fire")


def _n(count: int) -> dict[str, str]:
    return {"n": number(count)}


def big_contents_of(weapon: Weapon) -> str:
    """Return the contents in the largest words of the page."""
    slots = weapon.condition.slots
    if cannot_fire(weapon):
        return harmless_word(weapon)
    if weapon.weapon_class is WeaponClass.BLADE_SHARP and slots is not None:
        return _("Sharp edge")
    if slots is not None and not any(slots):
        return _("Empty")
    if slots is None:
        return _("TREAT AS LOADED")
    seen = counted(slots)
    kinds = [(seen.dummy, _("dummies")), (seen.blank, _("blanks"))]
    return ", ".join(f"{number(count)} {word}" for count, word in kinds if count)


def profile_word(weapon: Weapon) -> str:
    """Return how much this weapon asks of the people around it."""
    return {
        Profile.NO_FIRE: _("No-fire"),
        Profile.BLADE: _("Blade"),
        Profile.BLANK: _("Blank"),
        Profile.LIVE_CAPABLE: _("Live-capable"),
        Profile.LINE: _("Line"),
    }[profile_of(weapon.weapon_class)]


def class_word(found: WeaponClass) -> str:
    """Return what two people found by test."""
    return found.value.replace("-", " ")


def kind_of(weapon: Weapon) -> str:
    """Return form and profile."""
    form = weapon.form[:1].upper() + weapon.form[1:]
    return f"{form} · {profile_word(weapon)}"


def class_line(weapon: Weapon) -> str:
    """Return the class, or that nobody has tested it."""
    if weapon.weapon_class is None:
        return _("Not tested by two people. Treated as live-capable.")
    found = class_word(weapon.weapon_class)
    return _("%(found)s, tested by two. %(profile)s profile.") % {
        "found": found[:1].upper() + found[1:],
        "profile": profile_word(weapon),
    }


def custody_of(source: Source, weapon: Weapon) -> str:
    """Return who has it, or where it lies, and since when."""
    since = source.clock(weapon.custody.since)
    if weapon.custody.holder is not None:
        who = source.name(weapon.custody.holder)
        return _("%(who)s, in hand, since %(since)s") % {"who": who, "since": since}
    return _("%(place)s, since %(since)s") % {
        "place": source.place(weapon.custody.place),
        "since": since,
    }


def row_custody_of(source: Source, weapon: Weapon) -> str:
    """Return the last line of a row: to whom it is shown, or why nobody knows, or who has it."""
    clearance = live_clearance(source, weapon)
    if clearance is not None:
        in_hand = weapon.custody.holder == clearance.to
        told = _("in the taker's hand") if in_hand else custody_of(source, weapon)
        return (
            _("To %(who)s %(at)s")
            % {
                "who": source.name(clearance.to),
                "at": source.clock(clearance.began_at),
            }
            + f" · {told}"
        )
    if weapon.custody.holder is not None and not is_known(weapon):
        return f"{cause_of(source, weapon)} · {custody_of(source, weapon)}"
    return custody_of(source, weapon)


def cause_of(source: Source, weapon: Weapon) -> str:
    """Return why the contents are unknown, and since when."""
    words = load_catalogue((get_language() or ENGLISH)[:2])
    told = words.cause(weapon.condition.cause)
    told = told[:1].upper() + told[1:]
    since = weapon.condition.since
    return f"{told}, {source.clock(since)}" if since else told


def mode_word(weapon: Weapon) -> str:
    """Return cold or hot."""
    return _("hot") if mode_of(weapon) is Mode.HOT else _("cold")


def role_word(role: Role) -> str:
    """Return what a person does, in the set's own word."""
    return {
        Role.AD: _("1st AD"),
        Role.ARMORER: _("armorer"),
        Role.HANDLER: _("handler"),
        Role.SECOND: _("second"),
        Role.PERFORMER: _("performer"),
        Role.SAFETY: _("safety"),
    }.get(role, role.value.replace("-", " "))
