"""What is said of an old text is said in its languages, not in one that the project added since."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import builders as b
from desk_steps import BOTH, R1, a_project_of, on
from repositories import git
from talqy.cli.main import main

LIST = f"/ru/answers/{b.STANDARD}/r1/"
TALK = b.a_consultation("2026-11-09", "2026-11-23")
REASONS = ("--reason", "kk=Қате.", "--reason", "ru=Описка.")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A text of 2026 on record, with a comment, in a project that speaks English from 2027 on."""
    settings = b.a_project(today=None)
    settings["languages"] = ["kk", "ru", {"code": "en", "since": "2027-01-01"}]
    comment = b.a_comment(received="2026-11-10", revision="1")
    more = {b.comment_path(b.COMMENT, "2026-11-10"): comment}
    return a_project_of(tmp_path, "2026-11-20", more, settings, consultation=TALK)


def test_a_correction_and_a_redaction_ask_for_the_languages_of_the_text(project: Path) -> None:
    git(project.parent, "clone", "--quiet", "--bare", str(project), "bare.git")
    with on(project.parent / "bare.git", "2026-11-20") as desk:
        page = desk.get(f"{R1}correct/")
        assert set(re.findall(r'name="(reason\.\w+)"', page)) == {"reason.kk", "reason.ru"}
        said = {"now.posted.1.on": "2026-11-08", **BOTH}
        assert desk.post(f"{R1}correct/", said).status_code == 200
        path = f"{LIST}redact/{b.COMMENT}/"
        assert 'name="reason.en"' not in desk.get(path)
        word = b.a_comment()["text"].split()[1]
        assert desk.post(path, {"words": word, **BOTH}).status_code == 200


@pytest.mark.parametrize(
    "words",
    [
        ("correct", b.STANDARD, "r1", "posted.1.on=2026-11-08", "--today", "2026-11-20"),
        ("comment", "redact", b.COMMENT, "--words", b.a_comment()["text"].split()[1]),
    ],
)
def test_the_commands_ask_the_same(project: Path, words: tuple[str, ...]) -> None:
    done = CliRunner().invoke(main, [*words, *REASONS, "--project", str(project)])
    assert done.exit_code == 0, done.output
    assert git(project, "status", "--porcelain")
