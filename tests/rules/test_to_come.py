"""R15: what is on record has happened, by each of the days that a record has."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import builders as b
from cases import a_case, a_record, said
from talqy.cli.main import main
from talqy.model.comment import Comment
from talqy.model.history import History
from talqy.model.register import Record

TEXT = b.a_revision(1, consultation=b.a_consultation("2026-11-02", "2026-11-16"))
TODAY, LATER = "2026-11-20", "2026-11-21"
Bend = Callable[[dict[str, Any]], object]


def recorded(bend: Bend = lambda _: None, **changes: Any) -> Record:
    entry: dict[str, Any] = {
        "revision": "1",
        "digest": "sha256:0",
        "consultation": b.a_consultation("2026-11-02", "2026-11-16"),
        "report": b.a_report(TODAY),
        "adopted": b.an_adoption(TODAY, "2027-01-01"),
        "recorded": {"consultation": "2026-11-17"},
        "comments": [
            {
                "number": "1",
                "id": b.COMMENT,
                "digest": "sha256:1",
                "clause": "term",
                "on": "2026-11-17",
                "outcome": "noted",
                "since": "2026-11-17",
                "response": {"digest": "sha256:2", "on": TODAY},
            }
        ],
        "corrections": [
            {"on": TODAY, "what": "closes", "was": "2026-11-15", "reason": b.said("Қате.", "Сбой.")}
        ],
    }
    bend(entry)
    tree = {"schema": "1", "standard": b.STANDARD, "revisions": [entry]}
    comment = Comment.model_validate(b.a_comment(**changes))
    record = replace(a_record(TEXT), history=History.model_validate(tree))
    return replace(record, comments=(comment,))


BENT: dict[str, Bend] = {
    "revisions.0.recorded.consultation": lambda e: e["recorded"].update(consultation=LATER),
    "revisions.0.consultation.posted.0.on": lambda e: e["consultation"]["posted"][0].update(
        on=LATER
    ),
    "revisions.0.report.on": lambda e: e["report"].update(on=LATER),
    "revisions.0.adopted.on": lambda e: e["adopted"].update(on=LATER),
    "revisions.0.corrections.0.on": lambda e: e["corrections"][0].update(on=LATER),
    "revisions.0.comments.0.on": lambda e: e["comments"][0].update(on=LATER),
    "revisions.0.comments.0.since": lambda e: e["comments"][0].update(since=LATER),
    "revisions.0.comments.0.response.on": lambda e: e["comments"][0]["response"].update(on=LATER),
}


@pytest.mark.parametrize("path", BENT)
def test_each_day_of_a_record_has_come(path: str) -> None:
    case = a_case(recorded(BENT[path]), today=TODAY)
    (found,) = said("R15", case)
    assert found.startswith(f"history.yaml {path}: on record under {LATER}")


def test_what_is_taken_out_tomorrow_is_named() -> None:
    mark = {"on": LATER, "reason": b.said("Сұрады.", "Просил."), "original": "sha256:" + "0" * 64}
    (found,) = said("R15", a_case(recorded(redacted=mark), today=TODAY))
    assert found.startswith(f"{b.COMMENT}.yaml redacted.on: on record under {LATER}")


def test_a_sound_record_and_days_that_may_come_later_pass() -> None:
    assert said("R15", a_case(recorded(), today=TODAY)) == []


def test_nothing_is_taken_out_under_a_day_to_come(tmp_path: Path) -> None:
    b.write_project(tmp_path, revisions=[TEXT], comments=[b.a_comment()])
    words = ["comment", "redact", b.COMMENT, "--name", "--on", "2027-11-21"]
    done = CliRunner().invoke(main, [*words, "--project", str(tmp_path), "--reason", "kk=Сұрады."])
    assert (done.exit_code, "2027-11-21" in done.output) == (2, True), done.output
