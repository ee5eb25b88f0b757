"""Do the files hold what they must, and nothing that belongs to one machine?"""

import re
import socket

import pytest
from pytest_socket import SocketBlockedError
from tests.tidy import source

CODE = (".py", ".toml", ".sh", "Makefile")
COLUMNS_MAX = 100

# Put together here, so that this file does not hold what it looks for.
REGISTRIES = [
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "npmjs" + ".org",
    "npmjs" + ".com",
    "debian" + ".org",
    "index" + "-url =",
]
MACHINE = re.compile(r"(?<![\w.:/<-])/(?:home|root|work|Users|opt)/\w")
LATER = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b(?! ?\(#\d+\))")
RECEIVER = re.compile(r"\breceivers?\b", re.IGNORECASE)


def lines_of(*endings: str) -> list[tuple[str, str]]:
    return [
        (f"{name}:{number}", line)
        for name, text in source.tracked_texts().items()
        if name.endswith(endings)
        for number, line in enumerate(text.splitlines(), 1)
    ]


def test_no_file_names_a_package_registry() -> None:
    found = [at for at, line in lines_of("") if any(name in line for name in REGISTRIES)]
    assert not found


def test_no_file_names_a_path_of_one_machine() -> None:
    assert not [at for at, line in lines_of("") if MACHINE.search(line)]


def test_nothing_is_put_off_without_an_issue() -> None:
    assert not [at for at, line in lines_of("") if LATER.search(line)]


def test_no_line_of_code_is_longer_than_100_columns() -> None:
    found = [at for at, line in lines_of(*CODE) if len(line) > COLUMNS_MAX]
    # Sentences in the catalogue are text: one a line, so that a translator finds them.
    told = ("/migrations/", "/catalogue/")
    assert not [at for at in found if not any(part in at for part in told)]


def test_no_lock_names_an_address() -> None:
    locks = [text for name, text in source.tracked_texts().items() if "requirements/" in name]
    assert locks
    assert not [text for text in locks if "://" in text]
    assert "uv.lock" not in source.tracked_texts()


def test_every_requirement_is_held_by_a_hash() -> None:
    for name in ("requirements/base.txt", "requirements/dev.txt"):
        wanted = re.split(r"\n(?=\w)", source.tracked_texts()[name].strip())
        assert [each for each in wanted if "==" not in each or "--hash=sha256:" not in each] == []


def test_a_taker_is_never_called_a_receiver() -> None:
    # The glossary names the word to avoid it; the rules and cases tell what sources said.
    told = ("docs/reference/", "kernel/packs/", "cases/documented/", "tests/tidy/")
    found = [at for at, line in lines_of("") if RECEIVER.search(line)]
    assert not [at for at in found if not any(part in at for part in told)]


def test_the_tree_in_the_readme_is_the_one_on_disk() -> None:
    readme = source.tracked_texts().get("README.md")
    if readme is None:
        return
    blocks = re.findall(r"```\w*\n(.*?)```", readme, re.DOTALL)
    trees = [block for block in blocks if "src/showclear/" in block and "kernel/" in block]
    assert len(trees) == 1
    names = tree_names(trees[0])
    assert not [name for name in names if not (source.ROOT / name).exists()]
    packages = [path.parent.name for path in source.PACKAGE.glob("*/__init__.py")]
    assert {f"src/showclear/{name}/" for name in packages} <= set(names)


def tree_names(block: str) -> list[str]:
    """Read an indented tree; the first word of a line is a name, the rest tells about it."""
    above: list[tuple[int, str]] = []
    names = []
    for line in filter(str.strip, block.splitlines()):
        indent, name = len(line) - len(line.lstrip()), line.split()[0]
        above = [each for each in above if each[0] < indent]
        names.append("".join(part for _, part in above) + name)
        above.append((indent, name))
    return names


def test_a_test_outside_the_browser_folder_cannot_open_a_socket() -> None:
    with pytest.warns(UserWarning, match="tried to use"), pytest.raises(SocketBlockedError):
        socket.socket(socket.AF_INET)


def test_continuous_integration_runs_check_test_and_long() -> None:
    script = source.tracked_texts()[".ci/run"].splitlines()
    assert script == ["#!/usr/bin/env bash", "exec make check test long"]
