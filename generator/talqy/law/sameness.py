"""Since when nothing has changed that is told of a standard, but for what names the day itself.

What is told compares the day with days that the files name, or that follow from them. So between
two such days it stays the same; where something is counted day by day, it does not.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from talqy.model.history import RecordedRevision
from talqy.model.project import Project
from talqy.model.register import Assessment, Record
from talqy.model.standing import Standing
from talqy.model.walk import days_in

_NEXT = timedelta(days=1)


def same_since(project: Project, record: Record, assessment: Assessment) -> date:
    """Return the first day since which all is told of a standard as on the day of an assessment.

    A day may have been the last one of something: then the day after it is another one. Prices are
    those of a year, so each year begins anew. The day that a project fixes for its site is no day
    on which something happens.
    """
    today = assessment.today
    standings = [assessment.of(record.id, text.revision) for text in record.revisions]
    if any(one.days_left is not None or one.report.is_overdue for one in standings):
        return today
    settings = project.model_copy(update={"today": None})
    entries = record.history.revisions if record.history else ()
    entered = [day for entry in entries for day in entry.days()]
    filed = (*record.comments, record.responses, *entered)
    told = (settings, record.standard, *record.revisions, *map(_happened, entries))
    known = {*days_in(told), *(day for standing in standings for day in _days(standing))}
    firsts = {date(today.year, 1, 1), *days_in(filed), *known, *(day + _NEXT for day in known)}
    return max(day for day in firsts if day <= today)


def _happened(entry: RecordedRevision) -> RecordedRevision:
    """Return what the record says of a text, without the days on which it came there."""
    return entry.model_copy(update={"recorded": {}, "comments": (), "corrections": ()})


def stands_as(record: Record, assessment: Assessment) -> str:
    """Write how the texts of a standard stand, but for what their words alone tell."""
    standings = (assessment.of(record.id, text.revision) for text in record.revisions)
    told = [repr(replace(standing, alignment=None)) for standing in standings]
    return "\n".join((str(assessment.today), *told))


def _days(standing: Standing) -> Iterator[date]:
    """Yield the days that follow from what a text names."""
    yield from (day for day, _ in standing.walk)
    report = standing.report
    for day in (standing.closes, report.due, report.answers_due, report.overdue_since):
        if day:
            yield day
