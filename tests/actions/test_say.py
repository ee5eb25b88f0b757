"""Is every rule said, in every language, with numbers that the kernel really passes?"""

import ast
import importlib
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from showclear import kernel
from showclear.actions.names import Names, name_hash
from showclear.actions.say import LANGUAGES, PARAMS, load_catalogue, sentence
from showclear.actions.sources import written_rules
from showclear.kernel import words
from showclear.kernel.asks import ACTS
from showclear.kernel.decide import RULES
from showclear.kernel.rule import Rule
from showclear.kernel.words import Tone

KERNEL = Path(kernel.__file__).parent
CODES = {rule.code for rule in RULES}
RULE_KEYS = {"title", "what", "why", "instead", "waits", "when"}
BANNED = {
    "en": r"\b(safe|cleared|users?|errors?|please|verified|ignored|skipped|failed|receive[r])\b|!",
    "es": r"\b(segur[oa]s?|usuari[oa]s?|error(es)?|por favor|falló|ignor[óa]|receptor)\b|[!¡]",
}


def calls() -> Iterator[tuple[Any, ast.Call]]:
    """Give every call in the kernel with the module it stands in."""
    for path in sorted(KERNEL.glob("*.py")):
        module = importlib.import_module(f"showclear.kernel.{path.stem}")
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call):
                yield module, node


def passed_params() -> dict[str, set[str]]:
    """Return, for each code, the parameters that every place that refuses under it passes."""
    found: dict[str, set[str]] = {}
    for module, call in calls():
        called = call.func
        if not isinstance(called, ast.Attribute) or called.attr not in ("refuses", "alarms"):
            continue
        rule = (
            getattr(module, called.value.id, None) if isinstance(called.value, ast.Name) else None
        )
        if not isinstance(rule, Rule):
            continue
        assert all(each.arg for each in call.keywords), f"{rule.code} hides its parameters"
        names = {str(each.arg) for each in call.keywords}
        names = {"about", "found"} if called.attr == "alarms" else names
        found[rule.code] = found.get(rule.code, names) & names
    return found


def causes() -> set[str]:
    """Return every cause that the kernel writes into the end of a clearance or into a doubt."""
    found = {"never proved", "PROVED", "HOLD", "STOP", "CLASS-DIFFERS"}
    for module, call in calls():
        if not isinstance(call.func, ast.Name) or call.func.id not in (
            "ended", "doubted", "all_ended"
        ):  # fmt: skip
            continue
        cause = call.args[1]
        if isinstance(cause, ast.Constant):
            found.add(str(cause.value))
        elif isinstance(cause, ast.Attribute) and isinstance(cause.value, ast.Name):
            found.add(getattr(module, cause.value.id).code)
    return found


def texts(language: str) -> Iterator[tuple[str, str]]:
    """Give every text of a catalogue with the path to it."""

    def walk(path: str, value: Any) -> Iterator[tuple[str, str]]:
        if isinstance(value, dict):
            for key, each in value.items():
                yield from walk(f"{path}.{key}", each)
        elif isinstance(value, list):
            for n, each in enumerate(value):
                yield from walk(f"{path}[{n}]", each)
        else:
            yield path, value

    yield from walk("", load_catalogue(language).own)


