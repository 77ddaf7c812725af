"""A project's files out of an archive (`.zip`, `.tar.gz`): bounded, and never written anywhere.

Forges and `git archive` make one with a folder around everything, and note the commit in it.
"""

import gzip
import re
import stat
import tarfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from talqy.errors import TalqyError
from talqy.model import paths
from talqy.project.files import HeldFiles
from talqy.project.yaml_read import most_bytes

_ENDINGS = (".zip", ".tar.gz", ".tgz")
_MOST_PACKED = 1 << 28
_MOST_BYTES = 1 << 29
_MOST_FILES = 400_000
_BLOCK = 1 << 16
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_OURS = re.compile(rf"(?:.*/)??(?:{'|'.join(paths.FOLDERS)})/.*", re.DOTALL)
_OUTSIDE = re.compile(r"/|[A-Za-z]:|(?:.*/)?\.\.(?:/|\Z)|.*[\\\x00]", re.DOTALL)
# What the libraries raise over an archive that is broken, locked, or packed in an unknown way.
_BROKEN = (BadZipFile, tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile, RuntimeError)

Member = tuple[str, bytes | None]


class BadArchiveError(TalqyError):
    """An archive that cannot be read, is too big, or has paths that are none of a project."""


@dataclass(frozen=True, slots=True)
class Archive:
    """The files of a project, and the commit that the archive says it was made of, or nothing."""

    files: HeldFiles
    commit: str


def read_archive(file: Path) -> Archive:
    """Read the project in an archive; nothing is unpacked to a disk."""
    if file.stat().st_size > _MOST_PACKED:
        raise _too_big(file)
    try:
        found, commit = _of_zip(file) if file.suffix.lower() == ".zip" else _of_tar(file)
    except (*_BROKEN, ValueError) as error:
        raise BadArchiveError("{file} cannot be opened as an archive", file=file.name) from error
    return Archive(HeldFiles(_below_its_folder(found, file)), commit)


def is_archive(name: str) -> bool:
    """Return whether a file is named as an archive that can be read."""
    return name.lower().endswith(_ENDINGS)


def _of_zip(file: Path) -> tuple[dict[str, bytes | None], str]:
    with ZipFile(file) as archive:
        entries = archive.infolist()
        if len(entries) > _MOST_FILES:
            raise _too_big(file)
        known = _held(file, (_unzipped(archive, e) for e in _wanted(file, entries)))
        return known, _commit(archive.comment.decode("ascii", "replace"))


def _wanted(file: Path, entries: Iterable[ZipInfo]) -> Iterator[ZipInfo]:
    for entry in entries:
        # What the archive itself says, before the library has made a path of this system of it.
        _look_at(file, entry.orig_filename)
        if not entry.is_dir() and _OURS.fullmatch(entry.filename):
            yield entry


def _unzipped(archive: ZipFile, entry: ZipInfo) -> Member:
    if stat.S_ISLNK(entry.external_attr >> 16):
        return entry.filename, None
    with archive.open(entry) as stream:
        return entry.filename, _bytes(stream, entry.filename)


def _of_tar(file: Path) -> tuple[dict[str, bytes | None], str]:
    with _Unpacked(file) as stream, tarfile.open(fileobj=stream, mode="r|") as archive:
        known = _held(file, _untarred(file, archive))
        while stream.read(_BLOCK):  # to the checksum, which stands at the end
            pass
        return known, _commit(archive.pax_headers.get("comment", ""))


def _untarred(file: Path, archive: tarfile.TarFile) -> Iterator[Member]:
    for count, entry in enumerate(archive):
        if count > _MOST_FILES:
            raise _too_big(file)
        _look_at(file, entry.name)
        if entry.isdir() or not _OURS.fullmatch(entry.name):
            continue
        stream = archive.extractfile(entry) if entry.isreg() else None
        yield entry.name, _bytes(stream, entry.name) if stream else None


class _Unpacked(gzip.GzipFile):
    """A stream that ends in words where it unpacks to more than a project can be."""

    left = _MOST_BYTES

    def read(self, size: int | None = -1) -> bytes:
        """Return the next bytes."""
        data = super().read(size)
        self.left -= len(data)
        if self.left < 0:
            raise _too_big(Path(self.name))
        return data


def _bytes(stream: IO[bytes], name: str) -> bytes:
    """Return what a file holds: one byte more than it may, at most."""
    return stream.read(most_bytes(name) + 1)


def _held(file: Path, members: Iterable[Member]) -> dict[str, bytes | None]:
    """Hold what was unpacked, as long as it is not too much; no name may be there twice."""
    known: dict[str, bytes | None] = {}
    size = 0
    for name, data in members:
        size += len(data or b"")
        if size > _MOST_BYTES:
            raise _too_big(file)
        if name in known:
            raise BadArchiveError("{file}: “{name}” is in it twice", file=file.name, name=name)
        known[name] = data
    return known


def _look_at(file: Path, name: str) -> None:
    if _OUTSIDE.match(name):
        raise BadArchiveError(
            "{file}: “{name}” in it is no plain path; it is not read", file=file.name, name=name
        )


def _below_its_folder(known: dict[str, bytes | None], file: Path) -> dict[str, bytes | None]:
    """Return the files by their path in the project, whichever folder is around it."""
    projects = [name for name in known if f"/{name}".endswith(f"/{paths.PROJECT}")]
    if not projects:
        raise BadArchiveError("{file}: there is no project in it", file=file.name)
    around = min(projects, key=len).removesuffix(paths.PROJECT)
    return {n.removeprefix(around): data for n, data in known.items() if n.startswith(around)}


def _commit(said: str) -> str:
    return said if _COMMIT.fullmatch(said) else ""


def _too_big(file: Path) -> BadArchiveError:
    return BadArchiveError("{file} unpacks to more than a project can be", file=file.name)
