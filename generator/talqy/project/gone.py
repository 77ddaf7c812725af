"""Records that git has, and the folder of the project has not: nobody deletes a record unseen.

Asked of git are its last commit, and, of standards without a record, whether an earlier commit took
it away. Where there is no git, or it cannot be asked, nothing is said.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.register import LostStandard, Record, Register
from talqy.project.faults import HISTORY_GONE
from talqy.project.git import GitError, git_run
from talqy.project.load import ReadProject


def with_gone(read: ReadProject, root: Path) -> ReadProject:
    """Return a project with the records named that git has, and that do not lie in its folder."""
    if read.register is None:
        return read
    gone = frozenset(_gone(read.register, root))
    if not gone:
        return read
    found = (*read.problems, *_problems(gone))
    return replace(read, register=_marked(read.register, gone), problems=found)


def _problems(gone: Iterable[str]) -> Iterator[Problem]:
    for standard in sorted(gone):
        yield HISTORY_GONE.at(paths.history_file(standard), record=paths.history_file(standard))


def _gone(register: Register, root: Path) -> Iterator[str]:
    here = root.absolute()
    if not any((folder / ".git").exists() for folder in (here, *here.parents)):
        return
    without = {r.id for r in register.records if r.history is None and not r.broken_history}
    for file in _named(root, "ls-tree", "-r", "-z", "--name-only", "HEAD", f"{paths.STANDARDS}/"):
        name = paths.standard_of(file)
        if file == paths.history_file(name) and not (root / file).is_file():
            yield name
    if files := [paths.history_file(name) for name in sorted(without)]:
        taken = ("log", "--diff-filter=D", "--name-only", "--format=", "-z", "--relative", "--")
        for file in _named(root, *taken, *files):
            if file in files:
                yield paths.standard_of(file)


def _named(root: Path, *arguments: str) -> list[str]:
    """Return the files that git names; none where it has no commit, or cannot be asked."""
    try:
        done = git_run(root, *arguments)
    except GitError:
        return []
    return [] if done.returncode else done.stdout.decode("utf-8", "replace").split("\0")


def _marked(register: Register, gone: frozenset[str]) -> Register:
    def marked(record: Record) -> Record:
        return replace(record, gone_history=True) if record.id in gone else record

    known = {record.id for record in register.records} | {lost.id for lost in register.lost}
    lost = (
        LostStandard(name, None, (), paths.history_file(name), is_gone=True)
        for name in sorted(gone - known)
    )
    return replace(
        register,
        records=tuple(map(marked, register.records)),
        lost=(*register.lost, *lost),
    )
