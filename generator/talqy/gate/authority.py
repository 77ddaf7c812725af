"""The authority's own pull request: the whole project as it would be, and what may never change.

The head is read over the base and checked by all rules. What the base has frozen and recorded stays
as it is, whatever the head says of it: else a change could bring its own proof along.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from talqy.comments.comment_path import place_of
from talqy.comments.verdict import Finding, Level, weighed
from talqy.errors import ProjectBrokenError
from talqy.gate import scope_words as words
from talqy.gate.request import MOST_CHANGES, Request
from talqy.gate.scope import collisions
from talqy.model import paths
from talqy.model.history import History, RecordedComment
from talqy.model.problem import Severity
from talqy.model.register import Record, Register
from talqy.project.assessment import assess
from talqy.project.files import HeldFiles
from talqy.project.git import ChangedFile
from talqy.project.load import read_files
from talqy.project.positions import located
from talqy.project.reading import digest_of_file
from talqy.record.digests import digest_of
from talqy.record.recording import is_frozen
from talqy.rules.check import check
from talqy.rules.rule import Case

_OWN = ("standards/", "comments/")


def authority(request: Request, today: date) -> Iterator[Finding]:
    """Look at a change of standards and answers."""
    if not request.changes:
        yield words.NOTHING.at("")
    if len(request.changes) >= MOST_CHANGES:
        yield words.TOO_MANY.at("", count=len(request.changes), most=MOST_CHANGES - 1)
        return
    yield from _scope(request)
    files = request.base_files(path for path in request.there if _is_own(path))
    changed = [change for change in request.changes if _is_own(change.path)]
    gone = {change.path for change in changed if change.status == "D"}
    new = request.head_files(change for change in changed if change.status != "D")
    after = HeldFiles({**{p: d for p, d in files.items() if p not in gone}, **new})
    before = read_files(HeldFiles(dict(_compared(files, changed)))).register
    read = read_files(after)
    problems = list(read.problems)
    if before is None:
        raise ProjectBrokenError(f"{paths.PROJECT} of the base cannot be used")
    if read.register is not None:
        problems += check(Case(read.register, assess(read.register, today)))
        yield from _frozen(before, read.register, today)
        yield from _comments(before, read.register, files, new, gone)
    for problem in located(after, problems):
        is_grave = problem.severity is Severity.ERROR
        yield weighed(problem, Level.FAIL if is_grave else Level.WARNING)


def _compared(
    files: Mapping[str, bytes | None], changed: Iterable[ChangedFile]
) -> Iterator[tuple[str, bytes | None]]:
    """Choose what the base is asked for: its texts and records, and the comments that change.

    All files with the id of such a comment belong to it: only the first one of them counts.
    """
    names = {_name(change.path) for change in changed}
    for path, data in files.items():
        if not path.startswith("comments/") or _name(path) in names:
            yield path, data


def _name(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]


def _is_own(path: str) -> bool:
    return path.startswith(_OWN)


def _scope(request: Request) -> Iterator[Finding]:
    taken = frozenset(path.casefold() for path in request.there)
    for change in request.changes:
        if change.status != "D" and change.mode != "100644":
            yield words.NOT_A_FILE.at(change.path)
        if not _is_own(change.path):
            yield words.OUTSIDE.at(change.path)
        if change.status == "A" and change.path not in request.there:
            yield from collisions(change.path, request.there, taken)


# --- what may never change ----------------------------------------------------------------------


def _frozen(before: Register, after: Register, today: date) -> Iterator[Finding]:
    now = {record.id: record for record in after.records}
    for record in before.records:
        yield from _texts(record, now.get(record.id), today)
        if record.history:
            newer = now.get(record.id)
            yield from _shrunk(record.id, record.history, newer.history if newer else None)


def _texts(record: Record, newer: Record | None, today: date) -> Iterator[Finding]:
    """Hold every text that is recorded or under discussion to what it was."""
    for revision in record.revisions:
        entry = record.history.of(revision.revision) if record.history else None
        if entry is None and not is_frozen(revision, today):
            continue
        there = newer.revision(revision.revision) if newer else None
        wanted = entry.digest if entry else digest_of(revision)
        if there is None or digest_of(there) != wanted:
            file = paths.revision_file(record.id, revision.revision)
            yield words.FROZEN.at(file, revision=revision.revision)


def _shrunk(standard: str, was: History, now: History | None) -> Iterator[Finding]:
    """Hold a record to what it said: a digest, a number and a place once given stay."""
    file = paths.history_file(standard)
    for entry in was.revisions:
        newer = now.of(entry.revision) if now else None
        known = [_fixed(comment) for comment in entry.comments]
        is_kept = (
            newer is not None
            and newer.digest == entry.digest
            and [_fixed(comment) for comment in newer.comments][: len(known)] == known
        )
        if not is_kept:
            yield words.RECORD_SHRUNK.at(file, revision=entry.revision)


def _fixed(comment: RecordedComment) -> tuple[int, str, str, object]:
    return comment.number, comment.id, comment.digest, comment.clause


def _comments(
    before: Register,
    after: Register,
    files: Mapping[str, bytes | None],
    new: Mapping[str, bytes | None],
    gone: set[str],
) -> Iterator[Finding]:
    """Hold published comments to what they were; only what is marked as redacted may differ."""
    now = {record.id: record for record in after.records}
    for path, data in files.items():
        is_same = path not in gone and new.get(path, data) == data
        if is_same or (place := place_of(path)) is None:
            continue
        comment = now[place.standard].comment(place.id) if place.standard in now else None
        mark = comment.redacted if comment else None
        if path in gone or mark is None or mark.original not in _digests(before, place.id, data):
            yield words.COMMENT_CHANGED.at(path)


def _digests(before: Register, name: str, data: bytes | None) -> set[str | None]:
    """Return the digests that a redaction may name: the file's, or what it kept already."""
    for record in before.records:
        comment = record.comment(name)
        if comment and comment.redacted and comment.redacted.original:
            return {comment.redacted.original}
    return {digest_of_file(data or b"")}
