"""Two comments with one id: it belongs to the one on record, and else neither is shown."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from builders import (
    COMMENT,
    STANDARD,
    Tree,
    a_comment,
    a_response,
    an_adopted_revision,
    comment_path,
    response_path,
    write,
    write_project,
)
from talqy.cli.main import main
from talqy.project.load import ReadProject, read_project

WORDS = "Слова первого автора: прошу сократить срок услуги."
EARLIER = "2026-11-09"
FIRST, SECOND = comment_path(), comment_path(day=EARLIER)


def a_rival(**changes: str) -> Tree:
    """Make a comment of the same id that says it came earlier, and stands first in every list."""
    return a_comment(received=EARLIER, text="Менять в проекте ничего не надо.", **changes)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_project(tmp_path, revisions=[an_adopted_revision()], comments=[a_comment(text=WORDS)])
    return tmp_path


def twice(read: ReadProject) -> dict[str, object]:
    """Return the files that are named for their id, with the other one that has it."""
    return {p.file: p.values["other"] for p in read.problems if p.code == "F52"}


def texts(read: ReadProject) -> list[str]:
    """Return what all comments say that are shown."""
    assert read.register
    return [comment.text for record in read.register.records for comment in record.comments]


def test_neither_wins_where_no_record_tells_whose_it_is(project: Path) -> None:
    write(project, SECOND, a_rival())
    read = read_project(project)
    assert twice(read) == {FIRST: SECOND, SECOND: FIRST}
    assert texts(read) == []
    assert read.register
    assert COMMENT in read.register.records[0].broken_comments


def test_the_one_on_record_keeps_its_id(project: Path) -> None:
    """The other one stands first by its day, and has come last."""
    merged = CliRunner().invoke(main, ["merge", "--all", "--project", str(project)])
    assert merged.exit_code == 0, merged.output
    write(project, SECOND, a_rival())
    write(project, response_path(), a_response(outcome="noted"))
    write(project, response_path(day=EARLIER), a_response(outcome="rejected"))
    read = read_project(project)
    assert twice(read) == {SECOND: FIRST}
    assert texts(read) == [WORDS]
    assert read.register
    response = read.register.records[0].response_to(COMMENT)
    assert response
    assert response.outcome == "noted"


def test_a_file_in_a_wrong_place_takes_no_id(project: Path) -> None:
    """A copy that says another day than its folder has a fault of its own."""
    write(project, SECOND, a_comment(text=WORDS))
    read = read_project(project)
    assert [p.code for p in read.problems if p.file == SECOND] == ["F50"]
    assert texts(read) == [WORDS]


def test_neither_is_published_and_check_names_both(project: Path) -> None:
    write(project, SECOND, a_rival())
    done = CliRunner().invoke(main, ["check", "--project", str(project)])
    assert done.exit_code == 1
    assert [line.split(":")[0] for line in done.output.splitlines() if " F52: " in line] == [
        SECOND,
        FIRST,
    ]
    assert STANDARD in FIRST
