"""What can be asked around a set-up: the plan, the looks, the hands."""

from dataclasses import dataclass
from typing import TypeAlias

from showclear.kernel.state import Listed, Seen, Use
from showclear.kernel.words import Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSetUp:
    """Plan a set-up, or change its plan."""

    setup: str
    slate: str
    unit: str
    uses: tuple[Use, ...]


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


SceneAct: TypeAlias = (
    PlanSetUp
    | ShowWeapon
    | AnswerLook
    | AskAgain
    | RatherRubber
    | OfferHandover
    | ReadTag
    | TakeHandover
    | OfferReturn
    | TakeBack
)
