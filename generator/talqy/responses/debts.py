"""Answers and reports that authorities owe: who still has to answer what, and by when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby

from talqy.model.comment import Comment, Outcome
from talqy.model.register import Assessment, Record, Register
from talqy.model.revision import Revision
from talqy.record.counts import became_of


class Owed(StrEnum):
    """What an authority owes: the codes stand in tables for programs."""

    REPORT = "report"
    ANSWER = "answer"
    LANGUAGE = "language"
    TEXT = "text"
    WORD = "word"
    """A word to those who came late: no law asks for it."""


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

    @property
    def is_any_overdue(self) -> bool:
        """Return whether answers or the report should be there by now."""
        return self.is_overdue or self.is_report_overdue

    @property
    def comments(self) -> Mapping[Owed, tuple[Comment, ...]]:
        """What is owed on which comments; nothing that is owed on none."""
        found = {
            Owed.ANSWER: self.waiting,
            Owed.WORD: self.late,
            Owed.LANGUAGE: self.half,
            Owed.TEXT: self.promised,
        }
        return {owed: comments for owed, comments in found.items() if comments}

    def day_of(self, owed: Owed) -> date | None:
        """Return the last day for what is owed; None where none is set."""
        return None if owed in _WITHOUT_A_DAY else self.due

    def is_late_with(self, owed: Owed) -> bool:
        """Return whether that day is over."""
        if owed is Owed.REPORT:
            return self.is_report_overdue
        return self.is_overdue and owed not in _WITHOUT_A_DAY


_WITHOUT_A_DAY = frozenset({Owed.TEXT, Owed.WORD})


def debts(register: Register, assessment: Assessment) -> tuple[Debt, ...]:
    """Return all that is owed: what is overdue first, then by the day on which it is due."""
    owed = (debt_on(register, assessment, *text) for text in register.revisions())
    return tuple(
        sorted(
            filter(None, owed),
            key=lambda debt: (
                not debt.is_any_overdue,
                debt.due or date.max,
                debt.record.id,
                debt.revision.revision,
            ),
        )
    )


def said_until(register: Register, day: date) -> Register:
    """Return a register without the comments and answers of later days: as it was on a day."""
    records = tuple(
        replace(
            record,
            comments=tuple(one for one in record.comments if one.received <= day),
            responses={
                name: one for name, one in (record.responses or {}).items() if one.decided.on <= day
            },
        )
        for record in register.records
    )
    return replace(register, records=records)


def by_authority(owed: Sequence[Debt]) -> Iterator[tuple[str, tuple[Debt, ...]]]:
    """Yield who owes what; the authority that owes the most urgent answer comes first."""
    first = {debt.record.standard.authority: at for at, debt in reversed([*enumerate(owed)])}
    by = sorted(owed, key=lambda debt: first[debt.record.standard.authority])
    for name, of in groupby(by, lambda debt: debt.record.standard.authority):
        yield name, tuple(of)


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
