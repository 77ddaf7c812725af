"""`talqy comment import` as an official runs it, and what it reports and writes."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from builders import STANDARD
from talqy.cli.main import main
from talqy.model.comment import Comment
from talqy.project.survey import survey


def take(project: Path, *words: str | Path) -> Result:
    """Import files into the draft under discussion."""
    line = ["comment", "import", "--standard", STANDARD, "--project", project, *words]
    return CliRunner().invoke(main, [str(word) for word in line])


def report(project: Path, *words: str | Path, status: int = 0) -> dict[str, Any]:
    """Import files, and return the report."""
    done = take(project, *words, "--format", "json")
    assert done.exit_code == status, done.output
    answer: dict[str, Any] = json.loads(done.output)
    return answer


def of_file(project: Path, *words: str | Path, status: int = 0) -> dict[str, Any]:
    """Import one file, and return what is reported of it."""
    (file,) = report(project, *words, status=status)["files"]
    found: dict[str, Any] = file
    return found


def codes(file: dict[str, Any]) -> list[str]:
    """Return the codes of all that is said of a file."""
    return [p["code"] for part in (file, *file["rows"]) for p in part["problems"]]


def comments(project: Path) -> list[Comment]:
    """Return the comments on file, in the order of their texts; nothing is wrong with them.

    What they were read from lies in the project (F23), and nothing is on record yet (R12).
    """
    found = survey(project)
    wrong = [problem.said() for problem in found.problems if problem.code not in {"F23", "R12"}]
    assert wrong == [], wrong
    assert found.register
    return sorted(found.register.records[0].comments, key=lambda comment: comment.text)


def files(project: Path) -> dict[str, bytes]:
    """Return all files of comments."""
    return {file.name: file.read_bytes() for file in (project / "comments").rglob("*.yaml")}
