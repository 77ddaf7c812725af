"""A line of a phone or a mail program is none of the author's; words about phones are."""

import pytest

from talqy.comments.pasted_frames import frame_line
from talqy.comments.sent_from import is_sent_from, sent_from_in

SAID = "Прошу сократить срок до двух дней."


@pytest.mark.parametrize(
    "line",
    [
        "Отправлено с iPhone",
        "Отправлено с моего iPhone",
        "Отправлено из мобильной Почты Mail",
        "Отправлено с Samsung Galaxy",
        "Отправлено из Яндекс Почты для мобильного",
        "Отправлено с телефона",
        "Отправлено с моего телефона.",
        "-- Отправлено с Android",
        "Sent from my iPhone",
        "Sent from my Galaxy",
        "Sent from Outlook for iOS",
        "Sent via Gmail",
        "iPhone құрылғысынан жіберілді",
        "Менің iPhone-нан жіберілді",
        "Samsung телефонынан жіберілді",
        "Телефонымнан жіберілді",
        "Менің ұялы телефонымнан жіберілді",
        "Android арқылы жіберілді",
        "Срок велик. Отправлено с iPhone",
        "Отправлено через приложение Mail.ru",
    ],
)
def test_a_line_of_a_program_is_seen_among_the_words(line: str) -> None:
    assert sent_from_in(f"{SAID}\n{line}")
    assert frame_line(f"{SAID}\n{line}") == frame_line(f"{SAID} {line}") != ""


@pytest.mark.parametrize(
    "line",
    [
        "Отправлено с телефона не принимается",
        "Заявление, отправленное с телефона, не принимают.",
        "Отправлено с портала 5 ноября, ответа нет",
        "Өтініш телефон арқылы жіберілді",
        "Телефонға хабарлама жіберілді",
        "Анықтаманы телефон арқылы алу",
        "Получить справку с телефона",
        "Получить на телефон",
        "Хат Яндекс арқылы жіберілсін",
        "Скачать приложение на Android",
        "Жіберілді деген белгі телефонда көрінбейді",
        "Sent documents are lost in the system.",
        "Отправлено с ошибкой",
        "Өтінішім порталдан жіберілді",
        "Телефоннан жіберілген өтініш қабылдансын",
        "Отправлено из одного отдела в другой",
    ],
)
def test_words_about_phones_and_sending_are_the_authors(line: str) -> None:
    assert frame_line(f"{SAID}\n{line}") == frame_line(line) == ""


def test_at_the_end_of_a_letter_less_is_enough() -> None:
    assert is_sent_from("Получите Outlook для Android")
    assert sent_from_in(f"{SAID}\nПолучите Outlook для Android") == ""
