"""Which element each clause of a text is, and its ids there.

An `eId` is made of the ids of clauses, which stay for ever, and not of numbers, which move. It
changes where a clause comes to stand in another one, or is called another unit; then `wId` is the
id that it had in the first text that has it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from talqy.compare.part_words import PartWords
from talqy.compare.parts_named import part_in
from talqy.model.revision import Clause, Revision
from talqy.model.units import unit_of
from talqy.model.values import ClauseId

CONTAINER = "hcontainer"
ATTACHMENT = "attachment"
_CLAUSE = "clause"

# Chapter 5.1 of the Naming Convention has the short forms.
_ELEMENTS: Mapping[str, tuple[str, str]] = {
    "section": ("section", "sec"),
    "chapter": ("chapter", "chp"),
    "article": ("article", "art"),
    "part": ("part", "part"),
    "paragraph": ("paragraph", "para"),
    "sub-paragraph": ("subparagraph", "subpara"),
}
_ATTACHED = frozenset({"annex", "form"})


@dataclass(frozen=True, slots=True)
class PlacedClause:
    """A clause as an element; `name` says what it is where it has no element of its own."""

    clause: Clause
    element: str
    name: str
    eid: str
    inside: tuple["PlacedClause", ...]

    def walk(self) -> Iterator["PlacedClause"]:
        """Yield this place and all in it, in the order of the text."""
        yield self
        for place in self.inside:
            yield from place.walk()


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text as elements: its body, and the annexes that are attached to it."""

    body: tuple[PlacedClause, ...]
    attached: tuple[PlacedClause, ...]
    eids: Mapping[ClauseId, str]

    @classmethod
    def of(cls, text: Revision, words: PartWords) -> Self:
        """Place the clauses of a text; `words` are what parts of acts are called in the project.

        The annexes and forms at its end are attached; others stand where they stand.
        """
        units = [_unit(clause, words) for clause in text.clauses]
        bodies = len(units)
        while bodies > 1 and units[bodies - 1] in _ATTACHED:
            bodies -= 1
        placing = _Placing(words, set())
        body = tuple(placing.placed(clause) for clause in text.clauses[:bodies])
        attached = tuple(
            placing.placed(clause, is_attached=True) for clause in text.clauses[bodies:]
        )
        eids: dict[ClauseId, str] = {}
        for place in (one for top in (*body, *attached) for one in top.walk()):
            eids.setdefault(place.clause.id, place.eid)
        return cls(body, attached, eids)


@dataclass(frozen=True, slots=True)
class _Placing:
    """Places clauses; `taken` are the ids that are used: a broken text may have a clause twice."""

    words: PartWords
    taken: set[str]

    def placed(
        self, clause: Clause, around: str = "", *, is_attached: bool = False
    ) -> PlacedClause:
        unit = _unit(clause, self.words)
        element, short = _ELEMENTS.get(unit, (CONTAINER, CONTAINER))
        if is_attached:
            element, short = ATTACHMENT, "att"
        eid = self._free(f"{around}__{short}_{clause.id}".removeprefix("__"))
        inside = tuple(self.placed(one, eid) for one in clause.clauses)
        return PlacedClause(clause, element, unit or _CLAUSE, eid, inside)

    def _free(self, wanted: str) -> str:
        found, number = wanted, 1
        while found in self.taken:
            number += 1
            found = f"{wanted}_{number}"
        self.taken.add(found)
        return found


def _unit(clause: Clause, words: PartWords) -> str:
    """Return the code of what a clause is: by its file, its number, or the word beside that."""
    if unit := unit_of(clause):
        return unit
    said = (part_in(number, words) for number in clause.numbers)
    return next((step[0] for step in said if step), "")
