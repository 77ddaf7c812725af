"""Marks and replies of the state's portal in the workbook of answers: proposed, never decided."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from builders import STANDARD, write_project
from importing import comments, of_file
from intakes import put
from portal_pages import Page, Reply, Said
from sites import run
from talqy.intake.portal import comment_id
from talqy.project.survey import survey

ONE = Said(id=501, words="В пункте 2 сократите срок до трех дней.")
NO = "Не принимается: срок установлен законом, и стандарт его не меняет."
YES_KK = "Ұсыныс қабылданды, 2-тармақтағы мерзім үш күнге дейін қысқартылады."
Row = dict[str, str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def exported(project: Path, *said: Said, pages: bool = True) -> dict[str, Row]:
    """Import comments from a page, export the workbook with it, and return its rows by comment."""
    page = put(project.parent, "page.html", Page(comments=said).data())
    of_file(project, page)
    book = project.parent / "answers.xlsx"
    words: list[str | Path] = ["respond", "export", STANDARD, "--to", book, "--language", "ru"]
    words += ["--replace"]
    words += ["--portal", page] if pages else []
    done = run(*words, cwd=project)
    assert done.exit_code == 0, done.output
    keys, _, *rows = load_workbook(book).worksheets[0].iter_rows(values_only=True)
    found = [{str(k): str(v or "") for k, v in zip(keys, row, strict=True)} for row in rows]
    return {row["comment"]: row for row in found}


def test_a_mark_and_a_reply_become_outcome_and_reason_in_the_language_of_the_reply(
    project: Path,
) -> None:
    said = replace(ONE, mark="no", replies=(Reply(id=601, words=NO),))
    row = exported(project, said)[comment_id("501")]
    assert (row["outcome"], row["reason-ru"], row["reason-kk"]) == ("Не принято", NO, "")
    assert "нет обоснования на казахском" in row["elsewhere"]
    assert "2026-11-20" in row["elsewhere"]


def test_accepted_lacks_the_place_of_the_change_and_is_no_answer_yet(project: Path) -> None:
    said = replace(ONE, mark="yes", replies=(Reply(id=601, words=YES_KK),))
    row = exported(project, said)[comment_id("501")]
    assert (row["outcome"], row["reason-kk"], row["landed-revision"]) == ("Принято", YES_KK, "")
    done = run("respond", "import", project.parent / "answers.xlsx", cwd=project)
    assert done.exit_code == 1
    assert {"W13", "W19"} <= set(done.output.replace(":", " ").split())
    register = survey(project).register
    assert register
    assert register.records[0].responses == {}


def test_of_two_replies_the_last_is_the_decision_and_both_are_shown(project: Path) -> None:
    replies = (
        Reply(id=602, words=NO, at="22/11 - 16:31"),
        Reply(
            id=601,
            words="Уважаемый пользователь! Ваше предложение рассмотрено.",
            at="18/11 - 11:00",
        ),
    )
    row = exported(project, replace(ONE, mark="no", replies=replies))[comment_id("501")]
    assert row["reason-ru"] == NO
    assert row["elsewhere"].index("Уважаемый") < row["elsewhere"].index(NO)


def test_without_a_mark_nothing_is_proposed(project: Path) -> None:
    row = exported(project, ONE)[comment_id("501")]
    assert (row["outcome"], row["reason-ru"]) == ("", "")
    assert row.get("elsewhere", "") == ""


def test_a_reply_without_a_mark_decides_nothing(project: Path) -> None:
    row = exported(project, replace(ONE, replies=(Reply(id=601, words=NO),)))[comment_id("501")]
    assert (row["outcome"], row["reason-ru"]) == ("", NO)


def test_the_same_words_again_are_proposed_as_a_duplicate_of_what_was_dealt_with(
    project: Path,
) -> None:
    first = replace(ONE, id=500)
    marked = replace(ONE, mark="no", replies=(Reply(id=601, words=NO),))
    others = replace(ONE, id=503, author="ДРУГОЙ ДРУГ")
    rows = exported(project, marked, first, others)
    assert rows[comment_id("500")]["outcome"].startswith("Повторное")
    assert rows[comment_id("500")]["duplicate-of"] == comment_id("501")
    assert rows[comment_id("503")]["outcome"] == ""
    assert len(comments(project)) == 3


def test_without_a_page_the_workbook_is_as_ever_and_another_page_is_refused(project: Path) -> None:
    assert "elsewhere" not in exported(project, ONE, pages=False)[comment_id("501")]
    wrong = put(project.parent, "wrong.html", b"<html></html>")
    done = run("respond", "export", STANDARD, "--portal", wrong, "--replace", cwd=project)
    assert done.exit_code == 1
    assert "E75" in done.output
