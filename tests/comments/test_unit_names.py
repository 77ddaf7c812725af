"""Names of chapters, articles, parts and annexes lead to the clauses that have them."""

import pytest

from builders import a_clause, a_revision, said
from talqy.comments.clause_names import clauses_meant
from talqy.language.catalogue import catalogue
from talqy.language.clause_sayings import clause_path
from talqy.language.locale import Locale
from talqy.model.revision import Revision
from talqy.project.shipped import shipped_codes
from talqy.project.shipped_files import folders

PART = a_clause("part", "2", unit="part", clauses=[a_clause("item", "1)")])
TEXT = Revision.model_validate(
    a_revision(
        clauses=[
            a_clause(
                "chapter",
                {"kk": "1-тарау", "ru": "Глава 1"},
                heading=said("Жалпы ереже", "Общее"),
                clauses=[a_clause("article", "15", unit="article", clauses=[PART])],
            ),
            a_clause("annex", "3", unit="annex", clauses=[a_clause("fifteen", "15")]),
        ]
    )
)


@pytest.mark.parametrize(
    ("name", "clause"),
    [
        ("Глава 1", "chapter"),
        ("1-тарау", "chapter"),
        ("статья 15", "article"),
        ("15-бап", "article"),
        ("ст. 15", "article"),
        ("часть 2 статьи 15", "part"),
        ("приложение 3", "annex"),
        ("3-қосымша", "annex"),
        ("пункт 15 приложения 3", "fifteen"),
        ("статья 16", ""),
        ("статья 15 закона", ""),
    ],
)
def test_units_of_the_draft_are_found_and_those_of_other_acts_are_not(
    name: str, clause: str
) -> None:
    assert [found.id for found in clauses_meant(name, TEXT)] == ([clause] if clause else [])


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("clause", ["chapter", "article", "part", "annex", "fifteen"])
def test_a_path_that_we_print_leads_back(language: str, clause: str) -> None:
    locale = Locale(language, catalogue(language, folders(None, "messages")), shipped_codes())
    meant = TEXT.clause(clause)
    assert meant
    assert clauses_meant(clause_path(locale, TEXT, meant), TEXT) == (meant,)
