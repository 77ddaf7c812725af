"""What became of a commit that was sent to be looked at: whether the main branch has taken it over.

Forges merge it as it is, as one commit of theirs (squash), or as copies of its commits (rebase). So
it is read from what the files say: on the way of the main branch stands a commit to which the one
that was sent brings nothing. What was changed there later does not undo that; what was taken out of
it again is told apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from talqy.model import paths
from talqy.project.branches import CommitRole, commit_of, content, files_at, is_in
from talqy.project.commits import merge_bases
from talqy.project.git import GitError, changed_files, git_output, prefix
from talqy.project.keeps import Keeps
from talqy.project.pull_request import MOST_CHANGES
from talqy.project.saved_line import tree_of
from talqy.project.taken_in import tree_taking_in
from talqy.project.trees_joined import joined_trees

_MOST_LOOKS, _MOST_COMMITS, _MOST_FILES = 40, 5_000, 500
_ELSEWHERE = ":/"
_ROLE = CommitRole("talqy", "")


@dataclass(frozen=True, slots=True)
class TakenOver:
    """A commit that was taken over, and the published one on which it was made."""

    sent: str
    base: str


def taken_over(root: Path, sent: str, main: str) -> TakenOver | None:
    """Return what was taken over of a commit; None where the main branch never had all of it.

    Of the commits since, the newest that touch the same files are looked at. Where the main branch
    was written anew, and has nothing in common with what was sent, nobody can tell.
    """
    if is_in(root, sent, main):
        return TakenOver(sent, _base_of_merged(root, sent, main))
    try:
        base = merge_bases(root, sent, main)[0]
    except GitError:
        return None
    files = _brought(root, base, sent)
    for one in _touching(root, base, main, files):
        merged = joined_trees(root, one, sent)
        if not merged.conflicts and merged.tree == tree_of(root, one):
            return TakenOver(sent, base)
    return None


def as_following(root: Path, over: TakenOver | None, main: str) -> str:
    """Return what is published as a commit after what was taken over.

    Git would take lines that both have for two changes of one place: it looks at commits alone.
    """
    if over is None or is_in(root, over.sent, main):
        return main
    return commit_of(root, tree_of(root, main), (over.sent,), "", _ROLE)


def is_out_again(root: Path, over: TakenOver, main: str) -> bool:
    """Return whether nothing is left of it: taking it out of the main branch would change nothing.

    A record only grows, and says nothing of that.
    """
    files = _brought(root, over.base, over.sent)
    there, brought = (files_at(root, one, files) for one in (main, over.sent))
    if not files or any(name == there.get(path) for path, name in brought.items()):
        return False
    before, now = tree_of(root, over.base), tree_of(root, main)
    ours, theirs = (commit_of(root, one, (over.sent,), "", _ROLE) for one in (now, before))
    merged = joined_trees(root, ours, theirs)
    here = prefix(root)
    left = [one.removeprefix(here) for one in merged.conflicts]
    left += [one.path for one in changed_files(root, now, merged.tree, MOST_CHANGES)]
    return all(map(paths.is_record, left))


def is_partly_out_again(root: Path, over: TakenOver, main: str) -> bool:
    """Return whether some of it is not there any more, and nothing else is said in its place."""
    files = _brought(root, over.base, over.sent)
    there, brought = (files_at(root, one, files) for one in (main, over.sent))
    return there != brought and bool(_put_again(root, over, main)[1])


def files_again(root: Path, over: TakenOver, main: str) -> dict[str, bytes | None]:
    """Return the files that would bring back what was taken out of it; records grow alone."""
    tree, files = _put_again(root, over, main)
    return {one: content(root, tree, one) for one in files}


def _put_again(root: Path, over: TakenOver, main: str) -> tuple[str, list[str]]:
    """Return what is published with what is there no more of it, and the files that differ.

    Where something else is said by now, that stays.
    """
    base = commit_of(root, tree_of(root, over.base), (), "", _ROLE)
    trees = (tree_of(root, one) for one in (main, over.sent))
    ours, theirs = (commit_of(root, one, (base,), "", _ROLE) for one in trees)
    tree = tree_taking_in(root, theirs, ours, Keeps.PUBLISHED)
    changed = (one.path for one in changed_files(root, ours, tree, MOST_CHANGES))
    return tree, [one for one in changed if not paths.is_record(one)]


def _brought(root: Path, base: str, sent: str) -> list[str]:
    """Return the files of the project that a commit brings, but for records; not without end."""
    changed = (one.path for one in changed_files(root, base, sent, MOST_CHANGES))
    return [one for one in changed if not paths.is_record(one) and not one.startswith(_ELSEWHERE)][
        :_MOST_FILES
    ]


def _base_of_merged(root: Path, sent: str, main: str) -> str:
    """Return where the main branch was when a commit of its history was made."""
    words = ("rev-list", "--first-parent", f"--max-count={_MOST_COMMITS}", "--end-of-options")
    line = git_output(root, *words, main, f"^{sent}").decode("ascii", "replace").split()
    # Those that have it are the newest ones: the oldest of them has brought it.
    first, last = 0, len(line)
    while first < last:
        middle = (first + last) // 2
        first, last = (middle + 1, last) if is_in(root, sent, line[middle]) else (first, middle)
    before = _parents(root, line[first - 1])[0] if first else sent
    if before == sent or is_in(root, sent, before):  # the branch was moved onto it
        return (_parents(root, sent) or [sent])[-1]
    return merge_bases(root, sent, before)[0]


def _touching(root: Path, base: str, main: str, files: Sequence[str]) -> Iterator[str]:
    """Yield the main branch, and what it was after each change of some files, the newest first."""
    yield main
    if not files:
        return
    words = ("--first-parent", f"--max-count={_MOST_LOOKS}", "--end-of-options")
    found = git_output(root, "rev-list", *words, main, f"^{base}", "--", *files)
    yield from found.decode("ascii", "replace").split()


def _parents(root: Path, commit: str) -> list[str]:
    words = ("rev-list", "--parents", "--max-count=1", "--end-of-options")
    return git_output(root, *words, commit).decode("ascii", "replace").split()[1:]
