"""Answers out to a workbook and back: nothing is lost, nothing of the citizens' is changed."""

import io
import json
import re
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from answer_books import FIRST, KK, RU, Book, Cells, exported, noted, talqy
from builders import (
    COMMENT,
    OTHER_COMMENT,
    STANDARD,
    a_comment,
    a_consultation,
    a_response,
    a_revision,
    comment_path,
    response_path,
    said,
    write,
    write_project,
)
from libreoffice import converted
from sites import demonstration
from talqy.cli.main import main
from talqy.model.comment import Outcome
from talqy.responses import faults as answer_faults

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


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Write a project of four comments; the third one is answered."""
    heard = [a_comment(name, text=text) for name, text in TEXTS.items()]
    heard[1] |= {"quote": HOSTILE[3], "proposal": HOSTILE[1], "clause": {"after": "term"}}
    heard[3] |= {"author": {"kind": "legal-entity", "name": HOSTILE[0]}, "clause": "whole"}
    talk = a_consultation("2026-11-02", "2026-11-16")
    revision = a_revision(1, consultation=talk)
    answers = [a_response(THIRD)]
    return write_project(
        tmp_path / "project", revisions=[revision], comments=heard, responses=answers
    )


@pytest.fixture
def book(project: Path, tmp_path: Path) -> Book:
    return Book(exported(project, tmp_path / "answers.xlsx", STANDARD, "r1", "--language", "ru"))


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
        "№ р/с / № п/п",
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
        *("outcome", "reason-kk", "reason-ru", "landed-revision", "landed-clauses", "duplicate-of")
    }
    letters = {key: get_column_letter(column) for key, column in book.columns.items()}
    hidden = {key for key, letter in letters.items() if book.sheet.column_dimensions[letter].hidden}
    assert hidden == {"comment", "comment-digest", "answer-digest"}
    assert book.sheet.row_dimensions[1].hidden
    assert book.sheet.freeze_panes == f"B{FIRST}"
    assert book.sheet.auto_filter.ref


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
    book.fill(COMMENT, noted(reason_kk=f"  {HOSTILE[0]}  ", reason_ru=f"{HOSTILE[0]}\r\nДа.\n"))
    book.fill(OTHER_COMMENT, noted(outcome="Повторное", duplicate_of=COMMENT))
    book.fill(
        LAST, noted(outcome="Принято", landed_revision=2.0, landed_clauses=" term;documents , fee")
    )
    done = talqy(project, "import", book.save())
    assert done.exit_code == 0, done.output
    assert written(project, before) == {response_path(x) for x in (COMMENT, OTHER_COMMENT, LAST)}
    made = files(project)
    assert f"ru: |-\n    {HOSTILE[0]}\n    Да.\n".encode() in made[response_path(COMMENT)]
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
    (noted(reason_ru=None), "W13", "reason-ru"),
    (noted(outcome="Принято", landed_revision=2), "W15", "landed-clauses"),
    (noted(outcome="Принято", landed_clauses="term"), "W15", "landed-revision"),
    (
        noted(outcome="Принято", landed_revision="second", landed_clauses="term"),
        "W14",
        "landed-revision",
    ),
    (noted(outcome="Повторное", duplicate_of="0000000000"), "W16", "duplicate-of"),
    (noted(outcome="Повторное", duplicate_of="№ 77"), "W16", "duplicate-of"),
    (noted(reason_kk="#REF!"), "W18", "reason-kk"),
    (noted(outcome="Принято"), "W19", "landed-revision"),
    (noted(landed_revision=2, landed_clauses="term"), "W20", "landed-revision"),
    (noted(outcome="Повторное"), "F43", "outcome"),
    (noted(outcome="Принято", landed_revision=2, landed_clauses="Term!"), "F41", "landed-clauses"),
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
    done = talqy(project, "import", book.file)
    assert (done.exit_code, files(project)) == (1, before)
    assert f"answers.xlsx!Ответы!{book.place(COMMENT, key)}" in done.output
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


def test_duplicates_of_one_another_are_refused(project: Path, book: Book) -> None:
    book.fill(COMMENT, noted(outcome="Повторное", duplicate_of=LAST))
    book.fill(LAST, noted(outcome="Повторное", duplicate_of=OTHER_COMMENT))
    book.fill(OTHER_COMMENT, noted(outcome="Повторное", duplicate_of=COMMENT))
    book.save()
    found = faults(project, book.file)
    assert {code for code, _ in found} == {"W17"}
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


# --- the demonstration, and LibreOffice -----------------------------------------------------------

PASSPORT = ("passport-identity-card", "r4")


@pytest.fixture
def shown(tmp_path: Path) -> tuple[Path, Book]:
    """Export a discussion of the demonstration, and answer all that waits."""
    project = demonstration(tmp_path / "demonstration")
    book = Book(exported(project, tmp_path / "answers.xlsx", *PASSPORT, "--language", "kk"))
    waiting = [name for name in book.rows if not book.said(name, "outcome")]
    assert len(waiting) == 8
    first, second, *others = waiting
    promise = {"landed-revision": 5, "landed-clauses": "fee"}
    book.fill(first, {"outcome": "Қабылданды", "reason-kk": KK, "reason-ru": RU, **promise})
    book.fill(
        second, {**noted(outcome="Қайталанатын пікірмен біріктірілді"), "duplicate-of": first}
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
        book.fill(name, noted(reason_kk=HOSTILE[0], reason_ru=HOSTILE[0]))
    book.save()
    (saved,) = converted("xlsx", tmp_path / "saved", book.file)
    done = talqy(project, "import", saved)
    assert done.exit_code == 0, done.output
    assert f'kk: "{HOSTILE[0]}"'.encode() in files(project)[response_path()]


def test_every_fault_of_the_table_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "answers.md").read_text("utf-8")
    for fault in answer_faults.ALL:
        assert f"| {fault.code} | {fault.message} | {fault.hint} |" in page
