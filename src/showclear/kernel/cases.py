"""How do weapons travel in a case with a numbered seal?

A case moves as one. A whole seal keeps custody: its number says that nobody reached in. It never
keeps contents: what was counted before the seal is counted again after it.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.custody import LOCK_PLACE, moved
from showclear.kernel.decision import Bite
from showclear.kernel.discrepancies import opened
from showclear.kernel.effects import all_ended, bore_due, doubted
from showclear.kernel.general import THING_KNOWN
from showclear.kernel.handover import TAKE_TIME
from showclear.kernel.quarantine import apart_rules
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import State, drop, put
from showclear.kernel.watch import key_rules
from showclear.kernel.weapon import Custody, Offer, SealedCase
from showclear.kernel.words import KEEPERS, Layer, Tone

CASE_ROLE = Rule(
    code="CASE-ROLE",
    title="Cases are sealed, carried and opened by those who answer for weapons",
    layer=Layer.STORAGE,
    laws=(4,),
    sources=("qualified-handler-named", "locked-or-held"),
)
CASE_NUMBER = Rule(
    code="CASE-NUMBER",
    title="Each sealed case has a seal of its own, with a number",
    layer=Layer.STORAGE,
    laws=(4,),
)
CASE_LIST = Rule(
    code="CASE-LIST",
    title="The list of a case names each weapon in it, once",
    layer=Layer.STORAGE,
    laws=(4,),
    sources=("all-looks-like-weapon",),
)
CASE_HAND = Rule(
    code="CASE-HAND",
    title="Into a case goes what is in one's own hand, or what lies locked in one place",
    layer=Layer.STORAGE,
    laws=(4,),
    sources=("locked-or-held",),
)
CASE_OFFERED = Rule(
    code="CASE-OFFERED",
    title="A case is taken by the person it is held out to",
    layer=Layer.STORAGE,
    laws=(4,),
    sources=("signed-twice",),
    tone=Tone.NOT_YET,
)
CASE_HOLDER = Rule(
    code="CASE-HOLDER",
    title="A case is given and opened by the person who has it",
    layer=Layer.STORAGE,
    laws=(4,),
    sources=("locked-or-held",),
)
SEAL_DIFFERS = Rule(
    code="SEAL-DIFFERS",
    title="The number on the seal is the number on record",
    layer=Layer.STORAGE,
    laws=(1, 4),
    sources=("locked-or-held",),
    tone=Tone.ALARM,
)

RULES = (
    CASE_ROLE, CASE_NUMBER, CASE_LIST, CASE_HAND, CASE_OFFERED, CASE_HOLDER, SEAL_DIFFERS,
)  # fmt: skip


CaseAct = a.OfferCase | a.MoveCase | a.OpenCase


def _role_rules(case: Case[Any]) -> Iterator[Bite]:
    if not case.has_role(*KEEPERS):
        yield CASE_ROLE.refuses()


def seal_rules(case: Case[a.SealCase]) -> Iterator[Bite]:
    """Yield why these weapons are not sealed into this case."""
    act, known = case.act, case.state.weapons
    yield from _role_rules(case)
    in_use = {each.seal for each in case.state.cases.values()}
    if act.case in case.state.cases or act.seal in ("", *in_use):
        yield CASE_NUMBER.refuses(seal=act.seal)
    if not act.weapons or len(set(act.weapons)) != len(act.weapons):
        yield CASE_LIST.refuses()
    for thing in act.weapons:
        if thing not in known:
            yield THING_KNOWN.refuses(thing=thing)
    weapons = [known[each] for each in act.weapons if each in known]
    for weapon in weapons:
        yield from apart_rules(case, weapon)
    theirs = [each for each in weapons if each.custody.holder not in (None, case.person)]
    in_place = [each for each in weapons if each.custody.place is not None]
    if theirs or len({each.custody.place for each in in_place}) > 1:
        yield CASE_HAND.refuses(thing=(*theirs, *in_place)[0].id)
    for weapon in in_place:
        yield from key_rules(case, weapon)


def seal(case: Case[a.SealCase]) -> tuple[e.Event, ...]:
    """Return the sealing; what was shown ends, and the asker has the case."""
    act = case.act
    weapons = [case.weapon(each) for each in act.weapons]
    sealed = e.CaseSealed(
        case=act.case, seal=act.seal, weapons=act.weapons, holder=case.person, at=case.now
    )
    return (*all_ended(weapons, "SEALED"), sealed)


def _seal_rules(case: Case[a.OfferCase] | Case[a.MoveCase]) -> Iterator[Bite]:
    """Yield the alarm of another number, whoever reads it; a broken seal has none."""
    known = case.state.cases[case.act.case].seal
    if not known or case.act.seal != known:
        yield SEAL_DIFFERS.alarms(case.act.case, *_broken(case), found=case.act.seal)
    yield from _role_rules(case)


def _holder_rules(case: Case[a.OfferCase] | Case[a.OpenCase]) -> Iterator[Bite]:
    holder = case.state.cases[case.act.case].custody.holder
    if holder != case.person:
        yield CASE_HOLDER.refuses(holder=holder or "")


def offer_rules(case: Case[a.OfferCase]) -> Iterator[Bite]:
    """Yield why this case is not held out."""
    yield from _seal_rules(case)
    yield from _holder_rules(case)


def offer(case: Case[a.OfferCase]) -> tuple[e.Event, ...]:
    """Return the giver's side; until the other one nothing has moved."""
    act, device = case.act, case.asker.device
    return (
        e.CaseOffered(case=act.case, giver=case.person, taker=act.to, device=device, at=case.now),
    )


