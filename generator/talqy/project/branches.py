"""Branches of a repository, bare or not, and commits on them without a checkout.

A commit is made of objects alone, with an index of its own that lies elsewhere; a branch moves only
from where it was seen (compare and set). What is written lies on disk when it is said to be there.
"""

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from talqy.project.git import GitError, changed_files, git_output, git_run, prefix, tree_files

HEADS = "refs/heads/"
OWN = "refs/talqy/"
_MOST_TIPS = 2_000

# By default git leaves loose objects to the system: after a power cut a branch may name nothing.
_DURABLE = ("-c", "core.fsync=all")


@dataclass(frozen=True, slots=True)
class CommitRole:
    """In whose name a commit is made: an office, and an address that everybody may know."""

    name: str
    email: str


def commit_on(
    root: Path, tip: str, files: Mapping[str, bytes | None], message: str, role: CommitRole
) -> str:
    """Return the id of a new commit: `tip` with these files; None takes a file away.

    Paths are those from the project's folder, and come from `model/paths`. No branch is moved.
    """
    return commit_of(root, tree_with(root, tip, files), (tip,), message, role)


def content(root: Path, commit: str, path: str) -> bytes | None:
    """Return a file of a commit; None where it has none."""
    name = files_at(root, commit, [path]).get(path)
    return None if name is None else git_output(root, "cat-file", "blob", name)


def tree_with(root: Path, tip: str, files: Mapping[str, bytes | None]) -> str:
    """Return the id of a tree: that of a commit, or a tree, with these files; see `commit_on`."""
    here, nothing = prefix(root), "0" * len(tip)
    stored = _stored(root, [data for data in files.values() if data is not None])
    ids = {path: None if data is None else next(stored) for path, data in files.items()}
    lines = [
        f"{f'100644 {name}' if name else f'0 {nothing}'}\t{here}{path}\0".encode()
        for path, name in ids.items()
    ]
    with tempfile.TemporaryDirectory() as aside:
        index = {"GIT_INDEX_FILE": str(Path(aside, "index"))}
        git_output(root, "read-tree", tip, more=index)
        words = ("update-index", "-z", "--index-info")
        git_output(root, *words, given=b"".join(lines), more=index)
        tree = git_output(root, *_DURABLE, "write-tree", more=index).decode().strip()
    _require_just_these(root, tip, tree, ids)
    return tree


def commit_of(root: Path, tree: str, parents: Sequence[str], message: str, role: CommitRole) -> str:
    """Return the id of a new commit of a tree that comes after others. No branch is moved."""
    who = {
        f"GIT_{part}_{key}": value
        for part in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", role.name), ("EMAIL", role.email))
    }
    after = [word for parent in parents for word in ("-p", parent)]
    making = (*_DURABLE, "commit-tree", tree, *after)
    return git_output(root, *making, given=message.encode(), more=who).decode().strip()


def _require_just_these(root: Path, tip: str, tree: str, ids: Mapping[str, str | None]) -> None:
    """Hold a new tree to what was asked for: git passes over a path that it will not have."""
    changes = {c.path: c.new for c in changed_files(root, tip, tree, len(ids) + 1)}
    for path, name in ids.items():
        is_there = path in changes or _id_at(root, tip, path) == name
        if not is_there or ((found := changes.get(path)) and found.object_id != name):
            raise GitError("git takes no file of the name {path}", path=path)
    if others := changes.keys() - ids.keys():
        raise GitError("{path} stands in the way of a new file", path=min(others))


def _id_at(root: Path, commit: str, path: str) -> str | None:
    files = tree_files(root, commit, path) if path else []
    return files[0].object_id if [file.path for file in files] == [path] else None


def _stored(root: Path, contents: Iterable[bytes]) -> Iterator[str]:
    """Write contents as objects, in one run of git, and return their ids."""
    with tempfile.TemporaryDirectory() as aside:
        names = []
        for number, data in enumerate(contents):
            file = Path(aside, str(number))
            file.write_bytes(data)
            names.append(f"{file.as_posix()}\n")
        words = (*_DURABLE, "hash-object", "-w", "--no-filters", "--stdin-paths")
        output = git_output(root, *words, given="".join(names).encode()) if names else b""
    return iter(output.decode().split())


