"""May this weapon come back?

Anyone who holds a weapon may give it back at any time, stopped or not. Two sides sign. What was
shown ends with the first side; what is in it is unknown from the second until it is proved again.
"""

from collections.abc import Iterator
from dataclasses import replace

from showclear.kernel import people
from showclear.kernel.asks import OfferReturn, TakeBack
from showclear.kernel.custody import moved, out_of_line, tag_rule
from showclear.kernel.decision import Bite
from showclear.kernel.effects import doubted, ended
from showclear.kernel.events import Event, HandoverOffered, WeaponReturned
from showclear.kernel.rule import Case, Judge, Rule
from showclear.kernel.state import State
from showclear.kernel.weapon import Custody
from showclear.kernel.words import Layer, Role, Tone

BACK_HOLDER = Rule(
    code="BACK-HOLDER",
    title="Its holder gives a weapon back",
    layer=Layer.CLEARANCE,
    laws=(4,),
    sources=("back-at-cut", "signed-twice"),
)
BACK_TO = Rule(
    code="BACK-TO",
    title="A weapon comes back to the armorer or a handler, to another person than its holder",
    layer=Layer.CLEARANCE,
    laws=(4,),
    sources=("back-at-cut", "only-handler-hands-over"),
)
BACK_OFFERED = Rule(
    code="BACK-OFFERED",
    title="A weapon is taken back from the person who gives it back",
    layer=Layer.CLEARANCE,
    laws=(4,),
    sources=("unload-and-show-empty", "signed-twice"),
    tone=Tone.NOT_YET,
)

RULES = (BACK_HOLDER, BACK_TO, BACK_OFFERED)


def offer_return_rules(case: Case[OfferReturn]) -> Iterator[Bite]:
    """Yield why this weapon is not given back."""
    weapon = case.weapon(case.act.weapon)
    if weapon.custody.holder != case.person:
        yield BACK_HOLDER.refuses(holder=weapon.custody.holder or "")
    keeper = case.state.people.get(case.act.to)
    is_keeper = keeper is not None and {Role.ARMORER, Role.HANDLER} & set(keeper.roles)
    if not is_keeper or case.act.to == case.person:
        yield BACK_TO.refuses(to=case.act.to)
    yield from people.apart_rules(case, case.act.to)
    yield from tag_rule(case, weapon, case.act.tag)


def offer_return(case: Case[OfferReturn]) -> tuple[Event, ...]:
    """Return the holder's side: what was shown ends here."""
    weapon = case.weapon(case.act.weapon)
    offered = HandoverOffered(
        weapon=weapon.id,
        giver=case.person,
        taker=case.act.to,
        device=case.asker.device,
        at=case.now,
        is_return=True,
    )
    return (*ended(weapon, "RETURNED"), offered)


def take_back_rules(case: Case[TakeBack]) -> Iterator[Bite]:
    """Yield why this weapon is not taken back."""
    weapon = case.weapon(case.act.weapon)
    yield from tag_rule(case, weapon, case.act.tag)
    open_offer = weapon.offer
    if open_offer is None or not open_offer.is_return or open_offer.taker != case.person:
        yield BACK_OFFERED.refuses(person=case.person)


def take_back(case: Case[TakeBack]) -> tuple[Event, ...]:
    """Return the coming back. A returned weapon is not an empty one."""
    weapon = case.weapon(case.act.weapon)
    giver = weapon.custody.holder or ""
    back = WeaponReturned(weapon=weapon.id, giver=giver, taker=case.person, at=case.now)
    return (*doubted(weapon, "RETURNED", case.now), back)


def weapon_returned(state: State, event: WeaponReturned) -> State:
    """Move it to the keeper, who holds it and so no longer watches it. Nobody worked it since."""
    weapon = state.weapons[event.weapon]
    watchers = tuple(each for each in weapon.watchers if each != event.taker)
    history = replace(weapon.history, is_function_due=True)
    state = out_of_line(state, weapon.id)
    custody = Custody(holder=event.taker, since=event.at)
    return moved(state, weapon.id, custody, watchers=watchers, history=history)


JUDGES = {
    OfferReturn: Judge(offer_return_rules, offer_return),
    TakeBack: Judge(take_back_rules, take_back),
}

EVOLVERS = {
    WeaponReturned: weapon_returned,
}
