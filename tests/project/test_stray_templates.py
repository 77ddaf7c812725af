"""Files in a project's `site_templates/` that nothing asks for are named."""

from pathlib import Path

import pytest

import builders as b
from talqy.project.files import DiskFiles
from talqy.project.load import read_files
from talqy.project.shipped_files import shipped_templates


def told(folder: Path) -> list[tuple[str, str]]:
    """Return the code and the file of each problem in `site_templates/`."""
    problems = read_files(DiskFiles(folder)).problems
    return [(one.code, one.file) for one in problems if one.file.startswith("site_templates/")]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    b.write_project(tmp_path)
    return tmp_path


def write(project: Path, name: str, text: str) -> None:
    file = project / "site_templates" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["forms/comment.yaml", "record/standard.html", "Records/standard.html", "new.html"]
)
def test_a_file_that_nothing_reads_is_named(project: Path, name: str) -> None:
    write(project, name, "fields: []\n")
    assert told(project) == [("F29", f"site_templates/{name}")]


@pytest.mark.parametrize(
    "name",
    ["README.md", "theme/.gitkeep", "theme/assets/a.css", "records/_own.html", "pages/ru/a.md"],
)
def test_a_file_in_a_folder_that_is_read_is_no_fault(project: Path, name: str) -> None:
    write(project, name, "words\n")
    assert told(project) == []


def test_a_copy_of_ours_that_says_the_same_is_no_fault(project: Path) -> None:
    ours = (shipped_templates() / "forms/comment.yaml").read_text("utf-8")
    write(project, "forms/comment.yaml", ours)
    assert told(project) == []
    (project / "site_templates/forms/comment.yaml").write_bytes(ours.replace("\n", "\r\n").encode())
    assert told(project) == []


def test_a_folder_that_mkdocs_is_told_to_read_is_no_fault(project: Path) -> None:
    write(project, "look/main.html", "words\n")
    (project / "mkdocs.yml").write_text(
        "theme: {name: material, custom_dir: site_templates/look}\n", encoding="utf-8"
    )
    assert told(project) == []
