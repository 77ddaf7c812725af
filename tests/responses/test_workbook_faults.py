"""Faults of a workbook of answers are said with their cells, and what others wrote stays."""

import re
from datetime import datetime
from pathlib import Path
from typing import Literal

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from builders import (
    COMMENT,
    OTHER_COMMENT,
    a_comment,
    a_response,
    comment_path,
    response_path,
    said,
    write,
)
from repositories import a_repository, committed
from response_books import (
    LAST,
    THIRD,
    Book,
    Cells,
    faults,
    files,
    noted,
    talqy,
    written,
)

# --- faults ---------------------------------------------------------------------------------------

FAULTY: list[tuple[Cells, str, str]] = [
    (noted(text="Другие слова."), "W07", "text"),
    (noted(quote="Слова."), "W07", "quote"),
    (noted(proposal="Слова."), "W07", "proposal"),
    (noted(outcome=None), "W11", "outcome"),
    (noted(outcome="Одобрено"), "W12", "outcome"),
    (noted(outcome=1), "W12", "outcome"),
    (noted(outcome=datetime(2026, 11, 20)), "W12", "outcome"),  # noqa: DTZ001 - as openpyxl writes
    (noted(reason_kk="  "), "W13", "reason-kk"),
    (noted(reason_kk="-"), "W22", "reason-kk"),
    (noted(reason_ru="????? ??????? ? ????????"), "W22", "reason-ru"),
    (noted(reason_ru=None), "W13", "reason-ru"),
    (noted(outcome="Принято", landed_revision=2), "W15", "landed-clauses"),
    (noted(outcome="Принято", landed_clauses="term"), "W15", "landed-revision"),
    (
        noted(outcome="Принято", landed_revision="second", landed_clauses="term"),
        "W14",
        "landed-revision",
    ),
    (
        noted(outcome="Принято", landed_revision=datetime(2026, 5, 1), landed_clauses="term"),  # noqa: DTZ001 - as it writes
        "W31",
        "landed-revision",
    ),
    (noted(outcome="Повторное", duplicate_of="0000000000"), "W16", "duplicate-of"),
    (noted(outcome="Повторное", duplicate_of="№ 77"), "W16", "duplicate-of"),
    (noted(reason_kk="#REF!"), "W18", "reason-kk"),
    (noted(reason_ru="#Н/Д"), "W18", "reason-ru"),
    (noted(reason_kk="#МӘН!"), "W18", "reason-kk"),
    (noted(outcome="Принято"), "W19", "landed-revision"),
    (noted(landed_revision=2, landed_clauses="term"), "W20", "landed-revision"),
    (noted(outcome="Повторное"), "F43", "outcome"),
    (noted(outcome="Принято", landed_revision=2, landed_clauses="Term!"), "W21", "landed-clauses"),
    (noted(outcome="Принято", landed_revision=2, landed_clauses="99"), "W29", "landed-clauses"),
    (noted(outcome="Принято", landed_revision=1, landed_clauses="nope"), "W29", "landed-clauses"),
    (noted(reason_ru=datetime(2026, 11, 20)), "W22", "reason-ru"),  # noqa: DTZ001 - as it writes
    (noted(reason_kk=12), "W22", "reason-kk"),
    (noted(reason_kk=True), "W22", "reason-kk"),
    (noted(reason_ru="я" * 20_001), "F40", "reason-ru"),
    (noted(outcome="Принято", landed_revision=1, landed_clauses="term"), "L03", "landed-revision"),
    (noted(outcome="Поступило по истечении срока"), "A02", "outcome"),
    (noted(outcome="Повторное", duplicate_of=COMMENT), "L04", "duplicate-of"),
    (noted(reason_kk="2 күн.", reason_ru="3 дня."), "P02", "reason-ru"),
]


