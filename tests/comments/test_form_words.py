"""Words that forms, programs and people write: days, consent, names that are none, codes."""

import pytest

from talqy.comments.consent_words import consent_of
from talqy.comments.form_words import code_of
from talqy.comments.form_words import plain as folded
from talqy.intake.author_words import is_foreigner, public_name
from talqy.intake.form_days import day_of
from talqy.project.shipped import everyday_names, shipped_codes


def each(words: str) -> list[str]:
    """Return what stands between strokes."""
    return words.split(" | ")


CODES = shipped_codes()


@pytest.mark.parametrize(
    ("said", "day"),
    [
        # Google Forms as CSV: the year stands first, the zone is told.
        ("2026/12/03 8:05:09 AM GMT+5", "2026-12-03"),
        ("2026/12/03 11:59:59 PM GMT+3", "2026-12-04"),
        ("2026/12/03 12:10:00 AM GMT+5", "2026-12-03"),
        ("2026-12-03 21:30:00 UTC", "2026-12-04"),
        ("2026-12-03T08:05:09.120+05:00", "2026-12-03"),
        ("2026.12.03", "2026-12-03"),
        ("03.12.2026, 08:05", "2026-12-03"),
        ("03.12.2026 в 8:05", "2026-12-03"),
        ("3.12.2026г.", "2026-12-03"),
        ("3 декабря 2026 г.", "2026-12-03"),
        ("«3» декабря 2026 года", "2026-12-03"),
        ("3 дек. 2026 г., 08:05", "2026-12-03"),
        ("03-дек-2026", "2026-12-03"),
        ("четверг, 3 декабря 2026 г.", "2026-12-03"),
        ("2026 жылғы 3 желтоқсан", "2026-12-03"),
        ("2026 ж. 3 желтоқсан", "2026-12-03"),
        ("3 желтоқсан 2026 ж.", "2026-12-03"),
        ("2026 жылдың 3 желтоқсаны, сағат 8:05", "2026-12-03"),
        ("5 маусым 2026 жыл", "2026-06-05"),
        ("5 мамыр 2026", "2026-05-05"),
        ("5 мая 2026", "2026-05-05"),
        ("5 марта 2026 г.", "2026-03-05"),
        ("2026 жылғы 5 қазан", "2026-10-05"),
        ("2026 жылғы 5 қаңтар", "2026-01-05"),
        ("3 Dec 2026", "2026-12-03"),
        ("Dec 3, 2026", "2026-12-03"),
        ("December 3rd, 2026 8:05 PM", "2026-12-03"),
        ("Thu, 3 Dec 2026 22:00:00 +0000", "2026-12-04"),
        ("03.12.26", None),
        ("12/03/2026", None),
        ("12/03/2026 8:05", None),
        ("3 декабря", None),
        ("31 ноября 2026", None),
        ("03.12.2026 – 05.12.2026", None),
        ("03.12.2026 вечером", None),
        ("03.12.2026 8:05 AM MSK", None),
        ("03.12.2026 25:00", None),
        ("2026/12/03 13:00 PM", None),
        ("в начале декабря 2026", None),
        ("18/11/2026", "2026-11-18"),
        ("18/11-2026", None),
        ("18/13/2026", None),
        ("10/11/2026", None),
        ("Ср 18.11.2026 10:15", "2026-11-18"),
        ("ср. 18.11.2026", "2026-11-18"),
        ("Среда 18 ноября 2026 г.", "2026-11-18"),
        ("Сәрсенбі 18.11.2026", "2026-11-18"),
        ("Сн 18.11.2026", None),
        ("10:15 18.11.2026", "2026-11-18"),
        ("10:15, ср 18.11.2026", "2026-11-18"),
        ("18. 11. 2026", "2026-11-18"),
        ("18.XI.2026", "2026-11-18"),
        ("18 XI 2026 г.", "2026-11-18"),
        ("18.XIII.2026", None),
        ("восемнадцатое ноября 2026 года", "2026-11-18"),
        ("Двадцать первое ноября 2026 г.", "2026-11-21"),
        ("пятнадцатого ноября 2026 года", "2026-11-15"),
        ("2026 жылғы он сегізінші қараша", "2026-11-18"),
        ("2026 жылдың жиырма бірінші қарашасы", "2026-11-21"),
        ("жиырма қараша", None),
        ("восемнадцатое ноября", None),
        ("тридцать второе ноября 2026 года", None),
        ("тридцать первое ноября 2026 года", None),
    ],
)
def test_a_day_is_read_as_programs_and_people_write_it(said: str, day: str | None) -> None:
    found = day_of(said, "Asia/Almaty")
    assert (found and found.isoformat()) == day


