"""A folder with messages as files (`.eml`, `.msg`), as mail programs and gateways drop them.

A file is looked at when nobody has written to it for a moment; links and whatever is no ordinary
file are left alone.
"""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from talqy.project.reasons import reason_of
from talqy.service.mailbox.boxes import MOST_AT_ONCE, MailboxAwayError

TAKEN, PEOPLE = "taken", "people"
"""The folders in it to which messages are moved."""
_ENDINGS = (".eml", ".msg")
_QUIET_SECONDS = 2.0


class FolderBox:
    """Messages in a folder of this machine."""

    def __init__(self, folder: Path, quiet: float = _QUIET_SECONDS) -> None:
        self._folder, self._quiet = folder, quiet

    def waiting(self) -> Iterator[str]:
        """Yield the names of the files that wait, the oldest first."""
        try:
            found = [
                (one.stat(follow_symlinks=False).st_mtime, one.name)
                for one in os.scandir(self._folder)
                if one.is_file(follow_symlinks=False) and one.name.lower().endswith(_ENDINGS)
            ]
        except OSError as error:
            raise _away(error) from error
        quiet = time.time() - self._quiet
        yield from [name for changed, name in sorted(found) if changed <= quiet][:MOST_AT_ONCE]

    def size(self, name: str) -> int:
        """Return how long a file is."""
        try:
            return (self._folder / name).stat().st_size
        except OSError as error:
            raise _away(error) from error

    def data(self, name: str) -> bytes:
        """Return the bytes of a file."""
        try:
            flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)
            with os.fdopen(os.open(self._folder / name, flags), "rb") as stream:
                return stream.read()
        except OSError as error:
            raise _away(error) from error

    def form(self, name: str) -> str:
        """Return the name of the file."""
        return name

    def to_taken(self, name: str) -> None:
        """Move a file to those that were taken."""
        self._move(name, TAKEN)

    def to_people(self, name: str) -> None:
        """Move a file to those that a person must look at."""
        self._move(name, PEOPLE)

    def count_of_people(self) -> int:
        """Return how many files wait for a person."""
        with suppress(FileNotFoundError):
            return sum(one.is_file() for one in os.scandir(self._folder / PEOPLE))
        return 0

    def _move(self, name: str, where: str) -> None:
        folder = self._folder / where
        try:
            folder.mkdir(0o700, exist_ok=True)
            there, number = folder / name, 1
            while os.path.lexists(there):
                number += 1
                there = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
            (self._folder / name).rename(there)
        except OSError as error:
            raise _away(error) from error


def _away(error: OSError) -> MailboxAwayError:
    return MailboxAwayError(
        "the folder of messages cannot be used: {reason}", reason=reason_of(error)
    )
