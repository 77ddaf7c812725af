"""What a text says of its own clauses leads to them; what it says of other acts does not."""

import pytest

from builders import a_clause, a_revision, said
from talqy.compare.references import references
from talqy.model.revision import Revision

POINTS = [
    a_clause("point-1", "1"),
    a_clause("point-2", "2", clauses=[a_clause("item-1", "1)"), a_clause("item-b", "б)")]),
]
TEXT = Revision.model_validate(
    a_revision(
        clauses=[
            a_clause(
                "chapter",
                {"kk": "1-тарау", "ru": "Глава 1"},
                heading=said("А", "А"),
                clauses=[
                    a_clause("article-15", "15", unit="article", clauses=POINTS),
                    a_clause(
                        "article-16", "16", unit="article", clauses=[a_clause("sixteen-1", "1")]
                    ),
                ],
            ),
            a_clause("annex", "3", unit="annex"),
        ]
    )
)


def leads(text: str, language: str, at: str) -> list[tuple[str, str]]:
    """Return the words that speak of clauses, and the clauses that they lead to."""
    clause = TEXT.clause(at)
    assert clause
    return [(one.words, one.clause) for one in references(text, language, TEXT, clause)]


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        ("согласно статье 15.", "annex", [("статье 15", "article-15")]),
        ("в пункте 2 статьи 15", "annex", [("пункте 2 статьи 15", "point-2")]),
        (
            "подпунктом 1) пункта 2 статьи 15 настоящих Правил",
            "article-16",
            [("подпунктом 1) пункта 2 статьи 15", "item-1")],
        ),
        ("подпункт б) пункта 2", "point-1", [("подпункт б) пункта 2", "item-b")]),
        ("в пункте 1", "point-2", [("пункте 1", "point-1")]),
        ("в пункте 1", "sixteen-1", [("пункте 1", "sixteen-1")]),
        ("в пункте 1", "annex", [("пункте 1", "")]),
        ("по форме приложения 3 к настоящим Правилам", "chapter", [("приложения 3", "annex")]),
        ("глава 1 и статья 99", "annex", [("глава 1", "chapter"), ("статья 99", "")]),
        (
            "пунктами 1 и 2 статьи 15",
            "annex",
            [("пунктами 1", "point-1"), ("2 статьи 15", "point-2")],
        ),
        ("статьи 15 Закона Республики Казахстан", "annex", []),
        ("пунктом 2 статьи 15 Земельного кодекса", "annex", []),
        ("пункта 2 Правил приема", "annex", []),
        ("2 пункта и 15 статей", "annex", []),
    ],
)
def test_russian_texts(text: str, at: str, found: list[tuple[str, str]]) -> None:
    assert leads(text, "ru", at) == found


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        ("15-бапқа сәйкес", "annex", [("15-бапқа", "article-15")]),
        ("15-баптың 2-тармағында", "annex", [("15-баптың 2-тармағында", "point-2")]),
        (
            "15-баптың 2-тармағының 1) тармақшасына сәйкес",
            "article-16",
            [("15-баптың 2-тармағының 1) тармақшасына", "item-1")],
        ),
        ("осы Қағидалардың 15-бабы", "annex", [("15-бабы", "article-15")]),
        ("3-қосымшаға сәйкес", "chapter", [("3-қосымшаға", "annex")]),
        ("1-тарауда", "annex", [("1-тарауда", "chapter")]),
        ("1 және 2-тармақтарда", "item-1", [("1", "point-1"), ("2-тармақтарда", "point-2")]),
        ("Заңның 15-бабына сәйкес", "annex", []),
        ("Жер кодексінің 15-бабының 2-тармағы", "annex", []),
    ],
)
def test_kazakh_texts(text: str, at: str, found: list[tuple[str, str]]) -> None:
    assert leads(text, "kk", at) == found
