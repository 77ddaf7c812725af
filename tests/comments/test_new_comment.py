"""`talqy new comment`: asked for on a terminal, refused with everything that is wrong elsewhere."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builders import (
    MINISTRY,
    OTHER_COMMENT,
    STANDARD,
    a_comment,
    a_consultation,
    a_project,
    a_revision,
    said,
    write_project,
)
from sites import ROOT, environment
from talqy.cli.main import main
from talqy.cli.new_comment import consent_sentence
from talqy.model.comment import CONSENT as CONDITIONS
from talqy.model.comment import Comment
from talqy.project.survey import survey

ALL = (
    *("--clause", "term", "--language", "ru", "--kind", "change"),
    *("--text", "Срок велик.", "--consent"),
)
CONSENT = "Согласие № 2: мой комментарий публикуется на этом сайте, в открытых данных"
ID = re.compile(r"/([0-9abcdefghjkmnpqrstvwxyz]{10})\.yaml")


def new(project: Path, *words: str) -> Result:
    """Run the command in a pipe."""
    line = ["new", "comment", STANDARD, "--project", str(project), *words]
    return CliRunner().invoke(main, line)


def comments(project: Path) -> tuple[Comment, ...]:
    """Return the comments on file, of a project without a fault."""
    found = survey(project)
    assert [problem.said() for problem in found.problems] == []
    assert found.register
    (record,) = found.register.records
    return record.comments


def written(project: Path) -> Comment:
    """Return the only comment on file."""
    (comment,) = comments(project)
    return comment


def test_it_writes_a_file_that_check_finds_sound(tmp_path: Path) -> None:
    done = new(write_project(tmp_path), *ALL, "--proposal", "Два дня.", "--name", "А. Үлгі")
    assert done.exit_code == 0, done.output
    comment = written(tmp_path)
    assert ID.search(done.output.replace("\n", ""))[1] == comment.id  # type: ignore[index]
    assert (comment.clause, comment.text, comment.proposal) == ("term", "Срок велик.", "Два дня.")
    assert (comment.consent, comment.author.name, comment.channel) == (
        CONDITIONS,
        "А. Үлгі",
        "pull-request",
    )
    assert comment.received.isoformat() == "2026-11-20"


def test_the_sentence_about_consent_names_the_conditions_that_hold_now() -> None:
    assert f"Consent {CONDITIONS}:" in consent_sentence(ROOT, "en")


def test_ids_are_drawn_anew(tmp_path: Path) -> None:
    project = write_project(tmp_path)
    for _ in range(3):
        assert new(project, *ALL).exit_code == 0
    assert len({comment.id for comment in comments(project)}) == 3


@pytest.mark.parametrize(
    ("given", "clause"),
    [
        ("2", "term"),
        ("п. 2", "term"),
        ("2-тармақ", "term"),
        ("whole", "whole"),
        ("after:term", "{'after': 'term'}"),
    ],
)
def test_a_clause_is_named_as_people_name_it(given: str, clause: str, tmp_path: Path) -> None:
    done = new(write_project(tmp_path), *ALL, "--clause", given)
    assert done.exit_code == 0, done.output
    found = written(tmp_path).clause
    assert (found if isinstance(found, str) else str(found.model_dump())) == clause


def test_in_a_pipe_all_that_is_missing_is_named_at_once(tmp_path: Path) -> None:
    refused = new(write_project(tmp_path), "--language", "ru")
    assert refused.exit_code == 2
    assert "не хватает: --clause, --kind, --text, --consent" in refused.output
    assert CONSENT in refused.output
    assert not (tmp_path / "comments").exists()


def test_all_faults_are_said_at_once_and_nothing_is_written(tmp_path: Path) -> None:
    wrong = ("--clause", "99", "--text", "Звоните: 8 701 123 45 67", "--received", "2027-01-01")
    refused = new(write_project(tmp_path), *ALL, *wrong, "--in-reply-to", "nothing")
    assert refused.exit_code == 1
    assert re.findall(r"^(--[a-z-]+): ошибка (\w+)", refused.output, re.MULTILINE) == [
        ("--clause", "F56"),
        ("--text", "G18"),
        ("--in-reply-to", "F41"),
    ]
    assert "701" not in refused.output
    assert not (tmp_path / "comments").exists()


@pytest.mark.parametrize("language", ["fi", "../ru", "ru" * 200])
def test_a_language_without_words_of_ours_is_answered_in_english(
    language: str, tmp_path: Path
) -> None:
    refused = new(write_project(tmp_path), *ALL, "--language", language, "--clause", "99")
    assert refused.exit_code == 1
    assert (
        "--clause: error F56: revision r1 of “birth-registration” has no clause “99”"
        in refused.output
    )
    assert "nothing was written" in refused.output


@pytest.mark.parametrize(
    ("day", "code", "status"),
    [("2026-11-08", "G13", 1), ("2026-11-22", "G13", 1), ("2026-11-20", "G13", 0)],
)
def test_the_day_is_held_to_the_discussion(
    day: str, code: str, status: int, tmp_path: Path
) -> None:
    """What comes too early or not yet is refused; what comes late is kept, and said to be late."""
    closed = a_revision(consultation=a_consultation("2026-11-09", "2026-11-19"))
    done = new(write_project(tmp_path, revisions=[closed]), *ALL, "--received", day)
    assert done.exit_code == status
    assert f" {code}: " in done.output


def test_words_that_are_not_in_the_clause_are_a_warning(tmp_path: Path) -> None:
    done = new(write_project(tmp_path), *ALL, "--quote", "совсем другие слова закона")
    assert done.exit_code == 0
    assert "--quote: предупреждение G14" in done.output
    assert written(tmp_path).quote == "совсем другие слова закона"


def test_the_draft_under_discussion_is_taken_where_none_is_named(tmp_path: Path) -> None:
    planned = a_revision(2, consultation=None)
    project = write_project(tmp_path, revisions=[a_revision(), planned])
    assert new(project, *ALL).exit_code == 0
    assert "/r1/" in next((project / "comments").rglob("*.yaml")).as_posix()
    assert " G13: " in new(project, *ALL, "--revision", "2").output


def test_a_reply_names_a_comment_that_is_there(tmp_path: Path) -> None:
    project = write_project(tmp_path, comments=[a_comment()])
    assert new(project, *ALL, "--in-reply-to", a_comment()["id"]).exit_code == 0
    assert " L04: " in new(project, *ALL, "--in-reply-to", OTHER_COMMENT).output


def test_what_the_authority_published_itself_may_be_quoted(tmp_path: Path) -> None:
    authority = {"name": said("Әділет", "Юстиция"), "email": "info@example.kz"}
    project = write_project(tmp_path, project=a_project(authorities={MINISTRY: authority}))
    assert new(project, *ALL, "--text", "На info@example.kz не отвечают.").exit_code == 0
    assert " G18: " in new(project, *ALL, "--text", "Мой адрес – a@example.kz.").output


def test_a_draft_shows_the_file_and_writes_none(tmp_path: Path) -> None:
    shown = new(write_project(tmp_path), *ALL, "--draft")
    assert shown.exit_code == 0
    assert "text: Срок велик." in shown.output.replace('"', "")
    assert not (tmp_path / "comments").exists()


@pytest.mark.parametrize(
    ("forge", "next_step"),
    [
        (
            {"kind": "github", "url": "https://forge.example/a/b"},
            "https://forge.example/a/b/new/main/comments/birth-registration/r1/2026-11-20",
        ),
        ({"kind": "none"}, "файл по электронной почте: info@example.kz"),
    ],
)
def test_the_next_step_is_that_of_the_projects_forge(
    forge: dict[str, str], next_step: str, tmp_path: Path
) -> None:
    authority = {"name": said("Әділет", "Юстиция"), "email": "info@example.kz"}
    settings = a_project(forge=forge, authorities={MINISTRY: authority})
    done = new(write_project(tmp_path, project=settings), *ALL)
    assert next_step in done.output
    assert ("git push -u origin comment-" in done.output) is (forge["kind"] == "github")


def test_a_hostile_text_stays_a_text(tmp_path: Path) -> None:
    text = "*a &b !c \"'\n--- \n- x: [\n# y: &z\n=cmd|x"
    assert new(write_project(tmp_path), *ALL, "--text", text).exit_code == 0
    assert written(tmp_path).text == text


def test_on_a_terminal_it_asks_one_question_at_a_time(tmp_path: Path) -> None:
    """Also again, where an answer names no clause; in the language of the comment.

    The consent sentence is that of the site.
    """
    project = write_project(tmp_path)
    answers = ["ru", "99", "2", "change", "Срок велик.", "", "Два дня.", "", "y"]
    shown = on_a_terminal(project, answers)
    assert "2  Услуга оказывается.\n" in shown
    assert "Пікіріңіздің тілі / Язык вашего комментария (kk, ru, …) [kk]" in shown
    assert "в редакции 1 стандарта «birth-registration» нет пункта «99»" in shown
    assert "2. предложение об изменении\n" in shown
    assert "Номер пункта; если проект в целом – «в целом»" in shown
    assert 0 < shown.index(CONSENT) < shown.index("Вы согласны? (да или нет)")
    assert "Дальше: отправьте файл" in shown
    comment = written(project)
    assert (comment.clause, comment.text, comment.quote) == ("term", "Срок велик.", None)
    assert (comment.proposal, comment.author.name) == ("Два дня.", None)


def test_on_a_closed_draft_nothing_is_asked(tmp_path: Path) -> None:
    closed = a_revision(consultation=a_consultation("2026-11-30", "2026-12-10"))
    shown = on_a_terminal(write_project(tmp_path, revisions=[closed]), [])
    assert " G13: " in shown
    assert "Язык вашего комментария" not in shown
    assert not (tmp_path / "comments").exists()


def test_who_does_not_agree_writes_nothing(tmp_path: Path) -> None:
    project = write_project(tmp_path)
    shown = on_a_terminal(project, ["n"], *ALL[:-1])
    assert " I16: " in shown
    assert not (project / "comments").exists()


def on_a_terminal(project: Path, typed: list[str], *words: str) -> str:
    """Run the command on a terminal of its own, type the answers, and answer what it shows."""
    ours, theirs = pty.openpty()
    line = [sys.executable, "-m", "talqy", "new", "comment", STANDARD, *words]
    with subprocess.Popen(
        line, cwd=project, env=environment(), stdin=theirs, stdout=theirs, stderr=theirs
    ):
        os.close(theirs)
        os.write(ours, "".join(f"{answer}\n" for answer in typed).encode())
        shown = b""
        while piece := _piece(ours):
            shown += piece
    os.close(ours)
    return re.sub(r"\x1b\[[0-9;]*m", "", shown.decode("utf-8", "replace")).replace("\r", "")


def _piece(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other end is closed
        return b""
