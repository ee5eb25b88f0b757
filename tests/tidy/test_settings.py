"""Does the page about settings say what the settings read, and is a wrong one refused?"""

import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from tests.tidy import source

from showclear.web import settings


class Asked(Mapping[str, str]):
    """An environment that remembers what it was asked for."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.names.add(name)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def test_every_variable_that_is_read_is_described_and_no_other() -> None:
    asked = Asked()
    settings.read_environment(asked)
    page = (source.ROOT / "docs/reference/settings.md").read_text("utf-8")
    assert set(re.findall(r"^## (\w+)$", page, re.MULTILINE)) == asked.names


def test_the_secret_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    here = settings.read_environment({"SHOWCLEAR_DATA": str(tmp_path)})
    secret = settings.find_secret(here)
    assert settings.find_secret(here) == secret
    assert len(secret) >= settings.SECRET_LENGTH_MIN
    assert stat.S_IMODE((tmp_path / "keys" / "django-secret").stat().st_mode) == 0o600


def test_a_secret_that_others_can_read_is_refused(tmp_path: Path) -> None:
    here = settings.read_environment({"SHOWCLEAR_DATA": str(tmp_path)})
    settings.find_secret(here)
    (tmp_path / "keys" / "django-secret").chmod(0o644)
    with pytest.raises(ImproperlyConfigured, match="Others can read"):
        settings.find_secret(here)


def test_a_short_secret_is_refused(tmp_path: Path) -> None:
    here = settings.read_environment({"SHOWCLEAR_DATA": str(tmp_path), "SHOWCLEAR_SECRET": "short"})
    with pytest.raises(ImproperlyConfigured, match="SHOWCLEAR_SECRET"):
        settings.find_secret(here)


def test_a_switch_that_is_neither_on_nor_off_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="SHOWCLEAR_HTTPS"):
        settings.read_environment({"SHOWCLEAR_HTTPS": "yes"})


def test_a_database_that_is_not_postgresql_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="SHOWCLEAR_DATABASE_URL"):
        settings.postgresql("mysql://db/shows")


def test_a_database_url_is_read_with_its_socket_and_escapes() -> None:
    read = settings.postgresql("postgresql://ana:p%40ss@/shows?host=/run/pg")
    assert [read[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == [
        "shows",
        "ana",
        "p@ss",
        "/run/pg",
        "",
    ]
