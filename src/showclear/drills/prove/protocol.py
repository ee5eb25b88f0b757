"""Which checks does a protocol have, and which of them does the kernel enforce?

The profiles of the table are sets of parts, and the kernel enforces them. The protocols of the
first prototype are the same parts, some switched off, with what people did besides.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from showclear.drills.prove import faults
from showclear.kernel.decide import BOOK
from showclear.kernel.policy import PARTS, Policy, profile_of
from showclear.kernel.words import Part, Profile, WeaponClass


class Practice(StrEnum):
    """What people do that no part of the kernel asks for."""

    PAPER = "paper"
    CART = "cart"
    CALLED_ONCE = "called-once"
    GAUGE = "gauge"
    INSTRUMENT = "instrument"
    ARMORER_WATCHES = "armorer-watches"
    ONE_SIGNS_LOT = "one-signs-lot"
    TAKER_TAPS = "taker-taps"


class Rules(NamedTuple):
    """What the kernel enforces: the policy, the rules in force, the causes that end nothing."""

    policy: Policy
    book: frozenset[str]
    without_causes: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Protocol:
    """One way of working.

    Attributes:
        parts: the parts of the table in force, in the kernel and among the people.
        practice: what people do besides.
        weapon_class: what the weapons are, so which profile of the kernel is switched.
        without_rules: rules of the kernel that are off.
        without_causes: causes for which nothing ends or becomes unknown.
        faults: the faults that may happen.
    """

    name: str
    parts: frozenset[Part]
    practice: frozenset[Practice] = frozenset()
    weapon_class: WeaponClass = WeaponClass.LIVE_CAPABLE
    without_rules: frozenset[str] = frozenset()
    without_causes: frozenset[str] = frozenset()
    faults: int = faults.EVERY

    @property
    def profile(self) -> Profile:
        """Return the profile that its weapons have in the kernel."""
        return profile_of(self.weapon_class)

    @property
    def rules(self) -> Rules:
        """Return what the kernel enforces. On paper there is no kernel, so there are no rules."""
        policy = Policy().without(self.profile, *(PARTS[self.profile] - self.parts))
        is_paper = Practice.PAPER in self.practice
        book: frozenset[str] = frozenset() if is_paper else BOOK - self.without_rules
        return Rules(policy, book, self.without_causes)

    def less(self, *parts: Part) -> "Protocol":
        """Return the protocol without these parts."""
        return replace(self, parts=self.parts - set(parts))

    def doing(self, *practice: Practice) -> "Protocol":
        """Return the protocol in which people do this too."""
        return replace(self, practice=self.practice | set(practice))

    def without(self, *rules: str) -> "Protocol":
        """Return the protocol with these rules off."""
        return replace(self, without_rules=self.without_rules | set(rules))

    def surviving(self, cause: str) -> "Protocol":
        """Return the protocol in which nothing ends or becomes unknown for this cause."""
        return replace(self, without_causes=self.without_causes | {cause})


P = Part
_P2 = frozenset({P.ROUND_CHECK, P.LOAD_WITNESS, P.TWO_INSPECTORS})
_P3 = _P2 | {P.TAKER_LOOK}
_P4 = _P3 | {P.CALLER_LOOK}
_P5 = _P4 | {P.CALL_PER_TAKE, P.WATCHED}
_P6 = _P5 | {P.MARKS, P.WATCHED_BY_TWO}
_P7 = _P6 | {P.TWO_KEYS}
_P8 = _P7 | {P.CIRCLE}
_R1 = _P5 | {P.MARKS}
_R2 = _R1 | {P.TWO_KEYS}
_S2, _S8 = PARTS[Profile.BLANK], PARTS[Profile.LIVE_CAPABLE]

_GAUGE, _PROOF = Practice.GAUGE, Practice.INSTRUMENT
_PAPER = frozenset({Practice.PAPER})

LATER = frozenset({"FUNCTION-DUE", "BORE-DUE", "HAND-ONE"})
"""Rules that the first prototype did not have, off where its figures are measured again."""


def _first(name: str, parts: frozenset[Part], *practice: Practice) -> Protocol:
    done = frozenset({*practice, Practice.ARMORER_WATCHES})
    return Protocol(
        name=name,
        parts=parts,
        practice=done,
        faults=faults.FIRST_PROTOTYPE,
        without_rules=LATER,
    )


FIRST = {
    each.name: each
    for each in (
        _first("P0", frozenset(), Practice.PAPER, Practice.CART),
        _first("P0b", frozenset({P.ROUND_CHECK}), Practice.PAPER, Practice.CART),
        _first("P1", frozenset({P.ROUND_CHECK}), Practice.PAPER, Practice.CALLED_ONCE),
        _first("P2", _P2),
        _first("P3", _P3),
        _first("P4", _P4),
        _first("P5", _P5),
        _first("P6", _P6, _GAUGE),
        _first("P7", _P7, _GAUGE),
        _first("P8", _P8, _GAUGE),
        _first("P9", _P8, _GAUGE, _PROOF),
        _first("R1", _R1, _PROOF),
        _first("R2", _R2, _PROOF),
        _first("P8+tag", _P8 | {P.TAG_READ}, _GAUGE),
        _first("R2+tag", _R2 | {P.TAG_READ}, _PROOF),
        _first("S2", _S2),
        _first("S8", _S8),
        _first("S8 less", _S8 - {P.WATCHED_BY_TWO}),
    )
}
"""The rows of the table of protocols, as the first prototype measured them."""

_WHOLE = FIRST["S2"]
ABLATIONS: dict[str, Protocol] = {
    "whole": _WHOLE,
    "VOID-EXP": _WHOLE.surviving("BREAK"),
    "HAND-CLR": _WHOLE.without("HAND-SHOWN"),
    "two-person integrity": _WHOLE.less(P.TWO_KEYS),
    "watching": _WHOLE.less(P.WATCHED),
    "taker's look": _WHOLE.doing(Practice.TAKER_TAPS),
    "call": _WHOLE.less(P.CALL_PER_TAKE),
    "call per take": _WHOLE.less(P.CALL_PER_TAKE).doing(Practice.CALLED_ONCE),
    "CLR-COLD": _WHOLE.without("SHOW-MODE", "LOAD-PLANNED", "LOAD-PAIR"),
    "VOID-LOAD": _WHOLE.surviving("LOADED"),
    "marks": _WHOLE.less(P.MARKS),
    "tag read": _WHOLE.less(P.TAG_READ),
    "round check": _WHOLE.less(P.ROUND_CHECK),
    "load witness": _WHOLE.less(P.LOAD_WITNESS),
    "second lot signer": _WHOLE.doing(Practice.ONE_SIGNS_LOT),
}
"""S2 with one part removed alone (finding 8)."""

CLASS_OF = {
    Profile.NO_FIRE: WeaponClass.REPLICA,
    Profile.BLADE: WeaponClass.BLADE_SHARP,
    Profile.BLANK: WeaponClass.BLANK_ONLY,
    Profile.LIVE_CAPABLE: WeaponClass.LIVE_CAPABLE,
    Profile.LINE: WeaponClass.BLANK_ONLY,
}


def as_built(profile: Profile) -> Protocol:
    """Return a profile with every part, rule and fault in."""
    return Protocol(name=profile.value, parts=PARTS[profile], weapon_class=CLASS_OF[profile])
