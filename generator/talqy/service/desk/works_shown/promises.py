"""Answers that say a change is in a text where nothing changed: also of a draft in work."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talqy.language.clause_sayings import plain_clause_name
from talqy.model.comment import Comment
from talqy.model.digest import key_of
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.responses.unkept import unkept_clauses
from talqy.service.desk.pages import DeskVisit, answers_page, text_page
from talqy.service.desk.work.values import WorkKind, WorkName


@dataclass(frozen=True, slots=True)
class UnkeptPromise:
    """An accepted comment whose change is not in the text that its answer names."""

    comment: Comment
    name: str
    words: str
    answer: str
    text: str


def text_in_work(visit: DeskVisit, standard: str, number: int) -> Revision | None:
    """Return a text as its draft was saved at the desk, else as it is published."""
    work = visit.context.works.of(WorkName(WorkKind.DRAFT, standard, number))
    record = work.state.register.record(standard) if work.state.register else None
    return record.revision(number) if record else None


def unkept_words(
    visit: DeskVisit, record: Record, on: int, landed: int, named: Sequence[str]
) -> str:
    """Say which clauses stand in a text as they stood when people were heard; empty if none."""
    heard_on = record.revision(on)
    text = text_in_work(visit, record.id, landed) or record.revision(landed)
    if heard_on is None or text is None:
        return ""
    same = unkept_clauses(record, heard_on, text, named)
    if not same:
        return ""
    locale = visit.edition.locale
    return visit.say(
        "The answer says that the change is in revision {landed}, and there this is as it was in "
        "revision {on}: {clauses}",
        landed=landed,
        on=on,
        clauses="; ".join(plain_clause_name(locale, text, name) for name in same),
    )


def unkept_promises(visit: DeskVisit, record: Record, number: int) -> list[UnkeptPromise]:
    """Return the answers on a text that promise what no text has; drafts in work are asked."""
    return list(_unkept(visit, record, number))


def _unkept(visit: DeskVisit, record: Record, number: int) -> Iterator[UnkeptPromise]:
    for comment in record.comments_on(number):
        response = record.response_to(comment.id)
        landed = response.landed if response else None
        if landed is None:
            continue
        words = unkept_words(visit, record, number, landed.revision, landed.clauses)
        if words:
            yield UnkeptPromise(
                comment=comment,
                name=record.comment_name(comment.id),
                words=words,
                answer=visit.path(answers_page(record.id, number, f"answer/?c={comment.id}")),
                text=visit.path(text_page(record.id, landed.revision)),
            )


def promises_digest(promises: Sequence[UnkeptPromise]) -> str:
    """Return a digest of promises: who says yes to them says it to these alone."""
    return key_of(*(f"{one.comment.id} {one.words}" for one in promises))
