"""May this weapon pass from its holder to another person?

Two people and a reader of the tag: the holder gives, the second reads the tag of what is in the
hands, the taker confirms. The taker's confirm is the handover; until then nothing has moved.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from showclear.kernel import admission, day, people, watch
from showclear.kernel.asks import OfferHandover, ReadTag, TakeHandover
from showclear.kernel.custody import line_rules, moved, tag_rule
from showclear.kernel.decision import Bite
from showclear.kernel.events import (
    Event,
    HandoverOffered,
    OfferEnded,
    TagWasRead,
    WeaponHandedOver,
)
from showclear.kernel.proof import PROVE_CLASS
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import State, put, with_weapon
from showclear.kernel.weapon import Clearance, Custody, Offer, Weapon
from showclear.kernel.words import Layer, Part, Role, Tone

HAND_HOLDER = Rule(
    code="HAND-HOLDER",
    title="Only the armorer or handler who holds a weapon gives it",
    layer=Layer.CLEARANCE,
    laws=(4,),
    sources=("only-handler-hands-over", "handler-present"),
)
HAND_SHOWN = Rule(
    code="HAND-SHOWN",
    title="A weapon goes only to the person it was shown to",
    layer=Layer.CLEARANCE,
    laws=(2,),
    sources=("cold-needs-a-showing", "performer-offered-look", "check-at-every-handover"),
)
HAND_TIME = Rule(
    code="HAND-TIME",
    title="What was shown too long ago is shown again",
    layer=Layer.CLEARANCE,
    laws=(5,),
    sources=("out-of-sight-voids",),
)
HAND_SELF = Rule(
    code="HAND-SELF",
    title="Giver and taker are two people",
    layer=Layer.CLEARANCE,
    laws=(3, 4),
    sources=("signed-twice",),
)
TAG_OFFERED = Rule(
    code="TAG-OFFERED",
    title="The tag is read while the weapon is being given",
    layer=Layer.CLEARANCE,
    laws=(4,),
    tone=Tone.NOT_YET,
)
TAG_READER = Rule(
    code="TAG-READER",
    title="The tag is read by neither giver nor taker",
    layer=Layer.CLEARANCE,
    laws=(3,),
    sources=("check-at-every-handover",),
)
TAKE_OFFERED = Rule(
    code="TAKE-OFFERED",
    title="A weapon is taken by the person it is given to",
    layer=Layer.CLEARANCE,
    laws=(4,),
    sources=("signed-twice", "only-handler-hands-over"),
    tone=Tone.NOT_YET,
)
TAKE_TAG = Rule(
    code="TAKE-TAG",
    title="Before the weapon is taken, a third person has read its tag",
    layer=Layer.CLEARANCE,
    laws=(3, 4),
    sources=("check-at-every-handover",),
    tone=Tone.NOT_YET,
)
TAKE_TIME = Rule(
    code="TAKE-TIME",
    title="Both sides of a handover sign within a minute",
    layer=Layer.CLEARANCE,
    laws=(5,),
    sources=("signed-twice",),
)

RULES = (
    HAND_HOLDER,
    HAND_SHOWN,
    HAND_TIME,
    HAND_SELF,
    TAG_OFFERED,
    TAG_READER,
    TAKE_OFFERED,
    TAKE_TAG,
    TAKE_TIME,
)


def offer_rules(case: Case[OfferHandover]) -> Iterator[Bite]:
    """Yield why this weapon is not given."""
    act, weapon = case.act, case.weapon(case.act.weapon)
    if weapon.custody.holder != case.person or not case.has_role(Role.ARMORER, Role.HANDLER):
        yield HAND_HOLDER.refuses(holder=weapon.custody.holder or "")
    yield from line_rules(case, weapon)
    if act.to == case.person or act.to not in case.state.people:
        yield HAND_SELF.refuses(to=act.to)
    if weapon.weapon_class is None:
        yield PROVE_CLASS.refuses(tests=len(weapon.classed))
    yield from people.handler_rules(case, weapon)
    yield from people.taker_rules(case, weapon, act.to)
    yield from tag_rule(case, weapon, case.act.tag)
    yield from shown_rules(case, weapon, act.to)
    yield from admission.fit_rules(case, weapon)
    yield from day.gate_rules(case, weapon)
    yield from watch.watch_rules(case, weapon)


def shown_rules(
    case: Case[OfferHandover | TakeHandover], weapon: Weapon, taker: str
) -> Iterator[Bite]:
    """Yield why what was shown does not cover this taker now."""
    if not case.needs(weapon, Part.TAKER_LOOK):
        return
    clearance = weapon.clearance
    if clearance is None or clearance.to != taker:
        shown_to = clearance.to if clearance else ""
        yield HAND_SHOWN.refuses(to=taker, shown_to=shown_to, cause=weapon.condition.cause)
    else:
        yield from time_rules(case, clearance)


def time_rules(case: Case[Any], clearance: Clearance) -> Iterator[Bite]:
    """Yield the refusal when what was shown has grown old."""
    limit = clearance.until - clearance.began_at
    if not case.is_fresh(clearance.began_at, limit):
        yield HAND_TIME.refuses(age=case.age(clearance.began_at), limit=limit)


def offer(case: Case[OfferHandover]) -> tuple[Event, ...]:
    """Return the giver's side. It takes the place of an offer still open, never beside it."""
    act = case.act
    offered = HandoverOffered(
        weapon=act.weapon,
        giver=case.person,
        taker=act.to,
        device=case.asker.device,
        at=case.now,
    )
    if case.weapon(act.weapon).offer is None:
        return (offered,)
    return (OfferEnded(weapon=act.weapon), offered)


