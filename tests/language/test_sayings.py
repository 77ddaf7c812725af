"""A revision, a clause, an author and an outcome are said in one way, and in one place."""

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from builders import a_clause, a_comment, a_revision, said
from held_words import held
from talqy.language.catalogue import catalogue
from talqy.language.clause_sayings import clause_name, element_lines
from talqy.language.count_words import parts_said
from talqy.language.fact_words import fee_words
from talqy.language.locale import Locale
from talqy.language.sayings import author_lines, outcome_name, revision_name, revision_number
from talqy.model.comment import Author, AuthorKind, Comment, Outcome
from talqy.model.facts import Fee
from talqy.model.project import FeeUnit
from talqy.model.revision import Revision
from talqy.project.shipped import shipped_codes
from talqy.project.shipped_files import folders

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generator" / "talqy"
RU = Locale("ru", catalogue("ru", folders(None, "messages")), shipped_codes())
KK = Locale("kk", catalogue("kk", folders(None, "messages")), shipped_codes())
TEXT = Revision.model_validate(
    a_revision(
        2,
        dated="2026-10-30",
        clauses=[
            a_clause(
                "documents",
                "3.",
                heading=said("Құжаттар", "Документы"),
                clauses=[a_clause("parent", "1)", heading=said("Ата-ана", "Родитель"))],
            ),
            {key: value for key, value in a_clause("last", "4").items() if key != "heading"},
        ],
    )
)


def test_a_revision_is_named_with_its_day() -> None:
    assert revision_name(RU, TEXT) == held("Редакция~2 от 30~октября~2026~года")
    assert revision_number(RU, 2) == held("редакция~2")


@pytest.mark.parametrize(
    ("locale", "printed"),
    [
        (RU, "0,5~МРП (2~163~тенге в 2026 году)"),
        (KK, "0,5~АЕК (2026 жылы 2~163~теңге)"),
    ],
)
def test_no_line_ends_between_a_sum_and_its_unit(locale: Locale, printed: str) -> None:
    unit = FeeUnit.model_validate({"tenge": {"2026": "4325"}})
    fee = Fee.model_validate({"amount": "0.5"})
    assert fee_words(locale, unit, fee, 2026) == held(printed)


def test_no_line_begins_with_the_number_of_a_part() -> None:
    parts = (("Принято", 23), ("Отозвано", 0), ("Не принято", 14))
    assert parts_said(RU, parts) == held("принято –~23, не принято –~14")
    assert parts_said(Locale("ru", RU.catalogue, RU.codes, space=" "), parts[:1]) == "принято – 23"


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("documents", "3. Документы"),
        ("parent", "Пункт 3 › 1) Родитель"),
        ("last", "Пункт 4"),
        ("gone", "Пункт, которого в этом тексте нет"),
        (None, "Проект в целом"),
    ],
)
def test_a_clause_is_named_with_its_number_in_a_line(name: str | None, printed: str) -> None:
    assert str(clause_name(RU, TEXT, name)) == printed


@pytest.mark.parametrize(
    ("about", "lines"),
    [
        ("documents", ("Пункт 3", "Документы")),
        ("parent", ("Пункт 3 › подпункт 1)", "Родитель")),
        ("whole", ("Проект в целом",)),
        ({"after": "last"}, ("Пункт 4", "О том, чего не хватает после этого места")),
    ],
)
def test_a_cell_says_what_a_comment_is_about(
    about: str | Mapping[str, str], lines: tuple[str, ...]
) -> None:
    assert tuple(element_lines(RU, TEXT, Comment.model_validate(a_comment(clause=about)))) == lines


def test_an_author_and_an_outcome_have_their_official_names() -> None:
    named = Author(kind=AuthorKind.INDIVIDUAL, name="А. Сапаров", foreign=True)
    said = "физическое лицо, иностранец или лицо без гражданства"
    assert author_lines(RU, named) == (said, "А. Сапаров")
    assert outcome_name(RU, Outcome.ACCEPTED_PARTLY) == "Принято частично"
    assert outcome_name(RU, None) == "Ожидает ответа"


def test_a_foreign_organisation_is_no_person_without_citizenship() -> None:
    firm = Author(kind=AuthorKind.LEGAL_ENTITY, foreign=True)
    assert author_lines(RU, firm) == ("юридическое лицо, иностранная организация",)


SAID_ONCE = {
    "Revision {n} of {day}": "sayings.py",
    "revision {n}": "sayings.py",
    "{unit} {number}": "clause_sayings.py",
    "The text as a whole": "clause_sayings.py",
    "About something missing after this clause": "clause_sayings.py",
    "{author}, foreign or stateless": "sayings.py",
    "Awaiting an answer": "sayings.py",
}


@pytest.mark.parametrize(("message", "file"), SAID_ONCE.items())
def test_no_other_file_puts_the_same_words_together(message: str, file: str) -> None:
    written = re.compile(rf'words\(\s*"{re.escape(message)}"')
    found = [one.name for one in PACKAGE.rglob("*.py") if written.search(one.read_text("utf-8"))]
    assert found == [file]


@pytest.mark.parametrize(
    ("code_list", "file"),
    [
        ("outcome", "sayings.py"),
        ("author-kind", "sayings.py"),
        ("clause-unit", "clause_sayings.py"),
    ],
)
def test_codes_of_people_outcomes_and_units_are_said_there_too(code_list: str, file: str) -> None:
    written = f'coded("{code_list}"'
    found = [one.name for one in PACKAGE.rglob("*.py") if written in one.read_text("utf-8")]
    assert found == [file]


def test_people_say_the_ways_to_a_service_in_their_own_words() -> None:
    """Every official way has such a name, in every language; what has none is said officially."""
    codes = shipped_codes()
    for code in codes.codes("channel"):
        for locale in (KK, RU):
            said = locale.everyday("channel", code)
            assert said == codes.named("everyday-channel", code)[locale.code]
            assert said != locale.coded("channel", code)
    assert RU.everyday("form", "paper") == RU.coded("form", "paper")


def test_an_amount_has_all_its_digits() -> None:
    """Rounded to three, 0.0004 and 0.0001 would both be nothing."""
    assert RU.number(Decimal("0.0001")) == "0,0001"
    assert RU.number(Decimal("999999.9999")) == held("999~999,9999")
