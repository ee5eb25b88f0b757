"""What does every component look like in every state? Examples, drawn by the real templates.

The names, times and codes are those of the reference pictures, so that the two can be compared.
"""

from collections.abc import Mapping
from types import SimpleNamespace as Of
from typing import Any

SHOW = Of(id="demo", origin="ledger.example/shows/demo", title="Long Acre · Main unit · set-up 12A")
INES = Of(id="p-1", name="Ines Varga")


def act(kind: str, label: str, **more: Any) -> Of:
    """One act as a board offers it."""
    blank = {"fields": {}, "expects": {}, "needs": (), "waits": "", "person": "", "shape": ""}
    return Of(kind=kind, page=kind, label=label, **{**blank, "says": "", **more})


def row(tag: str, contents: str, state: str, *said: str, **more: Any) -> Of:
    """One weapon on a board."""
    word = {"locked": "locked up"}.get(state, state)
    whole = {"weapon": f"w{tag}", "spine": state, "word": word, **more}
    kind, custody = said
    return Of(tag=tag, contents=contents, state=state, kind=kind, custody=custody, **whole)


ROWS = [
    row(
        "04",
        "Three blanks, quarter",
        "hot",
        "Revolver · Blank",
        "Rafe Oduya has it · until cut, take 3",
    ),
    row(
        "11",
        "TREAT AS LOADED",
        "unknown",
        "Pistol · Live-capable",
        "Left unattended 10:31, by the gate",
    ),
    row(
        "07",
        "Six dummies",
        "shown",
        "Revolver, pin out · Blank",
        "To Mara Lindqvist 10:42 · in her hand",
    ),
    row(
        "22", "Cannot fire", "out", "Rifle, rubber · No-fire", "Petra Hahn has it · band read 10:20"
    ),
    row(
        "15",
        "Empty, counted by two 09:58",
        "out",
        "Carbine · Blank",
        "Tom Adeyemi carries it · shown to nobody",
    ),
    row(
        "09", "Empty, counted by two 07:12", "locked", "Revolver · Blank", "Cabinet 2 · since 07:30"
    ),
    row(
        "12",
        "Empty, counted by two 07:14",
        "locked",
        "Pistol · Live-capable",
        "Cabinet 2 · since 07:30",
    ),
    row(
        "30",
        "TREAT AS LOADED",
        "locked",
        "Shotgun · Live-capable",
        "Cabinet 1 · came 08:05, class not tested",
        spine="unknown",
    ),
]

STOPS = [
    Of(
        id="s1",
        kind="stop",
        word="STOP",
        what="Main unit, since 10:31:05, not authenticated",
        restart=act("Restart", "I agree: work goes on"),
    )
]
QUARANTINED = [
    row(
        "31",
        "TREAT AS LOADED",
        "quarantined",
        "Pistol · Live-capable",
        "Jammed 11:02, by Ines Varga",
    )
]

BOARD = Of(
    title="Long Acre · Main unit · set-up 12A",
    counts=[
        Of(state="hot", figure=1, word="hot"),
        Of(state="unknown", figure=1, word="unknown"),
        Of(state="out", figure=3, word="out"),
        Of(state="locked", figure=25, word="locked up"),
    ],
    rows=ROWS,
    stops=[],
    acts=[],
    says_calls=True,
)

