"""Is every piece small enough to be read in one go?

The numbers are STYLE's; the one list of exceptions holds each with its reason.
"""

import ast
from pathlib import Path
from statistics import median

from tests.tidy import source

from showclear.web import settings

PURE_LINES_MAX, LINES_MAX = 300, 500
FUNCTION_LINES_MAX, PURE_FUNCTION_MEDIAN_MAX = 50, 12
VIEW_LINES_MAX, TEMPLATE_LINES_MAX, SETTINGS_LINES_MAX, DOC_LINES_MAX = 25, 120, 200, 200
POSITIONAL_MAX = 3
NESTING_MAX = 3  # two is the aim in the pure packages

LONGER = {"src/showclear/ledger/verify.py": 432}  # runs alone: nothing can move out (ADR 14)
MORE_VALUES = {"src/showclear/store/rows.py add_entries"}  # the columns of the row, in order

Block = ast.If | ast.For | ast.AsyncFor | ast.While | ast.With | ast.AsyncWith | ast.Try | ast.Match


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def length(function: source.Function) -> int:
    assert function.end_lineno is not None
    return function.end_lineno - function.lineno + 1


def too_long(pattern: str, limit: int, *, under: Path) -> list[str]:
    found = sorted(path for path in under.rglob(pattern) if lines(path) > limit)
    return [f"{source.place(path)} has {lines(path)} lines" for path in found]


KERNEL_CODE_MAX = 4_700  # the goal is 4,000 (ADR 25)
FORMS = {"forms", "state", "things", "weapon", "words", "lot", "decision"}
"""Modules of the kernel that hold forms and decide nothing; so do the folders asks and events."""


def code_lines(path: Path) -> set[int]:
    """Return the lines that hold code: no blank one, no comment, no docstring, no rule's texts."""
    tree = source.tree_of(path)
    texts = {
        line
        for node in ast.walk(tree)
        if (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        or (
            isinstance(node, ast.Assign)
            and isinstance(node.value, ast.Call)
            and ast.unparse(node.value.func) == "Rule"
        )
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    written = {
        number
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if line.strip() and not line.strip().startswith("#")
    }
    return written - texts


def test_what_judges_in_the_kernel_stays_within_its_lines() -> None:
    judging = [
        path
        for path in source.modules()
        if source.package_of(path) == "kernel"
        and path.parent.name not in {"asks", "events"}
        and path.stem not in FORMS
    ]
    assert sum(len(code_lines(path)) for path in judging) <= KERNEL_CODE_MAX


def test_no_module_is_longer_than_its_limit() -> None:
    found = []
    for path in source.modules():
        limit = PURE_LINES_MAX if source.is_pure(path) else LINES_MAX
        limit = LONGER.get(source.place(path), limit)
        if lines(path) > limit:
            found.append(f"{source.place(path)} has {lines(path)} lines, {limit} allowed")
    assert not found


def test_no_function_is_longer_than_fifty_lines() -> None:
    found = [
        f"{source.place(path, node)} {node.name} has {length(node)} lines"
        for path in source.modules()
        for node in source.functions_of(path)
        if length(node) > FUNCTION_LINES_MAX
    ]
    assert not found


def test_half_of_the_pure_functions_are_a_dozen_lines_or_fewer() -> None:
    found = [
        length(node)
        for path in source.modules()
        if source.is_pure(path)
        for node in source.functions_of(path)
    ]
    assert not found or median(found) <= PURE_FUNCTION_MEDIAN_MAX


def positional(function: source.Function) -> list[str]:
    names = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
    return [name for name in names if name not in {"self", "cls"}]


def test_a_function_takes_three_values_by_position_at_most() -> None:
    found = [
        f"{source.place(path, node)} {node.name} takes {', '.join(positional(node))}"
        for path in source.modules()
        for node in source.functions_of(path)
        if len(positional(node)) > POSITIONAL_MAX
        and f"{source.place(path)} {node.name}" not in MORE_VALUES
    ]
    assert not found


def test_no_pure_function_takes_a_flag() -> None:
    found = [
        f"{source.place(path, node)} {node.name} takes the flag {each.arg}"
        for path in source.modules()
        if source.is_pure(path)
        for node in source.functions_of(path)
        for each in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
        if isinstance(each.annotation, ast.Name) and each.annotation.id == "bool"
    ]
    assert not found


def depth(node: ast.AST) -> int:
    """Count how many blocks stand inside one another; an elif stands beside its if."""
    deepest = 0
    for child in ast.iter_child_nodes(node):
        if isinstance(child, source.Function | ast.ClassDef):
            continue
        is_elif = isinstance(node, ast.If) and [child] == node.orelse and isinstance(child, ast.If)
        own = 1 if isinstance(child, Block) and not is_elif else 0
        deepest = max(deepest, own + depth(child))
    return deepest


def test_no_function_nests_deeper_than_its_limit() -> None:
    found = [
        f"{source.place(path, node)} {node.name} nests {depth(node)} deep"
        for path in source.modules()
        for node in source.functions_of(path)
        if depth(node) > NESTING_MAX
    ]
    assert not found


def test_a_view_parses_calls_and_renders_in_25_lines() -> None:
    found = [
        f"{source.place(path, node)} {node.name} has {length(node)} lines"
        for path in source.modules()
        if source.package_of(path) == "web"
        for node in source.functions_of(path)
        if positional(node)[:1] == ["request"] and length(node) > VIEW_LINES_MAX
    ]
    assert not found


def test_no_template_is_longer_than_120_lines() -> None:
    assert not too_long("*.html", TEMPLATE_LINES_MAX, under=source.SRC)


def test_no_page_of_the_docs_is_longer_than_200_lines() -> None:
    assert not too_long("*.md", DOC_LINES_MAX, under=source.ROOT / "docs")


def test_the_settings_are_one_file_of_200_lines() -> None:
    assert lines(Path(settings.__file__)) <= SETTINGS_LINES_MAX


def test_every_module_says_which_question_it_answers() -> None:
    found = [
        source.place(path)
        for path in source.modules()
        if path.read_text("utf-8") and not ast.get_docstring(source.tree_of(path))
    ]
    assert not found
