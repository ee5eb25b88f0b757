"""What can a person ask?

Each act is a small form in the imperative. It names things by their ids and carries what the
person says he saw or scanned; it never carries a fact that the record already holds. Acts that
only take permission away are listed in `REVOKES`: they are never refused, need no version of
anything and no sign-in (law 8).
"""

from dataclasses import dataclass, field
from typing import TypeAlias, get_args

from showclear.kernel.state import Listed, Seen, Use
from showclear.kernel.words import Instant, Mode, Role, Via, WeaponClass


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPerson:
    """Enter a person of the show. `name` is the salted hash of the name."""

    who: str
    name: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPlace:
    """Enter a place weapons lie in. `name` is the salted hash of what it is called, or empty."""

    place: str
    unit: str
    is_locked: bool
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSetUp:
    """Plan a set-up, or change its plan."""

    setup: str
    slate: str
    unit: str
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveWeapon:
    """Enter a weapon that has arrived. Nothing is believed about it yet."""

    weapon: str
    tag: str
    form: str
    capacity: int
    unit: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassWeapon:
    """Say, after a test, what the weapon can do. Two people; `photo` is a hash."""

    weapon: str
    weapon_class: WeaponClass
    photo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawWeapon:
    """Take a weapon from its locked place into the hand."""

    weapon: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LockUp:
    """Put a weapon from the hand into a locked place."""

    weapon: str
    place: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProveEmpty:
    """I opened it; this is what was in it: nothing."""

    weapon: str
    tag: str
    seen: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspect:
    """I counted too."""

    weapon: str
    seen: Seen


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
class Hold:
    """Stop this set-up."""

    setup: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Stop this unit; a stop that names none stops every unit."""

    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportUnattended:
    """The weapon was out of its holder's hand and sight."""

    weapon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveFound:
    """A live round, or one nobody can vouch for, was found. Everything stops."""

    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnplannedShot:
    """Something went off that was not meant to. Everything stops."""

    weapon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Meal, move or wrap of this unit: people go away from the weapons."""

    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAgain:
    """Show me again. No reason is asked."""

    weapon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatherRubber:
    """I'd rather have the rubber."""

    weapon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Restart:
    """I agree that work goes on. Two named people, in writing: `reason` is a text's hash."""

    stop: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddKey:
    """A key of a person's device was added (the record's `key.add`)."""

    key: str
    person: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndKey:
    """A key was ended (the record's `key.end`)."""

    key: str
    person: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerStarted:
    """The first process to serve this show has started; nobody knows what happened meanwhile."""


Act: TypeAlias = (
    AddPerson
    | AddPlace
    | PlanSetUp
    | ReceiveWeapon
    | ClassWeapon
    | DrawWeapon
    | LockUp
    | ProveEmpty
    | Inspect
    | ShowWeapon
    | AnswerLook
    | OfferHandover
    | ReadTag
    | TakeHandover
    | OfferReturn
    | TakeBack
    | Hold
    | Stop
    | ReportUnattended
    | LiveFound
    | UnplannedShot
    | Break
    | AskAgain
    | RatherRubber
    | Restart
    | AddKey
    | EndKey
    | ServerStarted
)

ACTS: dict[str, type[Act]] = {act.__name__: act for act in get_args(Act)}

Tagged: TypeAlias = (
    DrawWeapon
    | LockUp
    | ProveEmpty
    | OfferHandover
    | ReadTag
    | TakeHandover
    | OfferReturn
    | TakeBack
)
"""Acts in which the tag of what is in the hand is scanned."""

REVOKES: frozenset[type] = frozenset(
    {
        Hold,
        Stop,
        ReportUnattended,
        LiveFound,
        UnplannedShot,
        Break,
        AskAgain,
        RatherRubber,
        ServerStarted,
        EndKey,
    }
)
"""Acts that only take permission away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who asks, as the keys prove it. `owner` is the person whose device signed, if anyone's."""

    person: str | None
    device: str
    owner: str | None = None
    via: Via = Via.KEY


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One act, who asks it, when he says it was, and which versions of things he saw."""

    id: str
    asker: Asker
    at: Instant
    act: Act
    expects: dict[str, str] = field(default_factory=dict)
