"""What can have happened?

Events are the only thing that changes state. Each is past tense, has a version of its form, one
of three effects, and says whose version it moves: forms.py holds that table. No event has a
field named `kind` or `v`: those stand beside its fields in an answer.
"""

from typing import TypeAlias

from showclear.kernel.events.admission import *  # noqa: F403 - a package of forms, given whole
from showclear.kernel.events.admission import AdmissionEvent
from showclear.kernel.events.day import *  # noqa: F403
from showclear.kernel.events.day import DayEvent
from showclear.kernel.events.people import *  # noqa: F403
from showclear.kernel.events.people import PeopleEvent
from showclear.kernel.events.plan import *  # noqa: F403
from showclear.kernel.events.plan import PlanEvent
from showclear.kernel.events.rounds import *  # noqa: F403
from showclear.kernel.events.rounds import RoundEvent
from showclear.kernel.events.scene import *  # noqa: F403
from showclear.kernel.events.scene import SceneEvent
from showclear.kernel.events.weapons import *  # noqa: F403
from showclear.kernel.events.weapons import WeaponEvent

Event: TypeAlias = (
    AdmissionEvent | DayEvent | PeopleEvent | PlanEvent | RoundEvent | SceneEvent | WeaponEvent
)
