"""A problem that the package makes, and has words with a gap that nothing fills, fails its test."""

import re
import sys
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from types import FrameType
from typing import Any

from talqy.model import problem as module
from talqy.model.problem import Kind, Problem

GAP = re.compile(r"\{(\w+)\}")
_TESTS = str(Path(__file__).resolve().parent.parent)
_PASSED = ("grids.py", Path(module.__file__).name, Path(__file__).name)
_COPIES = "dataclasses.py"


def gaps(kind: Kind) -> set[str]:
    """Return the names of the gaps in the words of a kind."""
    return set(GAP.findall(kind.message + kind.hint))


def held_whole(make: Callable[..., None]) -> Callable[..., None]:
    """Return the constructor of `Problem`, which refuses a gap without a value; tests may have one.

    Every language has the gaps of the English words (`tests/language/test_catalogues.py`).
    """

    @wraps(make)
    def made(self: Problem, *args: Any, **named: Any) -> None:
        make(self, *args, **named)
        missing = gaps(self.kind) - self.values.keys()
        assert not missing or _is_tests_or_copy(), f"{self.code}: nothing fills {missing}"

    return made


def _is_tests_or_copy() -> bool:
    """Return whether a test has made a problem, or `replace`: what is copied was looked at."""
    makers = (frame.f_code.co_filename for frame in _frames())
    maker = next(file for file in makers if not file.endswith(_PASSED))
    return maker.startswith(_TESTS) or maker.endswith(_COPIES)


def _frames() -> Iterator[FrameType]:
    frame: FrameType | None = sys._getframe(1)
    while frame:
        yield frame
        frame = frame.f_back
