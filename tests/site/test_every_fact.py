"""The one table of facts: each fact of the model is in it, and is shown wherever facts are shown.

A new fact is a field with its `Fact`, a message, and two values in `fact_examples.py`.
"""

import json
import re
from dataclasses import replace
from functools import cache
from typing import Any, get_args
from xml.etree import ElementTree as ET

import html5lib
import pytest

import builders as b
from cases import a_case, a_record
from fact_examples import EXAMPLES
from sites import ROOT, by_id, words_in
from talqy.compare.comparison import Comparison
from talqy.data.exports import export_of_standard
from talqy.diff.data import tree
from talqy.diff.markdown import markdown
from talqy.diff.table import comparison_table
from talqy.diff.terminal import terminal
from talqy.diff.view import diff_view
from talqy.language.edition import Edition, editions
from talqy.language.fact_words import LINES, ROWS, FactWords, fact_words
from talqy.law.parts import prices
from talqy.model.facts import FACTS, Fact, Facts
from talqy.project.shipped import shipped_codes
from talqy.site.pages import compare, standard

# One without examples is told by the first test alone.
SHOWN = [fact for name, fact in FACTS.items() if name in EXAMPLES]
every_fact = pytest.mark.parametrize("fact", SHOWN, ids=[fact.name for fact in SHOWN])
# Readers see them otherwise: an id by the name of its thing, a ground by the words beside it.
UNSAID = {("documents", "id"), ("refusal_grounds", "ground"), ("files", "digest")}


def facts_tree(fact: Fact, value: str | b.Tree) -> b.Tree:
    """Return one value of a fact as a file has it."""
    is_list = isinstance(getattr(Facts(), fact.name), tuple)
    return {fact.name: [value] if is_list else value}


def clause_of(fact: Fact) -> str:
    """Return the id of the clause that sets this fact alone."""
    return f"on-{fact.name.replace('_', '-')}"


@cache
def edition() -> Edition:
    """Return the Russian edition of two texts in which the value of every fact changes."""
    texts = [
        [
            b.a_clause(
                clause_of(fact), str(number), facts=facts_tree(fact, EXAMPLES[fact.name][side])
            )
            for number, fact in enumerate(SHOWN, 1)
        ]
        for side in (0, 1)
    ]
    case = a_case(a_record(*b.drafts(*texts)))
    return editions(ROOT, case.register, case.assessment)[1]


def compared() -> Comparison:
    """Return what became of the first text."""
    record = edition().register.records[0]
    return edition().comparison(record, *record.revisions)


def words_of(facts: Facts) -> tuple[FactWords, ...]:
    """Return facts in Russian."""
    return fact_words(edition().locale, None, facts, 2026)


def phrases(fact: Fact, side: int) -> list[str]:
    """Return the name of an example in Russian, and all phrases that it is said in."""
    facts = Facts.model_validate(facts_tree(fact, EXAMPLES[fact.name][side]))
    (row,) = words_of(facts)
    return [row.label, *(" ".join(phrase.text.split()) for phrase in row.lines[0])]


def assert_said(fact: Fact, side: int, text: str) -> None:
    """Look for every phrase of an example in a text that a reader sees."""
    shown = " ".join(text.split())
    assert [phrase for phrase in phrases(fact, side) if phrase not in shown] == []


def page(content: str) -> ET.Element:
    """Read finished HTML as a browser does."""
    read: ET.Element = html5lib.parse(content, namespaceHTMLElements=False)
    return read


# --- the table ------------------------------------------------------------------------------------


def test_every_field_of_the_model_has_its_entry_and_its_examples() -> None:
    fields = list(Facts.model_fields)
    assert list(FACTS) == fields, "a field of Facts has no Fact beside it"
    assert list(EXAMPLES) == fields, "a fact has no values in tests/support/fact_examples.py"


def test_every_fact_can_be_said() -> None:
    """Codes are said by their official names; all other values have a line of their own."""
    assert {name for name, fact in FACTS.items() if not fact.codes} == set(LINES)
    assert {name for name, fact in FACTS.items() if not fact.label} == set(ROWS)


@every_fact
def test_rows_of_the_requirements_and_lists_of_codes_are_there(fact: Fact) -> None:
    codes = shipped_codes()
    assert not fact.row or fact.row in codes.codes("requirement-row")
    assert not fact.codes or codes.codes(fact.codes)


def test_the_formats_name_the_rows_that_no_fact_sets() -> None:
    set_by_facts = {fact.row for fact in FACTS.values()}
    rows = [row for row in shipped_codes().codes("requirement-row") if row not in set_by_facts]
    text = (ROOT / "docs/formats/README.md").read_text("utf-8")
    (named,) = re.findall(r"# rows that have no facts: (.+)", text)
    assert sorted(named.split(", ")) == sorted(rows)


@every_fact
def test_values_are_paired_by_fields_that_they_have(fact: Fact) -> None:
    value = get_args(Facts.model_fields[fact.name].annotation)[0]
    used = {*(fact.same or ()), *fact.within, fact.words, fact.case} - {""}
    fields = set(getattr(value, "model_fields", ()))
    assert used <= fields or (fact.codes and used <= {"for_"})


