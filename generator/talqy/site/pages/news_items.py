"""What there is to tell: steps of drafts, answers, words that people have changed, corrections.

One list for feeds and for the pages that say the same to people. Every day comes from the data.
What only keeps the books (a posting, what came on record late, what was added to an answer) is no
news by itself: those who follow one standard are told of a day of it in one entry.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from talqy.language.claimed_days import claimed_day_views
from talqy.language.clause_sayings import plain_name_of_changed
from talqy.language.corrections import corrections_of
from talqy.language.edition import Edition
from talqy.language.event_words import event_words
from talqy.language.for_you import in_short_or_why
from talqy.language.late import LateView, late_views
from talqy.law.stages import closing_day
from talqy.law.timeline import Event, EventKind, timeline
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.model.standing import Stage
from talqy.site.pages.beside import meeting_view

_MOST_OF_NOTE = 300
NEWEST = 50
"""How many entries a feed has, and a page of news; what is older stands on further pages."""

_TOLD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One thing that happened to a text; `name` tells it from all others of its standard.

    `is_bookkeeping` is whether it only keeps the books, and is told with others of its day; what
    `is_dated_back` is told to all, for it came on record after the day that it bears.
    `summary` is for a feed, whose entries stand alone; a page says the `note`, once. `place` is the
    page that says more, from the root of a language. `entries` are those of the record that it
    stands for.
    """

    record: Record
    revision: int
    name: str
    on: date
    title: str
    summary: str
    note: str
    place: str
    is_bookkeeping: bool = False
    is_dated_back: bool = False
    entries: int = 1

    @property
    def key(self) -> str:
        """Its name among all others of the site, for ever."""
        return f"{self.record.id}/r{self.revision}/{self.name}"


def news(edition: Edition, records: Iterable[Record]) -> list[News]:
    """Return what people follow of some standards, and what was dated back, the newest first."""
    return _newest_first(
        one
        for record in records
        for one in _told(edition, _of(edition, record))
        if not one.is_bookkeeping or one.is_dated_back
    )


def news_of_standard(edition: Edition, record: Record) -> list[News]:
    """Return all that there is to tell of one standard; what keeps the books ends its day."""
    return _newest_first(_told(edition, _of(edition, record)))


def _told(edition: Edition, found: Sequence[News]) -> Iterator[News]:
    """Yield the news of a standard: of what keeps the books one entry a day of each sort."""
    yield from (one for one in found if not one.is_bookkeeping)
    kept = [one for one in found if one.is_bookkeeping]
    for day, is_dated_back in dict.fromkeys((one.on, one.is_dated_back) for one in kept):
        of_day = [one for one in kept if (one.on, one.is_dated_back) == (day, is_dated_back)]
        yield _books(edition, of_day)


def _newest_first(found: Iterable[News]) -> list[News]:
    def place(one: News) -> tuple[date, bool, str, int]:
        return one.on, not one.is_bookkeeping, one.record.id, one.revision

    return sorted(found, key=place, reverse=True)


def _of(edition: Edition, record: Record) -> tuple[News, ...]:
    """Return the news of one standard, which several lists hold."""
    return edition.in_own.once("news", (record.id,), lambda: tuple(_all(edition, record)))


def _all(edition: Edition, record: Record) -> Iterator[News]:
    for event in timeline(record, edition.assessment.today):
        yield _step(edition, record, event)
    for revision in record.revisions:
        yield from _closing(edition, record, revision)
        yield from _overdue(edition, record, revision)
        yield from _answered(edition, record, revision)
        yield from _changed(edition, record, revision)
        yield from _corrections(edition, record, revision.revision)
        yield from _late(edition, record, revision.revision)
        yield from _claimed_days(edition, record, revision.revision)


