"""Was the line walked, and may it be called?

Before each take both of the pair walk it, show each holder his own and count, neither told what
the other counted. Two numbers that differ, or differ from what was issued, void the whole line
and only that line. One call serves it, for one take.
"""

from collections.abc import Iterator
from dataclasses import replace

from showclear.kernel import admission, day, plan, watch
from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.call import CALL_ROLE, CALL_TAKE, all_rules, standing_rules
from showclear.kernel.decision import Bite
from showclear.kernel.effects import all_ended, doubted
from showclear.kernel.looks import CALLERS, mode_of
from showclear.kernel.policy import is_no_fire
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.show import CALLER_APART
from showclear.kernel.state import Line, State, Walk, put, with_weapon
from showclear.kernel.weapon import Call, Clearance
from showclear.kernel.words import Layer, Tone

LINE_KNOWN = Rule(
    code="LINE-KNOWN",
    title="A line is walked and called as it was issued",
    layer=Layer.CLEARANCE,
    laws=(4,),
    tone=Tone.NOT_YET,
)
LINE_WALKER = Rule(
    code="LINE-WALKER",
    title="Each of the pair walks the line once for a take",
    layer=Layer.CLEARANCE,
    laws=(3,),
)
LINE_COUNT = Rule(
    code="LINE-COUNT",
    title="Both count as many weapons as were issued",
    layer=Layer.CLEARANCE,
    laws=(1, 3),
    tone=Tone.ALARM,
)
LINE_SHOWN = Rule(
    code="LINE-SHOWN",
    title="A line is called after both have walked it",
    layer=Layer.CLEARANCE,
    laws=(2, 3),
    sources=("cold-needs-a-showing",),
    tone=Tone.NOT_YET,
)

RULES = (LINE_KNOWN, LINE_WALKER, LINE_COUNT, LINE_SHOWN)


def _known_rules(case: Case[a.WalkLine] | Case[a.CallLine]) -> Iterator[Bite]:
    """Yield why this line is not one to walk: void, empty, or not as it was issued."""
    line = case.state.lines.get(case.act.line)
    if line is None or line.is_void or not line.issues:
        yield LINE_KNOWN.refuses(line=case.act.line)
        return
    for issue in line.issues:
        weapon = case.state.weapons[issue.weapon]
        is_harmless = is_no_fire(weapon.weapon_class)
        is_unknown = weapon.condition.slots is None and not is_harmless
        if weapon.custody.holder != issue.holder or is_unknown:
            yield LINE_KNOWN.refuses(line=line.id)


def walk_rules(case: Case[a.WalkLine]) -> Iterator[Bite]:
    """Yield why this walk does not count. Counts that do not agree void the line."""
    yield from _known_rules(case)
    line = case.state.lines.get(case.act.line)
    if line is None:
        return
    before = _open_walks(line)
    if case.person not in line.pair or case.person in {walk.person for walk in before}:
        yield LINE_WALKER.refuses(person=case.person)
    numbers = {case.act.counted, *(walk.counted for walk in before)}
    if before and numbers != {len(line.issues)}:
        weapons = [case.state.weapons[each.weapon] for each in line.issues]
        doubts = [event for w in weapons for event in doubted(w, LINE_COUNT.code, case.now)]
        yield LINE_COUNT.alarms(line.id, e.LineVoided(line=line.id, cause=LINE_COUNT.code), *doubts)


def _open_walks(line: Line) -> tuple[Walk, ...]:
    """Return the walks that wait for the other's; two of them are done."""
    return line.walks if len(line.walks) < len(line.pair) else ()


def walk(case: Case[a.WalkLine]) -> tuple[e.Event, ...]:
    """Return the walk; with the second one, that each holder was shown his weapon."""
    line = case.state.lines.get(case.act.line)
    if line is None:
        return ()
    walked = e.LineWalked(line=line.id, person=case.person, counted=case.act.counted, at=case.now)
    before = _open_walks(line)
    if not before:
        weapons = (case.state.weapons[each.weapon] for each in line.issues)
        return (*all_ended(weapons, "LINE-WALKED"), walked)
    began_at = before[0].at
    until = began_at + case.policy.clearance_age_max
    return (walked, e.LineShown(line=line.id, at=began_at, until=until))


def call_line_rules(case: Case[a.CallLine]) -> Iterator[Bite]:
    """Yield why this line is not called."""
    if not case.has_role(*CALLERS):
        yield CALL_ROLE.refuses()
    yield from _known_rules(case)
    line = case.state.lines.get(case.act.line)
    setup = case.setup(line.setup) if line is not None else None
    if line is None or setup is None:
        return
    if case.person in (*line.pair, *(each.holder for each in line.issues)):
        yield CALLER_APART.refuses(person=case.person)
    if not line.is_shown:
        yield LINE_SHOWN.refuses(line=line.id)
    if case.act.take != setup.take:
        yield CALL_TAKE.refuses(take=setup.take)
    for issue in line.issues:
        weapon = case.state.weapons[issue.weapon]
        yield from standing_rules(case, weapon, setup.id)
        yield from watch.call_rules(case, weapon)
        yield from admission.fit_rules(case, weapon)
        yield from day.gate_rules(case, weapon)
        yield from plan.staging_rules(case, weapon, setup)
    yield from all_rules(case, setup)


def call_line(case: Case[a.CallLine]) -> tuple[e.Event, ...]:
    """Return the one call for the line."""
    line = case.state.lines.get(case.act.line)
    if line is None:
        return ()
    called = e.LineCalled(
        line=line.id, setup=line.setup, take=case.act.take, caller=case.person, at=case.now
    )
    return (called,)


def line_walked(state: State, event: e.LineWalked) -> State:
    line = state.lines[event.line]
    own = Walk(person=event.person, counted=event.counted, at=event.at)
    line = replace(line, walks=(*_open_walks(line), own), is_shown=False)
    return replace(state, lines=put(state.lines, line.id, line))


def line_shown(state: State, event: e.LineShown) -> State:
    """Show each weapon to its holder, by the pair, for the take that is next."""
    line = replace(state.lines[event.line], is_shown=True)
    for issue in line.issues:
        clearance = Clearance(
            to=issue.holder,
            setup=line.setup,
            mode=mode_of(state.weapons[issue.weapon]),
            shown_by=line.pair[0],
            looked=(*line.pair, issue.holder),
            began_at=event.at,
            until=event.until,
        )
        state = with_weapon(state, issue.weapon, clearance=clearance)
    return replace(state, lines=put(state.lines, line.id, line))


def line_voided(state: State, event: e.LineVoided) -> State:
    """Void it for good: its weapons stay in it until each has come back."""
    line = replace(state.lines[event.line], walks=(), is_shown=False, is_void=True)
    return replace(state, lines=put(state.lines, line.id, line))


def line_called(state: State, event: e.LineCalled) -> State:
    call = Call(take=event.take, caller=event.caller, at=event.at)
    for issue in state.lines[event.line].issues:
        clearance = state.weapons[issue.weapon].clearance
        if clearance is not None:
            called = replace(clearance, call=call, first_take=event.take)
            state = with_weapon(state, issue.weapon, clearance=called)
    setup = replace(state.setups[event.setup], is_running=True)
    return replace(state, setups=put(state.setups, setup.id, setup))


JUDGES: dict[type, Judge] = {
    a.WalkLine: Judge(walk_rules, walk),
    a.CallLine: Judge(call_line_rules, call_line),
}

EVOLVERS = {
    e.LineWalked: line_walked,
    e.LineShown: line_shown,
    e.LineVoided: line_voided,
    e.LineCalled: line_called,
}
