"""What a reviewer must look at twice: numbers, and a language left behind."""

import pytest

import builders as b
from cases import a_record
from talqy.compare.align import align
from talqy.compare.attention import Sign, attention

LANGUAGES = ("kk", "ru")


def signs(before: b.Tree | None, after: b.Tree | None) -> tuple[Sign, ...]:
    """Return the signs of one clause that changed; None where it is not there."""
    keep = b.a_saying("keep", "Қалды.", "Осталось.")
    texts = [[keep, *([b.a_clause(text=text)] if text else [])] for text in (before, after)]
    record = a_record(*b.drafts(*texts))
    match = align(record, *record.revisions).of("term")
    assert match is not None
    return attention(match, LANGUAGES)


def signs_in(language: str, before: str, after: str) -> set[Sign]:
    """Return the signs of a clause in one language."""
    return set(signs({language: before}, {language: after}))


# --- numbers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "sign", "before", "after"),
    [
        ("ru", "term", "в течение 5 (пяти) рабочих дней", "в течение 3 (трех) рабочих дней"),
        ("ru", "term", "тридцати календарных дней", "десяти рабочих дней"),
        ("ru", "term", "десяти календарных дней", "десяти рабочих дней"),
        ("kk", "term", "5 (бес) жұмыс күні ішінде", "3 (үш) жұмыс күні ішінде"),
        ("kk", "term", "күнтізбелік отыз күн ішінде", "он жұмыс күні ішінде"),
        ("ru", "fee", "составляет 0,5 МРП", "составляет 0,2 МРП"),
        ("kk", "fee", "айлық есептік көрсеткіштің жартысы", "екі айлық есептік көрсеткіш"),
        ("ru", "fee", "составляет 31 456 тенге", "составляет 34 456 тенге"),
        ("ru", "number", "не более 20 минут", "не более 20 минут на 3 человек"),
        ("kk", "number", "сағат 9.00-ден 18.00-ге дейін", "сағат 9.00-ден 20.00-ге дейін"),
        ("ru", "number", "с 1 января 2025 года", "с 1 июля 2026 года"),
        ("ru", "number", "не более 5 дней", "не менее 5 дней"),
        ("ru", "reference", "согласно пункту 3 статьи 15", "согласно пункту 3 статьи 18"),
        ("kk", "reference", "Заңның 15-бабы", "Заңның 18-бабы"),
    ],
)
def test_what_is_counted_otherwise_is_a_sign(
    language: str, sign: str, before: str, after: str
) -> None:
    assert signs_in(language, before, after) == {Sign(sign)}


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        (
            "ru",
            "Регистрация – 2 дня, исправление – 7 дней.",
            "Регистрация – 7 дней, исправление – 2 дня.",
        ),
        ("kk", "Тіркеу – 2 күн, түзету – 7 күн.", "Тіркеу – 7 күн, түзету – 2 күн."),
    ],
)
def test_terms_that_changed_places_are_a_sign(language: str, before: str, after: str) -> None:
    assert signs_in(language, before, after) == {Sign.TERM}


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("ru", "обращается к услугодателю", "обращается в уполномоченный орган"),
        ("kk", "сотқа жүгінеді", "прокурорға жүгінеді"),
    ],
)
def test_another_one_who_acts_is_a_sign(language: str, before: str, after: str) -> None:
    assert signs_in(language, before, after) == {Sign.WHO}


def test_letters_of_another_alphabet_are_explained() -> None:
    assert signs_in("kk", "уәкiлеттi органға", "уәкілетті органға") == {Sign.LOOK_ALIKE}
    assert signs_in("ru", "в орган", "в органе") == set()


def test_one_more_who_acts_is_none() -> None:
    assert signs_in("ru", "через услугодателя", "через услугодателя и акимат") == set()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1) заявление;\n2) копия.", "1) заявление;\n2) справка;\n3) копия."),
        ("12) копия.", "12-1) копия."),
        ("составляет 31 456 тенге", "составляет 31\u00a0456 тенге"),
        ("составляет 0,5 МРП", "составит 0.5 МРП"),
    ],
)
def test_labels_of_items_and_other_ways_to_write_a_number_are_no_sign(
    before: str, after: str
) -> None:
    assert signs_in("ru", before, after) == set()


# --- languages -----------------------------------------------------------------------------------

OLD, NEW = b.said("Беріледі.", "Выдается."), b.said("Табыс етіледі.", "Вручается.")


