"""What an import says in words that a clerk knows, and of what is taken alone."""

from pathlib import Path

import pytest

from builders import write_project
from importing import of_file, take
from intakes import a_csv, a_message, put
from talqy.cli.speech import Speech
from talqy.intake.form_names import charset_words, file_words, machine_words


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def said(words: object, language: str) -> str:
    return words if isinstance(words, str) else words.said(Speech(language).translate)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("words", "kazakh", "russian"),
    [
        (file_words("а.pdf", "application/pdf"), "а.pdf (PDF файлы)", "а.pdf (файл PDF)"),
        (file_words("", "application/msword"), "Word файлы", "файл Word"),
        (file_words("x", "x/y"), "x (файл)", "x (файл)"),
        (
            charset_words("kz1048"),
            "қазақ тіліндегі Windows (KZ-1048)",
            "казахская Windows (KZ-1048)",
        ),
        (charset_words("cp1251"), "Windows-1251", "Windows-1251"),
        (machine_words("List-Unsubscribe"), "жарнамалық тарату", "рассылка"),
        (machine_words("Auto-Submitted: auto-replied"), "автоматты жауап", "автоответ"),
        (
            machine_words("Return-Path: <>"),
            "хаттың жеткізілмегені туралы хабарлама",
            "уведомление о недоставке",
        ),
    ],
)
def test_codes_of_programs_are_said_in_words(words: object, kazakh: str, russian: str) -> None:
    assert (said(words, "kk"), said(words, "ru")) == (kazakh, russian)


def test_a_machines_head_is_for_programs_alone(project: Path) -> None:
    file = put(project, "a.eml", a_message("Распродажа!", List_Unsubscribe="<mailto:a@b.example>"))
    assert "а программа: рассылка\n" in take(project, file, "--draft", "--language", "ru").output
    (problem, *_) = of_file(project, file, "--draft", status=1)["rows"][0]["problems"]
    assert (problem["code"], problem["head"]) == ("I43", "List-Unsubscribe")


def test_how_a_comment_was_filed_is_not_said_of_what_is_left(project: Path) -> None:
    rows = [("10.11.2026", "Срок велик для семьи."), ("завтра", "В пункте 1 срок велик.")]
    found = of_file(project, put(project, "a.csv", a_csv(("Дата", "Текст"), *rows)), status=1)
    told = [[one["code"] for one in row["problems"]] for row in found["rows"]]
    assert "I71" in told[0]
    assert told[1] == ["I14"]


def test_a_digest_is_short_for_people_and_whole_for_programs(project: Path) -> None:
    file = put(project, "a.eml", a_message("Срок велик, прошу два дня.", Subject="Fwd: жалоба"))
    hint = of_file(project, file, "--draft", status=1)["rows"][0]["problems"][0]["hint"]
    whole = hint.rpartition("sha256 ")[2].strip(")")
    assert len(whole) == 64
    output = take(project, file, "--draft").output
    assert whole not in output
    assert f"sha256 {whole[:12]}…" in output


def test_a_way_of_receipt_that_nobody_said_is_said_in_a_word(project: Path) -> None:
    file = put(project, "a.csv", a_csv(("Дата", "Текст"), ("10.11.2026", "Срок велик для семьи.")))
    told = take(project, file, "--draft", "--language", "ru").output
    assert "Способ поступления: не указан" in told
    assert "Пункт: Проект в целом" in told
