"""On which act does each rule about rounds bite, and on which does it just not?"""

from dataclasses import replace
from typing import Any

from tests.kernel import stage as s
from tests.kernel.scenarios.sides import Sides, of

from showclear.kernel.asks import (
    ProveContent,
    RemoveItem,
    ReturnRounds,
    StoreItem,
    Unload,
    WearItem,
    WitnessLoad,
    WriteOff,
)
from showclear.kernel.things import ChamberLoad, Seen
from showclear.kernel.words import Label, Origin, Part, Proof, Strength, WeaponClass

WITNESS = WitnessLoad(weapon=s.GUN, seen=s.SIX)
UNLOAD = Unload(weapon=s.GUN, tag="tag-gun", out=Seen(dummy=s.CHAMBERS))
GAUGE = ProveContent(weapon=s.GUN, proof=Proof.ROUND, chambers=s.CHAMBERS)
ROD = ProveContent(weapon=s.GUN, proof=Proof.ROD, chambers=s.CHAMBERS)
SIGN = s.gone_through()


@of("LOT-LIVE")
def a_box_says_live() -> Sides:
    play = s.opened()
    return play.scene("ada", replace(s.box(), label=Label.LIVE)), play.scene("ada", s.box())


@of("LOT-ROLE")
def the_second_takes_a_box_in() -> Sides:
    play = s.opened()
    return play.scene("sec", s.box()), play.scene("hal", s.box())


@of("LOT-NEW")
def a_name_is_given_twice() -> Sides:
    play = s.boxed()
    return play.scene("ada", s.box()), play.scene("ada", s.box("lot-3"))


@of("LOT-LABEL")
def there_is_no_box() -> Sides:
    play = s.opened()
    return play.scene("ada", replace(s.box(), label=Label.NONE)), play.scene("ada", s.box())


@of("LOT-ORIGIN")
def the_supplier_s_line_is_missing() -> Sides:
    play = s.opened()
    nowhere = replace(s.box(), line="")
    over = replace(nowhere, origin=Origin.CARRIED_OVER)
    return play.scene("ada", nowhere), play.scene("ada", over)


@of("LOT-PLACE")
def a_box_on_the_table() -> Sides:
    play = s.opened()
    return play.scene("ada", replace(s.box(), place=s.TABLE)), play.scene("ada", s.box())


@of("LOT-COUNT")
def one_more_than_any_box_holds() -> Sides:
    play = s.opened()
    many = replace(s.box(), count=10_001)
    return play.scene("ada", many), play.scene("ada", replace(many, count=10_000))


@of("LOT-STRENGTH")
def a_dummy_with_a_strength() -> Sides:
    play = s.opened()
    strong = replace(s.box(), strength=Strength.QUARTER)
    return play.scene("ada", strong), play.scene("ada", replace(strong, label=Label.BLANK))


@of("LOT-OPEN")
def a_third_goes_through_it() -> Sides:
    return s.stocked().scene("hal", SIGN), s.boxed().scene("hal", SIGN)


@of("LOT-TWICE")
def one_person_goes_through_it_twice() -> Sides:
    play = s.boxed().do("ada", SIGN)
    return play.scene("ada", SIGN), play.scene("sec", SIGN)


@of("LOT-WHOLE")
def one_round_is_not_answered_for() -> Sides:
    play = s.boxed()
    less = replace(SIGN, proved=SIGN.proved - 1)
    return play.scene("ada", less), play.scene("ada", SIGN)


@of("LOT-DOUBT")
def one_did_not_rattle() -> Sides:
    play = s.boxed()
    one = replace(SIGN, proved=SIGN.proved - 1, doubtful=1)
    return play.scene("ada", one), play.scene("ada", SIGN)


@of("LOT-SEALED")
def one_is_put_aside() -> Sides:
    play = s.boxed()
    one = replace(SIGN, proved=SIGN.proved + 1, sealed=SIGN.sealed - 1)
    return play.scene("ada", one), play.scene("ada", SIGN)


