"""What is taken back of a work: what a save has changed itself, put against what stands there now.

Never the files of an older commit: what others have saved or published meanwhile is in the newer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from talqy.model.publishing import OfficialRole
from talqy.project.branches import CommitRole, commit_of
from talqy.project.git import prefix
from talqy.project.saved_line import SavedCommit, tree_of
from talqy.project.trees_joined import joined_trees
from talqy.service.desk.work.conflicts import diverged
from talqy.service.desk.work.values import ConflictedFile, NothingSavedError
from talqy.service.officials import Who

_UNDOES, _SENDS, _TAKES_IN = "Takes-back:", "Sends:", "Takes-in:"
_ROLE = CommitRole("talqy", "")
_NONE = "nothing was saved here that could be taken back"


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What is to be taken back: a save, and what was put on record as it was sent."""

    save: SavedCommit
    sendings: Sequence[SavedCommit] = ()

    @property
    def line(self) -> str:
        """The last line of the commit that takes it back."""
        return " ".join((_UNDOES, self.save.id, *(one.id for one in self.sendings)))


def sending_line(tip: str) -> str:
    """Return the last line of a commit by which a work is sent to be looked at."""
    return f"{_SENDS} {tip}"


def taking_in_line(main: str) -> str:
    """Return the last line of a commit by which a work takes in what was published meanwhile."""
    return f"{_TAKES_IN} {main}"


def is_save(commit: SavedCommit) -> bool:
    """Return whether a commit is a save of an official, or takes one back."""
    return not is_sending(commit) and not _takes_in(commit)


def is_sending(commit: SavedCommit) -> bool:
    """Return whether a commit is no save, but sent what was saved."""
    return len(commit.parents) > 1 and _last(commit).startswith(_SENDS)


def _takes_in(commit: SavedCommit) -> bool:
    return len(commit.parents) > 1 and _last(commit).startswith(_TAKES_IN)


def newest_standing(line: Sequence[SavedCommit]) -> TakenBack:
    """Return what is taken back next: the newest save that was not; refuse where there is none."""
    undone, sendings = set[str](), list[SavedCommit]()
    for commit in line:
        word, *ids = _last(commit).split(" ")
        if word == _UNDOES and len(commit.parents) == 1:
            undone.update(ids)
        elif commit.id in undone or _takes_in(commit):
            continue
        elif is_sending(commit):
            sendings.append(commit)
        else:
            return TakenBack(commit, tuple(sendings))
    raise NothingSavedError(_NONE)


def undone_in(line: Sequence[SavedCommit]) -> frozenset[str]:
    """Return the saves that were taken back, and those that have taken them back."""
    found = set[str]()
    for commit in line:
        word, *ids = _last(commit).split(" ")
        if word == _UNDOES and len(commit.parents) == 1:
            found |= {commit.id, *ids}
    return frozenset(found)


def tree_without(root: Path, tip: str, taken: TakenBack) -> tuple[str, Sequence[ConflictedFile]]:
    """Return the tree of a tip without what is taken back, or the places that others went on with.

    The record is taken back first: it speaks of what was saved.
    """
    tree = tree_of(root, tip)
    for made, before in (*_records(root, taken.sendings), _own(root, taken.save)):
        base = commit_of(root, made, (), "", _ROLE)
        ours, theirs = (commit_of(root, one, (base,), "", _ROLE) for one in (tree, before))
        merged = joined_trees(root, ours, theirs)
        if merged.conflicts:
            files = [path.removeprefix(prefix(root)) for path in merged.conflicts]
            return tree, diverged(root, (base, ours, theirs), files)
        tree = merged.tree
    return tree, ()


def _own(root: Path, save: SavedCommit) -> tuple[str, str]:
    """Return what a save has made, and what it was made on.

    One put together with another has what was saved itself as its second parent.
    """
    own = save.parents[1] if len(save.parents) > 1 else save.id
    return tree_of(root, own), tree_of(root, f"{own}^1")


def _records(root: Path, sendings: Sequence[SavedCommit]) -> list[tuple[str, str]]:
    """Return what was sent, and the same without what was put on record with it."""
    found = []
    for one in sendings:
        merged = joined_trees(root, *one.parents)
        if not merged.conflicts:
            found.append((tree_of(root, one.id), merged.tree))
    return found


def _last(commit: SavedCommit) -> str:
    return commit.said.rpartition("\n")[2]


def require_publisher(sendings: Sequence[SavedCommit], who: Who) -> None:
    """Refuse to take back what was sent to be looked at, unless a publisher does it."""
    if sendings:
        who.require(OfficialRole.PUBLISHER)
