"""What does everybody try, whatever the record says?

Seven people and a minor, each with every act, on his own device or by PIN on another's, about
every weapon, with the right tag and a wrong one, for the right person and for any other. The
alphabet is the same in every record; that most of it is refused is the point.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.kernel import stage
from tests.kernel.stage import NOW

from showclear.kernel import asks as a
from showclear.kernel.things import ChamberLoad, Issue, Listed, Scan, Seen
from showclear.kernel.words import (
    Bin,
    Fault,
    Mode,
    Proof,
    Role,
    Standing,
    Via,
)  # fmt: skip

PARTIES = {
    "ada": Role.ARMORER,
    "hal": Role.HANDLER,
    "sec": Role.SECOND,
    "alf": Role.AD,
    "sam": Role.SAFETY,
    "dora": Role.PERFORMER,
    "cris": Role.CREW,
}
KID = "kid"
ALL = (*PARTIES, KID)
TAKER = "dora"
SAFE, TABLE = stage.SAFE, stage.TABLE
SETUPS = {mode.value: mode for mode in Mode}
"""One set-up is planned cold, one hot, each with every weapon."""
DUMMIES, BLANKS = stage.DUMMIES, stage.BLANKS
EMPTY, ONE_DUMMY, ONE_BLANK = Seen(empty=1), Seen(dummy=1), Seen(blank=1)
SEEN = (EMPTY, ONE_DUMMY, ONE_BLANK)
CALLERS = ("alf", "sam")


@dataclass(frozen=True, slots=True)
class Said:
    """One ask that can be made in any record."""

    person: str
    act: Any
    ask: a.Ask


def tag(weapon: str) -> str:
    """Return its tag."""
    return f"tag-{weapon}"


def show(weapon: str, mode: Mode, caller: str, *, to: str = TAKER) -> a.ShowWeapon:
    """Open it before the taker and a caller."""
    people = (
        Listed(person=to, standing=Standing.TAKER),
        Listed(person=caller, standing=Standing.CALLER),
    )
    return a.ShowWeapon(weapon=weapon, setup=mode.value, to=to, mode=mode, people=people)


def with_it(weapon: str, other: str) -> Iterator[Any]:
    """Yield what is done with one weapon by whoever holds it, gives it, takes it."""
    right, wrong = tag(weapon), tag(other)
    for each in (right, wrong):
        yield a.DrawWeapon(weapon=weapon, tag=each)
        yield a.LockUp(weapon=weapon, place=SAFE, tag=each)
        yield a.ReadTag(weapon=weapon, tag=each)
        yield a.TakeHandover(weapon=weapon, tag=each)
        yield a.TakeBack(weapon=weapon, tag=each)
        yield a.ProveEmpty(weapon=weapon, tag=each, seen=EMPTY)
    yield a.LockUp(weapon=weapon, place=TABLE, tag=right)
    for to in (TAKER, "cris", "sec", "hal", KID):
        yield a.OfferHandover(weapon=weapon, to=to, tag=right)
        yield a.PassOn(weapon=weapon, to=to)
    yield a.OfferHandover(weapon=weapon, to=TAKER, tag=wrong)
    for to in ("ada", "hal", TAKER):
        yield a.OfferReturn(weapon=weapon, to=to, tag=right)
    yield a.TakeWatch(weapon=weapon)
    yield a.EndWatch(weapon=weapon)
    yield a.Holster(weapon=weapon)


def into_it(weapon: str) -> Iterator[Any]:
    """Yield what is done about what is in it."""
    yield a.ProveEmpty(weapon=weapon, tag=tag(weapon), seen=ONE_DUMMY)
    for seen in SEEN:
        yield a.Inspect(weapon=weapon, seen=seen)
        yield a.WitnessLoad(weapon=weapon, seen=seen)
        yield a.Unload(weapon=weapon, tag=tag(weapon), out=seen)
    yield a.Unload(weapon=weapon, tag=tag(weapon), out=Seen(), fired=1)
    yield a.Unload(weapon=weapon, tag=tag(weapon), out=Seen(), misfired=1)
    for lot in (DUMMIES, BLANKS):
        rounds = (ChamberLoad(chamber=1, lot=lot),)
        yield a.Load(weapon=weapon, tag=tag(weapon), rounds=rounds)
        yield a.WriteOff(lot=lot, rounds=1, from_bin=Bin.LOADED, held_in=weapon)
    for proof in Proof:
        yield a.ProveContent(weapon=weapon, proof=proof, chambers=1)
    for is_well in (True, False):
        yield a.CheckFunction(weapon=weapon, works=is_well)
        yield a.SeeBore(weapon=weapon, is_clear=is_well)
    yield a.ReleaseWeapon(weapon=weapon, reason="why")


def shown_of_it(weapon: str) -> Iterator[Any]:
    """Yield what is done when it is shown and called."""
    for setup, mode in SETUPS.items():
        for caller in ("alf", "sam", "sec", "cris", "ada"):
            yield show(weapon, mode, caller)
        yield show(weapon, mode, "alf", to="cris")
        people = (Listed(person=TAKER, standing=Standing.TAKER),)
        yield a.ShowWeapon(weapon=weapon, setup=setup, to=TAKER, mode=mode, people=people)
        for take in (1, 2):
            yield a.CallWeapon(weapon=weapon, setup=setup, take=take)
        yield a.Again(weapon=weapon, setup=setup)
        yield a.EndTake(setup=setup)
    for seen in SEEN:
        yield a.AnswerLook(weapon=weapon, seen=seen)
    for chosen in ALL:
        yield a.DeclineLook(weapon=weapon, chosen=chosen)


def of_the_set(weapons: tuple[str, ...]) -> Iterator[Any]:
    """Yield what is not about one weapon."""
    yield a.TurnKey(place=SAFE)
    yield a.DrawBatch(weapons=tuple(a_scan(each) for each in weapons))
    for weapon in weapons:
        issue = Issue(weapon=weapon, holder=TAKER, tag=tag(weapon))
        yield a.IssueLine(line="line", setup="cold", second="sec", issues=(issue,))
    yield a.WalkLine(line="line", counted=1)
    yield a.CallLine(line="line", take=1)
    yield a.Restart(stop="hold", reason="why")
    yield a.Restart(stop="stop", reason="why")
    yield a.ResolveDiscrepancy(discrepancy="ask", reason="why")
    yield a.CountLot(lot=DUMMIES, store=1, worn=0, fired=0, misfired=0, sealed=2)
    yield a.SealCase(case="case", seal="seal", weapons=weapons)
    yield a.FillPost(post=Role.ARMORER, who="ada")


def a_scan(weapon: str) -> Scan:
    """Return its tag, scanned."""
    return Scan(weapon=weapon, tag=tag(weapon))


def words(weapons: tuple[str, ...]) -> Iterator[Any]:
    """Yield what takes away, and so is asked by two only: whoever says it, it is done."""
    for weapon in (None, *weapons):
        yield a.ReportUnattended(weapon=weapon)
        yield a.ReportFault(weapon=weapon, fault=Fault.MISFIRE)
        yield a.ReportMissing(weapon=weapon)
        yield a.AskAgain(weapon=weapon)
        yield a.RatherRubber(weapon=weapon)
        yield a.EndWatch(weapon=weapon)
        yield a.UnplannedShot(weapon=weapon)
        yield a.OpenDiscrepancy(about=weapon)
    yield a.OpenDiscrepancy(about=DUMMIES)
    yield a.RejectLot(lot=DUMMIES)
    yield a.RejectLot(lot=BLANKS)
    yield a.LiveFound()
    yield a.RaiseConcern()
    yield a.Hold(setup="cold")
    yield a.Stop(unit="main")
    yield a.Break(unit="main")
    yield a.ServerStarted()
    for who in PARTIES:
        yield a.BarPerson(who=who)
    for who in ("ada", "sec", TAKER):
        yield a.EndCredential(who=who)
        yield a.EndKey(key="key", person=who)
        yield a.GiveDuty(who=who, duty="other")
    for post in (Role.ARMORER, Role.SAFETY):
        yield a.LeavePost(post=post)


OF_A_MINOR = (
    a.TurnKey, a.ReadTag, a.TakeHandover, a.TakeWatch, a.Inspect, a.WitnessLoad, a.SeeBore,
    a.AnswerLook, a.DeclineLook, a.CallWeapon, a.Again,
)  # fmt: skip
BY_PIN = (a.AnswerLook, a.DeclineLook, a.TakeHandover, a.OfferReturn, a.Inspect, a.ReadTag)
OTHERS = ("ada", "hal", "sec", "alf")


def alphabet(weapons: tuple[str, ...]) -> tuple[Said, ...]:
    """Return every ask that is tried in every record."""
    acts: list[Any] = list(of_the_set(weapons))
    for n, weapon in enumerate(weapons):
        other = weapons[n - 1] if len(weapons) > 1 else "none"
        acts += [*with_it(weapon, other), *into_it(weapon), *shown_of_it(weapon)]
    expects = dict.fromkeys((*weapons, *SETUPS, DUMMIES, BLANKS), "")

    def said(person: str, act: Any, *, owner: str, via: Via = Via.KEY) -> Said:
        asker = a.Asker(person=person, device=f"phone-{owner}", owner=owner, via=via)
        return Said(person, act, a.Ask(id="ask", asker=asker, at=NOW, act=act, expects=expects))

    found = [said(who, act, owner=who) for act in acts for who in PARTIES]
    found += [said(KID, act, owner=KID) for act in acts if isinstance(act, OF_A_MINOR)]
    for act in acts:
        if isinstance(act, BY_PIN):
            found += [said(TAKER, act, owner=owner, via=Via.PIN) for owner in OTHERS]
    found += [said("cris", act, owner="cris") for act in words(weapons)]
    found += [said("nobody", act, owner="nobody") for act in (a.EndWatch(), a.ReportUnattended())]
    return tuple(found)
