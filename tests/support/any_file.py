"""Any file taken in for the text of a small project, and what its report promises."""

from functools import cache

import builders as b
from cases import a_case, a_record
from talqy.comments.doors import Door
from talqy.comments.judge import context_of
from talqy.intake.importing import ImportedFile, Status, read_intake, take
from talqy.intake.mail import addressed
from talqy.intake.submission import ImportContext
from talqy.model.comment import CONSENT
from talqy.model.problem import Level

ZONE = "Asia/Almaty"


@cache
def into() -> ImportContext:
    """Return what is known before comments are taken in for the text of a small project."""
    case = a_case(a_record(b.a_revision(), comments=[b.a_comment()]))
    (record,) = case.register.records
    judge = context_of(case.register, case.assessment.today, Door.TABLE)
    return ImportContext(judge=judge, record=record, revision=record.revisions[0])


def taken(data: bytes, file: str) -> ImportedFile:
    """Take a file, and hold the report to what it promises."""
    context = into()
    read = addressed(read_intake(data, file, ZONE), context, clause="", by_subject=True)
    report = take(read, file, context, {})
    assert report.rows or report.problems or not file.endswith((".eml", ".msg", ".mbox"))
    for one in report.rows:
        assert (one.comment is None) == (one.status is Status.LEFT)
        errors = [p for p in one.problems if p.level is Level.ERROR]
        assert bool(errors) == (one.status is Status.LEFT)
        assert one.comment is None or one.comment.consent == CONSENT
        assert all(problem.said() and problem.advised() for problem in one.problems)
    names = [one.comment.id for one in report.rows if one.comment and one.status is Status.TAKEN]
    assert len(set(names)) == len(names)
    return report
