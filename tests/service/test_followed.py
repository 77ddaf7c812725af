"""A commit in which the record does not hold is not followed: the one before is the project."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from queues import act, taken
from repositories import a_repository, committed, git
from serving import SECRET_OF_TESTS, settings_of
from sites import ROOT
from talqy.project.git import GitError
from talqy.service.check import wrong_settings
from talqy.service.followed import FollowedUnknownError
from talqy.service.health import health_of
from talqy.service.parts import Service
from talqy.service.project_now import ProjectAtTip, ProjectNow
from talqy.service.settings import SECRET

HELD, RENAMED = "birth-registration", "born-registration"
NOW = datetime(2026, 11, 20, 7, tzinfo=UTC)


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of the demonstration, which has records."""
    folder = tmp_path_factory.mktemp("followed") / "project"
    shutil.copytree(ROOT / "standards", folder / "standards")
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    committed(a_repository(folder))
    return folder


@pytest.fixture
def service(demonstration: Path, tmp_path: Path) -> Iterator[Service]:
    shutil.copytree(demonstration, tmp_path / "project")
    opened = Service.opened(settings_of(tmp_path))
    yield Service(opened.settings, opened.store, opened.project, lambda: NOW)
    opened.close()


def after_a_while(service: Service) -> ProjectNow:
    service.project._looked_at = float("-inf")
    return service.project.now()


def renamed(service: Service) -> None:
    """Let somebody give a standard on record another name."""
    project = service.settings.repository
    git(project, "mv", f"standards/{HELD}", f"standards/{RENAMED}")
    for file in (project / "standards" / RENAMED).rglob("*.yaml"):
        file.write_text(file.read_text("utf-8").replace(HELD, RENAMED), "utf-8")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "Renamed")


def changed(service: Service, file: str, old: str, new: str) -> None:
    project = service.settings.repository
    text = (project / file).read_text("utf-8")
    assert old in text
    committed(project, {file: text.replace(old, new)})


def wrong(service: Service) -> list[str]:
    return [saying.said() for saying in health_of(service).wrong]


def test_a_standard_on_record_that_is_gone_is_not_followed(service: Service) -> None:
    before = service.project.now()
    renamed(service)
    assert after_a_while(service) is before
    (said,) = wrong(service)
    assert before.commit[:12] in said
    assert f"standards/{HELD}/standard.yaml" in said
    assert health_of(service).takes


def test_who_starts_it_anew_goes_on_from_the_commit_before(service: Service) -> None:
    before = service.project.now()
    renamed(service)
    again = Service.opened(service.settings)
    assert again.project.now().commit == before.commit
    assert len(wrong(again)) == 1
    again.close()
    file, secret = service.settings.folder / "service.yaml", {SECRET: SECRET_OF_TESTS}
    assert "K27" in {problem.code for problem in wrong_settings(file, secret, NOW)}
    # Who knows that it is right takes the file away.
    service.settings.followed.unlink()
    again = Service.opened(service.settings)
    assert again.project.now().register.record(RENAMED)
    again.close()


def test_what_is_mended_is_followed(service: Service) -> None:
    renamed(service)
    after_a_while(service)
    git(service.settings.repository, "revert", "--no-edit", "HEAD")
    assert after_a_while(service).commit == git(service.settings.repository, "rev-parse", "HEAD")
    assert (service.project.trouble, wrong(service)) == (None, [])


def test_another_text_in_the_place_of_one_on_record_is_not_followed(service: Service) -> None:
    before = service.project.now()
    changed(service, f"standards/{HELD}/revisions/r1.yaml", "schema: 1", "schema: 1\n# a remark")
    remarked = after_a_while(service)
    assert remarked is not before
    changed(service, f"standards/{HELD}/revisions/r1.yaml", "3 (трех) рабочих", "5 (пяти) рабочих")
    assert after_a_while(service) is remarked


def test_a_text_that_cannot_be_read_any_more_is_not_followed(service: Service) -> None:
    before = service.project.now()
    record = before.register.record(HELD)
    assert record
    number = record.revisions[-1].revision
    changed(service, f"standards/{HELD}/revisions/r{number}.yaml", "schema: 1", "schema: [")
    assert after_a_while(service) is before


def test_a_record_that_grows_is_followed(service: Service) -> None:
    before = service.project.now()
    changed(service, "standards/project.yaml", "schema: 1", "schema: 1\n# a remark")
    assert after_a_while(service) is not before


def test_comments_for_a_text_that_is_not_there_are_counted(service: Service) -> None:
    for number in (1, 2):
        service.store.take(taken(number, standard="nothing", revision=3), act())
    service.store.take(taken(3, standard=HELD, revision=1), act())
    (said,) = [words for words in wrong(service) if "not there" in words]
    assert said.endswith("2 (nothing r3)")


def test_where_it_cannot_be_read_which_commit_it_was_nothing_is_followed(
    service: Service,
) -> None:
    """Else whatever stands at the tip would be, also a record that somebody has broken."""
    file = service.settings.followed
    service.close()
    file.unlink()
    file.mkdir()
    with pytest.raises(FollowedUnknownError, match="followed"):
        Service.opened(service.settings)
    wrong = wrong_settings(service.settings.folder / "service.yaml", {SECRET: SECRET_OF_TESTS}, NOW)
    assert [one.code for one in wrong if one.is_error] == ["K14"]


def test_where_git_fails_the_commit_of_before_is_not_forgotten(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = service.project.now().commit
    renamed(service)
    at, real = ProjectAtTip._at, ProjectAtTip._at

    def failing(self: ProjectAtTip, branch: str) -> ProjectNow:
        if branch == before:
            raise GitError("git is not installed")
        return real(self, branch)

    monkeypatch.setattr(ProjectAtTip, "_at", failing)
    with pytest.raises(GitError):
        Service.opened(service.settings)
    monkeypatch.setattr(ProjectAtTip, "_at", at)
    again = Service.opened(service.settings)
    assert again.project.now().commit == before
    again.close()


def test_of_another_repository_the_tip_is_followed(service: Service) -> None:
    service.settings.followed.write_text("0" * 40, "ascii")
    again = Service.opened(service.settings)
    assert again.project.now().commit == service.project.now().commit
    again.close()


def test_the_commit_is_kept_for_those_alone_who_run_it(service: Service) -> None:
    file = service.settings.followed
    assert file.read_text("ascii").strip() == service.project.now().commit
    assert file.stat().st_mode & 0o077 == 0
    for odd in ("", "main", "0" * 40, "../../etc", "\0" * 200):
        file.write_text(odd, "utf-8")
        opened = Service.opened(service.settings)
        assert opened.project.trouble is None
        opened.close()
