"""The commands of `make loads` run, and print the figures that the documents tell of."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from desk_pages import PAGES

pytestmark = [pytest.mark.proof, pytest.mark.xdist_group("bench")]


def printed(script: str, *words: str) -> str:
    """Run a command; return what it printed."""
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name(script)), *words],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("more", [(), ("--postgres", "--processes", "2")])
def test_submissions_tell_times_processors_and_memory(more: tuple[str, ...]) -> None:
    said = printed("submissions.py", "--count", "100", "--rate", "20", *more)
    assert len(re.findall(r"p50 +[\d.]+ +p95 +[\d.]+ +p99 +[\d.]+", said)) == 6
    assert "receipts and comments stored: 100 and 100" in said
    assert len(re.findall(r"who asks: [\d.]+ ms, \d+% of one of \d+", said)) == 3
    assert re.search(r"memory after each tenth, MB: (\d+ ?){10};", said)


def test_faults_are_told_as_a_table() -> None:
    rows = re.findall(
        r"^.+?(SQLite|PostgreSQL)((?: +\d+){9}) +\d+ s$",
        printed("losses.py", "--points", "2"),
        re.MULTILINE,
    )
    assert len(rows) == 16
    assert all(numbers.split()[-4:] == ["0"] * 4 for _, numbers in rows)


def test_the_pages_of_the_desk_are_told_one_by_one() -> None:
    said = printed("desk_pages.py", "--comments", "200", "--queued", "60")
    assert len(re.findall(r"^.{34}( +[\d.]+){4}", said, re.MULTILINE)) == len(PAGES) + 6
    assert "pages of a second and more: " in said


def test_upgrades_and_backups_are_told() -> None:
    said = printed("restarts.py", "--rows", "50", "--points", "1")
    assert len(re.findall(r"^  version \d to \d: .*, all whole$", said, re.MULTILINE)) == 10
    assert said.count("not in it when restored: 0") == 2
