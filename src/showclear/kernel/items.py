"""What is in a magazine, a loose cylinder, a belt, a bandolier?

A thing that holds rounds is proved, loaded and counted like a weapon: unknown until somebody
opened it, loaded only from boxes that two people went through, answered for when it is emptied.
It lies in a locked place, or one person has it. Whoever proves or loads it has it from then on.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel import asks as a
from showclear.kernel import day, discrepancies
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.effects import items_doubted
from showclear.kernel.fill import box_rules, slots_of
from showclear.kernel.load import UNLOAD_DIFFERS, adds_up, all_moved
from showclear.kernel.lots import LOT_ROLE, place_rules
from showclear.kernel.proof import (
    COUNT_DIFFERS,
    INSPECT_PROVED,
    INSPECT_ROLE,
    INSPECT_TWICE,
    PROVE_FOUND,
    count_rules,
    counted,
    is_counted,
    unloaded_rules,
)
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import State, put, with_item
from showclear.kernel.things import Look
from showclear.kernel.weapon import Condition, Custody, Item, Weapon
from showclear.kernel.words import KEEPERS, TESTERS, Bin, Layer, Role, Tone

ITEM_NEW = Rule(
    code="ITEM-NEW",
    title="One id and one tag stand for one thing that holds rounds",
    layer=Layer.ADMISSION,
    laws=(4,),
    sources=("all-looks-like-weapon",),
)
ITEM_PLACES = Rule(
    code="ITEM-PLACES",
    title="What holds rounds has one place for a round at least, as counted",
    layer=Layer.ADMISSION,
    laws=(1,),
    sources=("each-round-each-chamber",),
)
ITEM_HOLDER = Rule(
    code="ITEM-HOLDER",
    title="The armorer or handler who has it opens, loads and empties what holds rounds",
    layer=Layer.ROUNDS,
    laws=(4,),
    sources=("handler-loads",),
)
ITEM_OUT = Rule(
    code="ITEM-OUT",
    title="What is in a weapon or worn is taken out or off first",
    layer=Layer.ROUNDS,
    laws=(4,),
    tone=Tone.NOT_YET,
)
ITEM_TAG = Rule(
    code="ITEM-TAG",
    title="What is in the hand is what the record speaks of",
    layer=Layer.ROUNDS,
    laws=(4,),
    sources=("check-at-every-handover",),
    tone=Tone.ALARM,
)
ITEM_EMPTY = Rule(
    code="ITEM-EMPTY",
    title="Rounds go into a thing that was just proved empty",
    layer=Layer.ROUNDS,
    laws=(1,),
    sources=("check-before-each-use",),
    tone=Tone.NOT_YET,
)

RULES = (ITEM_NEW, ITEM_PLACES, ITEM_HOLDER, ITEM_OUT, ITEM_TAG, ITEM_EMPTY)

PLACES_MAX = 1_000
"""More than any belt holds."""


def receive_rules(case: Case[a.ReceiveItem]) -> Iterator[Bite]:
    """Yield why this is not taken in."""
    act, state = case.act, case.state
    if not case.has_role(*KEEPERS):
        yield LOT_ROLE.refuses()
    things: tuple[Weapon | Item, ...] = (*state.weapons.values(), *state.items.values())
    if any(act.item == each.id or act.tag == each.tag for each in things):
        yield ITEM_NEW.refuses(thing=act.item, tag=act.tag)
    yield from place_rules(case, act.place)
    if not 1 <= act.capacity <= PLACES_MAX:
        yield ITEM_PLACES.refuses(chambers=act.capacity, most=PLACES_MAX)


def receive(case: Case[a.ReceiveItem]) -> tuple[e.Event, ...]:
    """Return the arrival: contents unknown, locked up."""
    act = case.act
    received = e.ItemReceived(
        item=act.item, tag=act.tag, form=act.form, capacity=act.capacity, place=act.place,
        at=case.now,
    )  # fmt: skip
    return (received,)


def hand_rules(case: Case[Any], item: Item) -> Iterator[Bite]:
    """Yield why the person who asks does not open, load or empty it."""
    is_free = item.custody.holder in (None, case.person)
    if not case.has_role(Role.ARMORER, Role.HANDLER) or not is_free:
        yield ITEM_HOLDER.refuses(holder=item.custody.holder or "")
    if item.weapon is not None or item.wearer is not None:
        yield ITEM_OUT.refuses()


def tag_rule(case: Case[Any], item: Item, scanned: str) -> Iterator[Bite]:
    """Yield the alarm when another tag was scanned: the contents of both are unknown."""
    if scanned != item.tag:
        others = [each for each in case.state.items.values() if each.tag == scanned]
        doubts = items_doubted((item, *others), ITEM_TAG.code, case.now)
        yield ITEM_TAG.alarms(item.id, *doubts, found=scanned)


def prove_rules(case: Case[a.ProveItemEmpty]) -> Iterator[Bite]:
    """Yield why this proof does not count."""
    item, seen = case.item(case.act.item), case.act.seen
    yield from hand_rules(case, item)
    yield from tag_rule(case, item, case.act.tag)
    yield from count_rules(item, seen)
    if seen.empty != item.capacity:
        yield PROVE_FOUND.alarms(item.id, *items_doubted((item,), PROVE_FOUND.code, case.now))
    yield from unloaded_rules(item.load)


def prove_empty(case: Case[a.ProveItemEmpty]) -> tuple[e.Event, ...]:
    """Return the proof."""
    proved = e.ItemProvedEmpty(
        item=case.act.item, person=case.person, device=case.asker.device, seen=case.act.seen,
        at=case.now,
    )  # fmt: skip
    return (proved,)


def inspect_rules(case: Case[a.InspectItem]) -> Iterator[Bite]:
    """Yield why this count does not count. One that differs is an alarm at once."""
    item = case.item(case.act.item)
    if not case.has_role(*TESTERS):
        yield INSPECT_ROLE.refuses()
    if not is_counted(item.condition):
        yield INSPECT_PROVED.refuses()
    if case.person in {look.person for look in item.condition.inspected}:
        yield INSPECT_TWICE.refuses(person=case.person)
    yield from count_rules(item, case.act.seen)
    slots = item.condition.slots
    if slots is not None and case.act.seen != counted(slots):
        yield COUNT_DIFFERS.alarms(item.id, *items_doubted((item,), COUNT_DIFFERS.code, case.now))


def inspect(case: Case[a.InspectItem]) -> tuple[e.Event, ...]:
    """Return the count."""
    inspected = e.ItemInspected(
        item=case.act.item, person=case.person, device=case.asker.device, seen=case.act.seen,
        at=case.now,
    )  # fmt: skip
    return (inspected,)


def load_rules(case: Case[a.LoadItem]) -> Iterator[Bite]:
    """Yield why these rounds do not go into it now."""
    item = case.item(case.act.item)
    yield from hand_rules(case, item)
    yield from day.load_rules(case)
    yield from tag_rule(case, item, case.act.tag)
    yield from unloaded_rules(item.load)
    slots = item.condition.slots
    if slots is None or any(slots) or not item.condition.inspected:
        yield ITEM_EMPTY.refuses(cause=item.condition.cause)
    yield from box_rules(case, case.act.rounds, item.capacity)


def load(case: Case[a.LoadItem]) -> tuple[e.Event, ...]:
    """Return the loading; nothing that was said of it before holds."""
    item = case.item(case.act.item)
    slots = slots_of(case, case.act.rounds, item.capacity)
    loaded = e.ItemLoaded(item=item.id, loader=case.person, slots=slots, at=case.now)
    doubts = items_doubted((item,), "LOADED", case.now)
    return (*doubts, loaded, *all_moved(slots, Bin.STORE, Bin.LOADED))


def unload_rules(case: Case[a.UnloadItem]) -> Iterator[Bite]:
    """Yield why it is not emptied. What does not add up is an alarm, and stays open."""
    item = case.item(case.act.item)
    yield from hand_rules(case, item)
    yield from tag_rule(case, item, case.act.tag)
    if not adds_up(item.load, case.act.out):
        opened = discrepancies.opened(case, item.id)
        doubts = items_doubted((item,), UNLOAD_DIFFERS.code, case.now)
        yield UNLOAD_DIFFERS.alarms(item.id, *opened, *doubts)


def unload(case: Case[a.UnloadItem]) -> tuple[e.Event, ...]:
    """Return the emptying. That it is empty now is proved again."""
    item = case.item(case.act.item)
    doubts = items_doubted((item,), "UNLOADED", case.now)
    unloaded = e.ItemUnloaded(item=item.id, person=case.person, at=case.now)
    return (*doubts, unloaded, *all_moved(item.load, Bin.LOADED, Bin.STORE))


def item_received(state: State, event: e.ItemReceived) -> State:
    item = Item(
        id=event.item, tag=event.tag, form=event.form, capacity=event.capacity,
        custody=Custody(place=event.place, since=event.at), condition=Condition(since=event.at),
    )  # fmt: skip
    return replace(state, items=put(state.items, item.id, item))


def _in_hand(state: State, item: str, person: str, **changes: Any) -> State:
    """Return the state in which this person has it: he keeps it until he puts it away."""
    known = state.items[item].custody
    custody = known if known.holder == person else Custody(holder=person, since=known.since)
    return with_item(state, item, custody=custody, **changes)


def item_proved_empty(state: State, event: e.ItemProvedEmpty) -> State:
    look = Look(person=event.person, device=event.device, at=event.at, seen=event.seen)
    slots = (None,) * state.items[event.item].capacity
    condition = Condition(slots=slots, since=event.at, cause="PROVED", inspected=(look,))
    return _in_hand(state, event.item, event.person, condition=condition)


def item_inspected(state: State, event: e.ItemInspected) -> State:
    look = Look(person=event.person, device=event.device, at=event.at, seen=event.seen)
    condition = state.items[event.item].condition
    condition = replace(condition, inspected=(*condition.inspected, look))
    return with_item(state, event.item, condition=condition)


def item_loaded(state: State, event: e.ItemLoaded) -> State:
    condition = Condition(slots=event.slots, since=event.at, cause="LOADED", loader=event.loader)
    return _in_hand(state, event.item, event.loader, condition=condition, load=event.slots)


def item_unloaded(state: State, event: e.ItemUnloaded) -> State:
    return _in_hand(state, event.item, event.person, load=())


def item_unknown(state: State, event: e.ItemUnknown) -> State:
    condition = Condition(since=event.at, cause=event.cause)
    return with_item(state, event.item, condition=condition)


JUDGES = {
    a.ReceiveItem: Judge(receive_rules, receive),
    a.ProveItemEmpty: Judge(prove_rules, prove_empty),
    a.InspectItem: Judge(inspect_rules, inspect),
    a.LoadItem: Judge(load_rules, load),
    a.UnloadItem: Judge(unload_rules, unload),
}

EVOLVERS = {
    e.ItemReceived: item_received,
    e.ItemProvedEmpty: item_proved_empty,
    e.ItemInspected: item_inspected,
    e.ItemLoaded: item_loaded,
    e.ItemUnloaded: item_unloaded,
    e.ItemUnknown: item_unknown,
}