def _books(edition: Edition, kept: Sequence[News]) -> News:
    """Tell what was kept on one day in one entry, which leads to the whole list; one as it is."""
    if len(kept) == 1:
        return kept[0]
    locale, last = edition.locale, max(kept, key=lambda one: one.revision)
    meaning = dated_back(edition)
    first = [meaning] * last.is_dated_back
    notes = ((one.title, one.note if one.note != meaning else "") for one in kept[:_TOLD])
    told = [". ".join(filter(None, one)) for one in notes]
    more = [locale.words("and {n} more", n=locale.number(len(kept) - _TOLD))]
    more *= len(kept) > _TOLD
    return replace(
        last,
        name=f"{'dated' if last.is_dated_back else 'record'}/{last.on.isoformat()}",
        title=books_title(edition, len(kept), is_dated_back=last.is_dated_back),
        summary="\n".join((*first, *told, *more)),
        note="\n".join((*first, *told, *more)),
        entries=len(kept),
        place=_history(last.record, last.revision),
    )


def books_title(edition: Edition, entries: int, *, is_dated_back: bool) -> str:
    """Say how much was put on record on one day."""
    if is_dated_back:
        return edition.locale.count(
            "{n} entry was put on record later than its day",
            "{n} entries were put on record later than their days",
            entries,
        )
    return edition.locale.count("{n} entry put on record", "{n} entries put on record", entries)


def dated_back(edition: Edition) -> str:
    """Say what it means that something came on record after its day."""
    return edition.locale.words(
        "Before this day the record had nothing of it, and nobody could check it there."
    )


# --- steps of a draft ----------------------------------------------------------------------------


def _step(edition: Edition, record: Record, event: Event) -> News:
    until, ahead = _until(edition, event), tuple(_ahead(edition, event))
    note = until
    if event.kind is EventKind.OPENED:
        note = (in_short_or_why(edition, record, event.revision, _MOST_OF_NOTE), *ahead)
    return News(
        record=record,
        revision=event.revision.revision,
        name=f"{event.kind}/{event.number}",
        on=event.on,
        title=event_words(edition.locale, event),
        summary="\n".join((edition.locale.plain(event.revision.explanation), *until, *ahead)),
        note="\n".join(note),
        place=_history(record, event.revision.revision),
        is_bookkeeping=event.kind is EventKind.POSTED,
    )


def _until(edition: Edition, event: Event) -> tuple[str, ...]:
    """Say which day an extension set; a later one may have set another."""
    talk = event.revision.consultation
    if talk is None or event.kind is not EventKind.EXTENDED:
        return ()
    day = edition.locale.day(talk.extended[event.number].closes)
    return (edition.locale.words("New closing day: {day}", day=day),)


def _ahead(edition: Edition, event: Event) -> Iterator[str]:
    """Say what was still to be held on a draft that day: a hearing that is over is no news."""
    withdrawn = event.revision.withdrawn
    for held in (one.known_on(event.on) for one in event.revision.events):
        if held.on >= event.on and not (withdrawn and withdrawn.on <= held.on):
            view = meeting_view(edition, held)
            place = f". {edition.locale.plain(held.place)}" if held.place else ""
            yield f"{view.when}: {view.name}{place}"


def _closing(edition: Edition, record: Record, revision: Revision) -> Iterator[News]:
    """Say that few days are left, each time that holds, with the last day as it was known then."""
    talk, locale, today = revision.consultation, edition.locale, edition.assessment.today
    if talk is None:
        return
    walk = edition.standing(record, revision).walk
    days = [day for day, stage in walk if stage is Stage.CLOSING and day <= today]
    for number, day in enumerate(days):
        last = f"{locale.words('Last day for comments')}: {locale.day(closing_day(talk, day))}"
        yield News(
            record=record,
            revision=revision.revision,
            name=f"closing/{number}",
            on=day,
            title=locale.coded("stage", Stage.CLOSING),
            summary=last,
            note=last,
            place=edition.form_of(record),
        )


def _overdue(edition: Edition, record: Record, revision: Revision) -> Iterator[News]:
    """Say that the last day of a report went by without it, on the day after."""
    since, locale = edition.standing(record, revision).report.overdue_since, edition.locale
    if since:
        due = locale.day(since - timedelta(days=1))
        yield News(
            record=record,
            revision=revision.revision,
            name="overdue/0",
            on=since,
            title=f"{locale.words('The report was due by')}: {due}",
            summary=edition.locale.plain(revision.explanation),
            note="",
            place=f"{addresses.comments(record.id)}#r{revision.revision}",
        )


