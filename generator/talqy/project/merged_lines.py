"""Two versions of a file put together line by line, as git does it."""

import tempfile
from enum import StrEnum
from pathlib import Path

from talqy.project.git import git_run


class MergedSide(StrEnum):
    """Which of two versions stays where both have changed the same lines."""

    FIRST = "--ours"
    SECOND = "--theirs"


def merged_lines(
    root: Path, was: bytes, first: bytes, second: bytes, stays: MergedSide | None = None
) -> bytes | None:
    """Return both versions in one file; None where they differ in one place, and none `stays`."""
    with tempfile.TemporaryDirectory() as aside:
        names = []
        for name, data in (("first", first), ("was", was), ("second", second)):
            Path(aside, name).write_bytes(data)
            names.append(str(Path(aside, name)))
        words = ("merge-file", "-p", *((stays.value,) if stays else ()))
        done = git_run(root, *words, *names)
    return None if done.returncode else done.stdout
