"""Which acts of a story bring in weapons, rounds and magazines, and test them?"""

from collections.abc import Mapping
from typing import Any

from showclear.drills.physical import MILLIMETRES
from showclear.drills.stage import Deed, Stage
from showclear.drills.verbs import (
    ITEM,
    METRES,
    NUMBER,
    PERSON,
    PLACE,
    ROUNDS,
    THINGS,
    WEAPON,
    YES,
    act,
)  # fmt: skip
from showclear.drills.words import as_list, word
from showclear.kernel import asks as a
from showclear.kernel.things import Seen
from showclear.kernel.words import Fault, Label, Origin, Role, Strength, WeaponClass

KEEPERS = (Role.ARMORER, Role.HANDLER, Role.PROP_MASTER)
SAFE = "safe"
"""The locked place that every replay has."""


def arrival(stage: Stage, thing: str, *, place: str, origin: str = "") -> Any:
    """Return how this thing is entered when it arrives, as its papers and its box have it."""
    form = stage.form(thing)
    models = [each.get("model", name) for name, each in stage.forms.items()]
    fits = tuple(str(each) for each in as_list(form.get("fits", models)))
    source = Origin(origin or form.get("origin") or default_origin(form))
    if form["kind"] == "item":
        return a.ReceiveItem(
            item=thing, tag=thing, form=form.get("form", "magazine"),
            capacity=form.get("chambers", 6), place=place,
        )  # fmt: skip
    if form["kind"] == "rounds":
        return a.ReceiveLot(
            lot=thing, label=Label(form.get("label", Label.NONE)), strength=strength_of(form),
            count=sum(form.get("holds", {}).values()), origin=source,
            line="line" if form.get("line", source is Origin.SUPPLIER) else "", place=place,
            fits=fits,
        )  # fmt: skip
    return a.ReceiveWeapon(
        weapon=thing, tag=thing, form=form.get("form", "weapon"), capacity=chambers_of(form),
        unit="main", place=place, model=form.get("model", thing), origin=source,
        licence="paper" if form.get("licence", True) else "", standard=form.get("standard", ""),
    )  # fmt: skip


def default_origin(form: Mapping[str, Any]) -> Origin:
    """Return where a thing comes from when the file does not say: from where it should."""
    return Origin.HIRED if form["kind"] == "weapon" else Origin.SUPPLIER


def strength_of(form: Mapping[str, Any]) -> Strength | None:
    """Return the strength on the box; a box of blanks says one."""
    given = form.get("strength", Strength.QUARTER if form.get("label") == Label.BLANK else "")
    return Strength(given) if given else None


NO_CHAMBERS = frozenset({
    WeaponClass.RUBBER, WeaponClass.REPLICA, WeaponClass.DEACTIVATED, WeaponClass.BLADE_BLUNT,
    WeaponClass.BLADE_SHARP, WeaponClass.BOW,
})  # fmt: skip


def chambers_of(form: Mapping[str, Any]) -> int:
    """Return how many chambers a weapon has: six where the file does not say and it could fire."""
    cannot = WeaponClass(form.get("class", WeaponClass.LIVE_CAPABLE)) in NO_CHAMBERS
    return int(form.get("chambers", 0 if cannot else 6))


@act("receive", thing=THINGS, to=PLACE.maybe(), origin=word(Origin).maybe())
def receive(stage: Stage, deed: Deed) -> None:
    """Somebody enters a thing that has arrived, from where whoever brings it says it comes."""
    for thing in deed.many("thing"):
        place = deed.one("to", SAFE)
        stage.world.put(thing, place)
        stage.ask(deed.doer, arrival(stage, thing, place=place, origin=deed.one("origin")))


def keepers(stage: Stage, deed: Deed) -> tuple[str, ...]:
    """Return who signs: those whom the file names, else the doer and a second."""
    return deed.who if len(deed.who) > 1 else (deed.doer, stage.second(deed.doer))


@act("test class", weapon=WEAPON, **{"class": word(WeaponClass).maybe()}, alone=YES.maybe())
def test_class(stage: Stage, deed: Deed) -> None:
    """Two people find out by test what a weapon can do: the doer and a second, or he alone."""
    weapon = deed.text("weapon")
    found = WeaponClass(deed.get("class", stage.form(weapon).get("class", "live-capable")))
    for who in deed.who if deed.get("alone") else keepers(stage, deed):
        stage.ask(who, a.ClassWeapon(weapon=weapon, weapon_class=found, photo=f"photo of {who}"))


@act("check function", weapon=WEAPON, works=YES.maybe())
def check_function(stage: Stage, deed: Deed) -> None:
    """Somebody works the action and says whether it functions."""
    works = bool(deed.get("works", not stage.world.thing(deed.text("weapon")).is_failing_back))
    stage.ask(deed.doer, a.CheckFunction(weapon=deed.text("weapon"), works=works))


