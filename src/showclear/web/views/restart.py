"""How does one of the two people agree that work goes on?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from showclear.web import drawn
from showclear.web.seen import open_show, turn_away


@require_safe
def restart(request: HttpRequest, show: str, stop: str) -> HttpResponse:
    """Show the stop and the one act."""
    seen = open_show(request, show)
    away = turn_away(request, seen)
    if away is not None:
        return away
    view = drawn.restart_view(seen, stop)
    if view is None:
        raise Http404("This stop is not in force.")
    shared = {"show": seen.show, "person": seen.person}
    return render(request, "pages/restart.html", {"stop": view, "act": view.restart, **shared})
