"""What can a person ask?

Each act is a small form in the imperative. It names things by their ids and carries what the
person says he saw or scanned; it never carries a fact that the record already holds. Acts that
only take permission away are listed in `REVOKES`: they are never refused, need no version of
anything and no sign-in (law 8). No act has a field named `kind`, `v`, `at`, `by`, `id`, `show`,
`expects` or `via`: those belong to every ask.
"""

from dataclasses import dataclass, field
from typing import TypeAlias, get_args

from showclear.kernel.asks.admission import *  # noqa: F403 - a package of forms, given whole
from showclear.kernel.asks.admission import AdmissionAct
from showclear.kernel.asks.day import *  # noqa: F403
from showclear.kernel.asks.day import (
    Break,
    DayAct,
    Hold,
    LiveFound,
    OpenDiscrepancy,
    RaiseConcern,
    ReportFault,
    ReportMissing,
    ServerStarted,
    Stop,
    UnplannedShot,
)  # fmt: skip
from showclear.kernel.asks.people import *  # noqa: F403
from showclear.kernel.asks.people import (
    BarPerson,
    EndCredential,
    EndKey,
    GiveDuty,
    LeavePost,
    PeopleAct,
)  # fmt: skip
from showclear.kernel.asks.plan import *  # noqa: F403
from showclear.kernel.asks.plan import PlanAct
from showclear.kernel.asks.rounds import *  # noqa: F403
from showclear.kernel.asks.rounds import RejectLot, RoundAct
from showclear.kernel.asks.scene import *  # noqa: F403
from showclear.kernel.asks.scene import AskAgain, RatherRubber, SceneAct
from showclear.kernel.asks.weapons import *  # noqa: F403
from showclear.kernel.asks.weapons import EndWatch, ReportOverdue, ReportUnattended, WeaponAct
from showclear.kernel.words import Instant, Via

Act: TypeAlias = PeopleAct | PlanAct | AdmissionAct | RoundAct | WeaponAct | SceneAct | DayAct

ACTS: dict[str, type[Act]] = {act.__name__: act for act in get_args(Act)}

REVOKES: frozenset[type] = frozenset(
    {
        Hold, Stop, LiveFound, UnplannedShot, Break, ReportUnattended, ReportOverdue,
        ReportFault, ReportMissing, RejectLot, OpenDiscrepancy, RaiseConcern, AskAgain,
        RatherRubber, EndWatch, BarPerson, EndCredential, GiveDuty, LeavePost, EndKey,
        ServerStarted,
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
