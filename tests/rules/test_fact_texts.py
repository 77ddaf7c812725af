"""P10: what is set for machines is what the sentence says, in each language."""

import pytest

import builders as b
from cases import a_case, a_record, said


def told(kk: str, ru: str, facts: b.Tree) -> list[str]:
    """Return what P10 says of a clause with these words and facts."""
    clause = b.a_clause("general", "1", text={"kk": kk, "ru": ru}, facts=facts)
    return said("P10", a_case(a_record(b.a_revision(clauses=[clause]))))


TERM = ("Қызмет он жұмыс күні ішінде көрсетіледі.", "Услуга оказывается за десять рабочих дней.")
FEE = ("0,5 айлық есептік көрсеткіш", "0,5 месячного расчетного показателя")
HOURS = ("сағат 9.00-ден 18.30-ға дейін", "с 9.00 до 18.30 часов")
PHONE = ("8 (7172) 55-12-34, 1414", "8 (7172) 55-12-34, 1414")
CHANNELS = ("Мемлекеттік корпорация, портал арқылы", "через Государственную корпорацию, портал")
PLACE = {"place": "provider", "days": ["monday"], "from": "09:00"}
WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday"]
FREE = {"fee": [{"free": True}]}
BOTH = ["state-corporation", "egov-portal"]
CASE = b.said("балалар", "дети")
FORM = {"id": "form", "name": b.said("өтініш", "заявление"), "source": "applicant"}


@pytest.mark.parametrize(
    ("texts", "right", "wrong"),
    [
        (
            TERM,
            {"term": [{"amount": 10, "unit": "working-day"}]},
            {"term": [{"amount": 10, "unit": "calendar-day"}]},
        ),
        (FEE, {"fee": [{"amount": "0.5"}]}, {"fee": [{"amount": "0.2"}]}),
        (HOURS, {"schedule": [{**PLACE, "to": "18:30"}]}, {"schedule": [{**PLACE, "to": "17:30"}]}),
        (
            PHONE,
            {"contacts": [{"kind": "phone", "value": "1414"}]},
            {"contacts": [{"kind": "phone", "value": "1415"}]},
        ),
        (
            CHANNELS,
            {"channels": ["state-corporation", "egov-portal"]},
            {"channels": ["state-corporation", "egov-portal", "mobile"]},
        ),
        (
            ("Дүйсенбіден сенбіге дейін", "Понедельник – суббота"),
            {"schedule": [{**PLACE, "days": [*WEEK, "saturday"], "to": "18:00"}]},
            {"schedule": [{**PLACE, "days": WEEK, "to": "18:00"}]},
        ),
        (
            ("тәулік бойы", "круглосуточно"),
            {"schedule": [{"place": "provider", "around_the_clock": True}]},
            {"schedule": [{**PLACE, "to": "18:30"}]},
        ),
        (
            HOURS,
            {"schedule": [{**PLACE, "to": "18:30"}]},
            {"schedule": [{"place": "provider", "around_the_clock": True}]},
        ),
        (("Қызмет өтеусіз.", "Услуга безвозмездна."), FREE, {"fee": [{"amount": "0.5"}]}),
        (("Қызмет ақылы.", "Услуга платная."), {}, FREE),
        (FEE, {}, FREE),
        (
            ("портал арқылы", "через портал"),
            {"channels": ["egov-portal"]},
            {"channels": ["state-corporation"]},
        ),
        (
            ("«Электрондық үкімет» порталы арқылы", "Через портал «электронного правительства»"),
            {"channels": ["egov-portal"]},
            {"channels": ["state-corporation"]},
        ),
        (
            CHANNELS,
            {"channels": ["state-corporation", "egov-portal"]},
            {"channels": ["egov-portal"]},
        ),
        (
            CHANNELS,
            {"channels": ["egov-portal", {"code": "state-corporation", "for": CASE}]},
            {"channels": [*BOTH, {"code": "mobile", "for": CASE}]},
        ),
        (
            ("Бес құжат тапсырылады.", "Сдаются пять документов."),
            {"documents": [{**FORM, "id": f"form-{n}"} for n in range(5)]},
            {"documents": [FORM]},
        ),
    ],
)
def test_a_fact_that_the_text_contradicts_is_told_in_both_languages(
    texts: tuple[str, str], right: b.Tree, wrong: b.Tree
) -> None:
    assert told(*texts, right) == []
    assert len(told(*texts, wrong)) == len(texts)


