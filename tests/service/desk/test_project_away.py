"""The project cannot be used for a moment: the desk shows what was there before."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from desks import ANSWERS, DRAFT, TODAY, a_desk, some_works, words_of
from repositories import git
from talqy.project.branches import CommitRole, branch_moved, commit_of, commit_on, tree_with
from talqy.service.desk.sign_in.doors import SignInHere
from talqy.service.desk.work.works import Works

ROLE = CommitRole("m", "m@example.kz")


def test_a_broken_main_branch_leaves_the_desk_at_what_was_before(tmp_path: Path) -> None:
    works = some_works(tmp_path)
    with a_desk(tmp_path, works) as desk:
        desk.sign_in()
        assert "Последнее опубликованное" not in words_of(desk.get("/ru/"))
        root, old = works.place.root, works.place.main_tip()
        broken = {"standards/project.yaml": b"broken: ["}
        new = commit_on(root, old, broken, "x", ROLE)
        branch_moved(root, "main", new, old)
        assert "Последнее опубликованное" in words_of(desk.get("/ru/"))
        assert works.of(DRAFT).commit == old
        desk.get(f"/ru/answers/{ANSWERS.standard}/r{ANSWERS.revision}/")
        branch_moved(root, "main", old, new)
        assert "Последнее опубликованное" not in words_of(desk.get("/ru/"))


def test_without_the_repository_what_was_typed_comes_back(tmp_path: Path) -> None:
    works = some_works(tmp_path)
    with a_desk(tmp_path, works) as desk:
        desk.sign_in()
        page = f"/ru/work/{DRAFT.key}/"
        csrf = desk.get("/ru/").partition('name="csrf" value="')[2].partition('"')[0]
        works.place.root.rename(tmp_path / "away.git")
        answer = desk.client.post(
            f"{page}undo/",
            data={"csrf": csrf, "seen": "0" * 40, "reason.ru": "Мой текст"},
            headers={"Origin": "http://127.0.0.1:8200"},
        )
        assert answer.status_code == 503, answer.text[:500]
        assert "Мой текст" in answer.text
        (tmp_path / "away.git").rename(works.place.root)
        assert git(works.place.root, "rev-parse", "main")
        desk.get("/ru/")


BROKEN = {"standards/project.yaml": b"broken: ["}


def test_a_desk_that_starts_on_a_broken_main_branch_shows_what_was_before(tmp_path: Path) -> None:
    works = some_works(tmp_path)
    root, old = works.place.root, works.place.main_tip()
    broken = commit_on(root, old, BROKEN, "x", ROLE)
    worse = commit_on(root, broken, {"README.txt": b"x"}, "y", ROLE)
    branch_moved(root, "main", worse, old)
    with a_desk(tmp_path, Works(works.place, tmp_path / "desk", TODAY)) as desk:
        desk.sign_in()
        assert "Последнее опубликованное" in words_of(desk.get("/ru/"))
        assert (desk.works.main().commit, desk.works.is_behind) == (old, True)
        branch_moved(root, "main", old, worse)
        assert "Последнее опубликованное" not in words_of(desk.get("/ru/"))


@pytest.mark.parametrize(
    "files", [BROKEN, {"standards/project.yaml": None}], ids=["broken", "gone"]
)
def test_where_nothing_could_ever_be_used_pages_say_so(
    files: Mapping[str, bytes | None], tmp_path: Path
) -> None:
    works = some_works(tmp_path)
    root, old = works.place.root, works.place.main_tip()
    tree = tree_with(root, old, files)
    alone = commit_of(root, tree, (), "x", ROLE)
    branch_moved(root, "main", alone, old)
    with a_desk(tmp_path, Works(works.place, tmp_path / "desk", TODAY)) as desk:
        assert isinstance(desk.context.sign_in, SignInHere)
        desk.client.get(f"/open/{desk.context.sign_in.link}")
        for path in ("/", "/ru/", "/ru/answers/"):
            answer = desk.client.get(path)
            assert answer.status_code == 503
            assert "tell whoever runs the desk" in answer.text
