"""A process that appends: `python append_many.py SHOW NAME COUNT`, on the database at hand."""

import sys

import django


def main() -> None:
    django.setup()
    from showclear.store import rows

    show, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    for turn in range(count):
        with rows.locked(show) as row:
            # What was read under the lock must still be the end when the row is written.
            body = f"{name} {turn} after {row.edge.decode()}".encode()
            rows.add_entries(show, row.size, [body], [bytes(32)])
            rows.save_ledger(show, row.size + 1, f"{name} {turn}".encode())


if __name__ == "__main__":
    main()
