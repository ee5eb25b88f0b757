"""Which acts can a case file be told in? The closed list, by the question each group answers."""

from showclear.drills import hands, intake, items, office, physical, scene, stock, verbs
from showclear.drills.stage import Verb

GROUPS = {
    module.__name__.rsplit(".", 1)[-1]: (module.__doc__ or "").strip()
    for module in (physical, office, stock, intake, hands, items, scene)
}
"""The modules of the vocabulary, with the question each of them answers."""

VERBS: dict[str, Verb] = verbs.VERBS
"""Every word, now that all modules are loaded."""


def verbs_of(group: str) -> list[Verb]:
    """Return the acts of one group, as they stand in its module."""
    return [verb for verb in VERBS.values() if verb.group == group]