def test_a_text_that_says_nothing_of_a_term_contradicts_none() -> None:
    assert (
        told(
            "Қызмет көрсетіледі.", "Услуга оказывается.", {"term": [{"amount": 5, "unit": "hour"}]}
        )
        == []
    )


@pytest.mark.parametrize(
    ("kk", "ru", "facts"),
    [
        ("Балаларға тегін, басқаға 0,5 АЕК.", "Детям бесплатно, другим 0,5 МРП.", FREE),
        (
            "8 (7172) 551234",
            "55-12-34 (код 8 7172)",
            {"contacts": [{"kind": "phone", "value": "+7 7172 55 12 34"}]},
        ),
        ("Үш сурет, бір құжат.", "Документ в 3 экземплярах.", {"documents": [FORM]}),
        (
            "Беруші портал арқылы алады.",
            "Услугодатель принимает через портал.",
            {"channels": ["egov-portal"]},
        ),
        (
            "Беруші қабылдайды; хабарлама портал арқылы.",
            "Принимает услугодатель; уведомление – через портал.",
            {"channels": ["provider"]},
        ),
        (
            "Дүйсенбі – сенбі, кеңсе жұмаға дейін.",
            "Понедельник – суббота, канцелярия по пятницу.",
            {"schedule": [{**PLACE, "days": WEEK, "to": "18:00"}]},
        ),
        (
            "Жауап келесі жұмыс күні.",
            "Ответ – на следующий рабочий день.",
            {"term": [{"amount": 3, "unit": "working-day"}]},
        ),
    ],
)
def test_a_text_that_speaks_of_more_contradicts_no_fact(kk: str, ru: str, facts: b.Tree) -> None:
    assert told(kk, ru, facts) == []


def test_both_are_shown() -> None:
    assert told(*TERM, {"term": [{"amount": 5, "unit": "working-day"}]})[0] == (
        "r1.yaml clauses.#general.facts.term: term: the fact is “working days: 5”; "
        "the text in “kk” says: он жұмыс күні"
    )


@pytest.mark.parametrize(
    ("texts", "facts", "words"),
    [
        (
            CHANNELS,
            {"channels": [*BOTH, "mobile"]},
            (
                "where to apply: the fact is “by mobile telephone”; "
                "the text in “ru” says: Государственную корпорацию, портал"
            ),
        ),
        (
            HOURS,
            {"schedule": [{"place": "provider", "around_the_clock": True}]},
            ("working hours: the fact is “around the clock”; the text in “ru” says: 9.00, 18.30"),
        ),
        (
            ("Қызмет ақылы.", "Услуга платная."),
            FREE,
            "fee: the fact is “free of charge”; the text in “ru” says: платная",
        ),
    ],
)
def test_values_are_told_in_words_and_not_in_codes(
    texts: tuple[str, str], facts: b.Tree, words: str
) -> None:
    assert told(*texts, facts)[-1].endswith(words)


def test_a_number_that_contradicts_itself_is_not_told_a_second_time() -> None:
    fact = {"term": [{"amount": 5, "unit": "working-day"}]}
    assert told("5 (алты) жұмыс күні", "6 (пять) рабочих дней", fact) == []
    assert told("7 (алты) жұмыс күні", "5 рабочих дней", fact) != []


def test_a_list_that_is_longer_than_its_documents_is_told() -> None:
    texts = ("1) өтініш;\n2) паспорт.", "1) заявление;\n2) паспорт.")
    assert len(told(*texts, {"documents": [FORM]})) == len(texts)
    assert told("1) өтініш.", "1) заявление.", {"documents": [FORM]}) == []


