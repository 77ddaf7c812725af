"""Words that a reviewer must look at twice: may and must, and not, in both languages."""

import pytest

import builders as b
from talqy.compare.attention import Sign, attention
from talqy.model.alignment import Action, Match
from talqy.model.revision import Clause


def signs_in(language: str, before: str, after: str) -> set[Sign]:
    """Return the signs of a clause that changed in one language."""
    old, new = (
        Clause.model_validate(b.a_clause(text={language: said})) for said in (before, after)
    )
    found = attention(Match((old,), (new,), frozenset({Action.CHANGED})), ("kk", "ru"))
    assert len(found) == len(set(found))
    return set(found)


# --- terms and fees without a number --------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "before", "after", "signs"),
    [
        ("ru", "Выдается в день подачи.", "Выдается на следующий рабочий день.", {Sign.TERM}),
        ("ru", "На следующий день.", "На следующий рабочий день.", {Sign.TERM}),
        ("kk", "Сол күні беріледі.", "Екі жұмыс күнінде беріледі.", {Sign.TERM}),
        ("kk", "Тіркелген күннен бастап.", "Тіркеген күннен бастап.", set()),
        ("ru", "Копия бесплатная.", "Копия платная.", {Sign.FEE}),
        ("ru", "Копия безвозмездна.", "Копия бесплатна.", set()),
        ("kk", "Көшірме ақысыз.", "Көшірме ақылы.", {Sign.FEE}),
        ("kk", "Көшірме ақысыз.", "Көшірме тегін.", set()),
        ("kk", "Атын жазады.", "Тегін, атын жазады.", set()),
    ],
)
def test_what_no_number_says_is_a_term_or_a_fee(
    language: str, before: str, after: str, signs: set[Sign]
) -> None:
    assert signs_in(language, before, after) == signs


# --- may and must --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("ru", "Услугодатель вправе отказать.", "Услугодатель обязан отказать."),
        ("ru", "Срок может быть продлен.", "Срок должен быть продлен."),
        ("ru", "Документы могут быть возвращены.", "Документы подлежат возврату."),
        ("ru", "Подача через портал допускается.", "Подача через портал запрещается."),
        ("ru", "Услугодатель сообщает о причине.", "Услугодатель обязан сообщить о причине."),
        ("kk", "Беруші бас тартуға құқылы.", "Беруші бас тартуға міндетті."),
        ("kk", "Мерзім ұзартылуы мүмкін.", "Мерзім ұзартылуға тиіс."),
        ("kk", "Портал арқылы беруге жол беріледі.", "Портал арқылы беруге тыйым салынады."),
        ("kk", "Беруге рұқсат етіледі.", "Беруге тыйым салынады."),
        ("kk", "Беруші себебін хабарлайды.", "Беруші себебін хабарлауға міндетті."),
        ("kk", "Өтініш беріледі.", "Өтініш беру қажет."),
    ],
)
def test_may_that_becomes_must_is_a_sign(language: str, before: str, after: str) -> None:
    assert signs_in(language, before, after) == {Sign.MODAL}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Лицо обращается на портал.", "Лицо имеет право обратиться на портал."),
        ("Подача на бумаге принимается.", "Подача на бумаге запрещена."),
        ("Представляется копия.", "Необходимо представить копию."),
        ("Принимается копия.", "Разрешается подать копию."),
    ],
)
def test_other_words_for_may_and_must_are_signs(before: str, after: str) -> None:
    assert Sign.MODAL in signs_in("ru", before, after)


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("ru", "Подписывает руководитель.", "Подписывает уполномоченное должностное лицо."),
        ("kk", "Құжаттар қабылданады.", "Тиісті құжаттар қабылданады."),
        ("kk", "Мүмкіндігі шектеулі адамдарға.", "Мүгедектігі бар адамдарға."),
        ("kk", "Рұқсат қағаз түрінде беріледі.", "Рұқсаттың көшірмесі қағаз түрінде беріледі."),
    ],
)
def test_words_that_only_look_like_may_and_must_are_no_sign(
    language: str, before: str, after: str
) -> None:
    """An official, a fitting document, a person with a disability, a permit."""
    assert signs_in(language, before, after) == set()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Комиссия обязана принять.", "Совет обязан принять."),
        ("Документ должен быть подписан.", "Документы должны быть подписаны."),
        ("при отсутствии копии", "отсутствие копии"),
    ],
)
def test_another_form_of_the_same_word_is_no_sign(before: str, after: str) -> None:
    assert signs_in("ru", before, after) == set()


