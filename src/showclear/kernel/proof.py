"""What is in it, and who says so?

Contents are known only after somebody opened the weapon and counted. A second person counts for
himself. A count that differs, or any doubt, makes the contents unknown again: a weapon with two
stories in it is a weapon nobody knows.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel import faults, people, watch
from showclear.kernel.asks import Inspect, ProveEmpty
from showclear.kernel.custody import tag_rule
from showclear.kernel.decision import Bite
from showclear.kernel.effects import doubted, ended, opened_again
from showclear.kernel.events import Event, Inspected, ProvedEmpty
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import State, put
from showclear.kernel.things import Look, Seen, Slots
from showclear.kernel.weapon import Condition, Item, Weapon
from showclear.kernel.words import TESTERS, Layer, Role, RoundKind, Tone

PROVE_HOLDER = Rule(
    code="PROVE-HOLDER",
    title="A weapon is proved by the armorer or handler who holds it",
    layer=Layer.ROUNDS,
    laws=(4,),
    sources=("check-before-each-use", "handler-loads"),
)
PROVE_CLASS = Rule(
    code="PROVE-CLASS",
    title="A weapon is put to use after two people have tested what it can do",
    layer=Layer.ADMISSION,
    laws=(1, 3),
    sources=("weapon-class-allowed-here",),
    tone=Tone.NOT_YET,
)
COUNT_WHOLE = Rule(
    code="COUNT-WHOLE",
    title="Every chamber is answered for",
    layer=Layer.ROUNDS,
    laws=(1,),
    sources=("each-round-each-chamber", "chamber-map"),
    tone=Tone.NOT_YET,
)
PROVE_FOUND = Rule(
    code="PROVE-FOUND",
    title="A weapon called empty holds nothing",
    layer=Layer.ROUNDS,
    laws=(1,),
    sources=("check-before-each-use", "prove-five-steps"),
    tone=Tone.ALARM,
)
INSPECT_ROLE = Rule(
    code="INSPECT-ROLE",
    title="Inspections are signed by those trained for it, never by the caller",
    layer=Layer.ROUNDS,
    laws=(3,),
    sources=("qualified-handler-named", "ad-asks-to-be-shown"),
)
INSPECT_PROVED = Rule(
    code="INSPECT-PROVED",
    title="The second count follows the first",
    layer=Layer.ROUNDS,
    laws=(1,),
    sources=("check-before-each-use",),
    tone=Tone.NOT_YET,
)
INSPECT_TWICE = Rule(
    code="INSPECT-TWICE",
    title="The second count is another person's",
    layer=Layer.ROUNDS,
    laws=(3,),
    sources=("check-before-each-use",),
)
COUNT_DIFFERS = Rule(
    code="COUNT-DIFFERS",
    title="Two counts of one weapon agree",
    layer=Layer.ROUNDS,
    laws=(1, 3),
    sources=("each-round-each-chamber",),
    tone=Tone.ALARM,
)
COUNT_HAND = Rule(
    code="COUNT-HAND",
    title="What is in a weapon is counted in a hand, never where it lies locked up",
    layer=Layer.ROUNDS,
    laws=(1, 4),
    sources=("check-before-each-use",),
    tone=Tone.NOT_YET,
)
UNLOAD_FIRST = Rule(
    code="UNLOAD-FIRST",
    title="What was loaded is accounted for before it is called empty or loaded again",
    layer=Layer.ROUNDS,
    laws=(6,),
    sources=("round-ledger-balances", "unload-and-show-empty"),
    tone=Tone.NOT_YET,
)

RULES = (
    PROVE_HOLDER,
    PROVE_CLASS,
    COUNT_WHOLE,
    PROVE_FOUND,
    UNLOAD_FIRST,
    INSPECT_ROLE,
    INSPECT_PROVED,
    INSPECT_TWICE,
    COUNT_DIFFERS,
    COUNT_HAND,
)


def counted(slots: Slots) -> Seen:
    """Return what an honest look finds in chambers that hold what the record says."""
    kinds = [each.kind if each else None for each in slots]
    return Seen(
        empty=kinds.count(None),
        dummy=kinds.count(RoundKind.DUMMY),
        blank=kinds.count(RoundKind.BLANK),
    )


def total(seen: Seen) -> int:
    """Return how many chambers the answer speaks of."""
    return seen.empty + seen.dummy + seen.blank + seen.unsure


def is_counts(seen: Seen) -> bool:
    """Say whether the four numbers can be counts at all."""
    return min(seen.empty, seen.dummy, seen.blank, seen.unsure) >= 0


def count_rules(weapon: Weapon | Item, seen: Seen) -> Iterator[Bite]:
    """Yield the refusal when the answer does not speak of every chamber."""
    if total(seen) != weapon.capacity or not is_counts(seen):
        yield COUNT_WHOLE.refuses(answered=total(seen), chambers=weapon.capacity)


def differs(case: Case[Any], weapon: Weapon, seen: Seen) -> Iterator[Bite]:
    """Yield the alarm when a count differs from the record, or is unsure."""
    slots = weapon.condition.slots
    if slots is not None and seen != counted(slots):
        yield COUNT_DIFFERS.alarms(weapon.id, *doubted(weapon, COUNT_DIFFERS.code, case.now))


def hand_rules(weapon: Weapon) -> Iterator[Bite]:
    """Yield the refusal of a count of what nobody has in the hand: nobody has opened it there."""
    if weapon.custody.holder is None:
        yield COUNT_HAND.refuses()


def prove_rules(case: Case[ProveEmpty]) -> Iterator[Bite]:
    """Yield why this proof does not count."""
    weapon, seen = case.weapon(case.act.weapon), case.act.seen
    if weapon.custody.holder != case.person or not case.has_role(Role.ARMORER, Role.HANDLER):
        yield PROVE_HOLDER.refuses(holder=weapon.custody.holder or "")
    if weapon.weapon_class is None:
        yield PROVE_CLASS.refuses(tests=len(weapon.classed))
    yield from people.handler_rules(case, weapon)
    yield from watch.watch_rules(case, weapon)
    yield from faults.wait_rules(case, weapon)
    yield from tag_rule(case, weapon, case.act.tag)
    yield from count_rules(weapon, seen)
    if seen.empty != weapon.capacity:
        yield PROVE_FOUND.alarms(weapon.id, *doubted(weapon, PROVE_FOUND.code, case.now))
    yield from unloaded_rules(weapon.history.load)


def unloaded_rules(load: Slots) -> Iterator[Bite]:
    """Yield the refusal while rounds that went in are not accounted for."""
    if any(load):
        yield UNLOAD_FIRST.refuses(rounds=sum(each is not None for each in load))


def prove_empty(case: Case[ProveEmpty]) -> tuple[Event, ...]:
    """Return the proof. What was shown before it was shown of another moment."""
    weapon = case.weapon(case.act.weapon)
    proved = ProvedEmpty(
        weapon=weapon.id,
        person=case.person,
        device=case.asker.device,
        seen=case.act.seen,
        at=case.now,
    )
    return (*ended(weapon, "PROVED-AGAIN"), proved)


def is_counted(condition: Condition) -> bool:
    """Say whether one person has said what is in it: who counted it empty, or who loaded it."""
    is_said = bool(condition.inspected) or condition.loader is not None
    return condition.slots is not None and is_said


def inspect_rules(case: Case[Inspect]) -> Iterator[Bite]:
    """Yield why this second count does not count."""
    weapon = case.weapon(case.act.weapon)
    if not case.has_role(*TESTERS):
        yield INSPECT_ROLE.refuses()
    yield from faults.wait_rules(case, weapon)
    if not is_counted(weapon.condition):
        yield INSPECT_PROVED.refuses()
    if case.person in {look.person for look in weapon.condition.inspected}:
        yield INSPECT_TWICE.refuses(person=case.person)
    yield from count_rules(weapon, case.act.seen)
    yield from differs(case, weapon, case.act.seen)
    yield from hand_rules(weapon)


def inspect(case: Case[Inspect]) -> tuple[Event, ...]:
    """Return the second count. Whoever counts after it was shown has opened it since."""
    return (
        *opened_again(case.weapon(case.act.weapon)),
        Inspected(
            weapon=case.act.weapon,
            person=case.person,
            device=case.asker.device,
            seen=case.act.seen,
            at=case.now,
        ),
    )


def proved_empty(state: State, event: ProvedEmpty) -> State:
    weapon = state.weapons[event.weapon]
    look = Look(person=event.person, device=event.device, at=event.at, seen=event.seen)
    condition = Condition(
        slots=(None,) * weapon.capacity, since=event.at, cause="PROVED", inspected=(look,)
    )
    weapon = replace(weapon, condition=condition, doubt_since=None)
    return replace(state, weapons=put(state.weapons, weapon.id, weapon))


def inspected(state: State, event: Inspected) -> State:
    weapon = state.weapons[event.weapon]
    look = Look(person=event.person, device=event.device, at=event.at, seen=event.seen)
    condition = replace(weapon.condition, inspected=(*weapon.condition.inspected, look))
    return replace(
        state, weapons=put(state.weapons, weapon.id, replace(weapon, condition=condition))
    )


JUDGES = {
    ProveEmpty: Judge(prove_rules, prove_empty),
    Inspect: Judge(inspect_rules, inspect),
}

EVOLVERS = {
    ProvedEmpty: proved_empty,
    Inspected: inspected,
}
