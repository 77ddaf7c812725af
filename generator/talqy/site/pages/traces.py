"""What became of the words that a comment was about, in words; and of the wording it asks for."""

from collections.abc import Iterator
from dataclasses import dataclass

from talqy.compare.align import chain
from talqy.compare.proposals import TakenUp, against, taken
from talqy.compare.quotes import find_quote, words_at
from talqy.compare.traces import Fate, Trace
from talqy.diff.phrases import LineView, line_views
from talqy.language.clause_sayings import clause_name
from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.model.comment import ACCEPTED, After, Comment
from talqy.model.register import Record
from talqy.model.revision import Clause, Revision
from talqy.record.counts import became_of
from talqy.site.pages.standard_parts import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceView:
    """Where the words of a comment are now. `before` and `now` are in the comment's `language`."""

    fate: str
    words: str
    language: str
    before: str
    now: str
    clauses: tuple[Link, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A wording asked for: against the text as it was, and as it became; `taken` says how much."""

    was: tuple[LineView, ...]
    became: tuple[LineView, ...]
    taken: str


def latest(edition: Edition, record: Record, comment: Comment) -> Revision | None:
    """Return the newest text that comes from the one commented on; the newest one, if it does."""
    newest = edition.parts(record).newest
    for revision in (newest, *reversed(record.revisions)):
        way = [r.revision for r in chain(record, revision)]
        if comment.revision in way[:-1]:
            return revision
    return None


def trace_view(
    edition: Edition,
    here: addresses.PagePath,
    record: Record,
    comment: Comment,
    to: Revision | None,
) -> TraceView | None:
    """Say what became of a comment's words up to a text; None where there is nothing to say."""
    at = record.revision(comment.revision)
    trace = edition.trace(record, comment, to or at) if at else None
    if trace is None:
        return None
    notes = tuple(_notes(edition, comment, trace))
    if to is None and not notes:
        return None
    path = addresses.revision(record.id, to.revision) if to else ""
    return TraceView(
        fate=trace.fate.value,
        words=fate_words(edition, trace, to) if to else "",
        language=trace.span.language if trace.span else comment.language,
        before=trace.before if trace.now and trace.now != trace.before else "",
        now=trace.now if trace.now != trace.before else "",
        clauses=tuple(
            Link(clause_name(edition.locale, to, name), here.to(path, name))
            for name in trace.clauses
        )
        if to and (trace.is_moved or trace.fate in {Fate.SPLIT, Fate.MERGED})
        else (),
        notes=notes,
    )


def fate_words(edition: Edition, trace: Trace, to: Revision) -> str:
    """Say what became of a comment's words, or of its clause, up to a text."""
    words, since = edition.locale.words, trace.since or to.revision
    if trace.is_quoted:
        sentences = {
            Fate.UNCHANGED: words("The quoted words are unchanged in revision {n}", n=to.revision),
            Fate.CHANGED: words("The quoted words changed in revision {n}", n=since),
            Fate.REPLACED: words("The quoted words were replaced in revision {n}", n=since),
            Fate.REMOVED: words("The quoted words were removed in revision {n}", n=since),
        }
    else:
        sentences = {
            Fate.UNCHANGED: words("The clause is unchanged in revision {n}", n=to.revision),
            Fate.CHANGED: words("The clause changed in revision {n}", n=since),
        }
    sentences |= {
        Fate.SPLIT: words("The clause was split in revision {n}", n=since),
        Fate.MERGED: words("The clause was joined with another one in revision {n}", n=since),
        Fate.CLAUSE_REMOVED: words("The clause was removed in revision {n}", n=since),
    }
    return sentences[trace.fate]


def _notes(edition: Edition, comment: Comment, trace: Trace) -> Iterator[str]:
    words = edition.locale.words
    if comment.quote and not trace.is_quoted:
        yield words(
            "The quoted words were not found in the text; the comment stands at its clause."
        )
    if trace.span and not trace.span.is_only:
        yield words("These words stand there more than once; the first place is marked.")
    if trace.is_moved:
        yield words("The clause stands elsewhere now.")


def proposal_view(
    edition: Edition, record: Record, comment: Comment, to: Revision | None
) -> ProposalView | None:
    """Compare the wording that a comment asks for with the text as it was, and as it became."""
    at = record.revision(comment.revision)
    if not comment.proposal or at is None or isinstance(comment.clause, After):
        return None
    span = find_quote(comment, at)
    clause = at.clause(span.clause if span else comment.clause_id or "")
    if clause is None:
        return None
    quoted = words_at(at, span) if span else ""
    was = against(comment.proposal, clause, comment.language, quoted)
    later = _later(record, comment, to)
    landed = _landed(record, comment, later, clause)
    now = edition.trace(record, comment, later) if later else None
    became = [
        marked
        for new in landed
        if (marked := against(comment.proposal, new, comment.language, _words_in(new, now)))
    ]
    return ProposalView(
        was=line_views(was) if was else (),
        became=line_views(became[0]) if became and was else (),
        taken=_taken_words(edition, record, comment, clause, landed),
    )


def _words_in(clause: Clause, trace: Trace | None) -> str:
    """Return what the quoted words became in a clause; nothing where they do not stand in it."""
    return trace.now if trace and trace.span and trace.span.clause == clause.id else ""


def _later(record: Record, comment: Comment, to: Revision | None) -> Revision | None:
    """Return the text in which a comment may be seen: where it landed, else the newest one."""
    response = record.response_to(comment.id)
    return record.revision(response.landed.revision) if response and response.landed else to


def _landed(
    record: Record, comment: Comment, later: Revision | None, clause: Clause
) -> list[Clause]:
    """Return the clauses in which a comment may be seen: where it landed, else its own one."""
    response = record.response_to(comment.id)
    names = response.landed.clauses if response and response.landed else (clause.id,)
    return [named for name in names if later and (named := later.clause(name))]


def _taken_words(
    edition: Edition, record: Record, comment: Comment, clause: Clause, landed: list[Clause]
) -> str:
    """Say how much was taken over, once the comment is answered and there is a later text."""
    response = record.response_to(comment.id)
    if response is None or not landed or not comment.proposal:
        return ""
    share = taken(comment.proposal, clause, landed, comment.language)
    words = edition.locale.words
    accepted = became_of(record, comment, edition.assessment) in ACCEPTED
    match share:
        case TakenUp.FULL:
            return words("This wording stands in the text now, word for word.")
        case TakenUp.PART:
            return words("Part of this wording stands in the text now.")
        case TakenUp.NOT if accepted:
            return words("The text says it in other words now.")
        case TakenUp.NOT:
            return words("This wording is not in the text.")
    return ""
