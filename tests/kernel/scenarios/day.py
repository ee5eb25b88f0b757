"""On which act does each rule of the day bite, and on which does it just not?"""

from dataclasses import replace

from tests.kernel import stage as s
from tests.kernel.scenarios.sides import Sides, of

from showclear.kernel import asks as a
from showclear.kernel.concerns import UNSIGNED_MAX
from showclear.kernel.lot import Lot
from showclear.kernel.words import Bin, Fault, Label, Origin, Role

HASH = "hash-of-text"
BOX = "box"
TEN = a.CountLot(lot=BOX, store=8, worn=0, fired=0, misfired=2)
CLOSE, WRAP = a.CloseDay(day=s.TODAY), a.WrapOpen(day=s.TODAY)
SAFE_COUNT = a.CountWeapons(place=s.SAFE, counted=2)


def boxed(label: Label = Label.DUMMY) -> s.Play:
    """A box of ten rounds beside the two weapons, two of which did not go off."""
    play = s.received()
    lot = Lot(
        id=BOX, label=label, strength=None, count=10, origin=Origin.SUPPLIER, place=s.SAFE,
        bins={Bin.STORE.value: 8, Bin.MISFIRED.value: 2},
    )  # fmt: skip
    play.state = replace(play.state, lots={BOX: lot})
    return play


def counted(play: s.Play) -> s.Play:
    """Two people have counted the weapons in the safe."""
    return play.do("ada", SAFE_COUNT).do("sec", SAFE_COUNT)


def opened(about: str | None = s.GUN) -> tuple[s.Play, a.ResolveDiscrepancy]:
    """Something does not add up about the gun in the armorer's hand, and the words for it."""
    play = s.drawn().do(None, a.OpenDiscrepancy(about=about))
    return play, a.ResolveDiscrepancy(discrepancy=next(iter(play.state.discrepancies)), reason=HASH)


def concerned(who: str | None = "dora") -> tuple[s.Play, a.AnswerConcern]:
    """Somebody has said that this is not right, and the words that answer it."""
    play = s.received().do(who, a.RaiseConcern(text=HASH))
    return play, a.AnswerConcern(concern=next(iter(play.state.concerns)), text=HASH)


@of("DAY-ROLE")
def the_performer_closes_the_day() -> Sides:
    play = counted(s.received())
    return play.scene("dora", CLOSE), play.scene("ada", CLOSE)


@of("DAY-NEW")
def a_second_day_begins_in_the_first() -> Sides:
    play, act = counted(s.received()), a.OpenDay(day="day-2")
    return play.scene("ada", act), counted(s.received()).do("ada", CLOSE).scene("ada", act)


@of("DAY-NOW")
def another_day_than_the_open_one_is_closed() -> Sides:
    play = counted(s.received())
    return play.scene("ada", a.CloseDay(day="day-2")), play.scene("ada", CLOSE)


@of("DAY-OUT")
def the_day_is_closed_with_a_weapon_in_a_hand() -> Sides:
    one = a.CountWeapons(place=s.SAFE, counted=1)
    out = s.drawn().do("ada", one).do("sec", one)
    return out.scene("ada", CLOSE), counted(s.classed()).scene("ada", CLOSE)


@of("DAY-COUNTED")
def the_day_is_closed_after_one_count() -> Sides:
    play = s.received().do("ada", SAFE_COUNT)
    return play.scene("ada", CLOSE), play.do("sec", SAFE_COUNT).scene("ada", CLOSE)


@of("DAY-OPEN")
def the_day_is_closed_over_what_does_not_add_up() -> Sides:
    play = counted(s.received())
    return play.do(None, a.OpenDiscrepancy()).scene("ada", CLOSE), counted(s.received()).scene(
        "ada", CLOSE
    )


@of("WRAP-ROLE")
def the_performer_wraps_the_day_open() -> Sides:
    play = s.received()
    return play.scene("dora", WRAP), play.scene("sam", WRAP)


