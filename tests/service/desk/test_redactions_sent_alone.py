"""Words that are to go never wait: where others look at works first, they go on a branch alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import builders as b
from desk_steps import BOTH, a_project_of, on
from desks import AIGERIM, ADesk, words_of
from repositories import committed, git
from talqy.model.publishing import PublishWay
from talqy.project.git import ChangedFile
from talqy.project.remotes import Remote
from talqy.project.write import Create
from talqy.project.yaml_write import dumped
from talqy.service.desk.work.outlet import Outlet
from talqy.service.desk.work.values import Conflict, Published, Saved, WorkKind, WorkName
from talqy.service.publish.forges import OpenedPull, PullState

ANSWERS = WorkName(WorkKind.ANSWERS, b.STANDARD, 1)
LIST = f"/ru/answers/{b.STANDARD}/r1/"
HERE = f"/ru/work/{ANSWERS.key}/publish/"
BRANCH = f"redactions/{ANSWERS.branch}"
DAY = "2026-11-20"
COMMENT = b.a_comment(received="2026-11-10", revision="1", author={"kind": "individual"})
FILE, RESPONSE = b.comment_path(), b.response_path()
FIRST, SECOND = COMMENT["text"].split()[1:3]


class AForge:
    """A forge that opens pull requests."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def find(self, branch: str) -> OpenedPull | None:
        """Return the pull request of a branch."""
        return (
            OpenedPull(1, f"https://forge.example.kz/{branch}", PullState.OPEN)
            if (branch in self.opened)
            else None
        )

    def open(self, branch: str, title: str, words: str) -> OpenedPull:
        """Open one."""
        assert title
        assert words
        self.opened.append(branch)
        return OpenedPull(1, f"https://forge.example.kz/{branch}", PullState.OPEN)

    def of(self, number: int) -> OpenedPull | None:
        """Return one by its number."""
        raise NotImplementedError


@contextmanager
def a_desk_of_pull_requests(
    folder: Path, *, with_copy: bool = True
) -> Iterator[tuple[ADesk, Path]]:
    """Open a desk where others look at works, and where they do; one comment is public."""
    project = a_project_of(
        folder,
        "",
        {FILE: COMMENT},
        b.a_project(today=None),
        consultation=b.a_consultation("2026-11-09", "2026-11-27"),
    )
    git(folder, "clone", "--quiet", "--bare", str(project), "bare.git")
    git(folder, "clone", "--quiet", "--bare", str(project), "forge.git")
    forge = AForge()
    remote = Remote(str(folder / "forge.git")) if with_copy else None
    outlet = Outlet(PublishWay.BATCH, remote, lambda: forge)
    with on(folder / "bare.git", DAY, outlet) as desk:
        yield desk, folder / ("forge.git" if with_copy else "bare.git")


def take_out(desk: ADesk, *words: str) -> None:
    path = f"{LIST}redact/{b.COMMENT}/"
    assert desk.post(path, {"words": "\n".join(words), **BOTH}).status_code == 200


def answer(desk: ADesk) -> None:
    """Save an answer to the comment."""
    seen = desk.works.of(ANSWERS).commit
    plan = [Create(RESPONSE, dumped(b.a_response()))]
    assert isinstance(desk.works.save(ANSWERS, seen, plan, "Ответ", AIGERIM), Saved)


def send_alone(desk: ADesk) -> str:
    """Press the button of the page of redactions; return what the next page says."""
    said = {"seen": desk.works.of(ANSWERS).commit, "only": "redactions"}
    return words_of(desk.post(HERE, said, of=f"{HERE}?only=redactions").text)


def changed_on(there: Path, branch: str) -> list[str]:
    return git(there, "diff", "--name-only", "main", branch).splitlines()


