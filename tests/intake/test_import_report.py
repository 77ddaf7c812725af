"""What an import reports of files and rows: facts and subjects, in the language of its reader."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from builders import write_project
from importing import comments, of_file, take
from intakes import a_csv, a_docx, a_message, put
from msgids import LANGUAGES, said_in
from sites import ROOT
from talqy.intake import import_report
from talqy.office.read import NOT_SEEN

HEADS = ("Дата", "Пункт", "Текст")
ROW = ("10.11.2026", "2", "Срок слишком велик для семьи.")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def test_facts_of_a_file_are_said_in_the_language_of_the_reader(project: Path) -> None:
    file = put(project, "a.csv", a_csv((*HEADS, "Телефон"), (*ROW, "нет"), delimiter="\t"))
    said = take(project, file, "--language", "ru", "--draft").output.splitlines()[0]
    assert said == (
        f"{file}; кодировка: UTF-8; разделитель: табуляция; не загружены столбцы: Телефон"
    )
    assert of_file(project, file)["columns not taken"] == "Телефон"


def test_the_workbook_names_what_was_not_taken_of_a_file(project: Path) -> None:
    file = put(project, "a.csv", a_csv((*HEADS, "Телефон"), (*ROW, "нет")))
    book = project / "report.xlsx"
    take(project, file, "--report", book, "--language", "ru")
    cells = [cell for row in load_workbook(book).worksheets[0].values for cell in row]
    assert "не загружены столбцы: Телефон" in cells


def test_every_fact_has_its_words_in_all_languages() -> None:
    words = {*import_report.FACT_NAMES, *NOT_SEEN.values(), "tab", "Subject"}
    for language in LANGUAGES:
        if language != "en":
            assert words <= set(said_in(language, "problem"))


def test_the_subject_of_each_message_of_a_box_is_shown_as_that_of_a_letter(project: Path) -> None:
    message = a_message("Срок велик, прошу два дня.", Subject="О сроке").as_bytes()
    letter = put(project, "a.eml", message)
    box = put(project, "a.mbox", b"From a@home.example Tue Nov 10 10:00:00 2026\n" + message)
    for file in (letter, box):
        assert of_file(project, file, "--draft")["rows"][0]["subject"] == "О сроке"
        assert "; Тема: О сроке" in take(project, file, "--draft", "--language", "ru").output
    take(project, box)
    assert [comment.text for comment in comments(project)] == ["Срок велик, прошу два дня."]


def test_how_a_table_or_a_document_came_in_is_not_guessed(project: Path) -> None:
    take(project, put(project, "a.csv", a_csv(HEADS, ROW)))
    take(project, put(project, "a.docx", a_docx(HEADS, (*ROW[:2], "Плата велика для семьи."))))
    assert [comment.channel for comment in comments(project)] == ["unknown", "unknown"]


def test_how_comments_came_in_is_what_the_file_says_and_else_what_the_operator_says(
    project: Path,
) -> None:
    heads = (*HEADS, "Способ поступления")
    rows = [(*ROW, "лично"), ("10.11.2026", "2", "Плата велика для семьи.", "")]
    take(project, put(project, "a.csv", a_csv(heads, *rows)), "--channel", "web")
    assert [comment.channel for comment in comments(project)] == ["web", "counter"]


def test_a_report_says_in_words_that_the_way_of_receipt_is_not_stated(project: Path) -> None:
    file = put(project, "a.csv", a_csv(HEADS, ROW))
    done = take(project, file, "--draft", "--language", "kk")
    assert "Келіп түсу жолы: көрсетілмеген" in done.output
    assert json.loads(take(project, file, "--draft", "--format", "json").output)["taken"] == 1


def test_a_draft_says_what_would_be_and_where_in_words(project: Path) -> None:
    message = a_message("Срок велик, прошу два дня.").as_bytes()
    box = b"From a@home.example Tue Nov 10 10:00:00 2026\n" + message
    file = put(project, "a.mbox", box)
    said = take(project, file, "--draft", "--language", "ru").output
    assert f"{file}, письмо 1: было бы загружено → comments/" in said
    assert "было бы загружено: 1, загружено раньше: 0, не загружено: 0" in said
    assert "Язык: русский" in said
    assert "Дата поступления: 10 ноября 2026 г" in said
    kazakh = take(project, file, "--draft", "--language", "kk").output
    assert f"{file}, 1-хат: жүктеледі (сынақ)" in kazakh
    assert "Тілі: орыс тілі" in kazakh


def test_files_that_are_not_read_are_counted_alike_on_the_terminal_and_in_the_workbook(
    project: Path,
) -> None:
    archive = put(project, "a.zip", b"PK")
    letter = put(project, "a.eml", a_message("Срок велик, прошу два дня.").as_bytes())
    book = project / "report.xlsx"
    done = take(project, archive, letter, "--report", book, "--draft", "--language", "ru")
    summary = done.output.splitlines()[-1]
    assert "файлов не прочитано: 1" in summary
    assert "распакуйте архив и загрузите файлы из него" in done.output
    cells = [cell for row in load_workbook(book).worksheets[0].values for cell in row]
    assert summary in cells
    assert cells.count("файл не прочитан") == 1
    assert cells.count("было бы загружено") == 1


def test_the_day_of_a_row_that_was_left_is_a_day(project: Path) -> None:
    heads, row = ("Дата", "Пункт", "Текст"), ("2026-11-10T20:00:00", "99", "Срок слишком велик.")
    said = take(project, put(project, "a.csv", a_csv(heads, row)), "--draft", "--language", "ru")
    assert "T20:00" not in said.output
    assert "10 ноября 2026" in said.output


def test_what_is_said_of_many_rows_is_said_once_and_each_row_keeps_the_code(project: Path) -> None:
    texts = ("Срок велик для семьи.", "Справка лишняя.", "Очередь слишком длинная.")
    rows = [("10.11.2026", text) for text in (*texts, "Нет приёма в субботу.")]
    few, many = (
        put(project, f"{count}.csv", a_csv(("Дата", "Текст"), *rows[:count])) for count in (3, 4)
    )
    said = take(project, few, "--draft", "--language", "ru").output
    assert (said.count("номер пункта не указан"), said.count("[I71]")) == (3, 0)
    said = take(project, many, "--draft", "--language", "ru").output
    assert (said.count("номер пункта не указан"), said.count("[I71]")) == (1, 4)
    assert f"{many}:2:2, 3, 4, 5 (4): предупреждение I71" in said
    assert len(of_file(project, many, "--draft")["rows"][3]["problems"]) == 1


def test_the_guide_names_the_keys_of_the_report_for_programs(project: Path) -> None:
    file = of_file(project, put(project, "a.csv", a_csv(HEADS, ROW)))
    guide = (ROOT / "docs" / "intake.md").read_text("utf-8")
    assert [key for key in file["rows"][0] if f"`{key}`" not in guide] == []
    assert file["rows"][0]["status"] == "taken"
