"""The figures of a quarter for programs: JSON, or CSV; `docs/report.md` has the keys."""

import json
from collections.abc import Iterable
from typing import Any

from talqy.model.comment import AuthorKind, CommentChannel, Outcome
from talqy.model.register import Register
from talqy.office.csv_file import csv_text
from talqy.report.quarter import ClosedDiscussion

Tree = dict[str, Any]


def quarter_json(quarter: str, closed: Iterable[ClosedDiscussion], register: Register) -> str:
    """Say the figures of a quarter to a program."""
    tree = {
        "schema": 1,
        "quarter": quarter,
        "discussions": [_tree(one, register) for one in closed],
    }
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def quarter_csv(closed: Iterable[ClosedDiscussion], register: Register) -> str:
    """Say the figures of a quarter, a row for each discussion."""
    rows = [_tree(one, register) for one in closed]
    return csv_text(rows)


def _tree(one: ClosedDiscussion, register: Register) -> Tree:
    report, tally = one.report, one.tally
    figures, period, days = report.figures, report.period, one.tally.days_to_answer
    counted = {**figures.outcomes, Outcome.LATE: figures.late, Outcome.WITHDRAWN: figures.withdrawn}
    languages = sorted({*register.project.languages, *tally.languages})
    return {
        "standard": report.record.id,
        "revision": report.revision.revision,
        "developer": report.record.standard.authority,
        "kind": report.revision.kind.value,
        "opens": period.opens.isoformat(),
        "closes": period.closes.isoformat(),
        "days": period.days,
        "unit": period.unit.value,
        "extensions": len(report.consultation.extended),
        "received": figures.received,
        "outcomes": {str(code): counted.get(code, 0) for code in Outcome},
        "in_accepted": figures.in_accepted,
        "in_not_accepted": figures.in_not_accepted,
        "unanswered": figures.unanswered,
        "languages": {code: tally.languages.get(code, 0) for code in languages},
        "channels": {str(code): tally.channels.get(code, 0) for code in CommentChannel},
        "authors": {str(code): tally.authors.get(code, 0) for code in AuthorKind},
        "days_to_answer": {"median": tally.median_days, "longest": max(days, default=None)},
        "report_due": one.report_due.isoformat(),
        "report_on": report.notice.on.isoformat()
        if report.notice and report.is_published
        else None,
        "report_days_late": one.days_late,
    }
