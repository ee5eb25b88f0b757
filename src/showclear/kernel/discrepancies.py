"""What does not add up, which weapons does it hold back, and who may say how it adds up?

Anyone may say that something does not add up. From then on nothing is shown or handed over of
what it is about, of what holds it, or of what shares its rounds, until two people who had no
hand on it have said how it adds up. What names nothing known holds back everything.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Bite
from showclear.kernel.effects import doubted, ended, lots_in
from showclear.kernel.rule import Case, Judge, Rule, no_rules
from showclear.kernel.state import Discrepancy, State, drop, put
from showclear.kernel.weapon import Weapon
from showclear.kernel.words import Layer, Role, Tone

GATED = Rule(
    code="GATED",
    title="What does not add up is not shown, given or called",
    layer=Layer.STORAGE,
    laws=(6,),
    sources=("round-ledger-balances", "live-round-found"),
)
RESOLVE_OPEN = Rule(
    code="RESOLVE-OPEN",
    title="Only what is open is resolved",
    layer=Layer.STORAGE,
    laws=(6,),
    tone=Tone.NOT_YET,
)
RESOLVE_ROLE = Rule(
    code="RESOLVE-ROLE",
    title="What does not add up is resolved by those who answer for it",
    layer=Layer.STORAGE,
    laws=(6,),
    sources=("daily-clean-check-count",),
)
RESOLVE_WORDS = Rule(
    code="RESOLVE-WORDS",
    title="Whoever resolves it says in writing how it adds up",
    layer=Layer.STORAGE,
    laws=(6, 10),
    tone=Tone.NOT_YET,
)
RESOLVE_HOLDER = Rule(
    code="RESOLVE-HOLDER",
    title="Whoever held it does not resolve it",
    layer=Layer.STORAGE,
    laws=(3, 6),
)
RESOLVE_TWICE = Rule(
    code="RESOLVE-TWICE",
    title="The second name under it is another person's",
    layer=Layer.STORAGE,
    laws=(3, 6),
    sources=("daily-clean-check-count",),
)

RULES = (
    GATED, RESOLVE_OPEN, RESOLVE_ROLE, RESOLVE_WORDS, RESOLVE_HOLDER, RESOLVE_TWICE,
)  # fmt: skip

RESOLVERS = (Role.ARMORER, Role.SECOND, Role.SAFETY, Role.PROP_MASTER, Role.PRODUCER)


def gate_rules(case: Case[Any], weapon: Weapon) -> Iterator[Bite]:
    """Yield what is open about this weapon, or about what it holds or shares."""
    for each in case.state.discrepancies.values():
        if reaches(case.state, each.about, weapon):
            yield GATED.refuses(about=each.about or "", since=each.since)


def reaches(state: State, about: str | None, weapon: Weapon) -> bool:
    """Say whether what is open about this thing holds the weapon back."""
    known = known_about(state, about)
    return known is None or not _sources(state, known).isdisjoint(_held(state, weapon))


def known_about(state: State, about: str | None) -> str | None:
    """Return the thing if the record knows it; else nothing, which is everything."""
    shelves = (state.weapons, state.items, state.lots, state.places, state.cases)
    return about if any(about in shelf for shelf in shelves) else None


def _sources(state: State, about: str) -> set[str]:
    """Return the thing and the lots of the rounds in it: one doubtful round doubts its lot."""
    weapon = state.weapons.get(about)
    if weapon is not None:
        return {about, *_lots_in(state, weapon)}
    return {about, *(_lots_of_item(state, about) if about in state.items else ())}


def _held(state: State, weapon: Weapon) -> set[str]:
    """Return the weapon, where it lies or lay, what is in it, and the lots of that."""
    place = weapon.custody.place or weapon.custody.last_place
    places = {place} if place else set(state.places)
    cases = {each.id for each in state.cases.values() if weapon.id in each.weapons}
    return {weapon.id, *weapon.items, *places, *cases, *_lots_in(state, weapon)}


def _lots_in(state: State, weapon: Weapon) -> set[str]:
    return lots_in(weapon).union(*(_lots_of_item(state, item) for item in weapon.items))


def _lots_of_item(state: State, item: str) -> set[str]:
    """Return the lots in it; when nobody knows what is in it, any lot there is."""
    known = state.items.get(item)
    if known is None or known.condition.slots is None:
        return set(state.lots)
    return lots_in(known)


def opened(case: Case[Any], *abouts: str | None) -> tuple[e.Event, ...]:
    """Return that these do not add up, and the end of what rested on them.

    One stays open about one thing, however often it is said: a flood of words is no flood of
    state. Said again, it takes away the names that were under the first.
    """
    events: list[e.Event] = []
    for n, about in enumerate(dict.fromkeys(known_about(case.state, each) for each in abouts)):
        events += _ends(case, about)
        same = [each.id for each in case.state.discrepancies.values() if each.about == about]
        new = f"{case.ask.id}.{n}" if n else case.ask.id
        events.append(
            e.DiscrepancyOpened(
                discrepancy=same[0] if same else new,
                about=about,
                holder=_holder(case.state, about),
                at=case.now,
            )
        )
    return tuple(events)


def _ends(case: Case[Any], about: str | None) -> Iterator[e.Event]:
    """Yield the end of every count, look and call older than this (I6)."""
    for weapon in case.state.weapons.values():
        if not reaches(case.state, about, weapon):
            continue
        if weapon.condition.slots is None:
            yield from ended(weapon, GATED.code)
        else:
            yield from doubted(weapon, GATED.code, case.now)


def _holder(state: State, about: str | None) -> str | None:
    weapon, item = state.weapons.get(about or ""), state.items.get(about or "")
    if weapon is not None:
        return weapon.custody.holder
    return (item.wearer or item.custody.holder) if item is not None else None


def open_discrepancy(case: Case[a.OpenDiscrepancy]) -> tuple[e.Event, ...]:
    """Open it at once, whoever says so."""
    return opened(case, case.act.about)


def resolve_rules(case: Case[a.ResolveDiscrepancy]) -> Iterator[Bite]:
    """Yield why this name does not count towards resolving it."""
    found = case.state.discrepancies.get(case.act.discrepancy)
    if found is None:
        yield RESOLVE_OPEN.refuses()
        return
    if not case.has_role(*RESOLVERS):
        yield RESOLVE_ROLE.refuses()
    if not case.act.reason:
        yield RESOLVE_WORDS.refuses()
    if case.person == found.holder:
        yield RESOLVE_HOLDER.refuses(person=case.person)
    if case.person in found.agreed:
        yield RESOLVE_TWICE.refuses(person=case.person)


def resolve(case: Case[a.ResolveDiscrepancy]) -> tuple[e.Event, ...]:
    """Return the name; with the second one, that it adds up. Nothing shown comes back."""
    found = case.state.discrepancies.get(case.act.discrepancy)
    if found is None:
        return ()  # Only in a replay without the rule that only what is open is resolved.
    agreed = e.ResolutionAgreed(discrepancy=found.id, person=case.person)
    return (agreed, e.DiscrepancyResolved(discrepancy=found.id)) if found.agreed else (agreed,)


def discrepancy_opened(state: State, event: e.DiscrepancyOpened) -> State:
    first = state.discrepancies.get(event.discrepancy)
    found = Discrepancy(
        id=event.discrepancy, about=event.about, since=event.at, holder=event.holder
    )
    if first is not None and first.about == event.about:
        found = replace(first, agreed=())
    return replace(state, discrepancies=put(state.discrepancies, found.id, found))


def resolution_agreed(state: State, event: e.ResolutionAgreed) -> State:
    found = state.discrepancies[event.discrepancy]
    found = replace(found, agreed=(*found.agreed, event.person))
    return replace(state, discrepancies=put(state.discrepancies, found.id, found))


def discrepancy_resolved(state: State, event: e.DiscrepancyResolved) -> State:
    """Close it; a weapon that was missing is accounted for."""
    found = state.discrepancies[event.discrepancy]
    state = replace(state, discrepancies=drop(state.discrepancies, found.id))
    weapon = state.weapons.get(found.about or "")
    if weapon is None:
        return state
    weapon = replace(weapon, missing_since=None)
    return replace(state, weapons=put(state.weapons, weapon.id, weapon))


JUDGES = {
    a.OpenDiscrepancy: Judge(no_rules, open_discrepancy),
    a.ResolveDiscrepancy: Judge(resolve_rules, resolve),
}

EVOLVERS = {
    e.DiscrepancyOpened: discrepancy_opened,
    e.ResolutionAgreed: resolution_agreed,
    e.DiscrepancyResolved: discrepancy_resolved,
}
