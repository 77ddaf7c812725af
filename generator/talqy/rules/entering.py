"""R: what comes on record at the next merge although its part of the record was finished.

`check` says it before, `talqy merge` when it is done; both ask here.
"""

from collections.abc import Iterator

from talqy.errors import Listed, Saying
from talqy.model import paths
from talqy.model.comment import Outcome
from talqy.model.history import History, LateAfter, RecordedPart
from talqy.model.problem import Kind, Level, Problem
from talqy.model.register import Record
from talqy.record.entering import (
    answered_since,
    first_day_of_answer,
    late_since,
    on_trust,
    unanswered,
)
from talqy.record.recording import recorded_history
from talqy.rules.rule import CheckContext, breach, rule

_UNSEEN = "the record: nobody enters what is finished unseen"
_ON_TRUST = Kind(
    "R09",
    "taken on the word of the files, and not on record before: {parts}",
    "nothing is to be done; that it was so before, the record cannot show, and pages and receipts "
    "say since when it is kept",
    Level.WARNING,
)
_PARTS = {
    RecordedPart.CONSULTATION: Saying("the days of the discussion"),
    RecordedPart.REPORT: Saying("the report"),
    RecordedPart.ADOPTED: Saying("the adoption"),
    RecordedPart.WITHDRAWN: Saying("the withdrawal"),
}
_LATE = {
    LateAfter.REPORT: Kind(
        "R10",
        "this comment, received on {received}, comes on record after the report",
        "see whether it came in time; “talqy merge” asks for a yes, or for the reason (--reason)",
        Level.WARNING,
    ),
    LateAfter.CLOSE: Kind(
        "R10",
        "this comment, received on {received}, comes on record after the others got their numbers",
        "see whether it came in time; pages say since when it is on record",
        Level.WARNING,
    ),
}
_ANSWERED_LATE = Kind(
    "R10",
    "this answer comes on record after the report on its discussion",
    "“talqy merge” asks for a yes, or for the reason (--reason)",
    Level.WARNING,
)


@rule("R09", source=_UNSEEN, level=Level.WARNING)
def parts_come_on_record_when_they_happen(context: CheckContext) -> Iterator[Problem]:
    """What comes on record long after it happened, by the word of its file, is named."""
    for record, history in _next(context):
        known = tuple(
            e for e in history.revisions if record.history and record.history.of(e.revision)
        )
        yield from trusted(record, history.model_copy(update={"revisions": known}))


@rule("R10", source=_UNSEEN, level=Level.WARNING)
def comments_come_on_record_in_their_discussion(context: CheckContext) -> Iterator[Problem]:
    """What comes on record after the close or the report of its discussion is named."""
    for record, history in _next(context):
        yield from late(record, history)


@rule("R11", source=_UNSEEN)
def answers_are_not_dated_back(context: CheckContext) -> Iterator[Problem]:
    """No answer is decided before the day on which the record shows its comment without one."""
    for record in context.register.records:
        for entry in record.history.revisions if record.history else ():
            for line in entry.comments:
                first, response = first_day_of_answer(entry, line), record.response_to(line.id)
                comment = record.comment(line.id)
                if not (first and response and comment) or response.outcome is Outcome.LATE:
                    continue
                if response.decided.on < first:
                    yield breach(
                        comment.path.response_file,
                        ("decided", "on"),
                        "decided on {on}, and on {first} the record had no answer to this comment",
                        "give the day on which it was decided: an answer cannot be older than the "
                        "record that lacks it",
                        on=response.decided.on.isoformat(),
                        first=first.isoformat(),
                    )


def _next(context: CheckContext) -> Iterator[tuple[Record, History]]:
    """Yield each record to which the next merge would add something that was finished before."""
    for record in context.register.records:
        if _is_concerned(record) and (new := recorded_history(record, context.assessment)):
            yield record, new


def _is_concerned(record: Record) -> bool:
    """Return whether something may come late, or on trust: what is cheap to ask."""
    return any(
        not entry.recorded
        or any(record.response_to(comment) for comment in unanswered(entry))
        or (entry.is_over and len(entry.comments) < len(record.comments_on(entry.revision)))
        for entry in (record.history.revisions if record.history else ())
    )


def late(record: Record, history: History) -> Iterator[Problem]:
    """Yield the comments and answers that come into a part of the record that was finished."""
    for _, entry in late_since(record.history, history):
        comment = record.comment(entry.id)
        if comment and entry.late:
            kind = _LATE[entry.late.after]
            yield kind.at(comment.path.file, received=comment.received.isoformat())
    for _, entry in answered_since(record.history, history):
        if comment := record.comment(entry.id):
            yield _ANSWERED_LATE.at(comment.path.response_file)


def trusted(record: Record, history: History) -> Iterator[Problem]:
    """Yield what comes on record by the word of its file."""
    for found in on_trust(record.history, history):
        parts = [_PARTS[part] for part in found.parts]
        if found.answers:
            parts.append(Saying("answers: {count}", {"count": found.answers}))
        file = paths.revision_file(record.id, found.revision)
        yield _ON_TRUST.at(file, parts=Listed(tuple(parts), ", "))
