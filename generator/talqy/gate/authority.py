"""The authority's own pull request: the whole project as it would be, and what may never change.

The head is read over the base and checked by all rules. What the base has frozen and recorded stays
as it is, whatever the head says of it: else a change could bring its own proof along.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from talqy.comments.content import personal
from talqy.comments.doors import Door
from talqy.comments.judge import context_of, weighed
from talqy.comments.new_comment import new_comment_path
from talqy.comments.official import as_changed, judge_official
from talqy.comments.remarks import readable
from talqy.comments.taken_out import only_takes_out
from talqy.gate import kinds
from talqy.gate.scope import is_own
from talqy.gate.ways_in import changed_ways_in
from talqy.law.mending import is_settled
from talqy.model import paths
from talqy.model.codes import named
from talqy.model.digest import digest_of_text_file
from talqy.model.history import RecordedRevision
from talqy.model.problem import Level, Problem
from talqy.model.register import Record, Register
from talqy.project.load import read_files
from talqy.project.pull_request import MOST_CHANGES, PullRequest
from talqy.project.survey import LastSurvey, survey_of
from talqy.record.against import recorded_since, responses_since
from talqy.record.digests import digest_of
from talqy.record.entering import late_since
from talqy.record.not_final import changed_before_the_report
from talqy.record.settings import changed_settings
from talqy.record.unseen import (
    outcomes_undated_since,
    record_dated_back_since,
    unseen_since,
)
from talqy.rules.said_days import said_anew


def compared_files(pull: PullRequest) -> Iterator[str]:
    """Choose what the base is asked for: its texts and records, and the comments that change.

    All files with the id of such a comment belong to it: only the first one of them counts.
    """
    names = {_name(change.path) for change in pull.changes if is_own(change.path)}
    for path in pull.base_tree:
        if paths.is_in(path, paths.STANDARDS) or (is_own(path) and _name(path) in names):
            yield path


def _name(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]


def authority(
    pull: PullRequest, before: Register, today: date, kept: LastSurvey
) -> Iterator[Problem]:
    """Check the project as it would be, and hold it to what the base has frozen and recorded."""
    if len(pull.changes) >= MOST_CHANGES:
        return  # `scope` has refused it
    yield from _line_ends(pull)
    after = pull.after(is_own)
    yield from _notes(pull)
    state = survey_of(read_files(after, readings=kept.readings), after, today, kept)
    found = list(_days(before, state.register, today)) if state.register else []
    if state.register is not None:
        found += _unsure(before, state.register, state.problems)
    yield from _weighed(state.problems, found)
    if state.register is not None:
        yield from _personal(pull, before, state.register, today)
        yield from _frozen(pull, before, state.register)
        yield from _comments(pull, before, state.register)
        for problem in changed_settings(before, state.register):
            yield kinds.SETTING_CHANGED.at(problem.file, reason=problem)
        yield from changed_ways_in(before.project, state.register.project)


def _personal(
    pull: PullRequest, before: Register, after: Register, today: date
) -> Iterator[Problem]:
    """Look for personal data in what the change brings of the authority's own words."""
    changed = {change.path for change in pull.changes}
    was, is_now = (
        judge_official(register, context_of(register, today, Door.AUTHORITY), changed)
        for register in (before, after)
    )
    yield from as_changed(is_now, was)


def _notes(pull: PullRequest) -> Iterator[Problem]:
    """Look for personal data in notes that lie among the files: nobody reads them but people."""
    named = (c for c in pull.changes if is_own(c.path) and c.path.endswith("/README.md"))
    for path, data in pull.head_files(named).items():
        if data:
            yield from weighed(personal(path, (), readable(data), frozenset()), Door.TEXT)


def _line_ends(pull: PullRequest) -> Iterator[Problem]:
    """Refuse new texts and responses with line ends of Windows; of comments the judge says it."""
    new = [c for c in pull.changes if c.status == "A" and is_own(c.path)]
    files = pull.head_files(c for c in new if new_comment_path(c.path) is None)
    for path, data in files.items():
        if data and b"\r" in data:
            yield kinds.CARRIAGE_RETURNS.at(path)


def _frozen(pull: PullRequest, before: Register, after: Register) -> Iterator[Problem]:
    """Hold what is frozen to what it was; of what was bent already and stays so, `check` tells."""
    touched = {change.path for change in pull.changes}
    known = {(one.file, one.said()) for one in _no_more(before, before)}
    for problem in _no_more(before, after):
        if problem.file in touched or (problem.file, problem.said()) not in known:
            yield problem


def _no_more(before: Register, after: Register) -> Iterator[Problem]:
    now = {record.id: record for record in after.records}
    for record in before.records:
        newer = now.get(record.id)
        yield from _texts(record, newer)
        for entry in record.history.revisions if record.history else ():
            yield from (named(one, after.codes) for one in _kept(record, newer, entry))
        if newer:
            yield from (named(one, after.codes) for one in _entered(record, newer))


