"""Odd files thrown at a reader in its worker, until something gives way or the time is over."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import count

from any_file import taken
from talqy.office.worker import FellError, SlowError, Worker

SECONDS = 20.0
"""How long one file may take: a third of what a clerk's machine gives it."""


def reported(data: bytes, file: str) -> tuple[int, int]:
    """Take a file in the worker; return how many rows were taken, and how many are problems."""
    report = taken(data, file)
    return len(report.rows), len(report.problems)


@dataclass(slots=True)
class Fuzzed:
    """What became of the files that were thrown: `broke` holds the one that a reader fell over."""

    files: int = 0
    rows: int = 0
    named: int = 0
    slowest: float = 0.0
    reason: str = ""
    broke: bytes = field(default=b"", repr=False)

    def said(self) -> str:
        """Return the figures of a run without a fault."""
        return (
            f"{self.files} files; {self.rows} rows, {self.named} problems of files; "
            f"slowest {self.slowest:.2f} s"
        )


def fuzzed(
    files: Iterable[bytes],
    file: str,
    *,
    goes_on: Callable[[int], bool],
    read: Callable[[bytes, str], tuple[int, int]] = reported,
    seconds: float = SECONDS,
) -> Fuzzed:
    """Read file after file while `goes_on(number)`; stop at the first that breaks a promise."""
    found = Fuzzed()
    with Worker(seconds=seconds) as worker:
        for number, data in zip(count(1), files, strict=False):
            if not goes_on(number):
                break
            began = time.monotonic()
            try:
                rows, named = worker.run(read, data, file)
            except Exception as error:  # noqa: BLE001 - whatever comes is what is looked for
                found.broke, found.reason = data, _reason(error, seconds)
                return found
            found.files = number
            found.rows += rows
            found.named += named
            found.slowest = max(found.slowest, time.monotonic() - began)
    return found


def _reason(error: Exception, seconds: float) -> str:
    if isinstance(error, SlowError):
        return f"ran longer than {seconds} s"
    if isinstance(error, FellError):
        return "brought its process down, or ate its memory"
    return f"{type(error).__name__}: {error}"
