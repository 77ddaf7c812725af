"""Checks 2 to 5: what merging a pull request touches. No content is read here."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from talqy.comments.new_comment import new_comment_path
from talqy.gate import kinds
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.project.files import folded
from talqy.project.git import ChangedFile, TreeFile
from talqy.project.pull_request import MOST_CHANGES, PullRequest

ORDINARY, _PROGRAM = "100644", "100755"
"""The mode of a file that is neither a link, nor a program, nor another repository."""


def comments_in(changes: Iterable[ChangedFile]) -> list[tuple[paths.CommentPath, ChangedFile]]:
    """Choose what can be read as a new comment."""
    return [
        (place, change)
        for change in changes
        if change.status == "A"
        and _is_ordinary(change)
        and (place := new_comment_path(change.path))
    ]


def _is_ordinary(change: ChangedFile) -> bool:
    return change.new is not None and change.new.mode == ORDINARY


def no_file(change: ChangedFile) -> Problem:
    """Say what is there in place of an ordinary file."""
    is_program = change.new is not None and change.new.mode == _PROGRAM
    return (kinds.MARKED_PROGRAM if is_program else kinds.NOT_A_FILE).at(change.path)


def is_own(path: str) -> bool:
    """Return whether a file is the authority's own work."""
    return paths.is_in(path, paths.STANDARDS, paths.COMMENTS)


def scope(pull: PullRequest, most: int) -> Iterator[Problem]:
    """Look at a citizen's or a program's pull request: nothing but up to `most` new comments."""
    yield from _amount(pull, most)
    taken = _names(pull.base_tree)
    for change in pull.changes[: most + 20]:
        yield from _change(change, pull.base_tree, taken)


def authority_scope(pull: PullRequest) -> Iterator[Problem]:
    """Look at a pull request of the authority: any ordinary files, best among its own."""
    yield from _amount(pull, MOST_CHANGES - 1)
    if len(pull.changes) >= MOST_CHANGES:
        return
    taken = _names(pull.base_tree)
    for change in pull.changes:
        if change.new and not _is_ordinary(change):
            yield no_file(change)
        if not is_own(change.path):
            yield kinds.OUTSIDE.at(change.path)
        if change.status == "A" and change.path not in pull.base_tree:
            yield from _collisions(change.path, pull.base_tree, taken)


def _amount(pull: PullRequest, most: int) -> Iterator[Problem]:
    if not pull.changes:
        yield kinds.NOTHING.at("")
    elif len(pull.changes) > most:
        yield kinds.TOO_MANY.at("", count=len(pull.changes), most=most)


def _change(
    change: ChangedFile, there: Mapping[str, TreeFile], taken: frozenset[str]
) -> Iterator[Problem]:
    path = change.path
    is_comment = new_comment_path(path) is not None
    if change.status != "A":
        gone = kinds.CHANGED if change.new else kinds.REMOVED
        yield (kinds.COMMENT_CHANGED if is_comment else gone).at(path)
    if change.new and not _is_ordinary(change):
        yield no_file(change)
    if not is_comment:
        yield _elsewhere(path)
    elif change.status == "A":
        yield from _collisions(path, there, taken)


def _elsewhere(path: str) -> Problem:
    if paths.is_like_a_response(path):
        return kinds.RESPONSE.at(path)
    if paths.is_record(path):
        return kinds.RECORD.at(path)
    if paths.is_in(path, paths.STANDARDS):
        return kinds.TEXT.at(path)
    is_near = paths.is_in(path.casefold(), paths.COMMENTS)
    return (kinds.WRONG_PLACE if is_near else kinds.OTHER_FILE).at(path)


def _collisions(
    path: str, there: Mapping[str, TreeFile], taken: frozenset[str]
) -> Iterator[Problem]:
    """Report what stands in the way of a new file, on a disk that tells no capitals too."""
    above = [str(parent) for parent in PurePosixPath(path).parents][:-1]
    if any(parent in there for parent in above):
        yield kinds.BLOCKED.at(path)
    elif folded(path) in taken:
        yield kinds.TAKEN.at(path)


def _names(there: Iterable[str]) -> frozenset[str]:
    return frozenset(map(folded, there))
