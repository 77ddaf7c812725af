"""A system that refuses: the n-th thing that a run asks of it below a folder fails, or ends it.

Python tells an audit hook of every opening, renaming, linking, listing and removing. A hook cannot
be taken away, so there is one, and it looks at nothing outside of `counting`.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sites import environment

_CHANGES = {"os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.truncate"}
_LOOKS = {"os.scandir", "os.listdir"}
_TAKEN_AWAY = {"os.remove", "os.rmdir"}


@dataclass
class Asked:
    """What was asked of the system below a folder; at `refused` it says `error`."""

    folder: str
    refused: int = 0
    error: int = 0
    events: list[tuple[str, bool]] = field(default_factory=list)

    def changes(self) -> list[int]:
        """Return at which points something was to change; what is taken away at the end apart."""
        points = enumerate(self.events, 1)
        return [at for at, (event, writes) in points if writes and event not in _TAKEN_AWAY]

    def readings(self) -> list[int]:
        """Return at which points something was read."""
        return [at for at, (_, writes) in enumerate(self.events, 1) if not writes]


_asked: Asked | None = None


def _hook(event: str, args: tuple[object, ...]) -> None:
    if _asked is None or (event != "open" and event not in _CHANGES | _LOOKS):
        return
    path, writes = args[0], event in _CHANGES
    if event == "open":
        flags = args[2]
        writes = isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    if not isinstance(path, str | os.PathLike):
        return
    name = os.path.realpath(os.fsdecode(path))
    if name != _asked.folder and not name.startswith(f"{_asked.folder}{os.sep}"):
        return
    _asked.events.append((event, writes))
    if len(_asked.events) == _asked.refused:
        raise OSError(_asked.error, os.strerror(_asked.error), name)


sys.addaudithook(_hook)


@contextmanager
def counting(folder: Path, refused: int = 0, error: int = 0) -> Iterator[Asked]:
    """Count what is asked below a folder; refuse it once, with the number of an error."""
    global _asked  # noqa: PLW0603 - the hook has no other way to know
    _asked = Asked(os.path.realpath(folder), refused, error)
    try:
        yield _asked
    finally:
        _asked = None


_KILLED = """\
import os, signal, sys
from talqy.cli.main import main
replace, left = os.replace, int(sys.argv[1])

def killed(*words):
    global left
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    replace(*words)

os.replace = killed
main(sys.argv[2:])
"""


def killed_at(point: int, *words: str) -> None:
    """Run a command that is killed when `point` of its files have taken their places."""
    line = [sys.executable, "-c", _KILLED, str(point), *words]
    done = subprocess.run(line, env=environment(), capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
