"""Answers that stand in the repeated letter are never cut with it: the letter is left."""

import pytest

from intakes import a_message
from talqy.intake.answered_inside import answer_inside, tells_where
from talqy.intake.mail_heads import parsed
from talqy.intake.mail_letter import letter_of
from talqy.office.grids import Place

TOLD = (
    "Отвечаю под каждым пунктом вашего письма.",
    "Отвечаю сразу после вопросов.",
    "Мои ответы – рядом с вашими вопросами.",
    "Написала ответы между строк.",
    "Ответила по пунктам в вашем письме.",
    "Ответы вписал в ваше письмо.",
    "Ответы подчеркнула.",
    "Свои предложения выделила красным.",
    "Мои замечания выделены курсивом.",
    "Ответы даны жирным.",
    "Сұрақтардың астына жаздым.",
    "Жауаптарымды қою қаріппен белгіледім.",
    "Әр сұрақтың тұсына жауап бердім.",
    "Хатыңыздың ішіне жазып қойдым.",
    "Пікірлерім көк түспен боялған.",
    "Жауаптар әр сұрақтан кейін.",
    "My answers are between the lines.",
    "I replied under each question.",
    "Answers are highlighted in bold.",
)
SOUND = (
    "Прошу давать ответы в пятидневный срок.",
    "Ответы на жалобы выделить в отдельный пункт.",
    "После вопросов заявителя специалист уходит на обед.",
    "Под вопросом остаётся бесплатность услуги.",
    "Отвечаю на ваш запрос: срок велик.",
    "Замечания граждан выделить не удалось, их много.",
    "Между строк расписания нет перерыва.",
    "Каждый пункт написать жирным шрифтом трудно слабовидящим.",
    "Сұрақтар көп, жауап аз.",
    "Жауапты үш күнде берсін.",
    "Хаттың астына қол қойылсын.",
    "Әр сұрақтан кейін кезекке қайта тұрамыз.",
    "Answers are given within ten days.",
)
QUESTIONS = ("1. Срок достаточен?", "2. Плата посильна?", "3. Что ещё мешает?")
INSIDE = (
    ("1. Срок достаточен?", "Два дня, не больше.", "2. Плата посильна?"),
    ("1) Срок достаточен?", "Два дня.", "И без очереди.", "2) Плата посильна?", "Дорого."),
    ("Мерзім жеткілікті ме?", "Екі күн болсын.", "Төлем қолжетімді ме?", "Қымбат."),
    ("1. Срок достаточен? Нет, велик.", "2. Плата посильна? Да."),
    ("1. Мерзім жеткілікті ме? – Жоқ, ұзақ.", "2. Төлем қолжетімді ме? – Иә."),
    ("Срок достаточен?", "Ответ: нет."),
    ("Мерзім жеткілікті ме?", "Жауап: жоқ."),
    ("Is the term short enough?", "Answer: no."),
)
NOTHING_INSIDE = (
    QUESTIONS,
    ("Просим ответить на вопросы:", *QUESTIONS, "Ждём до 20 ноября.", "С уважением,", "отдел"),
    ("Почему срок велик?", "Ждём ответа.", "С уважением,"),
    ("> 1. Срок достаточен?", "> (да/нет)", "> 2. Плата посильна?"),
    ("Сообщаем, что обсуждение открыто.", "Исполнитель: отдел"),
    ("1. Срок достаточен? Да/нет", "2. Плата посильна? Да/нет"),
    ("Когда ждать ответа?", "От: Отдел", "Кому: Заявитель", "Тема: вопрос", "Что мешает?"),
)


@pytest.mark.parametrize("line", TOLD)
def test_a_line_tells_that_the_answers_stand_in_the_other_letter(line: str) -> None:
    assert tells_where(line)


@pytest.mark.parametrize("line", SOUND)
def test_words_of_answers_and_of_questions_tell_nothing(line: str) -> None:
    assert not tells_where(line)


@pytest.mark.parametrize("lines", INSIDE)
def test_answers_among_the_questions_of_another_letter_are_seen(lines: tuple[str, ...]) -> None:
    assert answer_inside(lines) in lines


@pytest.mark.parametrize("lines", NOTHING_INSIDE)
def test_another_letter_without_answers_has_none(lines: tuple[str, ...]) -> None:
    assert answer_inside(lines) == ""


HEADS = (
    "От: Отдел писем <letters@office.example>",
    "Отправлено: понедельник, 9 ноября 2026 г. 10:15",
    "Кому: m@home.example",
    "Тема: Вопросы",
)


@pytest.mark.parametrize(
    ("top", "below", "code"),
    [
        ("Добрый день!", INSIDE[0], "I41"),
        ("Моё мнение такое.", INSIDE[3], "I41"),
        ("Әр сұрақтың астына жаздым.", QUESTIONS, "I41"),
        ("Прошу сократить срок до двух дней.", QUESTIONS, "I33"),
        ("Прошу сократить срок до двух дней.", NOTHING_INSIDE[1], "I33"),
    ],
)
def test_a_letter_with_answers_inside_is_left_whole(
    top: str, below: tuple[str, ...], code: str
) -> None:
    text = "\n".join((top, "", *HEADS, "", *below))
    data = a_message(text, Subject="RE: Вопросы", In_Reply_To="<0@b.example>").as_bytes()
    message = parsed(data)
    assert message is not None
    (found,) = letter_of(message, data, Place("a.eml"), "Asia/Almaty").submissions
    assert code in [note.code for note in found.notes]
    assert (below[-1] in found.said["text"]) == (code == "I41")
