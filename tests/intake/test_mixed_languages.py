"""A text in two languages is left; a whole saying tells its own."""

from pathlib import Path

import pytest

from builders import write_project
from importing import codes, comments, of_file
from intakes import a_csv, a_message, put
from talqy.comments.text_language import language_told
from talqy.comments.wishes import language_of_saying


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Мерзімі тым ұзақ, қысқарту керек. Прошу сократить срок до трех дней.", ""),
        ("Прошу сократить срок до трех дней.\nҚұжаттарды азайту керек деп ойлаймын.", ""),
        ("Срок слишком велик. Прошу сократить до трех дней.", "ru"),
        ("Мерзімі тым ұзақ. Үш күнге дейін қысқартуды сұраймын.", "kk"),
        ("Прошу открыть центр на улице Қабанбай батыр. Там живут многие семьи.", "ru"),
        ("Слова «мерзімі үш жұмыс күні болады» переведены неверно. Прошу исправить перевод.", "ru"),
        ("Рахмет! Прошу сократить срок до трех дней.", "ru"),
    ],
)
def test_sentences_of_two_languages_are_mixed(text: str, language: str) -> None:
    assert language_told(text, ("kk", "ru")) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Поддерживаю.", "ru"),
        ("Я против!", "ru"),
        ("Қолдаймын.", "kk"),
        ("Қарсымын", "kk"),
        ("I support this draft.", "en"),
        ("Срок", ""),
    ],
)
def test_a_whole_saying_tells_its_language(text: str, language: str) -> None:
    assert language_of_saying(text) == language


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def test_doors_heed_both(project: Path) -> None:
    mixed = "Мерзімі тым ұзақ, қысқарту керек. Прошу сократить срок до трех дней."
    assert "I17" in codes(of_file(project, put(project, "a.eml", a_message(mixed)), status=1))
    table = a_csv(("Дата", "Замечание"), ("10.11.2026", "Поддерживаю."))
    assert "I17" not in codes(of_file(project, put(project, "a.csv", table)))
    assert [(one.language, one.kind) for one in comments(project)] == [("ru", "support")]


def test_of_what_is_no_comment_that_is_said_and_not_its_language(project: Path) -> None:
    says = [
        *(("12345", "G15"), ("Да", "G15"), ("1234567890123", "G15"), ("Да, да, да", "G30")),
        *(("Иә, иә, иә", "G30"), ("Qwerty zxcvb asdfgh", "I17")),
    ]
    table = a_csv(("Дата", "Замечание"), *(("10.11.2026", words) for words, _ in says))
    rows = of_file(project, put(project, "a.csv", table), status=1)["rows"]
    told = [{problem["code"] for problem in row["problems"]} for row in rows]
    assert [code in codes for (_, code), codes in zip(says, told, strict=True)] == [True] * 6
    assert ["I17" in codes for codes in told] == [False] * 5 + [True]
