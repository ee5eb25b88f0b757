"""Is what is in this weapon proved well enough to be shown?

A rod tells empty from not empty, never dummy from live: an empty weapon is proved by a rod
through every chamber, a dummy by something other than a look at each one, as it goes in. A blank
rests on the record of its lot. Nobody inspects his own work alone.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.effects import doubted, opened_again
from showclear.kernel.fill import blank_rules, dummy_rules
from showclear.kernel.proof import INSPECT_PROVED, INSPECT_ROLE, counted, hand_rules, is_counted
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import State, with_weapon
from showclear.kernel.things import Use
from showclear.kernel.weapon import Proved, Weapon
from showclear.kernel.words import TESTERS, Layer, Mode, Part, Proof, Tone

SHOW_WITNESS = Rule(
    code="SHOW-WITNESS",
    title="Another person watched the loading and counted",
    layer=Layer.ROUNDS,
    laws=(3,),
    sources=("each-round-each-chamber",),
    tone=Tone.NOT_YET,
)
INSPECT_LOADER = Rule(
    code="INSPECT-LOADER",
    title="Nobody inspects his own loading alone",
    layer=Layer.ROUNDS,
    laws=(3,),
    tone=Tone.NOT_YET,
)
CONTENT_PROVED = Rule(
    code="CONTENT-PROVED",
    title="What is in it was proved by an instrument, not by looks alone",
    layer=Layer.ROUNDS,
    laws=(1, 2),
    sources=("dummy-provable", "prove-five-steps"),
    tone=Tone.NOT_YET,
)
PROOF_KIND = Rule(
    code="PROOF-KIND",
    title="A rod proves an empty chamber and nothing else; a dummy is proved round by round",
    layer=Layer.ROUNDS,
    laws=(1, 2),
    sources=("dummy-provable",),
)
PROOF_DIFFERS = Rule(
    code="PROOF-DIFFERS",
    title="The instrument says the same of every chamber as the record",
    layer=Layer.ROUNDS,
    laws=(1,),
    sources=("dummy-provable", "each-round-each-chamber"),
    tone=Tone.ALARM,
)

RULES = (SHOW_WITNESS, INSPECT_LOADER, CONTENT_PROVED, PROOF_KIND, PROOF_DIFFERS)


def content_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    """Yield why what is in this weapon is not ready to be shown."""
    condition, slots = weapon.condition, weapon.condition.slots or ()
    if any(slots):
        yield from _load_rules(case, weapon)
    setup = case.setup(getattr(case.act, "setup", ""))
    uses = [use for use in setup.uses if use.weapon == weapon.id] if setup is not None else []
    yield from blank_rules(case, weapon, slots, uses=_in_mode(uses, Mode.HOT))
    yield from dummy_rules(weapon, slots, uses=_in_mode(uses, Mode.COLD))
    is_asked = setup is not None and Part.CONTENT_PROOF in setup.more
    if is_asked or case.needs(weapon, Part.CONTENT_PROOF):
        needed = expected(weapon)
        if needed is not None and not any(_reads(each, needed) for each in condition.proved):
            yield CONTENT_PROVED.refuses(chambers=needed[1])


def _in_mode(uses: list[Use], mode: Mode) -> list[Use]:
    return [use for use in uses if use.mode is mode]


def _load_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    condition = weapon.condition
    if case.needs(weapon, Part.LOAD_WITNESS) and condition.witness is None:
        yield SHOW_WITNESS.refuses()
    others = {look.person for look in condition.inspected} - {condition.loader}
    if case.needs(weapon, Part.TWO_INSPECTORS) and not others:
        yield INSPECT_LOADER.refuses(person=condition.loader or "")


def expected(weapon: Weapon) -> tuple[Proof, int] | None:
    """Return which instrument proves what is in it, and of how many; None for blanks."""
    holds = counted(weapon.condition.slots or ())
    if holds.blank:
        return None
    return (Proof.ROUND, holds.dummy) if holds.dummy else (Proof.ROD, weapon.capacity)


def _reads(reading: Proved, needed: tuple[Proof, int]) -> bool:
    return (reading.proof, reading.chambers) == needed


def prove_rules(case: Case[a.ProveContent]) -> Iterator[Bite]:
    """Yield why this reading does not count. One that differs is an alarm at once."""
    act, weapon = case.act, case.weapon(case.act.weapon)
    if not case.has_role(*TESTERS):
        yield INSPECT_ROLE.refuses()
    if not is_counted(weapon.condition):
        yield INSPECT_PROVED.refuses()
    needed = expected(weapon)
    if needed is None or needed[0] is not act.proof:
        yield PROOF_KIND.refuses()
    if needed is not None and act.chambers != needed[1]:
        yield PROOF_DIFFERS.alarms(weapon.id, *doubted(weapon, PROOF_DIFFERS.code, case.now))
    yield from hand_rules(weapon)


def prove(case: Case[a.ProveContent]) -> tuple[e.Event, ...]:
    """Return the reading."""
    act = case.act
    reading = e.ContentProved(
        weapon=act.weapon, person=case.person, proof=act.proof, chambers=act.chambers
    )
    return (*opened_again(case.weapon(act.weapon)), reading)


def content_proved(state: State, event: e.ContentProved) -> State:
    reading = Proved(person=event.person, proof=event.proof, chambers=event.chambers)
    condition = state.weapons[event.weapon].condition
    condition = replace(condition, proved=(*condition.proved, reading))
    return with_weapon(state, event.weapon, condition=condition)


JUDGES = {
    a.ProveContent: Judge(prove_rules, prove),
}

EVOLVERS = {
    e.ContentProved: content_proved,
}
