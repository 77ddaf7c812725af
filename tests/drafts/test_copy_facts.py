"""Facts go out in a table of the working copy, and what a clerk changes there comes back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import builders as b
from copies_in import a_copy, take
from copy_typing import tables, typed
from sites import ROOT
from talqy.drafts.composing import clause_trees
from talqy.drafts.fact_reader import FactReader
from talqy.drafts.fact_rows import FactRows, shown_facts
from talqy.drafts.many_sayings import SHIPPED_SAYINGS
from talqy.model import paths
from talqy.model.register import Register
from talqy.model.revision import Revision
from talqy.project.survey import survey
from talqy.project.yaml_edit import as_read
from talqy.project.yaml_read import parse

TERM, FEE = "term", "payment"
TERM_ROW = "Срок оказания услуги"
REMARK, ITEM = "  # the lawyers looked at this\n", "  - id: payment\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project whose text is in preparation; one clause sets a term, none the fee."""
    facts = {"term": [{"amount": "5", "unit": "working-day", "condition": b.said("қала", "город")}]}
    clauses = [
        b.a_clause(TERM, "1", text=b.said("Бес күн.", "Пять дней."), facts=facts),
        b.a_clause(FEE, "2", text=b.said("Ақысы бар.", "Услуга платная.")),
    ]
    text = b.a_revision(clauses=clauses, consultation=None)
    b.write_project(tmp_path, revisions=[text])
    file = tmp_path / b.revision_path(1)
    file.write_text(file.read_text("utf-8").replace(ITEM, f"{REMARK}{ITEM}"), "utf-8")
    return tmp_path


def facts(project: Path, revision: int = 1) -> dict[str, Any]:
    tree = yaml.safe_load((project / b.revision_path(revision)).read_text("utf-8"))
    return {one["id"]: one.get("facts") for one in tree["clauses"]}


def rows(data: bytes) -> list[list[str]]:
    return tables(data)[-1]


def test_facts_stand_in_the_last_table_and_those_that_are_not_set_wait_for_words(
    project: Path,
) -> None:
    head, *lines = rows(a_copy(project))
    assert head[:2] == ["Тармақ / Пункт", "Нені белгілейді (қысқаша) / Что устанавливает, кратко"]
    term = "Қызмет көрсету мерзімі / Срок оказания услуги"
    assert lines[0] == [TERM, term, "5 жұмыс күні; қала", "5 рабочих дней; город"]
    assert [row[0] for row in lines[1:]] == [FEE]
    assert lines[1][2:] == ["", ""]
    before = (project / b.revision_path(1)).read_text("utf-8")
    assert "nothing was written" in take(project, a_copy(project), "--update")
    assert (project / b.revision_path(1)).read_text("utf-8") == before


def test_what_is_typed_there_is_set_and_shown(project: Path) -> None:
    """Where nothing was set, and where something was; remarks in the file stay."""
    data = typed(a_copy(project), {FEE: TYPED_FEE}, table=-1)
    said = take(project, data, "--update")
    assert "= payment: Fee: free of charge" in said
    assert facts(project)[FEE] == {
        "fee": [{"amount": "0.5", "case": b.said("балалар", "дети")}, {"free": True}]
    }
    text = (project / b.revision_path(1)).read_text("utf-8")
    assert REMARK in text
    again = typed(a_copy(project), {TERM: (TERM_ROW, "3 жұмыс күні", "3 рабочих дня")}, table=-1)
    take(project, again, "--update")
    assert facts(project)[TERM] == {"term": [{"amount": 3, "unit": "working-day"}]}


TYPED_FEE = ("Төлемақы / Плата", "0,5 АЕК; балалар\nтегін", "0,5 МРП; дети\nбесплатно")


def test_an_emptied_row_takes_the_fact_out(project: Path) -> None:
    take(project, typed(a_copy(project), {TERM: (TERM_ROW, "", "")}, table=-1), "--update")
    assert facts(project)[TERM] is None


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ((TERM_ROW, "тез арада", "быстро"), "E66"),
        ((TERM_ROW, "3 жұмыс күні", "3 рабочих дня\n5 рабочих дней"), "E67"),
        (("Погода", "жақсы", "хорошая"), "E63"),
    ],
)
def test_what_is_not_read_is_refused_with_what_can_be(
    cells: tuple[str, str, str], code: str, project: Path
) -> None:
    before = (project / b.revision_path(1)).read_text("utf-8")
    said = take(project, typed(a_copy(project), {TERM: cells}, table=-1), "--update", status=1)
    assert code in said
    assert code != "E66" or "5 рабочих дней" in said
    assert (project / b.revision_path(1)).read_text("utf-8") == before


