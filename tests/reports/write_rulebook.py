"""How are the pages of the rules written again after a rule has changed? Run this as a module."""

from pathlib import Path

from showclear.reports.rulebook import pages

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def main() -> None:
    """Write every generated page."""
    for path, text in pages().items():
        target = REFERENCE / path
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
