"""What the authority writes is published as comments are: it is looked at for personal data."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from builders import (
    COMMENT,
    MINISTRY,
    STANDARD,
    Tree,
    a_comment,
    a_consultation,
    a_posting,
    a_project,
    a_response,
    a_revision,
    a_standard,
    complete_clauses,
    response_path,
    revision_path,
    said,
    write,
    write_project,
)
from gate_cases.making import BIN, IIN
from response_books import LAST, Book, exported, four_comments, noted
from talqy.cli.main import main
from talqy.comments.doors import Door
from talqy.comments.judge import context_of
from talqy.comments.official import as_filed, judge_official, judge_official_of
from talqy.model.paths import history_file
from talqy.model.problem import Level
from talqy.model.register import Record
from talqy.project.history_file import merge_plan
from talqy.project.survey import survey
from talqy.project.yaml_write import dumped

MOBILE, OFFICE = "+7 701 123 45 67", "8 (7172) 55-12-34"
FIRST = a_revision(1, consultation=a_consultation("2026-11-02", "2026-11-16"))
_OWN = {"email": "info@justice.gov.example", "url": "https://justice.gov.example/"}
SETTINGS = a_project(
    authorities={MINISTRY: {"name": said("Әділет министрлігі", "Министерство юстиции"), **_OWN}}
)


def told(folder: Path, *faults: str, **parts: Any) -> set[tuple[str, str, Level]]:
    """Return what is said of a project that has these faults: end of the file, code, level."""
    write_project(folder, **{"project": SETTINGS, "revisions": [FIRST], **parts})
    state = survey(folder)
    register, assessment = state.known
    assert {one.code for one in state.problems if one.level is Level.ERROR} == set(faults)
    context = context_of(register, assessment.today, Door.CHECK)
    found = tuple(as_filed(judge_official(register, context)))
    all_parts: tuple[Record | None, ...] = (None, *register.records)
    as_checked = (
        judge_official_of(one, register.remarks, context, is_filed=True) for one in all_parts
    )
    assert found == tuple(problem for part in as_checked for problem in as_filed(part))
    return {(one.file.rpartition("/")[2], one.code, one.level) for one in found}


def answered(words: str) -> dict[str, Any]:
    reason = said(f"Пікір қаралды. {words}", f"Мнение рассмотрено. {words}")
    return {"comments": [a_comment()], "responses": [a_response(reason=reason)]}


def a_text(words: str, **changes: Any) -> Tree:
    first, *others = complete_clauses()
    clause = {**first, "text": said(f"Қызмет. {words}", f"Услуга. {words}")}
    return a_revision(1, clauses=[clause, *others], **changes)


IN_RESPONSE = response_path().rpartition("/")[2]
WITH_IIN: dict[str, tuple[dict[str, Any], str]] = {
    "a reason": (answered(f"ИИН {IIN}"), IN_RESPONSE),
    "a clause": ({"revisions": [a_text(f"№ {IIN}")]}, "r1.yaml"),
    "an explanation": (
        {"revisions": [a_revision(1, explanation=said(f"№ {IIN}", f"№ {IIN}."))]},
        "r1.yaml",
    ),
    "a posting": (
        {
            "revisions": [
                a_revision(
                    1,
                    consultation=a_consultation(
                        posted=[
                            a_posting("internet", "2026-11-09"),
                            a_posting("egov", "2026-11-09"),
                            {
                                "channel": "print",
                                "on": "2026-11-09",
                                "reference": said(f"№ {IIN}", f"№ {IIN}."),
                            },
                        ]
                    ),
                )
            ]
        },
        "r1.yaml",
    ),
    "a standard": (
        {"standard": a_standard(provider=said(f"Бөлім {IIN}", f"Отдел {IIN}"))},
        "standard.yaml",
    ),
    "settings": (
        {"project": a_project(name=said(f"Талқылау {IIN}", f"Обсуждение {IIN}"))},
        "project.yaml",
    ),
    "a remark in a text": (
        {"files": {revision_path(): f"{dumped(FIRST)}# {IIN}\n"}},
        "r1.yaml",
    ),
    "a remark in settings": (
        {"project": f"# {IIN[:6]}-{IIN[6:]}\n{dumped(SETTINGS)}"},
        "project.yaml",
    ),
    "a remark in an answer": (
        {
            "comments": [a_comment()],
            "files": {response_path(): f"# {IIN}\n{dumped(a_response())}"},
        },
        IN_RESPONSE,
    ),
}


@pytest.mark.parametrize("name", WITH_IIN)
def test_a_number_of_a_person_is_an_error_wherever_it_stands(name: str, tmp_path: Path) -> None:
    parts, file = WITH_IIN[name]
    assert told(tmp_path, **parts) == {(file, "G17", Level.ERROR)}


@pytest.mark.parametrize(
    "words",
    [
        *(OFFICE, MOBILE, "8 800 080 7777", "info@justice.gov.example", f"БСН {BIN}", "1414"),
        *("call@mail.ru", "KZ86125KZT5004100100", "Абай көшесі, 5-үй, 12-пәтер", "@egov_help"),
    ],
)
def test_a_text_says_whom_to_call_and_where_to_pay(words: str, tmp_path: Path) -> None:
    assert told(tmp_path, revisions=[a_text(words)]) == set()


def test_a_text_may_show_a_number_that_is_none(tmp_path: Path) -> None:
    found = told(tmp_path, revisions=[a_text("ИИН 123456789012")])
    assert found == {("r1.yaml", "G17", Level.PERSON)}


@pytest.mark.parametrize("words", [OFFICE, "8 800 080 7777", "a.b@justice.gov.example", BIN])
def test_an_answer_says_which_office_to_call(words: str, tmp_path: Path) -> None:
    assert told(tmp_path, **answered(words)) == set()


@pytest.mark.parametrize(
    "words", [MOBILE, "ivan@example.kz", "ул. Абая, дом 5, кв. 12", "карта 4111 1111 1111 1111"]
)
def test_an_answer_with_what_is_a_persons_is_for_a_person(words: str, tmp_path: Path) -> None:
    assert told(tmp_path, **answered(words)) == {(IN_RESPONSE, "G18", Level.PERSON)}


@pytest.mark.parametrize("url", ["http://[bad", "", "no address"])
def test_an_address_of_a_site_that_is_none_makes_no_host_public(url: str, tmp_path: Path) -> None:
    ministry = {"name": said("Әділет министрлігі", "Министерство юстиции"), **_OWN}
    project = a_project(authorities={MINISTRY: {**ministry, "url": url or "-"}})
    found = told(tmp_path, "L06", project=project, **answered("a.b@justice.gov.example"))
    assert found == {(IN_RESPONSE, "G18", Level.PERSON)}


def test_an_answer_may_repeat_what_the_text_says(tmp_path: Path) -> None:
    text = a_text(MOBILE, consultation=a_consultation("2026-11-02", "2026-11-16"))
    assert told(tmp_path, **{**answered(MOBILE), "revisions": [text]}) == set()


def test_what_is_on_record_is_warned_of_alone(tmp_path: Path) -> None:
    """An answer is on record from its report on; until then it can be mended."""
    text = a_text(f"№ {IIN}", consultation=a_consultation("2026-11-02", "2026-11-16"))
    parts = {**answered(MOBILE), "revisions": [text]}
    told(tmp_path, **parts)
    register, assessment = survey(tmp_path).known
    step = merge_plan(register.records[0], assessment, None).step
    assert step
    write(tmp_path, step.path, step.text)  # as an earlier edition did, which did not look for it
    waiting = (IN_RESPONSE, "G18", Level.PERSON)
    assert told(tmp_path, **parts) == {("r1.yaml", "G17", Level.WARNING), waiting}
    remark = {revision_path(): f"{dumped(text)}# {IIN}\n"}
    found = told(tmp_path, **parts, files=remark)
    assert ("r1.yaml", "G17", Level.ERROR) in found  # the record does not hold remarks


def test_what_is_a_persons_is_not_put_on_record(tmp_path: Path) -> None:
    text = a_text(f"№ {IIN}", consultation=a_consultation("2026-11-02", "2026-11-16"))
    told(tmp_path, **{**answered("Да."), "revisions": [text]})
    refused = CliRunner().invoke(main, ["merge", STANDARD, "--project", str(tmp_path)])
    assert refused.exit_code == 1
    assert "G17" in refused.output
    assert IIN not in refused.output
    assert not (tmp_path / history_file(STANDARD)).exists()


# --- the doors of answers -----------------------------------------------------------------------


def talqy(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def respond(folder: Path, words: str) -> Result:
    write_project(folder, revisions=[FIRST], comments=[a_comment()])
    reasons = (f"kk=Пікір қаралды. {words}", f"ru=Мнение рассмотрено. {words}")
    how = [word for reason in reasons for word in ("--reason", reason)]
    return talqy("respond", COMMENT, "--outcome", "noted", *how, "--project", str(folder))


def test_an_answer_with_a_number_of_a_person_is_not_written(tmp_path: Path) -> None:
    done = respond(tmp_path, f"ИИН {IIN}")
    assert done.exit_code == 1
    assert "G17" in done.output
    assert IIN not in done.output
    assert not (tmp_path / response_path()).exists()


def test_an_answer_with_a_telephone_is_written_and_told(tmp_path: Path) -> None:
    done = respond(tmp_path, MOBILE)
    assert done.exit_code == 0, done.output
    assert "G18" in done.output
    assert (tmp_path / response_path()).exists()


def test_a_workbook_brings_no_number_of_a_person(tmp_path: Path) -> None:
    project = four_comments(tmp_path / "project")
    book = Book(exported(project, tmp_path / "a.xlsx", STANDARD, "r1", "--language", "ru"))
    words = f"ИИН {IIN}, тел. {MOBILE}"
    reasons = (f"Пікір қаралды. {words}", f"Мнение рассмотрено. {words}")
    book.fill(LAST, noted(reason_kk=reasons[0], reason_ru=reasons[1]))
    done = talqy("respond", "import", str(book.save()), "--project", str(project))
    assert done.exit_code == 1, done.output
    assert "G17" in done.output
    assert "G18" in done.output
    assert IIN not in done.output


def test_a_posting_at_a_look_alike_of_the_portal_needs_a_person(tmp_path: Path) -> None:
    first, egov, *others = FIRST["consultation"]["posted"]
    elsewhere = {**egov, "url": "https://egov.kz.example.com/npa/1"}
    talk = {**FIRST["consultation"], "posted": [first, elsewhere, *others]}
    found = told(tmp_path / "project", revisions=[{**FIRST, "consultation": talk}])
    assert found == {("r1.yaml", "G21", Level.PERSON)}


def test_an_answer_by_hand_that_only_points_elsewhere_is_told_as_in_the_workbook(
    tmp_path: Path,
) -> None:
    parts = {
        "comments": [a_comment()],
        "responses": [a_response(reason=said("Қосымшаны қараңыз", "См. вложение"))],
    }
    assert told(tmp_path / "project", **parts) == {(IN_RESPONSE, "G34", Level.ERROR)}
