"""What does a small show look like? Eight people, two weapons, a clock, and one device each."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from showclear.kernel.asks import (
    REVOKES,
    Act,
    AddCredential,
    AddPerson,
    AddPlace,
    Again,
    AnswerLook,
    Ask,
    Asker,
    Brief,
    CallWeapon,
    CheckFunction,
    ClassWeapon,
    DrawWeapon,
    EndTake,
    FillPost,
    Inspect,
    InspectItem,
    Load,
    LoadItem,
    OfferHandover,
    OfferReturn,
    OpenDay,
    PlanSetUp,
    ProveEmpty,
    ProveItemEmpty,
    ReadTag,
    ReceiveItem,
    ReceiveLot,
    ReceiveWeapon,
    SeatItem,
    SeeBore,
    ShowWeapon,
    SignLot,
    TakeHandover,
    TestFire,
    Train,
    TurnKey,
    WitnessLoad,
)
from showclear.kernel.decide import BOOK, decide, settle
from showclear.kernel.decision import Allowed, Decision, Refused
from showclear.kernel.events import AlarmRaised, Event
from showclear.kernel.policy import Policy
from showclear.kernel.reach import weapons_of
from showclear.kernel.state import State
from showclear.kernel.things import ChamberLoad, Listed, Seen, Use
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import (
    Label,
    Mode,
    Origin,
    Role,
    Standing,
    Strength,
    Via,
    WeaponClass,
)  # fmt: skip

NOW = 1_772_448_120_000
POLICY = Policy(country="US")
CHAMBERS = 6
EMPTY = Seen(empty=CHAMBERS)

PEOPLE = {
    "ada": Role.ARMORER,
    "hal": Role.HANDLER,
    "sec": Role.SECOND,
    "alf": Role.AD,
    "dora": Role.PERFORMER,
    "sam": Role.SAFETY,
    "med": Role.MEDIC,
    "pip": Role.PERFORMER,
}
GUN, TWIN = "gun", "twin"
SAFE, TABLE = "safe", "table"
SCENE = "setup-12"
TODAY = "day-1"
TAKER, CALLER = (
    Listed(person="dora", standing=Standing.TAKER),
    Listed(person="alf", standing=Standing.CALLER),
)


class Scene(NamedTuple):
    """One ask before the kernel, ready to be judged under any book of rules."""

    state: State
    ask: Ask
    now: int = NOW
    policy: Policy = POLICY

    def judge(self, book: frozenset[str] = BOOK) -> Decision:
        """Decide it."""
        return decide(self.state, self.ask, self.policy, now=self.now, book=book)


def code_of(decision: Decision) -> str:
    """Name the rule that bit; empty when none did."""
    if isinstance(decision, Refused):
        return decision.rule
    raised = [event.rule for event in decision.events if isinstance(event, AlarmRaised)]
    return raised[0] if raised else ""


def versions(state: State, act: Act) -> dict[str, str]:
    """Name the versions of the things that the act is about, as this state has them."""
    shelves: dict[str, Mapping[str, Any]] = {
        "item": state.items,
        "lot": state.lots,
        "case": state.cases,
        "setup": state.setups,
    }
    named = [shelf.get(getattr(act, name, None) or "") for name, shelf in shelves.items()]
    named += map(state.weapons.get, weapons_of(act))
    return {each.id: each.version for each in named if each is not None}


@dataclass
class Play:
    """A state and a clock; each act done here is judged by the real kernel."""

    state: State = field(default_factory=State)
    now: int = NOW
    policy: Policy = POLICY
    asked: int = 0
    events: list[tuple[Event, str]] = field(default_factory=list)

    def scene(
        self,
        person: str | None,
        act: Act,
        *,
        after: int = 1_000,
        at: int = 0,
        device: str = "",
        owner: str | None = "",
        via: Via = Via.KEY,
        expects: Mapping[str, str] | None = None,
    ) -> Scene:
        """Prepare an ask `after` ms from now; `at` is the difference of the asker's clock."""
        now = self.now + after
        owner = person if owner == "" else owner
        asker = Asker(person=person, device=device or f"phone-{owner}", owner=owner, via=via)
        seen = versions(self.state, act) if expects is None else dict(expects)
        ask = Ask(id=f"ask-{self.asked}", asker=asker, at=now + at, act=act, expects=seen)
        return Scene(self.state, ask, now, self.policy)

    def ask(self, person: str | None, act: Act, **options: Any) -> Decision:
        """Ask, and settle what follows under a fresh version."""
        scene = self.scene(person, act, **options)
        decision = scene.judge()
        self.asked, self.now = self.asked + 1, scene.now
        if isinstance(decision, Allowed):
            self.settled(decision)
        return decision

    def settled(self, decision: Allowed) -> "Play":
        """Let what was decided have happened."""
        version = f"leaf-{self.asked}"
        self.events += [(event, version) for event in decision.events]
        self.state = settle(self.state, decision.events, version)
        return self

    def do(self, person: str | None, act: Act, **options: Any) -> "Play":
        """Ask for what must be allowed; only what takes away may warn and be done."""
        decision = self.ask(person, act, **options)
        assert isinstance(decision, Allowed), decision
        assert not code_of(decision) or type(act) in REVOKES, decision
        return self

    def weapon(self, weapon: str = GUN) -> Weapon:
        """Look at a weapon."""
        return self.state.weapons[weapon]