@pytest.mark.parametrize(("cells", "code", "key"), FAULTY, ids=[f"{c}-{k}" for _, c, k in FAULTY])
def test_a_fault_is_said_with_its_cell_and_nothing_is_written(
    cells: Cells, code: str, key: str, project: Path, book: Book
) -> None:
    before = files(project)
    book.fill(COMMENT, cells)
    book.fill(LAST, noted())
    book.save()
    found = faults(project, book.file)
    assert (code, book.place(COMMENT, key)) in found
    assert {
        cell for _, cell in found if re.sub(r"\D", "", cell) != str(book.rows[COMMENT])
    } == set()
    assert files(project) == before


def test_the_good_rows_are_written_where_that_is_asked_for(project: Path, book: Book) -> None:
    before = files(project)
    book.fill(COMMENT, noted(outcome="Одобрено"))
    book.fill(LAST, noted())
    done = talqy(project, "import", book.save())
    assert (done.exit_code, files(project)) == (1, before)
    assert f"answers.xlsx!Ответы!{book.place(COMMENT, 'outcome')}" in done.output
    assert "nothing was written; --skip-faulty writes the good rows" in done.output
    assert talqy(project, "import", book.file, "--skip-faulty").exit_code == 1
    assert written(project, before) == {response_path(LAST)}


def test_all_faults_of_all_rows_are_said_at_once(project: Path, book: Book) -> None:
    book.fill(COMMENT, {"outcome": "?", "text": "Другие слова."})
    book.fill(LAST, {"reason-kk": "Иә."})
    book.save()
    assert set(faults(project, book.file)) == {
        ("W07", book.place(COMMENT, "text")),
        ("W12", book.place(COMMENT, "outcome")),
        ("W13", book.place(COMMENT, "reason-kk")),
        ("W13", book.place(COMMENT, "reason-ru")),
        ("W11", book.place(LAST, "outcome")),
        ("W13", book.place(LAST, "reason-ru")),
    }


def test_rows_that_name_no_comment_are_faults_unless_they_are_notes(
    project: Path, book: Book
) -> None:
    last = book.sheet.max_row
    book.fill_row(last + 1, {"text": "Просто заметка"})
    book.fill_row(last + 2, noted())
    book.fill_row(last + 3, noted(number="aaaaaaaaaa"))
    book.save()
    assert faults(project, book.file) == [("W04", f"A{last + 2}"), ("W05", f"A{last + 3}")]


def test_two_different_answers_to_one_comment_name_each_other(project: Path, book: Book) -> None:
    book.fill(COMMENT, noted())
    row, below = book.rows[COMMENT], book.sheet.max_row + 1
    copied = {key: book.sheet.cell(row, column).value for key, column in book.columns.items()}
    book.fill_row(below, {**copied, "outcome": "Не принято"})
    book.save()
    assert ("W06", f"H{row}") in faults(project, book.file)
    assert ("W06", f"H{below}") in faults(project, book.file)


def test_rows_that_differ_name_each_other_whatever_else_is_wrong_with_them(
    project: Path, book: Book
) -> None:
    """Else the good rows are written where that is asked for, and the other row was meant."""
    before = files(project)
    book.fill(COMMENT, noted(outcome="Принято"))
    row, below = book.rows[COMMENT], book.sheet.max_row + 1
    copied = {key: book.sheet.cell(row, column).value for key, column in book.columns.items()}
    book.fill_row(below, {**copied, "outcome": "Не принято"})
    found = faults(project, book.save())
    assert {("W06", f"H{row}"), ("W06", f"H{below}"), ("W19", f"M{row}")} <= set(found)
    talqy(project, "import", book.file, "--skip-faulty")
    assert files(project) == before


def test_duplicates_of_one_another_are_refused(project: Path, book: Book) -> None:
    book.fill(COMMENT, noted(outcome="Повторное", duplicate_of=LAST))
    book.fill(LAST, noted(outcome="Повторное", duplicate_of=OTHER_COMMENT))
    book.fill(OTHER_COMMENT, noted(outcome="Повторное", duplicate_of=COMMENT))
    book.save()
    found = faults(project, book.file)
    assert {code for code, _ in found} == {"G49"}
    assert len(found) == 3


