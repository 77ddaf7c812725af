"""Backups: whole or not there, held to their digest, and at home in both databases."""

import gzip
import json
import threading
from pathlib import Path

import pytest

from queues import act, after, named, taken
from talqy.errors import AlreadyThereError, CannotWriteError
from talqy.project.private_files import write_privately
from talqy.service.store.dump import dumped
from talqy.service.store.restore import (
    BackupBrokenError,
    StoreNotEmptyError,
    read_backup,
    restore,
)
from talqy.service.store.store import Store
from talqy.service.store.versions import VERSION, StoreNewerError
from talqy.service.taken import State

STATES = tuple(State)


def filled(store: Store, number: int = 3) -> Store:
    """Take some comments, and refuse the first one."""
    for one in range(1, number + 1):
        store.take(taken(one), act("taken", one))
    store.move(
        named(1), STATES, State.REFUSED, act("refuse", 9, reason="insult", values={"n": "ә"})
    )
    store.forget([State.REFUSED], after(100), act("forgotten", 101))
    store.spend("challenge", after(600))
    return store


def backed_up(store: Store, file: Path) -> Path:
    write_privately(file, dumped(store.engines, after(1000)))
    return file


def all_of(store: Store) -> object:
    comments = store.waiting(STATES)
    return comments, [store.log_of(one.id) for one in comments]


def test_a_backup_is_restored_to_the_byte_in_either_database(
    store: Store, tmp_path: Path, address: str | Path, postgres_beside: str
) -> None:
    file = backed_up(filled(store), tmp_path / "backup")
    backup = read_backup(file)
    assert (backup.made, backup.version) == (after(1000), VERSION)
    assert backup.rows == {"acts": 5, "comments": 3, "spent": 1}
    for where in (tmp_path / "other.sqlite", postgres_beside):
        other = Store.opened(where)
        restore(backup, other)
        assert all_of(other) == all_of(store)
        assert not other.spend("challenge", after(700))
        other.take(taken(8), act())
        assert other.log_of(named(8))[0].number == 6
        again = backed_up(other, tmp_path / f"again-{other.engines.durable.dialect.name}")
        assert read_backup(again).rows["comments"] == 4
        other.close()


def test_a_backup_is_not_laid_over_what_is_there(store: Store, tmp_path: Path) -> None:
    backup = read_backup(backed_up(filled(store), tmp_path / "backup"))
    before = all_of(store)
    with pytest.raises(StoreNotEmptyError):
        restore(backup, store)
    assert all_of(store) == before


def test_a_backup_says_how_the_queue_was_at_one_moment(store: Store, tmp_path: Path) -> None:
    """Comments keep coming while it is written: of each that is in it, the log is in it as well."""
    filled(store, 250)
    parts, stop = dumped(store.engines, after(1000)), threading.Event()
    begun = [next(parts)]

    def come() -> None:
        number = 1000
        while not stop.is_set():
            store.take(taken(number), act())
            number += 1

    coming = threading.Thread(target=come)
    coming.start()
    try:
        while store.counts()[State.RECEIVED] < 270:
            pass
        file = tmp_path / "backup"
        write_privately(file, [*begun, *parts])
    finally:
        stop.set()
        coming.join()
    assert read_backup(file).rows == {"acts": 252, "comments": 250, "spent": 1}


@pytest.mark.parametrize("kept", [0, 1, 10, 60, -30, -9, -8, -1])
def test_a_backup_that_is_cut_off_is_refused(tmp_path: Path, kept: int) -> None:
    store = filled(Store.opened(tmp_path / "queue.sqlite"))
    file = backed_up(store, tmp_path / "backup")
    file.write_bytes(file.read_bytes()[:kept])
    with pytest.raises(BackupBrokenError):
        read_backup(file)
    store.close()


def lines_of(tmp_path: Path) -> list[bytes]:
    store = filled(Store.opened(tmp_path / "source.sqlite"))
    file = backed_up(store, tmp_path / "backup")
    store.close()
    return gzip.decompress(file.read_bytes()).splitlines(keepends=True)


def test_a_backup_that_was_changed_is_refused(tmp_path: Path) -> None:
    lines = lines_of(tmp_path)
    first = json.loads(lines[0])
    assert first["kind"] == "talqy-queue"
    changed = [
        lines[:-1],
        [lines[0], *lines[2:]],
        [*lines[:2], lines[1], *lines[2:]],
        [*lines, lines[1]],
        [lines[0], lines[1].replace(b"form", b"from"), *lines[2:]],
        [lines[0], b"{}\n", *lines[1:]],
        [lines[0], b"[]\n", *lines[1:]],
        [lines[0], b"oops\n", *lines[1:]],
        [b"{}\n", *lines[1:]],
        [b"x" * 5_000_000],
        [],
    ]
    file = tmp_path / "changed"
    for told in changed:
        file.write_bytes(gzip.compress(b"".join(told)))
        with pytest.raises(BackupBrokenError):
            read_backup(file)
    file.write_bytes(b"".join(lines))
    with pytest.raises(BackupBrokenError):
        read_backup(file)


def with_end(lines: list[bytes]) -> bytes:
    """Return lines with an end that fits them, as one makes it who knows how."""
    from hashlib import sha256

    rows: dict[str, int] = {}
    for line in lines[1:]:
        name = next(iter(json.loads(line)))
        rows[name] = rows.get(name, 0) + 1
    end = {"end": {"rows": rows, "sha256": sha256(b"".join(lines)).hexdigest()}}
    return gzip.compress(b"".join([*lines, json.dumps(end).encode() + b"\n"]))


def test_what_a_newer_tool_wrote_is_refused(tmp_path: Path, store: Store) -> None:
    head, *rows, _ = lines_of(tmp_path)
    newer = tmp_path / "newer"
    newer.write_bytes(with_end([head.replace(b'"version":%d' % VERSION, b'"version":99'), *rows]))
    with pytest.raises(StoreNewerError):
        restore(read_backup(newer), store)
    newer.write_bytes(with_end([head, *rows, b'{"letters":{"id":"a"}}\n']))
    with pytest.raises(BackupBrokenError, match="letters"):
        restore(read_backup(newer), store)
    assert store.waiting(STATES) == []


def test_a_row_that_cannot_be_written_leaves_the_queue_empty(tmp_path: Path, store: Store) -> None:
    head, *rows, _ = lines_of(tmp_path)
    file = tmp_path / "twice"
    file.write_bytes(with_end([head, *rows, rows[-2]]))
    with pytest.raises(Exception, match=r"(?i)unique"):
        restore(read_backup(file), store)
    assert store.waiting(STATES) == []
    restore(read_backup(tmp_path / "backup"), store)
    assert len(store.waiting(STATES)) == 3


def test_a_private_file_is_for_its_owner_and_takes_nobodys_place(tmp_path: Path) -> None:
    file = tmp_path / "backup"
    write_privately(file, [b"one", b"two"])
    assert file.read_bytes() == b"onetwo"
    assert file.stat().st_mode & 0o777 == 0o600
    with pytest.raises(AlreadyThereError):
        write_privately(file, [b"other"])
    write_privately(file, [b"other"], replaces=True)
    assert file.read_bytes() == b"other"
    with pytest.raises(CannotWriteError):
        write_privately(tmp_path / "nowhere" / "backup", [b"x"])
    assert [one.name for one in tmp_path.iterdir()] == ["backup"]


def test_a_private_file_is_whole_or_not_there(tmp_path: Path) -> None:
    def parts() -> object:
        yield b"one"
        raise KeyError("in the middle")

    with pytest.raises(KeyError):
        write_privately(tmp_path / "backup", parts())  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []
