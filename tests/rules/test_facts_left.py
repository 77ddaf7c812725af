"""P12: a fact does not stay as it was where the words that say it change."""

import pytest

import builders as b
from cases import a_case, a_record, said

FEE = {"fee": [{"amount": "0.5"}]}
FIVE = {"term": [{"amount": 5, "unit": "working-day"}]}
THREE = {"term": [{"amount": 3, "unit": "working-day"}]}
CHANNELS = {"channels": ["state-corporation", "egov-portal"]}
HOURS = {"schedule": [{"place": "provider", "days": ["monday"], "from": "09:00", "to": "18:30"}]}
PHONE = {"contacts": [{"kind": "phone", "value": "1414"}]}
PAPERS = {
    "documents": [
        {"id": "form", "name": b.said("өтініш", "заявление"), "source": "applicant"},
        {
            "id": "note",
            "name": b.said("медициналық куәлік", "медицинское свидетельство"),
            "source": "applicant",
        },
    ]
}
RESULT = {"result": [{"name": b.said("туу туралы куәлік", "свидетельство о рождении")}]}
Texts = tuple[str, str]


def told(
    was: Texts, now: Texts, facts: b.Tree, other: b.Tree | None = None, **more: object
) -> list[str]:
    """Return what P12 says where the words of a clause change, and its facts do or do not."""
    clauses = [
        b.a_clause("general", "1", text=b.said(*words), facts=set_)
        for words, set_ in ((was, facts), (now, other or facts))
    ]
    first = b.a_revision(clauses=[clauses[0]])
    second = b.a_revision(2, kind="amendment", base=1, clauses=[clauses[1]], **more)
    return said("P12", a_case(a_record(first, second)))


def term(days: str, kk: str) -> Texts:
    """Return a clause whose first term is one thing, and its second one 5 working days."""
    return (
        f"Қызмет {kk} жұмыс күні ішінде көрсетіледі, шағым 5 (бес) жұмыс күні ішінде қаралады.",
        f"Услуга оказывается за {days} рабочих дней, жалоба – за 5 (пять) рабочих дней.",
    )


@pytest.mark.parametrize(
    ("was", "now", "facts"),
    [
        (term("5 (пять)", "5 (бес)"), term("3 (три)", "3 (үш)"), FIVE),
        (
            ("Қызмет 5 (бес) жұмыс күні ішінде.", "Услуга оказывается за 5 (пять) рабочих дней."),
            term("3 (три)", "3 (үш)"),
            FIVE,
        ),
        (
            ("0,5 АЕК, шағым үшін 0,5 АЕК", "0,5 МРП, за жалобу 0,5 МРП"),
            ("0,7 АЕК, шағым үшін 0,5 АЕК", "0,7 МРП, за жалобу 0,5 МРП"),
            FEE,
        ),
        (
            ("Портал, Мемлекеттік корпорация арқылы.", "Через портал, Государственную корпорацию."),
            (
                "Портал, Мемлекеттік корпорация, көрсетілетін қызметті беруші арқылы.",
                "Через портал, Государственную корпорацию, через услугодателя.",
            ),
            CHANNELS,
        ),
        (
            (
                "Сағат 9.00-ден 18.30-ға дейін, қабылдау 9.00-ден 18.30-ға дейін.",
                "С 9.00 до 18.30 часов, прием с 9.00 до 18.30.",
            ),
            (
                "Сағат 9.00-ден 17.30-ға дейін, қабылдау 9.00-ден 18.30-ға дейін.",
                "С 9.00 до 17.30 часов, прием с 9.00 до 18.30.",
            ),
            HOURS,
        ),
        (
            ("1) өтініш; 2) медициналық куәлік.", "1) заявление;\n2) медицинское свидетельство."),
            ("1) өтініш; 2) сауалнама.", "1) заявление;\n2) анкета."),
            PAPERS,
        ),
        (
            ("Нәтиже: туу туралы куәлік.", "Результат: свидетельство о рождении."),
            ("Нәтиже: анықтама.", "Результат: справка."),
            RESULT,
        ),
    ],
)
def test_words_that_changed_alone_are_told(was: Texts, now: Texts, facts: b.Tree) -> None:
    assert told(was, now, facts)
    assert told(was, was, facts) == []


