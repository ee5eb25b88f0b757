"""How does a live screen come to a browser?

Its page is born without any state: the HTML holds what must stand there when nothing is known.
The state follows on the stream, whole, at the same address with `?live`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from asgiref.sync import sync_to_async
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string

from showclear.actions.folded import Folded
from showclear.web.live import Frame, apart, stream
from showclear.web.seen import Seen, open_show, turn_away

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

Context = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One kind of live screen.

    Attributes:
        title: of the browser's window.
        draw: gives template and context of the state, or None when there is nothing such.
        lost: template of what stands there when nothing is known.
        lost_context: what that template needs: names and tags, never a state.
        is_public: whether it is shown without signing in.
        drawn_anew_ms: after how long it is drawn anew though nobody did anything, for a screen
            whose words may change by time alone; None for no such time.
    """

    title: "str | StrPromise"
    draw: Callable[..., tuple[str, Context] | None]
    lost: str
    lost_context: Callable[..., Context | None]
    is_public: bool = False
    drawn_anew_ms: int | None = None


def screen_view(screen: Screen) -> Callable[..., Any]:
    """Return the view of a screen: its page, and with `?live` its stream."""

    async def view(request: HttpRequest, show: str, **args: str) -> HttpResponseBase:
        seen, away = await sync_to_async(_let_in)(request, show, screen)
        if away is not None:
            return away
        if "live" in request.GET:
            return stream(seen.door, partial(apart, partial(_frame, request, screen, args)))
        return await sync_to_async(_birth)(request, screen, seen, args=args)

    return view


def _let_in(request: HttpRequest, show: str, screen: Screen) -> tuple[Seen, HttpResponse | None]:
    seen = open_show(request, show)
    return seen, None if screen.is_public else turn_away(request, seen)


def _birth(
    request: HttpRequest, screen: Screen, seen: Seen, *, args: Mapping[str, str]
) -> HttpResponse:
    lost = screen.lost_context(seen, **args)
    if lost is None:
        raise Http404
    shared = {"show": seen.show, "person": seen.person, "screen": screen, "live_url": "?live"}
    return render(request, "live.html", {**lost, **shared, "lost_template": screen.lost})


def _frame(request: HttpRequest, screen: Screen, args: Mapping[str, str]) -> Frame | None:
    """Draw the state for whoever this is now: an account may have left the show meanwhile."""
    assert request.resolver_match is not None, "a view is called by an address"
    seen = open_show(request, request.resolver_match.kwargs["show"])
    if seen.person is None and not screen.is_public:
        return None
    folded = seen.door.current()
    drawn = screen.draw(seen, folded, **args)
    if drawn is None:
        return Frame(folded.size, render_to_string("screens/gone.html", {"show": seen.show}))
    template, context = drawn
    shared = {"show": seen.show, "person": seen.person}
    html = render_to_string(template, {**context, **shared}, request)
    now = seen.door.clock.now()
    ends = (runs_out_at(folded, now), screen.drawn_anew_ms and now + screen.drawn_anew_ms)
    return Frame(folded.size, html, min((each for each in ends if each), default=None))


def runs_out_at(folded: Folded, now: int) -> int | None:
    """Return when the next thing that was shown runs out, if any is."""
    clearances = (weapon.clearance for weapon in folded.state.weapons.values())
    ends = [each.until for each in clearances if each is not None and each.until > now]
    return min(ends, default=None)
