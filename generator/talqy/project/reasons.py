"""Why a system refuses something, in our words: its own are in a language of its own."""

import errno
from pathlib import Path

from talqy.errors import Saying, TalqyError

# By the name of the error's number; Windows has some of the names alone.
_REASONS = {
    "EACCES": "the right to it is missing, or another program has it open",
    "EPERM": "the right to it is missing",
    "ENOENT": "there is no such file or folder",
    "EEXIST": "it is there already",
    "EISDIR": "it is a folder",
    "ENOTDIR": "a file stands where a folder belongs",
    "ENOTEMPTY": "the folder is not empty",
    "ENOSPC": "the disk is full",
    "EDQUOT": "the share of the disk that may be used is full",
    "EROFS": "the disk can only be read",
    "EFBIG": "the file is too big for this disk",
    "ENAMETOOLONG": "the name is too long",
    "EINVAL": "the name cannot be used here",
    "ELOOP": "its links lead round in a circle",
    "EBUSY": "another program has it open",
    "ETXTBSY": "another program has it open",
    "EXDEV": "it lies on another disk",
    "EMFILE": "too many files are open",
    "ENFILE": "too many files are open",
    "ENOLCK": "this disk has no locks",
    "ENOTSUP": "this disk cannot do that",
    "EIO": "the disk cannot be read or written",
    "ENODEV": "the disk is not there",
    "EADDRINUSE": "another program uses this port",
    "EADDRNOTAVAIL": "this address is not one of this machine",
}
_BY_NUMBER = {
    number: words
    for name, words in _REASONS.items()
    if (number := getattr(errno, name, None)) is not None
}
REASONS = (*dict.fromkeys(_REASONS.values()), "the system refuses it (error {number})")
"""All that is said of the system's errors, for the catalogues."""


def reason_of(error: OSError) -> Saying:
    """Return why the system refused something, in our words: its own are in its own language."""
    reason = _BY_NUMBER.get(error.errno or 0)
    return Saying(reason) if reason else Saying(REASONS[-1], {"number": error.errno or "?"})


def plainly(error: TalqyError | OSError) -> TalqyError:
    """Return what ends a run as an error of ours: a full disk, a file that may not be read.

    The path is told with “/”, on Windows too, where both ways are understood.
    """
    if isinstance(error, TalqyError):
        return error
    file = Path(str(error.filename)).as_posix() if error.filename else Saying("a file")
    return TalqyError("{file}: {reason}", file=file, reason=reason_of(error))
