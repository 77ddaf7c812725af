"""The one reader of numbers: one value, however a text writes it."""

import pytest

from talqy.wording.agreement import are_swapped, is_in
from talqy.wording.quantities import quantities
from talqy.wording.turns import duties, negations


def words(said: str) -> list[str]:
    """Split words of numbers; the first places may be empty."""
    return said.split("|")


def read(language: str, text: str) -> list[tuple[str, str, str]]:
    """Return kind, value and unit of all that a text counts."""
    return [(one.kind.value, one.value, one.unit) for one in quantities(text, language)]


KAZAKH_UNITS = words("|бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз")
KAZAKH_TENS = words("|он|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|тоқсан")
RUSSIAN_UNITS = words(
    "|одного|двух|трех|четырех|пяти|шести|семи|восьми|девяти|десяти|одиннадцати|двенадцати"
    "|тринадцати|четырнадцати|пятнадцати|шестнадцати|семнадцати|восемнадцати|девятнадцати"
)
RUSSIAN_TENS = words(
    "||двадцати|тридцати|сорока|пятидесяти|шестидесяти|семидесяти|восьмидесяти|девяноста"
)
RUSSIAN_HUNDREDS = words(
    "|ста|двухсот|трехсот|четырехсот|пятисот|шестисот|семисот|восьмисот|девятисот"
)


def in_kazakh(number: int) -> str:
    """Write a number below a thousand in Kazakh words."""
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    first = f"{KAZAKH_UNITS[hundreds] if hundreds > 1 else ''} жүз" if hundreds else ""
    return " ".join(f"{first} {KAZAKH_TENS[tens]} {KAZAKH_UNITS[units]}".split())


def in_russian(number: int) -> str:
    """Write a number below a thousand in Russian words, in the genitive."""
    hundreds, rest = divmod(number, 100)
    tens, units = (0, rest) if rest < 20 else divmod(rest, 10)
    words = (RUSSIAN_HUNDREDS[hundreds], RUSSIAN_TENS[tens], RUSSIAN_UNITS[units])
    return " ".join(" ".join(words).split())


