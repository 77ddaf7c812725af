"""Rows of a workbook in, responses and all that is wrong with them out. Files are not touched.

Each row is held to its comment and to what is on file now, then typed and held to the rules, as an
answer given by hand would be. A row whose answer says what is on file already is left alone, and so
is one that nobody touched since the export, whatever happened to the file meanwhile.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from talqy.comments.clause_names import is_day
from talqy.language.locale import Locale
from talqy.language.sayings import in_language, spoken_codes
from talqy.model.comment import Comment, Response
from talqy.model.problem import Kind, Level, Problem
from talqy.model.register import Record
from talqy.office.grids import Grid, Row
from talqy.record.digests import digest_of_response
from talqy.responses import faults
from talqy.responses.cells import (
    ResponseCells,
    ResponseContext,
    ResponseSheet,
    key_at,
    response_cells,
    response_sheet,
    same_words,
)
from talqy.responses.doubts import answered_otherwise
from talqy.responses.places import named_clauses, near
from talqy.responses.respond import LANDING, GivenResponse, broken_rules, typed
from talqy.responses.response_table import (
    COMMENT,
    COMMENT_DIGEST,
    DUPLICATE_OF,
    LANDED_CLAUSES,
    LANDED_REVISION,
    NUMBER,
    OUTCOME,
    PROPOSAL,
    QUOTE,
    RESPONSE_DIGEST,
    TEXT,
    known_heads,
    reason_key,
)


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


@dataclass(frozen=True, slots=True)
class _AnsweredRow:
    """One row with its comment and the answer that was read from it."""

    row: Row
    record: Record
    comment: Comment
    response: Response


def taken(sheet: ResponseSheet, context: ResponseContext) -> WorkbookResult:
    """Take in the answers of a sheet."""
    return _RowsTaken(sheet, context).done()


class _RowsTaken:
    """The way of one sheet through all checks."""

    def __init__(self, sheet: ResponseSheet, context: ResponseContext) -> None:
        self._sheet, self._context = sheet, context
        self._result = WorkbookResult()
        self._answers: dict[str, _AnsweredRow] = {}
        self._faulty: set[int] = set()
        self._seen: set[str] = set()
        self._at: dict[str, tuple[int, int]] = {}
        self._given: dict[str, list[tuple[Row, ResponseCells]]] = {}
        self._standards = {
            known[0].id for row in sheet.rows if (known := context.comments.get(self._id_of(row)))
        }

    def done(self) -> WorkbookResult:
        for row in self._sheet.rows:
            self._take(row)
        self._look_for_rivals()
        for record in self._context.register.records:
            self._apply_rules(record)
            self._look_for_doubts(record)
        good = [c for c in self._answers.values() if c.row.number not in self._faulty]
        self._result.ready = [(case.comment, case.response) for case in good]
        self._result.faulty = len(self._faulty)
        self._result.absent = self._absent()
        self._result.problems = self._in_order()
        return self._result

    def _in_order(self) -> list[Problem]:
        """Return what was found row by row, as a person mends it; the same is said once of a cell.

        The rules look at all answers when the rows have been read, each in its own turn.
        """
        once = {
            (problem.file, problem.kind, problem.said(), problem.advised()): problem
            for problem in self._result.problems
        }
        return sorted(once.values(), key=lambda problem: self._at[problem.file])

    def _id_of(self, row: Row) -> str:
        return self._sheet.said(row, COMMENT).lower()

    def _say(self, kind: Kind, row: Row, key: str, **values: object) -> None:
        self._faulty.add(row.number)
        self._tell(kind, row, key, values)

    def _tell(self, kind: Kind, row: Row, key: str, values: Mapping[str, object]) -> None:
        problem = Problem(kind, self._sheet.place(row, key).file, values)
        self._at[problem.file] = (row.number, self._sheet.columns.get(key, 0))
        self._result.problems.append(problem)

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
            self._say(faults.UNKNOWN_COMMENT, row, NUMBER, value=cell)
        else:
            self._say(faults.NO_COMMENT, row, NUMBER)

    def _answer(self, row: Row, cells: ResponseCells, record: Record, comment: Comment) -> None:
        # What stands in the row is all looked at, so that a person mends it once.
        self._compare_words(row, record, comment)
        response = self._response(row, cells, record, comment)
        if response is None:
            return
        if comment.id not in self._answers and self._is_news(row, record, response):
            self._answers[comment.id] = _AnsweredRow(row, record, comment, response)

    def _compare_words(self, row: Row, record: Record, comment: Comment) -> None:
        digest = self._sheet.said(row, COMMENT_DIGEST)
        if digest and digest != record.digests.get(comment.id):
            if not self._context.replaces:
                self._say(faults.COMMENT_CHANGED, row, TEXT)
            return
        originals = {QUOTE: comment.quote, TEXT: comment.text, PROPOSAL: comment.proposal}
        is_added = not self._sheet.said(row, COMMENT)
        for key, original in originals.items():
            cell = self._sheet.said(row, key)
            if key not in self._sheet.columns or (is_added and not cell):
                continue
            if not same_words(cell, original or ""):
                self._say(faults.WORDS_ALTERED, row, key)

    def _response(
        self, row: Row, cells: ResponseCells, record: Record, comment: Comment
    ) -> Response | None:
        before = len(self._result.problems)
        outcome = self._outcome(row, cells)
        for key, value in cells.errors.items():
            self._say(faults.CELL_ERROR, row, key, value=value)
        for key in cells.struck:
            self._say(faults.CELL_STRUCK, row, key)
        for key, value in cells.no_texts.items():
            self._say(faults.NO_TEXT, row, key, value=value)
        for language, reason in cells.reason.items():
            if not reason and language in self._languages(record, comment):
                self._say(
                    faults.NO_REASON, row, reason_key(language), language=in_language(language)
                )
        landed = self._landed(row, cells, outcome, (record, comment))
        original = self._original(row, cells, record)
        if len(self._result.problems) > before:
            return None
        response, refused = typed(
            GivenResponse(
                comment=comment,
                outcome=outcome,
                reason=cells.reason,
                by=self._context.by or record.standard.authority,
                on=self._context.on,
                landed=landed,
                duplicate_of=original,
            ),
            self._context.register,
        )
        for problem in refused:
            self._put(problem, row)
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
                self._say(faults.UNKNOWN_OUTCOME, row, OUTCOME, value=cell, known=known)
            else:
                self._say(faults.NO_OUTCOME, row, OUTCOME)
        return outcome or ""

    def _landed(
        self, row: Row, cells: ResponseCells, outcome: str, of: tuple[Record, Comment]
    ) -> tuple[str, tuple[str, ...]] | None:
        (record, comment), (revision, named) = of, cells.landed
        if not revision and not named:
            if outcome in LANDING:
                self._say(faults.LANDED_NOWHERE, row, LANDED_REVISION)
            return None
        if outcome and outcome not in LANDING:
            self._say(faults.LANDED_UNASKED, row, LANDED_REVISION)
        elif not revision or not named:
            key = LANDED_CLAUSES if revision else LANDED_REVISION
            self._say(faults.HALF_LANDED, row, key)
        elif not revision.isdigit():
            cell = self._sheet.said(row, LANDED_REVISION)
            kind = faults.REVISION_IS_DAY if is_day(revision) else faults.NO_REVISION
            self._say(kind, row, LANDED_REVISION, value=cell, number=comment.revision + 1)
        else:
            return revision, self._clauses(row, named, record, int(revision))
        return None

    def _clauses(self, row: Row, said: str, record: Record, number: int) -> tuple[str, ...]:
        clauses = named_clauses(said, record, number)
        for name in clauses.unknown:
            if is_day(name):
                self._say(faults.CLAUSE_IS_DAY, row, LANDED_CLAUSES, value=name)
                continue
            values: dict[str, object] = {"revision": number, "value": name}
            if probably := near(name, record, number):
                self._say(faults.NO_CLAUSE, row, LANDED_CLAUSES, **values, near=probably)
            else:
                self._say(faults.NO_CLAUSE_NEAR, row, LANDED_CLAUSES, **values)
        return clauses.ids

    def _original(self, row: Row, cells: ResponseCells, record: Record) -> str:
        if not cells.duplicate_of:
            return ""
        name = self._context.named(record.id, cells.duplicate_of)
        if record.comment(name) is None:
            cell = self._sheet.said(row, DUPLICATE_OF)
            self._say(faults.NO_ORIGINAL, row, DUPLICATE_OF, value=cell)
        return name

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
        if self._context.replaces or (now == exported and not is_broken):
            return True
        if new == exported and not is_broken:
            self._result.kept += 1
            return False
        fault = faults.RESPONSE_BROKEN if is_broken else faults.RESPONSE_CHANGED
        self._say(fault, row, OUTCOME)
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

    # --- all rows together -------------------------------------------------------------------

    def _look_for_rivals(self) -> None:
        """Name the rows that answer one comment otherwise, whatever else is wrong with them."""
        for rows in self._given.values():
            first, *others = rows
            for row, cells in others:
                if self._meant(cells) != self._meant(first[1]):
                    for one, other in ((row, first[0]), (first[0], row)):
                        where = self._sheet.place(other, OUTCOME).file
                        self._say(faults.ROW_TWICE, one, OUTCOME, other=where)

    def _meant(self, cells: ResponseCells) -> tuple[object, ...]:
        """Return what a row answers, whichever name of the outcome it has."""
        outcome = self._context.outcomes.get(cells.outcome, cells.outcome)
        return outcome, tuple(cells.reason.items()), cells.landed, cells.duplicate_of

    def _apply_rules(self, record: Record) -> None:
        cases = {name: case for name, case in self._answers.items() if case.record is record}
        files = {case.comment.path.response_file: case for case in cases.values()}
        responses = [case.response for case in cases.values()]
        context = self._context
        for problem in broken_rules(context.register, context.assessment, record, responses):
            case = files.get(problem.file) or cases.get(str(problem.values.get("comment")))
            if case:
                self._put(problem, case.row)

    def _look_for_doubts(self, record: Record) -> None:
        """Name what is odd about answers that will be written all the same."""
        cases = {name: case for name, case in self._answers.items() if case.record is record}
        responses = {name: case.response for name, case in cases.items()}
        for name, others in answered_otherwise(record, responses):
            named = ", ".join(map(record.comment_name, others))
            self._wonder(faults.OTHERWISE, cases[name].row, OUTCOME, comments=named)

    def _wonder(self, kind: Kind, row: Row, key: str, **values: object) -> None:
        """Name what is odd about a cell, and no fault of its row."""
        self._tell(kind, row, key, values)

    def _put(self, problem: Problem, row: Row) -> None:
        """Say of a cell what was found in the answer that it would become."""
        if problem.level is Level.ERROR:
            self._faulty.add(row.number)
        languages = self._context.register.project.languages
        key = key_at(problem.path, str(problem.values.get("language", "")), languages)
        self._tell(problem.kind, row, key, problem.values)
