"""P: no language says more, less or otherwise than another."""

from typing import Any

import pytest

import builders as b
from cases import a_case, a_record, said, severities
from talqy.compare.tokens import numbers_in
from talqy.rules.parity import mixed_words
from talqy.rules.rule import CheckContext


def a_text(kk: str, ru: str, **changes: Any) -> CheckContext:
    """Make a draft whose first clause says this."""
    clause = b.a_clause("general", "1", text={"kk": kk, "ru": ru})
    return a_case(a_record(b.a_revision(clauses=[clause], **changes)))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", []),
        ("5 (бес) жұмыс күні", ["5"]),
        ("1 500 тенге", ["1500"]),
        ("1\u00a0500 тенге", ["1500"]),
        ("1\u202f500\u202f000 тенге", ["1500000"]),
        ("0,5 АЕК", ["0.5"]),
        ("0.5 МРП", ["0.5"]),
        ("в 2026 100 мест", ["2026", "100"]),
        ("5 1000", ["5", "1000"]),
        ("№ 88-V", ["88"]),
        ("на 10, 20 или 30 дней.", ["10", "20", "30"]),
        ("с 09:00 до 18:00", ["09", "00", "18", "00"]),
    ],
)
def test_numbers_are_read_whatever_the_habit_of_the_language(text: str, numbers: list[str]) -> None:
    assert sorted(numbers_in(text).elements()) == sorted(numbers)


def test_equal_numbers_in_another_order_are_equal() -> None:
    assert said("P02", a_text("2026 жылғы 5 күн", "5 дней 2026 года")) == []


def test_a_number_that_differs_is_told_with_both() -> None:
    assert said("P02", a_text("5 жұмыс күні", "3 рабочих дня")) == [
        (
            "r1.yaml clauses.0.text.ru: the numbers differ: only in “kk”: 5 жұмыс күні; "
            "only in “ru”: 3 рабочих дня"
        ),
    ]


@pytest.mark.parametrize(
    ("kk", "ru", "codes"),
    [
        ("5 (алты) жұмыс күні", "5 (пять) рабочих дней", {"P06"}),
        ("5 (бес) жұмыс күні", "шесть рабочих дней или 5 (шесть)", {"P02", "P06"}),
        ("30 (отыз) күннен аспайды", "не более 13 (тридцати) дней", {"P06"}),
        ("5 (алты) күн", "7 дней", {"P02", "P06"}),
        ("отыз күнтiзбелiк күн", "тридцать календарных дней", {"P04"}),
        ("отыз күнтiзбелiк күн", "тридцать рабочих дней", {"P04", "P07"}),
        ("жұмыс кyні ішінде 5 күнтізбелiк күн", "в рабочий день, 5 кaлендарных дней", {"P04"}),
        ("ІІІ тoптағы адам", "лицо с инвалидностью III группы", {"P04"}),
    ],
)
def test_one_fault_is_told_once(kk: str, ru: str, codes: set[str]) -> None:
    case = a_text(kk, ru)
    assert {code for code in ("P02", "P04", "P06", "P07", "P08") if said(code, case)} == codes


def test_a_number_said_twice_in_one_language_is_told() -> None:
    assert said("P02", a_text("5 күн", "5 дней, 5")) == [
        "r1.yaml clauses.0.text.ru: the numbers differ: only in “kk”: –; only in “ru”: 5",
    ]


@pytest.mark.parametrize(
    ("kk", "ru"),
    [
        ("бес жұмыс күні ішінде", "в течение 5 (пяти) рабочих дней"),
        ("2022 жылғы 14 шілдедегі № 141-VII Заң", "Закон от 14.07.2022 № 141-VII"),
        ("сағат 09:00-ден 18:30-ға дейін", "с 9.00 до 18.30 часов"),
        ("1414, 8-800-080-7777", "1414, 8 800 080 7777"),
        ("бір рет", "1 раз"),
        ("ІІ топтағы мүгедектігі бар адам", "лицо с инвалидностью II группы"),
        ("Заңның 15-бабының 3-тармағы", "пункт 3 статьи 15 Закона"),
        ("үштен екісі", "2/3"),
        ("24 сағат ішінде", "в течение суток (24 часов)"),
        ("сағат 16.00-ге дейін", "до 16 часов"),
        ("таңғы ондан кешкі беске дейін", "с 10.00 до 17.00"),
        ("келіп түскен күні", "в день поступления"),
        ("бір апта ішінде", "в течение недели"),
        ("бір ай ішінде, ертеңіне хабарлап", "в месячный срок, с уведомлением на следующий день"),
        ("айдың 20-күніне дейін", "до 20 числа месяца"),
        ("түскі үзіліс сағат бірден екіге дейін", "перерыв с 13.00 до 14.00"),
        ("мына тармақшалар: 1) және 2)", "подпункты 1) и 2)"),
        ("2026 жылғы 20 қараша – 4 желтоқсанда", "20 ноября – 4 декабря 2026 года"),
    ],
)
def test_one_number_in_two_ways_is_one_number(kk: str, ru: str) -> None:
    assert said("P02", a_text(kk, ru)) == []


