"""Workbooks of answers, filled in as people do it."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from click.testing import CliRunner, Result
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from builders import (
    COMMENT,
    OTHER_COMMENT,
    a_comment,
    a_consultation,
    a_response,
    a_revision,
    write_project,
)
from talqy.cli.main import main

KEYS, FIRST = 1, 3
KK = "Пікір қаралып, назарға алынды: мерзім заңда белгіленген."
RU = "Мнение рассмотрено и принято к сведению: срок установлен законом."
THIRD, LAST = "c4d5e6f7g8", "0123456789"
HOSTILE = (
    "=cmd|' /C calc'!A0",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "_x0041_ _x000D_ #N/A",
    "</t></is> ]]> &amp; {{ 7*7 }} %s",
)
TEXTS = {COMMENT: HOSTILE[0], OTHER_COMMENT: "\n".join(HOSTILE), THIRD: "Срок.", LAST: "Дом. №"}
Cells = Mapping[str, object]


def talqy(project: Path, *words: str | Path) -> Result:
    """Run `talqy respond` as a person does."""
    line = ["respond", *map(str, words), "--project", str(project)]
    return CliRunner().invoke(main, line)


def exported(project: Path, file: Path, *words: str) -> Path:
    """Write the workbook of a discussion."""
    done = talqy(project, "export", *words, "--to", file, "--replace")
    assert done.exit_code == 0, done.output
    return file


class Book:
    """A workbook in a person's hands: cells by the ids of comments and the keys of columns."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.workbook: Workbook = load_workbook(file)
        self.sheet: Worksheet = self.workbook.worksheets[0]
        self.columns = {str(cell.value): cell.column for cell in self.sheet[KEYS] if cell.value}

    @property
    def rows(self) -> dict[str, int]:
        """The rows by the ids of their comments."""
        last, column = self.sheet.max_row, self.columns["comment"]
        found = {self.sheet.cell(row, column).value: row for row in range(FIRST, last + 1)}
        return {str(name): row for name, row in found.items() if name}

    def place(self, comment: str, key: str) -> str:
        """Return the name of a cell, as a fault names it."""
        return str(self.sheet.cell(self.rows[comment], self.columns[key]).coordinate)

    def said(self, comment: str, key: str) -> object:
        """Return what a cell says."""
        return self.sheet.cell(self.rows[comment], self.columns[key]).value

    def fill(self, comment: str, cells: Cells) -> None:
        """Write into the row of a comment; texts stay texts, whatever they begin with."""
        self.fill_row(self.rows[comment], cells)

    def fill_row(self, row: int, cells: Cells) -> None:
        """Write into a row."""
        for key, value in cells.items():
            cell = self.sheet.cell(row, self.columns[key])
            cell.value = value  # type: ignore[assignment]
            if isinstance(value, str):
                cell.data_type = "s"

    def save(self, change: Callable[[Worksheet], object] | None = None) -> Path:
        """Save the workbook in its place."""
        if change:
            change(self.sheet)
        self.workbook.save(self.file)
        return self.file


def noted(**cells: object) -> Cells:
    """Return the cells of a sound answer."""
    sound = {"outcome": "Принято к сведению", "reason-kk": KK, "reason-ru": RU}
    return {**sound, **{key.replace("_", "-"): value for key, value in cells.items()}}


def four_comments(folder: Path) -> Path:
    """Write a project of four comments; the third one is answered."""
    heard = [a_comment(name, text=text) for name, text in TEXTS.items()]
    heard[1] |= {"quote": HOSTILE[3], "proposal": HOSTILE[1], "clause": {"after": "term"}}
    heard[3] |= {"author": {"kind": "legal-entity", "name": HOSTILE[0]}, "clause": "whole"}
    revision = a_revision(1, consultation=a_consultation("2026-11-02", "2026-11-16"))
    answers = [a_response(THIRD)]
    return write_project(folder, revisions=[revision], comments=heard, responses=answers)


def files(project: Path) -> dict[str, bytes]:
    return {
        file.relative_to(project).as_posix(): file.read_bytes()
        for file in project.rglob("*")
        if file.is_file()
    }


def written(project: Path, before: dict[str, bytes]) -> set[str]:
    """Return the names of the files that are new or different."""
    return {name for name, data in files(project).items() if before.get(name) != data}


def faults(project: Path, file: Path, *words: str) -> list[tuple[str, str]]:
    """Return the codes and cells of all problems of a workbook."""
    done = talqy(project, "import", file, "--format", "json", *words)
    problems = json.loads(done.stdout)["problems"]
    return [(problem["code"], problem["file"].rpartition("!")[2]) for problem in problems]
