"""C: every row of the list of basic requirements is set, or openly said not to be."""

from typing import Any

import pytest

import builders as b
from cases import a_case, a_record, advised, said, severities
from talqy.rules.rule import CheckContext

CLOSED: b.Tree = {
    "dated": "2026-10-01",
    "consultation": b.a_consultation("2026-10-12", "2026-10-30"),
}


def a_text(*clauses: b.Tree, **changes: Any) -> CheckContext:
    return a_case(a_record(b.a_revision(clauses=list(clauses or [b.a_clause()]), **changes)))


def with_facts(**facts: object) -> CheckContext:
    return a_text(b.a_clause(facts=facts))


def test_a_complete_text_has_every_row() -> None:
    assert [said(code, a_case(a_record())) for code in ("C01", "C02", "C03")] == [[], [], []]


def test_every_missing_row_is_told() -> None:
    rows = [line.split("“")[1].split("”")[0] for line in said("C01", a_text())]
    assert rows == [
        "provider",
        "channels",
        "term",
        "form",
        "result",
        "payment",
        "schedule",
        "documents",
        "refusal-grounds",
        "other-requirements",
    ]


def test_a_row_openly_not_set_is_not_missing() -> None:
    not_set = [{"row": "payment", "reason": b.said("Ақысыз.")}]
    assert not any("payment" in line for line in said("C01", a_text(not_set=not_set)))


def test_a_row_may_be_set_by_a_clause_inside_another() -> None:
    inner = b.a_clause("inner", covers=["provider"])
    outer = b.a_clause("outer", clauses=[inner])
    assert not any("provider" in line for line in said("C01", a_text(outer)))


def test_a_row_with_facts_is_not_set_by_naming_it() -> None:
    """`covers` is for the rows that have no typed facts."""
    case = a_text(b.a_clause(covers=["term"]))
    assert any("“term”" in line for line in said("C01", case))
    assert any(line.startswith("give “term” under facts") for line in advised("C01", case))


def test_a_draft_under_discussion_gets_errors_and_a_closed_one_warnings() -> None:
    assert severities("C01", a_text()) == {"error"}
    assert severities("C01", a_text(**CLOSED)) == {"warning"}


def test_a_text_that_is_gone_gets_nothing() -> None:
    assert said("C01", a_text(withdrawn=b.a_withdrawal("2026-11-12"))) == []


def test_a_repeal_needs_no_rows() -> None:
    repeal = b.a_revision(2, kind="repeal", clauses=[b.a_clause()])
    assert said("C01", a_case(a_record(b.an_adopted_revision(), repeal))) == []


def test_complaints_and_disability_have_rules_of_their_own() -> None:
    assert said("C02", a_text()) == [
        "r1.yaml clauses: the text does not say how a decision is appealed",
    ]
    assert said("C03", a_text()) == [
        "r1.yaml clauses: the text names no conditions for persons with disabilities",
    ]


SLOW = [{"amount": "5", "unit": "working-day"}]


@pytest.mark.parametrize(
    ("channels", "term", "needed"),
    [
        (["state-corporation"], SLOW, True),
        (["provider"], SLOW, False),
        (["state-corporation"], [{"amount": "1", "unit": "working-day"}], False),
        (["state-corporation"], [{"amount": "30", "unit": "minute"}], False),
        (["state-corporation"], [{"amount": "24", "unit": "hour"}], False),
        (["state-corporation"], [{"amount": "25", "unit": "hour"}], True),
        (["state-corporation"], [{"amount": "1", "unit": "month"}], True),
        (["state-corporation"], [{"kind": "waiting", **SLOW[0]}], False),
        (["state-corporation"], [{"channel": "egov-portal", **SLOW[0]}], False),
    ],
)
def test_a_handover_is_needed_where_the_centre_gives_out_what_takes_long(
    channels: list[str],
    term: list[b.Tree],
    needed: bool,  # noqa: FBT001
) -> None:
    assert bool(said("C04", with_facts(channels=channels, term=term))) is needed


@pytest.mark.parametrize(
    ("amount", "unit", "enough"),
    [("1", "day", True), ("24", "hour", True), ("23", "hour", False), ("9999", "minute", False)],
)
def test_a_handover_is_a_day_before_the_end(amount: str, unit: str, enough: bool) -> None:  # noqa: FBT001
    handover = {"amount": amount, "unit": unit}
    case = with_facts(channels=["state-corporation"], term=SLOW, handover=handover)
    assert (not said("C04", case)) is enough


def a_document(**changes: object) -> CheckContext:
    return with_facts(documents=[{"id": "birth-note", "name": b.said("анықтама"), **changes}])


def test_a_document_that_the_state_holds_is_not_demanded() -> None:
    assert said("C05", a_document(source="applicant", system=b.said("АЖО"))) == [
        (
            "r1.yaml clauses.#term.facts.documents: "
            "the document “birth-note” is demanded, though a state system holds it"
        ),
    ]


def test_a_document_from_the_state_names_its_system() -> None:
    assert said("C06", a_document(source="state-system")) == [
        (
            "r1.yaml clauses.#term.facts.documents: "
            "the document “birth-note” does not say which state system it comes from"
        ),
    ]


def test_documents_in_order_are_not_told() -> None:
    assert said("C05", a_document(source="applicant")) == []
    assert said("C06", a_document(source="state-system", system=b.said("АЖО"))) == []


