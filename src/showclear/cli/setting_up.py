"""How does a command get at the data folder?

One function names the folder, loads Django and, where the command serves, brings the tables up to
date. A command that only reads never makes a folder, a file or a secret.
"""

import argparse
import os
import secrets
from pathlib import Path

from showclear.cli.wrong import Wrong

DATABASE = "showclear.sqlite3"
SQLITE_HEAD = b"SQLite format 3\0"


def add_data_option(parser: argparse.ArgumentParser) -> None:
    """Name the option that every command on a data folder has."""
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="the data folder (default: ./showclear-data)"
    )


def data_folder(given: Path | None) -> Path:
    """Return the folder that the command is about."""
    return Path(given or os.environ.get("SHOWCLEAR_DATA") or "showclear-data").absolute()


def set_up_to_read(given: Path | None) -> Path:
    """Load Django on a data folder that must be there, changing nothing in it."""
    data = data_folder(given)
    check_there(data)
    # Reading needs no sessions: a secret for this process keeps the settings from making a file.
    os.environ.setdefault("SHOWCLEAR_SECRET", secrets.token_urlsafe(64))
    _load(data)
    _check_tables(data)
    return data


def set_up_to_serve(given: Path | None) -> Path:
    """Load Django and bring the tables up to date; the folder is made if there is none."""
    data = data_folder(given)
    check_not_lost(data)
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    _load(data)
    from django.core.management import call_command
    from django.db import Error

    try:
        call_command("migrate", verbosity=0)
    except Error as wrong:
        raise Wrong(f"The database of {data} cannot be opened: {first_line(wrong)}.") from wrong
    return data


def check_there(data: Path) -> None:
    """Refuse a path that holds no database of ours."""
    if not data.is_dir():
        raise Wrong(f"{data} is no data folder.")
    if os.environ.get("SHOWCLEAR_DATABASE_URL"):
        return
    path = data / DATABASE
    if not path.is_file():
        raise Wrong(f"{data} holds no {DATABASE}: this is no data folder of Showclear.")
    _check_head(path)


def check_not_lost(data: Path) -> None:
    """Refuse a folder that has keys of a show but has lost the database they belong to."""
    if data.exists() and not data.is_dir():
        raise Wrong(f"{data} is a file, not a data folder.")
    if os.environ.get("SHOWCLEAR_DATABASE_URL"):
        return
    path = data / DATABASE
    if path.exists():
        _check_head(path)
        return
    keys = Path(os.environ.get("SHOWCLEAR_KEYS_DIR") or data / "keys")
    names = ", ".join(sorted(each.parent.name for each in keys.glob("*/server.key")))
    if names:
        raise Wrong(f"{path} is missing, but the keys of {names} are here. Put the database back.")


def _check_head(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(len(SQLITE_HEAD))
    except OSError as wrong:
        raise Wrong(f"{path} cannot be read: {wrong.strerror}.") from wrong
    if head not in (SQLITE_HEAD, b""):
        raise Wrong(f"{path} is not a database of Showclear.")


def _load(data: Path) -> None:
    os.environ["SHOWCLEAR_DATA"] = str(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "showclear.web.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as wrong:
        raise Wrong(first_line(wrong)) from wrong
    except OSError as wrong:
        raise Wrong(f"{wrong.filename} cannot be used: {wrong.strerror}.") from wrong


def _check_tables(data: Path) -> None:
    from django.db import Error

    from showclear.store.shows import list_shows

    try:
        list_shows()
    except Error as wrong:
        raise Wrong(
            f"The database of {data} is not one of Showclear: {first_line(wrong)}."
        ) from wrong


def keys_dir() -> Path:
    """Return where the keys of this folder lie."""
    from django.conf import settings

    return Path(settings.KEYS)


def first_line(wrong: Exception) -> str:
    """Return what an exception says, as one line without its full stop."""
    return str(wrong).strip().split("\n")[0].rstrip(".") or type(wrong).__name__
