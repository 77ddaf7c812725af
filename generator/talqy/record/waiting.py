"""Comments that wait for an answer: until when, and whether it is overdue."""

from dataclasses import dataclass
from datetime import date

from talqy.model.comment import Comment
from talqy.model.register import Assessment, Record
from talqy.record.counts import became_of


@dataclass(frozen=True, slots=True)
class AnswerDue:
    """The last day for an answer that is owed."""

    day: date
    is_overdue: bool


def answer_due(assessment: Assessment, record: Record, comment: Comment) -> AnswerDue | None:
    """Return until when a comment waits for its answer by law; None where it does not."""
    revision = record.revision(comment.revision)
    if revision is None or became_of(record, comment, assessment) is not None:
        return None
    term = assessment.of(record.id, revision.revision).report
    return AnswerDue(term.answers_due, term.are_answers_overdue) if term.answers_due else None
