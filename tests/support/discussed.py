"""Discussions with comments and answers, and the reports on them."""

from typing import Any

import builders as b
from cases import a_case, a_record
from talqy.model.register import Record
from talqy.report.report import Entry, Report, completion_report

# The first discussion of the builders: from 2 to 19 June 2026, with a report on the 26th.
DURING, LATE, AFTER = "2026-06-10", "2026-06-25", "2026-06-26"
DECIDED = {"by": b.MINISTRY, "on": AFTER}
IDS = [f"{letter}00000000{digit}" for letter in "abc" for digit in range(10)]
LANDED = {"landed": {"revision": "2", "clauses": ["term"]}}
ASKED = {"reason": b.said("Автордың хаты бойынша қайтарылды.", "Отозвано по письму автора.")}
NEEDS = {"accepted": LANDED, "accepted-partly": LANDED, "withdrawn": ASKED}


def heard(name: str, **changes: Any) -> b.Tree:
    """Make a comment that came in time."""
    return b.a_comment(name, **{"received": DURING, **changes})


def decided(name: str, outcome: str = "noted", **changes: Any) -> b.Tree:
    """Make the answer to it, with what the outcome needs."""
    own = {"decided": DECIDED, **NEEDS.get(outcome, {}), **changes}
    return b.a_response(name, outcome=outcome, **own)


def a_discussed_record(comments: list[b.Tree], responses: list[b.Tree], **changes: Any) -> Record:
    """Make a standard whose first text was discussed, and was followed by another."""
    texts = (b.an_adopted_revision(**changes), b.a_revision(2))
    return a_record(*texts, comments=comments, responses=responses)


def reported(record: Record, number: int = 1, today: str = b.TODAY) -> Report:
    """Draw up the report on one discussion."""
    case = a_case(record, today=today)
    revision = record.revision(number)
    assert revision
    found = completion_report(record, revision, case.assessment, case.register)
    assert found
    return found


def report_of(comments: list[b.Tree], responses: list[b.Tree], **changes: Any) -> Report:
    return reported(a_discussed_record(comments, responses, **changes))


def ids(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.comment.id for entry in entries]
