"""Workbooks as LibreOffice saves them: the same words come out of every form."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from libreoffice import converted
from talqy.intake.importing import read_intake
from talqy.intake.table import ReadTable
from workbooks import HEADS, a_row, a_workbook

TEXTS = ("Мерзім тым ұзақ, қысқарту қажет.", 'Срок велик;\nнужно «два» "дня", а не 7.')
FORMS = {
    "xlsx": "xlsx",
    "xls": "xls",
    "ods": "ods",
    "utf-8 semicolon": "csv:Text - txt - csv (StarCalc):59,34,76,1",
    "utf-8 comma": "csv:Text - txt - csv (StarCalc):44,34,76,1",
    "utf-16 tab": "csv:Text - txt - csv (StarCalc):9,34,65535,1",
    "all quoted": "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true",
    "cp1251": "csv:Text - txt - csv (StarCalc):59,34,34,1",
}


def hide(book: Workbook) -> None:
    """Hide the last sheet, which holds words that nobody is shown."""
    book.worksheets[-1].sheet_state = "hidden"


# Other separators and alphabets of one and the same form: LibreOffice takes seconds for each.
LONG = {"utf-8 comma", "utf-16 tab", "all quoted"}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workbook of two comments, with another table in a hidden sheet."""
    file = tmp_path_factory.mktemp("saved") / "form.xlsx"
    rows = [HEADS, a_row(TEXTS[0], 2), a_row(TEXTS[1], "5-тармақ", "Два дня.")]
    file.write_bytes(a_workbook(rows, [HEADS, a_row("Подмена.")], change=hide))
    return file


def saved(source: Path, name: str, folder: Path) -> ReadTable:
    """Let LibreOffice save the workbook in a form, and read it."""
    converted(FORMS[name], folder, source)
    file = (folder / source.name).with_suffix(f".{FORMS[name].partition(':')[0]}")
    return read_intake(file.read_bytes(), file.name, "Asia/Almaty")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.proof] if name in LONG else [])
        for name in FORMS
        if name != "cp1251"
    ],
)
def test_the_same_words_come_out_of_every_form(name: str, source: Path, tmp_path: Path) -> None:
    found = saved(source, name, tmp_path)
    assert [one.said["text"] for one in found.submissions] == list(TEXTS)
    assert [one.said["clause"] for one in found.submissions] == ["2", "5-тармақ"]
    assert [note.code for one in found.submissions for note in one.notes] == []
    is_workbook = name in {"xlsx", "xls", "ods"}
    assert [problem.code for problem in found.problems] == (["I64"] if is_workbook else [])
    assert ("not seen" in found.facts) == (name in {"xls", "ods"})


def test_a_form_without_kazakh_letters_leaves_the_row_that_lost_them(
    source: Path, tmp_path: Path
) -> None:
    first, second = saved(source, "cp1251", tmp_path).submissions
    assert [note.code for note in first.notes] == ["I58"]
    assert (second.said["text"], second.notes) == (TEXTS[1], ())
