"""Today is decided in one place: a clock set back is told, and nothing is written by it."""

from dataclasses import replace
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import builders as b
from cases import a_case, a_record
from repositories import a_repository, committed, git
from talqy.cli.main import main
from talqy.model.history import History
from talqy.project import clock
from talqy.project.survey import survey
from talqy.project.today import beyond_the_clock

OVER = b.a_revision(1, consultation=b.a_consultation("2026-11-02", "2026-11-16"))
KEPT = "2026-11-20"


def talqy(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--project", str(folder)])


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    folder = a_repository(tmp_path / "project")
    b.write_project(
        folder, revisions=[OVER], comments=[b.a_comment()], project=b.a_project(today=None)
    )
    done = talqy(folder, "merge", "--all", "--today", KEPT)
    assert done.exit_code == 0, done.output
    committed(folder)
    return folder


def at(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setattr(clock, "now_in", lambda _: date.fromisoformat(day))


WRITING = (
    ("build",),
    ("merge", "--all"),
    (
        "respond",
        "to",
        b.COMMENT,
        "--outcome",
        "noted",
        "--reason",
        "kk=Рахмет.",
        "--reason",
        "ru=Да.",
    ),
    ("consultation", "report", b.STANDARD, "r1", "--signed-by", "kk=А", "--signed-by", "ru=А"),
    ("new", "revision", b.STANDARD),
    ("comment", "redact", b.COMMENT, "--name", "--reason", "kk=Сұрады.", "--reason", "ru=Просил."),
    ("respond", "export", b.STANDARD),
    (
        "correct",
        b.STANDARD,
        "r1",
        "closes=2026-11-17",
        "--reason",
        "kk=Қате.",
        "--reason",
        "ru=Сбой.",
    ),
)


def test_a_clock_before_the_record_is_told_and_nothing_is_written(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, "2025-03-01")
    assert "F77" in {problem.code for problem in survey(kept).problems}
    assert talqy(kept, "check").exit_code == 1
    for words in (("verify",), ("verify", "--against", "HEAD")):  # digests need no clock
        done = talqy(kept, *words)
        assert (done.exit_code, "F77" in done.output) == (1, True), done.output
    for line in WRITING:
        done = talqy(kept, *line)
        assert (done.exit_code, KEPT in done.output) == (2, True), (line, done.output)
        assert "2025-03-01" in done.output
    assert git(kept, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("now", "own", "given", "is_told"),
    [
        (KEPT, None, None, False),
        ("2026-11-19", None, None, True),
        ("2027-01-01", None, None, False),
        ("2025-03-01", "2026-11-05", None, False),  # a rehearsal
        ("2025-03-01", None, "2026-11-03", False),  # a day that somebody asks about
    ],
)
def test_only_the_clock_is_doubted(
    now: str,
    own: str | None,
    given: str | None,
    is_told: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at(monkeypatch, now)
    kept = {"revision": "1", "digest": "sha256:0", "recorded": {"consultation": KEPT}}
    tree = {"schema": "1", "standard": b.STANDARD, "revisions": [kept]}
    record = replace(a_record(OVER), history=History.model_validate(tree))
    register = a_case(record, project=b.a_project(today=own)).register
    asked = date.fromisoformat(given) if given else None
    assert bool(beyond_the_clock(register, asked, date.fromisoformat(now))) is is_told


def test_the_day_is_that_of_the_project_s_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A record of today in Almaty is not tomorrow's on a machine that counts in UTC."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Clock":
            return cls(2026, 11, 19, 20, 30, tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr(clock, "datetime", Clock)
    assert clock.now_in("Asia/Almaty").isoformat() == KEPT
    assert clock.now_in("UTC").isoformat() == "2026-11-19"
