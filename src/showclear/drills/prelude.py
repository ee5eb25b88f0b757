"""What has been done before a story begins?

Everything that a team which uses the program does, and does right: people entered with their
papers and training, posts filled, weapons received, tested and seen, boxes gone through by two.
What a file does not speak of is in order, so that no rule bites because its author left it out.
"""

from collections import Counter

from showclear.drills.casefile import HOUSE, NONE, Case
from showclear.drills.stage import Book, Deed, Stage
from showclear.drills.stock import SAFE, chambers_of
from showclear.drills.vocabulary import VERBS
from showclear.drills.words import BadCase, as_list
from showclear.drills.world import BLAST_MM, LOOKS, Nature, Thing, World
from showclear.kernel import asks as a
from showclear.kernel.decide import BOOK
from showclear.kernel.policy import Policy
from showclear.kernel.words import Role, WeaponClass

OFFICE, ARMORER, PROPS = "the office", "the armorer", "the prop master"
FIRING = (
    WeaponClass.LIVE_CAPABLE, WeaponClass.BLANK_ONLY, WeaponClass.CANNON, WeaponClass.NON_GUN,
)  # fmt: skip
HANDLING = (Role.ARMORER, Role.HANDLER, Role.PROP_MASTER, Role.SECOND, Role.SAFETY)
"""Whose work asks for a paper."""

POSTS = (Role.ARMORER, Role.SECOND, Role.AD, Role.SAFETY, Role.MEDIC)
"""The posts that are filled on the day unless the file says that somebody is absent."""


def ready(case: Case) -> Stage:
    """Return the stage on which the story begins.

    Raises:
        BadCase: what the file says was given is refused by a rule; then it belongs to the story.
    """
    story = {who: case.roles(who) for who, each in case.people.items() if not each.get("outsider")}
    stage = Stage(
        world=World({name: real(name, case) for name in case.things}),
        forms=case.things,
        story=story,
        house={w: r for w, r in HOUSE.items() if not case.absent & set(r)},
        book=Book(BOOK, Policy(country=case.country)),
    )
    stage.world.standing.update(dict.fromkeys(case.people, ""))
    enter_people(stage, case)
    enter_things(stage, case)
    for deed in case.given:
        stage.play(VERBS[deed.verb], deed)
        in_order(stage, deed.where)
    stage.asked.clear()
    stage.book = stage.book.only()
    return stage


def in_order(stage: Stage, where: str) -> None:
    """Hold that nothing given was refused."""
    if stage.bitten:
        who, bit = stage.bitten[0]
        raise BadCase(where, f"not in order when the story begins: {bit.rule} (asked by {who})")


def real(name: str, case: Case) -> Thing:
    """Return a thing as it really is."""
    form = case.things[name]
    really = as_list(form.get("really", []))
    found = WeaponClass(form["class"]) if "class" in form else None
    holds = Counter({str(k): int(v) for k, v in form.get("holds", {}).items()})
    thing = Thing(
        id=name,
        kind=form["kind"],
        where=form.get("at", SAFE if form.get("registered", True) else ""),
        is_sharp="sharp" in really or found is WeaponClass.BLADE_SHARP,
        is_able_to_fire="able to fire" in really or found in FIRING,
        is_bursting="bursting" in really,
        is_failing_back="failing back" in really,
        is_bore_blocked="bore blocked" in really,
        is_caseless=bool(form.get("caseless", found is WeaponClass.CANNON)),
        has_embers="embers in the bore" in really,
        blast_mm=round(1_000 * float(form.get("blast_metres", BLAST_MM / 1_000))),
    )
    if form["kind"] == "rounds":
        thing.heap = holds
        return thing
    chambers = chambers_of(form) if form["kind"] == "weapon" else int(form.get("chambers", 6))
    inside = list(holds.elements())
    if len(inside) > chambers:
        raise BadCase(f"setting, things, {name}", f"{len(inside)} rounds do not go into it")
    free = chambers - len(inside)
    looks = [form.get("passes_for") or LOOKS[Nature(each)] for each in inside]
    thing.slots, thing.looks = inside + [""] * free, looks + ["empty"] * free
    return thing


def enter_people(stage: Stage, case: Case) -> None:
    """Enter places and people, with papers, training and posts."""
    stage.ask(OFFICE, a.AddPerson(who=OFFICE, name="name", roles=HOUSE[OFFICE]))
    everybody = {**{w: r for w, r in HOUSE.items() if w != OFFICE}, **stage.story}
    for who, roles in everybody.items():
        is_minor = bool(case.people.get(who, {}).get("minor", False))
        stage.ask(OFFICE, a.AddPerson(who=who, name="name", roles=roles, is_minor=is_minor))
    for place, form in case.places.items():
        locked = bool(form.get("locked", False))
        stage.ask(OFFICE, a.AddPlace(place=place, unit="main", is_locked=locked))
    stage.ask(ARMORER, a.OpenDay(day="day-1"))
    for who in everybody:
        _papers(stage, case, who)
    trained = [w for w in everybody if case.people.get(w, {}).get("trained", True)]
    taught = tuple(who for who in trained if who != ARMORER)
    stage.ask(ARMORER, a.Train(taught=taught, classes=tuple(WeaponClass)))
    _posts(stage, case)
    stage.ask(OFFICE, a.GiveNotice(told="told"))
    in_order(stage, "setting, people")


def _posts(stage: Stage, case: Case) -> None:
    """Fill each post with a person of its role, nobody two of them."""
    filled: list[str] = []
    for post in POSTS:
        who = "" if post in case.absent else stage.find(post, apart=filled)
        if who:
            filled.append(who)
            stage.ask(OFFICE, a.FillPost(post=post, who=who))


def _papers(stage: Stage, case: Case, who: str) -> None:
    """Enter the papers that the file gives a person, else those that his work asks for."""
    roles = stage.state.people[who].roles
    default = list(WeaponClass) if set(roles) & set(HANDLING) else [NONE]
    given = as_list(case.people.get(who, {}).get("papers", default))
    if NONE not in given and who != OFFICE:
        values = {"of": who, "classes": given}
        VERBS["see paper"].do(stage, Deed("see paper", (OFFICE,), values, "setting, people"))


def enter_things(stage: Stage, case: Case) -> None:
    """Enter what the show had before the story: received, tested by two, boxes signed by two."""
    boxes_first = sorted(case.things.items(), key=lambda each: each[1]["kind"] != "rounds")
    for thing, form in boxes_first:
        if not form.get("registered", True):
            continue
        where = f"setting, things, {thing}"
        deed = Deed("check in", (ARMORER,), {"thing": thing}, where)
        stage.play(VERBS["check in"], deed)
        stage.world.put(thing, form.get("at", SAFE))
        in_order(stage, where)
