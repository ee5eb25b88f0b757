"""Does `showclear drill` keep its contract: what it prints, and how it ends?"""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from showclear.cli.main import main

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "cases").glob("*.yaml"))
DAGGER = str(ROOT / "cases" / "novelty-1896.yaml")
GUIDE = ROOT / "docs" / "how-to" / "write-a-case.md"


def drilled(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> Any:
    """Run a drill for its JSON."""
    assert main(["drill", *words, "--json"]) == code
    return json.loads(capsys.readouterr().out)


def faulty(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Run a drill that cannot be played; return the one sentence."""
    assert main(["drill", *words]) == 2
    done = capsys.readouterr()
    assert done.out == ""
    assert done.err.count("\n") == 1
    return done.err


@pytest.fixture
def made_up(tmp_path: Path) -> Path:
    """Write the case of the guide into a file."""
    [text] = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    path = tmp_path / "made-up.yaml"
    path.write_text(text, "utf-8")
    return path


def test_a_case_is_told_as_promised(capsys: pytest.CaptureFixture[str]) -> None:
    [found] = drilled(capsys, DAGGER)
    assert (found["id"], found["reach"], found["declared"]) == ("novelty-1896", "conditional", 2)
    assert found["harm"] is True
    assert set(found["alarms"]) <= set(found["barriers"])
    assert found["people"] >= 1
    assert [each["n"] for each in found["steps"]] == [1, 2, 3]
    for step in found["steps"]:
        assert set(step) == {"n", "role", "act", "outcome", "rules", "message"}
        assert bool(step["rules"]) is (step["outcome"] in ("refused", "alarm"))
        assert bool(step["message"]) is bool(step["rules"])


def test_every_barrier_stands_at_a_step_no_later_than_the_harm(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for found in drilled(capsys, *map(str, CASES)):
        until = [each for each in found["steps"] if each["n"] <= found["harm_step"]]
        seen = {code for each in until for code in each["rules"]}
        assert set(found["barriers"]) <= seen


def test_one_rule_alone_is_a_barrier_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    [whole] = drilled(capsys, DAGGER)
    for code in whole["barriers"]:
        [alone] = drilled(capsys, DAGGER, "--only", code)
        assert alone["barriers"] == [code]
        assert {rule for each in alone["steps"] for rule in each["rules"]} == {code}


def test_a_layer_holds_its_rules_only(capsys: pytest.CaptureFixture[str]) -> None:
    [whole] = drilled(capsys, DAGGER)
    by_layer = [drilled(capsys, DAGGER, "--only", f"L{n}")[0]["barriers"] for n in range(1, 9)]
    assert sorted(code for codes in by_layer for code in codes) == sorted(whole["barriers"])


def test_a_case_that_claims_too_much_ends_with_one(
    capsys: pytest.CaptureFixture[str], made_up: Path
) -> None:
    assert drilled(capsys, str(made_up))[0]["harm"] is True
    made_up.write_text(made_up.read_text("utf-8").replace("declared: 1", "declared: 90"))
    drilled(capsys, str(made_up), code=1)


def test_people_can_read_one_story_and_a_table_of_many(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["drill", DAGGER]) == 0
    story = capsys.readouterr().out
    assert "REFUSED by" in story
    assert "Harm: step 3." in story
    assert main(["drill", DAGGER, str(CASES[0])]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert lines[1].startswith("novelty-1896")


HEAD = "id: x\ntitle: x\nyear: 1\nreach: weak\ndeclared: 0\nharm_step: 1\n"
WRONG = {
    "is neither a layer": ([DAGGER, "--only", "L9"], None),
    "No such file": (["no-such.yaml"], None),
    "no YAML at line 2": (["{file}"], "id: x\n: : :\n- ["),
    "a case is expected, not a list": (["{file}"], "[1, 2]"),
    "a case is expected, not nothing": (["{file}"], ""),
    "it holds itself": (["{file}"], f"{HEAD}setting: {{people: {{}}}}\nsteps: &a [*a]"),
}


@pytest.mark.parametrize("says", WRONG)
def test_a_bad_file_is_told_in_one_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, says: str
) -> None:
    words, text = WRONG[says]
    path = tmp_path / "case.yaml"
    if text is not None:
        path.write_text(text, "utf-8")
    said = faulty(capsys, *(each.format(file=path) for each in words))
    assert says in said
    if text is not None:
        assert str(path) in said


def test_a_file_of_no_text_is_told_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    assert "no text in UTF-8" in faulty(capsys, str(path))


def test_a_good_file_beside_a_bad_one_prints_nothing(
    capsys: pytest.CaptureFixture[str], made_up: Path
) -> None:
    case = yaml.safe_load(made_up.read_text("utf-8"))
    case["steps"][1]["does"].insert(0, {"hand": {"weapon": "gun"}})
    made_up.write_text(yaml.safe_dump(case), "utf-8")
    said = faulty(capsys, DAGGER, str(made_up))
    assert "step 2, act 1: there is no act called 'hand'" in said
