"""A pull request that changes texts of standards: read from git objects, compared, checked.

Settings, names and everything else come from the base. Of the head come the files of the standards
whose texts it changes, and the comments on them, since an answer may come along with the change.
The record (`history.yaml`) is the base's too: else a change could bring its own proof along.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from talqy.diff.review import ReviewedDraft
from talqy.language.edition import Edition, editions
from talqy.model import paths
from talqy.model.problem import Level, Problem
from talqy.model.register import Record, Register
from talqy.model.revision import Revision
from talqy.project.files import HeldFiles
from talqy.project.git import ChangedFile, GitError
from talqy.project.load import read_files
from talqy.project.pull_request import MOST_CHANGES, PullRequest, pull_request
from talqy.project.survey import survey_of

_MOST_DRAFTS = 200


@dataclass(frozen=True, slots=True)
class ChangedDraft:
    """One text of a standard that a pull request adds, changes or removes."""

    path: str
    standard: str
    number: int
    is_removed: bool


@dataclass(frozen=True, slots=True)
class Review:
    """What a pull request does to texts of standards, and what is wrong with these standards."""

    editions: tuple[Edition, ...]
    drafts: tuple[ReviewedDraft, ...]
    problems: tuple[Problem, ...]
    base: str
    head: str

    @property
    def has_errors(self) -> bool:
        """Return whether anything is worse than a warning."""
        return any(problem.level is Level.ERROR for problem in self.problems)


def review(root: Path, span: str, today: date | None = None) -> Review:
    """Read a pull request `BASE..HEAD` from git objects, compare its texts, and check them."""
    pull = pull_request(root, span)
    if pull.has_wrong_folder:
        raise GitError(
            "a folder in these commits is written as no program of git writes one: make a new "
            "branch from the main one, and put what you add into it as one commit"
        )
    if not pull.is_clear:
        raise GitError(
            "this branch and the main one have crossed, so that it is not clear what merging would "
            "change: make a new branch from the main one, and put what you add into it as one "
            "commit"
        )
    drafts = _changed_drafts(pull.changes)
    standards = sorted({draft.standard for draft in drafts})
    after = _after(pull, standards)
    state = survey_of(read_files(after), after, today)
    prepared = editions(None, *state.known, pull.messages)
    return Review(
        editions=prepared,
        drafts=tuple(_reviewed(drafts, _texts_before(pull, standards), prepared[0])),
        problems=tuple(_concerning(drafts, state.problems)),
        base=pull.base,
        head=pull.head,
    )


def _changed_drafts(changes: Sequence[ChangedFile]) -> list[ChangedDraft]:
    if len(changes) >= MOST_CHANGES:
        raise GitError(
            "{n} files or more change at once; compare the texts one by one", n=MOST_CHANGES
        )
    drafts = [
        ChangedDraft(change.path, text.standard, text.revision, change.new is None)
        for change in changes
        if (text := paths.StandardPath.parse(change.path)) and text.revision
    ]
    if len(drafts) > _MOST_DRAFTS:
        raise GitError(
            "more than {n} texts change at once; compare them one by one", n=_MOST_DRAFTS
        )
    return drafts


def _after(pull: PullRequest, standards: Iterable[str]) -> HeldFiles:
    """Return the settings and all files of the standards whose texts change, as they would be."""
    own = [folder for name in standards for folder in paths.folders_of(name)]
    return pull.after(
        wanted=lambda path: path == paths.PROJECT or paths.is_in(path, *own),
        of_head=lambda path: paths.is_in(path, *own) and not paths.is_record(path),
    )


def _texts_before(pull: PullRequest, standards: Iterable[str]) -> Register | None:
    """Return the standards as they were before; no comments are read."""
    own = [paths.standard_folder(name) for name in standards]
    files = pull.before(lambda path: path == paths.PROJECT or paths.is_in(path, *own))
    return read_files(files).register


def _concerning(drafts: Sequence[ChangedDraft], problems: Sequence[Problem]) -> list[Problem]:
    """Choose the problems of the standards whose texts change, those of these texts first."""
    standards = {draft.standard for draft in drafts}
    texts = {draft.path for draft in drafts}
    chosen = [problem for problem in problems if paths.standard_of(problem.file) in standards]
    return sorted(chosen, key=lambda problem: problem.file not in texts)


def _reviewed(
    drafts: Iterable[ChangedDraft], before: Register | None, edition: Edition
) -> Iterator[ReviewedDraft]:
    records = {record.id: record for record in edition.register.records}
    for draft in drafts:
        record = records.get(draft.standard)
        texts = _compared_texts(draft, before, record)
        yield ReviewedDraft(
            path=draft.path,
            compared=edition.comparison(record, *texts) if record and texts else None,
            is_removed=draft.is_removed,
            is_usable=bool(record and record.revision(draft.number)),
        )


def _compared_texts(
    draft: ChangedDraft, before: Register | None, record: Record | None
) -> tuple[Revision, Revision] | None:
    """Return what to compare: the text as it was and as it is, or a new one with its base.

    `record` is the standard with the changes; None where there is nothing to compare.
    """
    newer = record.revision(draft.number) if record else None
    if record is None or newer is None:
        return None
    was = before.record(draft.standard) if before else None
    older = (was.revision(draft.number) if was else None) or record.base_of(newer)
    return (older, newer) if older else None
