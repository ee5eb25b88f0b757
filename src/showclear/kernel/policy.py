"""Which profile does a weapon have, and which limits hold?

The class found by test picks the profile; the profile picks the parts. A production may only
tighten a limit. The table is the one place where a part is switched on.
"""

from dataclasses import dataclass, field, replace

from showclear.kernel.words import FunctionalGuns, Part, Profile, Role, Strength, WeaponClass

PROFILE_OF: dict[WeaponClass, Profile] = {
    WeaponClass.RUBBER: Profile.NO_FIRE,
    WeaponClass.REPLICA: Profile.NO_FIRE,
    WeaponClass.DEACTIVATED: Profile.NO_FIRE,
    WeaponClass.BLADE_BLUNT: Profile.NO_FIRE,
    WeaponClass.BLADE_SHARP: Profile.BLADE,
    WeaponClass.BOW: Profile.BLADE,
    WeaponClass.BLANK_ONLY: Profile.BLANK,
    WeaponClass.DISABLED: Profile.BLANK,
    WeaponClass.NON_GUN: Profile.BLANK,
    WeaponClass.AIRSOFT: Profile.BLANK,
    WeaponClass.DEVICE: Profile.BLANK,
}
"""Every class not named here is live-capable: unknown is loaded."""

_BLANK = frozenset(
    {
        Part.MARKS,
        Part.TWO_KEYS,
        Part.WATCHED,
        Part.ROUND_CHECK,
        Part.LOAD_WITNESS,
        Part.TWO_INSPECTORS,
        Part.TAKER_LOOK,
        Part.CALLER_LOOK,
        Part.CALL_PER_TAKE,
        Part.TAG_READ,
    }
)

PARTS: dict[Profile, frozenset[Part]] = {
    Profile.NO_FIRE: frozenset(),
    Profile.BLADE: frozenset(
        {
            Part.WATCHED,
            Part.TWO_INSPECTORS,
            Part.TAKER_LOOK,
            Part.CALLER_LOOK,
            Part.CALL_PER_TAKE,
            Part.TAG_READ,
        }
    ),
    Profile.BLANK: _BLANK,
    Profile.LIVE_CAPABLE: _BLANK | {Part.WATCHED_BY_TWO, Part.CONTENT_PROOF, Part.CIRCLE},
    Profile.LINE: (_BLANK - {Part.CALLER_LOOK, Part.TAG_READ}) | {Part.WATCHED_BY_TWO},
}


MUZZLE_FLOOR = 3_050
"""Ten feet in millimetres: no data sheet and no setting brings anybody nearer to a hot muzzle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The limits in force, in milliseconds where they are times, else in millimetres.

    Attributes:
        sealed_min: how many rounds of each lot are put aside, sealed, when it is verified.
        spare_blanks: how many blanks more than the plan fires may be loaded.
        strength_max: the strongest blank that is loaded.
        posts: which posts are filled whenever something that can fire or cut is handled.
        posts_hot: which posts are filled besides when it is hot.
        muzzle_distance_min: from a hot muzzle to anybody, where no data sheet was seen.
        notice_needed: nothing is called before those around were told on that day.
        country: where the weapons are used; unset, no deactivation can be by its rule.
        charge_gap_min: how long a cannon or muzzle loader rests after it fired.
    """

    parts: dict[Profile, frozenset[Part]] = field(default_factory=lambda: dict(PARTS))
    clearance_age_max: int = 30 * 60_000
    scan_age_max: int = 60_000
    key_age_max: int = 5 * 60_000
    held_age_max: int = 30 * 60_000
    report_age_max: int = 60_000
    clock_lead_max: int = 5_000
    signature_gap_min: int = 2_000
    posts: tuple[Role, ...] = (Role.ARMORER,)
    posts_hot: tuple[Role, ...] = (Role.ARMORER, Role.SAFETY, Role.MEDIC)
    muzzle_distance_min: int = 6_100
    notice_needed: bool = False
    misfire_wait_min: int = 30_000
    record_is_whole: bool = True
    sealed_min: int = 2
    spare_blanks: int = 0
    strength_max: Strength = Strength.QUARTER
    country: str = ""
    functional_guns: FunctionalGuns = FunctionalGuns.REGULATED
    charge_gap_min: int = 3 * 60_000

    @property
    def marks(self) -> bool:
        """Say whether the rounds of this show are marked: they are, if any profile asks."""
        return any(Part.MARKS in parts for parts in self.parts.values())

    def without(self, profile: Profile, *parts: Part) -> "Policy":
        """Return the policy with parts switched off: for the search and its calibration only."""
        return replace(self, parts={**self.parts, profile: self.parts[profile] - set(parts)})


def profile_of(weapon_class: WeaponClass | None) -> Profile:
    """Return the profile of a class; a class not known is live-capable."""
    if weapon_class is None:
        return Profile.LIVE_CAPABLE
    return PROFILE_OF.get(weapon_class, Profile.LIVE_CAPABLE)


def parts_of(weapon_class: WeaponClass | None, policy: Policy) -> frozenset[Part]:
    """Return the parts that a weapon of this class asks for."""
    return policy.parts[profile_of(weapon_class)]


def is_no_fire(weapon_class: WeaponClass | None) -> bool:
    """Say whether a weapon of this class can neither fire nor cut; one not known can."""
    return profile_of(weapon_class) is Profile.NO_FIRE
