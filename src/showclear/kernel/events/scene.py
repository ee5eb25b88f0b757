"""What can have happened around a set-up: the looks, the hands, the take?"""

from dataclasses import dataclass
from typing import TypeAlias

from showclear.kernel.things import Issue, Listed, Seen
from showclear.kernel.words import Instant, Mode, Part


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowBegan:
    """`more` are the parts that the set-up asks for beyond the profile of the weapon."""

    weapon: str
    setup: str
    to: str
    mode: Mode
    shown_by: str
    people: tuple[Listed, ...]
    at: Instant
    more: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAnswered:
    weapon: str
    person: str
    device: str
    seen: Seen
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class LookDeclined:
    """The taker does not look himself; `chosen` looks in his place, in front of him."""

    weapon: str
    person: str
    chosen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponShown:
    """Every person on the show list looked, and the answers agree: shown to the taker."""

    weapon: str
    to: str
    setup: str
    mode: Mode
    at: Instant
    until: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearanceEnded:
    """What was shown, or being shown, no longer counts. `cause` is the code of the rule."""

    weapon: str
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverOffered:
    weapon: str
    giver: str
    taker: str
    device: str
    at: Instant
    is_return: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferEnded:
    """It is no longer held out as it was: another offer takes its place."""

    weapon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TagWasRead:
    weapon: str
    person: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponHandedOver:
    weapon: str
    giver: str
    taker: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponReturned:
    weapon: str
    giver: str
    taker: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponCalled:
    """The weapons call for one take: the take runs from here to cut."""

    weapon: str
    setup: str
    take: int
    caller: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class SameAgain:
    """The second says that it never left his sight and was not opened."""

    weapon: str
    take: int
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HotEnded:
    """It was hot in a take that ended: nobody has looked through its bore since."""

    weapon: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeEnded:
    """Cut: `take` is the one that ended."""

    setup: str
    take: int
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOn:
    """In a running take, along the planned path: custody moves, what was shown holds on."""

    weapon: str
    giver: str
    taker: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Holstered:
    weapon: str
    watcher: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineIssued:
    """A line stands: which weapons for whom, and the pair that walks it."""

    line: str
    setup: str
    pair: tuple[str, ...]
    issues: tuple[Issue, ...]
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponIssued:
    """A weapon of a line went to its person; the pair watches it from now on."""

    weapon: str
    line: str
    giver: str
    taker: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class LineWalked:
    line: str
    person: str
    counted: int
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShown:
    """Both of the pair walked it, and each holder was shown his weapon: shown for one take."""

    line: str
    at: Instant
    until: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class LineVoided:
    line: str
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCalled:
    line: str
    setup: str
    take: int
    caller: str
    at: Instant


SceneEvent: TypeAlias = (
    ShowBegan
    | LookAnswered
    | LookDeclined
    | WeaponShown
    | ClearanceEnded
    | HandoverOffered
    | OfferEnded
    | TagWasRead
    | WeaponHandedOver
    | WeaponReturned
    | WeaponCalled
    | SameAgain
    | HotEnded
    | TakeEnded
    | PassedOn
    | Holstered
    | LineIssued
    | WeaponIssued
    | LineWalked
    | LineShown
    | LineVoided
    | LineCalled
)
