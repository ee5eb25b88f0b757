"""Which acts of a story are about people, their papers, posts, the plan and the talk?"""

from collections.abc import Mapping
from typing import Any

from showclear.drills.physical import MILLIMETRES
from showclear.drills.stage import MINUTE, Deed, Stage
from showclear.drills.verbs import NUMBER, PEOPLE, PERSON, PLACE, SETUP, TEXT, WEAPON, YES, act
from showclear.drills.words import Field, Kind, word, words
from showclear.kernel import asks as a
from showclear.kernel.things import Use
from showclear.kernel.words import Mode, Part, Purpose, Role, WeaponClass

CLASSES = words(WeaponClass)
YEAR = 365 * 24 * 60 * MINUTE


def classes(deed: Deed) -> tuple[WeaponClass, ...]:
    """Return the classes that a paper or a training speaks of; all where the file names none."""
    return tuple(WeaponClass(each) for each in deed.many("classes", WeaponClass))


@act("see paper", of=PERSON, classes=CLASSES.maybe(), days=NUMBER.maybe())
def see_paper(stage: Stage, deed: Deed) -> None:
    """Somebody sees a licence, permit or certificate and enters for what and how long it holds."""
    until = stage.now + (int(deed.get("days")) * YEAR // 365 if "days" in deed.values else YEAR)
    stage.ask(deed.doer, a.AddCredential(
        who=deed.text("of"), classes=classes(deed), until=until, paper="paper",
    ))  # fmt: skip


@act("end paper", of=PERSON)
def end_paper(stage: Stage, deed: Deed) -> None:
    """A licence, permit or training of a person holds no longer."""
    stage.ask(deed.doer, a.EndCredential(who=deed.text("of")))


@act("train", people=PEOPLE, classes=CLASSES.maybe())
def train(stage: Stage, deed: Deed) -> None:
    """Somebody shows people how it works and what a blank does close by."""
    stage.ask(deed.doer, a.Train(taught=deed.many("people"), classes=classes(deed)))


@act("give duty", to=PERSON, duty=TEXT)
def give_duty(stage: Stage, deed: Deed) -> None:
    """A person gets another duty while weapons are out."""
    stage.ask(deed.doer, a.GiveDuty(who=deed.text("to"), duty=deed.text("duty")))


@act("end duty", of=PERSON)
def end_duty(stage: Stage, deed: Deed) -> None:
    """A person's other duty ends."""
    stage.ask(deed.doer, a.EndDuty(who=deed.text("of")))


@act("fill post", post=word(Role), by=PERSON)
def fill_post(stage: Stage, deed: Deed) -> None:
    """Somebody enters that this person stands at this post today; whether he is fit is judged."""
    stage.world.standing.setdefault(deed.text("by"), "")
    stage.ask(deed.doer, a.FillPost(post=Role(deed.text("post")), who=deed.text("by")))


@act("leave post", post=word(Role))
def leave_post(stage: Stage, deed: Deed) -> None:
    """The person at a post goes, is sent home, or never comes."""
    stage.ask(deed.doer, a.LeavePost(post=Role(deed.text("post"))))


@act("bar", person=PERSON)
def bar(stage: Stage, deed: Deed) -> None:
    """Somebody says that this person touches no weapon on this show."""
    stage.ask(deed.doer, a.BarPerson(who=deed.text("person")))


@act("admit armed", person=PERSON, to=PLACE)
def admit_armed(stage: Stage, deed: Deed) -> None:
    """An armed person, police or guard, is entered with a post outside the scene."""
    stage.ask(deed.doer, a.AdmitArmed(who=deed.text("person"), place=deed.text("to")))


@act("give notice", text=TEXT.maybe())
def give_notice(stage: Stage, deed: Deed) -> None:
    """Police, guards and neighbours are told of today's weapons."""
    stage.ask(deed.doer, a.GiveNotice(told="told"))


@act("enter person", person=PERSON, roles=words(Role), minor=YES.maybe())
def enter_person(stage: Stage, deed: Deed) -> None:
    """Somebody enters a person late: one who was no part of the show before."""
    stage.ask(deed.doer, a.AddPerson(
        who=deed.text("person"), name="name", is_minor=bool(deed.get("minor", False)),
        roles=tuple(Role(each) for each in deed.many("roles")),
    ))  # fmt: skip


@act("enter place", place=PLACE, locked=YES)
def enter_place(stage: Stage, deed: Deed) -> None:
    """Somebody enters a place for weapons, and says whether it locks."""
    stage.ask(deed.doer, a.AddPlace(
        place=deed.text("place"), unit="main", is_locked=bool(deed.get("locked")),
    ))  # fmt: skip


@act(
    "plan", setup=Field(Kind.NAME), uses=Field(Kind.USES), purpose=word(Purpose).maybe(),
    inside=PEOPLE.maybe(), public=YES.maybe(), more=words(Part).maybe(), unit=TEXT.maybe(),
)  # fmt: skip
def plan(stage: Stage, deed: Deed) -> None:
    """A set-up is planned: which weapon for whom, cold or hot, at whom, how far, who is inside."""
    given = deed.get("uses")
    uses = tuple(use(each) for each in (given if isinstance(given, list) else [given]))
    stage.ask(deed.doer, a.PlanSetUp(
        setup=deed.text("setup"), slate=deed.text("setup"), unit=deed.one("unit", "main"),
        uses=uses, purpose=Purpose(deed.one("purpose", Purpose.TAKE)),
        inside=deed.many("inside"), is_public_inside=bool(deed.get("public", False)),
        more=tuple(Part(each) for each in deed.many("more")),
    ))  # fmt: skip


def use(given: Mapping[str, Any]) -> Use:
    """Return one use of a plan; what the file leaves out is left out of the plan."""
    metres = {name: float(given.get(name, 0)) for name in ("metres", "sheet_metres")}
    path = given.get("path", [])
    return Use(
        weapon=given["weapon"], taker=given["taker"], mode=Mode(given["as"]),
        double=given.get("double", ""), path=tuple(path if isinstance(path, list) else [path]),
        rounds=given.get("rounds", 0), reason="words" if given.get("reason") else "",
        aims_at=given.get("aims_at", ""), is_drawn=bool(given.get("is_drawn", False)),
        distance_mm=round(metres["metres"] * MILLIMETRES),
        sheet_mm=round(metres["sheet_metres"] * MILLIMETRES),
    )  # fmt: skip


@act("brief", setup=SETUP, people=PEOPLE.maybe())
def brief(stage: Stage, deed: Deed) -> None:
    """The talk for a set-up is given, to these people, else to everybody whom its plan names."""
    planned = stage.state.setups.get(deed.text("setup"))
    takers = tuple(each.taker for each in planned.uses) if planned else ()
    everybody = dict.fromkeys((*takers, *(planned.inside if planned else ())))
    heard = deed.many("people", everybody)
    stage.ask(deed.doer, a.Brief(setup=deed.text("setup"), heard=heard))


@act("replace", setup=SETUP, weapon=WEAPON, by=WEAPON)
def replace(stage: Stage, deed: Deed) -> None:
    """In a set-up another weapon takes the place of one; it inherits nothing."""
    stage.ask(deed.doer, a.ReplaceWeapon(
        setup=deed.text("setup"), weapon=deed.text("weapon"), by_weapon=deed.text("by"),
    ))  # fmt: skip
