"""The queue in a file of SQLite: whose it is, and what happens when somebody takes it away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from queues import act, named, taken
from talqy.service.store.engines import StoreAwayError
from talqy.service.store.store import Store
from talqy.service.taken import State


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.opened(tmp_path / "queue.sqlite")
    yield opened
    opened.close()


def test_the_file_of_the_queue_is_for_its_owner_alone(store: Store, tmp_path: Path) -> None:
    store.take(taken(), act())
    modes = {file.name: file.stat().st_mode & 0o777 for file in tmp_path.iterdir()}
    assert set(modes.values()) == {0o600}
    assert "queue.sqlite" in modes


def test_nothing_is_written_into_a_file_that_was_taken_away(store: Store, tmp_path: Path) -> None:
    file, elsewhere = tmp_path / "queue.sqlite", tmp_path / "elsewhere.sqlite"
    store.take(taken(1), act())
    file.rename(elsewhere)
    with pytest.raises(StoreAwayError, match="no such file"):
        store.take(taken(2), act())
    assert not file.exists()
    elsewhere.rename(file)
    store.take(taken(2), act())
    assert [one.id for one in store.waiting([State.RECEIVED])] == [named(1), named(2)]


def test_a_queue_that_was_replaced_is_not_taken_for_ours(store: Store, tmp_path: Path) -> None:
    for file in tmp_path.iterdir():
        file.unlink()
    (tmp_path / "queue.sqlite").touch()
    with pytest.raises(StoreAwayError, match="replaced"):
        store.require_sound()
    with pytest.raises(StoreAwayError, match="no such table"):
        store.take(taken(2), act())


def test_a_file_that_is_none_of_a_queue_is_said_to_be_that(tmp_path: Path) -> None:
    (tmp_path / "queue.sqlite").write_bytes(b"This is a letter, and no database at all." * 40)
    with pytest.raises(StoreAwayError, match="not a database"):
        Store.opened(tmp_path / "queue.sqlite")
    with pytest.raises(StoreAwayError, match="no such file"):
        Store.opened(tmp_path / "nowhere" / "queue.sqlite")
