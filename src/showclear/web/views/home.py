"""Where does somebody begin?"""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from showclear.store import shows
from showclear.web import drawn
from showclear.web.seen import open_show, turn_away

NIGHT_AGE = 400 * 24 * 3600
"""Seconds for which a browser remembers how bright its screen is."""


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Go to the only show, or list them."""
    listed = shows.list_shows()
    if len(listed) == 1:
        return redirect("board", listed[0].id)
    return render(request, "pages/home.html", {"shows": listed})


def scan(request: HttpRequest, show: str) -> HttpResponse:
    """Find a weapon by the tag that a scanner or a person typed."""
    seen = open_show(request, show)
    away = turn_away(request, seen)
    if away is not None:
        return away
    tag = request.POST.get("tag", "").strip()
    weapon = drawn.find_tag(seen, tag) if tag else None
    if weapon is not None:
        return _go(request, seen.show.id, weapon)
    template = "parts/found.html" if request.headers.get("HX-Request") else "pages/scan.html"
    return render(request, template, {"show": seen.show, "person": seen.person, "tag": tag})


def _go(request: HttpRequest, show: str, weapon: str) -> HttpResponse:
    there = redirect("weapon", show, weapon)
    if not request.headers.get("HX-Request"):
        return there
    return HttpResponse(headers={"HX-Redirect": there.url})


@require_safe
def key(request: HttpRequest, show: str) -> HttpResponse:
    """Show every shape and what it means; printed, it goes into the lid of the cart."""
    return render(request, "pages/key.html", {"show": open_show(request, show).show, **drawn.key()})


@require_POST
def mode(request: HttpRequest) -> HttpResponse:
    """Switch this browser between sun and night; nothing else ever switches it."""
    is_night = request.COOKIES.get("mode") == "night"
    back = request.POST.get("back", "/")
    allowed = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    answer = HttpResponseRedirect(back if allowed else "/")
    answer.set_cookie("mode", "sun" if is_night else "night", max_age=NIGHT_AGE, samesite="Lax")
    return answer
