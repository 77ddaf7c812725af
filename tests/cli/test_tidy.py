"""`talqy tidy` takes out what pasting left, in texts that may still change, and in nothing else."""

from pathlib import Path

import pytest
from click.testing import CliRunner

import builders as b
from talqy.cli.main import main

REMARK = "# what the lawyers sent\n"
BROKEN = b.said("Қызмет он жұмыс\nкүні ішінде көрсетіледі.", "Услуга оказы\u00adвается в\nЦентре.")
WHOLE = ("Қызмет он жұмыс күні ішінде көрсетіледі.", "Услуга оказывается в Центре.")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a frozen text and one in preparation, broken alike."""
    clauses = [b.a_clause("term", text=BROKEN)]
    frozen = b.an_adopted_revision(clauses=clauses)
    prepared = b.a_revision(2, clauses=clauses, consultation=None)
    b.write_project(tmp_path, revisions=[frozen, prepared])
    file = tmp_path / b.revision_path(2)
    file.write_text(REMARK + file.read_text("utf-8"), "utf-8", newline="\n")
    return tmp_path


def run(project: Path, *words: str) -> str:
    """Run the command, and return what it prints."""
    done = CliRunner().invoke(main, ["tidy", "--project", str(project), "--today", b.TODAY, *words])
    assert done.exit_code == 0, done.output
    return done.output


def texts(project: Path, number: int) -> str:
    """Return the file of a text."""
    return (project / b.revision_path(number)).read_text("utf-8")


def test_a_draft_shows_the_lines_and_writes_nothing(project: Path) -> None:
    before = texts(project, 1), texts(project, 2)
    shown = run(project, "--draft")
    assert "  - Қызмет он жұмыс\n  - күні ішінде көрсетіледі.\n" in shown
    assert f"  + {WHOLE[0]}" in shown
    assert "clauses.0.text.ru" in shown
    assert (texts(project, 1), texts(project, 2)) == before


def test_a_text_in_preparation_is_mended_and_a_frozen_one_is_not(project: Path) -> None:
    frozen = texts(project, 1)
    run(project)
    assert all(whole in texts(project, 2) for whole in WHOLE)
    assert texts(project, 2).startswith(REMARK)
    assert texts(project, 1) == frozen
    assert "r1.yaml" not in run(project, "--language", "en")


def test_a_standard_is_tidied_alone(project: Path) -> None:
    assert "r2.yaml" in run(project, b.STANDARD, "--draft")
