"""The door to git: objects are read as they are, whatever names and contents they have."""

from pathlib import Path

import pytest

from builders import write
from repositories import a_repository, committed, git, put
from talqy.project.commits import merge_bases, resolved
from talqy.project.git import REGULAR, GitError, blobs, changed_files, tree_files

ODD = ["--version", "ә ғ.yaml", 'a"b\\c', "new\nline", "t\tab", "*", ":(top)x", "a/--upload-pack=x"]


def blob(repository: Path, commit: str, path: str) -> bytes | None:
    """Read a file of a commit; None where there is no ordinary file."""
    for file in tree_files(repository, commit, path):
        if file.path == path and file.mode in REGULAR:
            return blobs(repository, [file.object_id], 100)[file.object_id]
    return None


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return a_repository(tmp_path / "repository")


def test_a_name_becomes_the_id_of_its_commit(repository: Path) -> None:
    first = committed(repository, {"a": "1"})
    git(repository, "branch", "жоба/1")
    git(repository, "tag", "--annotate", "v1", "--message", "one")
    second = committed(repository, {"a": "2"})
    names = {"main": second, "HEAD~1": first, "жоба/1": first, "v1": first, first[:9]: first}
    assert {name: resolved(repository, name) for name in names} == names


@pytest.mark.parametrize(
    "name",
    [
        "nothing", "--upload-pack=touch hacked", "--git-dir=x", "-h", "--all", "main:a", "",
        "a\nb", "main\0", "\x1b[2J", "$(touch hacked)", "; touch hacked", "../main", "main^{tree}",
    ],
)  # fmt: skip
def test_what_names_no_commit_is_refused(name: str, repository: Path) -> None:
    committed(repository, {"a": "1"})
    with pytest.raises(GitError) as refused:
        resolved(repository, name)
    assert str(refused.value).isprintable()
    assert sorted(path.name for path in repository.iterdir()) == [".git", "a"]


def test_outside_of_a_repository_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="the folder is in no git repository"):
        resolved(tmp_path, "main")


