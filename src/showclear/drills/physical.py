"""Which acts of a story happen in the world alone, and are never asked of the record?"""

from showclear.drills.stage import MINUTE, Deed, Stage
from showclear.drills.verbs import (
    METRES,
    NUMBER,
    PEOPLE,
    PERSON,
    PLACE,
    ROUNDS,
    TEXT,
    THING,
    THINGS,
    WEAPON,
    act,
)  # fmt: skip
from showclear.drills.words import Field, Kind, word
from showclear.drills.world import Nature

NATURES = Field(Kind.AMOUNTS, choices=tuple(Nature))
PASSES = word(("dummy", "blank", "empty")).maybe()
MILLIMETRES = 1_000


def millimetres(deed: Deed, name: str, default: float) -> int:
    """Return a distance of the file in millimetres."""
    return round(float(deed.get(name, default)) * MILLIMETRES)


@act("say", text=TEXT.maybe())
def say(stage: Stage, deed: Deed) -> None:
    """Somebody says, thinks, sees or decides something; nothing is moved and nothing entered."""


@act("wait", minutes=NUMBER.maybe(), hours=NUMBER.maybe(), days=NUMBER.maybe())
def wait(stage: Stage, deed: Deed) -> None:
    """Time passes."""
    hours = 24 * int(deed.get("days", 0)) + int(deed.get("hours", 0))
    stage.now += (60 * hours + int(deed.get("minutes", 0))) * MINUTE


@act("walk in", to=PLACE.maybe(), before=Field(Kind.WEAPON, is_needed=False))
def walk_in(stage: Stage, deed: Deed) -> None:
    """A person comes to a place, or before a muzzle."""
    for who in deed.who:
        stage.world.standing[who] = deed.one("to")
    if deed.get("before"):
        gun = stage.world.thing(deed.text("before"))
        gun.front = (*gun.front, *deed.who)


@act("walk out")
def walk_out(stage: Stage, deed: Deed) -> None:
    """A person goes away, and stands before no muzzle any more."""
    for who in deed.who:
        stage.world.standing.pop(who, None)
        for thing in stage.world.things.values():
            thing.front = tuple(each for each in thing.front if each != who)


@act("bring", thing=THINGS, to=PLACE.maybe())
def bring(stage: Stage, deed: Deed) -> None:
    """A person brings a thing in; it stays with him, or he puts it into a place."""
    for thing in deed.many("thing"):
        stage.world.put(thing, deed.one("to") or deed.doer)


@act("pick up", thing=THINGS)
def pick_up(stage: Stage, deed: Deed) -> None:
    """A person takes a thing from where it lies, or out of another's hand, without a word."""
    for thing in deed.many("thing"):
        stage.world.put(thing, deed.doer)


@act("put down", thing=THINGS, to=PLACE)
def put_down(stage: Stage, deed: Deed) -> None:
    """A person puts a thing down and turns away; nobody enters it."""
    for thing in deed.many("thing"):
        stage.world.held(deed.doer, thing)
        stage.world.put(thing, deed.text("to"))


@act("pass over", thing=THINGS, to=PERSON)
def pass_over(stage: Stage, deed: Deed) -> None:
    """A person gives a thing to another with no word to the record."""
    for thing in deed.many("thing"):
        stage.world.held(deed.doer, thing)
        stage.world.put(thing, deed.text("to"))


@act("mix in", rounds=ROUNDS, really=NATURES, source=ROUNDS.maybe())
def mix_in(stage: Stage, deed: Deed) -> None:
    """Rounds come into a box: out of another box, or from nobody knows where."""
    natures = {str(nature): int(count) for nature, count in deed.get("really").items()}
    if deed.get("source"):
        stage.world.take_rounds(deed.text("source"), natures)
    stage.world.thing(deed.text("rounds")).heap.update(natures)


@act(
    "slip in", thing=THING, really=NATURES, source=ROUNDS.maybe(),
    passes_for=PASSES,
)  # fmt: skip
def slip_in(stage: Stage, deed: Deed) -> None:
    """Rounds go into a weapon, magazine or cylinder, and nobody enters it."""
    natures = {str(nature): int(count) for nature, count in deed.get("really").items()}
    if deed.get("source"):
        stage.world.take_rounds(deed.text("source"), natures)
    rounds = [nature for nature, count in natures.items() for _ in range(count)]
    stage.world.fill(deed.text("thing"), rounds, deed.one("passes_for"))


