"""What is kept about people outside the record?

Texts with the salts under which entries hold their hashes, PINs, and who an account is. All of it
can be erased; the entries stay whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from showclear.store.sql import all_of, change, insert, one

TEXT_COLUMNS = "id, person, salt, text"


@dataclass(frozen=True, slots=True)
class PersonText:
    """One text, whom it is about (or None), and its salt."""

    id: str
    person: str | None
    salt: bytes
    text: str


@dataclass(frozen=True, slots=True)
class PinRow:
    """The salted hash of a PIN, and the wrong tries since the last right one."""

    salt: bytes
    digest: bytes
    tries: int


def add_texts(show: str, texts: Sequence[PersonText]) -> None:
    """Keep texts beside the entries that hold their hashes."""
    found = [(show, row.id, row.person, row.salt, row.text) for row in texts]
    insert("person_text", ("show", "id", "person", "salt", "text"), found)


DRAFT = "draft-"
"""The id of a text begins so, before the hash, until an entry has named it."""


def settle_texts(show: str, hashes: Sequence[str]) -> None:
    """Say of these texts, by the hashes that an entry names, that they belong to the record."""
    for digest in hashes:
        change(
            "update person_text set id = %s where show = %s and id = %s",
            [digest, show, DRAFT + digest],
        )


def drop_texts(show: str, ids: Sequence[str]) -> None:
    """Forget texts that no entry came to name."""
    for text in ids:
        change("delete from person_text where show = %s and id = %s", [show, text])


def find_text(show: str, text_id: str) -> PersonText | None:
    """Find one text, or None when it was erased or never kept here."""
    row = one(
        f"select {TEXT_COLUMNS} from person_text where show = %s and id = %s", [show, text_id]
    )
    return None if row is None else _text(row)


def texts_of_show(show: str) -> list[PersonText]:
    """List every text of the show that was not erased."""
    rows = all_of(f"select {TEXT_COLUMNS} from person_text where show = %s order by id", [show])
    return [_text(row) for row in rows]


def texts_of_person(show: str, person: str) -> list[PersonText]:
    """List the texts about one person."""
    rows = all_of(
        f"select {TEXT_COLUMNS} from person_text where show = %s and person = %s order by id",
        [show, person],
    )
    return [_text(row) for row in rows]


def erase_person(show: str, person: str) -> list[str]:
    """Delete texts, salts, PIN and account of a person; give the ids of the erased texts."""
    with transaction.atomic():
        erased = [row.id for row in texts_of_person(show, person)]
        for table in ("person_text", "pin", "account_person"):
            change(f"delete from {table} where show = %s and person = %s", [show, person])
    return erased


def save_pin(show: str, person: str, *, salt: bytes, digest: bytes) -> None:
    """Set or replace a person's PIN; the count of wrong tries starts again."""
    change(
        "insert into pin (show, person, salt, digest, tries) values (%s, %s, %s, %s, 0)"
        " on conflict (show, person) do update"
        " set salt = excluded.salt, digest = excluded.digest, tries = 0",
        [show, person, salt, digest],
    )


def find_pin(show: str, person: str) -> PinRow | None:
    """Find a person's PIN, or None."""
    row = one("select salt, digest, tries from pin where show = %s and person = %s", [show, person])
    return None if row is None else PinRow(bytes(row[0]), bytes(row[1]), row[2])


def count_pin_try(show: str, person: str, *, limit: int) -> bool:
    """Count one try before it is checked; False when the limit is reached already.

    Counting first means that tries sent at the same moment cannot share one place.
    """
    return (
        change(
            "update pin set tries = tries + 1 where show = %s and person = %s and tries < %s",
            [show, person, limit],
        )
        == 1
    )


def clear_pin_tries(show: str, person: str) -> None:
    """Start the count again after a right PIN."""
    change("update pin set tries = 0 where show = %s and person = %s", [show, person])


def link_account(show: str, account: int, person: str) -> None:
    """Record that this account is this person in this show."""
    change(
        "insert into account_person (show, account, person) values (%s, %s, %s)"
        " on conflict (show, account) do update set person = excluded.person",
        [show, account, person],
    )


def find_person_of_account(show: str, account: int) -> str | None:
    """Find which person an account is in this show, or None."""
    row = one("select person from account_person where show = %s and account = %s", [show, account])
    return None if row is None else str(row[0])


def list_accounts(show: str) -> list[tuple[int, str]]:
    """List (account, person) of the show."""
    rows = all_of(
        "select account, person from account_person where show = %s order by account", [show]
    )
    return [(row[0], row[1]) for row in rows]


def find_account(username: str) -> int | None:
    """Find the account with this name, or None."""
    row = one("select id from auth_user where username = %s", [username])
    return None if row is None else int(row[0])


def make_account(username: str, password: str) -> int:
    """Make an account that can sign in, or set the password of the one that exists."""
    from django.contrib.auth.models import User

    user, _made = User.objects.get_or_create(username=username)
    user.set_password(password)
    user.save()
    return int(user.pk)


def _text(row: Any) -> PersonText:
    return PersonText(row[0], row[1], bytes(row[2]), row[3])
