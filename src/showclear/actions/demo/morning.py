"""What happens in the morning of the demonstration?

Weapons arrive and are classed by two people; two boxes of rounds arrive and two people go through
them; two set-ups are planned; one revolver is loaded with dummies, shown, handed over, called for
two takes, comes back and is unloaded; the boxes are counted by two; one handover is refused;
somebody stops the unit and two people restart.
"""

from pathlib import Path

from showclear.actions.demo.cast import (
    BOXES,
    ORIGIN,
    PASSWORD,
    PEOPLE,
    PLACES,
    SEALED,
    SHOW_ID,
    TITLE,
    UNIT,
    WEAPONS,
    ZONE,
    Box,
    Piece,
)
from showclear.actions.demo.play import Hand, PlayedClock, keep_name, make_sign_in
from showclear.actions.door import Door
from showclear.actions.found import found_show
from showclear.actions.scribe import new_id
from showclear.ledger.sheet import Sheet

LENGTH = 4 * 3600
"""Seconds from the first key to the end of the morning, at the least."""

ANSWER, LOOK, STEP = 4, 20, 300
"""Seconds that a signature, a look and the way to the next thing take in the story."""


def play_morning(keys_dir: Path, *, ends_at: int) -> Sheet:
    """Found the demonstration show and play its morning; `ends_at` is in milliseconds."""
    clock = PlayedClock(ends_at - LENGTH * 1000)
    founded = found_show(
        SHOW_ID, title=TITLE, zone=ZONE, origin=ORIGIN, keys_dir=keys_dir, clock=clock
    )
    morning = Morning(Door(founded.show, clock), clock)
    morning.people_come_in()
    morning.papers_are_seen()
    morning.weapons_come_in()
    morning.rounds_come_in()
    morning.set_ups_are_planned()
    morning.one_is_handed_over_and_comes_back()
    morning.rounds_are_counted()
    morning.one_is_refused()
    morning.work_stops_and_goes_on()
    morning.two_are_out_at_noon()
    morning.door.tick()
    return founded.sheet


PAPER = "0" * 64
"""The hash of a paper, a photograph or a reason that the story does not show."""

PAPER_HOLDS = 300 * 86_400_000
"""How long the papers of the story are good, in milliseconds."""

DUMMIES = {"dummy": 6}
"""What a look into 07 finds while it is loaded."""

STAND_ON_PAPER = ("blank-only", "disabled", "live-capable")