AGREED = (
    *each("Согласен (согласна) на публикацию | Келiсемiн | Да, Согласен(-на)"),
    *each("да | Да. | ДА! | иә | Yes | 1 | + | x | х | V | ✓ | ✔ | ☑ | ✅ | TRUE | ИСТИНА"),
    *each("Согласен | согласна | Согласен(на) | Я согласен (на) | Согласен/согласна | согласны"),
    *each("Да, согласен | Да, я согласна на публикацию | Даю согласие"),
    *each("Я даю согласие на размещение"),
    *each("Согласен на публикацию моего комментария на сайте | Согласие дано"),
    *each("подтверждаю согласие"),
    *each("Келісемін | Иә, келісемін | Мен келісемін | Келісім беремін | Жариялауға келісемін"),
    *each("Пікірімді жариялауға келісім беремін | келісімімді беремін | I agree | Yes, I agree"),
    *each("Согласен на публикацию;"),
    *each("Согласен на публикацию, Согласен на обработку персональных данных"),
    *each("Жариялауға келісемін; Дербес деректерді өңдеуге келісемін"),
    *each("I agree to the publication"),
)
NOT_AGAINST = (
    *each("Не возражаю | не против | Нет возражений | Возражений нет | Нет, не возражаю | Конечно"),
    *each("Не возражаю против публикации | Не против публикации | Да, не возражаю | Әрине"),
    *each("Қарсы емеспін | Жоқ, қарсы емеспін | Жариялауға қарсы емеспін | Қарсылығым жоқ"),
)
REFUSED = (
    *each("Возражаю | Нет согласия | Нет, возражаю | Келісім жоқ"),
    *each("Нет согласия на публикацию | Жоқ, қарсымын"),
    *each(" | нет | Нет. | жоқ | No | 0 | - | ☐ | FALSE | ЛОЖЬ | не согласен | Не согласен(на)"),
    *each("Нет, не согласна | Не даю согласия | отказываюсь | Келіспеймін | Жоқ, келіспеймін"),
    *each("келісім бермеймін | I do not agree | disagree | не публиковать | против"),
)
UNKNOWN = (
    *each("Да, согласен на обработку персональных данных | Да, даю согласие на сбор данных | OK"),
    *each("может быть | да? | Да, но без имени | Да, кроме фамилии | Да, но не публикуйте"),
    *each("👍 | Нет времени | Уақыт жоқ | Жоқ шығар"),
    *each("Согласен, если без имени | Согласен на обработку персональных данных | Согласен, нет"),
    *each("частично | см. письмо | ознакомлен | 2 | Келісемін, бірақ атымды көрсетпеңіз | ОК?"),
    *each("Дербес деректерді өңдеуге келісемін | да нет | анонимно"),
)


CONSENT = ((True, AGREED), (True, NOT_AGAINST), (False, REFUSED), (None, UNKNOWN))


@pytest.mark.parametrize(
    ("agrees", "said"),
    [(agrees, said) for agrees, words in CONSENT for said in words],
)
def test_consent_is_read_in_the_words_of_forms_and_never_guessed(
    agrees: bool | None,  # noqa: FBT001 - of the table
    said: str,
) -> None:
    assert consent_of(said) is agrees


