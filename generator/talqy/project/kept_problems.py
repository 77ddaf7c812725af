"""Problems that a run has found, kept for the next one under the digest of what they were found in.

What would not come back from JSON as it was is not kept: it is found anew in each run.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from talqy.errors import Listed, Named, Saying
from talqy.model.codes import Code
from talqy.model.problem import Kind, Level, Problem
from talqy.project.kept import KeptFile

_SHAPES: Mapping[str, type[Any]] = {
    shape.__name__: shape for shape in (Problem, Kind, Saying, Named, Listed, Code)
}
_TEXTS: Mapping[str, Callable[[str], object]] = {
    "date": date.fromisoformat,
    "Decimal": Decimal,
    "Level": Level,
}
_LIST, _MAPPING = "list", "mapping"


class KeptProblems:
    """What is wrong with the parts of one project, by keys, as this run and earlier ones found."""

    def __init__(self, root: Path, subject: str) -> None:
        self._kept = KeptFile(root, subject)

    def recall(self, key: str, find: Callable[[], Any]) -> Any:  # noqa: ANN401 - of JSON
        """Return what else was found under a key, as JSON holds it; whoever asks looks at it."""
        known = self._kept.get(key)
        if known is None:
            known = find()
            self._kept.put(key, known)
        return known

    def known_or_found(
        self, key: str, find: Callable[[], Iterable[Problem]]
    ) -> tuple[Problem, ...]:
        """Return what was found under a key, else find it now; `key` is over all that it is of."""
        known = _problems(self._kept.get(key))
        if known is not None:
            return known
        found = tuple(find())
        packed = _packed(found)
        if _problems(packed) == found:
            self._kept.put(key, packed)
        return found

    def close(self) -> None:
        """Leave for the next run what this one has asked for."""
        self._kept.close()


def _problems(packed: object) -> tuple[Problem, ...] | None:
    """Return problems that were packed; None for what is none, whoever has written it."""
    try:
        found = _unpacked(packed)
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return None
    return found if isinstance(found, tuple) and all(map(_is_problem, found)) else None


def _is_problem(found: object) -> bool:
    """Return whether something is a problem in all that others ask of it."""
    return (
        isinstance(found, Problem)
        and isinstance(found.kind, Kind)
        and isinstance(found.kind.level, Level)
        and all(isinstance(one, str) for one in (found.kind.code, found.kind.message, found.file))
        and isinstance(found.values, Mapping)
        and isinstance(found.path, tuple)
        and all(isinstance(step, str | int) for step in found.path)
    )


def _packed(value: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return a value as JSON can hold it: what is no text and no number has the name of its shape.

    What has no shape that is known here is packed as nothing, and so does not come back.
    """
    if value is None or isinstance(value, bool | int) or type(value) is str:
        return value
    name = type(value).__name__
    if name in _TEXTS:
        return [name, str(value)]
    if name in _SHAPES:
        return [name, *(_packed(getattr(value, one.name)) for one in fields(_SHAPES[name]))]
    if isinstance(value, Mapping):
        return [_MAPPING, *([key, _packed(below)] for key, below in value.items())]
    return [_LIST, *map(_packed, value)] if isinstance(value, tuple) else None


def _unpacked(packed: Any) -> Any:  # noqa: ANN401 - what was packed
    if not isinstance(packed, list):
        return packed
    name, below = packed[0], packed[1:]
    if name in _TEXTS:
        return _TEXTS[name](*below)
    if name == _MAPPING:
        return {key: _unpacked(value) for key, value in below}
    values: Sequence[object] = tuple(map(_unpacked, below))
    return _SHAPES[name](*values) if name in _SHAPES else values
