"""What became of the words that a comment was about, in words; and of the wording it asks for."""

from collections.abc import Iterator
from dataclasses import dataclass

from talqy.compare.proposals import against
from talqy.compare.quotes import find_quote, words_at
from talqy.compare.traces import Fate, Trace
from talqy.diff.phrases import LineView, line_views
from talqy.language.clause_sayings import clause_name
from talqy.language.edition import Edition
from talqy.language.fate_words import asked_clause, fate_words, seen_clauses, seen_in, taken_words
from talqy.model import addresses
from talqy.model.comment import Comment
from talqy.model.register import Record
from talqy.model.revision import Clause, Revision
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
    at, clause = record.revision(comment.revision), asked_clause(record, comment)
    if at is None or clause is None or not comment.proposal:
        return None
    span = find_quote(comment, at)
    quoted = words_at(at, span) if span else ""
    was = against(comment.proposal, clause, comment.language, quoted)
    later = seen_in(record, comment, to)
    landed = seen_clauses(record, comment, later, clause)
    now = edition.trace(record, comment, later) if later else None
    became = [
        marked
        for new in landed
        if (marked := against(comment.proposal, new, comment.language, _words_in(new, now)))
    ]
    return ProposalView(
        was=line_views(was) if was else (),
        became=line_views(became[0]) if became and was else (),
        taken=taken_words(edition, record, comment, to),
    )


def _words_in(clause: Clause, trace: Trace | None) -> str:
    """Return what the quoted words became in a clause; nothing where they do not stand in it."""
    return trace.now if trace and trace.span and trace.span.clause == clause.id else ""