def move_rules(case: Case[a.MoveCase]) -> Iterator[Bite]:
    """Yield why this case is not taken."""
    yield from _seal_rules(case)
    open_offer = case.state.cases[case.act.case].offer
    if open_offer is None or open_offer.taker != case.person:
        yield CASE_OFFERED.refuses(person=case.person)
    elif not case.is_fresh(open_offer.at, case.policy.scan_age_max):
        yield TAKE_TIME.refuses(age=case.age(open_offer.at), limit=case.policy.scan_age_max)


def move(case: Case[a.MoveCase]) -> tuple[e.Event, ...]:
    """Return that the asker has it now."""
    return (e.CaseMoved(case=case.act.case, holder=case.person, at=case.now),)


def open_rules(case: Case[a.OpenCase]) -> Iterator[Bite]:
    """Yield why this case is not opened; one whose seal was found broken is opened for good."""
    sealed = case.state.cases[case.act.case]
    if sealed.seal and case.act.seal != sealed.seal:
        yield SEAL_DIFFERS.alarms(case.act.case, *_broken(case), found=case.act.seal)
    yield from _role_rules(case)
    yield from _holder_rules(case)
    place = case.state.places.get(case.act.place)
    if place is None or not place.is_locked:
        yield LOCK_PLACE.refuses(place=case.act.place)


def open_up(case: Case[a.OpenCase]) -> tuple[e.Event, ...]:
    """Return the opening: its weapons lie in the place, and nobody knows what is in them."""
    event = e.CaseOpened(case=case.act.case, place=case.act.place, at=case.now)
    return (*_doubts(case, "CASE-OPENED"), event)


def _broken(case: Case[CaseAct]) -> tuple[e.Event, ...]:
    """Return what another number means: somebody may have reached in, and nobody knows when."""
    broken = e.SealBroken(case=case.act.case, found=case.act.seal, at=case.now)
    open_now = opened(case, *case.state.cases[case.act.case].weapons)
    return (*open_now, *_doubts(case, SEAL_DIFFERS.code), broken)


def _doubts(case: Case[CaseAct], cause: str) -> tuple[e.Event, ...]:
    weapons = [case.weapon(each) for each in case.state.cases[case.act.case].weapons]
    return tuple(chain.from_iterable(doubted(each, cause, case.now) for each in weapons))


def case_sealed(state: State, event: e.CaseSealed) -> State:
    """Move the weapons into the case; a place that was opened for it used up its second key."""
    custody = Custody(holder=event.holder, since=event.at)
    sealed = SealedCase(
        id=event.case, seal=event.seal, weapons=event.weapons, custody=custody
    )  # fmt: skip
    opened_up = {state.weapons[each].custody.place for each in event.weapons}
    places = {
        each.id: replace(each, key=None) if each.id in opened_up else each
        for each in state.places.values()
    }
    cases = put(state.cases, event.case, sealed)
    return _carried(replace(state, places=places, cases=cases), sealed)


def case_offered(state: State, event: e.CaseOffered) -> State:
    offered = Offer(giver=event.giver, taker=event.taker, device=event.device, at=event.at)
    sealed = replace(state.cases[event.case], offer=offered)
    return replace(state, cases=put(state.cases, event.case, sealed))


def case_moved(state: State, event: e.CaseMoved) -> State:
    custody = Custody(holder=event.holder, since=event.at)
    sealed = replace(state.cases[event.case], custody=custody, offer=None)
    return _carried(replace(state, cases=put(state.cases, event.case, sealed)), sealed)


def case_opened(state: State, event: e.CaseOpened) -> State:
    custody = Custody(place=event.place, since=event.at)
    state = _carried(state, replace(state.cases[event.case], custody=custody))
    return replace(state, cases=drop(state.cases, event.case))


def _carried(state: State, sealed: SealedCase) -> State:
    """Keep one holder: each weapon of a case is where the case is, and nobody watches it."""
    for weapon in sealed.weapons:
        state = moved(state, weapon, sealed.custody, watchers=())
    return state


def seal_broken(state: State, event: e.SealBroken) -> State:
    """Keep the case closed in the record until it is opened; everything in it is to be checked."""
    broken, weapons = replace(state.cases[event.case], seal="", offer=None), state.weapons
    for each in broken.weapons:
        weapon = bore_due(weapons[each])
        history = replace(weapon.history, is_function_due=True)
        weapons = put(weapons, each, replace(weapon, history=history))
    return replace(state, weapons=weapons, cases=put(state.cases, event.case, broken))


JUDGES: dict[type, Judge] = {
    a.SealCase: Judge(seal_rules, seal),
    a.OfferCase: Judge(offer_rules, offer),
    a.MoveCase: Judge(move_rules, move),
    a.OpenCase: Judge(open_rules, open_up),
}

EVOLVERS = {
    e.CaseSealed: case_sealed,
    e.CaseOffered: case_offered,
    e.CaseMoved: case_moved,
    e.CaseOpened: case_opened,
    e.SealBroken: seal_broken,
}
