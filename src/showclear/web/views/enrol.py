"""How does a person's browser get its key?"""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from showclear.devices import enrolment
from showclear.web.seen import Seen, open_show, turn_away


@login_required
@require_http_methods(["GET", "POST"])
def enrol(request: HttpRequest, show: str) -> HttpResponse:
    """Show the page; begin with a challenge; end with a proof."""
    seen = open_show(request, show)
    turn_away(request, seen)
    if request.method == "GET":
        return render(request, "pages/enrol.html", {"show": seen.show, "person": seen.person})
    if request.POST.get("step") == "begin":
        return _begin(request, seen)
    return _prove(request, seen)


def _begin(request: HttpRequest, seen: Seen) -> JsonResponse:
    made = enrolment.begin(
        request.session, show=seen.show.id, person=seen.person_id, now=seen.door.clock.now()
    )
    return JsonResponse({"key": made.key, "challenge": made.challenge})


def _prove(request: HttpRequest, seen: Seen) -> JsonResponse:
    try:
        enrolment.prove(
            request.session,
            seen.door,
            person=seen.person_id,
            pub=request.POST.get("pub", ""),
            proof=request.POST.get("proof", ""),
        )
    except enrolment.EnrolmentRefused as refused:
        return JsonResponse({"said": str(refused)}, status=400)
    return JsonResponse({"go": reverse("board", args=[seen.show.id])})
