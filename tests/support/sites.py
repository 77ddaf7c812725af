"""Whole projects on disk, the commands that build them, and what the built pages say.

Commands run in the project's folder: in a process of their own where that is what a test is about,
else in this one, which spares it the start.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from xml.etree import ElementTree as ET

import html5lib
from click.testing import CliRunner, Result

from builders import (
    a_comment,
    a_revision,
    a_standard,
    revision_path,
    standard_path,
    write,
    write_project,
)
from talqy.cli.main import main
from talqy.project.kept import VARIABLE

ROOT = Path(__file__).parents[2]
DEMONSTRATION = (
    *("standards", "comments", "site_templates", "docs/formats", "docs/manual", "mkdocs.yml"),
)
SITE_URL = "https://talqy.example/"
MKDOCS_YML = ROOT / "generator/talqy/drafts/skeleton/mkdocs.yml"


def mkdocs_yml() -> str:
    """Return the settings of a new site, at an address of its own, as rule S11 asks for."""
    return MKDOCS_YML.read_text("utf-8").replace(SITE_URL, "https://talqy.gov.kz/")


def run(*words: str | Path, cwd: Path) -> Result:
    """Run `talqy` with these words in this process; an exception of ours is the test's own."""
    with chdir(cwd):
        done = CliRunner().invoke(main, [str(word) for word in words])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def started(command: str, *words: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run `talqy` or `mkdocs` in a process of its own; return its status and what it said."""
    line = [sys.executable, "-m", command, *map(str, words)]
    return subprocess.run(
        line, cwd=cwd, env=environment(), text=True, capture_output=True, check=False, timeout=120
    )


def environment() -> dict[str, str]:
    """Return the environment of a terminal in which nothing of ours is set but where it keeps."""
    own = {key: value for key, value in os.environ.items() if not key.startswith("TALQY_")}
    return {**own, VARIABLE: os.environ[VARIABLE], "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}


def built(project: Path, *words: str | Path, status: int = 0) -> Path:
    """Build a project's site, and return its folder."""
    done = run("build", *words, cwd=project)
    assert done.exit_code == status, done.output
    return project / "site"


def demonstration(folder: Path, *, backwards: bool = False) -> Path:
    """Copy the demonstration, its files created in one order or in the other."""
    files = [file for name in DEMONSTRATION for file in _files_of(ROOT / name)]
    for file in sorted(files, reverse=backwards):
        copy = folder / file.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
    return folder


def _files_of(place: Path) -> Iterator[Path]:
    yield from [place] if place.is_file() else (f for f in place.rglob("*") if f.is_file())


def small(folder: Path, **parts: object) -> Path:
    """Write a project of one sound standard that uses the templates that ship with the tool."""
    write_project(folder, **parts)  # type: ignore[arg-type]
    write(folder, "mkdocs.yml", mkdocs_yml())
    for empty in ("pages", "theme"):
        write(folder, f"site_templates/{empty}/.gitkeep", "")
    return folder


def two_standards(folder: Path, second: str) -> Path:
    """Write a small project of two standards, one of them with a comment, and build its site."""
    files = {standard_path(second): a_standard(second), revision_path(1, second): a_revision()}
    project = small(folder, comments=[a_comment()], files=files)
    built(project)
    return project


def files_of(folder: Path) -> dict[str, bytes]:
    """Return all files of a built site; the tool's own list of them is none of the site's."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name not in {".talqy-files", ".talqy-parts"}
    }


def parsed(page: Path) -> ET.Element:
    """Read a page as a browser does."""
    tree: ET.Element = html5lib.parse(page.read_bytes(), namespaceHTMLElements=False)
    return tree


def text_of(element: ET.Element) -> str:
    """Return the text that a reader sees in an element."""
    return "".join(element.itertext())


def find(tree: ET.Element, path: str) -> ET.Element:
    """Find the one element that must be there."""
    found = tree.find(path)
    assert found is not None, path
    return found


def by_id(tree: ET.Element, name: str) -> ET.Element:
    """Find an element by its id."""
    return find(tree, f".//*[@id='{name}']")


def classed(tree: ET.Element, name: str) -> list[ET.Element]:
    """Find the elements of a class."""
    return [element for element in tree.iter() if name in element.get("class", "").split()]


def words_in(element: ET.Element) -> str:
    """Return the text of an element with single spaces."""
    return " ".join(text_of(element).split())


def ids_in(tree: ET.Element) -> list[str]:
    """Return all ids of a page, in order."""
    return [name for element in tree.iter() if (name := element.get("id"))]


def project_with(folder: Path, *words: str) -> Path:
    """Make a project with `talqy init` and give it the standard `lost-passport`."""
    made = run("init", folder, *words, cwd=folder.parent)
    assert made.exit_code == 0, made.output
    added = run("new", "standard", "lost-passport", cwd=folder)
    assert added.exit_code == 0, added.output
    return folder
