"""What does the day ask for, from its opening to its wrap?

A day begins and ends by acts, never by midnight. It closes when everything is back and every
count closes; with something open two people wrap it, and the next day's first load waits until
two people have resolved what was open.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from showclear.kernel import asks as a
from showclear.kernel import concerns, counts, discrepancies, posts
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import Day, State
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Layer, Role, Tone

DAY_ROLE = Rule(
    code="DAY-ROLE",
    title="A day is opened and closed by those who answer for it",
    layer=Layer.STORAGE,
    laws=(13,),
    sources=("daily-clean-check-count",),
)
DAY_NEW = Rule(
    code="DAY-NEW",
    title="One day at a time, each under an id of its own",
    layer=Layer.STORAGE,
    laws=(10,),
    tone=Tone.NOT_YET,
)
DAY_NOW = Rule(
    code="DAY-NOW",
    title="The day that ends is the one that is open",
    layer=Layer.STORAGE,
    laws=(10,),
    tone=Tone.NOT_YET,
)
DAY_OUT = Rule(
    code="DAY-OUT",
    title="A day does not close while anything is out or running",
    layer=Layer.STORAGE,
    laws=(4,),
    sources=("nobody-leaves-with-one", "locked-or-held"),
)
DAY_COUNTED = Rule(
    code="DAY-COUNTED",
    title="A day closes when two people have counted every box and every place, and it adds up",
    layer=Layer.STORAGE,
    laws=(3, 6),
    sources=("round-ledger-balances", "daily-clean-check-count"),
    tone=Tone.NOT_YET,
)
DAY_OPEN = Rule(
    code="DAY-OPEN",
    title="A day does not close over what does not add up",
    layer=Layer.STORAGE,
    laws=(6,),
    sources=("round-ledger-balances",),
)
WRAP_ROLE = Rule(
    code="WRAP-ROLE",
    title="A day is wrapped open by those who answer for it",
    layer=Layer.STORAGE,
    laws=(6, 13),
)
WRAP_NEEDED = Rule(
    code="WRAP-NEEDED",
    title="A day with nothing open is closed, not wrapped open",
    layer=Layer.STORAGE,
    laws=(6,),
    tone=Tone.NOT_YET,
)
WRAP_TWICE = Rule(
    code="WRAP-TWICE",
    title="The second name under a wrap is another person's",
    layer=Layer.STORAGE,
    laws=(3, 6),
    sources=("daily-clean-check-count",),
)
DAY_BEGUN = Rule(
    code="DAY-BEGUN",
    title="Nothing is loaded before the day is open",
    layer=Layer.ROUNDS,
    laws=(6,),
    tone=Tone.NOT_YET,
)
DAY_GATED = Rule(
    code="DAY-GATED",
    title="Nothing is loaded before two have resolved what the last day left open",
    layer=Layer.ROUNDS,
    laws=(6,),
    sources=("round-ledger-balances",),
)

RULES: tuple[Rule, ...] = (
    DAY_ROLE, DAY_NEW, DAY_NOW, DAY_OUT, DAY_COUNTED, DAY_OPEN, WRAP_ROLE, WRAP_NEEDED,
    WRAP_TWICE, DAY_BEGUN, DAY_GATED,
)  # fmt: skip

OPENERS = (Role.ARMORER, Role.AD, Role.PRODUCER, Role.PRODUCTION_MANAGER)
WRAPPERS = (*OPENERS, Role.SAFETY)


def gate_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    """Yield why something open, about this weapon or what it shares, stands in the way."""
    yield from discrepancies.gate_rules(case, weapon)
    yield from concerns.gate_rules(case, weapon)


def load_rules(case: Case[Any]) -> Iterator[Bite]:
    """Yield why nothing is loaded on this day yet (I9)."""
    day = case.state.day
    if day is None or not day.is_open:
        yield DAY_BEGUN.refuses()
        return
    still_open = [each for each in day.carried if each in case.state.discrepancies]
    if still_open:
        yield DAY_GATED.refuses(open=len(still_open))


def still_out(state: State) -> tuple[Weapon, ...]:
    """Return the weapons that are neither locked up nor in a sealed case, or are missing."""
    return tuple(each for each in state.weapons.values() if not _is_put_away(state, each))


def _is_put_away(state: State, weapon: Weapon) -> bool:
    if weapon.missing_since is not None:
        return False
    if any(weapon.id in case.weapons for case in state.cases.values()):
        return True
    place = state.places.get(weapon.custody.place or "")
    return place is not None and place.is_locked


def is_all_back(state: State) -> bool:
    """Say whether no weapon, magazine or belt is out and nothing is running."""
    worn = [each for each in state.items.values() if each.wearer or each.custody.holder]
    running = [each for each in state.setups.values() if each.is_running]
    return not (still_out(state) or worn or running)


def open_day_rules(case: Case[a.OpenDay]) -> Iterator[Bite]:
    """Yield why this day does not begin."""
    if not case.has_role(*OPENERS):
        yield DAY_ROLE.refuses()
    day = case.state.day
    if (day is not None and day.is_open) or case.act.day in case.state.days:
        yield DAY_NEW.refuses()


def open_day(case: Case[a.OpenDay]) -> tuple[e.Event, ...]:
    """Return the beginning. Who stood at a post yesterday does not stand there today."""
    gone = (posts.left(case.state, case.policy, Role(post)) for post in case.state.posts)
    return (*chain.from_iterable(gone), e.DayOpened(day=case.act.day))


def close_rules(case: Case[a.CloseDay]) -> Iterator[Bite]:
    """Yield why the day does not close."""
    state = case.state
    if not case.has_role(Role.ARMORER):
        yield DAY_ROLE.refuses()
    yield from _now_rules(case)
    if not is_all_back(state):
        yield DAY_OUT.refuses(out=len(still_out(state)))
    uncounted = counts.uncounted(state)
    if uncounted:
        yield DAY_COUNTED.refuses(open=len(uncounted))
    if state.discrepancies:
        yield DAY_OPEN.refuses(open=len(state.discrepancies))


def _now_rules(case: Case[a.CloseDay | a.WrapOpen]) -> Iterator[Bite]:
    day = case.state.day
    if day is None or not day.is_open or day.id != case.act.day:
        yield DAY_NOW.refuses()


def close_day(case: Case[a.CloseDay]) -> tuple[e.Event, ...]:
    """Return the end of the day; in a replay without its rule there may be no day to end."""
    return (e.DayClosed(day=case.act.day),) if case.state.day is not None else ()


def wrap_rules(case: Case[a.WrapOpen]) -> Iterator[Bite]:
    """Yield why this name does not count towards wrapping the day open."""
    if not case.has_role(*WRAPPERS):
        yield WRAP_ROLE.refuses()
    yield from _now_rules(case)
    if is_all_back(case.state) and not (counts.uncounted(case.state) or case.state.discrepancies):
        yield WRAP_NEEDED.refuses()
    if case.state.day is not None and case.person in case.state.day.wrapped_by:
        yield WRAP_TWICE.refuses(person=case.person)


def wrap(case: Case[a.WrapOpen]) -> tuple[e.Event, ...]:
    """Return the name; with the second one the wrap, and as open all that is out or uncounted."""
    day = case.state.day
    if day is None:
        return ()  # Only in a replay without the rule that the day that ends is open.
    agreed = e.WrapOpenAgreed(day=day.id, person=case.person)
    if not day.wrapped_by:
        return (agreed,)
    out = (each.id for each in still_out(case.state))
    left = discrepancies.opened(case, *out, *counts.uncounted(case.state))
    return (agreed, *left, e.DayWrappedOpen(day=day.id))


def day_opened(state: State, event: e.DayOpened) -> State:
    """Begin the day: what was counted or told for another day does not count for this one."""
    day = Day(id=event.day, carried=tuple(state.discrepancies))
    state = counts.forgotten(state)
    return replace(state, day=day, days=(*state.days, event.day), noticed="")


def day_ended(state: State, event: e.DayClosed | e.DayWrappedOpen) -> State:
    assert state.day is not None, "a day that ends has begun"
    is_wrapped_open = isinstance(event, e.DayWrappedOpen)
    day = replace(state.day, is_open=False, is_wrapped_open=is_wrapped_open)
    return replace(state, day=day, noticed="")


def wrap_open_agreed(state: State, event: e.WrapOpenAgreed) -> State:
    assert state.day is not None, "a day that is wrapped has begun"
    day = replace(state.day, wrapped_by=(*state.day.wrapped_by, event.person))
    return replace(state, day=day)


JUDGES = {
    a.OpenDay: Judge(open_day_rules, open_day),
    a.CloseDay: Judge(close_rules, close_day),
    a.WrapOpen: Judge(wrap_rules, wrap),
}

EVOLVERS = {
    e.DayOpened: day_opened,
    e.DayClosed: day_ended,
    e.DayWrappedOpen: day_ended,
    e.WrapOpenAgreed: wrap_open_agreed,
}
