"""A commit that is read over midnight is read anew on the next day."""

from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any

import pytest

from desk_steps import a_text
from talqy.project import clock
from talqy.project.survey import ProjectState, survey
from talqy.service.desk.work import states
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.works import Works

# Midnight in Almaty is 19:00 by UTC.
BEFORE, AFTER = (datetime(2026, 11, 23, 18, 59 + at, tzinfo=UTC) for at in (-1, 0))
NEXT = datetime(2026, 11, 23, 19, 1, tzinfo=UTC)


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The clock of the machine: what stands in the list."""
    stands = [BEFORE]

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Any:
            return stands[0].astimezone(tz)

    monkeypatch.setattr(clock, "datetime", Clock)
    return stands


def a_day(state: ProjectState) -> str:
    return state.as_read[1].today.isoformat()


@pytest.mark.parametrize("is_early", [True, False])
def test_a_desk_that_reads_over_midnight_does_not_stay_on_yesterday(
    tmp_path: Path,
    now: list[datetime],
    monkeypatch: pytest.MonkeyPatch,
    is_early: bool,  # noqa: FBT001
) -> None:
    """Whether the day turns before the clock is asked for all that is said, or after it."""
    works = Works(DeskPlace(a_text(tmp_path), "main"), tmp_path / "desk")
    real = survey

    def slow(*words: Any, **more: Any) -> ProjectState:
        if is_early:
            now[0] = NEXT
        state = real(*words, **more)
        now[0] = NEXT
        return state

    with monkeypatch.context() as patched:
        patched.setattr(states, "survey", slow)
        assert a_day(works.main().state) in {"2026-11-23", "2026-11-24"}
    assert a_day(works.main().state) == "2026-11-24"
    assert works.main().state is works.main().state


def test_what_was_read_on_a_day_is_kept_for_that_day(tmp_path: Path, now: list[datetime]) -> None:
    works = Works(DeskPlace(a_text(tmp_path), "main"), tmp_path / "desk")
    first = works.main().state
    now[0] = AFTER
    assert works.main().state is first
    now[0] = NEXT
    assert works.main().state is not first


def test_the_clock_is_asked_once_for_all_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    works = Works(DeskPlace(a_text(tmp_path), "main"), tmp_path / "desk")
    asked: list[str] = []
    real = clock.now_in

    def counted(zone: str) -> Any:
        asked.append(zone)
        return real(zone)

    monkeypatch.setattr(clock, "now_in", counted)
    works.main()
    assert len(asked) == 1
