"""Personal data are found however people write them, and what looks like them is let alone."""

import pytest

from gate_cases.making import IIN
from talqy.comments.personal import Personal, found_in, keys_in
from talqy.comments.personal import kinds as kinds_of


@pytest.mark.parametrize(
    "text",
    [
        *("Звоните 77011234567", "мой номер 77011234567", "тел 77011234567", "wa.me/77011234567"),
        *(
            "телефоным 77011234567",
            "7 701 123 45 67",
            "87011234567",
            "8|701|123|45|67",
            "тел. 7011234567",
        ),
        *("8-7О5-123-ЧЗ-ЗЗ", "каспи нөміріне аударыңыз 7015554433", "плюс семь 701 555 44 33"),
        *("мой сотовый восемь семьсот семь 1112233", "Позвоните мне: 8 семьсот один 555 44 33"),
        *("плюс жеті жеті нөл бір 555 44 33", "восемь семьсот один 123 45 67"),
        *("8·701·123·45·67", "8\t701\t123\t45\t67", "+7 701 123 45 67"),
        *("87O1 555 44 ЗЗ", "8 7о1 123-45-б7".replace("б", "6"), "Верните на каспи 7015554433"),
        *("kaspi gold по номеру 7015554433", "тел. для связи: восемь семьсот один 123 45 67"),
        *("Маған плюс жеті 705 жүз он бір 22 33", "8 705 жүзонбір 22 33"),
        "плюс жетi 705 жуз он бир 22 33",
        *("плюс жеті жетіжүз бес жүз он бір 22 33", "плюс семь семьсотпять стоодиннадцать 22 33"),
        *("плюс семь семьсот один 555 44 33", "байланыс телефоны сегіз жеті жүз бір 123 45 67"),
    ],
)
def test_a_telephone_is_found(text: str) -> None:
    assert kinds_of(text) == {Personal.PHONE}


@pytest.mark.parametrize(
    "text",
    [
        *(
            "ЖСН-ім 123456789012",
            "ЖСНім 123456789012",
            "ИИНом 123456789012",
            "ИИН ребенка: 123456789012",
        ),
        *("ИИН (ребенка) 123456789012", "жеке сәйкестендіру нөмірі 123456789012"),
        *("индивидуальный идентификационный номер 123456789012", "ИИН 123456 789012"),
        *("И.И.Н. 123456789012", "ИИН123456789012", "и и н 123456789012", "Ж.С.Н.: 123456789012"),
        *("123456789012 – мой ИИН", "123456789012 (ЖСН)", "ИИН 12345678901", "ИИН: 1234567890123"),
    ],
)
def test_digits_that_are_called_a_number_of_a_person_are_one_with_a_slip(text: str) -> None:
    assert kinds_of(text) == {Personal.CLAIMED_IIN}


HALVES = IIN[:6], IIN[6:]
BETWEEN = (
    *(",", ":", ";", "|", "=", "'", "    ", "\t", "\n", "\n\n", "··", "(", ")(", " / ", "_", "…"),
    *("\u00a0-\u00a0", "\u2007", " – ", "🙂", "\u200b", "\u00ad", "]-[", "∙∙∙", "\u202f"),
)


@pytest.mark.parametrize("between", BETWEEN)
def test_up_to_three_signs_between_digits_hide_no_number_of_a_person(between: str) -> None:
    assert kinds_of(f"Номер {between.join(HALVES)}, прошу.") == {Personal.IIN}


@pytest.mark.parametrize(
    "text",
    [
        *("900101300017", "900101\t300017", "9001-01|3000·17", "900101 − 300017"),
        *("".join(f"{digit}\ufe0f\u20e3" for digit in IIN), "99О1О1ЗОО122", "99o1o13oo122"),
        *(", ".join(IIN), "(99)(01)(01)(30)(01)(22)", f"{IIN}7", f"7{IIN}", f"ИИН{IIN}"),
        *("".join(chr(0x966 + int(digit)) for digit in IIN), f"ИИН/БИН {IIN}"),
    ],
)
def test_a_number_of_a_person_is_found(text: str) -> None:
    assert kinds_of(text) == {Personal.IIN}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("8,701,123,45,67", Personal.PHONE),
        ("тел8 7011234567", Personal.PHONE),
        ("моя заявка: 8 701 123 45 67", Personal.PHONE),
        ("8 (7172) 55-12-34", Personal.LANDLINE),
        ("тел. 55-12-34", Personal.LANDLINE),
        ("карта 4111,1111,1111,1111", Personal.CARD),
        ("карта 4111 1111 1111 1111", Personal.CARD),
        ("карта 3782 822463 10005", Personal.CARD),
        ("kz86125kzt5004100100", Personal.ACCOUNT),
        ("КZ86 125К ZТ50 0410 0100", Personal.ACCOUNT),
        ("kz 86-125-kzt-5004100100", Personal.ACCOUNT),
        ("ivan(at)example.kz", Personal.EMAIL),
        ("ivan собака example точка kz", Personal.EMAIL),
        ("ivan @ example.kz", Personal.EMAIL),
        ("ivan [at] example [dot] kz", Personal.EMAIL),
        ("ivan at example dot kz", Personal.EMAIL),
        ("t.me/ivan_obrazcov", Personal.HANDLE),
        ("пишите @ivan_obrazcov", Personal.HANDLE),
        ("живу: ул. Абая 5-12", Personal.ADDRESS),
        ("12 Abay Street, apt 5", Personal.ADDRESS),
        ("flat 5, 12 Abay Street", Personal.ADDRESS),
        ("Живу в Алматы на Абая десять, квартира пять, приходите", Personal.ADDRESS),
        ("Абай он, пәтер бес, келіңіздер", Personal.ADDRESS),
        ("паспорт N12345678", Personal.DOCUMENT),
        ("жеке куәлік № 012 345 678", Personal.DOCUMENT),
    ],
)
def test_plain_writings_are_found(text: str, kind: Personal) -> None:
    assert kinds_of(text) == {kind}


