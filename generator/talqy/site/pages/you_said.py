"""“You said – we changed”: comments because of which words of a text are others now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from talqy.language.edition import Edition
from talqy.language.sayings import author_lines, retold_in
from talqy.model import addresses
from talqy.model.comment import ACCEPTED, Comment, Response
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.record.counts import became_of
from talqy.site.pages.said_change import change_in
from talqy.site.pages.standard_parts import Link, StageView, stage_view
from talqy.site.pages.traces import TraceView, latest, trace_view

_MOST_SIGNS = 220


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidView:
    """What one person said, which words changed, and what the authority answered.

    `words` are the person's, in `language`, which `language_name` names where it is another than
    that of the page; there `retold` stands for them, if the authority has said them in short. They
    and the answer are shortened between words. `stage` is that of the text with the changed words:
    a draft is no law yet.
    """

    words: str
    retold: str
    language: str
    language_name: str
    author: str
    trace: TraceView
    stage: StageView
    answer: str
    standard: str
    more: Link


def you_said(
    edition: Edition,
    here: addresses.PagePath,
    records: Iterable[Record],
    most: int,
    *,
    revision: int = 0,
) -> tuple[SaidView, ...]:
    """Return the newest comments that changed words: one of each standard, then others.

    `revision` keeps to the comments on one text.
    """
    found = sorted(
        (
            entry
            for record in records
            for entry in _answered(record)
            if revision in {0, entry[2].revision}
        ),
        key=lambda entry: (entry[0], entry[1].id, entry[2].id),
        reverse=True,
    )
    first = {entry[1].id: entry for entry in reversed(found)}
    rest = (entry for entry in found if first[entry[1].id] is not entry)
    newest_first = (entry for entry in found if first[entry[1].id] is entry)
    views = (_view(edition, here, *entry[1:]) for entry in (*newest_first, *rest))
    return tuple(islice((view for view in views if view), most))


def _answered(record: Record) -> Iterator[tuple[date, Record, Comment, Response]]:
    for comment in record.comments:
        answer = record.response_to(comment.id)
        if answer and became_of(record, comment) in ACCEPTED:
            yield answer.decided.on, record, comment, answer


def _view(
    edition: Edition, here: addresses.PagePath, record: Record, comment: Comment, answer: Response
) -> SaidView | None:
    """Show a comment; None where the words that it is about have not changed."""
    shown, to = record.shown(comment), latest(edition, record, comment)
    trace = trace_view(edition, here, record, comment, to)
    if trace is None or to is None or not trace.now:
        return None
    place = here.to(addresses.comment(record.id, comment.id))
    standard, locale = record.standard, edition.locale
    is_own = comment.language == edition.code
    return SaidView(
        words=short(shown.text),
        retold=retold_in(locale, comment, answer),
        language=comment.language,
        language_name="" if is_own else locale.language_name(comment.language),
        author=author_lines(edition.locale, shown.author)[-1],
        trace=_in_own(edition, trace, record, comment, to),
        stage=stage_view(edition, record, to),
        answer=short(edition.locale.plain(answer.reason)),
        standard=edition.locale.plain(standard.short_title or standard.title),
        more=Link(edition.locale.words("The comment and its answer"), place),
    )


def _in_own(
    edition: Edition, trace: TraceView, record: Record, comment: Comment, to: Revision
) -> TraceView:
    """Return which words changed in the language of the page, where that can be told."""
    known, at = edition.trace(record, comment, to), record.revision(comment.revision)
    if known is None or known.span is None or at is None or trace.language == edition.code:
        return trace
    before, now = change_in(edition.code, known.span, at, to)
    return replace(trace, language=edition.code, before=before, now=now) if now else trace


def short(text: str) -> str:
    """Return the beginning of a text, up to the end of a word."""
    words = " ".join(text.split())
    if len(words) <= _MOST_SIGNS:
        return words
    return f"{words[:_MOST_SIGNS].rpartition(' ')[0].rstrip(',;:–-')} …"
