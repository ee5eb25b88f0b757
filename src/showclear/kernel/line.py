"""May a rank of weapons be issued to its people?

Forty rifles for forty people are no forty handovers: a pair issues them by scan, each to its
person, and watches them from then on. Nothing that can take a live round ever stands in a line.
"""

from collections.abc import Iterator
from dataclasses import replace

from showclear.kernel import admission, day, people, rounds, watch
from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.custody import line_rules, moved, tag_rule
from showclear.kernel.decision import Bite
from showclear.kernel.effects import all_ended
from showclear.kernel.handover import HAND_HOLDER
from showclear.kernel.looks import mode_of
from showclear.kernel.policy import is_no_fire
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.show import SHOW_PLAN, planned_use
from showclear.kernel.state import Line, State, put
from showclear.kernel.things import Issue
from showclear.kernel.weapon import Custody, Weapon
from showclear.kernel.words import TESTERS, Layer, Part, Role, Tone, WeaponClass

LINE_NEW = Rule(
    code="LINE-NEW",
    title="An id stands for one line, with one weapon for each of its people",
    layer=Layer.CLEARANCE,
    laws=(4, 10),
)
LINE_PAIR = Rule(
    code="LINE-PAIR",
    title="Two people issue and walk a line, and neither stands in it",
    layer=Layer.CLEARANCE,
    laws=(3,),
    sources=("handler-present",),
)
LINE_CLASS = Rule(
    code="LINE-CLASS",
    title="Nothing that can take a live round stands in a line",
    layer=Layer.CLEARANCE,
    laws=(1,),
)
LINE_COUNTED = Rule(
    code="LINE-COUNTED",
    title="Both of the pair have counted each weapon of the line",
    layer=Layer.CLEARANCE,
    laws=(1, 3),
    sources=("check-before-each-use",),
    tone=Tone.NOT_YET,
)
RULES = (LINE_NEW, LINE_PAIR, LINE_CLASS, LINE_COUNTED)

IN_LINE = (WeaponClass.DISABLED, WeaponClass.BLANK_ONLY)
"""What stands in a line beside what cannot fire at all."""


def issue_rules(case: Case[a.IssueLine]) -> Iterator[Bite]:
    """Yield why this line is not issued: the pair first, then weapon by weapon."""
    act, holders = case.act, {each.holder for each in case.act.issues}
    is_one_each = len({each.weapon for each in act.issues}) == len(holders) == len(act.issues)
    if act.line in case.state.lines or not is_one_each or not holders:
        yield LINE_NEW.refuses(line=act.line)
    second = case.state.people.get(act.second)
    is_trained = second is not None and any(role in TESTERS for role in second.roles)
    if not is_trained or act.second == case.person or {act.second, case.person} & holders:
        yield LINE_PAIR.refuses(person=act.second)
    for issue in act.issues:
        yield from _issue_rules(case, issue)


def _issue_rules(case: Case[a.IssueLine], issue: Issue) -> Iterator[Bite]:
    weapon, setup = case.weapon(issue.weapon), case.setup(case.act.setup)
    if weapon.custody.holder != case.person or not case.has_role(Role.ARMORER, Role.HANDLER):
        yield HAND_HOLDER.refuses(holder=weapon.custody.holder or "")
    yield from line_rules(case, weapon)
    if not _can_stand(weapon):
        yield LINE_CLASS.refuses(weapon=weapon.id)
    uses = planned_use(setup, weapon.id, issue.holder) if setup else ()
    is_planned = mode_of(weapon) in [use.mode for use in uses]
    if not is_planned or issue.holder not in case.state.people:
        yield SHOW_PLAN.refuses(to=issue.holder, setup=case.act.setup)
    signers = {look.person for look in weapon.condition.inspected}
    is_counted = {case.person, case.act.second} <= signers and weapon.condition.slots is not None
    if case.needs(weapon, Part.TWO_INSPECTORS) and not is_counted:
        yield LINE_COUNTED.refuses(weapon=weapon.id)
    yield from people.handler_rules(case, weapon)
    yield from people.taker_rules(case, weapon, issue.holder)
    yield from admission.fit_rules(case, weapon)
    yield from rounds.content_rules(case, weapon)
    yield from day.gate_rules(case, weapon)
    yield from watch.watch_rules(case, weapon)
    yield from tag_rule(case, weapon, issue.tag)


def _can_stand(weapon: Weapon) -> bool:
    is_harmless = is_no_fire(weapon.weapon_class)
    return is_harmless or weapon.weapon_class in IN_LINE


def issue_line(case: Case[a.IssueLine]) -> tuple[e.Event, ...]:
    """Return the line, and the step of each weapon to its person."""
    act, now = case.act, case.now
    ends = all_ended((case.weapon(each.weapon) for each in act.issues), "LINE-ISSUED")
    pair = (case.person, act.second)
    issued = e.LineIssued(line=act.line, setup=act.setup, pair=pair, issues=act.issues, at=now)
    steps = (
        e.WeaponIssued(
            weapon=each.weapon, line=act.line, giver=case.person, taker=each.holder, at=now
        )
        for each in act.issues
    )
    return (*ends, issued, *steps)


def line_issued(state: State, event: e.LineIssued) -> State:
    line = Line(id=event.line, setup=event.setup, pair=event.pair, issues=event.issues)
    return replace(state, lines=put(state.lines, line.id, line))


def weapon_issued(state: State, event: e.WeaponIssued) -> State:
    """Move it to its person; who counted it holds on, and the pair watches."""
    weapon = state.weapons[event.weapon]
    watchers = dict.fromkeys((*weapon.watchers, *state.lines[event.line].pair))
    watchers.pop(event.taker, None)
    custody = Custody(holder=event.taker, since=event.at)
    kept = {"condition": weapon.condition, "watchers": tuple(watchers), "line": event.line}
    return moved(state, weapon.id, custody, **kept)


JUDGES = {
    a.IssueLine: Judge(issue_rules, issue_line),
}

EVOLVERS = {
    e.LineIssued: line_issued,
    e.WeaponIssued: weapon_issued,
}
