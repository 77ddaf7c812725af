"""What happened to single comments: the steps that their pages show, as far as they came."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from talqy.compare.traces import Fate, Trace
from talqy.language.clause_sayings import plain_clause_name, plain_name_of_changed
from talqy.language.corrections import CorrectionView, corrections_of
from talqy.language.edition import Edition
from talqy.language.fate_words import fate_words
from talqy.language.sayings import outcome_of, revision_number, revision_title
from talqy.model import addresses
from talqy.model.comment import Comment
from talqy.model.notice import NoticeKind
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.record.waiting import answer_due


@dataclass(frozen=True, slots=True)
class CommentEvent:
    """One step of one comment; `on` is its day, None where no file names it.

    `to` is the later text in which the words are others that the comment is about, and `trace` says
    how; `correction` is one of its answer, `number` its place in the record of the text. They are
    nothing for all other steps.
    """

    kind: NoticeKind
    comment: Comment
    on: date | None = None
    to: Revision | None = None
    trace: Trace | None = None
    correction: CorrectionView | None = None
    number: int = 0

    @property
    def key(self) -> str:
        """Its name among all others of the site, for ever."""
        which = f"/r{self.to.revision}" if self.to else ""
        which += f"/{self.number}" if self.correction else ""
        step = self.kind.removeprefix("comment-")
        return f"{self.comment.standard}/c/{self.comment.id}/{step}{which}"


def comment_events(
    edition: Edition, record: Record, new_texts: Collection[int] = ()
) -> Iterator[CommentEvent]:
    """Yield the steps of all comments on a standard; `new_texts` are those that changed words."""
    for comment in record.comments:
        yield CommentEvent(NoticeKind.COMMENT_PUBLISHED, comment)
        if line := record.recorded.get(comment.id):
            yield CommentEvent(NoticeKind.COMMENT_RECORDED, comment, line.on)
        if answer := record.response_to(comment.id):
            is_gone = record.is_withdrawn(comment.id)
            kind = NoticeKind.COMMENT_WITHDRAWN if is_gone else NoticeKind.COMMENT_ANSWERED
            yield CommentEvent(kind, comment, answer.decided.on)
    for revision in record.revisions:
        yield from _corrected(edition, record, revision.revision)
        if revision.revision in new_texts:
            yield from _changed(edition, record, revision)


def _corrected(edition: Edition, record: Record, revision: int) -> Iterator[CommentEvent]:
    """Yield the corrections of answers to the comments on one text."""
    for number, found in enumerate(_corrections(edition, record, revision)):
        if comment := record.comment(found.of):
            kind = NoticeKind.COMMENT_CORRECTED
            yield CommentEvent(kind, comment, found.on, correction=found, number=number)


def _changed(edition: Edition, record: Record, to: Revision) -> Iterator[CommentEvent]:
    """Yield the comments on earlier texts of whose words a text has made others."""
    day = to.consultation.opens if to.consultation else to.dated
    for comment in record.comments:
        trace = edition.trace(record, comment, to)
        if trace and trace.fate is not Fate.UNCHANGED and trace.since == to.revision:
            kind, on = NoticeKind.COMMENT_CHANGED, min(day, edition.assessment.today)
            yield CommentEvent(kind, comment, on, to, trace)


def event_title(edition: Edition, record: Record, event: CommentEvent) -> str:
    """Say one step in a line: “Comment answered: № 5”."""
    words, name = edition.locale.words, record.comment_name(event.comment.id)
    if correction := _in_language(edition, record, event):
        return correction.told
    sentences = {
        NoticeKind.COMMENT_PUBLISHED: words("Comment published: {name}", name=name),
        NoticeKind.COMMENT_RECORDED: words("Comment put on record: {name}", name=name),
        NoticeKind.COMMENT_ANSWERED: words("Comment answered: {name}", name=name),
        NoticeKind.COMMENT_CHANGED: words(
            "Words that a comment is about have changed: {name}", name=name
        ),
        NoticeKind.COMMENT_WITHDRAWN: words("Comment withdrawn by its author: {name}", name=name),
    }
    return sentences[event.kind]


def event_lines(edition: Edition, record: Record, event: CommentEvent) -> Iterator[str]:
    """Say more of a step: what the comment is on, what was decided and why, what became others."""
    words = edition.locale.words
    yield _about(edition, record, event.comment)
    if event.kind is NoticeKind.COMMENT_PUBLISHED:
        if due := answer_due(edition.assessment, record, event.comment):
            yield f"{words('To be answered by')} {edition.locale.day(due.day)}"
    elif event.kind is NoticeKind.COMMENT_ANSWERED:
        yield from _answer(edition, record, event.comment)
    elif correction := _in_language(edition, record, event):
        if not correction.adds:
            yield _labelled(words("It was"), correction.was)
        yield correction.reason.striptags()
    elif event.to and event.trace:
        yield fate_words(edition, event.trace, event.to)
        if event.trace.now and event.trace.now != event.trace.before:
            yield _labelled(words("It was"), event.trace.before)
            yield _labelled(words("It became"), event.trace.now)


def _in_language(edition: Edition, record: Record, event: CommentEvent) -> CorrectionView | None:
    """Return the correction of a step, if it is one, as this language says it."""
    if event.correction is None:
        return None
    return _corrections(edition, record, event.comment.revision)[event.number]


def _corrections(edition: Edition, record: Record, revision: int) -> list[CorrectionView]:
    return edition.in_own.once(
        "corrections",
        (record.id, revision),
        lambda: corrections_of(edition.locale, record.history, revision),
    )


def event_place(record: Record, event: CommentEvent) -> str:
    """Return the page that says more, from the root of a language."""
    base = record.base_of(event.to) if event.to else None
    if event.to and base:
        return addresses.compare(record.id, base.revision, event.to.revision)
    return addresses.comment(record.id, event.comment.id)


def _about(edition: Edition, record: Record, comment: Comment) -> str:
    """Name the text, and the clause of it, that a comment is on."""
    text = record.revision(comment.revision)
    title = revision_title(edition.locale, comment.revision)
    if text is None:
        return title
    return f"{title}: {plain_clause_name(edition.locale, text, comment.clause_id)}"


def _answer(edition: Edition, record: Record, comment: Comment) -> Iterator[str]:
    words, answer = edition.locale.words, record.response_to(comment.id)
    if answer is None:
        return
    yield _labelled(
        words("Outcome"), outcome_of(edition.locale, record, comment, edition.assessment)
    )
    yield _labelled(words("Reason"), edition.locale.plain(answer.reason))
    text = record.revision(answer.landed.revision) if answer.landed else None
    if answer.landed and text:
        locale, named = edition.locale, answer.landed.clauses
        names = (plain_name_of_changed(locale, record, text, one) for one in named)
        where = f"{revision_number(edition.locale, text.revision)}: {'; '.join(names)}"
        yield _labelled(words("Taken into the text"), where)


def _labelled(label: str, value: str) -> str:
    return f"{label}: {value}"