def test_every_number_in_words_is_read() -> None:
    wrong = [
        text
        for number in range(1, 1000)
        for language, text in (
            ("kk", f"{in_kazakh(number)} жұмыс күні ішінде"),
            ("ru", f"в течение {in_russian(number)} рабочих дней"),
        )
        if read(language, text) != [("term", str(number), "working-day")]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("ru", "5 (пяти) рабочих дней", ("term", "5", "working-day")),
        ("ru", "пять (5) рабочих дней", ("term", "5", "working-day")),
        ("kk", "күнтізбелік 30 (отыз) күн", ("term", "30", "calendar-day")),
        ("kk", "күнтізбелік отыз күннен", ("term", "30", "calendar-day")),
        ("kk", "жиырма бестен аспайтын", ("count", "25", "")),
        ("ru", "десятидневный срок", ("term", "10", "day")),
        ("kk", "тоғыз мың бір жүз он теңге", ("fee", "9110", "tenge")),
        ("kk", "VII тараудың", ("reference", "7", "chapter")),
        ("ru", "четырехкратного размера МРП", ("fee", "4", "mci")),
        ("ru", "6-кратный месячный расчетный показатель", ("fee", "6", "mci")),
        ("kk", "АЕК-тің алты еселенген мөлшері", ("fee", "6", "mci")),
        ("ru", "не чаще чем четырежды", ("count", "4", "")),
        ("ru", "на следующий календарный день", ("term", "1", "calendar-day")),
        ("kk", "кейінгі жұмыс күнінен кешіктірмей", ("term", "1", "working-day")),
        ("ru", "в тот же день", ("term", "0", "working-day")),
        ("kk", "құжат тапсырған күні", ("term", "0", "working-day")),
        ("ru", "в 4 часа дня", ("time", "16:00", "")),
        ("ru", "в течение 4 дня", ("term", "4", "day")),
        ("kk", "күндізгі бірге дейін", ("time", "13:00", "")),
        ("ru", "три ночи в гостинице", ("count", "3", "")),
        ("kk", "түскі бір сағат", ("term", "1", "hour")),
        ("ru", "до часу дня", ("time", "13:00", "")),
        ("kk", "айдың 20-күніне дейін", ("count", "20", "")),
        ("kk", "АЕК-тің оннан бірі", ("fee", "0.1", "mci")),
        ("ru", "в течение недели", ("term", "1", "week")),
        ("kk", "апта ішінде", ("term", "1", "week")),
        ("kk", "алты апта ішінде", ("term", "6", "week")),
        ("kk", "кешкі сағат жетіде", ("time", "19:00", "")),
        ("ru", "15-дневный срок", ("term", "15", "day")),
        ("kk", "үш айлық мерзім", ("term", "3", "month")),
        ("ru", "в течение полутора месяцев", ("term", "1.5", "month")),
        ("kk", "бір жарым ай", ("term", "1.5", "month")),
        ("ru", "полгода", ("term", "0.5", "year")),
        ("ru", "не менее полугода", ("term", "0.5", "year")),
        ("ru", "раз в полугодие", ("term", "0.5", "year")),
        ("kk", "жартыжылдықта", ("term", "0.5", "year")),
        ("ru", "за полчаса до приема", ("term", "0.5", "hour")),
        ("ru", "не более получаса", ("term", "0.5", "hour")),
        ("kk", "үшайлық", ("term", "3", "month")),
        ("ru", "с семью документами", ("count", "7", "")),
        ("ru", "тысяча пятьсот тенге", ("fee", "1500", "tenge")),
        ("ru", "1,5 млн тенге", ("fee", "1500000", "tenge")),
        ("kk", "елу мың теңге", ("fee", "50000", "tenge")),
        ("ru", "1,25 МРП", ("fee", "1.25", "mci")),
        ("kk", "он екі айлық есептік көрсеткіш", ("fee", "12", "mci")),
        ("ru", "50 % от месячного расчетного показателя", ("fee", "0.5", "mci")),
        ("kk", "АЕК-тің жартысы", ("fee", "0.5", "mci")),
        ("kk", "20 пайыз", ("share", "20", "percent")),
        ("ru", "две трети голосов", ("count", "2/3", "")),
        ("kk", "үштен екісі", ("count", "2/3", "")),
        ("ru", "ноль целых пять десятых", ("count", "0.5", "")),
        ("kk", "нөл бүтін оннан бес", ("count", "0.5", "")),
        ("kk", "ІІ топтағы", ("count", "2", "")),
        ("ru", "XIV сессия", ("count", "14", "")),
        ("ru", "с первого июля 2025 года", ("date", "2025-07-01", "")),
        ("ru", "«14» июля 2022 г.", ("date", "2022-07-14", "")),
        ("ru", "14.07.2022", ("date", "2022-07-14", "")),
        ("kk", "2022 жылғы 14 шілдеден", ("date", "2022-07-14", "")),
        ("kk", "2026 жыл", ("date", "2026", "")),
        ("ru", "до 1 июля", ("date", "--07-01", "")),
        ("ru", "с 9:00", ("time", "09:00", "")),
        ("kk", "сағат 9.00-ден", ("time", "09:00", "")),
        ("ru", "+7 (717) 274-02-75", ("phone", "77172740275", "")),
        ("kk", "8 800 080 7777", ("phone", "78000807777", "")),
        ("ru", "часть первая", ("reference", "1", "part")),
        ("kk", "екінші абзацы", ("reference", "2", "indent")),
        ("kk", "19-1-баптың", ("reference", "19-1", "article")),
        ("ru", "N 88-V", ("reference", "88-v", "act")),
        ("ru", "З (три) рабочих дня", ("term", "3", "working-day")),
        ("ru", "1О (десять) дней", ("term", "10", "day")),
    ],
)
def test_a_value_is_read(language: str, text: str, wanted: tuple[str, str, str]) -> None:
    assert read(language, text) == [wanted]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("ru", "от 15 до 20 минут", ["15 minute", "20 minute"]),
        ("kk", "үштен бес жұмыс күніне дейін", ["3 working-day", "5 working-day"]),
        (
            "ru",
            "пунктами 3, 4 и 5-1 статьи 19-1",
            ["3 paragraph", "4 paragraph", "5-1 paragraph", "19-1 article"],
        ),
        (
            "kk",
            "1), 2) және 3) тармақшалары",
            ["1 subparagraph", "2 subparagraph", "3 subparagraph"],
        ),
        ("ru", "с 9 до 18 часов", ["09:00 ", "18:00 "]),
        ("kk", "сағат 9-дан 18-ге дейін", ["09:00 ", "18:00 "]),
        ("ru", "с восьми утра до 7 часов вечера", ["08:00 ", "19:00 "]),
        ("kk", "таңғы сегізден кешкі 7-ге дейін", ["08:00 ", "19:00 "]),
        ("ru", "пункта 3, 5 рабочих дней", ["3 paragraph", "5 working-day"]),
    ],
)
def test_values_in_a_row_are_read(language: str, text: str, values: list[str]) -> None:
    assert [f"{one.value} {one.unit}" for one in quantities(text, language)] == values


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "үшін оның өтінішін жүзеге асырады, бірге онда"),
        ("kk", "тоқсан сайын"),
        ("ru", "обратиться в семью"),
        ("ru", "1) заявление;\n2-1) копия;\nа) фото;\n3. Срок"),
        ("kk", "құжат тапсырған күннен бастап"),
    ],
)
def test_what_is_no_number_is_not_read(language: str, text: str) -> None:
    assert read(language, text) == []


