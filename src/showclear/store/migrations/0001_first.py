"""How did the tables begin?"""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Ask",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "show",
                        "ask_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("show", models.TextField()),
                ("ask_id", models.TextField()),
                ("n", models.BigIntegerField()),
                ("answer_n", models.BigIntegerField()),
                ("payload_sha256", models.BinaryField()),
            ],
            options={
                "db_table": "ask",
            },
        ),
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "show",
                        "size",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("show", models.TextField()),
                ("size", models.BigIntegerField()),
                ("note", models.TextField()),
                ("cosignatures", models.TextField()),
                ("tsr", models.BinaryField(null=True)),
            ],
            options={
                "db_table": "checkpoint",
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "show", "n", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("show", models.TextField()),
                ("n", models.BigIntegerField()),
                ("body", models.BinaryField()),
                ("leaf", models.BinaryField()),
            ],
            options={
                "db_table": "entry",
            },
        ),
        migrations.CreateModel(
            name="Export",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "show",
                        "sha256",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("show", models.TextField()),
                ("sha256", models.BinaryField()),
                ("at_ms", models.BigIntegerField()),
                ("size", models.BigIntegerField()),
                ("name", models.TextField()),
            ],
            options={
                "db_table": "export",
            },
        ),
        migrations.CreateModel(
            name="Folded",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "show",
                        "size",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("show", models.TextField()),
                ("size", models.BigIntegerField()),
                ("body", models.BinaryField()),
                ("sha256", models.BinaryField()),
            ],
            options={
                "db_table": "folded",
            },
        ),
        migrations.CreateModel(
            name="Ledger",
            fields=[
                ("show", models.TextField(primary_key=True, serialize=False)),
                ("size", models.BigIntegerField()),
                ("edge", models.BinaryField()),
            ],
            options={
                "db_table": "ledger",
            },
        ),
        migrations.CreateModel(
            name="Media",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "show",
                        "sha256",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("show", models.TextField()),
                ("sha256", models.BinaryField()),
                ("at_ms", models.BigIntegerField()),
                ("length", models.BigIntegerField()),
                ("form", models.TextField()),
            ],
            options={
                "db_table": "media",
            },
        ),
        migrations.CreateModel(
            name="Pin",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "show",
                        "person",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("show", models.TextField()),
                ("person", models.TextField()),
                ("salt", models.BinaryField()),
                ("digest", models.BinaryField()),
                ("tries", models.IntegerField()),
            ],
            options={
                "db_table": "pin",
            },
        ),
        migrations.CreateModel(
            name="Show",
            fields=[
                ("show", models.TextField(primary_key=True, serialize=False)),
                ("origin", models.TextField(unique=True)),
                ("zone", models.TextField()),
                ("title", models.TextField()),
                ("root_pub", models.TextField()),
                ("log_vkey", models.TextField()),
            ],
            options={
                "db_table": "show",
            },
        ),
        migrations.CreateModel(
            name="Tile",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "show",
                        "l",
                        "n",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("show", models.TextField()),
                ("l", models.SmallIntegerField()),
                ("n", models.BigIntegerField()),
                ("h", models.BinaryField()),
            ],
            options={
                "db_table": "tile",
            },
        ),
        migrations.CreateModel(
            name="AccountPerson",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "show",
                        "account",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("show", models.TextField()),
                ("account", models.BigIntegerField()),
                ("person", models.TextField()),
            ],
            options={
                "db_table": "account_person",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("show", "person"), name="account_person_is_one_to_one"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Log",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "show", "n", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("show", models.TextField()),
                ("n", models.BigIntegerField()),
                ("at_ms", models.BigIntegerField()),
                ("kind", models.TextField()),
                ("person", models.TextField()),
                ("weapon", models.TextField()),
                ("outcome", models.TextField()),
                ("rule", models.TextField()),
                ("late", models.BooleanField()),
            ],
            options={
                "db_table": "log",
                "indexes": [
                    models.Index(fields=["show", "at_ms"], name="log_by_time"),
                    models.Index(fields=["show", "weapon", "n"], name="log_by_weapon"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonText",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "show", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("show", models.TextField()),
                ("id", models.TextField()),
                ("person", models.TextField(null=True)),
                ("salt", models.BinaryField()),
                ("text", models.TextField()),
            ],
            options={
                "db_table": "person_text",
                "indexes": [models.Index(fields=["show", "person"], name="person_text_by_person")],
            },
        ),
    ]
