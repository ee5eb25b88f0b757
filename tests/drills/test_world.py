"""Does the physical world hurt whom it should, whatever anybody believes?"""

import pytest

from showclear.drills.world import Impossible, Nature, Thing, World


def gun(*rounds: str, **really: object) -> World:
    """A world with one gun in a hand, with these rounds in it."""
    thing = Thing("gun", "weapon", slots=[""] * 6, looks=["empty"] * 6, where="doer")
    for name, value in really.items():
        setattr(thing, name, value)
    world = World({"gun": thing})
    world.fill("gun", rounds)
    return world


def hurt(world: World) -> list[str]:
    """Name who was hurt."""
    return [each.whom for each in world.harms if each.what == "a person hit"]


def fired(world: World, *at: str, mm: int = 4_000, meant: str = "shot") -> World:
    """Fire it."""
    world.fire("gun", at=at, mm=mm, meant=meant)
    return world


def test_a_live_round_hits_whoever_is_before_the_muzzle() -> None:
    assert hurt(fired(gun(Nature.DUMMY, Nature.LIVE), "other")) == ["other"]


def test_a_person_who_stands_there_is_hit_though_nobody_aims() -> None:
    world = gun(Nature.LIVE, front=("passer-by",))
    assert hurt(fired(world)) == ["passer-by"]


def test_a_blank_hurts_only_near() -> None:
    assert hurt(fired(gun(Nature.BLANK), "other", mm=1_001)) == []
    assert hurt(fired(gun(Nature.BLANK), "other", mm=1_000)) == ["other"]


def test_a_blank_behind_a_bullet_in_the_bore_hits_far() -> None:
    assert hurt(fired(gun(Nature.BLANK, is_bore_blocked=True), "other")) == ["other"]


def test_a_dummy_with_a_live_primer_leaves_its_bullet_in_the_bore() -> None:
    world = fired(gun(Nature.PRIMED), "other", meant="click")
    assert world.harms == []
    assert world.things["gun"].is_bore_blocked


def test_an_empty_gun_and_a_dummy_do_nothing() -> None:
    assert fired(gun(), "other").harms == fired(gun(Nature.DUMMY), "other").harms == []


def test_a_shot_that_was_not_meant_is_one_though_nobody_is_hurt() -> None:
    assert [each.what for each in fired(gun(Nature.BLANK), meant="click").harms] == [
        "an unplanned shot"
    ]


def test_a_round_goes_off_once() -> None:
    world = fired(gun(Nature.LIVE), "other")
    assert hurt(fired(world, "other")) == ["other"]


def test_what_fails_backwards_hits_the_hand_that_fires() -> None:
    assert hurt(fired(gun(Nature.BLANK, is_failing_back=True))) == ["doer"]


def test_only_a_real_edge_cuts() -> None:
    world = gun(is_sharp=True)
    world.strike("gun", ["other"])
    assert [each.what for each in world.harms] == ["a person cut"]
    world = gun()
    world.strike("gun", ["other"])
    assert world.harms == []


def test_a_charge_on_an_ember_takes_whoever_rams() -> None:
    world = gun(has_embers=True)
    world.ram("rammer", "gun")
    assert hurt(world) == ["rammer"]


def test_the_load_lives_in_the_cylinder() -> None:
    world = gun(seated="cylinder")
    world.things["cylinder"] = Thing(
        "cylinder", "item", slots=[Nature.LIVE], looks=["blank"], where="doer"
    )
    assert world.seen("gun")["blank"] == 1
    assert hurt(fired(world, "other")) == ["other"]


def test_a_round_cannot_be_taken_that_is_not_there() -> None:
    world = World({"box": Thing("box", "rounds")})
    with pytest.raises(Impossible, match="box holds 0 live rounds, not 1"):
        world.take_rounds("box", {"live": 1})


def test_a_hand_takes_the_harmless_rounds_first() -> None:
    box = Thing("box", "rounds")
    box.heap.update({"live": 1, "dummy": 2})
    assert World({"box": box}).likely("box", 3) == {"dummy": 2, "live": 1}
