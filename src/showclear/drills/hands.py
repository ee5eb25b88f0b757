"""Which acts of a story move a weapon, and what goes into it?"""

from showclear.drills.physical import NATURES
from showclear.drills.stage import Deed, Stage
from showclear.drills.stock import SAFE, seen_of
from showclear.drills.verbs import NUMBER, PEOPLE, PERSON, PLACE, WEAPON, YES, act
from showclear.drills.words import Field, Kind
from showclear.drills.world import Nature
from showclear.kernel import asks as a
from showclear.kernel.proof import counted as counted_in
from showclear.kernel.things import ChamberLoad, Issue, Scan, Seen
from showclear.kernel.words import Label, Proof, Role

MAYBE = PERSON.maybe()


@act("draw", weapon=WEAPON, second=MAYBE, watchers=PEOPLE.maybe())
def draw(stage: Stage, deed: Deed) -> None:
    """A weapon is taken out of its locked place: the second turns his key, and it is watched."""
    weapon = deed.text("weapon")
    second = deed.one("second", stage.second(deed.doer))
    place = stage.world.thing(weapon).where
    stage.world.put(weapon, deed.doer)
    stage.ask(second, a.TurnKey(place=place))
    stage.ask(deed.doer, a.DrawWeapon(weapon=weapon, tag=weapon))
    other = stage.find(Role.HANDLER, Role.SAFETY, Role.AD, apart=(deed.doer, second))
    for who in deed.many("watchers", [each for each in (second, other) if each]):
        stage.ask(who, a.TakeWatch(weapon=weapon))


@act("draw many", weapons=Field(Kind.WEAPONS), second=MAYBE)
def draw_many(stage: Stage, deed: Deed) -> None:
    """Many weapons are taken out of one place at once; nothing is cleared by it."""
    weapons = deed.many("weapons")
    stage.ask(deed.one("second", stage.second(deed.doer)), a.TurnKey(
        place=stage.world.thing(weapons[0]).where,
    ))  # fmt: skip
    for weapon in weapons:
        stage.world.put(weapon, deed.doer)
    stage.ask(deed.doer, a.DrawBatch(
        weapons=tuple(Scan(weapon=each, tag=each) for each in weapons),
    ))  # fmt: skip


@act("lock up", weapon=WEAPON, to=PLACE.maybe())
def lock_up(stage: Stage, deed: Deed) -> None:
    """The holder puts a weapon away; whether the place locks is judged."""
    weapon, place = deed.text("weapon"), deed.one("to", SAFE)
    stage.world.held(deed.doer, weapon)
    stage.world.put(weapon, place)
    stage.ask(deed.doer, a.LockUp(weapon=weapon, place=place, tag=weapon))


@act("watch", weapon=WEAPON)
def watch(stage: Stage, deed: Deed) -> None:
    """A person watches a weapon from now on, whoever holds it."""
    for who in deed.who:
        stage.ask(who, a.TakeWatch(weapon=deed.text("weapon")))


@act("end watch", weapon=WEAPON)
def end_watch(stage: Stage, deed: Deed) -> None:
    """A person no longer watches a weapon."""
    for who in deed.who:
        stage.ask(who, a.EndWatch(weapon=deed.text("weapon")))


@act("prove empty", weapon=WEAPON, second=MAYBE, careless=YES.maybe())
def prove_empty(stage: Stage, deed: Deed) -> None:
    """A weapon is opened and counted by its holder and the second, each looking for himself.

    Careless is to say that it is empty without looking.
    """
    weapon = deed.text("weapon")
    stage.world.held(deed.doer, weapon)
    capacity = len(stage.world.chambers(weapon))
    seen = Seen(empty=capacity) if deed.get("careless") else seen_of(stage, weapon)
    stage.ask(deed.doer, a.ProveEmpty(weapon=weapon, tag=weapon, seen=seen))
    stage.ask(deed.one("second", stage.second(deed.doer)), a.Inspect(weapon=weapon, seen=seen))
    if capacity:
        stage.ask(deed.doer, a.ProveContent(weapon=weapon, proof=Proof.ROD, chambers=seen.empty))