def test_a_language_without_numerals_has_no_numbers_in_words() -> None:
    """A text in a third language that says Russian words is read to its end."""
    assert read("en", "“семью ними” in 5 days") == [("count", "5", "")]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ru", "60 минут", "1 час"),
        ("kk", "24 сағат", "бір тәулік"),
        ("ru", "1 год", "12 месяцев"),
        ("ru", "50 %", "половина"),
    ],
)
def test_what_is_worth_the_same_is_the_same(language: str, one: str, other: str) -> None:
    assert quantities(one, language)[0].same == quantities(other, language)[0].same


def test_words_that_contradict_their_figures_are_told_apart() -> None:
    assert [one.disagrees for one in quantities("5 (шесть) дней и 7 (семь) дней", "ru")] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("ru", "Услугодатель не вправе не принять", ["must"]),
        ("ru", "не вправе принять", ["barred"]),
        ("kk", "қабылдамауға құқылы емес", ["must"]),
        ("kk", "бере алады", ["may"]),
        ("kk", "қажет болса", []),
        ("kk", "ақша алады", []),
    ],
)
def test_duties_are_read(language: str, text: str, names: list[str]) -> None:
    assert [turn.name for turn in duties(text, language)] == names


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("ru", "не более 5 дней", 0),
        ("kk", "кәмелетке толмаған", 0),
        ("kk", "3 күннен аспайтын", 0),
        ("kk", "қамтамасыз етеді", 0),
        ("ru", "не выдается без копии", 2),
        ("kk", "қабылдау бөлмесі (Семей қаласы, Абай көшесі, 40)", 0),
        ("kk", "Алматы мен Семей, Қабанбай батыр даңғылы, Бөгенбай батыр көшесі", 0),
        ("kk", "Құжатты бермей қойса, Семей қаласының тұрғыны шағымданады", 1),
        ("kk", "1) Берілмейді: Жүгінбеген адамға.", 2),
    ],
)
def test_negations_are_read(language: str, text: str, count: int) -> None:
    assert len(negations(text, language)) == count


def test_a_language_is_told_by_its_letters() -> None:
    assert is_in("Мемлекеттік қызмет", "kk")
    assert is_in("Акт", "kk")
    assert not is_in("Государственная услуга оказывается бесплатно", "kk")
    for kazakh in (
        "Ересектерден 8 АЕК, балалардан 4 АЕК алынады.",
        "Арыз тараптардан жазбаша алынады.",
        "Жауап он бес минутта жазылады, арыз сол заматта сарапталады.",
        "Баланы аулада тосуларына болады.",
    ):
        assert is_in(kazakh, "kk"), kazakh
    for russian in (
        "Государственные награды вручаются лично",
        "Доллары, тендеры, лидеры, экземпляры, бригады",
        "Плата взимается однократно наличными деньгами",
        "Доклады рассматриваются уполномоченными органами",
    ):
        assert not is_in(russian, "kk"), russian
    assert not is_in("жұмыс күні ішінде", "ru")
    assert is_in("АО «Қазпошта» оказывает услугу", "ru")
    assert are_swapped({"kk": "Срок – 3 дня.", "ru": "Мерзімі – 3 жұмыс күні."})


@pytest.mark.parametrize("row", ["0", "9"])
def test_a_row_of_figures_that_no_number_has_is_a_word(row: str) -> None:
    """Python turns no more than 4,300 figures into a number; nobody counts in thousands of them."""
    for language in ("kk", "ru"):
        assert list(quantities(f"{row * 5_000} дней", language)) == []
        parts = {one.value for one in quantities(f"1/{row * 5_000}", language)}
        assert row * 5_000 not in parts
