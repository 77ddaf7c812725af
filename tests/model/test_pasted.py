"""What pasting leaves in a text is found, and goes; what people write stays as it is."""

import pytest

from talqy.model.pasted import Leftover, leftovers, tidied

KNOWN = frozenset({"предоставления", "государственной"})
BROKEN = (
    "Каждый вправе обратиться с жалобой на действия уполномоченного\n"
    "органа и его должностных лиц, которая рассматривается в течение,\n"
    "как правило, пяти рабочих дней со дня ее регистрации в\n"
    "Министерстве юстиции Республики\n"
    "Казахстан."
)


@pytest.mark.parametrize(
    ("text", "sort", "becomes"),
    [
        (
            "Срок оказания услуги\nпять дней.",
            Leftover.BROKEN_LINE,
            "Срок оказания услуги пять дней.",
        ),
        ("Услуга оказывается в\nЦентре.", Leftover.BROKEN_LINE, "Услуга оказывается в Центре."),
        ("в течение\n5 рабочих дней.", Leftover.BROKEN_LINE, "в течение 5 рабочих дней."),
        ("Қызмет он жұмыс\nкүні ішінде көрсетіледі.", Leftover.BROKEN_LINE, None),
        ("предо-\nставления", Leftover.BROKEN_LINE, "предоставления"),
        ("согласно приказу №\n5 министра.", Leftover.BROKEN_LINE, "согласно приказу № 5 министра."),
        ("обжало-\nвания решений", Leftover.BROKEN_LINE, "обжалования решений"),
        ("в упол-\nномоченный орган", Leftover.BROKEN_LINE, "в уполномоченный орган"),
        ("мемле-\nкеттік қызмет", Leftover.BROKEN_LINE, "мемлекеттік қызмет"),
        ("заяви-теля", Leftover.HYPHEN, "заявителя"),
        ("көрсе-тілетін қыз-мет", Leftover.HYPHEN, "көрсетілетін қызмет"),
        ("госу-дарственной услуги", Leftover.HYPHEN, "государственной услуги"),
        ("госу- дарственной услуги", Leftover.HYPHEN, "государственной услуги"),
        ("услу\u00adга", Leftover.UNSEEN, "услуга"),
        ("услу\u200bга\ufeff", Leftover.UNSEEN, "услуга"),
        ("\u202eуслуга\u2060", Leftover.UNSEEN, "услуга"),
        ("“Срок оказания услуги пять дней.”", Leftover.QUOTES, "Срок оказания услуги пять дней."),
        ("“Иных требований нет”", Leftover.QUOTES, "Иных требований нет"),
        ("„Иных требований нет.“", Leftover.QUOTES, "Иных требований нет."),
        ("«Срок оказания услуги пять дней.»", Leftover.QUOTES, "Срок оказания услуги пять дней."),
    ],
)
def test_a_leftover_is_named_and_goes(text: str, sort: Leftover, becomes: str | None) -> None:
    assert sort in {found.sort for found in leftovers(text, KNOWN)}
    assert tidied(text, KNOWN) == (becomes or text.replace("\n", " "))
    assert not list(leftovers(tidied(text, KNOWN), KNOWN))


def test_where_one_line_is_broken_the_long_ones_are_too() -> None:
    assert tidied(f"{BROKEN}\n1) услугодателю;\nа) в суд.") == (
        BROKEN.replace("\n", " ") + "\n1) услугодателю;\nа) в суд."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Жалоба подается:\n1) услугодателю;\nа) в суд;\n– в орган.",
        "Первый абзац.\nВторой абзац без точки\nТретий абзац",
        "Документы:\nпаспорт,\nсвидетельство,\nсправка.",
        "Необходимо:\nа) заявление\nб) паспорт\n2-1) копия\n9.1 справка",
        "талап-тілектер, интернет-услуга, документ-основание, жеке-дара, заявитель-врач",
        "Приказ №\n– образец",
        "веб-портал «электронного правительства», купля-продажа, по-русски, чек-лист",
        "«Электрондық үкіметтің» веб-порталы",
        "«Правительство для граждан» и «электронное правительство».",
        "«Об утверждении Правил»",
        "________________\n¹ Сноска.",
        "",
    ],
)
def test_what_people_write_stays(text: str) -> None:
    assert not list(leftovers(text, KNOWN))
    assert tidied(text, KNOWN) == text


def test_a_line_broken_at_a_hyphen_that_may_be_of_the_word_is_told_and_left() -> None:
    text = "в северо-\nзападной части города\nподается заявление"
    assert [found.sort for found in leftovers(text)] == [Leftover.BROKEN_LINE] * 2
    assert tidied(text) == "в северо-\nзападной части города подается заявление"
