"""What can have happened?

Events are the only thing that changes state. Each is past tense, has a version of its form, one
of three effects, and says whose version it moves. The table below is the one place where this is
decided; the search and the invariants I11 and I12 read it. No event has a field named `kind` or
`v`: those stand beside its fields in an answer.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias, Union

from showclear.kernel.codec import Plain, Unreadable, from_plain, to_plain
from showclear.kernel.events.office import (
    AlarmRaised, ArmedAdmitted, BreakBegan, ConcernAnswered, ConcernRaised, CredentialEnded,
    CredentialSeen, DayClosed, DayOpened, DayWrappedOpen, DeviceUsed, DiscrepancyOpened,
    DiscrepancyResolved, DutyEnded, DutyGiven, KeyAdded, KeyEnded, LateEntryMade,
    LateReportReceived, NoticeGiven, OfficeEvent, PersonAdded, PlaceAdded, PostFilled, PostLeft,
    RecordCorrected, ResolutionAgreed, RestartAgreed, ServerStartNoted, WorkRestarted,
    WorkStopped, WrapOpenAgreed,
)  # fmt: skip
from showclear.kernel.events.rounds import (
    ItemInspected, ItemLoaded, ItemProvedEmpty, ItemReceived, ItemRemoved, ItemSeated,
    ItemUnknown, ItemWorn, LotCounted, LotDrawnOn, LotQuarantined, LotReceived, LotReconciled,
    LotSigned, LotVerified, RoundEvent,
)  # fmt: skip
from showclear.kernel.events.scene import (
    Briefed, ClearanceEnded, HandoverOffered, Holstered, LineCalled, LineIssued, LineShown,
    LineVoided, LineWalked, LookAnswered, LookDeclined, PassedOn, RubberAsked, SameAgain,
    SceneEvent, SetUpPlanned, ShowBegan, TagWasRead, TakeEnded, WeaponCalled, WeaponHandedOver,
    WeaponReturned, WeaponShown,
)  # fmt: skip
from showclear.kernel.events.weapons import (
    BoreSeen, ClassFound, ContentProved, ContentsUnknown, FaultReported, FunctionChecked,
    Inspected, KeyTurned, LeftUnattended, LoadWitnessed, ProvedEmpty, WatchTaken, WeaponClassed,
    WeaponDrawn, WeaponEvent, WeaponLoaded, WeaponLockedUp, WeaponQuarantined, WeaponReceived,
    WeaponUnloaded, WentMissing,
)  # fmt: skip

Event: TypeAlias = Union[OfficeEvent, RoundEvent, SceneEvent, WeaponEvent]


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
        Form(CredentialSeen, P, "person"),
        Form(CredentialEnded, R, "person"),
        Form(DutyGiven, R, "person"),
        Form(DutyEnded, P, "person"),
        Form(PostFilled, P),
        Form(PostLeft, R),
        Form(ArmedAdmitted, P),
        Form(NoticeGiven, P),
        Form(DayOpened, P),
        Form(DayClosed, P),
        Form(WrapOpenAgreed, P),
        Form(DayWrappedOpen, P),
        Form(BreakBegan, R),
        Form(DiscrepancyOpened, R),
        Form(ResolutionAgreed, P),
        Form(DiscrepancyResolved, P),
        Form(ConcernRaised, R),
        Form(ConcernAnswered, P),
        Form(LateEntryMade, N),
        Form(RecordCorrected, N),
        Form(WorkStopped, R),
        Form(RestartAgreed, P),
        Form(WorkRestarted, P),
        Form(KeyAdded, P, "person"),
        Form(KeyEnded, R, "person"),
        Form(ServerStartNoted, R),
        Form(DeviceUsed, N),
        Form(AlarmRaised, N),
        Form(LateReportReceived, N),
        Form(LotReceived, P, "lot"),
        Form(LotSigned, P),
        Form(LotVerified, P, "lot"),
        Form(LotQuarantined, R, "lot"),
        Form(LotDrawnOn, P, "lot"),
        Form(LotCounted, P),
        Form(LotReconciled, P),
        Form(ItemReceived, P, "item"),
        Form(ItemProvedEmpty, P, "item"),
        Form(ItemInspected, P),
        Form(ItemLoaded, P, "item"),
        Form(ItemSeated, P, "item"),
        Form(ItemRemoved, P, "item"),
        Form(ItemWorn, P, "item"),
        Form(ItemUnknown, R, "item"),
        Form(WeaponReceived, P, "weapon"),
        Form(ClassFound, P),
        Form(WeaponClassed, P, "weapon"),
        Form(WeaponQuarantined, R, "weapon"),
        Form(FunctionChecked, P),
        Form(BoreSeen, P),
        Form(KeyTurned, P),
        Form(WeaponDrawn, P, "weapon"),
        Form(WeaponLockedUp, P, "weapon"),
        Form(WatchTaken, P),
        Form(LeftUnattended, R, "weapon"),
        Form(WentMissing, R, "weapon"),
        Form(FaultReported, R, "weapon"),
        Form(ProvedEmpty, P, "weapon"),
        Form(Inspected, P),
        Form(ContentsUnknown, R, "weapon"),
        Form(WeaponLoaded, P, "weapon"),
        Form(LoadWitnessed, P),
        Form(ContentProved, P),
        Form(WeaponUnloaded, P, "weapon"),
        Form(SetUpPlanned, P, "setup"),
        Form(Briefed, P),
        Form(ShowBegan, P),
        Form(LookAnswered, P),
        Form(LookDeclined, P),
        Form(WeaponShown, P),
        Form(ClearanceEnded, R, "weapon"),
        Form(RubberAsked, R),
        Form(HandoverOffered, P),
        Form(TagWasRead, P),
        Form(WeaponHandedOver, P, "weapon"),
        Form(WeaponReturned, P, "weapon"),
        Form(WeaponCalled, P),
        Form(SameAgain, P),
        Form(TakeEnded, P),
        Form(PassedOn, P, "weapon"),
        Form(Holstered, P),
        Form(LineIssued, P),
        Form(LineWalked, P),
        Form(LineShown, P),
        Form(LineVoided, R),
        Form(LineCalled, P),
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


__all__ = [
    "AlarmRaised", "ArmedAdmitted", "BoreSeen", "BreakBegan", "Briefed", "ClassFound",
    "ClearanceEnded", "ConcernAnswered", "ConcernRaised", "ContentProved", "ContentsUnknown",
    "CredentialEnded", "CredentialSeen", "DayClosed", "DayOpened", "DayWrappedOpen",
    "DeviceUsed", "DiscrepancyOpened", "DiscrepancyResolved", "DutyEnded", "DutyGiven",
    "Effect", "Event", "FORMS", "FaultReported", "Form", "FunctionChecked", "HandoverOffered",
    "Holstered", "Inspected", "ItemInspected", "ItemLoaded", "ItemProvedEmpty", "ItemReceived",
    "ItemRemoved", "ItemSeated", "ItemUnknown", "ItemWorn", "KeyAdded", "KeyEnded", "KeyTurned",
    "LateEntryMade", "LateReportReceived", "LeftUnattended", "LineCalled", "LineIssued",
    "LineShown", "LineVoided", "LineWalked", "LoadWitnessed", "LookAnswered", "LookDeclined",
    "LotCounted", "LotDrawnOn", "LotQuarantined", "LotReceived", "LotReconciled", "LotSigned",
    "LotVerified", "NoticeGiven", "PassedOn", "PersonAdded", "PlaceAdded", "PostFilled",
    "PostLeft", "ProvedEmpty", "RecordCorrected", "ResolutionAgreed", "RestartAgreed",
    "RubberAsked", "SameAgain", "ServerStartNoted", "SetUpPlanned", "ShowBegan", "TagWasRead",
    "TakeEnded", "UPCASTS", "Upcast", "WatchTaken", "WeaponCalled", "WeaponClassed",
    "WeaponDrawn", "WeaponHandedOver", "WeaponLoaded", "WeaponLockedUp", "WeaponQuarantined",
    "WeaponReceived", "WeaponReturned", "WeaponShown", "WeaponUnloaded", "WentMissing",
    "WorkRestarted", "WorkStopped", "WrapOpenAgreed", "event_from_plain", "event_to_plain",
]  # fmt: skip
