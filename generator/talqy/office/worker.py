"""Where files from outside are read: in one process of its own, with a limit of time and memory.

A stranger's file may make a library run for hours, eat the machine's memory, or bring down the
interpreter. Here it brings down the worker: the file is named, a new worker starts, and the next
file is read. This bounds what goes wrong by itself; it is no wall against a broken interpreter.

The time that counts is the worker's own time on the processor, where the system keeps such a limit:
a sound file must not be refused because the machine has much else to do. The clock bounds what uses
no processor at all, and is generous.

What is asked for and what comes of it pass through two pipes as pickles of our own values. The
reader is named by its module, so the worker loads nothing else of the program.
"""

import math
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Timer
from typing import BinaryIO, Self, TypeVar, cast

V = TypeVar("V")
SECONDS = 60.0
"""Time on the processor that the reading of one file may take, where the system counts it."""
CLOCK = 600.0
"""Seconds of the clock after which reading is stopped, whatever the worker does."""
MEMORY = 2 << 30
"""Bytes of address space that a worker may have, where the system keeps such a limit."""

# -P: a file of the project's folder must not pass for a module of Python.
_COMMAND = (sys.executable, "-P", "-c", f"from {__name__} import work; work()")


class SlowError(Exception):
    """The reader ran longer than it may.

    `seconds` is how long that is; `by_clock` says that the clock alone ended it: on a machine that
    has less to do, the same file may be read.
    """

    def __init__(self, seconds: float, *, by_clock: bool) -> None:
        """Keep the bound that was reached."""
        super().__init__(seconds, by_clock)
        self.seconds, self.by_clock = round(seconds), by_clock


class FellError(Exception):
    """The reader brought its process down, or needed more memory than it may have."""


@dataclass
class Worker:
    """One process that reads; started when it is first needed, and anew after a fault."""

    seconds: float = SECONDS
    memory: int = MEMORY
    clock: float = CLOCK
    _process: "subprocess.Popen[bytes] | None" = field(default=None, init=False)

    def __enter__(self) -> Self:
        """Return the worker itself; at the end its process is stopped."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the process, whatever it does."""
        self._stop()

    def run(self, read: Callable[..., V], *asked: object) -> V:
        """Return what `read(*asked)` returns; what it raises is raised here.

        `read` is a function at the top of a module. Raise SlowError where it needs more than
        `seconds` of the processor or does not end within `clock`, and FellError where its process
        ends or its memory does not suffice.
        """
        process = self._process or self._start()
        is_late = False

        def stop() -> None:
            nonlocal is_late
            is_late = True
            process.kill()

        timer = Timer(self.clock, stop)
        timer.start()
        try:
            result, error = _exchange(process, (read, asked, self.seconds))
        except (OSError, EOFError, pickle.UnpicklingError) as broken:
            status = self._stop()
            if is_late:
                raise SlowError(self.clock, by_clock=True) from broken
            if status == _USED_UP:
                raise SlowError(self.seconds, by_clock=False) from broken
            raise FellError from broken
        finally:
            timer.cancel()
        if isinstance(error, MemoryError):
            self._stop()
            raise FellError from error
        if error:
            raise error
        return cast("V", result)

    def _start(self) -> "subprocess.Popen[bytes]":
        # S603: our own command; what libraries complain of there is nobody's reading.
        self._process = subprocess.Popen(  # noqa: S603
            (*_COMMAND,),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, _LIMIT: str(self.memory)},
        )
        return self._process

    def _stop(self) -> int | None:
        """Stop the process; return how it ended. One that has ended already is not stopped."""
        process, self._process = self._process, None
        if process is None:
            return None
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()
        return process.wait()


def _exchange(process: "subprocess.Popen[bytes]", asked: object) -> tuple[object, Exception | None]:
    assert process.stdin and process.stdout  # noqa: S101, PT018 - both are pipes
    pickle.dump(asked, process.stdin, pickle.HIGHEST_PROTOCOL)
    process.stdin.flush()
    # S301: written by our own worker, from our own values.
    return pickle.load(process.stdout)  # type: ignore[no-any-return]  # noqa: S301


# --- in the worker -------------------------------------------------------------------------

_LIMIT = "TALQY_WORKER_MEMORY"
# How a process ends whose time on the processor is used up; Windows knows no such end.
_USED_UP = -getattr(signal, "SIGXCPU", 0) or None


def work() -> None:
    """Read what is asked for, one thing after the other, until nothing more is asked."""
    _bound(int(os.environ[_LIMIT]))
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # What a library prints must not stand among the answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    while _answer(asked, answers):
        pass


def _answer(asked: BinaryIO, answers: BinaryIO) -> bool:
    try:
        read, values, seconds = pickle.load(asked)  # noqa: S301 - written by our own program
    except EOFError:
        return False
    _allow(seconds)
    try:
        answer = pickle.dumps((read(*values), None), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - it is raised where it was asked for
        answer = pickle.dumps((None, _plain(error)), pickle.HIGHEST_PROTOCOL)
    answers.write(answer)
    answers.flush()
    return True


def _plain(error: Exception) -> Exception:
    """Return an error that can be sent: itself, or its words where it holds something else."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - made a moment ago
    except Exception:  # noqa: BLE001 - libraries hold open files and trees in their errors
        return RuntimeError(str(error))
    return error


def _bound(memory: int) -> None:
    try:
        import resource  # noqa: PLC0415 - only some systems have it
    except ImportError:
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    with suppress(OSError, ValueError):
        # What ends for want of time leaves no picture of its memory on the disk.
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _allow(seconds: float) -> None:
    """Let the next thing take so much time of the processor; what came before counts no more.

    The system itself ends the process: a thread of ours would wait for a library that lets no other
    run.
    """
    try:
        import resource  # noqa: PLC0415 - only some systems have it
    except ImportError:
        return
    with suppress(OSError, ValueError):
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        until = math.ceil(time.process_time() + seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (until, most))
