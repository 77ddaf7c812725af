"""Names of files on other systems: what Windows forbids, what folds, and a disk that folds."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

import builders as b
from talqy.cli.main import main
from talqy.model import paths
from talqy.project.files import (
    DiskFiles,
    HeldFiles,
    ListedFile,
    folded,
    problems_of_folders,
    problems_of_names,
)
from talqy.project.load import read_files
from talqy.project.yaml_write import dumped


def named(*files: str) -> list[str]:
    return [f"{problem.code} {problem.file}" for problem in problems_of_names(files)]


@pytest.mark.parametrize(
    "name",
    [
        *("con", "CON", "nul.yaml", "Aux.tar.gz", "com1", "LPT9.md", "com¹", "prn .txt"),
        *("a.", "a ", "a:b", "a?.yaml", "a\\b", "a|b", 'a"b', "a<b>", "a*", "a\tb"),
    ],
)
def test_windows_refuses_this_name(name: str) -> None:
    assert paths.is_refused_by_windows(name)
    assert named(f"comments/{name}/x.yaml", f"comments/{name}/y.yaml") == [f"F07 comments/{name}"]


@pytest.mark.parametrize("folder", ["standards/a/documents", "site_templates/pages/ru"])
def test_a_name_that_is_no_utf8_is_told(folder: str) -> None:
    assert named(f"{folder}/\udcff.pdf") == [f"F22 {folder}/\udcff.pdf"]


@pytest.mark.parametrize("name", ["console", "nuls.yaml", "com", "com10", ".gitkeep", "ә б.md"])
def test_windows_takes_this_name(name: str) -> None:
    assert not paths.is_refused_by_windows(name)


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        (["c/A/x", "c/A/y", "c/a/x"], ["F08 c/a"]),
        (["c/a/X.yaml", "c/a/x.yaml", "c/b/x.yaml"], ["F08 c/a/x.yaml"]),
        (["c/и\u0306.md", "c/й.md"], ["F08 c/й.md"]),
        (["c/Ә.md", "c/ә.md"], ["F08 c/ә.md"]),
        (["c/a.yaml", "c/a.md", "d/a.md"], []),
    ],
)
def test_two_names_that_are_one_elsewhere_are_told_once(
    files: list[str], wanted: list[str]
) -> None:
    assert named(*files) == wanted


def test_a_folder_that_is_ours_but_for_capitals_is_told(tmp_path: Path) -> None:
    for name in ("standards", "Comments", "site", "SITE_TEMPLATES"):
        (tmp_path / name).mkdir()
    told = [(problem.file, problem.values["wanted"]) for problem in problems_of_folders(tmp_path)]
    assert told == [("Comments", "comments"), ("SITE_TEMPLATES", "site_templates")]


def test_a_new_standard_gets_no_name_that_windows_refuses(tmp_path: Path) -> None:
    b.write_project(tmp_path)
    refused = CliRunner().invoke(main, ["new", "standard", "con", "--project", str(tmp_path)])
    assert refused.exit_code == 2
    assert "no folder on Windows can be called “con”" in refused.output


@dataclass(frozen=True)
class FoldingFiles:
    """Files on a disk that tells no capitals: it lists names as they are, and finds any way."""

    held: HeldFiles

    def entries(self, folder: str) -> Iterable[ListedFile]:
        """Yield what lies in a folder, under the name that was asked for, as `scandir` does."""
        for top in {path.partition("/")[0] for path in self.held.files}:
            if folded(top) == folded(folder):
                for entry in self.held.entries(top):
                    yield ListedFile(folder + entry.path.removeprefix(top), is_link=entry.is_link)

    def is_file(self, path: str) -> bool:
        """Return whether there is a file, however its name is written."""
        return any(folded(path) == folded(other) for other in self.held.files)

    def data(self, path: str) -> bytes:
        """Return a file's bytes, however its name is written."""
        (name,) = (other for other in self.held.files if folded(path) == folded(other))
        return self.held.data(name)


@pytest.fixture
def held(tmp_path: Path) -> dict[str, bytes | None]:
    """Return the files of a small sound project."""
    b.write_project(tmp_path, comments=[b.a_comment()])
    disk = DiskFiles(tmp_path)
    return {
        entry.path: disk.data(entry.path)
        for folder in ("standards", "comments")
        for entry in disk.entries(folder)
    }


def test_a_listing_that_folds_case_reads_as_any_other(held: dict[str, bytes | None]) -> None:
    capitals = {f"Comments{p[8:]}" if p.startswith("comments") else p: d for p, d in held.items()}
    folding, usual = read_files(FoldingFiles(HeldFiles(capitals))), read_files(HeldFiles(held))
    assert (folding.register, folding.problems) == (usual.register, usual.problems)
    assert folding.register is not None
    assert len(folding.register.records[0].comments) == 1


@pytest.mark.parametrize(
    "file", [b.standard_path(), b.revision_path(), b.comment_path(), paths.PROJECT]
)
def test_a_name_with_a_capital_is_told_on_a_disk_that_folds(
    file: str, held: dict[str, bytes | None]
) -> None:
    """There the file would be found under both names; on Linux, and in git, under one alone."""
    folder, _, name = file.rpartition("/")
    other = f"{folder}/{name[:1].upper()}{name[1:]}"
    wrong = {other if path == file else path: data for path, data in held.items()}
    told = read_files(FoldingFiles(HeldFiles(wrong))).problems
    assert other in {problem.file for problem in told}


def test_two_comments_whose_names_fold_into_one_are_told(held: dict[str, bytes | None]) -> None:
    capitals = b.comment_path(b.COMMENT.upper())
    held[capitals] = dumped(b.a_comment(b.COMMENT.upper())).encode()
    told = {(problem.code, problem.file) for problem in read_files(HeldFiles(held)).problems}
    assert ("F08", b.comment_path()) in told
