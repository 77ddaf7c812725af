"""What a command will write, as values; and the one place that carries it out.

A file is written beside its place and then renamed, so that nobody ever finds half of it; nothing
is written at all while one step cannot be carried out.
"""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from talqy.errors import AlreadyThereError


@dataclass(frozen=True, slots=True)
class Create:
    """A file that must not be there yet."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Replace:
    """A file that the tool makes whole, whatever was there."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Deliver:
    """A file for another program; `replaces` is the user's word that one of that name may go."""

    path: str
    content: bytes
    replaces: bool = False


def apply(plan: Sequence[Create], root: Path) -> None:
    """Create all files of a plan, or none."""
    there = [step.path for step in plan if (root / step.path).exists()]
    if there:
        raise AlreadyThereError(
            f"already there, and left as it is: {', '.join(there)}; nothing was written",
        )
    _write({root / step.path: step.text.encode() for step in plan})


def replace_all(plan: Sequence[Replace], root: Path) -> None:
    """Write all files of a plan."""
    _write({root / step.path: step.text.encode() for step in plan})


def deliver(step: Deliver, root: Path) -> None:
    """Write one file for another program."""
    if (root / step.path).exists() and not step.replaces:
        raise AlreadyThereError(
            f"already there, and left as it is: {step.path}; "
            "name another file with --to, or say --replace",
        )
    _write({root / step.path: step.content})


def beside(path: str) -> str:
    """Return where a file is written before it takes its place: a killed run may leave it there."""
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}.{name}.new"


def _write(files: Mapping[Path, bytes]) -> None:
    """Write all files beside their places first: where the disk is full, none takes its place."""
    ready = {file.with_name(beside(file.name)): file for file in files}
    try:
        for temporary, file in ready.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(files[file])
    except OSError:
        for temporary in ready:
            with suppress(OSError):
                temporary.unlink()
        raise
    for temporary, file in ready.items():
        os.replace(temporary, file)  # noqa: PTH105 - one call, the same on all systems
