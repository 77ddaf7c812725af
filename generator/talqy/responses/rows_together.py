"""All rows of a workbook together: what no row shows by itself.

Two rows that answer one comment otherwise, the rules that weigh answers beside each other, and
answers to like comments that differ.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from talqy.model.comment import Comment, Response
from talqy.model.register import Record
from talqy.office.grids import Row
from talqy.responses import faults
from talqy.responses.cells import ResponseCells, ResponseContext, ResponseSheet
from talqy.responses.doubts import answered_otherwise
from talqy.responses.respond import broken_rules
from talqy.responses.response_table import OUTCOME
from talqy.responses.row_faults import RowFaults

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
