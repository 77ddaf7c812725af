"""One writer at a time in a folder.

The lock is the system's own, on a file of ours: it ends with the process that holds it, however
that ends, so a file that a killed run has left locks nothing. What stands in it is for people.
"""

import errno
import os
import shutil
import socket
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from enum import Enum, auto
from pathlib import Path

from talqy.errors import BusyError, CannotWriteError, Saying
from talqy.project.reasons import reason_of

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

OWN_FOLDER = ".talqy"
"""What a run needs beside what it writes: the lock, and files that wait for their places."""

ASIDE = f"{OWN_FOLDER}/new"

PATIENCE = 60.0
"""Seconds for which another run is waited for; ten thousand comments are written in less."""

_HOLDER = "(process {process} on {host})"
_WAITING = "waiting for another run of Talqy that is writing here {holder}"
_SAID_AFTER, _ASKED_EVERY = 1.0, 0.05
# Windows keeps others from reading what is locked, so a byte far behind the words is.
_LOCKED_BYTE = 1 << 20
# What this thread has locked: a command that holds its project may write in it.
_held: ContextVar[frozenset[Path]] = ContextVar("_held", default=frozenset())


# The last one is what Windows says of a name that no file there can have.
_NOT_THERE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EINVAL})


class Lies(Enum):
    """What lies at a path."""

    NOTHING = auto()
    LINK = auto()
    FOLDER = auto()
    FILE = auto()
    """A file, or what is neither link nor folder, such as a pipe."""


def lies_at(path: Path | str) -> Lies:
    """Look at a path once, and return what lies there; a junction of Windows is a link."""
    try:
        status = os.lstat(path)
    except OSError as error:
        if error.errno not in _NOT_THERE:
            raise
        return Lies.NOTHING
    # The tag of junctions, which Python names on Windows alone.
    if stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) == 0xA0000003:
        return Lies.LINK
    return Lies.FOLDER if stat.S_ISDIR(status.st_mode) else Lies.FILE


def is_link(path: Path | str) -> bool:
    """Return whether a path is a link, or a junction of Windows."""
    try:
        return lies_at(path) is Lies.LINK
    except OSError:
        return False


@contextmanager
def locked(folder: Path, tell: Callable[[Saying], object] = lambda _: None) -> Iterator[Path]:
    """Keep all other runs from writing in a folder; return our own folder for what waits aside.

    The folder is made where there is none; what a killed run has left aside goes. `tell` hears whom
    we wait for.
    """
    real, was_there = folder.resolve(), folder.exists()
    if real in _held.get():
        yield real / ASIDE
        return
    descriptor = _acquired(folder, real / OWN_FOLDER / "lock", tell)
    before = _held.set(_held.get() | {real})
    try:
        _clear(real / ASIDE)
        yield real / ASIDE
    finally:
        _held.reset(before)
        _release(descriptor, real / OWN_FOLDER / "lock")
        if not was_there:
            with suppress(OSError):  # a run that could not go on leaves no empty folder
                real.rmdir()


def _clear(aside: Path) -> None:
    try:
        if is_link(aside):
            aside.unlink()
        elif aside.exists():
            shutil.rmtree(aside)
    except OSError as error:
        raise CannotWriteError(
            "{file}: {reason}; take it away", file=aside, reason=reason_of(error)
        ) from error


def _acquired(folder: Path, file: Path, tell: Callable[[Saying], object]) -> int:
    start, has_said = time.monotonic(), False
    while (descriptor := _attempt(folder, file)) is None:
        waited = time.monotonic() - start
        if waited > PATIENCE:
            raise BusyError(
                "{folder}: another run of Talqy is writing here {holder}; nothing was written; "
                "try again when it has ended",
                folder=folder,
                holder=_holder(file),
            )
        if waited > _SAID_AFTER and not has_said:
            tell(Saying(_WAITING, {"holder": _holder(file)}))
            has_said = True
        time.sleep(_ASKED_EVERY)
    return descriptor


def _attempt(folder: Path, file: Path) -> int | None:
    """Try to lock; None where another run holds the lock, or has just taken its file away."""
    if is_link(file.parent) or is_link(file):
        raise CannotWriteError("{file}: this is a link; take it away", file=folder / OWN_FOLDER)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor = _opened(file)
    except OSError as error:
        with suppress(OSError):
            file.parent.rmdir()
        raise CannotWriteError(
            "{file} cannot be written to: {reason}", file=folder, reason=reason_of(error)
        ) from error
    if descriptor is None:
        return None
    if os.fstat(descriptor).st_nlink > 1:
        os.close(descriptor)
        raise CannotWriteError("{file}: this file has a second name; take it away", file=file)
    try:
        if _lock(descriptor) and os.path.samestat(os.fstat(descriptor), file.stat()):
            with suppress(OSError):  # a disk may be too full for the words, and has the lock
                os.ftruncate(descriptor, 0)
                os.write(descriptor, f"{os.getpid()} {socket.gethostname()}\n".encode())
            return descriptor
    except FileNotFoundError:
        pass  # the one that held it has ended, and its file is gone
    os.close(descriptor)
    return None


def _opened(file: Path) -> int | None:
    try:
        return os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    except FileNotFoundError:  # another run has just taken the folder away
        return None


def _lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            os.lseek(descriptor, 0, os.SEEK_SET)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError as error:
        os.close(descriptor)
        raise CannotWriteError(
            "files cannot be locked on this disk ({reason}), so two runs could write at once; "
            "put the project on a disk of this machine",
            reason=reason_of(error),
        ) from error
    return True


def _release(descriptor: int, file: Path) -> None:
    """Take the file away while it is locked: who opened it in the meantime sees that it is gone.

    One that cannot be taken away locks nothing, and what was written is written.
    """
    if sys.platform != "win32":
        with suppress(OSError):
            file.unlink(missing_ok=True)
    os.close(descriptor)
    with suppress(OSError):  # on Windows another run may have it open already
        if sys.platform == "win32":
            file.unlink(missing_ok=True)
        file.parent.rmdir()


def _holder(file: Path) -> Saying:
    """Name the run that holds the lock, as far as it can be told."""
    with suppress(OSError, ValueError):
        process, host = file.read_text("utf-8").split()
        return Saying(_HOLDER, {"process": process, "host": host})
    return Saying("(it cannot be told which)")