@of("WRAP-NEEDED")
def a_day_with_nothing_open_is_wrapped_open() -> Sides:
    play = s.received().do("ada", SAFE_COUNT)
    near = play.scene("alf", WRAP)
    return play.do("sec", SAFE_COUNT).scene("alf", WRAP), near


@of("WRAP-TWICE")
def one_name_wraps_the_day_twice() -> Sides:
    play = s.received().do("alf", WRAP)
    return play.scene("alf", WRAP), play.scene("ada", WRAP)


@of("COUNT-ROLE")
def the_performer_counts() -> Sides:
    return boxed().scene("dora", TEN), boxed().scene("sec", TEN)


@of("COUNT-NUMBERS")
def fewer_than_none_are_counted() -> Sides:
    play = boxed()
    return play.scene("sec", replace(TEN, store=9, worn=-1)), play.scene("sec", TEN)


@of("COUNT-PLACE")
def weapons_are_counted_in_no_place() -> Sides:
    play = s.received()
    return play.scene("sec", replace(SAFE_COUNT, place="attic")), play.scene("sec", SAFE_COUNT)


@of("COUNT-TWICE")
def one_person_counts_twice() -> Sides:
    play = boxed().do("ada", TEN)
    return play.scene("ada", TEN), play.scene("sec", TEN)


@of("COUNT-LOT")
def one_dummy_too_few() -> Sides:
    play = boxed()
    return play.scene("sec", replace(TEN, store=7)), play.scene("sec", TEN)


@of("COUNT-WEAPONS")
def one_weapon_too_few() -> Sides:
    play = s.received()
    return play.scene("sec", replace(SAFE_COUNT, counted=1)), play.scene("sec", SAFE_COUNT)


@of("GATED")
def what_does_not_add_up_is_shown() -> Sides:
    def again(about: str) -> s.Play:
        play = s.inspected().do(None, a.OpenDiscrepancy(about=about))
        return play.do("ada", s.PROVE).do("sec", s.INSPECT) if about == s.GUN else play

    return again(s.GUN).scene("ada", s.SHOW), again(s.TWIN).scene("ada", s.SHOW)


@of("RESOLVE-OPEN")
def what_was_never_open_is_resolved() -> Sides:
    play, act = opened()
    return play.scene("sec", replace(act, discrepancy="ask-none")), play.scene("sec", act)


@of("RESOLVE-ROLE")
def the_performer_resolves_it() -> Sides:
    play, act = opened()
    return play.scene("dora", act), play.scene("sec", act)


@of("RESOLVE-WORDS")
def it_is_resolved_without_a_word() -> Sides:
    play, act = opened()
    return play.scene("sec", replace(act, reason="")), play.scene("sec", act)


@of("RESOLVE-HOLDER")
def the_holder_resolves_it() -> Sides:
    play, act = opened()
    return play.scene("ada", act), play.scene("sec", act)


@of("RESOLVE-TWICE")
def one_name_resolves_it_twice() -> Sides:
    play, act = opened()
    play.do("sec", act)
    return play.scene("sec", act), play.scene("sam", act)


@of("FAULT")
def it_jams() -> Sides:
    play = s.in_hand()
    return (
        play.scene(None, a.ReportFault(weapon=s.GUN, fault=Fault.JAM)),
        play.scene(None, a.AskAgain(weapon=s.GUN)),
    )


@of("MISSING")
def it_is_missing() -> Sides:
    play = s.in_hand()
    return (
        play.scene(None, a.ReportMissing(weapon=s.GUN)),
        play.scene(None, a.AskAgain(weapon=s.GUN)),
    )


@of("MISFIRE-WAIT")
def it_is_opened_half_a_minute_after_a_misfire_and_a_bit_before() -> Sides:
    play = s.drawn().do(None, a.ReportFault(weapon=s.GUN, fault=Fault.MISFIRE))
    return (
        play.scene("ada", s.PROVE, after=29_999),
        play.scene("ada", s.PROVE, after=30_000),
    )


