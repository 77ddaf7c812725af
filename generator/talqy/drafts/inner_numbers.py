"""Which numbered lines begin a clause, and which stand inside of one: as the base text has them.

“1. …” may be a clause or an item of a list. Where the base holds such lines inside of clauses, a
line is known by its words, and one that was changed or put in by the row in which it stands.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from talqy.compare.tokens import normal
from talqy.drafts.clause_starts import ActUnits, Start

_ALIKE = 80
_COUNTED = re.compile(r"[0-9]{1,4}")
_STOPS = (".", ";", "!", "?", "»", "”", '"')


@dataclass(frozen=True, slots=True)
class NumberedLines:
    """Lines of a base: those inside of clauses that begin with a number, and its clauses.

    `begun` are the first words of each clause, without its number.
    """

    inside: frozenset[str] = frozenset()
    begun: frozenset[str] = frozenset()


@dataclass
class InnerNumbers:
    """Goes over a text line by line, and tells the numbered lines that begin no clause."""

    known: NumberedLines
    units: ActUnits
    _item: int | None = None
    _clause: int = 0
    _last: dict[str, int] = field(default_factory=dict)

    def look_ahead(self, lines: Iterable[tuple[int, str]]) -> None:
        """Take notice of where the clauses of the base begin, by numbers of paragraphs."""
        if not self.known.inside:
            return
        for at, line in lines:
            start = self.units.start_of(line)
            if start and _best(normal(start.words), self.known.begun):
                self._last[start.number] = at

    def is_inside(self, line: str, start: Start, at: int, before: Sequence[str]) -> bool:
        """Return whether a numbered line goes on with its clause, whose lines are `before`."""
        if not self.known.inside or not before:
            return False
        if not self._goes_on(line, start, at, before):
            return False
        self._item = _count(start)
        return True

    def begin(self, number: str) -> None:
        """A clause has begun."""
        self._item = None
        self._clause = int(number) if _COUNTED.fullmatch(number) else 0

    def _goes_on(self, line: str, start: Start, at: int, before: Sequence[str]) -> bool:
        said = normal(line)
        if said in self.known.inside:
            return True
        as_item = _best(said, self.known.inside)
        as_clause = _best(normal(start.words), self.known.begun)
        if max(as_item, as_clause) >= _ALIKE:
            return as_item > as_clause
        count = _count(start)
        if count is None:
            return False
        if self._item is not None and count == self._item + 1:
            return count != self._clause + 1 or self._last.get(start.number, -1) > at
        return before[-1].endswith(":") or (len(before) > 1 and not before[-1].endswith(_STOPS))


def _count(start: Start) -> int | None:
    is_counted = not start.unit and _COUNTED.fullmatch(start.number)
    return int(start.number) if is_counted else None


def _best(said: str, lines: frozenset[str]) -> float:
    """Return how like words are to the likest of some lines, from 0 to 100; 0 below the bound."""
    found = process.extractOne(said, lines, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return found[1] if found else 0.0
