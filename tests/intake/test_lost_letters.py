"""Letters that were destroyed on the way are seen, and letters as people write them are not."""

import pytest

from talqy.intake.lost_letters import destroyed

WORDS = "Кезекте күту уақыты тым ұзақ, қысқарту керек"
RU = "Срок оказания услуги слишком велик"


@pytest.mark.parametrize(
    "text",
    [
        *("О?ам ж?не отбасы", "?лкен кезек", "Мерзім тым ?за?", "??? ???????", "??????", "don?t"),
        *("Срок оказани\ufffd", "б\x98л", "Мерзім тўм ўзақ", "ўзаќ"),
        WORDS.encode().decode("cp1251", "replace"),
        WORDS.encode().decode("latin-1"),
        WORDS.encode("kz1048").decode("cp1251", "replace"),
        WORDS.encode("cp1251", "replace").decode("cp1251"),
        RU.encode().decode("cp1251"),
        RU.encode().decode("cp1252", "replace"),
        RU.encode("cp1251").decode("latin-1"),
        RU.encode("koi8-r").decode("cp1251"),
        RU.encode("cp866").decode("cp1251", "replace"),
    ],
)
def test_destroyed_letters_are_seen(text: str) -> None:
    assert destroyed(text)


@pytest.mark.parametrize(
    "text",
    [
        *(WORDS, RU, "", "?", "Почему так долго? Прошу сократить.", "Что это???", "Как?!"),
        *("Кто отвечает?Никто.", "См. https://a.kz/?q=срок&b=?x", "Срок (10 дней?) велик", "5?"),
        *("“Why?” he asked", "«Срок?» – спросил он", "Да/нет?", "1) срок? 2) плата?", "Café №5"),
        *("eGov, mGov, ЦОН, SMS и ЭЦП", "ТОО «Ромашка» — 0,2 МРП…", "еГОВ не работает", "ёж Ёлка"),
        *("пишите на a?b@example.kz", "iPhone и iOS", "ЖШС «Үлгі» – 5 (бес) күн", "ИИН ФИО ЦОН РК"),
    ],
)
def test_letters_as_people_write_them_are_sound(text: str) -> None:
    assert destroyed(text) == ""


def test_the_word_is_named() -> None:
    assert destroyed("Мерзім тым ?за? деп ойлаймын") == "?за?"


def test_signs_in_any_number_are_read_to_their_end() -> None:
    # A pattern that begins anew at every sign would not come back in a day.
    assert destroyed("?" * 300_000 + "а") != ""
    assert destroyed("а" * 300_000 + "—") == ""
    assert destroyed("(" * 300_000 + "ў") != ""
