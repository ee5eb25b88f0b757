"""Does this server work, and how far is each record?"""

from django.conf import settings
from django.http import HttpRequest, JsonResponse

from showclear.actions.doors import door_of
from showclear.store.shows import list_shows


def healthz(_request: HttpRequest) -> JsonResponse:
    """Answer with the size and the root of every show's record."""
    found = {}
    for row in list_shows():
        folded = door_of(row.id, keys_dir=settings.KEYS).current()
        found[row.id] = {"size": folded.size, "root": folded.edge.root().hex()}
    return JsonResponse({"ok": True, "shows": found})
