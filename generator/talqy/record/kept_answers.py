"""Comments held to what was published, and answers to what their report said.

An answer may be corrected: what was there must then follow from what is there, and from the record.
"""

from collections.abc import Iterator

from talqy.errors import Saying
from talqy.model import paths
from talqy.model.comment import Comment, Response
from talqy.model.history import Correction, RecordedComment
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.record.against_kinds import (
    COMMENT_CHANGED,
    COMMENT_GONE,
    RECORDED_ANEW,
    RESPONSE_CHANGED,
    RESPONSE_GONE,
)
from talqy.record.digests import digest_on_record
from talqy.record.guard import is_frozen_on_record, keeps_landing
from talqy.record.undoing import response_before
from talqy.record.unseen import is_reported


def comments_since(old: Record, new: Record) -> Iterator[Problem]:
    """Yield the comments and responses that are gone, or are not those that were published."""
    kept = {c.id: c for e in (old.history.revisions if old.history else ()) for c in e.comments}
    for comment in old.comments:
        later = new.comment(comment.id)
        if later is None:
            file, revision = comment.path.file, comment.revision
            yield COMMENT_GONE.at(file, comment=comment.id, revision=revision)
            continue
        if later.path != comment.path or new.digest_of(later) != old.digest_of(comment):
            file, revision = comment.path.file, comment.revision
            yield COMMENT_CHANGED.at(file, comment=comment.id, revision=revision)
        yield from _response(old, new, comment, kept.get(comment.id))


def responses_since(old: Record, new: Record, revision: int) -> Iterator[Problem]:
    """Yield where a response on record to a comment on one text is not what it was."""
    entry = old.history.of(revision) if old.history else None
    for kept in entry.comments if entry else ():
        comment = new.comment(kept.id)
        if comment is not None and kept.response is not None:
            yield from _response(old, new, comment, kept)


def _response(
    old: Record, new: Record, comment: Comment, entry: RecordedComment | None
) -> Iterator[Problem]:
    wanted = _wanted(old, comment, entry)
    if wanted is None:
        return
    response = new.response_to(comment.id)
    if response is None:
        yield RESPONSE_GONE.at(comment.path.response_file, comment=comment.id)
    elif not _is_as_kept(_then(old, new, comment, response), wanted, (old, new), entry):
        yield RESPONSE_CHANGED.at(comment.path.response_file, comment=comment.id)
    elif entry and not _is_corrected(old, new, comment):
        yield from _kept_since(new, comment, entry)


def _kept_since(new: Record, comment: Comment, entry: RecordedComment) -> Iterator[Problem]:
    """Hold the day since when a response is kept to the one that an older record has."""
    line = new.recorded.get(comment.id)
    now = line.response.on if line and line.response else None
    if entry.response and now != entry.response.on:
        yield RECORDED_ANEW.at(
            paths.history_file(new.id),
            revision=comment.revision,
            what=Saying("the answer to the comment {comment}", {"comment": comment.id}),
            was=entry.response.on,
            now=now or "–",
        )


def _is_corrected(old: Record, new: Record, comment: Comment) -> bool:
    """Return whether the response was corrected since, which the record says."""
    return any(each.comment == comment.id for each in _corrections_since(old, new, comment))


def _wanted(old: Record, comment: Comment, entry: RecordedComment | None) -> str | None:
    """Return the digest of a response that is kept, or whose report the older state has."""
    if entry and entry.response:
        return entry.response.digest
    response = old.response_to(comment.id)
    may_change = not is_reported(old, comment.revision)
    return None if may_change or response is None else digest_on_record(response)


def _then(old: Record, new: Record, comment: Comment, response: Response) -> Response | None:
    """Return a response as it was before the corrections that the older state does not have."""
    return response_before(response, _corrections_since(old, new, comment))


def _corrections_since(old: Record, new: Record, comment: Comment) -> tuple[Correction, ...]:
    """Return the corrections around a comment that an older state does not have."""
    entry = new.history.of(comment.revision) if new.history else None
    was = old.history.of(comment.revision) if old.history else None
    return entry.corrections[len(was.corrections) if was else 0 :] if entry else ()


def _is_as_kept(
    response: Response | None,
    wanted: str,
    states: tuple[Record, Record],
    entry: RecordedComment | None,
) -> bool:
    """Return whether a response is the one that was kept, and landed where it did."""
    if response is None or digest_on_record(response) != wanted:
        return False
    if entry is None or entry.landed is None:
        return True
    old, new = states
    text = new.revision(entry.landed.revision)
    is_frozen = is_frozen_on_record(old, entry.landed)
    return keeps_landing(entry.landed, response.landed, text, is_frozen=is_frozen)
