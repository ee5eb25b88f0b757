"""What stands on the boards?"""

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from showclear.kernel.restart import LIFTERS
from showclear.kernel.state import StopInForce
from showclear.kernel.weapon import Weapon
from showclear.reports import wording
from showclear.reports.acts import is_sealed
from showclear.reports.source import Source
from showclear.reports.views import (
    ActView,
    BoardView,
    Count,
    Named,
    Row,
    StopLine,
    StopView,
    Tagged,
    WallView,
    WideStop,
)


def board_view(source: Source, *, person: str) -> BoardView:
    """Return the armorer's board: worst first, calmest last."""
    told = (wording.seen_by(source, each, person) for each in source.state.weapons.values())
    weapons = sorted(told, key=lambda each: _order(source, each))
    chips = Counter(wording.chip_of(source, each) for each in weapons)
    named = [state for state in wording.STATES if chips[state] or state in ("out", "locked")]
    return BoardView(
        title=source.show.title,
        counts=tuple(Count(each, chips[each], wording.state_word(each)) for each in named),
        rows=tuple(_row(source, each, person) for each in weapons),
        stops=tuple(stop_line(source, each, person) for each in source.state.stops),
        says_calls=wording.is_caller(source, person),
    )


def _order(source: Source, weapon: Weapon) -> tuple[int, int, str]:
    chip, spine = wording.chip_of(source, weapon), wording.spine_of(source, weapon)
    return wording.STATES.index(chip), int(spine != "locked"), weapon.tag


def _row(source: Source, weapon: Weapon, person: str) -> Row:
    """Return the row of a weapon as this person is told of it."""
    chip, whole = wording.chip_of(source, weapon), source.state.weapons[weapon.id]
    is_closed = is_sealed(source, whole, person)
    custody_of = wording.custody_of if is_closed else wording.row_custody_of
    return Row(
        weapon=weapon.id,
        tag=weapon.tag,
        contents=wording.told_contents(source, whole, person),
        state=chip,
        word=wording.state_word(chip),
        spine=wording.spine_of(source, weapon),
        kind=wording.kind_of(weapon),
        custody=custody_of(source, weapon),
    )


def tag_list(source: Source) -> list[Tagged]:
    """List the weapons by tag and form: no state, so it may stand on a screen without a server."""
    weapons = sorted(source.state.weapons.values(), key=lambda each: each.tag)
    return [Tagged(each.id, each.tag, wording.kind_of(each), each.capacity) for each in weapons]


def place_list(source: Source) -> list[Named]:
    """List the locked places."""
    places = source.state.places.values()
    return [Named(each.id, source.place(each.id)) for each in places if each.is_locked]


def stop_line(source: Source, stop: StopInForce, person: str) -> StopLine:
    """Return one stop in force, in words."""
    since = _("since %(at)s") % {"at": source.second(stop.since)}
    agreed = [source.name(each) for each in stop.agreed]
    more = _("%(who)s says: go on") % {"who": agreed[0]} if agreed else _("nobody says: go on")
    return StopLine(
        id=stop.id,
        word=_stop_word(stop.what),
        what=" · ".join((_scope(source, stop), since, more)),
        restart=_restart(source, stop, person),
    )


def _restart(source: Source, stop: StopInForce, person: str) -> ActView | None:
    known = source.state.people.get(person)
    may = known is not None and any(role in known.roles for role in LIFTERS)
    if not may or person in stop.agreed:
        return None
    fields = {"stop": stop.id}
    return ActView(kind="Restart", label=_("I say: work goes on"), fields=fields)


def restart_view(source: Source, stop: str, *, person: str) -> StopLine | None:
    """Return a stop in force for its own page, or None when it is lifted."""
    found = next((each for each in source.state.stops if each.id == stop), None)
    return None if found is None else stop_line(source, found, person)


def _stop_word(what: str) -> str:
    words = {"hold": _("HOLD"), "stop": _("STOP"), "live-found": _("LIVE FOUND")}
    return words.get(what, what.upper().replace("-", " "))


def _scope(source: Source, stop: StopInForce) -> str:
    if stop.setup is not None and stop.setup in source.state.setups:
        return _("set-up %(slate)s") % {"slate": source.state.setups[stop.setup].slate}
    if stop.unit is not None:
        return _("unit %(unit)s") % {"unit": source.place(stop.unit)}
    return _("every unit")


def wall_view(source: Source) -> WallView:
    """Return the crew's board. A stop beats all, hot beats out; no clearance is named.

    HOT warns everybody, whoever is still to look: it says of no weapon which, nor what is in it.
    """
    weapons = source.state.weapons.values()
    chips = Counter(wording.chip_of(source, each) for each in weapons)
    locked = sum(_is_locked_up(source, each) for each in weapons)
    counted = _("%(n)s of %(m)s locked up") % {"n": locked, "m": len(weapons)}
    stop = next(iter(source.state.stops), None)
    if not source.policy.record_is_whole:
        foot = (_("The record is being checked, or does not hold."), "")
        return _wall(source, "unknown", (), line=_("TREAT AS LOADED"), foot=foot)
    if stop is not None:
        since = _("Since %(at)s") % {"at": source.second(stop.since)}
        return _wall(
            source,
            "stopped",
            (_stop_word(stop.what),),
            line=_("Weapons to the armorer"),
            foot=(since, _("Restarting takes two named people.")),
        )
    if chips["hot"]:
        foot = (_("Until cut, and until ALL BACK"), _("Ears and eyes on"))
        line = _("STAY BEHIND THE LINE")
        return _wall(source, "hot", (_("HOT"),), line=line, foot=foot)
    if not weapons:
        foot = (_("No weapon is in the register."), "")
        return _wall(source, "unknown", (), line=_("TREAT AS LOADED"), foot=foot)
    if locked < len(weapons):
        words = (_("OUT: %(n)s") % {"n": len(weapons) - locked},)
        foot = (counted, _("Want to see one? Ask the armorer."))
        return _wall(source, "out", words, line=_("TREAT AS LOADED"), foot=foot)
    line = _("%(n)s of %(n)s · %(at)s") % {"n": locked, "at": source.clock(source.now)}
    foot = ("", _("What is in them is not on this board."))
    return _wall(source, "locked", (_("ALL"), _("LOCKED UP")), line=line, foot=foot)


def _is_locked_up(source: Source, weapon: Weapon) -> bool:
    place = source.state.places.get(weapon.custody.place or "")
    return weapon.custody.holder is None and place is not None and place.is_locked


def _wall(
    source: Source, state: str, words: tuple[str, ...], *, line: str, foot: tuple[str, str]
) -> WallView:
    return WallView(
        state=state,
        subject=source.show.title,
        words=words,
        line=line,
        foot_left=foot[0],
        foot_right=foot[1],
    )


def stop_view(source: Source) -> StopView:
    """Return what anybody can stop: the set-ups, and the unit, or every unit."""
    weapons = source.state.weapons.values()
    units = sorted({each.unit for each in weapons})
    all_of = ngettext("the one weapon", "all %(n)s weapons", len(weapons)) % {"n": len(weapons)}
    unit = units[0] if len(units) == 1 else ""
    where = _("this unit") if unit else _("every unit")
    setups = tuple(Named(each.id, each.slate) for each in source.state.setups.values())
    wide = (
        WideStop(act="LiveFound", word=_("LIVE FOUND"), text=_("every unit")),
        WideStop(act="UnplannedShot", word=_("UNPLANNED SHOT"), text=_("every unit")),
    )
    return StopView(unit=Named(unit, f"{where}: {all_of}"), setups=setups, wide=wide)
