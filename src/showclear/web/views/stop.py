"""How does anybody stop work?

One tap from everywhere, without sign-in, without a token: what only takes permission away is
never refused (law 8). A forged request can at most stop work, and that is always allowed.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from showclear.kernel.codec import Unreadable
from showclear.web import drawn
from showclear.web.seen import Seen, open_show

ID_OF = {
    "Stop": "unit",
    "Hold": "setup",
    "ReportUnattended": "weapon",
    "LiveFound": "place",
    "UnplannedShot": "weapon",
}
"""Which thing each act names, if it names one."""

WORDS = {
    "Stop": _("STOP"),
    "Hold": _("HOLD"),
    "ReportUnattended": _("UNKNOWN"),
    "LiveFound": _("LIVE FOUND"),
    "UnplannedShot": _("UNPLANNED SHOT"),
}
ACT_MAX = 128


@csrf_exempt
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, show: str) -> HttpResponse:
    """Show the page; a POST stops at once and says so."""
    seen = open_show(request, show)
    if request.method == "POST":
        return redirect("stopped", show, _relay(seen, request.POST.get("act", "")[:ACT_MAX]))
    return render(request, "pages/stop.html", {"show": seen.show, **drawn.stop_page(seen)})


def _relay(seen: Seen, tapped: str) -> str:
    """Record the act and return its kind. A tap that cannot be read is the widest stop."""
    act, _colon, thing = tapped.partition(":")
    try:
        seen.door.relay(act, {ID_OF[act]: thing} if act in ID_OF and thing else {})
    except Unreadable:
        act = "Stop"
        seen.door.relay(act, {})
    return act


@require_safe
def stopped(request: HttpRequest, show: str, act: str) -> HttpResponse:
    """Say that it stands in the record, and what is stopped now."""
    seen = open_show(request, show)
    context = {"show": seen.show, "word": WORDS.get(act, act), "stops": drawn.stops(seen)}
    return render(request, "pages/stopped.html", context)


@require_safe
def unattended(request: HttpRequest, show: str) -> HttpResponse:
    """Ask which weapon lies there."""
    seen = open_show(request, show)
    weapons = drawn.tags(seen)
    return render(request, "pages/unattended.html", {"show": seen.show, "weapons": weapons})
