"""The days of steps: what has happened has come, an extension was announced in time."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import builders as b
from cases import a_case, a_record, said
from talqy.project.files import text_of
from talqy.project.steps import Steps
from talqy.project.survey import survey
from talqy.steps.judged import JudgedStep, judged_step

TALK = b.a_consultation("2026-11-09", "2026-11-23")
REPORTED = {**TALK, "report": b.a_report("2026-11-26")}
DEPARTMENT = {"signed_by": b.said("Департамент", "Департамент")}


def taken(
    folder: Path, day: str, step: tuple[str, dict[str, Any]], talk: dict[str, Any]
) -> JudgedStep:
    """Take a step of a text that was discussed."""
    b.write_project(folder, revisions=[b.a_revision(dated="2026-11-02", consultation=talk)])
    register, assessment = survey(folder, date.fromisoformat(day), is_checked=False).known
    (record,) = register.records
    (text,) = record.revisions
    file = text_of(folder / b.revision_path(1))
    return judged_step(Steps(register, record, text, file, assessment.today), *step)


def told(step: JudgedStep) -> list[tuple[str, str]]:
    return [(one.level.value, str(one.path[-1])) for one in step.problems if one.code == "S14"]


STEPS: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "a report": ("report", DEPARTMENT, TALK),
    "an act": (
        "adopted",
        {"act": b.said("№ 7 бұйрық", "приказ № 7"), "in_force": "2027-01-01"},
        REPORTED,
    ),
    "a withdrawal": ("withdrawn", {"reason": b.said("Керек емес.", "Не нужен.")}, TALK),
}


@pytest.mark.parametrize("step", STEPS)
def test_what_has_happened_has_come(tmp_path: Path, step: str) -> None:
    """A day ahead is an error, one far back a question, one of last week neither."""
    key, value, talk = STEPS[step]
    found = {
        on: taken(tmp_path / on, "2026-12-20", (key, {**value, "on": on}), talk)
        for on in ("2026-12-21", "2026-12-20", "2026-12-10", "2026-11-27")
    }
    assert {on: told(one) for on, one in found.items()} == {
        "2026-12-21": [("error", "on")],
        "2026-12-20": [],
        "2026-12-10": [],
        "2026-11-27": [("needs a person", "on")],
    }
    assert [one.is_sound for one in found.values()] == [False, True, True, True]


@pytest.mark.parametrize(("day", "is_sound"), [("2026-11-23", True), ("2026-11-24", False)])
def test_a_discussion_that_is_over_is_not_opened_again(
    tmp_path: Path, day: str, is_sound: object
) -> None:
    """Whatever day the extension bears: it was not announced then."""
    value = {"on": "2026-11-20", "closes": "2026-12-04", "reason": b.said("Сұралды.", "Просили.")}
    found = taken(tmp_path, day, ("extended", value), TALK)
    assert (found.is_sound, told(found)) == (is_sound, [] if is_sound else [("error", "closes")])


def test_check_names_what_is_there_already() -> None:
    text = b.a_revision(
        dated="2026-09-01", consultation=None, withdrawn=b.a_withdrawal("2027-11-20")
    )
    assert said("S14", a_case(a_record(text))) == [
        "r1.yaml withdrawn.on: the withdrawal: dated 2027-11-20, and that day has not come yet"
    ]
