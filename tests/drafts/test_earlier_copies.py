"""`talqy draft import --update` of a copy of an earlier wording: compared with it, and joined."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

import builders as b
from copies_in import a_copy, take
from copy_typing import typed_over
from repositories import a_repository, committed, git
from sites import run
from talqy.drafts import word_kinds
from talqy.model.problem import Level, Problem
from talqy.model.register import Register
from talqy.project.survey import survey
from talqy.project.what_if import wrong_together

R1 = b.revision_path(1)
TERM = "Мерзімі бес күн. Өтініш берілген күннен есептеледі.", "Срок – пять дней. Считается со дня."
FEE = "Ақысы бар.", "Услуга платная."
DOCS = "Құжаттар тізімі.", "Список документов."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a repository with a text in preparation."""
    clauses = [
        b.a_clause(name, str(at), text=b.said(*words))
        for at, (name, words) in enumerate({"term": TERM, "fee": FEE, "docs": DOCS}.items(), 1)
    ]
    text = b.a_revision(clauses=clauses, consultation=None)
    a_repository(tmp_path)
    (tmp_path / ".gitignore").write_text("*.docx\n")
    b.write_project(tmp_path, revisions=[text])
    committed(tmp_path)
    return tmp_path


def edited(project: Path, old: str, new: str) -> None:
    file = project / R1
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def said(project: Path, clause: str) -> str:
    tree = yaml.safe_load((project / R1).read_text("utf-8"))
    return next((str(c["text"]["ru"]) for c in tree["clauses"] if c["id"] == clause), "")


@pytest.mark.parametrize("is_committed", [True, False])
def test_both_changes_come_together(project: Path, *, is_committed: bool) -> None:
    copy = typed_over(a_copy(project), "Услуга платная", "Услуга бесплатная")
    edited(project, "Срок – пять дней", "Срок – три дня")
    if is_committed:
        committed(project)
    told = take(project, copy, "--update")
    assert "earlier wording of r1" in told
    assert "stays: term" in told
    assert (said(project, "term")[:14], said(project, "fee")) == (
        "Срок – три дня",
        "Услуга бесплатная.",
    )
    assert "is here already; nothing was written" in take(project, copy, "--update")


def test_the_plan_and_the_draft_show_what_is_joined_and_write_nothing(project: Path) -> None:
    copy = typed_over(a_copy(project), "Услуга платная", "Услуга бесплатная")
    edited(project, "Срок – пять дней", "Срок – три дня")
    before = (project / R1).read_bytes()
    told = take(project, copy, "--update", "--draft")
    assert "Срок – три дня" in told
    assert "Услуга бесплатная" in told
    assert (project / R1).read_bytes() == before


def test_one_place_that_both_have_changed_is_told_with_all_wordings(project: Path) -> None:
    copy = typed_over(a_copy(project), "пять дней", "семь дней")
    copy = typed_over(copy, "Услуга платная", "Услуга бесплатная")
    edited(project, "пять дней", "три дня")
    edited(project, "Список документов", "Перечень документов")
    committed(project)
    before = (project / R1).read_bytes()
    told = take(project, copy, "--update", status=1)
    assert "E69" in told
    for words in ("term: text.ru", "Срок – пять дней", "Срок – три дня", "Срок – семь дней"):
        assert words in told
    assert "--keep file" in told
    assert "fee: " not in told
    assert "docs: " not in told
    assert (project / R1).read_bytes() == before


@pytest.mark.parametrize(("keep", "term"), [("file", "семь дней"), ("here", "три дня")])
def test_what_is_chosen_stays_and_the_rest_of_both_too(project: Path, keep: str, term: str) -> None:
    copy = typed_over(a_copy(project), "пять дней", "семь дней")
    copy = typed_over(copy, "Услуга платная", "Услуга бесплатная")
    edited(project, "пять дней", "три дня")
    edited(project, "Список документов", "Перечень документов")
    take(project, copy, "--update", "--keep", keep)
    assert term in said(project, "term")
    assert said(project, "fee") == "Услуга бесплатная."
    assert said(project, "docs") == "Перечень документов."


