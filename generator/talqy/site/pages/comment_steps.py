"""The way of a comment in four steps: received, published, answered, and where it landed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from talqy.language.corrections import CorrectionView
from talqy.language.edition import Edition
from talqy.language.sayings import outcome_name, outcome_of
from talqy.law.periods import is_late
from talqy.model.comment import Comment
from talqy.model.register import Record
from talqy.record.counts import Unanswered
from talqy.record.waiting import AnswerDue
from talqy.site.pages.given_up import given_up
from talqy.site.pages.standard_parts import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseView:
    """The authority's answer."""

    authority: Markup
    on: date
    reason: Markup
    landed: tuple[Link, ...]
    promised: str
    duplicate_of: Link | None
    corrections: tuple[CorrectionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """A step on the way of a comment, with its day; `note` and `links` say more.

    One that is not done yet is `waiting`, and `overdue` after the last day for it.
    """

    state: str
    name: str
    day: date | None = None
    note: Markup | str = ""
    links: tuple[Link, ...] = ()


def came_late(record: Record, comment: Comment) -> bool:
    """Return whether a comment came after the last day for comments on its text."""
    revision = record.revision(comment.revision)
    return revision is not None and is_late(comment.received, revision.consultation)


def steps(
    edition: Edition,
    record: Record,
    comment: Comment,
    answer: ResponseView | None,
    due: AnswerDue | None,
) -> Iterator[StepView]:
    """Say how far a comment has come."""
    words = edition.locale.words
    yield StepView(state="done", name=words("Received on"), day=comment.received)
    yield StepView(
        state="done", name=words("Published"), note=_in_register(edition, record, comment)
    )
    if record.is_withdrawn(comment.id):
        yield StepView(
            state="done", name=words("Withdrawn by its author"), day=answer.on if answer else None
        )
        return
    if answer is None:
        revision = record.revision(comment.revision)
        if revision and (gone := given_up(edition, record, revision)):
            name = outcome_name(edition.locale, Unanswered.DRAFT_WITHDRAWN)
            on = revision.withdrawn.on if revision.withdrawn else None
            yield StepView(state="done", name=name, day=on, note=gone.reason)
            return
        yield _awaited(edition, due)
        yield StepView(state="waiting", name=words("Outcome"))
        return
    outcome = outcome_of(edition.locale, record, comment, edition.assessment)
    yield StepView(state="done", name=words("Answered on"), day=answer.on, note=outcome)
    if answer.promised:
        yield StepView(state="waiting", name=words("Change of the text"), note=answer.promised)
    elif answer.landed:
        yield StepView(state="done", name=words("Taken into the text"), links=answer.landed)
    elif answer.duplicate_of:
        joined = words("Joined with the comment")
        yield StepView(state="done", name=joined, links=(answer.duplicate_of,))
    else:
        yield StepView(state="done", name=words("The text was not changed because of it"))


def _in_register(edition: Edition, record: Record, comment: Comment) -> str:
    """Say since when the register has a comment: of the day of its publication nothing is kept."""
    words, line = edition.locale.words, record.recorded.get(comment.id)
    name = record.comment_name(comment.id)
    if line is None:
        return words("Its day stands in the register after the discussion")
    if line.on is None:
        return words("In the register: {name}; its day is not kept there", name=name)
    day = edition.locale.day(line.on)
    return words("In the register since {day}: {name}", day=day, name=name)


def _awaited(edition: Edition, due: AnswerDue | None) -> StepView:
    words = edition.locale.words
    if due is None:
        return StepView(state="waiting", name=outcome_name(edition.locale, None))
    if due.is_overdue:
        return StepView(state="overdue", name=words("The answer was due by"), day=due.day)
    return StepView(state="waiting", name=words("To be answered by"), day=due.day)
