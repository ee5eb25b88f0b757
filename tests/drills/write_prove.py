"""How are the figures of the search measured and written again? Run this as a module."""

import json
import sys

from tests.drills import measured as m

PAGE = m.VECTORS.parents[2] / "docs" / "reference" / "prove.md"


def main() -> None:
    """Write the golden file of so many weapons, one or two, and the page of figures."""
    weapons = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    profiles = m.PROFILES if weapons == 1 else m.PROFILES[:1]
    found = {each.value: m.measured(each, weapons) for each in profiles}
    text = json.dumps(found, indent=1, ensure_ascii=False)
    (m.VECTORS / f"{weapons}-weapons.json").write_text(text + "\n", "utf-8")
    PAGE.write_text(m.page(), "utf-8")


if __name__ == "__main__":
    main()