def person(who: str, *roles: Role) -> AddPerson:
    """Name a person to enter."""
    return AddPerson(who=who, name=f"hash-of-{who}", roles=roles)


def place(name: str, is_locked: bool = True) -> AddPlace:
    """Name a place to enter."""
    return AddPlace(place=name, unit="main", is_locked=is_locked)


def arrival(weapon: str = GUN, *, tag: str = "", at: str = SAFE) -> ReceiveWeapon:
    """Name a weapon that arrives."""
    return ReceiveWeapon(
        weapon=weapon, tag=tag or f"tag-{weapon}", form="revolver", capacity=CHAMBERS, unit="main",
        place=at, model="model-a", licence="hash-of-licence", standard="US",
    )  # fmt: skip


def finding(weapon: str = GUN, found: WeaponClass = WeaponClass.BLANK_ONLY) -> ClassWeapon:
    """Say what a weapon can do."""
    return ClassWeapon(weapon=weapon, weapon_class=found, photo="hash-of-photo")


YEAR = 365 * 86_400_000
WHY = "hash-of-why-no-replica"
USES = (Use(weapon=GUN, taker="dora", mode=Mode.COLD, reason=WHY),)
HOT = replace(USES[0], mode=Mode.HOT, distance_mm=6_100)
PLAN = PlanSetUp(setup=SCENE, slate="12", unit="main", uses=USES)
BRIEF = Brief(setup=SCENE, heard=("dora",))
TURN = TurnKey(place=SAFE)
DRAW = DrawWeapon(weapon=GUN, tag="tag-gun")
WORKS = CheckFunction(weapon=GUN, works=True)
CLEAR = SeeBore(weapon=GUN, is_clear=True)
PROVE = ProveEmpty(weapon=GUN, tag="tag-gun", seen=EMPTY)
INSPECT = Inspect(weapon=GUN, seen=EMPTY)
SHOW = ShowWeapon(weapon=GUN, setup=SCENE, to="dora", mode=Mode.COLD, people=(TAKER, CALLER))
LOOK = AnswerLook(weapon=GUN, seen=EMPTY)
OFFER = OfferHandover(weapon=GUN, to="dora", tag="tag-gun")
READ = ReadTag(weapon=GUN, tag="tag-gun")
TAKE = TakeHandover(weapon=GUN, tag="tag-gun")
CALL = CallWeapon(weapon=GUN, setup=SCENE, take=1)
CUT = EndTake(setup=SCENE)
AGAIN = Again(weapon=GUN, setup=SCENE)
GIVE_BACK = OfferReturn(weapon=GUN, to="hal", tag="tag-gun")


def paper(who: str, *classes: WeaponClass, until: int = NOW + YEAR) -> AddCredential:
    """Name a paper that somebody saw; for every class unless some are named."""
    named = classes or tuple(WeaponClass)
    return AddCredential(who=who, classes=named, until=until, paper="hash-of-paper")


def opened() -> Play:
    """A show with its people and their papers, its places, an open day and its posts filled."""
    play = Play().do("ada", person("ada", Role.ARMORER))
    for who, role in list(PEOPLE.items())[1:]:
        play.do("ada", person(who, role))
    play.do("alf", paper("ada")).do("ada", paper("hal"))
    play.do("ada", Train(taught=("dora", "pip", "sam"), classes=tuple(WeaponClass)))
    play.do("ada", place(SAFE)).do("ada", place(TABLE, is_locked=False))
    return posted(play.do("ada", OpenDay(day=TODAY)))


