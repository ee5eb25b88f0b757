"""Plays the show of the browser tests into SHOWCLEAR_DATA, through the one door."""

import os
import uuid
from hashlib import sha256
from typing import Any

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "showclear.web.settings"
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402

from showclear.actions.clock import SystemClock, to_iso  # noqa: E402
from showclear.actions.door import Door  # noqa: E402
from showclear.actions.found import found_show  # noqa: E402
from showclear.actions.pins import set_pin  # noqa: E402
from showclear.devices import enrolment  # noqa: E402
from showclear.ledger import canonical, keys  # noqa: E402
from showclear.store import people  # noqa: E402

PASSWORD = "long enough to type"
PEOPLE = {
    "p-ines": ("Ines Varga", "armorer"),
    "p-tom": ("Tom Adeyemi", "second"),
    "p-mara": ("Mara Lindqvist", "performer"),
    "p-joss": ("Joss Okafor", "ad"),
}
WEAPONS = {"w07": ("07", "revolver", 6), "w11": ("11", "pistol", 1), "w22": ("22", "rifle", 1)}


class Phone:
    """A device whose key lies in this process."""

    def __init__(self, door: Door, person: str) -> None:
        self.door, self.private = door, keys.new_private()
        session: dict[str, Any] = {}
        now = door.clock.now()
        begun = enrolment.begin(session, show=door.show.id, person=person, now=now)
        self.id = begun.key
        message = keys.possession_message(bytes.fromhex(begun.challenge))
        proof, pub = self.private.sign(message).hex(), keys.public_bytes(self.private).hex()
        enrolment.prove(session, door, person=person, pub=pub, proof=proof)

    def ask(self, kind: str, *touched: str, **fields: Any) -> None:
        """Ask for an act; it must be done."""
        state = self.door.current().state
        things: dict[str, Any] = {**state.weapons, **state.setups}
        payload = {
            "v": 1, "show": self.door.show.origin, "id": str(uuid.uuid4()), "by": self.id,
            "kind": kind, "at": to_iso(self.door.clock.now())[:19] + "Z",
            "expects": {each: things[each].version for each in touched}, **fields,
        }  # fmt: skip
        answer = self.door.submit(keys.sign(self.private, canonical.encode(payload), self.id))
        assert answer.outcome == "done" and not answer.rule, (kind, answer)


def play() -> None:
    """Found the show, enter people and weapons, class them, plan one set-up."""
    call_command("migrate", verbosity=0)
    clock = SystemClock()
    origin = "ledger.example/shows/demo"
    show = found_show(
        "demo", title="Long Acre · Main unit", zone="UTC", origin=origin,
        keys_dir=settings.KEYS, clock=clock,
    ).show  # fmt: skip
    door = Door(show, clock)
    armorer = Phone(door, "p-ines")
    for person, (name, role) in PEOPLE.items():
        salt = os.urandom(16)
        digest = sha256(salt + name.encode()).hexdigest()
        people.add_texts("demo", [people.PersonText(f"n-{person}", person, salt, name)])
        armorer.ask("AddPerson", who=person, name=digest, roles=[role])
        username = name.split()[0].lower()
        people.link_account("demo", people.make_account(username, PASSWORD), person)
        set_pin("demo", person, "2580")
    classes, until = ["blank-only"], clock.now() + 300 * 86_400_000
    ad = Phone(door, next(each for each, (_, role) in PEOPLE.items() if role == "ad"))
    ad.ask("AddCredential", who="p-ines", classes=classes, until=until, paper="00")
    armorer.ask("Train", taught=["p-mara"], classes=classes)
    ad.ask("OpenDay", day="monday")
    ad.ask("FillPost", post="armorer", who="p-ines")
    armorer.ask("AddPlace", place="Cabinet 2", unit="main", is_locked=True)
    second = Phone(door, "p-tom")
    for weapon, (tag, form, capacity) in WEAPONS.items():
        armorer.ask("ReceiveWeapon", weapon=weapon, tag=tag, form=form, capacity=capacity,
                    unit="main", place="Cabinet 2", licence="00")  # fmt: skip
        for tester in (armorer, second, ad):
            tester.ask("ClassWeapon", weapon, weapon=weapon, weapon_class="blank-only", photo="00")
    armorer.ask("ReceiveLot", lot="d118", label="dummy", strength=None, count=97,
                origin="supplier", line="00", place="Cabinet 2",
                supplier="Long Acre Props")  # fmt: skip
    uses = [{"weapon": "w07", "taker": "p-mara", "mode": "cold", "reason": "00"}]
    armorer.ask("PlanSetUp", setup="12A", slate="12A", unit="main", uses=uses)
    ad.ask("Brief", "12A", setup="12A", heard=["p-mara"])
    door.tick()


if __name__ == "__main__":
    play()
