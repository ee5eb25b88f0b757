"""Which effect has each event, whose version does it move, and how is it stored?

The table is the one place where this is decided; the search and the invariants I11 and I12 read
it. A stored event of an older form is lifted to today's by pure functions before it is read.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from showclear.kernel import events as e
from showclear.kernel.codec import Plain, Unreadable, from_plain, to_plain
from showclear.kernel.events import Event


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
        Form(e.WeaponReceived, P, "weapon"),
        Form(e.PaperSeen, P),
        Form(e.ClassFound, P),
        Form(e.WeaponClassed, P, "weapon"),
        Form(e.WeaponQuarantined, R, "weapon"),
        Form(e.ReleaseAgreed, P),
        Form(e.WeaponReleased, P, "weapon"),
        Form(e.FunctionChecked, P, "weapon"),
        Form(e.BoreSeen, P),
        Form(e.CaseSealed, P, "case"),
        Form(e.CaseOffered, P),
        Form(e.CaseMoved, P, "case"),
        Form(e.CaseOpened, P, "case"),
        Form(e.SealBroken, R, "case"),
        Form(e.KeyTurned, P),
        Form(e.WeaponDrawn, P, "weapon"),
        Form(e.WeaponLockedUp, P, "weapon"),
        Form(e.WatchTaken, P),
        Form(e.WatchEnded, R, "weapon"),
        Form(e.ProvedEmpty, P, "weapon"),
        Form(e.Inspected, P),
        Form(e.ContentsUnknown, R, "weapon"),
        Form(e.InDoubtSince, R, "weapon"),
        Form(e.LeftUnattended, R, "weapon"),
        Form(e.LotReceived, P, "lot"),
        Form(e.LotSigned, P),
        Form(e.LotVerified, P, "lot"),
        Form(e.LotQuarantined, R, "lot"),
        Form(e.LotHeld, R, "lot"),
        Form(e.PairTested, P),
        Form(e.RoundsMoved, P),
        Form(e.WriteOffSigned, P),
        Form(e.WeaponLoaded, P, "weapon"),
        Form(e.LoadWitnessed, P),
        Form(e.ContentProved, P),
        Form(e.WeaponUnloaded, P, "weapon"),
        Form(e.ItemReceived, P, "item"),
        Form(e.ItemProvedEmpty, P, "item"),
        Form(e.ItemInspected, P),
        Form(e.ItemLoaded, P, "item"),
        Form(e.ItemUnloaded, P, "item"),
        Form(e.ItemSeated, P, "item"),
        Form(e.ItemRemoved, P, "item"),
        Form(e.ItemWorn, P, "item"),
        Form(e.ItemStored, P, "item"),
        Form(e.ItemUnknown, R, "item"),
        Form(e.ShowBegan, P),
        Form(e.LookAnswered, P),
        Form(e.LookDeclined, P),
        Form(e.WeaponShown, P),
        Form(e.ClearanceEnded, R, "weapon"),
        Form(e.HandoverOffered, P),
        Form(e.OfferEnded, R),
        Form(e.TagWasRead, P),
        Form(e.WeaponHandedOver, P, "weapon"),
        Form(e.WeaponReturned, P, "weapon"),
        Form(e.WeaponCalled, P),
        Form(e.SameAgain, P),
        Form(e.HotEnded, R, "weapon"),
        Form(e.TakeEnded, P, "setup"),
        Form(e.PassedOn, P, "weapon"),
        Form(e.Holstered, P),
        Form(e.LineIssued, P),
        Form(e.WeaponIssued, P, "weapon"),
        Form(e.LineWalked, P),
        Form(e.LineShown, P),
        Form(e.LineVoided, R),
        Form(e.LineCalled, P),
        Form(e.PersonAdded, P, "person"),
        Form(e.PersonBarred, R, "person"),
        Form(e.PlaceAdded, P),
        Form(e.CredentialSeen, P, "person"),
        Form(e.CredentialEnded, R, "person"),
        Form(e.Trained, P, "person"),
        Form(e.DutyGiven, R, "person"),
        Form(e.DutyEnded, P, "person"),
        Form(e.PostFilled, P),
        Form(e.PostLeft, R),
        Form(e.ArmedAdmitted, R),
        Form(e.NoticeGiven, P),
        Form(e.KeyAdded, P, "person"),
        Form(e.KeyEnded, R, "person"),
        Form(e.DeviceUsed, N),
        Form(e.SetUpPlanned, P, "setup"),
        Form(e.Briefed, P),
        Form(e.DayOpened, P),
        Form(e.DayClosed, P),
        Form(e.WrapOpenAgreed, P),
        Form(e.DayWrappedOpen, P),
        Form(e.BreakBegan, R),
        Form(e.LotCounted, P),
        Form(e.LotReconciled, P),
        Form(e.WeaponsCounted, P),
        Form(e.DiscrepancyOpened, R),
        Form(e.ResolutionAgreed, P),
        Form(e.DiscrepancyResolved, P),
        Form(e.ConcernRaised, R),
        Form(e.ConcernAnswered, P),
        Form(e.LateEntryMade, N),
        Form(e.RecordCorrected, N),
        Form(e.FaultReported, R, "weapon"),
        Form(e.WentMissing, R, "weapon"),
        Form(e.WorkStopped, R),
        Form(e.RestartAgreed, P),
        Form(e.WorkRestarted, P),
        Form(e.ServerStartNoted, R),
        Form(e.AlarmRaised, N),
        Form(e.LateReportReceived, N),
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
