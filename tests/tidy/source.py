"""What does the source look like? Files and syntax trees for the tidy tests."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src"
PACKAGE = SRC / "showclear"
PURE = ("kernel", "ledger", "evidence", "drills")
VENDORED = "static/vendor/"

Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> list[Path]:
    """List the modules of the product; what Django writes is not ours to shape."""
    return sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)


def package_of(path: Path) -> str:
    """Name the folder under src/showclear that holds this module; empty for its own files."""
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


def is_pure(path: Path) -> bool:
    """Say whether the module belongs to a pure package."""
    return package_of(path) in PURE


@cache
def tree_of(path: Path) -> ast.Module:
    """Parse a module."""
    return ast.parse(path.read_text("utf-8"), str(path))


def functions_of(path: Path) -> list[Function]:
    """List every function and method of a module, inner ones too."""
    return [node for node in ast.walk(tree_of(path)) if isinstance(node, Function)]


def imports_of(path: Path) -> Iterator[str]:
    """Give each name that a module imports, in full: `from a import b` gives `a.b`."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{place(path, node)} imports by dots"
            yield from (f"{node.module}.{each.name}" for each in node.names)


def place(path: Path, node: ast.AST | None = None) -> str:
    """Name a file, or a line of it, as an editor finds it."""
    line = f":{node.lineno}" if isinstance(node, ast.stmt | ast.expr) else ""
    return f"{path.relative_to(ROOT)}{line}"


def begins(name: str, *heads: str) -> bool:
    """Say whether a dotted name is one of these or lies below one of them."""
    return any(name == head or name.startswith(f"{head}.") for head in heads)


@cache
def tracked_texts() -> dict[str, str]:
    """Give every file in the repository that is text and ours, by its path."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    found = {}
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if VENDORED in name or not path.is_file():
            continue
        data = path.read_bytes()
        if b"\0" not in data:
            found[name] = data.decode("utf-8")
    return found