def test_a_fee_has_its_unit_where_the_project_does_not_name_one(project: Path) -> None:
    """As in a project that “init” has made: in the plan, in the next copy, and as a hint."""
    row = ("Төлемақы / Плата", "8 АЕК; ересектер\n4 АЕК; балалар", "8 МРП; взрослые\n4 МРП; дети")
    said = take(project, typed(a_copy(project), {FEE: row}, table=-1), "--update")
    assert "payment: Fee: 8 MCI" in said
    again = a_copy(project)
    shown = str(tables(again)[-1])
    assert "8 АЕК; ересектер" in shown
    assert "4 МРП; дети" in shown
    tenge = ("Төлемақы / Плата", "1500 теңге", "1500 тенге")
    refused = take(project, typed(again, {FEE: tenge}, table=-1), "--update", status=1)
    assert "0,5 МРП" in refused


def test_a_row_waits_for_the_handover_where_the_centre_takes_part(tmp_path: Path) -> None:
    """The rules ask for it (C04); no clause of the official list is named after it."""
    facts_of_term = {"term": [{"amount": "5", "unit": "working-day"}]}
    clauses = [
        b.a_clause("channels", "1", facts={"channels": ["state-corporation"]}),
        b.a_clause(TERM, "2", facts=facts_of_term),
    ]
    b.write_project(tmp_path, revisions=[b.a_revision(clauses=clauses, consultation=None)])
    data = a_copy(tmp_path)
    row = next(row for row in tables(data)[-1] if "Государственную корпорацию" in row[1])
    assert row[0] == TERM
    assert row[2:] == ["", ""]
    assert "nothing was written" in take(tmp_path, data, "--update")


def test_a_fact_that_changes_in_the_next_text_is_a_change_with_a_reason(tmp_path: Path) -> None:
    clause = b.a_clause(TERM, "1", facts={"term": [{"amount": "5", "unit": "working-day"}]})
    b.write_project(tmp_path, revisions=[b.a_revision(clauses=[clause])])
    data = typed(a_copy(tmp_path), {TERM: (TERM_ROW, "3 жұмыс күні", "3 рабочих дня")}, table=-1)
    said = take(tmp_path, data)
    assert "changed  term" in said
    tree = yaml.safe_load((tmp_path / b.revision_path(2)).read_text("utf-8"))
    assert [one["clauses"] for one in tree["amendments"]] == [[TERM]]
    assert str(tree["clauses"][0]["facts"]["term"][0]["amount"]) == "3"


def test_every_row_of_the_demonstration_stays_what_it_is() -> None:
    """Also values of several names that stand among each other, and lines that two names share."""
    register, _ = survey(ROOT).known
    locales = SHIPPED_SAYINGS.locales(("kk", "ru"), register.codes)
    unit, count = register.project.fee_unit, 0
    for text, file in _demonstration(register):
        tree = parse(file.read_bytes(), "").tree
        assert isinstance(tree, dict)
        trees = clause_trees(tree["clauses"])
        read = FactRows(FactReader(locales, SHIPPED_SAYINGS), unit, text, trees)
        found = read.facts(list(shown_facts(text, locales, unit)), {name: name for name in trees})
        assert read.problems == []
        set_now = {name: facts for name, facts in found.items() if facts}
        kept = {name: as_read(trees[name]["facts"]) for name in set_now}
        assert as_read(set_now) == kept
        count += len(kept)
    assert count > 40


def _demonstration(register: Register) -> Iterator[tuple[Revision, Path]]:
    for record in register.records:
        text = record.revisions[-1]
        yield text, ROOT / paths.revision_file(record.id, text.revision)


def test_what_is_new_stands_where_it_was_typed(tmp_path: Path) -> None:
    """Values of two names among each other keep their places, and one can be put between."""
    terms = [
        {"amount": "5", "unit": "working-day"},
        {"kind": "waiting", "amount": "20", "unit": "minute"},
        {"kind": "serving", "amount": "20", "unit": "minute"},
        {"amount": "7", "unit": "working-day", "condition": b.said("ауыл", "село")},
    ]
    clause = b.a_clause(TERM, "1", facts={"term": terms})
    text = b.a_revision(clauses=[clause], consultation=None)
    b.write_project(tmp_path, revisions=[text])
    assert "nothing was written" in take(tmp_path, a_copy(tmp_path), "--update")
    kk = "5 жұмыс күні\n6 жұмыс күні; қала\n7 жұмыс күні; ауыл"
    ru = "5 рабочих дней\n6 рабочих дней; город\n7 рабочих дней; село"
    take(tmp_path, typed(a_copy(tmp_path), {TERM: (TERM_ROW, kk, ru)}, table=-1), "--update")
    now = [(one.get("kind", ""), int(one["amount"])) for one in facts(tmp_path)[TERM]["term"]]
    assert now == [("", 5), ("", 6), ("waiting", 20), ("serving", 20), ("", 7)]
