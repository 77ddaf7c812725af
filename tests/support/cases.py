"""Values made straight from builders' trees, without files: for tests of derive and of checks."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import builders as b
from talqy.law.periods import Workdays
from talqy.model.comment import Comment, Response
from talqy.model.project import CalendarCorrections, Project
from talqy.model.register import Record, Register
from talqy.model.revision import Consultation, Revision
from talqy.model.standard import Standard
from talqy.model.standing import Stage
from talqy.project.shipped import shipped_calendars, shipped_codes, shipped_profiles
from talqy.project.survey import assess
from talqy.rules.check import RULES, check
from talqy.rules.rule import CheckContext

TABLE = shipped_calendars()["KZ"]
KAZAKHSTAN = Workdays(TABLE, CalendarCorrections())


def day(written: str) -> date:
    """Read a day."""
    return date.fromisoformat(written)


def a_record(
    *revisions: b.Tree,
    comments: Iterable[b.Tree] = (),
    responses: Iterable[b.Tree] = (),
    standard: b.Tree | None = None,
) -> Record:
    """Make everything on file about one standard; comments are put in order of receipt."""
    heard = [Comment.model_validate(tree) for tree in comments]
    answers = [Response.model_validate(tree) for tree in responses]
    return Record(
        standard=Standard.model_validate(standard or b.a_standard()),
        revisions=tuple(Revision.model_validate(tree) for tree in revisions or (b.a_revision(),)),
        comments=tuple(sorted(heard, key=lambda comment: (comment.received, comment.id))),
        responses={answer.comment: answer for answer in answers},
    )


def a_case(*records: Record, today: str = b.TODAY, project: b.Tree | None = None) -> CheckContext:
    """Make a case of records, assessed on a day."""
    settings = Project.model_validate(project or b.a_project())
    codes = shipped_codes().over(settings.codes)
    register = Register(settings, codes, shipped_profiles(), shipped_calendars(), records)
    return CheckContext(register, assess(register, day(today)))


def said(code: str, case: CheckContext) -> list[str]:
    """Return what one rule finds: `file key message`."""
    rule = next(rule for rule in RULES if rule.code == code)
    return [
        f"{problem.file.rpartition('/')[2]} {'.'.join(map(str, problem.path))}: {problem.said()}"
        for problem in rule.problems(case)
    ]


def advised(code: str, case: CheckContext) -> list[str]:
    """Return what one rule advises."""
    return [problem.advised() for problem in check(case) if problem.code == code]


def severities(code: str, case: CheckContext) -> set[str]:
    """Return how severe one rule's findings are."""
    return {str(problem.level) for problem in check(case) if problem.code == code}


def broken(case: CheckContext) -> set[str]:
    """Return the codes of all rules that are broken."""
    return {problem.code for problem in check(case)}


def stage(record: Record, on: str, number: int = 1) -> Stage:
    """Return the stage of one revision on one day."""
    return a_case(record, today=on).assessment.of(record.id, number).stage


def steps(record: Record, number: int = 1, on: str = b.TODAY) -> list[tuple[str, str]]:
    """Return the walk of one revision as text."""
    walk = a_case(record, today=on).assessment.of(record.id, number).walk
    return [(on.isoformat(), str(stage)) for on, stage in walk]


def consultation(**changes: Any) -> Consultation:
    """Make a consultation as a value."""
    return Consultation.model_validate(b.a_consultation(**changes))
