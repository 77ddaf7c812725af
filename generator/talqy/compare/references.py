"""Where a text speaks of its own clauses, and which they are.

A sub-paragraph is a clause, or an item in the text of one. Nothing is guessed: where two clauses
fit, it leads nowhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from talqy.compare.part_words import OF_ALL_ACTS, PartWords
from talqy.compare.parts_named import (
    NamedPart,
    Step,
    as_number,
    between_numbers,
    part_in,
    parts_named,
)
from talqy.compare.text_items import Path, item_at, items_of
from talqy.compare.tokens import normal
from talqy.model.revision import Clause, Revision
from talqy.model.units import unit_of


@dataclass(frozen=True, slots=True)
class Reference:
    """Words of a text that name a clause of the same act: offsets, end exclusive, and its id.

    `clause` is empty where the act has no such clause, or several fit. `item` are the labels of
    what is meant in its text. What lies between the ends of a range has no length: its number is
    its words.
    """

    start: int
    end: int
    words: str
    clause: str
    steps: tuple[Step, ...] = ()
    item: Path = ()


def references(
    text: str, language: str, revision: Revision, at: Clause, words: PartWords = OF_ALL_ACTS
) -> tuple[Reference, ...]:
    """Return what a normalised text of a clause says of clauses of its own act.

    `words` are what the parts of acts are called in the project.
    """
    act = _Act(revision, language, words)
    return tuple(
        Reference(part.start, part.end, _words(text, part), clause, part.steps, item)
        for said in parts_named(text, language, words)
        for part, (clause, item) in act.led(said, at)
    )


def references_of(
    clause: Clause, language: str, revision: Revision, words: PartWords = OF_ALL_ACTS
) -> tuple[Reference, ...]:
    """Return the references in the text of a clause."""
    text = normal((clause.text or {}).get(language, ""))
    return references(text, language, revision, clause, words)


def _words(text: str, part: NamedPart) -> str:
    return text[part.start : part.end] or part.steps[-1][1]


_Place = tuple[str, Path]
_NOWHERE: _Place = "", ()


@dataclass(frozen=True, slots=True)
class _Act:
    """The act that a text stands in, its language, and what its parts are called."""

    revision: Revision
    language: str
    words: PartWords

    def led(self, part: NamedPart, at: Clause) -> Iterator[tuple[NamedPart, _Place]]:
        """Yield the place that words lead to; “1-3” are several where no clause has this number."""
        place = self._place(part.steps, at)
        if place != _NOWHERE or not part.is_many:
            yield part, place
            return
        for one in _of_range(part):
            yield one, self._place(one.steps, at)

    def _place(self, steps: Sequence[Step], at: Clause) -> _Place:
        """Return the clause that steps lead to: first among what its text stands in, outwards.

        Else the item: of the clause that the outer steps lead to, or where they are said.
        """
        revision = self.revision
        around = [outer for name in revision.around(at.id) if (outer := revision.clause(name))]
        is_item = all(unit == "sub-paragraph" for unit, _ in steps)
        for outer in (at, *around):
            if found := self._inside(steps, outer.clauses):
                return (found.id, ()) if isinstance(found, Clause) else _NOWHERE
            if is_item and (item := _item(steps, outer, self.language)):
                return outer.id, item
        found = self._inside(steps, revision.clauses)
        if found or is_item or steps[-1][0] != "sub-paragraph":
            return (found.id, ()) if isinstance(found, Clause) else _NOWHERE
        outermost = [step for step in steps if step[0] != "sub-paragraph"]
        holder = revision.clause(self._place(outermost, at)[0])
        item = _item(steps[len(outermost) :], holder, self.language) if holder else ()
        return (holder.id, item) if holder and item else _NOWHERE

    def _inside(self, steps: Sequence[Step], clauses: Sequence[Clause]) -> Clause | bool:
        """Return the one clause that fits below; True where several do, False where none does."""
        found = tuple(clauses)
        for step in steps:
            inner = [clause for outer in found for clause in outer.walk()]
            fits = [clause for clause in inner if self._fits(step, clause)]
            found = tuple({clause.id: clause for clause in fits}.values())
            if step is not steps[-1]:
                found = tuple(inner for clause in found for inner in clause.clauses)
        return found[0] if len(found) == 1 else bool(found)

    def _fits(self, step: Step, clause: Clause) -> bool:
        """Return whether a clause is the unit and has the number; a bracket is as it is said."""
        unit, number = step
        return (unit, number.rstrip(")")) in self._named(clause)

    def _named(self, clause: Clause) -> Iterator[Step]:
        """Yield what a clause is and its number, by its file and by what is printed: “Глава 2”."""
        for printed in clause.numbers:
            said = part_in(printed, self.words)
            unit, number = said or (unit_of(clause), as_number(printed))
            yield unit, number.rstrip(")")
            if clause.unit:
                yield clause.unit, number.rstrip(")")


def _of_range(part: NamedPart) -> Iterator[NamedPart]:
    """Yield the ends of “1-3” and what is between them; anything else as it is."""
    *around, (unit, number) = part.steps
    first, _, last = number.partition("-")
    if not (first.isdecimal() and last.isdecimal() and int(first) < int(last)):
        yield part
        return
    for one in (first, *between_numbers(first, last)):
        is_first = one == first
        end = part.end if is_first else part.start
        yield replace(part, end=end, steps=(*around, (unit, one)))
    yield replace(part, start=part.end, steps=(*around, (unit, last)))


def _item(steps: Sequence[Step], clause: Clause, language: str) -> Path:
    """Return the labels of an item in the text of a clause; nothing where it has none such."""
    text = (clause.text or {}).get(language, "")
    return item_at([number for _, number in steps], items_of(text)) if ")" in text else ()
