"""What is a rule?

A rule has a code that is never reused, a place in the day, and the sources it rests on. The
subject modules hold the conditions: each yields its rules' bites in the order in which a person
on set would ask them, and the first bite is the answer, since one reason on a screen is acted
on and five are not.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from showclear.kernel.asks import Act, Ask, Asker
from showclear.kernel.decision import Alarmed, Bite, Refused
from showclear.kernel.events import AlarmRaised, Event
from showclear.kernel.lot import Lot
from showclear.kernel.policy import Policy, parts_of
from showclear.kernel.state import SetUp, State
from showclear.kernel.weapon import Item, Weapon
from showclear.kernel.words import Instant, Layer, Part, Profile, Role, Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of the kernel.

    Attributes:
        code: stable, never reused; tests, pages, screens and docs share it.
        title: what it demands, in a few words.
        layer: where in the day it stands.
        laws: the laws of docs/explanation/laws.md that it carries out.
        sources: ids of written rules (packs/rules.yaml) that it rests on.
        tone: a blocked attempt, an order of work, or a warning.
    """

    code: str
    title: str
    layer: Layer
    laws: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()
    tone: Tone = Tone.NO

    def refuses(self, **params: str | int) -> Refused:
        """Return the refusal under this rule, with the numbers that explain it."""
        assert self.tone is not Tone.ALARM, f"{self.code} warns; it does not refuse"
        return Refused(self.code, dict(params))

    def alarms(self, about: str | None, *events: Event, found: str = "") -> Alarmed:
        """Return the alarm under this rule: the act is not done, and `events` take away."""
        raised = AlarmRaised(rule=self.code, about=about, found=found)
        return Alarmed(self.code, (raised, *events))


A_co = TypeVar("A_co", bound=Act, covariant=True)


@dataclass(frozen=True, slots=True)
class Case(Generic[A_co]):
    """One ask before the kernel: the act, the state it meets, the policy and the time."""

    state: State
    ask: Ask
    act: A_co
    policy: Policy
    now: Instant
    book: frozenset[str]

    @property
    def asker(self) -> Asker:
        """Who asks."""
        return self.ask.asker

    @property
    def person(self) -> str:
        """The id of the person who asks; empty for nobody."""
        return self.ask.asker.person or ""

    def has_role(self, *roles: Role) -> bool:
        """Say whether the person who asks has one of `roles`."""
        person = self.state.people.get(self.person)
        return person is not None and any(role in person.roles for role in roles)

    def weapon(self, weapon: str) -> Weapon:
        """Return the weapon; the general rules have refused an unknown one before."""
        return self.state.weapons[weapon]

    def item(self, item: str) -> Item:
        """Return the item; the general rules have refused an unknown one before."""
        return self.state.items[item]

    def lot(self, lot: str) -> Lot:
        """Return the lot; the general rules have refused an unknown one before."""
        return self.state.lots[lot]

    def setup(self, setup: str) -> SetUp | None:
        """Return the set-up, if it is planned."""
        return self.state.setups.get(setup)

    def needs(self, weapon: Weapon, part: Part) -> bool:
        """Say whether this weapon's profile asks for `part`, or the set-up it is shown for.

        In a line the line's profile holds. What needs no look at all asks for no more in any
        set-up: it needs none to be handed over, and forgetting a plan must never allow more.
        """
        parts = parts_of(weapon.weapon_class, self.policy)
        if weapon.line is not None:
            parts = self.policy.parts[Profile.LINE]
        if part in parts or Part.TAKER_LOOK not in parts:
            return part in parts
        shown = weapon.clearance or weapon.showing
        asked = self.setup(getattr(self.act, "setup", None) or "")
        return part in (shown.more if shown else ()) or part in (asked.more if asked else ())

    def is_fresh(self, at: Instant, limit_ms: int) -> bool:
        """Say whether `at` is at most `limit_ms` old and not in the future."""
        return 0 <= self.now - at <= limit_ms

    def age(self, at: Instant) -> int:
        """Return how old `at` is, in milliseconds."""
        return self.now - at


class Judge(NamedTuple):
    """How one kind of act is judged: its rules in order, and what happens when none bites."""

    rules: Callable[[Any], Iterator[Bite]]
    events: Callable[[Any], tuple[Event, ...]]


def no_rules(case: Case[Any]) -> Iterator[Bite]:
    """Yield nothing: an act that is never refused by its subject."""
    return iter(())