class Morning:
    """The people, the things and the door of one morning."""

    def __init__(self, door: Door, clock: PlayedClock) -> None:
        self.door, self.clock = door, clock
        self.hands: dict[str, Hand] = {}
        self.ids = {each.key: new_id() for each in (*PEOPLE, *WEAPONS, *BOXES)}
        self.ids |= {key: new_id() for key in ("cabinet", "safe", "12A", "14B")}

    def people_come_in(self) -> None:
        """The armorer enters herself and everybody else; each gets a key, a PIN, an account."""
        show = self.door.show
        for member in PEOPLE:
            self.clock.wait(ANSWER)
            person = self.ids[member.key]
            if not self.hands:
                self.hands[member.key] = Hand(self.door, person)
            name = keep_name(show.id, person, member.name)
            self.hands["ines"].does("AddPerson", who=person, name=name, roles=list(member.roles))
            if member.key not in self.hands:
                self.hands[member.key] = Hand(self.door, person)
            make_sign_in(
                show.id, person, username=member.username, password=PASSWORD, pin=member.pin
            )

    def papers_are_seen(self) -> None:
        """Papers are seen, performers taught; the AD opens the day and fills the posts."""
        ids, ines, joss = self.ids, self.hands["ines"], self.hands["joss"]
        classes = sorted({piece.weapon_class for piece in WEAPONS})
        until = self.clock.now() + PAPER_HOLDS
        for whose, sees in (("ines", joss), ("petra", ines)):
            self.clock.wait(ANSWER)
            sees.does("AddCredential", who=ids[whose], classes=classes, until=until, paper=PAPER)
        self.clock.wait(STEP)
        ines.does("Train", taught=[ids["mara"], ids["rafe"]], classes=classes)
        self.clock.wait(ANSWER)
        joss.does("OpenDay", day=new_id())
        self.clock.wait(ANSWER)
        joss.does("FillPost", post="armorer", who=ids["ines"])

    def weapons_come_in(self) -> None:
        """Each weapon goes into a locked place, and people find out what it can do."""
        ines = self.hands["ines"]
        for place, called in PLACES.items():
            name = keep_name(self.door.show.id, None, called)
            ines.does("AddPlace", place=self.ids[place], unit=UNIT, is_locked=True, name=name)
        for piece in WEAPONS:
            self.clock.wait(LOOK)
            weapon, place = self.ids[piece.key], self.ids["safe" if piece.capacity else "cabinet"]
            form = {"tag": piece.tag, "form": piece.form, "capacity": piece.capacity}
            form["licence"] = PAPER if piece.weapon_class in STAND_ON_PAPER else ""
            ines.does("ReceiveWeapon", weapon=weapon, unit=UNIT, place=place, **form)
            self.class_it(piece, weapon)

    def class_it(self, piece: Piece, weapon: str) -> None:
        """Two people test it, each for himself, and the AD is shown the test."""
        for tester in ("ines", "tom", "joss"):
            self.clock.wait(ANSWER)
            self.hands[tester].does(
                "ClassWeapon", weapon=weapon, weapon_class=piece.weapon_class, photo=PAPER
            )

    def rounds_come_in(self) -> None:
        """Each box goes into the cabinet; two people go through it, each for himself."""
        for box in BOXES:
            self.clock.wait(LOOK)
            self.receive(box)
            for tester in ("ines", "tom"):
                self.clock.wait(STEP)
                self.hands[tester].does(
                    "SignLot",
                    lot=self.ids[box.key],
                    proved=box.rounds - SEALED,
                    doubtful=0,
                    sealed=SEALED,
                    is_marked=True,
                )

    def receive(self, box: Box) -> None:
        """The property master takes it in, with the supplier's line for it."""
        self.hands["omar"].does(
            "ReceiveLot",
            lot=self.ids[box.key],
            label=box.label,
            strength=box.strength,
            count=box.rounds,
            origin="supplier",
            line=keep_name(self.door.show.id, None, box.line),
            place=self.ids["cabinet"],
            fits=list(box.fits),
            supplier=box.supplier,
        )

    def rounds_are_counted(self) -> None:
        """Two people count each box; neither is told what the other one counted."""
        for box in BOXES:
            for counter in ("ines", "tom"):
                self.clock.wait(LOOK)
                self.hands[counter].does(
                    "CountLot",
                    lot=self.ids[box.key],
                    store=box.rounds - SEALED,
                    sealed=SEALED,
                    worn=0,
                    fired=0,
                    misfired=0,
                )

    def set_ups_are_planned(self) -> None:
        """Two slates, one revolver each; the AD gives the talk for each."""
        self.clock.wait(STEP)
        for slate, weapon, taker in (("12A", "w07", "mara"), ("14B", "w18", "rafe")):
            use = {"weapon": self.ids[weapon], "taker": self.ids[taker], "mode": "cold"}
            use["reason"] = PAPER
            self.hands["joss"].does(
                "PlanSetUp", setup=self.ids[slate], slate=slate, unit=UNIT, uses=[use]
            )
            self.clock.wait(ANSWER)
            self.hands["joss"].does("Brief", setup=self.ids[slate], heard=[self.ids[taker]])

    def one_is_handed_over_and_comes_back(self) -> None:
        """07: drawn, proved, loaded, shown, looked at, given, called, given back, unloaded."""
        w07, scan = self.ids["w07"], {"weapon": self.ids["w07"], "tag": "07"}
        self.prove("w07", "07")
        self.load_with_dummies()
        self.show_to_mara()
        self.hands["ines"].does("OfferHandover", to=self.ids["mara"], **scan)
        self.clock.wait(ANSWER)
        self.hands["tom"].does("ReadTag", **scan)
        self.clock.wait(ANSWER)
        self.hands["mara"].does("TakeHandover", **scan)
        self.two_takes()
        self.hands["mara"].does("OfferReturn", to=self.ids["ines"], **scan)
        self.clock.wait(ANSWER)
        self.hands["ines"].does("TakeBack", **scan)
        self.clock.wait(LOOK)
        self.hands["ines"].does("Unload", out=DUMMIES, **scan)
        self.clock.wait(ANSWER)
        self.hands["ines"].does("LockUp", weapon=w07, place=self.ids["safe"], tag="07")

    def load_with_dummies(self) -> None:
        """Ines loads six dummies, Tom watches each go in; both count once more."""
        w07 = self.ids["w07"]
        rounds = [{"chamber": each, "lot": self.ids["d118"]} for each in range(1, 7)]
        self.clock.wait(LOOK)
        self.hands["ines"].does("Load", weapon=w07, tag="07", rounds=rounds)
        for who, kind in (("tom", "WitnessLoad"), ("tom", "Inspect"), ("ines", "Inspect")):
            self.clock.wait(LOOK)
            self.hands[who].does(kind, weapon=w07, seen=DUMMIES)

    def two_takes(self) -> None:
        """Called and cut; Tom never lost sight of it, so it is the same again; called and cut."""
        w07, setup = self.ids["w07"], self.ids["12A"]
        for take in (1, 2):
            self.clock.wait(ANSWER)
            if take > 1:
                self.hands["tom"].does("Again", weapon=w07, setup=setup)
                self.clock.wait(ANSWER)
            self.hands["joss"].does("CallWeapon", weapon=w07, setup=setup, take=take)
            self.clock.wait(STEP)
            self.hands["joss"].does("EndTake", setup=setup)
        self.clock.wait(ANSWER)

    def prove(self, key: str, tag: str) -> None:
        """Ines takes it from its place and finds it empty; Tom counts too."""
        weapon, capacity = self.ids[key], next(w.capacity for w in WEAPONS if w.key == key)
        self.clock.wait(STEP)
        self.hands["tom"].does("TurnKey", place=self.ids["safe"])
        self.clock.wait(ANSWER)
        self.hands["ines"].does("DrawWeapon", weapon=weapon, tag=tag)
        self.clock.wait(LOOK)
        self.hands["ines"].does("ProveEmpty", weapon=weapon, tag=tag, seen={"empty": capacity})
        self.clock.wait(LOOK)
        self.hands["tom"].does("Inspect", weapon=weapon, seen={"empty": capacity})
        self.clock.wait(ANSWER)
        self.hands["ines"].does("CheckFunction", weapon=weapon, works=True)
        for looker in ("ines", "tom"):
            self.clock.wait(ANSWER)
            self.hands[looker].does("SeeBore", weapon=weapon, is_clear=True)

    def show_to_mara(self) -> None:
        """She and the AD look; each answers for himself."""
        mara, joss = self.ids["mara"], self.ids["joss"]
        listed = [{"person": mara, "standing": "taker"}, {"person": joss, "standing": "caller"}]
        self.hands["ines"].does(
            "ShowWeapon",
            weapon=self.ids["w07"],
            setup=self.ids["12A"],
            to=mara,
            mode="cold",
            people=listed,
        )
        for looker in ("mara", "joss"):
            self.clock.wait(LOOK)
            self.hands[looker].does("AnswerLook", weapon=self.ids["w07"], seen=DUMMIES)
        self.clock.wait(ANSWER)

    def one_is_refused(self) -> None:
        """18 was drawn by the handler and never shown: it does not go to Rafe."""
        self.clock.wait(STEP)
        w18 = self.ids["w18"]
        self.hands["tom"].does("TurnKey", place=self.ids["safe"])
        self.clock.wait(ANSWER)
        self.hands["petra"].does("DrawWeapon", weapon=w18, tag="18")
        self.clock.wait(ANSWER)
        answer = self.hands["petra"].ask("OfferHandover", weapon=w18, to=self.ids["rafe"], tag="18")
        assert answer.outcome == "refused", "what nobody has seen goes to nobody"

    def work_stops_and_goes_on(self) -> None:
        """Somebody without a phone stops the unit; the armorer and the AD restart it."""
        self.clock.wait(STEP)
        stopped = self.door.relay("Stop", {"unit": UNIT})
        stop = next(each["stop"] for each in stopped.events if each["kind"] == "WorkStopped")
        self.clock.wait(STEP)
        for name in ("ines", "joss"):
            self.clock.wait(ANSWER)
            self.hands[name].does("Restart", stop=stop, reason="0" * 64)

    def two_are_out_at_noon(self) -> None:
        """18 is in Petra's hand, unknown; 07 is proved, counted twice, and waits to be shown."""
        self.prove("w07", "07")
        self.clock.wait(ANSWER)
