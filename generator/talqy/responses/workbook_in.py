"""Rows of a workbook in, responses and all that is wrong with them out. Files are not touched.

Each row is held to its comment and to what is on file now, then all together to the rules
(`row_answers.py`), as answers given by hand would be. A row whose answer says what is on file
already is left alone, and so is one that nobody touched since the export, whatever happened to the
file meanwhile. What somebody has taken back since (`set_back.py`) no row brings again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from talqy.language.locale import Locale
from talqy.model.comment import Comment, Response
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.office.grids import Grid, Row
from talqy.record.digests import digest_of_response
from talqy.responses import faults
from talqy.responses.cells import (
    ResponseCells,
    ResponseContext,
    ResponseSheet,
    response_cells,
    response_sheet,
)
from talqy.responses.response_table import (
    COMMENT,
    NUMBER,
    OUTCOME,
    RESPONSE_DIGEST,
    known_heads,
)
from talqy.responses.row_answers import (
    AnsweredRow,
    GivenRow,
    RowAnswers,
    name_rivals,
    weigh_together,
)
from talqy.responses.row_faults import RowFaults
from talqy.responses.set_back import was_set_back


@dataclass(slots=True)
class WorkbookResult:
    """What came of a workbook: answers to write, problems, and counts of all other rows.

    `kept` rows were not touched since the export, but the answer on file was; `absent` comments
    wait for an answer and have no row.
    """

    ready: list[tuple[Comment, Response]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unchanged: int = 0
    kept: int = 0
    empty: int = 0
    faulty: int = 0
    absent: int = 0


def read_responses(
    sheets: Sequence[Grid], file: str, locales: Sequence[Locale], context: ResponseContext
) -> WorkbookResult:
    """Read a workbook, whoever saved it last; `locales` are the languages of its heads."""
    heads: Mapping[str, str] = known_heads(locales)
    sheet, problems = response_sheet(sheets, heads, context.register.project.languages, file)
    return taken(sheet, context) if sheet else WorkbookResult(problems=problems)


def taken(sheet: ResponseSheet, context: ResponseContext) -> WorkbookResult:
    """Take in the answers of a sheet."""
    return _RowsTaken(sheet, context).done()


class _RowsTaken:
    """The way of one sheet through all checks."""

    def __init__(self, sheet: ResponseSheet, context: ResponseContext) -> None:
        self._sheet, self._context = sheet, context
        self._result = WorkbookResult()
        self._faults = RowFaults(sheet, context.register.project.languages)
        self._read = RowAnswers(sheet, context, self._faults)
        self._answers: dict[str, AnsweredRow] = {}
        self._seen: set[str] = set()
        self._given: dict[str, list[GivenRow]] = {}
        self._standards = {
            known[0].id for row in sheet.rows if (known := context.comments.get(self._id_of(row)))
        }

    def done(self) -> WorkbookResult:
        for row in self._sheet.rows:
            self._take(row)
        name_rivals(self._given.values(), self._sheet, self._context, self._faults)
        weigh_together(self._answers, self._context, self._faults)
        faulty = self._faults.rows
        good = [case for case in self._answers.values() if case.row.number not in faulty]
        self._result.ready = [(case.comment, case.response) for case in good]
        self._result.faulty = len(faulty)
        self._result.absent = self._absent()
        self._result.problems = self._faults.in_order() or self._of_no_comment()
        return self._result

    def _id_of(self, row: Row) -> str:
        return self._sheet.said(row, COMMENT).lower()

    def _of_no_comment(self) -> list[Problem]:
        """Return that no row is of a comment: nothing else would be said of such a workbook."""
        return [] if self._seen else [faults.NO_ROWS.at(self._sheet.grid.file)]

    # --- one row -----------------------------------------------------------------------------

    def _take(self, row: Row) -> None:
        languages = self._context.register.project.languages
        cells = response_cells(self._sheet, row, languages)
        known = self._comment(row)
        if known:
            self._seen.add(known[1].id)
        if cells.is_empty:
            # A row without an answer says nothing; one that a person added for notes neither.
            self._result.empty += known is not None
        elif known is None:
            self._report_lost(row)
        else:
            self._given.setdefault(known[1].id, []).append((row, cells))
            self._answer(row, cells, *known)

    def _comment(self, row: Row) -> tuple[Record, Comment] | None:
        known = self._context.comments
        if name := self._id_of(row):
            return known.get(name)
        # An added row has no id in the hidden column: its number leads to the comment.
        standards = self._standards if len(self._standards) == 1 else ()
        number = self._sheet.said(row, NUMBER)
        named = (self._context.named(standard, number) for standard in standards)
        return known.get(next(named, number.lower()))

    def _report_lost(self, row: Row) -> None:
        key = COMMENT if self._sheet.said(row, COMMENT) else NUMBER
        cell = self._sheet.said(row, key)
        if cell:
            self._faults.say(faults.UNKNOWN_COMMENT, row, NUMBER, value=cell)
        else:
            self._faults.say(faults.NO_COMMENT, row, NUMBER)

    def _answer(self, row: Row, cells: ResponseCells, record: Record, comment: Comment) -> None:
        response = self._read.answer(row, cells, record, comment)
        if response is None:
            return
        if comment.id not in self._answers and self._is_news(row, record, response):
            self._answers[comment.id] = AnsweredRow(row, record, comment, response)

    # --- what is on file ---------------------------------------------------------------------

    def _is_news(self, row: Row, record: Record, response: Response) -> bool:
        """Return whether an answer is to be written; count, or report, it where it is not."""
        on_file = record.response_to(response.comment)
        now = digest_of_response(on_file) if on_file else ""
        new, exported = digest_of_response(response), self._sheet.said(row, RESPONSE_DIGEST)
        if new == now:
            self._result.unchanged += 1
            return False
        is_broken = on_file is None and response.comment in record.broken_comments
        if self._context.replaces:
            return True
        if now == exported and not is_broken:
            if not was_set_back(self._context, record, response.comment, exported):
                return True
            self._faults.say(faults.RESPONSE_SET_BACK, row, OUTCOME)
            return False
        if new == exported and not is_broken:
            self._result.kept += 1
            return False
        fault = faults.RESPONSE_BROKEN if is_broken else faults.RESPONSE_CHANGED
        self._faults.say(fault, row, OUTCOME)
        return False

    def _absent(self) -> int:
        """Count the comments that wait for an answer, and have no row."""
        revisions = {
            (record.id, comment.revision)
            for name in self._seen
            for record, comment in (self._context.comments[name],)
        }
        return sum(
            (record.id, comment.revision) in revisions
            and record.response_to(name) is None
            and name not in self._seen
            for name, (record, comment) in self._context.comments.items()
        )