# --- not -----------------------------------------------------------------------------------------

KAZAKH_VERBS = [
    ("беріледі", "берілмейді"),
    ("қабылданады", "қабылданбайды"),
    ("талап етіледі", "талап етілмейді"),
    ("өтеді", "өтпейді"),
    ("алған", "алмаған"),
    ("ұсынған", "ұсынбаған"),
    ("келген", "келмеген"),
    ("күткен", "күтпеген"),
    ("болса", "болмаса"),
    ("табылса", "табылмаса"),
    ("өтсе", "өтпесе"),
    ("кешіктіріп", "кешіктірмей"),
    ("ұсынуы", "ұсынбауы"),
    ("берілуі", "берілмеуі"),
    ("ететін", "етпейтін"),
    ("аспай", "асып"),
    ("болады", "болмады"),
    ("келді", "келмеді"),
    ("бар", "жоқ"),
    ("дұрыс", "дұрыс емес"),
    ("демалыс күндерімен қоса", "демалыс күндерін қоспағанда"),
]


@pytest.mark.parametrize(("before", "after"), KAZAKH_VERBS)
def test_a_verb_that_is_turned_around_in_kazakh_is_a_sign(before: str, after: str) -> None:
    assert signs_in("kk", f"Құжат {before}.", f"Құжат {after}.") == {Sign.NEGATION}
    assert signs_in("kk", f"Құжат {after}.", f"Құжат {before}.") == {Sign.NEGATION}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("талап етілсін", "талап етілмесін"),
        ("өткізуге", "өткізбеуге"),
        ("күтіп", "күтпестен"),
        ("хабарлап", "хабарламастан"),
        ("құжатпен", "құжатсыз"),
        ("негізді", "негізсіз"),
    ],
)
def test_other_ways_to_say_no_in_kazakh_are_signs(before: str, after: str) -> None:
    """Let it not, so as not to, without doing, and without."""
    assert signs_in("kk", f"Құжат {before}.", f"Құжат {after}.") == {Sign.NEGATION}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("выдается", "не выдается"),
        ("есть", "нет"),
        ("с заявлением", "без заявления"),
        ("включая выходные дни", "за исключением выходных дней"),
        ("и выходные дни", "кроме выходных дней"),
        ("при наличии", "при отсутствии"),
        ("можно продлить", "нельзя продлить"),
        ("ни копия, ни оригинал", "копия, оригинал"),
    ],
)
def test_a_russian_no_that_comes_or_goes_is_a_sign(before: str, after: str) -> None:
    assert signs_in("ru", f"Документ {before}.", f"Документ {after}.") == {Sign.NEGATION}
    assert signs_in("ru", f"Документ {after}.", f"Документ {before}.") == {Sign.NEGATION}


@pytest.mark.parametrize(
    "words",
    [
        "немесе көшірме",
        "дербес деректер",
        "анықтамасы",
        "хабарламаға",
        "хабарламада",
        "мекемесі",
        "мекемеде",
        "мамандандырылған",
        "бөлмесі",
        "төлемақы",
        "мамыр айы",
        "Алматы қаласы",
        "мәртебесі",
        "тапсырма",
        "бағдарламасы",
    ],
)
def test_kazakh_words_that_only_sound_like_no_are_no_sign(words: str) -> None:
    assert signs_in("kk", "Құжат беріледі.", f"Құжат беріледі, {words}.") == set()


@pytest.mark.parametrize("words", ["көрініс табады", "қамау", "жабады"])
def test_kazakh_roots_that_end_as_no_begins_are_no_sign(words: str) -> None:
    """The letter belongs to the root: it finds, an arrest, it closes."""
    assert signs_in("kk", "Құжат беріледі.", f"Құжат беріледі, {words}.") == set()


@pytest.mark.parametrize(
    "words",
    ["немедленно", "необходимые копии", "неделя", "нести", "никель", "безопасность", "небо"],
)
def test_russian_words_that_begin_like_no_are_no_negation(words: str) -> None:
    assert Sign.NEGATION not in signs_in("ru", "Выдается.", f"Выдается, {words}.")