@of("LOT-MARKED")
def they_carry_no_mark() -> Sides:
    play = s.boxed()
    return play.scene("ada", replace(SIGN, is_marked=False)), play.scene("ada", SIGN)


@of("LOT-DIFFERS")
def the_second_put_aside_one_more() -> Sides:
    play = s.boxed().do("ada", SIGN)
    other = replace(SIGN, proved=SIGN.proved - 1, sealed=SIGN.sealed + 1)
    return play.scene("sec", other), play.scene("sec", SIGN)


@of("LOT-READY")
def one_answer_is_not_enough() -> Sides:
    play = s.boxed().do("ada", SIGN).do("sec", s.TURN).do("ada", s.DRAW).do("ada", s.PROVE)
    return play.scene("ada", s.LOAD_DUMMIES), play.do("sec", SIGN).scene("ada", s.LOAD_DUMMIES)


@of("TEST-FITS")
def a_dummy_is_fired() -> Sides:
    play = s.stocked()
    return play.scene("ada", replace(s.TEST, lot=s.DUMMIES)), play.scene("ada", s.TEST)


@of("TEST-TWICE")
def one_witness_signs_twice() -> Sides:
    play = s.stocked().do("ada", s.TEST)
    return play.scene("ada", s.TEST), play.scene("sec", s.TEST)


@of("TEST-WHOLE")
def no_distance_was_measured() -> Sides:
    play = s.stocked()
    at = replace(s.TEST, distance_mm=0)
    return play.scene("ada", at), play.scene("ada", replace(at, distance_mm=1))


@of("LOAD-CHAMBERS")
def two_rounds_for_one_chamber() -> Sides:
    play = s.ready_for_dummies()
    first, second = ChamberLoad(chamber=1, lot=s.DUMMIES), ChamberLoad(chamber=6, lot=s.DUMMIES)
    twice = replace(s.LOAD_DUMMIES, rounds=(first, first))
    return play.scene("ada", twice), play.scene("ada", replace(twice, rounds=(first, second)))


@of("LOAD-STORE")
def two_for_the_last_round() -> Sides:
    play = s.boxed().do("ada", replace(s.box("few"), count=3))
    few = replace(s.gone_through("few"), proved=1)
    play.do("ada", few).do("sec", few).do("sec", s.TURN).do("ada", s.DRAW).do("ada", s.PROVE)
    return play.scene("ada", s.filled(2, "few")), play.scene("ada", s.filled(1, "few"))


@of("LOAD-MIXED")
def a_blank_between_dummies() -> Sides:
    play = s.ready_for_blanks()
    play.do("alf", replace(s.HOT_PLAN, uses=(s.HOT_USE, replace(s.USES[0], taker="pip"))))
    blank = ChamberLoad(chamber=6, lot=s.BLANKS)
    mixed = replace(s.LOAD_DUMMIES, rounds=(*s.LOAD_DUMMIES.rounds[:5], blank))
    return play.scene("ada", mixed), play.scene("ada", s.LOAD_DUMMIES)


def with_box(box: str, **differs: Any) -> s.Play:
    """A further box of blanks that differs, and a weapon ready for blanks."""
    play = s.ready_for_blanks().do("ada", replace(s.box(box, Label.BLANK), **differs))
    return play.do("ada", s.gone_through(box)).do("sec", s.gone_through(box))


@of("LOAD-FITS")
def a_blank_for_another_model() -> Sides:
    play = with_box("other", fits=("rifle",))
    return play.scene("ada", s.filled(1, "other")), play.scene("ada", s.filled(1, s.BLANKS))


@of("LOAD-STRENGTH")
def a_blank_of_half_strength() -> Sides:
    play = with_box("half", strength=Strength.HALF)
    return play.scene("ada", s.filled(1, "half")), play.scene("ada", s.filled(1, s.BLANKS))


@of("LOAD-PLANNED")
def four_for_three_shots() -> Sides:
    play = s.ready_for_blanks()
    four = s.filled(s.SHOTS + 1, s.BLANKS)
    return play.scene("ada", four), play.scene("ada", s.LOAD_BLANKS)


