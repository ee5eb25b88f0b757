"""What are the rules, on paper?

The pages under docs/reference/ are rendered here from the kernel's own rules and the English
catalogue, and a test holds the committed pages equal. Nobody writes them by hand.
"""

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from showclear.actions.say import load_catalogue
from showclear.actions.sources import CONFIDENCE, written_rules
from showclear.kernel.decide import RULES
from showclear.kernel.policy import PARTS as PARTS_OF
from showclear.kernel.policy import profile_of
from showclear.kernel.rule import Rule
from showclear.kernel.words import Layer, Part, Profile, Tone, WeaponClass

LAYERS = {
    Layer.ADMISSION: "Admission: who and what comes onto the show",
    Layer.STORAGE: "Storage: where a weapon lies, and who takes it out",
    Layer.ROUNDS: "Contents: what is in it, and who says so",
    Layer.CLEARANCE: "Clearance: shown to whom, handed to whom",
    Layer.STAGING: "Staging: what is planned",
    Layer.TELLING: "Telling: who was briefed, who raised a concern",
    Layer.STOP: "Stop: who stops, and who goes on",
    Layer.AFTER: "After: what the record is worth",
}
TONES = {
    Tone.NO: "NO, a blocked attempt",
    Tone.NOT_YET: "NOT YET, the order of work",
    Tone.ALARM: "alarm: the act is not done, and what it showed takes permission away",
}
PARTS = {
    "plan": "shot plan and assessment (C6)",
    "people": "people, credentials, staffing (C5)",
    "rounds": "rounds (C4)",
    "weapon": "weapon: function, misfire, repair (C9)",
    "day": "opening and closing of a day",
    "briefing": "briefings and announcements (C7)",
    "clearance": "clearance and call (C1, C2)",
    "concerns": "concerns, asks and stop (C8)",
    "incident": "incident (C10)",
    "evidence": "evidence and export (C11)",
}
"""The parts of the product that a line of coverage.toml may name."""

RULES_A_PAGE = 12
"""So that no page is longer than two hundred lines."""

MADE = "<!-- Made by showclear.reports.rulebook from the kernel and its catalogue. -->"


@lru_cache
def coverage() -> tuple[dict[str, str], dict[str, str]]:
    """Return who carries the written rules that no kernel rule names: by part, and outside."""
    path = files("showclear.kernel") / "packs" / "coverage.toml"
    found = tomllib.loads(path.read_text("utf-8"))
    return found["part"], found["outside"]


def codes_by_source() -> dict[str, list[str]]:
    """Return, for each written rule, the codes of the kernel rules that rest on it."""
    found: dict[str, list[str]] = {}
    for rule in RULES:
        for source in rule.sources:
            found.setdefault(source, []).append(rule.code)
    return found


def pages() -> dict[str, str]:
    """Return every generated page by its path under docs/reference/."""
    layers = {path: page for layer in Layer for path, page in layer_pages(layer)}
    return {
        "rules.md": index_page(),
        **layers,
        "profiles.md": profiles_page(),
        "written-rules-table.md": table_page(),
    }


def index_page() -> str:
    """Render the codes of all rules, with a link to the pages of each layer."""
    lines = [
        "# Rules",
        "",
        MADE,
        "",
        f"{len(RULES)} rules, in the order of a day. A code is stable and never reused: test,",
        "page, screen and record share it. The sentences are those of the catalogue.",
    ]
    for layer in Layer:
        for n, found in enumerate(_chunks(layer)):
            more = ", continued" if n else ""
            lines += ["", f"## [{layer}]({_path(layer, n)}) {LAYERS[layer]}{more}", ""]
            lines += [", ".join(f"`{rule.code}`" for rule in found)]
    return "\n".join(lines) + "\n"


def layer_pages(layer: Layer) -> Iterator[tuple[str, str]]:
    """Give path and page for the rules of one layer, a page for each few of them."""
    for n, found in enumerate(_chunks(layer)):
        lines = [f"# {layer}: {LAYERS[layer]}", "", MADE]
        for rule in found:
            lines += _rule(rule)
        yield _path(layer, n), "\n".join(lines) + "\n"


def _chunks(layer: Layer) -> list[list[Rule]]:
    found = [rule for rule in RULES if rule.layer is layer]
    return [found[n : n + RULES_A_PAGE] for n in range(0, len(found), RULES_A_PAGE)]


def _path(layer: Layer, n: int) -> str:
    return f"rules/{layer}-{n + 1}.md" if n else f"rules/{layer}.md"


def _rule(rule: Rule) -> Iterator[str]:
    texts = load_catalogue().find("rules", rule.code)
    yield from ("", f"## {rule.code}", "", f"{rule.title}. *{TONES[rule.tone]}.*", "")
    yield f"- Says: {texts['why']}"
    yield "- Do now: " + " ".join(texts["instead"])
    if rule.laws:
        yield f"- Law: {', '.join(map(str, rule.laws))}"
    for source in rule.sources:
        known = written_rules()[source]
        yield f"- Source: `{source}`, {known.title} ({CONFIDENCE['en'][known.confidence]})"


def profiles_page() -> str:
    """Render which profile asks for which part, and which class has which profile."""
    words = load_catalogue()
    names = [words.word("profiles", each) for each in Profile]
    lines = [
        "# Profiles",
        "",
        MADE,
        "",
        "What a weapon can do, as two people found by test, picks its profile; the profile picks",
        "what is asked of the people around it. A set-up may ask for more, never for less.",
        "",
        f"| asked for | {' | '.join(names)} |",
        f"|---|{'---|' * len(names)}",
    ]
    for part in Part:
        marks = ["yes" if part in PARTS_OF[profile] else "-" for profile in Profile]
        lines.append(f"| {words.word('parts', part)} | {' | '.join(marks)} |")
    lines += ["", "| class | profile |", "|---|---|"]
    lines += [
        f"| {words.word('classes', found)} | {words.word('profiles', profile_of(found))} |"
        for found in WeaponClass
    ]
    lines += [
        "",
        "A class that nobody has found yet counts as live-capable. A rank of weapons that",
        "walks as one has the profile Line while it does.",
    ]
    return "\n".join(lines) + "\n"


def table_page() -> str:
    """Render who carries each written rule."""
    parts, outside = coverage()
    codes = codes_by_source()
    counts = (len(codes), len(parts), len(outside))
    lines = [
        "# Who carries the written rules",
        "",
        MADE,
        "",
        "{} are carried by a rule of the kernel, {} belong to another part, {} stay".format(
            *counts
        ),
        "outside, each with its reason. How well each was read stands in",
        "[written-rules.md](written-rules.md).",
        "",
        "| written rule | read | carried by |",
        "|---|---|---|",
    ]
    lines += [
        f"| `{rule.id}` | {rule.confidence} | {_carrier(rule.id)} |"
        for rule in written_rules().values()
    ]
    return "\n".join(lines) + "\n"


def _carrier(written: str) -> str:
    codes = codes_by_source().get(written)
    if codes:
        return ", ".join(f"`{code}`" for code in codes)
    parts, outside = coverage()
    if written in parts:
        return f"part: {PARTS[parts[written]]}"
    return f"outside: {outside[written]}"
