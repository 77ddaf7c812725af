"""A report rests on answers: none without them comes on record, and none slips in under it."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import builders as b
from talqy.cli.main import main

COMMENT, RECEIVED = "z000000001", "2026-06-10"
HISTORY = f"standards/{b.STANDARD}/history.yaml"


def talqy(project: Path, *words: str, today: str = "") -> Result:
    """Run a command as a person does."""
    more = ("--today", today) if today else ()
    return CliRunner().invoke(main, [*words, "--project", str(project), *more])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project with a report and an adoption, and a comment that nobody has answered."""
    folder = tmp_path / "project"
    b.write_project(folder, revisions=[b.an_adopted_revision()])
    comment = b.a_comment(COMMENT, received=RECEIVED)
    b.write(folder, b.comment_path(COMMENT, RECEIVED), comment)
    return folder


def answer(project: Path, day: str) -> None:
    """Answer the comment, as of a day."""
    said = b.a_response(COMMENT, decided={"by": b.MINISTRY, "on": day})
    b.write(project, b.response_path(COMMENT, RECEIVED), said)


@pytest.mark.parametrize("today", ["2026-07-01", "2026-08-01"])
def test_no_report_or_adoption_comes_on_record_without_all_answers(
    project: Path, today: str
) -> None:
    numbered = talqy(project, "merge", "--all", today="2026-06-24")
    assert numbered.exit_code == 0, numbered.output
    before = (project / HISTORY).read_bytes()
    refused = talqy(project, "merge", "--all", today=today)
    assert (refused.exit_code, "error A01" in refused.output) == (1, True), refused.output
    assert (project / HISTORY).read_bytes() == before
    answer(project, "2026-06-22")
    assert talqy(project, "merge", "--all", today=today).exit_code == 0


def test_no_outcome_comes_on_record_with_an_error_before_the_report_either(project: Path) -> None:
    assert talqy(project, "merge", "--all", today="2026-06-24").exit_code == 0
    before = (project / HISTORY).read_bytes()
    answer(project, "2026-06-01")  # before the comment was received
    refused = talqy(project, "merge", "--all", today="2026-06-25")
    assert (refused.exit_code, "error A04" in refused.output) == (1, True), refused.output
    assert (project / HISTORY).read_bytes() == before
    answer(project, "2026-06-22")
    assert talqy(project, "merge", "--all", today="2026-06-25").exit_code == 0


REPORTED, LATER = "2026-08-01", "2026-09-01"
WHY = ("--reason", "kk=Жауап ұмыт қалған.", "--reason", "ru=Ответ был забыт.")


@pytest.fixture
def holed(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a record that has the report without the answer, as earlier editions let it come."""
    with monkeypatch.context() as patch:
        patch.setattr("talqy.cli.merge._is_refused", lambda *_: False)
        assert talqy(project, "merge", "--all", today=REPORTED).exit_code == 0
    return project


def test_an_answer_after_the_report_is_named_and_asked_for_a_reason(
    holed: Path, tmp_path: Path
) -> None:
    older = shutil.copytree(holed, tmp_path / "older")
    answer(holed, LATER)
    told = "this answer comes on record after the report"
    assert f"warning R10: {told}" in talqy(holed, "check", today=LATER).output
    refused = talqy(holed, "merge", "--all", today=LATER)
    assert (refused.exit_code, told in refused.output) == (1, True), refused.output
    done = talqy(holed, "merge", "--all", *WHY, today=LATER)
    assert done.exit_code == 0, done.output
    assert "Ответ был забыт." in (holed / HISTORY).read_text("utf-8")
    found = talqy(holed, "verify", "--against", str(older))
    openly = f"openly put on record on {LATER}, after the report: {b.STANDARD}, r1, the answer to"
    assert (found.exit_code, openly in found.output) == (0, True), found.output
    text = (holed / HISTORY).read_text("utf-8")
    forged = re.sub(r", late: \{after: report, reason: \{[^}]*\}\}", "", text)
    assert forged != text
    (holed / HISTORY).write_text(forged, "utf-8")
    unseen = talqy(holed, "verify", "--against", str(older))
    assert (unseen.exit_code, "error V14" in unseen.output) == (1, True), unseen.output


def test_an_answer_dated_before_the_record_that_lacks_it_is_an_error(holed: Path) -> None:
    answer(holed, "2026-06-22")
    refused = talqy(holed, "merge", "--all", *WHY, today=LATER)
    assert (refused.exit_code, "error R11" in refused.output) == (1, True), refused.output
    answer(holed, REPORTED)
    assert talqy(holed, "merge", "--all", *WHY, today=LATER).exit_code == 0


def test_a_correction_does_not_take_away_that_an_answer_was_late(holed: Path) -> None:
    answer(holed, LATER)
    assert talqy(holed, "merge", "--all", *WHY, today=LATER).exit_code == 0
    done = talqy(holed, "correct", COMMENT, "reason.ru=Иначе.", *WHY, today="2026-09-02")
    assert done.exit_code == 0, done.output
    text = (holed / HISTORY).read_text("utf-8")
    assert re.search(r"on': '2026-09-02', late: \{after: report", text), text
