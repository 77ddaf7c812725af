"""The project cannot be used for a moment: the desk shows what was there before."""

from pathlib import Path

from desks import ANSWERS, DRAFT, a_desk, some_works, words_of
from repositories import git
from talqy.project.branches import CommitRole, branch_moved, commit_on

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
