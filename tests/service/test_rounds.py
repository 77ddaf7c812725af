"""Rounds beside the pages: nothing ends them for good, and no fault says its words in a log."""

import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mails import MAIL
from serving import a_service
from talqy.service.mailbox.mail_worker import MailboxWorker
from talqy.service.messages.letter_round import LetterRound
from talqy.service.messages.letter_worker import LetterWorker
from talqy.service.parts import Service
from talqy.service.publish.round import Publisher
from talqy.service.publish.worker import PublishingWorker
from talqy.service.rounds import Rounds
from talqy.service.store.engines import StoreAwayError
from talqy.service.store.store import Store

WORKERS = (PublishingWorker, LetterWorker, MailboxWorker)
NAME = "Айгүл Серікқызы"


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """A service with all three works; no mail server is asked."""
    monkeypatch.setattr(LetterRound, "go", lambda *_: None)
    (tmp_path / "feed").mkdir()
    opened = a_service(tmp_path, mail=MAIL, mailbox={"feed": "feed"})
    yield opened
    opened.close()


def fail(error: Exception) -> Callable[..., Any]:
    def failing(*_: object, **_more: object) -> Any:
        raise error

    return failing


def said_at_last(service: Service, worker: Rounds) -> str:
    line = service.store.last_said(worker.what)
    return line.act.values["trouble"] if line else ""


@pytest.mark.parametrize("kind", WORKERS)
@pytest.mark.parametrize("door", ["lease", "last_said", "counts", "note"])
@pytest.mark.parametrize("error", [StoreAwayError("the queue is busy"), ValueError(NAME)])
def test_no_moment_of_the_queue_ends_a_worker(
    kind: Callable[[Service], Rounds],
    door: str,
    error: Exception,
    service: Service,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    worker, asked = kind(service), 0

    def failing(*_: object, **_more: object) -> Any:
        nonlocal asked
        asked += 1
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(Store, door, failing)
        assert worker.once() > 0
    assert asked or door in ("counts", "note")
    assert worker.once() > 0
    assert said_at_last(service, worker) == ""


@pytest.mark.parametrize("kind", WORKERS)
def test_a_fault_is_told_by_its_place_and_not_by_its_words(
    kind: Callable[[Service], Rounds],
    service: Service,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    worker = kind(service)
    with monkeypatch.context() as patch, caplog.at_level(logging.DEBUG):
        patch.setattr(Publisher, "round", fail(ValueError(f"author: {{name: {NAME}}}")))
        patch.setattr(LetterWorker, "_round", fail(ValueError(NAME)))
        patch.setattr(MailboxWorker, "_round", fail(ValueError(NAME)))
        worker.once()
    assert NAME not in caplog.text
    assert "ValueError in test_rounds.py:" in caplog.text
    assert said_at_last(service, worker) == "ValueError"
    worker.once()
    assert said_at_last(service, worker) == ""


@pytest.mark.parametrize("kind", WORKERS)
def test_a_thread_goes_on_after_faults(
    kind: Callable[[Service], Rounds], service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker, rounds = kind(service), 0

    def go() -> Any:
        nonlocal rounds
        rounds += 1
        raise StoreAwayError("the queue is busy") if rounds % 2 else ValueError(NAME)

    monkeypatch.setattr(worker, "go", go)
    monkeypatch.setattr(Store, "last_said", fail(ValueError(NAME)))
    monkeypatch.setattr(worker, "_pauses", type(worker._pauses)(0.001, 0.001, 0.001))
    worker._pause = 0.001
    with worker.working():
        until = time.monotonic() + 20
        while rounds < 4:
            assert time.monotonic() < until
            time.sleep(0.01)
