"""Where files from outside are read: in one process of its own, with a limit of time and memory.

A stranger's file may make a library run for hours, eat the machine's memory, or bring down the
interpreter. Here it brings down the worker: the file is named, a new worker starts, and the next
file is read. This bounds what goes wrong by itself; it is no wall against a broken interpreter.

What is asked for and what comes of it pass through two pipes as pickles of our own values. The
reader is named by its module, so the worker loads nothing else of the program.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Timer
from typing import BinaryIO, Self, TypeVar, cast

V = TypeVar("V")
SECONDS = 60.0
MEMORY = 2 << 30
"""Bytes of address space that a worker may have, where the system keeps such a limit."""

# -P: a file of the project's folder must not pass for a module of Python.
_COMMAND = (sys.executable, "-P", "-c", f"from {__name__} import work; work()")


class SlowError(Exception):
    """The reader ran longer than it may."""


class FellError(Exception):
    """The reader brought its process down, or needed more memory than it may have."""


@dataclass
class Worker:
    """One process that reads; started when it is first needed, and anew after a fault."""

    seconds: float = SECONDS
    memory: int = MEMORY
    _process: "subprocess.Popen[bytes] | None" = field(default=None, init=False)

    def __enter__(self) -> Self:
        """Return the worker itself; at the end its process is stopped."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the process, whatever it does."""
        self._stop()

    def run(self, read: Callable[..., V], *asked: object) -> V:
        """Return what `read(*asked)` returns; what it raises is raised here.

        `read` is a function at the top of a module. Raise SlowError where it runs longer than
        `seconds`, and FellError where its process ends or its memory does not suffice.
        """
        process = self._process or self._start()
        is_late = False

        def stop() -> None:
            nonlocal is_late
            is_late = True
            process.kill()

        timer = Timer(self.seconds, stop)
        timer.start()
        try:
            result, error = _exchange(process, (read, asked))
        except (OSError, EOFError, pickle.UnpicklingError) as broken:
            self._stop()
            raise (SlowError if is_late else FellError) from broken
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

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()
        process.wait()


def _exchange(process: "subprocess.Popen[bytes]", asked: object) -> tuple[object, Exception | None]:
    assert process.stdin and process.stdout  # noqa: S101, PT018 - both are pipes
    pickle.dump(asked, process.stdin, pickle.HIGHEST_PROTOCOL)
    process.stdin.flush()
    # S301: written by our own worker, from our own values.
    return pickle.load(process.stdout)  # type: ignore[no-any-return]  # noqa: S301


# --- in the worker -------------------------------------------------------------------------

_LIMIT = "TALQY_WORKER_MEMORY"


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
        read, values = pickle.load(asked)  # noqa: S301 - written by our own program
    except EOFError:
        return False
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
