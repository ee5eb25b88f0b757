"""What does the record say after each thing that people do with it?

The real kernel, tabulated: each command is a few acts in a row, asked of `decide` and carried in
by `settle`. A record is kept by its standing: who, what, signed by whom. There is no time in it
and no past, so there are only so many, and each is asked once.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from showclear.drills.prove.commands import COMMANDS, Desk, Said
from showclear.drills.prove.opening import COUNT, NOW, opened
from showclear.drills.prove.protocol import Rules
from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decide import BOOK, decide, settle
from showclear.kernel.decision import Refused
from showclear.kernel.lot import Lot
from showclear.kernel.policy import profile_of
from showclear.kernel.proof import counted
from showclear.kernel.state import SetUp, State
from showclear.kernel.weapon import Clearance, Condition, History, Weapon
from showclear.kernel.words import Mode, Profile, WeaponClass

NO = -1
"""The kernel refused, or raised an alarm."""


class Facts(NamedTuple):
    """What the record says of one weapon, as people read it."""

    holder: str
    kind: str
    is_cleared: bool
    is_bore_due: bool
    profile: Profile


class Record:
    """The table of records: `run` is the only way from one to another."""

    def __init__(self, rules: Rules, weapons: int, *, left_out: frozenset[str]) -> None:
        self.rules = rules
        self._left_out = left_out
        self.weapons = weapons
        self.states: list[State] = []
        self.facts: list[tuple[Facts, ...]] = []
        self._places: dict[object, int] = {}
        self._ran: dict[tuple[int, str, int], int] = {}

    def opened(self, classes: tuple[WeaponClass, ...]) -> int:
        """Return the record of a show that is ready, its weapons of these classes in the safe."""
        state = opened(self.rules, classes)
        return NO if state is None else self._place(state)

    def is_lent(self, act: type, weapon_class: WeaponClass) -> int:
        """Say, as 1 or 0, whether two people may sign this act on one device."""
        found = opened(self.rules, (weapon_class,) * self.weapons, lent=(act,))
        return 0 if found is None else 1

    def run(self, record: int, command: str, weapon: int) -> int:
        """Return the record after a command, or NO."""
        key = (record, command, weapon)
        found = self._ran.get(key)
        if found is None:
            found = self._ran[key] = self._run(record, command, weapon)
        return found

    def _run(self, record: int, command: str, weapon: int) -> int:
        if command in self._left_out:
            return NO
        before = self.states[record]
        talk = list(COMMANDS[command](Desk(before, weapon, self.rules)))
        after: State | None = before
        for said in talk:
            after = heard(after, said, self.rules) if after is not None else None
        return self._place(after) if talk and after is not None else NO

    def mirrored(self, record: int) -> int:
        """Return the record in which the two weapons have changed their names."""
        key = (record, "mirror", 0)
        if key not in self._ran:
            self._ran[key] = self._place(mirrored(self.states[record]))
        return self._ran[key]

    def _place(self, state: State) -> int:
        state = standing(state, self.rules.book) if self.rules.book else on_paper(state)
        key = _key(state)
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = len(self.states)
            self.states.append(state)
            found = (state.weapons[f"g{each}"] for each in range(self.weapons))
            self.facts.append(tuple(map(_facts, found)))
        return place


def heard(state: State, said: Said, rules: Rules) -> State | None:
    """Return the state after one act; None when the kernel refused it or raised an alarm."""
    seen = dict.fromkeys(("g0", "g1", *state.setups, *state.lots), "")
    ask = a.Ask(id="ask", asker=said.asker, at=NOW, act=said.act, expects=seen)
    decision = decide(state, ask, rules.policy, now=NOW, book=rules.book)
    if isinstance(decision, Refused):
        return None
    is_done = type(said.act) in a.REVOKES
    if not is_done and any(isinstance(event, e.AlarmRaised) for event in decision.events):
        return None
    kept = [each for each in decision.events if not _is_off(each, rules.without_causes)]
    return standing(settle(state, kept, ""), rules.book)


def _is_off(event: e.Event, causes: Iterable[str]) -> bool:
    return isinstance(event, e.ClearanceEnded | e.ContentsUnknown) and event.cause in causes


def standing(state: State, book: frozenset[str] = BOOK) -> State:
    """Return the state without its past: no devices, no causes, takes counted from the next.

    Args:
        book: the rules in force; what is due counts only where a rule asks for it.
    """
    takes = {each.id: each.take for each in state.setups.values()}
    weapons = {each.id: _weapon(each, takes, book) for each in state.weapons.values()}
    shown = [each.clearance for each in weapons.values() if each.clearance is not None]
    running = {each.setup for each in shown if each.call is not None}
    return replace(
        state,
        devices={},
        weapons=weapons,
        setups={
            each.id: replace(each, take=1, is_running=each.id in running)
            for each in state.setups.values()
        },
        lots={each.id: _lot(each) for each in state.lots.values()},
    )


def on_paper(state: State) -> State:
    """Return what an armorer without a record keeps in mind: who has it, and what is in it."""
    weapons = {
        each.id: replace(
            each,
            condition=Condition(slots=each.condition.slots),
            history=History(is_function_due=False, is_bore_due=False),
            clearance=None,
            showing=None,
            offer=None,
        )
        for each in state.weapons.values()
    }
    lots = {each.id: replace(each, bins={"store": each.count}) for each in state.lots.values()}
    return replace(standing(state), weapons=weapons, lots=lots)


def mirrored(state: State) -> State:
    """Return the state in which the two weapons have changed their names."""
    names = {"g0": "g1", "g1": "g0"}
    tags = {"t0": "t1", "t1": "t0"}
    first, second = (state.weapons[names[each]] for each in ("g0", "g1"))
    swapped = (
        replace(each, id=names[each.id], tag=tags[each.tag], clearance=_renamed(each.clearance))
        for each in (first, second)
    )
    running = {each.id: each.is_running for each in state.setups.values()}
    setups = {
        each.id: replace(each, is_running=running[_other(each.id)])
        for each in state.setups.values()
    }
    return replace(state, weapons={each.id: each for each in swapped}, setups=setups)


def _renamed(clearance: Clearance | None) -> Clearance | None:
    return clearance and replace(clearance, setup=_other(clearance.setup))


def _other(setup: str) -> str:
    return setup.translate({48: "1", 49: "0"})


def _weapon(weapon: Weapon, takes: dict[str, int], book: frozenset[str]) -> Weapon:
    looks = {look.person: look for look in weapon.condition.inspected}
    condition = replace(
        weapon.condition,
        cause="",
        inspected=tuple(looks[each] for each in sorted(looks)),
        proved=tuple(sorted(set(weapon.condition.proved), key=repr)),
    )
    history = replace(weapon.history, fired_at=None)
    if "BORE-DUE" not in book:
        history = replace(history, is_bore_due=False, is_function_due=False, bore_seen=())
    elif not history.is_bore_due:
        history = replace(history, bore_seen=())
    custody = replace(weapon.custody, last_place="")
    weapon = replace(weapon, condition=condition, custody=custody, history=history)
    clearance = weapon.clearance
    if clearance is None:
        return weapon
    take = takes.get(clearance.setup, 1)
    clearance = replace(
        clearance,
        first_take=clearance.first_take and int(clearance.first_take == take),
        again=1 if clearance.again == take else None,
    )
    if clearance.call is not None:
        clearance = replace(clearance, call=replace(clearance.call, take=1))
    return replace(weapon, clearance=clearance)


def _lot(lot: Lot) -> Lot:
    return replace(lot, tallies=(), cause="")


def _key(state: State) -> object:
    lots = tuple((each.id, each.status, _held(each)) for each in state.lots.values())
    return (
        tuple(state.weapons.values()),
        tuple(map(_moves, state.setups.values())),
        lots,
        tuple(each.key for each in state.places.values()),
        tuple(state.discrepancies),
        state.stops,
        state.day,
    )


def _held(lot: Lot) -> tuple[tuple[str, int], ...]:
    """Return where its rounds are; on paper nobody counts them, and there is no end to a box."""
    return tuple(sorted((each, min(held, COUNT)) for each, held in lot.bins.items() if held > 0))


def _moves(setup: SetUp) -> tuple[object, ...]:
    return (setup.id, setup.take, setup.is_running)


def _facts(weapon: Weapon) -> Facts:
    slots, clearance = weapon.condition.slots, weapon.clearance
    seen = counted(slots or ())
    kind = "?" if slots is None else "K" if seen.blank else "D" if seen.dummy else "E"
    return Facts(
        holder=weapon.custody.holder or "",
        kind=kind,
        is_cleared=clearance is not None and clearance.mode is Mode.COLD and clearance.to == "C",
        is_bore_due=weapon.history.is_bore_due,
        profile=profile_of(weapon.weapon_class),
    )