def test_a_missing_column_and_one_that_is_there_twice_are_named(project: Path, book: Book) -> None:
    column = book.columns["reason-kk"]
    book.sheet.delete_cols(column)
    book.sheet.cell(1, book.columns["answer-digest"]).value = "outcome"
    book.save()
    assert [code for code, _ in faults(project, book.file)] == ["W03", "W02"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", "текст".encode()])
def test_what_is_no_workbook_is_said(content: bytes, project: Path, tmp_path: Path) -> None:
    file = write(tmp_path, "answers.xlsx", content)
    done = talqy(project, "import", file)
    assert done.exit_code == 1
    assert "answers.xlsx: error W01" in done.output


@pytest.mark.parametrize("state", ["visible", "hidden", "veryHidden"])
def test_two_sheets_of_answers_are_a_fault_hidden_ones_too(
    state: Literal["visible", "hidden", "veryHidden"], project: Path, book: Book
) -> None:
    """A hidden copy in front would be read, and the one that a person filled in would not."""
    before = files(project)
    copy = book.workbook.copy_worksheet(book.sheet)
    copy.title, copy.sheet_state = "Копия", state
    book.workbook.move_sheet(copy, -3)
    book.fill(COMMENT, noted())
    done = talqy(project, "import", book.save())
    assert (done.exit_code, files(project)) == (1, before)
    assert "W23: there are several sheets of answers: “Копия”, “Ответы”" in done.output
    assert ": 0" not in done.output.partition("W23")[2].replace("warnings: 0", "")


def test_faults_are_told_row_by_row(project: Path, book: Book) -> None:
    """Whoever finds them: the reading of the row, or the rules that look at all answers."""
    first, second = sorted(book.rows, key=lambda name: book.rows[name])[:2]
    book.fill(first, noted(**{"reason-ru": "Мнение рассмoтрено и принято к свeдению."}))
    book.fill(second, noted(outcome="Одобрено"))
    found = [cell for _, cell in faults(project, book.save())]
    rows = [int(re.sub(r"\D", "", cell)) for cell in found]
    assert rows == sorted(rows)
    assert len(set(rows)) == 2


def test_the_sheet_of_answers_may_not_be_hidden(project: Path, book: Book) -> None:
    book.sheet.sheet_state = "hidden"
    book.workbook.create_sheet("Пусто", 0)
    book.workbook.active = 0
    book.fill(COMMENT, noted())
    assert faults(project, book.save()) == [("W24", "answers.xlsx")]


def test_what_is_said_of_many_cells_is_said_once(project: Path, book: Book) -> None:
    for name in book.rows:
        book.fill(name, noted(outcome="Одобрено"))
    done = talqy(project, "import", book.save())
    cells = [book.place(name, "outcome") for name in book.rows]
    assert done.output.count("W12") == 1
    assert f"!{', '.join(cells)} (4): error W12" in done.output
    assert len(faults(project, book.file)) == 4


def test_a_workbook_of_something_else_is_said(project: Path, tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.worksheets[0].append(["Имя", "Ответ"])
    workbook.save(tmp_path / "other.xlsx")
    assert faults(project, tmp_path / "other.xlsx") == [("W01", "other.xlsx")]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_faults_are_said_in_the_language_asked_for(
    language: str, project: Path, book: Book
) -> None:
    book.fill(COMMENT, noted(outcome="?"))
    done = talqy(project, "import", book.save(), "--language", language)
    words = {"kk": "деген шешім жоқ", "ru": "решения «?» нет"}
    counted = {"kk": "қатесі бар: 1", "ru": "с ошибками: 1"}
    assert words[language] in done.output
    assert counted[language] in done.output
    assert "nothing was written" not in done.output


# --- what changed since the export ----------------------------------------------------------------


def test_an_answer_that_others_changed_is_not_overwritten(project: Path, book: Book) -> None:
    write(project, response_path(), a_response())
    write(project, response_path(THIRD), a_response(THIRD, reason=said("Басқа.", "Иначе.")))
    before = files(project)
    book.fill(COMMENT, noted(outcome="Не принято"))
    book.fill(THIRD, noted(outcome="Не принято"))
    book.save()
    assert set(faults(project, book.file)) == {
        ("W09", book.place(COMMENT, "outcome")),
        ("W09", book.place(THIRD, "outcome")),
    }
    assert files(project) == before
    assert talqy(project, "import", book.file, "--replace").exit_code == 0
    assert written(project, before) == {response_path(), response_path(THIRD)}


def test_a_row_that_nobody_touched_does_not_undo_the_work_of_others(
    project: Path, book: Book
) -> None:
    write(project, response_path(THIRD), a_response(THIRD, reason=said("Басқа.", "Иначе.")))
    before = files(project)
    done = talqy(project, "import", book.file)
    assert done.exit_code == 0
    assert "changed on file since the export, left as they are: 1" in done.output
    assert files(project) == before


def test_an_answer_that_was_exported_may_be_changed(project: Path, book: Book) -> None:
    book.fill(THIRD, noted(outcome="Не принято"))
    assert talqy(project, "import", book.save()).exit_code == 0
    assert b"outcome: rejected" in files(project)[response_path(THIRD)]


def test_an_empty_row_deletes_no_answer(project: Path, book: Book) -> None:
    before = files(project)
    book.fill(THIRD, dict.fromkeys(noted(), None))
    assert talqy(project, "import", book.save()).exit_code == 0
    assert files(project) == before


def test_a_broken_answer_on_file_is_not_overwritten(project: Path, book: Book) -> None:
    write(project, response_path(), "schema: [\n")
    book.fill(COMMENT, noted())
    book.save()
    assert faults(project, book.file) == [("W10", book.place(COMMENT, "outcome"))]
    assert talqy(project, "import", book.file, "--replace").exit_code == 0


def test_a_comment_from_which_words_were_taken_since_is_a_fault(project: Path, book: Book) -> None:
    write(project, comment_path(LAST), a_comment(LAST, text="Дом. […]", clause="whole"))
    book.fill(LAST, noted())
    book.save()
    assert faults(project, book.file) == [("W08", book.place(LAST, "text"))]
    assert talqy(project, "import", book.file, "--replace").exit_code == 0


def test_struck_words_are_no_answer(project: Path, book: Book) -> None:
    book.fill(THIRD, noted())
    cell = book.sheet[book.place(THIRD, "reason-ru")]
    cell.font = Font(strike=True)
    book.save()
    assert faults(project, book.file) == [("W30", cell.coordinate)]


def test_words_that_nobody_sees_are_no_answer(project: Path, book: Book) -> None:
    book.fill(THIRD, noted())
    cell = book.sheet[book.place(THIRD, "reason-ru")]
    cell.font = Font(color="FFFFFFFF")
    book.save()
    assert faults(project, book.file) == [("W32", cell.coordinate)]


@pytest.mark.parametrize("key", ["outcome", "reason-ru"])
def test_a_formula_that_nobody_computed_is_told_as_one(key: str, project: Path, book: Book) -> None:
    book.fill(LAST, noted())
    cell = book.sheet[book.place(LAST, key)]
    cell.value = '="a"&"b"'
    book.save()
    assert ("W18", cell.coordinate) in faults(project, book.file)


def test_a_sheet_without_rows_is_told_and_never_passed_over(project: Path, book: Book) -> None:
    """Nothing at all was said of it; found by odd files that were made for minutes."""
    book.sheet.delete_rows(min(book.rows.values()), book.sheet.max_row)
    book.save()
    assert faults(project, book.file) == [("W34", book.file.name)]


def test_an_answer_that_was_set_back_since_does_not_come_again(project: Path, book: Book) -> None:
    """What is on file is what was exported, and git knows that it was something else meanwhile."""
    a_repository(project)
    committed(project)
    book.fill(COMMENT, noted())
    book.save()
    assert talqy(project, "import", book.file).exit_code == 0
    committed(project)
    (project / response_path()).unlink()
    assert faults(project, book.file) == [("W33", book.place(COMMENT, "outcome"))]
    assert talqy(project, "import", book.file, "--replace").exit_code == 0
    assert (project / response_path()).is_file()