def posted(play: Play) -> Play:
    """Let those stand at their posts who stand there today."""
    for post, who in ((Role.ARMORER, "ada"), (Role.SAFETY, "sam"), (Role.MEDIC, "med")):
        play.do("alf", FillPost(post=post, who=who))
    return play


def received() -> Play:
    """Two weapons in the safe, nothing known of them; a plan, and the talk for it."""
    play = opened().do("ada", arrival(GUN)).do("ada", arrival(TWIN))
    return play.do("alf", PLAN).do("alf", BRIEF)


def classed(found: WeaponClass = WeaponClass.BLANK_ONLY) -> Play:
    """The gun's class found by two who keep and count weapons and by one who does neither."""
    play = received()
    for who in ("ada", "sec", "alf"):
        play.do(who, finding(found=found))
    return play


def keyed(found: WeaponClass = WeaponClass.BLANK_ONLY) -> Play:
    """The second has turned the other key of the safe."""
    return classed(found).do("sec", TURN)


def drawn(found: WeaponClass = WeaponClass.BLANK_ONLY) -> Play:
    """The gun in the armorer's hand; the second watches."""
    return keyed(found).do("ada", DRAW)


def emptied() -> Play:
    """Opened and counted by the armorer; nobody has worked it or looked through its bore."""
    return drawn().do("ada", PROVE)


def proved() -> Play:
    """Found empty, worked by the armorer, its bore seen clear by two."""
    return emptied().do("ada", WORKS).do("ada", CLEAR).do("sec", CLEAR)


def inspected() -> Play:
    """Counted by a second person too."""
    return proved().do("sec", INSPECT)


def showing() -> Play:
    """Open before performer and caller; nobody has answered."""
    return inspected().do("ada", SHOW)


def shown() -> Play:
    """Both have looked: shown to the performer."""
    return showing().do("alf", LOOK).do("dora", LOOK)


def offered() -> Play:
    """The armorer gives it."""
    return shown().do("ada", OFFER)


def read() -> Play:
    """The second has read the tag."""
    return offered().do("sec", READ)


def in_hand() -> Play:
    """In the performer's hand."""
    return read().do("dora", TAKE)


def called() -> Play:
    """The AD has called it: the first take runs."""
    return in_hand().do("alf", CALL)


def cut() -> Play:
    """The first take is over; the gun is still in the performer's hand."""
    return called().do("alf", CUT)


def given_back() -> Play:
    """The performer gives it back to the handler, who has not confirmed."""
    return in_hand().do("dora", GIVE_BACK)


DUMMIES, BLANKS, LOT_SIZE = "lot-dummy", "lot-blank", 20
RANGE = 6_100
SHOTS = 3
HOT_USE = replace(HOT, rounds=SHOTS, distance_mm=RANGE)
HOT_PLAN = replace(PLAN, uses=(HOT_USE,))
TEST = TestFire(weapon=GUN, lot=BLANKS, distance_mm=RANGE)
SIX = Seen(dummy=CHAMBERS)
THREE = Seen(empty=CHAMBERS - SHOTS, blank=SHOTS)
CHECK_DUMMIES = Inspect(weapon=GUN, seen=SIX)
CHECK_BLANKS = Inspect(weapon=GUN, seen=THREE)


def box(lot: str = DUMMIES, label: Label = Label.DUMMY) -> ReceiveLot:
    """Name a box of rounds that arrives."""
    return ReceiveLot(
        lot=lot, label=label, strength=Strength.QUARTER if label is Label.BLANK else None,
        count=LOT_SIZE, origin=Origin.SUPPLIER, line=f"hash-of-line-{lot}", place=SAFE,
        fits=("model-a",), supplier=f"supplier-{lot}",
    )  # fmt: skip


def gone_through(lot: str = DUMMIES) -> SignLot:
    """Say that every round of a box was proved and marked, and two are put aside."""
    return SignLot(lot=lot, proved=LOT_SIZE - 2, doubtful=0, sealed=2, is_marked=True)


def filled(rounds: int = CHAMBERS, lot: str = DUMMIES) -> Load:
    """Name a load of the first chambers."""
    chambers = tuple(ChamberLoad(chamber=n, lot=lot) for n in range(1, rounds + 1))
    return Load(weapon=GUN, tag="tag-gun", rounds=chambers)


