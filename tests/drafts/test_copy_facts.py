"""Facts go out in a table of the working copy, and what a clerk changes there comes back."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import builders as b
from copy_typing import tables, typed
from sites import run

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


def a_copy(project: Path, revision: str = "r1") -> bytes:
    file = project / "copy.docx"
    line = ("export", "text", b.STANDARD, revision, "--to-edit", "--to", file, "--replace")
    done = run(*line, cwd=project)
    assert done.exit_code == 0, done.output
    return file.read_bytes()


def take(project: Path, data: bytes, *words: str, status: int = 0) -> str:
    file = project / "typed.docx"
    file.write_bytes(data)
    done = run("draft", "import", file, *words, cwd=project)
    assert done.exit_code == status, done.output
    return done.output


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


def test_a_fact_that_changes_in_the_next_text_is_a_change_with_a_reason(tmp_path: Path) -> None:
    clause = b.a_clause(TERM, "1", facts={"term": [{"amount": "5", "unit": "working-day"}]})
    b.write_project(tmp_path, revisions=[b.a_revision(clauses=[clause])])
    data = typed(a_copy(tmp_path), {TERM: (TERM_ROW, "3 жұмыс күні", "3 рабочих дня")}, table=-1)
    said = take(tmp_path, data)
    assert "changed  term" in said
    tree = yaml.safe_load((tmp_path / b.revision_path(2)).read_text("utf-8"))
    assert [one["clauses"] for one in tree["amendments"]] == [[TERM]]
    assert str(tree["clauses"][0]["facts"]["term"][0]["amount"]) == "3"
