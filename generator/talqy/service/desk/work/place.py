"""Where works are kept: the repository of a project, and its main branch."""

from dataclasses import dataclass
from pathlib import Path

from talqy.project.branches import branches, tip_of
from talqy.project.git import GitError
from talqy.service.desk.work.values import WorkName

_ALL = ("draft/", "answers/", "record/")
ALONE = "redactions/"


@dataclass(frozen=True, slots=True)
class DeskPlace:
    """`repository` may be bare; `folder` is the project's in it, `root` where git is asked."""

    repository: Path
    main: str
    folder: str = ""

    @property
    def root(self) -> Path:
        """The project's folder where there is a working tree, else the repository."""
        return self.repository / self.folder

    def main_tip(self) -> str:
        """Return the newest commit of the main branch."""
        tip = tip_of(self.root, self.main)
        if tip is None:
            raise GitError("there is no branch {branch} here", branch=self.main)
        return tip

    def tip(self, name: WorkName) -> str | None:
        """Return the newest save of a work; None where nothing was saved."""
        return tip_of(self.root, name.branch)

    def branches(self) -> dict[str, str]:
        """Return all branches of the desk: those of works, and those of redactions alone."""
        below = (*_ALL, ALONE)
        return {name: at for one in below for name, at in branches(self.root, one).items()}

    def tips(self) -> dict[WorkName, str]:
        """Return the newest saves of all works."""
        found = {name: at for below in _ALL for name, at in branches(self.root, below).items()}
        named = ((WorkName.of_branch(name), at) for name, at in found.items())
        return {name: at for name, at in named if name}
