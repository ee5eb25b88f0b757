"""Does the API record what is signed, refuse what is not, and say why in one sentence?"""

import base64
import json
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from tests.databases import Database

from showclear.actions.clock import SystemClock, to_iso
from showclear.actions.door import Door
from showclear.actions.doors import close_doors, door_of
from showclear.actions.found import found_show
from showclear.devices import enrolment
from showclear.ledger import canonical, keys

ORIGIN = "ledger.example/shows/demo"
URL = "/api/shows/demo/asks"


class Phone:
    """A device of the armorer, and the wire."""

    def __init__(self, door: Door) -> None:
        self.door, self.private, session = door, keys.new_private(), dict[str, Any]()
        begun = enrolment.begin(session, show="demo", person="p-1", now=door.clock.now())
        self.key = begun.key
        proof = self.private.sign(keys.possession_message(bytes.fromhex(begun.challenge)))
        pub = keys.public_bytes(self.private).hex()
        enrolment.prove(session, door, person="p-1", pub=pub, proof=proof.hex())

    def envelope(self, kind: str, **fields: Any) -> dict[str, Any]:
        """Sign an ask."""
        at = to_iso(self.door.clock.now())[:19] + "Z"
        common = {"v": 1, "show": ORIGIN, "id": str(uuid.uuid4()), "by": self.key}
        payload = canonical.encode({**common, "kind": kind, "at": at, "expects": {}, **fields})
        signed: dict[str, Any] = json.loads(keys.sign(self.private, payload, self.key))
        return signed

    def first_person(self) -> dict[str, Any]:
        """Sign the entry of the first person, the armorer himself."""
        return self.envelope("AddPerson", who="p-1", name="00", roles=["armorer"])


@pytest.fixture
def phone(sqlite_database: Database) -> Iterator[Phone]:
    """Begin a show with one phone."""
    close_doors()
    found_show(
        "demo",
        title="Long Acre",
        zone="UTC",
        origin=ORIGIN,
        keys_dir=settings.KEYS,
        clock=SystemClock(),
    )
    yield Phone(door_of("demo", keys_dir=settings.KEYS))
    close_doors()


def post(body: object, url: str = URL) -> tuple[int, dict[str, Any]]:
    """Send a body as JSON, or bytes as they are."""
    sent = body if isinstance(body, bytes) else json.dumps(body).encode()
    response = Client().post(url, sent, content_type="application/json")
    answer: dict[str, Any] = response.json()
    return response.status_code, answer


def test_a_signed_ask_is_answered(phone: Phone) -> None:
    status, answer = post({"envelope": phone.first_person()})
    assert (status, answer["outcome"]) == (200, "done")


def test_the_same_ask_again_has_the_same_answer_and_adds_nothing(phone: Phone) -> None:
    body = {"envelope": phone.first_person()}
    first, size = post(body), phone.door.current().size
    assert post(body) == first
    assert phone.door.current().size == size


def test_a_recorded_answer_can_be_read_again(phone: Phone) -> None:
    envelope = phone.first_person()
    _, answer = post({"envelope": envelope})
    ask = canonical.decode(base64.b64decode(envelope["payload"]))
    assert Client().get(f"{URL}/{ask['id']}").json() == answer


def test_an_answer_says_nothing_of_what_was_seen(phone: Phone) -> None:
    post({"envelope": phone.first_person()})
    asked = phone.envelope("Inspect", weapon="w1", seen={"empty": 6})
    status, answer = post({"envelope": asked})
    assert status == 200
    assert set(answer) == {"outcome", "rule", "seq", "received_at", "said", "late"}


def test_a_changed_ask_is_rejected(phone: Phone) -> None:
    envelope = phone.first_person()
    other = phone.first_person()
    envelope["signatures"] = other["signatures"]
    assert post({"envelope": envelope})[1]["outcome"] == "rejected"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"[" * 60_000, 400),
        (b'{"envelope": {}, "envelope": {}}', 400),
        ({"envelope": 5}, 400),
        ({"envelope": {}, "pin": "12x4"}, 400),
        ({"envelope": {}, "force": True}, 400),
        ({"envelope": {}}, 400),
        ({"envelope": {"payload": 1.5}}, 400),
        (b" " * (64 * 1024 + 1), 413),
        (b" " * 10_000_000, 413),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence_and_not_recorded(
    phone: Phone, body: object, status: int
) -> None:
    size = phone.door.current().size
    answered, answer = post(body)
    assert answered == status
    assert answer["said"].endswith("Nothing was recorded.")
    assert phone.door.current().size == size


def test_an_ask_for_a_show_that_is_not_here_is_told_so(phone: Phone) -> None:
    status, answer = post({"envelope": phone.first_person()}, "/api/shows/other/asks")
    assert status == 404
    assert answer["said"]


def test_anybody_stops_without_signing_in(phone: Phone) -> None:
    status, answer = post({"act": "Stop"}, "/api/shows/demo/relay")
    assert (status, answer["outcome"]) == (200, "done")
    assert phone.door.current().state.stops


def test_what_grants_something_is_not_relayed(phone: Phone) -> None:
    size = phone.door.current().size
    status, _ = post({"act": "ProveEmpty", "weapon": "w1"}, "/api/shows/demo/relay")
    assert status == 400
    assert phone.door.current().size == size


def test_a_relay_is_bounded(phone: Phone) -> None:
    status, _ = post(b" " * 1025, "/api/shows/demo/relay")
    assert status == 413
