"""Whoever watches a project is woken where the system tells of a change, and looks all the same."""

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event, Thread

import pytest

from talqy.live import changes
from talqy.live.changes import watch
from talqy.live.news import DiskNews

DAY = date(2026, 11, 20)


@pytest.fixture
def news() -> Iterator[DiskNews]:
    heard = DiskNews()
    yield heard
    heard.close()


def test_a_change_is_told_at_once_and_a_reading_is_not(tmp_path: Path, news: DiskNews) -> None:
    (file := tmp_path / "one" / "two.yaml").parent.mkdir()
    file.write_text("a")
    news.listen_at([tmp_path / "one", tmp_path / "none"])
    while news.wait(0.2):
        pass
    file.read_text()
    assert not news.wait(0.3)
    file.write_text("b")
    assert news.wait(30)


def test_what_lies_elsewhere_now_is_listened_at(tmp_path: Path, news: DiskNews) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    news.listen_at([tmp_path / "one"])
    news.listen_at([tmp_path / "two"])
    (tmp_path / "two" / "file.yaml").write_text("a")
    assert news.wait(30)


@pytest.mark.parametrize("is_told", [True, False])
def test_a_change_is_seen_whether_it_is_told_or_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_told: bool
) -> None:
    """Between two looks lies an hour, where a change is told; else none is."""
    if is_told:
        monkeypatch.setattr(changes, "_OFTEN", 3600)
    else:
        monkeypatch.setattr(DiskNews, "listen_at", lambda *_: None)
    seen, over = list[str](), Event()
    file = tmp_path / "file.yaml"

    def look() -> None:
        seen.append(file.read_text() if file.exists() else "")
        if len(seen) == 1:
            file.write_text("saved")
        else:
            over.set()

    watching = Thread(
        target=watch, args=(lambda: (tmp_path,), look, lambda: DAY, over.is_set), daemon=True
    )
    watching.start()
    watching.join(60)
    assert seen == ["", "saved"]


def test_a_folder_that_nobody_can_listen_at_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, news: DiskNews
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(news._observer, "schedule", refused)
    news.listen_at([tmp_path])
    begun = time.monotonic()
    assert not news.wait(0.01)
    assert time.monotonic() - begun < 30
