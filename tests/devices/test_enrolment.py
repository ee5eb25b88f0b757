"""Does only a key that is there, strong and asked for in time come into the record?"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from tests.databases import Database

from showclear.actions.door import Door
from showclear.actions.found import found_show, key_add
from showclear.devices import enrolment
from showclear.devices.enrolment import EnrolmentRefused
from showclear.ledger import keys
from showclear.ledger.canonical import encode

MORNING = 1_772_446_000_000
ALL_ZERO, ONE = "00" * 32, "01" + "00" * 31


@dataclass
class SetClock:
    """A clock that a test sets."""

    at: int = MORNING
    boot: str = "boot"

    def now(self) -> int:
        """Return the time that was set."""
        return self.at

    def mono(self) -> int:
        """Return the same; no test here sets it back."""
        return self.at


@dataclass
class Enrolling:
    """A browser that asks for a key."""

    door: Door
    clock: SetClock
    session: dict[str, Any] = field(default_factory=dict)

    def begin(self, person: str = "p-1") -> str:
        """Ask for a challenge."""
        now = self.clock.now()
        begun = enrolment.begin(self.session, show="demo", person=person, now=now)
        return begun.challenge

    def prove(self, challenge: str, *, person: str = "p-1", pub: str = "", proof: str = "") -> str:
        """Prove that a fresh key is there, or what a test puts in its place; give its id."""
        private = keys.new_private()
        message = keys.possession_message(bytes.fromhex(challenge))
        enrolment.prove(
            self.session,
            self.door,
            person=person,
            pub=pub or keys.public_bytes(private).hex(),
            proof=proof or private.sign(message).hex(),
        )
        (added,) = (key for key in self.door.current().keyring.live("device"))
        return added.id


@pytest.fixture
def browser(sqlite_database: Database, tmp_path: Path) -> Iterator[Enrolling]:
    """Begin a show and a browser without a key."""
    clock = SetClock()
    show = found_show(
        "demo",
        title="Long Acre",
        zone="UTC",
        origin="ledger.example/shows/demo",
        keys_dir=settings.KEYS,
        clock=clock,
    ).show
    yield Enrolling(Door(show, clock), clock)


def test_a_key_that_signed_its_challenge_comes_into_the_record(browser: Enrolling) -> None:
    added = browser.prove(browser.begin())
    key = browser.door.current().keyring.find(added)
    assert key is not None
    assert key.person == "p-1"


def test_a_challenge_is_good_at_ten_minutes_and_no_longer(browser: Enrolling) -> None:
    challenge = browser.begin()
    browser.clock.at += enrolment.CHALLENGE_AGE_MAX + 1
    with pytest.raises(EnrolmentRefused, match="older than ten minutes"):
        browser.prove(challenge)
    challenge = browser.begin()
    browser.clock.at += enrolment.CHALLENGE_AGE_MAX
    assert browser.prove(challenge)


def test_a_challenge_is_good_once(browser: Enrolling) -> None:
    challenge = browser.begin()
    with pytest.raises(EnrolmentRefused, match="not from this key"):
        browser.prove(challenge, proof="00" * 64)
    with pytest.raises(EnrolmentRefused, match="used up"):
        browser.prove(challenge)


def test_a_challenge_of_one_person_adds_no_key_for_another(browser: Enrolling) -> None:
    with pytest.raises(EnrolmentRefused, match="used up"):
        browser.prove(browser.begin("p-1"), person="p-2")


@pytest.mark.parametrize("weak", [ALL_ZERO, ONE, "ec" + "ff" * 30 + "7f", "ed" + "ff" * 30 + "7f"])
def test_a_key_for_which_anybody_can_sign_is_refused(browser: Enrolling, weak: str) -> None:
    with pytest.raises(EnrolmentRefused, match="weak"):
        browser.prove(browser.begin(), pub=weak, proof=weak + "00" * 32)


@pytest.mark.parametrize("pub", ["zz", "00", "00" * 33, "AB" * 32])
def test_a_key_that_cannot_be_read_is_refused(browser: Enrolling, pub: str) -> None:
    with pytest.raises(EnrolmentRefused, match="no key that can be read"):
        browser.prove(browser.begin(), pub=pub)


def test_a_proof_without_a_challenge_is_refused(browser: Enrolling) -> None:
    size = browser.door.current().size
    with pytest.raises(EnrolmentRefused, match="used up"):
        browser.prove("00" * 32)
    assert browser.door.current().size == size


@pytest.mark.parametrize("is_ended", [False, True])
def test_one_key_is_one_persons_also_when_it_has_ended(browser: Enrolling, is_ended: bool) -> None:
    private = keys.new_private()
    pub = keys.public_bytes(private).hex()
    challenge = browser.begin()
    added = browser.prove(challenge, pub=pub, proof=proof_of(private, challenge))
    if is_ended:
        ended = {"v": 1, "show": browser.door.show.origin, "id": str(uuid.uuid4()), "by": added}
        ended |= {"kind": "key.end", "at": "2026-03-02T10:42:00Z", "key": {"id": added}}
        assert browser.door.submit(keys.sign(private, encode(ended), added)).outcome == "done"
    challenge = browser.begin("p-2")
    with pytest.raises(EnrolmentRefused, match="in the record already"):
        browser.prove(challenge, person="p-2", pub=pub, proof=proof_of(private, challenge))


def test_the_door_takes_no_key_a_second_time_either(browser: Enrolling) -> None:
    name = browser.prove(browser.begin())
    added = browser.door.current().keyring.find(name)
    assert added is not None
    show = browser.door.show
    fields = key_add(
        show, by=show.enroller.id, at=datetime.now(UTC), key_id="d-again", public=added.pub
    )
    fields |= {"use": "device", "held": "device", "person": "p-2"}
    answer = browser.door.submit(show.enroller.sign(encode(fields)))
    assert answer.outcome == "rejected"
    assert browser.door.current().keyring.find("d-again") is None


def proof_of(private: Any, challenge: str) -> str:
    signed: bytes = private.sign(keys.possession_message(bytes.fromhex(challenge)))
    return signed.hex()