@of("LOAD-PAIR")
def one_person_saw_it_fired() -> Sides:
    play = s.stocked(WeaponClass.BLANK_ONLY).do("alf", s.HOT_PLAN).do("ada", s.TEST)
    once = play.do("sec", s.TURN).do("ada", s.DRAW).do("ada", s.PROVE).scene("ada", s.LOAD_BLANKS)
    play.do("sec", s.TEST).do("ada", s.PROVE).do("ada", s.CLEAR).do("sec", s.CLEAR)
    return once, play.scene("ada", s.LOAD_BLANKS)


@of("LOAD-DUMMY")
def dummies_in_a_weapon_that_fires() -> Sides:
    play = s.stocked(WeaponClass.BLANK_ONLY).do("alf", s.HOT_PLAN)
    play.do("sec", s.TURN).do("ada", s.DRAW).do("ada", s.PROVE)
    unwritten = play.scene("ada", s.LOAD_DUMMIES)
    return unwritten, play.do("alf", s.PLAN).scene("ada", s.LOAD_DUMMIES)


@of("LOAD-HOLDER")
def the_handler_loads_what_the_armorer_holds() -> Sides:
    play = s.ready_for_dummies()
    return play.scene("hal", s.LOAD_DUMMIES), play.scene("ada", s.LOAD_DUMMIES)


@of("LOAD-EMPTY")
def it_was_not_proved_since_it_was_drawn() -> Sides:
    play = s.stocked().do("sec", s.TURN).do("ada", s.DRAW)
    bitten = play.scene("ada", s.LOAD_DUMMIES)
    return bitten, play.do("ada", s.PROVE).scene("ada", s.LOAD_DUMMIES)


@of("UNLOAD-FIRST")
def it_is_called_empty_with_rounds_unaccounted_for() -> Sides:
    play = s.loaded_dummy()
    bitten = play.scene("ada", s.PROVE)
    return bitten, play.do("ada", UNLOAD).scene("ada", s.PROVE)


@of("LOAD-WITNESS-OPEN")
def nothing_was_loaded() -> Sides:
    play = s.ready_for_dummies()
    bitten = play.scene("sec", replace(WITNESS, seen=s.EMPTY))
    return bitten, play.do("ada", s.LOAD_DUMMIES).scene("sec", WITNESS)


@of("LOAD-WITNESS-APART")
def the_loader_is_his_own_witness() -> Sides:
    play = s.ready_for_dummies().do("ada", s.LOAD_DUMMIES)
    return play.scene("ada", WITNESS), play.scene("hal", WITNESS)


@of("UNLOAD-DIFFERS")
def five_of_six_come_out() -> Sides:
    play = s.loaded_dummy()
    five = replace(UNLOAD, out=Seen(dummy=s.CHAMBERS - 1))
    return play.scene("ada", five), play.scene("ada", UNLOAD)


@of("SHOW-WITNESS")
def nobody_watched_the_loading() -> Sides:
    play = s.ready_for_dummies().do("ada", s.LOAD_DUMMIES)
    play.do("sec", s.CHECK_DUMMIES).do("hal", s.CHECK_DUMMIES)
    return play.scene("ada", s.SHOW), play.do("sec", WITNESS).scene("ada", s.SHOW)


@of("INSPECT-LOADER")
def the_loader_alone_has_counted() -> Sides:
    play = s.ready_for_dummies().do("ada", s.LOAD_DUMMIES).do("sec", WITNESS)
    play.do("ada", s.CHECK_DUMMIES)
    return play.scene("ada", s.SHOW), play.do("sec", s.CHECK_DUMMIES).scene("ada", s.SHOW)


@of("CONTENT-PROVED")
def the_set_up_asks_for_an_instrument() -> Sides:
    play = s.inspected().do("alf", replace(s.PLAN, more=(Part.CONTENT_PROOF,)))
    return play.scene("ada", s.SHOW), play.do("sec", ROD).scene("ada", s.SHOW)


