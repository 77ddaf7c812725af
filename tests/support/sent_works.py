"""Works that were sent to where others look at them, and what a forge makes of them."""

from dataclasses import dataclass, field
from pathlib import Path

from desks import AIGERIM, DRAFT, TODAY, a_bare_project
from repositories import git
from talqy.model.publishing import PublishWay
from talqy.project.remotes import Remote
from talqy.project.write import Replace
from talqy.service.desk.work.outlet import Outlet
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.values import WorkName
from talqy.service.desk.work.works import Works
from talqy.service.publish.forge_http import ForgeRefusedError
from talqy.service.publish.forges import OpenedPull, PullState

STANDARD = "standards/birth-registration/standard.yaml"


def saved_text(works: Works, commit: str = "main") -> str:
    """Return what the file that `with_save` changes says in a commit."""
    return git(works.place.root, "show", f"{commit}:{STANDARD}") + "\n"


def with_save(works: Works, name: WorkName = DRAFT, more: str = "# a\n") -> str:
    """Save something harmless, and return the commit that a page would have seen."""
    seen = works.of(name).commit
    plan = [Replace(STANDARD, f"{saved_text(works, seen)}{more}")]
    works.save(name, seen, plan, "Правка", AIGERIM)
    return works.of(name).commit


def with_remote(folder: Path, way: PublishWay) -> tuple[Works, Path]:
    """Return works whose main branch is that of another copy."""
    bare = a_bare_project(folder)
    git(folder, "clone", "--quiet", "--bare", str(bare), "forge.git")
    outlet = Outlet(way, Remote(str(folder / "forge.git")))
    works = Works(DeskPlace(bare, "main"), folder / "desk", TODAY, outlet=outlet)
    return works, folder / "forge.git"


def squashed(there: Path, branch: str) -> str:
    """Merge a branch as one commit, as a forge does, and return it."""
    tree = git(there, "merge-tree", "--write-tree", "main", branch)
    return _committed(there, tree, "Squashed")


def set_back(there: Path, to: str) -> str:
    """Let the main branch say again what it said in a commit, as a revert does; return it."""
    return _committed(there, f"{to}^{{tree}}", "Revert")


def _committed(there: Path, tree: str, said: str) -> str:
    made = git(there, "commit-tree", tree, "-p", "main", "-m", said)
    git(there, "update-ref", "refs/heads/main", made)
    return made


@dataclass
class AForge:
    """A forge that opens pull requests, or does not."""

    opened: list[tuple[str, str, str]] = field(default_factory=list)
    is_away: bool = False

    def find(self, branch: str) -> OpenedPull | None:
        """Return the pull request of a branch."""
        known = any(one[0] == branch for one in self.opened)
        return OpenedPull(7, "https://forge.example.kz/7", PullState.OPEN) if known else None

    def open(self, branch: str, title: str, words: str) -> OpenedPull:
        """Open one."""
        if self.is_away:
            raise ForgeRefusedError("the forge does not answer")
        self.opened.append((branch, title, words))
        return OpenedPull(7, "https://forge.example.kz/7", PullState.OPEN)

    def of(self, number: int) -> OpenedPull | None:
        """Return one by its number."""
        raise NotImplementedError
