"""Answers out to a workbook and back: nothing is lost, nothing of the citizens' is changed."""

import csv
import io
import time
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from builders import (
    COMMENT,
    OTHER_COMMENT,
    STANDARD,
    response_path,
    write,
)
from response_books import (
    FIRST,
    HOSTILE,
    LAST,
    THIRD,
    Book,
    exported,
    files,
    noted,
    talqy,
    written,
)
from talqy.cli.main import main
from talqy.model.comment import Outcome

# --- out ------------------------------------------------------------------------------------------


def test_the_unanswered_come_first_or_all_in_order_of_receipt(
    project: Path, tmp_path: Path
) -> None:
    book = Book(exported(project, tmp_path / "a.xlsx", STANDARD, "r1"))
    assert list(book.rows) == [LAST, OTHER_COMMENT, COMMENT, THIRD]
    book = Book(exported(project, tmp_path / "a.xlsx", STANDARD, "r1", "--all"))
    assert list(book.rows) == [LAST, OTHER_COMMENT, THIRD, COMMENT]


def test_heads_speak_all_languages_and_lists_the_chosen_one(book: Book) -> None:
    heads = [str(cell.value) for cell in book.sheet[2]]
    assert heads[:4] == [
        "Р/с № / № п/п",
        "Құрылымдық элемент (тармақ, жол) / Структурный элемент (пункт, строка)",
        "Ұсыныс енгізуші (жеке / заңды тұлға) / Автор (физическое / юридическое лицо)",
        "Келіп түскен күні / Дата поступления",
    ]
    assert book.sheet.title == "Ответы"
    outcomes = [row[0].value for row in book.workbook["Решения"].iter_rows(min_row=2)]
    assert len(outcomes) == len(Outcome)
    assert outcomes[0] == "Принято"
    ids = [row[0].value for row in book.workbook["Пункты"].iter_rows(min_row=2)]
    assert ids == ["general", "term", "documents"]


def test_outcomes_and_revisions_are_chosen_from_lists(book: Book) -> None:
    lists = {
        str(v.sqref).partition(":")[0]: v.formula1
        for v in book.sheet.data_validations.dataValidation
    }
    assert lists[f"H{FIRST}"].startswith("'Решения'!$A$2") or "Решения!$A$2" in lists[f"H{FIRST}"]
    assert lists[book.place(LAST, "landed-revision")] == '"2"'


def test_the_citizens_words_are_locked_and_the_cells_for_answers_open(book: Book) -> None:
    assert book.sheet.protection.sheet
    assert not book.sheet.protection.password
    row = book.rows[OTHER_COMMENT]
    locked = {
        key: book.sheet.cell(row, column).protection.locked for key, column in book.columns.items()
    }
    open_cells = {key for key, is_locked in locked.items() if not is_locked}
    assert open_cells == {
        *("outcome", "reason-kk", "reason-ru", "gist-kk", "gist-ru"),
        *("landed-revision", "landed-clauses", "duplicate-of"),
    }
    letters = {key: get_column_letter(column) for key, column in book.columns.items()}
    hidden = {key for key, letter in letters.items() if book.sheet.column_dimensions[letter].hidden}
    assert hidden == {"comment", "comment-digest", "answer-digest"}
    assert book.sheet.row_dimensions[1].hidden
    assert book.sheet.freeze_panes == f"B{FIRST}"
    assert book.sheet.auto_filter.ref


def test_the_workbook_is_printed_one_sheet_wide_and_its_lists_are_not_cut(book: Book) -> None:
    paper = book.sheet.page_setup
    assert (paper.orientation, paper.paperSize, paper.fitToWidth) == ("landscape", 8, None)
    assert book.sheet.print_title_rows == "$2:$2"
    for sheet in book.workbook.worksheets[1:]:
        assert sheet.print_title_rows == "$1:$1"
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert all(cell.alignment.wrap_text and cell.protection.locked for cell in cells)


def test_texts_are_texts_whatever_they_begin_with(book: Book) -> None:
    types = {cell.data_type for row in book.sheet.iter_rows(min_row=FIRST) for cell in row}
    assert "f" not in types
    assert book.said(COMMENT, "text") == HOSTILE[0]
    assert book.said(OTHER_COMMENT, "quote") == HOSTILE[3]
    cell = book.sheet.cell(book.rows[COMMENT], book.columns["text"])
    assert cell.quotePrefix


