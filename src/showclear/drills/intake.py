"""What does a team do with a thing that has arrived, before it is used?"""

from showclear.drills import hands, items, stock
from showclear.drills.stage import Deed, Stage
from showclear.drills.verbs import PERSON, PLACE, TEXT, THINGS, WEAPON, Doing, act
from showclear.drills.words import Field, Kind, word, words
from showclear.kernel import asks as a
from showclear.kernel.words import Label, Origin

NAME = Field(Kind.NAME)
PARTS = ("class", "test fire", "function", "bore", "count")
TEST_METRES = 1
"""From where a blank is tested: as near as most plans go."""


@act(
    "check in", thing=THINGS, to=PLACE.maybe(), origin=word(Origin).maybe(),
    without=words(PARTS).maybe(),
)  # fmt: skip
def check_in(stage: Stage, deed: Deed) -> None:
    """A thing is received and made ready as it should be, `without` the parts that were left out.

    Two test what a weapon can do and see it fire each blank that fits it; it is drawn, proved
    empty, its action worked, its bore seen by two, and locked up. Two go through a box of rounds.
    Two open a magazine.
    """
    stock.receive(stage, deed)
    for thing in deed.many("thing"):
        for part, do in READY[str(stage.form(thing)["kind"])]:
            if part not in deed.many("without"):
                do(stage, _about(deed, thing, stage))


def _about(deed: Deed, thing: str, stage: Stage) -> Deed:
    kind = str(stage.form(thing)["kind"])
    values = {kind: thing, "to": deed.one("to", stock.SAFE)}
    return Deed(deed.verb, deed.who, values, deed.where, deed.n)


def test_fires(stage: Stage, deed: Deed) -> None:
    """Fire a blank of each box that names this model, at a metre."""
    weapon = deed.text("weapon")
    known = stage.state.weapons.get(weapon)
    for lot in stage.state.lots.values():
        if known is not None and lot.label is Label.BLANK and known.model in lot.fits:
            values = {"weapon": weapon, "rounds": lot.id, "metres": TEST_METRES}
            stock.test_fire(stage, Deed(deed.verb, deed.who, values, deed.where, deed.n))


READY: dict[str, tuple[tuple[str, Doing], ...]] = {
    "weapon": (
        ("class", stock.test_class),
        ("test fire", test_fires),
        ("", hands.draw),
        ("", hands.prove_empty),
        ("function", stock.check_function),
        ("bore", stock.see_bore),
        ("", hands.lock_up),
    ),
    "rounds": (("count", stock.sign_rounds),),
    "item": (("count", items.prove_item), ("count", items.store_item)),
}
"""What makes a thing of each kind ready; the parts without a name are always done."""


@act("see weapon paper", weapon=WEAPON, standard=TEXT.maybe())
def see_weapon_paper(stage: Stage, deed: Deed) -> None:
    """The paper on which a weapon's number stands came later, and somebody saw it."""
    stage.ask(deed.doer, a.SeePaper(
        weapon=deed.text("weapon"), licence="paper", standard=deed.one("standard"),
    ))  # fmt: skip


@act("seal case", case=NAME, seal=NAME, weapons=Field(Kind.WEAPONS))
def seal_case(stage: Stage, deed: Deed) -> None:
    """Weapons go into a case, under a numbered seal."""
    weapons = deed.many("weapons")
    for weapon in weapons:
        stage.world.put(weapon, deed.doer)
    stage.ask(deed.doer, a.SealCase(
        case=deed.text("case"), seal=deed.text("seal"), weapons=weapons,
    ))  # fmt: skip


@act("pass case", case=NAME, seal=NAME, to=PERSON)
def pass_case(stage: Stage, deed: Deed) -> None:
    """Whoever has a sealed case gives it to another, and each reads the number on its seal."""
    case, seal, taker = deed.text("case"), deed.text("seal"), deed.text("to")
    for weapon in _inside(stage, deed):
        stage.world.put(weapon, taker)
    stage.ask(deed.doer, a.OfferCase(case=case, seal=seal, to=taker))
    stage.ask(taker, a.MoveCase(case=case, seal=seal))


@act("open case", case=NAME, seal=NAME, to=PLACE.maybe())
def open_case(stage: Stage, deed: Deed) -> None:
    """A case is opened where it stands, and the number on its seal is read."""
    place = deed.one("to", stock.SAFE)
    for weapon in _inside(stage, deed):
        stage.world.put(weapon, place)
    stage.ask(deed.doer, a.OpenCase(
        case=deed.text("case"), seal=deed.text("seal"), place=place,
    ))  # fmt: skip


def _inside(stage: Stage, deed: Deed) -> tuple[str, ...]:
    found = stage.state.cases.get(deed.text("case"))
    return found.weapons if found is not None else ()
