"""Who asks what of the record, while what happens in the world?

A stage holds the world beside the record. Each act of a story moves the world and asks the record
what a team that uses it would ask at that moment. The asks are kept, so that the same story can
be judged again under other rules.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from showclear.drills.words import NOBODY, BadCase, Field
from showclear.drills.world import Impossible, World
from showclear.kernel import asks as a
from showclear.kernel.decide import decide, settle
from showclear.kernel.decision import Allowed, Decision, Refused
from showclear.kernel.events import AlarmRaised
from showclear.kernel.general import touched
from showclear.kernel.policy import Policy
from showclear.kernel.rule import Case
from showclear.kernel.state import State
from showclear.kernel.words import Role, Via

BEGIN = 1_772_438_400_000
"""When every replay begins; no rule knows what day it is."""

SECOND, MINUTE = 1_000, 60_000
BETWEEN_ASKS, BETWEEN_STEPS = 3 * SECOND, MINUTE


@dataclass(frozen=True, slots=True)
class Asked:
    """One ask of a replay: at which step, by whom, what, when."""

    n: int
    who: str
    act: a.Act
    now: int


@dataclass(frozen=True, slots=True)
class Bit:
    """A rule bit: which, by refusing or by an alarm, and with which numbers."""

    rule: str
    params: Mapping[str, str | int]
    is_alarm: bool


@dataclass(frozen=True, slots=True)
class Book:
    """Which rules are in force, under which limits."""

    codes: frozenset[str] = frozenset()
    policy: Policy = field(default_factory=Policy)

    def only(self, *codes: str) -> "Book":
        """Return the book with these rules alone."""
        return Book(frozenset(codes), self.policy)


def judge(state: State, asked: Asked, *, nth: int, book: Book) -> Decision:
    """Let the real kernel judge one ask, as asked by a person who sees what the record says."""
    known = asked.who in state.people
    asker = a.Asker(
        person=asked.who if known else None,
        device=f"phone of {asked.who}",
        owner=asked.who if known else None,
        via=Via.KEY if known else Via.NONE,
    )
    ask = a.Ask(id=f"ask-{nth}", asker=asker, at=asked.now, act=asked.act)
    case = Case(state, ask, asked.act, book.policy, asked.now, book.codes)
    seen = {thing: version for thing, version in touched(case).items() if version is not None}
    ask = replace(ask, expects=seen)
    return decide(state, ask, book.policy, now=asked.now, book=book.codes)


def bit(decision: Decision, book: Book) -> Bit | None:
    """Return the rule of this book that bit, if one did."""
    if isinstance(decision, Refused):
        return Bit(decision.rule, decision.params, is_alarm=False)
    for event in decision.events:
        if isinstance(event, AlarmRaised) and event.rule in book.codes:
            about = event.about or ""
            return Bit(event.rule, {"about": about, "found": event.found}, is_alarm=True)
    return None


def settled(state: State, decision: Decision, nth: int) -> State:
    """Return the record after a decision; what was refused leaves no trace in it."""
    return settle(state, decision.events, f"leaf-{nth}") if isinstance(decision, Allowed) else state


@dataclass(frozen=True, slots=True)
class Deed:
    """One act of a story: the verb, who does it, and the rest of its fields."""

    verb: str
    who: tuple[str, ...]
    values: Mapping[str, Any]
    where: str
    n: int = 0

    @property
    def doer(self) -> str:
        """Who does it, the first where there are several."""
        return self.who[0]

    def get(self, name: str, default: Any = None) -> Any:
        """Return a field, or the default where the file leaves it out."""
        return self.values.get(name, default)

    def text(self, name: str) -> str:
        """Return a field that has to be there."""
        return str(self.values[name])

    def many(self, name: str, default: Iterable[str] = ()) -> tuple[str, ...]:
        """Return a field of several names; `nobody` is none of them."""
        given = self.values.get(name, list(default))
        names = given if isinstance(given, list) else [given]
        return tuple(each for each in names if each != NOBODY)

    def one(self, name: str, default: str = "") -> str:
        """Return the person or thing named, else the default; empty for nobody."""
        given = str(self.values.get(name, default))
        return "" if given == NOBODY else given


@dataclass(frozen=True, slots=True)
class Verb:
    """One word of the vocabulary: its fields, and what it does to the world and asks."""

    name: str
    group: str
    fields: Mapping[str, Field]
    do: Callable[["Stage", Deed], None]

    @property
    def says(self) -> str:
        """What the act is, in a sentence."""
        return (self.do.__doc__ or "").strip()


@dataclass(slots=True)
class Stage:
    """The world, the record beside it, and what has been asked so far.

    Attributes:
        forms: what the file says of each thing.
        story: the people of the file who are entered in the record, with their roles.
        house: the people whom the program supposes, with their roles.
        book: which rules are in force while this story is told, and the limits.
    """

    world: World
    forms: Mapping[str, Mapping[str, Any]]
    story: Mapping[str, tuple[Role, ...]]
    house: Mapping[str, tuple[Role, ...]]
    state: State = field(default_factory=State)
    book: Book = field(default_factory=Book)
    now: int = BEGIN
    nth: int = 0
    deed: Deed | None = None
    is_unseen: bool = False
    asked: list[Asked] = field(default_factory=list)
    bitten: list[tuple[str, Bit]] = field(default_factory=list)

    def play(self, verb: Verb, deed: Deed) -> None:
        """Let one act happen.

        Raises:
            BadCase: it cannot happen as it is told.
        """
        self.deed, self.is_unseen = deed, bool(deed.get("unseen", False))
        try:
            verb.do(self, deed)
        except Impossible as wrong:
            raise BadCase(deed.where, str(wrong)) from wrong

    def ask(self, who: str, act: a.Act) -> None:
        """Ask the record, unless this is an act that nobody would enter."""
        if self.is_unseen or not who:
            return
        self.now += BETWEEN_ASKS
        asked = Asked(self.deed.n if self.deed else 0, who, act, self.now)
        decision = judge(self.state, asked, nth=self.nth, book=self.book)
        found = bit(decision, self.book)
        if found is not None:
            self.bitten.append((who, found))
        self.state = settled(self.state, decision, self.nth)
        self.nth += 1
        self.asked.append(asked)

    @property
    def policy(self) -> Policy:
        """Return the limits in force."""
        return self.book.policy

    def form(self, thing: str) -> Mapping[str, Any]:
        """Return what the file says of a thing."""
        return self.forms[thing]

    def find(self, *roles: Role, apart: Iterable[str] = ()) -> str:
        """Name somebody of age in one of these roles, none of `apart`; the file's people first."""
        for who, has in (*self.story.items(), *self.house.items()):
            person = self.state.people.get(who)
            is_minor = person is not None and person.is_minor
            if set(roles) & set(has) and who not in apart and not is_minor:
                return who
        return ""

    def caller(self, *apart: str) -> str:
        """Name who says the weapons call: the AD, else the safety officer, and none of these."""
        return self.find(Role.AD, apart=apart) or self.find(Role.SAFETY, apart=apart)

    def second(self, *apart: str) -> str:
        """Name the second: whoever is that, else somebody who may inspect, and none of these."""
        others = (Role.SAFETY, Role.HANDLER, Role.PROP_MASTER)
        return self.find(Role.SECOND, apart=apart) or self.find(*others, apart=apart)
