"""Which weapons calls are still to be said for a set-up, and what does the kernel say to each?

The kernel is asked with the very call that an AD would send; no rule is written a second time.
What is out after a cut is the kernel's own count too.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.day import still_out
from showclear.kernel.decision import Refused
from showclear.kernel.policy import is_no_fire
from showclear.kernel.state import SetUp
from showclear.kernel.weapon import Clearance, Item, Weapon
from showclear.reports import wording
from showclear.reports.allowed import judged
from showclear.reports.source import Source
from showclear.reports.views import ActView


@dataclass(frozen=True, slots=True)
class Why:
    """The rule that stands in the way, with its numbers."""

    rule: str
    params: Mapping[str, str | int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One weapons call of a set-up, and what the kernel says to it. A line has one for all."""

    weapon: Weapon | None
    view: ActView
    tag: str
    why_not: Why | None

    @property
    def shown(self) -> Clearance:
        """Return what stands behind a call that the kernel would allow."""
        assert self.weapon is not None, "only a weapon in the register is called"
        assert self.weapon.clearance is not None, "only what was shown is called"
        return self.weapon.clearance


def order(source: Source, setup: SetUp) -> int:
    """Running first, then what is being got ready, then what is out, then the rest as planned."""
    mine = [each for each in weapons(source, setup) if _is_for(each, setup)]
    if setup.is_running or mine:
        return 0 if setup.is_running else 1
    if setup.take > 1:
        return 2 if out_of(source, setup) else 4
    return 3


def weapons(source: Source, setup: SetUp) -> list[Weapon]:
    """Return the weapons of the plan, each once."""
    named = dict.fromkeys(use.weapon for use in setup.uses)
    return [source.state.weapons[each] for each in named if each in source.state.weapons]


def _is_for(weapon: Weapon, setup: SetUp) -> bool:
    """Say whether it is shown, or being shown, for this set-up."""
    named = (each.setup for each in (weapon.clearance, weapon.showing) if each is not None)
    return setup.id in named


def _is_next_take_begun(source: Source, setup: SetUp) -> bool:
    """Say whether anything was done for the take after a cut."""
    for weapon in weapons(source, setup):
        shown = weapon.clearance if _is_for(weapon, setup) else None
        if weapon.showing is not None and weapon.showing.setup == setup.id:
            return True
        if shown is not None and (shown.first_take is None or shown.again == setup.take):
            return True
    return False


def out_of(source: Source, setup: SetUp) -> tuple[Weapon | Item, ...]:
    """Return the weapons of the set-up that are out, and what its people wear or hold."""
    named = {use.weapon for use in setup.uses}
    takers = {who for use in setup.uses for who in (use.taker, use.double, *use.path) if who}
    weapons = [each for each in still_out(source.state) if each.id in named]
    items = [
        each for each in source.state.items.values() if takers & {each.wearer, each.custody.holder}
    ]
    return (*weapons, *items)


def due(source: Source, setup: SetUp, person: str) -> tuple[Call, ...]:
    """Return the calls still to be said for this take."""
    found: dict[str, Call] = {}
    for use in setup.uses:
        weapon = source.state.weapons.get(use.weapon)
        if weapon is not None and (is_no_fire(weapon.weapon_class) or is_called(weapon, setup)):
            continue
        line = source.state.lines.get(weapon.line or "") if weapon is not None else None
        if line is not None and line.setup == setup.id and weapon is not None:
            found.setdefault(line.id, _call_of_line(source, setup, weapon, person=person))
        else:
            found.setdefault(use.weapon, _call(source, setup, use.weapon, person=person))
    return tuple(found.values())


def is_called(weapon: Weapon, setup: SetUp) -> bool:
    """Say whether the call for this take was said."""
    shown = weapon.clearance
    if shown is None or shown.setup != setup.id or shown.call is None:
        return False
    return setup.is_running and shown.call.take == setup.take


def _call(source: Source, setup: SetUp, id_: str, *, person: str) -> Call:
    weapon, tag = source.state.weapons.get(id_), source.names.tag(id_)
    version = weapon.version if weapon is not None else ""
    view = ActView(
        kind="CallWeapon",
        label=_("I said the call: %(tag)s, take %(n)s") % {"tag": tag, "n": setup.take},
        fields={"weapon": id_, "setup": setup.id, "take": setup.take},
        expects={id_: version, setup.id: setup.version},
    )
    act = a.CallWeapon(weapon=id_, setup=setup.id, take=setup.take)
    why_not = _why_not(source, act, view, person=_asker(source, weapon, person))
    return Call(weapon=weapon, view=view, tag=tag, why_not=why_not)


def _call_of_line(source: Source, setup: SetUp, weapon: Weapon, *, person: str) -> Call:
    """Return the one call for a rank of weapons."""
    line = source.state.lines[weapon.line or ""]
    known = (source.state.weapons[each.weapon] for each in line.issues)
    view = ActView(
        kind="CallLine",
        label=_("I said the call for the line: take %(n)s") % {"n": setup.take},
        fields={"line": line.id, "take": setup.take},
        expects={setup.id: setup.version, **{each.id: each.version for each in known}},
    )
    act = a.CallLine(line=line.id, take=setup.take)
    why_not = _why_not(source, act, view, person=_asker(source, weapon, person))
    return Call(weapon=weapon, view=view, tag=weapon.tag, why_not=why_not)


def _why_not(source: Source, act: a.Act, view: ActView, *, person: str) -> Why | None:
    decision = judged(source, act, view, person=person)
    if isinstance(decision, Refused):
        return Why(decision.rule, decision.params)
    if any(isinstance(each, e.WeaponCalled | e.LineCalled) for each in decision.events):
        return None
    alarms = (each.rule for each in decision.events if isinstance(each, e.AlarmRaised))
    return Why(next(alarms, ""), {})


def _asker(source: Source, weapon: Weapon | None, person: str) -> str:
    """Return who would say it: this person if he may, else a caller who looked, else any."""
    if wording.is_caller(source, person):
        return person
    callers = [each for each in source.state.people if wording.is_caller(source, each)]
    shown = weapon.clearance if weapon is not None else None
    looked = [each for each in callers if shown is not None and each in shown.looked]
    return next(iter((*looked, *callers)), person)


def state_of(source: Source, setup: SetUp, found: tuple[Call, ...]) -> str:
    """Return the state of a set-up: not-yet, ready, called, wait, back or none."""
    if not source.policy.record_is_whole:
        return "not-yet"
    if found and all(each.why_not is None for each in found):
        return "ready"
    if setup.is_running:
        return "not-yet" if found else "called"
    if setup.take > 1 and not _is_next_take_begun(source, setup):
        return "wait" if out_of(source, setup) else "back"
    return "not-yet" if found else "none"
