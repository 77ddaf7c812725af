"""A desk in a test: a repository, its works, and who sits at it."""

from datetime import date
from pathlib import Path

from repositories import git
from serving import a_project_repository
from talqy.service.desk.sign_in.officials import ALL_ROLES, DeskOfficial, DeskRole
from talqy.service.desk.work.names import WorkKind, WorkName
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.works import Works

TODAY = date(2026, 11, 20)
DRAFT = WorkName(WorkKind.DRAFT, "birth-registration", 3)
ANSWERS = WorkName(WorkKind.ANSWERS, "birth-registration", 2)
AIGERIM = DeskOfficial("aigerim", ALL_ROLES, "ministry-justice", name="Айгерим")
BERIK = DeskOfficial("berik", frozenset({DeskRole.DRAFTER, DeskRole.ANSWERER}))
READER = DeskOfficial("reader", frozenset({DeskRole.READER}))


def a_bare_project(folder: Path, **changed: str) -> Path:
    """Make a bare repository with the small sound project."""
    project = a_project_repository(folder / "project", **changed)
    git(folder, "clone", "--quiet", "--bare", str(project), "bare.git")
    return folder / "bare.git"


def some_works(folder: Path, **changed: str) -> Works:
    """Return the works of a bare repository."""
    return Works(DeskPlace(a_bare_project(folder, **changed), "main"), folder / "desk", TODAY)