@act("count", weapon=WEAPON)
def count(stage: Stage, deed: Deed) -> None:
    """A further person counts what is in an open weapon."""
    for who in deed.who:
        seen = seen_of(stage, deed.text("weapon"))
        stage.ask(who, a.Inspect(weapon=deed.text("weapon"), seen=seen))


@act(
    "load", weapon=WEAPON, rounds=Field(Kind.LOADS), really=NATURES.maybe(), witness=MAYBE,
    proved=YES.maybe(), counted_by=PEOPLE.maybe(),
)  # fmt: skip
def load(stage: Stage, deed: Deed) -> None:
    """Rounds of boxes go into a weapon: a witness sees each go in, and both count after.

    `really` says what the rounds are whatever the box says; the harmless ones first if left out.
    `proved` says whether each dummy was proved by a gauge or pin as it went in.
    """
    weapon = deed.text("weapon")
    stage.world.held(deed.doer, weapon)
    rounds = taken(stage, deed, weapon)
    stage.ask(deed.doer, a.Load(weapon=weapon, tag=weapon, rounds=rounds))
    seen = seen_of(stage, weapon)
    witness = deed.one("witness", stage.second(deed.doer))
    stage.ask(witness, a.WitnessLoad(weapon=weapon, seen=seen))
    if deed.get("proved", True) and seen.dummy:
        stage.ask(deed.doer, a.ProveContent(
            weapon=weapon, proof=Proof.ROUND, chambers=seen.dummy,
        ))  # fmt: skip
    for who in deed.many("counted_by", (deed.doer, witness)):
        stage.ask(who, a.Inspect(weapon=weapon, seen=seen))


def taken(stage: Stage, deed: Deed, into: str) -> tuple[ChamberLoad, ...]:
    """Take the rounds out of their boxes and put them in; return which went where."""
    really = deed.get("really")
    loads = []
    for lot, number in deed.get("rounds").items():
        natures = really if really is not None else stage.world.likely(lot, int(number))
        label = str(stage.form(lot).get("label", Label.NONE))
        looks = label if label in (Label.DUMMY, Label.BLANK) else stage.form(lot).get("passes_for")
        put = stage.world.fill(into, stage.world.take_rounds(lot, natures), looks or "")
        loads += [ChamberLoad(chamber=chamber, lot=lot) for chamber in put]
    return tuple(loads)


@act("unload", weapon=WEAPON, misfired=NUMBER.maybe(), careless=YES.maybe())
def unload(stage: Stage, deed: Deed) -> None:
    """Everything is taken out of a weapon and counted: whole, fired, not gone off.

    Careless is to say that what went in came out, without a look at what it is.
    """
    weapon = deed.text("weapon")
    seen = seen_of(stage, weapon)
    out = stage.world.empty(weapon)
    known = stage.state.weapons.get(weapon)
    if deed.get("careless") and known is not None:
        loaded = counted_in(known.condition.slots or ())
        stage.ask(deed.doer, a.Unload(weapon=weapon, tag=weapon, out=loaded))
        return
    misfired, fired = int(deed.get("misfired", 0)), out.count(Nature.SPENT)
    whole = Seen(
        empty=seen.empty, dummy=seen.dummy, blank=max(0, seen.blank - misfired),
        unsure=max(0, seen.unsure - fired),
    )  # fmt: skip
    stage.ask(deed.doer, a.Unload(
        weapon=weapon, tag=weapon, out=whole, fired=fired, misfired=misfired,
    ))  # fmt: skip


@act("hand over", weapon=WEAPON, to=PERSON, reader=MAYBE)
def hand_over(stage: Stage, deed: Deed) -> None:
    """One gives a weapon, the second reads its tag, the other takes it."""
    weapon, taker = deed.text("weapon"), deed.text("to")
    stage.world.held(deed.doer, weapon)
    stage.world.put(weapon, taker)
    stage.ask(deed.doer, a.OfferHandover(weapon=weapon, to=taker, tag=weapon))
    reader = deed.one("reader", stage.second(deed.doer, taker))
    stage.ask(reader, a.ReadTag(weapon=weapon, tag=weapon))
    stage.ask(taker, a.TakeHandover(weapon=weapon, tag=weapon))


