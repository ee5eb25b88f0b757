"""Which addresses has the server of the bench? Our own, and one that saves a row."""

import json

from django.http import HttpRequest, JsonResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt

from bench.served.models import Custody


@csrf_exempt
def save(request: HttpRequest) -> JsonResponse:
    """Save the holder of a weapon, as a plain application would."""
    sent = json.loads(request.body)
    row, _ = Custody._default_manager.get_or_create(weapon=sent["weapon"])
    row.holder = sent["holder"]
    row.save()
    return JsonResponse({"outcome": "done"})


urlpatterns = [path("bench/row", save), path("", include("showclear.web.urls"))]
