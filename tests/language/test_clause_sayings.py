"""A clause is called by what it is, its number, and what it stands in: in one way everywhere."""

from typing import Any

import pytest

from builders import a_clause, a_revision, said
from talqy.language.catalogue import catalogue
from talqy.language.clause_sayings import (
    clause_heading,
    clause_lines,
    clause_name,
    clause_path,
    printed_label,
    spoken_clause,
)
from talqy.language.locale import Locale
from talqy.model.revision import Clause, Revision
from talqy.project.shipped import shipped_codes
from talqy.project.shipped_files import folders

LOCALES = {
    code: Locale(code, catalogue(code, folders(None, "messages")), shipped_codes())
    for code in ("kk", "ru", "en")
}
NUMBERED = {"kk": "1-тарау", "ru": "Глава 1"}
TERM = a_clause("term", "3", clauses=[a_clause("late", "2-1)"), a_clause("letter", "ә)")])
ARTICLE = a_clause("article", "15", unit="article", heading=said("Мерзім", "Срок"), clauses=[TERM])
WISH = said("Өтініш", "Заявление")
FORM = {"id": "form", "unit": "form", "heading": WISH, "text": said("…", "…")}
BARE = {"id": "bare", "text": said("Осы қағидалар әзірленді.", "Настоящие правила разработаны.")}
TEXT = Revision.model_validate(
    a_revision(
        clauses=[
            a_clause("chapter", NUMBERED, heading=said("Жалпы ереже", "Общее"), clauses=[ARTICLE]),
            a_clause("annex", "3", unit="annex", clauses=[FORM, BARE]),
            a_clause("nine", "9", clauses=[a_clause("nine-six", "9.6")]),
            a_clause("second", {"kk": "II", "ru": "II"}, unit="section"),
        ]
    )
)


def clause(name: str) -> Clause:
    """Find a clause of the text."""
    found = TEXT.clause(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "kk", "ru", "en"),
    [
        ("chapter", "1-тарау", "Глава 1", "1-тарау"),
        (
            "term",
            "1-тарау › 15-бап › 3-тармақ",
            "Глава 1 › статья 15 › пункт 3",
            "1-тарау › article 15 › paragraph 3",
        ),
        (
            "late",
            "1-тарау › 15-бап › 3-тармақ › 2-1) тармақша",
            "Глава 1 › статья 15 › пункт 3 › подпункт 2-1)",
            "1-тарау › article 15 › paragraph 3 › sub-paragraph 2-1)",
        ),
        (
            "letter",
            "1-тарау › 15-бап › 3-тармақ › ә) тармақша",
            "Глава 1 › статья 15 › пункт 3 › подпункт ә)",
            "1-тарау › article 15 › paragraph 3 › sub-paragraph ә)",
        ),
        ("form", "3-қосымша › нысан", "Приложение 3 › форма", "Annex 3 › form"),
        ("nine-six", "9.6-тармақ", "Пункт 9.6", "Paragraph 9.6"),
        ("second", "II-бөлім", "Раздел II", "Section II"),
        (
            "bare",
            "3-қосымша › «Осы қағидалар әзірленді.»",
            "Приложение 3 › «Настоящие правила разработаны.»",
            "Annex 3 › «Осы қағидалар әзірленді.»",
        ),
    ],
)
def test_a_path_names_each_unit_with_its_number(name: str, kk: str, ru: str, en: str) -> None:
    said_in = {code: clause_path(locale, TEXT, clause(name)) for code, locale in LOCALES.items()}
    assert said_in == {"kk": kk, "ru": ru, "en": en}


@pytest.mark.parametrize(
    ("name", "ru"),
    [
        ("chapter", "Глава 1. Общее"),
        ("article", "Глава 1 › Статья 15. Срок"),
        ("form", "Приложение 3 › Форма. Заявление"),
        ("nine", "Пункт 9"),
    ],
)
def test_a_name_ends_with_the_heading(name: str, ru: str) -> None:
    assert str(clause_name(LOCALES["ru"], TEXT, name)) == ru


def test_a_heading_has_the_word_of_its_unit_before_it_but_for_plain_ones() -> None:
    labels = [printed_label(LOCALES["ru"], clause(name)) for name in ("article", "term", "late")]
    assert labels == ["Статья 15", "3", "2-1)"]
    assert clause_heading(LOCALES["kk"], clause("late")) == "2-1) тармақша"
    assert clause_lines(LOCALES["ru"], TEXT, "nine") == ("Пункт 9",)


@pytest.mark.parametrize(
    ("name", "en", "ru"),
    [
        ("article", "1-тарау › article 15. Мерзім", "Глава 1 › статья 15. Срок"),
        ("late", "1-тарау › article 15 › paragraph 3 › sub-paragraph 2-1)", ""),
        ("bare", "annex 3 › bare", "приложение 3 › bare"),
    ],
)
def test_a_problem_names_a_clause_in_the_language_of_its_reader(
    name: str, en: str, ru: str
) -> None:
    spoken = spoken_clause(TEXT, clause(name))
    assert spoken.said() == en
    russian = ru or clause_path(LOCALES["ru"], TEXT, clause(name))
    assert spoken.said(LOCALES["ru"].catalogue.problem) == russian


@pytest.mark.parametrize("number", ["", None])
def test_a_clause_needs_no_number(number: str | None) -> None:
    tree: dict[str, Any] = a_clause("term", heading=said("Мерзім", "Срок"))
    tree |= {"number": number}
    found = Clause.model_validate(tree)
    assert found.numbers == ()
    assert str(clause_heading(LOCALES["ru"], found)) == "Срок"
