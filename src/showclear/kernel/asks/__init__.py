"""What can a person ask?

Each act is a small form in the imperative. It names things by their ids and carries what the
person says he saw or scanned; it never carries a fact that the record already holds. Acts that
only take permission away are listed in `REVOKES`: they are never refused, need no version of
anything and no sign-in (law 8).
"""

from dataclasses import dataclass, field
from typing import TypeAlias, get_args

from showclear.kernel.asks.office import (
    AddKey,
    AddPerson,
    AddPlace,
    Break,
    EndKey,
    Hold,
    LiveFound,
    OfficeAct,
    Restart,
    ServerStarted,
    Stop,
    UnplannedShot,
)
from showclear.kernel.asks.scene import (
    AnswerLook,
    AskAgain,
    OfferHandover,
    OfferReturn,
    PlanSetUp,
    RatherRubber,
    ReadTag,
    SceneAct,
    ShowWeapon,
    TakeBack,
    TakeHandover,
)
from showclear.kernel.asks.weapons import (
    ClassWeapon,
    DrawWeapon,
    Inspect,
    LockUp,
    ProveEmpty,
    ReceiveWeapon,
    ReportUnattended,
    WeaponAct,
)
from showclear.kernel.words import Instant, Via

Act: TypeAlias = OfficeAct | SceneAct | WeaponAct

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


__all__ = [
    "ACTS",
    "REVOKES",
    "Act",
    "AddKey",
    "AddPerson",
    "AddPlace",
    "AnswerLook",
    "Ask",
    "AskAgain",
    "Asker",
    "Break",
    "ClassWeapon",
    "DrawWeapon",
    "EndKey",
    "Hold",
    "Inspect",
    "LiveFound",
    "LockUp",
    "OfferHandover",
    "OfferReturn",
    "PlanSetUp",
    "ProveEmpty",
    "RatherRubber",
    "ReadTag",
    "ReceiveWeapon",
    "ReportUnattended",
    "Restart",
    "ServerStarted",
    "ShowWeapon",
    "Stop",
    "Tagged",
    "TakeBack",
    "TakeHandover",
    "UnplannedShot",
]
