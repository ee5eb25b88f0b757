"""How does a studio make the role that its server signs in with?

python -m django restrict_role NAME          makes the role, as the owner of the tables
python -m django restrict_role NAME --print  prints the statements, for a database administrator
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction

from showclear.store.roles import restricted_role_sql


class Command(BaseCommand):
    """Make a PostgreSQL role that can add to the ledger and cannot rewrite it."""

    help = "Make a PostgreSQL role that can add to the ledger and cannot rewrite it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Describe what the command takes."""
        parser.add_argument("role", help="its name: small letters, digits and _")
        parser.add_argument(
            "--print", action="store_true", dest="only_print", help="print the statements only"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print the statements, or run them."""
        try:
            statements = restricted_role_sql(options["role"])
        except ValueError as wrong:
            raise CommandError(str(wrong)) from wrong
        if options["only_print"]:
            self.stdout.write("".join(f"{statement};\n" for statement in statements))
            return
        if connection.vendor != "postgresql":
            raise CommandError("Only PostgreSQL has roles; the file of a cart box has an owner.")
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
