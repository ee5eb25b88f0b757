"""Does each package import only what its place allows?"""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.tidy import source

KERNEL_MAY_IMPORT = (
    "dataclasses",
    "enum",
    "typing",
    "collections.abc",
    "functools",
    "itertools",
    "types",
    "hashlib",
    "json",
    "operator",
    "re",
    "showclear.kernel",
)
SIGNING = {"ledger", "devices", "cli"}
ORM = (
    "django.db.models",
    "django.db.transaction",
    "showclear.store.models",
)
ROWS = {"objects", "_default_manager", "cursor"}


def run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=environment.pop("cwd", source.ROOT),
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
    )


def test_the_kernel_imports_only_a_listed_part_of_the_standard_library() -> None:
    found = [
        f"{source.place(path)} imports {name}"
        for path in source.modules()
        if source.package_of(path) == "kernel"
        for name in source.imports_of(path)
        if not source.begins(name, *KERNEL_MAY_IMPORT)
    ]
    assert not found


def test_cryptography_is_imported_only_where_keys_live() -> None:
    found = [
        f"{source.place(path)} imports {name}"
        for path in source.modules()
        if source.package_of(path) not in SIGNING
        for name in source.imports_of(path)
        if source.begins(name, "cryptography")
    ]
    assert not found


def test_the_orm_lives_in_the_store_alone() -> None:
    found = [
        f"{source.place(path)} imports {name}"
        for path in source.modules()
        if source.package_of(path) != "store"
        for name in source.imports_of(path)
        if source.begins(name, *ORM)
    ]
    assert not found


def test_nobody_but_the_store_reaches_for_rows_or_speaks_sql() -> None:
    found = [
        source.place(path, node)
        for path in source.modules()
        if source.package_of(path) != "store"
        for node in ast.walk(source.tree_of(path))
        if isinstance(node, ast.Attribute)
        and node.attr in {"objects", "_default_manager", "cursor"}
    ]
    assert not found


def test_only_the_kernel_refuses() -> None:
    found = [
        source.place(path, node)
        for path in source.modules()
        if source.package_of(path) != "kernel"
        for node in ast.walk(source.tree_of(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "Refused"
    ]
    assert not found


@pytest.mark.parametrize("package", ["kernel", "ledger"])
def test_a_pure_package_loads_without_django(package: str) -> None:
    names = [
        ".".join(path.relative_to(source.SRC).with_suffix("").parts)
        for path in source.modules()
        if source.package_of(path) == package and path.name != "__init__.py"
    ]
    code = f"import sys, {', '.join(names)}\nprint({{'django', 'sqlite3'}} & set(sys.modules))"
    done = run(sys.executable, "-I", "-c", code)
    assert (done.stdout, done.stderr) == ("set()\n", "")


def test_python_without_assertions_is_refused() -> None:
    done = run(sys.executable, "-O", "-c", "import showclear")
    assert done.returncode == 1
    assert "run Python without -O" in done.stderr


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a copy of the source in which a bad import may be planted."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(source.SRC, folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(source.ROOT / "pyproject.toml", folder)
    return folder


def lint(copy: Path) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).with_name("lint-imports")
    return run(command, "--no-cache", cwd=str(copy), PYTHONPATH=str(copy / "src"))


PLANTED = [
    ("kernel/planted.py", "import showclear.store.rows", "Arrows point down"),
    ("web/planted.py", "import showclear.api", "Arrows point down"),
    ("store/planted.py", "import showclear.actions", "Arrows point down"),
    ("misc/__init__.py", "", "Arrows point down"),
    ("ledger/planted.py", "import django.db", "Pure packages are plain Python"),
    ("evidence/planted.py", "import sqlite3", "Pure packages are plain Python"),
    ("drills/planted.py", "import showclear.ledger", "Drills know the kernel only"),
    ("evidence/planted.py", "import showclear.kernel", "Evidence knows the ledger only"),
    ("web/planted.py", "import showclear.ledger.append", "Only actions append to the ledger"),
]


@pytest.mark.parametrize(("name", "line", "contract"), PLANTED)
def test_a_planted_import_breaks_its_contract(
    copy: Path, name: str, line: str, contract: str
) -> None:
    path = copy / "src" / "showclear" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'"""What is planted here?"""\n\n{line}\n')
    try:
        done = lint(copy)
    finally:
        path.unlink()
        if path.name == "__init__.py":
            shutil.rmtree(path.parent)
    said = done.stdout + done.stderr
    assert done.returncode != 0
    # A folder with no place in the arrows is not a broken line but a refused configuration.
    assert f"{contract} BROKEN" in said or "misc" in said, said


def test_the_contracts_hold_where_nothing_is_planted(copy: Path) -> None:
    done = lint(copy)
    assert done.returncode == 0, done.stdout + done.stderr


BANNED = [
    ("from datetime import datetime\n\nprint(datetime.now())\n", "never reads a clock"),
    ("import time\n\nprint(time.time())\n", "never reads a clock"),
    ("import random\n\nprint(random.random())\n", "deterministic"),
    ("import uuid\n\nprint(uuid.uuid4())\n", "given identifiers"),
    ("import os\n\nprint(os.environ)\n", "has no settings"),
    ("import logging\n\nprint(logging)\n", "callers log it"),
    ("from django.db import models\n\nprint(models)\n", "ORM lives in showclear.store"),
]


@pytest.mark.parametrize("package", source.PURE)
def test_ruff_says_why_a_name_is_banned_in_pure_code(package: str) -> None:
    for code, reason in BANNED:
        done = subprocess.run(
            [
                Path(sys.executable).with_name("ruff"),
                "check",
                "--no-cache",
                "--select=TID251",
                f"--stdin-filename=src/showclear/{package}/planted.py",
                "-",
            ],
            cwd=source.ROOT,
            input=code,
            capture_output=True,
            text=True,
        )
        assert reason in done.stdout, code