@of("PROOF-KIND")
def a_rod_for_dummies() -> Sides:
    play = s.loaded_dummy()
    return play.scene("sec", ROD), play.scene("sec", GAUGE)


@of("PROOF-DIFFERS")
def the_gauge_passes_five_of_six() -> Sides:
    play = s.loaded_dummy()
    return play.scene("sec", replace(GAUGE, chambers=s.CHAMBERS - 1)), play.scene("sec", GAUGE)


BACK = ReturnRounds(lot=s.DUMMIES, rounds=s.LOT_SIZE)
LOST = WriteOff(lot=s.DUMMIES, rounds=1)
OPEN, FILL, CHECK = s.OPEN_WHEEL, s.LOAD_WHEEL, s.CHECK_WHEEL
WEAR = WearItem(item=s.WHEEL, wearer="dora")


@of("ROUNDS-THERE")
def one_more_goes_back_than_there_is() -> Sides:
    play = s.stocked()
    return play.scene("ada", replace(BACK, rounds=s.LOT_SIZE + 1)), play.scene("ada", BACK)


@of("WRITE-TWICE")
def one_name_twice_under_a_lost_round() -> Sides:
    play = s.stocked().do("ada", LOST)
    return play.scene("ada", LOST), play.scene("sec", LOST)


@of("ITEM-NEW")
def a_cylinder_with_the_tag_of_a_weapon() -> Sides:
    play = s.received()
    return play.scene("ada", replace(s.THING, tag="tag-twin")), play.scene("ada", s.THING)


@of("ITEM-PLACES")
def a_belt_of_more_places_than_any_has() -> Sides:
    play = s.received()
    long = replace(s.THING, capacity=1_001)
    return play.scene("ada", long), play.scene("ada", replace(long, capacity=1_000))


@of("ITEM-HOLDER")
def the_handler_opens_what_the_armorer_has() -> Sides:
    play = s.wheel_proved()
    return play.scene("hal", OPEN), play.scene("ada", OPEN)


@of("ITEM-OUT")
def what_is_in_the_weapon_is_put_away() -> Sides:
    away = StoreItem(item=s.WHEEL, place=s.SAFE)
    return s.seated().scene("ada", away), s.wheel_loaded().scene("ada", away)


@of("ITEM-TAG")
def another_cylinder_is_in_the_hand() -> Sides:
    play = s.wheel_proved()
    return play.scene("ada", replace(FILL, tag="tag-none")), play.scene("ada", FILL)


@of("ITEM-EMPTY")
def nobody_opened_it_before_it_is_loaded() -> Sides:
    play = s.ready_for_dummies().do("ada", s.THING)
    return play.scene("ada", FILL), s.wheel_proved().scene("ada", FILL)


@of("SEAT-KNOWN")
def one_person_counted_what_goes_in() -> Sides:
    play = s.wheel_proved().do("ada", FILL).do("sec", CHECK)
    return play.scene("ada", s.SEAT), play.do("hal", CHECK).scene("ada", s.SEAT)


@of("SEAT-FITS")
def a_cylinder_of_seven() -> Sides:
    seven = Seen(empty=7)
    play = s.ready_for_dummies().do("ada", replace(s.THING, capacity=7))
    play.do("ada", replace(OPEN, seen=seven)).do("sec", replace(CHECK, seen=seven))
    empty = s.wheel_proved().do("sec", replace(CHECK, seen=s.EMPTY))
    return play.scene("ada", s.SEAT), empty.scene("ada", s.SEAT)


@of("REMOVE-IN")
def what_never_was_in_it_is_taken_out() -> Sides:
    out = RemoveItem(item=s.WHEEL, weapon=s.GUN)
    return s.wheel_loaded().scene("ada", out), s.seated().scene("ada", out)


@of("WEAR-KNOWN")
def nobody_wears_it() -> Sides:
    play = s.wheel_loaded()
    return play.scene("ada", replace(WEAR, wearer="nobody")), play.scene("ada", WEAR)
