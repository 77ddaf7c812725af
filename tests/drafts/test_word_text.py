"""A text in a Word file is read clause by clause: its three shapes, and what is refused."""

import re
from collections.abc import Mapping, Sequence

import pytest

from sites import ROOT
from talqy.drafts import word_kinds
from talqy.drafts.clause_starts import ActUnits, UnitNames
from talqy.drafts.origins import Origins
from talqy.drafts.passages import WordText
from talqy.drafts.word_text import Known, read_text
from talqy.drafts.word_views import read_views
from talqy.model.revision import Revision
from talqy.office.text_marks import column_heads
from word_files import (
    a_list,
    a_word,
    box,
    cell,
    definition,
    field,
    item,
    level,
    paragraph,
    row,
    run,
    table,
)
from word_texts import a_line_text, a_table_text, marked

FILE = "draft.docx"
WORDS = {
    "general": ("Жалпы ережелер", "Общие положения", "Осы стандарт.", "Этот стандарт."),
    "term": ("Мерзімі", "Срок", "Бес жұмыс күні\n1) куәлік;", "Пять рабочих дней\n1) справка;"),
    "docs": ("Құжаттар", "Документы", "Өтініш және куәлік.", "Заявление и удостоверение."),
}


def a_text(words: Mapping[str, tuple[str, str, str, str]] = WORDS) -> Revision:
    """Make a text with these clauses, numbered from 1."""
    clauses = [
        {
            "id": name,
            "number": str(number),
            "heading": {"kk": said[0], "ru": said[1]},
            "text": {"kk": said[2], "ru": said[3]},
        }
        for number, (name, said) in enumerate(words.items(), 1)
    ]
    head = {"schema": "1", "revision": "1", "kind": "new", "dated": "2026-11-02"}
    return Revision.model_validate({**head, "explanation": {"ru": "."}, "clauses": clauses})


BASE = a_text()


def read(data: bytes, language: str = "") -> WordText:
    """Read a file beside the base."""
    views = read_views(data, FILE)
    assert views.problems == ()
    return read_text(views.accepted, FILE, Known(("kk", "ru"), BASE, ("Стандарт",), language))


def codes(data: bytes, language: str = "ru") -> list[str]:
    """Return the codes of all that keeps a file from being taken."""
    views = read_views(data, FILE)
    if views.problems:
        return [problem.code for problem in views.problems]
    return [problem.code for problem in Origins(read(data, language), BASE).problems]


def a_row(number: str, kk: str, ru: str, code: str) -> str:
    return row(cell(number), cell(kk), cell(ru), cell(code))


HEADS = row(*column_heads(("kk", "ru")))


@pytest.mark.parametrize(
    ("line", "number", "unit", "words"),
    [
        ("6. Срок", "6", "", "Срок"),
        ("10.1. При подаче", "10.1", "", "При подаче"),
        ("5-1. Жаңа", "5-1", "", "Жаңа"),
        ("Глава 2. Порядок", "Глава 2", "chapter", "Порядок"),
        ("2-тарау. Тәртіп", "2-тарау", "chapter", "Тәртіп"),
        ("Статья 15. Права", "Статья 15", "article", "Права"),
        ("Приложение 3", "Приложение 3", "annex", ""),
        ("Приложение А. Слова", "Приложение А", "annex", "Слова"),
        ("1а-қосымша. Сөз", "1а-қосымша", "annex", "Сөз"),
        ("Форма. Сведения", "Форма", "form", "Сведения"),
        ("§ 6a. Form", "§ 6a", "", "Form"),
    ],
)
def test_a_clause_begins_at_its_number(line: str, number: str, unit: str, words: str) -> None:
    assert ActUnits().start_of(line) == (number, unit, words)


OWN = ActUnits(
    {
        "scheme": UnitNames(("схема",), ("сызба",)),
        "flow": UnitNames(("схема  процесса (общая)",), ("сызба парағы",)),
    }
)


@pytest.mark.parametrize(
    ("line", "number", "unit", "words"),
    [
        ("Схема 1. Схема", "Схема 1", "scheme", "Схема"),
        ("СХЕМА № 2", "СХЕМА № 2", "scheme", ""),
        ("1-сызба. Сызба", "1-сызба", "scheme", "Сызба"),
        ("Схема процесса (общая) 3. Ход", "Схема процесса (общая) 3", "flow", "Ход"),
        ("3-сызба парағы. Барысы", "3-сызба парағы", "flow", "Барысы"),
        ("Схема. Слова", "Схема", "scheme", "Слова"),
        ("Глава 1. Слова", None, "", ""),
        ("Схемы 1. Слова", None, "", ""),
        ("1-сызбасы. Сөз", None, "", ""),
        ("Схема В силе", None, "", ""),
    ],
)
def test_a_unit_of_a_project_begins_a_clause_by_its_names(
    line: str, number: str | None, unit: str, words: str
) -> None:
    assert OWN.start_of(line) == ((number, unit, words) if number else None)
    assert number is None or OWN.key_of(number)[0] == unit
    if number and not number.isalpha():
        assert OWN.number_before(f"До этого. {number}") == len("До этого. ")


