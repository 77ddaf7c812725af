"""What became of the words of a comment, and of the wording it asks for, in words."""

from talqy.compare.align import chain
from talqy.compare.proposals import TakenUp, taken
from talqy.compare.quotes import find_quote
from talqy.compare.traces import Fate, Trace
from talqy.language.edition import Edition
from talqy.model.comment import ACCEPTED, After, Comment
from talqy.model.register import Record
from talqy.model.revision import Clause, Revision
from talqy.record.counts import became_of


def latest(edition: Edition, record: Record, comment: Comment) -> Revision | None:
    """Return the newest text that comes from the one commented on; the newest one, if it does."""
    newest = edition.parts(record).newest
    for revision in (newest, *reversed(record.revisions)):
        way = [r.revision for r in chain(record, revision)]
        if comment.revision in way[:-1]:
            return revision
    return None


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


def asked_clause(record: Record, comment: Comment) -> Clause | None:
    """Return the clause of which a comment asks for another wording; None where it asks for none.

    What it asks to be put after a clause changes no wording.
    """
    at = record.revision(comment.revision)
    if not comment.proposal or at is None or isinstance(comment.clause, After):
        return None
    span = find_quote(comment, at)
    return at.clause(span.clause if span else comment.clause_id or "")


def seen_in(record: Record, comment: Comment, to: Revision | None) -> Revision | None:
    """Return the text in which a comment may be seen: where it landed, else the newest one."""
    response = record.response_to(comment.id)
    return record.revision(response.landed.revision) if response and response.landed else to


def seen_clauses(
    record: Record, comment: Comment, later: Revision | None, clause: Clause
) -> list[Clause]:
    """Return the clauses in which a comment may be seen: where it landed, else its own one."""
    response = record.response_to(comment.id)
    names = response.landed.clauses if response and response.landed else (clause.id,)
    return [named for name in names if later and (named := later.clause(name))]


def taken_words(edition: Edition, record: Record, comment: Comment, to: Revision | None) -> str:
    """Say how much was taken over, once the comment is answered and there is a later text.

    Of a comment that asks for no other wording nothing is said.
    """
    response = record.response_to(comment.id)
    clause = asked_clause(record, comment)
    if response is None or clause is None:
        return ""
    share = edition.in_all.once(
        "taken",
        (record.id, comment.id, to.revision if to else 0),
        lambda: _taken(record, comment, clause, to),
    )
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


def _taken(record: Record, comment: Comment, clause: Clause, to: Revision | None) -> TakenUp | None:
    landed = seen_clauses(record, comment, seen_in(record, comment, to), clause)
    if not landed or not comment.proposal:
        return None
    return taken(comment.proposal, clause, landed, comment.language)
