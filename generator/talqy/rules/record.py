"""R: the record. What `talqy merge` has recorded stays, and stands as it was recorded."""

from collections.abc import Iterator

from talqy.model import paths
from talqy.model.history import RecordedComment
from talqy.model.problem import Level, Path, Problem
from talqy.model.register import Record
from talqy.rules.rule import CheckContext, breach, rule

_KEPT = "a public record is never deleted and never altered in silence"
# A text that changed or is gone: the last one by T05, one between others by L02.
_TEXTS = {"T05", "L02"}


def is_of_the_record(problem: Problem) -> bool:
    """Return whether the record cannot be trusted because of a problem.

    A file that cannot be read (F) may be one that was recorded; R are the rules of this file.
    """
    of_it = problem.code.startswith(("F", "R")) or problem.code in _TEXTS
    return of_it and problem.level is Level.ERROR


def _recorded(context: CheckContext) -> Iterator[tuple[Record, int, RecordedComment, Path]]:
    for record in context.register.records:
        for at, entry in enumerate(record.history.revisions if record.history else ()):
            for index, comment in enumerate(entry.comments):
                path: Path = ("revisions", at, "comments", index)
                yield record, entry.revision, comment, path


@rule("R01", source=_KEPT)
def recorded_comments_are_there(context: CheckContext) -> Iterator[Problem]:
    """Every comment that has a register number is on file, on the revision it is recorded for."""
    for record, revision, entry, path in _recorded(context):
        comment = record.comment(entry.id)
        if entry.id in record.broken_comments or revision in record.broken_revisions:
            continue
        if comment is None or comment.revision != revision:
            yield breach(
                paths.history_file(record.id),
                (*path, "id"),
                "the comment “{comment}”, number {number} of the record, is not among the comments "
                "on r{revision}",
                "put its file back; git has it: git log --all -- '*/{comment}.yaml'",
                comment=entry.id,
                number=entry.number,
                revision=revision,
            )


@rule("R02", source=_KEPT)
def recorded_comments_are_unaltered(context: CheckContext) -> Iterator[Problem]:
    """A comment that has a register number is, to the byte, the file that was recorded."""
    for record, _, entry, _ in _recorded(context):
        comment = record.comment(entry.id)
        if comment is None:
            continue
        if record.digest_of(comment) != entry.digest:
            yield breach(
                comment.path.file,
                (),
                "this file is not the one that was recorded under number {number}",
                "put the recorded file back from git; words are taken out at their owner's wish "
                "with “talqy comment redact” alone",
                number=entry.number,
            )


@rule("R03", source="the record: one number is one comment, for ever")
def register_numbers_are_single(context: CheckContext) -> Iterator[Problem]:
    """No register number and no comment is recorded twice for a standard."""
    seen: set[tuple[str, str, object]] = set()
    for record, _, entry, path in _recorded(context):
        for key, value in (("number", entry.number), ("id", entry.id)):
            if (record.id, key, value) in seen:
                yield breach(
                    paths.history_file(record.id),
                    (*path, key),
                    "“{said}” is recorded twice",
                    "only “talqy merge” writes this file; put back what git has of it",
                    said=value,
                )
            seen.add((record.id, key, value))