@pytest.mark.parametrize(
    "line",
    [
        "1) справка;",
        "а) для детей",
        "2026 жылғы",
        "12.01.2026 г.",
        "10 (десять) дней",
        "Форма",
        "Статья в силе",
    ],
)
def test_an_item_a_day_and_a_word_begin_no_clause(line: str) -> None:
    assert ActUnits().start_of(line) is None


def test_the_table_has_a_clause_in_each_row() -> None:
    found = read(a_table_text(BASE))
    assert found.languages == ("kk", "ru")
    assert [(p.code, p.bookmark, p.number) for p in found.passages] == [
        ("general", "general", {"kk": "1", "ru": "1"}),
        ("term", "term", {"kk": "2", "ru": "2"}),
        ("docs", "docs", {"kk": "3", "ru": "3"}),
    ]
    assert found.passages[1].words["ru"] == ("Срок", "Пять рабочих дней", "1) справка;")
    assert found.passages[1].place.file == f"{FILE}!1!A3"


def test_lines_in_one_language_begin_a_clause_at_its_code() -> None:
    found = read(a_line_text(BASE, "ru"))
    assert found.languages == ("ru",)
    assert [(p.code, p.number["ru"]) for p in found.passages] == [
        ("general", "1"),
        ("term", "2"),
        ("docs", "3"),
    ]
    assert found.passages[2].words["ru"] == ("Документы", "Заявление и удостоверение.")


def test_without_marks_the_numbers_alone_tell() -> None:
    found = read(a_line_text(BASE, "kk", has_marks=False))
    assert found.languages == ("kk",)
    assert [(p.code, p.number["kk"]) for p in found.passages] == [("", "1"), ("", "2"), ("", "3")]


def test_signs_that_nobody_sees_are_in_no_number_and_no_code() -> None:
    rows = a_row("\u200d2", "Мерзімі", "Срок\u00ad", "te\u200brm")
    (passage,) = read(a_word(table(HEADS, rows))).passages
    assert (passage.number["ru"], passage.words["ru"], passage.code) == ("2", ("Срок",), "term")


def test_a_row_that_says_nothing_and_a_head_that_is_repeated_are_no_clauses() -> None:
    rows = (a_row("1", "А", "Б", "general"), HEADS, a_row("\u200d", "", "", ""))
    assert len(read(a_word(table(HEADS, *rows))).passages) == 1


def test_a_bookmark_inside_of_a_paragraph_begins_a_clause_that_runs_on() -> None:
    glued = paragraph(
        "Пять рабочих дней.",
        '<w:bookmarkStart w:id="1" w:name="tq_docs"/>',
        "3. Документы [docs]",
        '<w:bookmarkEnd w:id="1"/>',
    )
    found = read(a_word(paragraph("2. Срок [term]") + glued + paragraph("Заявление.")), "ru")
    term, docs = found.passages
    assert term.words["ru"] == ("Срок", "Пять рабочих дней.")
    assert (docs.code, docs.runs_on, docs.words["ru"]) == (
        "docs",
        True,
        ("Документы", "Заявление."),
    )


@pytest.mark.parametrize("before", ["Телефон 7777.", "Бес күн.", "2026 жыл"])
def test_what_runs_on_begins_at_its_number(before: str) -> None:
    glued = paragraph(
        f"{before}3. ", '<w:bookmarkStart w:id="1" w:name="tq_docs"/>', "Документы [docs]"
    )
    term, docs = read(a_word(paragraph("2. Срок [term]") + glued), "ru").passages
    assert term.words["ru"] == ("Срок", before)
    assert (docs.number, docs.words["ru"]) == ({"ru": "3"}, ("Документы",))


def test_a_bookmark_that_has_lost_its_words_begins_nothing() -> None:
    lost = paragraph("3. Құжат [docs]", '<w:bookmarkStart w:id="1" w:name="tq_docs"/>')
    term, docs = read(a_word(paragraph("2. Срок [term]") + lost), "ru").passages
    assert (docs.runs_on, docs.code, docs.words["ru"]) == (False, "docs", ("Құжат",))
    assert term.words["ru"] == ("Срок",)


def test_a_heading_with_a_code_that_does_not_begin_with_its_number_runs_on() -> None:
    glued = paragraph("Пять рабочих дней.3. Документы [docs]")
    found = read(a_word(paragraph("2. Срок [term]") + glued), "ru")
    assert [(p.code, p.runs_on) for p in found.passages] == [("term", False), ("docs", True)]
    assert found.passages[0].words["ru"] == ("Срок", "Пять рабочих дней.")


def test_a_copy_of_a_bookmark_is_known_as_one() -> None:
    rows = row(cell("4"), cell("А"), cell("Б"), cell(marked("", "tq_term_Copy_1")))
    (passage,) = read(a_word(table(HEADS, rows))).passages
    assert (passage.bookmark, passage.is_copied) == ("term", True)


