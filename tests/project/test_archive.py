"""An older copy in an archive: read as a folder is, bounded, and nothing is written anywhere."""

import io
import stat
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import builders as b
from repositories import a_repository, committed, git
from talqy.project import archive
from talqy.project.archive import BadArchiveError, is_archive, read_archive

NAME, DATA = "project/standards/project.yaml", b"schema: 1\n"
Files = dict[str, bytes]


def zipped(folder: Path, files: Files) -> Path:
    """Pack files as a .zip."""
    file = folder / "copy.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return file


def tarred(folder: Path, files: Files) -> Path:
    """Pack files as a .tar.gz."""
    file = folder / "copy.tar.gz"
    with tarfile.open(file, "w:gz") as packed:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            packed.addfile(entry, io.BytesIO(data))
    return file


PACKED = pytest.mark.parametrize("pack", [zipped, tarred])
Pack = Callable[[Path, Files], Path]


@PACKED
@pytest.mark.parametrize("around", ["", "project-main/", "./", "a/b/"])
def test_the_project_is_found_whatever_is_around_it(
    tmp_path: Path, pack: Pack, around: str
) -> None:
    texts = {"standards/project.yaml": DATA, "comments/x/r1/y.yaml": b"x"}
    others = {"README.md": b"x", "site/index.html": b"x", "old/standards/project.yaml": b"other"}
    file = pack(tmp_path, {f"{around}{name}": data for name, data in {**others, **texts}.items()})
    files = read_archive(file).files
    assert {path: files.data(path) for path in texts} == texts
    assert not files.is_file("README.md")


@pytest.mark.parametrize("form", ["zip", "tar.gz"])
def test_what_git_has_packed_is_read_with_its_commit(tmp_path: Path, form: str) -> None:
    folder = a_repository(tmp_path / "project")
    b.write_project(folder, revisions=[b.a_revision()])
    commit = committed(folder)
    git(folder, "archive", f"--format={form}", "--prefix=copy/", "-o", f"../copy.{form}", "HEAD")
    found = read_archive(tmp_path / f"copy.{form}")
    assert found.commit == commit
    path = b.revision_path(1)
    assert found.files.data(path) == (folder / path).read_bytes()


@PACKED
@pytest.mark.parametrize(
    "name", ["../standards/x.yaml", "/standards/x", "a/../../standards/x", "C:/x", "a\\b", ".."]
)
def test_a_path_that_leads_outside_is_refused(tmp_path: Path, pack: Pack, name: str) -> None:
    file = pack(tmp_path, {NAME: DATA, name: DATA})
    with pytest.raises(BadArchiveError, match="no plain path"):
        read_archive(file)
    assert [path.name for path in tmp_path.rglob("*")] == [file.name]


def test_links_are_not_followed(tmp_path: Path) -> None:
    linked = "project/standards/link.yaml"
    with tarfile.open(tarred(tmp_path, {NAME: DATA}), "w:gz") as packed:
        for name, kind in ((NAME, tarfile.REGTYPE), (linked, tarfile.SYMTYPE)):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "/etc/passwd"
            packed.addfile(entry, io.BytesIO())
    with zipfile.ZipFile(zipped(tmp_path, {NAME: DATA}), "a") as zip_file:
        entry_of_zip = zipfile.ZipInfo(linked)
        entry_of_zip.external_attr = (stat.S_IFLNK | 0o777) << 16
        zip_file.writestr(entry_of_zip, "/etc/passwd")
    for name in ("copy.tar.gz", "copy.zip"):
        files = read_archive(tmp_path / name).files
        assert not files.is_file("standards/link.yaml")
        assert [e.is_link for e in files.entries("standards") if "link" in e.path] == [True]


@PACKED
def test_what_unpacks_to_too_much_is_refused(
    tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files of zeros, of a million bytes each, take no room while they are packed."""
    bomb = {f"project/comments/{at}.yaml": bytes(1 << 20) for at in range(24)}
    file = pack(tmp_path, {NAME: DATA, **bomb})
    assert file.stat().st_size < 1 << 20
    monkeypatch.setattr(archive, "_MOST_BYTES", 1 << 24)
    with pytest.raises(BadArchiveError, match="more than a project can be"):
        read_archive(file)


@PACKED
def test_too_many_files_are_refused(
    tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = pack(tmp_path, {f"{at}": b"" for at in range(50)})
    monkeypatch.setattr(archive, "_MOST_FILES", 20)
    with pytest.raises(BadArchiveError, match="more than a project can be"):
        read_archive(file)


def test_a_file_of_an_archive_is_read_no_further_than_it_may_be_long(tmp_path: Path) -> None:
    file = zipped(tmp_path, {NAME: DATA, "project/comments/big.yaml": bytes(1 << 22)})
    assert len(read_archive(file).files.data("comments/big.yaml")) == (1 << 20) + 1


def test_an_archive_that_is_too_big_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = zipped(tmp_path, {NAME: DATA})
    monkeypatch.setattr(archive, "_MOST_PACKED", 10)
    monkeypatch.setattr(archive, "ZipFile", None)
    with pytest.raises(BadArchiveError, match="more than a project can be"):
        read_archive(file)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    """Programs differ in which of the two they take."""
    file = zipped(tmp_path, {NAME: DATA})
    with zipfile.ZipFile(file, "a") as packed:
        packed.writestr(NAME, b"schema: 2\n")
    with pytest.raises(BadArchiveError, match="twice"):
        read_archive(file)


@PACKED
def test_no_project_in_it_is_told(tmp_path: Path, pack: Pack) -> None:
    with pytest.raises(BadArchiveError, match="no project"):
        read_archive(pack(tmp_path, {"README.md": b"x"}))


@PACKED
@pytest.mark.parametrize("part", [0, 10, 40, -30, -1])
def test_a_broken_archive_ends_in_words(tmp_path: Path, pack: Pack, part: int) -> None:
    file = pack(tmp_path, {NAME: DATA, "project/comments/x": bytes(range(256)) * 40})
    file.write_bytes(file.read_bytes()[:part])
    with pytest.raises(BadArchiveError):
        read_archive(file)


@pytest.mark.parametrize("name", ["copy.zip", "Copy.ZIP", "copy.tar.gz", "copy.tgz"])
def test_archives_are_known_by_their_endings(name: str) -> None:
    assert is_archive(name)
    assert not is_archive(f"{name}.txt")
