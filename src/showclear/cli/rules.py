"""Which rules does the kernel carry out?"""

import argparse
import json
from typing import Any

HELP = "every rule: code, title, why, what instead, sources, layer"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Name the options."""
    parser.add_argument("--json", action="store_true", help="an array of objects")


def run(args: argparse.Namespace) -> int:
    """Print every rule."""
    found = [_plain(each) for each in _rules()]
    if args.json:
        print(json.dumps(found, ensure_ascii=False))
        return 0
    for each in found:
        laws = f" (law {', '.join(map(str, each['laws']))})" if each["laws"] else ""
        print(f"{each['code']:16}{each['layer']}  {each['title']}{laws}")
    return 0


def _rules() -> tuple[Any, ...]:
    from showclear.kernel.decide import RULES

    return RULES


def _plain(rule: Any) -> dict[str, Any]:
    from showclear.actions.say import load_catalogue

    texts = load_catalogue().english["rules"].get(rule.code, {})
    instead = texts.get("instead", [])
    return {
        "code": rule.code,
        "title": rule.title,
        "says": texts.get("why", ""),
        "instead": [instead] if isinstance(instead, str) else list(instead),
        "sources": list(rule.sources),
        "layer": rule.layer.value,
        "tone": rule.tone.value,
        "laws": list(rule.laws),
        "origin": "law" if rule.laws else "setting",
    }
