"""How do tests of reports get a show? The real kernel plays it; nothing is written anywhere."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

from showclear.actions.folded import Folded
from showclear.actions.names import Names
from showclear.kernel import asks as a
from showclear.kernel.decide import decide, settle
from showclear.kernel.decision import Allowed
from showclear.kernel.general import touched
from showclear.kernel.policy import Policy
from showclear.kernel.rule import Case
from showclear.kernel.state import State
from showclear.kernel.things import Listed, Seen, Use
from showclear.kernel.words import Mode, Role, Standing, WeaponClass
from showclear.ledger.keys import Keyring
from showclear.ledger.tree import Edge
from showclear.reports.source import Source

MORNING = 1_772_444_520_000
"""2 March 2026, 09:42 UTC."""

CAST = {"ines": Role.ARMORER, "tom": Role.SECOND, "mara": Role.PERFORMER, "joss": Role.AD,
        "bea": Role.CREW, "rafe": Role.PERFORMER}  # fmt: skip
EMPTY = Seen(empty=6)
NAMES = {person: person.title() for person in CAST}


class Played:
    """A show that the kernel has judged act by act, ten seconds apart."""

    def __init__(self) -> None:
        self.state, self.now, self.policy = State(), MORNING, Policy()

    def act(self, person: str, act: a.Act) -> None:
        """Do one act; a refusal is a fault of the test."""
        self.now += 10_000
        asker = a.Asker(person=person, device=f"phone of {person}", owner=person)
        ask = a.Ask(id=f"ask {self.now}", asker=asker, at=self.now, act=act)
        case: Case[Any] = Case(self.state, ask, act, self.policy, self.now, frozenset())
        ask = replace(ask, expects={key: version or "" for key, version in touched(case).items()})
        decision = decide(self.state, ask, self.policy, now=self.now)
        assert isinstance(decision, Allowed), decision
        self.state = settle(self.state, decision.events, f"leaf {self.now}")

    def source(self, **changes: Any) -> Source:
        """Return what the reports read."""
        show = cast(Any, SimpleNamespace(id="demo", title="Long Acre", zone="UTC"))
        keyring = Keyring.of_root(b"\1" * 32)
        folded = Folded(size=1, edge=Edge(), keyring=keyring, state=self.state)
        source = Source(show, folded, changes.get("now", self.now), changes.get("policy", Policy()))
        weapons = {each.id: each.tag for each in self.state.weapons.values()}
        vars(source)["names"] = Names(people=NAMES, weapons=weapons)
        vars(source)["kept"] = {}
        return source


def morning(weapon_class: WeaponClass = WeaponClass.BLANK_ONLY) -> Played:
    """Play until one weapon is received, tested and planned, and lies in the cabinet."""
    show = Played()
    for person, role in CAST.items():
        show.act("ines", a.AddPerson(who=person, name="00", roles=(role,)))
    classes, until = tuple(WeaponClass), MORNING + 300 * 86_400_000
    show.act("joss", a.AddCredential(who="ines", classes=classes, until=until, paper="p"))
    show.act("ines", a.Train(taught=("mara", "rafe"), classes=classes))
    show.act("joss", a.FillPost(post=Role.ARMORER, who="ines"))
    show.act("ines", a.AddPlace(place="cabinet", unit="main", is_locked=True))
    show.act(
        "ines",
        a.ReceiveWeapon(
            weapon="w7",
            tag="07",
            form="revolver",
            capacity=6,
            unit="main",
            place="cabinet",
            licence="paper",
        ),
    )
    for person in ("ines", "tom", "joss"):
        show.act(person, a.ClassWeapon(weapon="w7", weapon_class=weapon_class, photo="p"))
    use = Use(weapon="w7", taker="mara", mode=Mode.COLD, reason="r")
    show.act("ines", a.PlanSetUp(setup="s1", slate="12A", unit="main", uses=(use,)))
    show.act("joss", a.Brief(setup="s1", heard=("mara",)))
    return show


def drawn(weapon_class: WeaponClass = WeaponClass.BLANK_ONLY) -> Played:
    """Play until the armorer has it in the hand."""
    show = morning(weapon_class)
    show.act("tom", a.TurnKey(place="cabinet"))
    show.act("ines", a.DrawWeapon(weapon="w7", tag="07"))
    return show


def showing() -> Played:
    """Play until it is open before taker and caller, and nobody has answered."""
    show = drawn()
    show.act("ines", a.ProveEmpty(weapon="w7", tag="07", seen=EMPTY))
    show.act("tom", a.Inspect(weapon="w7", seen=EMPTY))
    show.act("ines", a.CheckFunction(weapon="w7", works=True))
    people = (
        Listed(person="mara", standing=Standing.TAKER),
        Listed(person="joss", standing=Standing.CALLER),
    )
    show.act(
        "ines", a.ShowWeapon(weapon="w7", setup="s1", to="mara", mode=Mode.COLD, people=people)
    )
    return show


def shown() -> Played:
    """Play until everyone on the list has looked."""
    show = showing()
    for person in ("mara", "joss"):
        show.act(person, a.AnswerLook(weapon="w7", seen=EMPTY))
    return show
