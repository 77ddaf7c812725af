"""Workbooks as LibreOffice saves them: the same words come out of every form."""

from collections.abc import Mapping

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


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, ReadTable]:
    """Let LibreOffice save one workbook in all forms, and read each."""
    folder = tmp_path_factory.mktemp("saved")
    rows = [HEADS, a_row(TEXTS[0], 2), a_row(TEXTS[1], "5-тармақ", "Два дня.")]
    (folder / "out").mkdir()
    source = folder / "form.xlsx"
    source.write_bytes(a_workbook(rows, [HEADS, a_row("Подмена.")], change=hide))
    read = {}
    for name, form in FORMS.items():
        converted(form, folder / "out", source)
        file = (folder / "out" / source.name).with_suffix(f".{form.partition(':')[0]}")
        read[name] = read_intake(file.read_bytes(), file.name, "Asia/Almaty")
    return read


@pytest.mark.parametrize("name", [name for name in FORMS if name != "cp1251"])
def test_the_same_words_come_out_of_every_form(name: str, saved: Mapping[str, ReadTable]) -> None:
    found = saved[name]
    assert [one.said["text"] for one in found.submissions] == list(TEXTS)
    assert [one.said["clause"] for one in found.submissions] == ["2", "5-тармақ"]
    assert [note.code for one in found.submissions for note in one.notes] == []
    is_workbook = name in {"xlsx", "xls", "ods"}
    assert [problem.code for problem in found.problems] == (["I64"] if is_workbook else [])
    assert ("not seen" in found.facts) == (name in {"xls", "ods"})


def test_a_form_without_kazakh_letters_leaves_the_row_that_lost_them(
    saved: Mapping[str, ReadTable],
) -> None:
    first, second = saved["cp1251"].submissions
    assert [note.code for note in first.notes] == ["I58"]
    assert (second.said["text"], second.notes) == (TEXTS[1], ())
