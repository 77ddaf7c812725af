"""Files of strangers are read in one process of its own: a fault is told, and the next is read."""

import importlib.util
import operator
import os
import re
import time
from pathlib import Path

import pytest

from talqy.office.worker import FellError, SlowError, Worker


def test_what_a_reader_returns_and_raises_comes_back(tmp_path: Path) -> None:
    with Worker() as worker:
        assert worker.run(operator.add, "талқы", "!") == "талқы!"
        with pytest.raises(ZeroDivisionError):
            worker.run(operator.floordiv, 1, 0)
        with pytest.raises(FileNotFoundError):
            worker.run(os.stat, tmp_path / "nothing")
        assert worker.run(os.getpid) == worker.run(os.getpid) != os.getpid()


def test_a_reader_that_does_not_end_is_stopped_and_the_next_one_read() -> None:
    with Worker(clock=1) as worker:
        with pytest.raises(SlowError) as stopped:
            worker.run(time.sleep, 600)
        assert stopped.value.by_clock
        assert worker.run(operator.add, 1, 2) == 3


def test_a_reader_that_works_too_long_is_stopped_and_the_next_one_read() -> None:
    """One call into a library, which no other thread can end; its bound is its own work."""
    keeps_limits = importlib.util.find_spec("resource") is not None
    with Worker(seconds=1, clock=60) as worker:
        with pytest.raises(SlowError) as stopped:
            worker.run(re.match, "(a+)+b", "a" * 60)
        assert stopped.value.by_clock is not keeps_limits
        assert worker.run(operator.add, 1, 2) == 3


def test_waiting_is_no_work_and_work_that_is_done_counts_no_more() -> None:
    with Worker(seconds=1, clock=600) as worker:
        assert worker.run(time.sleep, 3) is None
        for _ in range(4):
            assert worker.run(sum, range(20_000_000)) > 0


def test_a_reader_that_falls_is_told_and_the_next_one_read() -> None:
    with Worker() as worker:
        for _ in range(2):
            with pytest.raises(FellError):
                worker.run(os._exit, 3)
            assert worker.run(operator.add, 1, 2) == 3


def test_a_reader_that_needs_too_much_memory_is_told_where_the_system_keeps_a_limit() -> None:
    keeps_limits = importlib.util.find_spec("resource") is not None
    with Worker(memory=1 << 29) as worker:
        try:
            worker.run(bytearray, 1 << 30)
        except FellError:
            assert keeps_limits
        else:
            assert not keeps_limits
        assert worker.run(operator.add, 1, 2) == 3


def test_what_a_library_prints_is_not_an_answer() -> None:
    with Worker() as worker:
        assert worker.run(print, "noise " * 1000) is None
        assert worker.run(os.write, 1, b"noise") == 5
        assert worker.run(operator.add, 1, 2) == 3


def test_a_file_of_the_folder_does_not_pass_for_a_module(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pickle", "operator"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(7)")
    monkeypatch.chdir(tmp_path)
    with Worker() as worker:
        assert worker.run(operator.add, 1, 2) == 3


def test_what_cannot_be_sent_is_an_error_and_the_next_one_is_read() -> None:
    with Worker() as worker:
        with pytest.raises((TypeError, AttributeError)):
            worker.run(open, os.devnull)
        assert worker.run(operator.add, 1, 2) == 3