@pytest.mark.parametrize(
    ("was", "now", "facts"),
    [
        (
            ("Мерзімі 5 (бес) жұмыс күні.", "Срок – 5 (пять) рабочих дней."),
            ("Қызмет жедел көрсетіледі.", "Услуга оказывается незамедлительно."),
            FIVE,
        ),
        (
            ("Ақысы 0,5 АЕК.", "Плата – 0,5 МРП."),
            ("Ақысы заңда белгіленеді.", "Плата установлена законом."),
            FEE,
        ),
    ],
)
def test_a_sentence_written_anew_leaves_no_fact_behind(
    was: Texts, now: Texts, facts: b.Tree
) -> None:
    assert told(was, now, facts)


@pytest.mark.parametrize(
    "now",
    [
        ("Қызмет бес жұмыс күні ішінде.", "Услуга – пять рабочих дней."),
        ("Қызмет жедел көрсетіледі.", "Услуга оказывается за рабочий день."),
        ("Қызмет бес жұмыс күнінде.", "Услуга оказывается незамедлительно."),
        ("Бір айда.", "В течение месяца."),
        ("Сол күні.", "В тот же день."),
    ],
)
def test_where_anything_could_still_be_the_term_nothing_is_said(now: Texts) -> None:
    was = ("Мерзімі 5 (бес) жұмыс күні.", "Срок – 5 (пять) рабочих дней.")
    assert told(was, now, FIVE) == []


def test_a_term_that_went_into_a_table_is_still_there() -> None:
    was = ("Мерзімі 5 (бес) жұмыс күні.", "Срок – 5 (пять) рабочих дней.")
    table = {
        "head": [b.said("Мерзімі", "Срок")],
        "rows": [[b.said("5 (бес) жұмыс күні", "5 (пять) рабочих дней")]],
    }
    clauses = [
        b.a_clause("general", "1", text=b.said(*was), facts=FIVE),
        b.a_clause("general", "1", text=b.said("Кестеде.", "В таблице."), table=table, facts=FIVE),
    ]
    first = b.a_revision(clauses=[clauses[0]])
    second = b.a_revision(2, kind="amendment", base=1, clauses=[clauses[1]])
    assert said("P12", a_case(a_record(first, second))) == []


def test_a_fact_that_changed_too_is_not() -> None:
    was, now = term("5 (пять)", "5 (бес)"), term("3 (три)", "3 (үш)")
    assert told(was, now, FIVE, THREE) == []


def test_what_is_said_of_something_else_is_not() -> None:
    was = ("Мерзімі 5 (бес) жұмыс күні. Өтініш қаралады.", "Срок – 5 (пять) рабочих дней.")
    now = (
        "Мерзімі 5 (бес) жұмыс күні. Өтінім қаралады.",
        "Срок – 5 (пять) рабочих дней, не более.",
    )
    assert told(was, now, FIVE) == []


def test_what_the_text_says_nowhere_any_more_is_p10s() -> None:
    was = ("Мерзімі 5 (бес) жұмыс күні.", "Срок – 5 (пять) рабочих дней.")
    now = ("Мерзімі 3 (үш) жұмыс күні.", "Срок – 3 (три) рабочих дня.")
    assert told(was, now, FIVE) == []


def test_who_has_looked_says_so_under_parity() -> None:
    was, now = term("5 (пять)", "5 (бес)"), term("3 (три)", "3 (үш)")
    note = {"clause": "general", "note": b.said("Солай.", "Так и есть.")}
    assert told(was, now, FIVE, parity=[note]) == []
