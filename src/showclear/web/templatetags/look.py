"""What do the templates need beyond Django's own tags?"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from showclear.web.drawing import draw_chambers
from showclear.web.seen import shows_to_stop

register = template.Library()

BOLD = re.compile(r"\*([^*]+)\*")


@register.filter
def said(sentence: str) -> SafeString:
    """Show a sentence of the catalogue; what stands between two asterisks is bold."""
    # Escaped before the marks are read: a name can hold no tag of its own.
    return mark_safe(BOLD.sub(r"<strong>\1</strong>", escape(sentence)))  # noqa: S308


@register.filter
def ask(act: Any) -> str:
    """Write an act as asks.js reads it: kind, the fields the record knows, versions."""
    fields: Mapping[str, Any] = act.fields
    wanted = {"kind": act.kind, **fields, "expects": dict(act.expects)}
    if getattr(act, "person", ""):
        wanted |= {"person": act.person, "via": "pin"}
    return json.dumps(wanted, sort_keys=True, separators=(",", ":"))


@register.filter
def half(acts: Sequence[Any], index: int) -> str:
    """Let two acts share a line; a last one alone has the whole line."""
    is_alone = index == len(acts) - 1 and index % 2 == 1
    return "" if is_alone else "half"


@register.inclusion_tag("parts/way_to_stop.html", takes_context=True)
def way_to_stop(context: Mapping[str, Any]) -> dict[str, Any]:
    """Offer STOP where no show is open: of the show in the address, else of every show."""
    shows = shows_to_stop(context.get("request"))
    return {"shows": shows, "is_one": len(shows) == 1}


@register.inclusion_tag("parts/cylinder.html")
def cylinder(chambers: Sequence[str]) -> dict[str, Any]:
    """Draw the chambers from the rear."""
    return {"drawing": draw_chambers(tuple(chambers))}


@register.inclusion_tag("parts/cylinder.html")
def unanswered(capacity: int) -> dict[str, Any]:
    """Draw chambers nobody has answered for."""
    return {"drawing": draw_chambers(("unanswered",) * capacity)}


@register.inclusion_tag("parts/cylinder.html")
def unsure(capacity: int) -> dict[str, Any]:
    """Draw chambers of which nothing is known."""
    return {"drawing": draw_chambers(("unsure",) * capacity)}
