"""How is a way to the accident told, so that a person on a set can check it?"""

from collections.abc import Iterable, Iterator

from showclear.drills.prove.faults import each_of
from showclear.drills.prove.physical import BLANK, LIVE, UNPROVED
from showclear.drills.prove.world import Told

HOLDS = {
    "live": "The performer holds as cold a weapon with a live round in it",
    "blank": "The performer holds as cold a weapon with a blank in it",
    "dummy": "The performer holds as cold a weapon with a dummy that nobody verified",
}

STEPS = {
    "draw": "The armorer takes {it} out of the safe",
    "prove": "{It} is proved empty",
    "inspect A": "The armorer counts {it} again",
    "inspect B": "The second counts {it}",
    "inspect D": "The safety rep counts {it}",
    "load D": "The armorer loads {it} as with dummies",
    "load K": "The armorer loads {it} with blanks for a hot set-up",
    "witness": "The second signs for the loading",
    "proof": "An instrument proves what is in {it}",
    "unload": "The armorer unloads {it}",
    "show": "{It} is shown to those on the show list",
    "hand": "{It} is handed over to the performer",
    "call": "The AD looks and says the weapons call",
    "cut": "Cut",
    "back": "The performer gives {it} back",
    "lock": "The armorer locks {it} up",
    "put on the cart": "{It} lies on the cart",
    "from the cart": "{It} is taken from the cart, called cold and given to the performer",
    "picked up by A": "The armorer takes {it} up again",
    "picked up by C": "The performer takes {it} up again",
}
"""What is told of an honest step."""

INSIDE: dict[int, str] = {
    LIVE: "a live round", BLANK: "a blank", UNPROVED: "a dummy that nobody verified",
}  # fmt: skip

_WITH = {
    "V:gun_loaded": "The hire house sends a weapon with {what} in it",
    "V:bad_lot": "The supplier's box of dummies holds {what}",
    "X:mix_box": "Somebody puts {what} into the box of dummies",
    "X:tamper": "Somebody puts {what} into {it}",
    "A:tamper": "The armorer puts {what} into {it}, and nobody records it",
    "A:wrong_source": "The armorer loads {what} from the wrong box or the loose rounds",
}
_AT = {
    ("show", "C:trust"): "The performer answers that he looked, and did not",
    ("show", "D:trust"): "The AD answers that he looked, and did not",
    ("hand", "C:trust"): "The performer takes {it} without looking",
    ("hand", "D:trust"): "The AD stands in the circle without looking",
    ("called unseen", "D:trust"): "The AD says the weapons call without looking",
    ("handed on by X", "X:hand"): "Somebody hands {it}, which lies there, to the performer",
    ("swapped", "B:blind"): "The second does not read the tag of what is in the hands",
    ("begins", "B:skip_insp"): "The second signs for the class without testing",
    ("begins", "D:skip_insp"): "The safety rep signs for the class without testing",
    ("begins", "A:skip_insp"): "The armorer signs for the class without testing",
    ("begins", "A:skip_receipt"): "The armorer signs for the class from the papers",
    ("begins", "A:class_down"): "The armorer finds a weapon that fires to be a replica or less",
}


def sentences(way: Iterable[tuple[int, Told]], hazard: str) -> list[str]:
    """Tell a way to the accident, one numbered sentence for each thing that is done."""
    told = [each for cost, step in way for each in _of(cost, step)]
    once = list(dict.fromkeys((*told, HOLDS[hazard])))
    return [f"{number}. {each}." for number, each in enumerate(once, 1)]


def _of(cost: int, told: Told) -> Iterator[str]:
    it = "the other weapon" if told.weapon else "the weapon"
    what = INSIDE.get(told.content, "a round")
    for fault in each_of(cost):
        text = _AT.get((told.step, fault.name)) or _WITH.get(fault.name) or fault.says
        yield text.format(it=it, what=what)
    text = STEPS.get(told.step, "")
    if text and not cost:
        yield text.format(it=it, It=it[0].upper() + it[1:])