@act("take out", thing=THING, leaving=NATURES.maybe(), passes_for=PASSES)
def take_out(stage: Stage, deed: Deed) -> None:
    """What is in a weapon, magazine or cylinder is taken out, all or all but some; unentered."""
    stage.world.empty(deed.text("thing"))
    left = [nature for nature, n in deed.get("leaving", {}).items() for _ in range(n)]
    stage.world.fill(deed.text("thing"), left, deed.one("passes_for"))


@act("fit", thing=THING, to=WEAPON)
def fit(stage: Stage, deed: Deed) -> None:
    """A magazine or cylinder is put into a weapon, and nobody enters it."""
    stage.world.thing(deed.text("to")).seated = deed.text("thing")


@act(
    "alter", thing=THING,
    into=word(("blunt", "sharp", "able to fire", "unable to fire", "bore clear", "bore blocked",
               "sponged", "embers in the bore", "bursting", "safe to burn", "failing back",
               "sound")),
)  # fmt: skip
def alter(stage: Stage, deed: Deed) -> None:
    """A thing becomes another than it was, by a hand, by wear or by chance."""
    thing, into = stage.world.thing(deed.text("thing")), deed.text("into")
    name, is_so = ALTERED[into]
    setattr(thing, name, is_so)


ALTERED = {
    "blunt": ("is_sharp", False),
    "sharp": ("is_sharp", True),
    "able to fire": ("is_able_to_fire", True),
    "unable to fire": ("is_able_to_fire", False),
    "bore clear": ("is_bore_blocked", False),
    "bore blocked": ("is_bore_blocked", True),
    "sponged": ("has_embers", False),
    "embers in the bore": ("has_embers", True),
    "bursting": ("is_bursting", True),
    "safe to burn": ("is_bursting", False),
    "failing back": ("is_failing_back", True),
    "sound": ("is_failing_back", False),
}
"""What each word of `alter` makes true of the thing."""


@act("point", weapon=WEAPON, at=PEOPLE)
def point(stage: Stage, deed: Deed) -> None:
    """The holder brings the muzzle to bear on people."""
    stage.world.held(deed.doer, deed.text("weapon")).front = deed.many("at")


@act(
    "fire", weapon=WEAPON, at=PEOPLE.maybe(), metres=METRES.maybe(),
    meant=word(("shot", "click", "nothing")).maybe(),
)  # fmt: skip
def fire(stage: Stage, deed: Deed) -> None:
    """The trigger is pulled or the hammer falls; `meant` is what it was to be: a shot if left out.

    A weapon that goes off when nothing or a click was meant is an unplanned shot.
    """
    weapon = deed.text("weapon")
    stage.world.held(deed.doer, weapon)
    mm = millimetres(deed, "metres", 3)
    stage.world.fire(weapon, at=deed.many("at"), mm=mm, meant=deed.one("meant", "shot"))


@act("strike", thing=THING, at=PEOPLE)
def strike(stage: Stage, deed: Deed) -> None:
    """A blade is thrust, drawn or swung, and meets a body."""
    stage.world.held(deed.doer, deed.text("thing"))
    stage.world.strike(deed.text("thing"), deed.many("at"))


@act("set off", thing=THING, near=PEOPLE.maybe())
def set_off(stage: Stage, deed: Deed) -> None:
    """A device is lit or its pin is pulled; `near` are those close to it beside the holder."""
    holder = stage.world.thing(deed.text("thing")).where
    near = (holder, *deed.many("near")) if holder in stage.world.standing else deed.many("near")
    stage.world.set_off(deed.text("thing"), dict.fromkeys(near or deed.who))


@act("ram", weapon=WEAPON)
def ram(stage: Stage, deed: Deed) -> None:
    """A charge is rammed down a muzzle loader."""
    stage.world.ram(deed.doer, deed.text("weapon"))


@act("steal", thing=THINGS)
def steal(stage: Stage, deed: Deed) -> None:
    """A person takes things away that are not his."""
    for thing in deed.many("thing"):
        stage.world.lose("a theft", thing, deed.doer)


@act("divert", thing=THINGS)
def divert(stage: Stage, deed: Deed) -> None:
    """Things got under a pretext go where they were never meant to go."""
    for thing in deed.many("thing"):
        stage.world.lose("a loss", thing, deed.doer)


@act("take for harmless", thing=THINGS)
def take_for_harmless(stage: Stage, deed: Deed) -> None:
    """People handle a thing as one that can do nothing, or find out that it can."""
    for thing in deed.many("thing"):
        stage.world.take_for_harmless(thing)


@act("be shot")
def be_shot(stage: Stage, deed: Deed) -> None:
    """People are hit by a weapon from outside, that is no weapon of the show."""
    stage.world.harm_from_outside(deed.who)
