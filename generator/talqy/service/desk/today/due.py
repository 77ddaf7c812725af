"""What is due, by whom, until when: overdue first, then by its day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from talqy.language.sayings import revision_number
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.responses.debts import Debt, debts
from talqy.service.desk.pages import DeskVisit, answers_page, steps_page
from talqy.service.desk.steps.way_page import next_day, next_words
from talqy.steps.way import Next, NextOnWay, next_on_way

_WAITING = frozenset({Next.OPENING, Next.CLOSING, Next.IN_FORCE})


@dataclass(frozen=True, slots=True)
class DueView:
    """Something that is due, or that is waited for: of which text, what, until when, by whom."""

    title: str
    what: str
    until: str
    by: str
    href: str
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class DueLists:
    """What is to be done, and what is only to be waited for."""

    to_do: Sequence[DueView]
    waiting: Sequence[DueView]


def due_lists(visit: DeskVisit) -> DueLists:
    """Return what is due of all that is published."""
    found = sorted(_found(visit), key=lambda one: one[0])
    to_do = [view for (is_later, *_), view in found if not is_later]
    return DueLists(to_do, [view for (is_later, *_), view in found if is_later])


_Weight = tuple[bool, bool, date, str, int]


def _found(visit: DeskVisit) -> Iterator[tuple[_Weight, DueView]]:
    register, assessment = visit.edition.register, visit.edition.assessment
    for record, revision in register.revisions():
        standing = assessment.of(record.id, revision.revision)
        after = next_on_way(record, revision, standing, assessment.today)
        if after.what is not Next.NOTHING:
            yield _weight(record, revision, after), _view(visit, record, revision, after)
    for debt in debts(register, assessment):
        yield from _answers(visit, debt)


def _weight(record: Record, revision: Revision, after: NextOnWay) -> _Weight:
    is_later = after.what in _WAITING
    return is_later, not after.is_overdue, after.day or date.max, record.id, revision.revision


def _view(visit: DeskVisit, record: Record, revision: Revision, after: NextOnWay) -> DueView:
    locale = visit.edition.locale
    if after.what is Next.ANSWER:
        below = answers_page(record.id, revision.revision)
    else:
        below = steps_page(record.id)
    return DueView(
        title=_title(visit, record, revision),
        what=next_words(locale, after),
        until=next_day(locale, replace(after, is_overdue=False)),
        by=visit.edition.authority(record.standard.authority).striptags(),
        href=visit.path(below),
        is_overdue=after.is_overdue,
    )


def _answers(visit: DeskVisit, debt: Debt) -> Iterator[tuple[_Weight, DueView]]:
    """Tell of answers that are there and not whole: in one language only, or without their text."""
    record, revision = debt.record, debt.revision
    half = visit.say("Answers without a reason in every language: {n}", n=len(debt.half))
    promised = visit.say("Accepted, and the next text is not there yet: {n}", n=len(debt.promised))
    for words, comments in ((half, debt.half), (promised, debt.promised)):
        if comments:
            is_overdue = debt.is_overdue and words is half
            weight = (False, not is_overdue, debt.due or date.max, record.id, revision.revision)
            yield (
                weight,
                DueView(
                    title=_title(visit, record, revision),
                    what=words,
                    until=_until(visit, debt.due, is_overdue=is_overdue),
                    by=visit.edition.authority(record.standard.authority).striptags(),
                    href=visit.path(answers_page(record.id, revision.revision)),
                    is_overdue=is_overdue,
                ),
            )


def _until(visit: DeskVisit, due: date | None, *, is_overdue: bool) -> str:
    """Say until when answers are due, with whether that day is over: in one sentence, once."""
    if due is None:
        return ""
    day = visit.edition.locale.day(due)
    if is_overdue:
        return visit.say("Overdue, last day: {day}", day=day)
    return visit.say("Last day: {day}", day=day)


def _title(visit: DeskVisit, record: Record, revision: Revision) -> str:
    title = visit.edition.short_title(record).striptags()
    return f"{title}, {revision_number(visit.edition.locale, revision.revision)}"
