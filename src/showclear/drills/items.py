"""Which acts of a story are about magazines, loose cylinders, belts and bandoliers?"""

from showclear.drills.hands import taken
from showclear.drills.physical import NATURES
from showclear.drills.stage import Deed, Stage
from showclear.drills.stock import SAFE, keepers, seen_of
from showclear.drills.verbs import ITEM, PEOPLE, PERSON, PLACE, WEAPON, act
from showclear.drills.words import Field, Kind
from showclear.kernel import asks as a


@act("prove item", item=ITEM)
def prove_item(stage: Stage, deed: Deed) -> None:
    """A magazine, cylinder or belt is opened and counted by two: this is what was in it."""
    item = deed.text("item")
    first, *others = keepers(stage, deed)
    seen = seen_of(stage, item)
    stage.world.put(item, first)
    stage.ask(first, a.ProveItemEmpty(item=item, tag=item, seen=seen))
    for who in others:
        stage.ask(who, a.InspectItem(item=item, seen=seen))


@act("load item", item=ITEM, rounds=Field(Kind.LOADS), really=NATURES.maybe(),
     counted_by=PEOPLE.maybe())  # fmt: skip
def load_item(stage: Stage, deed: Deed) -> None:
    """Rounds of boxes go into a magazine, cylinder or belt, and loader and second count them."""
    item = deed.text("item")
    rounds = taken(stage, deed, item)
    stage.world.put(item, deed.doer)
    stage.ask(deed.doer, a.LoadItem(item=item, tag=item, rounds=rounds))
    for who in deed.many("counted_by", (deed.doer, stage.second(deed.doer))):
        stage.ask(who, a.InspectItem(item=item, seen=seen_of(stage, item)))


@act("unload item", item=ITEM)
def unload_item(stage: Stage, deed: Deed) -> None:
    """Everything is taken out of a magazine, cylinder or belt, and counted."""
    item = deed.text("item")
    seen = seen_of(stage, item)
    stage.world.empty(item)
    stage.ask(deed.doer, a.UnloadItem(item=item, tag=item, out=seen))


@act(
    "seat item", item=ITEM, weapon=WEAPON, witness=PERSON.maybe(), counted_by=PEOPLE.maybe(),
)  # fmt: skip
def seat_item(stage: Stage, deed: Deed) -> None:
    """A magazine or cylinder is put into a weapon, both tags scanned; a witness sees it go in."""
    item, weapon = deed.text("item"), deed.text("weapon")
    stage.world.thing(weapon).seated = item
    stage.world.put(item, stage.world.thing(weapon).where)
    stage.ask(deed.doer, a.SeatItem(item=item, weapon=weapon, item_tag=item, tag=weapon))
    seen = seen_of(stage, weapon)
    witness = deed.one("witness", stage.second(deed.doer))
    stage.ask(witness, a.WitnessLoad(weapon=weapon, seen=seen))
    for who in deed.many("counted_by", (deed.doer, witness)):
        stage.ask(who, a.Inspect(weapon=weapon, seen=seen))


@act("remove item", item=ITEM, weapon=WEAPON)
def remove_item(stage: Stage, deed: Deed) -> None:
    """A magazine or cylinder is taken out of a weapon."""
    item, weapon = deed.text("item"), deed.text("weapon")
    stage.world.thing(weapon).seated = ""
    stage.world.put(item, deed.doer)
    stage.ask(deed.doer, a.RemoveItem(item=item, weapon=weapon))


@act("wear item", item=ITEM, wearer=PERSON)
def wear_item(stage: Stage, deed: Deed) -> None:
    """A person wears a belt, a bandolier or a spare."""
    stage.world.put(deed.text("item"), deed.text("wearer"))
    stage.ask(deed.doer, a.WearItem(item=deed.text("item"), wearer=deed.text("wearer")))


@act("store item", item=ITEM, to=PLACE.maybe())
def store_item(stage: Stage, deed: Deed) -> None:
    """A magazine, cylinder or belt is taken back and put away."""
    place = deed.one("to", SAFE)
    stage.world.put(deed.text("item"), place)
    stage.ask(deed.doer, a.StoreItem(item=deed.text("item"), place=place))