@every_fact
def test_every_part_of_a_value_is_said(fact: Fact) -> None:
    """What a page does not say, a comparison could not show either."""
    was, becomes = (
        fact.values(Facts.model_validate(facts_tree(fact, value)))[0]
        for value in EXAMPLES[fact.name]
    )
    fields = (
        {} if fact.codes else {name: getattr(becomes, name) for name in becomes.model_fields_set}
    )
    unsaid = {
        (fact.name, name)
        for name, value in fields.items()
        if words_of(fact.alone(was)) == words_of(fact.alone(was.model_copy(update={name: value})))
    }
    assert unsaid <= UNSAID
    assert words_of(fact.alone(was)) != words_of(fact.alone(becomes))


# --- where facts are shown ------------------------------------------------------------------------


@every_fact
def test_a_fact_is_on_the_page_of_its_standard(fact: Fact) -> None:
    record = edition().register.records[0]
    whole = next(iter(standard.pages(edition(), record)))
    assert_said(fact, 1, words_in(by_id(page(whole.content), clause_of(fact))))


@every_fact
def test_a_changed_fact_is_on_the_page_that_compares(fact: Fact) -> None:
    record = edition().register.records[0]
    whole = next(iter(compare.pages(edition(), record)))
    shown = words_in(page(whole.content))
    for side in (0, 1):
        assert_said(fact, side, shown)


@every_fact
def test_talqy_diff_prints_a_changed_fact(fact: Fact) -> None:
    view = diff_view(edition(), compared())
    assert len(view.changes) == len(SHOWN)
    view = replace(view, changes=(view.changes[SHOWN.index(fact)],))
    for printed in (
        terminal(view),
        markdown([view]),
    ):
        for side in (0, 1):
            assert_said(fact, side, printed)


@every_fact
def test_the_comparison_table_has_a_changed_fact_on_both_sides(fact: Fact) -> None:
    record = edition().register.records[0]
    tenge = prices(None, edition().assessment, record, record.revisions[-1])
    table = comparison_table(compared(), edition().locale, tenge)
    (row,) = (row for row in table.rows if row.clause == clause_of(fact))
    for side, cell in enumerate((row.was, row.becomes)):
        assert_said(fact, side, "\n".join("".join(p.text for p in line.pieces) for line in cell))


TEXTS = [fact for fact in SHOWN if fact.words]
"""Facts with words by language: one language may change alone."""


@cache
def in_kazakh_alone() -> tuple[Edition, Edition]:
    """Return both editions of two texts in which the words of facts change in Kazakh alone."""
    texts = [
        [
            b.a_clause(clause_of(fact), str(number), facts=facts_tree(fact, spoken(fact, kazakh)))
            for number, fact in enumerate(TEXTS, 1)
        ]
        for kazakh in ("бірінші сөздер", "мүлде басқа")
    ]
    case = a_case(a_record(*b.drafts(*texts)))
    kk, ru = editions(ROOT, case.register, case.assessment)
    return kk, ru


def spoken(fact: Fact, kazakh: str) -> b.Tree:
    """Return the first example of a fact with these words in Kazakh."""
    value = EXAMPLES[fact.name][0]
    assert not isinstance(value, str)
    return {**value, fact.words: b.said(kazakh, "прежние слова")}


def printed(edition_: Edition, place: int) -> list[str]:
    """Return one change as the page, the terminal, Markdown and the table say it."""
    record = edition_.register.records[0]
    comparison = edition_.comparison(record, *record.revisions)
    content = next(iter(compare.pages(edition_, record))).content
    view = diff_view(edition_, comparison)
    view = replace(view, changes=(view.changes[place],))
    tenge = prices(None, edition_.assessment, record, record.revisions[-1])
    row = comparison_table(comparison, edition_.locale, tenge).rows[place]
    cells = ["".join(piece.text for piece in line.pieces) for line in (*row.was, *row.becomes)]
    clause = by_id(page(content), clause_of(TEXTS[place]))
    return [words_in(clause), terminal(view), markdown([view]), " ".join(cells)]


@pytest.mark.parametrize("fact", TEXTS, ids=[fact.name for fact in TEXTS])
def test_what_changed_in_one_language_alone_is_no_change_in_the_other(fact: Fact) -> None:
    kazakh, russian = in_kazakh_alone()
    for text in printed(russian, TEXTS.index(fact)):
        assert "На этом языке слова не изменились." in " ".join(text.split())
        assert "прежние слова" not in text
    for text in printed(kazakh, TEXTS.index(fact)):
        assert "бірінші сөздер" in text
        assert "мүлде басқа" in text


@every_fact
def test_a_changed_fact_is_in_the_json_of_a_comparison(fact: Fact) -> None:
    changes = tree([edition()], compared())["changes"]
    found = [one for change in changes for one in change["facts"] if one["name"] == fact.name]
    for side, key in enumerate(("before", "after")):
        texts = [one[key]["ru"] for one in found if one[key]]
        assert_said(fact, side, "; ".join([phrases(fact, side)[0], *texts]))


@every_fact
def test_a_fact_is_in_the_open_data(fact: Fact) -> None:
    _, file = export_of_standard(edition(), edition().register.records[0])
    whole: Any = json.loads(file)
    clauses = {clause["id"]: clause for clause in whole["revisions"][-1]["clauses"]}
    assert list(clauses[clause_of(fact)]["facts"]) == [fact.name]
