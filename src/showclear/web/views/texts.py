"""Where does what a person writes in words go?

Not into the record, which cannot forget: there stands the salted hash. The words lie beside it
and can be erased.
"""

import secrets
from hashlib import sha256

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from showclear.store import people
from showclear.web.seen import open_show

TEXT_MAX = 2000
SALT_SIZE = 16


@require_POST
def keep_text(request: HttpRequest, show: str) -> JsonResponse:
    """Keep a text and return the hash under which an ask may name it."""
    seen = open_show(request, show)
    text = request.POST.get("text", "").strip()
    if seen.person is None:
        return JsonResponse({"said": "Sign in first. Nothing was kept."}, status=403)
    if not 0 < len(text) <= TEXT_MAX:
        said = f"Write 1 to {TEXT_MAX} characters. Nothing was kept."
        return JsonResponse({"said": said}, status=400)
    salt = secrets.token_bytes(SALT_SIZE)
    digest = sha256(salt + text.encode()).hexdigest()
    people.add_texts(seen.show.id, [people.PersonText(people.DRAFT + digest, None, salt, text)])
    return JsonResponse({"hash": digest})