@of("CONCERN")
def somebody_says_that_this_is_not_right() -> Sides:
    play = s.shown()
    return play.scene(None, a.RaiseConcern()), play.scene(None, a.AskAgain())


@of("CONCERN-KNOWN")
def a_concern_that_never_was_is_answered() -> Sides:
    play, act = concerned()
    return play.scene("alf", replace(act, concern="ask-none")), play.scene("alf", act)


@of("CONCERN-ROLE")
def another_performer_answers_it() -> Sides:
    play, act = concerned()
    play.do("ada", s.person("rafe", Role.PERFORMER))
    return play.scene("rafe", act), play.scene("alf", act)


@of("CONCERN-WORDS")
def it_is_answered_without_a_word() -> Sides:
    play, act = concerned()
    return play.scene("alf", replace(act, text="")), play.scene("alf", act)


@of("CONCERN-MORE")
def more_came_after_it_was_read() -> Sides:
    play = s.received()
    for n in range(UNSIGNED_MAX + 2):
        play.do(None, a.RaiseConcern(text=f"hash-{n}"))
    last = list(play.state.concerns)[-1]
    act = a.AnswerConcern(concern=last, text=HASH, count=1)
    return play.scene("alf", act), play.scene("alf", replace(act, count=2))


@of("CONCERN-OWN")
def the_ad_answers_himself() -> Sides:
    play, act = concerned("alf")
    return play.scene("alf", act), play.scene("sam", act)


@of("CONCERN-OPEN")
def a_weapon_is_called_while_a_concern_is_open() -> Sides:
    def heard() -> tuple[s.Play, a.AnswerConcern]:
        play = s.in_hand().do(None, a.RaiseConcern())
        return play, a.AnswerConcern(concern=next(iter(play.state.concerns)), text=HASH)

    play, answer = heard()
    return play.scene("alf", s.CALL), heard()[0].do("sam", answer).scene("alf", s.CALL)


@of("LATE-REASON")
def a_late_entry_without_its_reason() -> Sides:
    play = s.received()
    act = a.LateEntry(happened_at=s.NOW, what=HASH, reason=HASH)
    return play.scene("dora", replace(act, reason="")), play.scene("dora", act)


@of("LATE-THEN")
def a_late_entry_of_what_is_still_to_come() -> Sides:
    play = s.received()
    act = a.LateEntry(happened_at=play.now + 1_000, what=HASH, reason=HASH)
    return play.scene("dora", replace(act, happened_at=play.now + 1_001)), play.scene("dora", act)


@of("CORRECT-WORDS")
def a_correction_without_a_word() -> Sides:
    play, act = s.received(), a.Correct(record="ask-3", text=HASH)
    return play.scene("dora", replace(act, text="")), play.scene("dora", act)


def evening() -> s.Play:
    """A weapon just proved empty in the armorer's hand; two people have wrapped the day open."""
    return s.ready_for_dummies().do("alf", WRAP).do("ada", WRAP).do("ada", s.PROVE)


def morning() -> s.Play:
    """The next day has begun, and its posts are filled."""
    return s.posted(evening().do("ada", a.OpenDay(day="day-2"))).do("ada", s.PROVE)


def resolved(play: s.Play) -> s.Play:
    """The second and the safety officer say how everything adds up."""
    for each in list(play.state.discrepancies):
        act = a.ResolveDiscrepancy(discrepancy=each, reason=HASH)
        play.do("sec", act, after=2_000).do("sam", act, after=2_000)
    return play


@of("DAY-BEGUN")
def a_weapon_is_loaded_when_the_day_is_over() -> Sides:
    return evening().scene("ada", s.LOAD_DUMMIES), s.ready_for_dummies().scene(
        "ada", s.LOAD_DUMMIES
    )


@of("DAY-GATED")
def a_weapon_is_loaded_over_what_the_last_day_left_open() -> Sides:
    act = s.LOAD_DUMMIES
    return morning().scene("ada", act), resolved(morning()).do("ada", s.PROVE).scene("ada", act)