def read_tag_rules(case: Case[ReadTag]) -> Iterator[Bite]:
    """Yield why this reading does not count."""
    weapon = case.weapon(case.act.weapon)
    open_offer = weapon.offer
    if open_offer is None or open_offer.is_return:
        yield TAG_OFFERED.refuses()
    elif case.person in (open_offer.giver, open_offer.taker):
        yield TAG_READER.refuses(person=case.person)
    yield from tag_rule(case, weapon, case.act.tag)


def read_tag(case: Case[ReadTag]) -> tuple[Event, ...]:
    """Return the reading; in a replay without its rule there may be nothing to read it for."""
    if case.weapon(case.act.weapon).offer is None:
        return ()
    return (TagWasRead(weapon=case.act.weapon, person=case.person, at=case.now),)


def take_rules(case: Case[TakeHandover]) -> Iterator[Bite]:
    """Yield why this weapon is not taken."""
    weapon = case.weapon(case.act.weapon)
    yield from tag_rule(case, weapon, case.act.tag)
    open_offer = weapon.offer
    if open_offer is None or open_offer.is_return or open_offer.taker != case.person:
        yield TAKE_OFFERED.refuses(person=case.person)
        return
    if case.needs(weapon, Part.TAG_READ) and open_offer.tag_reader is None:
        yield TAKE_TAG.refuses()
    if not case.is_fresh(open_offer.at, case.policy.scan_age_max):
        yield TAKE_TIME.refuses(age=case.age(open_offer.at), limit=case.policy.scan_age_max)
    yield from people.taker_rules(case, weapon, case.person)
    yield from day.gate_rules(case, weapon)
    yield from shown_rules(case, weapon, case.person)


def take(case: Case[TakeHandover]) -> tuple[Event, ...]:
    """Return the handover."""
    open_offer = case.weapon(case.act.weapon).offer
    giver = open_offer.giver if open_offer else ""
    return (WeaponHandedOver(weapon=case.act.weapon, giver=giver, taker=case.person, at=case.now),)


def handover_offered(state: State, event: HandoverOffered) -> State:
    offered = Offer(
        giver=event.giver,
        taker=event.taker,
        device=event.device,
        at=event.at,
        is_return=event.is_return,
    )
    weapon = replace(state.weapons[event.weapon], offer=offered)
    return replace(state, weapons=put(state.weapons, weapon.id, weapon))


def offer_ended(state: State, event: OfferEnded) -> State:
    return with_weapon(state, event.weapon, offer=None)


def tag_was_read(state: State, event: TagWasRead) -> State:
    weapon = state.weapons[event.weapon]
    assert weapon.offer is not None, "a tag is read while the weapon is being given"
    weapon = replace(weapon, offer=replace(weapon.offer, tag_reader=event.person))
    return replace(state, weapons=put(state.weapons, weapon.id, weapon))


def weapon_handed_over(state: State, event: WeaponHandedOver) -> State:
    """Move it to the taker. What was shown to him holds on; the giver watches from now on."""
    weapon = state.weapons[event.weapon]
    others = (each for each in weapon.watchers if each not in (event.giver, event.taker))
    custody = Custody(holder=event.taker, since=event.at)
    kept = {"condition": weapon.condition, "watchers": (*others, event.giver)}
    return moved(state, event.weapon, custody, **kept)


JUDGES = {
    OfferHandover: Judge(offer_rules, offer),
    ReadTag: Judge(read_tag_rules, read_tag),
    TakeHandover: Judge(take_rules, take),
}

EVOLVERS = {
    HandoverOffered: handover_offered,
    OfferEnded: offer_ended,
    TagWasRead: tag_was_read,
    WeaponHandedOver: weapon_handed_over,
}
