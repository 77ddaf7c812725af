"""What the record is read with: settings and names, compared with those of an older state."""

from dataclasses import replace

import pytest

import builders as b
from cases import a_case, a_record
from talqy.model.history import History, RecordedRevision
from talqy.model.register import Register
from talqy.record.settings import changed_settings

TALK = {"opens": "2026-06-01", "closes": "2026-06-19"}
ENTRY = RecordedRevision.model_validate(
    {"revision": "1", "digest": "sha256:0", "consultation": TALK}
)
HISTORY = History(schema="1", standard=b.STANDARD, revisions=(ENTRY,))
SETTINGS = b.a_project(fee_unit={"name": "mci", "tenge": {"2026": "4325"}})
BODY = SETTINGS["authorities"][b.MINISTRY]


def a_state(
    project: b.Tree | None = None,
    standard: b.Tree | None = None,
    history: History | None = HISTORY,
) -> Register:
    """Make a project with a record, or without any."""
    record = replace(a_record(standard=b.a_standard(**(standard or {}))), history=history)
    register = a_case(record, project={**SETTINGS, **(project or {})}).register
    return replace(register, codes=register.codes.over(register.project.codes))


def changes(newer: Register, older: Register | None = None) -> list[str]:
    """Return what is told of a newer state."""
    return [problem.said() for problem in changed_settings(older or a_state(), newer)]


def named(name: str) -> b.Tree:
    return {"authorities": {b.MINISTRY: {**BODY, "name": b.said("Әділет министрлігі", name)}}}


CHANGES: dict[str, tuple[b.Tree, b.Tree, str]] = {
    "a body": (
        named("Другое министерство"),
        {},
        (
            "state bodies, ministry-justice, name, in Russian: was “Министерство юстиции”, "
            "and now is “Другое министерство”"
        ),
    ),
    "a title": (
        {},
        {"title": b.said("Тууды тіркеу", "Регистрация смерти")},
        (
            "title of the standard, in Russian: was “Регистрация рождения”, and now is "
            "“Регистрация смерти”"
        ),
    ),
    "a provider": (
        {},
        {"provider": b.said("Басқа", "Отдел РАГС")},
        "provider of the service, in Kazakh: was “АХАТ бөлімі”, and now is “Басқа”",
    ),
    "a past year of the unit of fees": (
        {"fee_unit": {"name": "mci", "tenge": {"2026": "1"}}},
        {},
        "unit of fees, value in tenge, 2026: was “4325”, and now is “1”",
    ),
    "the name of an outcome": (
        {"codes": {"outcome": {"accepted": {"name": {"ru": "Отклонено"}}}}},
        {},
        "names of codes, outcome, accepted, in Russian: was “Принято”, and now is “Отклонено”",
    ),
    "the first day of a language": (
        {"languages": ["kk", {"code": "ru", "since": "2026-07-01"}]},
        {},
        "languages, in Russian: was “–”, and now is “2026-07-01”",
    ),
    "the time zone": (
        {"timezone": "UTC"},
        {},
        "time zone: was “Asia/Almaty”, and now is “UTC”",
    ),
    "the rules": (
        {"rules": "kz-2013"},
        {},
        "rules by which periods are counted: was “kz-2023”, and now is “kz-2013”",
    ),
    "a day off in the past": (
        {"calendar": {"closed": ["2026-06-12", "2026-12-01"]}},
        {},
        "calendar, days off: was “–”, and now is “2026-06-12”",
    ),
    "a survey": (
        {},
        {"surveys": [{"year": "2025", "answered": "10", "satisfied": "0"}]},
        "surveys № 1, satisfied people: was “9”, and now is “0”",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_each_change_is_told_once_in_words_and_is_no_error(name: str) -> None:
    project, standard, said = CHANGES[name]
    newer = a_state(project, standard)
    assert changes(newer) == [said]
    assert not any(problem.is_error for problem in changed_settings(a_state(), newer))


SAME: dict[str, tuple[b.Tree, b.Tree]] = {
    "the same": ({}, {}),
    "one more body": ({"authorities": {b.MINISTRY: BODY, "other": BODY}}, {}),
    "another address": (
        {"authorities": {b.MINISTRY: {**BODY, "email": "new@justice.example"}}},
        {},
    ),
    "one more year": ({"fee_unit": {"name": "mci", "tenge": {"2026": "4325", "2027": "9"}}}, {}),
    "a day off that is still to come": ({"calendar": {"closed": ["2026-12-01"]}}, {}),
    "one more language": ({"languages": ["kk", "ru", {"code": "en", "since": "2027-01-01"}]}, {}),
    "another review, one more survey": (
        {},
        {
            "reviewed": "2026-11-01",
            "surveys": [
                {"year": "2025", "answered": "10", "satisfied": "9"},
                {"year": "2026", "answered": "4", "satisfied": "3"},
            ],
        },
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_what_grows_is_not_told(name: str) -> None:
    assert changes(a_state(*SAME[name])) == []


def test_before_anything_is_on_record_nothing_is_told() -> None:
    older = a_state(history=None)
    assert changes(a_state(named("Другое")), older) == []