DUMMIES = ("dummy",) * 6
AXES = [
    Of(label="Who has it", text="Ines Varga, in hand, since 10:39"),
    Of(label="What is in it", text="Six dummies. Loaded Ines Varga, seen Tom Adeyemi, 10:38"),
    Of(label="Shown to", text="Mara Lindqvist, cold. Nobody else."),
    Of(label="Class", text="Disabled, pin out. Blank profile."),
]
WEAPON = Of(
    weapon="w07",
    tag="07",
    subject="07 · Revolver, six chambers",
    state="shown",
    contents="Six dummies",
    said=["shown to *Mara Lindqvist* 10:42", "for set-up *12A*, until 11:12 or any break"],
    looked="2 people say they looked at 10:42.",
    warning="",
    chambers=DUMMIES,
    told_by="Rear, as shown",
    told=["1 to 6: dummy, drilled, marked.", "Lot D-118, proved by pin one by one."],
    axes=AXES,
    show_list=False,
    acts=[
        act("OfferHandover", "Hand over to Mara Lindqvist", needs=("tag",), shape="out"),
        act("ShowWeapon", "Show again"),
        act("ReportUnattended", "Out of my sight"),
    ],
)
HOT = Of(
    weapon="w04",
    tag="04",
    subject="04 · Revolver, six chambers",
    state="hot",
    contents="Three blanks, quarter",
    said=["shown to *Rafe Oduya* 10:49", "for take 3, until cut"],
    looked="",
    warning="After cut it is loaded, until unloaded and shown.",
    chambers=("blank",) * 3 + ("empty",) * 3,
    told_by="Rear, as shown",
    told=["1 to 3: blank, quarter, lot B-044, marked.", "4 to 6: empty.", "Bore seen 10:47."],
    axes=[
        Of(label="Who has it", text="Rafe Oduya, in hand, since 10:50"),
        Of(label="Line", text="Left of camera B, 9 m. Nobody inside. Ears and eyes on 14 of 14."),
    ],
    show_list=False,
    acts=[
        act("EndTake", "Cut: take it back"),
        act("Misfire", "Did not fire"),
        act("UnplannedShot", "Fired unplanned"),
    ],
)
UNKNOWN = Of(
    weapon="w11",
    tag="11",
    subject="11 · Pistol",
    state="unknown",
    contents="TREAT AS LOADED",
    said=["Left unattended 10:31, by the gate"],
    looked="",
    warning="",
    chambers=("unsure",),
    told_by="",
    told=["Nobody has proved it since."],
    axes=AXES[:1],
    show_list=False,
    acts=[act("ProveEmpty", "Open it and count", needs=("tag", "seen"))],
)


def looker(name: str, role: str, at: str = "") -> Of:
    """One person of a show list."""
    return Of(name=name, role=role, at=at)