def test_what_others_have_set_back_does_not_come_again(project: Path) -> None:
    old = a_copy(project)
    edited(project, "пять дней", "семь дней")
    committed(project)
    edited(project, "семь дней", "пять дней")
    committed(project)
    copy = typed_over(old, "пять дней", "семь дней")
    told = take(project, copy, "--update", status=1)
    assert "E69" in told
    assert "пять дней" in said(project, "term")
    take(project, copy, "--update", "--keep", "file")
    assert "семь дней" in said(project, "term")


def test_a_wording_of_another_branch_brings_its_changes_and_nothing_else(project: Path) -> None:
    git(project, "checkout", "--quiet", "-b", "draft/x-r1")
    edited(project, "Список документов", "Перечень документов")
    committed(project)
    copy = typed_over(a_copy(project), "Услуга платная", "Услуга бесплатная")
    git(project, "checkout", "--quiet", "main")
    told = take(project, copy, "--update")
    assert "earlier wording" in told
    assert (said(project, "fee"), said(project, "docs")) == ("Услуга бесплатная.", DOCS[1])


def test_a_wording_that_git_does_not_know_is_said_to_be_unknown(project: Path) -> None:
    edited(project, "Список документов", "Перечень документов")
    copy = typed_over(a_copy(project), "Услуга платная", "Услуга бесплатная")
    edited(project, "Перечень документов", "Список документов")
    assert "E70" in take(project, copy, "--update", status=1)
    assert said(project, "fee") == FEE[1]


def test_without_git_the_copy_is_refused_as_before(tmp_path: Path) -> None:
    clauses = [b.a_clause("term", "1", text=b.said(*TERM))]
    b.write_project(tmp_path, revisions=[b.a_revision(clauses=clauses, consultation=None)])
    copy = typed_over(a_copy(tmp_path), "пять дней", "семь дней")
    edited(tmp_path, "пять дней", "три дня")
    assert "E12" in take(tmp_path, copy, "--update", status=1)


def test_a_clause_that_was_taken_out_since_is_chosen_about(project: Path) -> None:
    copy = typed_over(a_copy(project), "Список документов", "Список документов и копий")
    tree = yaml.safe_load((project / R1).read_text("utf-8"))
    tree["clauses"] = [one for one in tree["clauses"] if one["id"] != "docs"]
    b.write(project, R1, tree)
    committed(project)
    told = take(project, copy, "--update", status=1)
    assert "E69" in told
    assert "docs" in told
    take(project, copy, "--update", "--keep", "file")
    assert said(project, "docs") == "Список документов и копий."


def test_a_choice_where_there_is_none_is_wrong_use(project: Path) -> None:
    copy = typed_over(a_copy(project), "Услуга платная", "Услуга бесплатная")
    assert "--keep" in take(project, copy, "--update", "--keep", "file", status=2)


def test_the_questions_are_those_of_the_wording_that_the_copy_was_made_of(project: Path) -> None:
    copy = typed_over(a_copy(project), "Услуга платная", "Услуга бесплатная")
    edited(project, "пять дней", "три дня")
    told = take(project, copy, "--update", "--plan", str(project / "q.yaml"))
    assert "term" not in told.replace("stays: term", "")
    done = run("draft", "import", project / "typed.docx", "--update", "--draft", cwd=project)
    assert done.exit_code == 0


def test_what_makes_no_sense_together_is_told_and_not_written(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = typed_over(a_copy(project), "Услуга платная", "Услуга бесплатная")
    edited(project, "пять дней", "три дня")
    before = (project / R1).read_bytes()
    wrong = word_kinds.ANSWERS.at(R1)
    monkeypatch.setattr("talqy.cli.draft_onto.wrong_together", lambda *_: [wrong])
    told = take(project, copy, "--update", status=1)
    assert "make no sense together" in told
    assert "E20" in told
    assert (project / R1).read_bytes() == before


def test_errors_that_neither_has_alone_are_found(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register, assessment = survey(project).known
    (own,) = register.records
    both = replace(own, broken_history=True)
    old, new, mild = (word_kinds.ANSWERS.at(name) for name in ("old", "new", "mild"))
    told = {False: [old], True: [old, new, mild.weighing(Level.WARNING)]}

    def found(_: Register, after: Register, __: date) -> list[Problem]:
        return told[after.records[0].broken_history]

    monkeypatch.setattr("talqy.project.what_if.new_problems", found)
    assert wrong_together(register, own, both, assessment.today) == [new]
