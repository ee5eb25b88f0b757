"""What can a screen be told? Plain values; every sentence is already whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ActView:
    """One act a person may do next.

    Attributes:
        fields: what the record knows of the act; what he saw or reads is never among them.
        needs: what he must still enter: seen, tag, pin, place; of rounds: rounds, out, numbers.
        waits: why it is not open yet; empty when it is.
        person: who answers by PIN on this device; empty when it is its own person.
        says: what the tap states in his name.
    """

    kind: str
    label: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    expects: Mapping[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    waits: str = ""
    person: str = ""
    shape: str = ""
    says: str = ""

    @property
    def page(self) -> str:
        """Return the name of the act's own page: its kind, and for whom where it has several."""
        whom = self.person or str(self.fields.get("to", ""))
        return f"{self.kind}:{whom}" if whom else self.kind

    def named(self, label: str) -> "ActView":
        """Return the same act under another label."""
        return replace(self, label=label)

    def saying(self, says: str) -> "ActView":
        """Return the same act with a second line."""
        return replace(self, says=says)


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of a board."""

    state: str
    figure: int
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One weapon on a board."""

    weapon: str
    tag: str
    contents: str
    state: str
    word: str
    spine: str
    kind: str
    custody: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StopLine:
    """One stop in force."""

    id: str
    word: str
    what: str
    restart: ActView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardView:
    """The armorer's board: worst first, calmest last.

    `says_calls` when it is drawn for somebody who says the weapons call.
    """

    title: str
    counts: tuple[Count, ...]
    rows: tuple[Row, ...]
    stops: tuple[StopLine, ...]
    acts: tuple[ActView, ...] = ()
    says_calls: bool = False


@dataclass(frozen=True, slots=True)
class Tagged:
    """A weapon by what is written on it: no state."""

    id: str
    tag: str
    kind: str
    capacity: int


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with the words for it."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WallView:
    """The crew's board: one state word."""

    state: str
    subject: str
    words: tuple[str, ...]
    line: str
    foot_left: str
    foot_right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WideStop:
    """A stop of everything: the act, its word, how far it reaches."""

    act: str
    word: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StopView:
    """What can be stopped."""

    unit: Named
    setups: tuple[Named, ...]
    wide: tuple[WideStop, ...] = ()


@dataclass(frozen=True, slots=True)
class Axis:
    """One of the axes of a weapon, in words."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponView:
    """One weapon: contents first, then who says so."""

    weapon: str
    tag: str
    subject: str
    state: str
    contents: str
    said: tuple[str, ...]
    looked: str
    warning: str
    chambers: tuple[str, ...]
    told_by: str
    told: tuple[str, ...]
    axes: tuple[Axis, ...]
    show_list: bool
    acts: tuple[ActView, ...]


@dataclass(frozen=True, slots=True)
class Looker:
    """One person of a show list, and when he answered. Never what."""

    name: str
    role: str
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowListView:
    """Who is still to look."""

    weapon: str
    subject: str
    of: int
    waiting: tuple[Looker, ...]
    looked: tuple[Looker, ...]
    words: tuple[str, ...]
    acts: tuple[ActView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookView:
    """The question: what did you see? Nothing is filled in."""

    weapon: str
    subject: str
    question: str
    lead: str
    capacity: int
    act: ActView
    others: tuple[ActView, ...] = ()
    pin_of: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """One side that has signed."""

    label: str
    text: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandView:
    """One act with the weapon in the hand."""

    weapon: str
    subject: str
    title: str
    contents: str
    lines: tuple[Signed, ...]
    speaker: str
    words: tuple[str, ...]
    pin_of: str
    act: ActView
    others: tuple[ActView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalView:
    """Why not, and what to do instead."""

    tone: str
    weapon: str
    tag: str
    what: str
    why: str
    do_now: tuple[str, ...]
    rule: str
    title: str
    sources: tuple[str, ...]
    record: str
    hand_tag: str = ""
    plan_tag: str = ""
    lot: str = ""
    acts: tuple[ActView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneView:
    """An act that stands in the record."""

    subject: str
    what: str
    lines: tuple[str, ...]
    weapon: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxRow:
    """One box of rounds. `where` is how many are where, or that this person is to answer first."""

    lot: str
    name: str
    kind: str
    state: str
    word: str
    spine: str
    supplier: str
    said: str
    where: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxesView:
    """Every box of rounds."""

    title: str
    told: str
    rows: tuple[BoxRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxView:
    """One box of rounds; `sealed` says what is asked of this person before he is told more."""

    lot: str
    subject: str
    row: BoxRow
    sealed: str
    where: tuple[Axis, ...]
    axes: tuple[Axis, ...]
    acts: tuple[ActView, ...]


@dataclass(frozen=True, slots=True)
class NumberField:
    """A number that a person enters. It is born empty."""

    name: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxFormView:
    """The question to a person who went through a box or counted it."""

    lot: str
    subject: str
    question: str
    lead: str
    numbers: tuple[NumberField, ...]
    marked: bool
    act: ActView


@dataclass(frozen=True, slots=True)
class BoxChoice:
    """A box out of which a weapon may be loaded; `rounds` is the plan's number, 0 for none."""

    lot: str
    text: str
    kind: str
    rounds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadView:
    """The loading of one weapon: out of which box, how many, into which chambers."""

    weapon: str
    tag: str
    subject: str
    capacity: int
    boxes: tuple[BoxChoice, ...]
    planned: int
    act: ActView

    @property
    def chambers(self) -> tuple[int, ...]:
        """Number the chambers, from the rear."""
        return tuple(range(1, self.capacity + 1))