def fields_of(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_said_with_what_why_and_what_to_do(language: str) -> None:
    rules = load_catalogue(language).own["rules"]
    assert set(rules) == CODES
    for code, said in rules.items():
        assert set(said) <= RULE_KEYS, code
        assert said["what"] and said["why"] and said["instead"], code


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_order_of_work_says_what_it_waits_for(language: str) -> None:
    rules = load_catalogue(language).own["rules"]
    for rule in RULES:
        assert ("waits" in rules[rule.code]) == (rule.tone is Tone.NOT_YET), rule.code


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_names_only_what_the_kernel_passes(language: str) -> None:
    passed = passed_params()
    for path, text in texts(language):
        if path.startswith(".rules."):
            code = path.split(".")[2]
            assert fields_of(text) <= passed.get(code, set()) | {"it"}, f"{path}: {text}"


def test_every_parameter_has_a_way_to_be_told() -> None:
    assert set().union(*passed_params().values()) <= set(PARAMS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("group", "keys"),
    [
        ("classes", set(words.WeaponClass)),
        ("profiles", set(words.Profile)),
        ("parts", set(words.Part)),
        ("roles", set(words.Role)),
        ("standings", set(words.Standing)),
        ("modes", set(words.Mode)),
        ("strengths", set(words.Strength)),
        ("acts", set(ACTS)),
        ("done", set(ACTS)),
    ],
)
def test_every_word_of_the_kernel_is_in_the_catalogue(
    language: str, group: str, keys: set[str]
) -> None:
    assert {str(key) for key in keys} <= set(load_catalogue(language).own[group])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cause_is_said(language: str) -> None:
    assert causes() <= set(load_catalogue(language).own["causes"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_blame_and_of_software_do_not_appear(language: str) -> None:
    banned = re.compile(BANNED[language], re.IGNORECASE)
    found = [(path, text) for path, text in texts(language) if banned.search(text)]
    assert not found


def test_both_languages_have_the_same_keys() -> None:
    english, spanish = (
        {re.sub(r"\[\d+\]", "", path) for path, _ in texts(own)} for own in LANGUAGES
    )
    assert {path for path in english ^ spanish if not path.endswith(".title")} == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_refusal_never_shows_a_bare_code_or_a_brace(rule: Rule, language: str) -> None:
    said = sentence(rule.code, {}, Names(), language=language)
    whole = " ".join((said.what, said.why, *said.instead, said.waits))
    assert rule.code not in whole and "{" not in whole


def test_names_tags_and_times_stand_in_the_sentence() -> None:
    names = Names(people={"p7": "Mara Lindqvist"}, weapons={"w7": "07"}, zone="America/Denver")
    params: dict[str, str | int] = {"to": "p7", "shown_to": "", "cause": "RETURNED"}
    said = sentence("HAND-SHOWN", params, names, ask={"kind": "TakeHandover", "weapon": "w7"})
    assert said.what == "07 was not handed over."
    assert "Mara Lindqvist" in said.why and "nobody now" in said.why


def test_an_instant_is_told_in_the_zone_of_the_show() -> None:
    params: dict[str, str | int] = {"cause": "UNATTENDED", "since": 1_772_444_520_000}
    said = sentence("SHOW-KNOWN", params, Names(zone="America/Denver"))
    assert "02:42: it was left unattended" in said.why


def test_a_duration_is_told_in_whole_units() -> None:
    words_ = load_catalogue()
    told = [words_.duration(each) for each in (1_000, 40_999, 720_000, 7_200_000)]
    assert told == ["1 second", "40 seconds", "12 minutes", "2 hours"]


def test_a_language_that_nobody_wrote_is_said_in_english() -> None:
    assert load_catalogue("xx").word("acts", "TakeHandover") == "I have it"


def test_a_word_that_a_language_lacks_is_said_in_english() -> None:
    spanish = load_catalogue("es")
    assert type(spanish)("es", {}, spanish.english).word("acts", "TakeBack") == "I took it back"


def test_a_cause_that_nobody_named_is_still_a_sentence() -> None:
    assert load_catalogue().cause("NEW-CODE") == "something happened to it"


def test_a_text_is_hashed_behind_its_salt() -> None:
    assert name_hash(b"s" * 16, "Ana") != name_hash(b"t" * 16, "Ana")


def test_every_source_of_a_rule_is_a_written_rule() -> None:
    assert {each for rule in RULES for each in rule.sources} <= set(written_rules())


def test_a_source_is_told_with_how_well_it_was_read() -> None:
    assert sentence("CLASS-TWICE", {}, Names()).sources[0].endswith(("part.", "quoted.", "rule."))


def test_a_rule_that_rests_on_nothing_written_names_its_law() -> None:
    assert sentence("WHO-GAP", {}, Names()).sources == ("Law 3 of this program.",)