SOUGHT = (
    "Алушы ұсынады:\n1) өтініш;\n2) неке туралы куәлік.",
    "Получатель представляет:\n1) заявление;\n2) свидетельство о браке.",
)
MARRIAGE = {
    "id": "marriage",
    "name": b.said("Неке қию туралы куәлік", "Свидетельство о заключении брака"),
    "source": "applicant",
}
LABOUR = {
    "id": "labour",
    "name": b.said("еңбек өтілін растайтын құжаттар", "документы о стаже"),
    "source": "applicant",
}
PHOTO = {"id": "photo", "name": b.said("фотосурет", "фотография"), "source": "applicant"}
ADDRESS = {
    "id": "address",
    "name": b.said("мекенжай туралы мәлімет", "сведения об адресе"),
    "source": "state-system",
    "system": b.said("Тіркелім", "Регистр"),
}


@pytest.mark.parametrize(
    ("texts", "documents", "count"),
    [
        (SOUGHT, [FORM, MARRIAGE], 0),
        (SOUGHT, [FORM, MARRIAGE, LABOUR], 2),
        (SOUGHT, [FORM, MARRIAGE, PHOTO, LABOUR], 2),
        (SOUGHT, [FORM, LABOUR], 0),  # as many: one may be called otherwise
        (SOUGHT, [FORM, MARRIAGE, ADDRESS], 0),  # the provider takes it
        (
            (SOUGHT[0] + "\nФотосурет те.", SOUGHT[1] + "\nИ фотографию."),
            [FORM, MARRIAGE, PHOTO],
            0,
        ),
        ((SOUGHT[0], SOUGHT[1] + "\nИ фотографию."), [FORM, MARRIAGE, PHOTO], 0),
        (
            ("1) өтініш;\n2) фотосурет.", "1) заявление;\n2) фотография, а при браке – о нем."),
            [FORM, PHOTO, ADDRESS, LABOUR],
            2,
        ),
        (
            (
                "1) құжаттар:\nа) өтініш;\nб) фотосурет;\n2) куәлік.",
                "1) бумаги:\nа) заявление;\nб) снимок;\n2) удостоверение.",
            ),
            [FORM, PHOTO, LABOUR],
            0,
        ),
        (
            ("Үш құжат, оның ішінде өтініш.", "Нужны три документа, в том числе заявление."),
            [FORM, MARRIAGE, PHOTO, LABOUR],
            2,
        ),
        (("Өтініш беріледі.", "Подается заявление."), [FORM, MARRIAGE], 0),
    ],
)
def test_a_list_that_is_shorter_is_told_where_a_document_is_named_nowhere(
    texts: tuple[str, str], documents: list[b.Tree], count: int
) -> None:
    assert len(told(*texts, {"documents": documents})) == count


@pytest.mark.parametrize(
    ("inner", "documents", "count"),
    [
        ((), [FORM, MARRIAGE, LABOUR], 2),
        (("Көші-қон қызметкері стажды тексереді.", "Стаж проверяется."), [FORM, MARRIAGE], 0),
        (("Еңбек өтілі расталады.", "Стаж подтверждается."), [FORM, MARRIAGE, LABOUR], 0),
    ],
)
def test_a_list_with_clauses_inside_is_counted_too(
    inner: tuple[str, ...], documents: list[b.Tree], count: int
) -> None:
    """A document that the list does not have may be named by a clause inside of it."""
    below = inner or ("Жалпы талаптар.", "Общие требования.")
    clause = b.a_clause(
        "general",
        "1",
        text=dict(zip(("kk", "ru"), SOUGHT, strict=True)),
        facts={"documents": documents},
        clauses=[b.a_clause("inner", "1.1", text=dict(zip(("kk", "ru"), below, strict=True)))],
    )
    assert len(said("P10", a_case(a_record(b.a_revision(clauses=[clause]))))) == count


def test_a_waiver_covers_facts() -> None:
    clause = b.a_clause(
        "general",
        "1",
        text=dict(zip(("kk", "ru"), TERM, strict=True)),
        facts={"term": [{"amount": 5, "unit": "working-day"}]},
    )
    waiver = {"clause": "general", "note": b.said("Екі мерзім.", "Два срока.")}
    case = a_case(a_record(b.a_revision(clauses=[clause], parity=[waiver])))
    assert said("P10", case) == said("P11", case) == []