@act("see bore", weapon=WEAPON, alone=YES.maybe())
def see_bore(stage: Stage, deed: Deed) -> None:
    """Two people look through a bore, rod through, and say what is so."""
    weapon = stage.world.thing(deed.text("weapon"))
    is_clear = not (weapon.is_bore_blocked or weapon.has_embers)
    for who in deed.who if deed.get("alone") else keepers(stage, deed):
        stage.ask(who, a.SeeBore(weapon=weapon.id, is_clear=is_clear))


@act("release", weapon=WEAPON)
def release(stage: Stage, deed: Deed) -> None:
    """Two people let a weapon out of quarantine and say why."""
    for who in keepers(stage, deed):
        stage.ask(who, a.ReleaseWeapon(weapon=deed.text("weapon"), reason="words"))


@act(
    "sign rounds", rounds=ROUNDS, doubtful=NUMBER.maybe(), sealed=NUMBER.maybe(),
    marked=YES.maybe(), alone=YES.maybe(),
)  # fmt: skip
def sign_rounds(stage: Stage, deed: Deed) -> None:
    """Two go through a box round by round: so many proved, so many doubtful, marked or not."""
    lot = deed.text("rounds")
    sealed = int(deed.get("sealed", stage.policy.sealed_min))
    total = stage.state.lots[lot].count if lot in stage.state.lots else 0
    doubtful = int(deed.get("doubtful", 0))
    for who in deed.who if deed.get("alone") else keepers(stage, deed):
        stage.ask(who, a.SignLot(
            lot=lot, proved=max(0, total - doubtful - sealed), doubtful=doubtful, sealed=sealed,
            is_marked=bool(deed.get("marked", True)),
        ))  # fmt: skip


@act("reject rounds", rounds=ROUNDS)
def reject_rounds(stage: Stage, deed: Deed) -> None:
    """Somebody says that something is wrong with a box; nothing of it is used."""
    stage.ask(deed.doer, a.RejectLot(lot=deed.text("rounds")))


@act("test fire", weapon=WEAPON, rounds=ROUNDS, metres=METRES, alone=YES.maybe())
def test_fire(stage: Stage, deed: Deed) -> None:
    """Two people see a weapon fire a round of this box into nothing, at the planned distance."""
    mm = round(float(deed.get("metres")) * MILLIMETRES)
    for who in deed.who if deed.get("alone") else keepers(stage, deed):
        stage.ask(who, a.TestFire(
            weapon=deed.text("weapon"), lot=deed.text("rounds"), distance_mm=mm,
        ))  # fmt: skip


@act("return rounds", rounds=ROUNDS, count=NUMBER)
def return_rounds(stage: Stage, deed: Deed) -> None:
    """Unused rounds go back to the supplier."""
    stage.ask(deed.doer, a.ReturnRounds(lot=deed.text("rounds"), rounds=int(deed.get("count"))))


@act("write off", rounds=ROUNDS, count=NUMBER)
def write_off(stage: Stage, deed: Deed) -> None:
    """Two people sign that so many rounds are not recovered."""
    for who in keepers(stage, deed):
        stage.ask(who, a.WriteOff(lot=deed.text("rounds"), rounds=int(deed.get("count"))))


@act("report fault", weapon=WEAPON, fault=word(Fault).maybe())
def report_fault(stage: Stage, deed: Deed) -> None:
    """Somebody says that it jammed, misfired or broke."""
    stage.ask(deed.doer, a.ReportFault(
        weapon=deed.text("weapon"), fault=Fault(deed.one("fault", Fault.DAMAGE)),
    ))  # fmt: skip


@act("prove item", item=ITEM)
def prove_item(stage: Stage, deed: Deed) -> None:
    """A magazine, cylinder or belt is opened and counted by two: this is what was in it."""
    item = deed.text("item")
    first, *others = keepers(stage, deed)
    seen = seen_of(stage, item)
    stage.ask(first, a.ProveItemEmpty(item=item, tag=item, seen=seen))
    for who in others:
        stage.ask(who, a.InspectItem(item=item, seen=seen))


def seen_of(stage: Stage, thing: str) -> Seen:
    """Return what an honest look finds in it: what each round is taken for."""
    found = stage.world.seen(thing)
    return Seen(**{name: found[name] for name in ("empty", "dummy", "blank", "unsure")})


@act("seat item", item=ITEM, weapon=WEAPON)
def seat_item(stage: Stage, deed: Deed) -> None:
    """A magazine or cylinder is put into a weapon, both tags scanned."""
    item, weapon = deed.text("item"), deed.text("weapon")
    stage.world.thing(weapon).seated = item
    stage.world.put(item, stage.world.thing(weapon).where)
    stage.ask(deed.doer, a.SeatItem(item=item, weapon=weapon, item_tag=item, tag=weapon))


@act("remove item", item=ITEM, weapon=WEAPON)
def remove_item(stage: Stage, deed: Deed) -> None:
    """A magazine or cylinder is taken out of a weapon."""
    stage.world.thing(deed.text("weapon")).seated = ""
    stage.ask(deed.doer, a.RemoveItem(item=deed.text("item"), weapon=deed.text("weapon")))


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
