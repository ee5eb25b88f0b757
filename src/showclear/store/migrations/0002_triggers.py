"""Why can no program rewrite the record? The database itself refuses.

SQLite drops the triggers of a table that a later migration remakes: such a migration has to run
`make_triggers` again, and tests/store fails when it does not.
"""

from django.db import migrations

from showclear.store.triggers import drop_triggers, make_triggers


class Migration(migrations.Migration):
    dependencies = [("store", "0001_first")]

    operations = [migrations.RunPython(make_triggers, drop_triggers)]
