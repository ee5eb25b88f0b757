"""What can be asked around a set-up: the looks, the hands, the take?"""

from dataclasses import dataclass
from typing import TypeAlias

from showclear.kernel.things import Issue, Listed, Seen
from showclear.kernel.words import Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowWeapon:
    """Open it in front of the people listed, and ask each of them to look."""

    weapon: str
    setup: str
    to: str
    mode: Mode
    people: tuple[Listed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLook:
    """I was shown and I looked."""

    weapon: str
    seen: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineLook:
    """I do not look myself; this person looks in my place, in front of me."""

    weapon: str
    chosen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAgain:
    """Show me again. No reason is asked."""

    weapon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatherRubber:
    """I'd rather have the rubber."""

    weapon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferHandover:
    """I hold it and give it to this person."""

    weapon: str
    to: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTag:
    """The second reads the tag of the weapon that is in the hands."""

    weapon: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeHandover:
    """I have it."""

    weapon: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferReturn:
    """I give it back."""

    weapon: str
    to: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack:
    """I took it back."""

    weapon: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallWeapon:
    """I said the weapons call for this take."""

    weapon: str
    setup: str
    take: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """The same again: it never left my sight and was not opened. The second says so."""

    weapon: str
    setup: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndTake:
    """Cut."""

    setup: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PassOn:
    """In the take I gave it to this person, along the path that was planned."""

    weapon: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Holster:
    """It is holstered on its holder, under my eyes."""

    weapon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueLine:
    """Issue the weapons of a line, each to its person, each tag scanned. `second` walks with me."""

    line: str
    setup: str
    second: str
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkLine:
    """I walked the line; each holder was shown his weapon; I counted so many."""

    line: str
    counted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CallLine:
    """I said the one weapons call for the line, for this take."""

    line: str
    take: int


SceneAct: TypeAlias = (
    ShowWeapon
    | AnswerLook
    | DeclineLook
    | AskAgain
    | RatherRubber
    | OfferHandover
    | ReadTag
    | TakeHandover
    | OfferReturn
    | TakeBack
    | CallWeapon
    | Again
    | EndTake
    | PassOn
    | Holster
    | IssueLine
    | WalkLine
    | CallLine
)
