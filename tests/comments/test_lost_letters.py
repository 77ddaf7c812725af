"""Letters that were destroyed on the way are seen, and letters as people write them are not."""

import quopri
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from builders import write_project
from importing import codes, of_file
from intakes import a_csv, a_message, put
from talqy.comments.lost_letters import destroyed, mixed_alphabets
from word_files import a_word, paragraph

WORDS = "Кезекте күту уақыты тым ұзақ, қысқарту керек"
RU = "Срок оказания услуги слишком велик"


@pytest.mark.parametrize(
    "text",
    [
        *("О?ам ж?не отбасы", "?лкен кезек", "Мерзім тым ?за?", "??? ???????", "??????", "don?t"),
        *("Срок оказани\ufffd", "б\x98л", "Мерзім тўм ўзақ", "ўзаќ", "Тўлем ўзақ, мерзімі кўп"),
        WORDS.encode().decode("cp1251", "replace"),
        WORDS.encode().decode("latin-1"),
        WORDS.encode("kz1048").decode("cp1251", "replace"),
        WORDS.encode("cp1251", "replace").decode("cp1251"),
        RU.encode().decode("cp1251"),
        RU.encode().decode("cp1252", "replace"),
        RU.encode("cp1251").decode("latin-1"),
        RU.encode("koi8-r").decode("cp1251"),
        RU.encode("cp866").decode("cp1251", "replace"),
        RU.encode().decode("cp1254", "replace"),
        RU.encode().decode("latin-1").encode().decode("cp1252", "replace"),
        RU.encode("cp1251").decode("cp866"),
        RU.encode("cp1251").decode("shift_jis", "replace"),
        RU.encode("ascii", "xmlcharrefreplace").decode(),
        RU.encode("unicode_escape").decode(),
        quote(RU),
        quopri.encodestring(RU.encode()).decode(),
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
        *(
            "Скидка 20%, плата 0,5%–1%",
            "См. https://a.kz/%D1%81%D1%80%D0%BE%D0%BA",
            "x ≤ 5 и y ≥ 7",
            "КазНУ, КазГЮУ и КарТУ",
            "Тўлов жуда қиммат, ҳужжатлар кўп",
            "Йўл узоқ",
        ),
        *(
            "Ромашка & Ко",
            "AT&T",
            "┌──┐ рамка └──┘",
            "САМОЕ важное: НЕ два ДНЯ, а ОДИН",
        ),
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


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Пpoшу в пунктe 5 coкpaтить cpoк peгиcтpaции дo oднoгo дня.", "Пpoшу"),
        ("Кyту yақыты тым ұзaқ", "Кyту"),
        ("CPОК велик, нужна CПРАВКА", "CPОК"),
    ],
)
def test_words_of_two_alphabets_are_seen(text: str, word: str) -> None:
    assert mixed_alphabets(text) == word


@pytest.mark.parametrize(
    "text",
    [
        *(
            WORDS,
            RU,
            "Cрок велик, прошу сократить",
            "Өтiнiштi қай күнi беремiз?",
            "Еhбек ақы, қаhарман",
        ),
        *("PDFте де, WhatsAppқа да, SMSпен де жіберіңіз", "eГов и eГОВ не работают, iPhoneом тоже"),
        *(
            "Мəтін қазақша жазылсын, мəселе көп",
            "пишите на aб@вc.kz, аc@cа.kz",
            "с 1 по 5, c 2 до 6",
        ),
        "Выплата 5 кBт",
    ],
)
def test_words_as_people_type_them_are_of_one_alphabet(text: str) -> None:
    assert mixed_alphabets(text) == ""


def test_a_text_of_any_length_is_looked_through_for_two_alphabets() -> None:
    assert mixed_alphabets("а" * 100_000 + "b" * 100_000) == ""


SCANNED = ("Пpoшу в пунктe 2 coкpaтить cpoк.", "2-тapмaқтaғы мepзім тым ұзaқ, қыcқapту кepeк.")


@pytest.mark.parametrize("text", SCANNED)
def test_a_scan_is_left_at_every_door(text: str, tmp_path: Path) -> None:
    project = write_project(tmp_path / "project")
    table = a_csv(("Дата", "Пункт", "Замечание"), ("10.11.2026", "2", text))
    files: dict[str, Any] = {
        "a.eml": a_message(text),
        "a.csv": table,
        "a.docx": a_word(paragraph(text)),
    }
    for name, data in files.items():
        day = ("--received", "2026-11-10")
        found = of_file(project, put(project, name, data), *day, status=1)
        assert "I50" in codes(found), name
