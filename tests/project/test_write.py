"""The one way to write: together or not at all, and never through a link out of the folder."""

import errno
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talqy.errors import AlreadyThereError, CannotWriteError, TalqyError
from talqy.model.paths import MANIFEST
from talqy.project import write
from talqy.project.files import DiskFiles, ListedFile
from talqy.project.write import Create, Deliver, Replace, carry_out, deliver, target_below
from talqy.site.output import files_below, write_files, write_site
from talqy.site.parts import SitePart

PLAN: list[Create | Replace] = [
    Create("a/new.txt", "new"),
    Replace("b/old.txt", "younger"),
    Create("c/d/e.txt", "e"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a folder with a file that a plan replaces, and one beside the folder."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/victim.txt").write_text("victim", encoding="utf-8")
    (tmp_path / "root/b").mkdir(parents=True)
    (tmp_path / "root/b/old.txt").write_text("old", encoding="utf-8")
    return tmp_path / "root"


def tree(folder: Path) -> dict[str, bytes | None]:
    """Return all files below a folder, its links as None."""
    return {
        path.relative_to(folder).as_posix(): None if path.is_symlink() else path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() or path.is_symlink()
    }


def test_all_files_of_a_plan_are_written_and_nothing_is_left_beside_them(root: Path) -> None:
    carry_out(PLAN, root)
    assert tree(root) == {"a/new.txt": b"new", "b/old.txt": b"younger", "c/d/e.txt": b"e"}
    assert not (root / ".talqy").exists()


LINKS = {
    "a linked folder": ("c", "../outside"),
    "a linked folder further down": ("c/d", "../../outside"),
    "a linked folder in the folder": ("c", "b"),
    "a link to a file": ("b/old.txt", "../../outside/victim.txt"),
    "a link to nothing": ("a/new.txt", "../../outside/made.txt"),
    "a link where we work": (".talqy", "../outside"),
}
FILES_IN_THE_WAY = {
    "a file where a folder must be": "c",
    "a folder where a file must be": "a/new.txt/below.txt",
    "a file that must not be there": "a/new.txt",
    "a file where we work": ".talqy",
}


def in_the_way(root: Path, what: str) -> None:
    """Put something where a file or a folder of the plan must be."""
    place, target = LINKS.get(what) or (FILES_IN_THE_WAY[what], "")
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    (root / place).unlink(missing_ok=True)
    if target:
        (root / place).symlink_to(target)
    else:
        (root / place).write_text("mine", encoding="utf-8")


WAYS = {
    "a linked folder": "c: this is a link",
    "a linked folder further down": "c/d: this is a link",
    "a linked folder in the folder": "c: this is a link",
    "a link to a file": "b/old.txt: this is a link",
    "a link to nothing": "a/new.txt: this is a link",
    "a file where a folder must be": "c: this is a file, and a folder belongs here",
    "a folder where a file must be": "a/new.txt: this is a folder, and a file belongs here",
    "a file that must not be there": "already there, and left as it is: a/new.txt",
    "a link where we work": ".talqy: this is a link",
    "a file where we work": "cannot be written to",
}


@pytest.mark.parametrize("what", WAYS)
def test_what_stands_in_the_way_is_named_and_nothing_is_written(what: str, root: Path) -> None:
    in_the_way(root, what)
    before = tree(root.parent)
    with pytest.raises(TalqyError) as refused:
        carry_out(PLAN, root)
    assert WAYS[what] in str(refused.value)
    assert tree(root.parent) == before


@pytest.mark.parametrize("path", ["../x", "a/../../x", "/x", "", ".", "a\nb"])
def test_a_path_that_leads_out_is_no_place(path: str, root: Path) -> None:
    with pytest.raises(CannotWriteError, match="is no place in"):
        target_below(root, path)


def test_a_project_may_itself_lie_behind_a_link(root: Path) -> None:
    """Whoever names a folder means what is behind it."""
    named = root.parent / "named"
    named.symlink_to(root)
    carry_out(PLAN, named)
    assert (root / "a/new.txt").read_bytes() == b"new"


@pytest.mark.parametrize("step", range(3))
@pytest.mark.parametrize("end", [OSError(errno.EACCES, "no"), KeyboardInterrupt()], ids=repr)
def test_where_one_file_cannot_take_its_place_none_does(
    step: int, end: BaseException, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, move = tree(root), write._move

    def broken(file: Path, place: Path) -> None:
        if file.name == f"{step}.new":
            raise end
        move(file, place)

    monkeypatch.setattr(write, "_move", broken)
    with pytest.raises((CannotWriteError, KeyboardInterrupt)):
        carry_out(PLAN, root)
    assert tree(root) == before


def test_another_disk_below_the_folder_is_written_too(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def across(file: Path, place: Path) -> None:
        if ".talqy/" in file.as_posix():
            raise OSError(errno.EXDEV, "another disk")
        replace(file, place)

    monkeypatch.setattr(os, "replace", across)
    carry_out(PLAN, root)
    assert tree(root) == {"a/new.txt": b"new", "b/old.txt": b"younger", "c/d/e.txt": b"e"}


def test_what_a_killed_run_has_left_is_swept_by_the_next(root: Path) -> None:
    (root / ".talqy/new").mkdir(parents=True)
    (root / ".talqy/new/0.new").write_text("half", encoding="utf-8")
    (root / ".talqy/lock").write_text("1 nowhere\n", encoding="utf-8")
    carry_out([Create("x.txt", "x")], root)
    assert tree(root) == {"b/old.txt": b"old", "x.txt": b"x"}


def test_a_plan_that_a_killed_run_has_half_placed_is_finished(root: Path) -> None:
    (root / "a").mkdir()
    (root / "a/new.txt").write_text("new", encoding="utf-8")
    carry_out(PLAN, root)
    assert (root / "c/d/e.txt").read_bytes() == b"e"
    with pytest.raises(AlreadyThereError, match=r"a/new\.txt, c/d/e\.txt"):
        carry_out(PLAN, root)


def test_a_delivered_file_is_replaced_at_the_users_word_alone(root: Path) -> None:
    file = (root / "b/old.txt").as_posix()
    with pytest.raises(AlreadyThereError, match="or say --replace"):
        deliver(Deliver(file, b"x"))
    assert (root / "b/old.txt").read_bytes() == b"old"
    deliver(Deliver(file, b"x", replaces=True))
    assert tree(root) == {"b/old.txt": b"x"}


NAMES = st.sampled_from(["a", "b", "c", "..", ".", "", "link", "x.txt"])


@given(parts=st.lists(NAMES, max_size=4))
def test_no_path_leads_out_of_the_folder(
    parts: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    base = tmp_path_factory.mktemp("base")
    root = base / "root"
    (root / "a").mkdir(parents=True)
    (root / "a/link").symlink_to(base)
    (root / "link").symlink_to("..")
    try:
        place = target_below(root, "/".join(parts))
    except CannotWriteError:
        return
    assert root.resolve() in place.resolve().parents


# --- the folder of a site -----------------------------------------------------------------------


def whole(files: Iterable[tuple[str, bytes]]) -> list[SitePart]:
    """Return a site of one part."""
    return [SitePart.always("site", files)]


FILES = [("404.html", b"not found"), ("data/a.json", b"{}"), ("index.html", b"home")]


def test_a_site_is_not_written_through_links(root: Path) -> None:
    for name, place in (("404.html", "victim.txt"), ("data", "")):
        (root / name).symlink_to(root.parent / "outside" / place)
        before = tree(root.parent)
        with pytest.raises(CannotWriteError, match=f"{name}: this is a link"):
            write_site(root, whole(FILES))
        assert tree(root.parent) == before
        (root / name).unlink()


def test_a_page_of_somebody_else_is_named_and_not_replaced(root: Path) -> None:
    (root / "index.html").write_text("mine", encoding="utf-8")
    before = tree(root)
    with pytest.raises(
        AlreadyThereError, match=r"has not written \(1\): index\.html; they were left"
    ):
        write_site(root, whole(FILES))
    assert tree(root) == before
    (root / "index.html").write_text("home", encoding="utf-8")
    counts = write_site(root, whole(FILES))
    assert counts == {"written": 2, "unchanged": 1, "removed": 0}


def test_a_list_of_files_behind_a_link_is_not_written(root: Path) -> None:
    (root / MANIFEST).symlink_to(root.parent / "outside/victim.txt")
    before = tree(root.parent)
    with pytest.raises(CannotWriteError, match=f"{MANIFEST}: this is a link"):
        write_site(root, whole(FILES))
    assert tree(root.parent) == before


def test_what_a_list_names_behind_a_link_is_not_removed(root: Path) -> None:
    (root / "link").symlink_to(root.parent / "outside")
    (root / MANIFEST).write_text("link/victim.txt\n../outside/victim.txt\n", encoding="utf-8")
    write_site(root, whole(FILES))
    assert (root.parent / "outside/victim.txt").read_bytes() == b"victim"


class _KilledError(BaseException):
    """What no handler expects."""


def killed_at(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the process end at the n-th renaming, and clean nothing up."""
    count, replace = iter(range(number + 1)), os.replace

    def dying(file: Path, place: Path) -> None:
        if next(count, None) in {None, number}:
            raise _KilledError
        replace(file, place)

    monkeypatch.setattr(os, "replace", dying)
    monkeypatch.setattr(write, "_give_back", lambda *_: None)
    monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: None)


@pytest.mark.parametrize("point", range(5))
def test_a_killed_build_is_mended_by_the_next(
    point: int, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the killed one has written is known as ours, also where the next one makes it anew.

    And it is in the list of what has changed, whether the next one finds it changed or not.
    """
    write_site(root, whole(FILES))
    changed = set[str]()
    younger = [(path, content + b"!") for path, content in [*FILES, ("new.html", b"new")]]
    with monkeypatch.context() as patched:
        killed_at(point, patched)
        with pytest.raises(_KilledError):
            write_site(root, whole(younger), tell_changed=changed.update)
    write_site(root, whole(younger), tell_changed=changed.update)
    assert changed == dict(younger).keys()
    again = [(path, content + b"?") for path, content in younger]
    write_site(root, whole(again))
    assert dict(files_below(root)) == {**dict(again), "b/old.txt": b"old"}
    assert not (root / ".talqy").exists()


class _CannotBeMadeError(Exception):
    """What a page may fail with."""


def failing() -> Iterable[tuple[str, bytes]]:
    """Make two pages, and then no more."""
    yield from FILES[:2]
    raise _CannotBeMadeError


@pytest.mark.parametrize(
    "writing", [lambda root, files: write_site(root, whole(files)), write_files]
)
def test_where_the_making_of_a_site_fails_nothing_has_changed(writing: object, root: Path) -> None:
    before = tree(root)
    with pytest.raises(_CannotBeMadeError):
        writing(root, failing())  # type: ignore[operator]
    assert tree(root) == before
    with pytest.raises(_CannotBeMadeError):
        writing(root / "fresh", failing())  # type: ignore[operator]
    assert not (root / "fresh").exists()


def test_a_lock_that_has_a_second_name_is_not_written_to(root: Path) -> None:
    """A hard link is no link to look at; what it leads to would be overwritten."""
    precious = root / "history.yaml"
    precious.write_text("precious", encoding="utf-8")
    (root / ".talqy").mkdir()
    os.link(precious, root / ".talqy" / "lock")
    with pytest.raises(CannotWriteError, match="second name"):
        carry_out([Create("a.txt", "a")], root)
    assert precious.read_text("utf-8") == "precious"


def test_a_pipe_among_the_comments_is_named_and_not_waited_for(root: Path) -> None:
    (root / "comments").mkdir()
    os.mkfifo(root / "comments" / "a.yaml")
    assert list(DiskFiles(root).entries("comments")) == [
        ListedFile("comments/a.yaml", is_link=True)
    ]
