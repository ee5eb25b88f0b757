"""In which form do asks come in and answers go out?"""

from typing import Any, Literal

from ninja import Schema
from pydantic import ConfigDict, Field

ASK_ID_MAX = 64
PIN_MAX = 8
TEXT_MAX = 64


class AskIn(Schema):
    """One signed ask. The PIN travels beside the envelope, never inside what is signed."""

    model_config = ConfigDict(extra="forbid")

    envelope: dict[str, Any]
    pin: str | None = Field(default=None, max_length=PIN_MAX, pattern=r"^[0-9]+$")


class RelayIn(Schema):
    """An act that only takes permission away, from anybody."""

    model_config = ConfigDict(extra="forbid")

    act: str = Field(max_length=TEXT_MAX)
    unit: str | None = Field(default=None, max_length=TEXT_MAX)
    setup: str | None = Field(default=None, max_length=TEXT_MAX)
    weapon: str | None = Field(default=None, max_length=TEXT_MAX)
    place: str | None = Field(default=None, max_length=TEXT_MAX)
    lot: str | None = Field(default=None, max_length=TEXT_MAX)
    about: str | None = Field(default=None, max_length=TEXT_MAX)
    fault: str | None = Field(default=None, max_length=TEXT_MAX)
    text: str | None = Field(default=None, max_length=TEXT_MAX)


class AnswerOut(Schema):
    """What the record holds of an ask: its place and its outcome.

    What anybody saw in a weapon is not here: the answer of one look is sent to no other looker.
    """

    outcome: Literal["done", "refused", "rejected", "repeated", "nothing"]
    rule: str = Field(default="", description="The rule that refused, or that raised an alarm.")
    seq: int = Field(default=-1, description="Place of the answer in the record.")
    received_at: int = Field(default=0, description="Server time, milliseconds since 1970 UTC.")
    said: str = Field(default="", description="One sentence, when nothing was done.")
    late: bool = Field(
        default=False, description="It came too late: it is written, and grants nothing."
    )


class SaidOut(Schema):
    """One sentence that says why nothing was recorded."""

    said: str
