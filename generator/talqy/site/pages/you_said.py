"""“You said – we changed”: comments because of which words of a text are others now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from talqy.compare.align import chain
from talqy.language.edition import Edition
from talqy.language.fate_words import latest
from talqy.language.sayings import author_lines, retold_in
from talqy.law.parts import Role, role_of
from talqy.model import addresses
from talqy.model.comment import ACCEPTED, Comment, Response
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.record.counts import became_of
from talqy.site.pages.said_change import change_in
from talqy.site.pages.standard_parts import Link, StageView, stage_view
from talqy.site.pages.traces import TraceView, trace_view

_MOST_SIGNS, _MOST_OF_LINE = 220, 120


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidView:
    """What one person said, which words changed, and what the authority answered.

    `words` are the person's, in `language`, which `language_name` names where it is another than
    that of the page; there `retold` stands for them, if the authority has said them in short. They
    and the answer are shortened between words. `stage` is that of the text with the changed words,
    `holds` says whether they are in force, and `is_law` whether they are, or were, or will be: a
    draft only promises.
    """

    words: str
    retold: str
    language: str
    language_name: str
    author: str
    trace: TraceView
    stage: StageView
    holds: str
    is_law: bool
    answer: str
    standard: str
    more: Link


@dataclass(frozen=True, slots=True)
class _Changed:
    """An accepted comment, and the text whose words are told with it."""

    record: Record
    comment: Comment
    answer: Response
    to: Revision
    role: Role

    @property
    def is_law(self) -> bool:
        """Whether the words are in force, or were, or will be: what is only drafted may not be."""
        return self.to.adopted is not None

    def rank(self) -> tuple[bool, bool, date, str, str]:
        """Return what is told first: words in force, then other law, then drafts; the newest."""
        holds = self.role is Role.IN_FORCE
        return self.is_law, holds, self.answer.decided.on, self.record.id, self.comment.id


def you_said(
    edition: Edition,
    here: addresses.PagePath,
    records: Iterable[Record],
    most: int,
    *,
    revision: int = 0,
) -> tuple[SaidView, ...]:
    """Return comments that changed words: those whose words are in force first, then the newest.

    Of each standard there is one, then others; `revision` keeps to the comments on one text.
    """
    found = sorted(
        (
            one
            for record in records
            for one in _changed(edition, record)
            if revision in {0, one.comment.revision}
        ),
        key=_Changed.rank,
        reverse=True,
    )
    shown = list(islice(_one_of_each_first(edition, here, found), most))
    return tuple(view for law in (True, False) for view in shown if view.is_law is law)


def _one_of_each_first(
    edition: Edition, here: addresses.PagePath, found: Iterable[_Changed]
) -> Iterator[SaidView]:
    """Yield what can be shown: one comment of each standard, then the others."""
    told: set[str] = set()
    others = []
    for one in found:
        if one.record.id in told:
            others.append(one)
        elif view := _view(edition, here, one):
            told.add(one.record.id)
            yield view
    yield from (view for one in others if (view := _view(edition, here, one)))


def _changed(edition: Edition, record: Record) -> Iterator[_Changed]:
    """Yield the accepted comments of a standard; what was given up has changed nothing."""
    for comment in record.comments:
        answer = record.response_to(comment.id)
        if answer is None or became_of(record, comment, edition.assessment) not in ACCEPTED:
            continue
        if to := _told_by(edition, record, comment, answer):
            role = role_of(record, to, edition.assessment)
            if role is not Role.WITHDRAWN:
                yield _Changed(record, comment, answer, to, role)


def _told_by(
    edition: Edition, record: Record, comment: Comment, answer: Response
) -> Revision | None:
    """Return the text in force, if the comment landed on the way to it; else the newest one."""
    holding = edition.parts(record).in_force
    if holding and answer.landed and answer.landed.revision <= holding.revision:
        way = [one.revision for one in chain(record, holding)]
        if comment.revision in way[:-1]:
            return holding
    return latest(edition, record, comment)


def _view(edition: Edition, here: addresses.PagePath, changed: _Changed) -> SaidView | None:
    """Show a comment; None where the words that it is about have not changed."""
    record, comment, answer, to = changed.record, changed.comment, changed.answer, changed.to
    trace = trace_view(edition, here, record, comment, to)
    if trace is None or not trace.now:
        return None
    shown, place = record.shown(comment), here.to(addresses.comment(record.id, comment.id))
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
        holds=_holds(edition, changed.role),
        is_law=changed.is_law,
        answer=short(edition.locale.plain(answer.reason), _MOST_OF_LINE),
        standard=edition.locale.plain(standard.short_title or standard.title),
        more=Link(edition.locale.words("The comment and its answer"), place),
    )


def _holds(edition: Edition, role: Role) -> str:
    words = edition.locale.words
    return {
        Role.IN_FORCE: words("In force now"),
        Role.ADOPTED: words("Adopted, and not in force yet"),
        Role.FORMER: words("It was in force, and is no more"),
        Role.REPEAL: words("It was in force, and is no more"),
    }.get(role, words("In the draft alone: it is not in force"))


def _in_own(
    edition: Edition, trace: TraceView, record: Record, comment: Comment, to: Revision
) -> TraceView:
    """Return which words changed in the language of the page, where that can be told."""
    known, at = edition.trace(record, comment, to), record.revision(comment.revision)
    if known is None or known.span is None or at is None or trace.language == edition.code:
        return trace
    before, now = change_in(edition.code, known.span, at, to)
    return replace(trace, language=edition.code, before=before, now=now) if now else trace


def short(text: str, most: int = _MOST_SIGNS) -> str:
    """Return the beginning of a text, up to the end of a word; at most so many signs of it."""
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    return f"{words[:most].rpartition(' ')[0].rstrip(',;:–-')} …"