def _texts(record: Record, newer: Record | None) -> Iterator[Problem]:
    """Hold every text that is recorded, or that something was said of, to what it was."""
    for revision in record.revisions:
        entry = record.history.of(revision.revision) if record.history else None
        if entry is None and not is_settled(revision):
            continue
        there = newer.revision(revision.revision) if newer else None
        wanted = entry.digest if entry else digest_of(revision)
        if there is None or digest_of(there) != wanted:
            file = paths.revision_file(record.id, revision.revision)
            yield kinds.FROZEN.at(file, revision=revision.revision)


def _days(before: Register, after: Register, today: date) -> Iterator[Problem]:
    """Look at the days of steps that the base does not have."""
    for record, revision in after.revisions():
        old = before.record(record.id)
        was = old.revision(revision.revision) if old else None
        yield from said_anew(record.id, was, revision, today)


def _unsure(before: Register, after: Register, checked: Iterable[Problem]) -> Iterator[Problem]:
    """Ask about a last day that hangs on days off which nobody knows: it is announced with this."""
    announced = set[str]()
    for record, revision in after.revisions():
        old = before.record(record.id)
        was = old.revision(revision.revision) if old else None
        if revision.consultation and revision.consultation != (was.consultation if was else None):
            announced.add(paths.revision_file(record.id, revision.revision))
    for problem in checked:
        if problem.code == "S13" and problem.file in announced:
            yield problem.weighing(Level.PERSON)


def _weighed(checked: Iterable[Problem], found: Iterable[Problem]) -> Iterator[Problem]:
    """Yield what `check` says, as gravely as it weighs in a pull request, and what else was found.

    Of the two the one that `check` has found knows its line.
    """
    graver = {(one.file, one.path, one.said()): one for one in found}
    for problem in checked:
        weighs = graver.pop((problem.file, problem.path, problem.said()), None)
        yield problem.weighing(weighs.level) if weighs else problem
    yield from graver.values()


def _kept(record: Record, newer: Record | None, entry: RecordedRevision) -> Iterator[Problem]:
    """Hold a record to what it said: it may grow, and be corrected in sight of everybody."""
    file, number = paths.history_file(record.id), entry.revision
    now = newer.history.of(number) if newer and newer.history else None
    if newer is None or now is None or now.digest != entry.digest:
        yield kinds.RECORD_SHRUNK.at(file, revision=number)
        return
    found = [*recorded_since(record, entry, now), *responses_since(record, newer, number)]
    for problem in found:
        yield kinds.RECORD_CHANGED.at(problem.file, reason=problem)


def _entered(record: Record, newer: Record) -> Iterator[Problem]:
    """Name what comes late, or is not final; of a comment that is not on record R10 says it."""
    for problem in unseen_since(record, newer):
        if problem.values["comment"] in newer.recorded:
            yield kinds.RECORD_CHANGED.at(problem.file, reason=problem)
    dated_back = (*record_dated_back_since(record, newer), *outcomes_undated_since(record, newer))
    for problem in dated_back:
        yield kinds.RECORD_CHANGED.at(problem.file, reason=problem)
    for problem in changed_before_the_report(record, newer):
        yield kinds.NOT_FINAL_CHANGED.at(problem.file, reason=problem)
    for revision, line in late_since(record.history, newer.history) if newer.history else ():
        file = paths.history_file(record.id)
        yield kinds.ENTERED_LATE.at(file, comment=line.id, revision=revision, day=line.on)


def _comments(pull: PullRequest, before: Register, after: Register) -> Iterator[Problem]:
    """Hold published comments to what they were; only what is marked as redacted may differ."""
    changes = [c for c in pull.changes if c.path in pull.base_tree and new_comment_path(c.path)]
    was = pull.base_files(change.path for change in changes)
    is_now = pull.head_files(changes)
    for path, data in was.items():
        now = is_now.get(path)
        if path in is_now and _is_same(now, data):
            continue
        if now is None or data is None or not _is_redacted(path, data, before, after):
            yield kinds.COMMENT_CHANGED.at(path)
        elif not only_takes_out(data, now):
            yield kinds.MORE_THAN_TAKEN_OUT.at(path)


def _is_redacted(path: str, data: bytes | None, before: Register, after: Register) -> bool:
    """Return whether a comment names, as its original, what the base has of it."""
    place = new_comment_path(path)
    record = after.record(place.standard) if place else None
    comment = record.comment(place.id) if record and place else None
    mark = comment.redacted if comment else None
    return bool(comment and mark and mark.original in _digests(before, comment.id, data))


def _is_same(now: bytes | None, was: bytes | None) -> bool:
    """Return whether a file says the same; git may bring its line ends in order at any time."""
    if now is None or was is None:
        return now is was
    return now == was or digest_of_text_file(now) == digest_of_text_file(was)


def _digests(before: Register, name: str, data: bytes | None) -> set[str | None]:
    """Return the digests that a redaction may name: the file's, or what it kept already."""
    for record in before.records:
        comment = record.comment(name)
        if comment and comment.redacted and comment.redacted.original:
            return {comment.redacted.original}
    return {digest_of_text_file(data or b"")}
