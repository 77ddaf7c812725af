"""Places in files that officials bring are said in words, at every door of the desk."""

import pytest

from talqy.language.catalogue import catalogue
from talqy.language.locale import Locale
from talqy.project.shipped import shipped_codes
from talqy.project.shipped_files import folders
from talqy.service.desk.file_words import file_words, is_in_file


@pytest.mark.parametrize(
    ("place", "line", "ru", "kk"),
    [
        ("wb.xlsx!Ответы!I3", 0, "лист «Ответы», ячейка I3", "«Ответы» парағы, I3 ұяшығы"),
        ("wb.xlsx!Да! Нет!B12", 0, "лист «Да! Нет», ячейка B12", "«Да! Нет» парағы, B12 ұяшығы"),
        ("wb.xlsx!Ответы", 0, "лист «Ответы»", "«Ответы» парағы"),
        ("changed.docx!1!A2", 0, "таблица 1, строка 2", "1-кесте, 2-жол"),
        ("changed.docx!1", 0, "таблица 1", "1-кесте"),
        (
            "changed.docx!1!B2!3!A4",
            0,
            "таблица 1, строка 2, таблица 3, строка 4",
            "1-кесте, 2-жол, 3-кесте, 4-жол",
        ),
        ("changed.docx", 37, "абзац 37", "37-абзац"),
        ("answers.csv", 4, "строка 4", "4-жол"),
        ("saved.HTML", 4, "строка 4", "4-жол"),
        ("saved.htm", 4, "строка 4", "4-жол"),
        ("letter.txt", 4, "строка 4", "4-жол"),
    ],
)
def test_a_place_in_a_file_is_said_in_words(place: str, line: int, ru: str, kk: str) -> None:
    file = place.partition("!")[0]
    for code, words in (("ru", ru), ("kk", kk)):
        said = file_words(_locale(code), place, line)
        assert said.replace("\u00a0", " ") == f"{file}, {words}"
    assert is_in_file(place) == ("!" in place)


def test_any_other_place_stays_as_it_is() -> None:
    for place, line, said in (
        ("standards/x/revisions/r1.yaml", 7, "standards/x/revisions/r1.yaml:7"),
        ("Сделайте это!", 0, "Сделайте это!"),
        ("wb.xlsx", 0, "wb.xlsx"),
    ):
        assert file_words(_locale("ru"), place, line) == said
        assert not is_in_file(place)


def _locale(code: str) -> Locale:
    return Locale(code, catalogue(code, folders(None, "messages")), shipped_codes())