@pytest.mark.parametrize(
    ("kk", "ru"),
    [
        ("он жұмыс күні ішінде", "в течение тридцати рабочих дней"),
        ("III топ", "II группа"),
        ("Заңның 15-бабының 3-тармағы", "пункт 15 статьи 3 Закона"),
        ("екеуі де қол қояды", "подписывает один из них"),
        ("2026 жылғы 20 қараша – 4 желтоқсанда", "20 ноября – 4 декабря 2027 года"),
        ("2026 жылғы 20 қараша – 4 желтоқсанда", "20 ноября – 5 декабря 2026 года"),
        ("2026 жылғы 20 қарашада", "20 ноября"),
        ("2026 жылғы 20 қараша – 2027 жылғы 4 мамырда", "20 ноября – 4 мая 2027 года"),
    ],
)
def test_other_numbers_in_words_are_other_numbers(kk: str, ru: str) -> None:
    assert len(said("P02", a_text(kk, ru))) == 1


def test_a_number_in_words_of_an_answer_may_be_a_turn_of_speech() -> None:
    answer = b.a_response(reason={"kk": "Үш жағынан дұрыс емес.", "ru": "Это неверно."})
    assert said("P02", a_case(a_record(comments=[b.a_comment()], responses=[answer]))) == []


def test_items_with_letters_are_items() -> None:
    assert len(said("P03", a_text("а) бір\nә) екі\nб) үш", "а) раз\nб) два"))) == 1


def test_a_waiver_lets_the_languages_of_its_clause_differ() -> None:
    waiver = {"clause": "general", "note": b.said("Аударма.", "Перевод.")}
    waived = a_text("5 күн", "3 дня", parity=[waiver])
    assert said("P02", waived) == said("P11", waived) == []
    assert len(said("P11", a_text("5 күн", "5 дней", parity=[waiver]))) == 1


@pytest.mark.parametrize(
    ("code", "kk", "ru"),
    [
        ("P05", "Шағым беріледі.\nЕкінші бөлік.", "Подается жалоба."),
        ("P06", "5 (алты) жұмыс күні", "5 (шесть) рабочих дней"),
        ("P07", "5 (бес) күнтізбелік күн ішінде", "в течение 5 (пяти) рабочих дней"),
        ("P08", "мерзімді ұзартуға жол беріледі", "не допускается продление срока"),
        ("P03", "Керек: 1) сурет; 2) хат.", "Нужны: 1) фотография, письмо; их копии."),
        ("P07", "Жауап келесі жұмыс күні беріледі.", "Ответ дается на следующий день."),
        ("P08", "Бас тартылса, жарна қайтарылады.", "При отказе взнос не возвращается."),
        ("P08", "Ата-ананың келісуімен", "без согласия родителя"),
        ("P08", "Басқа тұлғаға беруге болмайды.", "Можно передать другому лицу."),
        ("P08", "Қызмет беруші қабылдауға құқылы.", "Услугодатель обязан принять."),
        ("P09", "Услуга оказывается бесплатно", "Услуга оказывается бесплатно"),
        ("P09", "в течение рабочих дней", "жұмыс күні ішінде"),
        ("P09", "Государственная услуга оказывается бесплатно.", "Услуга бесплатна."),
    ],
)
def test_a_clause_that_differs_is_told(code: str, kk: str, ru: str) -> None:
    assert said(code, a_text(kk, ru)) != []


@pytest.mark.parametrize(
    ("kk", "ru"),
    [
        ("Бас тартылса, жарна қайтарылмайды.", "При отказе взнос не возвращается."),
        ("Арыздан бас тартады.", "Заявление не принимает."),
        ("Басқа хат сұралмайды.", "Другое письмо не требуется."),
        ("Көшіру өтеусіз жасалады.", "Копия изготавливается безвозмездно."),
        ("Керек: 1) сурет; 2) хат.", "Нужны: 1) фотография; 2) письмо."),
    ],
)
def test_a_clause_that_says_the_same_is_not_told(kk: str, ru: str) -> None:
    text = a_text(kk, ru)
    assert [code for code in ("P02", "P03", "P07", "P08") if said(code, text)] == []


def test_a_text_that_can_no_longer_be_mended_gets_a_warning() -> None:
    closed: b.Tree = {
        "consultation": b.a_consultation("2026-10-12", "2026-10-30"),
        "dated": "2026-10-01",
    }
    assert severities("P02", a_text("5 күн", "3 дня")) == {"error"}
    assert severities("P02", a_text("5 күн", "3 дня", **closed)) == {"warning"}


