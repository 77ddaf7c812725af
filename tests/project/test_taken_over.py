"""What became of a commit that was sent: read from what files say, however it was merged."""

from pathlib import Path

import pytest

from repositories import a_repository, committed, git
from talqy.project.taken_over import is_out_again, taken_over

FILE, OTHER = "standards/a/r1.yaml", "standards/a/standard.yaml"
WAS, NEW = "a: 1\n\nb: 1\n\nc: 1\n", "a: 2\n\nb: 1\n\nc: 1\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a work that was sent: the branch `work`, of two saves."""
    root = a_repository(tmp_path / "here")
    committed(root, {FILE: WAS, OTHER: "x: 1\n"})
    git(root, "checkout", "--quiet", "-b", "work")
    committed(root, {FILE: NEW})
    committed(root, {OTHER: "x: 2\n"})
    git(root, "checkout", "--quiet", "main")
    return root


def merged(root: Path, how: str) -> None:
    """Merge the work as a forge does."""
    if how == "merge":
        git(root, "merge", "--quiet", "--no-ff", "-m", "Merged", "work")
    elif how == "fast-forward":
        git(root, "merge", "--quiet", "--ff-only", "work")
    elif how == "rebase":
        git(root, "cherry-pick", "main..work")
    else:
        git(root, "merge", "--quiet", "--squash", "work")
        git(root, "commit", "--quiet", "-m", "Squashed")


def commit(root: Path, branch: str) -> str:
    return git(root, "rev-parse", branch)


HOW = ("merge", "fast-forward", "squash", "rebase")
AFTER_OTHERS = tuple(one for one in HOW if one != "fast-forward")


def test_what_nobody_has_merged_is_not_taken_over(root: Path) -> None:
    assert taken_over(root, commit(root, "work"), commit(root, "main")) is None
    committed(root, {FILE: WAS.replace("c: 1", "c: 2")})
    assert taken_over(root, commit(root, "work"), commit(root, "main")) is None


def test_a_part_of_it_is_not_all_of_it(root: Path) -> None:
    git(root, "cherry-pick", "work^")
    assert taken_over(root, commit(root, "work"), commit(root, "main")) is None


@pytest.mark.parametrize("how", HOW)
def test_it_is_taken_over_whatever_the_way_of_merging(how: str, root: Path) -> None:
    before, sent = commit(root, "main"), commit(root, "work")
    merged(root, how)
    over = taken_over(root, sent, commit(root, "main"))
    assert over
    assert not is_out_again(root, over, commit(root, "main"))
    if how in {"merge", "squash"}:
        assert over.base == before


@pytest.mark.parametrize("how", AFTER_OTHERS)
def test_what_others_published_before_and_since_is_nothing_of_it(how: str, root: Path) -> None:
    committed(root, {FILE: WAS.replace("c: 1", "c: 2")})
    merged(root, how)
    committed(root, {FILE: "a: 3\n\nb: 3\n\nc: 3\n"})
    over = taken_over(root, commit(root, "work"), commit(root, "main"))
    assert over, "the same place says something else by now: it was taken over all the same"
    assert not is_out_again(root, over, commit(root, "main"))


@pytest.mark.parametrize("how", AFTER_OTHERS)
def test_what_was_taken_out_again_is_told(how: str, root: Path) -> None:
    merged(root, how)
    committed(root, {FILE: WAS.replace("c: 1", "c: 2"), OTHER: "x: 1\n"})
    over = taken_over(root, commit(root, "work"), commit(root, "main"))
    assert over
    assert is_out_again(root, over, commit(root, "main"))
    committed(root, {OTHER: "x: 2\n"})
    assert not is_out_again(root, over, commit(root, "main")), "a part of it is there"


def test_where_the_main_branch_was_written_anew_nobody_can_tell(root: Path) -> None:
    anew = git(root, "commit-tree", "work^{tree}", "-m", "Written anew")
    assert taken_over(root, commit(root, "work"), anew) is None