def test_a_plain_rewording_in_all_languages_needs_no_second_look() -> None:
    assert signs(OLD, NEW) == ()


def test_a_change_in_one_language_only_is_a_sign() -> None:
    assert signs(OLD, {**OLD, "kk": NEW["kk"]}) == (Sign.ONE_LANGUAGE,)
    assert signs(OLD, {**OLD, "ru": NEW["ru"]}) == (Sign.ONE_LANGUAGE,)


def test_a_language_that_is_not_there_is_no_language_left_behind() -> None:
    assert signs({"kk": OLD["kk"]}, {"kk": NEW["kk"]}) == ()


def test_other_spaces_in_one_language_are_no_change_of_it() -> None:
    spaced = b.said("Табыс етіледі.", " Выдается.\n")
    assert signs(OLD, spaced) == (Sign.ONE_LANGUAGE,)
    assert signs(OLD, {**OLD, "ru": " Выдается.\n"}) == ()


def test_languages_that_say_other_numbers_now_are_a_sign() -> None:
    assert signs(b.said("5 күн", "5 дней"), b.said("3 күн", "4 дня")) == (
        Sign.TERM,
        Sign.LANGUAGES_DIFFER,
    )
    assert signs(b.said("5 күн", "5 дней"), b.said("3 күн", "3 дня")) == (Sign.TERM,)


def test_languages_that_differed_before_and_agree_now_are_no_sign_of_that() -> None:
    found = signs(b.said("5 күн", "4 дня"), b.said("3 күн", "3 дня"))
    assert found == (Sign.TERM,)


def test_an_added_clause_is_looked_at_for_its_languages_alone() -> None:
    assert signs(None, b.said("5 күн берілмейді", "не 5 дней")) == ()
    assert signs(None, b.said("5 күн", "3 дня")) == (Sign.LANGUAGES_DIFFER,)


def test_a_removed_clause_needs_no_second_look() -> None:
    assert signs(b.said("5 күн берілмейді", "не 3 дня"), None) == ()


def test_a_heading_counts_as_the_text_does() -> None:
    before = b.a_clause(heading=b.said("5 күн", "5 дней"))
    after = b.a_clause(heading=b.said("3 күн", "3 дня"))
    record = a_record(*b.drafts([before], [after]))
    assert attention(align(record, *record.revisions).matches[0], LANGUAGES) == (Sign.TERM,)


def test_each_sign_is_given_once_however_often_it_is_there() -> None:
    found = signs(
        b.said("5 күнде беруге құқылы.", "Вправе выдать за 5 дней."),
        b.said("3 күнде беруге міндетті.", "Обязан выдать за 3 дня."),
    )
    assert sorted(found) == sorted({Sign.TERM, Sign.MODAL})


def test_languages_without_lists_of_words_have_their_numbers_compared() -> None:
    record = a_record(
        *b.drafts(
            [b.a_clause(text={"ky": "Бербейт, 5 күн."})], [b.a_clause(text={"ky": "Берет, 3 күн."})]
        )
    )
    assert attention(align(record, *record.revisions).matches[0], ("ky",)) == (Sign.NUMBER,)


# --- days, actors, and what only looks like a duty -----------------------------------------------


@pytest.mark.parametrize(
    ("language", "before", "after", "expected"),
    [
        ("ru", "Прием ведется по вторникам.", "Прием ведется по четвергам.", {Sign.NUMBER}),
        ("ru", "С понедельника по среду.", "С понедельника по четверг.", {Sign.NUMBER}),
        ("kk", "Қабылдау сейсенбіде өтеді.", "Қабылдау бейсенбіде өтеді.", {Sign.NUMBER}),
        ("ru", "С понедельника по пятницу.", "Понедельник – пятница.", set()),
        ("ru", "Подписывает нотариус.", "Подписывает местный исполнительный орган.", {Sign.WHO}),
        ("kk", "Жауапты нотариус береді.", "Жауапты жергілікті атқарушы орган береді.", {Sign.WHO}),
        ("kk", "Қажетті мәліметтер алынады.", "Қажет мәліметтер алынады.", set()),
        ("kk", "Мәліметтер ұсыну қажетті.", "Мәліметтер ұсыну қажет.", {Sign.MODAL}),
    ],
)
def test_days_and_actors_are_seen_and_needed_papers_are_no_duty(
    language: str, before: str, after: str, expected: set[Sign]
) -> None:
    assert signs_in(language, before, after) == expected
