"""One pull request as values: what changed, what was there, and each file read once."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from repositories import a_repository, committed, git, put
from talqy.project import pull_request as reader
from talqy.project.git import GitError, blobs
from talqy.project.pull_request import PullRequest, pull_request

MESSAGES = "site_templates/messages"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a base that went on after the head had left it."""
    root = a_repository(tmp_path / "repository")
    committed(root, {"kept": "1", "changed": "1", "gone": "1", "both": "1"})
    git(root, "checkout", "--quiet", "-b", "work")
    (root / "gone").unlink()
    committed(root, {"changed": "head", "new": "head", "both": "head"})
    git(root, "checkout", "--quiet", "main")
    committed(root, {"later": "base", "both": "base"})
    return root


def pull_of(root: Path) -> PullRequest:
    return pull_request(root, "main..work")


def every(path: str) -> bool:
    return bool(path)


def test_the_changes_are_those_of_the_head_alone(repository: Path) -> None:
    pull = pull_of(repository)
    assert {(c.path, c.status, bool(c.old), bool(c.new)) for c in pull.changes} == {
        ("changed", "M", True, True),
        ("gone", "D", True, False),
        ("new", "A", False, True),
        ("both", "M", True, True),
    }
    assert sorted(pull.base_tree) == ["both", "changed", "gone", "kept", "later"]


def test_the_project_before_is_the_base_with_what_changed_as_it_was(repository: Path) -> None:
    assert pull_of(repository).before(every).files == {
        "kept": b"1", "changed": b"1", "gone": b"1", "both": b"1", "later": b"base",
    }  # fmt: skip


def test_the_project_after_is_the_base_with_what_the_head_says(repository: Path) -> None:
    assert pull_of(repository).after(every).files == {
        "kept": b"1", "changed": b"head", "both": b"head", "new": b"head", "later": b"base",
    }  # fmt: skip


def test_only_what_is_asked_for_is_held(repository: Path) -> None:
    pull = pull_of(repository)
    assert pull.before(lambda path: path == "both").files == {"both": b"1"}
    after = pull.after(wanted=every, of_head=lambda path: path in {"changed", "gone"})
    assert after.files == {"kept": b"1", "changed": b"head", "both": b"base", "later": b"base"}


def test_each_file_is_read_once(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(root: Path, ids: Iterable[str], *limits: int) -> dict[str, bytes]:
        names = list(ids)
        asked.extend(names)
        return blobs(root, names, *limits)

    monkeypatch.setattr(reader, "blobs", counted)
    pull = pull_of(repository)
    for _ in range(2):
        pull.before(every)
        pull.after(every)
        pull.base_files(pull.base_tree)
        pull.head_files(pull.changes)
    assert sorted(asked) == sorted(set(asked))


def test_a_link_is_none_and_has_no_size(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "work")
    put(repository, "link", "120000", b"kept")
    git(repository, "commit", "--quiet", "--message", "A link")
    pull = pull_of(repository)
    assert pull.after(every).files["link"] is None
    assert "link" not in pull.head_sizes(pull.changes)
    assert pull.head_sizes(pull.changes)["changed"] == 4


def test_words_come_from_the_base_by_language(repository: Path) -> None:
    ours = {f"{MESSAGES}/ru.po": "a", f"{MESSAGES}/more/kk.po": "b", f"{MESSAGES}/README.md": "c"}
    committed(repository, ours)
    assert pull_of(repository).messages == {"ru": b"a"}


def test_the_commits_are_those_of_the_head(repository: Path) -> None:
    assert [commit.id for commit in pull_of(repository).commits] == [
        git(repository, "rev-parse", "work")
    ]


def test_a_flood_of_the_head_is_refused_and_a_large_base_is_not(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_MOST_BYTES", 3)
    pull = pull_of(repository)
    assert len(pull.base_files(pull.base_tree)) == 5
    with pytest.raises(GitError, match="more than 3 bytes"):
        pull.after(every)