def test_the_same_project_gives_the_same_bytes(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = exported(project, tmp_path / "a.xlsx", STANDARD, "r1").read_bytes()
    later = time.time() + 400 * 86_400
    monkeypatch.setattr(time, "time", lambda: later)
    assert exported(project, tmp_path / "b.xlsx", STANDARD, "r1").read_bytes() == first
    with ZipFile(io.BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_an_export_does_not_overwrite_and_a_draft_writes_nothing(
    project: Path, tmp_path: Path
) -> None:
    file = write(tmp_path, "mine.xlsx", "мое")
    refused = talqy(project, "export", STANDARD, "r1", "--to", file)
    assert (refused.exit_code, file.read_text("utf-8")) == (2, "мое")
    shown = talqy(project, "export", STANDARD, "--to", tmp_path / "new.xlsx", "--draft")
    assert (shown.exit_code, (tmp_path / "new.xlsx").exists()) == (0, False)
    assert "comments: 4, unanswered: 3" in shown.output
    refused = talqy(project, "export", STANDARD, "--language", "fi", "--to", tmp_path / "x.xlsx")
    assert "“fi” is no language of this project; known: kk, ru" in refused.output


# --- back -----------------------------------------------------------------------------------------


def test_a_workbook_that_nobody_touched_changes_nothing(project: Path, book: Book) -> None:
    before = files(project)
    done = talqy(project, "import", book.file)
    assert done.exit_code == 0
    assert "written: 0; unchanged: 1;" in done.output
    assert "left empty: 3; faulty: 0" in done.output
    assert written(project, before) == set()


def test_answers_are_written_and_comments_are_not_touched(project: Path, book: Book) -> None:
    before = files(project)
    kk, ru = (f"  {HOSTILE[0]} Заңға сай. ", f"{HOSTILE[0]}\r\nПо закону.\n")
    book.fill(COMMENT, noted(reason_kk=kk, reason_ru=ru))
    book.fill(OTHER_COMMENT, noted(outcome="Повторное", duplicate_of=COMMENT))
    book.fill(
        LAST, noted(outcome="Принято", landed_revision=2.0, landed_clauses=" term;documents , fee")
    )
    done = talqy(project, "import", book.save())
    assert done.exit_code == 0, done.output
    assert written(project, before) == {response_path(x) for x in (COMMENT, OTHER_COMMENT, LAST)}
    made = files(project)
    assert f"ru: |-\n    {HOSTILE[0]}\n    По закону.\n".encode() in made[response_path(COMMENT)]
    assert b"duplicate_of: " + COMMENT.encode() in made[response_path(OTHER_COMMENT)]
    assert b"landed: {revision: 2, clauses: [term, documents, fee]}\n" in made[response_path(LAST)]
    again = talqy(project, "import", book.file)
    assert "written: 0; unchanged: 4" in again.output
    assert files(project) == made


def test_a_draft_shows_the_answers_and_writes_nothing(project: Path, book: Book) -> None:
    before = files(project)
    book.fill(COMMENT, noted())
    done = talqy(project, "import", book.save(), "--draft")
    assert (done.exit_code, files(project)) == (0, before)
    assert f"--- {response_path()}\n" in done.output


@pytest.mark.parametrize(
    "outcome",
    ["Принято к сведению", "принято  к\nсведению.", "Назарға алынды", "noted", " NOTED "],
)
def test_an_outcome_is_known_by_its_names_and_its_code(
    outcome: str, project: Path, book: Book
) -> None:
    book.fill(COMMENT, noted(outcome=outcome))
    assert talqy(project, "import", book.save()).exit_code == 0
    assert b"outcome: noted\n" in files(project)[response_path()]


@pytest.mark.parametrize("number", [2, 2.0, "2", " 2 ", "r2", "R 2", "2.0"])
def test_a_revision_is_known_however_its_number_is_written(
    number: object, project: Path, book: Book
) -> None:
    book.fill(COMMENT, noted(outcome="Принято", landed_revision=number, landed_clauses="term"))
    assert talqy(project, "import", book.save()).exit_code == 0
    assert b"landed: {revision: 2, clauses: [term]}\n" in files(project)[response_path()]


@pytest.mark.parametrize("name", [LAST, LAST.upper(), 123456789, "123456789"])
def test_a_comment_that_is_repeated_is_known_without_its_zeros(
    name: object, project: Path, book: Book
) -> None:
    book.fill(COMMENT, noted(outcome="duplicate", duplicate_of=name))
    assert talqy(project, "import", book.save()).exit_code == 0
    assert f'duplicate_of: "{LAST}"'.encode() in files(project)[response_path()]


def reverse(sheet: Worksheet) -> None:
    """Turn the rows round, and hide some of them as a filter does."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST)]
    for at, values in enumerate(reversed(rows), FIRST):
        sheet.row_dimensions[at].hidden = at % 2 == 0
        for column, value in enumerate(values, 1):
            cell = sheet.cell(at, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"


def surround(sheet: Worksheet) -> None:
    """Put a title above, a column in front and one between, notes below."""
    sheet.insert_rows(1, 2)
    sheet["A1"] = "Жауаптар кестесі"
    sheet.insert_cols(1)
    sheet.insert_cols(6)
    sheet.cell(4, 6).value = "Моя заметка"
    sheet.cell(sheet.max_row + 3, 6).value = "Итого"


def forget_keys(sheet: Worksheet) -> None:
    """Delete the hidden row, and change the heads in passing."""
    sheet.delete_rows(1)
    for cell in sheet[1]:
        cell.value = f" {str(cell.value).upper()} \n"


def rename(sheet: Worksheet) -> None:
    sheet.title = "Sheet 1"
    assert sheet.parent
    sheet.parent.create_sheet("Черновик", 0)["A1"] = "outcome"


@pytest.mark.parametrize("change", [reverse, surround, forget_keys, rename])
def test_what_people_do_to_a_sheet_does_not_matter(
    change: Callable[[Worksheet], object], project: Path, book: Book
) -> None:
    before = files(project)
    for name in (COMMENT, OTHER_COMMENT):
        book.fill(name, noted())
    done = talqy(project, "import", book.save(change))
    assert done.exit_code == 0, done.output
    assert written(project, before) == {response_path(COMMENT), response_path(OTHER_COMMENT)}


def test_deleted_rows_are_not_answered_and_are_counted(project: Path, book: Book) -> None:
    before = files(project)
    book.fill(COMMENT, noted())
    done = talqy(project, "import", book.save(lambda sheet: sheet.delete_rows(book.rows[LAST])))
    assert done.exit_code == 0
    assert "waiting for an answer, but not in the workbook: 1" in done.output
    assert written(project, before) == {response_path(COMMENT)}


def test_a_row_may_be_added_with_the_number_of_its_comment(project: Path, book: Book) -> None:
    row = book.rows[COMMENT]
    book.sheet.delete_rows(row)
    book.fill_row(book.sheet.max_row + 2, {"number": COMMENT, **noted()})
    assert talqy(project, "import", book.save()).exit_code == 0
    assert response_path() in files(project)


def test_a_recorded_comment_is_known_by_its_register_number(project: Path, tmp_path: Path) -> None:
    merged = CliRunner().invoke(main, ["merge", STANDARD, "--project", str(project)])
    assert merged.exit_code == 0, merged.output
    book = Book(exported(project, tmp_path / "numbered.xlsx", STANDARD, "r1"))
    assert book.said(OTHER_COMMENT, "number") == "№ 2"
    book.fill(COMMENT, noted(outcome="duplicate", duplicate_of="№ 2"))
    book.fill(LAST, noted(outcome="duplicate", duplicate_of=2))
    assert talqy(project, "import", book.save()).exit_code == 0
    repeated = f"duplicate_of: {OTHER_COMMENT}".encode()
    assert all(repeated in files(project)[response_path(name)] for name in (COMMENT, LAST))


def test_the_same_row_twice_is_one_answer(project: Path, book: Book) -> None:
    book.fill(COMMENT, noted())
    row = book.rows[COMMENT]
    copied = {key: book.sheet.cell(row, column).value for key, column in book.columns.items()}
    book.fill_row(book.sheet.max_row + 1, copied)
    assert talqy(project, "import", book.save()).exit_code == 0
    assert response_path() in files(project)


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(",", "utf-8-sig"), (";", "utf-8"), ("\t", "utf-16")]
)
def test_a_workbook_may_come_back_as_csv(
    delimiter: str, encoding: str, project: Path, book: Book, tmp_path: Path
) -> None:
    before = files(project)
    book.fill(COMMENT, noted())
    rows = [["" if cell is None else str(cell) for cell in row] for row in book.sheet.values]
    file = tmp_path / "answers.csv"
    with file.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(rows)
    done = talqy(project, "import", file)
    assert done.exit_code == 0, done.output
    assert written(project, before) == {response_path()}