@pytest.mark.parametrize("with_copy", [True, False])
def test_words_that_are_to_go_are_sent_beside_their_work(
    tmp_path: Path, *, with_copy: bool
) -> None:
    with a_desk_of_pull_requests(tmp_path, with_copy=with_copy) as (desk, there):
        answer(desk)
        take_out(desk, FIRST)
        work = desk.works.of(ANSWERS).commit
        assert f'href="{HERE}?only=redactions"' in desk.get(HERE)
        told = send_alone(desk)
        assert "Отправлено на просмотр" in told
        assert (f"forge.example.kz/{BRANCH}" in told) == with_copy
        assert changed_on(there, BRANCH) == [FILE]
        assert FIRST not in git(there, "show", f"{BRANCH}:{FILE}")
        assert desk.works.of(ANSWERS).commit == work, "the work stays as it is"
        assert "уже отправлено на просмотр" in words_of(desk.get(f"{HERE}?only=redactions"))
        assert "Отправлено на просмотр" in send_alone(desk), "sent twice"
        git(there, "update-ref", "refs/heads/main", BRANCH)
        desk.works.outlet.bring_main(desk.works.place)
        assert "?only=redactions" not in desk.get(HERE)
        assert RESPONSE in [one.path for one in prepared_files(desk)]
        assert FILE not in [one.path for one in prepared_files(desk)]
        desk.works.look()
        here = git(tmp_path / "bare.git", "for-each-ref", "--format=%(refname)", "refs/heads/")
        assert here.splitlines() == [f"refs/heads/{ANSWERS.branch}", "refs/heads/main"]


def prepared_files(desk: ADesk) -> list[ChangedFile]:
    found = desk.works.prepared(ANSWERS, AIGERIM)
    assert not isinstance(found, Conflict)
    return list(found.changed)


def test_what_is_taken_out_later_goes_the_same_way(tmp_path: Path) -> None:
    with a_desk_of_pull_requests(tmp_path) as (desk, there):
        answer(desk)
        take_out(desk, FIRST)
        send_alone(desk)
        first = git(there, "rev-parse", BRANCH)
        take_out(desk, SECOND)
        assert SECOND not in git(tmp_path / "bare.git", "show", f"{ANSWERS.branch}:{FILE}")
        send_alone(desk)
        assert git(there, "merge-base", first, BRANCH) == first, "the pull request only grows"
        assert SECOND not in git(there, "show", f"{BRANCH}:{FILE}")
        assert changed_on(there, BRANCH) == [FILE]


def test_a_branch_that_others_have_moved_is_left_to_them(tmp_path: Path) -> None:
    with a_desk_of_pull_requests(tmp_path) as (desk, there):
        answer(desk)
        take_out(desk, FIRST)
        git(there, "branch", BRANCH, "main")
        theirs = git(there, "rev-parse", BRANCH)
        send_alone(desk)
        assert git(there, "rev-parse", BRANCH) == theirs
        assert changed_on(there, f"{BRANCH}-2") == [FILE]


def test_a_work_that_fits_no_more_keeps_no_redaction_back(tmp_path: Path) -> None:
    """Somebody has published another answer to the same comment meanwhile."""
    with a_desk_of_pull_requests(tmp_path) as (desk, there):
        answer(desk)
        take_out(desk, FIRST)
        git(tmp_path, "clone", "--quiet", str(there), "other")
        other = b.a_response(outcome="rejected")
        committed(tmp_path / "other", {RESPONSE: other})
        git(tmp_path / "other", "push", "--quiet", "origin", "main")
        page = desk.get(HERE, status=409)
        assert f'href="{HERE}?only=redactions"' in page
        assert "Отправлено на просмотр" in send_alone(desk)
        assert changed_on(there, BRANCH) == [FILE]


def test_what_others_have_put_onto_the_work_keeps_no_redaction_back(tmp_path: Path) -> None:
    with a_desk_of_pull_requests(tmp_path) as (desk, there):
        answer(desk)
        sent = desk.works.publish(ANSWERS, desk.works.of(ANSWERS).commit, AIGERIM)
        assert isinstance(sent, Published)
        git(tmp_path, "clone", "--quiet", "--branch", ANSWERS.branch, str(there), "other")
        committed(tmp_path / "other", {RESPONSE: b.a_response(outcome="rejected")})
        git(tmp_path / "other", "push", "--quiet", "origin", ANSWERS.branch)
        take_out(desk, FIRST)
        assert "Отправлено на просмотр" in send_alone(desk)
        assert changed_on(there, BRANCH) == [FILE]
