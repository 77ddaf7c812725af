"""Facts that the words of a clause seem to set are proposed as lines, where all languages agree."""

import pytest

from builders import Tree, a_clause, said
from talqy.drafts.proposed_facts import proposed_facts


def lines(clause: Tree, *, ids: frozenset[str] = frozenset({"term"})) -> list[str]:
    return [one.line for one in proposed_facts([clause], ids)]


@pytest.mark.parametrize(
    ("kk", "ru", "line"),
    [
        (
            "Қызмет 5 (бес) жұмыс күні ішінде көрсетіледі.",
            "Услуга оказывается за пять рабочих дней.",
            "term: [{amount: 5, unit: working-day}]",
        ),
        (
            "Мемлекеттік баж 0,5 АЕК мөлшерінде алынады.",
            "Государственная пошлина взимается в размере 0,5 МРП.",
            'fee: [{amount: "0.5"}]',
        ),
        (
            "Анықтама телефоны: 8-800-080-7777.",
            "Телефон для справок: 8 (800) 080-77-77.",
            'contacts: [{kind: phone, value: "78000807777"}]',
        ),
    ],
)
def test_what_both_languages_say_is_proposed(kk: str, ru: str, line: str) -> None:
    assert lines(a_clause(text=said(kk, ru))) == [line]


def test_what_the_languages_say_differently_is_not() -> None:
    text = said("Қызмет 5 жұмыс күні ішінде көрсетіледі.", "Услуга оказывается за 7 рабочих дней.")
    assert lines(a_clause(text=text)) == []


def test_neither_a_fact_that_is_set_nor_a_clause_that_stayed_is_asked_about() -> None:
    text = said("Қызмет 5 жұмыс күні ішінде көрсетіледі.", "Услуга оказывается за 5 рабочих дней.")
    set_already = {"term": [{"amount": "5", "unit": "working-day"}]}
    assert lines(a_clause(text=text, facts=set_already)) == []
    assert lines(a_clause(text=text), ids=frozenset()) == []


def test_a_wait_in_minutes_is_left_to_a_person() -> None:
    text = said("Кезекте күту – 20 минут.", "Ожидание в очереди – 20 минут.")
    assert lines(a_clause(text=text)) == []


def test_days_and_numbers_of_other_things_are_no_terms() -> None:
    kk = "Заң 2022 жылғы 14 шілдеде күшіне енді, 5 (алты) жұмыс күні, 1/3 АЕК."
    ru = "Закон вступил в силу 14 июля 2022 года, 5 (шесть) рабочих дней, 1/3 МРП."
    assert lines(a_clause(text=said(kk, ru))) == []
