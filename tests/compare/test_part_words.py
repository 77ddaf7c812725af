"""A project's own units are found where texts name them, in any of their forms."""

import pytest

from builders import a_clause, a_revision, said
from talqy.compare.part_words import PartWords, is_within, part_words
from talqy.compare.parts_named import parts_named
from talqy.compare.references import references
from talqy.model.project import CodeName
from talqy.model.revision import Revision
from talqy.project.shipped import shipped_codes

OWN = {
    "subsection": {"kk": "параграф", "ru": "параграф", "en": "subsection"},
    "block": {"kk": "тарау бөлігі", "ru": "подглава", "en": "block"},
    "book": {"kk": "кітап", "ru": "книга первая", "en": "book"},
    "chapter": {"kk": "тарау", "ru": "раздел главный", "en": "chapter"},
}
CODES = shipped_codes().over(
    {"clause-unit": {unit: CodeName(name=name) for unit, name in OWN.items()}}
)
WORDS = part_words(CODES)
TEXT = Revision.model_validate(
    a_revision(
        clauses=[
            a_clause("general", "1", text=said("Жалпы.")),
            a_clause("second", "2", unit="subsection", clauses=[a_clause("inner", "7")]),
        ]
    )
)


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("ru", "согласно параграфу 2", "subsection"),
        ("ru", "в параграфах 2 и 3", "subsection"),
        ("ru", "параграфами 2", "subsection"),
        ("kk", "2-параграфтың талабы", "subsection"),
        ("kk", "2-параграфына", "subsection"),
        ("en", "see subsections 2", "subsection"),
        ("ru", "подглавой 2", "block"),
        ("ru", "подглавы 2", "block"),
        ("kk", "2-тарау бөлігінде", "block"),
        ("kk", "2-кітабында", "book"),
        ("ru", "книги первой 2", "book"),
        ("ru", "главы 2", "chapter"),
        ("ru", "главного раздела 2", "section"),
        ("ru", "раздела главного 2", "chapter"),
    ],
)
def test_a_unit_is_known_in_its_forms(language: str, text: str, unit: str) -> None:
    assert [part.steps[-1] for part in parts_named(text, language, WORDS)][:1] == [(unit, "2")]


@pytest.mark.parametrize("text", ["параграфист 2", "графу 2", "подглавка2", "параграф 2%"])
def test_other_words_are_no_unit(text: str) -> None:
    assert list(parts_named(text, "ru", WORDS)) == []


def test_references_lead_to_a_unit_of_the_project() -> None:
    at = TEXT.clause("general")
    assert at
    for language, text, clause in (
        ("ru", "согласно параграфу 2", "second"),
        ("kk", "2-параграфтың 7-тармағы", "inner"),
        ("ru", "пункта 7 параграфа 2", "inner"),
    ):
        (found,) = references(text, language, TEXT, at, WORDS)
        assert found.clause == clause, text
    assert references("согласно параграфу 2", "ru", TEXT, at) == ()


@pytest.mark.parametrize(
    ("language", "text", "steps"),
    [
        ("ru", "пункт 4 подпункт 2)", [("paragraph", "4"), ("sub-paragraph", "2)")]),
        ("ru", "подпункт 2) пункта 4", [("paragraph", "4"), ("sub-paragraph", "2)")]),
        ("ru", "статья 9 пункт 3", [("article", "9"), ("paragraph", "3")]),
        ("kk", "2) тармақша 4-тармақтың", [("paragraph", "4"), ("sub-paragraph", "2)")]),
        ("ru", "пункт 5 настоящих Правил", [("paragraph", "5")]),
        ("en", "clause 5 of these Rules", [("paragraph", "5")]),
        ("ru", "пункт 5 этого Закона", []),
    ],
)
def test_the_outer_part_may_stand_first(
    language: str, text: str, steps: list[tuple[str, str]]
) -> None:
    assert [step for part in parts_named(text, language) for step in part.steps] == steps


def test_ours_alone_need_no_words_of_a_project() -> None:
    assert part_words(shipped_codes()) == PartWords()
    assert is_within("paragraph", "article")
    assert not is_within("article", "annex")
