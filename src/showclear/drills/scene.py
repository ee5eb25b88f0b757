"""Which acts of a story are looks, calls and takes, and which run and stop the day?"""

from collections.abc import Mapping

from showclear.drills.stage import Deed, Stage
from showclear.drills.stock import seen_of
from showclear.drills.verbs import (
    NUMBER,
    PEOPLE,
    PERSON,
    PLACE,
    SETUP,
    TEXT,
    THING,
    WEAPON,
    YES,
    act,
)  # fmt: skip
from showclear.drills.words import Field, Kind, word
from showclear.kernel import asks as a
from showclear.kernel.policy import parts_of
from showclear.kernel.things import Listed, Seen
from showclear.kernel.words import Mode, Part, Standing

SEEN = Field(Kind.SEEN)
AS = word(Mode)


@act(
    "show", weapon=WEAPON, setup=SETUP, to=PERSON, **{"as": AS}, caller=PERSON.maybe(),
    seen=SEEN.maybe(), blind=PEOPLE.maybe(), also=PEOPLE.maybe(), instead=PERSON.maybe(),
)  # fmt: skip
def show(stage: Stage, deed: Deed) -> None:
    """A weapon is opened before taker, caller and a second, and each looks and counts.

    `seen` is what somebody counted if not what is to be seen; `blind` are those who do not look;
    `instead` looks in the taker's place, who does not want to look himself.
    """
    weapon, taker = deed.text("weapon"), deed.text("to")
    caller = deed.one("caller", stage.caller(deed.doer, taker))
    second = stage.second(deed.doer, taker, caller)
    people = [(taker, Standing.TAKER), (caller, Standing.CALLER), (second, Standing.SECOND)]
    people += [(each, Standing.ASKED) for each in deed.many("also")]
    listed = [Listed(person=who, standing=standing) for who, standing in people if who]
    stage.ask(deed.doer, a.ShowWeapon(
        weapon=weapon, setup=deed.text("setup"), to=taker, mode=Mode(deed.text("as")),
        people=tuple(listed),
    ))  # fmt: skip
    instead = deed.one("instead")
    if instead:
        stage.ask(taker, a.DeclineLook(weapon=weapon, chosen=instead))
    for each in listed:
        who = instead if instead and each.person == taker else each.person
        if who not in deed.many("blind"):
            stage.ask(who, a.AnswerLook(weapon=weapon, seen=counted(stage, deed, who)))


def counted(stage: Stage, deed: Deed, who: str) -> Seen:
    """Return what a person says he counted: as the file has it, else what is to be seen."""
    given: Mapping[str, Mapping[str, int]] = deed.get("seen", {})
    return Seen(**given[who]) if who in given else seen_of(stage, deed.text("weapon"))


@act("ask again", weapon=WEAPON)
def ask_again(stage: Stage, deed: Deed) -> None:
    """Somebody asks to be shown again."""
    stage.ask(deed.doer, a.AskAgain(weapon=deed.text("weapon")))


@act("rather rubber", weapon=WEAPON)
def rather_rubber(stage: Stage, deed: Deed) -> None:
    """Somebody would rather have the rubber one."""
    stage.ask(deed.doer, a.RatherRubber(weapon=deed.text("weapon")))


@act("call", weapon=WEAPON, setup=SETUP, take=NUMBER.maybe())
def call(stage: Stage, deed: Deed) -> None:
    """The weapons call for a take is said; a weapon that cannot fire or cut needs none."""
    weapon = stage.state.weapons.get(deed.text("weapon"))
    if weapon is not None and Part.CALL_PER_TAKE not in parts_of(weapon.weapon_class, stage.policy):
        return
    setup = stage.state.setups.get(deed.text("setup"))
    take = int(deed.get("take", setup.take if setup else 1))
    stage.ask(deed.doer, a.CallWeapon(
        weapon=deed.text("weapon"), setup=deed.text("setup"), take=take,
    ))  # fmt: skip


@act("again", weapon=WEAPON, setup=SETUP)
def again(stage: Stage, deed: Deed) -> None:
    """The second says that it never left his sight and was not opened: the same again."""
    stage.ask(deed.doer, a.Again(weapon=deed.text("weapon"), setup=deed.text("setup")))


@act("end take", setup=SETUP)
def end_take(stage: Stage, deed: Deed) -> None:
    """Cut is called."""
    stage.ask(deed.doer, a.EndTake(setup=deed.text("setup")))


@act("open day", day=Field(Kind.NAME))
def open_day(stage: Stage, deed: Deed) -> None:
    """A day begins."""
    stage.ask(deed.doer, a.OpenDay(day=deed.text("day")))


