"""What may eight people do with two weapons? Random plays, mostly sensible, never only sensible."""

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, NamedTuple, get_type_hints

from hypothesis import strategies as st
from tests.kernel import stage
from tests.kernel.scenarios import line
from tests.kernel.scenarios.scene import minor_shown
from tests.kernel.stage import GUN, SAFE, SCENE, TABLE, TWIN, Play, Scene

from showclear.kernel.asks import (
    ACTS,
    REVOKES,
    Act,
    EndWatch,
    Holster,
    LockUp,
    OfferHandover,
    PassOn,
    RemoveItem,
    StoreItem,
    TakeBack,
    TakeHandover,
    TakeWatch,
    Unload,
    UnloadItem,
    WearItem,
    WitnessLoad,
    WriteOff,
)  # fmt: skip
from showclear.kernel.codec import INT_MAX
from showclear.kernel.decide import settle
from showclear.kernel.decision import Allowed
from showclear.kernel.events import Event, HandoverOffered, WeaponHandedOver
from showclear.kernel.state import State
from showclear.kernel.things import ChamberLoad, Issue, Listed, Scan, Seen, Use
from showclear.kernel.words import Bin, Label, Mode, Origin, Role, Standing, Via

NAMES = [*stage.PEOPLE, "kid", "nobody"]
PEOPLE = st.sampled_from(NAMES)
LISTED = st.builds(Listed, person=PEOPLE, standing=st.sampled_from(Standing))
CHAMBER = st.builds(
    ChamberLoad,
    chamber=st.integers(0, 7),
    lot=st.sampled_from([stage.DUMMIES, stage.BLANKS, "lot-3"]),
)
COUNTS = [
    stage.EMPTY,
    stage.EMPTY,
    stage.SIX,
    stage.THREE,
    Seen(empty=5, dummy=1),
    Seen(empty=5),
    Seen(empty=7, blank=-1),
]
USE = st.builds(
    Use,
    weapon=st.sampled_from([GUN, TWIN]),
    taker=PEOPLE,
    mode=st.sampled_from(Mode),
    double=st.just("") | PEOPLE,
    path=st.just(()) | st.lists(PEOPLE, max_size=2).map(tuple),
    reason=st.sampled_from([stage.WHY, stage.WHY, ""]),
    aims_at=st.just("") | st.just("") | PEOPLE,
    distance_mm=st.sampled_from([0, 3_050, 6_100]),
)
SOME = st.lists(PEOPLE, max_size=2).map(tuple)
st.register_type_strategy(int, st.integers(-INT_MAX, INT_MAX))
for kind in (Scan, Issue):
    parts = {
        "weapon": st.sampled_from([GUN, TWIN]),
        "tag": st.sampled_from(["tag-gun", "tag-twin"]),
    }
    holder = {"holder": PEOPLE} if kind is Issue else {}
    st.register_type_strategy(kind, st.builds(kind, **parts, **holder))
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "weapon": st.sampled_from([GUN, GUN, GUN, TWIN, "ghost"]),
    "tag": st.sampled_from(["tag-gun", "tag-gun", "tag-gun", "tag-twin", "tag-none"]),
    "setup": st.sampled_from([SCENE, SCENE, "setup-13"]),
    "place": st.sampled_from([SAFE, TABLE, "attic"]),
    "unit": st.sampled_from(["main", "far"]),
    **dict.fromkeys(
        ["stop", "discrepancy", "concern"], st.sampled_from([f"ask-{n}" for n in range(10, 45)])
    ),
    "about": st.sampled_from([GUN, TWIN, SAFE, "ghost"]),
    "day": st.sampled_from([stage.TODAY, stage.TODAY, "day-2", "day-3"]),
    "counted": st.sampled_from([0, 1, 2, 2, -1]),
    **dict.fromkeys(["reason", "text"], st.sampled_from(["hash-of-text", ""])),
    "seen": st.sampled_from(COUNTS),
    "case": st.sampled_from(["case-1", "case-1", "case-2"]),
    "seal": st.sampled_from(["seal-1", "seal-1", "seal-2", ""]),
    "weapons": st.lists(st.sampled_from([GUN, TWIN, TWIN, "ghost"]), max_size=3).map(tuple),
    "take": st.sampled_from([1, 1, 2, 3]),
    "licence": st.sampled_from(["hash-of-licence", ""]),
    "standard": st.sampled_from(["US", "GB", ""]),
    "photo": st.sampled_from(["hash-of-photo", ""]),
    "form": st.sampled_from(["revolver", "Grenade"]),
    "capacity": st.sampled_from([stage.CHAMBERS, 0, -1, 2**53]),
    "people": st.just((stage.TAKER, stage.CALLER)) | st.lists(LISTED, max_size=4).map(tuple),
    "uses": st.lists(USE, max_size=3).map(tuple),
    "roles": st.lists(st.sampled_from(Role), max_size=2).map(tuple),
    "DrawBatch.weapons": st.lists(st.from_type(Scan), max_size=3).map(tuple),
    "line": st.sampled_from(["line-1", "line-1", "line-2"]),
    "lot": st.sampled_from([stage.DUMMIES, stage.BLANKS, "lot-3"]),
    "item": st.sampled_from([stage.WHEEL, stage.WHEEL, "belt"]),
    "item_tag": st.sampled_from([stage.WHEEL_TAG, stage.WHEEL_TAG, "tag-none"]),
    "from_bin": st.sampled_from(Bin),
    "held_in": st.sampled_from([GUN, stage.WHEEL, "", "ghost"]),
    "ReturnRounds.rounds": st.sampled_from([0, 1, 20, 2**53]),
    "WriteOff.rounds": st.sampled_from([0, 1, 1, 6]),
    "count": st.sampled_from([stage.LOT_SIZE, 0]),
    "rounds": st.lists(CHAMBER, max_size=6).map(tuple),
    "label": st.sampled_from(Label),
    "origin": st.sampled_from(Origin),
    "fits": st.sampled_from([(), ("model-a",)]),
    "distance_mm": st.sampled_from([stage.RANGE, 0]),
    "out": st.sampled_from([Seen(), stage.SIX, Seen(blank=stage.SHOTS), Seen(blank=1)]),
    "fired": st.sampled_from([0, 0, 2, -1]),
    "misfired": st.sampled_from([0, 0, 1, -1]),
    "proved": st.sampled_from([stage.LOT_SIZE - 2, stage.LOT_SIZE - 3]),
    "doubtful": st.sampled_from([0, 0, 1]),
    "sealed": st.sampled_from([2, 2, 3]),
    "chambers": st.sampled_from([stage.CHAMBERS, stage.CHAMBERS, stage.SHOTS, -1]),
    "until": st.sampled_from([0, stage.NOW + 60_000, stage.NOW + stage.YEAR]),
    "by_weapon": st.sampled_from([GUN, TWIN, "ghost"]),
    **dict.fromkeys(["to", "who", "wearer", "person", "chosen", "second"], PEOPLE),
    **dict.fromkeys(["taught", "heard", "inside"], SOME),
}


