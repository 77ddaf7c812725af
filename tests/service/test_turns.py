"""All who write into one file of SQLite take turns within a process: none of them starves."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from queues import NOON, act, after, taken
from talqy.model.notice import Reached
from talqy.office.attached_form import AttachedForm
from talqy.service.sent_file import SentFile
from talqy.service.store import engines as at_engines
from talqy.service.store.addressees import Addressees
from talqy.service.store.attached import AttachedFiles
from talqy.service.store.engines import WriteWithinWriteError
from talqy.service.store.mails import MailState, ReadMail, ReadMails
from talqy.service.store.outbox import Outbox
from talqy.service.store.store import Store

FILE = SentFile("a.pdf", f"sha256:{'0' * 64}", AttachedForm.PDF, 9)
MAIL = ReadMail("1" * 64, "2" * 64, MailState.TAKEN, NOON)
WRITERS: dict[str, Callable[[Store], object]] = {
    "store": lambda store: store.take(taken(1), act()),
    "light": lambda store: store.count("key", timedelta(minutes=1), NOON),
    "files": lambda store: AttachedFiles(store.engines).set_aside("page", [FILE], after(9)),
    "mails": lambda store: ReadMails(store.engines).note(MAIL),
    "letters": lambda store: Outbox(store.engines).begin(Reached(commit="0" * 40, day=NOON.date())),
    "addressees": lambda store: Addressees(store.engines).forget_old(NOON, NOON),
}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A queue in a file, for which SQLite itself waits no longer than a moment."""
    monkeypatch.setattr(at_engines, "_WAIT_SECONDS", 0.1)
    opened = Store.opened(tmp_path / "queue.sqlite")
    yield opened
    opened.close()


@pytest.mark.parametrize("writer", WRITERS)
def test_who_writes_waits_for_its_turn_and_not_for_sqlite(writer: str, store: Store) -> None:
    has_begun, may_end = Event(), Event()

    def hold() -> None:
        with store.engines.writing():
            has_begun.set()
            may_end.wait(20)

    with ThreadPoolExecutor(2) as pool:
        held = pool.submit(hold)
        assert has_begun.wait(20)
        waits = pool.submit(WRITERS[writer], store)
        with pytest.raises(TimeoutError):
            waits.result(0.5)
        may_end.set()
        held.result(20)
        waits.result(20)


def test_many_who_write_at_once_are_all_served(store: Store) -> None:
    with ThreadPoolExecutor(16) as pool:
        work = [pool.submit(WRITERS[name], store) for _ in range(8) for name in ("files", "light")]
        for one in work:
            one.result(20)
    assert store.count("key", timedelta(minutes=1), NOON) == 9


def test_who_reads_waits_for_nobody(store: Store) -> None:
    with store.engines.writing():
        assert store.counts()


def test_a_write_within_a_write_says_so_and_does_not_wait_for_ever(store: Store) -> None:
    with store.engines.writing(), pytest.raises(WriteWithinWriteError):
        store.take(taken(1), act())
    assert store.take(taken(1), act()).id