@act("close day", open=YES.maybe())
def close_day(stage: Stage, deed: Deed) -> None:
    """The day ends, everything back and every count closed; or open, under two names."""
    day = stage.state.day.id if stage.state.day else ""
    if not deed.get("open"):
        stage.ask(deed.doer, a.CloseDay(day=day))
        return
    for who in deed.who:
        stage.ask(who, a.WrapOpen(day=day))


@act(
    "count rounds", rounds=Field(Kind.ROUNDS), store=NUMBER, worn=NUMBER.maybe(),
    fired=NUMBER.maybe(), misfired=NUMBER.maybe(),
)  # fmt: skip
def count_rounds(stage: Stage, deed: Deed) -> None:
    """People count a box and what came out of it, none told what should be there."""
    for who in deed.who:
        stage.ask(who, a.CountLot(
            lot=deed.text("rounds"), store=int(deed.get("store")), worn=int(deed.get("worn", 0)),
            fired=int(deed.get("fired", 0)), misfired=int(deed.get("misfired", 0)),
        ))  # fmt: skip


@act("count weapons", place=PLACE, counted=NUMBER.maybe())
def count_weapons(stage: Stage, deed: Deed) -> None:
    """People count the weapons that really lie in a place, none told how many should."""
    place = deed.text("place")
    there = [each for each in stage.world.things.values() if each.where == place]
    counted = int(deed.get("counted", sum(each.kind == "weapon" for each in there)))
    for who in deed.who:
        stage.ask(who, a.CountWeapons(place=place, counted=counted))


@act("doubt", about=THING.maybe())
def doubt(stage: Stage, deed: Deed) -> None:
    """Somebody says that something does not add up."""
    stage.ask(deed.doer, a.OpenDiscrepancy(about=deed.one("about") or None))


@act("resolve doubts")
def resolve_doubts(stage: Stage, deed: Deed) -> None:
    """Two people say how it adds up after all."""
    for each in tuple(stage.state.discrepancies):
        for who in deed.who:
            stage.ask(who, a.ResolveDiscrepancy(discrepancy=each, reason="words"))


@act("raise concern", text=TEXT.maybe())
def raise_concern(stage: Stage, deed: Deed) -> None:
    """Somebody says that this is not right."""
    for who in deed.who:
        stage.ask(who, a.RaiseConcern(text="words"))


@act("answer concerns")
def answer_concerns(stage: Stage, deed: Deed) -> None:
    """A named person answers what was raised."""
    for each in tuple(stage.state.concerns):
        stage.ask(deed.doer, a.AnswerConcern(concern=each, text="words"))


@act("report missing", weapon=WEAPON)
def report_missing(stage: Stage, deed: Deed) -> None:
    """Somebody says that a weapon is not where the record says."""
    stage.ask(deed.doer, a.ReportMissing(weapon=deed.text("weapon")))


@act("hold", setup=SETUP.maybe())
def hold(stage: Stage, deed: Deed) -> None:
    """Somebody stops a set-up."""
    stage.ask(deed.doer, a.Hold(setup=deed.one("setup") or None))


@act("stop")
def stop(stage: Stage, deed: Deed) -> None:
    """Somebody stops the unit."""
    stage.ask(deed.doer, a.Stop())


@act("live found", rounds=Field(Kind.ROUNDS).maybe())
def live_found(stage: Stage, deed: Deed) -> None:
    """Somebody finds a live round, or one that nobody can vouch for, and says so."""
    stage.ask(deed.doer, a.LiveFound(lot=deed.one("rounds") or None))


@act("report shot", weapon=WEAPON.maybe())
def report_shot(stage: Stage, deed: Deed) -> None:
    """Somebody says that something went off that was not meant to."""
    stage.ask(deed.doer, a.UnplannedShot(weapon=deed.one("weapon") or None))


@act("break")
def take_break(stage: Stage, deed: Deed) -> None:
    """A meal, a move or the wrap: people go away from the weapons."""
    stage.ask(deed.doer, a.Break())


@act("restart")
def restart(stage: Stage, deed: Deed) -> None:
    """Named people agree in writing that work goes on."""
    for each in stage.state.stops:
        for who in deed.who:
            stage.ask(who, a.Restart(stop=each.id, reason="words"))


@act("late entry", text=TEXT.maybe(), about=THING.maybe())
def late_entry(stage: Stage, deed: Deed) -> None:
    """Something that happened earlier is written down now, and says that it is late."""
    stage.ask(deed.doer, a.LateEntry(
        happened_at=stage.now, what="words", reason="words", about=deed.one("about") or None,
    ))  # fmt: skip
