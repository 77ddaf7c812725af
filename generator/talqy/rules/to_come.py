"""R15: what is on record, or was taken out of a comment, under a day that has not come yet."""

from collections.abc import Iterator
from datetime import date

from talqy.model import paths
from talqy.model.history import RecordedComment, RecordedRevision
from talqy.model.problem import Path, Problem
from talqy.rules.rule import CheckContext, breach, rule

_Days = Iterator[tuple[Path, date | None]]


@rule("R15", source="the record: what it has, has happened")
def nothing_on_record_is_still_to_come(context: CheckContext) -> Iterator[Problem]:
    """What is on record has happened: no merge, correction, redaction or act lies after today."""
    # A project that rehearses has a day of its own, and merges may be given another one.
    today = max(context.assessment.today, context.now)
    for record in context.register.records:
        file = paths.history_file(record.id)
        for at, entry in enumerate(record.history.revisions if record.history else ()):
            # A merge dates many lines alike: each day is named where it stands first.
            first: dict[date, Path] = {}
            for path, day in _days(entry):
                if day and day > today:
                    first.setdefault(day, path)
            for day, path in first.items():
                yield _to_come(file, ("revisions", at, *path), day)
        for comment in record.comments:
            if comment.redacted and comment.redacted.on > today:
                path = ("redacted", "on")
                yield _to_come(comment.path.file, path, comment.redacted.on)


def _to_come(file: str, path: Path, day: date) -> Problem:
    return breach(
        file,
        path,
        "on record under {day}: that day has not come yet",
        "look at the clock and at the day; put back what git has of this file, or write what is "
        "true on its day",
        day=day.isoformat(),
    )


def _days(entry: RecordedRevision) -> _Days:
    """Yield the days of one text that a record can have only when they have come."""
    for part, day in entry.recorded.items():
        yield ("recorded", part.value), day
    talk = entry.consultation
    for key in ("posted", "extended"):
        for index, one in enumerate(getattr(talk, key, ())):
            yield ("consultation", key, index, "on"), one.on
            yield ("consultation", key, index, "since"), getattr(one, "since", None)
    for dated, value in entry.dated():
        yield (dated.value, "on"), value.on
    for index, correction in enumerate(entry.corrections):
        yield ("corrections", index, "on"), correction.on
    for index, line in enumerate(entry.comments):
        yield from _of_comment(("comments", index), line)


def _of_comment(path: Path, line: RecordedComment) -> _Days:
    yield (*path, "on"), line.on
    yield (*path, "since"), line.since
    yield (*path, "response", "on"), line.response.on if line.response else None