def test_items_are_counted_line_by_line() -> None:
    assert said("P03", a_text("1) а\n2) б\n2-1) в", "1) а\n2) б")) == [
        "r1.yaml clauses.0.text: the number of items differs between the languages (kk: 3, ru: 2)",
    ]


def test_a_bracket_inside_a_line_begins_no_item() -> None:
    assert said("P03", a_text("1) а (2) б", "1) а (2) б, (3)")) == []


def test_a_language_of_blanks_is_missing() -> None:
    assert said("P01", a_text("Мәтін", "  ")) == [
        "r1.yaml clauses.0.text: the text is missing in the language “ru”",
    ]


def test_a_comment_needs_one_language_only() -> None:
    assert said("P01", a_case(a_record(comments=[b.a_comment()]))) == []


def test_a_response_needs_every_language() -> None:
    answer = b.a_response(reason={"ru": "Мнение рассмотрено и учтено."})
    case = a_case(a_record(comments=[b.a_comment()], responses=[answer]))
    assert said("P01", case) == [
        f"{b.COMMENT}.response.yaml reason: the text is missing in the language “kk”",
    ]


@pytest.mark.parametrize("word", ["cрок", "жұмыc", "Aстана", "мəтін"])
def test_a_latin_letter_in_a_cyrillic_word_is_found(word: str) -> None:
    """The third letter of the last word is the Latin schwa, not the Cyrillic one."""
    assert list(mixed_words(word)) == [word]


@pytest.mark.parametrize("word", ["срок", "мәтін", "egov", "SMS-хабар", "88-V", "IT-компания"])
def test_a_word_of_one_alphabet_is_not_found(word: str) -> None:
    assert list(mixed_words(word)) == []


def test_a_mixed_word_is_told_with_its_latin_letters() -> None:
    assert said("P04", a_text("Мәтін", "cрок")) == [
        "r1.yaml clauses.0.text.ru: the word “cрок” has a Latin letter among Cyrillic ones: c",
    ]


@pytest.mark.parametrize(
    ("kk", "ru", "differs"),
    [
        ("1 – 3-тармақтарға сәйкес", "согласно пунктам 1-3", False),
        ("1-3-тармақтарда", "в пунктах 1, 2 и 3", False),
        ("1, 2 және 3-тармақтарда", "в пунктах 1 – 3", False),
        ("осы баптың 1)-3) тармақшалары", "подпункты 1), 2) и 3) настоящей статьи", False),
        ("1 – 3-тармақтар", "пункты 1-4", True),
        ("1 – 3-тармақтар", "пункты 1 и 3", True),
        ("19-1-бапта", "в статье 19-2", True),
    ],
)
def test_a_range_is_the_numbers_that_it_reaches_over(kk: str, ru: str, *, differs: bool) -> None:
    assert bool(said("P02", a_text(kk, ru))) == differs


@pytest.mark.parametrize(
    ("kk", "ru", "differs"),
    [
        ("Сағат 8:30-дан 17:45-ке дейін.", "С 8 часов 30 минут до 17 часов 45 минут.", False),
        ("09 сағат 00 минуттан 18 сағат 30 минутқа дейін.", "С 9.00 до 18.30.", False),
        ("Сағат 09 сағат 00 минуттан 18 сағат 30 минутқа дейін.", "С 9.00 до 18.30.", False),
        ("Сағат 9.00-ден 18.30-ға дейін.", "С 9 часов до 18 часов 30 минут.", False),
        ("Сағат 8:30-дан 17:45-ке дейін.", "С 8 часов 30 минут до 17 часов 15 минут.", True),
        ("2 сағат 30 минут ішінде.", "В течение 2 часов 30 минут.", False),
        ("2 сағат 30 минут ішінде.", "В течение 2 часов 20 минут.", True),
        ("Байланыс орталығы: 1425.", "Контакт-центр: 14-25.", False),
        ("Байланыс орталығы: 1405.", "Контакт-центр: 14 05.", False),
        ("Байланыс орталығы: 1425.", "Контакт-центр: 14-26.", True),
        ("Бір аптадан кейін беріледі.", "Выдается через неделю.", False),
        ("Бір жыл өткен соң беріледі.", "Выдается по истечении года.", False),
        ("Айдан кейін беріледі.", "Выдается через 1 месяц.", False),
        ("Екі айдан кейін беріледі.", "Выдается через месяц.", True),
    ],
)
def test_hours_short_phones_and_terms_without_a_number(kk: str, ru: str, *, differs: bool) -> None:
    assert bool(said("P02", a_text(kk, ru))) == differs
