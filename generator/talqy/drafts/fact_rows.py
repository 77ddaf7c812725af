"""Facts in a table of the working copy: a row for each fact of a clause, a line for each value.

They are said as pages say them, and read back by the names of that one table. A line that says what
the base says stays what it is; any other is read, or the file is refused with what can be read.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from pydantic import ValidationError

from talqy.drafts import word_kinds
from talqy.drafts.clause_names import clauses_of
from talqy.drafts.copy_tables import CopyRow
from talqy.drafts.fact_reader import FactHead, FactReader, fact_heads
from talqy.language.fact_words import FactContext, SaidValue, said_values
from talqy.language.locale import Locale
from talqy.model.codes import CodeLists
from talqy.model.facts import FACTS, Facts, code_of
from talqy.model.problem import Problem
from talqy.model.project import FeeUnit
from talqy.model.revision import Revision
from talqy.office.grids import at

_NEW = -1
_NO_YEAR = 0  # sums in tenge are of a year, and no part of the fact
Tree = dict[str, Any]


def shown_facts(
    text: Revision, locales: Sequence[Locale], unit: FeeUnit | None
) -> Iterator[CopyRow]:
    """Yield the rows of a copy: facts that clauses set, and empty ones for those that none sets."""
    heads = fact_heads(locales)
    unset = {fact.row: fact.name for fact in FACTS.values() if fact.row}
    for clause in text.walk():
        rows: dict[str, dict[str, list[str]]] = {}
        for one in locales:
            for value in said_values(FactContext(one, unit, _NO_YEAR), clause.facts):
                head = next((h for h in heads if h.is_called(value, one.code)), None)
                if head is not None:
                    rows.setdefault(head.printed, {}).setdefault(one.code, []).append(value.said)
        for name, said in rows.items():
            yield CopyRow(clause.id, _cells(said), fact=name)
    set_by = {fact.row for fact in FACTS.values() for c in text.walk() if fact.values(c.facts)}
    for row, name in unset.items():
        if row not in set_by and text.clause(row):
            yield _waiting(heads, row, name)
    if (of_term := _without_handover(text)) is not None:
        yield _waiting(heads, of_term, "handover")


def _waiting(heads: Sequence[FactHead], clause: str, name: str) -> CopyRow:
    return CopyRow(clause, {}, fact=next(head.printed for head in heads if head.fact == name))


def _without_handover(text: Revision) -> str | None:
    """Return the clause of the term where the centre hands results over, and nobody says when."""
    facts = [clause.facts for clause in text.walk()]
    by_centre = any("state-corporation" in map(code_of, one.channels) for one in facts)
    if not by_centre or any(one.handover for one in facts):
        return None
    return next((clause.id for clause in text.walk() if clause.facts.term), None)


def _cells(said: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """Return the lines of cells: a value is one line, whatever its words are."""
    return {code: "\n".join(" ".join(one.split()) for one in lines) for code, lines in said.items()}


@dataclass
class FactRows:
    """Reads the rows; lines may have stayed from `base`, whose clauses are `trees`."""

    reader: FactReader
    unit: FeeUnit | None
    base: Revision | None
    trees: Mapping[str, Mapping[str, Any]]
    problems: list[Problem] = field(default_factory=list)

    def facts(self, rows: Sequence[CopyRow], names: Mapping[str, str]) -> Mapping[str, Tree]:
        """Return the facts of each clause that a row is about; what is wrong goes to `problems`."""
        named: list[tuple[str, FactHead, CopyRow]] = []
        for row in rows:
            if not (row.about or row.fact or any(row.said.values())):
                continue
            head, clauses = self.reader.head(row.fact), clauses_of(row.about, names)
            if head is None or len(clauses) != 1 or not clauses[0]:
                self._refuse_name(row, head, names)
            else:
                named.append((clauses[0], head, row))
        found: dict[str, list[_Value]] = {}
        for clause, head, row in _together(named):
            values = list(self._values(row, head, clause))
            found.setdefault(clause, []).extend(_placed(head, values))
        return {name: self._whole(name, values) for name, values in found.items()}

    def _refuse_name(self, row: CopyRow, head: FactHead | None, names: Mapping[str, str]) -> None:
        if head is None:
            said, known = row.fact, ", ".join(one.printed for one in self.reader.heads)
        else:
            said, known = row.about, ", ".join(dict.fromkeys(names.values()))
        self.problems.append(at(word_kinds.UNKNOWN_ROW, row.place, said=said or "…", known=known))

    def _values(self, row: CopyRow, head: FactHead, clause: str) -> Iterator[tuple[int, Any]]:
        """Yield what the lines of a row say, with the places of those that stayed, else -1."""
        said = {code: words.split("\n") for code, words in row.said.items() if words}
        if len({len(lines) for lines in said.values()}) > 1:
            self.problems.append(at(word_kinds.FACT_SIDES, row.place, fact=row.fact))
            return
        stayed = self._said_before(clause, head)
        old = _listed(self._old(clause).get(head.fact, []))
        for lines in zip(*said.values(), strict=True):
            line = dict(zip(said, lines, strict=True))
            if same := stayed.get(tuple(line.items())):
                place = same.pop(0) if len(same) > 1 else same[0]
                yield place, old[place]
            elif (tree := self.reader.value(head, line)) is not None:
                yield _NEW, tree
            else:
                values = {"fact": row.fact, "words": " / ".join(line.values())}
                known = self.reader.known(head)
                self.problems.append(at(word_kinds.FACT_UNREAD, row.place, **values, known=known))

    def _old(self, clause: str) -> Mapping[str, Any]:
        facts: Mapping[str, Any] = (self.trees.get(clause) or {}).get("facts") or {}
        return facts

    def _said_before(
        self, clause: str, head: FactHead
    ) -> Mapping[tuple[tuple[str, str], ...], list[int]]:
        """Return the places of values of the base by the lines that say them under a name."""
        old = self.base.clause(clause) if self.base else None
        said: dict[int, dict[str, str]] = {}
        for one in self.reader.locales if old else ():
            for value in self._said(one, old.facts if old else Facts()):
                if head.is_called(value, one.code):
                    said.setdefault(value.at, {})[one.code] = " ".join(value.said.split())
        found: dict[tuple[tuple[str, str], ...], list[int]] = {}
        for place, lines in said.items():
            found.setdefault(tuple(lines.items()), []).append(place)
        return found

    def _said(self, locale: Locale, facts: Facts) -> Iterator[SaidValue]:
        return said_values(FactContext(locale, self.unit, _NO_YEAR), facts)

    def _whole(self, clause: str, said: Sequence["_Value"]) -> Tree:
        """Return all facts of a clause: those that no row is about stay as they were."""
        facts: Tree = {name: list(_listed(values)) for name, values in self._old(clause).items()}
        for name in {one.head.fact for one in said}:
            own = [one for one in said if one.head.fact == name]
            heads = {one.head for one in own}
            others = [
                _Value(head=own[0].head, key=(place, 0), tree=tree)
                for place, tree in enumerate(facts.get(name, []))
                if not any(head.holds(tree) for head in heads)
            ]
            known = sorted([*own, *others], key=lambda one: one.key)
            facts[name] = [one.tree for one in known if one.tree is not None]
        return {
            name: values if _is_list(name) else values[0]
            for name, values in ((name, facts[name]) for name in FACTS if name in facts)
            if values
        }


class _Value(NamedTuple):
    """A value under its name, and where it stands among those of its fact; None says nothing."""

    head: FactHead
    key: tuple[float, int]
    tree: Any


def _placed(head: FactHead, values: Sequence[tuple[int, Any]]) -> Iterator[_Value]:
    """Yield the values of a row: what is new stands behind what stayed before it in the row.

    Where a person has put them into another order, they keep that order, behind all others.
    """
    stayed = [place for place, _ in values if place != _NEW]
    is_ordered = stayed == sorted(stayed)
    last = math.inf if not stayed or not is_ordered else stayed[0] - 0.5
    for at_row, (place, tree) in enumerate(values):
        if is_ordered and place != _NEW:
            last = place
        yield _Value(head, (last, at_row), tree)
    if not values:
        yield _Value(head, (math.inf, 0), None)


_NamedRow = tuple[str, FactHead, CopyRow]
"""A row with the clause and the fact that it is about."""


def _together(named: Sequence[_NamedRow]) -> Sequence[_NamedRow]:
    """Return rows about facts; those of two files, one for each language, are one row."""
    found: list[_NamedRow] = []
    for clause, head, row in named:
        known = [at for at, one in enumerate(found) if one[:2] == (clause, head)]
        was = found[known[0]][2] if known else row
        if known and not was.said.keys() & row.said.keys():
            found[known[0]] = (clause, head, replace(was, said={**was.said, **row.said}))
        else:
            found.append((clause, head, row))
    return found


def _listed(value: Any) -> Sequence[Any]:  # noqa: ANN401 - of any fact
    return value if isinstance(value, list) else [value]


def _is_list(name: str) -> bool:
    return isinstance(Facts.model_fields[name].default, tuple)


def said_facts(tree: Tree, context: FactContext, codes: CodeLists) -> Iterator[str]:
    """Yield facts of a file as pages say them; nothing of those that are not sound."""
    try:
        facts = Facts.model_validate(tree, context={"codes": codes.lists})
    except ValidationError:
        return
    for one in said_values(context, facts):
        yield f"{one.label}: {one.said}"
