"""Rows of a workbook in, answers out: each held to its comment, then typed, then all together.

What stands in a row is all looked at, so that a person mends it once. What no row shows by itself:
two rows that answer one comment otherwise, the rules that weigh answers beside each other, and
answers to like comments that differ.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from talqy.comments.clause_names import is_day
from talqy.language.sayings import in_language, spoken_codes
from talqy.model.comment import ACCEPTED, Comment, Response
from talqy.model.register import Record
from talqy.office.grids import Row
from talqy.responses import faults
from talqy.responses.cells import ResponseCells, ResponseContext, ResponseSheet, same_words
from talqy.responses.doubts import answered_otherwise
from talqy.responses.places import named_clauses, near
from talqy.responses.respond import GivenResponse, broken_rules, retold_with, typed
from talqy.responses.response_table import (
    COMMENT,
    COMMENT_DIGEST,
    DUPLICATE_OF,
    LANDED_CLAUSES,
    LANDED_REVISION,
    OUTCOME,
    PROPOSAL,
    QUOTE,
    TEXT,
    reason_key,
)
from talqy.responses.row_faults import RowFaults


class RowAnswers:
    """Reads the answers of one sheet, row by row."""

    def __init__(self, sheet: ResponseSheet, context: ResponseContext, found: RowFaults) -> None:
        self._sheet, self._context, self._faults = sheet, context, found

    def answer(
        self, row: Row, cells: ResponseCells, record: Record, comment: Comment
    ) -> Response | None:
        """Return the answer of a row, or nothing where it cannot be read."""
        self._compare_words(row, record, comment)
        return self._response(row, cells, record, comment)

    def _compare_words(self, row: Row, record: Record, comment: Comment) -> None:
        digest = self._sheet.said(row, COMMENT_DIGEST)
        if digest and digest != record.digests.get(comment.id):
            if not self._context.replaces:
                self._faults.say(faults.COMMENT_CHANGED, row, TEXT)
            return
        originals = {QUOTE: comment.quote, TEXT: comment.text, PROPOSAL: comment.proposal}
        is_added = not self._sheet.said(row, COMMENT)
        for key, original in originals.items():
            cell = self._sheet.said(row, key)
            if key not in self._sheet.columns or (is_added and not cell):
                continue
            if not same_words(cell, original or ""):
                self._faults.say(faults.WORDS_ALTERED, row, key)

    def _response(
        self, row: Row, cells: ResponseCells, record: Record, comment: Comment
    ) -> Response | None:
        before = len(self._faults)
        outcome = self._outcome(row, cells)
        for key, value in cells.errors.items():
            self._faults.say(faults.CELL_ERROR, row, key, value=value)
        for key in cells.struck:
            self._faults.say(faults.CELL_STRUCK, row, key)
        for key in cells.unseen:
            self._faults.say(faults.CELL_UNSEEN, row, key)
        for key, value in cells.no_texts.items():
            self._faults.say(faults.NO_TEXT, row, key, value=value)
        for language, reason in cells.reason.items():
            if not reason and language in self._languages(record, comment):
                self._faults.say(
                    faults.NO_REASON, row, reason_key(language), language=in_language(language)
                )
        landed = self._landed(row, cells, outcome, (record, comment))
        original = self._original(row, cells, record)
        if len(self._faults) > before:
            return None
        response, refused = typed(
            GivenResponse(
                comment=comment,
                outcome=outcome,
                reason=cells.reason,
                retold=retold_with(record, comment, cells.retold),
                by=self._context.by or record.standard.authority,
                on=self._context.on,
                landed=landed,
                duplicate_of=original,
            ),
            self._context.register,
        )
        for problem in refused:
            self._faults.put(problem, row)
        return response

    def _languages(self, record: Record, comment: Comment) -> tuple[str, ...]:
        register, text = self._context.register, record.revision(comment.revision)
        today = self._context.assessment.today
        return register.languages_of(text, today) if text else register.project.languages

    def _outcome(self, row: Row, cells: ResponseCells) -> str:
        outcome = self._context.outcomes.get(cells.outcome)
        if outcome is None and OUTCOME not in cells.errors:
            known = spoken_codes(self._context.register.codes, OUTCOME)
            if cells.outcome:
                cell = self._sheet.said(row, OUTCOME)
                self._faults.say(faults.UNKNOWN_OUTCOME, row, OUTCOME, value=cell, known=known)
            else:
                self._faults.say(faults.NO_OUTCOME, row, OUTCOME)
        return outcome or ""

    def _landed(
        self, row: Row, cells: ResponseCells, outcome: str, of: tuple[Record, Comment]
    ) -> tuple[str, tuple[str, ...]] | None:
        (record, comment), (revision, named) = of, cells.landed
        if not revision and not named:
            if outcome in ACCEPTED:
                self._faults.say(faults.LANDED_NOWHERE, row, LANDED_REVISION)
            return None
        if outcome and outcome not in ACCEPTED:
            self._faults.say(faults.LANDED_UNASKED, row, LANDED_REVISION)
        elif not revision or not named:
            key = LANDED_CLAUSES if revision else LANDED_REVISION
            self._faults.say(faults.HALF_LANDED, row, key)
        elif not revision.isdigit():
            cell = self._sheet.said(row, LANDED_REVISION)
            kind = faults.REVISION_IS_DAY if is_day(revision) else faults.NO_REVISION
            self._faults.say(kind, row, LANDED_REVISION, value=cell, number=comment.revision + 1)
        else:
            return revision, self._clauses(row, named, record, int(revision))
        return None

    def _clauses(self, row: Row, said: str, record: Record, number: int) -> tuple[str, ...]:
        clauses = named_clauses(said, record, number)
        for name in clauses.unknown:
            if is_day(name):
                self._faults.say(faults.CLAUSE_IS_DAY, row, LANDED_CLAUSES, value=name)
                continue
            values: dict[str, object] = {"revision": number, "value": name}
            if probably := near(name, record, number):
                self._faults.say(faults.NO_CLAUSE, row, LANDED_CLAUSES, **values, near=probably)
            else:
                self._faults.say(faults.NO_CLAUSE_NEAR, row, LANDED_CLAUSES, **values)
        return clauses.ids

    def _original(self, row: Row, cells: ResponseCells, record: Record) -> str:
        if not cells.duplicate_of:
            return ""
        name = self._context.named(record.id, cells.duplicate_of)
        if record.comment(name) is None:
            cell = self._sheet.said(row, DUPLICATE_OF)
            self._faults.say(faults.NO_ORIGINAL, row, DUPLICATE_OF, value=cell)
        return name


GivenRow = tuple[Row, ResponseCells]


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """One row with its comment and the answer that was read from it."""

    row: Row
    record: Record
    comment: Comment
    response: Response


def name_rivals(
    given: Iterable[Sequence[GivenRow]],
    sheet: ResponseSheet,
    context: ResponseContext,
    found: RowFaults,
) -> None:
    """Name the rows that answer one comment otherwise, whatever else is wrong with them."""
    for first, *others in given:
        for row, cells in others:
            if _meant(cells, context) != _meant(first[1], context):
                for one, other in ((row, first[0]), (first[0], row)):
                    where = sheet.place(other, OUTCOME).file
                    found.say(faults.ROW_TWICE, one, OUTCOME, other=where)


def weigh_together(
    answers: Mapping[str, AnsweredRow], context: ResponseContext, found: RowFaults
) -> None:
    """Hold all answers to the rules, and name what is odd about those that will be written."""
    for record in context.register.records:
        cases = {name: case for name, case in answers.items() if case.record is record}
        _apply_rules(record, cases, context, found)
        _name_doubts(record, cases, found)


def _meant(cells: ResponseCells, context: ResponseContext) -> tuple[object, ...]:
    """Return what a row answers, whichever name of the outcome it has."""
    outcome = context.outcomes.get(cells.outcome, cells.outcome)
    told = (*cells.reason.items(), *cells.retold.items())
    return outcome, told, cells.landed, cells.duplicate_of


def _apply_rules(
    record: Record,
    cases: Mapping[str, AnsweredRow],
    context: ResponseContext,
    found: RowFaults,
) -> None:
    files = {case.comment.path.response_file: case for case in cases.values()}
    responses = [case.response for case in cases.values()]
    for problem in broken_rules(context.register, context.assessment, record, responses):
        case = files.get(problem.file) or cases.get(str(problem.values.get("comment")))
        if case:
            found.put(problem, case.row)


def _name_doubts(record: Record, cases: Mapping[str, AnsweredRow], found: RowFaults) -> None:
    responses = {name: case.response for name, case in cases.items()}
    for name, others in answered_otherwise(record, responses):
        named = ", ".join(map(record.comment_name, others))
        found.wonder(faults.OTHERWISE, cases[name].row, OUTCOME, comments=named)
