"""Acts of five builds go in from pages, Word and PDF, out to Word, and in again.

What is lost on the way is looks: the letters, colours and places of words. The act that adopted a
text, its signature, and what stands around it on a page are no part of it, and are told.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

import builders as b
from libreoffice import converted
from page_texts import a_database_page, a_plain_page, a_word_text
from sites import ROOT
from talqy.cli.main import main
from talqy.model import paths
from talqy.model.revision import Revision
from talqy.project.survey import survey

ACTS = sorted(file.stem for file in (ROOT / "tests" / "golden" / "acts").glob("*.yaml"))
NEW = "new-act"
LANGUAGES = ("kk", "ru")
Tree = dict[str, Any]


def act(name: str) -> list[Tree]:
    tree: list[Tree] = yaml.safe_load((ROOT / f"tests/golden/acts/{name}.yaml").read_text("utf-8"))
    return tree


def with_ids(clauses: Sequence[Tree], before: str = "c") -> list[Tree]:
    return [
        {"id": name, **one, "clauses": with_ids(one.get("clauses", ()), name)}
        for name, one in ((f"{before}-{at}", one) for at, one in enumerate(clauses, 1))
    ]


def without_ids(clauses: Sequence[Tree]) -> list[Tree]:
    left = [{key: one[key] for key in one if key not in {"id", "covers"}} for one in clauses]
    return [
        {**one, "clauses": without_ids(one["clauses"])} if "clauses" in one else one for one in left
    ]


def read_act(name: str, tmp_path: Path) -> Revision:
    """Return the act as a revision: of a project of its own."""
    home = tmp_path / "act"
    home.mkdir()
    b.write_project(home, revisions=[b.an_adopted_revision(clauses=with_ids(act(name)))])
    register, _ = survey(home).known
    return register.records[0].revisions[0]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    b.write_project(tmp_path)
    return tmp_path


def run(project: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--project", str(project)])


def brought_in(project: Path, files: Mapping[str, bytes]) -> list[Tree]:
    """Import files as a new standard; return its clauses, as its file has them."""
    for name, data in files.items():
        (project / name).write_bytes(data)
    titles = ("--title", "kk=Жаңа акт", "--title", "ru=Новый акт", "--text-language", "kk")
    names = [str(project / name) for name in files]
    done = run(project, "draft", "import", *names, "--new", NEW, *titles, "--text-language", "ru")
    assert done.exit_code == 0, done.output
    file = project / paths.revision_file(NEW, 1)
    clauses: list[Tree] = yaml.safe_load(file.read_text("utf-8"))["clauses"]
    return clauses


SHAPES = {
    "database.html": a_database_page,
    "plain.html": a_plain_page,
    "word.docx": a_word_text,
}


@pytest.mark.parametrize("name", ACTS)
@pytest.mark.parametrize("shape", SHAPES)
def test_an_act_goes_in_as_it_is(shape: str, name: str, project: Path, tmp_path: Path) -> None:
    text = read_act(name, tmp_path)
    files = {f"{code}-{shape}": SHAPES[shape](text, code) for code in LANGUAGES}
    assert without_ids(brought_in(project, files)) == act(name)


@pytest.mark.parametrize("name", ACTS)
def test_an_act_goes_out_and_in_again_unchanged(name: str, project: Path, tmp_path: Path) -> None:
    text = read_act(name, tmp_path)
    brought_in(project, {f"{code}.html": a_database_page(text, code) for code in LANGUAGES})
    for words in (("--language", "both", "--to-edit"), ("--language", "kk"), ("--language", "ru")):
        copy = project / f"copy-{words[1]}.docx"
        out = run(project, "export", "text", NEW, "r1", *words, "--to", str(copy))
        assert out.exit_code == 0, out.output
        back = run(project, "draft", "import", str(copy), "--standard", NEW)
        assert (back.exit_code, "nothing was written" in back.output) == (0, True), back.output


@pytest.mark.proof
@pytest.mark.xdist_group("word-libreoffice")
@pytest.mark.parametrize("way", [(), ("odt",), ("doc",), ("rtf",)], ids="-".join)
def test_an_act_goes_in_after_libreoffice_has_saved_it(
    way: tuple[str, ...], tmp_path: Path
) -> None:
    files = []
    for name in ACTS:
        home = tmp_path / name
        home.mkdir()
        text = read_act(name, home)
        for code in LANGUAGES:
            files.append(tmp_path / f"{code}-{name}.docx")
            files[-1].write_bytes(a_word_text(text, code))
    for step, form in enumerate((*way, "docx")):
        folder = tmp_path / f"step-{step}"
        folder.mkdir()
        files = converted(form, folder, *files)
    saved = {file.name: file.read_bytes() for file in files}
    for name in ACTS:
        project = tmp_path / f"new-{name}"
        project.mkdir()
        b.write_project(project)
        own = {file: data for file, data in saved.items() if file.endswith(f"-{name}.docx")}
        assert without_ids(brought_in(project, own)) == act(name), name
