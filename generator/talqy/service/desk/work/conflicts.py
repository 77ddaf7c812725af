"""Two versions of a file, and what is wrong with both of them put together."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from talqy.gate.standing import known_by
from talqy.model.problem import Problem
from talqy.project.branches import files_at
from talqy.project.git import blobs
from talqy.project.saved_line import saved_line
from talqy.project.survey import ProjectState
from talqy.service.desk.work.values import Conflict, ConflictedFile

_MOST_BYTES = 2 << 20


def conflict_with(
    root: Path,
    by: str,
    files: Sequence[ConflictedFile] = (),
    problems: Sequence[Problem] = (),
    tip: str = "",
) -> Conflict:
    """Return a conflict with what a commit `by` somebody else has made."""
    found = saved_line(root, by, (f"{by}^1",), 1)
    author, said = (found[0].author, found[0].said) if found else ("", "")
    return Conflict(files, author, problems, tip, said)


def conflicted(
    root: Path, was: str, theirs: str, yours: Mapping[str, bytes | None]
) -> tuple[ConflictedFile, ...]:
    """Return files that one was to save, as they were, and as somebody else has saved them."""
    before, after = (files_at(root, commit, yours) for commit in (was, theirs))
    known = blobs(root, {*before.values(), *after.values()}, _MOST_BYTES)
    return tuple(
        ConflictedFile(
            path,
            _text(known.get(before.get(path, ""))),
            _text(known.get(after.get(path, ""))),
            _text(data),
        )
        for path, data in yours.items()
    )


def diverged(
    root: Path, commits: tuple[str, str, str], files: Sequence[str], whole: Collection[str] = ()
) -> tuple[ConflictedFile, ...]:
    """Return files of which two commits have another version each, and that of before.

    `commits` are that of before, theirs and yours; of those that are `whole` one version stays.
    """
    was, theirs, yours = commits
    ids = files_at(root, yours, files)
    known = blobs(root, ids.values(), _MOST_BYTES)
    own = {path: known.get(ids.get(path, "")) for path in files}
    return tuple(
        replace(one, is_whole=one.path in whole) for one in conflicted(root, was, theirs, own)
    )


def _text(data: bytes | None) -> str | None:
    try:
        return None if data is None else data.decode()
    except UnicodeDecodeError:
        return None


def joined_problems(*states: ProjectState) -> Sequence[Problem]:
    """Return the errors of the last of these that none of the others has."""
    *single, joined = states
    known = {known_by(one) for state in single for one in state.problems}
    return [one for one in joined.problems if one.is_error and known_by(one) not in known]
