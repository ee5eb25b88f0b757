"""Which show is this request about, and who asks?"""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import Error
from django.http import Http404, HttpRequest, HttpResponse

from showclear.actions.door import Door
from showclear.actions.doors import door_of
from showclear.actions.shows import NoSuchShow, Show
from showclear.devices.who import Person, find_person
from showclear.store.shows import ShowRow, list_shows


@dataclass(frozen=True, slots=True)
class Seen:
    """A show, its door, and the person of the show before this browser, if he signed in."""

    show: Show
    door: Door
    person: Person | None

    @property
    def person_id(self) -> str:
        """Return the id of the person; empty for somebody who is not signed in."""
        return "" if self.person is None else self.person.id


def open_show(request: HttpRequest, show: str) -> Seen:
    """Return the show and who asks; 404 when there is no such show."""
    try:
        door = door_of(show, keys_dir=settings.KEYS)
    except NoSuchShow as wrong:
        raise Http404(str(wrong)) from wrong
    account = request.user.pk if request.user.is_authenticated else None
    return Seen(door.show, door, find_person(door, account))


def shows_to_stop(request: HttpRequest | None) -> tuple[ShowRow, ...]:
    """Return the show in the address, or in the one it leads to; every show where it has none."""
    try:
        shows = tuple(list_shows())
    except Error:
        # The page itself still tells what it can; nothing can be stopped without the record.
        return ()
    asked = () if request is None else (request.path_info, request.GET.get("next", ""))
    named = {path.split("/")[2] for path in asked if path.startswith("/s/")}
    return tuple(each for each in shows if each.id in named) or shows


def turn_away(request: HttpRequest, seen: Seen) -> HttpResponse | None:
    """Send to the sign-in page whoever is nobody yet; None lets the person in."""
    if seen.person is not None:
        return None
    if request.user.is_authenticated:
        raise PermissionDenied("You are not on the list of this show. Ask the armorer.")
    return redirect_to_login(request.get_full_path())
