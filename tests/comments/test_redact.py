"""`talqy comment redact`: words go, everything else stays, and authorship can still be proved."""

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builders import (
    COMMENT,
    STANDARD,
    a_comment,
    a_consultation,
    a_response,
    a_revision,
    comment_path,
    write_project,
)
from sites import demonstration
from talqy.cli.main import main
from talqy.model.comment import Comment
from talqy.project.survey import survey
from talqy.project.yaml_write import dumped

WHY = ("--reason", "kk=Автордың өтініші бойынша.", "--reason", "ru=По просьбе автора.")
FILE = """\
# typed in by the reception
schema: 1
id: k7m2p9qx4a   # drawn
standard: birth-registration
revision: 1
clause: term
language: ru
kind: change
received: "2026-11-10"
channel: paper
author: {kind: individual, foreign: true, name: "Иван Образцов"}   # as signed
quote: "Услуга оказывается."
text: |-
  Я, Иван Образцов, ждал в Актобе.
  Иван Образцов, сосед Петра.
proposal: 'Пусть Иван Образцов не ждет.'
consent: "1"
# the end
"""


def talqy(project: Path, *words: str) -> Result:
    """Run a command as a person does."""
    return CliRunner().invoke(main, [*words, "--project", str(project)])


def redact(project: Path, *words: str) -> Result:
    """Take something out of the comment."""
    return talqy(project, "comment", "redact", COMMENT, *words)


def digest(file: Path) -> str:
    """Return what `sha256sum` says of a file."""
    return f"sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}"


def on_file(project: Path, name: str = COMMENT) -> Comment:
    """Return a comment of a project in which nothing is wrong."""
    found = survey(project)
    assert [problem.said() for problem in found.problems] == []
    assert found.register
    (comment,) = [comment for record in found.register.records if (comment := record.comment(name))]
    return comment


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path, files={comment_path(): FILE})


def test_words_are_replaced_wherever_they_stand_and_nothing_else_changes(project: Path) -> None:
    file = project / comment_path()
    before = digest(file)
    done = redact(project, "--words", "Иван Образцов", *WHY)
    assert done.exit_code == 0, done.output
    comment = on_file(project)
    assert comment.text == "Я, […], ждал в Актобе.\n[…], сосед Петра."
    assert comment.proposal == "Пусть […] не ждет."
    assert comment.author.name == "Иван Образцов"
    assert comment.redacted
    assert (comment.redacted.on.isoformat(), comment.redacted.original) == ("2026-11-20", before)
    assert comment.redacted.reason["ru"] == "По просьбе автора."


def test_every_other_line_stays_to_the_byte(project: Path) -> None:
    assert redact(project, "--words", "Петра", *WHY).exit_code == 0
    changed = {"  Иван Образцов, сосед Петра.": "  Иван Образцов, сосед […]."}
    expected = [changed.get(line, line) for line in FILE.splitlines() if line != "# the end"]
    lines = (project / comment_path()).read_text("utf-8").splitlines()
    assert [line for line in lines if line != "# the end"][: len(expected)] == expected
    assert "# the end" in lines


def test_the_name_goes_and_the_rest_of_the_author_stays(project: Path) -> None:
    done = redact(project, "--name", *WHY, "--on", "2026-11-18")
    assert done.exit_code == 0, done.output
    comment = on_file(project)
    assert (comment.author.name, str(comment.author.kind)) == (None, "individual")
    assert comment.author.foreign
    assert comment.redacted
    assert comment.redacted.on.isoformat() == "2026-11-18"
    assert "the name still stands in the words of the comment" in done.output


def test_a_second_time_keeps_the_first_digest(project: Path) -> None:
    first = digest(project / comment_path())
    assert redact(project, "--name", *WHY).exit_code == 0
    assert redact(project, "--words", "Иван Образцов", "--words", "Актобе", *WHY).exit_code == 0
    comment = on_file(project)
    assert comment.redacted
    assert comment.redacted.original == first
    assert "Образцов" not in (project / comment_path()).read_text("utf-8")
    assert "Актобе" not in comment.text


