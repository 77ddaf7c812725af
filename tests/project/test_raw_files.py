"""Letters and tables that lie in a project are told, unless git passes over them."""

import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from builders import STANDARD, write_project
from talqy.cli.main import main
from talqy.project.raw_files import problems_of_raw_files

RAW = ["answers.xlsx", "form.csv", "in/a.msg", "letters/a.eml", "letters/deep/Б.DOCX"]


def told(root: Path) -> list[str]:
    return [problem.file for problem in problems_of_raw_files(root)]


def laid(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x", encoding="utf-8")


def test_letters_and_tables_are_named_wherever_they_lie(tmp_path: Path) -> None:
    laid(tmp_path, *RAW, "README.md", "standards/x/notes.csv", ".venv/a.csv", "env/pyvenv.cfg")
    laid(tmp_path, "env/b.csv", "site/.talqy-files", "site/ru/table.docx")
    assert told(tmp_path) == sorted(RAW)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "p"
    assert CliRunner().invoke(main, ["init", str(root)]).exit_code == 0
    subprocess.run(["git", "init", "--quiet", root], check=True)
    laid(root, *RAW, "site_templates/pages/kk/form.docx")
    return root


def test_a_new_project_keeps_them_out_of_git(repository: Path) -> None:
    """`git add --all` takes none of them, and what is meant to be published all the same."""
    subprocess.run(["git", "-C", repository, "add", "--all"], check=True)
    staged = subprocess.run(
        ["git", "-C", repository, "ls-files", "-z"], check=True, capture_output=True
    ).stdout.decode()
    assert not [name for name in RAW if name in staged.split("\0")]
    assert "site_templates/pages/kk/form.docx" in staged
    assert told(repository) == []


STRAY = [
    "standards/letter.eml",
    "standards/s/answers.xlsx",
    "standards/s/revisions/r2.docx",
    "standards/s/papers/scan.pdf",
    "standards/s/history.yaml.orig",
    "comments/s/r1/2026-11-20/letter.msg",
    "comments/s/r1/2026-11-20/k7m2p9qx4a.txt",
    "comments/s/r1/scan.jpg",
    "comments/form.csv",
    "comments/in/box",
]
OWN = [
    "standards/s/standard.yaml",
    "standards/s/revisions/r1.yaml",
    "standards/s/README.md",
    "comments/s/r1/2026-11-20/k7m2p9qx4a.yaml",
    "comments/README.md",
    # In the wrong place or with another ending: told wherever they are, so git has to bring them.
    "comments/k7m2p9qx4a.yaml",
    "comments/s/r1/2026-11-20/k7m2p9qx4b.YML",
]


def test_what_is_no_format_of_ours_is_passed_over_by_git_and_told(repository: Path) -> None:
    laid(repository, *STRAY, *OWN, "site_templates/pages/kk/letter.eml")
    subprocess.run(["git", "-C", repository, "add", "--all"], check=True)
    staged = subprocess.run(
        ["git", "-C", repository, "ls-files", "-z"], check=True, capture_output=True
    ).stdout.decode()
    taken = set(staged.split("\0"))
    assert not taken & {*STRAY, "site_templates/pages/kk/letter.eml"}
    assert {*OWN, "standards/project.yaml", "comments/.gitkeep"} <= taken
    told_of = CliRunner().invoke(main, ["check", "--project", str(repository)]).output
    assert [name for name in STRAY if f"{name}: error F05" not in told_of] == []


def test_a_letter_among_templates_is_told_and_a_document_is_published(tmp_path: Path) -> None:
    laid(tmp_path, "site_templates/pages/ru/a.eml", "site_templates/office/report.docx")
    assert told(tmp_path) == ["site_templates/pages/ru/a.eml"]


def test_one_that_git_has_taken_all_the_same_is_told(repository: Path) -> None:
    subprocess.run(["git", "-C", repository, "add", "--force", "form.csv"], check=True)
    assert told(repository) == ["form.csv"]


CUSTOM = '<property name="talqy-standard"><lpwstr>passport</lpwstr></property>'
PRINTED = "<w:t>talqy:text</w:t><w:t xml:space='preserve'> passport r1 kk+ru</w:t>"
OWN_FILES = [
    ("a.docx", "docProps/custom.xml", CUSTOM, "draft import"),
    ("a.docx", "word/document.xml", PRINTED, "draft import"),
    ("a.odt", "meta.xml", CUSTOM, "draft import"),
    ("a.xlsx", "docProps/core.xml", "<k>talqy-responses</k>", "respond import"),
    ("a.ods", "meta.xml", "<meta:keyword>talqy-responses</meta:keyword>", "respond import"),
    ("a.docx", "word/document.xml", "<w:t>Уважаемые коллеги!</w:t>", "comment import"),
    ("a.docx", "docProps/app.xml", CUSTOM, "comment import"),
    ("a.eml", "docProps/custom.xml", CUSTOM, "comment import"),
]


@pytest.mark.parametrize(("name", "part", "words", "command"), OWN_FILES)
def test_a_file_of_ours_is_told_with_the_command_that_takes_it_in(
    name: str, part: str, words: str, command: str, tmp_path: Path
) -> None:
    with ZipFile(tmp_path / name, "w") as archive:
        archive.writestr(part, words)
    (problem,) = problems_of_raw_files(tmp_path)
    by_command = {"draft import": "F79", "respond import": "F80", "comment import": "F23"}
    assert problem.code == by_command[command]
    assert command in problem.advised(str)
    assert ("letter" in problem.said(str)) is (command == "comment import")


def test_a_working_copy_just_written_is_known(tmp_path: Path) -> None:
    """What `export text` writes by default lies in the project."""
    root = write_project(tmp_path)
    copy = root / "copy.docx"
    words = ["export", "text", STANDARD, "r1", "--to-edit", "--to", str(copy)]
    assert CliRunner().invoke(main, [*words, "--project", str(root)]).exit_code == 0
    assert [one.advised(str).count("draft import") for one in problems_of_raw_files(root)] == [1]
