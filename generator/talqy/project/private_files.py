"""Files that only their owner may read, written as they come: backups, with what is not public yet.

One is whole or not there: it is written beside its place, brought to the disk, and then named.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from talqy.errors import AlreadyThereError, CannotWriteError
from talqy.project.reasons import reason_of

_ONLY_OURS = 0o600


def write_privately(file: Path, parts: Iterable[bytes], *, replaces: bool = False) -> None:
    """Write a file for its owner alone; one of its name is left as it is, unless it may go."""
    beside = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        if not replaces and file.exists():
            raise _already_there(file)
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _ONLY_OURS), "wb") as new:  # noqa: PTH123 - by its number
            new.writelines(parts)
            new.flush()
            os.fsync(new.fileno())
        _name(beside, file, replaces=replaces)
    except OSError as error:
        raise CannotWriteError(
            "{file}: {reason}; nothing was written", file=file, reason=reason_of(error)
        ) from error
    finally:
        beside.unlink(missing_ok=True)


def _name(beside: Path, file: Path, *, replaces: bool) -> None:
    if replaces:
        beside.replace(file)
    else:
        try:
            os.link(beside, file)  # unlike renaming, it takes nobody's place
        except FileExistsError:
            raise _already_there(file) from None
    with suppress(OSError):  # Windows cannot bring a folder to the disk
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _already_there(file: Path) -> AlreadyThereError:
    return AlreadyThereError(
        "already there, and left as it is: {files}; name another file with --to, or say --replace",
        files=file,
    )