SHOW_LIST = Of(
    weapon="w07",
    subject="Show 07 · set-up 12A",
    of=7,
    words=["Revolver seven. Six dummies.", "Come and look."],
    waiting=[looker("Rafe Oduya", "performer, in frame"), looker("Joss Okafor", "1st AD")],
    looked=[
        looker("Ines Varga", "armorer, opened it", "10:41:50"),
        looker("Tom Adeyemi", "second, counted", "10:42:14"),
        looker("Mara Lindqvist", "performer, taker", "10:42:31"),
        looker("Bea Tran", "camera, asked to see", "10:42:40"),
        looker("Kofi Mensah", "camera, asked to see", "10:42:44"),
    ],
    acts=[
        act("AnswerLook", "Rafe Oduya looks now", needs=("seen",)),
        act("AddLooker", "Add a person"),
        act("ShowWeapon", "Show again"),
    ],
)
LOOK = Of(
    weapon="w07",
    subject="Your look · 07 · set-up 12A",
    question="What did you see?",
    capacity=6,
    lead=(
        "Joss Okafor, look at the weapon, not at this phone. Count the "
        "chambers. Nobody else’s answer is shown here."
    ),
    act=act("AnswerLook", "I was shown and I looked", needs=("seen",), fields={"weapon": "w07"}),
    others=[act("ShowAgain", "Show me again"), act("Rubber", "I’d rather have the rubber")],
)
HANDOVER = Of(
    weapon="w07",
    subject="Handover 07 · Tom Adeyemi’s phone",
    title="Mara Lindqvist takes 07",
    contents="Six dummies · set-up 12A",
    lines=[
        Of(label="Gives", text="Ines Varga, tag 07 scanned", at="10:43:52"),
        Of(label="Reads the tag", text="Tom Adeyemi", at="10:43:58"),
        Of(label="Takes", text="badge of Mara Lindqvist", at="10:44:06"),
    ],
    speaker="Mara says",
    words=["I was shown and I looked. Six dummies. I have it."],
    pin_of="Mara’s PIN",
    act=act("TakeHandover", "I have it", needs=("pin",), person="p-7", fields={"weapon": "w07"}),
    others=[act("ShowAgain", "Show me again"), act("DeclineTake", "I don’t take it")],
)
GIVE = Of(
    weapon="w07",
    subject="07 · set-up 12A",
    title="You give 07 to Mara Lindqvist",
    contents="Six dummies · set-up 12A",
    lines=[],
    speaker="Say",
    words=["Six dummies. Take a look. It is yours when you say so."],
    pin_of="",
    act=act("OfferHandover", "I hold it out", needs=("tag",)),
    others=[],
)
NO = Of(
    tone="no",
    weapon="w18",
    tag="18",
    what="18 was not handed over.",
    why=(
        "The weapon was out of Tom Adeyemi’s sight for 40 seconds, from "
        "10:33:10. What he was shown at 10:31 ended there."
    ),
    do_now=[
        "Keep it in your hand, pointed down.",
        "Open it and show it again: 7 people.",
        "Then hand it over.",
    ],
    rule="VOID-SIGHT",
    title="",
    sources=["A working armorer’s numbered steps, step 5, 2021. Forum post, read."],
    record="Kept 10:33:52 as a refusal. Nothing else changed: 18 is in Ines Varga’s hand.",
    hand_tag="",
    plan_tag="",
    acts=[act("ShowWeapon", "Show 18 again"), act("Rubber", "Offer the rubber")],
)
NOT_YET = Of(
    tone="not-yet",
    weapon="w04",
    tag="04",
    what="Load 04 comes after two looks.",
    why=(
        "04 was proved empty at 10:46 by Ines Varga. The second look is not "
        "in. It is the order of work, not a fault."
    ),
    do_now=[
        "Tom Adeyemi looks into 04 and answers on his own phone.",
        "Then load it, with him as witness.",
    ],
    rule="LOOK-SECOND",
    title="",
    sources=["Law 3: two different people for each check that matters."],
    record="Kept 10:47:40 as *not yet*. It does not count as a blocked attempt.",
    hand_tag="",
    plan_tag="",
    acts=[
        act("AskLook", "Ask Tom to look"),
        act("ProveEmpty", "Prove empty again", needs=("seen",)),
    ],
)
WRONG = Of(
    tone="wrong-weapon",
    weapon="",
    tag="15",
    what="",
    hand_tag="15",
    plan_tag="07",
    why="15 is not planned for Mara Lindqvist in 12A, and nobody was shown it.",
    do_now=["Keep 15 in your hand. Do not hand it over. Scan 07."],
    rule="PLAN-WEAPON",
    title="the weapon in the hand is the weapon in the plan.",
    sources=[],
    record="Kept 10:24:10 as a refusal. 15 stays with Tom Adeyemi.",
    acts=[],
)

WALLS = {
    "locked": Of(
        state="locked",
        subject="Long Acre · Main unit",
        words=["ALL", "LOCKED UP"],
        line="30 of 30 · 14:32",
        foot_left="Counted by Ines Varga and Tom Adeyemi",
        foot_right="What is in them is not on this board.",
    ),
    "out": Of(
        state="out",
        subject="Long Acre · Main unit",
        words=["OUT: 3"],
        line="TREAT AS LOADED",
        foot_left="27 of 30 locked up",
        foot_right="Want to see one? Ask Ines Varga. She shows it.",
    ),
    "hot": Of(
        state="hot",
        subject="Long Acre · Main unit · set-up 12A",
        words=["HOT"],
        line="STAY BEHIND THE LINE",
        foot_left="Until cut, and until ALL BACK",
        foot_right="Ears and eyes on",
    ),
    "stopped": Of(
        state="stopped",
        subject="Long Acre · Main unit",
        words=["STOP"],
        line="Weapons to the armorer",
        foot_left="Since 10:31:05",
        foot_right="Restarting takes two named people.",
    ),
    "unknown": Of(
        state="unknown",
        subject="Long Acre",
        words=[],
        line="TREAT AS LOADED",
        foot_left="Nobody has counted today.",
        foot_right="",
    ),
}


def log_row(spine: str, at: str, tag: str, *said: str, **more: str) -> Of:
    """One line of the day."""
    what, who = said
    blank = {"more": "", "answer": "", "rule": "", "late": "", "tone": "", "day": ""}
    whole = {**blank, "shape": more.get("tone", ""), **more}
    return Of(spine=spine, at=at, tag=tag, what=what, who=who, **whole)


