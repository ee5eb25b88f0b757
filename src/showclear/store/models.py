"""Which tables are there, and what does each row mean?

The tables of a show lead their primary key with it, so that PostgreSQL can shard by show. Rows are
read and written by the functions beside this file, as plain values; no model leaves the package.
"""

from django.db import models


class Entry(models.Model):
    """One signed entry of a show's ledger, word for word. Append-only by triggers."""

    pk = models.CompositePrimaryKey("show", "n")
    show = models.TextField()
    n = models.BigIntegerField()
    body = models.BinaryField()
    leaf = models.BinaryField()

    class Meta:
        db_table = "entry"


class Ledger(models.Model):
    """How long a show's ledger is, and the right edge of its tree. The row that writers lock."""

    show = models.TextField(primary_key=True)
    size = models.BigIntegerField()
    edge = models.BinaryField()

    class Meta:
        db_table = "ledger"


class Tile(models.Model):
    """256 hashes of one level of the tree."""

    pk = models.CompositePrimaryKey("show", "l", "n")
    show = models.TextField()
    l = models.SmallIntegerField()  # noqa: E741 - the letter that the tile's path uses
    n = models.BigIntegerField()
    h = models.BinaryField()

    class Meta:
        db_table = "tile"


class Ask(models.Model):
    """Where an ask and its answer stand, found by the ask's own id."""

    pk = models.CompositePrimaryKey("show", "ask_id")
    show = models.TextField()
    ask_id = models.TextField()
    n = models.BigIntegerField()
    answer_n = models.BigIntegerField()
    payload_sha256 = models.BinaryField()

    class Meta:
        db_table = "ask"


class Folded(models.Model):
    """The state of a show after its first `size` entries."""

    pk = models.CompositePrimaryKey("show", "size")
    show = models.TextField()
    size = models.BigIntegerField()
    body = models.BinaryField()
    sha256 = models.BinaryField()

    class Meta:
        db_table = "folded"


class Log(models.Model):
    """One answered act, as the day log lists it; an empty text where there is nothing to name."""

    pk = models.CompositePrimaryKey("show", "n")
    show = models.TextField()
    n = models.BigIntegerField()
    at_ms = models.BigIntegerField()
    kind = models.TextField()
    person = models.TextField()
    weapon = models.TextField()
    outcome = models.TextField()
    rule = models.TextField()
    late = models.BooleanField()

    class Meta:
        db_table = "log"
        indexes = [
            models.Index(fields=["show", "at_ms"], name="log_by_time"),
            models.Index(fields=["show", "weapon", "n"], name="log_by_weapon"),
        ]


class Checkpoint(models.Model):
    """What was promised about the ledger at one size. Append-only by triggers."""

    pk = models.CompositePrimaryKey("show", "size")
    show = models.TextField()
    size = models.BigIntegerField()
    note = models.TextField()
    cosignatures = models.TextField()
    tsr = models.BinaryField(null=True)

    class Meta:
        db_table = "checkpoint"


class PersonText(models.Model):
    """A text about a person, and the salt under which entries hold its hash. Can be erased."""

    pk = models.CompositePrimaryKey("show", "id")
    show = models.TextField()
    id = models.TextField()
    person = models.TextField(null=True)
    salt = models.BinaryField()
    text = models.TextField()

    class Meta:
        db_table = "person_text"
        indexes = [models.Index(fields=["show", "person"], name="person_text_by_person")]


class Show(models.Model):
    """A show: its origin, its zone and the public keys that its sheet prints."""

    show = models.TextField(primary_key=True)
    origin = models.TextField(unique=True)
    zone = models.TextField()
    title = models.TextField()
    root_pub = models.TextField()
    log_vkey = models.TextField()

    class Meta:
        db_table = "show"


class Pin(models.Model):
    """The salted hash of a person's PIN, and the wrong tries since the last right one."""

    pk = models.CompositePrimaryKey("show", "person")
    show = models.TextField()
    person = models.TextField()
    salt = models.BinaryField()
    digest = models.BinaryField()
    tries = models.IntegerField()

    class Meta:
        db_table = "pin"


class AccountPerson(models.Model):
    """Which person an account is, in one show."""

    pk = models.CompositePrimaryKey("show", "account")
    show = models.TextField()
    account = models.BigIntegerField()
    person = models.TextField()

    class Meta:
        db_table = "account_person"
        constraints = [
            models.UniqueConstraint(fields=["show", "person"], name="account_person_is_one_to_one")
        ]


class Export(models.Model):
    """A file that left with texts about people: `erase` names it, for it cannot call it back."""

    pk = models.CompositePrimaryKey("show", "sha256")
    show = models.TextField()
    sha256 = models.BinaryField()
    at_ms = models.BigIntegerField()
    size = models.BigIntegerField()
    name = models.TextField()

    class Meta:
        db_table = "export"


class Media(models.Model):
    """A photograph or paper kept by its hash under DATA/media."""

    pk = models.CompositePrimaryKey("show", "sha256")
    show = models.TextField()
    sha256 = models.BinaryField()
    at_ms = models.BigIntegerField()
    length = models.BigIntegerField()
    form = models.TextField()

    class Meta:
        db_table = "media"
