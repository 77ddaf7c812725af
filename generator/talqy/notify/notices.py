"""What happened between two states of a project: what the site shows now, and did not before.

Steps, answers and corrections are the news that feeds and pages tell, comments go the way that
their pages show. Each has a key for ever: what had it before is not told again, whatever the run.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from urllib.parse import urlsplit

from talqy.errors import TalqyError
from talqy.language.edition import Edition
from talqy.law.sameness import same_since
from talqy.model.notice import Follower, Happening, NoticeKind, Notices, ToldIn
from talqy.model.register import Record
from talqy.notify.comment_events import (
    CommentEvent,
    comment_events,
    event_lines,
    event_place,
    event_title,
)
from talqy.notify.states import ShownState
from talqy.site.pages.news_items import News, news_of_standard

_OLD = timedelta(days=30)
"""What happened so long before the first of two states is the past, though it came late."""


class RecordGoneError(TalqyError):
    """A record that was shown is not there: if it came back, all of it would be told again."""


def notices(before: ShownState, after: ShownState) -> Notices:
    """Return what happened between two states, in the order of its days."""
    if gone := sorted(before.histories - after.histories):
        raise RecordGoneError(
            "the record of “{standard}” is in {before}, and not in {after}: put it back from git",
            standard=gone[0],
            before=before.commit[:12],
            after=after.commit[:12],
        )
    found = [
        notice
        for record in after.register.records
        for notice in _of_standard(before, after, record)
    ]
    day = max(before.day, after.day)  # should a clock be set back, no day is told twice
    return Notices(
        since=before.reached,
        until=after.reached.model_copy(update={"day": day}),
        notices=tuple(sorted(found, key=lambda one: (one.on, one.standard, one.revision))),
    )


def _of_standard(before: ShownState, after: ShownState, record: Record) -> Iterator[Happening]:
    was = before.register.record(record.id)
    is_same = was == record and before.register.project == after.register.project
    if not (is_same and _is_still(before.day, after, record)):
        yield from _news(before, after, was, record)
        yield from _comments(before, after, was, record)


def _is_still(since: date, after: ShownState, record: Record) -> bool:
    """Return whether the days between two states have changed nothing that is told of one."""
    project, assessment = after.register.project, after.editions[0].assessment
    return same_since(project, record, assessment) <= since


# --- what feeds tell -----------------------------------------------------------------------------


def _news(
    before: ShownState, after: ShownState, was: Record | None, record: Record
) -> Iterator[Happening]:
    known = {one.key for one in news_of_standard(before.editions[0], was)} if was else set()
    told = [{one.key: one for one in news_of_standard(e, record)} for e in after.editions]
    for key, one in told[0].items():
        if key not in known and one.on >= before.day - _OLD:
            said = [in_language[key] for in_language in told]
            yield Happening(
                id=_id(after, key),
                kind=NoticeKind(one.name.partition("/")[0]),
                on=one.on,
                standard=record.id,
                revision=one.revision,
                followers=tuple(_followers(one)),
                told=dict(_told_in_all(after, record, said)),
            )


def _followers(one: News) -> Iterator[Follower]:
    """Yield whose feed has it; what only keeps the books is told to those of its standard."""
    if not one.is_bookkeeping or one.is_dated_back:
        yield Follower.ALL
    yield Follower.STANDARD


def _told_in_all(
    after: ShownState, record: Record, said: Sequence[News]
) -> Iterator[tuple[str, ToldIn]]:
    for edition, one in zip(after.editions, said, strict=True):
        yield edition.code, _told(edition, record, one.title, one.summary.splitlines(), one.place)


# --- what the pages of comments show -------------------------------------------------------------


def _comments(
    before: ShownState, after: ShownState, was: Record | None, record: Record
) -> Iterator[Happening]:
    known = {one.key for one in comment_events(before.editions[0], was)} if was else set()
    new = _new_texts(was, record)
    for event in comment_events(after.editions[0], record, new):
        if event.key not in known:
            yield Happening(
                id=_id(after, event.key),
                kind=event.kind,
                on=event.on or after.committed,
                standard=record.id,
                revision=event.comment.revision,
                comment=event.comment.id,
                followers=(Follower.COMMENT,),
                told=_event_told(after, record, event),
            )


def _new_texts(was: Record | None, record: Record) -> Collection[int]:
    """Return the texts that were not public before; nobody was told of words in the first ones."""
    return {r.revision for r in record.revisions if was and was.revision(r.revision) is None}


def _event_told(after: ShownState, record: Record, event: CommentEvent) -> Mapping[str, ToldIn]:
    return {
        edition.code: _told(
            edition,
            record,
            event_title(edition, record, event),
            list(event_lines(edition, record, event)),
            event_place(record, event),
        )
        for edition in after.editions
    }


def _told(edition: Edition, record: Record, title: str, lines: Sequence[str], place: str) -> ToldIn:
    return ToldIn(
        title=title,
        standard=edition.short_title(record).striptags(),
        lines=tuple(line for line in lines if line.strip()),
        link=f"{edition.site_url}{edition.code}/{place}",
    )


def _id(after: ShownState, key: str) -> str:
    host = urlsplit(after.editions[0].site_url).hostname or "localhost"
    return f"tag:{host},2026:{key}"
