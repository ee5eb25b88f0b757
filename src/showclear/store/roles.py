"""Which rights does the server need on PostgreSQL, and no more?

Triggers bind whoever does not own the tables. A studio therefore migrates as the owner and serves
as a second role, which may add entries and checkpoints and can neither change nor remove one.
"""

import re

from showclear.store.tables import TABLES, Purpose

ROLE_FORM = re.compile(r"[a-z_][a-z0-9_]{0,62}")

RIGHTS: dict[Purpose, str] = {
    "ledger": "select, insert",
    "signed": "select, insert",
    "derived": "select, insert, update, delete",
    "kept": "select, insert, update, delete",
}


def restricted_role_sql(role: str) -> list[str]:
    """Give the statements that make a role for the server; run them as the owner of the tables.

    They can be run again after a migration. The role cannot sign in until its owner says
    `alter role ROLE login password ...`.
    """
    if ROLE_FORM.fullmatch(role) is None:
        raise ValueError(f"{role!r} is no plain role name: small letters, digits and _ only")
    return [
        (
            f"do $$ begin create role {role} nologin;"
            " exception when duplicate_object then null; end $$"
        ),
        f"grant usage on schema public to {role}",
        f"revoke all on all tables in schema public from {role}",
        *(f"grant {RIGHTS[purpose]} on {table} to {role}" for table, purpose in TABLES.items()),
        f"grant usage, select on all sequences in schema public to {role}",
    ]