@act("hand over another", weapon=WEAPON, really=WEAPON, to=PERSON, reader=MAYBE)
def hand_over_another(stage: Stage, deed: Deed) -> None:
    """One gives a weapon by the record, and another is really in the hand: its tag is read."""
    weapon, real, taker = deed.text("weapon"), deed.text("really"), deed.text("to")
    stage.world.put(real, taker)
    stage.ask(deed.doer, a.OfferHandover(weapon=weapon, to=taker, tag=real))
    stage.ask(deed.one("reader", stage.second(deed.doer, taker)), a.ReadTag(
        weapon=weapon, tag=real,
    ))  # fmt: skip
    stage.ask(taker, a.TakeHandover(weapon=weapon, tag=real))


@act("give back", weapon=WEAPON, to=PERSON)
def give_back(stage: Stage, deed: Deed) -> None:
    """The holder gives a weapon back, and the other takes it."""
    weapon, keeper = deed.text("weapon"), deed.text("to")
    stage.world.held(deed.doer, weapon)
    stage.world.put(weapon, keeper)
    stage.ask(deed.doer, a.OfferReturn(weapon=weapon, to=keeper, tag=weapon))
    stage.ask(keeper, a.TakeBack(weapon=weapon, tag=weapon))


@act("pass on", weapon=WEAPON, to=PERSON)
def pass_on(stage: Stage, deed: Deed) -> None:
    """Within a take a weapon goes to the next person of the planned path."""
    stage.world.held(deed.doer, deed.text("weapon"))
    stage.world.put(deed.text("weapon"), deed.text("to"))
    stage.ask(deed.doer, a.PassOn(weapon=deed.text("weapon"), to=deed.text("to")))


@act("holster", weapon=WEAPON, watcher=MAYBE)
def holster(stage: Stage, deed: Deed) -> None:
    """A weapon is holstered on its holder, under the eyes of a named person."""
    watcher = deed.one("watcher", stage.second(deed.doer))
    stage.ask(watcher, a.Holster(weapon=deed.text("weapon")))


@act("leave alone", weapon=WEAPON, to=PLACE.maybe(), reported_by=MAYBE, missed_by=MAYBE)
def leave_alone(stage: Stage, deed: Deed) -> None:
    """A weapon is out of its holder's hand and sight; somebody may say so, or find it overdue."""
    weapon = deed.text("weapon")
    if deed.get("to"):
        stage.world.put(weapon, deed.text("to"))
    stage.ask(deed.one("reported_by"), a.ReportUnattended(weapon=weapon))
    stage.ask(deed.one("missed_by"), a.ReportOverdue(weapon=weapon))


@act("issue line", line=Field(Kind.NAME), setup=Field(Kind.SETUP), issues=Field(Kind.ISSUES),
     second=MAYBE)  # fmt: skip
def issue_line(stage: Stage, deed: Deed) -> None:
    """The weapons of a rank are issued, each to its person."""
    given = deed.get("issues")
    rows = given if isinstance(given, list) else [given]
    for each in rows:
        stage.world.put(each["weapon"], each["to"])
    stage.ask(deed.doer, a.IssueLine(
        line=deed.text("line"), setup=deed.text("setup"),
        second=deed.one("second", stage.second(deed.doer)),
        issues=tuple(
            Issue(weapon=each["weapon"], holder=each["to"], tag=each["weapon"]) for each in rows
        ),
    ))  # fmt: skip


@act("walk line", line=Field(Kind.NAME), counted=NUMBER.maybe())
def walk_line(stage: Stage, deed: Deed) -> None:
    """The pair walks a rank; each holder is shown his weapon, and each of the pair counts."""
    line = stage.state.lines.get(deed.text("line"))
    issued = len(line.issues) if line else 0
    for who in deed.who:
        stage.ask(who, a.WalkLine(
            line=deed.text("line"), counted=int(deed.get("counted", issued)),
        ))  # fmt: skip


@act("call line", line=Field(Kind.NAME), take=NUMBER.maybe())
def call_line(stage: Stage, deed: Deed) -> None:
    """The one weapons call for a rank is said."""
    stage.ask(deed.doer, a.CallLine(line=deed.text("line"), take=int(deed.get("take", 1))))
