"""Which acts of loading may be next for a weapon, and out of which boxes?

As in acts.py the kernel is asked about each; here stands only what an honest person would enter.
"""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from showclear.kernel import asks as a
from showclear.kernel.fill import kind_of
from showclear.kernel.lot import Lot
from showclear.kernel.proof import counted
from showclear.kernel.things import ChamberLoad, Seen
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Bin, LotStatus, Mode, RoundKind
from showclear.reports.allowed import is_open
from showclear.reports.source import Source
from showclear.reports.steps import Candidate
from showclear.reports.views import ActView


class Choice(NamedTuple):
    """A box out of which this weapon may be loaded now, and the number that the plan has."""

    lot: Lot
    rounds: int
    """How many; 0 when no plan names a number."""


def choices(source: Source, weapon: Weapon, person: str) -> list[Choice]:
    """Return the boxes that the kernel would allow for this weapon and what is planned for it."""
    if weapon.custody.holder != person or not weapon.capacity:
        return []
    lots = [each for each in source.state.lots.values() if each.status is LotStatus.VERIFIED]
    found = [Choice(each, _planned(source, weapon, each)) for each in lots]
    return [each for each in found if _may_load(source, weapon, each, person=person)]


def _may_load(source: Source, weapon: Weapon, choice: Choice, *, person: str) -> bool:
    act, view = _load(weapon, choice), _view(weapon, "Load", "")
    return is_open(source, act, view, person=person)


def _planned(source: Source, weapon: Weapon, lot: Lot) -> int:
    """Return how many rounds of this kind a take asks for, in any set-up."""
    mode = Mode.HOT if kind_of(lot) is RoundKind.BLANK else Mode.COLD
    uses = [use for setup in source.state.setups.values() for use in setup.uses]
    numbers = [use.rounds for use in uses if use.weapon == weapon.id and use.mode is mode]
    return min(max(numbers, default=0), weapon.capacity)


def _load(weapon: Weapon, choice: Choice) -> a.Load:
    there = max(1, choice.lot.held(Bin.STORE))
    chambers = range(1, 1 + min(max(1, choice.rounds), there))
    rounds = tuple(ChamberLoad(chamber=each, lot=choice.lot.id) for each in chambers)
    return a.Load(weapon=weapon.id, tag=weapon.tag, rounds=rounds)


def loading(source: Source, weapon: Weapon, person: str) -> Iterator[Candidate]:
    """Give the loading, when there is a box for it."""
    found = choices(source, weapon, person)
    if found:
        view = _view(weapon, "Load", _("Load it"), needs=("rounds", "tag"))
        yield view, _load(weapon, found[0])


def witnessing(weapon: Weapon) -> Iterator[Candidate]:
    """Give the word of whoever watched the loading, until somebody has given it."""
    condition = weapon.condition
    if condition.slots is None or condition.loader is None or condition.witness is not None:
        return
    act = a.WitnessLoad(weapon=weapon.id, seen=counted(condition.slots))
    yield _view(weapon, "WitnessLoad", _("I saw each round go in"), needs=("seen",)), act


def unloading(weapon: Weapon) -> Iterator[Candidate]:
    """Give the unloading while rounds that went in are not accounted for."""
    went_in = counted(weapon.history.load)
    if not went_in.dummy + went_in.blank:
        return
    out = Seen(dummy=went_in.dummy, blank=went_in.blank)
    view = _view(weapon, "Unload", _("Take everything out"), needs=("out", "tag"))
    yield view, a.Unload(weapon=weapon.id, tag=weapon.tag, out=out)


def _view(weapon: Weapon, kind: str, label: str, *, needs: tuple[str, ...] = ()) -> ActView:
    return ActView(
        kind=kind,
        label=label,
        needs=needs,
        fields={"weapon": weapon.id},
        expects={weapon.id: weapon.version},
    )
