"""The discussions that closed in a quarter, counted for the body that assesses quality.

Source: article 10 (10) of Law No. 88-V, the data that central state bodies give for the assessment.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from talqy.model.register import Register
from talqy.model.standing import Assessment
from talqy.record.tallies import Tally, tally
from talqy.report.report import Report, completion_report

_QUARTER = re.compile(r"(\d{4})-([1-4])")


@dataclass(frozen=True, slots=True)
class Quarter:
    """Three months of a year."""

    year: int
    number: int

    def holds(self, day: date) -> bool:
        """Return whether a day is in the quarter."""
        return (day.year, (day.month - 1) // 3 + 1) == (self.year, self.number)


def quarter_named(name: str) -> Quarter | None:
    """Read a quarter: `2026-4`; None where it is none."""
    match = _QUARTER.fullmatch(name)
    return Quarter(int(match[1]), int(match[2])) if match else None


@dataclass(frozen=True, slots=True)
class ClosedDiscussion:
    """One discussion that is over: its report, and the comments that came, counted.

    `days_late` are the days between the day when the report was due and the day of the report, or
    the day of the figures while there is none; 0 where it came in time, or still may.
    """

    report: Report
    tally: Tally
    report_due: date
    days_late: int


def closed_in(
    quarter: Quarter, register: Register, assessment: Assessment
) -> Iterator[ClosedDiscussion]:
    """Yield the discussions that closed in a quarter, standard by standard."""
    for record, revision in register.revisions():
        report = completion_report(record, revision, assessment, register)
        if report is None or not report.is_over or not quarter.holds(report.period.closes):
            continue
        due = report.standing.report_due or report.period.closes
        made = report.notice.on if report.notice and report.is_published else assessment.today
        yield ClosedDiscussion(
            report=report,
            tally=tally(record.comments_on(revision.revision), record.responses or {}),
            report_due=due,
            days_late=max((made - due).days, 0),
        )
