"""Which rules would have stopped it, each alone, with every other rule switched off?

The story is told once with no rule in force: everything is done as people did it, and the world
says whether it comes to harm. Then each rule is tried alone on the same asks. A rule that bites
is ignored and the story goes on; what was refused is not in the record.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from showclear.drills.casefile import Case, Step
from showclear.drills.prelude import ready
from showclear.drills.stage import BETWEEN_STEPS, Asked, Bit, Book, Stage, bit, judge, settled
from showclear.drills.vocabulary import VERBS
from showclear.drills.world import Harm
from showclear.kernel.decide import BOOK, RULES
from showclear.kernel.state import State


@dataclass(frozen=True, slots=True)
class Told:
    """A story told with no rule in force.

    Attributes:
        start: the record when it began.
        book: the limits in force, and no rule.
        first: how many asks were made before it began.
        before: how many of its asks were made when it came to harm; all of them up to the
            harm's step where it did not.
    """

    start: State
    first: int
    book: Book
    asked: tuple[Asked, ...]
    before: int
    harms: tuple[tuple[int, Harm], ...]


@dataclass(slots=True)
class Found:
    """What the rules, each alone, did to a story: for each the asks it bit on."""

    told: Told
    bites: dict[str, dict[int, Bit]] = field(default_factory=dict)

    @property
    def barriers(self) -> list[str]:
        """Return the rules that bit no later than the harm, in the order of the story."""
        return [code for code, bites in self.bites.items() if min(bites) < self.told.before]

    @property
    def alarms(self) -> list[str]:
        """Return the barriers that only warn."""
        return [code for code in self.barriers if self._first(code).is_alarm]

    def _first(self, code: str) -> Bit:
        return self.bites[code][min(self.bites[code])]

    @property
    def people(self) -> int:
        """Return how many people must ignore one of them for the story to go on."""
        asked = self.told.asked
        return len({
            asked[nth].who
            for code in self.barriers for nth in self.bites[code] if nth < self.told.before
        })  # fmt: skip


def tell(case: Case, steps: Iterable[Step] | None = None) -> Told:
    """Tell the story of a case, or another told in its setting, with no rule in force."""
    stage = ready(case)
    start, first = stage.state, stage.nth
    harms: list[tuple[int, Harm]] = []
    before = -1
    for step in case.steps if steps is None else steps:
        stage.now += BETWEEN_STEPS
        for deed in step.deeds:
            stage.play(VERBS[deed.verb], deed)
            harms += _new(stage, step.n)
            if before < 0 and any(n == case.harm_step for n, _ in harms):
                before = len(stage.asked)
    if before < 0:
        before = sum(each.n <= case.harm_step for each in stage.asked)
    return Told(start, first, stage.book, tuple(stage.asked), before, tuple(harms))


def control(case: Case) -> tuple[list[tuple[str, Bit]], list[Harm]]:
    """Play the story in which everybody does it right, under all rules; return what went wrong."""
    stage = ready(case)
    stage.book = Book(BOOK, stage.policy)
    for step in case.safe:
        stage.now += BETWEEN_STEPS
        for deed in step.deeds:
            stage.play(VERBS[deed.verb], deed)
    return stage.bitten, stage.world.harms


def _new(stage: Stage, n: int) -> list[tuple[int, Harm]]:
    found = [(n, harm) for harm in stage.world.harms]
    stage.world.harms.clear()
    return found


def reaches_harm(case: Case, told: Told) -> bool:
    """Say whether the story, every refusal ignored, comes to harm at the step the file names."""
    return any(n == case.harm_step for n, _ in told.harms)


def replay(case: Case, codes: Iterable[str] = BOOK) -> Found:
    """Try each of these rules alone on the story of a case."""
    told = tell(case)
    found = Found(told)
    firsts = first_bites(told, codes)
    order = [rule.code for rule in RULES]
    for code in sorted(firsts, key=lambda each: (firsts[each], order.index(each))):
        found.bites[code] = alone(told, code)
    return found


def first_bites(told: Told, codes: Iterable[str]) -> dict[str, int]:
    """Return where each rule bites first.

    Up to its first bite a rule alone leaves the record as no rule would: so the record is kept
    once for all, and each rule not yet seen to bite is tried on it.
    """
    state, left, found = told.start, sorted(codes), {}
    for nth, asked in enumerate(told.asked):
        for code in left:
            if bites(state, asked, nth=told.first + nth, book=told.book.only(code)):
                found[code] = nth
        left = [code for code in left if code not in found]
        decision = judge(state, asked, nth=told.first + nth, book=told.book.only())
        state = settled(state, decision, told.first + nth)
    return found


def bites(state: State, asked: Asked, *, nth: int, book: Book) -> bool:
    """Say whether a rule of this book bites on this ask."""
    return bit(judge(state, asked, nth=nth, book=book), book) is not None


def alone(told: Told, code: str) -> dict[int, Bit]:
    """Play the asks with one rule in force; return where it bit."""
    state, book = told.start, told.book.only(code)
    found: dict[int, Bit] = {}
    for nth, asked in enumerate(told.asked):
        decision = judge(state, asked, nth=told.first + nth, book=book)
        bitten = bit(decision, book)
        if bitten is not None:
            found[nth] = bitten
        state = settled(state, decision, told.first + nth)
    return found
