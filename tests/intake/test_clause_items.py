"""Quotes, rows and numbered items of a letter that speak of different clauses are divided."""

import pytest

import builders as b
from talqy.intake.clause_items import clause_quoted, clauses_apart, each_item
from talqy.model.revision import Revision

DRAFT = Revision.model_validate(
    b.a_revision(
        clauses=[
            b.a_clause(
                "term",
                "5",
                heading=b.said("Қызмет көрсету мерзімі", "Срок оказания услуги"),
                text=b.said(
                    "Тіркеу мерзімі екі жұмыс күні.", "Регистрация длится два рабочих дня."
                ),
            ),
            b.a_clause(
                "fee",
                "8",
                heading=b.said("Төлемақы мөлшері", "Размер платы"),
                text=b.said("Қызмет ақысыз көрсетіледі.", "Услуга оказывается бесплатно."),
            ),
        ]
    )
)


@pytest.mark.parametrize(
    "words",
    [
        "1.1. Срок услуги велик.\n1.2. Размер платы велик.",
        "1. Мерзімі тым ұзақ.\n2. Төлемақы керек емес.",
        "1) Срок сократите.\n2) Плату уберите, размер неясен.\n3) Размер платы велик.",
        "«Регистрация длится два рабочих дня» – долго. «Услуга оказывается бесплатно» – верно.",
        "«Тіркеу мерзімі екі жұмыс күні» – ұзақ. «Қызмет ақысыз көрсетіледі» – дұрыс.",
        "Пункт Редакция проекта Предложение\n5 два дня один день\n8 плата без платы",
        "Тармақ Жоба Ұсыныс\n5 екі күн бір күн\n8 ақылы ақысыз",
    ],
)
def test_parts_that_speak_of_different_clauses_are_told_apart(words: str) -> None:
    assert [clause.id for clause in clauses_apart(words, DRAFT)] == ["term", "fee"]


@pytest.mark.parametrize(
    "words",
    [
        "1. Просим сократить ожидание.\n2. Просим уведомлять родителей.",
        "1. Күтуді қысқартыңыз.\n2. Ата-аналарға хабарлаңыз.",
        "Срок велик, и размер платы неясен.",
        "1. Срок велик.\n2. Сроки надо сократить.",
        "«Регистрация длится два рабочих дня» – долго. «Долго ждать нельзя никому».",
        "Пункт 5: предложение сократить\n8 человек ждали",
        "",
    ],
)
def test_parts_that_speak_of_one_clause_or_none_are_no_several(words: str) -> None:
    assert len(clauses_apart(words, DRAFT)) < 2


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("«Регистрация длится два рабочих дня» – это долго.", "term"),
        ("«Тіркеу мерзімі екі жұмыс күні» – тым ұзақ.", "term"),
        ("Изложить: «Услуга оказывается бесплатно».", None),
        ("Мәтінді «Қызмет ақысыз көрсетіледі» деп жазыңыз.", None),
        ("«Регистрация длится два года» – это долго.", None),
    ],
)
def test_a_quote_of_one_clause_is_its_name_unless_it_is_a_new_wording(
    words: str, clause: str | None
) -> None:
    found = clause_quoted(words, DRAFT)
    assert (found.id if found else None) == clause


@pytest.mark.parametrize(
    ("names", "each"),
    [
        (("пп. 1) и 2) п. 5",), ("подпункт 1) пункта 5", "подпункт 2) пункта 5")),
        (
            ("5-тармақтың 1) тармақшасы", "2) тармақшасы"),
            ("5-тармақтың 1) тармақшасы", "подпункт 2) пункта 5"),
        ),
        (("пункт 5", "пункт 8"), ("пункт 5", "пункт 8")),
        (("подпункт 1) пункта 5 и пункт 8",), ("подпункт 1) пункта 5 и пункт 8",)),
        (("подпункт 3)",), ("подпункт 3)",)),
    ],
)
def test_each_item_has_the_clause_that_is_named(
    names: tuple[str, ...], each: tuple[str, ...]
) -> None:
    assert each_item(names) == each
