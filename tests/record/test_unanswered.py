"""A report rests on answers: none without them comes on record, and none slips in under it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import builders as b
from talqy.cli.main import main

COMMENT, RECEIVED = "z000000001", "2026-06-10"
HISTORY = f"standards/{b.STANDARD}/history.yaml"


def talqy(project: Path, *words: str, today: str) -> Result:
    """Run a command as a person does."""
    return CliRunner().invoke(main, [*words, "--project", str(project), "--today", today])


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