def files_at(root: Path, commit: str, paths: Iterable[str]) -> dict[str, str]:
    """Return those of some paths at which a commit has a file, with the ids of the files."""
    here, wanted = prefix(root), list(dict.fromkeys(paths))
    asked = "".join(f"{commit}:{here}{path}\n" for path in wanted).encode()
    words = ("cat-file", "--batch-check=%(objecttype) %(objectname)")
    lines = git_output(root, *words, given=asked).decode("utf-8", "replace").splitlines()
    pairs = (line.split(" ", 1) for line in lines)
    return {path: name for path, (kind, name) in zip(wanted, pairs, strict=True) if kind == "blob"}


def branch_moved(root: Path, branch: str, new: str | None, old: str | None) -> bool:
    """Move a branch from `old` to `new`; return False where it is not at `old` (None: not there).

    A `new` of None takes the branch away.
    """
    name, width = f"{HEADS}{branch}", len(new or old or "")
    nothing = "0" * width
    if new is None:
        words = ("update-ref", "-d", name, old or nothing)
    else:
        words = ("update-ref", name, new, old or nothing)
    done = git_run(root, *_DURABLE, *words)
    if not done.returncode:
        return True
    if tip_of(root, branch) != old:
        return False
    # It stands where it was said to stand, and did not move: that is no race.
    git_output(root, *_DURABLE, *words)
    return True


def tip_of(root: Path, branch: str) -> str | None:
    """Return the commit at the end of a branch; None where there is no such branch."""
    return branches(root, branch).get(branch)


def branches(root: Path, below: str) -> dict[str, str]:
    """Return the commits of a branch, or of all branches below a name, by their names."""
    words = ("for-each-ref", "--format=%(objectname) %(refname)", f"{HEADS}{below}")
    lines = git_output(root, *words).decode("utf-8", "replace").splitlines()
    pairs = (line.split(" ", 1) for line in lines)
    return {name.removeprefix(HEADS): commit for commit, name in pairs}


def every_tip(root: Path) -> list[str]:
    """Return the commits at the ends of the newest branches, those of other copies too."""
    newest = ("--sort=-committerdate", f"--count={_MOST_TIPS}")
    words = ("for-each-ref", *newest, "--format=%(objectname)", HEADS, "refs/remotes/")
    return list(dict.fromkeys(git_output(root, *words).decode("ascii", "replace").split()))


def is_checked_out(root: Path, branch: str) -> bool:
    """Return whether a working tree shows a branch: moved beneath it, it would seem changed."""
    listed = git_output(root, "worktree", "list", "--porcelain").decode("utf-8", "replace")
    return f"branch {HEADS}{branch}" in listed.splitlines()


def is_in(root: Path, older: str, newer: str) -> bool:
    """Return whether a commit is another one, or lies before it."""
    return not git_run(root, "merge-base", "--is-ancestor", older, newer).returncode


def set_aside(root: Path, name: str, commit: str) -> None:
    """Keep a commit under a name of ours (`refs/talqy/…`), which is no branch."""
    git_output(root, *_DURABLE, "update-ref", f"{OWN}{name}", commit)


def let_go(root: Path, name: str) -> None:
    """Let go what was kept under a name of ours; it may be gone already."""
    git_output(root, *_DURABLE, "update-ref", "-d", f"{OWN}{name}")


def kept_aside(root: Path, below: str, most: int | None = None) -> dict[str, str]:
    """Return the commits kept under names of ours below a name, by the rest of their names.

    Of no more than `most`, where that is given, the newest.
    """
    newest = ("--sort=-committerdate", f"--count={most}") if most else ()
    words = ("for-each-ref", *newest, "--format=%(objectname) %(refname)", f"{OWN}{below}")
    lines = git_output(root, *words).decode("utf-8", "replace").splitlines()
    pairs = (line.split(" ", 1) for line in lines)
    return {name.removeprefix(OWN): commit for commit, name in pairs}
