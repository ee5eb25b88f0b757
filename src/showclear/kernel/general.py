"""Which rules stand before every act?

Who asks, on whose device, when, about which things as he saw them, and whether work is stopped.
Acts that only take permission away never come here: they are never refused.
"""

from collections.abc import Iterator
from typing import Any

from showclear.kernel import asks as a
from showclear.kernel.asks import Act
from showclear.kernel.decision import Bite
from showclear.kernel.quarantine import apart_rules
from showclear.kernel.reach import FREEZES, stop_over, weapons_of
from showclear.kernel.rule import Case, Rule
from showclear.kernel.words import Layer, Standing, Tone, Via

WHO_KNOWN = Rule(
    code="WHO-KNOWN",
    title="Whoever asks is a person of this show",
    layer=Layer.ADMISSION,
    laws=(3,),
    sources=("qualified-handler-named",),
)
WHO_PIN = Rule(
    code="WHO-PIN",
    title="A PIN on another's device serves only for what a taker does himself",
    layer=Layer.CLEARANCE,
    laws=(3, 12),
)
WHO_GAP = Rule(
    code="WHO-GAP",
    title="One device does not sign for two people within two seconds",
    layer=Layer.CLEARANCE,
    laws=(3,),
)
WHO_BARRED = Rule(
    code="WHO-BARRED",
    title="Whoever is barred touches no weapon and signs nothing about one",
    layer=Layer.ADMISSION,
    laws=(8,),
    sources=("qualified-handler-named",),
)
PEOPLE_MINOR = Rule(
    code="PEOPLE-MINOR",
    title="A minor handles and takes nothing that can fire or cut, and others rest on no minor",
    layer=Layer.ADMISSION,
    laws=(3, 13),
    sources=("qualified-handler-named",),
)
CLOCK_AHEAD = Rule(
    code="CLOCK-AHEAD",
    title="No act is dated in the future",
    layer=Layer.CLEARANCE,
    laws=(11,),
)
THING_KNOWN = Rule(
    code="THING-KNOWN",
    title="The act is about something in the register",
    layer=Layer.ADMISSION,
    laws=(1,),
    sources=("all-looks-like-weapon", "no-personal-weapons"),
)
STALE = Rule(
    code="STALE",
    title="The act is about the thing as it is now",
    layer=Layer.CLEARANCE,
    laws=(11,),
    tone=Tone.NOT_YET,
)
FROZEN = Rule(
    code="FROZEN",
    title="After a live round or an unplanned shot everything is left as it is",
    layer=Layer.STOP,
    laws=(7, 8, 10),
    sources=("scene-kept", "gun-not-opened-after", "no-disposal-hold"),
)
STOPPED = Rule(
    code="STOPPED",
    title="While work is stopped, weapons only come back",
    layer=Layer.STOP,
    laws=(8,),
    sources=("stop-by-anyone", "unplanned-discharge-stops-work", "safety-advisor-stop"),
)

RECORD_WHOLE = Rule(
    code="RECORD-WHOLE",
    title="A box whose record does not hold gives no permission",
    layer=Layer.AFTER,
    laws=(10, 11),
)

RULES = (
    RECORD_WHOLE, WHO_KNOWN, WHO_PIN, WHO_GAP, WHO_BARRED, PEOPLE_MINOR, CLOCK_AHEAD,
    THING_KNOWN, STALE, FROZEN, STOPPED,
)  # fmt: skip

BY_PIN: tuple[type, ...] = (a.AnswerLook, a.DeclineLook, a.TakeHandover, a.OfferReturn)
"""What a taker does himself, on the second's or the AD's device."""

WHILE_STOPPED: tuple[type, ...] = (
    a.OfferReturn, a.TakeBack, a.LockUp, a.StoreItem, a.EndTake, a.OpenCase, a.Restart,
    a.Unload, a.UnloadItem, a.RemoveItem, a.TakeWatch, a.PassOn, a.AddPerson, a.FillPost,
    a.OpenDay, a.CloseDay, a.WrapOpen, a.CountLot, a.CountWeapons, a.ResolveDiscrepancy,
    a.AnswerConcern, a.LateEntry, a.Correct,
)  # fmt: skip
"""What brings weapons back or makes them empty, who watches and who has them, and what brings
back work. Nothing shown stands while work is stopped, so what is passed on is off its path."""

OPENING: tuple[type, ...] = (
    a.Unload, a.UnloadItem, a.RemoveItem, a.SeatItem, a.ProveEmpty, a.Inspect, a.ProveContent,
    a.SeeBore, a.CheckFunction, a.ClassWeapon, a.Load, a.LoadItem, a.ProveItemEmpty,
    a.InspectItem, a.TestFire, a.SignLot, a.ReturnRounds, a.WriteOff, a.OpenCase,
)  # fmt: skip
"""What opens, cleans, empties or throws away."""

SIGNATURES: tuple[type, ...] = (
    a.ClassWeapon, a.CheckFunction, a.SeeBore, a.ReleaseWeapon, a.OfferCase, a.MoveCase,
    a.SignLot, a.TestFire, a.WriteOff, a.TurnKey, a.TakeWatch, a.ProveEmpty, a.Inspect, a.Load,
    a.WitnessLoad, a.ProveContent, a.Unload, a.ProveItemEmpty, a.InspectItem, a.LoadItem,
    a.UnloadItem, a.AnswerLook, a.DeclineLook, a.OfferHandover, a.ReadTag, a.TakeHandover,
    a.OfferReturn, a.TakeBack, a.CallWeapon, a.Again, a.Holster, a.WalkLine, a.CallLine,
    a.CountLot, a.CountWeapons, a.ResolveDiscrepancy, a.WrapOpen, a.Restart,
)  # fmt: skip
"""Acts that count as one person's own word: two of two people on one device need a gap."""

