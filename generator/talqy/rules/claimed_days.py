"""R13: what bears a day on which the record shows that it was not there.

`check` and the gate say it of what is on record and of what would come there; `talqy merge` says it
when it is done.
"""

from collections.abc import Iterator
from datetime import date

from talqy.errors import Saying
from talqy.model import paths
from talqy.model.history import RecordedPart
from talqy.model.problem import Kind, Level, Path, Problem
from talqy.model.register import Record
from talqy.model.revision import Posting, Revision
from talqy.record.claimed_days import ClaimedDay, claimed_days, claimed_days_ahead
from talqy.rules.rule import CheckContext, rule

_WHAT = {
    RecordedPart.CONSULTATION: (Saying("the posting"), ("consultation", "posted")),
    RecordedPart.REPORT: (Saying("the report"), ("consultation", "report", "on")),
    RecordedPart.ADOPTED: (Saying("the adoption"), ("adopted", "on")),
    RecordedPart.WITHDRAWN: (Saying("the withdrawal"), ("withdrawn", "on")),
}
_DATED = Kind(
    "R13",
    "{what}: dated {on}, on record since {since}, and not there yet on {shown}",
    "look the day up; pages show both days, and “talqy correct” changes one that is wrong",
    Level.WARNING,
)


@rule("R13", source="the record: a day is shown beside that of the record", level=Level.WARNING)
def days_are_not_older_than_the_record_shows(context: CheckContext) -> Iterator[Problem]:
    """What is dated before a day on which the record did not have it is named."""
    for record in context.register.records:
        for entry in record.history.revisions if record.history else ():
            text = record.revision(entry.revision)
            if text is None:
                continue
            found = [
                *claimed_days(entry),
                *claimed_days_ahead(entry, text, context.assessment.today),
            ]
            yield from _parts(record, text, found)


def claimed_ahead(record: Record, today: date) -> Iterator[Problem]:
    """Yield what comes on record at a merge of today with an older day."""
    for entry in record.history.revisions if record.history else ():
        if text := record.revision(entry.revision):
            yield from _parts(record, text, list(claimed_days_ahead(entry, text, today)))


def _parts(record: Record, text: Revision, found: list[ClaimedDay]) -> Iterator[Problem]:
    for one in found:
        if one.shown:
            what, path = _WHAT[one.part]
            yield _DATED.at(
                paths.revision_file(record.id, text.revision),
                path if one.posting is None else _place(text, one.posting),
                what=what,
                on=one.on.isoformat(),
                since=one.since.isoformat(),
                shown=one.shown.isoformat(),
            )


def _place(text: Revision, posting: Posting) -> Path:
    """Return where a posting stands in the file of its text; one that is not there, all of them."""
    _, path = _WHAT[RecordedPart.CONSULTATION]
    posted = text.consultation.posted if text.consultation else ()
    return (*path, posted.index(posting), "on") if posting in posted else path
