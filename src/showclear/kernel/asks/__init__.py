"""What can a person ask?

Each act is a small form in the imperative. It names things by their ids and carries what the
person says he saw or scanned; it never carries a fact that the record already holds. Acts that
only take permission away are listed in `REVOKES`: they are never refused, need no version of
anything and no sign-in (law 8). No act has a field named `kind`, `v`, `at`, `by`, `id`, `show`,
`expects`, `person` or `via`: those belong to every ask.
"""

from dataclasses import dataclass, field
from typing import TypeAlias, Union

from showclear.kernel.asks.office import (
    AddCredential, AddKey, AddPerson, AddPlace, AdmitArmed, AnswerConcern, Break, CloseDay,
    Correct, EndCredential, EndDuty, EndKey, FillPost, GiveDuty, GiveNotice, Hold, LateEntry,
    LeavePost, LiveFound, OfficeAct, OpenDay, OpenDiscrepancy, RaiseConcern, ResolveDiscrepancy,
    Restart, ServerStarted, Stop, UnplannedShot, WrapOpen,
)  # fmt: skip
from showclear.kernel.asks.rounds import (
    CountLot, InspectItem, LoadItem, ProveItemEmpty, ReceiveItem, ReceiveLot, RejectLot,
    RemoveItem, RoundAct, SeatItem, SignLot, WearItem,
)  # fmt: skip
from showclear.kernel.asks.scene import (
    Again, AnswerLook, AskAgain, Brief, CallLine, CallWeapon, DeclineLook, EndTake, Holster,
    IssueLine, OfferHandover, OfferReturn, PassOn, PlanSetUp, RatherRubber, ReadTag, SceneAct,
    ShowWeapon, TakeBack, TakeHandover, WalkLine,
)  # fmt: skip
from showclear.kernel.asks.weapons import (
    CheckFunction, ClassWeapon, DrawWeapon, Inspect, Load, LockUp, ProveContent, ProveEmpty,
    ReceiveWeapon, ReportFault, ReportMissing, ReportUnattended, SeeBore, TakeWatch, TurnKey,
    Unload, WeaponAct, WitnessLoad,
)  # fmt: skip
from showclear.kernel.words import Instant, Via

Act: TypeAlias = Union[OfficeAct, RoundAct, SceneAct, WeaponAct]

ACTS: dict[str, type[Act]] = {act.__name__: act for act in Act.__args__}

REVOKES: frozenset[type] = frozenset(
    {
        Hold, Stop, LiveFound, UnplannedShot, ReportUnattended, ReportMissing, Break, RejectLot,
        OpenDiscrepancy, RaiseConcern, AskAgain, RatherRubber, EndCredential, LeavePost,
        ReportFault, EndKey, ServerStarted,
    }
)  # fmt: skip
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


__all__ = [
    "ACTS", "Act", "AddCredential", "AddKey", "AddPerson", "AddPlace", "AdmitArmed", "Again",
    "AnswerConcern", "AnswerLook", "Ask", "AskAgain", "Asker", "Break", "Brief", "CallLine",
    "CallWeapon", "CheckFunction", "ClassWeapon", "CloseDay", "Correct", "CountLot",
    "DeclineLook", "DrawWeapon", "EndCredential", "EndDuty", "EndKey", "EndTake", "FillPost",
    "GiveDuty", "GiveNotice", "Hold", "Holster", "Inspect", "InspectItem", "IssueLine",
    "LateEntry", "LeavePost", "LiveFound", "Load", "LoadItem", "LockUp", "OfferHandover",
    "OfferReturn", "OpenDay", "OpenDiscrepancy", "PassOn", "PlanSetUp", "ProveContent",
    "ProveEmpty", "ProveItemEmpty", "REVOKES", "RaiseConcern", "RatherRubber", "ReadTag",
    "ReceiveItem", "ReceiveLot", "ReceiveWeapon", "RejectLot", "RemoveItem", "ReportFault",
    "ReportMissing", "ReportUnattended", "ResolveDiscrepancy", "Restart", "SeatItem", "SeeBore",
    "ServerStarted", "ShowWeapon", "SignLot", "Stop", "TakeBack", "TakeHandover", "TakeWatch",
    "TurnKey", "Unload", "UnplannedShot", "WalkLine", "WearItem", "WitnessLoad", "WrapOpen",
]  # fmt: skip
