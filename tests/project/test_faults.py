"""What goes wrong from outside while files are read or written: nothing is lost or half said."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import builders as b
from talqy.cli.main import main
from talqy.errors import CannotWriteError
from talqy.project import write
from talqy.project.files import DiskFiles
from talqy.project.load import read_project
from talqy.project.write import Create, Replace, carry_out

PLAN: list[write.Step] = [
    Create("a/new.txt", "new"),
    Replace("b/old.txt", "younger"),
    Create("c/d/e.txt", "e"),
]
# Asks this very process to end, while it carries out the n-th renaming.
CHILD = """
import os, signal, sys
from pathlib import Path
from talqy.cli.running import ending_in_order
from talqy.project.write import Create, Replace, carry_out
at, root, count, replace = int(sys.argv[1]), Path(sys.argv[2]), [0], os.replace
def asked(file, place):
    count[0] += 1
    if count[0] == at:
        os.kill(os.getpid(), signal.SIGTERM)
    replace(file, place)
os.replace = asked
with ending_in_order():
    plan = [Create("a/new.txt", "new"), Replace("b/old.txt", "younger"), Create("c/d/e.txt", "e")]
    carry_out(plan, root)
"""


def tree(root: Path) -> dict[str, str]:
    files = (file for file in root.rglob("*") if file.is_file())
    return {file.relative_to(root).as_posix(): file.read_text("utf-8") for file in files}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "p/b").mkdir(parents=True)
    (tmp_path / "p/b/old.txt").write_text("old", encoding="utf-8")
    return tmp_path / "p"


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_run_that_is_asked_to_end_takes_back_what_it_has_placed(at: int, root: Path) -> None:
    line = [sys.executable, "-c", CHILD, str(at), str(root)]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (128 + signal.SIGTERM, "")
    assert tree(root) == {"b/old.txt": "old"}
    carry_out(PLAN, root)
    assert tree(root) == {"a/new.txt": "new", "b/old.txt": "younger", "c/d/e.txt": "e"}


def test_the_way_to_end_is_only_ours_while_a_command_runs() -> None:
    before = signal.getsignal(signal.SIGTERM)
    assert CliRunner().invoke(main, ["--version"]).exit_code == 0
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.EIO])
@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_full_or_read_only_disk_changes_nothing(
    number: int, at: int, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it shows itself: while the second file is written aside, or takes its place."""
    count, placing, writing = iter(range(1, 99)), os.replace, Path.write_bytes

    def replace(file: Path, place: Path) -> None:
        if next(count) == at:
            raise OSError(number, os.strerror(number))
        placing(file, place)

    def write_bytes(file: Path, data: bytes) -> int:
        if next(count) == at:
            raise OSError(number, os.strerror(number))
        return writing(file, data)

    for name, door in ((os, "replace"), (Path, "write_bytes")):
        with monkeypatch.context() as patched:
            patched.setattr(name, door, replace if door == "replace" else write_bytes)
            with pytest.raises(CannotWriteError, match="nothing was written"):
                carry_out(PLAN, root)
        assert tree(root) == {"b/old.txt": "old"}
        count = iter(range(1, 99))


def test_a_file_that_vanishes_while_it_is_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was listed, and is gone: all others are read, and nobody meets a traceback."""
    b.write_project(tmp_path, comments=[b.a_comment()])
    gone, data = b.comment_path(), DiskFiles.data

    def vanishing(files: DiskFiles, path: str) -> bytes:
        if path == gone:
            (tmp_path / path).unlink()
        return data(files, path)

    monkeypatch.setattr(DiskFiles, "data", vanishing)
    read = read_project(tmp_path)
    assert [(p.file, p.code) for p in read.problems if p.file == gone] == [(gone, "F06")]
    assert read.register is not None
    assert len(read.register.records) == 1


@pytest.mark.parametrize("earlier", ["2026-11-20", "2026-11-01", "2000-01-01"])
def test_a_clock_that_was_set_back_takes_nothing_off_the_record(
    earlier: str, tmp_path: Path
) -> None:
    """On an earlier day a discussion has not closed, or not opened; what is on record stays."""
    b.write_project(tmp_path, comments=[b.a_comment()])
    line = ["merge", "--all", "--project", str(tmp_path), "--today"]
    assert CliRunner().invoke(main, [*line, "2026-11-30"]).exit_code == 0
    history = tmp_path / "standards" / b.STANDARD / "history.yaml"
    before = history.read_bytes()
    assert b.COMMENT in before.decode()
    said = CliRunner().invoke(main, [*line, earlier])
    assert history.read_bytes() == before, said.output


def test_nothing_is_put_on_record_under_a_day_before_the_last_one(tmp_path: Path) -> None:
    """With the clock set back, a correction would be older than what it corrects."""
    b.write_project(tmp_path, revisions=[b.an_adopted_revision()])
    project = ("--project", str(tmp_path), "--today")
    merged = CliRunner().invoke(main, ["merge", "--all", *project, "2026-11-20"])
    assert merged.exit_code == 0, merged.output
    history = tmp_path / "standards" / b.STANDARD / "history.yaml"
    before = history.read_bytes()
    why = ("--reason", "kk=Қате", "--reason", "ru=Опечатка")
    line = ["correct", b.STANDARD, "r1", "report.on=2026-06-27", *why, *project]
    refused = CliRunner().invoke(main, [*line, "2026-08-01"])
    assert refused.exit_code == 2
    assert "the record goes to 2026-11-20, and today would be 2026-08-01" in refused.output
    clauses = [{**b.complete_clauses()[0], "text": b.said("Жаңа.", "Новое.")}]
    second = b.a_revision(
        2,
        dated="2026-07-10",
        consultation=None,
        adopted=b.an_adoption("2026-07-20", discussed=b.said("legalacts.egov.kz")),
        clauses=[*clauses, *b.complete_clauses()[1:]],
        amendments=[{"clauses": ["general"], "reason": b.said("Жаңарту.", "Обновление.")}],
    )
    b.write(tmp_path, b.revision_path(2), second)
    refused = CliRunner().invoke(main, ["merge", "--all", *project, "2026-08-01"])
    assert "the record goes to 2026-11-20" in refused.output, refused.output
    assert history.read_bytes() == before
