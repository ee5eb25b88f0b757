"""What does the database refuse, whoever asks?

A row of `entry` and of `checkpoint` is never changed and never deleted. An entry goes only to the
next index of its show; a checkpoint only beyond the last size that was promised. On SQLite the
rule on INSERT also stops INSERT OR REPLACE, which deletes without asking a trigger unless
`recursive_triggers` is on.
"""

from typing import Any

SQLITE_MAKE = (
    "create trigger entry_u before update on entry begin select raise(abort, 'append-only'); end",
    "create trigger entry_d before delete on entry begin select raise(abort, 'append-only'); end",
    (
        "create trigger entry_i before insert on entry"
        " when new.n <> (select coalesce(max(n) + 1, 0) from entry where show = new.show)"
        " begin select raise(abort, 'next index only'); end"
    ),
    (
        "create trigger checkpoint_u before update on checkpoint"
        " begin select raise(abort, 'append-only'); end"
    ),
    (
        "create trigger checkpoint_d before delete on checkpoint"
        " begin select raise(abort, 'append-only'); end"
    ),
    (
        "create trigger checkpoint_i before insert on checkpoint"
        " when new.size <= (select coalesce(max(size), -1) from checkpoint where show = new.show)"
        " begin select raise(abort, 'larger size only'); end"
    ),
)

SQLITE_DROP = tuple(
    f"drop trigger if exists {table}_{act}" for table in ("entry", "checkpoint") for act in "udi"
)

POSTGRESQL_MAKE = (
    (
        "create function showclear_refuse() returns trigger language plpgsql as $$"
        " begin raise exception 'append-only'; end $$"
    ),
    # The inner query sees the rows that the same statement has put in before this one.
    (
        "create function showclear_next_entry() returns trigger language plpgsql as $$"
        " begin if new.n <> (select coalesce(max(n) + 1, 0) from entry where show = new.show)"
        " then raise exception 'next index only'; end if; return new; end $$"
    ),
    (
        "create function showclear_next_checkpoint() returns trigger language plpgsql as $$"
        " begin if new.size <="
        " (select coalesce(max(size), -1) from checkpoint where show = new.show)"
        " then raise exception 'larger size only'; end if; return new; end $$"
    ),
    *(
        statement
        for table in ("entry", "checkpoint")
        for statement in (
            (
                f"create trigger {table}_ud before update or delete on {table}"
                " for each row execute function showclear_refuse()"
            ),
            (
                f"create trigger {table}_t before truncate on {table}"
                " for each statement execute function showclear_refuse()"
            ),
            (
                f"create trigger {table}_i before insert on {table}"
                f" for each row execute function showclear_next_{table}()"
            ),
            # ALWAYS: also where a session plays a replica, which skips ordinary triggers.
            *(
                f"alter table {table} enable always trigger {table}_{act}"
                for act in ("ud", "t", "i")
            ),
        )
    ),
)

POSTGRESQL_DROP = (
    *(
        f"drop trigger if exists {table}_{act} on {table}"
        for table in ("entry", "checkpoint")
        for act in ("ud", "t", "i")
    ),
    "drop function if exists showclear_refuse()",
    "drop function if exists showclear_next_entry()",
    "drop function if exists showclear_next_checkpoint()",
)


def make_triggers(_apps: Any, editor: Any) -> None:
    """Put the triggers on the tables, in the words of the database at hand."""
    _run(editor, SQLITE_MAKE, POSTGRESQL_MAKE)


def drop_triggers(_apps: Any, editor: Any) -> None:
    """Take the triggers off again; for the way back of a migration only."""
    _run(editor, SQLITE_DROP, POSTGRESQL_DROP)


def _run(editor: Any, sqlite: tuple[str, ...], postgresql: tuple[str, ...]) -> None:
    vendor = editor.connection.vendor
    assert vendor in {"sqlite", "postgresql"}, f"Showclear has no triggers for {vendor}"
    for statement in sqlite if vendor == "sqlite" else postgresql:
        editor.execute(statement, params=None)