def test_a_ground_for_refusal_names_the_law() -> None:
    case = with_facts(refusal_grounds=[{"ground": "false-data"}])
    assert said("C07", case) == [
        (
            "r1.yaml clauses.#term.facts.refusal_grounds.0: "
            "the ground “false-data” names no provision of law"
        ),
    ]
    assert severities("C07", case) == {"warning"}


def test_a_row_is_not_both_set_and_not_set() -> None:
    not_set = [{"row": "provider", "reason": b.said("Жоқ.")}]
    clause = b.a_clause(covers=["provider"])
    assert said("C08", a_text(clause, not_set=not_set)) == [
        "r1.yaml not_set.0: the row “provider” is set by a clause, yet named as not set",
    ]


@pytest.mark.parametrize("words", ["…", "...", " … "])
def test_what_a_skeleton_left_is_told_wherever_it_stands(words: str) -> None:
    project = b.a_project()
    project["authorities"][b.MINISTRY] |= {"address": b.said(words, "Мира, 1"), "email": words}
    posted = [{**b.a_posting("internet", "2026-11-09"), "url": words}]
    text = b.a_revision(consultation=b.a_consultation(posted=posted))
    place = f"project.yaml authorities.{b.MINISTRY}"
    assert said("C09", a_case(a_record(text), project=project)) == [
        f"{place}.address.kk: this text is still to be written",
        f"{place}.email: this text is still to be written",
        "r1.yaml consultation.posted.0.url: this text is still to be written",
    ]


def test_a_text_that_ends_in_dots_is_written() -> None:
    assert said("C09", a_case(a_record(b.a_revision(explanation=b.said("Жоба…"))))) == []


LIST = (
    "Алушы ұсынады:\n1) өтініш;\n2) куәлік.",
    "Получатель представляет:\n1) заявление;\n2) удостоверение.",
)


@pytest.mark.parametrize(
    ("row", "kk", "ru", "words"),
    [
        ("term", "Қызмет 5 (бес) жұмыс күні ішінде.", "За 5 (пять) рабочих дней.", "5 (бес)"),
        ("term", "Мерзімі – бір ай.", "Срок – один месяц.", "бір ай"),
        ("payment", "Алым 0,5 АЕК мөлшерінде.", "Сбор в размере 0,5 МРП.", "0,5 АЕК"),
        ("payment", "Қызмет тегін көрсетіледі.", "Услуга оказывается бесплатно.", "тегін"),
        ("channels", "ХҚКО немесе портал арқылы.", "Через ЦОН или портал.", "ХҚКО, портал"),
        ("documents", *LIST, "1), 2)"),
        (
            "schedule",
            "Сағат 9.00-ден 18.30-ға дейін.",
            "С 9.00 до 18.30 часов.",
            "9.00-ден, 18.30-ға",
        ),
        ("schedule", "Тәулік бойы.", "Круглосуточно.", "тәулік бойы"),
        ("term", "Қызмет 5 жұмыс күні ішінде.", "Услуга за 7 рабочих дней.", ""),
        ("term", "Белгіленбейді: 5 жұмыс күні ғана.", "Не устанавливается: 5 рабочих дней.", ""),
        ("term", "Кезек – 20 минут.", "Очередь – 20 минут.", ""),
        ("term", "Заң бойынша.", "По закону.", ""),
        ("term", "Жауап бірінші күні беріледі.", "Ответ – в первый день.", ""),
        ("payment", "Қызмет ақылы.", "Услуга платная.", ""),
        ("payment", "Тегін телефон: 1414.", "Бесплатный телефон: 1414.", ""),
        ("channels", "Тәсілін беруші таңдайды.", "Способ выбирает услугодатель.", ""),
        ("documents", "Құжат талап етілмейді.", "Документы не требуются.", ""),
        ("documents", LIST[0].replace("ұсынады", "мыналар талап етілмейді"), LIST[1], ""),
        ("result", "5 жұмыс күні.", "5 рабочих дней.", ""),
    ],
)
def test_a_row_that_its_clause_sets_is_not_called_unset(
    row: str, kk: str, ru: str, words: str
) -> None:
    not_set = [{"row": row, "reason": b.said("Жоқ.", "Нет.")}]
    found = said("C11", a_text(b.a_clause(row, text=b.said(kk, ru)), not_set=not_set))
    assert len(found) == bool(words)
    assert words.lower() in "".join(found).lower()
    elsewhere = b.a_clause("general", text=b.said(kk, ru))
    assert said("C11", a_text(elsewhere, not_set=not_set)) == []


def test_the_clause_of_a_row_is_known_by_its_heading() -> None:
    heading = b.said("Мемлекеттік қызмет көрсету мерзімі", "Срок оказания государственной услуги")
    text = b.said("5 жұмыс күні.", "5 рабочих дней.")
    not_set = [{"row": "term", "reason": b.said("Жоқ.", "Нет.")}]
    clause = b.a_clause("general", heading=heading, text=text)
    (found,) = said("C11", a_text(clause, not_set=not_set))
    assert found.endswith("named as not set, yet the clause “general” says: 5 жұмыс күні")
    set_too = b.a_clause("term", facts={"term": [{"amount": 5, "unit": "working-day"}]})
    assert said("C11", a_text(clause, set_too, not_set=not_set)) == []
