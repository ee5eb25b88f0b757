"""Which acts of a story bring in weapons, rounds and magazines, and test them?"""

from collections.abc import Mapping
from typing import Any

from showclear.drills.physical import MILLIMETRES
from showclear.drills.stage import Deed, Stage
from showclear.drills.verbs import (
    METRES,
    NUMBER,
    PLACE,
    ROUNDS,
    THINGS,
    WEAPON,
    YES,
    act,
)  # fmt: skip
from showclear.drills.words import as_list, word
from showclear.kernel import asks as a
from showclear.kernel.classing import BY_TWO
from showclear.kernel.things import Seen
from showclear.kernel.words import OUTSIDE, Bin, Fault, Label, Origin, Role, Strength, WeaponClass

KEEPERS = (Role.ARMORER, Role.HANDLER, Role.PROP_MASTER)
SAFE = "safe"
"""The locked place that every replay has."""


def arrival(stage: Stage, thing: str, *, place: str, origin: str = "") -> a.Act:
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
    """People find out by test what a weapon can do: the doer, a second and, where the class says
    that it can do less than fire live, somebody who keeps none; or the doer alone."""
    weapon = deed.text("weapon")
    found = WeaponClass(deed.get("class", stage.form(weapon).get("class", "live-capable")))
    testers = deed.who if deed.get("alone") else keepers(stage, deed)
    if not deed.get("alone") and found not in BY_TWO:
        outside = stage.find(*OUTSIDE, apart=testers)
        testers = (*testers, *([outside] if outside else []))
    for who in testers:
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


@act("write off", rounds=ROUNDS, count=NUMBER, out_of=word(Bin).maybe(), held_in=THINGS.maybe())
def write_off(stage: Stage, deed: Deed) -> None:
    """Two people sign that so many rounds, which the record has there, are not recovered."""
    for who in keepers(stage, deed):
        stage.ask(who, a.WriteOff(
            lot=deed.text("rounds"), rounds=int(deed.get("count")),
            from_bin=Bin(deed.one("out_of", Bin.STORE)), held_in=deed.one("held_in"),
        ))  # fmt: skip


@act("report fault", weapon=WEAPON, fault=word(Fault).maybe())
def report_fault(stage: Stage, deed: Deed) -> None:
    """Somebody says that it jammed, misfired or broke."""
    stage.ask(deed.doer, a.ReportFault(
        weapon=deed.text("weapon"), fault=Fault(deed.one("fault", Fault.DAMAGE)),
    ))  # fmt: skip


def seen_of(stage: Stage, thing: str) -> Seen:
    """Return what an honest look finds in it: what each round is taken for."""
    found = stage.world.seen(thing)
    return Seen(**{name: found[name] for name in ("empty", "dummy", "blank", "unsure")})
