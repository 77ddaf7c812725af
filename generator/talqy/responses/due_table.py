"""What authorities owe, as a table: a row for each report and each comment, codes beside names."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from talqy.language.clause_sayings import plain_clause_name
from talqy.language.edition import Edition
from talqy.language.sayings import code_of, outcome_name
from talqy.model.comment import WHOLE, Comment, Outcome
from talqy.office.plain_tables import PlainTable, Value
from talqy.responses.debts import Debt, Owed

_WIDTHS = (18, 34, 18, 36, 10, 12, 34)


def owed_name(edition: Edition, owed: Owed) -> str:
    """Return what is owed, in words."""
    locale, words = edition.locale, edition.locale.words
    return {
        Owed.REPORT: words("Report on completion of the discussion"),
        Owed.ANSWER: outcome_name(locale, None),
        Owed.WORD: outcome_name(locale, Outcome.LATE),
        Owed.LANGUAGE: words("The reason is not there in every language"),
        Owed.TEXT: words("Accepted, but the next revision is not there yet"),
    }[owed]


@dataclass(frozen=True, slots=True)
class DueRow:
    """One thing that is owed; without a comment it is the report."""

    debt: Debt
    owed: Owed
    comment: Comment | None = None

    @property
    def day(self) -> date | None:
        """The last day for it; None where none is set."""
        return self.debt.day_of(self.owed)


def due_rows(owed: Sequence[Debt]) -> Iterator[DueRow]:
    """Yield all that is owed, text by text."""
    for debt in owed:
        if debt.is_report_overdue:
            yield DueRow(debt, Owed.REPORT)
        for what, comments in debt.comments.items():
            yield from (DueRow(debt, what, comment) for comment in comments)


def due_table(edition: Edition, owed: Sequence[Debt]) -> PlainTable:
    """Say in a language what is owed on the day of an edition."""
    columns = tuple(_columns(edition))
    day = edition.locale.state_of(edition.assessment.today)
    return PlainTable(
        title=edition.locale.words("Answers that are due"),
        notes=[edition.locale.words("As of {day}", day=day)],
        heads=[head for head, _ in columns],
        rows=[[value(row) for _, value in columns] for row in due_rows(owed)],
        widths=_WIDTHS,
        fixed=0,
        is_filtered=True,
    )


def _columns(edition: Edition) -> Iterator[tuple[str, Callable[[DueRow], Value]]]:
    locale, today = edition.locale, edition.assessment.today
    words = locale.words
    developer, standard, what = words("Developer"), words("Standard"), words("What is owed")
    yield code_of(locale, developer), lambda row: row.debt.record.standard.authority
    yield developer, lambda row: _developer(edition, row)
    yield code_of(locale, standard), lambda row: row.debt.record.id
    yield standard, lambda row: edition.title(row.debt.record)
    yield words("Revision"), lambda row: row.debt.revision.revision
    yield code_of(locale, what), lambda row: row.owed.value
    yield what, lambda row: owed_name(edition, row.owed)
    yield words("Last day"), lambda row: row.day or words("not applicable")
    yield words("Late, calendar days"), lambda row: _days_late(row, today)
    yield from _of_comment(edition)


def _of_comment(edition: Edition) -> Iterator[tuple[str, Callable[[DueRow], Value]]]:
    """Yield what is said of a comment; nothing of a report."""
    locale, words = edition.locale, edition.locale.words
    comment, clause = words("Comment"), words("Clause")
    columns: tuple[tuple[str, Callable[[Debt, Comment], Value]], ...] = (
        (code_of(locale, comment), lambda _, one: one.id),
        (comment, lambda debt, one: debt.record.comment_name(one.id)),
        (words("Received"), lambda _, one: one.received),
        (code_of(locale, clause), lambda _, one: one.clause_id or WHOLE),
        (clause, lambda debt, one: plain_clause_name(locale, debt.revision, one.clause_id)),
    )
    for head, value in columns:
        yield head, partial(_if_any, value)


def _if_any(value: Callable[[Debt, Comment], Value], row: DueRow) -> Value:
    return value(row.debt, row.comment) if row.comment else None


def _developer(edition: Edition, row: DueRow) -> str:
    return edition.authority(row.debt.record.standard.authority, short=False).striptags()


def _days_late(row: DueRow, today: date) -> int:
    late = row.debt.is_late_with(row.owed)
    return (today - row.day).days if late and row.day else 0