def any_act(kind: type[Any]) -> st.SearchStrategy[Act]:
    """Build acts of one kind about the things of the stage."""
    hints = get_type_hints(kind)
    parts = {}
    for each in fields(kind):
        part = FIELDS.get(f"{kind.__name__}.{each.name}", FIELDS.get(each.name))
        if part is None:
            part = st.from_type(hints[each.name])
        elif type(None) in getattr(hints[each.name], "__args__", ()):
            part = st.none() | part
        parts[each.name] = part
    return st.builds(kind, **parts)


ANY_ACT: st.SearchStrategy[Any] = st.one_of([any_act(kind) for kind in ACTS.values()])
TAKING_AWAY: st.SearchStrategy[Any] = st.one_of(
    [any_act(kind) for kind in ACTS.values() if kind in REVOKES]
)


class Step(NamedTuple):
    """Who asks what, after how long, and on whose device."""

    person: str | None
    act: Act
    after: int = 3_000
    owner: str | None = ""
    via: Via = Via.KEY
    at: int = 0

    def of(self, play: Play) -> Scene:
        """Prepare the ask in this play."""
        return play.scene(
            self.person, self.act, after=self.after, owner=self.owner, via=self.via, at=self.at
        )


OF_WHEEL: list[tuple[str, Act]] = [
    ("ada", RemoveItem(item=stage.WHEEL, weapon=GUN)),
    ("ada", StoreItem(item=stage.WHEEL, place=SAFE)),
    ("ada", WearItem(item=stage.WHEEL, wearer="dora")),
    ("ada", UnloadItem(item=stage.WHEEL, tag=stage.WHEEL_TAG, out=stage.SIX)),
]
ORDER: list[tuple[str, Act]] = [
    ("ada", stage.finding()), ("sec", stage.finding()), ("alf", stage.finding()),
    ("sec", stage.TURN), ("ada", stage.DRAW),
    ("ada", stage.PROVE), ("ada", stage.WORKS), ("ada", stage.CLEAR), ("sec", stage.CLEAR),
    ("sec", stage.INSPECT), ("ada", stage.SHOW), ("alf", stage.LOOK),
    ("dora", stage.LOOK), ("ada", stage.OFFER), ("sec", stage.READ), ("dora", stage.TAKE),
    ("alf", stage.CALL), ("alf", stage.CUT), ("sec", stage.AGAIN),
    ("alf", replace(stage.CALL, take=2)), ("dora", stage.GIVE_BACK),
    ("hal", TakeBack(weapon=GUN, tag="tag-gun")),
    ("ada", LockUp(weapon=GUN, place=SAFE, tag="tag-gun")),
    ("ada", stage.box()), ("ada", stage.gone_through()), ("sec", stage.gone_through()),
    ("alf", stage.PLAN), ("alf", stage.HOT_PLAN), ("ada", stage.TEST), ("sec", stage.TEST),
    ("ada", stage.LOAD_DUMMIES), ("ada", stage.LOAD_BLANKS),
    ("sec", WitnessLoad(weapon=GUN, seen=stage.SIX)), ("sec", stage.CHECK_DUMMIES),
    ("hal", stage.CHECK_DUMMIES), ("ada", replace(stage.SHOW, mode=Mode.HOT)),
    ("alf", replace(stage.LOOK, seen=stage.SIX)), ("dora", replace(stage.LOOK, seen=stage.SIX)),
    ("ada", Unload(weapon=GUN, tag="tag-gun", out=stage.SIX)),
    ("ada", stage.OPEN_WHEEL), ("ada", stage.LOAD_WHEEL), ("sec", stage.CHECK_WHEEL),
    ("hal", stage.CHECK_WHEEL), ("ada", stage.SEAT), *OF_WHEEL,
    ("ada", WriteOff(lot=stage.DUMMIES, rounds=1, from_bin=Bin.LOADED, held_in=GUN)),
    ("sec", WriteOff(lot=stage.DUMMIES, rounds=1, from_bin=Bin.LOADED, held_in=GUN)),
    ("ada", Unload(weapon=GUN, tag="tag-gun", out=Seen(blank=1), fired=1, misfired=1)),
]  # fmt: skip
"""The order of the day, each act by the person whose act it is."""

