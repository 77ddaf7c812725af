"""What a file says beside its text: of the draft itself, facts, and why clauses were changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from talqy.drafts import word_kinds
from talqy.drafts.clause_names import clause_names
from talqy.drafts.composing import Composed, clause_trees
from talqy.drafts.copy_tables import CopyRow, CopyTable
from talqy.drafts.draft_fields import Said, empty_fields, unsaid_before
from talqy.drafts.draft_rows import (
    answered,
    field_faults,
    read_fields,
    read_reasons,
    reason_faults,
    reason_questions,
)
from talqy.drafts.drafted_amendments import unexplained, unpromised
from talqy.drafts.drafted_changes import DraftedChanges, Group
from talqy.drafts.fact_reader import FactReader
from talqy.drafts.fact_rows import FactRows
from talqy.drafts.passages import WordText
from talqy.drafts.questions import TextQuestion
from talqy.drafts.reasons_since import said_since
from talqy.drafts.word_text import Known
from talqy.model.codes import CodeLists
from talqy.model.problem import Problem
from talqy.model.project import FeeUnit
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.office.grids import at

Trees = Mapping[str, Mapping[str, Any]]
"""Clauses by id, as a file has them."""


@dataclass(frozen=True, slots=True)
class SaidBeside:
    """The tables beside a text in a file, and what they are read with.

    `trees` are the clauses of the base; `record` is its standard, None of a new one; an update
    changes the base itself, and its reasons are those of the text before it. `now` is the text as
    it is by now, where the file was made of an earlier wording.
    """

    text: WordText
    file: str
    known: Known
    trees: Trees
    codes: CodeLists
    record: Record | None = None
    is_update: bool = False
    unit: FeeUnit | None = None
    now: Revision | None = None

    def _rows(self, table: CopyTable) -> Sequence[CopyRow]:
        return self.text.rows.get(table, ())

    @property
    def fields(self) -> Mapping[str, Said]:
        """What the draft says of itself, by the keys of the files.

        What the base says of itself is said of no other draft: the copy may be an old one.
        """
        said = read_fields(self._rows(CopyTable.ABOUT), self.known.sayings)
        return said if self._older is None else unsaid_before(said, self._older)

    @property
    def _older(self) -> Revision | None:
        """The text that has words of its own beside it; None of a text that is only updated."""
        return None if self.is_update else self.known.base

    @property
    def _reasons(self) -> Sequence[CopyRow]:
        amendments = self._older.amendments if self._older else ()
        old = [dict(one.reason) for one in amendments]
        return [row for row in self._rows(CopyTable.REASONS) if dict(row.said) not in old]

    def facts(self, made: Composed) -> Mapping[str, Mapping[str, Any]]:
        """Return the facts of the clauses that the table of facts is about."""
        return self._read_facts(made)[0]

    def _read_facts(
        self, made: Composed
    ) -> tuple[Mapping[str, Mapping[str, Any]], Sequence[Problem]]:
        if not (rows := self._rows(CopyTable.FACTS)):
            return {}, ()
        locales = self.known.sayings.locales(self.text.languages, self.codes)
        documents = (
            one for clause in self.trees.values() for one in _documents(clause.get("facts") or {})
        )
        ids = {
            str(said).casefold(): one["id"] for one in documents for said in one["name"].values()
        }
        reader = FactRows(
            FactReader(locales, self.known.sayings, ids), self.unit, self.known.base, self.trees
        )
        found = reader.facts(rows, self._names(made))
        return found, reader.problems

    def changes(self, made: Composed, answers: Mapping[str, str]) -> DraftedChanges:
        """Return the changes of a text with their reasons, those that were answered too."""
        done = self._drafted(made)
        asked = list(self.questions(made))
        more = answered(self._unsaid(done), asked, answers)
        reasons = {
            name: {**more.get(name, {}), **_spoken(done.reasons.get(name, {}))}
            for name in {**done.reasons, **more}
        }
        return DraftedChanges(done.groups, done.differing, reasons)

    def _drafted(self, made: Composed) -> DraftedChanges:
        base = self.known.base
        if base is None or self.record is None:
            return DraftedChanges()
        rows = read_reasons(self._reasons, self._names(made))
        reasons = {**self._said_since(made), **rows}
        if not self.is_update:
            return DraftedChanges(made.amended, made.differing(base), reasons)
        before = self.record.base_of(base)
        there = {*made.ids, *(clause.id for clause in before.walk())} if before else set()
        groups = [one for one in made.amended if there.issuperset(one)]
        return DraftedChanges(groups, None, reasons)

    def _said_since(self, made: Composed) -> Mapping[str, Said]:
        """Return the reasons that were written since of changes that are the same by now."""
        if self.now is None:
            return {}
        trees, given = clause_trees(made.clauses), (self.codes, self.known.languages)
        return said_since(self.now, trees, made.amended, *given)

    def _unsaid(self, done: DraftedChanges) -> Sequence[Group]:
        """Return the changes that no accepted comment explains, and nobody has explained before."""
        base = self.known.base
        if base is None or self.record is None:
            return ()
        if not self.is_update:
            return tuple(unpromised(self.record, base, done))
        return tuple(unexplained(base, done)) if self.record.base_of(base) else ()

    def _names(self, made: Composed) -> Mapping[str, str]:
        return clause_names({**self.trees, **clause_trees(made.clauses)})

    def questions(self, made: Composed) -> Iterator[TextQuestion]:
        """Yield what is to be asked of changes whose reason no row says."""
        done = self._drafted(made)
        words = (self.trees, clause_trees(made.clauses))
        unsaid, languages = self._unsaid(done), self.known.languages
        yield from reason_questions(unsaid, done, words, languages, self.file)

    def faults(self, made: Composed) -> Iterator[Problem]:
        """Yield rows about what is not known, or has not changed."""
        yield from field_faults(self._rows(CopyTable.ABOUT), self.known.sayings)
        base, groups = self.known.base, list(self._drafted(made).groups)
        if self.is_update and base:
            groups += [one.clauses for one in base.amendments]
        changed = [name for group in groups for name in group]
        yield from reason_faults(self._reasons, self._names(made), changed)
        yield from self._read_facts(made)[1]

    def told(self) -> Iterator[Problem]:
        """Yield what the table about the draft leaves empty."""
        rows, languages = self._rows(CopyTable.ABOUT), self.text.languages
        if rows and (empty := empty_fields(self.fields)):
            printed = self.known.sayings.printed
            names = "; ".join(printed(one, languages) for one in empty)
            table = printed(CopyTable.ABOUT, languages)
            yield at(word_kinds.NOT_SAID, rows[0].place, table=table, names=names)


def _documents(facts: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = facts.get("documents") or ()
    return found


def _spoken(said: Said) -> Said:
    return {code: words for code, words in said.items() if words}