LOG = [
    log_row(
        "hot",
        "10:50:02",
        "04",
        "Hot, three blanks, quarter, for take 3",
        "Ines Varga to Rafe Oduya",
    ),
    log_row(
        "",
        "10:47:40",
        "04",
        "Load three blanks",
        "Ines Varga",
        tone="not-yet",
        answer="NOT YET",
        rule="LOOK-SECOND",
    ),
    log_row("shown", "10:42:31", "07", "Looked: six dummies", "Mara Lindqvist, by PIN"),
    log_row(
        "",
        "10:33:52",
        "18",
        "Hand over to Rafe Oduya",
        "Ines Varga",
        more="out of the second’s sight for 40 s",
        tone="no",
        answer="NO",
        rule="VOID-SIGHT",
    ),
    log_row(
        "unknown",
        "10:31:05",
        "11",
        "Left unattended by the gate",
        "somebody, not signed in",
        more="UNKNOWN from here: TREAT AS LOADED",
    ),
    log_row(
        "",
        "10:20:00",
        "22",
        "Band read",
        "Petra Hahn",
        more="happened 10:20, written 10:40: phone was flat",
        late="WRITTEN LATE",
    ),
    log_row(
        "stop",
        "09:58:12",
        "15",
        "Read the tag",
        "Tom Adeyemi",
        more="The tag in the hand is the tag in the record",
        tone="alarm",
        shape="no",
        answer="ALARM",
        rule="TAG-WRONG",
        day="2026-03-02",
    ),
]


def due(tag: str, what: str, *more: str, **others: str) -> Of:
    """One weapon of a set-up on the AD's line."""
    return Of(
        **{"weapon": f"w{tag}", "tag": tag, "what": what, "more": more, "since": "", **others}
    )


def setup(slate: str, state: str, *words: str, **more: Any) -> Of:
    """One set-up of the AD's line."""
    blank: dict[str, Any] = {
        "lines": [],
        "rows": [],
        "say": [],
        "states": [],
        "foot": "",
        "acts": [],
    }
    blank |= {"beside": None, "is_hot": False}
    return Of(id=slate, slate=slate, state=state, words=words, **{**blank, **more})


def call(tag: str) -> Of:
    """The act that says the call was said."""
    return act("CallWeapon", f"I said the call: {tag}, take 3", fields={"weapon": f"w{tag}"})


CUT = act("EndTake", "Cut: take 3", fields={"setup": "12a"})
READY = setup(
    "12A · take 3",
    "ready",
    "READY",
    lines=["07: 2 people say they looked at 10:42. Look now.", "You were shown it."],
    say=[
        "Revolver 07 on set.",
        "Six dummies.",
        "Cold, for Mara Lindqvist, take 3.",
        "Shown 10:42. Looked: Mara Lindqvist, Joss Okafor.",
        "Anyone who wants to look, look now.",
    ],
    states=["07: I was shown 6 of 6 by Ines Varga. I do not certify it."],
    foot="Holds until 11:12, or until anything happens to 07.",
    acts=[call("07")],
    beside=act("AskAgain", "Show me again: 07", fields={"weapon": "w07"}),
)
LOOKS_DUE = setup(
    "14B · take 1",
    "not-yet",
    "NOT YET",
    lines=["2 weapons are not ready."],
    rows=[
        due(
            "04",
            "It is not shown for 14B now: never proved.",
            "Still to look: Rafe Oduya",
            "Three blanks · Ines Varga, in hand, since 10:39",
            "Nobody says cold or hot.",
        ),
        due("18", "It was shown to Rafe Oduya and the record has it in the hand of Ines Varga."),
    ],
    acts=[act("AnswerLook", "I go and look: 04", needs=("seen",), fields={"weapon": "w04"})],
)
HOT_TAKE = setup(
    "14B · take 1",
    "called",
    "HOT",
    "CALLED",
    is_hot=True,
    lines=["Take 1. Nobody talks before cut.", "Stay behind the line."],
    rows=[due("04", "Hot · Rafe Oduya", "Three blanks, quarter", "called by Joss Okafor 10:50:02")],
    acts=[CUT],
)
STILL_OUT = setup(
    "12A · after cut",
    "wait",
    "WAIT",
    "4 STILL OUT",
    lines=["26 of 30 back. Nobody leaves."],
    rows=[
        due(tag, who, more, since="11:19")
        for tag, who, more in (
            ("18", "Rafe Oduya", "revolver · performer"),
            ("21", "Petra Hahn", "rifle, rubber · handler"),
            ("24", "Sven Aho", "rifle, rubber · performer"),
            ("27", "Lio Castellan", "rifle, rubber · performer"),
        )
    ],
    say=["Hold your places. Four weapons to the cart."],
)
BACK = setup("9C · after cut", "back", "ALL BACK", lines=["3 of 3 locked up or in a sealed case."])
NO_CALL = setup("3 · take 1", "none", "NO CALL", lines=["No weapon is planned for it."])


