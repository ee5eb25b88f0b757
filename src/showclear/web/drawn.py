"""What does each screen show? The one place where pages meet the reports.

A report says what is so; a screen says how it is drawn. While a screen has no server it may show
names and tags, never a state.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from showclear.actions.folded import Folded
from showclear.kernel.policy import Policy
from showclear.reports import adline, answers, board, boxes, daylog, looks
from showclear.reports import weapon as weapons
from showclear.reports.source import Source
from showclear.web.screens import Context, Screen
from showclear.web.seen import Seen

Drawn = tuple[str, Context]

LINE_ANEW_MS = 5_000
"""READY may end by time alone: a key, a paper or a talk grows old and nobody does anything."""

SEEN_KINDS = (
    ("empty", _("Empty")),
    ("dummy", _("Dummy")),
    ("blank", _("Blank")),
    ("unsure", _("Not sure")),
)

SEEN_FIELDS = tuple((kind, word, f"seen.{kind}") for kind, word in SEEN_KINDS)

OUT_FIELDS = (
    ("empty", _("Nothing"), "out.empty"),
    ("dummy", _("Dummy"), "out.dummy"),
    ("blank", _("Blank, whole"), "out.blank"),
    ("fired", _("Blank, fired"), "fired"),
    ("misfired", _("Struck, did not go off"), "misfired"),
    ("unsure", _("Not sure"), "out.unsure"),
)


def source_of(seen: Seen, folded: Folded | None = None) -> Source:
    """Return what the reports read: the show, its folded state, and the time."""
    door = seen.door
    policy = Policy(record_is_whole=door.is_whole)
    return Source(seen.show, folded or door.current(), door.clock.now(), policy)


def tags(seen: Seen) -> list[Any]:
    """List the weapons by tag and kind; this is no state, and shown without a server too."""
    return board.tag_list(source_of(seen))


def find_tag(seen: Seen, tag: str) -> str | None:
    """Find the weapon with this tag."""
    return next((each.id for each in tags(seen) if each.tag == tag), None)


def _draw_board(seen: Seen, folded: Folded) -> Drawn:
    view = board.board_view(source_of(seen, folded), person=seen.person_id)
    return "screens/board.html", {"board": view}


def _draw_wall(seen: Seen, folded: Folded) -> Drawn:
    return "screens/wall.html", {"wall": board.wall_view(source_of(seen, folded))}


def _draw_weapon(seen: Seen, folded: Folded, *, weapon: str) -> Drawn | None:
    view = weapons.weapon_view(source_of(seen, folded), weapon, person=seen.person_id)
    return None if view is None else ("screens/weapon.html", {"weapon": view})


def _draw_show_list(seen: Seen, folded: Folded, *, weapon: str) -> Drawn | None:
    view = looks.show_list_view(source_of(seen, folded), weapon, person=seen.person_id)
    return None if view is None else ("screens/show_list.html", {"list": view})


def _draw_act(seen: Seen, folded: Folded, *, weapon: str, page: str) -> Drawn | None:
    """Draw the page of one act, if it is among the next legal ones of this person."""
    source = source_of(seen, folded)
    go = f"/s/{seen.show.id}/w/{weapon}/"
    look = looks.look_view(source, weapon, page, person=seen.person_id)
    if look is not None:
        kinds = OUT_FIELDS if "out" in look.act.needs else SEEN_FIELDS
        return "screens/look.html", {"look": look, "kinds": kinds, "go": go}
    load = looks.load_view(source, weapon, page, person=seen.person_id)
    if load is not None:
        return "screens/load.html", {"load": load, "go": go}
    hand = looks.hand_view(source, weapon, page, person=seen.person_id)
    if hand is None:
        return None
    places = board.place_list(source)
    return "screens/handover.html", {"hand": hand, "places": places, "go": go}


def _draw_boxes(seen: Seen, folded: Folded) -> Drawn:
    view = boxes.boxes_view(source_of(seen, folded), person=seen.person_id)
    return "screens/rounds.html", {"boxes": view}


def _draw_box(seen: Seen, folded: Folded, *, lot: str) -> Drawn | None:
    view = boxes.box_view(source_of(seen, folded), lot, person=seen.person_id)
    return None if view is None else ("screens/box.html", {"box": view})


def _draw_box_act(seen: Seen, folded: Folded, *, lot: str, page: str) -> Drawn | None:
    form = boxes.box_form(source_of(seen, folded), lot, page, person=seen.person_id)
    return None if form is None else ("screens/box_act.html", {"form": form})


def _draw_answer(seen: Seen, folded: Folded, *, ask: str) -> Drawn | None:
    answer = seen.door.answer_to(ask)
    if answer is None:
        return None
    source = source_of(seen, folded)
    if answer.outcome == "refused" or answer.is_alarm:
        no = answers.refusal_view(source, answer, person=seen.person_id)
        return "screens/refusal.html", {"no": no}
    return "screens/answer.html", {"done": answers.done_view(source, answer)}


def _draw_line(seen: Seen, folded: Folded) -> Drawn:
    return "screens/line.html", {
        "line": adline.line_view(source_of(seen, folded), person=seen.person_id)
    }


def _draw_log(seen: Seen, folded: Folded, *, before: int | None = None) -> Drawn:
    return "screens/log.html", {"log": daylog.log_view(source_of(seen, folded), before=before)}


def _lost_board(seen: Seen) -> Context:
    return {"weapons": tags(seen)}


def _lost_weapon(seen: Seen, *, weapon: str, page: str = "") -> Context | None:
    found = next((each for each in tags(seen) if each.id == weapon), None)
    return None if found is None else {"lost": found}


def _lost_boxes(seen: Seen, *, lot: str = "", page: str = "") -> Context | None:
    listed = [each for each in boxes.box_list(source_of(seen)) if lot in ("", each.id)]
    return None if lot and not listed else {"lots": listed}


def _lost_line(seen: Seen, **_args: object) -> Context:
    return {}


BOARD = Screen(title=_("Board"), draw=_draw_board, lost="lost/board.html", lost_context=_lost_board)
WALL = Screen(
    title=_("Crew's board"),
    draw=_draw_wall,
    lost="lost/wall.html",
    lost_context=_lost_line,
    is_public=True,
)
WEAPON = Screen(
    title=_("Weapon"), draw=_draw_weapon, lost="lost/weapon.html", lost_context=_lost_weapon
)
ACT = Screen(title=_("Act"), draw=_draw_act, lost="lost/weapon.html", lost_context=_lost_weapon)
SHOW_LIST = Screen(
    title=_("Show list"),
    draw=_draw_show_list,
    lost="lost/weapon.html",
    lost_context=_lost_weapon,
)
ROUNDS = Screen(
    title=_("Rounds"), draw=_draw_boxes, lost="lost/rounds.html", lost_context=_lost_boxes
)
BOX = Screen(
    title=_("Box of rounds"), draw=_draw_box, lost="lost/rounds.html", lost_context=_lost_boxes
)
BOX_ACT = Screen(
    title=_("Act"), draw=_draw_box_act, lost="lost/rounds.html", lost_context=_lost_boxes
)
ANSWER = Screen(
    title=_("Answer"), draw=_draw_answer, lost="lost/line.html", lost_context=_lost_line
)
LINE = Screen(
    title=_("The AD's line"),
    draw=_draw_line,
    lost="lost/line.html",
    lost_context=_lost_line,
    drawn_anew_ms=LINE_ANEW_MS,
)
LOG = Screen(title=_("Day log"), draw=_draw_log, lost="lost/line.html", lost_context=_lost_line)


def stop_page(seen: Seen) -> Context:
    """Return what the stop page names: units and set-ups, the widest last."""
    view = board.stop_view(source_of(seen))
    return {"unit": view.unit, "setups": view.setups, "wide": view.wide, "weapons": tags(seen)}


def stops(seen: Seen) -> list[Any]:
    """List the stops in force, in words."""
    source = source_of(seen)
    return [board.stop_line(source, each, seen.person_id) for each in source.state.stops]


def restart_view(seen: Seen, stop: str) -> Any:
    """Return a stop in force and the act that agrees to lift it, or None."""
    return board.restart_view(source_of(seen), stop, person=seen.person_id)


def key() -> Context:
    """Return every state, answer and chamber with its word."""
    return {"states": STATES, "answers": ANSWERS, "kinds": (*SEEN_KINDS, ("live", _("Live")))}


STATES = (
    ("hot", _("hot"), _("red, all of the row, solid")),
    ("unknown", _("unknown"), _("black, hatch at 45°. Never a hue")),
    ("out", _("out"), _("amber, broken bar")),
    ("shown", _("shown"), _("blue, double line, with a name")),
    ("locked", _("locked up"), _("ink, one thin line, the calmest")),
    ("quarantined", _("quarantined"), _("two crossing lines")),
)
ANSWERS = (
    ("no", _("NO"), _("solid, black")),
    ("not-yet", _("NOT YET"), _("dashed, outline")),
    ("still", _("STILL TO LOOK"), _("dashed, thin")),
    ("stop", _("STOP"), _("octagon, red")),
)
