"""What became of the words that a comment was about: followed from text to text, never guessed.

A quote is carried through the redline of its clause, revision by revision. Searching for it anew in
every text would find look-alikes; a reader is told instead that the words are gone.

A wording that was asked for is set beside the text as it was and as it became.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from talqy.compare.align import chain
from talqy.compare.quotes import Span, find_quote, find_words, place_of, text_of, words_at
from talqy.compare.redline import Redline, edits, redline
from talqy.model.alignment import Action, Alignment, Match
from talqy.model.comment import Comment
from talqy.model.register import Record
from talqy.model.revision import Revision

_STOPS = " \n.,;:"


class Fate(StrEnum):
    """What became of the quoted words, or, where there is no quote, of the clause."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    REPLACED = "replaced"
    REMOVED = "removed"
    SPLIT = "split"
    MERGED = "merged"
    CLAUSE_REMOVED = "clause-removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A comment's words in one text.

    `clauses` are where they stand now, or the clauses that theirs became; empty once it is gone.
    `since` is the revision in which that last changed. `is_quoted` says whether words were quoted
    and found, so that `before` and `now` are these words, and `span` their place, if they have one.
    """

    fate: Fate
    clauses: tuple[str, ...]
    is_quoted: bool = False
    is_moved: bool = False
    before: str = ""
    now: str = ""
    since: int | None = None
    span: Span | None = None

    @property
    def is_orphan(self) -> bool:
        """Return whether what the comment was about is no longer in the text."""
        if self.fate in {Fate.REMOVED, Fate.CLAUSE_REMOVED}:
            return True
        return self.fate in {Fate.SPLIT, Fate.MERGED} and self.is_quoted and self.span is None


Alignments = Callable[[Revision], Alignment | None]


def follow(record: Record, comment: Comment, to: Revision, alignments: Alignments) -> Trace | None:
    """Follow a comment to a later text; None where it speaks of the whole, or of another line.

    `alignments` returns that of a text with the one that it starts from.
    """
    way = chain(record, to)
    start = next((at for at, r in enumerate(way) if r.revision == comment.revision), None)
    if start is None:
        return None
    span = find_quote(comment, way[start])
    clause = span.clause if span else comment.clause_id
    if clause is None:
        return None
    quoted = words_at(way[start], span) if span else ""
    trace = Trace(
        fate=Fate.UNCHANGED,
        clauses=(clause,),
        is_quoted=span is not None,
        before=quoted,
        now=quoted,
        span=span,
    )
    for older, newer in zip(way[start:], way[start + 1 :], strict=False):
        alignment = alignments(newer)
        if trace.is_orphan or alignment is None:
            break
        trace = _next(trace, alignment, older, newer)
    if trace.span and trace.fate in {Fate.CHANGED, Fate.REPLACED}:
        return _back(trace, trace.span)
    return trace


def _back(trace: Trace, span: Span) -> Trace:
    """Say that nothing changed where, after all, the same words stand there again."""
    if trace.now.strip(_STOPS) != trace.before.strip(_STOPS):
        return trace
    at = trace.now.find(trace.before)
    if at < 0:  # the signs at the ends are others
        return replace(trace, fate=Fate.UNCHANGED)
    moved = replace(span, start=span.start + at, end=span.start + at + len(trace.before))
    return replace(trace, fate=Fate.UNCHANGED, now=trace.before, span=moved)


def _next(trace: Trace, alignment: Alignment, older: Revision, newer: Revision) -> Trace:
    """Carry a trace over one step."""
    if trace.span is None and len(trace.clauses) > 1:
        return _left(trace, alignment, newer)
    match = alignment.of(trace.span.clause if trace.span else trace.clauses[0])
    if match is None or not match.actions - {Action.RENUMBERED}:
        return trace
    if not match.after:
        gone = replace(trace, fate=Fate.CLAUSE_REMOVED, clauses=(), now="", span=None)
        return replace(gone, since=newer.revision)
    if match.actions & {Action.SPLIT, Action.MERGED}:
        return _parted(trace, match, newer)
    if Action.MOVED in match.actions:
        trace = replace(trace, is_moved=True)
    if Action.CHANGED in match.actions and trace.span is None:
        return replace(trace, fate=Fate.CHANGED, since=newer.revision)
    return _carried(trace, trace.span, older, newer) if trace.span else trace


def _left(trace: Trace, alignment: Alignment, newer: Revision) -> Trace:
    """Carry the several clauses that one became; it is gone when all of them are."""
    matches = [match for name in trace.clauses if (match := alignment.of(name))]
    names = dict.fromkeys(clause.id for match in matches for clause in match.after)
    if names:
        return replace(trace, clauses=tuple(names))
    return replace(trace, fate=Fate.CLAUSE_REMOVED, clauses=(), since=newer.revision)


def _parted(trace: Trace, match: Match, newer: Revision) -> Trace:
    """Look for the very words in the clauses that a split or merged one became."""
    fate = Fate.SPLIT if Action.SPLIT in match.actions else Fate.MERGED
    names = tuple(clause.id for clause in match.after)
    gone = replace(trace, fate=fate, clauses=names, since=newer.revision, span=None, now="")
    if trace.span is None:
        return gone
    span = find_words(trace.now, match.after, trace.span.language)
    if span is None or words_at(newer, span) != trace.now:
        return gone
    return replace(gone, clauses=(span.clause,), span=span, now=trace.now)


def _carried(trace: Trace, span: Span, older: Revision, newer: Revision) -> Trace:
    """Carry a quote through the redline of its clause."""
    old, new = older.clause(span.clause), newer.clause(span.clause)
    if old is None or new is None:  # an alignment without an action for it says that both are there
        return trace
    marked = redline(text_of(old, span.part, span.language), text_of(new, span.part, span.language))
    place, fate = carried(marked, span.start, span.end)
    if place is None and (elsewhere := _elsewhere(trace.now, marked.after)):
        place, fate = elsewhere, Fate.UNCHANGED
    if place is None:
        return replace(trace, fate=Fate.REMOVED, now="", since=newer.revision, span=None)
    moved = replace(span, start=place[0], end=place[1])
    if fate is Fate.UNCHANGED:
        return replace(trace, span=moved)
    now = marked.after[place[0] : place[1]]
    worst = Fate.REPLACED if Fate.REPLACED in (fate, trace.fate) else Fate.CHANGED
    return replace(trace, fate=worst, now=now, since=newer.revision, span=moved)


def _elsewhere(words: str, text: str) -> tuple[int, int] | None:
    """Find words that a line took along to another place: the very words, and only once."""
    at = place_of(words, text)
    if at < 0 or place_of(words, text, at + 1) >= 0 or " " not in words:
        return None
    return at, at + len(words)


def carried(marked: Redline, start: int, end: int) -> tuple[tuple[int, int] | None, Fate]:
    """Carry a place in the old text into the new one; None where nothing stands for it."""
    places: list[tuple[int, int]] = []
    is_kept = is_touched = False
    for i1, i2, j1, j2, text in edits(marked):
        if text is not None:  # kept: the part that the place covers
            low, high = max(i1, start), min(i2, end)
            if low < high:
                places.append((j1 + low - i1, j1 + high - i1))
                is_kept = is_kept or any(map(str.isalnum, text[low - i1 : high - i1]))
        elif i1 < end and i2 > start:
            is_touched = True
            if j1 < j2:
                places.append((j1, j2))
    if not places or not (is_kept or any(high - low > 1 for low, high in places)):
        return None, Fate.REMOVED
    start, end = min(places)[0], max(high for _, high in places)
    if not is_touched:
        return (start, end), Fate.UNCHANGED
    start, end = _stripped(marked.after, start, end)
    if start >= end:
        return None, Fate.REMOVED
    return (start, end), Fate.CHANGED if is_kept else Fate.REPLACED


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _STOPS:
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