def ad_line(*setups: Of, **more: Any) -> tuple[str, dict[str, Any]]:
    """The AD's line with these set-ups, the first one large."""
    subject = f"{setups[0].slate} · Joss Okafor" if setups else "Long Acre · Joss Okafor"
    return "screens/line.html", {"line": Of(subject=subject, setups=setups, stops=[], **more)}


KINDS = [("empty", "Empty"), ("dummy", "Dummy"), ("blank", "Blank"), ("unsure", "Not sure")]
SEEN_FIELDS = [(kind, word, f"seen.{kind}") for kind, word in KINDS]
OUT_FIELDS = [
    ("empty", "Nothing", "out.empty"),
    ("dummy", "Dummy", "out.dummy"),
    ("blank", "Blank, whole", "out.blank"),
    ("fired", "Blank, fired", "fired"),
    ("misfired", "Struck, did not go off", "misfired"),
    ("unsure", "Not sure", "out.unsure"),
]


def box_row(name: str, kind: str, state: str, *said: str, **more: Any) -> Of:
    """One box of rounds."""
    word, spine, supplier, told, where = said
    whole = {"lot": f"l-{name}", "kind": kind, "state": state, "place": "Cabinet 3", **more}
    return Of(name=name, word=word, spine=spine, supplier=supplier, said=told, where=where, **whole)