def test_longer_words_go_before_the_shorter_ones_in_them(project: Path) -> None:
    assert redact(project, "--words", "Иван", "--words", "Иван Образцов", *WHY).exit_code == 0
    assert on_file(project).text == "Я, […], ждал в Актобе.\n[…], сосед Петра."


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ((*WHY,), "say what to take out"),
        (("--words", "Кого нет", *WHY), "“Кого нет” does not stand in the comment"),
        (("--words", " ", *WHY), "does not stand in the comment"),
        (("--words", "Актобе", *WHY[:2]), "add --reason ru=…"),
        (("--words", "Актобе", *WHY, "--reason", "uz=Sabab"), "with one of kk, ru"),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_is_written(
    words: tuple[str, ...], answer: str, project: Path
) -> None:
    refused = redact(project, *words)
    assert refused.exit_code == 2
    assert answer in " ".join(refused.output.split())
    assert (project / comment_path()).read_text("utf-8") == FILE


def test_a_comment_that_is_not_there_or_has_no_name_is_refused(tmp_path: Path) -> None:
    project = write_project(tmp_path, comments=[a_comment()])
    assert "has no name of an author" in redact(project, "--name", *WHY).output
    gone = talqy(project, "comment", "redact", "0000000000", "--name", *WHY)
    assert gone.exit_code == 2
    assert "there is no comment “0000000000”" in " ".join(gone.output.split())


def test_a_draft_shows_the_new_file_and_writes_none(project: Path) -> None:
    shown = redact(project, "--words", "Актобе", *WHY, "--draft")
    assert shown.exit_code == 0
    assert "ждал в […]." in shown.output
    assert (project / comment_path()).read_text("utf-8") == FILE


def test_the_record_and_the_receipt_still_hold(tmp_path: Path) -> None:
    """Merged, redacted: no rule is broken, and the author's receipt fits."""
    over = a_revision(consultation=a_consultation("2026-11-02", "2026-11-16"), dated="2026-10-30")
    project = write_project(
        tmp_path, revisions=[over], comments=[a_comment()], responses=[a_response()]
    )
    receipt = digest(project / comment_path())
    assert talqy(project, "merge", STANDARD).exit_code == 0
    assert redact(project, "--words", "двух дней", *WHY).exit_code == 0
    on_file(project)
    assert talqy(project, "verify").exit_code == 0
    assert talqy(project, "verify", COMMENT, receipt).exit_code == 0
    assert talqy(project, "merge", STANDARD, "--check").exit_code == 0
    assert talqy(project, "verify", COMMENT, digest(project / comment_path())).exit_code == 1


@pytest.mark.proof
def test_every_comment_of_the_demonstration_can_lose_its_first_words(tmp_path: Path) -> None:
    project = demonstration(tmp_path)
    found = survey(project)
    assert found.register
    comments = [comment for record in found.register.records for comment in record.comments]
    for comment in comments:
        words = comment.text.split("\n")[0][:20]
        done = talqy(project, "comment", "redact", comment.id, "--words", words, *WHY)
        assert done.exit_code == 0, (comment.id, done.output)
        assert on_file(project, comment.id).text.startswith("[…]")


def test_a_reason_does_not_publish_what_is_taken_out(project: Path) -> None:
    before = (project / comment_path()).read_bytes()
    why = ("--reason", "kk=Қате.", "--reason", "ru=Убран ИИН 900101300017.")
    done = redact(project, "--words", "Иван Образцов", *why)
    assert done.exit_code == 1
    assert "G17" in done.output
    assert "900101300017" not in done.output
    assert (project / comment_path()).read_bytes() == before


def test_places_where_the_words_stand_too_are_named(tmp_path: Path) -> None:
    said = {"kk": "Образцовтың сұрауы бойынша.", "ru": "Иван Образцов просил сам."}
    folder = comment_path().removesuffix(".yaml")
    answer = a_response(comment=COMMENT, reason=said)
    files = {comment_path(): FILE, f"{folder}.response.yaml": dumped(answer)}
    project = write_project(tmp_path, files=files)
    done = redact(project, "--words", "Иван Образцов", *WHY)
    assert done.exit_code == 0, done.output
    for place in ("reason.kk", "reason.ru"):
        assert f"the words still stand in {folder}.response.yaml, {place}" in done.output
    assert "Образцов" in (project / f"{folder}.response.yaml").read_text("utf-8")
