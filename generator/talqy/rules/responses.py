"""A: answers. Every timely comment gets an outcome and a reason before the report."""

from collections.abc import Iterator

from talqy.law.periods import is_late, is_still_to_come
from talqy.model.comment import Comment, Outcome, Response
from talqy.model.problem import Level, Problem
from talqy.model.register import Record
from talqy.model.revision import Consultation
from talqy.model.standing import Stage
from talqy.rules.rule import CheckContext, breach, rule

_ARTICLE_15 = "Law No. 88-V, art. 15 (4)"
_REASONED = (Outcome.REJECTED, Outcome.ACCEPTED_PARTLY, Outcome.OUT_OF_SCOPE)
_SHORTEST_REASON = 20


def _discussed(context: CheckContext) -> Iterator[tuple[Record, Comment, Consultation]]:
    for record, revision in context.register.revisions():
        for comment in record.comments_on(revision.revision):
            if revision.consultation:
                yield record, comment, revision.consultation


@rule("A01", source=f"{_ARTICLE_15}: the report lists reasons for every comment")
def responses_come_before_the_report(context: CheckContext) -> Iterator[Problem]:
    """Every timely comment is answered when the report is published."""
    for record, comment, consultation in _discussed(context):
        if not consultation.is_reported(context.assessment.today):
            continue
        timely = not is_late(comment.received, consultation)
        answered = record.response_to(comment.id) or comment.id in record.broken_comments
        if timely and not answered:
            yield breach(
                comment.path.file,
                (),
                "the report of {day} is published, but this comment has no answer",
                "write {answer} with an outcome and a reason",
                day=consultation.report.on if consultation.report else "",
                answer=comment.path.response_file.rpartition("/")[2],
            )


@rule("A02", source=f"{_ARTICLE_15}: what came after the period is not considered")
def late_comments_are_called_late(context: CheckContext) -> Iterator[Problem]:
    """The outcome “late” goes to the comments that came after the closing day, and to no others."""
    for record, comment, consultation in _discussed(context):
        response = record.response_to(comment.id)
        if response is None or response.outcome is Outcome.WITHDRAWN:
            continue
        late = is_late(comment.received, consultation)
        if late != (response.outcome is Outcome.LATE):
            yield breach(
                comment.path.response_file,
                ("outcome",),
                "received on {day}, closing day {last}: the outcome “{outcome}” does not fit",
                "“late” is for comments received after the closing day, and only for them",
                day=comment.received,
                last=consultation.last_day,
                outcome=response.outcome,
            )


@rule("A03", source=_ARTICLE_15)
def comments_come_after_the_opening(context: CheckContext) -> Iterator[Problem]:
    """A comment is received on a day on which the draft was already under discussion."""
    for _, comment, consultation in _discussed(context):
        if comment.received < consultation.opens:
            yield breach(
                comment.path.file,
                ("received",),
                "received on {day}, but the discussion opened on {opens}",
                "look the day up; a comment on an earlier text belongs to that revision",
                day=comment.received,
                opens=consultation.opens,
            )
        if is_still_to_come(comment.received, context.assessment.today):
            yield breach(
                comment.path.file,
                ("received",),
                "received on {day}, which is still to come",
                "look the day up",
                day=comment.received,
            )


@rule("A04", source=_ARTICLE_15)
def decisions_come_after_comments(context: CheckContext) -> Iterator[Problem]:
    """A response is decided after its comment came, and not after the day of the site."""
    for record, comment, _ in _discussed(context):
        response = record.response_to(comment.id)
        if response and not comment.received <= response.decided.on <= context.assessment.today:
            yield breach(
                comment.path.response_file,
                ("decided", "on"),
                "decided on {on}, received on {received}",
                "the decision lies between the receipt of the comment and today",
                on=response.decided.on,
                received=comment.received,
            )


@rule("A05", level=Level.WARNING, source=f"{_ARTICLE_15}: a reason, not only a verdict")
def reasons_say_something(context: CheckContext) -> Iterator[Problem]:
    """A comment that is not taken in full gets more than a word."""
    for record, comment, _ in _discussed(context):
        response = record.response_to(comment.id)
        if response and response.outcome in _REASONED and _is_curt(response):
            yield breach(
                comment.path.response_file,
                ("reason",),
                "the reason is shorter than {shortest} characters",
                "say why, so that the author can follow",
                shortest=_SHORTEST_REASON,
            )


def _is_curt(response: Response) -> bool:
    return any(len(text.strip()) < _SHORTEST_REASON for text in response.reason.values())


@rule("A06", source="Law No. 88-V, art. 15 (2): what is discussed is the posted draft")
def comments_have_a_discussion(context: CheckContext) -> Iterator[Problem]:
    """Comments are given on revisions that were put up for discussion."""
    for record, revision, standing in context.revisions():
        if revision.consultation is None or standing.stage is Stage.PLANNED:
            for comment in record.comments_on(revision.revision):
                yield breach(
                    comment.path.file,
                    ("revision",),
                    "r{revision} is not, and was not, under discussion",
                    "put the comment to the revision that was discussed on that day",
                    revision=revision.revision,
                )
