"""What a file from outside must be before a library sees it: bounded, and without entities."""

import io
from zipfile import ZipFile

_MOST_BYTES = 1 << 26
_MOST_PARTS = 2_000
# Office files define no entities; who does wants to unfold them, or to read what is not theirs.
_DEFINES = ("<!DOCTYPE", "<!ENTITY")


class UnsoundError(Exception):
    """An office file that cannot be read, or is not safe to read.

    Who reads one outside of this room makes a problem of the file of it.
    """


class TooBigError(UnsoundError):
    """An office file that is too big."""


class DamagedError(UnsoundError):
    """A part of an office file that is no XML, as some programs write it; `line` is the fault's."""

    def __init__(self, part: str, line: int) -> None:
        super().__init__(part, line)
        self.part, self.line = part, line


class LockedError(UnsoundError):
    """An office file that is locked with a password."""


def look_through(data: bytes) -> None:
    """Refuse what unpacks to too much, and what defines entities."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            _look_at_parts(archive)
    except UnsoundError:
        raise
    except Exception as error:  # each way of packing has faults of its own
        raise UnsoundError from error


def _look_at_parts(archive: ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
        raise TooBigError
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            _refuse_entities(archive.read(part))


def _refuse_entities(part: bytes) -> None:
    if any(sign.encode(code) in part for sign in _DEFINES for code in ("utf-8", "utf-16-le")):
        raise UnsoundError
