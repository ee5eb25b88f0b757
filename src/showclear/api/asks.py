"""How does an ask come in over the wire?"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Router
from ninja.types import DictStrAny

from showclear.actions.answers import Answer
from showclear.actions.door import Busy, Door
from showclear.actions.doors import door_of
from showclear.actions.pins import PinRefused
from showclear.actions.shows import NoSuchShow
from showclear.api.bodies import BodyRefused, read_body
from showclear.api.schemas import AnswerOut, AskIn, RelayIn, SaidOut
from showclear.kernel.codec import Unreadable
from showclear.ledger import canonical
from showclear.ledger.keys import Unauthentic

RELAY_MAX = 1024
"""Bytes of an unsigned stop."""

router = Router(tags=["asks"])
FAULTS = {400: SaidOut, 403: SaidOut, 404: SaidOut, 413: SaidOut, 503: SaidOut}


def body_of(form: Any) -> DictStrAny:
    """Describe a body that the operation reads itself, because it must be bounded first."""
    schema = {"application/json": {"schema": form.model_json_schema()}}
    return {"requestBody": {"required": True, "content": schema}}


def _door(show: str) -> Door:
    return door_of(show, keys_dir=settings.KEYS)


def _out(answer: Answer) -> AnswerOut:
    return AnswerOut(
        outcome=answer.outcome,
        rule=answer.rule,
        seq=answer.seq,
        received_at=answer.received_at,
        said=answer.reason,
        late=answer.is_late,
    )


@router.post(
    "/shows/{show}/asks", response={200: AnswerOut, **FAULTS}, openapi_extra=body_of(AskIn)
)
def ask(request: HttpRequest, show: str) -> AnswerOut:
    """Send one signed ask. The same bytes again give the recorded answer and change nothing."""
    sent = read_body(request, AskIn)
    try:
        entry = canonical.encode(sent.envelope)
    except canonical.Malformed as wrong:
        raise Unreadable(str(wrong)) from wrong
    return _out(_door(show).submit(entry, pin=sent.pin))


@router.get("/shows/{show}/asks/{ask_id}", response={200: AnswerOut, **FAULTS})
def recorded(request: HttpRequest, show: str, ask_id: str) -> AnswerOut:
    """Return the recorded answer to an ask."""
    answer = _door(show).answer_to(ask_id)
    if answer is None:
        raise BodyRefused(404, "The record holds no ask with this id.")
    return _out(answer)


@router.post(
    "/shows/{show}/relay", response={200: AnswerOut, **FAULTS}, openapi_extra=body_of(RelayIn)
)
def relay(request: HttpRequest, show: str) -> AnswerOut:
    """Stop, hold, or say that a weapon is unattended: anybody, without signing in."""
    sent = read_body(request, RelayIn, size_max=RELAY_MAX)
    ids = {name: value for name, value in sent if name != "act" and value is not None}
    return _out(_door(show).relay(sent.act, ids))


def tell_faults(api: NinjaAPI) -> None:
    """Answer whatever goes wrong with one sentence."""

    def told(fault: type[Exception], status: int, said: str) -> None:
        def tell(request: HttpRequest, wrong: Exception | type[Exception]) -> HttpResponse:
            body = {"said": said.format(wrong=wrong)}
            return api.create_response(request, body, status=getattr(wrong, "status", status))

        api.add_exception_handler(fault, tell)

    told(BodyRefused, 400, "{wrong}")
    told(Unreadable, 400, "This is no ask: {wrong}. Nothing was recorded.")
    told(Unauthentic, 403, "The signature does not stand: {wrong}. Nothing was done.")
    told(PinRefused, 403, "{wrong} Nothing was done.")
    told(NoSuchShow, 404, "{wrong}")
    told(Busy, 503, "{wrong}")
