"""Does every invariant hold in every record that people can reach?

A search over the real kernel, to the fixpoint. In every record everything of the alphabet is
tried by everybody, and whatever is done is judged by every invariant. The work of a day is also
followed: the records it leads to are searched in their turn. The rest is tried everywhere and
followed nowhere: one strange act after any work, which the random plays of plays.py make many.
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from tests.kernel import stage
from tests.kernel.alphabet import (
    BLANKS,
    DUMMIES,
    EMPTY,
    KID,
    SAFE,
    TAKER,
    Said,
    alphabet,
    tag,
)
from tests.kernel.invariants import INVARIANTS, Holds, Step
from tests.kernel.stage import NOW, Play
from tests.kernel.standing import aged, key_of, minute_later, standing

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decide import decide, settle
from showclear.kernel.decision import Allowed
from showclear.kernel.forms import FORMS, Effect
from showclear.kernel.policy import Policy
from showclear.kernel.state import State
from showclear.kernel.things import Use
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Label, Mode, Role, WeaponClass

GUN = stage.GUN

Follows = Callable[[State, Said], bool]
Key = object


class Broken(NamedTuple):
    """An invariant that did not hold, and the shortest story that leads there."""

    invariant: str
    story: tuple[str, ...]


def permits(event: e.Event) -> bool:
    """Say whether the event may ever give somebody a permission."""
    return FORMS[type(event).__name__].effect is Effect.PERMIT


@dataclass
class Found:
    """What a search has found."""

    states: int = 0
    tried: int = 0
    done: int = 0
    handed_over: int = 0
    called: int = 0
    broken: dict[str, Broken] = field(default_factory=dict)


def opening(weapons: tuple[str, ...], found: WeaponClass = WeaponClass.BLANK_ONLY) -> State:
    """Return a show that is ready: a dummy lot and a blank lot verified, the weapons locked up."""
    play = stage.opened()
    play.do("ada", stage.person("cris", Role.CREW))
    play.do("ada", replace(stage.person(KID, Role.SECOND, Role.PERFORMER), is_minor=True))
    for lot, label in ((DUMMIES, Label.DUMMY), (BLANKS, Label.BLANK)):
        spare = len(weapons) if label is Label.BLANK else 0  # One is fired in the test of each.
        play.do("ada", replace(stage.box(lot, label), count=3 + spare))
        signed = a.SignLot(lot=lot, proved=1 + spare, doubtful=0, sealed=2, is_marked=True)
        play.do("ada", signed).do("sec", signed)
    for weapon in weapons:
        play.do("ada", replace(stage.arrival(weapon), capacity=1))
        for who in ("ada", "sec", "alf"):
            play.do(who, stage.finding(weapon, found))
    for mode in Mode:
        planned(play, weapons, mode)
    for weapon in weapons:
        test = a.TestFire(weapon=weapon, lot=BLANKS, distance_mm=stage.RANGE)
        play.do("ada", test).do("sec", test)
        check(play, weapon)
    return standing(play.state)


def planned(play: Play, weapons: tuple[str, ...], mode: Mode) -> None:
    """Let these weapons be planned for the taker, and the talk be given."""
    uses = tuple(
        Use(
            weapon=weapon, taker=TAKER, mode=mode, reason=stage.WHY, rounds=mode is Mode.HOT,
            distance_mm=stage.RANGE,
        )
        for weapon in weapons
    )  # fmt: skip
    setup = mode.value
    play.do("alf", a.PlanSetUp(setup=setup, slate=setup, unit="main", uses=uses))
    play.do("alf", a.Brief(setup=setup, heard=(TAKER,)))


def check(play: Play, weapon: str) -> None:
    """Let it be worked and its bore be seen by two, and be locked up again."""
    play.do("sec", a.TurnKey(place=SAFE)).do("ada", a.DrawWeapon(weapon=weapon, tag=tag(weapon)))
    play.do("ada", a.ProveEmpty(weapon=weapon, tag=tag(weapon), seen=EMPTY))
    play.do("ada", a.CheckFunction(weapon=weapon, works=True))
    for who in ("ada", "sec"):
        play.do(who, a.SeeBore(weapon=weapon, is_clear=True))
    play.do("ada", a.LockUp(weapon=weapon, place=SAFE, tag=tag(weapon)))


class Search:
    """One search: from a record, along what is followed."""

    def __init__(
        self,
        weapons: tuple[str, ...],
        follows: Follows,
        *,
        policy: Policy = stage.POLICY,
        invariants: Mapping[str, Holds] = INVARIANTS,
        waits: bool = True,
    ) -> None:
        self.said = alphabet(weapons)
        self.follows = follows
        self.policy = policy
        self.invariants = invariants
        self.waits = waits
        self.found = Found()
        self._came: dict[Key, tuple[Key | None, str]] = {}
        self._handed: dict[Key, frozenset[int]] = {}
        self._hands = [n for n, each in enumerate(self.said) if is_hand(each)]

    def only_followed(self, people: Iterable[str]) -> "Search":
        """Try only what these people ask on their own devices, and none of the words."""
        known = set(people)
        self.said = tuple(
            each
            for each in self.said
            if each.person in known
            and each.ask.asker.owner == each.person
            and type(each.act) not in a.REVOKES
        )
        self._hands = []
        return self

    def run(self, start: State, most: int | None = None) -> Found:
        """Search to the fixpoint, or through so many records."""
        key = key_of(start)
        self._came[key] = (None, "")
        return self._search(deque([(key, start)]), lambda: self.found.states == most)

    def _search(self, waiting: deque[tuple[Key, State]], is_over: Callable[[], bool]) -> Found:
        while waiting and not is_over():
            key, state = waiting.popleft()
            self.found.states += 1
            for after_key, after, name in self._steps(key, state):
                if after_key not in self._came:
                    self._came[after_key] = (key, name)
                    waiting.append((after_key, after))
        return self.found

    def _steps(self, key: Key, state: State) -> Iterable[tuple[Key, State, str]]:
        for name, older in (("a minute passes", minute_later(state)), ("hours pass", aged(state))):
            older_key = key_of(older)
            self._no_more_handed(key, state, older_key, older, name)
            if self.waits:
                yield older_key, older, name
        taken: set[tuple[e.Event, ...]] = set()
        for said in self.said:
            for found in self._step(key, state, said, taken):
                if self.follows(state, said):
                    yield found

    def _step(
        self, key: Key, state: State, said: Said, taken: set[tuple[e.Event, ...]]
    ) -> Iterable[tuple[Key, State, str]]:
        """Yield what is done when this is asked, unless the same was taken away already."""
        self.found.tried += 1
        decision = self._decide(state, said)
        is_same = isinstance(decision, Allowed) and decision.events in taken
        if not isinstance(decision, Allowed) or is_same:
            return
        self.found.done += 1
        if not any(map(permits, decision.events)):
            taken.add(decision.events)
        after = standing(settle(state, decision.events, ""), state)
        self._judge(key, Step(state, said.ask, decision, after, self.policy, NOW), said)
        takes, after_key = type(said.act) in a.REVOKES, key_of(after)
        if takes:
            self._no_more_handed(key, state, after_key, after, told(said))
        yield after_key, after, told(said)

    def _decide(self, state: State, said: Said) -> Any:
        return decide(state, said.ask, self.policy, now=NOW)

    def _judge(self, key: Key, step: Step, said: Said) -> None:
        for kind in step.decision.events:
            self.found.handed_over += isinstance(kind, e.WeaponHandedOver)
            self.found.called += isinstance(kind, e.WeaponCalled)
        for name, holds in self.invariants.items():
            if name not in self.found.broken and not holds(step):
                self._break(name, key, told(said))

    def _break(self, name: str, key: Key | None, last: str) -> None:
        story = [last]
        while key is not None:
            key, said = self._came[key]
            story.append(said)
        self.found.broken[name] = Broken(name, tuple(reversed(story[:-1])))

    def _no_more_handed(
        self, key: Key, state: State, after_key: Key, after: State, last: str
    ) -> None:
        """I11: what takes away, and waiting, never allow a handover that was refused before."""
        if "I11" in self.found.broken or after_key == key:
            return
        if not self._allowed(after_key, after) <= self._allowed(key, state):
            self._break("I11", key, last)

    def _allowed(self, key: Key, state: State) -> frozenset[int]:
        found = self._handed.get(key)
        if found is None:
            found = frozenset(n for n in self._hands if self._is_handed(state, self.said[n]))
            self._handed[key] = found
        return found

    def _is_handed(self, state: State, said: Said) -> bool:
        decision = self._decide(state, said)
        handed = (e.HandoverOffered, e.WeaponHandedOver)
        return isinstance(decision, Allowed) and any(
            isinstance(each, handed) for each in decision.events
        )


def is_hand(said: Said) -> bool:
    """Say whether it is one side of a handover that I11 compares: by the likeliest people."""
    act = said.act
    if isinstance(act, a.OfferHandover):
        is_likely = act.to in (TAKER, "cris") and said.person in ("ada", "hal", TAKER)
        return is_likely and act.tag == tag(act.weapon)
    is_taken = isinstance(act, a.TakeHandover) and act.tag == tag(act.weapon)
    return is_taken and said.person in (TAKER, "cris", "hal")


def told(said: Said) -> str:
    """Return who asked what, in short."""
    via = "" if said.ask.asker.owner == said.person else f" on {said.ask.asker.owner}'s"
    return f"{said.person}{via}: {said.act}"


def inspectors(weapon: Weapon) -> set[str]:
    """Return who has inspected it."""
    return {look.person for look in weapon.condition.inspected}


def is_honest(state: State, act: Any) -> bool:
    """Say whether the count is what the record has."""
    slots = state.weapons[act.weapon].condition.slots
    if slots is None:
        return False
    kinds = [each.kind.value if each else "empty" for each in slots]
    seen = act.seen
    return [seen.empty, seen.dummy, seen.blank] == [
        kinds.count(each) for each in ("empty", "dummy", "blank")
    ]


def is_witnessed(weapon: Weapon) -> bool:
    """Say whether another has seen it loaded, if it was."""
    return weapon.condition.loader is None or weapon.condition.witness is not None


def is_read(weapon: Weapon) -> bool:
    """Say whether its tag was read for the offer that is open."""
    return weapon.offer is not None and weapon.offer.tag_reader is not None


def is_in_place(weapon: Weapon) -> bool:
    """Say whether it lies in its place."""
    return weapon.custody.holder is None


Allows = Callable[[State, Any], bool]


def always(state: State, act: Any) -> bool:
    """Follow it wherever it is done."""
    return True


def of(state: State, act: Any) -> Weapon:
    """Return the weapon that it is about."""
    return state.weapons[act.weapon]


def is_idle(state: State, act: Any) -> bool:
    """Say whether it is neither being shown nor shown."""
    weapon = of(state, act)
    return weapon.clearance is None and weapon.showing is None


DAY: dict[type, tuple[tuple[str, ...], Allows]] = {
    a.TurnKey: (("sec",), lambda state, act: all(map(is_in_place, state.weapons.values()))),
    a.DrawWeapon: (("ada",), always),
    a.LockUp: (("ada",), always),
    a.TakeWatch: (("sec",), lambda state, act: not of(state, act).watchers),
    a.EndWatch: (("sec",), always),
    a.ProveEmpty: (("ada",), always),
    a.CheckFunction: (("ada",), lambda state, act: of(state, act).history.is_function_due),
    a.SeeBore: (
        ("ada", "sec"),
        lambda state, act: (
            of(state, act).history.is_bore_due and not of(state, act).history.is_function_due
        ),
    ),
    a.Inspect: (
        ("ada", "sec", "sam"),
        lambda state, act: (
            is_honest(state, act) and len(inspectors(of(state, act))) < 2 and is_idle(state, act)
        ),
    ),
    a.Load: (("ada",), always),
    a.WitnessLoad: (
        ("sec",),
        lambda state, act: is_honest(state, act) and of(state, act).condition.witness is None,
    ),
    a.Unload: (("ada",), always),
    a.ShowWeapon: (("ada",), is_idle),
    a.AnswerLook: (("dora", "alf", "sam", "cris"), is_honest),
    a.DeclineLook: (("dora",), lambda state, act: act.chosen in ("cris", "sam")),
    a.OfferHandover: (("ada",), lambda state, act: of(state, act).offer is None),
    a.ReadTag: (("sec",), always),
    a.TakeHandover: ((TAKER,), always),
    a.CallWeapon: (("alf", "sam"), always),
    a.Again: (("sec",), always),
    a.EndTake: (("alf",), always),
    a.OfferReturn: ((TAKER,), lambda state, act: act.to == "ada"),
    a.TakeBack: (("ada",), always),
    a.ReportUnattended: (("cris",), always),
    a.Break: (("cris",), always),
}
"""The work of a day: whose act it is, and when it is worth following."""


LESS: dict[type, tuple[tuple[str, ...], Allows]] = {
    **DAY,
    a.SeeBore: ((), always),
    a.EndWatch: ((), always),
    a.Inspect: (("ada", "sec"), DAY[a.Inspect][1]),
    a.ShowWeapon: (
        ("ada",),
        lambda state, act: is_idle(state, act) and act.people[-1].person == "alf",
    ),
    a.DeclineLook: (("dora",), lambda state, act: act.chosen == "cris"),
    a.Break: ((), always),
}
"""Less of it, for the long run: one caller, and nobody looks through the bore again."""

QUICK: dict[type, tuple[tuple[str, ...], Allows]] = {
    **LESS,
    a.LockUp: (("ada",), lambda state, act: not any(of(state, act).history.load)),
    a.TakeWatch: ((), always),
    a.Unload: (("ada",), lambda state, act: act.misfired == 0),
    a.Inspect: (
        ("ada", "sec"),
        lambda state, act: DAY[a.Inspect][1](state, act) and is_witnessed(of(state, act)),
    ),
    a.ReadTag: (("sec",), lambda state, act: not is_read(of(state, act))),
}
"""Little enough for every run of the tests: a loaded weapon is not locked up."""


def following(table: Mapping[type, tuple[tuple[str, ...], Allows]]) -> Follows:
    """Follow what the table names, on the device of whoever does it."""

    def follows(state: State, said: Said) -> bool:
        people, allows = table.get(type(said.act), ((), always))
        is_own = said.ask.asker.owner == said.person
        return is_own and said.person in people and allows(state, said.act)

    return follows