# --- what became of comments ---------------------------------------------------------------------


def _answered(edition: Edition, record: Record, revision: Revision) -> Iterator[News]:
    """Say on which days answers were given, and how many."""
    given = (record.response_to(one.id) for one in record.comments_on(revision.revision))
    days = Counter(answer.decided.on for answer in given if answer)
    for day, count in days.items():
        if day <= edition.assessment.today:
            yield News(
                record=record,
                revision=revision.revision,
                name=f"answered/{day.isoformat()}",
                on=day,
                title=edition.locale.count("{n} comment answered", "{n} comments answered", count),
                summary=edition.locale.plain(revision.explanation),
                note="",
                place=f"{addresses.comments(record.id)}#r{revision.revision}",
            )


def _changed(edition: Edition, record: Record, revision: Revision) -> Iterator[News]:
    """Say which clauses were changed because of comments, on the day the new text went public."""
    changes = [one for one in revision.amendments if one.comments]
    base = record.base_of(revision)
    day = revision.consultation.opens if revision.consultation else revision.dated
    if not changes or base is None or day > edition.assessment.today:
        return
    names = dict.fromkeys(clause for one in changes for clause in one.clauses)
    clauses = "; ".join(plain_name_of_changed(edition.locale, record, revision, n) for n in names)
    yield News(
        record=record,
        revision=revision.revision,
        name="changed/0",
        on=day,
        title=edition.locale.words("Changed because of comments"),
        summary=clauses,
        note=clauses,
        place=addresses.compare(record.id, base.revision, revision.revision),
    )


# --- what was put right, or came late ------------------------------------------------------------


def _corrections(edition: Edition, record: Record, revision: int) -> Iterator[News]:
    words = edition.locale.words
    views = corrections_of(edition.locale, record.history, revision)
    for number, found in enumerate(views):
        name, reason = f"correction/{number}", found.reason.striptags()
        summary = reason if found.adds else f"{words('It was')}: {found.was}. {reason}"
        told = _noted(record, revision, name, found.on, found.told, summary)
        yield replace(told, is_bookkeeping=found.adds)


def _late(edition: Edition, record: Record, revision: int) -> Iterator[News]:
    for found in late_views(edition.locale, record.history, revision):
        if found.on:
            name = f"late/{found.number}{'/answer' * found.is_answer}"
            summary = " ".join(
                filter(None, (_both_days(edition, record, found), found.reason.striptags()))
            )
            told = _noted(record, revision, name, found.on, found.told, summary)
            yield replace(told, is_bookkeeping=True, is_dated_back=True)


def _both_days(edition: Edition, record: Record, found: LateView) -> str:
    """Say of which day a comment or an answer is that came on record late, and since when it is."""
    comment, answer = record.comment(found.id), record.response_to(found.id)
    words, day = edition.locale.words, edition.locale.day
    if found.on is None or comment is None or (found.is_answer and answer is None):
        return ""
    since = day(found.on)
    if found.is_answer and answer:
        on = day(answer.decided.on)
        return words(
            "The answer is dated {on}, and was put on record on {since}.", on=on, since=since
        )
    on = day(comment.received)
    return words("The comment came on {on}, and was put on record on {since}.", on=on, since=since)


def _claimed_days(edition: Edition, record: Record, revision: int) -> Iterator[News]:
    """Say what came on record after the day that it bears: its own entry has the older day."""
    for found in claimed_day_views(edition.locale, record.history, revision):
        name, title = f"dated/{found.key}", found.words.rstrip(".")
        told = _noted(record, revision, name, found.since, title, dated_back(edition))
        yield replace(told, is_bookkeeping=True, is_dated_back=True)


def _noted(  # noqa: PLR0913, PLR0917 - what a notice is made of
    record: Record, revision: int, name: str, on: date, title: str, summary: str
) -> News:
    return News(
        record=record,
        revision=revision,
        name=name,
        on=on,
        title=title,
        summary=summary,
        note=summary,
        place=_history(record, revision),
    )


def _history(record: Record, revision: int) -> str:
    return f"{addresses.history(record.id)}#r{revision}"
