"""What do the tests of the door play on? A founded show, its people and one revolver."""

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from showclear.actions.answers import Answer
from showclear.actions.clock import to_iso
from showclear.actions.demo.play import PlayedClock
from showclear.actions.door import Door
from showclear.actions.found import Founded, found_show, key_add
from showclear.ledger import canonical, keys
from showclear.store import rows

NOON = 1_772_449_200_000
ORIGIN = "ledger.example/shows/demo"
EMPTY = {"empty": 6}
PAPER = "0" * 64
CLASSES = ["blank-only", "rubber"]
LATER = NOON + 300 * 86_400_000


class Phone:
    """One person's device."""

    def __init__(self, stage: "Stage", person: str) -> None:
        self.stage, self.person, self.key = stage, person, f"dev-{person}"
        self.private = keys.new_private()
        now = datetime.fromtimestamp(stage.clock.now() // 1000, UTC)
        fields = key_add(
            stage.founded.show,
            by="enroller-1",
            at=now,
            key_id=self.key,
            public=keys.public_bytes(self.private),
        )
        fields |= {"use": "device", "held": "device", "person": person}
        entry = stage.founded.show.enroller.sign(canonical.encode(fields))
        assert stage.door.submit(entry).outcome == "done"

    def sign(self, kind: str, **fields: Any) -> bytes:
        """Sign an act about things as they are now; any field can be given another value."""
        state = self.stage.door.current().state
        things = (
            state.weapons.get(fields.get("weapon", "")),
            state.setups.get(fields.get("setup", "")),
        )
        payload = {
            "v": 1,
            "show": ORIGIN,
            "id": str(uuid.uuid4()),
            "by": self.key,
            "kind": kind,
            "at": to_iso(self.stage.clock.now())[:19] + "Z",
            "expects": {each.id: each.version for each in things if each is not None},
            **fields,
        }
        return keys.sign(self.private, canonical.encode(payload), self.key)

    def ask(self, kind: str, **fields: Any) -> Answer:
        """Sign an act and give it to the door, two seconds after the last one."""
        self.stage.clock.wait(3)
        return self.stage.door.submit(self.sign(kind, **fields))

    def does(self, kind: str, **fields: Any) -> Answer:
        """Do what the test needs done."""
        answer = self.ask(kind, **fields)
        assert (answer.outcome, answer.rule) == ("done", ""), answer
        return answer


@dataclass(slots=True)
class Stage:
    """A show with an armorer, a second, a performer and an AD."""

    folder: Path
    clock: PlayedClock = field(default_factory=lambda: PlayedClock(NOON))
    founded: Founded = field(init=False)
    door: Door = field(init=False)
    phones: dict[str, Phone] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.founded = found_show(
            "demo",
            title="A show",
            zone="UTC",
            origin=ORIGIN,
            keys_dir=self.folder / "keys",
            clock=self.clock,
        )
        self.door = Door(self.founded.show, self.clock)
        roles = {"ines": "armorer", "tom": "second", "mara": "performer", "joss": "ad"}
        for person, role in roles.items():
            self.phones.setdefault("ines", Phone(self, "ines")) if not self.phones else None
            self["ines"].does("AddPerson", who=person, name="0" * 64, roles=[role])
            if person != "ines":
                self.phones[person] = Phone(self, person)

        self["joss"].does("AddCredential", who="ines", classes=CLASSES, until=LATER, paper=PAPER)
        self["ines"].does("Train", taught=["mara"], classes=CLASSES)
        self["joss"].does("FillPost", post="armorer", who="ines")

    def __getitem__(self, person: str) -> Phone:
        return self.phones[person]

    def weapon_comes_in(
        self, weapon: str = "w7", tag: str = "07", found: str = "blank-only"
    ) -> None:
        """Receive and class a revolver; the second turns the other key of its place."""
        ines, form = self["ines"], {"form": "revolver", "capacity": 6, "licence": PAPER}
        if "cab" not in self.door.current().state.places:
            ines.does("AddPlace", place="cab", unit="main", is_locked=True)
        ines.does("ReceiveWeapon", weapon=weapon, tag=tag, unit="main", place="cab", **form)
        for tester in ("ines", "tom", "joss"):
            self[tester].does("ClassWeapon", weapon=weapon, weapon_class=found, photo=PAPER)
        self["tom"].does("TurnKey", place="cab")

    def shown_to_mara(self) -> None:
        """Draw, prove, count again, show, look."""
        use = {"weapon": "w7", "taker": "mara", "mode": "cold", "reason": PAPER}
        listed = [
            {"person": "mara", "standing": "taker"},
            {"person": "joss", "standing": "caller"},
        ]
        ines, w7 = self["ines"], {"weapon": "w7"}
        self["joss"].does("PlanSetUp", setup="12A", slate="12A", unit="main", uses=[use])
        self["joss"].does("Brief", setup="12A", heard=["mara"])
        ines.does("DrawWeapon", tag="07", **w7)
        ines.does("ProveEmpty", tag="07", seen=EMPTY, **w7)
        self["tom"].does("Inspect", seen=EMPTY, **w7)
        ines.does("CheckFunction", works=True, **w7)
        ines.does("ShowWeapon", setup="12A", to="mara", mode="cold", people=listed, **w7)
        self["mara"].does("AnswerLook", seen=EMPTY, **w7)
        self["joss"].does("AnswerLook", seen=EMPTY, **w7)

    def size(self) -> int:
        """How many entries the record has."""
        return rows.read_size("demo")
