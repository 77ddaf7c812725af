"""S14: the days of steps. What has happened has come; an extension was announced in time.

`check` names what a text says already. Where it is said anew, by a step, a pull request or a work
at the desk, it is an error: afterwards nobody takes it off the record. A day far back is asked
about.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from talqy.errors import Saying
from talqy.model import paths
from talqy.model.problem import Kind, Level, Path, Problem
from talqy.model.revision import Revision
from talqy.rules.rule import CheckContext, rule

FAR_BACK = timedelta(days=14)
_AHEAD = Kind(
    "S14",
    "{what}: dated {on}, and that day has not come yet",
    "write the day on which it happened, when it has; only the day in force may lie ahead",
)
_TOO_LATE = Kind(
    "S14",
    "the extension to {to} was not announced in time: the discussion closed on {closes}",
    "a discussion that is over is not opened again: begin the next draft, and discuss that",
)
_FAR_BACK = Kind(
    "S14",
    "{what}: dated {on}, and said here only on {today}",
    "see whether the day is right: everybody sees both days",
    Level.PERSON,
)
_REPORT, _ADOPTION = Saying("the report"), Saying("the adoption")
_WITHDRAWAL = Saying("the withdrawal")

_Said = tuple[Path, Saying, date]


@rule("S14", level=Level.WARNING, source="the record: what it has, has happened")
def steps_have_happened(context: CheckContext) -> Iterator[Problem]:
    """A report, an act, a withdrawal is of a day that has come; said anew, else, it is an error."""
    today = max(context.assessment.today, context.now)
    for record, revision in context.register.revisions():
        file = paths.revision_file(record.id, revision.revision)
        for path, what, on in _said(revision):
            if on > today:
                yield _AHEAD.at(file, path, what=what, on=on)


def said_anew(standard: str, was: Revision | None, now: Revision, today: date) -> Iterator[Problem]:
    """Yield what is wrong with the days that a text says now, and did not say before."""
    file = paths.revision_file(standard, now.revision)
    before = {path: on for path, _, on in _said(was)} if was else {}
    for path, what, on in _said(now):
        if on > today and before.get(path) != on:
            yield _AHEAD.at(file, path, what=what, on=on)
        elif was and path not in before and on < today - FAR_BACK:
            yield _FAR_BACK.at(file, path, what=what, on=on, today=today)
    if was:
        yield from _extended(file, was, now, today)


def _extended(file: str, was: Revision, now: Revision, today: date) -> Iterator[Problem]:
    """Yield the extensions that come when the discussion, as it was announced, is over."""
    old, talk = was.consultation, now.consultation
    if old is None or talk is None or old.last_day >= today:
        return
    for at, extension in enumerate(talk.extended):
        if extension not in old.extended:
            path = ("consultation", "extended", at, "closes")
            yield _TOO_LATE.at(file, path, to=extension.closes, closes=old.last_day)


def _said(revision: Revision) -> Iterator[_Said]:
    talk = revision.consultation
    if talk and talk.report:
        yield ("consultation", "report", "on"), _REPORT, talk.report.on
    if revision.adopted:
        yield ("adopted", "on"), _ADOPTION, revision.adopted.on
    if revision.withdrawn:
        yield ("withdrawn", "on"), _WITHDRAWAL, revision.withdrawn.on