BOX_ROWS = [
    box_row(
        "Blanks, half",
        "blank",
        "quarantined",
        "set aside",
        "quarantined",
        "Blank Works, Albuquerque · B-051",
        "Set aside: two people found different things in its box of rounds",
        "In store 50",
    ),
    box_row(
        "Blanks, quarter, silent",
        "blank",
        "still",
        "one of two",
        "unknown",
        "Blank Works, Albuquerque · B-044",
        "Ines Varga went through it. A second person is still to.",
        "You are still to go through it. Where they are is told afterwards.",
    ),
    box_row(
        "Dummies",
        "dummy",
        "still",
        "arrived",
        "unknown",
        "Long Acre Props · D-119",
        "Arrived. Nobody has gone through it.",
        "In store 12",
    ),
    box_row(
        "Dummies",
        "dummy",
        "ready",
        "two of two",
        "locked",
        "Long Acre Props · D-118",
        "Gone through by Ines Varga and Tom Adeyemi, marked",
        "In store 40 · sealed 2 · loaded 6",
        lot="l-1",
    ),
]
BOXES = Of(title="Long Acre", told="1 of 4 boxes gone through by two", rows=BOX_ROWS)
NO_BOXES = Of(title="Long Acre", told="No box of rounds has arrived.", rows=[])
BINS = ("In store", "Sealed", "Loaded", "Worn", "Fired", "Misfired", "Returned", "Not recovered")
BOX = Of(
    lot="l-1",
    subject="Rounds · Dummies · D-118",
    row=BOX_ROWS[3],
    sealed="",
    where=[Of(label=each, text="40") for each in BINS],
    axes=[
        Of(label="On the box", text="Dummies"),
        Of(label="Supplier", text="Long Acre Props"),
        Of(label="Lies in", text="Cabinet 3"),
    ],
    acts=[
        act("CountLot", "I counted it", needs=("numbers",)),
        act("RejectLot", "Something is wrong with it"),
    ],
)
SEALED_BOX = Of(
    **{
        **vars(BOX),
        "row": BOX_ROWS[1],
        "sealed": "You are still to go through it. Where they are is told afterwards.",
        "where": [],
        "acts": [act("SignLot", "I went through it", needs=("numbers",)), *BOX.acts],
    }
)
SIGNING = Of(
    lot="l-1",
    subject="Dummies · D-118",
    question="What did you find?",
    lead="Tom Adeyemi, look at the rounds, not at this phone.",
    numbers=[
        Of(name="proved", word="Rattled or drilled: it is a dummy"),
        Of(name="doubtful", word="Not so, or I am not sure"),
        Of(name="sealed", word="Put aside, sealed"),
    ],
    marked=True,
    act=act("SignLot", "I went through it"),
)
COUNTING = Of(
    **{
        **vars(SIGNING),
        "question": "What did you count?",
        "marked": False,
        "act": act("CountLot", "I counted it"),
    }
)
LOAD = Of(
    weapon="w07",
    tag="07",
    subject="Load 07",
    capacity=6,
    chambers=range(1, 7),
    planned=0,
    boxes=[
        Of(lot="l-1", text="Dummies · Long Acre Props · Cabinet 3", kind="dummy", rounds=0),
        Of(lot="l-2", text="Blanks, quarter · Blank Works · Cabinet 3", kind="blank", rounds=3),
    ],
    act=act("Load", "I load it", needs=("rounds", "tag")),
)
LOAD_ONE = Of(**{**vars(LOAD), "boxes": LOAD.boxes[1:], "planned": 3})
UNLOAD = Of(
    **{
        **vars(LOOK),
        "question": "What came out?",
        "act": act("Unload", "I took everything out", needs=("out", "tag")),
        "others": [],
    }
)
NO_BOX = Of(
    **{
        **vars(NOT_YET),
        "weapon": "",
        "tag": "",
        "lot": "l-1",
        "what": "Answer for every round of the box.",
        "acts": [],
    }
)
WEAPONS = [Of(id=each.weapon, tag=each.tag, kind=each.kind) for each in ROWS]
STATES = [
    ("hot", "hot", "red, all of the row, solid"),
    ("unknown", "unknown", "black, hatch at 45°. Never a hue"),
    ("out", "out", "amber, broken bar"),
    ("shown", "shown", "blue, double line, with a name"),
    ("locked", "locked up", "ink, one thin line, the calmest"),
    ("quarantined", "quarantined", "crossed square"),
]
ANSWERS = [
    ("no", "NO", "solid, black"),
    ("not-yet", "NOT YET", "dashed, outline"),
    ("still", "STILL TO LOOK", "dashed, thin"),
    ("stop", "STOP", "octagon, red"),
]
WIDE_SCOPES = [
    Of(act="LiveFound", word="Live found", text="every unit"),
    Of(act="UnplannedShot", word="Unplanned shot", text="every unit"),
]

