"""Are the pages of the rules the rules, and does somebody carry every written rule?"""

from importlib.util import find_spec
from pathlib import Path

import pytest

from showclear.actions.sources import written_rules
from showclear.kernel.decide import RULES
from showclear.reports.rulebook import PARTS, WRITTEN_BY, codes_by_source, coverage, pages

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
WRITE = f"Write them again: {WRITTEN_BY}"
LINES_MAX = 200


@pytest.mark.parametrize("path", sorted(pages()))
def test_a_committed_page_is_the_one_the_kernel_makes(path: str) -> None:
    assert (REFERENCE / path).read_text("utf-8") == pages()[path], WRITE


def test_a_page_names_the_command_that_writes_it_and_so_does_the_recipe() -> None:
    recipe = (REFERENCE.parent / "how-to" / "add-a-rule.md").read_text("utf-8")
    assert all(WRITTEN_BY in text for text in (recipe, *pages().values()))
    assert find_spec(WRITTEN_BY.split()[-1]) is not None


def test_no_page_of_a_layer_is_left_over() -> None:
    kept = {f"rules/{each.name}" for each in (REFERENCE / "rules").glob("*.md")}
    assert kept == {path for path in pages() if path.startswith("rules/")}


@pytest.mark.parametrize("path", sorted(pages()))
def test_a_page_can_be_read_in_one_sitting(path: str) -> None:
    assert pages()[path].count("\n") <= LINES_MAX


def test_every_code_has_its_own_heading() -> None:
    whole = "\n".join(pages().values())
    assert all(f"\n## {rule.code}\n" in whole for rule in RULES)


def test_every_written_rule_is_carried_or_has_a_reason() -> None:
    parts, outside = coverage()
    assert set(codes_by_source()) | set(parts) | set(outside) == set(written_rules())


def test_no_written_rule_is_decided_twice() -> None:
    parts, outside = coverage()
    assert not set(parts) & set(outside)
    assert not set(codes_by_source()) & (set(parts) | set(outside))


def test_a_line_of_the_coverage_names_a_part_of_the_product() -> None:
    assert set(coverage()[0].values()) <= set(PARTS)
