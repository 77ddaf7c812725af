"""Tables and notes reach every place that shows a text; a note is no part of it."""

import json
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import html5lib

import builders as b
from builders import said
from cases import a_case, a_record
from offices import OURS
from sites import ROOT, by_id, classed, words_in
from talqy.compare.comparison import Comparison
from talqy.data.exports import export_of_standard
from talqy.diff.data import tree
from talqy.diff.markdown import markdown
from talqy.diff.page import page as diff_page
from talqy.diff.table import comparison_table
from talqy.diff.table_file import table_file
from talqy.diff.terminal import terminal
from talqy.diff.view import diff_view
from talqy.language.edition import Edition, editions
from talqy.language.text_lines import text_lines
from talqy.law.parts import prices
from talqy.office.packages import OFFICE_FORMATS
from talqy.project.survey import survey
from talqy.site.pages import compare, languages, standard


def a_table(fee: str) -> b.Tree:
    """Make a table with one cell that may change."""
    return {
        "head": [said("Санат", "Категория"), said("Мөлшері", "Размер")],
        "rows": [[said("Ересек", "Взрослый"), fee], [said("Бала", "Ребенок"), "0"]],
    }


def a_note(number: int) -> b.Tree:
    """Make the note of an act that changed a clause."""
    return said(f"Ескерту. № {number} бұйрық.", f"Сноска. Приказ № {number}.")


@cache
def edition() -> Edition:
    """Return the Russian edition of two texts: one cell changes, and the note of another clause."""
    texts = [
        [b.a_clause("fees", "1", table=a_table(fee)), b.a_clause("noted", "2", note=a_note(number))]
        for fee, number in (("0,2", 7), ("0,5", 8))
    ]
    case = a_case(a_record(*b.drafts(*texts)))
    return editions(ROOT, case.register, case.assessment)[1]


def compared() -> Comparison:
    """Return what became of the first text."""
    record = edition().register.records[0]
    return edition().comparison(record, *record.revisions)


def shown(content: str) -> ET.Element:
    """Read finished HTML as a browser does."""
    read: ET.Element = html5lib.parse(content, namespaceHTMLElements=False)
    return read


def test_a_changed_cell_is_a_change_and_a_changed_note_is_none() -> None:
    assert [change.clause.id for change in compared().changes] == ["fees"]
    assert compared().unchanged == 1
    assert "number" in compared().changes[0].signs


def test_a_page_shows_the_table_with_its_head_and_the_note() -> None:
    whole = shown(next(iter(standard.pages(edition(), edition().register.records[0]))).content)
    clause = by_id(whole, "fees")
    table = next(clause.iter("table"))
    assert [words_in(head) for head in table.iter("th")] == ["Категория", "Размер"]
    assert [words_in(cell) for cell in table.iter("td")] == ["Взрослый", "0,5", "Ребенок", "0"]
    assert words_in(classed(by_id(whole, "noted"), "amending-note")[0]) == "Сноска. Приказ № 8."


def test_languages_stand_side_by_side_with_their_tables() -> None:
    whole = shown(next(iter(languages.pages(edition(), edition().register.records[0]))).content)
    heads = [words_in(head) for table in whole.iter("table") for head in table.iter("th")]
    assert heads == ["Категория", "Размер", "Санат", "Мөлшері"]


def test_the_page_that_compares_marks_the_cell_alone() -> None:
    whole = shown(next(iter(compare.pages(edition(), edition().register.records[0]))).content)
    table = classed(whole, "in-text")[0]
    assert [words_in(cell) for cell in table.iter("del")] == ["[исключено: 0,2]"]
    assert [words_in(cell) for cell in table.iter("ins")] == ["[добавлено: 0,5]"]


def test_talqy_diff_prints_the_row() -> None:
    view = diff_view(edition(), compared())
    assert "Взрослый | [-0,2-]{+0,5+}" in terminal(view)
    assert "Взрослый \\| ~~0,2~~ **0,5**" in markdown([view])
    assert "Взрослый | " in diff_page([view])


def test_the_data_of_a_comparison_has_the_rows() -> None:
    (change,) = tree([edition()], compared())["changes"]
    (_, row, _) = change["table"]["ru"]
    assert row["kind"] == "changed"
    assert [piece["text"] for piece in row["pieces"]] == ["Взрослый", " | ", "0,2", "0,5"]


def test_the_comparison_table_has_the_row_on_both_sides() -> None:
    record = edition().register.records[0]
    tenge = prices(None, edition().assessment, record, record.revisions[-1])
    table = comparison_table(compared(), edition().locale, tenge)
    (row,) = table.rows
    assert [line.text for line in row.was][-2:] == ["Взрослый | 0,2", "Ребенок | 0"]
    assert [line.text for line in row.becomes][-2:] == ["Взрослый | 0,5", "Ребенок | 0"]
    assert all(table_file(form, [table], OURS) for form in OFFICE_FORMATS)


def test_a_text_in_lines_has_table_and_note() -> None:
    text = edition().register.records[0].revisions[0]
    lines = list(text_lines(edition().locale, None, text, 2026))
    assert "Взрослый | 0,2" in lines
    assert "Сноска. Приказ № 7." in lines


def test_open_data_have_table_and_note() -> None:
    _, file = export_of_standard(edition(), edition().register.records[0])
    whole = json.loads(file)
    fees, noted = whole["revisions"][1]["clauses"]
    assert fees["table"]["rows"][0] == [said("Ересек", "Взрослый"), "0,5"]
    assert noted["note"]["ru"] == "Сноска. Приказ № 8."


def test_a_row_that_is_not_whole_is_refused_in_words(tmp_path: Path) -> None:
    short = {"head": [said("А", "А"), "1"], "rows": [["1"]]}
    b.write_project(tmp_path, revisions=[b.a_revision(clauses=[b.a_clause(table=short)])])
    found = "\n".join(problem.said() for problem in survey(tmp_path, None).problems)
    assert "a row of the table has more or fewer cells than its head" in found


def test_a_waiver_of_parity_is_read_below_its_clause_in_both_languages() -> None:
    why = said("Ресми мәтінде осылай.", "Так в официальном тексте.")
    text = b.a_revision(
        clauses=[b.a_clause("fee", "1"), b.a_clause("term", "2")],
        parity=[{"clause": "term", "note": why}],
    )
    case = a_case(a_record(text))
    for each in editions(ROOT, case.register, case.assessment):
        page = next(iter(languages.pages(each, each.register.records[0]))).content
        first, second = str(page).split('id="term"')
        assert "Ресми" not in first
        assert why[each.code] in second