def test_one_address_has_one_key_however_it_is_written() -> None:
    texts = ("ivan@example.kz", "ivan(at)example.kz", "Ivan собака example точка kz")
    assert keys_in(texts) == {"ivan@example.kz"}
    assert len(keys_in(["+7 7172 55 12 34", "8 (7172) 55-12-34"])) == 1


def test_a_place_is_that_in_the_text() -> None:
    (found,) = found_in(f"\u00adНомер {HALVES[0]}\u200b – {HALVES[1]}. Вот.")
    assert (found.start, found.end) == (7, 7 + 12 + 4)


@pytest.mark.parametrize(
    "text",
    [
        *("87 500 000 000 тенге", "7 500 000 000 тенге", "77 500 000 000", "срок 8 800 080 77 77"),
        *("пункты 7, 8, 9, 10, 11 и 12", "2026-11-20 10:15", "от 10.11.2026 № 123456"),
        *("2022, 2023, 2024, 2025", "2025 2026 2027 2028", "тел. 8 800 080 7777", "звоните 1414"),
        *(
            "ИИН/БИН 123456789012",
            "в образце стоит ИИН 000000000000",
            "номер заявления 123456789012",
            "@egov_bot",
            "t.me/egovkzbot",
        ),
        "заявление № 87011234567",
        *("плюс жеті күн қосылсын, 30 күн емес", "Они ждали семь дней, а уши болели 14 дней"),
        *("Сегіз жұмыс күні ішінде 705 теңге, жүзонбір құжат", "стоодиннадцать 22 33 тенге"),
        *("Каспи принимает 1 966 тенге", "срок плюс семь рабочих дней, пункты 5, 8 и 11"),
        *("приказ № 7015554433", "пункт 8, 7 О сроке 123 45", "Бюджет 7 015 554 433 тенге"),
        *("соседская собака лает. Прошу", "look at egov.kz", "ул. Абая 5, с 9-18 часов"),
        *("квартиру дают на двоих", "квартира и дом", "пәтер беріледі", "пәтер алты айға"),
        *("в Telegram и WhatsApp, Instagram.com", "телеграм: ответ за 5 дней", "инстанция: суд"),
        *(
            "8 ОЗОЗ ООО «Пример»",
            "номер 7 приказа 2015 года 55 44 33",
            "каспийское море 7015554433",
        ),
        *("ул. Абая, 5-12 этажи", "(a) срок; (b) плата", "паспорт: 1500, 3000 тенге"),
    ],
)
def test_sums_days_and_numbers_of_acts_are_no_persons(text: str) -> None:
    assert kinds_of(text) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "ИИН девять ноль ноль один ноль один три ноль ноль один два два",
        "Мой ИИН 900101 три ноль ноль один два два",
        "ЖСН тоғыз нөл нөл бір нөл бір үш нөл нөл бір екі екі",
        "ЖСН: 900101 үш нөл нөл бір екі екі",
        "ИИН: девяносто ноль один ноль один тридцать ноль ноль двенадцать 3",
        "Мой номер девять девять ноль один ноль один три ноль ноль один два два",
    ],
)
def test_an_identity_number_in_words_is_found(text: str) -> None:
    assert kinds_of(text) & {Personal.IIN, Personal.CLAIMED_IIN}


def test_a_telephone_in_words_is_found_where_it_is_called_one() -> None:
    said = "восемь семьсот один сто двадцать три сорок пять шестьдесят семь"
    assert kinds_of(f"Телефон {said}") == {Personal.PHONE}


@pytest.mark.parametrize(
    "text",
    [
        "Срок 10 (десять) рабочих дней, 5 (пять), 3 (три), 2 (два), 12 (двенадцать) дней.",
        "Два-три дня, пять-шесть человек, семь-восемь окон.",
        "ИИН вводят три раза, а документов пять и ещё два.",
        "Он бес күннен он екі күнге дейін, жиырма бес адам.",
    ],
)
def test_what_is_counted_in_words_is_no_number_of_a_person(text: str) -> None:
    assert kinds_of(text) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "Пишите мне в телегу: anna_prim85",
        "Инстаграм anna.prim.kz",
        "telegram – prim_anna",
        "Инстаграмда менің anna_prim1",
    ],
)
def test_an_account_by_the_everyday_name_of_its_program_is_found(text: str) -> None:
    assert kinds_of(text) == {Personal.HANDLE}
