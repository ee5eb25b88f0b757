"""Can this body be read at all?

Bodies are bounded before they are parsed, and a name that stands twice in one object is refused:
two readers could take two different values from it.
"""

import json
from typing import Any, TypeVar

from django.http import HttpRequest
from ninja import Schema
from pydantic import ValidationError

BODY_MAX = 64 * 1024
"""Bytes of one ask; an entry is at most 65,535."""

Form = TypeVar("Form", bound=Schema)


class BodyRefused(Exception):
    """The body is no ask; nothing was recorded."""

    def __init__(self, status: int, said: str) -> None:
        super().__init__(said)
        self.status = status
        self.said = said


def read_body(request: HttpRequest, form: type[Form], *, size_max: int = BODY_MAX) -> Form:
    """Read a bounded JSON body into its form, or raise BodyRefused with one sentence."""
    # One byte more than allowed tells a body that is too long, whatever its header says.
    body = request.read(size_max + 1)
    if len(body) > size_max:
        raise BodyRefused(413, f"The body is larger than {size_max} bytes. Nothing was recorded.")
    try:
        plain = json.loads(body, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise BodyRefused(400, "The body is not JSON. Nothing was recorded.") from None
    try:
        return form.model_validate(plain)
    except ValidationError as wrong:
        first = wrong.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "body"
        raise BodyRefused(400, f"{place}: {first['msg']}. Nothing was recorded.") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = dict(pairs)
    if len(names) != len(pairs):
        raise ValueError("a name stands twice")
    return names
