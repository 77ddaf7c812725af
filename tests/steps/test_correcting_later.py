"""A correction after the last day of a discussion, with a record that was merged while it ran."""

from pathlib import Path

from click.testing import CliRunner

import builders as b
from desk_steps import BOTH, R1, RECORD, a_project_of, on, published
from repositories import git
from talqy.cli.main import main
from talqy.model import paths

HISTORY = paths.history_file(b.STANDARD)
OLD, NEW = "https://adilet.example.kz/1", "https://adilet.example.kz/2"


def a_text_that_was_discussed(folder: Path) -> Path:
    """Make a project whose discussion is over, and whose record was merged as it opened."""
    posted = [b.a_posting(channel, "2026-11-02") for channel in ("internet", "egov", "print")]
    posted[0]["url"] = OLD
    talk = b.a_consultation("2026-11-02", "2026-11-16", posted=posted)
    return a_project_of(folder, "2026-11-02", {}, b.a_project(today=None), consultation=talk)


def test_at_the_desk_it_brings_the_record_up_to_date(tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--bare", str(a_text_that_was_discussed(tmp_path)), "bare.git")
    bare = tmp_path / "bare.git"
    with on(bare, "2026-11-20") as desk:
        done = desk.post(f"{R1}correct/", {"now.posted.1.url": NEW, **BOTH})
        assert done.status_code == 200, done.text
        published(desk, RECORD)
    history = git(bare, "show", f"main:{HISTORY}")
    assert "tally:" in history
    assert NEW in git(bare, "show", f"main:{paths.revision_file(b.STANDARD, 1)}")


def test_by_the_command_it_does_the_same(tmp_path: Path) -> None:
    project = a_text_that_was_discussed(tmp_path)
    why = ("--reason", "kk=Қате", "--reason", "ru=Опечатка")
    words = ("correct", b.STANDARD, "r1", f"posted.1.url={NEW}", *why)
    at = ("--project", str(project), "--today", "2026-11-20")
    done = CliRunner().invoke(main, [*words, *at])
    assert done.exit_code == 0, done.output
    assert "tally:" in (project / HISTORY).read_text("utf-8")
    checked = CliRunner().invoke(main, ["check", *at])
    assert "history.yaml" not in checked.output, checked.output
