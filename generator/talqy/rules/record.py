"""R: the record. What `talqy merge` has recorded stays, and stands as it was recorded."""

from collections.abc import Iterable, Iterator

from talqy.model import paths
from talqy.model.history import RecordedComment, RecordedRevision
from talqy.model.problem import Level, Path, Problem
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.record.claimed_days import undated, undated_comments
from talqy.record.guard import (
    differences,
    is_answered_as_recorded,
    is_counted_alike,
    recorded_counting,
)
from talqy.record.plain import Difference, written
from talqy.record.root import root_of
from talqy.record.tallies import tally_of
from talqy.rules.rule import CheckContext, breach, rule

_ONLY_CORRECTED = (
    "what the authority has said on record changes only by a correction that everybody sees"
)
_CORRECT = (
    "put back what was recorded; “talqy correct” changes what is on record, with a reason that "
    "everybody sees"
)
_KEPT = "a public record is never deleted and never altered in silence"
# A text that changed or is gone: the last one by T05, one between others by L02.
_TEXTS = {"T05", "L02"}
# A record that was never made: a merge makes it.
_NONE_YET = "R12"
AUTHORITY_RULES = frozenset({"R04", "R05", "R06"})
"""The rules by which what the authority said is held to the record."""


def is_of_the_record(problem: Problem) -> bool:
    """Return whether the record cannot be trusted because of a problem.

    A file that cannot be read (F) may be one that was recorded; R are the rules of this file.
    """
    of_it = problem.code.startswith(("F", "R")) or problem.code in _TEXTS
    return of_it and problem.level is Level.ERROR


def in_the_way(problems: Iterable[Problem], standard: str | None) -> tuple[Problem, ...]:
    """Return the problems of one standard, or of all, that would make the record wrong."""
    own = paths.folders_of(standard) if standard else (paths.STANDARDS, paths.COMMENTS)
    wrong = filter(is_of_the_record, problems)
    return tuple(p for p in wrong if paths.is_in(p.file, *own) and p.code != _NONE_YET)


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


def _texts(context: CheckContext) -> Iterator[tuple[Record, RecordedRevision, Revision]]:
    """Yield every text on record that can be read, with what is recorded of it."""
    for record in context.register.records:
        for entry in record.history.revisions if record.history else ():
            if revision := record.revision(entry.revision):
                yield record, entry, revision


def _differs(record: Record, revision: Revision, found: Difference) -> Problem:
    return breach(
        paths.revision_file(record.id, revision.revision),
        found.path,
        "{what}: “{was}” is on record, and “{now}” stands here",
        _CORRECT,
        what=found.what,
        was=written(found.was),
        now=written(found.now),
    )


@rule("R04", source=_ONLY_CORRECTED)
def periods_stand_as_recorded(context: CheckContext) -> Iterator[Problem]:
    """The days of a discussion, its postings, extensions and counted days are those on record."""
    for record, entry, revision in _texts(context):
        for found in differences(entry, revision):
            if found.is_of_the_discussion:
                yield _differs(record, revision, found)
        counting = context.assessment.of(record.id, revision.revision).counting
        kept = entry.consultation.counted if entry.consultation else None
        if kept and counting and not is_counted_alike(recorded_counting(counting), kept):
            yield breach(
                paths.revision_file(record.id, revision.revision),
                ("consultation",),
                "the lawful period was counted to {was}, and is counted to {now} now, over other "
                "days or by other rules",
                "put the calendar and the rules back; “talqy correct” puts the new count on record",
                was=kept.last.isoformat(),
                now=counting.last.isoformat(),
            )


@rule("R05", source=_ONLY_CORRECTED)
def responses_stand_as_recorded(context: CheckContext) -> Iterator[Problem]:
    """A response whose report is published says what it said then."""
    for record, _, entry, path in _recorded(context):
        comment = record.comment(entry.id)
        if comment is None or entry.id in record.broken_comments or record.history is None:
            continue
        response = record.response_to(entry.id)
        if is_answered_as_recorded(entry, response, record, context.assessment.today):
            continue
        is_gone = response is None
        yield breach(
            paths.history_file(record.id) if is_gone else comment.path.response_file,
            path if is_gone else (),
            "this is not the response that is on record to the comment under number {number}",
            _CORRECT,
            number=entry.number,
        )


@rule("R06", source=_ONLY_CORRECTED)
def decisions_stand_as_recorded(context: CheckContext) -> Iterator[Problem]:
    """The report, the adoption and the withdrawal of a text are those on record."""
    for record, entry, revision in _texts(context):
        for found in differences(entry, revision):
            if not found.is_of_the_discussion:
                yield _differs(record, revision, found)


@rule("R07", source="the record: one root over all that is recorded")
def the_root_is_that_of_the_record(context: CheckContext) -> Iterator[Problem]:
    """The root in a record, its tallies and days are there, and those of what stands in it."""
    for record in context.register.records:
        history = record.history
        for at, entry in enumerate(history.revisions if history else ()):
            if entry.lacks_its_tally:
                yield breach(
                    paths.history_file(record.id),
                    ("revisions", at),
                    "this record says what comes when a discussion is over, and not how many "
                    "comments there were: its tally is missing",
                    "put back what git has of this file; only “talqy merge” writes it",
                )
            if entry.tally and entry.tally != tally_of(entry.comments):
                yield breach(
                    paths.history_file(record.id),
                    ("revisions", at, "tally"),
                    "this tally is not that of the comments that are recorded here",
                    "put back what git has of this file; only “talqy merge” writes it",
                )
        yield from _undated(record)
        if history and not history.revisions:
            yield breach(
                paths.history_file(record.id),
                ("revisions",),
                "this record has no text in it, and “talqy merge” writes no such record",
                "put back what git has of this file; only “talqy merge” writes it",
            )
        if history and not history.root and history.last_day():
            yield breach(
                paths.history_file(record.id),
                ("revisions",),
                "this record has no root, and “talqy merge” writes one",
                "put back what git has of this file; only “talqy merge” writes it",
            )
        if history and history.root and history.root != root_of(history):
            yield breach(
                paths.history_file(record.id),
                ("root",),
                "this record was not written by “talqy merge”: its root is another one",
                "put back what git has of this file; only “talqy merge” writes it",
            )


def _undated(record: Record) -> Iterator[Problem]:
    """Yield what is on record without the day since when it is there."""
    file, history = paths.history_file(record.id), record.history
    for at, part in undated(history) if history else ():
        yield breach(
            file,
            ("revisions", at, part.value),
            "this is on record, and since when is missing: “talqy merge” writes the day of "
            "each part",
            "put back what git has of this file; only “talqy merge” writes it",
        )
    for at, index, is_of_its_outcome in undated_comments(history) if history else ():
        path: Path = ("revisions", at, "comments", index)
        if is_of_its_outcome:
            yield breach(
                file,
                path,
                "the day on which its outcome came on record is missing: “talqy merge” writes it",
                "put back what git has of this file; only “talqy merge” writes it",
            )
        else:
            yield breach(
                file,
                path,
                "the day on which the comment came on record is missing: “talqy merge” writes it",
                "put back what git has of this file; only “talqy merge” writes it",
            )
