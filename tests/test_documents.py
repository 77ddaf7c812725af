"""What is written for people: its links lead somewhere, its commands exist, nothing is left out."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from talqy.cli.main import main

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCED = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"`(talqy [^`]+)`")


def named(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def anchors(file: Path) -> set[str]:
    """Return the anchors that forges make of the headings of a document."""
    heads = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


def links(file: Path) -> Iterator[tuple[Path, str]]:
    """Yield the links of a document to places of this repository: file and anchor."""
    for href in LINK.findall(FENCED.sub("", file.read_text("utf-8"))):
        path, _, anchor = href.partition("#")
        if "://" not in href:
            yield (file.parent / path).resolve() if path else file, anchor


def command_lines(file: Path) -> Iterator[list[str]]:
    """Yield the command lines that a document shows, in blocks and between words."""
    text = file.read_text("utf-8")
    for block in FENCED.findall(text):
        yield from (shlex.split(x, comments=True) for x in block.splitlines() if x[:6] == "talqy ")
    for shown in COMMAND.findall(FENCED.sub("", text)):
        yield shlex.split(shown)


def unknown_words(line: list[str]) -> list[str]:
    """Return the commands and options of a line that do not exist."""
    command: click.Command = main
    of_program = {name for option in main.params for name in option.opts}
    words = line[3:] if line[1:2] and line[1] in of_program else line[1:]
    while isinstance(command, click.Group) and words and words[0].islower():
        name = words[0]
        if name not in command.commands and command.name == "respond":
            command = command.commands["to"]
        elif name not in command.commands:
            return [name]
        else:
            command, words = command.commands[name], words[1:]
    if isinstance(command, click.Group) and command.name == "respond" and words:
        command = command.commands["to"]
    known = {name for option in command.params for name in (*option.opts, *option.secondary_opts)}
    options = {word.partition("=")[0] for word in words if word.startswith("--")}
    return sorted(options - known - {"--help"})


@pytest.mark.parametrize("file", DOCUMENTS, ids=named)
def test_every_link_of_a_document_leads_to_a_file_and_a_heading(file: Path) -> None:
    lost = [
        f"{path.name}#{anchor}"
        for path, anchor in links(file)
        if not path.exists() or (anchor and anchor not in anchors(path))
    ]
    assert lost == []


@pytest.mark.parametrize("file", DOCUMENTS, ids=named)
def test_every_command_in_a_document_exists_with_its_options(file: Path) -> None:
    wrong = {
        " ".join(line): words for line in command_lines(file) if (words := unknown_words(line))
    }
    assert wrong == {}


def test_documents_are_looked_at() -> None:
    """So that the two tests above have something to find."""
    assert len([link for file in DOCUMENTS for link in links(file)]) > 40
    assert len([line for file in DOCUMENTS for line in command_lines(file)]) > 80
    assert unknown_words(["talqy", "merge", "--everything"]) == ["--everything"]
    assert unknown_words(["talqy", "comments", "import"]) == ["comments"]


@pytest.mark.parametrize("folder", [DOCS, DOCS / "decisions"], ids=named)
def test_the_list_of_a_folder_names_all_its_documents(folder: Path) -> None:
    own = folder / "README.md"
    here = {*folder.glob("*.md"), *folder.glob("*/README.md")} - {own}
    assert here
    assert {named(file) for file in here - {path for path, _ in links(own)}} == set()


def test_every_reason_against_a_report_stands_in_its_document() -> None:
    source = (ROOT / "generator/talqy/report/refusals.py").read_text("utf-8")
    codes = sorted(set(re.findall(r'"(B\d\d)"', source)))
    assert codes
    assert (
        re.findall(r"^\| (B\d\d) \|", (DOCS / "report.md").read_text("utf-8"), re.MULTILINE)
        == codes
    )


CODE_FILE = re.compile(r"`(?:generator/talqy/)?((?:[a-z_]+/)+[a-z_]+\.py)`")
PLACES = (ROOT / "generator/talqy", ROOT)


@pytest.mark.parametrize("file", [ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))], ids=named)
def test_a_file_of_code_that_a_document_names_is_there(file: Path) -> None:
    """Code moves; who reads a decision must find what it speaks of."""
    said = CODE_FILE.findall(file.read_text("utf-8"))
    assert [name for name in said if not any((place / name).is_file() for place in PLACES)] == []


MANUAL = DOCS / "manual"
PICTURE = re.compile(r"!\[[^\]]+\]\(([^)]+\.png)\)")
LARGEST = 80_000


def test_each_picture_of_the_manual_is_shown_with_words_and_is_small() -> None:
    """A page on a cheap phone loads several of them; one that no page shows is forgotten."""
    taken = {file.resolve() for file in MANUAL.glob("*/pictures/*.png")}
    shown = {
        (page.parent / path).resolve()
        for page in MANUAL.glob("*/*.md")
        for path in PICTURE.findall(page.read_text("utf-8"))
    }
    assert len(taken) > 20
    assert shown == taken
    assert [named(file) for file in taken if file.stat().st_size > LARGEST] == []
