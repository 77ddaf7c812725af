"""A text at the desk in a test: its repository, its day, and publishing what was saved of it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import builders as b
from desks import AIGERIM, ADesk, a_desk
from repositories import a_repository, committed, git
from talqy.model import paths
from talqy.project.survey import survey
from talqy.project.write import carry_out
from talqy.service.desk.work.outlet import Outlet
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.values import Conflict, Published, WorkKind, WorkName
from talqy.service.desk.work.works import Works
from talqy.steps.merging import merge_of

WAY = f"/ru/steps/{b.STANDARD}/"
R1 = f"{WAY}r1/"
DRAFT = WorkName(WorkKind.DRAFT, b.STANDARD, 1)
RECORD = WorkName(WorkKind.RECORD, b.STANDARD)
Files = Mapping[str, dict[str, Any]]
BOTH = {"reason.kk": "Азаматтар сұрады.", "reason.ru": "Просили граждане."}


def a_text(
    folder: Path, recorded: str = "", more: Sequence[dict[str, Any]] = (), **changes: Any
) -> Path:
    """Make a repository with one text, and `more`; in preparation, unless it is said otherwise."""
    files = {paths.revision_file(b.STANDARD, int(one["revision"])): one for one in more}
    project = a_project_of(folder, recorded, files, b.a_project(today=None), **changes)
    git(folder, "clone", "--quiet", "--bare", str(project), "bare.git")
    return folder / "bare.git"


def a_project_of(
    folder: Path, recorded: str, more: Files, settings: dict[str, Any], **changes: Any
) -> Path:
    """Make a project with one text, and more files, on record on a day if one is named."""
    project = a_repository(folder / "project")
    text = b.a_revision(**{"dated": "2026-11-02", "consultation": None, **changes})
    b.write_project(project, project=settings, revisions=[text])
    for path, content in more.items():
        b.write(project, path, content)
    if recorded:
        state = survey(project, date.fromisoformat(recorded))
        carry_out(merge_of(project, state, state.known[0].records).steps, project)
    committed(project)
    return project


@contextmanager
def on(bare: Path, day: str, outlet: Outlet | None = None) -> Iterator[ADesk]:
    """Open a desk on a repository on a day, signed in."""
    place, on_day = DeskPlace(bare, "main"), date.fromisoformat(day)
    works = Works(place, bare.parent / "desk", on_day, outlet=outlet or Outlet())
    with a_desk(bare.parent, works) as desk:
        desk.sign_in()
        yield desk


def published(desk: ADesk, name: WorkName) -> None:
    """Publish a work as it stands, with a yes to what somebody has to look at."""
    works = desk.context.works
    prepared = works.prepared(name, AIGERIM)
    assert not isinstance(prepared, Conflict), prepared
    done = works.publish(name, works.of(name).commit, AIGERIM, prepared.looked)
    assert isinstance(done, Published), done


def text_in(bare: Path, branch: str) -> str:
    """Return what the file of the text says on a branch."""
    return git(bare, "show", f"{branch}:{paths.revision_file(b.STANDARD, 1)}")