OF_MINORS: tuple[type, ...] = BY_PIN
"""What a minor may sign: what a taker does himself."""

WHILE_BARRED: tuple[type, ...] = (a.OfferReturn, a.LockUp, a.StoreItem, a.EndTake)
"""What a barred person may still do: put down what he holds."""

ABOUT = ("weapon", "weapons", "issues", "item", "lot", "case")
"""What an act may name that somebody who is barred does not touch."""

NEW: dict[str, type] = {
    "weapon": a.ReceiveWeapon, "item": a.ReceiveItem, "lot": a.ReceiveLot, "case": a.SealCase,
}  # fmt: skip
"""Acts that enter a thing, and so need not find it."""


def rules(case: Case[Act]) -> Iterator[Bite]:
    """Yield the bites of the rules that stand before every act."""
    yield from record_rules(case)
    yield from _who(case)
    yield from _unfit(case)
    if case.ask.at > case.now + case.policy.clock_lead_max:
        yield CLOCK_AHEAD.refuses(lead=case.ask.at - case.now)
    yield from _things(case)
    stop = stop_over(case)
    if stop is not None and stop.what in FREEZES and isinstance(case.act, OPENING):
        yield FROZEN.refuses(what=stop.what, since=stop.since)
    if stop is not None and not isinstance(case.act, WHILE_STOPPED):
        yield STOPPED.refuses(stop=stop.id, what=stop.what, since=stop.since)
    for weapon in filter(None, map(case.state.weapons.get, weapons_of(case.act))):
        yield from apart_rules(case, weapon)


def record_rules(case: Case[Act]) -> Iterator[Bite]:
    """Yield the refusal of a box whose own record does not hold."""
    if not case.policy.record_is_whole:
        yield RECORD_WHOLE.refuses()


def _who(case: Case[Act]) -> Iterator[Bite]:
    asker = case.asker
    if case.state.people and case.person not in case.state.people:
        yield WHO_KNOWN.refuses()
    if asker.via is Via.PIN:
        if not _is_own_side(case) or asker.owner in _other_side(case):
            yield WHO_PIN.refuses(owner=asker.owner or "")
    elif asker.via is Via.KEY and asker.owner is None:
        yield WHO_PIN.refuses(owner="")
    last = case.state.devices.get(asker.device)
    if last is None or last.person == case.person or not isinstance(case.act, SIGNATURES):
        return
    if case.now - last.at < case.policy.signature_gap_min:
        yield WHO_GAP.refuses(other=last.person, age=case.now - last.at)


def _is_own_side(case: Case[Act]) -> bool:
    """Say whether it is what a taker does himself: his own look, and no caller's or second's."""
    if not isinstance(case.act, a.AnswerLook):
        return isinstance(case.act, BY_PIN)
    weapon = case.state.weapons.get(case.act.weapon)
    listed = weapon.showing.people if weapon is not None and weapon.showing is not None else ()
    return all(
        each.standing in (Standing.TAKER, Standing.PATH)
        for each in listed
        if each.person == case.person
    )


def _unfit(case: Case[Act]) -> Iterator[Bite]:
    """Yield why this person, though of the show, does nothing with a weapon."""
    person, act = case.state.people.get(case.person), case.act
    if person is None:
        return
    about = any(hasattr(act, thing) for thing in ABOUT)
    touches = (about or isinstance(act, SIGNATURES)) and not isinstance(act, WHILE_BARRED)
    if touches and person.is_barred:
        yield WHO_BARRED.refuses(person=case.person)
    if person.is_minor and isinstance(act, SIGNATURES) and not isinstance(act, OF_MINORS):
        yield PEOPLE_MINOR.refuses(person=case.person)


def _other_side(case: Case[Act]) -> tuple[str, ...]:
    """Whose device a taker must not confirm on: giver's, loader's, or theirs who take it back."""
    if isinstance(case.act, a.OfferReturn):
        return (case.act.to,)
    weapon = case.state.weapons.get(getattr(case.act, "weapon", ""))
    if weapon is None:
        return ()
    shown_by = weapon.showing.shown_by if weapon.showing else ""
    giver = weapon.offer.giver if weapon.offer else ""
    loader = weapon.condition.loader or ""
    return (shown_by, giver, weapon.custody.holder or "", loader)


def _things(case: Case[Act]) -> Iterator[Bite]:
    for thing, version in touched(case).items():
        if version is None:
            yield THING_KNOWN.refuses(thing=thing)
        elif case.ask.expects.get(thing) != version:
            yield STALE.refuses(thing=thing)


def touched(case: Case[Act]) -> dict[str, str | None]:
    """Return the things the act is about with their versions; None for one not in the record."""
    state, act = case.state, case.act
    listed = {each: state.weapons.get(each) for each in weapons_of(act)}
    things = {each: found.version if found else None for each, found in listed.items()}
    things = {} if isinstance(act, NEW["weapon"]) else things
    for name, known in (
        ("item", state.items),
        ("lot", state.lots),
        ("case", state.cases),
        ("setup", state.setups),
    ):
        thing = getattr(act, name, None)
        if thing is None or isinstance(act, NEW.get(name, ())):
            continue
        found: Any = known.get(thing)
        if found is not None or not isinstance(act, a.PlanSetUp):
            things[thing] = found.version if found is not None else None
    return things
