"""What is owed after a discussion, and since when it is overdue: the one judge of reports.

A report is owed until it is there, or until nobody waits for it: the draft was given up, or another
text took its place. Article 15 (4) of Law No. 88-V sets no day; the project does (report_within).
"""

from collections.abc import Sequence
from datetime import date

from talqy.model.standing import ReportTerm, Stage

_LET_GO = frozenset({Stage.SUPERSEDED, Stage.WITHDRAWN, Stage.REPEALED})


def report_term(
    walk: Sequence[tuple[date, Stage]], due: date, made: date | None, today: date
) -> ReportTerm:
    """Return what is owed on `today`; `due` is the last day, `made` that of a published report.

    What became late stays late, whatever came after: a report, a withdrawal, another draft.
    """
    stages = [(day, stage) for day, stage in walk if day <= today]
    let_go = next((day for day, stage in stages if stage in _LET_GO), None)
    ends = [day for day in (made, let_go) if day]
    days_late = max((min(ends, default=today) - due).days, 0)
    is_unreported = let_go is not None and (made is None or let_go < made)
    is_given_up = bool(stages) and stages[-1][1] is Stage.WITHDRAWN
    answers_due = None if is_unreported or is_given_up else due
    return ReportTerm(
        due=None if is_unreported and not days_late else due,
        days_late=days_late,
        is_overdue=days_late > 0 and not ends,
        answers_due=answers_due,
        are_answers_overdue=answers_due is not None and answers_due < today,
    )