REFUSED = {
    "E02": "".join(map(paragraph, ("№", "Қазақша", "Русский", "код", "1", "А", "Б", "term"))),
    "E05": table(HEADS, a_row("1", "А", "Б", "general")) + paragraph("И еще одно правило."),
    "E06": table(
        HEADS, row(cell("1"), cell("А", properties='<w:gridSpan w:val="2"/>'), cell("general"))
    ),
    "E07": paragraph("2. Срок [term]") + f"<w:p>{box('Пять дней')}</w:p>",
    "E08": paragraph("2. Срок [term]")
    + paragraph(field("REF a", "Ошибка! Источник ссылки не найден.")),
    "E09": paragraph("2. Срок [term]") + paragraph("3. Документы [dogs]"),
    "E10": table(HEADS, a_row("1", "", "", "general"), a_row("2", "А", "Б", "term")),
    "E16": paragraph("2. Срок [term]") + table(row("а", "б"), row("в")),
}


def _tabbed(*cells: str) -> Sequence[str]:
    return [part for one in cells for part in ("<w:r><w:tab/></w:r>", one)][1:]


_INNER = table(row("в", "г"), row("3", "4"))
ALSO_REFUSED = (
    # A table turned into text, its cells between tabs or other signs.
    ("E02", paragraph(*_tabbed("№", "Қазақша", "Русский", "код"))),
    ("E02", paragraph("№; Қазақша; Русский; код") + paragraph("1; А; Б; term")),
    # A table in a cell of the table of a clause.
    ("E16", paragraph("2. Срок [term]") + table(row("а", "б"), row(cell("1", _INNER), "2"))),
    (
        "E16",
        table(
            HEADS,
            row(
                "1",
                cell("А", table(row("а", "б"), row(cell("1", _INNER), "2"))),
                cell("Б", table(row("а", "б"), row(cell("1", _INNER), "2"))),
                "term",
            ),
        ),
    ),
)


@pytest.mark.parametrize(("code", "body"), ALSO_REFUSED)
def test_what_would_lose_its_shape_is_refused(code: str, body: str) -> None:
    assert codes(a_word(body)) == [code]


def test_what_is_drawn_without_words_is_named_all_the_same() -> None:
    drawn = "<w:p><w:r><w:object><o:OLEObject/></w:object></w:r></w:p>"
    (problem,) = read(a_word(paragraph("2. Срок [term]") + drawn), "ru").problems
    assert (problem.kind.code, problem.values["words"]) == ("E07", "…")


@pytest.mark.parametrize("code", REFUSED)
def test_what_cannot_be_taken_is_refused_by_its_name(code: str) -> None:
    assert codes(a_word(REFUSED[code])) == [code]


def test_what_is_no_docx_is_refused() -> None:
    assert codes(b"{\\rtf1 text}") == ["E01"]
    assert codes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") == ["E01"]


def test_a_language_that_is_not_plain_is_asked_for() -> None:
    assert [p.code for p in read(a_word(paragraph("1. A"))).problems] == ["E15"]


def test_an_unknown_code_is_told_with_the_nearest_one() -> None:
    data = a_word(paragraph("2. Срок [term]") + paragraph("3. Документы [dogs]"))
    (problem,) = Origins(read(data, "ru"), BASE).problems
    assert problem.values["near"] == "docs"
    assert problem.line == 2


def test_brackets_of_the_law_are_no_code() -> None:
    found = read(a_word(paragraph("1. Срок [30]") + paragraph("Пять дней [см. выше]")), "ru")
    assert [(p.code, p.words["ru"]) for p in found.passages] == [
        ("", ("Срок [30]", "Пять дней [см. выше]"))
    ]


def test_a_number_that_word_counts_itself_is_the_number_of_the_clause() -> None:
    """Word makes an automatic number of “4. …” while it is typed."""
    numbering = definition(1, level(0, "%1."), level(1, "%1.%2.")) + a_list(1, 1)
    body = item("Срок") + paragraph("Пять дней.") + item("Время", 1, 1) + paragraph("Час.")
    found = read(a_word(body, numbering=numbering), "ru")
    assert [(p.number["ru"], p.words["ru"]) for p in found.passages] == [
        ("1", ("Срок", "Пять дней.")),
        ("1.1", ("Время", "Час.")),
    ]


def test_words_by_runs_are_words() -> None:
    found = read(a_word(paragraph(run("2. Ср"), run("ок [te"), run("rm]"))), "ru")
    assert [p.code for p in found.passages] == ["term"]


def test_the_guide_names_every_code() -> None:
    guide = (ROOT / "docs" / "word-import.md").read_text("utf-8")
    told = {"E19"} | set(re.findall(r"\bE\d\d\b", guide))
    assert {kind.code for kind in word_kinds.ALL} - told == set()
