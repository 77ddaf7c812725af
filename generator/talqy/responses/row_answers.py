"""One row of a workbook in, the answer that it gives out: held to its comment, then typed.

What stands in the row is all looked at, so that a person mends it once.
"""

from talqy.comments.clause_names import is_day
from talqy.language.sayings import in_language, spoken_codes
from talqy.model.comment import ACCEPTED, Comment, Response
from talqy.model.register import Record
from talqy.office.grids import Row
from talqy.responses import faults
from talqy.responses.cells import ResponseCells, ResponseContext, ResponseSheet, same_words
from talqy.responses.places import named_clauses, near
from talqy.responses.respond import GivenResponse, retold_with, typed
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