FRAMES: Mapping[str, tuple[str, dict[str, Any]]] = {
    "board": ("screens/board.html", {"board": BOARD}),
    "board-stopped": (
        "screens/board.html",
        {"board": Of(**{**vars(BOARD), "stops": STOPS, "rows": QUARANTINED + ROWS})},
    ),
    "weapon": ("screens/weapon.html", {"weapon": WEAPON}),
    "weapon-hot": ("screens/weapon.html", {"weapon": HOT}),
    "weapon-unknown": ("screens/weapon.html", {"weapon": UNKNOWN}),
    "show-list": ("screens/show_list.html", {"list": SHOW_LIST}),
    "look": ("screens/look.html", {"look": LOOK, "kinds": SEEN_FIELDS}),
    "unload": ("screens/look.html", {"look": UNLOAD, "kinds": OUT_FIELDS}),
    "load": ("screens/load.html", {"load": LOAD, "go": "/"}),
    "load-one-box": ("screens/load.html", {"load": LOAD_ONE, "go": "/"}),
    "rounds": ("screens/rounds.html", {"boxes": BOXES}),
    "rounds-none": ("screens/rounds.html", {"boxes": NO_BOXES}),
    "box": ("screens/box.html", {"box": BOX}),
    "box-sealed": ("screens/box.html", {"box": SEALED_BOX}),
    "box-signing": ("screens/box_act.html", {"form": SIGNING}),
    "box-counting": ("screens/box_act.html", {"form": COUNTING}),
    "refusal-of-a-box": ("screens/refusal.html", {"no": NO_BOX}),
    "handover": ("screens/handover.html", {"hand": HANDOVER}),
    "give": ("screens/handover.html", {"hand": GIVE}),
    "refusal-no": ("screens/refusal.html", {"no": NO}),
    "refusal-not-yet": ("screens/refusal.html", {"no": NOT_YET}),
    "refusal-wrong-weapon": ("screens/refusal.html", {"no": WRONG}),
    "log": (
        "screens/log.html",
        {
            "log": Of(
                title="Day 14 · 214 entries",
                subject="Long Acre · Main unit",
                counts=[
                    Of(state="no", figure=3, word="refused"),
                    Of(state="not-yet", figure=6, word="not yet"),
                    Of(state="alarm", figure=1, word="alarms"),
                    Of(state="late", figure=2, word="written late"),
                ],
                rows=LOG,
                foot="Newest first. Nothing here is ever changed.",
                older=200,
                is_newest=False,
            )
        },
    ),
    "line-ready": ad_line(READY, LOOKS_DUE, BACK),
    "line-not-yet": ad_line(LOOKS_DUE, READY),
    "line-two-left": ad_line(Of(**{**vars(READY), "acts": [call("07"), call("11"), CUT]})),
    "line-hot": ad_line(HOT_TAKE),
    "line-wait": ad_line(STILL_OUT, NO_CALL),
    "line-back": ad_line(BACK),
    "line-empty": ad_line(),
    **{f"wall-{state}": ("screens/wall.html", {"wall": wall}) for state, wall in WALLS.items()},
}
LOST: Mapping[str, tuple[str, dict[str, Any]]] = {
    "lost-board": ("lost/board.html", {"weapons": WEAPONS}),
    "lost-weapon": (
        "lost/weapon.html",
        {"lost": Of(tag="07", kind="Revolver, six chambers · Blank", capacity=6)},
    ),
    "lost-rounds": ("lost/rounds.html", {"lots": [Of(id="l-1", text="Dummies · D-118")]}),
    "lost-line": ("lost/line.html", {}),
    "lost-wall": ("lost/wall.html", {}),
}
PAGES: Mapping[str, tuple[str, dict[str, Any]]] = {
    "stop": (
        "pages/stop.html",
        {
            "unit": Of(id="main", text="this unit: all 30 weapons"),
            "setups": [Of(id="12a", text="12A")],
            "wide": WIDE_SCOPES,
            "weapons": [],
        },
    ),
    "stopped": (
        "pages/stopped.html",
        {"word": "STOP", "stops": STOPS},
    ),
    "unattended": ("pages/unattended.html", {"weapons": WEAPONS}),
    "enrol": ("pages/enrol.html", {}),
    "restart": ("pages/restart.html", {"stop": STOPS[0], "act": STOPS[0].restart}),
    "scan": ("pages/scan.html", {"tag": "77"}),
    "key": (
        "pages/key.html",
        {"states": STATES, "answers": ANSWERS, "kinds": [*KINDS, ("live", "Live")]},
    ),
}


GALLERY = """{% extends "base.html" %}{% block screen %}{% if is_lost %}{% include template %}
{% else %}<div class="screen live{% if is_wall %} frame{% endif %}">{% include template %}</div>
{% endif %}{% endblock %}"""


def render(name: str, mode: str = "sun") -> str:
    """Draw one example as a whole page."""
    from django.template import engines
    from django.template.loader import render_to_string
    from django.test import RequestFactory

    request = RequestFactory().get("/")
    request.COOKIES["mode"] = mode
    shared: dict[str, Any] = {"show": SHOW, "person": INES, "clock": "10:52"}
    if name in PAGES:
        template, more = PAGES[name]
        return render_to_string(template, {**shared, **more}, request)
    template, more = {**FRAMES, **LOST}[name]
    shared |= {"template": template, "is_wall": name.startswith("wall"), "is_lost": name in LOST}
    return engines["django"].from_string(GALLERY).render({**shared, **more}, request)


NAMES = (*FRAMES, *LOST, *PAGES)