LOAD_DUMMIES, LOAD_BLANKS = filled(), filled(SHOTS, BLANKS)


def boxed() -> Play:
    """Two boxes of rounds in the safe, gone through by nobody."""
    play = classed(WeaponClass.DISABLED).do("ada", box())
    return play.do("ada", box(BLANKS, Label.BLANK))


def stocked(found: WeaponClass = WeaponClass.DISABLED) -> Play:
    """Two boxes of rounds, each gone through by two people."""
    play = classed(found).do("ada", box()).do("ada", box(BLANKS, Label.BLANK))
    for lot in (DUMMIES, BLANKS):
        play.do("ada", gone_through(lot)).do("sec", gone_through(lot))
    return play


def ready_for_dummies() -> Play:
    """A weapon that cannot fire, just proved empty and worked."""
    return stocked().do("sec", TURN).do("ada", DRAW).do("ada", PROVE).do("ada", WORKS)


def loaded_dummy() -> Play:
    """Six dummies in it; the second watched the loading, two people have counted since."""
    play = ready_for_dummies().do("ada", LOAD_DUMMIES)
    play.do("sec", WitnessLoad(weapon=GUN, seen=SIX))
    return play.do("sec", CHECK_DUMMIES).do("hal", CHECK_DUMMIES)


def range_tested() -> Play:
    """A blank-firing weapon, planned hot, fired in a test, just proved empty and worked."""
    play = stocked(WeaponClass.BLANK_ONLY).do("alf", HOT_PLAN).do("ada", TEST).do("sec", TEST)
    return play.do("sec", TURN).do("ada", DRAW).do("ada", PROVE).do("ada", WORKS)


def ready_for_blanks() -> Play:
    """Its bore seen clear by two as well."""
    return range_tested().do("ada", CLEAR).do("sec", CLEAR)


def loaded_hot() -> Play:
    """Three blanks in it; the second watched the loading, two people have counted since."""
    play = ready_for_blanks().do("ada", LOAD_BLANKS)
    play.do("sec", WitnessLoad(weapon=GUN, seen=THREE))
    return play.do("sec", CHECK_BLANKS).do("hal", CHECK_BLANKS)


def shown_hot() -> Play:
    """Shown to the performer with three blanks in it."""
    play = loaded_hot().do("ada", replace(SHOW, mode=Mode.HOT))
    look = replace(LOOK, seen=THREE)
    return play.do("alf", look).do("dora", look)


WHEEL, WHEEL_TAG = "wheel", "tag-wheel"
THING = ReceiveItem(item=WHEEL, tag=WHEEL_TAG, form="cylinder", capacity=CHAMBERS, place=SAFE)
OPEN_WHEEL = ProveItemEmpty(item=WHEEL, tag=WHEEL_TAG, seen=EMPTY)
LOAD_WHEEL = LoadItem(item=WHEEL, tag=WHEEL_TAG, rounds=LOAD_DUMMIES.rounds)
CHECK_WHEEL = InspectItem(item=WHEEL, seen=SIX)
SEAT = SeatItem(item=WHEEL, weapon=GUN, item_tag=WHEEL_TAG, tag="tag-gun")


def wheel_proved() -> Play:
    """A weapon that cannot fire and a loose cylinder, both just proved empty."""
    return ready_for_dummies().do("ada", THING).do("ada", OPEN_WHEEL)


def wheel_loaded() -> Play:
    """Six dummies in the loose cylinder, counted by two."""
    play = wheel_proved().do("ada", LOAD_WHEEL)
    return play.do("sec", CHECK_WHEEL).do("hal", CHECK_WHEEL)


def seated() -> Play:
    """The loaded cylinder is in the weapon; nobody has counted since."""
    return wheel_loaded().do("ada", SEAT)


FINE = (
    opened, received, classed, keyed, drawn, emptied, proved, inspected, showing, shown, offered,
    read, in_hand, called, cut, given_back, boxed, stocked, loaded_dummy, ready_for_blanks,
    loaded_hot, shown_hot, wheel_loaded, seated,
)  # fmt: skip
"""Good states, each played by real acts."""


def changed(scene: Scene, **fields: Any) -> Scene:
    """Return the scene with other fields in its act."""
    return scene._replace(ask=replace(scene.ask, act=replace(scene.ask.act, **fields)))
