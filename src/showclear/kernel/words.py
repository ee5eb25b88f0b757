"""Which kinds of things does the kernel tell apart?

The members are the set's own words (docs/reference/glossary.md). Their values are stored in
the record, so a value never changes and is never used for something else.
"""

from enum import StrEnum
from typing import TypeAlias

Instant: TypeAlias = int
"""Milliseconds since 1970-01-01 UTC."""


class WeaponClass(StrEnum):
    """What a weapon can do, as two people found by test. Never read from a label."""

    LIVE_CAPABLE = "live-capable"
    BLANK_ONLY = "blank-only"
    DISABLED = "disabled"
    DEACTIVATED = "deactivated"
    NON_GUN = "non-gun"
    AIRSOFT = "airsoft"
    REPLICA = "replica"
    RUBBER = "rubber"
    BLADE_SHARP = "blade-sharp"
    BLADE_BLUNT = "blade-blunt"
    BOW = "bow"
    DEVICE = "device"
    CANNON = "cannon"


class Profile(StrEnum):
    """How much a weapon asks of the people around it. On screen: see the catalogue."""

    NO_FIRE = "R0"
    BLADE = "BLADE"
    BLANK = "S2"
    LIVE_CAPABLE = "S8"
    LINE = "LINE"


class Part(StrEnum):
    """What a profile may ask of the people around a weapon (docs/reference/profiles.md)."""

    MARKS = "marks"
    TWO_KEYS = "two-keys"
    WATCHED = "watched"
    WATCHED_BY_TWO = "watched-by-two"
    ROUND_CHECK = "round-check"
    LOAD_WITNESS = "load-witness"
    TWO_INSPECTORS = "two-inspectors"
    TAKER_LOOK = "taker-look"
    CALLER_LOOK = "caller-look"
    CALL_PER_TAKE = "call-per-take"
    TAG_READ = "tag-read"
    CONTENT_PROOF = "content-proof"
    CIRCLE = "circle"


class Mode(StrEnum):
    """Cold: nothing in it goes off. Hot: blanks are in it. One never serves as the other."""

    COLD = "cold"
    HOT = "hot"


class RoundKind(StrEnum):
    """What a round is. Live is no member: it cannot be entered, only found (law 7)."""

    DUMMY = "dummy"
    BLANK = "blank"


class Strength(StrEnum):
    """How much powder a blank holds."""

    QUARTER_SILENT = "quarter-silent"
    QUARTER = "quarter"
    HALF = "half"
    FULL = "full"


class Role(StrEnum):
    """What a person does on the show."""

    PRODUCER = "producer"
    PRODUCTION_MANAGER = "production-manager"
    ARMORER = "armorer"
    HANDLER = "handler"
    SECOND = "second"
    AD = "ad"
    SAFETY = "safety"
    PROP_MASTER = "prop-master"
    PERFORMER = "performer"
    DOUBLE = "double"
    MEDIC = "medic"
    CREW = "crew"


KEEPERS = (Role.ARMORER, Role.HANDLER, Role.PROP_MASTER)
"""Who takes weapons in, and out of their places."""

TESTERS = (*KEEPERS, Role.SECOND, Role.SAFETY)
"""Who tests what a weapon can do, and who inspects one."""

OUTSIDE = (Role.AD, Role.SAFETY, Role.PRODUCER, Role.PRODUCTION_MANAGER)
"""Who neither keeps weapons nor counts what is in them."""


class Via(StrEnum):
    """How it is known who asks."""

    KEY = "key"
    PIN = "pin"
    SERVER = "server"
    NONE = "none"


class Standing(StrEnum):
    """Why a person is on a show list."""

    TAKER = "taker"
    CALLER = "caller"
    SECOND = "second"
    CHOSEN = "chosen"
    PATH = "path"
    ASKED = "asked"


class Tone(StrEnum):
    """How a rule's bite is shown: a blocked attempt, an order of work, or a warning."""

    NO = "no"
    NOT_YET = "not-yet"
    ALARM = "alarm"


class Layer(StrEnum):
    """Where in the day a rule stands (cases/README.md)."""

    ADMISSION = "L1"
    STORAGE = "L2"
    ROUNDS = "L3"
    CLEARANCE = "L4"
    STAGING = "L5"
    TELLING = "L6"
    STOP = "L7"
    AFTER = "L8"


class Origin(StrEnum):
    """Where a thing came from, as whoever brings it says."""

    SUPPLIER = "supplier"
    HIRED = "hired"
    OWNED = "owned"
    PERSONAL = "personal"
    CARRIED_OVER = "carried-over"
    LOOSE = "loose"
    HOME_MADE = "home-made"


class Label(StrEnum):
    """What the maker's box says is in it. Read from the box, never from the round."""

    DUMMY = "dummy"
    BLANK = "blank"
    LIVE = "live"
    NONE = "none"


class LotStatus(StrEnum):
    """How far a box of rounds has come."""

    INTAKE = "intake"
    SIGNED = "signed"
    VERIFIED = "verified"
    QUARANTINED = "quarantined"


class Bin(StrEnum):
    """Where the rounds of a lot are, by the record. A round is in one of these."""

    STORE = "store"
    LOADED = "loaded"
    WORN = "worn"
    SEALED = "sealed"
    FIRED = "fired"
    MISFIRED = "misfired"
    RETURNED = "returned"
    NOT_RECOVERED = "not-recovered"


class Proof(StrEnum):
    """What an instrument can tell: a rod empty from not empty, a pin or gauge one dummy."""

    ROD = "rod"
    ROUND = "round"


class Fault(StrEnum):
    """What went wrong with a weapon."""

    JAM = "jam"
    MISFIRE = "misfire"
    DAMAGE = "damage"


class FunctionalGuns(StrEnum):
    """Which guns that fire a production lets onto its set."""

    NONE = "none"
    BLANK_ONLY_OR_MODIFIED = "blank-only-or-modified"
    REGULATED = "regulated"


class Purpose(StrEnum):
    """What a set-up is for. Only a take may need something that fires."""

    TAKE = "take"
    REHEARSAL = "rehearsal"
    LINE_UP = "line-up"
    INSERT = "insert"
    SOUND = "sound"
    TRAINING = "training"