def test_without_git_that_is_said(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(GitError, match="git is not installed"):
        resolved(repository, "main")


def test_the_surroundings_do_not_lead_to_another_repository(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook of git sets these for whatever it calls."""
    here = committed(repository, {"a": "1"})
    other = a_repository(tmp_path / "other")
    committed(other, {"b": "1"})
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    assert resolved(repository, "HEAD") == here
    assert [file.path for file in tree_files(repository, here, ".")] == ["a"]


def test_changes_count_from_where_the_head_left_the_base(repository: Path) -> None:
    """A rename is a removal and an addition; what the base did since is no change of the head."""
    start = committed(repository, {"kept": "1", "changed": "1", "gone": "1", "old": "same"})
    base = committed(repository, {"later": "1"})
    git(repository, "checkout", "--quiet", "-b", "work", start)
    (repository / "gone").unlink()
    (repository / "old").rename(repository / "new")
    head = committed(repository, {"changed": "2", "added": "1"})
    found = {change.path: change.status for change in changed_files(repository, start, head, 99)}
    assert found == {"changed": "M", "gone": "D", "added": "A", "old": "D", "new": "A"}
    assert merge_bases(repository, base, head) == (start,)


def test_links_other_repositories_and_changes_of_kind_are_seen(repository: Path) -> None:
    base = committed(repository, {"becomes-link": "1", "becomes-program": "1"})
    put(repository, "link", "120000", b"target")
    put(repository, "becomes-link", "120000", b"target")
    put(repository, "becomes-program", "100755", b"1")
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{base},module")
    git(repository, "commit", "--quiet", "--message", "Odd things")
    found = {
        c.path: (c.status, c.new and c.new.mode)
        for c in changed_files(repository, base, "HEAD", 99)
    }
    assert found == {
        "link": ("A", "120000"),
        "becomes-link": ("T", "120000"),
        "becomes-program": ("M", "100755"),
        "module": ("A", "160000"),
    }
    assert {path for path, (_, mode) in found.items() if mode in REGULAR} == {"becomes-program"}
    for path in ("link", "module", "becomes-link"):
        assert blob(repository, "HEAD", path) is None


@pytest.mark.parametrize("path", ODD)
def test_any_name_is_a_path_and_never_an_option_or_a_pattern(path: str, repository: Path) -> None:
    base = committed(repository, {"x": "1", "top": "1"})
    put(repository, path, "100644", b"odd")
    git(repository, "commit", "--quiet", "--message", "An odd name")
    assert [c.path for c in changed_files(repository, base, "HEAD", 99)] == [path]
    assert blob(repository, "HEAD", path) == b"odd"
    assert [file.path for file in tree_files(repository, "HEAD", path)] == [path]


def test_a_name_that_is_no_text_is_still_seen(repository: Path) -> None:
    base = committed(repository)
    put(repository, b"r\xff.yaml", "100644", b"odd")
    git(repository, "commit", "--quiet", "--message", "An odd name")
    (change,) = changed_files(repository, base, "HEAD", 99)
    assert change.path == "r�.yaml"
    assert change.new
    assert blobs(repository, [change.new.object_id], 100) == {change.new.object_id: b"odd"}


def test_a_folder_of_a_repository_speaks_of_itself(repository: Path) -> None:
    """A project may lie in a folder of a larger repository."""
    base = committed(repository, {"project/standards/a": "1", "other/standards/a": "1"})
    head = committed(repository, {"project/standards/b": "2", "other/standards/b": "2"})
    project = repository / "project"
    changed = [change.path for change in changed_files(project, base, head, 99)]
    assert changed == [":/other/standards/b", "standards/b"]
    paths = [file.path for file in tree_files(project, head, "standards")]
    assert paths == ["standards/a", "standards/b"]
    assert blob(project, head, "standards/b") == b"2"
    assert blob(project, head, "project/standards/b") is None


def test_a_file_is_read_from_its_commit_and_not_from_the_folder(repository: Path) -> None:
    head = committed(repository, {"a": b"in the commit\r\n\x00\xff"})
    write(repository, "a", "in the folder")
    assert blob(repository, head, "a") == b"in the commit\r\n\x00\xff"
    assert blob(repository, head, "nothing") is None
    assert blob(repository, head, "a/b") is None


def test_no_more_is_read_than_is_wanted(repository: Path) -> None:
    sizes = (0, 1, 9, 10, 11, 70_000, 200_000)
    files = {f"f{size}": bytes([65 + size % 20]) * size for size in sizes}
    head = committed(repository, files)
    ids = {file.path: file.object_id for file in tree_files(repository, head, ".")}
    found = blobs(repository, ids.values(), 10)
    assert {path: found[object_id] for path, object_id in ids.items()} == {
        path: content[:10] for path, content in files.items()
    }
    assert len(blobs(repository, ids.values(), 10, 50)) == len(files)
    with pytest.raises(GitError, match="more than 49 bytes"):
        blobs(repository, ids.values(), 10, 49)


def test_an_object_that_is_not_here_is_named(repository: Path) -> None:
    committed(repository)
    with pytest.raises(GitError, match="the file aaaaaaaaaaaa is not here; fetch it first"):
        blobs(repository, ["a" * 40], 10)
    assert blobs(repository, [], 10) == {}


def test_a_shallow_copy_says_what_is_missing(repository: Path, tmp_path: Path) -> None:
    committed(repository, {"a": "1"})
    git(repository, "branch", "base")
    committed(repository, {"a": "2"})
    for name in ("base", "main"):
        git(repository, "checkout", "--quiet", name)
        committed(repository, {"b": name})
    copy = a_repository(tmp_path / "copy")
    for name in ("base", "main"):
        address = repository.as_uri()
        git(copy, "fetch", "--quiet", "--depth", "1", address, f"{name}:refs/heads/copied/{name}")
    ids = [resolved(copy, f"copied/{name}") for name in ("base", "main")]
    with pytest.raises(GitError, match="a shallow copy does not reach far enough back"):
        merge_bases(copy, *ids)


def test_nothing_of_a_commit_is_run(repository: Path) -> None:
    """Hooks, filters and programs for comparing stay asleep, even where settings name them."""
    trap = f"touch {repository}/hacked"
    for name in ("diff.evil.textconv", "diff.evil.command", "filter.evil.smudge", "diff.external"):
        git(repository, "config", name, trap)
    hook = write(repository, ".git/hooks/post-checkout", f"#!/bin/sh\n{trap}\n")
    hook.chmod(0o755)
    base = committed(repository, {".gitattributes": "*.yaml diff=evil\n", "a.yaml": "1"})
    head = committed(repository, {"a.yaml": "2"})
    assert [change.path for change in changed_files(repository, base, head, 99)] == ["a.yaml"]
    assert blob(repository, head, "a.yaml") == b"2"
    assert not (repository / "hacked").exists()
