"""Clauses that say their unit twice, items of texts and ranges are found where they are named."""

import pytest

from builders import a_clause, a_revision, said
from talqy.compare.references import references
from talqy.model.revision import Revision

ITEMS = "о чем:\n1) один;\n2) два:\nа) малый;\nб) большой;\n3) три."
TEXT = Revision.model_validate(
    a_revision(
        clauses=[
            a_clause("general", "12"),
            a_clause("list", "4", text={**said(ITEMS), "en": ITEMS}),
            a_clause("five", "5", text=said("мынадай: 1) бір; 2) екі.")),
            a_clause("six", "6"),
            a_clause("six-seven", "6-7"),
            a_clause("seven", "7"),
            a_clause(
                "section",
                {"kk": "ІІ бөлім", "ru": "Раздел II", "en": "Section II"},
                unit="section",
                clauses=[
                    a_clause(
                        "chapter",
                        {"kk": "3-тарау", "ru": "Глава 3", "en": "Chapter 3"},
                        unit="chapter",
                        clauses=[
                            a_clause(
                                "article",
                                {"kk": "9-бап", "ru": "Статья 9"},
                                unit="article",
                                clauses=[
                                    a_clause("nine-1", {"kk": "1-тармақ", "ru": "Пункт 1"}),
                                    a_clause(
                                        "part",
                                        {"kk": "2-бөлік", "ru": "Часть 2"},
                                        unit="part",
                                    ),
                                ],
                            )
                        ],
                    )
                ],
            ),
            a_clause(
                "annex",
                {"kk": "Қағидаларға 2-қосымша", "ru": "Приложение 2 к Правилам", "en": "Annex 2"},
                unit="annex",
                clauses=[a_clause("form", {"kk": "1-нысан", "ru": "Форма № 1"}, unit="form")],
            ),
        ]
    )
)


def leads(text: str, language: str, at: str = "general") -> list[tuple[str, str, str]]:
    """Return the words that speak of clauses, the clauses, and the items inside of these."""
    clause = TEXT.clause(at)
    assert clause
    found = references(text, language, TEXT, clause)
    return [(one.words, one.clause, " ".join(one.item)) for one in found]


@pytest.mark.parametrize(
    ("language", "text", "clause"),
    [
        ("ru", "согласно приложению 2", "annex"),
        ("ru", "согласно приложению № 2", "annex"),
        ("ru", "главы 3", "chapter"),
        ("ru", "раздела II", "section"),
        ("ru", "раздела ІІ", "section"),
        ("ru", "раздела 2", "section"),
        ("ru", "статье 9", "article"),
        ("ru", "пункта 1 статьи 9", "nine-1"),
        ("ru", "частью 2 статьи 9", "part"),
        ("ru", "по форме 1 приложения 2", "form"),
        ("ru", "формами", None),
        ("ru", "приложения 1", ""),
        ("kk", "2-қосымшаға", "annex"),
        ("kk", "№ 2 қосымшаға", "annex"),
        ("kk", "3-тараудың", "chapter"),
        ("kk", "II бөлімнің", "section"),
        ("kk", "2-бөлімінде", "section"),
        ("kk", "9-баптың 1-тармағында", "nine-1"),
        ("kk", "9-бабының 2-бөлігі", "part"),
        ("kk", "1-нысанға", "form"),
        ("en", "as set in Annex 2", "annex"),
        ("en", "section II", "section"),
        ("en", "paragraph 1 of article 9", "nine-1"),
        ("en", "paragraph 1 of the article 9 of this Standard", "nine-1"),
        ("en", "article 9 of the Civil Code", None),
        ("en", "section civil", None),
    ],
)
def test_units_that_the_number_says_too(language: str, text: str, clause: str | None) -> None:
    found = leads(text, language)
    assert [one[1] for one in found] == ([] if clause is None else [clause])


@pytest.mark.parametrize(
    ("language", "at", "text", "found"),
    [
        ("ru", "general", "подпункт 2) пункта 4", [("list", "2)")]),
        ("ru", "general", "подпункту 2 пункта 4", [("list", "2)")]),
        ("ru", "general", "подпункту а) подпункта 2) пункта 4", [("list", "2) а)")]),
        ("ru", "general", "подпунктов 1) и 3) пункта 4", [("list", "1)"), ("list", "3)")]),
        ("ru", "general", "подпунктами 1)-3) пункта 4", [("list", f"{n})") for n in (1, 2, 3)]),
        ("ru", "list", "подпункт 3) настоящего пункта", [("list", "3)")]),
        ("ru", "general", "подпункт 4) пункта 4", [("", "")]),
        ("ru", "general", "подпункт 1) пункта 33", [("", "")]),
        ("ru", "general", "подпункт 2) пункта 4 Закона", []),
        ("kk", "general", "4-тармақтың 2) тармақшасы", [("list", "2)")]),
        ("kk", "general", "5-тармақтың 2) тармақшасында", [("five", "2)")]),
        ("kk", "list", "осы тармақтың 1) тармақшасы", [("list", "1)")]),
        ("en", "general", "sub-paragraph 2) of paragraph 4", [("list", "2)")]),
    ],
)
def test_items_of_a_text(language: str, at: str, text: str, found: list[tuple[str, str]]) -> None:
    assert [one[1:] for one in leads(text, language, at)] == found


@pytest.mark.parametrize(
    ("language", "text", "clauses"),
    [
        ("ru", "пунктам 4-6", ["list", "five", "six"]),
        ("ru", "пунктах 4 – 6 и 12", ["list", "five", "six", "general"]),
        ("ru", "пунктами 6-7", ["six-seven"]),
        ("ru", "пункте 4-6", [""]),
        ("ru", "пунктам 12-9999999999", ["general", ""]),
        ("ru", "пунктам 6-4", [""]),
        ("kk", "4 – 6-тармақтар", ["list", "five", "six"]),
        ("kk", "4-6-тармақтарда", ["list", "five", "six"]),
        ("en", "paragraphs 4 to 6", ["list", "five", "six"]),
    ],
)
def test_ranges(language: str, text: str, clauses: list[str]) -> None:
    assert [one[1] for one in leads(text, language)] == clauses
