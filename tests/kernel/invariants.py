"""What must hold in every record, and on every step from one to the next?

The invariants of docs/explanation/safety.md, each one function with its text. They read the record
and the events, never a rule: a rule that is wrong must not vouch for itself. A parts table says
where an invariant applies: what can neither fire nor cut asks for no looks.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from showclear.kernel import asks as a
from showclear.kernel import events as e
from showclear.kernel.decision import Allowed
from showclear.kernel.policy import Policy, parts_of, profile_of
from showclear.kernel.state import SetUp, State
from showclear.kernel.things import Round, Slots
from showclear.kernel.weapon import Clearance, Weapon
from showclear.kernel.words import LotStatus, Mode, Part, Profile, RoundKind


class Step(NamedTuple):
    """One ask that was not refused: the record before it, what happened, the record after it."""

    before: State
    ask: a.Ask
    decision: Allowed
    after: State
    policy: Policy
    now: int

    @property
    def act(self) -> Any:
        """What was asked."""
        return self.ask.act

    def happened(self, *kinds: type[Any]) -> Iterator[Any]:
        """Yield each event of these kinds."""
        return (each for each in self.decision.events if isinstance(each, kinds))


Holds = Callable[[Step], bool]


def asks_for(step: Step, weapon: Weapon, part: Part) -> bool:
    """Say whether the profile of the weapon has this part; a line has its own profile."""
    if weapon.line is not None:
        return part in step.policy.parts[Profile.LINE]
    return part in parts_of(weapon.weapon_class, step.policy)


def cleared(step: Step, part: Part) -> Iterator[tuple[Weapon, Clearance]]:
    """Yield each weapon that is shown to somebody, and asks for this part."""
    for weapon in step.after.weapons.values():
        if weapon.clearance is not None and asks_for(step, weapon, part):
            yield weapon, weapon.clearance


def signers(weapon: Weapon) -> set[str]:
    """Return who has inspected it."""
    return {look.person for look in weapon.condition.inspected}


def kinds(slots: Slots) -> set[RoundKind]:
    """Return which kinds of round are in it."""
    return {each.kind for each in slots if each is not None}


def rounds_of(slots: Slots | None, lot: str) -> list[Round]:
    """Return which rounds of this lot are there."""
    return [each for each in slots or () if each is not None and each.lot == lot]


def i1(step: Step) -> bool:
    """I1: shown => two people have inspected, the content is known, its kind is what is said."""
    for weapon, clearance in cleared(step, Part.TAKER_LOOK):
        slots = weapon.condition.slots
        if slots is None or (RoundKind.BLANK in kinds(slots)) is not (clearance.mode is Mode.HOT):
            return False
        if len(kinds(slots)) > 1:
            return False
        if asks_for(step, weapon, Part.TWO_INSPECTORS) and len(signers(weapon)) < 2:
            return False
    return True


def i2(step: Step) -> bool:
    """I2: nobody inspects his own work alone; where it is asked for, another saw it loaded."""
    for weapon, _ in cleared(step, Part.TWO_INSPECTORS):
        condition = weapon.condition
        if condition.loader is None:
            continue
        if not signers(weapon) - {condition.loader}:
            return False
        if asks_for(step, weapon, Part.LOAD_WITNESS) and condition.witness is None:
            return False
        if condition.witness == condition.loader:
            return False
    return True


def i3(step: Step) -> bool:
    """I3: a round goes in out of a lot that two verified and marked, and was in nothing before."""
    for event in step.happened(e.WeaponLoaded, e.ItemLoaded):
        thing = getattr(event, "weapon", "")
        weapon = step.before.weapons.get(thing)
        if weapon is not None and (any(weapon.condition.slots or ()) or any(weapon.history.load)):
            return False
        for lot in {each.lot for each in event.slots if each is not None}:
            known = step.before.lots[lot]
            names = {sign.person for sign in known.signed if sign.is_marked}
            is_there = len(rounds_of(event.slots, lot)) <= known.bins.get("store", 0)
            if known.status is not LotStatus.VERIFIED or len(names) < 2 or not is_there:
                return False
    return True


def i4(step: Step) -> bool:
    """I4: a handover is from the holder to whom it was shown, both tags scanned, he looked.

    A third person has read the tag, giver and taker signed within a minute, and not on a device
    of the giver or the loader.
    """
    for event in step.happened(e.WeaponHandedOver):
        weapon = step.before.weapons[event.weapon]
        offer, clearance = weapon.offer, weapon.clearance
        if weapon.custody.holder != event.giver or event.giver == event.taker or offer is None:
            return False
        if step.act.tag != weapon.tag or (offer.giver, offer.taker) != (event.giver, event.taker):
            return False
        if offer.is_return or not 0 <= step.now - offer.at <= step.policy.scan_age_max:
            return False
        if not asks_for(step, weapon, Part.TAKER_LOOK):
            continue
        if clearance is None or clearance.to != event.taker or not is_live(step, clearance):
            return False
        if (clearance.chosen or clearance.to) not in clearance.looked:
            return False
        if step.ask.asker.owner in (event.giver, weapon.condition.loader):
            return False
        if offer.tag_reader in (None, event.giver, event.taker):
            return False
    return all(is_offered_well(step, each) for each in step.happened(e.HandoverOffered))


def is_offered_well(step: Step, event: e.HandoverOffered) -> bool:
    """Say whether the giver holds what he gives, and scanned its tag."""
    weapon = step.before.weapons[event.weapon]
    return weapon.custody.holder == event.giver and step.act.tag == weapon.tag


def is_live(step: Step, clearance: Clearance) -> bool:
    """Say whether it was shown not too long ago."""
    return 0 <= step.now - clearance.began_at <= step.policy.clearance_age_max


def i5(step: Step) -> bool:
    """I5: called => shown, fresh, in the hand of whom it was shown to, for the take that is next.

    Whoever calls has looked, has not inspected it, and holds it not.
    """
    for event in step.happened(e.WeaponCalled):
        weapon, setup = step.before.weapons[event.weapon], step.before.setups[event.setup]
        clearance = weapon.clearance
        if clearance is None or not is_live(step, clearance) or clearance.setup != event.setup:
            return False
        if weapon.custody.holder != clearance.to or event.take != setup.take:
            return False
        if event.caller in {*signers(weapon), weapon.custody.holder}:
            return False
        is_asked = asks_for(step, weapon, Part.CALLER_LOOK)
        if is_asked and event.caller not in clearance.looked:
            return False
    return all(is_called_well(step.after, *each) for each in cleared(step, Part.CALL_PER_TAKE))


def is_called_well(state: State, weapon: Weapon, clearance: Clearance) -> bool:
    """Say whether a call that stands is of this take, by somebody apart, and in his hand."""
    setup, call = state.setups.get(clearance.setup), clearance.call
    if call is None:
        return True
    if setup is None or not setup.is_running or call.take != setup.take:
        return False
    path = [use.path for use in setup.uses if use.weapon == weapon.id and use.path]
    hands = (clearance.to, *(path[0] if path else ()))
    is_home = hands[clearance.passed : clearance.passed + 1] == (weapon.custody.holder,)
    return is_home and call.caller not in {*signers(weapon), weapon.custody.holder}


def i6(step: Step) -> bool:
    """I6: what moved, opened or doubted it ends every clearance, inspection and call before.

    Load, unload, return, unattended, a wrong tag, cut when hot, a discrepancy that gates it, the
    revocation of whoever signed for it or holds it, a break of its unit, a start of the server.
    While a discrepancy that gates it is open, it is shown to nobody.
    """
    for weapon, was in reached(step):
        now = step.after.weapons[weapon]
        looks = set(was.condition.inspected) & set(now.condition.inspected)
        if looks or now.clearance is not None or now.showing is not None:
            return False
    for event in step.happened(e.HandoverOffered):
        if event.is_return and step.after.weapons[event.weapon].clearance is not None:
            return False
    open_now = [each.about for each in step.after.discrepancies.values()]
    return not any(
        is_about(step.after, about, weapon)
        for weapon, _ in cleared(step, Part.TAKER_LOOK)
        for about in open_now
    )


DOUBTS = (
    e.WeaponLoaded, e.WeaponUnloaded, e.WeaponReturned, e.LeftUnattended, e.HotEnded,
    e.WeaponDrawn, e.WeaponLockedUp, e.FaultReported, e.WentMissing, e.WeaponQuarantined,
    e.ItemSeated, e.ItemRemoved,
)  # fmt: skip


def reached(step: Step) -> Iterator[tuple[str, Weapon]]:
    """Yield each weapon that something has happened to after which nothing said before counts."""
    doubted = {each.weapon for each in step.happened(*DOUBTS)}
    wide = list(step.happened(e.BreakBegan, e.ServerStartNoted))
    lost = [each.person for each in step.happened(e.PersonBarred, e.CredentialEnded)]
    lost += [each.person for each in step.happened(e.KeyEnded) if each.person is not None]
    wrong = {each.found for each in step.happened(e.AlarmRaised) if each.rule == "TAG-WRONG"}
    opened = list(step.happened(e.DiscrepancyOpened))
    for weapon in step.before.weapons.values():
        is_in = any(getattr(each, "unit", None) in (None, weapon.unit) for each in wide)
        is_wrong = bool(wrong) and weapon.id == getattr(step.act, "weapon", "")
        is_gated = any(is_about(step.before, each.about, weapon) for each in opened)
        is_lost = bool(set(lost) & names(weapon))
        if weapon.id in doubted or weapon.tag in wrong or is_in or is_wrong or is_gated or is_lost:
            yield weapon.id, weapon


def is_about(state: State, about: str | None, weapon: Weapon) -> bool:
    """Say whether it is about this weapon, the lot of what is in it, or a thing unknown."""
    lots = {each.lot for each in (*weapon.history.load, *(weapon.condition.slots or ())) if each}
    return about is None or about == weapon.id or about in lots


def names(weapon: Weapon) -> set[str | None]:
    """Return who signed for it, and who holds it."""
    condition, clearance = weapon.condition, weapon.clearance
    found = {*signers(weapon), condition.loader, condition.witness, weapon.custody.holder}
    return found | {*clearance.looked, clearance.shown_by} if clearance is not None else found


def i7(step: Step) -> bool:
    """I7: after a gap the content is unknown, and unknown is shown, given and called to nobody."""
    for event in step.happened(e.LeftUnattended):
        if step.after.weapons[event.weapon].condition.slots is not None:
            return False
    for weapon in step.after.weapons.values():
        if weapon.condition.slots is not None or not asks_for(step, weapon, Part.TAKER_LOOK):
            continue
        offer = weapon.offer
        is_given = offer is not None and not offer.is_return
        if weapon.clearance is not None or weapon.showing is not None or is_given:
            return False
    return True


def i8(step: Step) -> bool:
    """I8: every round of a lot is in one place, and all together are what came in."""
    state = step.after
    loads = [each.history.load for each in state.weapons.values()]
    loads += [each.load for each in state.items.values()]
    for lot in state.lots.values():
        inside = sum(len(rounds_of(load, lot.id)) for load in loads)
        if sum(lot.bins.values()) != lot.count or min(lot.bins.values()) < 0:
            return False
        if lot.bins.get("loaded", 0) + lot.bins.get("worn", 0) != inside:
            return False
        for weapon in state.weapons.values():
            known, load = weapon.condition.slots, weapon.history.load
            if len(rounds_of(known, lot.id)) > len(rounds_of(load, lot.id)):
                return False
    return True


def i9(step: Step) -> bool:
    """I9: rounds go in on an open day, when nothing that the last one left is open."""
    for _ in step.happened(e.WeaponLoaded):
        day = step.before.day
        if day is None or not day.is_open or set(day.carried) & set(step.before.discrepancies):
            return False
    return True


def i10(step: Step) -> bool:
    """I10: two weapons shown to one person => one set-up names both, and both are cold or hot.

    What two have not inspected lies in no open place.
    """
    shown: dict[str, list[tuple[str, str, Mode]]] = {}
    for weapon in step.after.weapons.values():
        clearance = weapon.clearance
        if clearance is not None:
            mine = (weapon.id, clearance.setup, clearance.mode)
            shown.setdefault(clearance.to, []).append(mine)
        if len(signers(weapon)) < 2 and is_in_the_open(step.after, weapon):
            return False
    return all(map(is_one_plan, filter(lambda each: len(each) > 1, shown.values()))) and all(
        is_planned(step.after.setups.get(setup), weapon, to)
        for to, several in shown.items()
        for weapon, setup, _ in several
    )


def is_one_plan(several: list[tuple[str, str, Mode]]) -> bool:
    """Say whether these are for one set-up and in one mode."""
    return len({each[1:] for each in several}) == 1


def is_planned(setup: SetUp | None, weapon: str, to: str) -> bool:
    """Say whether the set-up names this weapon for this person."""
    uses = setup.uses if setup is not None else ()
    return any(use.weapon == weapon and to in (use.taker, use.double) for use in uses)


def is_in_the_open(state: State, weapon: Weapon) -> bool:
    """Say whether it lies in a place that is not locked, and could go off."""
    place = state.places.get(weapon.custody.place or "")
    can_go_off = profile_of(weapon.weapon_class) in (Profile.BLANK, Profile.LIVE_CAPABLE)
    return can_go_off and place is not None and not place.is_locked


def i12(step: Step) -> bool:
    """I12: refusals, rejected asks and other neutral entries change nothing of any thing."""
    neutral = (e.AlarmRaised, e.LateReportReceived, e.LateEntryMade, e.RecordCorrected)
    is_neutral = all(isinstance(each, neutral) for each in step.decision.events)
    return not is_neutral or step.after.weapons == step.before.weapons


BEGINS = (e.WeaponShown, e.LineShown)


def i13(step: Step) -> bool:
    """I13: nothing begins to be shown but by the last look; no batch and no case shows anything."""
    begins = any(True for _ in step.happened(*BEGINS))
    for weapon in step.after.weapons.values():
        was = step.before.weapons.get(weapon.id)
        if weapon.clearance is None or (was is not None and was.clearance is not None):
            continue
        if not begins or isinstance(step.act, a.DrawBatch | a.MoveCase | a.OpenCase | a.SealCase):
            return False
    return True


def i14(step: Step) -> bool:
    """I14: the look of a minor is nobody's: not a taker's, caller's, witness's or inspector's."""
    state = step.after
    minors = {each.id for each in state.people.values() if each.is_minor}
    for weapon in state.weapons.values() if minors else ():
        clearance, offer = weapon.clearance, weapon.offer
        found = {*signers(weapon), weapon.condition.witness, weapon.condition.loader}
        found |= {*weapon.history.bore_seen, offer.tag_reader if offer is not None else None}
        if clearance is not None:
            caller = clearance.call.caller if clearance.call is not None else None
            found |= {*clearance.looked, caller}
        if found & minors:
            return False
    return True


def i15(step: Step) -> bool:
    """I15: who looks in the taker's place had no hand in it, as giver, loader or caller."""
    for weapon, clearance in cleared(step, Part.TAKER_LOOK):
        chosen, call = clearance.chosen, clearance.call
        if chosen is None:
            continue
        hands = {*signers(weapon), weapon.condition.loader, clearance.shown_by, clearance.to}
        hands |= {call.caller if call is not None else None}
        if chosen in hands or chosen not in clearance.looked:
            return False
    return True


INVARIANTS: dict[str, Holds] = {
    "I1": i1, "I2": i2, "I3": i3, "I4": i4, "I5": i5, "I6": i6, "I7": i7, "I8": i8, "I9": i9,
    "I10": i10, "I12": i12, "I13": i13, "I14": i14, "I15": i15,
}  # fmt: skip
"""I11 speaks of two records at once; the search itself compares them (search.py)."""
