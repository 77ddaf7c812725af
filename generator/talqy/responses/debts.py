"""Answers and reports that authorities owe: who still has to answer what, and by when."""

from dataclasses import dataclass
from datetime import date

from talqy.model.comment import Comment, Outcome
from talqy.model.register import Record, Register
from talqy.model.revision import Revision
from talqy.model.standing import Assessment
from talqy.record.counts import became_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """What is owed on one revision; `due` is None where no report will come.

    `waiting` comments have no response; `late` ones have none either, and came after the last day:
    none is due by that of the report. Those in `half` lack the reason in a language; those in
    `promised` were accepted, and the revision in which they are to land is not there yet. A report
    that is overdue is owed also where no comments came.
    """

    record: Record
    revision: Revision
    due: date | None
    is_overdue: bool
    waiting: tuple[Comment, ...]
    late: tuple[Comment, ...]
    half: tuple[Comment, ...]
    promised: tuple[Comment, ...]
    is_report_overdue: bool


def debts(register: Register, assessment: Assessment) -> tuple[Debt, ...]:
    """Return all that is owed: what is overdue first, then by the day on which it is due."""
    owed = (debt_on(register, assessment, *text) for text in register.revisions())
    return tuple(
        sorted(
            filter(None, owed),
            key=lambda debt: (
                not (debt.is_overdue or debt.is_report_overdue),
                debt.due or date.max,
                debt.record.id,
                debt.revision.revision,
            ),
        )
    )


def debt_on(
    register: Register, assessment: Assessment, record: Record, revision: Revision
) -> Debt | None:
    """Return what is owed on one text; None where nothing is."""
    term = assessment.of(record.id, revision.revision).report
    comments = record.comments_on(revision.revision)
    unanswered = tuple(
        comment
        for comment in comments
        if record.response_to(comment.id) is None and comment.id not in record.broken_comments
    )
    became = [(one, became_of(record, one, assessment)) for one in unanswered]
    waiting = tuple(one for one, fate in became if fate is None)
    late = tuple(one for one, fate in became if fate is Outcome.LATE)
    languages = register.languages_of(revision, assessment.today)
    half = tuple(c for c in comments if _is_half(record, c, languages))
    promised = tuple(c for c in comments if _is_promised(record, c))
    if not (waiting or late or half or promised or term.is_overdue):
        return None
    return Debt(
        record=record,
        revision=revision,
        due=term.answers_due,
        is_overdue=term.are_answers_overdue and bool(waiting or half),
        waiting=waiting,
        late=late,
        half=half,
        promised=promised,
        is_report_overdue=term.is_overdue,
    )


def _is_half(record: Record, comment: Comment, languages: tuple[str, ...]) -> bool:
    response = record.response_to(comment.id)
    return response is not None and any(
        not response.reason.get(language, "").strip() for language in languages
    )


def _is_promised(record: Record, comment: Comment) -> bool:
    response = record.response_to(comment.id)
    landed = response.landed if response else None
    return (
        landed is not None
        and record.revision(landed.revision) is None
        and landed.revision not in record.broken_revisions
    )
