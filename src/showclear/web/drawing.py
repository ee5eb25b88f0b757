"""How is what a person saw drawn?

The chambers are seen from the rear, number 1 on top, clockwise, numbers outside the rim. The
drawing says what was said: it stands in until there is a photograph, and stays beside it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

CENTRE = 100.0
RIM = 83.0
FLUTE = 7.5  # half the width of the notch between two chambers
CHAMBERS_MAX = 10  # more do not fit into a circle that can be read at arm's length
KINDS = ("empty", "dummy", "blank", "unsure", "unanswered", "live")


@dataclass(frozen=True, slots=True)
class Chamber:
    """One chamber: what was said of it, and where it and its number stand."""

    said: str
    x: str
    y: str
    label_x: str
    label_y: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A cylinder, or a single chamber, ready for the template."""

    rim: str
    axis: bool
    size: str
    chambers: tuple[Chamber, ...]
    words: str


def draw_chambers(said: Sequence[str]) -> Drawing | None:
    """Place the chambers on the circle; None when there are none or too many to draw."""
    if not 0 < len(said) <= CHAMBERS_MAX:
        return None
    if len(said) == 1:
        return _draw_one(said[0])
    circle, radius = _fit(len(said))
    return Drawing(
        rim=_rim(len(said)),
        axis=True,
        size=_n(2 * radius),
        chambers=tuple(
            Chamber(
                kind,
                x=_n(CENTRE + circle * sin(angle) - radius),
                y=_n(CENTRE - circle * cos(angle) - radius),
                label_x=_n(CENTRE + (RIM + 10) * sin(angle)),
                label_y=_n(CENTRE - (RIM + 10) * cos(angle) + 4.5),
            )
            for kind, angle in zip(said, _angles(len(said)), strict=True)
        ),
        words=_words(said),
    )


def _draw_one(kind: str) -> Drawing:
    whole = f"M{_n(CENTRE - 60)} {_n(CENTRE)}a60 60 0 1 0 120 0a60 60 0 1 0-120 0"
    one = Chamber(kind, x=_n(62), y=_n(62), label_x=_n(CENTRE), label_y=_n(28))
    return Drawing(whole, axis=False, size=_n(76), chambers=(one,), words=_words((kind,)))


def _fit(count: int) -> tuple[float, float]:
    """Choose the circle of the centres and the radius so that no two chambers touch."""
    circle = 49.0 if count <= 6 else 55.0
    return circle, min(21.5, circle * sin(pi / count) * 0.88)


def _angles(count: int) -> list[float]:
    return [2 * pi * index / count for index in range(count)]


def _rim(count: int) -> str:
    """Draw the rim with a flute between each two chambers."""
    half = FLUTE / RIM
    parts = []
    for index, angle in enumerate(_angles(count)):
        flute = angle + pi / count
        start, end = flute - half, flute + half
        verb = f"A{_n(RIM)} {_n(RIM)} 0 0 1 " if index else "M"
        parts.append(f"{verb}{_at(start)}A{_n(FLUTE)} {_n(FLUTE)} 0 0 0 {_at(end)}")
    first = pi / count - half
    return "".join(parts) + f"A{_n(RIM)} {_n(RIM)} 0 0 1 {_at(first)}"


def _at(angle: float) -> str:
    return f"{_n(CENTRE + RIM * sin(angle))} {_n(CENTRE - RIM * cos(angle))}"


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _words(said: Sequence[str]) -> str:
    counts = Counter(said)
    return ", ".join(f"{counts[kind]} {kind}" for kind in KINDS if counts[kind])
