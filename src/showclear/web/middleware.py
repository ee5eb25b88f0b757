"""What may a page load, and who may keep a copy of it?

Everything comes from this box: no inline script, no eval, no other host. No copy of a page is
kept anywhere, since a page from a cache would show a state that is no longer so.
"""

from collections.abc import Awaitable, Callable
from inspect import iscoroutinefunction
from typing import Any, cast

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.decorators import sync_and_async_middleware

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


@sync_and_async_middleware
def safe_headers(get_response: Callable[[HttpRequest], Any]) -> Callable[[HttpRequest], Any]:
    """Put the headers on every answer; a view that sets one of them itself keeps its own."""
    if iscoroutinefunction(get_response):

        async def answer_async(request: HttpRequest) -> HttpResponseBase:
            answer = cast("Awaitable[HttpResponseBase]", get_response(request))
            return _protect(await answer)

        return answer_async

    def answer_sync(request: HttpRequest) -> HttpResponseBase:
        return _protect(get_response(request))

    return answer_sync


def _protect(response: HttpResponseBase) -> HttpResponseBase:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
