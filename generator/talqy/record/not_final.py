"""Answers before their report: they may still change, and an older state tells what they were."""

from collections.abc import Iterator

from talqy.model import paths
from talqy.model.codes import Code
from talqy.model.comment import Response
from talqy.model.problem import Kind, Level, Problem
from talqy.model.register import Record
from talqy.record.digests import digest_of_response
from talqy.record.undoing import response_before
from talqy.record.unseen import is_reported

OUTCOME_CHANGED = Kind(
    "V21",
    "not yet final: the outcome of the comment {comment} on r{revision} was “{was}”, and now is "
    "“{now}”",
    "",
    Level.WARNING,
)
ANSWER_REWRITTEN = Kind(
    "V21",
    "not yet final: the answer to the comment {comment} on r{revision} was written anew",
    "",
    Level.WARNING,
)


def changed_before_the_report(old: Record, new: Record) -> Iterator[Problem]:
    """Yield the answers that an older state has without their report, and that are others by now.

    What a correction has changed, after the report, is told as a correction.
    """
    revisions = {comment.id: comment.revision for comment in old.comments}
    for entry in old.history.revisions if old.history else ():
        revisions |= {line.id: entry.revision for line in entry.comments}
    for name, revision in revisions.items():
        line, was = old.recorded.get(name), old.response_to(name)
        outcome = (line.outcome if line else None) or (was.outcome if was else None)
        if outcome is None or (line and line.response) or is_reported(old, revision):
            continue
        now = _as_first_reported(old, new, name, revision)
        file = paths.history_file(new.id)
        if now is None or now.outcome is not outcome:
            is_now = Code("outcome", now.outcome) if now else "–"
            yield OUTCOME_CHANGED.at(
                file,
                comment=name,
                revision=revision,
                was=Code("outcome", outcome),
                now=is_now,
            )
        elif was and digest_of_response(now) != digest_of_response(was):
            yield ANSWER_REWRITTEN.at(file, comment=name, revision=revision)


def _as_first_reported(old: Record, new: Record, name: str, revision: int) -> Response | None:
    """Return the answer of a later state, without what was openly corrected since."""
    response = new.response_to(name)
    was = old.history.of(revision) if old.history else None
    entry = new.history.of(revision) if new.history else None
    since = entry.corrections[len(was.corrections) if was else 0 :] if entry else ()
    return response_before(response, since) if response and since else response
