"""No command lists less than the record in silence: what is on record and not there is named."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import builders as b
from talqy.cli.main import main

OVER = b.a_revision(1, consultation=b.a_consultation("2026-11-02", "2026-11-16"))
IDS = ("q000000001", "q000000002", "q000000003")
GONE = IDS[1]
ROOM = Path(__file__).parents[2] / "generator/talqy/cli"
IN_THEIR_OWN_WAY = {
    "building",
    "checking",
    "merge",
    "report",
    "texts",  # the one way itself
    "verify",
    "verify_against",
}

NAMED = {
    "respond export": (b.STANDARD, "r1", "--to", "book.xlsx"),
    "respond groups": (b.STANDARD, "r1"),
    "respond to": (
        *(IDS[0], "--outcome", "noted", "--reason", "kk=Ескерілді, рахмет.", "--draft"),
        *("--reason", "ru=Учтено при подготовке проекта.", "--by", "ministry-health"),
    ),
    "export figures": ("--quarter", "2026-4"),
    "export receipt": (IDS[0],),
    "report": (b.STANDARD, "r1"),
    "check": (),
    "verify": (),
    "merge": ("--all",),
    "build": (),
}
"""Commands that list, count or prove comments, by words that are right while nothing is gone."""


def commands(of: click.Group, *above: str) -> Iterator[str]:
    for name, one in of.commands.items():
        if isinstance(one, click.Group):
            yield from commands(one, *above, name)
        else:
            yield " ".join((*above, name))


def talqy(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--project", str(folder)])


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("recorded")
    comments = [b.a_comment(name, text=f"Срок велик, {name}.") for name in IDS]
    b.write_project(folder, revisions=[OVER], comments=comments)
    assert talqy(folder, "merge", "--all").exit_code == 0
    return folder


@pytest.mark.parametrize("broken", [False, True])
def test_what_is_gone_or_broken_is_named(
    recorded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, broken: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = shutil.copytree(recorded, tmp_path / "project")
    file = folder / b.comment_path(GONE)
    if broken:
        file.write_bytes(b"id: [")
    else:
        file.unlink()
    said = {name: talqy(folder, *name.split(), *words) for name, words in NAMED.items()}
    quiet = {n: d.output for n, d in said.items() if d.exit_code not in {1, 2}}
    assert quiet == {}
    assert {n: d.output for n, d in said.items() if GONE not in d.output} == {}


def test_nothing_is_said_of_a_record_that_is_whole(recorded: Path) -> None:
    for name in ("respond groups", "export receipt", "export figures"):
        done = talqy(recorded, *name.split(), *NAMED[name])
        assert (done.exit_code, "on record, and not" in done.output) == (0, False), done.output


def test_every_command_reads_a_project_in_the_one_way() -> None:
    """What reads a project in another way has to say by itself what is gone."""
    other_way = re.compile(
        r"from talqy.project.(survey|load) import .*\b(survey|survey_of|read_project)\b"
    )
    own = {file.stem for file in ROOM.glob("*.py") if other_way.search(file.read_text("utf-8"))}
    assert own - IN_THEIR_OWN_WAY == set()
    assert set(NAMED) <= set(commands(main))