@pytest.mark.parametrize(
    "said",
    [
        *each("анонимно | Аноним | анонимный автор | Anonymous | инкогнито | без имени | н/а"),
        *each("не указано | Не указан | не указывать | нет | - | — | . | *** | xxx | n/a | NA"),
        *each("жасырын | Анонимді | көрсетілмеген | жоқ | атын атамауды қалаймын | атсыз"),
        *each("белгісіз"),
        *each("Атымды жарияламаңыз | прошу не публиковать | не хочу называть"),
        *each("do not publish my name"),
        *each("Сейтова А. (не публиковать) | Ибраев, фамилию не указывать | гражданин | тұрғын"),
    ],
)
def test_what_asks_for_no_name_is_no_name(said: str) -> None:
    assert public_name(said) == ""


@pytest.mark.parametrize(
    "said",
    [
        "А. Үлгі",
        "Сейтова Анна",
        "ТОО «Аноним»",
        "Ли",
        "Нет Виктор",
        "Жасыров К.",
        "KZ",
        "Неизвестных П.",
    ],
)
def test_a_name_stays_a_name(said: str) -> None:
    assert public_name(f"  {said} ") == said


@pytest.mark.parametrize(
    ("name", "said", "code"),
    [
        ("comment-kind", "Поддерживаю", "support"),
        ("comment-kind", "қолдаймын", "support"),
        ("comment-kind", "Замечание/предложение", "change"),
        ("comment-kind", "Қарсымын", "objection"),
        ("comment-kind", "Change", "change"),
        ("author-kind", "Пенсионер", "individual"),
        ("author-kind", "Гражданин РК", "individual"),
        ("author-kind", "Қазақстан Республикасының азаматы", "individual"),
        ("author-kind", "ТОО", "legal-entity"),
        ("author-kind", "жеке кәсіпкер (ЖК)", "entrepreneur"),
        ("author-kind", "Акимат", "state-body"),
        ("author-kind", "Иностранец", "individual"),
        ("author-kind", "Шетел азаматы", "individual"),
        ("author-kind", "лицо без гражданства", "individual"),
        ("author-kind", "заявитель", "individual"),
        ("author-kind", "мүгедектігі бар адам", "individual"),
        ("comment-channel", "лично", "counter"),
        ("comment-channel", "эл. почта", "email"),
        ("comment-channel", "кеңсе арқылы", "paper"),
        ("outcome", "учтено частично", "accepted-partly"),
        ("outcome", "к сведению", "noted"),
        ("author-kind", "другое", "другое"),
        ("comment-kind", "прочее", "прочее"),
    ],
)
def test_codes_are_known_by_everyday_names(name: str, said: str, code: str) -> None:
    assert code_of(name, said, CODES) == code


def test_an_everyday_name_means_one_code_of_a_list_that_there_is() -> None:
    for name, codes in everyday_names().items():
        words = [folded(word) for all_ in codes.values() for word in all_]
        official = {
            folded(word): code
            for code in CODES.codes(name)
            for word in CODES.named(name, code).values()
        }
        assert set(codes) <= set(CODES.codes(name))
        assert sorted({word for word in words if words.count(word) > 1}) == []
        assert [
            word
            for code, all_ in codes.items()
            for word in all_
            if official.get(folded(word), code) != code
        ] == []


@pytest.mark.parametrize(
    ("said", "foreign"),
    [
        *(("Иностранец", True), ("шетел азаматы", True), ("Лицо без гражданства.", True)),
        *(("Азаматтығы жоқ адам", True), ("гражданин РК", False), ("заявитель", False)),
        ("", False),
    ],
)
def test_no_citizen_is_told_by_the_word_for_who_somebody_is(said: str, *, foreign: bool) -> None:
    assert is_foreigner(said) is foreign
