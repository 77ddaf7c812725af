"""A workbook of answers, filled in for the demonstration and saved by LibreOffice."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from builders import (
    COMMENT,
    OTHER_COMMENT,
    response_path,
)
from libreoffice import converted
from response_books import (
    HOSTILE,
    KK,
    LAST,
    RU,
    Book,
    exported,
    files,
    noted,
    talqy,
    written,
)
from sites import demonstration
from talqy.cli.main import main
from talqy.responses import faults as answer_faults

PASSPORT = ("passport-identity-card", "r4")


@pytest.fixture
def shown(tmp_path: Path) -> tuple[Path, Book]:
    """Export a discussion of the demonstration, and return all that waits."""
    project = demonstration(tmp_path / "demonstration")
    book = Book(exported(project, tmp_path / "answers.xlsx", *PASSPORT, "--language", "kk"))
    waiting = [name for name in book.rows if not book.said(name, "outcome")]
    assert len(waiting) == 8
    first, second, *others = waiting
    promise = {"landed-revision": 5, "landed-clauses": "fee"}
    book.fill(first, {"outcome": "Қабылданды", "reason-kk": KK, "reason-ru": RU, **promise})
    book.fill(
        second,
        {**noted(outcome="Қайталанады (басқа пікірмен біріктірілді)"), "duplicate-of": first},
    )
    for name in others:
        book.fill(name, noted(outcome="Назарға алынды", reason_kk=f"= {KK}\n{KK}  "))
    book.save()
    return project, book


def test_the_demonstration_is_answered_through_a_workbook(shown: tuple[Path, Book]) -> None:
    project, book = shown
    before = files(project)
    done = talqy(project, "import", book.file)
    assert done.exit_code == 0, done.output
    new = written(project, before)
    assert len(new) == 8
    assert all(name.endswith(".response.yaml") and name not in before for name in new)
    checked = CliRunner().invoke(main, ["check", "--project", str(project)])
    assert checked.exit_code == 0
    assert re.findall(r"(?:error|warning) (\w+)", checked.output) == ["L03"]


@pytest.mark.xdist_group("office")
def test_libreoffice_saves_it_and_the_answers_are_the_same(
    shown: tuple[Path, Book], tmp_path: Path
) -> None:
    project, book = shown
    (saved,) = converted("xlsx", tmp_path / "saved", book.file)
    assert load_workbook(saved).worksheets[0].protection.sheet
    ours = talqy(project, "import", book.file, "--draft")
    theirs = talqy(project, "import", saved, "--draft")
    assert ours.output.count("\n--- ") + ours.output.startswith("--- ") == 8
    assert theirs.output == ours.output


@pytest.mark.xdist_group("office")
def test_hostile_texts_survive_libreoffice(project: Path, book: Book, tmp_path: Path) -> None:
    for name in (COMMENT, OTHER_COMMENT, LAST):
        kk, ru = (f"{HOSTILE[0]} {why}" for why in ("Заңға сай.", "По закону."))
        book.fill(name, noted(reason_kk=kk, reason_ru=ru))
    book.save()
    (saved,) = converted("xlsx", tmp_path / "saved", book.file)
    done = talqy(project, "import", saved)
    assert done.exit_code == 0, done.output
    assert f'kk: "{HOSTILE[0]} Заңға сай."'.encode() in files(project)[response_path()]


def test_every_fault_of_the_table_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "answers.md").read_text("utf-8")
    for fault in answer_faults.ALL:
        assert f"| {fault.code} | {fault.message} | {fault.hint} |" in page
