"""The clauses of two texts beside one another, in the order of both."""

from collections.abc import Iterator
from dataclasses import dataclass

from talqy.compare.marks import Mark
from talqy.compare.matching import rising
from talqy.language.parts_of_acts import PARTS_OF_ACTS, unit_in_act
from talqy.model.revision import Clause, Revision


@dataclass(frozen=True, slots=True)
class PairedClause:
    """A clause as it was and as it is; one of them is missing where it came or went.

    `depth` counts the clauses around it that are no parts of the act, such as chapters.
    """

    before: Clause | None
    after: Clause | None
    depth: int = 0

    @property
    def clause(self) -> Clause:
        """The newer one, where there is one."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - a pair has one at least
        return found

    @property
    def mark(self) -> Mark:
        """What became of it as a whole."""
        if self.before and self.after:
            return Mark.KEPT
        return Mark.ADDED if self.after else Mark.REMOVED

    @property
    def sides(self) -> tuple[Clause | None, Clause | None]:
        """The older and the newer one."""
        return self.before, self.after

    @property
    def is_kept(self) -> bool:
        """Return whether there are two of it to be compared."""
        return self.mark is Mark.KEPT


def paired(older: Revision, newer: Revision) -> Iterator[PairedClause]:
    """Yield the clauses of two texts in the order of both; what moved comes twice."""
    before, after = list(older.walk()), list(newer.walk())
    places = {clause.id: at for at, clause in enumerate(after)}
    common = [(at, places[one.id]) for at, one in enumerate(before) if one.id in places]
    stayed = [common[at] for at in rising([new for _, new in common])]
    i = j = 0
    for old, new in (*stayed, (len(before), len(after))):
        yield from (PairedClause(one, None, _depth(older, one)) for one in before[i:old])
        yield from (PairedClause(None, one, _depth(newer, one)) for one in after[j:new])
        if old < len(before):
            yield PairedClause(before[old], after[new], _depth(newer, after[new]))
        i, j = old + 1, new + 1


def _depth(text: Revision, clause: Clause) -> int:
    around = filter(None, map(text.clause, text.around(clause.id)))
    return sum(unit_in_act(one) not in PARTS_OF_ACTS for one in around)
