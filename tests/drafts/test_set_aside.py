"""What stands on the right above annexes is no text of a clause, in saved pages and in Word."""

from collections.abc import Callable

import pytest

from page_texts import a_page
from talqy.drafts.clause_starts import ActUnits, depth_of
from talqy.drafts.passages import WordText
from talqy.drafts.word_text import Known, read_text
from talqy.drafts.word_views import read_views
from word_files import a_word, paragraph, row, table

SAID = {
    "kk": ("2. Шағым басшыға беріледі.", "Өтінішті толтырыңыз.", "1-қосымша"),
    "ru": ("2. Жалоба подается руководителю.", "Заполните заявление.", "Приложение 1"),
}
HEADS = {
    "kk": (
        ["Мемлекеттік қызмет көрсету", "қағидаларына", "1-қосымша"],
        ["«Кіруге рұқсат беру» мемлекеттік қызмет стандартына 1-қосымша"],
        ["Қазақстан Республикасы", "Ішкі істер министрінің", "бұйрығына", "1-қосымша"],
    ),
    "ru": (
        ["Приложение 1", "к Правилам оказания", "государственной услуги"],
        ["Приложение 1 к настоящим Правилам"],
        ["Приложение 1", "к приказу Министра", "от 30 марта 2020 года № 267", "(новая редакция)"],
    ),
}
APPROVED = {
    "kk": ["Министрдің", "2020 жылғы 30 наурыздағы", "№ 267 бұйрығымен бекітілген"],
    "ru": ["Утверждены", "приказом Министра", "от 30 марта 2020 года № 267"],
}
ROWS = [(language, head) for language, heads in HEADS.items() for head in heads]


def in_page(before: str, head: list[str], behind: str) -> bytes:
    aside = f"<table><tr><td width=430>&nbsp;</td><td>{'<br>'.join(head)}</td></tr></table>"
    return a_page(f"<article><p>1. А.</p><p>{before}</p>{aside}<p>{behind}</p></article>")


def in_word(before: str, head: list[str], behind: str) -> bytes:
    lines = "".join(map(paragraph, (before, *head, behind)))
    return a_word(f"{paragraph('1. А.')}{lines}")


def in_word_table(before: str, head: list[str], behind: str) -> bytes:
    aside = table(row("", "\n".join(head)))
    return a_word(f"{paragraph('1. А.')}{paragraph(before)}{aside}{paragraph(behind)}")


FORMS = {"a.html": in_page, "a.docx": in_word, "b.docx": in_word_table}


def read(data: bytes, name: str, language: str) -> WordText:
    known = Known(("kk", "ru"), language=language)
    return read_text(read_views(data, name).accepted, name, known)


@pytest.mark.parametrize(("name", "made"), FORMS.items())
def test_the_head_of_an_annex_is_its_number_and_nothing_of_the_clause_before(
    name: str, made: Callable[[str, list[str], str], bytes]
) -> None:
    for language, head in ROWS:
        before, behind, number = SAID[language]
        text = read(made(before, head, behind), name, language)
        _, clause, annex = text.passages
        assert clause.words[language] == (before.partition(" ")[2],), head
        assert (annex.number[language], annex.words[language]) == (number, (behind,)), head
        (aside,) = text.asides
        assert aside[1] == " ".join(head).replace(number, "").strip(), head
        assert clause.tables == {}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_who_approved_a_text_is_no_text_of_the_order(language: str) -> None:
    before, behind, _ = SAID[language]
    text = read(in_page(before, APPROVED[language], f"3. {behind}"), "a.html", language)
    assert [one.words[language] for one in text.passages][1:] == [(before[3:],), (behind,)]
    assert text.asides[0][1] == " ".join(APPROVED[language])


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("kk", ["2. Өтініш осы Қағидаларға 1-қосымшаға сәйкес беріледі."]),
        ("kk", ["2. Өтінішке қоса беріледі:", "1) анықтама", "2) осы Қағидаларға 1-қосымша"]),
        ("kk", ["2. Нысандар", "тізбе қағидаларына сай бекітілген, олар 3-қосымшада."]),
        ("ru", ["2. Форма дана в приложении 1", "к Правилам оказания услуги."]),
        ("ru", ["2. Утверждены перечни:", "приказом – первый;", "решением – второй."]),
        ("ru", ["2. Список:", "Утвержденный перечень", "от 30 марта"]),
    ],
)
def test_sentences_that_name_an_annex_stay_in_their_clause(language: str, lines: list[str]) -> None:
    text = read(a_word("".join(map(paragraph, lines))), "a.docx", language)
    (clause,) = text.passages
    assert clause.words[language] == (lines[0][3:], *lines[1:])
    assert text.asides == ()


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("I бөлім. Жалпы ережелер", ("section", "I")),
        ("2 тарау. Тәртіп", ("chapter", "2")),
        ("§ 1. Понятия", ("", "§ 1")),
        ("1-параграф. Ұғымдар", ("", "§ 1")),
        ("Параграф 1. Понятия", ("", "§ 1")),
        ("2 тарау бойынша шағым беріледі.", None),
        ("Параграфы 1 и 2 применяются.", None),
    ],
)
def test_numbers_of_parts_as_both_languages_print_them(
    line: str, key: tuple[str, str] | None
) -> None:
    units = ActUnits()
    start = units.start_of(line)
    assert (units.key_of(start.number) if start else None) == key


def test_a_paragraph_sign_divides_a_chapter_and_holds_articles() -> None:
    depths = [depth_of(key) for key in (("chapter", "1"), ("", "§ 1"), ("article", "1"), ("", "1"))]
    assert depths == sorted(depths)


@pytest.mark.parametrize("name", ["Н. НАЗАРБАЕВ", "Қ.Ж. ТОҚАЕВ", "Б.Үлгіов", "А. ҮЛГІ-ЖАН"])
def test_a_name_in_capitals_is_a_signature(name: str) -> None:
    signed = table(row("Қазақстан Республикасының Президенті", name))
    text = read(a_word(f"{paragraph('1. Заң қолданысқа енгізіледі.')}{signed}"), "a.docx", "kk")
    assert [words for _, words in text.signatures] != []
