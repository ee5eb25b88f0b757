"""How does a whole file come into the record, or nothing of it?

1. Every row is read; each value that cannot be is named by line, column and reason.
2. The rows are judged here, without the record, so that each one that a rule stands against is
   told at once. This is the preview; nothing is written by it.
3. This box signs for the person who imports, and the door takes all of it in one commit or none.
"""

from dataclasses import dataclass, replace

from showclear.actions.door import Door
from showclear.actions.importing.kinds import KINDS, Desk, Wanted
from showclear.actions.importing.tables import BadCell, NotTaken, read_rows
from showclear.actions.names import kept_texts, names_of
from showclear.actions.say import sentence
from showclear.actions.scribe import Scribe, Texts
from showclear.kernel import asks as a
from showclear.kernel.codec import from_plain
from showclear.kernel.decide import decide, settle
from showclear.kernel.decision import Refused
from showclear.kernel.policy import Policy
from showclear.kernel.words import Role
from showclear.store import people as store

IMPORTERS = (Role.ARMORER, Role.PROP_MASTER, Role.PRODUCTION_MANAGER, Role.PRODUCER)
"""Who is taken for the person who imports when nobody is named, in this order."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A file that could be read and that no rule stands against."""

    rows: int
    person: str
    wanted: tuple[Wanted, ...]
    texts: Texts
    places: tuple[str, ...]
    """Places that the file names and the show did not know."""


class NobodyImports(Exception):
    """It is not known for whom this box would sign."""


def plan_import(door: Door, kind: str, body: bytes, *, who: str = "") -> Plan:
    """Read and judge a file; nothing is written.

    Args:
        kind: people, weapons or rounds.
        who: the id or the exact name of the person who imports; found by role when empty.

    Raises:
        NotTaken: naming each row that cannot be read, or that a rule stands against.
        NobodyImports: `who` is nobody of the show, or several people could be meant.
    """
    state, zone = door.current().state, door.show.zone
    rows = read_rows(body, KINDS[kind].columns(zone))
    kept = kept_texts(door.show.id)
    known = {kept.get(each.name, each.id): each.id for each in state.places.values()}
    desk = Desk(state, zone, Texts(), dict(known))
    faults: list[BadCell] = []
    wanted: list[Wanted] = []
    for row in rows:
        try:
            wanted += KINDS[kind].acts(desk, row)
        except NotTaken as wrong:
            faults += wrong.cells
    if faults:
        raise NotTaken(faults)
    person = _importer(door, desk, wanted, who=who)
    if not state.people:  # Whoever enters himself first stands first.
        wanted.sort(key=lambda each: each.fields.get("who") != person)
    faults = _against(door, wanted, person)
    if faults:
        raise NotTaken(faults)
    new = tuple(name for name in desk.places if name not in known)
    return Plan(len(rows), person, tuple(wanted), desk.texts, new)


def _importer(door: Door, desk: Desk, wanted: list[Wanted], *, who: str) -> str:
    """Find for whom this box signs: in an empty show, somebody who stands in the file."""
    state = door.current().state
    if state.people:
        names = dict(names_of(door.show.id, state, zone=desk.zone).people)
        roles = {each.id: set(each.roles) for each in state.people.values()}
    else:
        added = [each.fields for each in wanted if each.kind == "AddPerson"]
        texts = {each.id: each.text for each in desk.texts.kept}
        names = {each["who"]: texts[each["name"]] for each in added}
        roles = {each["who"]: set(each["roles"]) for each in added}
    if who:
        found = [each for each in roles if who in (each, names.get(each))]
    else:
        found = next(
            (each for role in IMPORTERS if (each := [p for p in roles if role in roles[p]])), []
        )
    if len(found) == 1:
        return found[0]
    raise NobodyImports(
        f"{who!r} is {'nobody' if not found else 'more than one person'} here. Name one by --as."
        if who or found
        else "Nobody here could import this. Name the person by --as."
    )


def _against(door: Door, wanted: list[Wanted], person: str) -> list[BadCell]:
    """Name each row that a rule stands against, with its sentence."""
    folded, now = door.current(), door.clock.now()
    state, policy = folded.state, Policy(record_is_whole=door.is_whole)
    asker = a.Asker(person=person, device="import", owner=person)
    faults = []
    for n, each in enumerate(wanted):
        act = from_plain(a.ACTS[each.kind], dict(each.fields))
        decision = decide(state, a.Ask(id=str(n), asker=asker, at=now, act=act), policy, now=now)
        if isinstance(decision, Refused):
            asked = {"kind": each.kind, **each.fields}
            names = names_of(door.show.id, state, zone=door.show.zone)
            if "tag" in asked:  # It is in no register yet, and has its tag all the same.
                names = replace(names, weapons={**names.weapons, asked["weapon"]: asked["tag"]})
            said = sentence(decision.rule, decision.params, names, ask=asked)
            faults.append(BadCell(each.line, "", f"{said.what} {said.why} ({said.code})"))
        else:
            state = settle(state, decision.events, f"line-{each.line}")
    return faults


def carry_out(door: Door, plan: Plan) -> None:
    """Write a plan into the record, all of it in one commit.

    Raises:
        NotTaken: something changed meanwhile, and a rule now stands against a row.
    """
    scribe = Scribe(door, plan.person)
    entries = [scribe.sign(each.kind, **each.fields) for each in plan.wanted]
    store.add_texts(door.show.id, plan.texts.kept)
    answers = door.submit_all(entries)
    last = answers[-1]
    if last.outcome != "done" or last.is_alarm:
        store.drop_texts(door.show.id, [each.id for each in plan.texts.kept])
        line = plan.wanted[len(answers) - 1].line
        raise NotTaken([BadCell(line, "", f"a rule stands against it now ({last.rule})")])