ASIDE: list[tuple[str, Act]] = [
    ("sec", PassOn(weapon=GUN, to="pip")), ("sec", PassOn(weapon=GUN, to="hal")),
    ("sec", Holster(weapon=GUN)), ("ada", line.ISSUE), ("ada", line.WALK), ("sec", line.WALK),
    ("alf", line.CALL), ("pip", replace(stage.GIVE_BACK, weapon=TWIN, tag="tag-twin")),
    ("dora", LockUp(weapon=GUN, place=SAFE, tag="tag-gun")), ("alf", TakeWatch(weapon=GUN)),
    ("sec", EndWatch(weapon=GUN)),
]  # fmt: skip
"""What may happen beside it: along a path, in a line, under other eyes."""

LIKELIEST = [Step(who, act) for who, act in (*ORDER, *ASIDE)]
SENSIBLE = st.sampled_from(range(len(LIKELIEST))).map(LIKELIEST.__getitem__)
GAPS = st.sampled_from([0, 1_999, 2_000, 60_000, 60_001, 1_800_000])
ODD = st.builds(
    Step,
    person=PEOPLE | st.none(),
    act=ANY_ACT,
    after=GAPS,
    owner=st.just("") | PEOPLE | st.none(),
    via=st.sampled_from(Via),
    at=st.sampled_from([0, 0, 0, 5_001, -60_001]),
)


def by_anyone(act: Any) -> st.SearchStrategy[Step]:
    """Let anyone ask it."""
    return PEOPLE.map(lambda who: Step(who, act))


LIKELY = ANY_ACT.flatmap(by_anyone)
STEPS = st.lists(SENSIBLE | SENSIBLE | LIKELY | ODD, max_size=15)
STARTS = st.sampled_from(
    [*stage.FINE, line.on_a_path, line.counted, line.issued, line.walked, minor_shown]
)


def played(start: Any, steps: Iterable[Step]) -> Play:
    """Play the steps from a good state."""
    play: Play = start()
    for step in steps:
        play.ask(
            step.person, step.act, after=step.after, owner=step.owner, via=step.via, at=step.at
        )
    return play


PLAYS = st.builds(played, STARTS, STEPS)


def folded(events: Iterable[tuple[Event, str]]) -> State:
    """Fold events from nothing; what has lost the thing it stood on is passed over."""
    state = State()
    for event, version in events:
        try:
            state = settle(state, (event,), version)
        except (AssertionError, KeyError):
            continue
    return state


def handovers(state: State, now: int) -> set[tuple[str, Act]]:
    """Find every handover, either side of it, that somebody would be allowed now."""
    play = Play(state, now)
    found = set()
    for weapon in state.weapons.values():
        acts: list[Act] = [TakeHandover(weapon=weapon.id, tag=weapon.tag)]
        acts += [OfferHandover(weapon=weapon.id, to=to, tag=weapon.tag) for to in NAMES]
        for who in NAMES:
            for act in acts:
                decision = play.scene(who, act, after=0).judge()
                if isinstance(decision, Allowed) and any(map(is_handover, decision.events)):
                    found.add((who, act))
    return found


def is_handover(event: Event) -> bool:
    """Say whether one side of a handover was done."""
    return isinstance(event, HandoverOffered | WeaponHandedOver)
