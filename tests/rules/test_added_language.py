"""A language that a project gained when texts of it were frozen already."""

from typing import Any

import pytest

import builders as b
from cases import a_case, a_record, day, said
from talqy.compare.align import align
from talqy.model.project import Project
from talqy.report.refusals import refusals
from talqy.report.report import completion_report
from talqy.responses.debts import debts
from talqy.rules.check import RULES

SINCE = "2026-11-15"
ADDED = ["kk", "ru", {"code": "en", "since": SINCE}]
NAMES = {"en": "English words"}


def a_project(languages: object = None) -> b.Tree:
    tree = b.a_project(languages=languages or ADDED)
    tree["name"] = {**tree["name"], **NAMES}
    for authority in tree["authorities"].values():
        authority["name"] = {**authority["name"], **NAMES}
    return tree


def missing(*revisions: b.Tree, today: str = "2026-11-20", **parts: object) -> list[str]:
    standard = b.a_standard()
    standard |= {key: {**standard[key], **NAMES} for key in ("title", "provider")}
    record = a_record(*revisions, standard=standard, **parts)  # type: ignore[arg-type]
    return said("P01", a_case(record, today=today, project=a_project()))


def discussed(opens: str) -> b.Tree:
    return b.a_revision(dated=opens, consultation=b.a_consultation(opens, "2026-12-30"))


def test_a_text_that_opened_before_need_not_have_it_nor_its_answers() -> None:
    comment, answer = b.a_comment(), b.a_response()
    assert missing(discussed("2026-11-14"), comments=[comment], responses=[answer]) == []


@pytest.mark.parametrize("today", ["2026-11-20", "2026-11-01"])
def test_a_text_that_opens_later_must_have_it(today: str) -> None:
    found = missing(discussed(SINCE), today=today)
    assert found
    assert all("in the language “en”" in problem for problem in found)


def test_a_text_without_a_discussion_must_have_it_from_its_first_day() -> None:
    bare = b.a_revision(consultation=None)
    assert missing(bare, today="2026-11-14") == []
    assert missing(bare, today=SINCE) != []


def advice(*revisions: b.Tree, **parts: Any) -> dict[str, set[str]]:
    """Return what is advised where a language without a first day is missing, by file."""
    project = b.a_project(languages=["kk", "ru", "en"])
    case = a_case(a_record(*revisions, **parts), project=project)
    found: dict[str, set[str]] = {}
    for problem in next(rule for rule in RULES if rule.code == "P01").problems(case):
        found.setdefault(problem.file.rpartition("/")[2], set()).add(problem.advised())
    return found


def test_where_frozen_texts_lack_a_language_its_first_day_is_the_way() -> None:
    comment, answer = b.a_comment(), b.a_response()
    prepared = b.a_revision(2, consultation=None)
    said = advice(discussed("2026-11-14"), prepared, comments=[comment], responses=[answer])
    since = {file for file, words in said.items() if "{code: en, since: " in str(words)}
    assert since == {"r1.yaml", f"{b.COMMENT}.response.yaml"}
    assert all(len(words) == 1 for words in said.values())


def test_a_word_that_was_forgotten_in_a_frozen_text_is_written() -> None:
    said = advice({**discussed("2026-11-14"), "explanation": b.said("Жоба") | NAMES})
    assert said["r1.yaml"] == {"write it; the languages are published together"}


def test_a_text_adopted_before_need_not_have_it() -> None:
    project = Project.model_validate(a_project())
    revision = a_record(b.an_adopted_revision(consultation=None)).revisions[0]
    assert project.languages_on(revision.begun(day("2027-01-01"))) == ("kk", "ru")


def test_report_and_debts_ask_for_the_languages_in_which_the_discussion_began() -> None:
    record = a_record(discussed("2026-11-14"), comments=[b.a_comment()], responses=[b.a_response()])
    case = a_case(record, today="2026-11-20", project=a_project())
    report = completion_report(record, record.revisions[0], case.assessment, case.register)
    assert report is not None
    assert not [problem for problem in refusals(report) if problem.code == "B06"]
    assert not [debt for debt in debts(case.register, case.assessment) if debt.half]


def test_a_language_that_a_text_gained_changes_no_clause() -> None:
    """Else each clause of the next text would need a reason why it was translated."""
    first = b.a_revision()
    clauses = [{**clause, "text": {**clause["text"], **NAMES}} for clause in first["clauses"]]
    changed = {**clauses[0], "text": {**clauses[0]["text"], "ru": "Иначе"}}
    for newer, actions in ((clauses, 0), ([changed, *clauses[1:]], 1)):
        second = b.a_revision(revision="2", kind="amendment", base="1", clauses=newer)
        record = a_record(first, second)
        alignment = align(record, *record.revisions)
        assert sum(match.is_substantive for match in alignment.matches) == actions


def test_all_languages_are_those_of_the_site_and_named_once() -> None:
    project = Project.model_validate(a_project())
    assert project.languages == ("kk", "ru", "en")
    assert project.languages_on(day("2026-11-14")) == ("kk", "ru")
    assert project.languages_on(day(SINCE)) == ("kk", "ru", "en")
    with pytest.raises(ValueError, match="named twice"):
        Project.model_validate(a_project(["kk", "en", {"code": "en", "since": SINCE}]))
