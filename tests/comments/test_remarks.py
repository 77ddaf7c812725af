"""Remarks are published with a file: `talqy check` reads them as the gate does."""

from pathlib import Path

from click.testing import CliRunner

from builders import a_comment, an_adopted_revision, comment_path, write, write_project
from talqy.cli.main import main
from talqy.project.yaml_write import dumped

IIN = "990101300122"
FILE = f"# typed in\n{dumped(a_comment())}# {IIN[:6]}\n# {IIN[6:]}\n"


def said(project: Path) -> list[str]:
    """Return the findings of `check` that are about personal data."""
    done = CliRunner().invoke(main, ["check", "--project", str(project)])
    return [line for line in done.output.splitlines() if " G17: " in line]


def test_a_remark_is_looked_at_on_disk_too(tmp_path: Path) -> None:
    write_project(tmp_path, revisions=[an_adopted_revision()])
    write(tmp_path, comment_path(), FILE)
    line = FILE.count("\n") - 1
    (found,) = said(tmp_path)
    assert found.startswith(f"{comment_path()}:{line}:1: error G17: ")
    merged = CliRunner().invoke(main, ["merge", "--all", "--project", str(tmp_path)])
    assert merged.exit_code == 0, merged.output
    (found,) = said(tmp_path)
    assert found.startswith(f"{comment_path()}:{line}:1: warning G17: ")
