"""The project at the tip of a branch: read from git alone, anew when the tip moves."""

import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from repositories import committed, git
from serving import a_project_repository, sound_files
from talqy.comments.doors import Door
from talqy.errors import ProjectBrokenError
from talqy.project.git import GitError
from talqy.service.project_now import ProjectAtTip

SETTINGS = "standards/project.yaml"


def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let some time pass, so that the tip is looked at again."""
    then = time.monotonic() + 60
    monkeypatch.setattr(time, "monotonic", lambda: then)


def test_it_is_what_the_branch_says_and_not_what_lies_on_disk(tmp_path: Path) -> None:
    folder = a_project_repository(tmp_path / "project")
    (folder / SETTINGS).write_text("broken", "utf-8")
    now = ProjectAtTip(folder, "main").now()
    assert now.commit == git(folder, "rev-parse", "main")
    assert sorted(
        now.register.records_by_id if False else [r.id for r in now.register.records]
    ) == [
        "birth-registration",
        "housing-assistance",
    ]
    assert now.problems == ()


def test_a_bare_repository_serves_as_well(tmp_path: Path) -> None:
    folder = a_project_repository(tmp_path / "project")
    git(tmp_path, "clone", "--quiet", "--bare", str(folder), "bare.git")
    now = ProjectAtTip(tmp_path / "bare.git", "main").now()
    assert len(now.register.records) == 2
    assert list(tmp_path.joinpath("bare.git").glob("standards")) == []


def test_a_project_may_lie_in_a_folder_of_its_repository(tmp_path: Path) -> None:
    folder = a_project_repository(tmp_path / "project")
    inside = {f"talqy/site/{path}": text for path, text in sound_files().items()}
    committed(folder, {**inside, SETTINGS: "broken"})
    now = ProjectAtTip(folder, "main", "talqy/site/").now()
    assert len(now.register.records) == 2
    assert SETTINGS in now.tree
    assert set(now.read([SETTINGS, "nothing"])) == {SETTINGS}
    # Where in the repository we stand is all the same.
    assert ProjectAtTip(folder / "comments", "main", "talqy/site").now().tree == now.tree


def test_comments_are_known_and_not_read(tmp_path: Path) -> None:
    now = ProjectAtTip(a_project_repository(tmp_path / "project"), "main").now()
    assert [record.comments for record in now.register.records] == [(), ()]
    context = now.judge_context(Door.NEW, date(2026, 11, 20))
    assert context.earlier.is_on("k7m2p9qx4a", "birth-registration")
    assert context.earlier.other_with("k7m2p9qx4a", "") is not None
    assert context.standards == {"birth-registration", "housing-assistance"}


def test_it_is_read_anew_when_the_tip_moves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_project_repository(tmp_path / "project")
    tip = ProjectAtTip(folder, "main")
    first = tip.now()
    changed = sound_files()[SETTINGS].replace("Обсуждение", "Разбор")
    commit = committed(folder, {SETTINGS: changed})
    assert tip.now() is first  # within two seconds nobody looks
    later(monkeypatch)
    second = tip.now()
    assert second.commit == commit
    assert second.register.project.name["ru"].startswith("Разбор")
    texts = {record.id: record.revisions for record in first.register.records}
    assert all(record.revisions[0] is texts[record.id][0] for record in second.register.records)


def test_what_cannot_be_used_leaves_the_project_as_it_was_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_project_repository(tmp_path / "project")
    tip = ProjectAtTip(folder, "main")
    first = tip.now()
    committed(folder, {SETTINGS: "schema: 1\n"})
    later(monkeypatch)
    assert tip.now() is first
    assert isinstance(tip.trouble, ProjectBrokenError)
    committed(folder, {SETTINGS: sound_files()[SETTINGS]})
    then = time.monotonic() + 60
    monkeypatch.setattr(time, "monotonic", lambda: then)
    assert tip.now() is not first
    assert tip.trouble is None


def test_what_cannot_be_used_from_the_beginning_is_refused(tmp_path: Path) -> None:
    folder = a_project_repository(tmp_path / "project", **{SETTINGS: "schema: 1\n"})
    with pytest.raises(ProjectBrokenError, match=SETTINGS):
        ProjectAtTip(folder, "main").now()
    with pytest.raises(GitError, match="nowhere"):
        ProjectAtTip(folder, "nowhere").now()


def test_without_a_branch_it_is_that_of_the_forge(tmp_path: Path) -> None:
    settings = sound_files()[SETTINGS].replace(
        "forge: {kind: none}", "forge: {kind: none, branch: published}"
    )
    folder = a_project_repository(tmp_path / "project", **{SETTINGS: settings})
    git(folder, "branch", "published")
    committed(folder, {SETTINGS: settings.replace("Обсуждение", "Разбор")})
    tip = ProjectAtTip(folder, None)
    assert tip.now().commit == git(folder, "rev-parse", "published")
    assert tip.branch == "refs/heads/published"


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 25, 18, 59, 59, tzinfo=UTC), date(2026, 11, 25)),
        (datetime(2026, 11, 25, 19, 0, 0, tzinfo=UTC), date(2026, 11, 26)),
    ],
)
def test_a_day_is_that_of_the_projects_zone(tmp_path: Path, moment: datetime, day: date) -> None:
    settings = sound_files()[SETTINGS].replace('today: "2026-11-20"', "timezone: Asia/Almaty")
    folder = a_project_repository(tmp_path / "project", **{SETTINGS: settings})
    assert ProjectAtTip(folder, "main").now().day(moment) == day
