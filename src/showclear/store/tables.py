"""What is each table for: the ledger, derived from it, signed beside it, or kept outside it?

Derived tables can be dropped and rebuilt from the ledger; kept ones hold what no entry may hold.
A test holds this list against the migrations.
"""

from typing import Literal

Purpose = Literal["ledger", "derived", "signed", "kept"]

TABLES: dict[str, Purpose] = {
    "entry": "ledger",
    "ledger": "derived",
    "tile": "derived",
    "ask": "derived",
    "folded": "derived",
    "log": "derived",
    "checkpoint": "signed",
    "person_text": "kept",
    "show": "kept",
    "pin": "kept",
    "account_person": "kept",
    "export": "kept",
    "media": "kept",
    # Django's and allauth's own: accounts, sessions, passkeys.
    "account_emailaddress": "kept",
    "account_emailconfirmation": "kept",
    "auth_group": "kept",
    "auth_group_permissions": "kept",
    "auth_permission": "kept",
    "auth_user": "kept",
    "auth_user_groups": "kept",
    "auth_user_user_permissions": "kept",
    "django_content_type": "kept",
    "django_migrations": "kept",
    "django_session": "kept",
    "mfa_authenticator": "kept",
}

DERIVED = tuple(name for name, purpose in TABLES.items() if purpose == "derived")
"""The tables that a rebuild empties and fills again."""
