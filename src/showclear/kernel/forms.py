"""Which effect has each event, whose version does it move, and how is it stored?

The table is the one place where this is decided; the search and the invariants I11 and I12 read
it. A stored event of an older form is lifted to today's by pure functions before it is read.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from showclear.kernel.codec import Plain, Unreadable, from_plain, to_plain
from showclear.kernel.events import (
    AlarmRaised,
    ClassFound,
    ClearanceEnded,
    ContentsUnknown,
    DeviceUsed,
    Event,
    HandoverOffered,
    Inspected,
    KeyAdded,
    KeyEnded,
    LateReportReceived,
    LeftUnattended,
    LookAnswered,
    PersonAdded,
    PlaceAdded,
    ProvedEmpty,
    RestartAgreed,
    ServerStartNoted,
    SetUpPlanned,
    ShowBegan,
    TagWasRead,
    WeaponClassed,
    WeaponDrawn,
    WeaponHandedOver,
    WeaponLockedUp,
    WeaponQuarantined,
    WeaponReceived,
    WeaponReturned,
    WeaponShown,
    WorkRestarted,
    WorkStopped,
)


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
