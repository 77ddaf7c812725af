"""Bytes of files in the service's own folder, by their digest: the same bytes lie there once.

A file is written beside its place, brought to the disk, and then named: who has its digest has all
of it. Nobody but the service's user may read it, and nothing that came from outside is in a path.
"""

import hashlib
import os
import secrets
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from talqy.errors import TalqyError
from talqy.model.digest import as_digest, digest_of_bytes
from talqy.project.reasons import reason_of

FOLDER = "attachments"
_NEW = "new"
_ONLY_OURS, _ONLY_OUR_FOLDER = 0o600, 0o700
_PREFIX = "sha256:"


class FileAwayError(TalqyError):
    """Files cannot be written or read now."""


class FileGoneError(TalqyError):
    """A file is not there any more, or is not what it was."""


@dataclass
class NewFile:
    """A file on its way in: named by whoever sends it, and not kept before it is whole."""

    named: str
    path: Path
    _stream: BinaryIO
    size: int = 0
    _hash: "hashlib._Hash" = field(default_factory=hashlib.sha256)

    @property
    def digest(self) -> str:
        """The digest of what has come."""
        return as_digest(self._hash.digest())

    def write(self, data: bytes) -> None:
        """Take some bytes more."""
        try:
            self._stream.write(data)
        except OSError as error:
            raise _away(error) from error
        self._hash.update(data)
        self.size += len(data)

    def whole(self) -> bytes:
        """Return all that has come, which is on the disk then."""
        try:
            self._stream.flush()
            os.fsync(self._stream.fileno())
            self._stream.seek(0)
            return self._stream.read()
        except OSError as error:
            raise _away(error) from error

    def drop(self) -> None:
        """Let go of it."""
        with suppress(OSError):
            self._stream.close()
        self.path.unlink(missing_ok=True)


class FileFolder:
    """The folder with the bytes of all files."""

    def __init__(self, data: Path) -> None:
        self._root = data / FOLDER

    def new(self, named: str) -> NewFile:
        """Begin a file."""
        try:
            path = self._made(_NEW) / secrets.token_hex(16)
            opened = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, _ONLY_OURS)
        except OSError as error:
            raise _away(error) from error
        return NewFile(named, path, os.fdopen(opened, "w+b"))

    def keep(self, new: NewFile) -> None:
        """Give a whole file its place; the same bytes that lie there already stay."""
        try:
            place = self._place(new.digest)
            self._made(place.parent.name)
            with suppress(FileExistsError):
                os.link(new.path, place)
            os.utime(place)  # what is asked for again is not swept away meanwhile
            _to_disk(place.parent)
        except OSError as error:
            raise _away(error) from error

    def put(self, data: bytes) -> None:
        """Keep bytes that are here as a whole."""
        new = self.new("")
        try:
            new.write(data)
            new.whole()
            self.keep(new)
        finally:
            new.drop()

    def read(self, digest: str) -> bytes:
        """Return the bytes of a digest; raise `FileGoneError` where they are not there."""
        try:
            data = self._place(digest).read_bytes()
        except FileNotFoundError as error:
            raise FileGoneError(
                "the file {digest} is not in the folder of the service", digest=digest
            ) from error
        except OSError as error:
            raise _away(error) from error
        if digest_of_bytes(data) != digest:
            raise FileGoneError(
                "the file {digest} has other bytes than those that came", digest=digest
            )
        return data

    def lacking(self, digests: Collection[str]) -> list[str]:
        """Return the digests of which there are no bytes."""
        return [one for one in digests if not self._place(one).is_file()]

    def sweep(self, in_use: Collection[str], before: datetime) -> int:
        """Delete files that nothing names, and that nobody has asked for since a moment."""
        count = 0
        for file in self._files():
            named = f"{_PREFIX}{file.parent.name}{file.name}"
            with suppress(FileNotFoundError):
                if named not in in_use and file.stat().st_mtime < before.timestamp():
                    file.unlink()
                    count += 1
        return count

    def _files(self) -> Iterator[Path]:
        with suppress(FileNotFoundError):
            for folder in sorted(self._root.iterdir()):
                yield from sorted(folder.iterdir())

    def _place(self, digest: str) -> Path:
        name = digest.removeprefix(_PREFIX)
        return self._root / name[:2] / name[2:]

    def _made(self, name: str) -> Path:
        folder = self._root / name
        if not folder.is_dir():
            folder.mkdir(_ONLY_OUR_FOLDER, parents=True, exist_ok=True)
            self._root.chmod(_ONLY_OUR_FOLDER)
            _to_disk(self._root)
            _to_disk(self._root.parent)
        return folder


def _to_disk(folder: Path) -> None:
    with suppress(OSError):  # Windows cannot bring a folder to the disk
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _away(error: OSError) -> FileAwayError:
    return FileAwayError("files cannot be kept now: {reason}", reason=reason_of(error))
