"""What can have happened?

Events are the only thing that changes state. Each is past tense, has a version of its form, one
of three effects, and says whose version it moves. The table at the end is the one place where
this is decided; the search and the invariants I11 and I12 read it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias, Union

from showclear.kernel.codec import Plain, Unreadable, from_plain, to_plain
from showclear.kernel.state import Listed, Seen, Use
from showclear.kernel.words import Instant, Mode, Role, WeaponClass


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAdded:
    person: str
    name: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAdded:
    place: str
    unit: str
    is_locked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUpPlanned:
    setup: str
    slate: str
    unit: str
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponReceived:
    weapon: str
    tag: str
    form: str
    capacity: int
    unit: str
    place: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassFound:
    """One person's finding. The second equal finding of another person gives the class."""

    weapon: str
    person: str
    weapon_class: WeaponClass
    photo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponClassed:
    weapon: str
    weapon_class: WeaponClass


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponQuarantined:
    weapon: str
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponDrawn:
    weapon: str
    holder: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponLockedUp:
    weapon: str
    place: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvedEmpty:
    weapon: str
    person: str
    device: str
    seen: Seen
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    weapon: str
    person: str
    device: str
    seen: Seen
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsUnknown:
    """A doubt: whatever was believed about the contents is no longer believed."""

    weapon: str
    cause: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowBegan:
    weapon: str
    setup: str
    to: str
    mode: Mode
    shown_by: str
    people: tuple[Listed, ...]
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAnswered:
    weapon: str
    person: str
    device: str
    seen: Seen
    at: Instant


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
class WorkStopped:
    """`what` is hold, stop, live-found or unplanned-shot; `stop` is the id of the ask."""

    stop: str
    what: str
    unit: str | None
    setup: str | None
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class RestartAgreed:
    stop: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRestarted:
    stop: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftUnattended:
    weapon: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyAdded:
    key: str
    person: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyEnded:
    key: str
    person: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerStartNoted:
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceUsed:
    """Who signed on this device, and when."""

    device: str
    person: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmRaised:
    """A rule that warns has bitten. `about` is the weapon, or nothing."""

    rule: str
    about: str | None = None
    found: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LateReportReceived:
    """A report of something that would have granted permission came too late to grant it."""

    act: str
    at: Instant


Event: TypeAlias = Union[
    PersonAdded, PlaceAdded, SetUpPlanned, WeaponReceived, ClassFound, WeaponClassed,
    WeaponQuarantined, WeaponDrawn, WeaponLockedUp, ProvedEmpty, Inspected, ContentsUnknown,
    ShowBegan, LookAnswered, WeaponShown, ClearanceEnded, HandoverOffered, TagWasRead,
    WeaponHandedOver, WeaponReturned, WorkStopped, RestartAgreed, WorkRestarted,
    LeftUnattended, KeyAdded, KeyEnded, ServerStartNoted, DeviceUsed, AlarmRaised,
    LateReportReceived,
]  # fmt: skip


class Effect(StrEnum):
    """May this event ever give somebody a permission, or only take one away?"""

    PERMIT = "permit"
    REVOKE = "revoke"
    NEUTRAL = "neutral"


class Form(NamedTuple):
    """What the record knows of one kind of event."""

    kind: type[Any]
    effect: Effect
    moves: str = ""
    v: int = 1


P, R, N = Effect.PERMIT, Effect.REVOKE, Effect.NEUTRAL

FORMS: dict[str, Form] = {
    form.kind.__name__: form
    for form in (
        Form(PersonAdded, P, "person"),
        Form(PlaceAdded, P),
        Form(SetUpPlanned, P, "setup"),
        Form(WeaponReceived, P, "weapon"),
        Form(ClassFound, P),
        Form(WeaponClassed, P, "weapon"),
        Form(WeaponQuarantined, R, "weapon"),
        Form(WeaponDrawn, P, "weapon"),
        Form(WeaponLockedUp, P, "weapon"),
        Form(ProvedEmpty, P, "weapon"),
        Form(Inspected, P),
        Form(ContentsUnknown, R, "weapon"),
        Form(ShowBegan, P),
        Form(LookAnswered, P),
        Form(WeaponShown, P),
        Form(ClearanceEnded, R, "weapon"),
        Form(HandoverOffered, P),
        Form(TagWasRead, P),
        Form(WeaponHandedOver, P, "weapon"),
        Form(WeaponReturned, P, "weapon"),
        Form(WorkStopped, R),
        Form(RestartAgreed, P),
        Form(WorkRestarted, P),
        Form(LeftUnattended, R, "weapon"),
        Form(KeyAdded, P, "person"),
        Form(KeyEnded, R, "person"),
        Form(ServerStartNoted, R),
        Form(DeviceUsed, N),
        Form(AlarmRaised, N),
        Form(LateReportReceived, N),
    )
}

Upcast = Callable[[dict[str, Plain]], dict[str, Plain]]
"""Lifts the fields of one old form to the next one. Pure; stored bytes never change."""

UPCASTS: dict[tuple[str, int], Upcast] = {}
"""For each kind and old version, the step to the next version."""


def event_to_plain(event: Event) -> dict[str, Plain]:
    """Return the event as it stands in an answer, with its kind and version."""
    name = type(event).__name__
    plain: dict[str, Plain] = to_plain(event)
    return {**plain, "kind": name, "v": FORMS[name].v}


def event_from_plain(
    plain: Plain,
    *,
    forms: Mapping[str, Form] = FORMS,
    upcasts: Mapping[tuple[str, int], Upcast] = UPCASTS,
) -> Event:
    """Read a stored event, lifting an older form to today's.

    Raises:
        Unreadable: an unknown kind, a form newer than this program, or a wrong field. A node
            that meets one gives no permits.
    """
    if not isinstance(plain, dict):
        raise Unreadable("an event must be an object")
    values = dict(plain)
    kind, v = values.pop("kind", None), values.pop("v", None)
    form = forms.get(kind) if isinstance(kind, str) else None
    if form is None:
        raise Unreadable(f"{kind} is no event that this program knows")
    if not isinstance(v, int) or isinstance(v, bool) or not 1 <= v <= form.v:
        raise Unreadable(f"{kind} has form {v}; this program knows 1 to {form.v}")
    for older in range(v, form.v):
        values = upcasts[kind, older](values)
    event: Event = from_plain(form.kind, values)
    return event
