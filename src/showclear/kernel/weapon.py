"""What does the record say of one weapon, or of one thing that holds rounds?

A weapon has three axes that move apart: custody (who has it), condition (what is in it),
clearance (to whom it was shown, for what). Mixing them is how a returned gun gets believed empty.

Unknown is a value: `Condition.slots` is None until somebody has proved the contents, and None
again after any doubt. Nothing in this module decides anything.
"""

from dataclasses import dataclass, field

from showclear.kernel.things import Listed, Look, Slots
from showclear.kernel.words import Instant, Mode, Origin, Part, Proof, WeaponClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Custody:
    """Who has it, or which place. Exactly one of the two is set.

    `last_place` is the place it lay in last, so that a count of that place still reaches it.
    """

    holder: str | None = None
    place: str | None = None
    last_place: str = ""
    since: Instant = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """One reading of an instrument: by whom, what it can tell, and of how many chambers."""

    person: str
    proof: Proof
    chambers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What is in it and who says so. `slots` None is unknown: treat as loaded."""

    slots: Slots | None = None
    since: Instant = 0
    cause: str = "never proved"
    inspected: tuple[Look, ...] = ()
    loader: str | None = None
    witness: str | None = None
    proved: tuple[Proved, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What the weapon remembers, whoever holds it and whatever is in it now.

    Attributes:
        is_function_due: it arrived, came back or had a fault, and nobody checked it since.
        is_bore_due: something that can stay in a bore was in it, and the bore was not seen since.
        bore_seen: who has seen the bore clear since it was due.
        load: the rounds put in that nobody has accounted for yet.
        misfired_at: when a round failed to fire; it is left alone for a while.
        fired_at: when it was last hot.
    """

    is_function_due: bool = True
    is_bore_due: bool = True
    bore_seen: tuple[str, ...] = ()
    load: Slots = ()
    misfired_at: Instant | None = None
    fired_at: Instant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowList:
    """The open weapon is being shown: who is to look, and who has answered."""

    to: str
    setup: str
    mode: Mode
    shown_by: str
    began_at: Instant
    people: tuple[Listed, ...]
    more: tuple[Part, ...] = ()
    looks: tuple[Look, ...] = ()
    chosen: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """The weapons call for one take."""

    take: int
    caller: str
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """Shown to one taker, for one set-up, as cold or hot, until something happens.

    Attributes:
        more: the parts that the set-up asks for beyond the profile of the weapon.
        first_take: the first take that was called since it was shown.
        seen_by: who has watched it without a gap since that call.
        again: the take for which the second said that it never left his sight.
        passed: how many hands of its path it has passed through.
    """

    to: str
    setup: str
    mode: Mode
    shown_by: str
    looked: tuple[str, ...]
    began_at: Instant
    until: Instant
    more: tuple[Part, ...] = ()
    chosen: str | None = None
    call: Call | None = None
    first_take: int | None = None
    seen_by: tuple[str, ...] = ()
    again: int | None = None
    passed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One side of a handover or a return; the other side has not confirmed."""

    giver: str
    taker: str
    device: str
    at: Instant
    is_return: bool = False
    tag_reader: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Classing:
    """One person's finding, by test, of what a weapon can do."""

    person: str
    weapon_class: WeaponClass
    photo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Weapon:
    """One weapon and its three axes."""

    id: str
    tag: str
    form: str
    capacity: int
    unit: str
    model: str = ""
    origin: Origin = Origin.HIRED
    licence: str = ""
    standard: str = ""
    weapon_class: WeaponClass | None = None
    classed: tuple[Classing, ...] = ()
    quarantine: str = ""
    quarantined_by: str = ""
    released_by: tuple[str, ...] = ()
    doubt_since: Instant | None = None
    missing_since: Instant | None = None
    custody: Custody = field(default_factory=Custody)
    condition: Condition = field(default_factory=Condition)
    history: History = field(default_factory=History)
    watchers: tuple[str, ...] = ()
    holstered_under: str | None = None
    items: tuple[str, ...] = ()
    line: str | None = None
    showing: ShowList | None = None
    clearance: Clearance | None = None
    offer: Offer | None = None
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A magazine, loose cylinder, belt or bandolier: it has a load of its own.

    Attributes:
        load: the rounds put in that nobody has accounted for yet.
    """

    id: str
    tag: str
    form: str
    capacity: int
    custody: Custody = field(default_factory=Custody)
    condition: Condition = field(default_factory=Condition)
    load: Slots = ()
    weapon: str | None = None
    wearer: str | None = None
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedCase:
    """A case with a numbered seal: it moves as one. A whole seal keeps custody, never contents."""

    id: str
    seal: str
    weapons: tuple[str, ...]
    custody: Custody = field(default_factory=Custody)
    offer: Offer | None = None
    version: str = ""
